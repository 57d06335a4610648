#include "hub/mailqueue.h"

#include "base/text.h"
#include "domain/notifying.h"
#include "domain/procedurecard.h"
#include "domain/workflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr qint64 tooOldMs = 14 * dayMs; // as far back as the bell looks
constexpr qint64 rememberedMs = 60 * dayMs;
constexpr qint64 longestWaitMs = 4 * 60 * minuteMs;
constexpr int mostDoublings = 8;

//! Of a record that is there, else nothing.
Result<std::optional<QJsonObject>> documentFrom(HubReader &store, Kind kind, const Id &id)
{
    const auto row = id.isNull() ? Result<std::optional<EntityRow>>(std::nullopt) : store.entity(kind, id);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<QJsonObject>();
    const auto document = documentOf(**row);
    if (!document)
        return document.error();
    return std::optional(*document);
}

Result<QString> nameFrom(HubReader &store, Kind kind, const Id &id, QLatin1StringView field)
{
    const auto document = documentFrom(store, kind, id);
    if (!document)
        return document.error();
    return *document ? (*document)->value(field).toString() : QString();
}

bool isTold(const User &user, const QJsonObject &request, Commit &commit)
{
    return !user.disabled && isMailAddress(user.email) &&
           sees(actorFor(user, {}), scopeOf(Kind::Request, request, commit.lookup()));
}

std::optional<Instant> timeOf(const MailRow &row, const User &user, const Id &service, const WorkingCalendar &calendar,
                              Commit &commit)
{
    return mailTime(row.kind, row.at, notifyFrom(user.notify), policyFor(service, commit.lookup()), calendar);
}

//! Queues \a row, if its user is to be told.
Status tell(Commit &commit, MailRow row)
{
    const auto request = documentFrom(commit.store(), Kind::Request, row.request);
    const auto user = documentFrom(commit.store(), Kind::User, row.user);
    if (!request || !user)
        return request ? user.error() : request.error();
    if (!*request || !*user || row.user == row.actor)
        return success();
    const auto person = fromDocument<User>(row.user, **user);
    if (!isTold(person, **request, commit))
        return success();
    const auto calendar = calendarOf(commit.store());
    if (!calendar)
        return calendar.error();
    row.at = row.changed = commit.now();
    const Id service = fromDocument<Request>(row.request, **request).service;
    const auto at = timeOf(row, person, service, *calendar, commit);
    if (commit.lookupFailure())
        return *commit.lookupFailure();
    row.notBefore = at.value_or(Instant());
    return at ? commit.store().insertMail(row) : success();
}

//! A user's due lines, looked at anew.
class Claim
{
public:
    Claim(Commit &commit, WorkingCalendar calendar) : m_commit(commit), m_calendar(std::move(calendar)) {}

    //! Nothing if all of \a rows wait or are dropped.
    Result<std::optional<DueMail>> mailOf(const QList<MailRow> &rows)
    {
        const auto user = documentFrom(m_commit.store(), Kind::User, rows.first().user);
        if (!user)
            return user.error();
        m_user = fromDocument<User>(rows.first().user, user->value_or(QJsonObject()));
        DueMail mail{{}, m_user.name, m_user.email, {}};
        for (const MailRow &row : rows) {
            const auto line = lineOf(row);
            if (!line)
                return line.error();
            if (*line)
                mail.lines.append(**line);
        }
        if (mail.lines.isEmpty())
            return std::optional<DueMail>();
        keepOneMail(mail);
        for (MailLine &line : mail.lines) {
            if (line.row.message == mail.id)
                continue;
            line.row.message = mail.id;
            if (const Status kept = m_commit.store().updateMail(line.row); !kept)
                return kept.error();
        }
        return std::optional(mail);
    }

private:
    //! What was tried before is tried again as it was, alone; otherwise all goes into one.
    static void keepOneMail(DueMail &mail)
    {
        const auto tried =
            std::find_if(mail.lines.cbegin(), mail.lines.cend(), [](const MailLine &line) { return !line.row.message.isNull(); });
        const MailRow &first = mail.lines.constFirst().row;
        const Id message = tried == mail.lines.cend() ? Id() : tried->row.message;
        mail.id = message.isNull() ? QUuid::createUuidV5(first.user, idText(first.notice)) : message;
        mail.lines.removeIf([message](const MailLine &line) { return line.row.message != message; });
    }

