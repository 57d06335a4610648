#include "testkit/property.h"
#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! One push by one of the agents, by small numbers that RapidCheck can shrink.
struct Step
{
    int agent = 0;
    int verb = 0;
    int target = 0;
    int field = 0;
    int value = 0;
    int age = 0;   //!< how many changes the author is behind
    int again = 0; //!< how often the push is repeated, for replies get lost

    bool operator==(const Step &) const = default;
};

std::ostream &operator<<(std::ostream &out, const Step &s)
{
    return out << "Step{" << s.agent << ", " << s.verb << ", " << s.target << ", " << s.field << ", " << s.value << ", " << s.age
               << ", " << s.again << '}';
}

rc::Gen<Step> anyStep()
{
    const auto below = [](int n) { return rc::gen::inRange(0, n); };
    return rc::gen::build<Step>(rc::gen::set(&Step::agent, below(4)), rc::gen::set(&Step::verb, below(6)),
                                rc::gen::set(&Step::target, below(5)), rc::gen::set(&Step::field, below(7)),
                                rc::gen::set(&Step::value, below(4)), rc::gen::set(&Step::age, below(6)),
                                rc::gen::set(&Step::again, below(3)));
}

class Play
{
public:
    Play()
    {
        for (int i = 0; i < 2; ++i)
            m_services.append(m_town.service());
        m_agents = {m_town.agent(Role::Ambassador, {}, true), m_town.agent(Role::Ambassador),
                    m_town.agent(Role::Referent, {m_services[0]}),
                    m_town.agent(Role::Head, {m_services[0], m_services[1]}, true)};
        for (int i = 0; i < 2; ++i)
            m_citizens.append(m_town.create(m_agents[0], Kind::Citizen, {{u"last_name"_s, u"Nom%1"_s.arg(i)}}));
        for (int i = 0; i < 4; ++i)
            m_requests.append(
                m_town.request(m_agents[0], i < 2 ? m_services[i] : Id(), {{u"text"_s, u"un deux trois quatre"_s}}));
    }

    void run(const Step &step)
    {
        const Caller &agent = m_agents[step.agent];
        const Mutation m = mutationOf(step, agent);
        const auto first = m_town.hub.push(agent, {agent.device, {m}});
        RC_ASSERT(bool(first));
        RC_ASSERT(first->lastN == m.n); // 1: settled at once
        for (int i = 0; i < step.again; ++i) {
            const auto again = m_town.hub.push(agent, {agent.device, {m}});
            RC_ASSERT(bool(again) && again->verdicts == first->verdicts); // 2
        }
        m_settled.append({agent, m, first->verdicts.first()});
    }

    void check()
    {
        const QList<Change> all = m_town.feed(m_agents[0]);
        checkHistory(all);
        for (const auto &[agent, m, verdict] : m_settled)
            checkVerdict(all, agent, m, verdict);
        const auto report = m_town.hub.verify();
        RC_ASSERT(bool(report) && report->firstBroken == 0 && report->checked == m_town.head()); // 12
        for (const Caller &agent : m_agents)
            checkView(agent);
    }

private:
    struct Settled
    {
        Caller agent;
        Mutation mutation;
        PushVerdict verdict;
    };

    Mutation mutationOf(const Step &step, const Caller &agent)
    {
        const bool isNew = step.target >= m_requests.size(); // others may have spoken of it before it is there
        const Id target = isNew ? m_late : m_requests[step.target];
        if (isNew && step.verb == 2) {
            return m_town.mutation(agent, Verb::Create, Kind::Request, target,
                                   {{u"subject"_s, u"Lampe"_s},
                                    {u"service"_s, idText(m_services[step.value % 2])},
                                    {u"status"_s, u"assigned"_s},
                                    {u"confidential"_s, step.field % 3 == 0}});
        }
        const qint64 base = std::max<qint64>(0, m_town.head() - step.age);
        if (step.verb == 0) {
            return m_town.mutation(agent, Verb::Create, Kind::Note, m_town.newId(),
                                   {{u"request"_s, idText(target)}, {u"text"_s, u"Vu"_s}});
        }
        if (step.verb == 1) {
            return m_town.mutation(agent, Verb::Patch, Kind::Citizen, m_citizens[step.value % 2],
                                   {{u"phone"_s, u"+3361234567%1"_s.arg(step.field)}}, base);
        }
        const QString one = QString::number(step.value);
        QJsonObject set;
        switch (step.field) {
        case 0: set = {{u"subject"_s, u"Sujet "_s + one}}; break;
        case 1: set = {{u"status"_s, token(RequestStatus(step.value))}, {u"reason"_s, u"raison"_s}}; break;
        case 2: set = {{u"service"_s, step.value < 2 ? QJsonValue(idText(m_services[step.value])) : QJsonValue()}}; break;
        case 3: set = {{u"tags"_s, QJsonObject{{step.value % 2 ? u"add"_s : u"remove"_s, QJsonArray{one}}}}}; break;
        case 4: set = {{u"citizen"_s, step.value < 2 ? QJsonValue(idText(m_citizens[step.value])) : QJsonValue()}}; break;
        case 5: set = {{u"confidential"_s, step.value % 2 == 0}, {u"address"_s, one + u" rue"_s}}; break;
        default: set = {{u"text"_s, u"un deux "_s + one + u" quatre"_s}}; break;
        }
        Mutation m = m_town.mutation(agent, Verb::Patch, Kind::Request, target, set, base);
        if (step.field == 6)
            m.was = {{u"text"_s, u"un deux trois quatre"_s}};
        return m;
    }

