#include "hub/commit.h"

#include "base/text.h"
#include "protocol/codec.h"
#include "protocol/hashchain.h"

#include <QtCore/QTimeZone>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 dayMs = 86'400'000;

QByteArray jsonText(const QJsonObject &object)
{
    return object.isEmpty() ? QByteArray() : compactJson(object);
}

void appendScope(QByteArray &out, const Scope &scope)
{
    out += char('0' + int(scope.reach));
    out += scope.confidential ? '+' : '-';
    out += idBytes(scope.service);
}

Id citizenOf(Kind kind, const QJsonObject &document)
{
    return kind == Kind::Request || kind == Kind::Contact ? idFromText(document.value("citizen"_L1).toString()).value_or(Id())
                                                          : Id();
}

QString keyOf(Kind kind, const QJsonObject &document)
{
    return kind == Kind::User ? folded(document.value("login"_L1).toString()) : QString();
}

} // namespace

QByteArray changePayload(const ChangeRow &change)
{
    QByteArray out;
    out.reserve(change.fields.size() + change.was.size() + 160);
    out += char('0' + int(change.op));
    out += char('A' + int(change.kind));
    for (const Id &id : {change.id, change.actor, change.device})
        out += idBytes(id);
    out += QByteArray::number(change.n) + '\n' + QByteArray::number(change.at.ms) + '\n';
    appendScope(out, change.before);
    appendScope(out, change.after);
    out += QByteArray::number(change.fields.size()) + '\n' + change.fields + change.was;
    return out;
}

Result<QJsonObject> documentOf(const EntityRow &row)
{
    auto parsed = parseObject(row.document);
    if (!parsed)
        return Error{ErrorCode::Storage, u"document of %1 %2"_s.arg(token(row.kind), idText(row.id))};
    return parsed;
}

Lookup Commit::lookup()
{
    return [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto known = m_documents.constFind({int(kind), id});
        if (known != m_documents.constEnd())
            return *known;
        const auto row = m_store.entity(kind, id);
        if (row && !*row)
            return std::nullopt;
        auto document = row ? documentOf(**row) : Result<QJsonObject>(row.error());
        if (!document) {
            m_failure = document.error();
            return std::nullopt;
        }
        remember(kind, id, *document);
        return std::move(document).value();
    };
}

void Commit::remember(Kind kind, const Id &id, const QJsonObject &document)
{
    if (kind == Kind::Request) // what others hang on
        m_documents.insert({int(kind), id}, document);
}

bool Commit::sends(ReplyChannel channel) const
{
    switch (channel) {
    case ReplyChannel::Email: return m_outlets.mail;
    case ReplyChannel::Sms: return m_outlets.sms;
    case ReplyChannel::Letter: return m_outlets.letters;
    default: return false;
    }
}

int Commit::yearOf(Instant at) const
{
    const QDate utc = QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).date();
    const bool nearNewYear = utc.dayOfYear() == 1 || utc.dayOfYear() >= utc.daysInYear();
    return nearNewYear ? QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(m_zone)).date().year() : utc.year();
}

Result<qint64 *> Commit::lastNumber(int year)
{
    auto known = m_lastNumbers.find(year);
    if (known == m_lastNumbers.end()) {
        const auto stored = m_store.lastNumber(year);
        if (!stored)
            return stored.error();
        known = m_lastNumbers.insert(year, *stored);
    }
    return &*known;
}

Status Commit::complete(QJsonObject &request, Instant at)
{
    Instant received{request.value("received_at"_L1).toInteger()};
    if (!received.isSet() || received.ms > m_now.ms + dayMs) {
        received = at;
        request.insert("received_at"_L1, received.ms);
    }
    const QString number = request.value("number"_L1).toString();
    if (number.isEmpty()) {
        const int year = yearOf(received);
        const auto last = lastNumber(year);
        if (!last)
            return last.error();
        request.insert("number"_L1, u"%1-%2"_s.arg(year).arg(++**last, 6, 10, QChar(u'0')));
        return success();
    }
    // Brought by an import: ours must not repeat it.
    bool isYear = false, isCount = false;
    const int year = number.section(u'-', 0, 0).toInt(&isYear);
    const qint64 count = number.section(u'-', 1).toLongLong(&isCount);
    if (!isYear || !isCount)
        return success();
    const auto last = lastNumber(year);
    if (!last)
        return last.error();
    **last = std::max(**last, count);
    return success();
}

//! What hangs on it, or is proposed for it, is seen by whoever sees it.
static bool hasFamily(Kind kind)
{
    return kind == Kind::Request || kind == Kind::Mission || kind == Kind::Citizen;
}

Result<Id> Commit::rootOf(Kind kind, const QJsonObject &document)
{
    if (kind != Kind::Proposal)
        return parentOf(kind, document);
    const auto above = fromToken<Kind>(document.value("target_kind"_L1).toString());
    const Id target = parentOf(kind, document);
    if (!above || target.isNull())
        return Id();
    if (hasFamily(*above))
        return target;
    const auto row = m_store.entity(*above, target);
    if (!row)
        return row.error();
    return *row ? (*row)->root : Id();
}

