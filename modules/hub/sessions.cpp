#include "hub/sessions.h"

#include "base/text.h"
#include "protocol/hashchain.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

const Error refused{ErrorCode::Unauthenticated, {}};
constexpr int givenFree = 120; // passwords in an hour: a whole town hall that begins

QByteArray tokenHash(const QString &token)
{
    return payloadHash(token.toUtf8());
}

} // namespace

Result<User> userOf(const EntityRow &row)
{
    const auto document = documentOf(row);
    if (!document)
        return document.error();
    return fromDocument<User>(row.id, *document);
}

Status putPassword(Commit &commit, const EntityRow &row, const StoredSecret &secret, const Author &author)
{
    const QString field = u"password_at"_s;
    const auto before = documentOf(row);
    if (!before)
        return before.error();
    QJsonObject after = *before, was;
    after.insert(field, commit.now().ms);
    if (before->contains(field))
        was.insert(field, before->value(field));
    const auto noted = commit.patch(row, *before, after, {{field, commit.now().ms}}, was, author, commit.now());
    if (!noted)
        return noted.error();
    const auto done = commit.store().setSecret(row.id, secret);
    return done ? commit.store().dropSessionsOf(row.id) : done;
}

Sessions::Sessions(HubStore &store, CommitQueue &queue, const Clock &clock, QRandomGenerator &random, PasswordHasher &hasher,
                   const HubSettings &settings)
    : m_store(store),
      m_queue(queue),
      m_clock(clock),
      m_hasher(hasher),
      m_settings(settings),
      m_throttle(clock),
      m_giving(clock, {givenFree, givenFree}),
      m_random(random)
{}