    Result<std::optional<MailLine>> lineOf(MailRow row)
    {
        HubReader &store = m_commit.store();
        const Instant now = m_commit.now();
        const auto document = documentFrom(store, Kind::Request, row.request);
        const auto source = documentFrom(store, row.kind == NoticeKind::Mentioned ? Kind::Note : Kind::Reminder, row.source);
        if (!document || !source)
            return document ? source.error() : document.error();
        const auto request = fromDocument<Request>(row.request, document->value_or(QJsonObject()));
        const auto given = isGivenOn(row, request);
        if (!given)
            return given.error();
        const bool isNews = *document && isTold(m_user, **document, m_commit) && isStillSo(row, request, *source) && !*given;
        const auto time = isNews ? timeOf(row, m_user, request.service, m_calendar, m_commit) : std::nullopt;
        if (m_commit.lookupFailure())
            return *m_commit.lookupFailure();
        if (!time || row.at.ms + tooOldMs < now.ms) {
            row.state = MailState::Dropped;
            row.changed = now;
            return written(row);
        }
        const Instant earliest = quietEnd(std::max(*time, now), notifyFrom(m_user.notify), m_calendar);
        if (earliest > now) {
            row.notBefore = earliest;
            row.changed = now;
            return written(row);
        }
        return worded(row, request, source->value_or(QJsonObject()));
    }

    Result<std::optional<MailLine>> written(const MailRow &row)
    {
        const Status kept = m_commit.store().updateMail(row);
        return kept ? Result<std::optional<MailLine>>(std::nullopt) : kept.error();
    }

    bool isStillSo(const MailRow &row, const Request &request, const std::optional<QJsonObject> &source) const
    {
        switch (row.kind) {
        case NoticeKind::Assigned: return isOpen(request.status) && request.assignee == row.user;
        case NoticeKind::Reminded:
        case NoticeKind::Escalated: return isOpen(request.status) && source;
        case NoticeKind::Mentioned: return source && !fromDocument<Note>(row.source, *source).redacted;
        }
        return false;
    }

    //! A referent's reminder of a case that was given to somebody else since. Who had it, or stood for them, is seen by the order
    //! of the changes.
    Result<bool> isGivenOn(const MailRow &row, const Request &request) const
    {
        if (row.kind != NoticeKind::Reminded || request.assignee == row.user)
            return false;
        const auto reminder = m_commit.store().entity(Kind::Reminder, row.source);
        const auto now = m_commit.store().entity(Kind::Request, row.request);
        if (!reminder || !now)
            return reminder ? now.error() : reminder.error();
        return *reminder && *now && (*now)->versions.value(u"assignee"_s).seq > (*reminder)->created.seq;
    }

    Result<std::optional<MailLine>> worded(const MailRow &row, const Request &request, const QJsonObject &source)
    {
        HubReader &store = m_commit.store();
        auto matter = nameFrom(store, Kind::Card, request.card, "title"_L1);
        if (matter && matter->isEmpty())
            matter = nameFrom(store, Kind::Theme, request.theme, "name"_L1);
        const auto service = nameFrom(store, Kind::Unit, request.service, "name"_L1);
        const auto by = nameFrom(store, Kind::User, row.actor, "name"_L1);
        if (!matter || !service)
            return matter ? service.error() : matter.error();
        if (!by)
            return by.error();
        const bool isReminder = row.kind == NoticeKind::Reminded || row.kind == NoticeKind::Escalated;
        const QDate due = isReminder ? fromDocument<Reminder>(row.source, source).dueOn : request.dueOn;
        return std::optional(MailLine{row, request.number, request.confidential ? QString() : *matter, *service, due, *by});
    }

