#include "net/httptransport.h"

#include "protocol/codec.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRegularExpression>
#include <QtCore/QUrlQuery>
#include <QtNetwork/QNetworkCookie>
#include <QtNetwork/QNetworkCookieJar>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslConfiguration>

#include <memory>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024; // a snapshot page of long texts is far below
constexpr QLatin1StringView blobRoute("/v1/blobs/");
constexpr QLatin1StringView presenceRoute("/v1/presence");
constexpr QLatin1StringView usersRoute("/v1/users/");
constexpr qint64 mostProblemBytes = 64 * 1024;

class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

template <typename T>
Result<T> readJson(const QByteArray &body, Result<T> (*read)(const QJsonObject &))
{
    const auto json = parseObject(body);
    return json ? read(*json) : json.error();
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

struct HttpTransport::Call
{
    QByteArray verb;
    QString route;
    QString access;
    QUrlQuery query;
    QByteArray body; //!< JSON, or null
    qint64 rows = 0;
    bool isStream = false;
    bool isBulk = false;                                //!< its bytes are what it is about
    QList<std::pair<QByteArray, QByteArray>> headers{}; //!< with their own Content-Type, if it is not JSON
};

HttpTransport::HttpTransport(const QUrl &hub, const Clock &clock, ExchangeLog &log, QObject *parent)
    : QObject(parent), m_hub(hub), m_clock(clock), m_log(log)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setCookieJar(new NoCookies(&m_network));
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    connect(&m_network, &QNetworkAccessManager::sslErrors, this,
            [this](QNetworkReply *reply, const QList<QSslError> &errors) { judge(*reply, errors); });
}

HttpTransport::~HttpTransport()
{
    closeStream();
    m_line.reset();
    m_bulkUnderWay.clear();
    const auto replies = std::exchange(m_underWay, {});
    for (QNetworkReply *reply : replies) {
        reply->disconnect(this);
        reply->abort();
    }
}

void HttpTransport::setHub(const QUrl &hub)
{
    abort();
    closeStream();
    m_hub = hub;
    m_line.reset();
    m_network.clearAccessCache();
}

void HttpTransport::setPin(const QByteArray &sha256)
{
    abort();
    closeStream();
    m_pin = sha256;
    m_seen.clear();
    m_line.reset();
    m_network.clearAccessCache(); // connections of another pin
}

QNetworkRequest HttpTransport::request(const Call &call) const
{
    QUrl url = m_hub;
    url.setPath(call.route);
    url.setQuery(call.query);
    QNetworkRequest r(url);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setCaCertificates({}); // no authority is trusted, so that every certificate comes before judge()
    r.setSslConfiguration(tls);
    r.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    r.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    r.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    r.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    r.setTransferTimeout(call.isStream ? m_timeouts.stream : m_timeouts.answer);
    r.setRawHeader("Parvis-Schema", QByteArray::number(schemaVersion));
    r.setRawHeader("Accept-Encoding", "identity"); // what arrives is what was sent, so that its size is known
    r.setRawHeader("User-Agent", "Parvis/" PARVIS_VERSION);
    if (call.isStream)
        r.setRawHeader("Accept", "text/event-stream");
    if (!call.body.isNull())
        r.setRawHeader("Content-Type", "application/json");
    if (!call.access.isEmpty())
        r.setRawHeader("Authorization", "Bearer " + call.access.toLatin1());
    for (const auto &[name, value] : call.headers)
        r.setRawHeader(name, value);
    return r;
}

QNetworkReply *HttpTransport::start(const Call &call)
{
    if (call.verb == "HEAD") // as a custom verb, a body would be waited for
        return m_network.head(request(call));
    return m_network.sendCustomRequest(request(call), call.verb, call.body);
}

void HttpTransport::judge(QNetworkReply &reply, const QList<QSslError> &errors)
{
    const QByteArray shown = reply.sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256);
    if (!m_pin.isEmpty() && shown == m_pin) {
        reply.ignoreSslErrors(errors);
        return;
    }
    m_seen = shown;
}

