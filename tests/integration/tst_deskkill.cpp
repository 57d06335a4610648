#include "integration/deskedits.h"
#include "integration/desktown.h"
#include "protocol/codec.h"
#include "unit/store/storekit.h"

#include <QtCore/QTimer>
#include <QtTest/QTest>

#include <numeric>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! What a desk has said that it holds.
struct Acknowledged
{
    QString mark; //!< in every field that was written, and nowhere else
    QList<qint64> numbers;
};

//! An agent who never stops: as soon as one edit is saved, the next one comes. Whatever kills the desk, they start it again.
class Agent final : public QObject
{
    Q_OBJECT
public:
    Agent(std::unique_ptr<DeskProcess> desk, const QString &name, QStringList &requests, QRandomGenerator &random)
        : m_desk(std::move(desk)), m_name(name), m_requests(requests), m_random(random)
    {
        m_pause.setSingleShot(true);
        connect(m_desk.get(), &DeskProcess::ready, this, &Agent::work);
        connect(&m_pause, &QTimer::timeout, this, &Agent::work);
        connect(m_desk.get(), &DeskProcess::answered, this, &Agent::heard);
        connect(m_desk.get(), &DeskProcess::ended, this, [this] {
            const QString error = m_desk->failure().value("error"_L1).toString();
            if (error == "network"_L1 || error == "unavailable"_L1) // no hub yet, and nothing to work with without it
                restart();
            else if (!m_isOver)
                m_broken = "a desk ended: " + compactJson(m_desk->failure());
        });
    }

    DeskProcess &desk() { return *m_desk; }
    const QList<Acknowledged> &acknowledged() const { return m_acknowledged; }
    int refusals() const { return m_refusals; }
    const QByteArray &broken() const { return m_broken; }

    void restart()
    {
        m_pause.stop();
        m_desk->kill();
        m_number = 0;
        m_desk->start();
    }

    void stop()
    {
        m_isOver = true;
        m_pause.stop();
    }

private:
    void work()
    {
        if (m_isOver || !m_desk->isReady())
            return;
        m_mark = u"<%1%2>"_s.arg(m_name).arg(++m_count);
        m_number = m_desk->send({{u"do"_s, u"submit"_s}, {u"edits"_s, edits()}});
    }

    //! New calls, and whatever two desks may change of one request.
    QJsonArray edits()
    {
        m_new.clear();
        const int what = m_random.bounded(100);
        if (m_requests.isEmpty() || what < 30) {
            m_new = newId();
            return call(m_new, m_mark);
        }
        const QString request = m_requests.at(m_random.bounded(int(std::min<qsizetype>(m_requests.size(), contested))));
        if (what < 50)
            return {creation(Kind::Note, newId(), {{u"request"_s, request}, {u"text"_s, m_mark}})};
        if (what < 70)
            return {patch(request, {{u"subject"_s, m_mark}})};
        if (what < 80)
            return {patch(request, {{u"text"_s, m_mark}, {u"address"_s, m_mark}})};
        const QStringList moves{u"waiting"_s, u"closed"_s, u"reopened"_s};
        return {patch(request, {{u"status"_s, moves.at(m_random.bounded(int(moves.size())))}, {u"reason"_s, m_mark}})};
    }

    void heard(int number, const QJsonObject &answer)
    {
        if (number != m_number)
            return;
        m_number = 0;
        QList<qint64> numbers;
        const QJsonArray list = answer.value("numbers"_L1).toArray();
        for (const QJsonValue &n : list)
            numbers.append(n.toInteger());
        if (numbers.isEmpty()) // the rules said no (a move of a state that changed, a request that has not come yet)
            ++m_refusals;
        else
            m_acknowledged.append({m_mark, numbers});
        if (!numbers.isEmpty() && !m_new.isEmpty())
            m_requests.append(m_new);
        if (!m_isOver)
            m_pause.start(int(m_random.bounded(longestPauseMs)));
    }

