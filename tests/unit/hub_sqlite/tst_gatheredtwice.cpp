#include "domain/incident.h"
#include "testkit/property.h"
#include "testtown.h"

#include <QtTest/QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! A desk says that two of five reports have one cause.
struct Word
{
    int desk = 0, one = 0, other = 0;

    bool operator==(const Word &) const = default;
};

std::ostream &operator<<(std::ostream &out, const Word &w)
{
    return out << "Word{" << w.desk << ", " << w.one << ", " << w.other << '}';
}

constexpr int reports = 5;

rc::Gen<Word> anyWord()
{
    return rc::gen::build<Word>(rc::gen::set(&Word::desk, rc::gen::inRange(0, 2)),
                                rc::gen::set(&Word::one, rc::gen::inRange(0, reports)),
                                rc::gen::set(&Word::other, rc::gen::inRange(0, reports)));
}

using Sets = std::set<std::set<int>>; //!< the reports that are together

//! A desk without the hub: what it saw, and what it said since.
class OfflineDesk
{
public:
    OfflineDesk(TestTown &town, const Caller &caller, const std::vector<Id> &requests)
        : m_town(town), m_caller(caller), m_seen(town.head())
    {
        for (const Id &request : requests)
            m_documents[{Kind::Request, request}] = town.document(Kind::Request, request);
    }

    void gather(const Id &one, const Id &other)
    {
        const Id of = incidentOf(one), to = incidentOf(other);
        const Id into = !of.isNull() ? of : !to.isNull() ? to : m_town.newId();
        if (of.isNull() && to.isNull()) {
            const QJsonObject made{
                {u"latitude"_s, 48.95}, {u"longitude"_s, 4.36}, {u"subject"_s, u"Trou"_s}, {u"at"_s, m_town.clock.now().ms}};
            say(Verb::Create, Kind::Incident, into, made);
        } else if (!of.isNull() && !to.isNull() && of != to) {
            say(Verb::Patch, Kind::Incident, to, {{u"merged_into"_s, idText(into)}});
        }
        for (const Id &request : {one, other}) {
            if (incidentOf(request).isNull())
                say(Verb::Patch, Kind::Request, request, {{u"incident"_s, idText(into)}});
        }
    }

    //! What it said first.
    bool push()
    {
        if (m_said.empty())
            return false;
        Mutation m = m_said.front();
        m_said.erase(m_said.begin());
        m.n = TestTown::nextN(m_town.hub, m_caller);
        m_verdicts.append(m_town.push(m_caller, m));
        return true;
    }

    const QList<PushVerdict> &verdicts() const { return m_verdicts; }

private:
    void say(Verb verb, Kind kind, const Id &target, const QJsonObject &set)
    {
        Mutation m{0, m_town.newId(), kind, verb, target, verb == Verb::Create ? 0 : m_seen, set, {}, {}};
        if (verb == Verb::Patch)
            m.was.insert(gatheringField(kind), QJsonValue());
        QJsonObject &document = m_documents[{kind, target}];
        document = optimistic(m, document);
        m_said.push_back(m);
    }

    Id incidentOf(const Id &request)
    {
        const Lookup lookup = [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
            const auto it = m_documents.find({kind, id});
            return it == m_documents.end() ? std::nullopt : std::optional(it->second);
        };
        const QString text = m_documents[{Kind::Request, request}].value("incident"_L1).toString();
        return standingIncident(idFromText(text).value_or(Id()), lookup);
    }

    TestTown &m_town;
    Caller m_caller;
    qint64 m_seen;
    std::map<std::pair<Kind, Id>, QJsonObject> m_documents;
    std::vector<Mutation> m_said;
    QList<PushVerdict> m_verdicts;
};

} // namespace

