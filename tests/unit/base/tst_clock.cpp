#include "base/clock.h"
#include "testkit/property.h"

#include <QtTest/QTest>

using namespace parvis;

class ClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manualClockMovesOnlyWhenTold()
    {
        PARVIS_PROPERTY("advance adds", [](Instant start) {
            ManualClock clock(start);
            RC_ASSERT(clock.now() == start);
            clock.advance(1500);
            RC_ASSERT(clock.now().ms == start.ms + 1500);
            clock.set(start);
            RC_ASSERT(clock.now() == start);
        });
    }

    void systemClockIsUtcMilliseconds()
    {
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        const Instant now = SystemClock().now();
        QVERIFY(now.isSet());
        QVERIFY(now.ms >= before && now.ms <= QDateTime::currentMSecsSinceEpoch());
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
