#include "simtransport.h"

#include "protocol/codec.h"

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 timeoutMs = 10'000;

Error errorOf(const Wire &wire)
{
    const auto body = parseObject(wire.body);
    Problem problem = body ? problemFromJson(*body) : Problem{};
    problem.status = wire.status;
    problem.retryAfterSeconds = wire.retryAfter;
    return errorFor(problem);
}

template <typename T>
std::function<Result<T>(const Wire &)> json(Result<T> (*read)(const QJsonObject &))
{
    return [read](const Wire &wire) -> Result<T> {
        if (wire.status != 200)
            return errorOf(wire);
        const auto object = parseObject(wire.body);
        return object ? read(*object) : object.error();
    };
}

} // namespace

SimTransport::~SimTransport()
{
    closeStream();
    *m_isAlive = false;
}

//! Brings \a body to the hub and its answer back, or not.
void SimTransport::carry(const QString &route, const QString &access, const QByteArray &body,
                         std::function<void(const Wire &)> answered)
{
    const auto delay = [this] { return 1 + m_world.pick(link.longestDelayMs); };
    const bool isRequestLost = m_world.chance(link.loss);
    const bool isReplyLost = m_world.chance(link.loss);
    const bool isOnce = QStringList{u"session"_s, u"refresh"_s, u"password"_s, u"give-password"_s}.contains(route);
    const bool isDoubled = m_world.chance(link.duplicate) && !isOnce;
    routes.append(route);
    if (const auto scripted = intercept ? intercept(route, body) : std::nullopt) {
        m_world.at(1, [answered, scripted] { answered(*scripted); });
        return;
    }
    if (link.isCut) {
        m_world.at(delay(), [answered] { answered({}); });
        return;
    }
    m_world.at(timeoutMs, [answered] { answered({}); }); // in vain if something came before
    if (isRequestLost)
        return;
    const auto arrive = [this, alive = m_isAlive, route, access, body] {
        const Wire wire = *alive ? m_hub.handle(route, access, body) : Wire{};
        if (m_world.isTalking)
            qInfo("%lld %ls %ls %s\n    %d %s", static_cast<long long>(m_world.now), qUtf16Printable(m_name),
                  qUtf16Printable(route), body.constData(), wire.status, wire.body.constData());
        return wire;
    };
    m_world.at(delay(), [this, alive = m_isAlive, route, arrive, answered, isReplyLost, back = delay()] {
        const Wire wire = arrive();
        if (*alive && route == u"snapshot"_s && wire.status == 200)
            snapshotHead = m_hub.head();
        if (*alive && !isReplyLost)
            m_world.at(back, [answered, wire] { answered(wire); });
    });
    if (isDoubled)
        m_world.at(delay() + m_world.pick(3000), [arrive] { arrive(); });
}

template <typename T>
QFuture<Result<T>> SimTransport::ask(const QString &route, const QString &access, const QJsonObject &body,
                                     std::function<Result<T>(const Wire &)> read)
{
    ++exchanges;
    const qint64 call = ++m_lastCall;
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    const auto answer = [this, alive = m_isAlive, call, promise](const Result<T> &result) {
        if (!*alive || !m_underWay.remove(call))
            return;
        promise->addResult(result);
        promise->finish();
    };
    m_underWay.insert(call, [answer](const Error &error) { answer(error); });
    carry(route, access, compactJson(body), [this, alive = m_isAlive, answer, read](const Wire &wire) {
        if (!*alive)
            return;
        if (wire.failure)
            return answer(*wire.failure);
        if (wire.status == 0 || link.isCut)
            return answer(Error{ErrorCode::Network, u"no answer"_s});
        answer(read(wire));
    });
    return promise->future();
}

QFuture<Result<Hello>> SimTransport::hello(const QString &access)
{
    return ask<Hello>(u"hello"_s, access, {}, json(helloFromJson));
}

QFuture<Result<Session>> SimTransport::openSession(const SessionRequest &request)
{
    return ask<Session>(u"session"_s, {}, toJson(request), json(sessionFromJson));
}

QFuture<Result<Session>> SimTransport::refreshSession(const QString &refresh)
{
    return ask<Session>(u"refresh"_s, {}, {{u"refresh"_s, refresh}}, json(sessionFromJson));
}

QFuture<Status> SimTransport::closeSession(const QString &access)
{
    return ask<std::monostate>(u"close"_s, access, {}, [](const Wire &) -> Status { return success(); });
}

QFuture<Status> SimTransport::changePassword(const PasswordChange &change)
{
    return ask<std::monostate>(u"password"_s, {}, toJson(change),
                               [](const Wire &wire) -> Status { return wire.status == 200 ? success() : errorOf(wire); });
}

QFuture<Result<GivenPassword>> SimTransport::givePassword(const QString &access, const Id &user)
{
    return ask<GivenPassword>(u"give-password"_s, access, {{u"user"_s, idText(user)}}, json(givenPasswordFromJson));
}

QFuture<Result<QList<Onlooker>>> SimTransport::look(const QString &access, const Look &look)
{
    return ask<QList<Onlooker>>(u"presence"_s, access, toJson(look), json(onlookersFromJson));
}

QFuture<Result<PushReply>> SimTransport::push(const QString &access, const Push &push)
{
    Push sent = push;
    if (spoilPush)
        spoilPush(sent);
    return ask<PushReply>(u"push"_s, access, toJson(sent), [](const Wire &wire) -> Result<PushReply> {
        const auto reply = json(pushReplyFromJson)(wire);
        const auto body = parseObject(wire.body);
        if (!reply && reply.error().code == ErrorCode::MutationGap && body)
            return PushReply{{}, problemFromJson(*body).lastN, 0};
        return reply;
    });
}

