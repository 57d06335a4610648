#include "presentation/contactsave.h"
#include "unit/presentation/smalltown.h"

#include "domain/mutation.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestContactSave : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town.set(smalltown::reference());
        m_actor = actorFor(smalltown::users().first(), smalltown::id(u"device"_s));
        m_clock.set(smalltown::monday);
    }

    void routesByCardAndDistrict()
    {
        const QList<Card> cards = smalltown::cards();
        const auto route = [this](const Card *card, const QString &district) {
            const Id place = district.isEmpty() ? Id() : smalltown::id(district);
            return m_town.routing().route(routeQuery(card, place, Channel::Phone, {}, m_town, m_clock.now()));
        };
        using What = RouteStep::What;
        const Route valmy = route(&cards.at(0), u"valmy"_s);
        QCOMPARE(valmy.service, smalltown::id(u"police"_s));
        QVERIFY(valmy.has(What::Card));
        QCOMPARE(valmy.referent, smalltown::id(u"nguyen"_s));
        QVERIFY(valmy.has(What::DistrictReferent));

        const Route elsewhere = route(&cards.at(0), u"gare"_s);
        QCOMPARE(elsewhere.referent, smalltown::id(u"leroy"_s));
        QVERIFY(elsewhere.has(What::ServiceReferent));

        const Route north = route(&cards.at(1), u"valmy"_s);
        QCOMPARE(north.service, smalltown::id(u"eclairage-nord"_s));
        QVERIFY(north.has(What::CardDistrict));
        QVERIFY(north.referent.isNull());

        QVERIFY(route(nullptr, {}).service.isNull());
    }

    void promisesWorkingDays()
    {
        const QList<Card> cards = smalltown::cards();
        QCOMPARE(promiseFor(&cards.at(0), smalltown::monday, m_town).due.day, QDate(2026, 12, 7));
        QCOMPARE(promiseFor(&cards.at(2), smalltown::monday, m_town).due.day, QDate(2026, 11, 25));
        QCOMPARE(promiseFor(nullptr, smalltown::monday, m_town).workingDays, 10);
        QVERIFY(promiseFor(&cards.at(0), smalltown::monday, m_town).due.steps.size() > 10);
    }

    void transmits()
    {
        const ContactDraft draft = filled();
        m_clock.advance(42'000);
        IdMaker ids(m_clock, m_random);
        const ContactRecords records = recordsFor(draft, SaveAs::Transmit, {}, m_actor, m_town, m_clock.now(), ids);
        QVERIFY(!records.citizen);
        QVERIFY(records.request);
        QCOMPARE(records.request->subject, u"Véhicule abandonné"_s);
        QCOMPARE(records.request->status, RequestStatus::Assigned);
        QCOMPARE(records.request->assignee, smalltown::id(u"nguyen"_s));
        QCOMPARE(records.request->district, smalltown::id(u"valmy"_s));
        QCOMPARE(records.request->dueOn, QDate(2026, 12, 7));
        QCOMPARE(records.request->cardRevision, 1);
        QCOMPARE(records.request->form.value("plate"_L1).toString(), u"AB-123-CD"_s);
        QCOMPARE(records.contact.request, records.request->id);
        QCOMPARE(records.contact.seconds, 42);
        QCOMPARE(records.contact.at, smalltown::monday);
        expectAccepted(records);
    }

    void withoutCardItIsToQualify()
    {
        ContactDraft draft = filled();
        draft.card = {};
        draft.what = u"Pigeons sur le balcon"_s;
        IdMaker ids(m_clock, m_random);
        const ContactRecords records = recordsFor(draft, SaveAs::Transmit, {}, m_actor, m_town, m_clock.now(), ids);
        QCOMPARE(records.request->status, RequestStatus::Received);
        QCOMPARE(records.request->subject, u"Pigeons sur le balcon"_s);
        QVERIFY(records.request->service.isNull());
        expectAccepted(records);
    }

    void answeredOnTheSpotIsClosedAtOnce()
    {
        IdMaker ids(m_clock, m_random);
        const ContactRecords records = recordsFor(filled(), SaveAs::AnsweredOnTheSpot, {}, m_actor, m_town, m_clock.now(), ids);
        QVERIFY(records.request->onTheSpot);
        QCOMPARE(records.request->status, RequestStatus::Closed);
        QCOMPARE(records.request->answeredAt, m_clock.now());
        expectAccepted(records);
    }

    void aNewCitizenAndAnExistingRequest()
    {
        ContactDraft draft = filled();
        draft.citizen = {};
        draft.newCitizen = citizenFromLine(u"Mme Claire DUMONT 06 12 34 56 78");
        IdMaker ids(m_clock, m_random);
        const Id existing = smalltown::id(u"existing"_s);
        const ContactRecords records = recordsFor(draft, SaveAs::AddToRequest, existing, m_actor, m_town, m_clock.now(), ids);
        QVERIFY(records.citizen && !records.request);
        QCOMPARE(records.contact.request, existing);
        QCOMPARE(records.contact.citizen, records.citizen->id);
    }

    //! Who takes a confidential matter may not see it afterwards, but what they took is not refused.
    void confidentialByAnAgentWhoIsNotCleared()
    {
        ContactDraft draft = filled();
        draft.card = smalltown::id(u"logement"_s);
        IdMaker ids(m_clock, m_random);
        const ContactRecords records = recordsFor(draft, SaveAs::Transmit, {}, m_actor, m_town, m_clock.now(), ids);
        QVERIFY(records.request->confidential);
        expectAccepted(records);
    }

    void gaps()
    {
        const QList<Card> cards = smalltown::cards();
        ContactDraft draft = filled();
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit), DraftCheck());
        draft.form.remove("since"_L1);
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit), (DraftCheck{DraftGap::FormField, u"since"_s, true}));
        draft.place = {};
        draft.where.clear();
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit).gap, DraftGap::Place);
        draft.where = u"derrière le stade"_s;
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit).gap, DraftGap::FormField);
        QCOMPARE(check(draft, &cards.at(0), SaveAs::AnsweredOnTheSpot).gap, DraftGap::None);
        draft.citizen = {};
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit).gap, DraftGap::WhoUnknown);
        draft.newCitizen = Citizen();
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit).gap, DraftGap::NoName);
        QCOMPARE(check(ContactDraft(), nullptr, SaveAs::Transmit).gap, DraftGap::Nothing);
    }

    void theFormIsChecked()
    {
        const QList<Card> cards = smalltown::cards();
        ContactDraft draft = filled();
        draft.form.insert("plate"_L1, u"AB-1"_s);
        QCOMPARE(check(draft, &cards.at(0), SaveAs::Transmit),
                 (DraftCheck{DraftGap::FormField, u"plate"_s, true, FieldFault::BadPlate}));
        draft.card = smalltown::id(u"encombrants"_s);
        const Card *bulky = m_town.card(draft.card);
        draft.form = {{u"objets"_s, QJsonArray{u"Fauteuil"_s}}, {u"nombre"_s, 1}};
        QCOMPARE(check(draft, bulky, SaveAs::Transmit), DraftCheck());
        draft.form.insert("objets"_L1, QJsonArray{u"Fauteuil"_s, u"Réfrigérateur"_s});
        QCOMPARE(check(draft, bulky, SaveAs::Transmit), (DraftCheck{DraftGap::FormField, u"gaz"_s, true})); // is asked for now
    }

    //! What was typed in a field that is hidden again is not saved; what another revision asked for is.
    void hiddenFieldsAreNotSaved()
    {
        ContactDraft draft = filled();
        draft.card = smalltown::id(u"encombrants"_s);
        draft.form = {{u"objets"_s, QJsonArray{u"Fauteuil"_s}}, {u"gaz"_s, true}, {u"nombre"_s, 2}, {u"etage"_s, u"3e"_s}};
        IdMaker ids(m_clock, m_random);
        const ContactRecords records = recordsFor(draft, SaveAs::Transmit, {}, m_actor, m_town, m_clock.now(), ids);
        QCOMPARE(records.request->form,
                 (QJsonObject{{u"objets"_s, QJsonArray{u"Fauteuil"_s}}, {u"nombre"_s, 2}, {u"etage"_s, u"3e"_s}}));
    }

    void filesAreAttachedByReference()
    {
        ContactDraft draft = filled();
        draft.card = smalltown::id(u"encombrants"_s);
        const FileReference photo{u"tas.jpg"_s, QString(64, u'a'), 1234, u"image/jpeg"_s};
        draft.form = {{u"photo"_s, toJson(photo)}, {u"porteur"_s, toJson(photo)}}; // the second is no file's field
        IdMaker ids(m_clock, m_random);
        const ContactRecords records = recordsFor(draft, SaveAs::Transmit, {}, m_actor, m_town, m_clock.now(), ids);
        QCOMPARE(records.attachments.size(), 1);
        const Attachment &attachment = records.attachments.first();
        QCOMPARE(attachment.request, records.request->id);
        QCOMPARE(attachment.sha256, photo.sha256);
        QCOMPARE(attachment.name, photo.name);
        QCOMPARE(attachment.bytes, 1234);
        QCOMPARE(attachment.author, m_actor.user);
        expectAccepted(records);

        const Id existing = smalltown::id(u"existing"_s); // its form is not this one's, but the file is handed over
        const ContactRecords more = recordsFor(draft, SaveAs::AddToRequest, existing, m_actor, m_town, m_clock.now(), ids);
        QCOMPARE(more.attachments.size(), 1);
        QCOMPARE(more.attachments.first().request, existing);
    }

    void draftsSurviveAsJson()
    {
        ContactDraft draft = filled();
        draft.newCitizen = citizenFromLine(u"Dumont claire");
        QCOMPARE(contactDraftFrom(draft.id, toJson(draft)), draft);
        QCOMPARE(contactDraftFrom({}, {}), ContactDraft());
        QVERIFY(!ContactDraft().hasContent());
    }

    void citizensFromOneLine_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("civility");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("email");
        const QString none;
        QTest::newRow("phone only") << u"06 12 34 56 78"_s << none << none << none << u"+33612345678"_s << none;
        QTest::newRow("capitals") << u"Mme Claire DUMONT"_s << u"Mme"_s << u"DUMONT"_s << u"Claire"_s << none << none;
        QTest::newRow("as looked up") << u"dumont claire"_s << none << u"Dumont"_s << u"Claire"_s << none << none;
        QTest::newRow("all") << u"M. Jean-Luc LE GOFF, +33 (0)3 26 01 02 03 jl@exemple.fr"_s << u"M."_s << u"LE GOFF"_s
                             << u"Jean-Luc"_s << u"+33326010203"_s << u"jl@exemple.fr"_s;
        QTest::newRow("hyphen") << u"martin-petit"_s << none << u"Martin-Petit"_s << none << none << none;
        QTest::newRow("nothing") << none << none << none << none << none << none;
    }
    void citizensFromOneLine()
    {
        QFETCH(QString, line);
        const Citizen citizen = citizenFromLine(line);
        QTEST(citizen.civility, "civility");
        QTEST(citizen.lastName, "last");
        QTEST(citizen.firstName, "first");
        QTEST(citizen.phone, "phone");
        QTEST(citizen.email, "email");
    }

