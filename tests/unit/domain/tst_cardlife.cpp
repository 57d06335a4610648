#include "testkit/property.h"
#include "unit/domain/cardworld.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace parvis::cardworld;
using namespace Qt::StringLiterals;

class TestCardLife : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void gapsAreNamed()
    {
        QVERIFY(gapsOf(draft()).isEmpty());
        QCOMPARE(gapsOf(CardDraft()),
                 (QList<CardGap>{CardGap::Title, CardGap::Theme, CardGap::Service, CardGap::Ask, CardGap::Say}));
        QCOMPARE(gapsOf(with(draft(), [](CardDraft &d) { d.title = u"  "_s; })), QList<CardGap>{CardGap::Title});
        QCOMPARE(gapsOf(with(draft(), [](CardDraft &d) { d.say = u"\n"_s; })), QList<CardGap>{CardGap::Say});
        const auto form = [](const QJsonArray &fields) { return gapsOf(with(draft(), [&](CardDraft &d) { d.form = fields; })); };
        const QJsonObject plate{{u"code"_s, u"plate"_s}, {u"label"_s, u"Plaque"_s}};
        QVERIFY(form({plate}).isEmpty());
        QCOMPARE(form({plate, plate}), QList<CardGap>{CardGap::Form});
        QCOMPARE(form({QJsonObject{{u"code"_s, u"plate"_s}, {u"label"_s, u" "_s}}}), QList<CardGap>{CardGap::Form});
        QCOMPARE(form({QJsonObject{{u"label"_s, u"Plaque"_s}}}), QList<CardGap>{CardGap::Form});
        QCOMPARE(form({u"plate"_s}), QList<CardGap>{CardGap::Form});
        const auto dates = [](const QDate &from, const QDate &until) {
            return gapsOf(with(draft(), [&](CardDraft &d) {
                d.validFrom = from;
                d.validUntil = until;
            }));
        };
        const QDate day(2026, 3, 1);
        QVERIFY(dates(day, day).isEmpty());
        QVERIFY(dates({}, day).isEmpty());
        QVERIFY(dates(day, {}).isEmpty());
        QCOMPARE(dates(day, day.addDays(-1)), QList<CardGap>{CardGap::Dates});
    }

    void draftsAreBegun_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<Id>("who");
        QTest::addColumn<Refusal>("expected");
        const auto row = [](const char *name, const QJsonObject &change, const Id &who, Refusal expected) {
            QTest::newRow(name) << change << who << expected;
        };
        row("its author", {}, referent, Refusal::None);
        row("head", {{u"author"_s, idText(head)}}, head, Refusal::None);
        row("admin, of any service", {{u"author"_s, idText(admin)}}, admin, Refusal::None);
        row("without a service", {{u"service"_s, QJsonValue()}}, referent, Refusal::None);
        row("in another's name", {}, head, Refusal::NotAllowed);
        row("no right to write", {{u"author"_s, idText(director)}}, director, Refusal::NotAllowed);
        row("of another service", {{u"service"_s, idText(proprete)}}, referent, Refusal::NotAllowed);
        row("another service's card", {{u"author"_s, idText(other)}, {u"service"_s, idText(proprete)}}, other,
            Refusal::NotAllowed);
        row("without a card", {{u"card"_s, QJsonValue()}}, referent, Refusal::MissingField);
        row("published at once", {{u"state"_s, u"published"_s}}, referent, Refusal::WrongMove);
        row("submitted at once", {{u"state"_s, u"in_validation"_s}}, referent, Refusal::WrongMove);
        row("half approved", {{u"step"_s, 1}}, referent, Refusal::WrongMove);
        row("with a circuit", {{u"circuit"_s, World::circuit()}}, referent, Refusal::WrongMove);
        row("in a state of its own", {{u"state"_s, u"golden"_s}}, referent, Refusal::WrongValue);
    }
    void draftsAreBegun()
    {
        QFETCH(QJsonObject, change);
        QFETCH(Id, who);
        World world;
        world.publish(1);
        const QJsonObject after = overlaid(describe(Kind::CardDraft), toDocument(draft()), change);
        QTEST(draftRefusal({}, after, world.actor(who), world.lookup()), "expected");
    }

    void theMovesOfADraft_data()
    {
        QTest::addColumn<CardDraft>("before");
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<Id>("who");
        QTest::addColumn<Refusal>("expected");
        const auto row = [](const char *name, const CardDraft &before, const QJsonObject &change, const Id &who,
                            Refusal expected) { QTest::newRow(name) << before << change << who << expected; };
        const CardDraft open = draft(), atFirst = draft(DraftState::InValidation, 0), atLast = draft(DraftState::InValidation, 1);
        const CardDraft published = with(draft(DraftState::Published, 2), [](CardDraft &d) { d.circuit = World::circuit(); });
        const CardDraft abandoned = draft(DraftState::Abandoned);
        const QJsonObject title{{u"title"_s, u"Trou"_s}};
        const QJsonObject submit{{u"state"_s, u"in_validation"_s}, {u"circuit"_s, World::circuit()}};
        const QJsonObject abandon{{u"state"_s, u"abandoned"_s}};
        const QJsonObject approve{{u"step"_s, 1}};
        const QJsonObject publish{{u"step"_s, 2}, {u"state"_s, u"published"_s}};
        const QJsonObject back{{u"step"_s, QJsonValue()}, {u"state"_s, u"draft"_s}, {u"circuit"_s, QJsonValue()}};
        const auto and_ = [](QJsonObject a, const QJsonObject &b) {
            for (auto it = b.begin(); it != b.end(); ++it)
                a.insert(it.key(), it.value());
            return a;
        };
        const QJsonObject because{{u"reason"_s, u"Le prix manque."_s}};
        const QJsonObject altered{{u"circuit"_s, QJsonArray{World::circuit().last()}}};

        row("written by its author", open, title, referent, Refusal::None);
        row("written by a colleague of the service", open, title, head, Refusal::None);
        row("written by another service", open, title, other, Refusal::NotAllowed);
        row("written without the right", open, title, director, Refusal::NotAllowed);
        row("a reason without the right", open, because, director, Refusal::NotAllowed);
        row("an unknown field without the right", open, {{u"colour"_s, u"red"_s}}, other, Refusal::NotAllowed);
        row("given to another service", open, {{u"service"_s, idText(proprete)}}, referent, Refusal::NotAllowed);
        row("given to another service by an admin", open, {{u"service"_s, idText(proprete)}}, admin, Refusal::None);
        row("a step while written", open, approve, referent, Refusal::WrongMove);
        row("a circuit while written", open, {{u"circuit"_s, World::circuit()}}, referent, Refusal::WrongMove);
        row("a state that there is not", open, {{u"state"_s, u"golden"_s}}, referent, Refusal::WrongValue);
        row("published without approval", open, {{u"state"_s, u"published"_s}}, referent, Refusal::WrongMove);

        row("submitted by its author", open, submit, referent, Refusal::None);
        row("submitted by a colleague", open, submit, head, Refusal::None);
        row("submitted by another service", open, submit, other, Refusal::NotAllowed);
        row("submitted with its last words", open, and_(submit, title), referent, Refusal::None);
        row("submitted with a gap", open, and_(submit, {{u"say"_s, QJsonValue()}}), referent, Refusal::MissingField);
        row("submitted with a bad form", open, and_(submit, {{u"form"_s, QJsonArray{QJsonObject()}}}), referent,
            Refusal::MissingField);
        row("submitted with a circuit of one's own", open, and_(submit, altered), referent, Refusal::WrongValue);
        row("submitted without a circuit", open, {{u"state"_s, u"in_validation"_s}}, referent, Refusal::WrongValue);
        row("submitted half approved", open, and_(submit, approve), referent, Refusal::WrongValue);
        row("submitted on an old base", with(open, [](CardDraft &d) { d.base = 3; }), submit, referent, Refusal::Superseded);

        row("abandoned by its author", open, abandon, referent, Refusal::None);
        row("abandoned by another service", open, abandon, other, Refusal::NotAllowed);
        row("abandoned on its way", atFirst, abandon, referent, Refusal::WrongMove);

        row("approved by the head", atFirst, approve, head, Refusal::None);
        row("approved by who may not", atFirst, approve, director, Refusal::NotAllowed);
        row("approved by its author", atFirst, approve, referent, Refusal::NotAllowed);
        row("two steps at once", atFirst, publish, head, Refusal::WrongMove);
        row("published at the first step", atFirst, {{u"step"_s, 1}, {u"state"_s, u"published"_s}}, head, Refusal::WrongMove);
        row("published without a step", atLast, {{u"state"_s, u"published"_s}}, director, Refusal::WrongMove);
        row("a step back", atLast, {{u"step"_s, QJsonValue()}}, director, Refusal::WrongMove);
        row("approved with a shorter circuit", atFirst, and_(approve, altered), head, Refusal::WrongMove);
        row("approved with other words", atFirst, and_(approve, title), head, Refusal::WrongMove);
        row("other words alone", atFirst, title, referent, Refusal::WrongMove);
        row("another code", atFirst, {{u"code"_s, u"trou"_s}}, referent, Refusal::WrongMove);
        row("another base", atFirst, {{u"base"_s, 1}}, referent, Refusal::WrongMove);
        row("the last approval", atLast, publish, director, Refusal::None);
        row("the last approval by the head", atLast, publish, head, Refusal::NotAllowed);
        row("the last step without publication", atLast, {{u"step"_s, 2}}, director, Refusal::WrongMove);
        row("the last approval on an old base", with(atLast, [](CardDraft &d) { d.base = 3; }), publish, director,
            Refusal::Superseded);

        row("sent back with a reason", atLast, and_(back, because), director, Refusal::None);
        row("sent back without", atLast, back, director, Refusal::ReasonMissing);
        row("sent back with blanks", atLast, and_(back, {{u"reason"_s, u" \n"_s}}), director, Refusal::ReasonMissing);
        row("sent back by who may not", atLast, and_(back, because), head, Refusal::NotAllowed);
        row("taken back by its author", atLast, back, referent, Refusal::None);
        row("sent back half", atLast, {{u"state"_s, u"draft"_s}, {u"reason"_s, u"x"_s}}, director, Refusal::WrongMove);
        row("sent back with other words", atLast, and_(and_(back, because), title), director, Refusal::WrongMove);

        row("published: other words", published, title, referent, Refusal::WrongMove);
        row("published: anew", published, {{u"state"_s, u"draft"_s}}, referent, Refusal::WrongMove);
        row("published: taken back", published, back, referent, Refusal::WrongMove);
        row("abandoned: other words", abandoned, title, referent, Refusal::WrongMove);
        row("abandoned: begun anew", abandoned, {{u"state"_s, u"draft"_s}}, referent, Refusal::WrongMove);
        row("abandoned: submitted", abandoned, submit, referent, Refusal::WrongMove);
    }
    void theMovesOfADraft()
    {
        QFETCH(CardDraft, before);
        QFETCH(QJsonObject, change);
        QFETCH(Id, who);
        const World world; // without the card: it is new, its base 0
        const QJsonObject after = overlaid(describe(Kind::CardDraft), toDocument(before), change);
        QTEST(draftRefusal(toDocument(before), after, world.actor(who), world.lookup()), "expected");
    }

    void whoseServiceHasNoValidators()
    {
        World world;
        world.setCircuit(directorate, {});
        const CardDraft after = with(draft(DraftState::InValidation), [](CardDraft &d) { d.circuit = {}; });
        QCOMPARE(refusal(world, draft(), after, referent), Refusal::NoValidators);
    }

    void aNewBaseIsTheCurrentOne()
    {
        World world;
        world.publish(2);
        const CardDraft old = with(draft(), [](CardDraft &d) { d.base = 1; });
        const auto on = [&](int base) {
            return refusal(world, old, with(old, [base](CardDraft &d) { d.base = base; }), referent);
        };
        QCOMPARE(on(2), Refusal::None);
        QCOMPARE(on(3), Refusal::Superseded);
        QCOMPARE(on(0), Refusal::Superseded);
        const CardDraft submitted = with(draft(DraftState::InValidation), [](CardDraft &d) { d.base = 1; });
        QCOMPARE(refusal(world, old, submitted, referent), Refusal::Superseded);
    }

    //! Whatever anybody writes at once over a draft: what is approved never changes, and nothing is published but at the last
    //! step, by a signatory.
    void noMoveSlipsThrough()
    {
        PARVIS_PROPERTY("no way round the circuit", [] {
            World world;
            if (*rc::gen::arbitrary<bool>())
                world.standsFor(second, director);
            if (*rc::gen::arbitrary<bool>())
                world.absent(director);
            const auto anyDraft = [](DraftState state) {
                CardDraft d = draft(state, *rc::gen::inRange(-1, 4));
                d.circuit = *rc::gen::element(QJsonArray(), World::circuit(), QJsonArray{World::circuit().first()});
                d.title = *rc::gen::element(u"Nid-de-poule"_s, u"Trou"_s);
                d.base = *rc::gen::element(0, 0, 0, 1);
                d.reason = *rc::gen::element(QString(), u"Non"_s);
                return d;
            };
            const auto state =
                rc::gen::element(DraftState::Draft, DraftState::InValidation, DraftState::Published, DraftState::Abandoned);
            const CardDraft before = anyDraft(*state), after = anyDraft(*state);
            const Id who = *rc::gen::element(referent, head, director, deputy, second, other, admin);
            if (refusal(world, before, after, who) != Refusal::None)
                return;
            const bool isFinal = before.state == DraftState::Published || before.state == DraftState::Abandoned;
            RC_ASSERT(!isFinal);
            RC_ASSERT(before.state == DraftState::Draft || contentOf(toDocument(before)) == contentOf(toDocument(after)));
            if (after.state == DraftState::Published) {
                RC_ASSERT(before.state == DraftState::InValidation);
                RC_ASSERT(before.step + 1 == before.circuit.size());
                RC_ASSERT(after.circuit == before.circuit);
                RC_ASSERT(signatory(before, world.actor(who), world.lookup()).has_value());
            }
            if (after.state == DraftState::InValidation && before.state == DraftState::Draft)
                RC_ASSERT(after.circuit == World::circuit() && after.step == 0);
            if (after.state == DraftState::InValidation && before.state == DraftState::InValidation)
                RC_ASSERT(after.step == before.step + 1 && after.step < after.circuit.size());
            if (after.state == DraftState::Draft)
                RC_ASSERT(after.step == 0 && after.circuit.isEmpty());
        });
    }

    void publicationsCountAndKeep()
    {
        Card card;
        card.title = u"Ancien"_s;
        card.price = u"Gratuit"_s;
        card.code = u"carte"_s;
        card.revision = 4;
        card.archived = true;
        card.extra = {{u"newer"_s, 7}};
        card.reviewOn = QDate(2020, 1, 1);
        const Instant now{QDateTime({2026, 1, 31}, {12, 0}, Qt::UTC).toMSecsSinceEpoch()};
        const QJsonObject content{{u"title"_s, u"Neuf"_s}, {u"review_months"_s, 1}};
        const Publication p = publicationOf(cardId, toDocument(card), u"autre"_s, content, referent, director, now);
        const Card after = fromDocument<Card>(cardId, p.card);
        QCOMPARE(after.revision, 5);
        QCOMPARE(after.code, u"carte"_s); // a known card keeps its own
        QCOMPARE(after.title, u"Neuf"_s);
        QCOMPARE(after.price, QString()); // what the draft does not say is gone
        QCOMPARE(after.extra, card.extra);
        QCOMPARE(after.publishedAt, now);
        QCOMPARE(after.reviewOn, QDate(2026, 2, 28));
        QVERIFY(!after.archived);
        const auto revision = fromDocument<CardRevision>(p.revision, p.revisionDocument);
        QCOMPARE(revision.card, cardId);
        QCOMPARE(revision.number, 5);
        QCOMPARE(revision.content, content);
        QCOMPARE(revision.author, referent);
        QCOMPARE(revision.publishedBy, director);
        QCOMPARE(revision.publishedAt, now);

        const Publication next = publicationOf(cardId, p.card, {}, {{u"title"_s, u"Encore"_s}}, referent, director, now);
        QCOMPARE(next.card.value(u"revision").toInt(), 6);
        QVERIFY(next.revision != p.revision);
        QVERIFY(!next.card.contains(u"review_on"_s));
        const Publication again = publicationOf(cardId, toDocument(card), {}, content, referent, director, now);
        QCOMPARE(again.revision, p.revision); // one revision of a number

        const auto codeOf = [&](const QString &code, const QString &title) {
            return publicationOf(cardId, {}, code, {{u"title"_s, title}}, {}, {}, now).card.value(u"code").toString();
        };
        QCOMPARE(codeOf(u"ma-fiche"_s, u"Titre"_s), u"ma-fiche"_s);
        QCOMPARE(codeOf({}, u"Carte grise perdue"_s), u"carte-grise-perdue"_s);
        QVERIFY(!codeOf({}, u"???"_s).isEmpty());
    }

    void desksWriteNoPublishedCard_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<Verb>("verb");
        QTest::addColumn<QJsonObject>("set");
        QTest::addColumn<Id>("who");
        QTest::addColumn<Refusal>("expected");
        const auto row = [](const char *name, Kind kind, Verb verb, const QJsonObject &set, const Id &who, Refusal expected) {
            QTest::newRow(name) << kind << verb << set << who << expected;
        };
        const QJsonObject archive{{u"archived"_s, true}}, review{{u"review_on"_s, u"2027-01-01"_s}}, title{{u"title"_s, u"X"_s}};
        row("archive", Kind::Card, Verb::Patch, archive, head, Refusal::None);
        row("archive as admin", Kind::Card, Verb::Patch, archive, admin, Refusal::None);
        row("archive without the right", Kind::Card, Verb::Patch, archive, referent, Refusal::NotAllowed);
        row("reviewed", Kind::Card, Verb::Patch, review, head, Refusal::None);
        row("content", Kind::Card, Verb::Patch, title, admin, Refusal::FixedField);
        row("content beside", Kind::Card, Verb::Patch, {{u"archived"_s, true}, {u"say"_s, u"X"_s}}, admin, Refusal::FixedField);
        row("number", Kind::Card, Verb::Patch, {{u"revision"_s, 9}}, admin, Refusal::FixedField);
        row("code", Kind::Card, Verb::Patch, {{u"code"_s, u"x"_s}}, admin, Refusal::FixedField);
        row("a card", Kind::Card, Verb::Create, title, admin, Refusal::FixedField);
        row("an empty card", Kind::Card, Verb::Create, {}, admin, Refusal::FixedField);
        row("an archived card", Kind::Card, Verb::Create, archive, admin, Refusal::FixedField);
        row("a revision", Kind::CardRevision, Verb::Create, {{u"number"_s, 1}}, admin, Refusal::FixedField);
        row("an empty revision", Kind::CardRevision, Verb::Create, {}, admin, Refusal::FixedField);
        row("another revision", Kind::CardRevision, Verb::Patch, {{u"content"_s, QJsonObject{}}}, admin, Refusal::FixedField);
        row("a revision's newer field", Kind::CardRevision, Verb::Patch, {{u"newer"_s, 1}}, admin, Refusal::FixedField);
    }
    void desksWriteNoPublishedCard()
    {
        QFETCH(Kind, kind);
        QFETCH(Verb, verb);
        QFETCH(QJsonObject, set);
        QFETCH(Id, who);
        QFETCH(Refusal, expected);
        World world;
        world.publish(1);
        const QJsonObject document =
            kind == Kind::Card ? world.documents.at({Kind::Card, cardId}) : QJsonObject{{u"number"_s, 1}};
        const Record record{document, {1, id(9), 1}, {}, 1};
        const Mutation m{5, id(50), kind, verb, cardId, 1, set, {}, {}};
        const Decision d = decide(m, verb == Verb::Patch ? &record : nullptr, world.actor(who), world.lookup());
        QCOMPARE(d.refusal, expected);
        QCOMPARE(d.outcome, expected == Refusal::None ? Outcome::Applied : Outcome::Held);
        QCOMPARE(d.lost, expected == Refusal::None ? QJsonObject() : set);
    }

    //! Came back and was submitted anew while the approver was offline: the step is the same, the words are not.
    void anApprovalIsOfWhatWasSeen()
    {
        const World world;
        Record record{toDocument(draft(DraftState::InValidation, 0)), {10, id(9), 1}, {}, 10};
        const Mutation m{5, id(50), Kind::CardDraft, Verb::Patch, draftId, 12, {{u"step"_s, 1}}, {}, {}};
        record.versions.insert(u"state"_s, {12, id(9), 2});
        QCOMPARE(decide(m, &record, world.actor(head), world.lookup()).outcome, Outcome::Applied);
        record.versions.insert(u"title"_s, {14, id(9), 4});
        record.versions.insert(u"state"_s, {15, id(9), 5});
        const Decision d = decide(m, &record, world.actor(head), world.lookup());
        QCOMPARE(d.outcome, Outcome::Held);
        QCOMPARE(d.refusal, Refusal::LostRace);
        QCOMPARE(d.lost, m.set);
        QVERIFY(d.effect.isEmpty());
    }

    //! Sent into validation and approved by one and the same, offline: what a colleague wrote meanwhile was not seen.
    void nobodyApprovesWhatTheySubmittedUnseen()
    {
        const World world;
        Record record{toDocument(draft(DraftState::InValidation, 0)), {10, id(9), 1}, {}, 24};
        record.versions.insert(u"keywords"_s, {21, id(9), 6});
        record.versions.insert(u"state"_s, {24, world.actor(head).device, 3});
        Mutation m{4, id(50), Kind::CardDraft, Verb::Patch, draftId, 20, {{u"step"_s, 1}}, {}, {}};
        QCOMPARE(decide(m, &record, world.actor(head), world.lookup()).refusal, Refusal::LostRace);
        m.base = 21;
        QCOMPARE(decide(m, &record, world.actor(head), world.lookup()).outcome, Outcome::Applied);
    }

    void whatIsSubmittedIsWhatItsAuthorSaw()
    {
        const World world;
        Record record{toDocument(draft()), {10, id(9), 1}, {}, 10};
        record.versions.insert(u"title"_s, {12, id(9), 2});
        const Mutation m{5,
                         id(50),
                         Kind::CardDraft,
                         Verb::Patch,
                         draftId,
                         10,
                         {{u"title"_s, u"Le mien"_s},
                          {u"price"_s, u"Gratuit"_s},
                          {u"state"_s, u"in_validation"_s},
                          {u"circuit"_s, World::circuit()}},
                         {},
                         {}};
        const Decision d = decide(m, &record, world.actor(referent), world.lookup());
        QCOMPARE(d.outcome, Outcome::Held);
        QCOMPARE(d.lost.keys(), (QStringList{u"circuit"_s, u"state"_s, u"title"_s}));
        QCOMPARE(d.effect, (QJsonObject{{u"price"_s, u"Gratuit"_s}}));
    }

    void remarks_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<Id>("who");
        QTest::addColumn<Refusal>("expected");
        const auto row = [](const char *name, const QJsonObject &change, const Id &who, Refusal expected) {
            QTest::newRow(name) << change << who << expected;
        };
        const QString flag = u"wrong"_s, approved = u"approved"_s, returned = u"returned"_s;
        const QJsonValue none;
        const QString draftText = idText(draftId);
        row("a comment", {}, deputy, Refusal::None);
        row("an empty comment", {{u"text"_s, u" "_s}}, deputy, Refusal::MissingField);
        row("of no card", {{u"card"_s, none}}, deputy, Refusal::MissingField);
        row("in another's name", {{u"author"_s, idText(head)}}, deputy, Refusal::NotAllowed);
        row("a flag", {{u"type"_s, flag}, {u"text"_s, none}}, deputy, Refusal::None);
        row("a flag of an unknown card", {{u"type"_s, flag}, {u"card"_s, idText(id(77))}}, deputy, Refusal::UnknownTarget);
        row("an approval", {{u"type"_s, approved}, {u"draft"_s, draftText}, {u"step"_s, 1}}, director, Refusal::None);
        row("an approval of another's step", {{u"type"_s, approved}, {u"draft"_s, draftText}, {u"step"_s, none}}, director,
            Refusal::NotAllowed);
        row("a forged approval", {{u"type"_s, approved}, {u"draft"_s, draftText}, {u"step"_s, 1}}, second, Refusal::NotAllowed);
        row("an approval of nothing", {{u"type"_s, approved}, {u"step"_s, 1}}, director, Refusal::UnknownTarget);
        row("on behalf of who is there",
            {{u"type"_s, approved}, {u"draft"_s, draftText}, {u"on_behalf"_s, idText(head)}, {u"step"_s, 1}}, director,
            Refusal::NotAllowed);
        row("a deputy's approval", {{u"type"_s, approved}, {u"draft"_s, draftText}, {u"on_behalf"_s, idText(head)}}, deputy,
            Refusal::None);
        row("a return", {{u"type"_s, returned}, {u"draft"_s, draftText}, {u"step"_s, 1}}, director, Refusal::None);
        row("taken back", {{u"type"_s, returned}, {u"draft"_s, draftText}, {u"step"_s, 1}}, referent, Refusal::None);
        row("a forged return", {{u"type"_s, returned}, {u"draft"_s, draftText}, {u"step"_s, 1}}, other, Refusal::NotAllowed);
    }
    void remarks()
    {
        QFETCH(QJsonObject, change);
        QFETCH(Id, who);
        World world;
        world.publish(1);
        world.standsFor(deputy, head);
        world.absent(head);
        CardRemark remark;
        remark.card = cardId;
        remark.author = who;
        remark.text = u"Le prix a changé."_s;
        const QJsonObject document = overlaid(describe(Kind::CardRemark), toDocument(remark), change);
        for (const CardDraft &of : {draft(DraftState::InValidation, 1), draft()}) { // it may have moved or come back meanwhile
            world.documents[{Kind::CardDraft, draftId}] = toDocument(of);
            QTEST(remarkRefusal({}, document, world.actor(who), world.lookup()), "expected");
        }
    }

    void remarksAreAnsweredNotRewritten()
    {
        const World world;
        CardRemark remark;
        remark.card = cardId;
        remark.author = deputy;
        remark.text = u"Le prix a changé."_s;
        remark.type = RemarkType::Wrong;
        const QJsonObject before = toDocument(remark);
        const auto patched = [&](const QJsonObject &set, const Id &who) {
            return remarkRefusal(before, overlaid(describe(Kind::CardRemark), before, set), world.actor(who), world.lookup());
        };
        const QJsonObject handled{{u"handled"_s, true}}, text{{u"text"_s, u"Tout va bien."_s}};
        QCOMPARE(patched(handled, referent), Refusal::None);
        QCOMPARE(patched({}, referent), Refusal::None); // somebody was quicker
        QCOMPARE(patched(handled, deputy), Refusal::None);
        QCOMPARE(patched(handled, second), Refusal::NotAllowed);
        QCOMPARE(patched(text, deputy), Refusal::None);
        QCOMPARE(patched(text, referent), Refusal::NotAllowed);
        QCOMPARE(patched(text, admin), Refusal::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestCardLife)
#include "tst_cardlife.moc"
