#include "hub/throttle.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFewMistakesAreFree()
    {
        ManualClock clock;
        Throttle throttle(clock);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.attempt(u"m.roussel"_s, u"p"_s), 0);
        QVERIFY(throttle.attempt(u"M.Roussel"_s, u"p"_s) > 0); // the same login
        QCOMPARE(throttle.attempt(u"other"_s, u"p"_s), 0);
    }

    void delaysGrowAndHaveAnEnd()
    {
        ManualClock clock;
        Throttle throttle(clock);
        for (int i = 0; i < 5; ++i)
            QCOMPARE(throttle.attempt(u"a"_s, u"p"_s), 0);
        int before = 0;
        for (int i = 0; i < 12; ++i) {
            const int wait = throttle.attempt(u"a"_s, u"p"_s);
            QVERIFY(wait >= before);
            QVERIFY(wait <= 300);
            before = wait;
            clock.advance(wait * 1000LL);
            QCOMPARE(throttle.attempt(u"a"_s, u"p"_s), 0);
        }
        QCOMPARE(before, 300);
        clock.advance(2 * 60 * 60 * 1000);
        QCOMPARE(throttle.attempt(u"a"_s, u"p"_s), 0);
        QCOMPARE(throttle.attempt(u"a"_s, u"p"_s), 0); // forgotten
    }

    void successForgives()
    {
        ManualClock clock;
        Throttle throttle(clock);
        for (int i = 0; i < 200; ++i) {
            QCOMPARE(throttle.attempt(u"a"_s, u"p"_s), 0);
            throttle.succeeded(u"a"_s, u"p"_s);
        }
    }

    void manyLoginsFromOnePeer()
    {
        ManualClock clock;
        Throttle throttle(clock);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(throttle.attempt(u"agent%1"_s.arg(i), u"p"_s), 0);
        QVERIFY(throttle.attempt(u"agent99"_s, u"p"_s) > 0);
        QCOMPARE(throttle.attempt(u"agent99"_s, u"q"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