    static constexpr int contested = 6; //!< requests that both desks change
    static constexpr int longestPauseMs = 40;

    std::unique_ptr<DeskProcess> m_desk;
    const QString m_name;
    QStringList &m_requests; //!< of both agents
    QRandomGenerator &m_random;
    QTimer m_pause;
    QString m_mark, m_new;
    int m_number = 0; //!< of the command under way
    int m_count = 0;
    int m_refusals = 0;
    bool m_isOver = false;
    QByteArray m_broken; //!< why the desk can't be used any more
    QList<Acknowledged> m_acknowledged;
};

} // namespace

// kill -9 of the real hub and of real desks at random instants, from the first sync on, while agents go on working: what a desk
// has acknowledged is at the hub and at the other desk afterwards. PARVIS_KILL_SEED=… repeats the choices of a run (who is
// killed, when, what is edited), though not the scheduling of the machine.
class DeskKillTest final : public QObject
{
    Q_OBJECT

private:
    static constexpr int cycles = 110;
    static constexpr int longestLifeMs = 500;

    static qint64 count(Database &database, QLatin1StringView sql) { return storekit::must(database.integer(sql)).value_or(-1); }

    static QByteArray firstDifference(const QByteArray &a, const QByteArray &b)
    {
        const QList<QByteArray> here = a.split('\n');
        const QList<QByteArray> there = b.split('\n');
        const auto [h, t] = std::mismatch(here.begin(), here.end(), there.begin(), there.end());
        if (h == here.end() && t == there.end())
            return {};
        return (h == here.end() ? QByteArray("the end") : *h) + "\n   against " + (t == there.end() ? QByteArray("the end") : *t);
    }

    static qint64 changes(const DeskTown &town)
    {
        auto hub = storekit::must(Database::open(town.hub() + u"/town.sqlite"_s));
        return count(hub, "SELECT count(*) FROM change WHERE n > 0"_L1);
    }

