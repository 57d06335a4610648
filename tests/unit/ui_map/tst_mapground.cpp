#include "mapstage.h"

#include "net/onlinetiles.h"
#include "tiles/tilearchive.h"
#include "unit/tiles/archives.h"

#include <QtCore/QBuffer>
#include <QtGui/QImage>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <cmath>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! What lies under the requests in the real page: tiles of servers good and bad, and of archives. Needs WebGL.
class MapGroundTest final : public MapStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QGuiApplication::platformName() != u"xcb")
            QSKIP("the page needs WebGL: see tst_mapground_page");
        begin();
    }
    void cleanupTestCase() { m_town.reset(); }
    void init()
    {
        open({MapGround::Kind::Drawn, u"L'Yserette"_s, {}});
        QVERIFY(awaitDrawn(0));
    }
    void cleanup() { close(); }

    void aTileServerThatHangsKeepsNobodyWaiting()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        cleanup();
        open(tilesOf(server.serverPort(), u"© <b>Nobody</b>"_s, 8000));
        QVERIFY(awaitDrawn(0));
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
        QVERIFY(server.hasPendingConnections() || server.waitForNewConnection(5000)); // it was asked, and says nothing
        PARVIS_AWAIT(shows(u"does not answer"_s));
        PARVIS_AWAIT(attribution().contains(u"© <b>Nobody</b>"_s)); // as text
        QCOMPARE(run(u"document.querySelectorAll('.maplibregl-ctrl-attrib b').length"_s).toInt(), 0);
        press(Qt::Key_Plus);
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster', 'point']}).length"_s).toInt() > 0);
        // The town's own ground again: nobody is complained about any more.
        page().setGround({MapGround::Kind::Drawn, u"L'Yserette"_s, {}});
        PARVIS_AWAIT(!shows(u"does not answer"_s));
        PARVIS_AWAIT(!run(u"!!parvisMap.getSource('tiles')"_s).toBool());
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['street', 'road']}).length"_s).toInt() > 0);
    }

    void tilesOfAServerLieUnderTheRequests()
    {
        TileServer server;
        server.answer = [](const QString &) { return std::pair(200, picture(Qt::red)); };
        page().setGround(tilesOf(server.port(), u"© Ingeville"_s));
        PARVIS_AWAIT(groundIs(Qt::red));
        QVERIFY(attribution().contains(u"© Ingeville"_s));
        PARVIS_AWAIT(!shows(u"does not answer"_s)); // it may have been slow
        QVERIFY(!server.asked.isEmpty());
        static const QRegularExpression form(u"^/\\d+/\\d+/\\d+\\.png$"_s);
        for (const QString &path : std::as_const(server.asked))
            QVERIFY2(form.match(path).hasMatch(), qPrintable(path));
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
        shoot(u"carte-fond-serveur"_s);
    }

    void aServerWithoutTilesOrWithGarbageLeavesTheMapUsable()
    {
        TileServer server;
        server.answer = [](const QString &) { return std::pair(404, QByteArray("none")); };
        page().setGround(tilesOf(server.port(), {}));
        PARVIS_AWAIT(server.asked.size() > 2);
        PARVIS_AWAIT(run(u"parvisMap.isSourceLoaded('tiles')"_s).toBool());
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
        PARVIS_AWAIT(!shows(u"does not answer"_s)); // outside of what it draws; it may have been slow

        TileServer portal;
        portal.answer = [](const QString &) {
            return std::pair(200, QByteArray("<html>please log in<script>window.hacked=1</script>"));
        };
        page().setGround(tilesOf(portal.port(), {}));
        PARVIS_AWAIT(shows(u"does not answer"_s));
        QVERIFY(!run(u"window.hacked"_s).isValid());
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
        portal.answer = [](const QString &) { return std::pair(500, QByteArray()); };
        press(Qt::Key_Plus);
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster', 'point']}).length"_s).toInt() > 0);
    }

    //! Without any network at all.
    void theGroundOfAnArchive_data()
    {
        QTest::addColumn<bool>("isVector");
        QTest::addColumn<bool>("isPmTiles");
        QTest::newRow("pictures in MBTiles") << false << false;
        QTest::newRow("vectors in MBTiles") << true << false;
        QTest::newRow("pictures in PMTiles") << false << true;
        QTest::newRow("vectors in PMTiles") << true << true;
    }
    void theGroundOfAnArchive()
    {
        QFETCH(bool, isVector);
        QFETCH(bool, isPmTiles);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"town.tiles"_s);
        archives::Tiles tiles;
        const QByteArray tile = isVector ? wholeWater() : picture(Qt::red);
        for (int zoom = 0; zoom <= 8; ++zoom) {
            const int column = int(std::floor((4.3 + 180) / 360 * (1 << zoom))), row = int(std::floor(0.34375 * (1 << zoom)));
            for (int x = column - 1; x <= column + 1; ++x) {
                for (int y = row - 1; y <= row + 1; ++y) {
                    if (x >= 0 && y >= 0 && x < (1 << zoom) && y < (1 << zoom))
                        tiles.insert({zoom, x, y}, tile);
                }
            }
        }
        const QByteArray layers = R"({"attribution":"© Ingeville","vector_layers":[{"id":"water"}]})";
        if (isPmTiles) {
            archives::writeFile(path, archives::pmTiles(layers, tiles, isVector ? 1 : 2, true, true));
        } else {
            if (isVector) {
                for (QByteArray &bytes : tiles)
                    bytes = gzipped(bytes);
            }
            archives::writeMbTiles(path,
                                   {{u"format"_s, isVector ? u"pbf"_s : u"png"_s},
                                    {u"attribution"_s, u"© Ingeville"_s},
                                    {u"json"_s, QString::fromUtf8(layers)}},
                                   tiles);
        }
        const auto source = openTileArchive(path);
        QVERIFY2(bool(source), source ? "" : qPrintable(source.error().detail));
        page().setGround({MapGround::Kind::Tiles, {}, *source});
        if (isVector) {
            PARVIS_AWAIT(run(u"!!parvisMap.getLayer('tiles-water') && "
                             "parvisMap.queryRenderedFeatures({layers: ['tiles-water']}).length > 0"_s)
                             .toBool());
        } else {
            PARVIS_AWAIT(groundIs(Qt::red));
        }
        PARVIS_AWAIT(attribution().contains(u"© Ingeville"_s));
        QVERIFY(!shows(u"does not answer"_s));
        PARVIS_AWAIT(run(u"parvisMap.queryRenderedFeatures({layers: ['cluster']}).length"_s).toInt() > 0);
        shoot(u"carte-fond-%1-%2"_s.arg(isPmTiles ? u"pmtiles"_s : u"mbtiles"_s, isVector ? u"vecteurs"_s : u"images"_s));
    }

