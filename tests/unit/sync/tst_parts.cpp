#include "sync/backoff.h"
#include "sync/exchangelog.h"
#include "sync/scheduler.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void waitsGrowToABoundWithJitter()
    {
        QRandomGenerator random(1);
        qint64 shortestLate = Backoff::longestMs * 2, longestLate = 0;
        for (int run = 0; run < 200; ++run) {
            Backoff backoff(random);
            QVERIFY(backoff.nextMs(0) < Backoff::firstMs * 3 / 2);
            for (int i = 0; i < 30; ++i)
                backoff.nextMs(0);
            const qint64 late = backoff.nextMs(0);
            shortestLate = std::min(shortestLate, late);
            longestLate = std::max(longestLate, late);
            backoff.reset();
            QVERIFY(backoff.nextMs(0) < Backoff::firstMs * 3 / 2);
        }
        QVERIFY(longestLate > Backoff::longestMs / 2);
        QVERIFY(longestLate <= Backoff::longestMs + Backoff::firstMs);
        QVERIFY(shortestLate < Backoff::longestMs / 4);
    }

    void thePeersWishIsHonoured()
    {
        QRandomGenerator random(1);
        Backoff backoff(random);
        QVERIFY(backoff.nextMs(300) >= 300'000);
    }

    void theLogForgetsTheOldest()
    {
        ExchangeLog log;
        for (int i = 0; i < 250; ++i)
            log.add({{1}, u"GET"_s, u"/v1/hello"_s, i, 0, 0, 0, 0, 200, std::nullopt});
        QCOMPARE(log.exchanges().size(), ExchangeLog::capacity);
        QCOMPARE(log.exchanges().first().sent, 50);
        QCOMPARE(log.count(), 250);
    }

    void timersFireOnceUnlessCancelled()
    {
        EventLoopScheduler scheduler;
        QList<int> fired;
        scheduler.start(1, [&] { fired.append(1); });
        const qint64 second = scheduler.start(1, [&] { fired.append(2); });
        scheduler.start(5, [&] { fired.append(3); });
        scheduler.cancel(second);
        scheduler.cancel(0);
        QTRY_COMPARE(fired, (QList<int>{1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestParts)
#include "tst_parts.moc"
