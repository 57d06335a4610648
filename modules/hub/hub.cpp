#include "hub/hub.h"

#include "base/text.h"
#include "hub/audit.h"
#include "hub/cardpublication.h"
#include "hub/commitqueue.h"
#include "hub/feed.h"
#include "hub/intake.h"
#include "hub/presence.h"
#include "hub/sessions.h"
#include "hub/settle.h"
#include "hub/snapshot.h"
#include "protocol/codec.h"
#include "protocol/hashchain.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

struct Hub::Parts
{
    Parts(HubStore &theStore, const Clock &theClock, QRandomGenerator &random, PasswordHasher &hasher, HubSettings theSettings,
          BlobFolder *theBlobs)
        : settings(std::move(theSettings)),
          store(theStore),
          clock(theClock),
          queue(store, clock, settings.zone, settings.outlets),
          sessions(store, queue, clock, random, hasher, settings),
          blobs(theBlobs)
    {}

    const HubSettings settings;
    HubStore &store;
    const Clock &clock;
    CommitQueue queue;
    Sessions sessions;
    BlobFolder *const blobs;
    Presence presence;
};

namespace {

// Backups are daily in a well-kept town; where there are none, a disk that held for a month is trusted.
constexpr qint64 stableAfterMs = 30LL * 86'400'000;
constexpr int largestSnapshotPage = 5'000;

Result<qint64> stableSeq(HubReader &reader, const TownState &town, Instant now)
{
    const auto old = reader.seqAtDay({now.ms - stableAfterMs});
    if (!old)
        return old.error();
    return std::max(town.backedUp, *old);
}

//! By which a replay is told from another mutation under the same number.
QByteArray contentHash(const Mutation &m)
{
    QByteArray content = idBytes(m.id) + idBytes(m.target);
    content += char('A' + int(m.kind));
    content += char('0' + int(m.verb));
    content += QByteArray::number(m.n) + '\n' + QByteArray::number(m.base) + '\n' + QByteArray::number(m.at.ms) + '\n';
    content += compactJson(m.set);
    if (!m.was.isEmpty())
        content += compactJson(m.was);
    return payloadHash(content);
}

//! What was stored of (device, n), or nothing; MutationReused if it was another.
Result<std::optional<PushVerdict>> earlierVerdict(HubReader &reader, const Id &device, qint64 n, const QByteArray &contentHash)
{
    const auto stored = reader.verdict(device, n);
    if (!stored)
        return stored.error();
    if (!*stored || (*stored)->contentHash != contentHash)
        return Error{ErrorCode::MutationReused, QString::number(n)};
    return std::optional((*stored)->verdict);
}

//! What one look at the store finds.
template <typename T>
Result<T> readOne(HubStore &store, const std::function<Result<T>(HubReader &)> &look)
{
    Result<T> found = Error{ErrorCode::Unavailable, {}};
    const auto done = store.read([&](HubReader &reader) -> Status {
        found = look(reader);
        return success();
    });
    return done ? found : done.error();
}

} // namespace

Hub::Hub(HubStore &store, const Clock &clock, QRandomGenerator &random, PasswordHasher &hasher, HubSettings settings,
         BlobFolder *blobs)
    : m_parts(std::make_unique<Parts>(store, clock, random, hasher, std::move(settings), blobs))
{}

Hub::~Hub() = default;

const HubSettings &Hub::settings() const
{
    return m_parts->settings;
}

Status Hub::foundTown(const QString &name)
{
    return m_parts->queue.run([&name](Commit &commit) { return commit.store().foundTown(name); });
}

Result<Hello> Hub::hello(const Caller *caller)
{
    Hello hello;
    hello.time = m_parts->clock.now();
    hello.limits = m_parts->settings.limits;
    hello.rights = caller ? rightsVersion(caller->actor) : QString();
    const auto done = m_parts->store.read([&](HubReader &reader) -> Status {
        const auto town = reader.town();
        if (!town)
            return town.error();
        hello.head = town->cursor();
        hello.town = town->name;
        return success();
    });
    if (!done)
        return done.error();
    return hello;
}

Result<Session> Hub::openSession(const SessionRequest &request, const QString &peer)
{
    return m_parts->sessions.open(request, peer);
}