//! Gives \a answered what came, and writes it down.
HttpTransport::Report HttpTransport::reportOf(const Call &call, Answered answered)
{
    QElapsedTimer timer;
    timer.start();
    Exchange entry;
    entry.at = m_clock.now();
    entry.verb = QString::fromLatin1(call.verb);
    // A digest may tell which file it is, and an id who.
    entry.route = call.route.startsWith(blobRoute)    ? u"/v1/blobs"_s
                  : call.route.startsWith(usersRoute) ? u"/v1/users/password"_s
                                                      : call.route;
    entry.sent = call.rows;
    entry.bytesUp = call.body.size();
    return [this, timer, entry, isHead = call.verb == "HEAD", answered = std::move(answered)](const Result<Answer> &answer,
                                                                                              int status) mutable {
        entry.ms = timer.elapsed();
        entry.status = status;
        if (answer)
            entry.bytesDown = answer->body.size();
        if (!answer)
            entry.error = answer.error().code;
        else if (answer->problem && !(isHead && answer->problem->status == 404)) // which says: nothing of it yet
            entry.error = errorFor(*answer->problem).code;
        entry.received = answered(answer);
        if (entry.received < 0) { // the answer could not be read
            entry.received = 0;
            entry.error = ErrorCode::Protocol;
        }
        if (entry.route != presenceRoute) // said every few seconds, and nothing to look into
            m_log.add(entry);
    };
}

void HttpTransport::exchange(const Call &call, Answered answered)
{
    const Report report = reportOf(call, std::move(answered));
    if (call.isBulk)
        return exchangeBulk(call, report);
    QNetworkReply *reply = start(call);
    m_underWay.insert(reply);
    const auto isTooLarge = std::make_shared<bool>(false);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply, isTooLarge](qint64 received, qint64 total) {
        const qint64 most = statusOf(*reply) >= 300 ? mostProblemBytes : mostBytes;
        if (received > most || total > most) {
            *isTooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply, isTooLarge, report] {
        const bool isAborted = !m_underWay.remove(reply);
        reply->deleteLater();
        report(isAborted ? Error{ErrorCode::Aborted, {}} : answerOf(*reply, *isTooLarge), statusOf(*reply));
    });
}

void HttpTransport::exchangeBulk(const Call &call, const Report &report)
{
    if (!m_line)
        m_line = std::make_unique<BulkLine>(m_pin, BulkLine::Measure{mostProblemBytes, mostBytes});
    const QNetworkRequest head = request(call);
    BulkRequest bulk{call.verb, head.url().toEncoded(), {}, call.body, m_timeouts.answer};
    for (const QByteArray &name : head.rawHeaderList())
        bulk.headers.append(name + ": " + head.rawHeader(name));
    const qint64 number = ++m_bulkNumber;
    m_bulkUnderWay.insert(number, report);
    m_line->send(bulk, [this, number](const BulkAnswer &answer) { // in the line's thread, which ends before this object
        QMetaObject::invokeMethod(
            this, [this, number, answer] { bulkAnswered(number, answer); }, Qt::QueuedConnection);
    });
}

void HttpTransport::bulkAnswered(qint64 number, const BulkAnswer &bulk)
{
    const Report report = m_bulkUnderWay.take(number);
    if (!report) // aborted
        return;
    if (!bulk.shown.isEmpty())
        m_seen = bulk.shown;
    report(bulk.error ? *bulk.error : answerOf(bulk), bulk.status);
}

void HttpTransport::abortBulk()
{
    if (m_line)
        m_line->abort();
    const auto reports = std::exchange(m_bulkUnderWay, {});
    for (const Report &report : reports)
        report(Error{ErrorCode::Aborted, {}}, 0);
}

Result<HttpTransport::Answer> HttpTransport::answerOf(QNetworkReply &reply, bool isTooLarge)
{
    if (isTooLarge)
        return Error{ErrorCode::Protocol, u"answer beyond measure"_s};
    const int status = statusOf(reply);
    if (reply.error() == QNetworkReply::SslHandshakeFailedError && !reply.sslConfiguration().peerCertificate().isNull())
        return Error{ErrorCode::Certificate, u"not the pinned certificate"_s};
    // An error of the connection after the head: the answer is cut short, whatever its status says.
    const bool isCut = reply.error() != QNetworkReply::NoError && reply.error() < QNetworkReply::ContentAccessDenied;
    if (status == 0 || isCut)
        return Error{ErrorCode::Network, u"network error %1"_s.arg(int(reply.error()))};
    return answerOf({std::nullopt,
                     status,
                     reply.readAll(),
                     reply.rawHeader("Content-Type"),
                     reply.rawHeader("Retry-After"),
                     reply.rawHeader("Upload-Offset"),
                     reply.rawHeader("Upload-Length"),
                     reply.rawHeader("Content-Range"),
                     reply.rawHeader("ETag"),
                     {}});
}