private:
    ContactDraft filled() const
    {
        ContactDraft draft;
        draft.id = smalltown::id(u"draft"_s);
        draft.startedAt = smalltown::monday;
        draft.who = u"0612345678"_s;
        draft.citizen = smalltown::claire().id;
        draft.card = smalltown::id(u"vehicule"_s);
        draft.what = u"véh"_s;
        draft.where = u"tanne"_s;
        draft.place = StreetIndex(smalltown::streets()).search(u"12 rue des tanneurs", 1).first();
        draft.text = u"Une voiture blanche sans roues"_s;
        draft.form = {{u"plate"_s, u"AB-123-CD"_s}, {u"type"_s, u"Voiture"_s}, {u"since"_s, u"2026-11-02"_s}};
        draft.replyChannel = ReplyChannel::Email;
        return draft;
    }

    //! The rules that desk and hub share take every record.
    void expectAccepted(const ContactRecords &records)
    {
        QHash<Id, QJsonObject> known;
        const Lookup lookup = [&known](Kind, const Id &id) {
            const auto it = known.constFind(id);
            return it == known.constEnd() ? std::nullopt : std::optional(*it);
        };
        const auto create = [&](const auto &entity) {
            Mutation m;
            m.kind = entity.kind;
            m.verb = Verb::Create;
            m.target = entity.id;
            m.set = toDocument(entity);
            const Decision decision = decide(m, nullptr, m_actor, lookup);
            QVERIFY2(decision.outcome == Outcome::Applied, token(decision.refusal).data());
            known.insert(entity.id, decision.after);
        };
        if (records.citizen)
            create(*records.citizen);
        if (records.request)
            create(*records.request);
        create(records.contact);
        std::for_each(records.attachments.begin(), records.attachments.end(), create);
    }

    ReferenceData m_town;
    Actor m_actor;
    ManualClock m_clock;
    QRandomGenerator m_random{1};
};

QTEST_GUILESS_MAIN(TestContactSave)
#include "tst_contactsave.moc"
