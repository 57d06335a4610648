#include "domain/cardlife.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Id revisionId(const Id &card, int number)
{
    return QUuid::createUuidV5(card, QByteArray::number(number));
}

//! A town with a service, its circuit of five steps, and whoever takes part, each at a device of their own.
struct CardTown : TestTown
{
    CardTown()
    {
        voirie = service();
        referent = agent(Role::Referent, {voirie});
        colleague = agent(Role::Referent, {voirie});
        theme = newId();
        take({Verb::Create, Kind::Theme, theme, {{u"name"_s, u"Rue"_s}}, {}, {}});
        approvers.append(agent(Role::Head, {voirie}));
        QJsonArray steps{QJsonObject{{u"title"_s, u"Chef"_s}, {u"role"_s, u"head"_s}}};
        for (int i = 1; i < 5; ++i) {
            approvers.append(agent(Role::Supervisor));
            steps.append(QJsonObject{{u"title"_s, u"Étape %1"_s.arg(i)}, {u"user"_s, idText(approvers.last().user.id)}});
        }
        circuit = steps;
        take({Verb::Patch, Kind::Unit, voirie, {{u"card_circuit"_s, circuit}}, {}, {}});
    }

    void take(const IntakeRecord &record)
    {
        if (!hub.intake({record}))
            qFatal("not taken in");
    }

    QJsonObject draftSet(const Id &card, int base = 0, const QString &title = u"Nid-de-poule"_s) const
    {
        CardDraft d;
        d.card = card;
        d.base = base;
        d.author = referent.user.id;
        d.title = title;
        d.theme = theme;
        d.service = voirie;
        d.ask = u"Où est le trou, et depuis quand ?"_s;
        d.say = u"Un agent passe sous deux jours ouvrés."_s;
        return toDocument(d);
    }

    QJsonObject submission() const { return {{u"state"_s, u"in_validation"_s}, {u"circuit"_s, circuit}}; }

    QJsonObject approval(int step) const
    {
        QJsonObject set{{u"step"_s, step + 1}};
        if (step + 1 == circuit.size())
            set.insert(u"state"_s, u"published"_s);
        return set;
    }

    PushVerdict move(const Caller &caller, const Id &draft, const QJsonObject &set, qint64 base = -1)
    {
        return patch(caller, Kind::CardDraft, draft, set, base < 0 ? head() : base);
    }

    Id submitted(const Id &card, int base = 0, const QString &title = u"Nid-de-poule"_s)
    {
        const Id draft = create(referent, Kind::CardDraft, draftSet(card, base, title));
        Q_ASSERT(document(Kind::CardDraft, draft).value(u"title").toString() == title);
        const auto done = move(referent, draft, submission());
        Q_ASSERT(done.outcome == Outcome::Applied);
        return draft;
    }

    //! The steps from \a from up to, but without, \a to.
    void approve(const Id &draft, int from, int to)
    {
        for (int step = from; step < to; ++step) {
            const auto done = move(approvers.at(step), draft, approval(step));
            Q_ASSERT(done.outcome == Outcome::Applied);
        }
    }

    void absent(const Caller &who) { take({Verb::Patch, Kind::User, who.user.id, {{u"absent"_s, true}}, {}, {}}); }

    void standsFor(const Caller &deputy, const Caller &whom)
    {
        const QJsonObject add{{u"add"_s, QJsonArray{idText(whom.user.id)}}};
        take({Verb::Patch, Kind::User, deputy.user.id, {{u"stands_for"_s, add}}, {}, {}});
    }

    CardDraft draftOf(const Id &draft) { return fromDocument<CardDraft>(draft, document(Kind::CardDraft, draft)); }
    Card cardOf(const Id &card) { return fromDocument<Card>(card, document(Kind::Card, card)); }

    Proposal proposal(const Caller &caller, qint64 n)
    {
        const Id id = QUuid::createUuidV5(caller.device, QByteArray::number(n));
        return fromDocument<Proposal>(id, document(Kind::Proposal, id));
    }

    bool isWhole() { return hub.verify()->firstBroken == 0; }

    Id voirie, theme;
    Caller referent, colleague;
    QList<Caller> approvers;
    QJsonArray circuit;
};

} // namespace

