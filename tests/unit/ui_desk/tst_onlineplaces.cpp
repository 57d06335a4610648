#include "net/onlinegeocoder.h"
#include "presentation/onlineplaces.h"
#include "ui_common/completerfield.h"
#include "ui_common/theme.h"
#include "unit/ui_desk/deskbench.h"

#include <QtCore/QUrlQuery>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 30;

const QByteArray found = R"({"type":"FeatureCollection","features":[
 {"type":"Feature","geometry":{"type":"Point","coordinates":[4.31,48.91]},"properties":{"name":"4 Chemin de la Lune","type":"housenumber",
  "housenumber":"4","street":"Chemin de la Lune","postcode":"51000","citycode":"51108","city":"Ingeville","score":0.9}},
 {"type":"Feature","geometry":{"type":"Point","coordinates":[4.3,48.9]},"properties":{"name":"Ingeville","type":"municipality","score":0.4}}]})";

//! A geocoder on this machine that answers what the test says; nothing: it hangs.
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
                    const QUrl target(QString::fromLatin1(socket->readLine().split(' ').value(1)));
                    asked.append(QUrlQuery(target).queryItemValue(u"q"_s, QUrl::FullyDecoded));
                    socket->readAll();
                    if (answer.isEmpty())
                        return;
                    socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(answer.size()) +
                                  "\r\n\r\n" + answer);
                    socket->disconnectFromHost();
                });
            }
        });
    }
    QUrl url() const { return QUrl(u"http://127.0.0.1:%1/geocodage"_s.arg(m_server.serverPort())); }

    QByteArray answer;
    QStringList asked;

private:
    QTcpServer m_server;
};

} // namespace

//! The place of a contact, typed at the Desk while a service on the network knows more addresses than the town.
class TestOnlinePlaces : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::France));
        new AppTheme(*qApp, this);
    }

    void init()
    {
        m_service = std::make_unique<Service>();
        m_bench = std::make_unique<DeskBench>();
        m_online = std::make_unique<OnlinePlaces>(m_bench->town);
        m_online->setPause(pauseMs);
        m_bench->town.setOnlinePlaces(m_online.get());
        field()->lineEdit()->setFocus();
    }

    void cleanup()
    {
        m_bench->town.setOnlinePlaces(nullptr);
        m_online.reset();
        m_bench.reset();
        m_service.reset();
    }

    void nobodyIsAskedUnlessItIsWanted()
    {
        m_service->answer = found;
        m_bench->type(u"4 chemin de la lune"_s);
        QTest::qWait(10 * pauseMs);
        QVERIFY(m_service->asked.isEmpty());
        QVERIFY(!m_online->isOn());
    }

    //! What the town knows is not told to anybody.
    void nobodyIsAskedForWhatTheTownKnows()
    {
        turnOn();
        m_service->answer = found;
        m_bench->type(u"12 rue des tanneurs"_s);
        QTest::qWait(10 * pauseMs);
        QVERIFY(m_service->asked.isEmpty());
        QVERIFY(field()->isListOpen());
    }

    void whatTheTownDoesNotKnowComesLaterAndIsMarked()
    {
        turnOn();
        m_service->answer = found;
        m_bench->type(u"4 chemin de la lune"_s);
        QTRY_COMPARE(field()->suggestions().size(), 1); // a commune is no place
        const Suggestion late = field()->suggestions().first();
        QCOMPARE(late.text, u"4 Chemin de la Lune"_s);
        QCOMPARE(late.icon, u"globe"_s);
        QCOMPARE(late.reason, u"found online"_s);
        QCOMPARE(m_service->asked, QStringList{u"4 chemin de la lune"_s}); // once, when the typing paused
        // Of late ones none is highlighted: Enter alone keeps the words.
        m_bench->key(Qt::Key_Down);
        m_bench->key(Qt::Key_Return);
        const Place place = m_bench->controller->draft().place;
        QCOMPARE(place.address, u"4 Chemin de la Lune"_s);
        QCOMPARE(place.latitude, 48.91);
        QVERIFY(place.isFoundOnline);
    }

    void lateOnesComeBehindThoseOfTheTown()
    {
        turnOn();
        m_service->answer = found;
        m_bench->type(u"999 avenue du general leclerc"_s); // the street is known, such a number is not
        const auto own = field()->suggestions();
        QCOMPARE(own.size(), 1);
        QTRY_COMPARE(field()->suggestions().size(), 2);
        QCOMPARE(field()->suggestions().first().text, own.first().text);
        m_bench->key(Qt::Key_Return); // what was highlighted stays so
        QCOMPARE(m_bench->controller->draft().place.address, own.first().text);
    }

    void whoHasGoneOnIsNotDisturbed()
    {
        turnOn();
        m_service->answer = found;
        m_online->setPause(1);
        m_bench->type(u"4 chemin de la lune"_s);
        m_bench->key(Qt::Key_Tab);
        QTRY_COMPARE(m_service->asked.size(), 1);
        QTest::qWait(200);
        QVERIFY(!field()->isListOpen());
    }

    //! Each key is answered by the desk itself; the service is given up after its time, and left in peace.
    void aServiceThatHangsHoldsNobodyUp()
    {
        constexpr int timeoutMs = 150;
        turnOn(timeoutMs);
        QElapsedTimer typing;
        typing.start();
        m_bench->type(u"4 chemin de la lune"_s);
        QVERIFY2(typing.elapsed() < 2000, qPrintable(QString::number(typing.elapsed())));
        QTRY_COMPARE(m_service->asked.size(), 1);
        field()->lineEdit()->clear();
        m_bench->type(u"rue des tan"_s); // meanwhile
        QVERIFY(field()->isListOpen());
        QCOMPARE(field()->suggestions().first().text, u"Rue des Tanneurs"_s);
        QTest::qWait(3 * timeoutMs);
        field()->lineEdit()->clear();
        m_bench->type(u"5 chemin de la lune"_s);
        QTest::qWait(5 * pauseMs);
        QCOMPARE(m_service->asked.size(), 1); // in peace
        m_bench->key(Qt::Key_Return);         // the words go as they are
        QCOMPARE(m_bench->controller->draft().where, u"5 chemin de la lune"_s);
    }

private:
    CompleterField *field()
    {
        for (CompleterField *field : m_bench->workspace->findChildren<CompleterField *>()) {
            if (field->objectName() == u"where")
                return field;
        }
        return nullptr;
    }
    void turnOn(int timeoutMs = 5000)
    {
        auto geocoder = std::make_unique<OnlineGeocoder>(m_service->url());
        geocoder->setTimeout(timeoutMs);
        m_online->setGeocoder(std::move(geocoder));
    }

    std::unique_ptr<Service> m_service;
    std::unique_ptr<DeskBench> m_bench;
    std::unique_ptr<OnlinePlaces> m_online;
};

QTEST_MAIN(TestOnlinePlaces)
#include "tst_onlineplaces.moc"