private:
    //! Answers each path as the test says.
    class TileServer
    {
    public:
        TileServer()
        {
            m_server.listen(QHostAddress::LocalHost);
            QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
                while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                    QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                        if (!socket->canReadLine())
                            return;
                        asked.append(QString::fromLatin1(socket->readLine().split(' ').value(1)));
                        socket->readAll();
                        const auto [status, bytes] = answer(asked.last());
                        socket->write("HTTP/1.1 " + QByteArray::number(status) + " X\r\nConnection: close\r\nContent-Length: " +
                                      QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
                        socket->disconnectFromHost();
                    });
                }
            });
        }
        quint16 port() const { return m_server.serverPort(); }

        std::function<std::pair<int, QByteArray>(const QString &path)> answer;
        QStringList asked;

    private:
        QTcpServer m_server;
    };
    //! The server answers from this thread, which drawing may hold up: by itself no tile is given up.
    static MapGround tilesOf(quint16 port, const QString &attribution, int timeoutMs = 2 * patienceMs)
    {
        auto tiles = std::make_shared<OnlineTiles>(u"http://127.0.0.1:%1/{z}/{x}/{y}.png"_s.arg(port), attribution);
        tiles->setTimeout(timeoutMs);
        return {MapGround::Kind::Tiles, {}, tiles};
    }
    static QByteArray picture(const QColor &color)
    {
        QImage image(256, 256, QImage::Format_RGB32);
        image.fill(color);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        return image.save(&buffer, "PNG") ? bytes : QByteArray();
    }
    //! A vector tile (Mapbox Vector Tile 2) with a layer "water" that is one square over all of it.
    static QByteArray wholeWater()
    {
        const auto field = [](int number, const QByteArray &content) {
            return archives::varint(quint64(number) << 3U | 2U) + archives::varint(quint64(content.size())) + content;
        };
        const auto zigzag = [](qint32 value) { return archives::varint(quint32(value) << 1U ^ quint32(value >> 31)); };
        // MoveTo 0,0; LineTo 4096,0 4096,4096 0,4096; ClosePath.
        const QByteArray square = archives::varint(9) + zigzag(0) + zigzag(0) + archives::varint(26) + zigzag(4096) + zigzag(0) +
                                  zigzag(0) + zigzag(4096) + zigzag(-4096) + zigzag(0) + archives::varint(15);
        const QByteArray feature = archives::varint(3U << 3U) + archives::varint(3) + field(4, square); // a polygon
        const QByteArray layer = archives::varint(15U << 3U) + archives::varint(2) + field(1, "water") + field(2, feature) +
                                 archives::varint(5U << 3U) + archives::varint(4096);
        return field(3, layer);
    }
    QString attribution()
    {
        return run(u"(document.querySelector('.maplibregl-ctrl-attrib') || {textContent: ''}).textContent"_s).toString();
    }
    //! Of the map's four corners most are nearer to \a color than to its opposite: requests lie over it.
    bool groundIs(const QColor &color)
    {
        const QImage seen = page().pageWidget()->grab().toImage();
        int alike = 0, all = 0;
        for (int x = 20; x < seen.width(); x += 40) {
            for (int y = 20; y < seen.height(); y += 40) {
                const QColor at = seen.pixelColor(x, y);
                ++all;
                alike += at.red() > at.blue() + 60 && at.red() > at.green() + 60 && color == QColor(Qt::red) ? 1 : 0;
            }
        }
        return all > 0 && alike * 2 > all;
    }
};

int main(int argc, char *argv[])
{
    return runOnStage<MapGroundTest>(argc, argv);
}

#include "tst_mapground.moc"