//! Two desks gather at once, each without having heard of the other: both are right, and nobody has anything to settle.
class TestGatheredTwice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>();
        const Id roads = m_town->service();
        m_desk = m_town->agent(Role::Ambassador);
        m_other = m_town->agent(Role::Ambassador);
        for (int i = 0; i < 3; ++i)
            m_requests[i] = m_town->request(m_desk, roads);
        m_old = incident(1000);
        m_young = incident(2000);
        m_seen = m_town->head();
    }

    void theSecondWordMergesTheTwo()
    {
        for (const bool isOldFirst : {true, false}) {
            init();
            const Id first = isOldFirst ? m_old : m_young, second = isOldFirst ? m_young : m_old;
            QCOMPARE(join(m_desk, m_requests[0], first).outcome, Outcome::Applied);
            QCOMPARE(join(m_desk, m_requests[1], first).outcome, Outcome::Applied);
            const PushVerdict verdict = join(m_other, m_requests[1], second);
            QCOMPARE(verdict.outcome, Outcome::Merged);
            QCOMPARE(verdict.seq, m_town->head());
            QCOMPARE(join(m_other, m_requests[2], second).outcome, Outcome::Applied);
            QCOMPARE(into(m_young), m_old);
            QVERIFY(into(m_old).isNull());
            QCOMPARE(incidentOf(m_requests[1]), first); // where it was
            QVERIFY(proposals().isEmpty());
            QVERIFY(m_town->hub.verify());
        }
    }

    //! The feed and the chain have it as any change, by whoever said the second word; and it is taken back as any merge.
    void theMergeIsTheirsAndIsTakenBack()
    {
        join(m_desk, m_requests[0], m_old);
        const qint64 before = m_town->head();
        join(m_other, m_requests[0], m_young);
        const QList<Change> feed = m_town->feed(m_desk);
        const auto merge =
            std::find_if(feed.begin(), feed.end(), [&](const Change &c) { return c.id == m_young && c.seq > before; });
        QVERIFY(merge != feed.end());
        QCOMPARE(merge->fields, (QJsonObject{{u"merged_into"_s, idText(m_old)}}));
        QCOMPARE(merge->was, (QJsonObject{{u"merged_into"_s, QJsonValue()}}));
        QCOMPARE(merge->actor, m_other.user.id);
        QCOMPARE(merge->seq, before + 1); // nobody sees the request before it
        QCOMPARE(m_town->patch(m_desk, Kind::Incident, m_young, {{u"merged_into"_s, QJsonValue()}}, m_town->head()).outcome,
                 Outcome::Applied);
        QVERIFY(into(m_young).isNull());
        QVERIFY(m_town->hub.verify());
    }

    void whatIsOneAlreadyStaysAsItIs()
    {
        join(m_desk, m_requests[0], m_old);
        QCOMPARE(merge(m_desk, m_young, m_old).outcome, Outcome::Applied);
        const QJsonObject before = m_town->document(Kind::Incident, m_young);
        QCOMPARE(join(m_other, m_requests[0], m_young).outcome, Outcome::Merged);
        QCOMPARE(m_town->document(Kind::Incident, m_young), before);
        QVERIFY(into(m_old).isNull());
        QVERIFY(proposals().isEmpty());
    }

    //! One desk merges A into B, another B into A, a third A into C: all of it is one.
    void mergesAtOnceAreOne()
    {
        const Id third = incident(3000);
        QCOMPARE(merge(m_desk, m_young, m_old).outcome, Outcome::Applied);
        QCOMPARE(merge(m_other, m_old, m_young).outcome, Outcome::Merged);
        QVERIFY(into(m_old).isNull());
        QCOMPARE(merge(m_other, m_young, third).outcome, Outcome::Merged);
        QCOMPARE(into(third), m_old);
        QCOMPARE(into(m_young), m_old);
        QVERIFY(proposals().isEmpty());
    }

    //! What the hub merged because of a desk's first word, that desk has not seen when it says its second.
    void theSecondWordOfOneDeskUndoesNothing()
    {
        const Id third = incident(3000);
        m_seen = m_town->head();
        join(m_desk, m_requests[0], m_old);
        QCOMPARE(join(m_other, m_requests[0], m_young).outcome, Outcome::Merged);
        QCOMPARE(into(m_young), m_old);
        QCOMPARE(merge(m_other, m_young, third).outcome, Outcome::Merged);
        QCOMPARE(into(m_young), m_old);
        QCOMPARE(into(third), m_old);
        QVERIFY(proposals().isEmpty());
    }

    //! Whoever saw it in another incident, and moves it, contradicts: people settle it. So does an old program, which says
    //! nothing.
    void whoSawItElsewhereContradicts()
    {
        join(m_desk, m_requests[0], m_old);
        const QJsonObject set{{u"incident"_s, idText(m_young)}};
        Mutation m = m_town->mutation(m_other, Verb::Patch, Kind::Request, m_requests[0], set, m_seen);
        QCOMPARE(m_town->push(m_other, m).outcome, Outcome::Conflict);
        QVERIFY(into(m_young).isNull());
        m = m_town->mutation(m_other, Verb::Patch, Kind::Request, m_requests[0], {{u"incident"_s, QJsonValue()}}, m_seen);
        QCOMPARE(m_town->push(m_other, m).outcome, Outcome::Conflict); // nor is it taken out unseen
        QCOMPARE(incidentOf(m_requests[0]), m_old);
    }

    void anIncidentIsNotMergedIntoItself() { QCOMPARE(merge(m_desk, m_old, m_old).refusal, Refusal::WrongValue); }

    //! Whatever two desks gathered without the hub, in whatever order it comes: the same reports are together.
    void anyOrderLeavesTheSameTogether()
    {
        PARVIS_PROPERTY("any order of two desks' gatherings", [] {
            const auto words = *rc::gen::container<std::vector<Word>>(anyWord());
            const auto order = *rc::gen::container<std::vector<bool>>(40, rc::gen::arbitrary<bool>());
            Sets expected;
            for (int i = 0; i < reports; ++i)
                expected.insert({i});
            for (const Word &word : words) {
                const auto with = [&expected](int report) {
                    return *std::find_if(expected.begin(), expected.end(), [&](const auto &s) { return s.contains(report); });
                };
                std::set<int> both = with(word.one), other = with(word.other);
                expected.erase(both);
                expected.erase(other);
                both.merge(other);
                expected.insert(both);
            }
            RC_ASSERT(together(words, order) == expected);
        });
    }