QFuture<Result<ChangesPage>> SimTransport::changes(const QString &access, const Cursor &since, int limit)
{
    return ask<ChangesPage>(u"changes"_s, access, {{u"since"_s, cursorText(since)}, {u"limit"_s, limit}},
                            [this](const Wire &wire) {
                                auto page = json(changesPageFromJson)(wire);
                                if (page && spoilPage)
                                    spoilPage(page.value());
                                if (page)
                                    lastPage = *page;
                                return page;
                            });
}

QFuture<Result<SnapshotPage>> SimTransport::snapshot(const QString &access, const QString &after, const QString &scope)
{
    return ask<SnapshotPage>(u"snapshot"_s, access, {{u"after"_s, after}, {u"scope"_s, scope}},
                             [](const Wire &wire) -> Result<SnapshotPage> {
                                 if (wire.status != 200)
                                     return errorOf(wire);
                                 return snapshotFromNdjson(wire.body);
                             });
}

static Result<BlobPlace> placeOf(const Wire &wire)
{
    if (wire.status != 200)
        return errorOf(wire);
    const auto body = parseObject(wire.body);
    if (!body)
        return body.error();
    return BlobPlace{body->value(u"offset"_s).toInteger(), body->value(u"total"_s).toInteger()};
}

QFuture<Result<BlobPlace>> SimTransport::blobPlace(const QString &access, const QString &sha256)
{
    return ask<BlobPlace>(u"blob-place"_s, access, {{u"sha256"_s, sha256}}, [](const Wire &wire) -> Result<BlobPlace> {
        return wire.status == 404 ? Result<BlobPlace>(BlobPlace{}) : placeOf(wire);
    });
}

QFuture<Result<BlobPlace>> SimTransport::sendBlob(const QString &access, const QString &sha256, const BlobPart &part)
{
    const QJsonObject body{{u"sha256"_s, sha256},
                           {u"offset"_s, part.offset},
                           {u"total"_s, part.total},
                           {u"bytes"_s, QString::fromLatin1(part.bytes.toBase64())}};
    return ask<BlobPlace>(u"blob-append"_s, access, body, placeOf);
}

QFuture<Result<BlobPart>> SimTransport::blob(const QString &access, const QString &sha256, const Id &attachment, qint64 offset)
{
    const QJsonObject body{{u"sha256"_s, sha256}, {u"attachment"_s, idText(attachment)}, {u"offset"_s, offset}};
    return ask<BlobPart>(u"blob-read"_s, access, body, [offset](const Wire &wire) -> Result<BlobPart> {
        const auto answer = parseObject(wire.body);
        if (wire.status != 200 || !answer)
            return errorOf(wire);
        return BlobPart{offset, answer->value(u"total"_s).toInteger(),
                        QByteArray::fromBase64(answer->value(u"bytes"_s).toString().toLatin1())};
    });
}

QFuture<Result<std::optional<FilePart>>> SimTransport::addresses(const QString &access, const FileWish &wish)
{
    using Part = std::optional<FilePart>;
    const qint64 offset = wish.coming.isEmpty() ? 0 : wish.offset;
    const QJsonObject body{{u"held"_s, wish.held}, {u"coming"_s, wish.coming}, {u"offset"_s, offset}};
    return ask<Part>(u"addresses"_s, access, body, [offset](const Wire &wire) -> Result<Part> {
        const auto answer = parseObject(wire.body);
        if (wire.status != 200 || !answer)
            return errorOf(wire);
        if (!answer->contains("sha256"_L1))
            return Part();
        return Part(FilePart{answer->value("sha256"_L1).toString(),
                             {offset, answer->value(u"total"_s).toInteger(),
                              QByteArray::fromBase64(answer->value(u"bytes"_s).toString().toLatin1())}});
    });
}

void SimTransport::openStream(const QString &access, StreamSink sink)
{
    closeStream();
    m_sink = std::move(sink);
    const int stream = ++m_stream;
    const auto isCurrent = [this, alive = m_isAlive, stream] { return *alive && stream == m_stream; };
    m_world.at(1 + m_world.pick(link.longestDelayMs), [this, isCurrent, access] {
        if (!isCurrent())
            return;
        if (link.isCut || m_hub.isDown() || !m_hub.hub().authenticate(access))
            return endStream();
        const auto hinted = [this, isCurrent](const Cursor &head) {
            if (m_world.chance(link.loss))
                return;
            m_world.at(1 + m_world.pick(link.longestDelayMs), [this, isCurrent, head] {
                if (isCurrent() && m_sink.hinted)
                    m_sink.hinted(head);
            });
        };
        m_listener = m_hub.listen(hinted, [this, isCurrent] {
            if (isCurrent())
                endStream();
        });
        if (const auto opened = m_sink.opened)
            opened();
    });
}

void SimTransport::endStream()
{
    const auto closed = m_sink.closed;
    closeStream();
    if (closed)
        closed({ErrorCode::Network, u"stream ended"_s});
}

void SimTransport::closeStream()
{
    ++m_stream;
    m_sink = {};
    if (m_listener != 0)
        m_hub.unlisten(std::exchange(m_listener, 0));
}

void SimTransport::setCut(bool isCut)
{
    link.isCut = isCut;
    if (isCut && m_listener != 0)
        endStream();
}

void SimTransport::abort()
{
    const auto calls = m_underWay;
    for (const auto &fail : calls)
        fail({ErrorCode::Aborted, {}});
}

void SimTransport::forget()
{
    closeStream();
    abort();
}

} // namespace parvis