Result<Session> Hub::refreshSession(const QString &refresh)
{
    return m_parts->sessions.refresh(refresh);
}

Status Hub::closeSession(const QString &access)
{
    return m_parts->sessions.close(access);
}

Result<Caller> Hub::authenticate(const QString &access)
{
    return m_parts->sessions.authenticate(access);
}

Status Hub::changePassword(const PasswordChange &change, const QString &peer)
{
    return m_parts->sessions.change(change, peer);
}

Result<GivenPassword> Hub::givePassword(const Caller &caller, const Id &user, const QString &peer)
{
    return m_parts->sessions.give(caller, user, peer);
}

Result<PushReply> Hub::push(const Caller &caller, const Push &push)
{
    if (push.device != caller.device)
        return Error{ErrorCode::Forbidden, u"device"_s};
    if (push.mutations.size() > m_parts->settings.limits.mutations)
        return Error{ErrorCode::TooLarge, u"%1 mutations"_s.arg(push.mutations.size())};
    QList<QByteArray> hashes;
    for (const Mutation &m : push.mutations)
        hashes.append(contentHash(m));

    std::optional<Error> refusal;
    PushReply reply;
    const auto done = m_parts->queue.run([&](Commit &commit) -> Status {
        refusal.reset();
        reply = {};
        HubWriter &store = commit.store();
        const auto lastN = store.lastN(push.device);
        if (!lastN)
            return lastN.error();
        // All is checked before anything is written: a push that is refused shares its transaction with others.
        qint64 expected = *lastN + 1;
        for (qsizetype i = 0; i < push.mutations.size(); ++i) {
            const qint64 n = push.mutations[i].n;
            if (n == expected) {
                ++expected;
                continue;
            }
            if (n > *lastN) {
                refusal = Error{ErrorCode::MutationGap, QString::number(*lastN)};
                return success();
            }
            const auto earlier = earlierVerdict(store, push.device, n, hashes[i]);
            if (!earlier && earlier.error().code == ErrorCode::MutationReused) {
                refusal = earlier.error();
                return success();
            }
            if (!earlier)
                return earlier.error();
            reply.verdicts.append(**earlier);
        }
        for (qsizetype i = 0; i < push.mutations.size(); ++i) {
            if (push.mutations[i].n <= *lastN)
                continue;
            const auto verdict = settle(commit, push.mutations[i], caller.actor);
            if (!verdict)
                return verdict.error();
            if (const auto kept = store.setVerdict(push.device, {hashes[i], *verdict}); !kept)
                return kept;
            reply.verdicts.append(*verdict);
        }
        reply.lastN = expected - 1;
        const auto stable = stableSeq(store, commit.town(), commit.now());
        if (!stable)
            return stable.error();
        reply.stable = *stable;
        return success();
    });
    if (!done)
        return done.error();
    if (refusal)
        return *refusal;
    return reply;
}

//! The feed as \a caller sees it, and around it a page without changes, both of one moment.
static Result<std::pair<FeedPage, ChangesPage>> feedPage(HubStore &store, const Clock &clock, const HubSettings &settings,
                                                         const Caller &caller, const Cursor &since, int limit)
{
    std::pair<FeedPage, ChangesPage> page;
    const auto done = store.read([&](HubReader &reader) -> Status {
        auto feed = readFeed(reader, caller.actor, since, std::clamp(limit, 1, settings.limits.changes), settings.longestReplay);
        if (!feed)
            return feed.error();
        page.first = std::move(feed).value();
        const auto town = reader.town();
        if (!town)
            return town.error();
        const auto stable = stableSeq(reader, *town, clock.now());
        const auto lastN = reader.lastN(caller.device);
        if (!stable || !lastN)
            return stable ? lastN.error() : stable.error();
        page.second = {{}, page.first.next, page.first.more, *stable, rightsVersion(caller.actor), *lastN};
        return success();
    });
    if (!done)
        return done.error();
    return page;
}

