#include "hub/commitqueue.h"
#include "hub_sqlite/sqlitehubstore.h"

#include <QtTest/QTest>

#include <thread>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Status addStreet(Commit &commit, const Id &id)
{
    const auto made = commit.create(Kind::Street, id, {{u"name"_s, u"rue"_s}}, {}, commit.now());
    return made ? success() : made.error();
}

} // namespace

class TestCommitQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = SqliteHubStore::open(u":memory:"_s).value();
        m_queue = std::make_unique<CommitQueue>(*m_store, m_clock, "Europe/Paris");
        QVERIFY(m_queue->run([](Commit &commit) { return commit.store().foundTown(u"Ingeville"_s); }));
    }

    void aNeighboursFailureIsNotOurs()
    {
        // The first commit holds the store until the others have queued behind it; they make one group.
        std::promise<void> isIn, goOn;
        std::thread first([&] {
            const auto done = m_queue->run([&](Commit &commit) {
                isIn.set_value();
                goOn.get_future().wait();
                return addStreet(commit, newId());
            });
            QVERIFY(done);
        });
        isIn.get_future().wait();
        std::atomic<int> started = 0, good = 0, bad = 0, tries = 0;
        std::vector<std::thread> group;
        for (int i = 0; i < 6; ++i) {
            const Id id = newId();
            group.emplace_back([&, i, id] {
                ++started;
                const auto done = m_queue->run([&](Commit &commit) -> Status {
                    ++tries;
                    const auto added = addStreet(commit, id);
                    return i == 3 ? Error{ErrorCode::InvalidInput, {}} : added;
                });
                ++(done ? good : bad);
            });
        }
        while (started < 6)
            std::this_thread::yield();
        std::this_thread::sleep_for(std::chrono::milliseconds(20)); // on their last steps into the queue
        goOn.set_value();
        first.join();
        for (std::thread &thread : group)
            thread.join();
        QCOMPARE(good.load(), 5);
        QCOMPARE(bad.load(), 1);
        QVERIFY(tries >= 6);
        QCOMPARE(streets(), 6);
    }

    void theHeadIsToldAfterTheCommit()
    {
        QList<qint64> heads;
        auto listener = m_queue->onHeadMoved([&](const Cursor &head) { heads.append(head.seq); });
        QVERIFY(m_queue->run([this](Commit &commit) { return addStreet(commit, newId()); }));
        QVERIFY(m_queue->run([](Commit &) { return success(); })); // nothing moved
        QVERIFY(!m_queue->run([this](Commit &commit) -> Status {
            const auto added = addStreet(commit, newId());
            return added ? Error{ErrorCode::InvalidInput, {}} : added;
        }));
        QVERIFY(m_queue->run([this](Commit &commit) { return addStreet(commit, newId()); }));
        QCOMPARE(heads, (QList<qint64>{1, 2}));
        listener.reset();
        QVERIFY(m_queue->run([this](Commit &commit) { return addStreet(commit, newId()); }));
        QCOMPARE(heads.size(), 2);
    }

private:
    Id newId() { return makeId(m_clock.now(), m_random); }

    int streets()
    {
        qint64 count = 0;
        const auto done = m_store->read([&count](HubReader &reader) -> Status {
            count = reader.count(Kind::Street, std::nullopt).value();
            return success();
        });
        return done ? int(count) : -1;
    }

    ManualClock m_clock;
    QRandomGenerator m_random{3};
    std::unique_ptr<SqliteHubStore> m_store;
    std::unique_ptr<CommitQueue> m_queue;
};

QTEST_GUILESS_MAIN(TestCommitQueue)
#include "tst_commitqueue.moc"
