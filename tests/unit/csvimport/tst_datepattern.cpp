#include "csvimport/datepattern.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestDatePattern : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void datesAreRead_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: refused
        const auto row = [](const char *name, const char *pattern, const char *text, const char *utc) {
            QTest::newRow(name) << QString::fromUtf8(pattern) << QString::fromUtf8(text) << QString::fromUtf8(utc);
        };
        row("day", "yyyy-MM-dd", "2024-03-18", "2024-03-17T23:00:00Z");
        row("summer day", "yyyy-MM-dd", "2024-07-18", "2024-07-17T22:00:00Z");
        row("French", "dd/MM/yyyy", "18/03/2024", "2024-03-17T23:00:00Z");
        row("short year", "dd/MM/yy", "18/03/24", "2024-03-17T23:00:00Z");
        row("short year of before", "dd/MM/yy", "18/03/71", "1971-03-17T23:00:00Z");
        row("one digit", "d/M/yyyy", "8/3/2024", "2024-03-07T23:00:00Z");
        row("one digit, two there", "d/M/yyyy H:mm", "18/11/2024 9:05", "2024-11-18T08:05:00Z");
        row("time", "yyyy-MM-dd HH:mm:ss", "2024-03-18 14:05:09", "2024-03-18T13:05:09Z");
        row("letters", "dd/MM/yyyy 'à' HH'h'mm", "18/03/2024 à 14h05", "2024-03-18T13:05:00Z");
        row("no separators", "yyyyMMdd", "20240318", "2024-03-17T23:00:00Z");
        row("leap day", "yyyy-MM-dd", "2024-02-29", "2024-02-28T23:00:00Z");
        row("no such day", "yyyy-MM-dd", "2023-02-29", "");
        row("no such hour", "yyyy-MM-dd HH:mm", "2024-03-18 25:00", "");
        row("one digit of two", "yyyy-MM-dd", "2024-3-18", "");
        row("more", "yyyy-MM-dd", "2024-03-18 10:00", "");
        row("less", "yyyy-MM-dd HH:mm", "2024-03-18", "");
        row("other digits", "yyyy-MM-dd", "٢٠٢٤-03-18", "");
        row("nothing", "yyyy-MM-dd", "", "");
        row("before 1970", "yyyy-MM-dd", "1969-12-31", "");
        row("an hour that is skipped", "yyyy-MM-dd HH:mm", "2024-03-31 02:30", "2024-03-31T01:30:00Z");
        row("iso day", "iso", "2024-03-18", "2024-03-17T23:00:00Z");
        row("iso local", "iso", "2024-03-18T14:05", "2024-03-18T13:05:00Z");
        row("iso local with seconds", "iso", "2024-03-18 14:05:09", "2024-03-18T13:05:09Z");
        row("iso UTC", "iso", "2024-03-18T14:05:09Z", "2024-03-18T14:05:09Z");
        row("iso offset", "iso", "2024-03-18T14:05:09.250+03:00", "2024-03-18T11:05:09.250Z");
        row("iso west", "iso", "2024-03-18T14:05:09-03:00", "2024-03-18T17:05:09Z");
        row("iso wrong", "iso", "18/03/2024", "");
        row("iso wrong time", "iso", "2024-03-18T99:00", "");
        row("iso words", "iso", "yesterday", "");
        row("iso nothing", "iso", "", "");
    }
    void datesAreRead()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(QString, utc);
        const auto parsed = DatePattern::parse(pattern);
        QVERIFY(parsed);
        const auto at = parsed->instant(text, QTimeZone("Europe/Paris"));
        QCOMPARE(at.has_value(), !utc.isEmpty());
        if (at)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(at->ms, Qt::UTC), QDateTime::fromString(utc, Qt::ISODateWithMs));
    }

    void theMachinesZoneDoesNotMatter()
    {
        const auto inZone = [](const char *zone) {
            qputenv("TZ", zone);
            tzset();
            // In New York, 02:30 of that day does not exist.
            return DatePattern::parse(u"yyyy-MM-dd HH:mm"_s)->instant(u"2024-03-10 02:30"_s, QTimeZone("Europe/Paris"));
        };
        QCOMPARE(inZone("America/New_York"), inZone("UTC"));
        qunsetenv("TZ");
        tzset();
    }

    void patternsAreChecked_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern : {"", "yyyy", "yyyy-MM", "yyy-MM-dd", "yyyy-MMM-dd", "yyyy-MM-dd hh:mm", "dd 'de MM yyyy",
                                    "yyyy-MM-dd yyyy", "YYYY-MM-DD"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }
    void patternsAreChecked()
    {
        QFETCH(QString, pattern);
        const auto parsed = DatePattern::parse(pattern);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestDatePattern)
#include "tst_datepattern.moc"