Result<ChangesPage> Hub::changes(const Caller &caller, const Cursor &since, int limit)
{
    const auto feed = feedPage(m_parts->store, m_parts->clock, m_parts->settings, caller, since, limit);
    if (!feed)
        return feed.error();
    ChangesPage page = feed->second;
    for (const FeedItem &item : feed->first.items) {
        const auto change = changeOf(item);
        if (!change)
            return change.error();
        page.changes.append(*change);
    }
    return page;
}

Result<QByteArray> Hub::changesJson(const Caller &caller, const Cursor &since, int limit)
{
    const auto feed = feedPage(m_parts->store, m_parts->clock, m_parts->settings, caller, since, limit);
    if (!feed)
        return feed.error();
    const QByteArray rest = compactJson(toJson(feed->second));
    constexpr QByteArrayView empty("{\"changes\":[");
    Q_ASSERT(rest.startsWith(empty)); // the keys are sorted
    QByteArray out(empty.data(), empty.size());
    for (const FeedItem &item : feed->first.items) {
        if (out.size() > empty.size())
            out += ',';
        out += changeJson(item);
    }
    return out + rest.mid(empty.size());
}

Result<QByteArray> Hub::snapshot(const Caller &caller, const QString &after, int limit, const QString &scope)
{
    QByteArray page;
    const auto done = m_parts->store.read([&](HubReader &reader) -> Status {
        auto read = readSnapshot(reader, caller.actor, after, std::clamp(limit, 1, largestSnapshotPage), scope);
        if (!read)
            return read.error();
        page = std::move(read).value();
        return success();
    });
    if (!done)
        return done.error();
    return page;
}

Result<SnapshotPage> Hub::snapshotPage(const Caller &caller, const QString &after, int limit, const QString &scope)
{
    const auto page = snapshot(caller, after, limit, scope);
    if (!page)
        return page.error();
    return snapshotFromNdjson(*page);
}

HeadSubscription Hub::onHeadMoved(std::function<void(const Cursor &)> called)
{
    return HeadSubscription(m_parts->queue.onHeadMoved(std::move(called)));
}

//! The folder, if \a caller may send into it.
static Result<BlobFolder *> blobsFor(const Caller &caller, BlobFolder *blobs)
{
    if (!caller.actor.may(Permission::LogContact))
        return Error{ErrorCode::Forbidden, u"blob"_s};
    return blobs ? Result<BlobFolder *>(blobs) : Error{ErrorCode::Unavailable, u"blobs"_s};
}

Result<QList<Onlooker>> Hub::look(const Caller &caller, const Look &look)
{
    bool isSeen = look.request.isNull();
    if (!isSeen) {
        const auto looked = m_parts->store.read([&](HubReader &reader) -> Status {
            const auto row = reader.entity(Kind::Request, look.request);
            if (!row)
                return row.error();
            isSeen = *row && sees(caller.actor, (*row)->scope);
            return success();
        });
        if (!looked)
            return looked.error();
    }
    if (!isSeen)
        return Error{ErrorCode::NotFound, u"request"_s};
    return m_parts->presence.look(caller.user.id, caller.device, look, m_parts->clock.now());
}

Result<BlobPlace> Hub::blobPlace(const Caller &caller, const QString &sha256)
{
    const auto blobs = blobsFor(caller, m_parts->blobs);
    return blobs ? (*blobs)->place(sha256, caller.device) : blobs.error();
}

Result<BlobPlace> Hub::appendBlob(const Caller &caller, const QString &sha256, const BlobPart &part)
{
    const auto blobs = blobsFor(caller, m_parts->blobs);
    return blobs ? (*blobs)->append(sha256, caller.device, part) : blobs.error();
}

Result<BlobPart> Hub::readBlob(const Caller &caller, const QString &sha256, const Id &attachment, qint64 offset, qint64 length)
{
    if (!m_parts->blobs)
        return Error{ErrorCode::Unavailable, u"blobs"_s};
    bool isSeen = false;
    const auto looked = m_parts->store.read([&](HubReader &reader) -> Status {
        const auto row = reader.entity(Kind::Attachment, attachment);
        if (!row)
            return row.error();
        const auto document = *row ? documentOf(**row) : Result<QJsonObject>(QJsonObject());
        if (!document)
            return document.error();
        isSeen = *row && sees(caller.actor, (*row)->scope) && document->value("sha256"_L1).toString() == sha256 &&
                 !document->value("removed"_L1).toBool();
        return success();
    });
    if (!looked)
        return looked.error();
    return isSeen ? m_parts->blobs->read(sha256, offset, length) : Error{ErrorCode::NotFound, u"blob"_s};
}