QString Sessions::randomToken()
{
    const std::lock_guard lock(m_randomMutex);
    std::array<quint32, 8> words;
    m_random.fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

//! A hundred bits that can be read over a telephone: no letter looks like another.
QString Sessions::randomPassword()
{
    static constexpr QLatin1StringView alphabet("abcdefghijkmnpqrstuvwxyz23456789");
    static_assert(alphabet.size() == 32);
    constexpr int letters = 20, group = 5;
    const std::lock_guard lock(m_randomMutex);
    QString password;
    for (int i = 0; i < letters; ++i) {
        if (i > 0 && i % group == 0)
            password += u'-';
        password += QChar(alphabet[m_random.bounded(int(alphabet.size()))]);
    }
    return password;
}

Id Sessions::newId()
{
    const std::lock_guard lock(m_randomMutex);
    return makeId(m_clock.now(), m_random);
}

Status Sessions::checkPassword(const QString &password) const
{
    if (password.toUcs4().size() < m_settings.passwordLength)
        return Error{ErrorCode::InvalidInput, u"password shorter than %1"_s.arg(m_settings.passwordLength)};
    return success();
}

Result<QByteArray> Sessions::hashed(const QString &password)
{
    return m_hasher.hash(password);
}

//! What an unknown login is compared with, so that it takes as long as a wrong password.
Result<QByteArray> Sessions::decoy()
{
    const std::lock_guard lock(m_decoyMutex);
    if (m_decoy.isEmpty()) {
        const auto made = m_hasher.hash(randomToken());
        if (!made)
            return made;
        m_decoy = *made;
    }
    return m_decoy;
}

Result<Session> Sessions::issue(HubWriter &store, const StoredSession &session, const User &user)
{
    const Instant now = m_clock.now();
    const Actor actor = actorFor(user, session.device);
    const auto lastN = store.lastN(session.device);
    if (!lastN)
        return lastN.error();
    Session out{randomToken(),       randomToken(), {std::min(now.ms + m_settings.accessMs, session.until.ms)},
                session.until,       user.id,       *lastN,
                rightsVersion(actor)};
    auto done = store.putToken({tokenHash(out.access), session.id, false, false, out.accessUntil});
    if (done)
        done = store.putToken({tokenHash(out.refresh), session.id, true, false, session.until});
    if (!done)
        return done.error();
    return out;
}

//! Tells no difference between a login that nobody has, a password that is wrong or out of date, and a user who has left.
Result<Sessions::Proven> Sessions::proven(const QString &login, const QString &password, const QString &peer)
{
    if (const int wait = m_throttle.attempt(login, peer); wait > 0)
        return Error{ErrorCode::Throttled, {}, wait};
    std::optional<User> user;
    StoredSecret secret;
    const auto looked = m_store.read([&](HubReader &store) -> Status {
        const auto row = store.userByLogin(folded(login));
        if (!row || !*row)
            return row ? success() : row.error();
        const auto found = userOf(**row);
        const auto kept = store.secret((*row)->id);
        if (!found || !kept)
            return found ? kept.error() : found.error();
        user = *found;
        secret = kept->value_or(StoredSecret());
        return success();
    });
    const auto instead = decoy();
    if (!looked || !instead)
        return looked ? instead.error() : looked.error();
    const bool hasSecret = user && !secret.hash.isEmpty();
    const bool isRight = m_hasher.verify(hasSecret ? secret.hash : *instead, password);
    const bool isOver = secret.onceUntil.isSet() && secret.onceUntil <= m_clock.now();
    if (!hasSecret || !isRight || isOver || user->disabled)
        return refused;
    m_throttle.succeeded(login, peer);
    return Proven{*user, secret};
}

Result<Session> Sessions::open(const SessionRequest &request, const QString &peer)
{
    const auto who = proven(request.login, request.password, peer);
    if (!who)
        return who.error();
    if (who->secret.onceUntil.isSet())
        return Error{ErrorCode::Forbidden, oneTimePassword};
    const User &user = who->user;
    const Instant now = m_clock.now();
    const StoredSession session{newId(), user.id, request.device, {now.ms + m_settings.sessionMs}};
    std::optional<Session> issued;
    const auto done = m_queue.run([&](Commit &commit) -> Status {
        auto put = commit.store().dropSessionsBefore(now);
        if (put)
            put = commit.store().putSession(session);
        if (!put)
            return put;
        auto made = issue(commit.store(), session, user);
        if (!made)
            return made.error();
        issued = std::move(made).value();
        return success();
    });
    if (!done)
        return done.error();
    return *issued;
}

Status Sessions::change(const PasswordChange &change, const QString &peer)
{
    if (const auto good = checkPassword(change.wanted); !good)
        return good;
    const auto who = proven(change.login, change.password, peer);
    if (!who)
        return who.error();
    if (change.wanted == change.password)
        return Error{ErrorCode::InvalidInput, u"the same password"_s};
    const auto hash = hashed(change.wanted);
    if (!hash)
        return hash.error();
    Status answer = refused;
    const auto done = m_queue.run([&](Commit &commit) -> Status {
        answer = refused;
        const auto row = commit.store().entity(Kind::User, who->user.id);
        const auto secret = commit.store().secret(who->user.id);
        if (!row || !secret)
            return row ? secret.error() : row.error();
        if (!*row || *secret != who->secret) // another was given meanwhile: this one proves nothing any more
            return success();
        answer = success();
        return putPassword(commit, **row, {*hash, {}}, {who->user.id, {}, 0, {}});
    });
    return done ? answer : done;
}

Result<GivenPassword> Sessions::give(const Caller &caller, const Id &user, const QString &peer)
{
    if (!caller.actor.may(Permission::EditOrganisation) || user == caller.user.id)
        return Error{ErrorCode::Forbidden, u"password"_s};
    if (const int wait = m_giving.attempt(caller.user.login, peer); wait > 0)
        return Error{ErrorCode::Throttled, {}, wait};
    const GivenPassword given{randomPassword(), {m_clock.now().ms + m_settings.oneTimeMs}};
    const auto hash = hashed(given.password);
    if (!hash)
        return hash.error();
    Status answer = success();
    const auto done = m_queue.run([&](Commit &commit) -> Status {
        answer = success();
        const auto row = commit.store().entity(Kind::User, user);
        if (!row)
            return row.error();
        if (!*row) {
            answer = Error{ErrorCode::NotFound, u"user"_s};
            return success();
        }
        return putPassword(commit, **row, {*hash, given.until}, {caller.user.id, caller.device, 0, {}});
    });
    if (!done || !answer)
        return done ? answer.error() : done.error();
    return given;
}

Result<Session> Sessions::refresh(const QString &refresh)
{
    const QByteArray hash = tokenHash(refresh);
    Result<Session> answer = refused;
    const auto done = m_queue.run([&](Commit &commit) -> Status {
        answer = refused;
        HubWriter &store = commit.store();
        const auto token = store.tokenByHash(hash);
        if (!token || !*token || !(*token)->refresh)
            return token ? success() : token.error();
        if ((*token)->spent) // somebody else holds a copy
            return store.dropSession((*token)->session);
        const auto session = store.session((*token)->session);
        if (!session || !*session || (*session)->until <= m_clock.now())
            return session ? success() : session.error();
        const auto row = store.entity(Kind::User, (*session)->user);
        if (!row || !*row)
            return row ? success() : row.error();
        const auto user = userOf(**row);
        if (!user)
            return user.error();
        if (user->disabled)
            return store.dropSession((*session)->id);
        if (const auto spent = store.spendToken(hash); !spent)
            return spent;
        answer = issue(store, **session, *user);
        return answer ? success() : answer.error();
    });
    if (!done)
        return done.error();
    return answer;
}

Status Sessions::close(const QString &access)
{
    const QByteArray hash = tokenHash(access);
    return m_queue.run([&](Commit &commit) -> Status {
        const auto token = commit.store().tokenByHash(hash);
        if (!token || !*token)
            return token ? success() : token.error();
        return commit.store().dropSession((*token)->session);
    });
}

Result<Caller> Sessions::authenticate(const QString &access)
{
    const Instant now = m_clock.now();
    Result<Caller> caller = refused;
    const auto done = m_store.read([&](HubReader &store) -> Status {
        const auto token = store.tokenByHash(tokenHash(access));
        if (!token || !*token || (*token)->refresh || (*token)->until <= now)
            return token ? success() : token.error();
        const auto session = store.session((*token)->session);
        if (!session || !*session || (*session)->until <= now)
            return session ? success() : session.error();
        const auto row = store.entity(Kind::User, (*session)->user);
        if (!row || !*row)
            return row ? success() : row.error();
        const auto user = userOf(**row);
        if (!user)
            return user.error();
        if (!user->disabled) {
            caller = Caller{*user, (*session)->device, actorFor(*user, (*session)->device), (*session)->id, (*session)->until};
        }
        return success();
    });
    if (!done)
        return done.error();
    return caller;
}

} // namespace parvis