//! Of an answer that came whole.
Result<HttpTransport::Answer> HttpTransport::answerOf(const BulkAnswer &head)
{
    Answer whole{head.body, std::nullopt, head.uploadOffset, head.uploadLength, head.range, head.tag, head.status == 304};
    if (whole.isUnchanged || (head.status >= 200 && head.status < 300))
        return whole;
    if (head.status < 400)
        return Error{ErrorCode::Protocol, u"redirected"_s};
    Problem problem;
    const auto json = parseObject(head.body);
    if (json && head.contentType.startsWith("application/problem+json"))
        problem = problemFromJson(*json);
    problem.status = head.status;
    problem.retryAfterSeconds = std::clamp(head.retryAfter.toInt(), 0, 24 * 3600);
    whole.problem = problem;
    return whole;
}

template <typename T>
QFuture<Result<T>> HttpTransport::ask(const Call &call, std::function<Result<T>(const Answer &)> read,
                                      std::function<qint64(const T &)> count)
{
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    exchange(call, [promise, read = std::move(read), count = std::move(count)](const Result<Answer> &answer) -> qint64 {
        const Result<T> result = answer ? read(*answer) : answer.error();
        promise->addResult(result);
        promise->finish();
        if (result)
            return count ? count(*result) : 0;
        return answer && !answer->problem ? -1 : 0;
    });
    return promise->future();
}

// What the hub says no to becomes its error; the rest is read by \a read.
template <typename T>
static auto plain(Result<T> (*read)(const QJsonObject &))
{
    return [read](const auto &answer) -> Result<T> {
        if (answer.problem)
            return errorFor(*answer.problem);
        return readJson(answer.body, read);
    };
}

QFuture<Result<Hello>> HttpTransport::hello(const QString &access)
{
    return ask<Hello>({"GET", u"/v1/hello"_s, access, {}, {}}, plain(helloFromJson));
}

QFuture<Result<Session>> HttpTransport::openSession(const SessionRequest &request)
{
    return ask<Session>({"POST", u"/v1/session"_s, {}, {}, compactJson(toJson(request))}, plain(sessionFromJson));
}

QFuture<Result<Session>> HttpTransport::refreshSession(const QString &refresh)
{
    const QJsonObject body{{u"refresh"_s, refresh}};
    return ask<Session>({"POST", u"/v1/session/refresh"_s, {}, {}, compactJson(body)}, plain(sessionFromJson));
}

//! Of an answer that says nothing but yes or no.
static Status doneOrNot(const std::optional<Problem> &problem)
{
    return problem ? errorFor(*problem) : success();
}

QFuture<Status> HttpTransport::closeSession(const QString &access)
{
    return ask<std::monostate>({"DELETE", u"/v1/session"_s, access, {}, {}},
                               [](const Answer &answer) { return doneOrNot(answer.problem); });
}

QFuture<Status> HttpTransport::changePassword(const PasswordChange &change)
{
    return ask<std::monostate>({"POST", u"/v1/password"_s, {}, {}, compactJson(toJson(change))},
                               [](const Answer &answer) { return doneOrNot(answer.problem); });
}

QFuture<Result<GivenPassword>> HttpTransport::givePassword(const QString &access, const Id &user)
{
    return ask<GivenPassword>({"POST", usersRoute + idText(user) + u"/password"_s, access, {}, "{}"_ba},
                              plain(givenPasswordFromJson));
}

QFuture<Result<QList<Onlooker>>> HttpTransport::look(const QString &access, const Look &look)
{
    return ask<QList<Onlooker>>({"POST", presenceRoute, access, {}, compactJson(toJson(look))}, plain(onlookersFromJson));
}

