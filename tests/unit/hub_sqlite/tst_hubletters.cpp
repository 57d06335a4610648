#include "outgoingtown.h"

using namespace parvis;

//! Letters and acknowledgements that the hub makes by itself, and the register's numbers.
class TestHubLetters final : public OutgoingTown
{
    Q_OBJECT
private Q_SLOTS:
    void init() { begin(); }

    //! The letter of a transfer to another authority (CRPA L. 114-2) is the mail office's, like any other.
    void aLetterLeftToPostIsAmongTheOutgoingMail()
    {
        const Id contact = m_town->create(m_referent, Kind::Contact, letterLeft());
        Dispatch d = dispatch(letterId(contact));
        QCOMPARE(d.purpose, DispatchPurpose::Transfer);
        QCOMPARE(d.channel, ReplyChannel::Letter);
        QCOMPARE(d.state, DispatchState::Queued);
        QCOMPARE(d.name, u"Dumont"_s);
        QCOMPARE(d.lines, QJsonArray({u"3 rue du Pont"_s, u"51000 Ingeville"_s}));
        QCOMPARE(d.text, u"Madame, Monsieur,\n\nVotre demande est au département."_s);
        QCOMPARE(d.signatory, QJsonObject({{u"name"_s, m_referent.user.name}, {u"capacity"_s, u"Voirie"_s}}));
        QCOMPARE(d.chrono, u"VILLE-D-2026-000001"_s);

        const auto post = [&](const QJsonValue &value) {
            m_town->patch(m_referent, Kind::Contact, contact, {{u"post"_s, value}}, m_town->head());
            return dispatch(letterId(contact)).state;
        };
        QCOMPARE(post({}), DispatchState::Cancelled); // taken back
        QCOMPARE(post(true), DispatchState::Queued);
        m_town->patch(m_clerk, Kind::Dispatch, letterId(contact), {{u"state"_s, u"printed"_s}}, m_town->head());
        QCOMPARE(post({}), DispatchState::Printed); // too late: it is on paper
        m_town->patch(m_clerk, Kind::Dispatch, letterId(contact), {{u"state"_s, u"sent"_s}}, m_town->head());
        QCOMPARE(dispatch(letterId(contact)).state, DispatchState::Sent);
        QCOMPARE(m_town->document(Kind::Request, m_request).value("status"_L1).toString(), u"assigned"_s);
    }

    //! Nobody writes in another's name, nor to whom the request is not.
    void aLetterLeftToPostIsItsAuthorsAndItsCitizens()
    {
        QJsonObject set = letterLeft();
        set.insert(u"agent"_s, idText(m_first.user.id));
        const Id stranger = m_town->create(m_desk, Kind::Citizen,
                                           {{u"last_name"_s, u"Autre"_s}, {u"address"_s, u"1 place Foch, 51000 Ingeville"_s}});
        set.insert(u"citizen"_s, idText(stranger));
        const Dispatch d = dispatch(letterId(m_town->create(m_referent, Kind::Contact, set)));
        QCOMPARE(d.signatory.value("name"_L1).toString(), m_referent.user.name);
        QCOMPARE(d.citizen, m_citizen);
        QCOMPARE(d.name, u"Dumont"_s);
    }

    void onlyALetterOutIsPosted()
    {
        QJsonObject phone = letterLeft(), in = letterLeft();
        phone.insert(u"channel"_s, u"phone"_s);
        in.remove(u"outgoing"_s);
        for (QJsonObject set : {phone, in}) {
            const auto verdict =
                m_town->push(m_referent, m_town->mutation(m_referent, Verb::Create, Kind::Contact, m_town->newId(), set));
            QCOMPARE(verdict.refusal, Refusal::WrongValue);
            set.remove(u"post"_s); // nor afterwards
            const Id said = m_town->create(m_referent, Kind::Contact, set);
            QCOMPARE(m_town->patch(m_referent, Kind::Contact, said, {{u"post"_s, true}}, m_town->head()).refusal,
                     Refusal::WrongValue);
            QVERIFY(!m_town->row(Kind::Dispatch, letterId(said)));
        }
        m_town->patch(m_desk, Kind::Citizen, m_citizen, {{u"address"_s, QJsonValue()}}, m_town->head());
        const Id contact = m_town->create(m_referent, Kind::Contact, letterLeft()); // nowhere to send it
        QVERIFY(!m_town->row(Kind::Dispatch, letterId(contact)));
    }

    void receptionsAreAcknowledged()
    {
        const Id request = m_town->request(
            m_desk, m_service,
            {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}, {u"due_on"_s, u"2026-11-18"_s}});
        QCOMPARE(dispatches().size(), 1);
        const Dispatch d = dispatches().first();
        QCOMPARE(d.purpose, DispatchPurpose::Acknowledgement);
        QCOMPARE(d.request, request);
        QCOMPARE(d.to, u"dumont@example.org"_s);
        QVERIFY2(d.text.contains(u"18 novembre 2026"_s), qPrintable(d.text));
        QVERIFY2(d.text.contains(u"2026-000002"_s), qPrintable(d.text));
        QVERIFY2(d.text.contains(u"Voirie"_s), qPrintable(d.text));
        const auto item = claimed(ReplyChannel::Email); // at once
        QVERIFY(item);
        settle(item->id, {});
        QCOMPARE(fromDocument<Request>({}, m_town->document(Kind::Request, request)).status, RequestStatus::Assigned);