private:
    static Sets together(const std::vector<Word> &words, const std::vector<bool> &order)
    {
        TestTown town;
        const Id roads = town.service();
        const std::vector<Caller> callers{town.agent(Role::Ambassador), town.agent(Role::Ambassador)};
        std::vector<Id> requests;
        for (int i = 0; i < reports; ++i)
            requests.push_back(town.request(callers[0], roads));
        std::vector<OfflineDesk> desks;
        for (const Caller &caller : callers)
            desks.emplace_back(town, caller, requests);
        for (const Word &word : words) {
            if (word.one != word.other)
                desks[std::size_t(word.desk)].gather(requests[std::size_t(word.one)], requests[std::size_t(word.other)]);
        }
        for (std::size_t i = 0;; ++i) {
            const std::size_t first = i < order.size() && order[i] ? 1 : 0;
            if (!desks[first].push() && !desks[1 - first].push())
                break;
        }
        for (const OfflineDesk &desk : desks) {
            for (const PushVerdict &verdict : desk.verdicts())
                RC_ASSERT(verdict.outcome == Outcome::Applied || verdict.outcome == Outcome::Merged);
        }
        const Lookup lookup = [&town](Kind kind, const Id &id) -> std::optional<QJsonObject> {
            const QJsonObject document = town.document(kind, id);
            return document.isEmpty() ? std::nullopt : std::optional(document);
        };
        std::map<Id, std::set<int>> byIncident;
        Sets sets;
        for (int i = 0; i < reports; ++i) {
            const QString text = town.document(Kind::Request, requests[std::size_t(i)]).value("incident"_L1).toString();
            const Id standing = standingIncident(idFromText(text).value_or(Id()), lookup);
            if (standing.isNull())
                sets.insert({i});
            else
                byIncident[standing].insert(i);
        }
        for (const auto &[incident, set] : byIncident)
            sets.insert(set);
        return sets;
    }

    PushVerdict join(const Caller &caller, const Id &request, const Id &incident)
    {
        Mutation m = m_town->mutation(caller, Verb::Patch, Kind::Request, request, {{u"incident"_s, idText(incident)}}, m_seen);
        m.was.insert(u"incident"_s, QJsonValue());
        return m_town->push(caller, m);
    }
    PushVerdict merge(const Caller &caller, const Id &incident, const Id &into)
    {
        Mutation m = m_town->mutation(caller, Verb::Patch, Kind::Incident, incident, {{u"merged_into"_s, idText(into)}}, m_seen);
        m.was.insert(u"merged_into"_s, QJsonValue());
        return m_town->push(caller, m);
    }
    Id incident(qint64 at)
    {
        return m_town->create(
            m_desk, Kind::Incident,
            {{u"latitude"_s, 48.95}, {u"longitude"_s, 4.36}, {u"subject"_s, u"Trou"_s}, {u"at"_s, 1'700'000'000'000 + at}});
    }
    Id idIn(Kind kind, const Id &id, QLatin1StringView field)
    {
        return idFromText(m_town->document(kind, id).value(field).toString()).value_or(Id());
    }
    Id incidentOf(const Id &request) { return idIn(Kind::Request, request, "incident"_L1); }
    Id into(const Id &incident) { return idIn(Kind::Incident, incident, "merged_into"_L1); }
    QList<Change> proposals()
    {
        QList<Change> all = m_town->feed(m_desk);
        all.removeIf([](const Change &c) { return c.kind != Kind::Proposal; });
        return all;
    }

    std::unique_ptr<TestTown> m_town;
    Caller m_desk, m_other;
    std::array<Id, 3> m_requests;
    Id m_old, m_young;
    qint64 m_seen = 0;
};

QTEST_GUILESS_MAIN(TestGatheredTwice)
#include "tst_gatheredtwice.moc"