QFuture<Result<PushReply>> HttpTransport::push(const QString &access, const Push &push)
{
    const auto read = [](const Answer &answer) -> Result<PushReply> {
        if (!answer.problem)
            return readJson(answer.body, pushReplyFromJson);
        const Error error = errorFor(*answer.problem);
        if (error.code == ErrorCode::MutationGap && answer.problem->lastN >= 0)
            return PushReply{{}, answer.problem->lastN, 0};
        return error;
    };
    return ask<PushReply>({"POST", u"/v1/push"_s, access, {}, compactJson(toJson(push)), push.mutations.size()}, read,
                          [](const PushReply &reply) { return reply.verdicts.size(); });
}

QFuture<Result<ChangesPage>> HttpTransport::changes(const QString &access, const Cursor &since, int limit)
{
    QUrlQuery query;
    query.addQueryItem(u"since"_s, cursorText(since));
    query.addQueryItem(u"limit"_s, QString::number(limit));
    return ask<ChangesPage>({"GET", u"/v1/changes"_s, access, query, {}}, plain(changesPageFromJson),
                            [](const ChangesPage &page) { return page.changes.size(); });
}

QFuture<Result<SnapshotPage>> HttpTransport::snapshot(const QString &access, const QString &after, const QString &scope)
{
    QUrlQuery query;
    if (!after.isEmpty())
        query.addQueryItem(u"after"_s, QString::fromLatin1(QUrl::toPercentEncoding(after)));
    if (!scope.isEmpty())
        query.addQueryItem(u"scope"_s, QString::fromLatin1(QUrl::toPercentEncoding(scope)));
    const auto read = [](const Answer &answer) -> Result<SnapshotPage> {
        if (answer.problem)
            return errorFor(*answer.problem);
        return snapshotFromNdjson(answer.body);
    };
    return ask<SnapshotPage>({"GET", u"/v1/snapshot"_s, access, query, {}}, read,
                             [](const SnapshotPage &page) { return page.rows.size(); });
}

static Result<qint64> headerNumber(QByteArrayView value, const QString &name)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    return isNumber && number >= 0 ? Result<qint64>(number) : Error{ErrorCode::Protocol, name};
}

//! \a range: "bytes 0-1048575/3145728".
static Result<BlobPart> partFrom(const QByteArray &range, qint64 offset, const QByteArray &bytes)
{
    const qsizetype slash = range.lastIndexOf('/');
    const bool isFromHere = range.startsWith("bytes " + QByteArray::number(offset) + '-');
    const auto total = headerNumber(QByteArrayView(range).sliced(slash + 1), u"Content-Range"_s);
    if (slash < 0 || !isFromHere || !total || offset + bytes.size() > *total)
        return Error{ErrorCode::Protocol, u"Content-Range"_s};
    return BlobPart{offset, *total, bytes};
}

QFuture<Result<BlobPlace>> HttpTransport::blobPlace(const QString &access, const QString &sha256)
{
    return ask<BlobPlace>({"HEAD", blobRoute + sha256, access, {}, {}}, [](const Answer &answer) -> Result<BlobPlace> {
        if (answer.problem && answer.problem->status == 404) // an answer to HEAD has no body that says more
            return BlobPlace{};
        if (answer.problem)
            return errorFor(*answer.problem);
        const auto offset = headerNumber(answer.uploadOffset, u"Upload-Offset"_s);
        return offset ? Result<BlobPlace>(BlobPlace{*offset, answer.uploadLength.toLongLong()}) : offset.error();
    });
}

QFuture<Result<BlobPlace>> HttpTransport::sendBlob(const QString &access, const QString &sha256, const BlobPart &part)
{
    Call call{"PATCH", blobRoute + sha256, access, {}, part.bytes};
    call.isBulk = true;
    call.headers = {{"Content-Type", "application/offset+octet-stream"},
                    {"Upload-Offset", QByteArray::number(part.offset)},
                    {"Upload-Length", QByteArray::number(part.total)}};
    return ask<BlobPlace>(call, [total = part.total](const Answer &answer) -> Result<BlobPlace> {
        if (answer.problem)
            return errorFor(*answer.problem);
        const auto offset = headerNumber(answer.uploadOffset, u"Upload-Offset"_s);
        return offset ? Result<BlobPlace>(BlobPlace{*offset, total}) : offset.error();
    });
}