    Commit &m_commit;
    const WorkingCalendar m_calendar;
    User m_user;
};

} // namespace

Status tellAssigned(Commit &commit, const Id &request, const QJsonObject &before, const QJsonObject &after, const Author &author)
{
    const auto assignee = [](const QJsonObject &document) {
        return idFromText(document.value("assignee"_L1).toString()).value_or(Id());
    };
    const Id to = assignee(after);
    if (!commit.tellsByMail() || to.isNull() || to == assignee(before))
        return success();
    MailRow row;
    // A mutation that is made again after the hub was set back is the same event; the hub's own move is one of its history.
    row.notice = author.mutation.isNull() ? QUuid::createUuidV5(request, u"assigned/%1"_s.arg(commit.town().seq))
                                          : QUuid::createUuidV5(author.mutation, u"assigned"_s);
    row.user = to;
    row.kind = NoticeKind::Assigned;
    row.request = request;
    row.actor = author.actor;
    return tell(commit, row);
}

Status tellReminder(Commit &commit, const Reminder &reminder)
{
    if (!commit.tellsByMail() || reminder.to.isNull())
        return success();
    MailRow row;
    row.notice = row.source = reminder.id;
    row.user = reminder.to;
    row.kind = reminder.level == ReminderLevel::Referent ? NoticeKind::Reminded : NoticeKind::Escalated;
    row.request = reminder.request;
    return tell(commit, row);
}

Status tellMentions(Commit &commit, const Id &note, const QJsonObject &document, const Author &author)
{
    if (!commit.tellsByMail())
        return success();
    const auto written = fromDocument<Note>(note, document);
    const QStringList logins = mentionedIn(written.text);
    for (const QString &login : logins) {
        const auto user = commit.store().userByLogin(folded(login));
        if (!user)
            return user.error();
        if (!*user)
            continue;
        MailRow row;
        row.notice = row.source = note;
        row.user = (*user)->id;
        row.kind = NoticeKind::Mentioned;
        row.request = written.request;
        row.actor = author.actor;
        if (const Status told = tell(commit, row); !told)
            return told;
    }
    return success();
}

Result<std::optional<DueMail>> claimMail(Commit &commit)
{
    const auto calendar = calendarOf(commit.store());
    if (!calendar)
        return calendar.error();
    Claim claim(commit, *calendar);
    for (;;) { // what waits or is dropped is due no longer
        QList<MailRow> rows;
        const Status read = commit.store().dueMail({}, commit.now(), [&rows](const MailRow &row) {
            rows.append(row);
            return true;
        });
        if (!read)
            return read.error();
        if (rows.isEmpty())
            return std::optional<DueMail>();
        const auto mail = claim.mailOf(rows);
        if (!mail || *mail)
            return mail;
    }
}

Status settleMail(Commit &commit, const DueMail &mail, const Status &sent)
{
    const bool isRefused = !sent && sent.error().code == ErrorCode::Forbidden;
    for (const MailLine &line : mail.lines) {
        MailRow row = line.row;
        row.state = sent ? MailState::Sent : isRefused ? MailState::Failed : MailState::Waiting;
        row.error = sent ? QString() : sent.error().detail;
        row.changed = commit.now();
        if (!sent)
            row.notBefore.ms = commit.now().ms + std::min(minuteMs << std::min(row.attempts, mostDoublings), longestWaitMs);
        ++row.attempts;
        if (const Status kept = commit.store().updateMail(row); !kept)
            return kept;
    }
    return success();
}

Status expireMail(Commit &commit)
{
    const Instant now = commit.now();
    return commit.store().expireMail({now.ms - tooOldMs}, {now.ms - rememberedMs}, now);
}

} // namespace parvis