        m_town->request(m_desk, m_service,
                        {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"sms"_s}, {u"due_on"_s, u"2026-11-18"_s}});
        const auto sms = claimed(ReplyChannel::Sms);
        QVERIFY(sms);
        QVERIFY2(sms->dispatch.text.size() < 160, qPrintable(sms->dispatch.text));
        m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"letter"_s}});
        m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"phone"_s}});
        m_town->request(m_desk, m_service, {{u"reply_channel"_s, u"email"_s}}); // anonymous
        m_town->request(m_desk, {},
                        {{u"citizen"_s, idText(m_citizen)},
                         {u"reply_channel"_s, u"email"_s},
                         {u"on_the_spot"_s, true},
                         {u"status"_s, u"answered"_s}});
        QCOMPARE(dispatches().size(), 3);
        QCOMPARE(dispatches().last().lines, (QJsonArray{u"3 rue du Pont"_s, u"51000 Ingeville"_s}));
    }

    //! Whoever is found out later, or says later how to be reached, is told then; nobody twice.
    void whoIsNamedLaterIsToldThen()
    {
        const Id request = m_town->request(m_desk, m_service, {{u"reply_channel"_s, u"email"_s}, {u"due_on"_s, u"2026-11-18"_s}});
        const auto patched = [&](const QJsonObject &set) { m_town->patch(m_desk, Kind::Request, request, set, m_town->head()); };
        QVERIFY(dispatches().isEmpty());
        patched({{u"citizen"_s, idText(m_citizen)}});
        QCOMPARE(dispatches().size(), 1);
        QCOMPARE(dispatches().first().purpose, DispatchPurpose::Acknowledgement);
        QCOMPARE(dispatches().first().to, u"dumont@example.org"_s);
        patched({{u"reply_channel"_s, u"sms"_s}});
        patched({{u"citizen"_s, QJsonValue()}});
        patched({{u"citizen"_s, idText(m_citizen)}});
        QCOMPARE(dispatches().size(), 1);
        const Id silent = m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}}); // wants to hear nothing
        QCOMPARE(dispatches().size(), 1);
        m_town->patch(m_desk, Kind::Request, silent, {{u"reply_channel"_s, u"email"_s}}, m_town->head());
        QCOMPARE(dispatches().size(), 2);
    }

    //! Each body has a series of its own, and each year begins at one: by the town's clock.
    void numbersAreOfABodyAndAYear()
    {
        const Id other = unit({{u"level"_s, u"body"_s}, {u"name"_s, u"Ingeville Agglomération"_s}, {u"code"_s, u"agglo"_s}});
        const Id water = unit({{u"name"_s, u"Eau"_s}, {u"parent"_s, idText(other)}});
        const auto acknowledged = [this](const Id &service) {
            m_town->request(m_desk, service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}});
        };
        acknowledged(m_service);
        acknowledged(water);
        acknowledged(m_service);
        m_town->clock.advance(QDateTime({2026, 12, 31}, {22, 59}, Qt::UTC).toMSecsSinceEpoch() - m_town->clock.now().ms);
        acknowledged(water);
        m_town->clock.advance(60'000); // midnight in Paris
        acknowledged(water);
        acknowledged(m_service);
        QStringList numbers;
        for (const Dispatch &d : dispatches())
            numbers.append(d.chrono);
        QCOMPARE(numbers, (QStringList{u"AGGLO-D-2026-000001"_s, u"AGGLO-D-2026-000002"_s, u"AGGLO-D-2027-000001"_s,
                                       u"VILLE-D-2026-000001"_s, u"VILLE-D-2026-000002"_s, u"VILLE-D-2027-000001"_s}));
    }

    void whatAnAcknowledgementLacksIsSaid()
    {
        ReplyTemplate t;
        t.use = TemplateUse::Acknowledgement;
        t.name = u"Voirie"_s;
        t.service = m_service;
        t.text = u"Madame, Monsieur, le chantier {{request.address}} est noté."_s;
        t.author = m_referent.user.id;
        m_town->create(m_referent, Kind::Template, toDocument(t));
        m_town->request(m_desk, m_service, {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}});
        QCOMPARE(dispatches().first().state, DispatchState::Failed);
        QVERIFY2(dispatches().first().error.contains(u"Lieu"_s), qPrintable(dispatches().first().error));
        QVERIFY(!claimed(ReplyChannel::Email));
        m_town->request(m_desk, m_service,
                        {{u"citizen"_s, idText(m_citizen)}, {u"reply_channel"_s, u"email"_s}, {u"address"_s, u"Rue Haute"_s}});
        const auto item = claimed(ReplyChannel::Email);
        QVERIFY(item);
        QCOMPARE(item->dispatch.text, u"Madame, Monsieur, le chantier Rue Haute est noté."_s);
    }
};

QTEST_GUILESS_MAIN(TestHubLetters)
#include "tst_hubletters.moc"
