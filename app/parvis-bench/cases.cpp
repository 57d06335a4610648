#include "benchdesk.h"
#include "benchtown.h"

#include "demo/towndata.h"
#include "domain/routing.h"
#include "hub/blobfolder.h"
#include "sqlite/database.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QEventLoop>
#include <QtCore/QFile>
#include <QtCore/QFutureWatcher>
#include <QtCore/QThread>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpServer>

#include <fcntl.h>
#include <unistd.h>

#include <future>

// What cases cost: where they go, the night's run, the bytes of their files.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr int routings = 100'000;
constexpr qint64 fileBytes = 24LL * 1024 * 1024;
constexpr int files = 4;
constexpr int strike = 30'000;

//! Every district's every card, with rules as an administrator may have them.
Result<QList<Figure>> routed(const TownData &town)
{
    QList<Unit> units = town.bodies + town.directorates;
    for (const Service &service : town.services)
        units.append(service.unit);
    QList<RoutingRule> rules;
    for (int i = 0; i < 20; ++i) {
        RoutingRule rule;
        rule.id = QUuid::createUuidV5(QUuid(), QByteArray::number(i));
        rule.name = u"rule %1"_s.arg(i);
        rule.position = i;
        rule.overCard = true;
        rule.words = {u"mot%1"_s.arg(i), u"terme%1"_s.arg(i)};
        rule.service = town.services.first().unit.id;
        rules.append(rule);
    }
    const Routing routing(units, town.districts, town.users, rules);
    QHash<Id, int> open;
    RouteQuery query;
    query.day = QDate(2026, 11, 26);
    query.openCases = &open;
    query.text = u"Un lampadaire est éteint depuis trois jours devant le 12 de la rue, on n'y voit plus rien le soir."_s;
    int found = 0;
    Samples time;
    time.time([&] {
        for (int i = 0; i < routings; ++i) {
            query.card = &town.cards.at(i % town.cards.size()).card;
            query.district = town.districts.at(i % town.districts.size()).id;
            found += routing.route(query).service.isNull() ? 0 : 1;
        }
    });
    if (found == 0)
        return Error{ErrorCode::NotFound, u"no route"_s};
    return QList<Figure>{
        {u"route"_s, u"%1 routings with 20 rules"_s.arg(routings), time.total() / 1000, u"s"_s, std::nullopt, 1.0}};
}

//! The answer of a transport, waited for.
template <typename T>
Result<T> answerOf(const QFuture<Result<T>> &future)
{
    QEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.exec(); // the bench is the program: nothing else waits here
    return future.result();
}

QByteArray someBytes(int seed)
{
    QByteArray bytes(fileBytes, Qt::Uninitialized);
    QRandomGenerator random{quint32(seed)};
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / qsizetype(sizeof(quint32)));
    return bytes;
}

QString digestOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

//! The peer: a file's bytes over one TLS connection and onto the disk, or back, and nothing else.
class RawServer final : public QTcpServer
{
public:
    RawServer(const Certificate &certificate, QString path, bool sends)
        : m_certificate(certificate), m_path(std::move(path)), m_sends(sends)
    {}

protected:
    void incomingConnection(qintptr handle) override
    {
        QSslSocket socket;
        socket.setSocketDescriptor(handle);
        socket.setLocalCertificate(QSslCertificate(m_certificate.certificatePem));
        socket.setPrivateKey(QSslKey(m_certificate.keyPem, QSsl::Ec));
        socket.startServerEncryption();
        socket.waitForEncrypted();
        QFile file(m_path);
        if (m_sends) {
            file.open(QIODevice::ReadOnly);
            while (!file.atEnd()) {
                socket.write(file.read(1 << 20));
                while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten()) {
                }
            }
        } else {
            file.open(QIODevice::WriteOnly);
            for (qint64 got = 0; got < fileBytes && (socket.bytesAvailable() > 0 || socket.waitForReadyRead());) {
                const QByteArray some = socket.readAll();
                file.write(some);
                got += some.size();
            }
            file.flush();
            ::fsync(file.handle());
            socket.write("ok");
            socket.waitForBytesWritten();
        }
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected();
    }

private:
    Certificate m_certificate;
    QString m_path;
    bool m_sends;
};

Result<double> rawCopy(const Certificate &certificate, const QString &path, const QByteArray &bytes, bool isDownload)
{
    std::promise<quint16> listening;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        RawServer server(certificate, path, isDownload);
        server.listen(QHostAddress::LocalHost);
        listening.set_value(server.serverPort());
        server.waitForNewConnection(30'000);
    }));
    thread->start();
    const quint16 port = listening.get_future().get();
    Samples time;
    qint64 received = 0;
    time.time([&] {
        QSslSocket socket;
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
        socket.waitForEncrypted();
        if (isDownload) {
            QByteArray all;
            while (all.size() < bytes.size() && (socket.bytesAvailable() > 0 || socket.waitForReadyRead()))
                all += socket.readAll();
            received = all.size();
        } else {
            for (qint64 at = 0; at < bytes.size(); at += 1 << 20) {
                socket.write(bytes.mid(at, 1 << 20));
                while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten()) {
                }
            }
            received = socket.waitForReadyRead() ? bytes.size() : 0; // it is on the disk
        }
    });
    thread->wait();
    if (received != bytes.size())
        return Error{ErrorCode::Network, u"raw copy"_s};
    return time.total();
}

