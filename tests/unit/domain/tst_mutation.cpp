#include "domain/citizen.h"
#include "domain/mutation.h"
#include "domain/request.h"
#include "domain/workflow.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Id id(int n)
{
    QRandomGenerator random(static_cast<quint32>(n));
    return makeId({1'700'000'000'000 + n}, random);
}

const Id voirie = id(1), proprete = id(2), requestId = id(3);

Actor agent(Role role, IdSet services = {}, int user = 100)
{
    return {id(user), id(user + 1000), {role}, std::move(services), false};
}

Record record(const QJsonObject &document, qint64 seq = 10)
{
    return {document, {seq, id(9999), 1}, {}, seq};
}

Mutation patch(const QJsonObject &set, qint64 base = 10)
{
    return {5, id(50), Kind::Request, Verb::Patch, requestId, base, set, {}, {}};
}

QJsonObject assigned()
{
    Request r;
    r.subject = u"Nid-de-poule"_s;
    r.text = u"un deux trois quatre"_s;
    r.service = voirie;
    r.status = RequestStatus::Assigned;
    return toDocument(r);
}

std::optional<QJsonObject> nothing(Kind, const Id &)
{
    return std::nullopt;
}

} // namespace

class TestMutation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void patchesWhatNobodyTouched()
    {
        const Record r = record(assigned());
        const Decision d = decide(patch({{u"subject"_s, u"Trou"_s}}), &r, agent(Role::Ambassador), nothing);
        QCOMPARE(d.outcome, Outcome::Applied);
        QCOMPARE(d.effect, (QJsonObject{{u"subject"_s, u"Trou"_s}}));
        QCOMPARE(d.was, (QJsonObject{{u"subject"_s, u"Nid-de-poule"_s}}));
        QVERIFY(d.lost.isEmpty());
    }

    void firstCommitWinsAndTheOtherIsKept()
    {
        Record r = record(assigned());
        r.versions.insert(u"subject"_s, {20, id(7), 3});
        const Decision d =
            decide(patch({{u"subject"_s, u"Trou"_s}, {u"tags"_s, QJsonObject{{u"add"_s, QJsonArray{u"urgent"_s}}}}}), &r,
                   agent(Role::Ambassador), nothing);
        QCOMPARE(d.outcome, Outcome::Conflict);
        QCOMPARE(d.lost, (QJsonObject{{u"subject"_s, u"Trou"_s}}));
        QCOMPARE(d.found, (QJsonObject{{u"subject"_s, u"Nid-de-poule"_s}}));
        QCOMPARE(d.effect.keys(), QStringList{u"tags"_s}); // the rest is done
    }

    void theSameValueIsNoConflict()
    {
        Record r = record(assigned());
        r.versions.insert(u"subject"_s, {20, id(7), 3});
        const Decision d = decide(patch({{u"subject"_s, u"Nid-de-poule"_s}}), &r, agent(Role::Ambassador), nothing);
        QCOMPARE(d.outcome, Outcome::Applied);
        QVERIFY(d.effect.isEmpty());
    }

    void ownEarlierWriteIsNoRace()
    {
        Record r = record(assigned());
        const Actor a = agent(Role::Ambassador);
        r.versions.insert(u"subject"_s, {20, a.device, 4});
        QCOMPARE(decide(patch({{u"subject"_s, u"Trou"_s}}), &r, a, nothing).outcome, Outcome::Applied);
    }

    void aPlaceWinsOrLosesWhole()
    {
        Record r = record(assigned());
        r.versions.insert(u"address"_s, {20, id(7), 3});
        const Decision d = decide(patch({{u"address"_s, u"2 rue Haute"_s}, {u"latitude"_s, 48.9}, {u"longitude"_s, 4.3}}), &r,
                                  agent(Role::Ambassador), nothing);
        QCOMPARE(d.outcome, Outcome::Conflict);
        QCOMPARE(d.lost.size(), 3);
        QVERIFY(d.effect.isEmpty());
    }

    void statusIsComparedAndSet()
    {
        Record r = record(assigned());
        r.versions.insert(u"status"_s, {20, id(7), 3});
        const Decision d = decide(patch({{u"status"_s, u"in_progress"_s}, {u"subject"_s, u"Trou"_s}}), &r,
                                  agent(Role::Referent, {voirie}), nothing);
        QCOMPARE(d.outcome, Outcome::Held);
        QCOMPARE(d.cause, ProposalCause::Progress);
        QCOMPARE(d.lost.keys(), QStringList{u"status"_s});
        QCOMPARE(d.effect.keys(), QStringList{u"subject"_s});
    }

    //! The promised day moves with the end of the wait or not at all: else a second end would move it twice.
    void aWaitEndsWholeOrNotAtAll()
    {
        Record r = record(assigned());
        r.versions.insert(u"status"_s, {20, id(7), 3});
        const Decision d = decide(patch({{u"status"_s, u"in_progress"_s}, {u"due_on"_s, u"2026-12-09"_s}}), &r,
                                  agent(Role::Referent, {voirie}), nothing);
        QCOMPARE(d.lost.keys(), (QStringList{u"due_on"_s, u"status"_s}));
        QVERIFY(d.effect.isEmpty());
    }

    void theWorkflowIsAsked()
    {
        const Record r = record(assigned());
        const Actor a = agent(Role::Ambassador);
        QCOMPARE(decide(patch({{u"status"_s, u"reopened"_s}, {u"reason"_s, u"mistake"_s}}), &r, a, nothing).refusal,
                 Refusal::WrongMove);
        QCOMPARE(decide(patch({{u"status"_s, u"waiting"_s}}), &r, a, nothing).refusal, Refusal::ReasonMissing);
        QCOMPARE(decide(patch({{u"status"_s, u"waiting"_s}, {u"reason"_s, u"missing_documents"_s}}), &r, a, nothing).outcome,
                 Outcome::Applied);
        QCOMPARE(decide(patch({{u"status"_s, u"eaten"_s}}), &r, a, nothing).refusal, Refusal::WrongValue);
    }

    void nobodyIsClosedWithoutBeingTold()
    {
        QJsonObject document = assigned();
        document.insert(u"citizen"_s, idText(id(70)));
        const auto closing = [&](const QString &reason) {
            const Record r = record(document);
            return decide(patch({{u"status"_s, u"closed"_s}, {u"reason"_s, reason}}), &r, agent(Role::Ambassador), nothing);
        };
        for (const QString &claim : {u"done"_s, u"answered"_s, u"refused"_s, u"not_found"_s, u"transferred"_s}) {
            QCOMPARE(closing(claim).outcome, Outcome::Held);
            QCOMPARE(closing(claim).refusal, Refusal::CitizenNotTold);
        }
        for (const QString &said : {u"duplicate"_s, u"withdrawn"_s, u"unreachable"_s, u"Vu avec le maire"_s})
            QCOMPARE(closing(said).outcome, Outcome::Applied);
        document.insert(u"status"_s, u"answered"_s);
        QCOMPARE(closing(u"done"_s).outcome, Outcome::Applied);
        document = assigned(); // anonymous
        QCOMPARE(closing(u"done"_s).outcome, Outcome::Applied);
    }

    void everyMoveCanBeTakenBackThroughTheWorkflow()
    {
        for (std::size_t a = 0; a < Tokens<RequestStatus>::words.size(); ++a) {
            for (std::size_t b = 0; b < Tokens<RequestStatus>::words.size(); ++b) {
                for (const QString &reason : {u"done"_s, u"withdrawn"_s}) {
                    const auto from = RequestStatus(a), to = RequestStatus(b);
                    QList<RequestStatus> way{from};
                    way += waypoints(from, to, reason, true);
                    way += to;
                    for (qsizetype i = 1; i < way.size(); ++i)
                        QVERIFY2(isAllowed(way[i - 1], way[i]), qPrintable(u"%1 to %2"_s.arg(token(from), token(to))));
                    QVERIFY(way.size() < 3 || !way.mid(1, way.size() - 2).contains(RequestStatus::Closed));
                    const bool endsClosed = from != to && to == RequestStatus::Closed;
                    QVERIFY(!endsClosed || !mustTellFirst(way.at(way.size() - 2), reason, true));
                }
            }
        }
        QCOMPARE(waypoints(RequestStatus::Closed, RequestStatus::Assigned, {}, true), QList{RequestStatus::Reopened});
        QCOMPARE(waypoints(RequestStatus::Reopened, RequestStatus::Closed, u"done"_s, true), QList{RequestStatus::Answered});
        QVERIFY(waypoints(RequestStatus::Assigned, RequestStatus::InProgress, {}, true).isEmpty());
    }

    void nothingIsAPartOfItself()
    {
        const Record r = record(assigned());
        const auto above = [](Kind, const Id &request) -> std::optional<QJsonObject> {
            if (request == id(81))
                return QJsonObject{{u"parent"_s, idText(id(82))}};
            if (request == id(82))
                return QJsonObject{{u"parent"_s, idText(requestId)}};
            return QJsonObject{};
        };
        const auto under = [&](const Id &parent) {
            return decide(patch({{u"parent"_s, idText(parent)}}), &r, agent(Role::Ambassador), above).refusal;
        };
        QCOMPARE(under(id(80)), Refusal::None);
        QCOMPARE(under(requestId), Refusal::WrongValue);
        QCOMPARE(under(id(81)), Refusal::WrongValue);
    }

    void satisfactionIsAMarkOfFive()
    {
        const Record r = record(assigned());
        const auto marked = [&](const QJsonValue &mark) {
            return decide(patch({{u"satisfaction"_s, mark}}), &r, agent(Role::Ambassador), nothing).refusal;
        };
        QCOMPARE(marked(5), Refusal::None);
        QCOMPARE(marked(QJsonValue()), Refusal::None);
        QCOMPARE(marked(6), Refusal::WrongValue);
        QCOMPARE(marked(-1), Refusal::WrongValue);
    }

    void aMissionIsSeenByItsService()
    {
        const QJsonObject mission{{u"subject"_s, u"Trou"_s}, {u"service"_s, idText(voirie)}};
        const Mutation m{5, id(50), Kind::Mission, Verb::Create, id(60), 0, mission, {}, {}};
        QCOMPARE(decide(m, nullptr, agent(Role::Patroller, {voirie}), nothing).outcome, Outcome::Applied);
        QCOMPARE(decide(m, nullptr, agent(Role::Referent, {proprete}), nothing).refusal, Refusal::OutOfScope);
        QCOMPARE(decide(m, nullptr, agent(Role::Dpo), nothing).refusal, Refusal::NotAllowed);
        QCOMPARE(scopeOf(Kind::Mission, mission, nothing), (Scope{Scope::Reach::Service, voirie, false}));
        // Two patrollers take it.
        Record r = record(mission);
        r.versions.insert(u"patroller"_s, {20, id(7), 3});
        r.document.insert(u"patroller"_s, idText(id(8)));
        const Mutation take{6, id(51), Kind::Mission, Verb::Patch, id(60), 10, {{u"patroller"_s, idText(id(9))}}, {}, {}};
        const Decision d = decide(take, &r, agent(Role::Patroller, {voirie}), nothing);
        QCOMPARE(d.outcome, Outcome::Held);
        QCOMPARE(d.refusal, Refusal::LostRace);
    }

    void longTextsMerge()
    {
        QJsonObject now = assigned();
        now.insert("text"_L1, u"un deux TROIS quatre"_s);
        Record r = record(now);
        r.versions.insert(u"text"_s, {20, id(7), 3});
        Mutation m = patch({{u"text"_s, u"UN deux trois quatre"_s}});
        m.was = {{u"text"_s, u"un deux trois quatre"_s}};
        const Decision d = decide(m, &r, agent(Role::Ambassador), nothing);
        QCOMPARE(d.outcome, Outcome::Merged);
        QCOMPARE(d.effect.value("text"_L1).toString(), u"UN deux TROIS quatre"_s);
        m.set = {{u"text"_s, u"un deux 3 quatre"_s}};
        const Decision clash = decide(m, &r, agent(Role::Ambassador), nothing);
        QCOMPARE(clash.outcome, Outcome::Conflict);
        QVERIFY(clash.effect.isEmpty());
    }

    void rightsAreHeldNotDropped()
    {
        const Record r = record(assigned());
        const Mutation m = patch({{u"status"_s, u"in_progress"_s}});
        const Decision outside = decide(m, &r, agent(Role::Referent, {proprete}), nothing);
        QCOMPARE(outside.outcome, Outcome::Held);
        QCOMPARE(outside.cause, ProposalCause::Rights);
        QCOMPARE(outside.refusal, Refusal::OutOfScope);
        QCOMPARE(outside.lost, m.set);
        QCOMPARE(decide(m, &r, agent(Role::Dpo), nothing).refusal, Refusal::NotAllowed);
        QJsonObject secret = assigned();
        secret.insert("confidential"_L1, true);
        const Record hidden = record(secret);
        Actor referent = agent(Role::Referent, {voirie});
        QCOMPARE(decide(m, &hidden, referent, nothing).refusal, Refusal::OutOfScope);
        referent.cleared = true;
        QCOMPARE(decide(m, &hidden, referent, nothing).outcome, Outcome::Applied);
        User gone;
        gone.roles = {u"ambassador"_s};
        gone.disabled = true;
        QCOMPARE(decide(m, &r, actorFor(gone, Id()), nothing).outcome, Outcome::Held);
    }

    void creationIsChecked()
    {
        const auto create = [](Kind kind, const QJsonObject &set) {
            return Mutation{1, id(60), kind, Verb::Create, id(61), 0, set, {}, {}};
        };
        const Actor a = agent(Role::Ambassador);
        QCOMPARE(decide(create(Kind::Request, {{u"subject"_s, u"Trou"_s}}), nullptr, a, nothing).outcome, Outcome::Applied);
        QCOMPARE(decide(create(Kind::Request, {}), nullptr, a, nothing).refusal, Refusal::MissingField);
        QCOMPARE(
            decide(create(Kind::Request, {{u"subject"_s, u"a"_s}, {u"status"_s, u"waiting"_s}}), nullptr, a, nothing).refusal,
            Refusal::WrongMove);
        QCOMPARE(decide(create(Kind::Request, {{u"subject"_s, u"a"_s}, {u"number"_s, u"1"_s}}), nullptr, a, nothing).refusal,
                 Refusal::FixedField);
        QCOMPARE(decide(create(Kind::Citizen, {{u"first_name"_s, u"Ana"_s}}), nullptr, a, nothing).refusal,
                 Refusal::MissingField);
        QCOMPARE(
            decide(create(Kind::Note, {{u"request"_s, idText(requestId)}, {u"text"_s, u"vu"_s}}), nullptr, a, nothing).refusal,
            Refusal::UnknownTarget);
        const auto known = [](Kind, const Id &) { return std::optional(assigned()); };
        QCOMPARE(decide(create(Kind::Note, {{u"request"_s, idText(requestId)}, {u"text"_s, u"vu"_s}}), nullptr, a, known).outcome,
                 Outcome::Applied);
        QCOMPARE(decide(create(Kind::Proposal, {}), nullptr, a, nothing).refusal, Refusal::NotAllowed);
        const Record r = record(assigned());
        QCOMPARE(decide(create(Kind::Request, {{u"subject"_s, u"a"_s}}), &r, a, nothing).refusal, Refusal::AlreadyThere);
        QCOMPARE(decide(patch({}), nullptr, a, nothing).refusal, Refusal::UnknownTarget);
        const Decision unknown =
            decide(create(Kind::Request, {{u"subject"_s, u"a"_s}, {u"mood"_s, u"blue"_s}}), nullptr, a, nothing);
        QCOMPARE(unknown.after.value("mood"_L1).toString(), u"blue"_s); // of a newer program
    }

    void proposalsAreSettledByTheirAuthorOrAHead()
    {
        Proposal p;
        p.author = id(100);
        p.targetKind = u"request"_s;
        p.target = requestId;
        const Record r = record(toDocument(p));
        Mutation m = patch({{u"state"_s, u"taken"_s}});
        m.kind = Kind::Proposal;
        const auto known = [](Kind, const Id &) { return std::optional(assigned()); };
        QCOMPARE(decide(m, &r, agent(Role::Referent, {voirie}, 100), known).outcome, Outcome::Applied);
        QCOMPARE(decide(m, &r, agent(Role::Referent, {voirie}, 101), known).refusal, Refusal::NotAllowed);
        QCOMPARE(decide(m, &r, agent(Role::Head, {voirie}, 101), known).outcome, Outcome::Applied);
    }

    //! What was said of a proposal about a request is for those who see the request; a broken one ends.
    void aProposalAboutAProposalIsItsRequests()
    {
        const Id first = id(70), itself = id(71);
        const auto about = [](const QString &kind, const Id &target) {
            return QJsonObject{{u"target_kind"_s, kind}, {u"target"_s, idText(target)}};
        };
        const auto known = [&](Kind kind, const Id &id) -> std::optional<QJsonObject> {
            if (kind == Kind::Request)
                return assigned();
            return id == first ? about(u"request"_s, requestId) : about(u"proposal"_s, itself);
        };
        const Scope ofRequest{Scope::Reach::Service, voirie, false}, nobodys{Scope::Reach::Service, {}, false};
        QCOMPARE(scopeOf(Kind::Proposal, about(u"proposal"_s, first), known), ofRequest);
        QCOMPARE(scopeOf(Kind::Proposal, about(u"proposal"_s, itself), known), nobodys);
    }

    void scopesFollowTheRequest()
    {
        const auto known = [](Kind, const Id &) { return std::optional(assigned()); };
        const QJsonObject contact{{u"request"_s, idText(requestId)}};
        QCOMPARE(scopeOf(Kind::Contact, contact, known), (Scope{Scope::Reach::Service, voirie, false}));
        QCOMPARE(scopeOf(Kind::Card, {}, known).reach, Scope::Reach::Everyone);
        QCOMPARE(scopeOf(Kind::Citizen, {}, known).reach, Scope::Reach::Directory);
        QVERIFY(sees(agent(Role::Ambassador), {Scope::Reach::Service, voirie, false}));
        QVERIFY(!sees(agent(Role::Referent, {proprete}), {Scope::Reach::Service, voirie, false}));
        QVERIFY(!sees(agent(Role::Referent, {proprete}), {Scope::Reach::Directory, {}, false}));
        QVERIFY(rightsVersion(agent(Role::Referent, {proprete})) != rightsVersion(agent(Role::Referent, {voirie})));
    }

    void everyFieldEndsSomewhere()
    {
        // Whatever is asked of whatever stands there: each field is in force, or kept in \c lost; never gone.
        QVERIFY(rc::check([](quint8 seed, std::vector<std::pair<quint8, quint8>> picks, bool raced) {
            static const QStringList names{u"subject"_s, u"text"_s,    u"status"_s,   u"reason"_s,
                                           u"service"_s, u"address"_s, u"latitude"_s, u"nonsense"_s};
            static const QJsonArray values{u"a b"_s, u"waiting"_s, u"closed"_s, idText(voirie), 12.5, QJsonValue()};
            QJsonObject set;
            for (const auto &[name, value] : picks)
                set.insert(names[name % names.size()], values[value % values.size()]);
            Record r = record(assigned());
            if (raced)
                r.versions.insert(names[seed % names.size()], {20, id(7), 3});
            const Decision d = decide(patch(set), &r, agent(seed % 2 ? Role::Ambassador : Role::Referent, {voirie}), nothing);
            for (auto it = set.begin(); it != set.end(); ++it)
                RC_ASSERT(d.lost.contains(it.key()) || normal(d.after.value(it.key())) == normal(it.value()));
            RC_ASSERT((d.outcome == Outcome::Applied || d.outcome == Outcome::Merged) == d.lost.isEmpty());
            for (auto it = d.effect.begin(); it != d.effect.end(); ++it)
                RC_ASSERT(normal(d.after.value(it.key())) == it.value() && d.was.contains(it.key()));
        }));
    }
};

QTEST_APPLESS_MAIN(TestMutation)
#include "tst_mutation.moc"
