#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

#include <thread>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestHubPush : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewRequestGetsItsNumber()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        QStringList numbers;
        for (int i = 0; i < 3; ++i)
            numbers.append(town.document(Kind::Request, town.request(desk, {})).value(u"number").toString());
        const int year = QDateTime::fromMSecsSinceEpoch(town.clock.now().ms).date().year();
        QCOMPARE(numbers, (QStringList{u"%1-000001"_s.arg(year), u"%1-000002"_s.arg(year), u"%1-000003"_s.arg(year)}));
        // The number travels with the creation.
        QCOMPARE(town.feed(desk).last().fields.value(u"number").toString(), numbers.last());
    }

    void theYearIsTheTowns()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        town.clock.set({QDateTime({2027, 1, 2}, {12, 0}, Qt::UTC).toMSecsSinceEpoch()});
        const qint64 newYearInParis = QDateTime({2026, 12, 31}, {23, 30}, Qt::UTC).toMSecsSinceEpoch();
        const Id id = town.request(desk, {}, {{u"received_at"_s, newYearInParis}});
        QCOMPARE(town.document(Kind::Request, id).value(u"number").toString(), u"2027-000001"_s);
        const Id before = town.request(desk, {}, {{u"received_at"_s, newYearInParis - 3'600'000}});
        QCOMPARE(town.document(Kind::Request, before).value(u"number").toString(), u"2026-000001"_s);
    }

    void receptionIsSane()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        const Id without = town.request(desk, {});
        QCOMPARE(town.document(Kind::Request, without).value(u"received_at").toInteger(), town.clock.now().ms);
        const Id future = town.request(desk, {}, {{u"received_at"_s, town.clock.now().ms + 400LL * 86'400'000}});
        QCOMPARE(town.document(Kind::Request, future).value(u"received_at").toInteger(), town.clock.now().ms);
        const qint64 yesterday = town.clock.now().ms - 86'400'000;
        const Id offline = town.request(desk, {}, {{u"received_at"_s, yesterday}});
        QCOMPARE(town.document(Kind::Request, offline).value(u"received_at").toInteger(), yesterday);
    }

    void aReplayGetsTheSameVerdict()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        QList<Mutation> all;
        for (int i = 0; i < 5; ++i) {
            all.append(town.mutation(desk, Verb::Create, Kind::Request, town.newId(), {{u"subject"_s, u"Lampe"_s}}));
            all.last().n = i + 1;
        }
        const auto first = town.hub.push(desk, {desk.device, all});
        QVERIFY(first);
        const qint64 head = town.head();
        const auto again = town.hub.push(desk, {desk.device, all});
        QVERIFY(again);
        QCOMPARE(again->verdicts, first->verdicts);
        QCOMPARE(town.head(), head);

        // The reply was lost and the desk goes on: old and new together.
        all.append(town.mutation(desk, Verb::Create, Kind::Request, town.newId(), {{u"subject"_s, u"Banc"_s}}));
        const auto mixed = town.hub.push(desk, {desk.device, all.mid(3)});
        QVERIFY(mixed);
        QCOMPARE(mixed->verdicts.size(), 3);
        QCOMPARE(mixed->lastN, 6);
        QCOMPARE(town.head(), head + 1);
    }

    void gapsAndReuseChangeNothing()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        Mutation first = town.mutation(desk, Verb::Create, Kind::Request, town.newId(), {{u"subject"_s, u"Lampe"_s}});
        town.push(desk, first);
        const qint64 head = town.head();

        Mutation late = first;
        late.n = 3;
        const auto gap = town.hub.push(desk, {desk.device, {late}});
        QCOMPARE(gap.error(), (Error{ErrorCode::MutationGap, u"1"_s}));

        Mutation next = first;
        next.n = 2;
        next.target = town.newId();
        const auto hole = town.hub.push(desk, {desk.device, {next, late, late}}); // 2, 3, 3
        QCOMPARE(hole.error().code, ErrorCode::MutationGap);

        first.set.insert(u"subject"_s, u"Banc"_s);
        const auto reused = town.hub.push(desk, {desk.device, {first, next}});
        QCOMPARE(reused.error(), (Error{ErrorCode::MutationReused, u"1"_s}));
        QCOMPARE(town.head(), head);
        QCOMPARE(town.push(desk, next).outcome, Outcome::Applied);
    }

    void onlyTheSessionsDeviceAndNotTooMuch()
    {
        TestTown town;
        const Caller desk = town.agent(Role::Ambassador);
        QCOMPARE(town.hub.push(desk, {town.newId(), {}}).error().code, ErrorCode::Forbidden);
        QList<Mutation> many(501, town.mutation(desk, Verb::Patch, Kind::Request, town.newId(), {}));
        QCOMPARE(town.hub.push(desk, {desk.device, many}).error().code, ErrorCode::TooLarge);
    }

    void fieldsRaceOneByOne()
    {
        TestTown town;
        const Caller a = town.agent(Role::Ambassador), b = town.agent(Role::Ambassador);
        const Id id = town.request(a, {});
        const qint64 base = town.head();
        QCOMPARE(town.patch(a, Kind::Request, id, {{u"subject"_s, u"A"_s}}, base).outcome, Outcome::Applied);
        const auto verdict = town.patch(b, Kind::Request, id, {{u"subject"_s, u"B"_s}, {u"address"_s, u"1 rue"_s}}, base);
        QCOMPARE(verdict.outcome, Outcome::Conflict);
        QCOMPARE(verdict.refusal, Refusal::LostRace);
        QCOMPARE(verdict.seq, town.head()); // the proposal is the last change
        const QJsonObject document = town.document(Kind::Request, id);
        QCOMPARE(document.value(u"subject").toString(), u"A"_s);
        QCOMPARE(document.value(u"address").toString(), u"1 rue"_s);

        const QList<Change> feed = town.feed(a);
        const Change &effect = feed[feed.size() - 2];
        QCOMPARE(effect.fields, (QJsonObject{{u"address"_s, u"1 rue"_s}}));
        QCOMPARE(feed.last().kind, Kind::Proposal);
        const auto proposal = fromDocument<Proposal>(feed.last().id, feed.last().fields);
        QCOMPARE(proposal.wanted, (QJsonObject{{u"subject"_s, u"B"_s}}));
        QCOMPARE(proposal.found, (QJsonObject{{u"subject"_s, u"A"_s}}));
        QCOMPARE(proposal.author, b.user.id);
        QCOMPARE(proposal.target, id);

        // Taking it: the proposal's values as a patch, and the proposal closed.
        QCOMPARE(town.patch(a, Kind::Request, id, proposal.wanted, town.head()).outcome, Outcome::Applied);
        QCOMPARE(town.patch(b, Kind::Proposal, proposal.id, {{u"state"_s, u"taken"_s}}, town.head()).outcome, Outcome::Applied);
        QCOMPARE(town.document(Kind::Request, id).value(u"subject").toString(), u"B"_s);
    }

    void statusIsCompareAndSet()
    {
        TestTown town;
        const Caller a = town.agent(Role::Ambassador), b = town.agent(Role::Ambassador);
        const Id id = town.request(a, town.service());
        const qint64 base = town.head();
        QCOMPARE(town.patch(a, Kind::Request, id, {{u"status"_s, u"in_progress"_s}}, base).outcome, Outcome::Applied);
        QCOMPARE(town.patch(b, Kind::Request, id, {{u"status"_s, u"in_progress"_s}}, base).outcome, Outcome::Applied);
        const qint64 noEffect = town.head();
        QVERIFY(town.feed(a).last().fields.isEmpty()); // still one change for the mutation
        QCOMPARE(town.feed(a).last().device, b.device);
        const auto held = town.patch(b, Kind::Request, id, {{u"status"_s, u"answered"_s}}, base);
        QCOMPARE(held.outcome, Outcome::Held);
        QCOMPARE(held.seq, noEffect + 1);
        QCOMPARE(town.document(Kind::Request, id).value(u"status").toString(), u"in_progress"_s);
    }

    void setsAndTextsMerge()
    {
        TestTown town;
        const Caller a = town.agent(Role::Ambassador), b = town.agent(Role::Ambassador);
        const Id id = town.request(a, {}, {{u"text"_s, u"un deux trois quatre cinq six"_s}, {u"tags"_s, QJsonArray{u"x"_s}}});
        const qint64 base = town.head();
        const auto add = [](const QString &tag) { return QJsonObject{{u"add"_s, QJsonArray{tag}}}; };
        town.patch(a, Kind::Request, id, {{u"tags"_s, add(u"a"_s)}}, base);
        QCOMPARE(town.patch(b, Kind::Request, id, {{u"tags"_s, add(u"b"_s)}}, base).outcome, Outcome::Applied);
        QCOMPARE(town.document(Kind::Request, id).value(u"tags").toArray(), (QJsonArray{u"a"_s, u"b"_s, u"x"_s}));

        Mutation first =
            town.mutation(a, Verb::Patch, Kind::Request, id, {{u"text"_s, u"UN deux trois quatre cinq six"_s}}, base);
        first.was = {{u"text"_s, u"un deux trois quatre cinq six"_s}};
        town.push(a, first);
        Mutation second =
            town.mutation(b, Verb::Patch, Kind::Request, id, {{u"text"_s, u"un deux trois quatre cinq SIX"_s}}, base);
        second.was = first.was;
        QCOMPARE(town.push(b, second).outcome, Outcome::Merged);
        QCOMPARE(town.document(Kind::Request, id).value(u"text").toString(), u"UN deux trois quatre cinq SIX"_s);
    }

    void whatRightsDontCoverIsHeld()
    {
        TestTown town;
        const Id mine = town.service(), other = town.service();
        const Caller desk = town.agent(Role::Ambassador), referent = town.agent(Role::Referent, {mine});
        const Id id = town.request(desk, other);
        const auto verdict = town.patch(referent, Kind::Request, id, {{u"address"_s, u"1 rue"_s}}, town.head());
        QCOMPARE(verdict.outcome, Outcome::Held);
        QCOMPARE(verdict.refusal, Refusal::OutOfScope);
        const auto unknown = town.patch(desk, Kind::Request, town.newId(), {{u"address"_s, u"1 rue"_s}}, 0);
        QCOMPARE(unknown.refusal, Refusal::UnknownTarget);
        QCOMPARE(town.feed(desk).last().kind, Kind::Proposal);
        const Caller dpo = town.agent(Role::Dpo);
        QCOMPARE(town.patch(dpo, Kind::Request, id, {{u"address"_s, u"1 rue"_s}}, town.head()).refusal, Refusal::NotAllowed);
    }

    void aLoginBelongsToOne()
    {
        TestTown town;
        const Caller admin = town.agent(Role::Admin), other = town.agent(Role::Referent);
        const Id id = town.newId();
        const auto verdict =
            town.push(admin, town.mutation(admin, Verb::Create, Kind::User, id, {{u"login"_s, other.user.login.toUpper()}}));
        QCOMPARE(verdict.outcome, Outcome::Held);
        QCOMPARE(verdict.refusal, Refusal::AlreadyThere);
        QVERIFY(!town.row(Kind::User, id));
        QCOMPARE(town.patch(admin, Kind::User, admin.user.id, {{u"login"_s, other.user.login}}, town.head()).outcome,
                 Outcome::Held);
        QCOMPARE(town.patch(admin, Kind::User, admin.user.id, {{u"login"_s, u"new"_s}}, town.head()).outcome, Outcome::Applied);
        QVERIFY(town.hub.user(u"NEW"_s));
    }

    void unknownFieldsSurvive()
    {
        TestTown town;
        const Caller newer = town.agent(Role::Ambassador), older = town.agent(Role::Ambassador);
        const QJsonObject gadget{{u"drone"_s, 7}};
        const Id id = town.request(newer, {}, {{u"flying"_s, gadget}});
        town.patch(older, Kind::Request, id, {{u"subject"_s, u"Autre"_s}}, town.head());
        QCOMPARE(town.document(Kind::Request, id).value(u"flying").toObject(), gadget);
        QCOMPARE(town.patch(newer, Kind::Request, id, {{u"flying"_s, QJsonValue()}}, town.head()).outcome, Outcome::Applied);
        QVERIFY(!town.document(Kind::Request, id).contains(u"flying"));
    }

    void concurrentPushesShareCommits()
    {
        QTemporaryDir dir;
        TestTown town(dir.filePath(u"hub.db"_s));
        constexpr int desks = 8, pushes = 25;
        QList<Caller> callers;
        for (int i = 0; i < desks; ++i)
            callers.append(town.agent(Role::Ambassador));
        const qint64 before = town.head();
        std::atomic<int> heads = 0;
        std::atomic<qint64> lastHead = 0;
        const auto subscription = town.hub.onHeadMoved([&](const Cursor &head) {
            ++heads;
            lastHead = std::max(lastHead.load(), head.seq);
        });
        std::vector<std::thread> threads;
        std::atomic<int> failures = 0;
        for (const Caller &caller : callers) {
            threads.emplace_back([&, caller] {
                QRandomGenerator random(QRandomGenerator::global()->generate());
                for (int n = 1; n <= pushes; ++n) {
                    const Mutation m{n,
                                     makeId(town.clock.now(), random),
                                     Kind::Request,
                                     Verb::Create,
                                     makeId(town.clock.now(), random),
                                     0,
                                     {{u"subject"_s, u"Lampe"_s}},
                                     {},
                                     {}};
                    const auto reply = town.hub.push(caller, {caller.device, {m}});
                    if (!reply || reply->verdicts.first().outcome != Outcome::Applied)
                        ++failures;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(town.head(), before + desks * pushes);
        QCOMPARE(lastHead.load(), town.head());
        QVERIFY2(heads < desks * pushes, "no two pushes were committed together");
        const auto report = town.hub.verify();
        QVERIFY(report);
        QCOMPARE(report->firstBroken, 0);
        std::set<QString> numbers;
        for (const Change &c : town.feed(callers.first())) {
            if (c.kind == Kind::Request)
                numbers.insert(c.fields.value(u"number").toString());
        }
        QCOMPARE(numbers.size(), std::size_t(desks * pushes));
        QVERIFY(numbers.rbegin()->endsWith(u"-000200"_s)); // gap-free
    }
};

QTEST_GUILESS_MAIN(TestHubPush)
#include "tst_hubpush.moc"