class TestHubCards : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fiveStepsAndOneReturn()
    {
        CardTown town;
        const Id card = town.newId();
        const Id draft = town.submitted(card);
        town.approve(draft, 0, 3);
        const QJsonObject back{
            {u"state"_s, u"draft"_s}, {u"step"_s, 0}, {u"circuit"_s, QJsonArray()}, {u"reason"_s, u"Et le prix ?"_s}};
        QCOMPARE(town.move(town.approvers[3], draft, back).outcome, Outcome::Applied);
        QCOMPARE(town.draftOf(draft).reason, u"Et le prix ?"_s);
        QCOMPARE(town.move(town.referent, draft, {{u"price"_s, u"Gratuit"_s}}).outcome, Outcome::Applied);
        QCOMPARE(town.move(town.referent, draft, town.submission()).outcome, Outcome::Applied);
        town.approve(draft, 0, 4); // all of it again
        QVERIFY(!town.row(Kind::Card, card));
        const qint64 before = town.head();
        const auto last = town.move(town.approvers[4], draft, town.approval(4));
        QCOMPARE(last.outcome, Outcome::Applied);

        // The approval, the revision and the card in one commit, in this order.
        QCOMPARE(last.seq, town.head());
        QCOMPARE(town.head(), before + 3);
        const QList<Change> feed = town.feed(town.referent);
        const auto tail = feed.mid(feed.size() - 3);
        QCOMPARE(tail[0].kind, Kind::CardDraft);
        QCOMPARE(tail[1].kind, Kind::CardRevision);
        QCOMPARE(tail[2].kind, Kind::Card);
        for (const Change &change : tail) {
            QCOMPARE(change.actor, town.approvers[4].user.id);
            QCOMPARE(change.at, tail[0].at);
        }
        const Card published = town.cardOf(card);
        QCOMPARE(published.revision, 1);
        QCOMPARE(published.code, u"nid-de-poule"_s);
        QCOMPARE(published.price, u"Gratuit"_s);
        const auto revision = fromDocument<CardRevision>(tail[1].id, tail[1].fields);
        QCOMPARE(revision.number, 1);
        QCOMPARE(revision.content, contentOf(town.document(Kind::CardDraft, draft)));
        QCOMPARE(revision.author, town.referent.user.id);
        QCOMPARE(revision.publishedBy, town.approvers[4].user.id);
        QVERIFY(town.isWhole());
    }

    void theNextRevisionKeepsTheCard()
    {
        CardTown town;
        const Id card = town.newId();
        const Id first = town.submitted(card);
        town.approve(first, 0, 5);
        QCOMPARE(town.patch(town.approvers[0], Kind::Card, card, {{u"archived"_s, true}}, town.head()).outcome, Outcome::Applied);
        const QJsonObject revision = town.document(Kind::CardRevision, revisionId(card, 1));
        town.approve(town.submitted(card, 1, u"Trou dans la chaussée"_s), 0, 5);
        const Card published = town.cardOf(card);
        QCOMPARE(published.revision, 2);
        QCOMPARE(published.code, u"nid-de-poule"_s);
        QCOMPARE(published.title, u"Trou dans la chaussée"_s);
        QVERIFY(!published.archived);
        QCOMPARE(town.document(Kind::CardRevision, revisionId(card, 1)), revision);
        QCOMPARE(town.document(Kind::CardRevision, revisionId(card, 2)).value(u"number").toInt(), 2);
        QVERIFY(town.isWhole());
    }

    void ofTwoLastApprovalsOnePublishes()
    {
        CardTown town;
        const Caller deputy = town.agent(Role::Supervisor);
        town.standsFor(deputy, town.approvers[4]);
        town.absent(town.approvers[4]);
        const Id card = town.newId();
        const Id draft = town.submitted(card);
        town.approve(draft, 0, 4);
        const qint64 base = town.head();
        QCOMPARE(town.move(town.approvers[4], draft, town.approval(4), base).outcome, Outcome::Applied);
        const auto late = town.move(deputy, draft, town.approval(4), base);
        QCOMPARE(late.outcome, Outcome::Held);
        QCOMPARE(late.refusal, Refusal::WrongMove);
        QCOMPARE(town.proposal(deputy, late.n).wanted, town.approval(4));
        QCOMPARE(town.cardOf(card).revision, 1);
        QVERIFY(!town.row(Kind::CardRevision, revisionId(card, 2)));
    }

    void theSecondDraftOfABaseIsBasedAnew()
    {
        CardTown town;
        const Id card = town.newId();
        town.approve(town.submitted(card), 0, 5);
        const Id winner = town.submitted(card, 1, u"Premier"_s);
        const Id slow = town.create(town.referent, Kind::CardDraft, town.draftSet(card, 1, u"Second"_s));
        const Id onItsWay = town.submitted(card, 1, u"Troisième"_s);
        town.approve(onItsWay, 0, 4);
        town.approve(winner, 0, 5);

        const auto refused = town.move(town.referent, slow, town.submission());
        QCOMPARE(refused.outcome, Outcome::Held);
        QCOMPARE(refused.refusal, Refusal::Superseded);
        QCOMPARE(town.draftOf(slow).state, DraftState::Draft);
        const auto last = town.move(town.approvers[4], onItsWay, town.approval(4));
        QCOMPARE(last.refusal, Refusal::Superseded);
        QCOMPARE(town.draftOf(onItsWay).step, 4);
        QCOMPARE(town.cardOf(card).title, u"Premier"_s);

        QCOMPARE(town.move(town.referent, slow, {{u"base"_s, 3}}).refusal, Refusal::Superseded); // there is no 3 yet
        QCOMPARE(town.move(town.referent, slow, {{u"base"_s, 2}, {u"summary"_s, u"Sur la voie publique"_s}}).outcome,
                 Outcome::Applied);
        QCOMPARE(town.move(town.referent, slow, town.submission()).outcome, Outcome::Applied);
        town.approve(slow, 0, 5);
        QCOMPARE(town.cardOf(card).revision, 3);
        QCOMPARE(town.cardOf(card).title, u"Second"_s);
        QVERIFY(town.isWhole());
    }

    void anApprovalThatComesLateDoesNotCoverNewWords()
    {
        CardTown town;
        const Id draft = town.submitted(town.newId());
        const qint64 seen = town.head(); // the head goes offline and approves
        const QJsonObject back{{u"state"_s, u"draft"_s}, {u"step"_s, 0}, {u"circuit"_s, QJsonArray()}};
        QCOMPARE(town.move(town.referent, draft, back).outcome, Outcome::Applied); // taken back
        QCOMPARE(town.move(town.referent, draft, {{u"price"_s, u"100 €"_s}}).outcome, Outcome::Applied);
        QCOMPARE(town.move(town.referent, draft, town.submission()).outcome, Outcome::Applied);
        const auto late = town.move(town.approvers[0], draft, town.approval(0), seen);
        QCOMPARE(late.outcome, Outcome::Held);
        QCOMPARE(late.refusal, Refusal::LostRace);
        QCOMPARE(town.proposal(town.approvers[0], late.n).wanted, town.approval(0));
        QCOMPARE(town.draftOf(draft).step, 0);
        QCOMPARE(town.move(town.approvers[0], draft, town.approval(0)).outcome, Outcome::Applied); // having read it
    }

    void anApprovalThatComesLateOnWhatDidNotMoveCounts()
    {
        CardTown town;
        const Id draft = town.submitted(town.newId());
        const qint64 seen = town.head();
        town.request(town.agent(Role::Ambassador), town.voirie); // the town goes on
        QCOMPARE(town.move(town.approvers[0], draft, town.approval(0), seen).outcome, Outcome::Applied);
    }

    void deputiesApproveForTheAbsent()
    {
        CardTown town;
        const Caller deputy = town.agent(Role::Supervisor), second = town.agent(Role::Supervisor);
        town.standsFor(deputy, town.approvers[1]);
        town.standsFor(second, deputy);
        const Id draft = town.submitted(town.newId());
        town.approve(draft, 0, 1);
        QCOMPARE(town.move(deputy, draft, town.approval(1)).refusal, Refusal::NotAllowed); // who decides is there
        town.absent(town.approvers[1]);
        QCOMPARE(town.move(second, draft, town.approval(1)).refusal, Refusal::NotAllowed); // the deputy is there
        town.absent(deputy);
        QCOMPARE(town.move(second, draft, town.approval(1)).outcome, Outcome::Applied);
        CardRemark said;
        said.card = town.draftOf(draft).card;
        said.draft = draft;
        said.type = RemarkType::Approved;
        said.step = 1;
        said.author = second.user.id;
        said.onBehalf = town.approvers[1].user.id;
        QVERIFY(town.row(Kind::CardRemark, town.create(second, Kind::CardRemark, toDocument(said))));
        said.onBehalf = town.approvers[2].user.id; // they are here
        QVERIFY(!town.row(Kind::CardRemark, town.create(second, Kind::CardRemark, toDocument(said))));
        town.approve(draft, 2, 5);
        QCOMPARE(town.draftOf(draft).state, DraftState::Published);
    }

    void withoutTheRightItIsHeldWhole()
    {
        CardTown town;
        const Caller desk = town.agent(Role::Ambassador), elsewhere = town.agent(Role::Referent, {town.service()});
        const Id card = town.newId();
        for (const Caller &caller : {desk, elsewhere}) {
            QJsonObject set = town.draftSet(card);
            set.insert(u"author"_s, idText(caller.user.id));
            const Mutation m = town.mutation(caller, Verb::Create, Kind::CardDraft, town.newId(), set);
            const auto verdict = town.push(caller, m);
            QCOMPARE(verdict.outcome, Outcome::Held);
            QCOMPARE(verdict.refusal, Refusal::NotAllowed);
            QVERIFY(!town.row(Kind::CardDraft, m.target));
            QCOMPARE(town.proposal(caller, m.n).wanted, set); // nothing typed is lost
        }
        const Id draft = town.submitted(card);
        const auto verdict = town.move(desk, draft, town.approval(0));
        QCOMPARE(verdict.refusal, Refusal::NotAllowed);
        QCOMPARE(town.proposal(desk, verdict.n).wanted, town.approval(0));
        QCOMPARE(town.draftOf(draft).step, 0);
    }

    void nobodyWritesWhatTheHubPublishes()
    {
        CardTown town;
        const Caller admin = town.agent(Role::Admin);
        const Id card = town.newId();
        const Id draft = town.submitted(card);
        town.approve(draft, 0, 4);
        // Before the publication that would write them.
        const Mutation revision = town.mutation(admin, Verb::Create, Kind::CardRevision, revisionId(card, 1), {});
        QCOMPARE(town.push(admin, revision).refusal, Refusal::FixedField);
        const Mutation empty = town.mutation(admin, Verb::Create, Kind::Card, card, {});
        QCOMPARE(town.push(admin, empty).refusal, Refusal::FixedField);
        town.approve(draft, 4, 5);
        QCOMPARE(town.patch(admin, Kind::Card, card, {{u"title"_s, u"X"_s}}, town.head()).refusal, Refusal::FixedField);
        QCOMPARE(town.cardOf(card).title, u"Nid-de-poule"_s);
    }

    void twoPeopleWriteOneDraftOffline()
    {
        CardTown town;
        const Id draft = town.create(town.referent, Kind::CardDraft, town.draftSet(town.newId()));
        const qint64 base = town.head();
        const QString say = town.draftOf(draft).say;
        const auto edit = [&](const Caller &caller, const QString &title, const QString &text) {
            Mutation m =
                town.mutation(caller, Verb::Patch, Kind::CardDraft, draft, {{u"title"_s, title}, {u"say"_s, text}}, base);
            m.was = {{u"say"_s, say}};
            return town.push(caller, m);
        };
        QCOMPARE(edit(town.referent, u"Trou"_s, u"Notre agent passe sous deux jours ouvrés."_s).outcome, Outcome::Applied);
        const auto second = edit(town.colleague, u"Chaussée"_s, u"Un agent passe sous trois jours ouvrés."_s);
        QCOMPARE(second.outcome, Outcome::Conflict);
        const CardDraft merged = town.draftOf(draft);
        QCOMPARE(merged.title, u"Trou"_s);
        QCOMPARE(merged.say, u"Notre agent passe sous trois jours ouvrés."_s);
        const Proposal proposal = town.proposal(town.colleague, second.n);
        QCOMPARE(proposal.wanted, (QJsonObject{{u"title"_s, u"Chaussée"_s}}));
        QCOMPARE(proposal.found, (QJsonObject{{u"title"_s, u"Trou"_s}}));
        QCOMPARE(town.move(town.colleague, draft, proposal.wanted).outcome, Outcome::Applied); // taken
        QCOMPARE(town.draftOf(draft).title, u"Chaussée"_s);
    }

    void cardsOfOneTitleHaveTwoCodes()
    {
        CardTown town;
        QStringList codes;
        for (int i = 0; i < 3; ++i) {
            const Id card = town.newId();
            town.approve(town.submitted(card), 0, 5);
            codes.append(town.cardOf(card).code);
        }
        QCOMPARE(codes, (QStringList{u"nid-de-poule"_s, u"nid-de-poule-2"_s, u"nid-de-poule-3"_s}));
    }

    void everybodySeesTheLifeOfCards()
    {
        CardTown town;
        const Caller desk = town.agent(Role::Ambassador);
        const Id card = town.newId();
        town.approve(town.submitted(card), 0, 5);
        Mirror mirror;
        for (const Change &change : town.feed(desk))
            applyChange(mirror, change);
        QCOMPARE((mirror[{Kind::Card, card}]), town.document(Kind::Card, card));
        const Id revision = revisionId(card, 1);
        QCOMPARE((mirror[{Kind::CardRevision, revision}]), town.document(Kind::CardRevision, revision));
    }
};

QTEST_GUILESS_MAIN(TestHubCards)
#include "tst_hubcards.moc"
