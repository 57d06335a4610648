#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>
#include <QtTest/QTest>

namespace parvis {

//! How long one waits for what must come, in milliseconds: another build may have the machine.
constexpr int patienceMs = 30'000;

//! Whether \a holds so many milliseconds from now, as the event loop counts them: what was to come before by a timer of the same
//! thread has come, however busy the machine.
template <typename Fn>
bool holdsAfter(int ms, Fn holds)
{
    bool isOver = false, didHold = false;
    QTimer::singleShot(ms, QCoreApplication::instance(), [&] {
        didHold = holds();
        isOver = true;
    });
    while (!isOver)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return didHold;
}

} // namespace parvis

// As QTRY_VERIFY and QTRY_COMPARE, but by the clock: what never comes costs patienceMs and one more look, not thrice as many
// looks however long each takes.
#define PARVIS_AWAIT(expression) \
    do { \
        (void)QTest::qWaitFor([&] { return (expression) || QTest::currentTestFailed(); }, parvis::patienceMs); \
        QVERIFY(expression); \
    } while (false)

#define PARVIS_AWAIT_COMPARE(actual, expected) \
    do { \
        (void)QTest::qWaitFor([&] { return (actual) == (expected) || QTest::currentTestFailed(); }, parvis::patienceMs); \
        QCOMPARE(actual, expected); \
    } while (false)