Result<IntakeReport> Hub::intake(const QList<IntakeRecord> &records)
{
    if (const auto good = checkIntake(records); !good)
        return good.error();
    IntakeReport report;
    const auto done = m_parts->queue.run([&](Commit &commit) { return takeIn(commit, records, report); });
    if (!done)
        return done.error();
    return report;
}

Result<CardIntakeReport> Hub::publishCards(const QList<CardIntake> &cards)
{
    CardIntakeReport report;
    const auto done = m_parts->queue.run([&](Commit &commit) { return publishAll(commit, cards, report); });
    if (!done)
        return done.error();
    return report;
}

Result<Id> Hub::addUser(const User &user, const QString &password)
{
    if (user.login.trimmed().isEmpty())
        return Error{ErrorCode::InvalidInput, u"login"_s};
    if (const auto good = m_parts->sessions.checkPassword(password); !good)
        return good.error();
    const auto hash = m_parts->sessions.hashed(password);
    if (!hash)
        return hash.error();
    const Id id = user.id.isNull() ? m_parts->sessions.newId() : user.id;
    const auto done = m_parts->queue.run([&](Commit &commit) -> Status {
        const auto known = commit.store().userByLogin(folded(user.login));
        const auto same = commit.store().entity(Kind::User, id);
        if (!known || !same)
            return known ? same.error() : known.error();
        if (*known || *same)
            return Error{ErrorCode::AlreadyExists, u"login"_s};
        const auto made = commit.create(Kind::User, id, toDocument(user), {}, commit.now());
        return made ? commit.store().setSecret(id, {*hash, {}}) : made.error();
    });
    if (!done)
        return done.error();
    return id;
}

Status Hub::setPassword(const QString &login, const QString &password)
{
    if (const auto good = m_parts->sessions.checkPassword(password); !good)
        return good;
    const auto hash = m_parts->sessions.hashed(password);
    if (!hash)
        return hash.error();
    return m_parts->queue.run([&](Commit &commit) -> Status {
        const auto row = commit.store().userByLogin(folded(login));
        if (!row || !*row)
            return row ? Error{ErrorCode::NotFound, u"login"_s} : row.error();
        return putPassword(commit, **row, {*hash, {}}, {});
    });
}

Status Hub::setDisabled(const QString &login, bool disabled)
{
    return m_parts->queue.run([&](Commit &commit) -> Status {
        const auto row = commit.store().userByLogin(folded(login));
        if (!row || !*row)
            return row ? Error{ErrorCode::NotFound, u"login"_s} : row.error();
        IntakeReport report;
        const auto done =
            takeIn(commit, {{Verb::Patch, Kind::User, (*row)->id, {{u"disabled"_s, disabled}}, commit.now(), Id()}}, report);
        return done && disabled ? commit.store().dropSessionsOf((*row)->id) : done;
    });
}

Result<User> Hub::user(const QString &login)
{
    return readOne<User>(m_parts->store, [&](HubReader &reader) -> Result<User> {
        const auto row = reader.userByLogin(folded(login));
        if (!row || !*row)
            return row ? Error{ErrorCode::NotFound, u"login"_s} : row.error();
        return userOf(**row);
    });
}

Result<WorkingCalendar> Hub::calendar()
{
    return readOne<WorkingCalendar>(m_parts->store, [](HubReader &reader) { return calendarOf(reader); });
}

Result<DailyReport> Hub::runDaily(const std::function<bool()> &goesOn)
{
    return DailyRun(
               m_parts->store, m_parts->queue, m_parts->clock.now(), goesOn ? goesOn : [] { return true; })
        .run();
}