QFuture<Result<BlobPart>> HttpTransport::blob(const QString &access, const QString &sha256, const Id &attachment, qint64 offset)
{
    QUrlQuery query;
    query.addQueryItem(u"attachment"_s, idText(attachment));
    Call call{"GET", blobRoute + sha256, access, query, {}};
    call.isBulk = true;
    call.headers = {{"Range", "bytes=" + QByteArray::number(offset) + '-'}};
    return ask<BlobPart>(call, [offset](const Answer &answer) -> Result<BlobPart> {
        if (answer.problem)
            return errorFor(*answer.problem);
        return partFrom(answer.range, offset, answer.body);
    });
}

QFuture<Result<std::optional<FilePart>>> HttpTransport::addresses(const QString &access, const FileWish &wish)
{
    using Part = std::optional<FilePart>;
    const auto tag = [](const QString &sha256) { return QByteArray('"' + sha256.toLatin1() + '"'); };
    Call call{"GET", u"/v1/addresses"_s, access, {}, {}};
    call.isBulk = true;
    const qint64 offset = wish.coming.isEmpty() ? 0 : wish.offset;
    call.headers = {{"Range", "bytes=" + QByteArray::number(offset) + '-'}};
    if (!wish.coming.isEmpty())
        call.headers.append({"If-Match", tag(wish.coming)});
    else if (!wish.held.isEmpty())
        call.headers.append({"If-None-Match", tag(wish.held)});
    return ask<Part>(call, [offset](const Answer &answer) -> Result<Part> {
        if (answer.problem)
            return errorFor(*answer.problem);
        if (answer.isUnchanged)
            return Part();
        const auto part = partFrom(answer.range, offset, answer.body);
        if (!part)
            return part.error();
        static const QRegularExpression quoted(u"^\"([0-9a-f]{64})\"$"_s);
        const auto named = quoted.match(QString::fromLatin1(answer.tag));
        if (!named.hasMatch() || part->bytes.isEmpty())
            return Error{ErrorCode::Protocol, u"ETag"_s};
        return Part(FilePart{named.captured(1), *part});
    });
}

void HttpTransport::openStream(const QString &access, StreamSink sink)
{
    closeStream();
    m_sink = std::move(sink);
    Call call{"GET", u"/v1/stream"_s, access, {}, {}};
    call.isStream = true;
    QNetworkReply *reply = start(call);
    m_stream = reply;
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, reply] {
        const auto opened = m_sink.opened;
        if (m_stream == reply && statusOf(*reply) == 200 && opened)
            opened();
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, reply, parser = EventStreamParser()]() mutable {
        const auto events = statusOf(*reply) == 200 ? parser.feed(reply->readAll()) : QList<StreamEvent>();
        if (!events)
            return reply->abort();
        for (const StreamEvent &event : *events) {
            const auto head = parseCursor(QString::fromLatin1(event.data));
            const auto hinted = m_sink.hinted; // a copy: the engine may close the stream in it
            if (m_stream == reply && event.type == "head" && head && hinted)
                hinted(*head);
        }
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] { finishStream(*reply); });
}

void HttpTransport::finishStream(QNetworkReply &reply)
{
    reply.deleteLater();
    if (m_stream != &reply)
        return;
    m_stream.clear();
    const StreamSink sink = std::exchange(m_sink, {});
    const Result<Answer> answer = answerOf(reply, false);
    if (!sink.closed)
        return;
    if (!answer)
        sink.closed(answer.error());
    else if (answer->problem)
        sink.closed(errorFor(*answer->problem));
    else
        sink.closed({ErrorCode::Network, u"stream ended"_s});
}

void HttpTransport::closeStream()
{
    m_sink = {};
    if (QNetworkReply *reply = std::exchange(m_stream, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void HttpTransport::abort()
{
    const auto replies = std::exchange(m_underWay, {});
    for (QNetworkReply *reply : replies)
        reply->abort();
    abortBulk();
}

QString fingerprintText(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex(':')).toUpper();
}

QByteArray fingerprintFromText(QStringView text)
{
    QByteArray hex;
    for (const QChar c : text) {
        if (c != u':' && !c.isSpace())
            hex += c.toLatin1();
    }
    const QByteArray bytes = QByteArray::fromHex(hex);
    return bytes.size() == 32 && hex.size() == 64 ? bytes : QByteArray();
}

} // namespace parvis
