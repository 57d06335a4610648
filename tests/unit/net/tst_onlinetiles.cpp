#include "net/onlinetiles.h"
#include "testkit/patience.h"

#include <QtCore/QPointer>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! Answers what the test says; nothing: it hangs.
class Server
{
public:
    Server()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    if (!socket->canReadLine())
                        return;
                    asked.append(QString::fromLatin1(socket->readLine().split(' ').value(1)));
                    socket->readAll();
                    m_hung.append(socket);
                    if (!answer.isEmpty())
                        answerHung(answer);
                });
            }
        });
    }
    QString at(const QString &path) const { return u"http://127.0.0.1:%1/"_s.arg(m_server.serverPort()) + path; }

    //! So many of those that wait, the first first.
    void answerHung(const QByteArray &with, qsizetype most = std::numeric_limits<qsizetype>::max())
    {
        for (; most > 0 && !m_hung.isEmpty(); --most) {
            QTcpSocket *socket = m_hung.takeFirst();
            if (!socket)
                continue;
            socket->write(with);
            socket->disconnectFromHost();
        }
    }

    QByteArray answer;
    QStringList asked;

private:
    QList<QPointer<QTcpSocket>> m_hung;
    QTcpServer m_server;
};

QByteArray http(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "Connection: close\r\n\r\n" + body;
}

Result<QByteArray> outcome(const QFuture<Result<QByteArray>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); }, patienceMs);
    return isAnswered && future.resultCount() > 0 ? future.result() : Result<QByteArray>(Error{ErrorCode::Unavailable, {}});
}

} // namespace

class TestOnlineTiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void templatesSayWhereATileIs()
    {
        const OnlineTiles xyz(u"https://tiles.example/{z}/{x}/{y}.png?key=a%20b"_s, {});
        QCOMPARE(xyz.address(3, 5, 1), QUrl(u"https://tiles.example/3/5/1.png?key=a%20b"_s));
        const OnlineTiles tms(u"https://tiles.example/{z}/{x}/{-y}.png"_s, {}); // rows from the south
        QCOMPARE(tms.address(3, 5, 1), QUrl(u"https://tiles.example/3/5/6.png"_s));
        const auto ign = OnlineTiles::planIgn();
        QCOMPARE(ign->set().attribution, u"© IGN"_s);
        const QUrl address = ign->address(14, 8392, 5634);
        QCOMPARE(address.toString(QUrl::RemoveQuery), u"https://data.geopf.fr/wmts"_s);
        const QUrlQuery query(address);
        const auto said = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
        QCOMPARE(said(u"SERVICE"_s) + said(u"REQUEST"_s) + said(u"VERSION"_s), u"WMTSGetTile1.0.0"_s);
        QCOMPARE(said(u"LAYER"_s), u"GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2"_s);
        QCOMPARE(said(u"TILEMATRIXSET"_s) + u'/' + said(u"TILEMATRIX"_s), u"PM/14"_s);
        QCOMPARE(said(u"TILECOL"_s) + u'/' + said(u"TILEROW"_s), u"8392/5634"_s);
        QCOMPARE(said(u"FORMAT"_s), u"image/png"_s);
    }

    void onlySafeTemplatesAreUsed()
    {
        for (const QString &good : {u"https://tiles.example/{z}/{x}/{y}.png"_s, u"https://t.example/w?m={z}&c={x}&r={-y}"_s,
                                    u"http://127.0.0.1:8080/{z}/{x}/{y}"_s, u"http://[::1]/{z}/{x}/{y}"_s})
            QVERIFY2(OnlineTiles::isUsable(good), qPrintable(good));
        for (const QString &bad : {u""_s, u"https://tiles.example/"_s, u"https://tiles.example/{z}/{x}.png"_s,
                                   u"http://tiles.example/{z}/{x}/{y}.png"_s, u"file:///srv/{z}/{x}/{y}.png"_s,
                                   u"https://{x}.example/{z}/{x}/{y}"_s, u"javascript:{z}{x}{y}"_s, u"{z}/{x}/{y}"_s}) {
            QVERIFY2(!OnlineTiles::isUsable(bad), qPrintable(bad));
            OnlineTiles tiles(bad, {});
            QCOMPARE(outcome(tiles.tile(1, 0, 0)).error().code, ErrorCode::InvalidInput);
        }
    }

    void aTileComes()
    {
        Server server;
        server.answer = http(200, "picture");
        OnlineTiles tiles(server.at(u"{z}/{x}/{y}.png"_s), {});
        QCOMPARE(outcome(tiles.tile(3, 5, 1)).value(), "picture");
        QCOMPARE(server.asked, QStringList{u"/3/5/1.png"_s});
    }

    void answersThatAreNoTile_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("none there") << http(404, "x") << int(ErrorCode::NotFound);
        QTest::newRow("empty") << http(204, {}) << int(ErrorCode::NotFound);
        QTest::newRow("elsewhere") << http(302, {}, "Location: http://127.0.0.1:1/\r\n") << int(ErrorCode::Protocol);
        QTest::newRow("forbidden") << http(403, "key?") << int(ErrorCode::Protocol);
        QTest::newRow("broken") << http(500, {}) << int(ErrorCode::Protocol);
        QTest::newRow("too much") << http(200, QByteArray(6 * 1024 * 1024, 'x')) << int(ErrorCode::Network);
    }
    void answersThatAreNoTile()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        Server server;
        server.answer = answer;
        OnlineTiles tiles(server.at(u"{z}/{x}/{y}.png"_s), {});
        const auto tile = outcome(tiles.tile(1, 0, 0));
        QVERIFY(!tile);
        QCOMPARE(int(tile.error().code), code);
    }

    //! A few at a time, the newest first: what one looks at now does not wait behind what one has left.
    void aServerThatHangsIsNotFlooded()
    {
        Server server;
        auto tiles = std::make_unique<OnlineTiles>(server.at(u"{z}/{x}/{y}"_s), QString());
        tiles->setTimeout(2 * patienceMs);
        QList<QFuture<Result<QByteArray>>> all;
        for (int i = 0; i < 20; ++i)
            all.append(tiles->tile(9, i, 0));
        all[10].cancel(); // out of sight before its turn
        PARVIS_AWAIT_COMPARE(server.asked.size(), 6);
        server.answerHung(http(500, {}), 1); // one is done, so one more may be asked
        PARVIS_AWAIT(server.asked.size() > 6);
        QCOMPARE(server.asked.size(), 7);
        QCOMPARE(server.asked.last(), u"/9/19/0"_s);
        server.answer = http(200, "at last");
        server.answerHung(server.answer);
        QCOMPARE(outcome(all.at(6)).value(), "at last");
        QCOMPARE(server.asked.size(), 19);
        QVERIFY(!server.asked.contains(u"/9/10/0"_s));
        server.answer.clear();
        const auto open = tiles->tile(9, 99, 0);
        tiles.reset(); // nothing is left unanswered
        QVERIFY(open.isFinished());
    }

    void whatHangsIsGivenUpForWhatWaits()
    {
        Server server;
        OnlineTiles tiles(server.at(u"{z}/{x}/{y}"_s), {});
        tiles.setTimeout(300);
        QList<QFuture<Result<QByteArray>>> all;
        for (int i = 0; i < 7; ++i)
            all.append(tiles.tile(9, i, 0));
        QCOMPARE(outcome(all.first()).error().code, ErrorCode::Network);
        PARVIS_AWAIT(server.asked.contains(u"/9/6/0"_s));
    }
};

QTEST_GUILESS_MAIN(TestOnlineTiles)
#include "tst_onlinetiles.moc"
