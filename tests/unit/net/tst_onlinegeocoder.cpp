#include "net/onlinegeocoder.h"

#include <QtCore/QUrlQuery>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const QByteArray found = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","geometry":{"type":"Point","coordinates":[4.3631,48.9566]},"properties":{"label":"12bis Rue des Tanneurs 51000 Ingeville",
  "score":0.93,"housenumber":"12bis","id":"51108_0001_00012_bis","name":"12bis Rue des Tanneurs","postcode":"51000","citycode":"51108",
  "city":"Ingeville","type":"housenumber","street":"Rue des Tanneurs","distance":7}},
 {"type":"Feature","geometry":{"type":"Point","coordinates":["x",48]},"properties":{"name":"nowhere"}},
 {"type":"Feature","geometry":null,"properties":{"name":"nothing"}},
 {"type":"Feature","geometry":{"type":"Point","coordinates":[4.37,48.95]},"properties":{"name":"Rue Neuve","type":"street","score":7}}]})";

QByteArray http(int status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           headers + "Connection: close\r\n\r\n" + body;
}

//! A service that answers what the test says; nothing: it hangs.
class Service
{
public:
    Service()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    if (!socket->canReadLine())
                        return;
                    targets.append(socket->readLine().split(' ').value(1));
                    socket->readAll();
                    if (!answer.isEmpty()) {
                        socket->write(answer);
                        socket->disconnectFromHost();
                    }
                });
            }
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/geocodage/"_s.arg(m_server.serverPort())); }

    QByteArray answer;
    QByteArrayList targets;

private:
    QTcpServer m_server;
};

template <typename T>
Result<T> outcome(const QFuture<Result<T>> &future)
{
    return QTest::qWaitFor([&future] { return future.isFinished(); }) ? future.result()
                                                                      : Result<T>(Error{ErrorCode::Unavailable, {}});
}

} // namespace

class TestOnlineGeocoder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAddressIsFound()
    {
        Service service;
        service.answer = http(200, found);
        OnlineGeocoder geocoder(service.url());
        const auto hits = outcome(geocoder.search(u"12 bis rue d'A & B + C #1 é"_s, 5));
        QVERIFY2(bool(hits), hits ? "" : qPrintable(hits.error().detail));
        QCOMPARE(hits->size(), 2); // what has no position is passed over
        const AddressHit &hit = hits->first();
        QCOMPARE(hit.kind, HitKind::House);
        QCOMPARE(hit.number, 12);
        QCOMPARE(hit.suffix, u"bis"_s);
        QCOMPARE(hit.way, u"Rue des Tanneurs"_s);
        QCOMPARE(hit.insee, u"51108"_s);
        QCOMPARE(hit.position, (Position{48.9566, 4.3631}));
        QCOMPARE(hits->at(1).kind, HitKind::Way);
        QCOMPARE(hits->at(1).score, 1000);
        const QUrl asked(QString::fromLatin1(service.targets.first()));
        QCOMPARE(asked.path(), u"/geocodage/search/"_s);
        QCOMPARE(QUrlQuery(asked).queryItemValue(u"q"_s, QUrl::FullyDecoded), u"12 bis rue d'A & B + C #1 é"_s);
        QCOMPARE(QUrlQuery(asked).queryItemValue(u"limit"_s), u"5"_s);
    }

    void aPlaceIsFound()
    {
        Service service;
        service.answer = http(200, found);
        OnlineGeocoder geocoder(service.url());
        const auto hit = outcome(geocoder.nearest({48.9566, 4.3631}));
        QVERIFY(hit && *hit);
        QCOMPARE((*hit)->metres, 7.0);
        QCOMPARE(service.targets.first(), "/geocodage/reverse/?lat=48.9566000&lon=4.3631000");
        service.answer = http(200, R"({"type":"FeatureCollection","features":[]})");
        const auto nothing = outcome(geocoder.nearest({0, 0}));
        QVERIFY(nothing && !*nothing);
    }

    void whoIsAskedForPatienceHasIt()
    {
        Service service;
        service.answer = http(429, {}, "Retry-After: 600\r\n");
        OnlineGeocoder geocoder(service.url());
        const auto first = outcome(geocoder.search(u"rue"_s, 5));
        QCOMPARE(first.error().code, ErrorCode::Throttled);
        QCOMPARE(first.error().retryAfterSeconds, 600);
        const auto second = outcome(geocoder.nearest({48, 4}));
        QCOMPARE(second.error().code, ErrorCode::Throttled);
        QVERIFY(second.error().retryAfterSeconds > 590);
        QCOMPARE(service.targets.size(), 1); // it was not asked again
    }

    void theNextSearchAbortsTheOneBefore()
    {
        Service service;
        OnlineGeocoder geocoder(service.url());
        const auto first = geocoder.search(u"ru"_s, 5);
        QTRY_COMPARE(service.targets.size(), 1);
        service.answer = http(200, found);
        const auto second = geocoder.search(u"rue"_s, 5);
        QCOMPARE(outcome(first).error().code, ErrorCode::Aborted);
        QVERIFY(bool(outcome(second)));
    }

    void aServiceThatHangsOrIsAway()
    {
        Service service;
        auto geocoder = std::make_unique<OnlineGeocoder>(service.url());
        geocoder->setTimeout(50);
        QCOMPARE(outcome(geocoder->search(u"rue"_s, 5)).error().code, ErrorCode::Network);
        geocoder->setTimeout(60'000);
        const auto open = geocoder->search(u"rue"_s, 5);
        geocoder.reset(); // nothing is left unanswered
        QVERIFY(open.isFinished());
        OnlineGeocoder away(QUrl(u"http://127.0.0.1:1"_s));
        QCOMPARE(outcome(away.search(u"rue"_s, 5)).error().code, ErrorCode::Network);
    }

    void answersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("code");
        QTest::newRow("a page") << http(200, "<html>") << int(ErrorCode::Protocol);
        QTest::newRow("a list") << http(200, "[]") << int(ErrorCode::Protocol);
        QTest::newRow("not found") << http(404, found) << int(ErrorCode::Protocol);
        QTest::newRow("elsewhere") << http(302, {}, "Location: https://example.org/\r\n") << int(ErrorCode::Protocol);
        QTest::newRow("busy") << http(503, {}) << int(ErrorCode::Throttled);
        QTest::newRow("too long") << http(200, QByteArray(3 * 1024 * 1024, ' ')) << int(ErrorCode::Protocol);
    }
    void answersThatAreNone()
    {
        QFETCH(QByteArray, answer);
        QFETCH(int, code);
        Service service;
        service.answer = answer;
        OnlineGeocoder geocoder(service.url());
        const auto hits = outcome(geocoder.search(u"rue"_s, 5));
        QVERIFY(!hits);
        QCOMPARE(int(hits.error().code), code);
    }

    void onlySafeServicesAreAsked()
    {
        for (const QString &url : {u"http://example.org"_s, u"ftp://127.0.0.1"_s, u"file:///etc/passwd"_s, u""_s}) {
            OnlineGeocoder geocoder{QUrl(url)};
            QCOMPARE(outcome(geocoder.search(u"rue"_s, 5)).error().code, ErrorCode::InvalidInput);
        }
    }

    void theFileAnswersThroughTheSamePort()
    {
        FileGeocoder geocoder{AddressIndex()};
        QVERIFY(outcome(geocoder.search(u"rue"_s, 5))->isEmpty());
        QVERIFY(!*outcome(geocoder.nearest({48, 4})));
    }
};

QTEST_GUILESS_MAIN(TestOnlineGeocoder)
#include "tst_onlinegeocoder.moc"
