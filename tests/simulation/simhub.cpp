#include "simhub.h"

#include "protocol/codec.h"

#include <QtCore/QFile>

namespace parvis {

using namespace Qt::StringLiterals;

SimHub::SimHub(World &world) : m_world(world), m_clock(world), m_random(world.random.generate())
{
    m_settings.accessMs = 60'000; // so that tokens run out while it lasts
    m_settings.sessionMs = 600'000;
    m_settings.passwordLength = 1;
    m_settings.limits.changes = 20; // so that there are several pages
    m_settings.limits.mutations = 8;
    m_settings.limits.bodyBytes = 48 * 1024; // so that a file has several parts
    m_settings.limits.fileBytes = 200'000;
    m_store = SqliteHubStore::open(u":memory:"_s).value();
    makeHub();
    if (!m_hub->foundTown(u"Ingeville"_s))
        qFatal("the town could not be founded");
}

void SimHub::makeHub()
{
    if (!m_dir)
        m_dir = std::make_unique<QTemporaryDir>(QFile::exists(u"/dev/shm"_s) ? u"/dev/shm/parvis-XXXXXX"_s : QString());
    m_blobs = std::make_unique<BlobFolder>(m_dir->filePath(u"blobs"_s), m_settings.limits.fileBytes);
    m_addresses = std::make_unique<TownFile>(addressFile());
    m_hub = std::make_unique<Hub>(*m_store, m_clock, m_random, m_hasher, m_settings, m_blobs.get());
    m_subscription = m_hub->onHeadMoved([this](const Cursor &head) {
        const auto listeners = m_listeners;
        for (const Listener &listener : listeners)
            listener.hinted(head);
    });
}

void SimHub::setSessionMs(qint64 ms)
{
    m_settings.sessionMs = ms;
    stop();
    makeHub();
}

void SimHub::stop()
{
    m_subscription = {};
    m_hub.reset();
    const auto listeners = std::exchange(m_listeners, {});
    for (const Listener &listener : listeners)
        listener.cut();
}

void SimHub::start()
{
    if (!m_hub)
        makeHub();
}

void SimHub::backup()
{
    const QString path = m_dir->filePath(u"backup%1"_s.arg(++m_backups));
    if (m_hub->backup(path))
        m_backup = path;
}

qint64 SimHub::restore()
{
    const QString copy = m_dir->filePath(u"restored%1"_s.arg(++m_restores));
    QFile::copy(m_backup, copy);
    m_store = SqliteHubStore::open(copy).value();
    qint64 head = 0;
    const Status done = m_store->read([&head](HubReader &reader) -> Status {
        const auto town = reader.town();
        head = town ? town->seq : 0;
        return success();
    });
    return done ? head : 0;
}

bool SimHub::holds(const Cursor &cursor)
{
    QByteArray hash;
    watch([&](HubReader &reader) -> Status {
        hash = reader.hashAt(cursor.seq).value();
        return success();
    });
    return hash.left(8) == cursor.mark;
}

QHash<qint64, QByteArray> SimHub::marks()
{
    QHash<qint64, QByteArray> marks;
    watch([&marks](HubReader &reader) {
        return reader.changesAfter(0, [&marks](const ChangeRow &row) {
            marks.insert(row.seq, row.hash.left(8));
            return true;
        });
    });
    return marks;
}

Cursor SimHub::head()
{
    Cursor head;
    watch([&head](HubReader &reader) -> Status {
        const auto town = reader.town();
        if (!town)
            return town.error();
        head = town->cursor();
        return success();
    });
    return head;
}

//! The test reads: that must not fail.
void SimHub::watch(const std::function<Status(HubReader &)> &use)
{
    const bool wasWatched = std::exchange(isWatched, true);
    if (!m_store->read(use))
        qFatal("the hub can't be read");
    isWatched = wasWatched;
}

void SimHub::failAccess(int after, int sqliteCode)
{
    m_countdown = after;
    m_store->setFaultInjector([this, sqliteCode]() -> std::optional<int> {
        if (isWatched || m_countdown <= 0 || --m_countdown > 0)
            return std::nullopt;
        return sqliteCode;
    });
}

void SimHub::healDisk()
{
    m_countdown = -1;
    m_store->setFaultInjector({});
}

int SimHub::listen(std::function<void(const Cursor &)> hinted, std::function<void()> cut)
{
    m_listeners.insert(++m_lastListener, {std::move(hinted), std::move(cut)});
    return m_lastListener;
}

Wire SimHub::handle(const QString &route, const QString &access, const QByteArray &body)
{
    if (!m_hub)
        return {};
    if (m_world.chance(refusals))
        return {m_world.chance(0.5) ? 503 : 429, compactJson({}), m_world.pick(20), {}};
    const auto json = parseObject(body);
    const auto result = json ? answer(route, access, *json) : json.error();
    if (result)
        return {200, *result, 0, {}};
    Problem problem = problemFor(result.error());
    if (result.error().code == ErrorCode::MutationGap)
        problem.lastN = result.error().detail.toLongLong();
    return {problem.status, compactJson(toJson(problem)), problem.retryAfterSeconds, {}};
}

Result<QByteArray> SimHub::answer(const QString &route, const QString &access, const QJsonObject &body)
{
    const auto text = [](const auto &result) -> Result<QByteArray> {
        if (!result)
            return result.error();
        return compactJson(toJson(*result));
    };
    if (route == u"session"_s) {
        const auto request = sessionRequestFromJson(body);
        return request ? text(m_hub->openSession(*request, u"peer"_s)) : request.error();
    }
    if (route == u"refresh"_s)
        return text(m_hub->refreshSession(body.value(u"refresh"_s).toString()));
    if (route == u"password"_s) {
        const auto change = passwordChangeFromJson(body);
        const Status changed = change ? m_hub->changePassword(*change, u"peer"_s) : change.error();
        return changed ? Result<QByteArray>(compactJson({})) : changed.error();
    }
    if (route == u"hello"_s && access.isEmpty())
        return text(m_hub->hello());
    const auto caller = m_hub->authenticate(access);
    if (!caller)
        return caller.error();
    if (route == u"hello"_s) {
        auto hello = m_hub->hello(&caller.value());
        if (hello)
            hello.value().addresses = m_addresses->offer().value();
        return text(hello);
    }
    if (route == u"close"_s) {
        const auto closed = m_hub->closeSession(access);
        return closed ? Result<QByteArray>(compactJson({})) : closed.error();
    }
    if (route == u"give-password"_s)
        return text(m_hub->givePassword(*caller, idFromText(body.value(u"user"_s).toString()).value_or(Id()), u"peer"_s));
    if (route == u"presence"_s) {
        const auto look = lookFromJson(body);
        const auto others = look ? m_hub->look(*caller, *look) : Result<QList<Onlooker>>(look.error());
        return others ? Result<QByteArray>(compactJson(toJson(*others))) : others.error();
    }
    if (route == u"push"_s) {
        const auto push = pushFromJson(body);
        if (!push)
            return push.error();
        const auto reply = m_hub->push(*caller, *push);
        if (reply && appliesTwice && !push->mutations.isEmpty()) {
            Caller other = *caller;
            other.device = makeId(m_clock.now(), m_random);
            other.actor.device = other.device;
            Mutation again = push->mutations.first();
            again.n = 1;
            const auto doubled = m_hub->push(other, {other.device, {again}});
            Q_UNUSED(doubled);
        }
        return text(reply);
    }
    if (route == u"changes"_s) {
        const auto since = parseCursor(body.value(u"since"_s).toString());
        return since ? m_hub->changesJson(*caller, *since, body.value(u"limit"_s).toInt()) : since.error();
    }
    if (route == u"snapshot"_s)
        return m_hub->snapshot(*caller, body.value(u"after"_s).toString(), 15, body.value(u"scope"_s).toString());
    const QString digest = body.value(u"sha256"_s).toString();
    const auto placed = [](const Result<BlobPlace> &place) -> Result<QByteArray> {
        if (!place)
            return place.error();
        return compactJson({{u"offset"_s, place->offset}, {u"total"_s, place->total}});
    };
    if (route == u"blob-place"_s)
        return placed(m_hub->blobPlace(*caller, digest));
    if (route == u"blob-append"_s)
        return placed(m_hub->appendBlob(*caller, digest,
                                        {body.value(u"offset"_s).toInteger(), body.value(u"total"_s).toInteger(),
                                         QByteArray::fromBase64(body.value(u"bytes"_s).toString().toLatin1())}));
    if (route == u"blob-read"_s) {
        const auto part = m_hub->readBlob(*caller, digest, idFromText(body.value(u"attachment"_s).toString()).value_or(Id()),
                                          body.value(u"offset"_s).toInteger(), 40'000);
        if (!part)
            return part.error();
        return compactJson({{u"total"_s, part->total}, {u"bytes"_s, QString::fromLatin1(part->bytes.toBase64())}});
    }
    if (route == u"addresses"_s) {
        const auto offer = m_addresses->offer();
        if (!offer || !*offer)
            return offer ? Error{ErrorCode::NotFound, route} : offer.error();
        const QString wanted = body.value(u"coming"_s).toString(), now = (*offer)->sha256;
        if (wanted.isEmpty() && body.value(u"held"_s).toString() == now)
            return compactJson({});
        const auto part = m_addresses->read(wanted.isEmpty() ? now : wanted, body.value(u"offset"_s).toInteger(), 40'000);
        if (!part)
            return part.error();
        return compactJson(
            {{u"sha256"_s, now}, {u"total"_s, part->total}, {u"bytes"_s, QString::fromLatin1(part->bytes.toBase64())}});
    }
    return Error{ErrorCode::NotFound, route};
}

} // namespace parvis