    void checkHistory(const QList<Change> &all)
    {
        qint64 seq = 0;
        Mirror mirror;
        std::map<std::pair<Id, qint64>, int> effects;
        for (const Change &c : all) {
            seq += c.op == ChangeOp::Enter ? 0 : 1; // it shares the number of its cause
            RC_ASSERT(c.seq == seq);                // 3, for somebody who sees all
            if (c.op == ChangeOp::Patch) {          // 7: each patch grows from what stood there, so a version has one successor
                const QJsonObject &before = mirror.at({c.kind, c.id});
                for (auto it = c.was.begin(); it != c.was.end(); ++it)
                    RC_ASSERT(normal(before.value(it.key())) == it.value());
                RC_ASSERT(c.was.keys() == c.fields.keys());
            }
            if (!c.device.isNull() && c.kind != Kind::Proposal)
                RC_ASSERT(++effects[std::pair(c.device, c.n)] == 1); // 2
            applyChange(mirror, c);
        }
        RC_ASSERT(seq == m_town.head());
        for (const auto &[key, document] : mirror)
            RC_ASSERT(m_town.document(key.first, key.second) == document);
    }

    static void checkVerdict(const QList<Change> &all, const Caller &agent, const Mutation &m, const PushVerdict &verdict)
    {
        QList<Change> own;
        for (const Change &c : all) {
            if (c.device == agent.device && c.n == m.n && c.op != ChangeOp::Enter)
                own.append(c);
        }
        RC_ASSERT(!own.isEmpty());
        RC_ASSERT(own.last().seq == verdict.seq);
        const bool isLoser = verdict.outcome == Outcome::Conflict || verdict.outcome == Outcome::Held;
        RC_ASSERT((own.last().kind == Kind::Proposal) == isLoser);
        if (!isLoser)
            return;
        const auto wanted = own.last().fields.value(u"wanted").toObject(); // 7: every loser is stored as it was said
        for (auto it = m.set.begin(); it != m.set.end(); ++it) {
            const bool isLost = wanted.contains(it.key());
            RC_ASSERT(!isLost || wanted.value(it.key()) == it.value());
            RC_ASSERT(isLost || own.size() == 2 || verdict.outcome == Outcome::Conflict || !wanted.isEmpty());
        }
    }

    //! However the history is cut into pages, and by snapshot, a desk comes to hold the same; nothing out of sight is in it.
    void checkView(const Caller &agent)
    {
        Mirror whole, paged;
        const QList<Change> changes = m_town.feed(agent);
        for (const Change &c : changes)
            applyChange(whole, c);
        const QList<Change> again = m_town.feed(agent, {}, 3);
        for (const Change &c : again)
            applyChange(paged, c);
        RC_ASSERT(paged == whole);

        Mirror taken;
        QString after;
        do {
            const auto page = m_town.hub.snapshotPage(agent, after, 4);
            RC_ASSERT(bool(page));
            for (const SnapshotRow &row : page->rows) {
                if (!row.history)
                    taken[{row.kind, row.id}] = row.document;
            }
            after = page->after;
        } while (!after.isEmpty());
        RC_ASSERT(taken == whole);

        const Lookup lookup = [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
            const QJsonObject document = m_town.document(kind, id);
            return document.isEmpty() ? std::nullopt : std::optional(document);
        };
        for (const auto &[key, document] : whole) {
            const Scope scope = scopeOf(key.first, document, lookup);
            RC_ASSERT(scope.reach == Scope::Reach::Directory || sees(agent.actor, scope));
        }
    }

    TestTown m_town;
    QList<Id> m_services, m_citizens, m_requests;
    Id m_late = m_town.newId();
    QList<Caller> m_agents;
    QList<Settled> m_settled;
};

} // namespace

class TestHubProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyInterleavingKeepsTheInvariants()
    {
        PARVIS_PROPERTY("pushes of several desks in any order", [] {
            const auto steps = *rc::gen::container<std::vector<Step>>(anyStep());
            Play play;
            for (const Step &step : steps)
                play.run(step);
            play.check();
        });
    }
};

QTEST_GUILESS_MAIN(TestHubProperties)
#include "tst_hubproperties.moc"
