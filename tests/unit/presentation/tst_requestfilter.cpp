#include "presentation/requestfilter.h"
#include "unit/presentation/smalltown.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class RequestFilterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_town.set(smalltown::reference()); }

    void wordsAndTermsAreToldApart()
    {
        const RequestQuery q = read(u"lampadaire n:14233 \"retard\" canal:tél retard"_s);
        QCOMPARE(q.words, u"lampadaire retard"_s);
        QCOMPARE(q.number, u"14233"_s);
        QVERIFY(q.channel == Channel::Phone);
        QVERIFY(q.late);
        QVERIFY(!read(u"lampadaire"_s).late);
        QCOMPARE(read(u"14:30 http://x"_s, 1).words, u"14:30"_s);
    }

    void bothLanguagesAndAbbreviations_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("same");
        QTest::newRow("channel") << u"channel:phone"_s << u"canal:téléphone"_s;
        QTest::newRow("status") << u"status:in_progress"_s << u"statut:\"en cours\""_s;
        QTest::newRow("district") << u"district:val"_s << u"quartier:Valmy"_s;
        QTest::newRow("accents") << u"SERVICE:etat"_s << u"service:\"état civil\""_s;
        QTest::newRow("late") << u"late"_s << u"RETARD"_s;
        QTest::newRow("until") << u"until:2026-11-02"_s << u"jusque:2/11/2026"_s;
        QTest::newRow("ago") << u"since:7d"_s << u"depuis:7j"_s;
        QTest::newRow("agent") << u"assignee:petit"_s << u"agent:\"Jean Petit\""_s;
    }
    void bothLanguagesAndAbbreviations()
    {
        QFETCH(QString, line);
        QFETCH(QString, same);
        QCOMPARE(read(line), read(same));
        QVERIFY(read(line) != RequestQuery());
    }

    void daysAreLocal()
    {
        // Midnight in Paris, an hour before that of UTC.
        QCOMPARE(read(u"depuis:2026-11-01"_s).since.ms,
                 QDateTime(QDate(2026, 10, 31), QTime(23, 0), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(read(u"jusque:2026-11-01"_s).until.ms, QDateTime(QDate(2026, 11, 1), QTime(23, 0), Qt::UTC).toMSecsSinceEpoch());
        QCOMPARE(read(u"depuis:24/12"_s).since, m_town.calendar().startOfDay(QDate(2025, 12, 24)));
        QCOMPARE(read(u"depuis:hier"_s).since, m_town.calendar().startOfDay(QDate(2026, 11, 22)));
    }

    void whatIsWrongIsSaidAndLeftOut()
    {
        const auto problem = [this](const QString &line) {
            const ParsedFilter parsed = m_reader.read(line, {}, m_today);
            return parsed.problems.isEmpty() ? std::nullopt : std::optional(parsed.problems.first());
        };
        QVERIFY(problem(u"couleur:bleu"_s)->fault == FilterFault::UnknownKey);
        QVERIFY(problem(u"service:piscine"_s)->fault == FilterFault::UnknownValue);
        QVERIFY(problem(u"depuis:31/02/2026"_s)->fault == FilterFault::NotADate);
        const auto several = problem(u"trou service:eclair"_s);
        QVERIFY(several->fault == FilterFault::Ambiguous);
        QCOMPARE(several->candidates, QStringList({u"Éclairage"_s, u"Éclairage nord"_s}));
        QCOMPARE(several->from, 5);
        QVERIFY(!problem(u"service:éclairage"_s)); // the whole name wins
        QVERIFY(!problem(u"service:"_s));          // still being typed
        QCOMPARE(read(u"trou service:piscine"_s, 1).words, u"trou"_s);
    }

    void completesKeysAndValues()
    {
        QCOMPARE(texts(u"trou qua"_s), QStringList(u"quartier:"_s));
        QCOMPARE(m_reader.complete(u"trou qua"_s, 8).first().line, u"trou quartier:"_s);
        QCOMPARE(texts(u"quartier:"_s).size(), 3);
        const auto found = m_reader.complete(u"trou quartier:gar"_s, 17);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().line, u"trou quartier:\"Quartier de la Gare\" "_s);
        QVERIFY(m_reader.complete(u"trou "_s, 5).isEmpty());
        QCOMPARE(texts(u"service:ecl"_s).first(), u"Éclairage"_s);
        // What is offered can be read.
        for (const FilterCompletion &completion : m_reader.complete(u"service:"_s, 8, 50))
            QVERIFY2(m_reader.read(completion.line, {}, m_today).problems.isEmpty(), qPrintable(completion.line));
    }

private:
    RequestQuery read(const QString &line, int problems = 0)
    {
        const ParsedFilter parsed = m_reader.read(line, {}, m_today);
        if (parsed.problems.size() != problems)
            QTest::qFail(qPrintable(line), __FILE__, __LINE__);
        return parsed.query;
    }
    QStringList texts(const QString &line)
    {
        QStringList found;
        for (const FilterCompletion &completion : m_reader.complete(line, line.size()))
            found.append(completion.text);
        return found;
    }

    ReferenceData m_town;
    QDate m_today{2026, 11, 23};
    FilterReader m_reader{m_town,
                          {{u"n"_s, u"service"_s, u"agent"_s, u"canal"_s, u"quartier"_s, u"statut"_s, u"depuis"_s, u"jusque"_s,
                            u"incident"_s, u"retard"_s},
                           {u"Téléphone"_s},
                           {u"À qualifier"_s, u"Affectée"_s, u"En cours"_s},
                           {u"aujourd'hui"_s, u"hier"_s},
                           u"tous"_s}};
};

QTEST_GUILESS_MAIN(RequestFilterTest)
#include "tst_requestfilter.moc"
