#include "presentation/typeddate.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestTypedDate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QDate>("day");
        QTest::newRow("day and month") << u"3/11"_s << QDate(2026, 11, 3);
        QTest::newRow("next year is nearer") << u"4/1"_s << QDate(2027, 1, 4);
        QTest::newRow("whole") << u"03/11/2025"_s << QDate(2025, 11, 3);
        QTest::newRow("dots, short year") << u"3.11.25"_s << QDate(2025, 11, 3);
        QTest::newRow("last century") << u"12/05/68"_s << QDate(1968, 5, 12);
        QTest::newRow("packed") << u"0311"_s << QDate(2026, 11, 3);
        QTest::newRow("iso") << u"2026-11-03"_s << QDate(2026, 11, 3);
        QTest::newRow("month's name") << u"3 nov"_s << QDate(2026, 11, 3);
        QTest::newRow("accent") << u"1er Février 2024"_s << QDate(2024, 2, 1);
        QTest::newRow("yesterday") << u"Hier"_s << QDate(2026, 11, 22);
        QTest::newRow("the day before") << u"avant-hier"_s << QDate(2026, 11, 21);
        QTest::newRow("today") << u"auj"_s << QDate(2026, 11, 23);
        QTest::newRow("the last Monday") << u"lundi"_s << QDate(2026, 11, 16);
        QTest::newRow("the last Sunday") << u"dim"_s << QDate(2026, 11, 22);
        QTest::newRow("weeks ago") << u"il y a 3 semaines"_s << QDate(2026, 11, 2);
        QTest::newRow("days, short") << u"10 j"_s << QDate(2026, 11, 13);
        QTest::newRow("months ago in English") << u"2 months ago"_s << QDate(2026, 9, 23);
        QTest::newRow("no such day") << u"31/02/2026"_s << QDate();
        QTest::newRow("words") << u"depuis longtemps"_s << QDate();
        QTest::newRow("nothing") << QString() << QDate();
    }
    void understands()
    {
        QFETCH(QString, typed);
        QTEST(typedDate(typed, QDate(2026, 11, 23)), "day"); // a Monday
    }
};

QTEST_GUILESS_MAIN(TestTypedDate)
#include "tst_typeddate.moc"
