#include "scenario.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QHashSeed>
#include <QtTest/QtTest>

#include <sqlite3.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr int seeds = 1000;

QString story(quint32 seed, const QStringList &wrong)
{
    return u"seed %1 (replay: tst_simulation --seed %1)\n  %2"_s.arg(seed).arg(wrong.mid(0, 10).join(u"\n  "_s));
}

} // namespace

//! Many desks and one hub in one process, all of it the real code; only time, chance, wire and disk are made up.
class TestSimulation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void manySeeds()
    {
        qint64 exchanges = 0, changes = 0, published = 0, reported = 0, approved = 0, toMany = 0, gathered = 0;
        int failed = 0;
        for (int seed = 1; seed <= seeds; ++seed) {
            const Outcomes outcomes = live(quint32(seed));
            exchanges += outcomes.exchanges;
            changes += outcomes.changes;
            published += outcomes.published;
            reported += outcomes.reported;
            approved += outcomes.approved;
            toMany += outcomes.toMany;
            gathered += outcomes.gathered;
            if (!outcomes.wrong.isEmpty() && ++failed <= 5)
                qWarning("%ls", qUtf16Printable(story(quint32(seed), outcomes.wrong)));
        }
        qInfo("%d seeds, %lld exchanges, %lld changes, %lld revisions of cards published, %lld missions reported, %lld "
              "replies approved, %lld of them to several, %lld reports gathered twice at once",
              seeds, static_cast<long long>(exchanges), static_cast<long long>(changes), static_cast<long long>(published),
              static_cast<long long>(reported), static_cast<long long>(approved), static_cast<long long>(toMany),
              static_cast<long long>(gathered));
        QCOMPARE(failed, 0);
        QVERIFY(published > 20); // else the life of cards was not looked at
        QVERIFY(reported > 20);  // nor patrol
        QVERIFY(approved > 20);  // nor replies
        QVERIFY(toMany > 20);    // nor those to several
        QVERIFY(gathered > 10);  // nor incidents
    }

    void theSameSeedIsTheSameTown()
    {
        const Outcomes first = live(42);
        const Outcomes second = live(42);
        QVERIFY(!first.town.isEmpty());
        QCOMPARE(first.town, second.town);
        QCOMPARE(first.exchanges, second.exchanges);
    }

    //! Invariant 10.
    void clocksDecideNothing()
    {
        for (quint32 seed = 1; seed <= 40; ++seed) {
            Options trueClocks;
            trueClocks.hasTrueClocks = true;
            const QByteArray wrong = live(seed).town;
            const QByteArray right = live(seed, trueClocks).town;
            QVERIFY2(wrong == right, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void brokenRulesAreNoticed_data()
    {
        QTest::addColumn<int>("mutant");
        QTest::newRow("a change is lost") << int(Mutant::LosesChange);
        QTest::newRow("the hub applies twice") << int(Mutant::AppliesTwice);
        QTest::newRow("the last one wins") << int(Mutant::LastWins);
    }

    void brokenRulesAreNoticed()
    {
        QFETCH(int, mutant);
        Options options;
        options.mutant = Mutant(mutant);
        int noticed = 0;
        for (quint32 seed = 1; seed <= 20; ++seed)
            noticed += live(seed, options).wrong.isEmpty() ? 0 : 1;
        QVERIFY2(noticed >= 2, qPrintable(u"noticed in %1 of 20 runs"_s.arg(noticed)));
    }

    void anyAccessOfTheDeskMayFail()
    {
        int failures = 0;
        for (int n = 1;; ++n) {
            World world(7);
            SimTown town(world, {u"ambassador"_s, u"expert"_s}, false);
            SimDesk &desk = *town.desks.front();
            begin(town);
            desk.failAccess(n, n % 2 ? SQLITE_FULL : SQLITE_IOERR);
            end(town);
            const bool hasFailed = desk.hasFailed();
            desk.healDisk();
            const QStringList wrong = town.check();
            QVERIFY2(wrong.isEmpty(), qPrintable(u"access %1: %2"_s.arg(n).arg(wrong.join(u'\n'))));
            if (!hasFailed)
                break;
            ++failures;
        }
        qInfo("%d accesses", failures);
        QVERIFY(failures > 50);
    }

    void anyAccessOfTheHubMayFail()
    {
        int failures = 0;
        for (int n = 1;; ++n) {
            World world(7);
            SimTown town(world, {u"ambassador"_s, u"expert"_s}, false);
            begin(town);
            town.hub.failAccess(n, n % 2 ? SQLITE_FULL : SQLITE_IOERR);
            end(town);
            const bool hasFailed = town.hub.hasFailed();
            town.hub.healDisk();
            const QStringList wrong = town.check();
            QVERIFY2(wrong.isEmpty(), qPrintable(u"access %1: %2"_s.arg(n).arg(wrong.join(u'\n'))));
            if (!hasFailed)
                break;
            ++failures;
        }
        qInfo("%d accesses", failures);
        QVERIFY(failures > 50);
    }

private:
    //! Two desks with work to send and work to fetch; the town holds its breath.
    static void begin(SimTown &town)
    {
        for (const auto &desk : town.desks)
            desk->boot();
        QVERIFY(town.comeToRest(60'000));
        for (const auto &desk : town.desks)
            desk->transport().setCut(true);
        for (int i = 0; i < 30; ++i)
            town.desks.at(std::size_t(i % 2))->act();
    }

    static void end(SimTown &town)
    {
        for (const auto &desk : town.desks) {
            desk->transport().setCut(false);
            desk->engine()->networkRegained();
        }
        QVERIFY(town.comeToRest(3'600'000));
    }
};

int main(int argc, char *argv[])
{
    QHashSeed::setDeterministicGlobalSeed(); // the order of hashes is part of what a seed replays
    QLoggingCategory::setFilterRules(u"parvis.*=false"_s);
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const qsizetype at = arguments.indexOf(u"--seed"_s);
    if (at > 0 && at + 1 < arguments.size()) {
        const quint32 seed = arguments.at(at + 1).toUInt();
        Options options;
        options.hasTrueClocks = arguments.contains(u"--true-clocks"_s);
        options.isTalking = arguments.contains(u"--talk"_s);
        if (const qsizetype mutant = arguments.indexOf(u"--mutant"_s); mutant > 0 && mutant + 1 < arguments.size())
            options.mutant = Mutant(arguments.at(mutant + 1).toInt());
        const Outcomes outcomes = live(seed, options);
        if (options.isTalking)
            qInfo("%s", outcomes.town.constData());
        qInfo("%ls", qUtf16Printable(story(seed, outcomes.wrong)));
        return outcomes.wrong.isEmpty() ? 0 : 1;
    }
    TestSimulation test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_simulation.moc"
