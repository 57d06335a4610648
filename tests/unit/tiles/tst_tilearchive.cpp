#include "tiles/tilearchive.h"
#include "unit/tiles/archives.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace parvis;
using namespace archives;
using namespace Qt::StringLiterals;

//! Tiles out of files that others make.
class TestTileArchive : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void picturesOfMbTiles()
    {
        writeMbTiles(path(), {{u"format"_s, u"png"_s}, {u"attribution"_s, u"&copy; <a href=\"x\">Ingeville</a>"_s}},
                     {{{1, 0, 0}, "north-west"}, {{1, 1, 1}, "south-east"}, {{2, 3, 0}, "deeper"}});
        const auto source = openTileArchive(path());
        QVERIFY2(bool(source), source ? "" : qPrintable(source.error().detail));
        QCOMPARE((*source)->set(), (TileSet{false, 1, 2, {}, u"© Ingeville"_s}));
        QCOMPARE(tile(**source, 1, 0, 0).value(), "north-west"); // rows count from the south in the file
        QCOMPARE(tile(**source, 1, 1, 1).value(), "south-east");
        QCOMPARE(tile(**source, 2, 3, 0).value(), "deeper");
        for (const auto &[zoom, column, row] : {Place{1, 1, 0}, Place{0, 0, 0}, Place{3, 0, 0}, Place{1, 2, 0}, Place{1, -1, 0},
                                                Place{1, 0, 7}, Place{-1, 0, 0}, Place{99, 0, 0}})
            QCOMPARE(tile(**source, zoom, column, row).error().code, ErrorCode::NotFound);
    }

    void vectorsOfMbTiles()
    {
        writeMbTiles(path(),
                     {{u"format"_s, u"pbf"_s}, {u"json"_s, u"{\"vector_layers\":[{\"id\":\"water\"},{\"id\":\"roads\"},{}]}"_s}},
                     {{{0, 0, 0}, gzipped("vectors")}, {{1, 0, 0}, "plain"}});
        const auto source = openTileArchive(path());
        QVERIFY(source);
        QCOMPARE((*source)->set(), (TileSet{true, 0, 1, {u"water"_s, u"roads"_s}, {}}));
        QCOMPARE(tile(**source, 0, 0, 0).value(), "vectors");
        QCOMPARE(tile(**source, 1, 0, 0).value(), "plain");
    }

    void pmTiles_data()
    {
        QTest::addColumn<bool>("isPacked");
        QTest::addColumn<bool>("hasLeaves");
        QTest::newRow("plain") << false << false;
        QTest::newRow("packed") << true << false;
        QTest::newRow("with leaves") << false << true;
        QTest::newRow("packed, with leaves") << true << true;
    }
    void pmTiles()
    {
        QFETCH(bool, isPacked);
        QFETCH(bool, hasLeaves);
        Tiles tiles;
        for (int column = 0; column < 8; ++column) {
            for (int row = 0; row < 8; ++row) {
                if ((column + row) % 3 != 0)
                    tiles.insert({3, column, row}, "tile " + QByteArray::number(column) + ',' + QByteArray::number(row));
            }
        }
        tiles.insert({2, 1, 2}, "before");
        writeFile(path(), archives::pmTiles(R"({"attribution":"<b>Ingeville</b>","vector_layers":[{"id":"water"}]})", tiles, 1,
                                            isPacked, hasLeaves));
        const auto source = openTileArchive(path());
        QVERIFY2(bool(source), source ? "" : qPrintable(source.error().detail));
        QCOMPARE((*source)->set(), (TileSet{true, 2, 3, {u"water"_s}, u"Ingeville"_s}));
        for (const auto &[place, bytes] : tiles.asKeyValueRange())
            QCOMPARE(tile(**source, std::get<0>(place), std::get<1>(place), std::get<2>(place)).value(), bytes);
        QCOMPARE(tile(**source, 3, 0, 0).error().code, ErrorCode::NotFound);
        QCOMPARE(tile(**source, 3, 7, 2).error().code, ErrorCode::NotFound);
        QCOMPARE(tile(**source, 2, 0, 0).error().code, ErrorCode::NotFound);
    }

    //! One entry may stand for many tiles in a row, as of the sea.
    void aRunOfTheSame()
    {
        QByteArray bytes = archives::pmTiles("{}", {{{1, 0, 0}, "sea"}}, 2, false, false);
        const QByteArray once = pmDirectory({{1, 0, 3, 1}}), thrice = pmDirectory({{1, 0, 3, 3}});
        QCOMPARE(bytes.count(once), 1);
        bytes.replace(once, thrice);
        writeFile(path(), bytes);
        const auto source = openTileArchive(path());
        QVERIFY(source);
        QVERIFY(!(*source)->set().isVector);
        QCOMPARE(tile(**source, 1, 0, 0).value(), "sea"); // 1 on the curve
        QCOMPARE(tile(**source, 1, 0, 1).value(), "sea"); // 2
        QCOMPARE(tile(**source, 1, 1, 1).value(), "sea"); // 3
        QCOMPARE(tile(**source, 1, 1, 0).error().code, ErrorCode::NotFound);
    }

    //! As the specification's own programs count.
    void thePlacesOnTheCurve()
    {
        QCOMPARE(pmTileId(0, 0, 0), 0U);
        QCOMPARE(pmTileId(1, 0, 0), 1U);
        QCOMPARE(pmTileId(1, 0, 1), 2U);
        QCOMPARE(pmTileId(1, 1, 1), 3U);
        QCOMPARE(pmTileId(1, 1, 0), 4U);
        QCOMPARE(pmTileId(2, 0, 0), 5U);
        QCOMPARE(pmTileId(12, 3423, 1763), 19078479U);
        QSet<quint64> all; // each once, without a gap
        for (quint32 column = 0; column < 32; ++column) {
            for (quint32 row = 0; row < 32; ++row)
                all.insert(pmTileId(5, column, row));
        }
        QCOMPARE(all.size(), 1024);
        QCOMPARE(*std::max_element(all.begin(), all.end()) - *std::min_element(all.begin(), all.end()), 1023U);
    }

    void whatIsNoArchiveIsRefused()
    {
        QCOMPARE(openTileArchive(path()).error().code, ErrorCode::NotFound);
        const QByteArray good = archives::pmTiles("{}", {{{1, 0, 0}, "a"}, {{1, 1, 1}, "b"}}, 2, true, true);
        QByteArray brotli = good, version = good, far = good, zooms = good;
        brotli[97] = 3;
        version[7] = 2;
        far[12] = 1; // the root directory beyond the end
        zooms[101] = 77;
        for (const QByteArray &bytes : {QByteArray(), QByteArray("<html>"), good.first(60), good.first(130), brotli, version, far,
                                        zooms, QByteArray("SQLite format 3\0and nothing else", 32)}) {
            writeFile(path(), bytes);
            QVERIFY(!openTileArchive(path()));
        }
        QFile::remove(path());
        {
            auto database = Database::open(path());
            QVERIFY(database && database.value().runScript("CREATE TABLE other (a)"));
        }
        QCOMPARE(openTileArchive(path()).error().code, ErrorCode::InvalidInput);
    }

    //! No byte of it can bring the program down.
    void spoiltArchivesAnswerOrFail()
    {
        const QByteArray good = archives::pmTiles("{}", {{{2, 0, 0}, "a"}, {{2, 1, 1}, "b"}, {{2, 3, 3}, "c"}}, 2, false, true);
        QRandomGenerator random(3);
        for (int i = 0; i < 2000; ++i) {
            QByteArray bytes = good;
            for (int k = random.bounded(4); k >= 0; --k)
                bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            writeFile(path(), bytes);
            const auto source = openTileArchive(path());
            for (int column = 0; source && column < 4; ++column)
                (void)tile(**source, 2, column, column);
        }
    }

private:
    QString path() const { return m_dir->filePath(u"map.tiles"_s); }
    static Result<QByteArray> tile(TileSource &source, int zoom, int column, int row)
    {
        auto future = source.tile(zoom, column, row);
        future.waitForFinished();
        return future.resultCount() > 0 ? future.result() : Result<QByteArray>(Error{ErrorCode::Aborted, {}});
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestTileArchive)
#include "tst_tilearchive.moc"