    static qint64 seq(DeskProcess &desk) { return desk.ask({{u"do"_s, u"status"_s}}).value("seq"_L1).toInteger(-1); }

private Q_SLOTS:
    void acknowledgedWorkSurvivesEveryKill()
    {
        const quint32 seed = qEnvironmentVariableIsSet("PARVIS_KILL_SEED")
                                 ? quint32(qEnvironmentVariable("PARVIS_KILL_SEED").toUInt())
                                 : QRandomGenerator::system()->generate();
        qInfo("PARVIS_KILL_SEED=%u", seed);
        QRandomGenerator random(seed);
        DeskTown town;
        QVERIFY(town.found(60));
        QVERIFY(town.serve());
        QStringList requests;
        Agent a(town.desk(u"m.roussel"_s), u"A"_s, requests, random);
        Agent b(town.desk(u"s.benali"_s), u"B"_s, requests, random);
        a.restart();
        b.restart();

        // Half of the kills come whenever they come, half once both desks are at work: else a slow machine would never get there.
        std::array<int, 3> killed{};
        bool hubFailed = false;
        bool isPatient = false;
        QTimer life;
        life.setSingleShot(true);
        const auto liveOn = [&](bool patient) {
            isPatient = patient;
            life.start(int(random.bounded(longestLifeMs)));
        };
        connect(&life, &QTimer::timeout, this, [&] {
            if (isPatient && !(a.desk().isReady() && b.desk().isReady()))
                return liveOn(true);
            const int victim = random.bounded(int(killed.size()));
            if (victim == 0) {
                a.restart();
            } else if (victim == 1) {
                b.restart();
            } else {
                town.server().kill();
                hubFailed = !town.serve();
                for (Agent *agent : {&a, &b}) {
                    if (agent->desk().isReady())
                        agent->desk().send({{u"do"_s, u"sync"_s}}); // the network is back: no need to wait for the next try
                }
            }
            ++killed[std::size_t(victim)];
            if (!hubFailed && std::accumulate(killed.begin(), killed.end(), 0) < cycles)
                liveOn(random.bounded(2) == 0);
        });
        liveOn(false);
        const auto broken = [&] { return hubFailed ? QByteArray("no hub") : a.broken() + b.broken(); };
        QTRY_VERIFY_WITH_TIMEOUT(!broken().isEmpty() || !life.isActive(), 240'000);
        QVERIFY2(broken().isEmpty(), broken());
        QVERIFY(!life.isActive());
        a.stop();
        b.stop();
        a.desk().kill();
        b.desk().kill();
        const qint64 pushedMeanwhile = changes(town);

        // Everybody comes to rest.
        QVERIFY2(a.desk().open() && b.desk().open(), compactJson(a.desk().failure()) + compactJson(b.desk().failure()));
        QVERIFY(a.desk().settle() && b.desk().settle() && a.desk().settle());
        QTRY_COMPARE(seq(a.desk()), seq(b.desk()));
        QCOMPARE(a.desk().quit(), 0);
        QCOMPARE(b.desk().quit(), 0);
        QCOMPARE(town.server().terminate(), 0);
        const auto verified = town.run({u"verify"_s});
        QVERIFY2(verified.code == 0, qPrintable(verified.err));
        qInfo("%d and %d kills of desks, %d of the hub; %lld and %lld edits acknowledged, %d refused; %lld changes during the "
              "kills",
              killed[0], killed[1], killed[2], qlonglong(a.acknowledged().size()), qlonglong(b.acknowledged().size()),
              a.refusals() + b.refusals(), qlonglong(pushedMeanwhile));
        QVERIFY(pushedMeanwhile > cycles); // it was during sync, indeed
        QVERIFY(a.acknowledged().size() + b.acknowledged().size() > cycles);

        // Nothing is lost, nothing is there twice, and both see the same.
        DeskStore storeA = town.store(u"m.roussel"_s);
        DeskStore storeB = town.store(u"s.benali"_s);
        auto hub = storekit::must(Database::open(town.hub() + u"/town.sqlite"_s));
        const auto check = [&hub](const Agent &agent, DeskStore &own, DeskStore &other) {
            QCOMPARE(count(own.database(), "SELECT count(*) FROM outbox WHERE outcome IS NULL"_L1), 0);
            const QByteArray seen = storekit::contentOf(other.database(), storekit::shownTables);
            for (const Acknowledged &edit : agent.acknowledged()) {
                QVERIFY2(seen.contains(edit.mark.toUtf8()), qPrintable(edit.mark));
                for (const qint64 n : edit.numbers) {
                    const auto verdict =
                        hub.integer("SELECT outcome FROM verdict WHERE device = ? AND n = ?"_L1, own.device(), n);
                    QVERIFY2(verdict && *verdict, qPrintable(edit.mark));
                }
            }
        };
        check(a, storeA, storeB);
        check(b, storeB, storeA);
        const auto doubles = hub.integer("SELECT count(*) FROM (SELECT 1 FROM change WHERE n > 0 "
                                         "GROUP BY device, n, op = ? AND kind = ? HAVING count(*) > 1)"_L1,
                                         int(ChangeOp::Create), int(Kind::Proposal));
        QVERIFY(doubles && *doubles == 0);
        for (DeskStore *store : {&storeA, &storeB}) {
            QVERIFY(storekit::checkIndexes(store->database()));
            // A first sync brings records, not the changes that made them: which desk has those depends on when it was killed.
            QVERIFY(store->database().run("DELETE FROM history WHERE op = 'create'"_L1));
        }
        const QByteArray difference = firstDifference(storekit::contentOf(storeA.database(), storekit::shownTables),
                                                      storekit::contentOf(storeB.database(), storekit::shownTables));
        QVERIFY2(difference.isEmpty(), difference);
    }
};

QTEST_GUILESS_MAIN(DeskKillTest)
#include "tst_deskkill.moc"