Result<std::optional<DueMail>> Hub::claimMail()
{
    bool isDue = false; // mostly not, and then nobody's write waits
    const auto looked = m_parts->store.read([&](HubReader &reader) {
        return reader.dueMail({}, m_parts->clock.now(), [&isDue](const MailRow &) {
            isDue = true;
            return false;
        });
    });
    if (!looked)
        return looked.error();
    std::optional<DueMail> mail;
    if (!isDue)
        return mail;
    const auto done = m_parts->queue.run([&mail](Commit &commit) -> Status {
        const auto claimed = parvis::claimMail(commit);
        if (!claimed)
            return claimed.error();
        mail = *claimed;
        return success();
    });
    if (!done)
        return done.error();
    return mail;
}

Status Hub::settleMail(const DueMail &mail, const Status &sent)
{
    return m_parts->queue.run([&](Commit &commit) { return parvis::settleMail(commit, mail, sent); });
}

Result<MailCounts> Hub::mailCounts()
{
    return readOne<MailCounts>(m_parts->store, [](HubReader &reader) { return reader.mailCounts(); });
}

Status Hub::recoverOutgoing(ReplyChannel channel)
{
    return m_parts->queue.run([channel](Commit &commit) { return parvis::recoverOutgoing(commit, channel); });
}

Result<std::optional<OutgoingItem>> Hub::claimOutgoing(ReplyChannel channel)
{
    const auto next = nextOutgoing(channel); // mostly nothing, and then nobody's write waits
    if (!next)
        return next.error();
    std::optional<OutgoingItem> item;
    if (!next->isSet() || *next > m_parts->clock.now())
        return item;
    const auto done = m_parts->queue.run([&](Commit &commit) -> Status {
        const auto claimed = parvis::claimOutgoing(commit, channel);
        if (!claimed)
            return claimed.error();
        item = *claimed;
        return success();
    });
    if (!done)
        return done.error();
    return item;
}

Status Hub::settleOutgoing(const Id &dispatch, const SendReport &report)
{
    return m_parts->queue.run([&](Commit &commit) { return parvis::settleOutgoing(commit, dispatch, report); });
}

Result<Instant> Hub::nextOutgoing(ReplyChannel channel)
{
    return readOne<Instant>(m_parts->store, [channel](HubReader &reader) { return reader.nextOutgoing(channel); });
}

Result<QList<OutgoingItem>> Hub::followedOutgoing(ReplyChannel channel)
{
    return readOne<QList<OutgoingItem>>(m_parts->store,
                                        [channel](HubReader &reader) { return parvis::followedOutgoing(reader, channel); });
}

Status Hub::endFollowing(const Id &dispatch)
{
    return m_parts->queue.run([&dispatch](Commit &commit) { return commit.store().dropOutgoing(dispatch); });
}

Result<bool> Hub::reportDelivery(const Id &dispatch, bool isDelivered, const QString &error)
{
    bool isTaken = false;
    const auto done = m_parts->queue.run([&](Commit &commit) -> Status {
        const auto taken = parvis::reportDelivery(commit, dispatch, isDelivered, error);
        if (!taken)
            return taken.error();
        isTaken = *taken;
        return success();
    });
    if (!done)
        return done.error();
    return isTaken;
}

Result<QByteArray> Hub::fileBytes(const QString &sha256)
{
    if (!m_parts->blobs)
        return Error{ErrorCode::Unavailable, u"blobs"_s};
    const auto part = m_parts->blobs->read(sha256, 0, m_parts->settings.limits.fileBytes);
    return part ? Result<QByteArray>(part->bytes) : part.error();
}

Status Hub::backup(const QString &path)
{
    qint64 held = 0; // at least so much is in a copy that begins now
    const auto looked = m_parts->store.read([&](HubReader &reader) -> Status {
        const auto town = reader.town();
        if (!town)
            return town.error();
        held = town->seq;
        return success();
    });
    if (!looked)
        return looked;
    if (const auto copied = m_parts->store.backupTo(path); !copied)
        return copied;
    return m_parts->queue.run([held](Commit &commit) { return commit.store().setBackedUp(held); });
}

Result<VerifyReport> Hub::verify(const std::function<bool(qint64, qint64)> &progress)
{
    VerifyReport report;
    const auto done = m_parts->store.read([&](HubReader &reader) { return Audit(reader, progress).run(report); });
    if (!done)
        return done.error();
    return report;
}

} // namespace parvis