Status upload(HttpTransport &transport, const QString &access, const QString &digest, const QByteArray &bytes)
{
    constexpr qint64 part = 1024 * 1024;
    for (qint64 at = 0; at < bytes.size(); at += part) {
        const auto sent = answerOf(transport.sendBlob(access, digest, {at, bytes.size(), bytes.mid(at, part)}));
        if (!sent)
            return sent.error();
    }
    return success();
}

Result<qint64> download(HttpTransport &transport, const QString &access, const QString &digest, const Id &attachment)
{
    QByteArray all;
    do {
        const auto part = answerOf(transport.blob(access, digest, attachment, all.size()));
        if (!part)
            return part.error();
        all += part->bytes;
    } while (all.size() < fileBytes);
    return all.size();
}

} // namespace

Result<QList<Figure>> benchRoute(const BenchOptions &)
{
    const auto town = loadTown(1, Instant{1'500'000'000'000}, benchPresent());
    return town ? routed(*town) : town.error();
}

//! The last requests are at work again, as nobody had answered them.
static Status reopen(const QString &path, int count)
{
    auto db = Database::open(path);
    if (!db)
        return db.error();
    return db.value().run("UPDATE entity SET document = json_set(document, '$.status', 'in_progress') WHERE town = 1 AND kind = 8"
                          " AND id IN (SELECT id FROM entity WHERE town = 1 AND kind = 8 ORDER BY id DESC LIMIT ?)"_L1,
                          count);
}

Result<QList<Figure>> benchReminders(const BenchOptions &options)
{
    auto hub = BenchHub::open(options, options.requests, true);
    if (!hub)
        return hub.error();
    const ManualClock night({benchPresent().ms + 13 * 3600 * 1000LL});
    QList<Figure> figures;
    Result<DailyReport> report = Error{};
    for (const QString &what : {u"an ordinary night"_s, u"again, nothing new"_s, u"after a strike, 30,000 open and late"_s}) {
        if (what.startsWith(u"after"_s)) {
            if (const Status opened = reopen((*hub)->path(), strike); !opened)
                return opened.error();
        }
        Samples time;
        time.time([&] { report = (*hub)->runDaily(night); });
        if (!report)
            return report.error();
        progress(u"%1 open, %2 reminders, %3 escalations"_s.arg(report->looked).arg(report->reminded).arg(report->escalated));
        figures.append({u"reminders"_s, u"%1 requests, %2"_s.arg(options.requests).arg(what), time.total() / 1000, u"s"_s,
                        std::nullopt, 10.0});
    }
    return figures;
}

Result<QList<Figure>> benchBlob(const BenchOptions &options)
{
    auto hub = BenchHub::open(options, 1000, true);
    if (!hub)
        return hub.error();
    if (const Status serving = (*hub)->serve(); !serving)
        return serving.error();
    const auto caller = (*hub)->ambassador();
    const auto session =
        (*hub)->hub().openSession({u"m.roussel"_s, QString::fromLatin1(benchPassword), QUuid::createUuid()}, u"127.0.0.1"_s);
    if (!caller || !session)
        return caller ? session.error() : caller.error();
    const SystemClock clock;
    ExchangeLog log;
    HttpTransport transport(QUrl(u"https://127.0.0.1:%1"_s.arg((*hub)->port())), clock, log);
    transport.setPin((*hub)->fingerprint());
    const auto certificate = makeCertificate({}, clock.now());
    if (!certificate)
        return certificate.error();

    const QString rawPath = options.folder + u"/raw.bin"_s;
    Samples up, down, rawUp, rawDown;
    for (int i = 0; i < files; ++i) {
        const QByteArray bytes = someBytes(i + 1);
        const QString digest = digestOf(bytes);
        const Id request = QUuid::createUuid(), attachment = QUuid::createUuid();
        const auto taken = (*hub)->hub().intake(
            {{Verb::Create, Kind::Request, request, {{u"subject"_s, u"Photo"_s}}, {}, {}},
             {Verb::Create, Kind::Attachment, attachment, {{u"request"_s, idText(request)}, {u"sha256"_s, digest}}, {}, {}}});
        if (!taken)
            return taken.error();
        Status sent = success();
        up.time([&] { sent = upload(transport, session->access, digest, bytes); });
        if (!sent)
            return sent.error();
        Result<qint64> got = Error{};
        down.time([&] { got = download(transport, session->access, digest, attachment); });
        if (!got)
            return got.error();
        // As the peer writes over its file: otherwise the hub alone would pay for memory that a virtual machine never touched
        // before, ten microseconds a page, which is as much as the whole upload.
        (*hub)->forgetBlob(digest);
        const auto there = rawCopy(*certificate, rawPath, bytes, false);
        const auto back = rawCopy(*certificate, rawPath, bytes, true);
        if (!there || !back)
            return there ? back.error() : there.error();
        rawUp.add(*there);
        rawDown.add(*back);
    }
    QFile::remove(rawPath);
    const double reach = 1 / 0.6; // 60 % of a raw copy's speed
    const QString what = u"%1 files of %2 MB"_s.arg(files).arg(fileBytes >> 20);
    return QList<Figure>{{u"blob"_s, u"upload, "_s + what, up.total(), u"ms"_s, rawUp.total(), reach},
                         {u"blob"_s, u"download, "_s + what, down.total(), u"ms"_s, rawDown.total(), reach}};
}

} // namespace parvis