Result<qint64> Commit::append(ChangeRow change)
{
    change.seq = m_town.seq + 1;
    change.payloadHash = payloadHash(changePayload(change));
    change.hash = chained(m_town.head, change.seq, change.mutation, change.payloadHash);
    if (const auto done = m_store.append(change); !done)
        return done.error();
    m_town.seq = change.seq;
    m_town.head = change.hash;
    ++m_added;
    return change.seq;
}

Result<qint64> Commit::create(Kind kind, const Id &id, QJsonObject document, const Author &author, Instant at)
{
    if (kind == Kind::Request) {
        if (const auto done = complete(document, at); !done)
            return done.error();
    }
    EntityRow row;
    row.kind = kind;
    row.id = id;
    row.document = compactJson(document);
    row.created = {m_town.seq + 1, author.device, author.n};
    row.seq = m_town.seq + 1;
    row.scope = scopeOf(kind, document, lookup());
    row.citizen = citizenOf(kind, document);
    row.key = keyOf(kind, document);
    const auto root = rootOf(kind, document);
    if (!root || m_failure)
        return root ? *m_failure : root.error();
    row.root = *root;
    auto done = m_store.insertEntity(row);
    if (done && hasFamily(kind)) // proposals may have come before what they are about
        done = m_store.moveFamily(id, row.scope);
    if (!done)
        return done.error();
    remember(kind, id, document);
    return append({0,
                   author.mutation,
                   ChangeOp::Create,
                   kind,
                   id,
                   row.document,
                   {},
                   author.actor,
                   author.device,
                   author.n,
                   at,
                   {},
                   {},
                   row.scope,
                   row.scope});
}

Result<qint64> Commit::patch(const EntityRow &before, const QJsonObject &documentBefore, const QJsonObject &after,
                             const QJsonObject &effect, const QJsonObject &was, const Author &author, Instant at)
{
    EntityRow row = before;
    if (!effect.isEmpty()) {
        row.document = compactJson(after);
        row.seq = m_town.seq + 1;
        const QStringList names = effect.keys();
        for (const QString &name : names)
            row.versions.insert(name, {row.seq, author.device, author.n});
        remember(row.kind, row.id, after);
        row.scope = scopeOf(row.kind, after, lookup());
        row.citizen = citizenOf(row.kind, after);
        row.key = keyOf(row.kind, after);
        if (m_failure)
            return *m_failure;
        auto done = m_store.updateEntity(row);
        if (done && hasFamily(row.kind) && row.scope != before.scope)
            done = m_store.moveFamily(row.id, row.scope);
        const Id citizenBefore = citizenOf(row.kind, documentBefore);
        if (done && !citizenBefore.isNull() && citizenBefore != row.citizen)
            done = m_store.keepPastCitizen(citizenBefore, row.kind, row.id);
        if (!done)
            return done.error();
    }
    return append({0,
                   author.mutation,
                   ChangeOp::Patch,
                   row.kind,
                   row.id,
                   jsonText(effect),
                   jsonText(was),
                   author.actor,
                   author.device,
                   author.n,
                   at,
                   {},
                   {},
                   before.scope,
                   row.scope});
}

Status Commit::finish()
{
    if (m_added == 0)
        return success();
    for (auto it = m_lastNumbers.begin(); it != m_lastNumbers.end(); ++it) {
        if (const auto done = m_store.setLastNumber(it.key(), it.value()); !done)
            return done;
    }
    if (const auto done = m_store.noteDay(m_now, m_town.seq); !done)
        return done;
    const auto town = m_store.advance(m_added, m_town.head);
    if (!town)
        return town.error();
    if (town->seq != m_town.seq)
        return Error{ErrorCode::Storage, u"the head moved under a transaction"_s};
    return success();
}

Status change(Commit &commit, Kind kind, const Id &id, const QJsonObject &fields, const Author &author)
{
    const auto row = commit.store().entity(kind, id);
    if (!row || !*row)
        return row ? Error{ErrorCode::NotFound, idText(id)} : row.error();
    const auto before = documentOf(**row);
    if (!before)
        return before.error();
    const QJsonObject after = overlaid(describe(kind), *before, fields);
    const QJsonObject effect = changedFields(*before, after);
    if (effect.isEmpty())
        return success();
    QJsonObject was;
    for (auto it = effect.begin(); it != effect.end(); ++it)
        was.insert(it.key(), normal(before->value(it.key()))); // null too: whoever goes back clears it
    const auto done = commit.patch(**row, *before, after, effect, was, author, commit.now());
    return done ? success() : done.error();
}

Result<WorkingCalendar> calendarOf(HubReader &reader)
{
    WorkingCalendar calendar;
    Status parsed = success();
    const Status read = reader.page(Kind::Calendar, std::nullopt, {}, 1, [&](const EntityRow &row) {
        const auto document = documentOf(row);
        if (!document)
            return parsed = document.error(), false;
        calendar = WorkingCalendar(fromDocument<Calendar>(row.id, *document));
        return false;
    });
    if (!read || !parsed)
        return read ? parsed.error() : read.error();
    return calendar;
}

} // namespace parvis
