#include "domain/suspension.h"

#include "domain/workflow.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int monthsOfSilence = 2;

QString reopening()
{
    return u"reopened"_s;
}

Term termOf(const Request &request, const WorkingCalendar &calendar)
{
    Term term{request.receivedAt, {}};
    const QList<Suspension> all = suspensionsFrom(request.suspensions);
    for (const Suspension &each : all) {
        if (each.reason == reopening())
            term = {calendar.startOfDay(each.to), {}};
        else
            term.suspensions.append(each);
    }
    return term;
}

int reopeningsOf(const Request &request)
{
    const QList<Suspension> all = suspensionsFrom(request.suspensions);
    return int(std::count_if(all.begin(), all.end(), [](const Suspension &each) { return each.reason == reopening(); }));
}

QList<Suspension> suspensionsFrom(const QJsonArray &json)
{
    QList<Suspension> list;
    for (const QJsonValue &item : json)
        list.append({QDate::fromString(item["from"_L1].toString(), Qt::ISODate),
                     QDate::fromString(item["to"_L1].toString(), Qt::ISODate), item["reason"_L1].toString(),
                     QDate::fromString(item["until"_L1].toString(), Qt::ISODate)});
    return list;
}

QJsonArray toJson(const QList<Suspension> &suspensions)
{
    QJsonArray json;
    for (const Suspension &suspension : suspensions) {
        QJsonObject item{{u"from"_s, suspension.from.toString(Qt::ISODate)}, {u"reason"_s, suspension.reason}};
        if (suspension.to.isValid())
            item.insert(u"to"_s, suspension.to.toString(Qt::ISODate));
        if (suspension.until.isValid())
            item.insert(u"until"_s, suspension.until.toString(Qt::ISODate));
        json.append(item);
    }
    return json;
}

QJsonObject clockChanges(const Request &request, RequestStatus status, const QString &reason, const QDate &today,
                         const WorkingCalendar &calendar, const QDate &until)
{
    QList<Suspension> suspensions = suspensionsFrom(request.suspensions);
    const bool lasts = !suspensions.isEmpty() && !suspensions.last().to.isValid();
    const bool isToLast = status == RequestStatus::Waiting && isClockStopped(status, reason);
    if (lasts && isToLast && suspensions.last().reason == reason)
        return {};
    QJsonObject changes;
    if (lasts) {
        suspensions.last().to = std::max(today, suspensions.last().from); // clocks of desks differ
        const QDate due = calendar.moved(request.dueOn, suspensions.last(), termOf(request, calendar).begin);
        if (due != request.dueOn)
            changes.insert(u"due_on"_s, due.toString(Qt::ISODate));
        if (!request.missing.isEmpty())
            changes.insert(u"missing"_s, QJsonValue());
    }
    if (isToLast)
        suspensions.append({today, {}, reason, asksForDocuments(status, reason) ? until : QDate()});
    if (lasts || isToLast)
        changes.insert(u"suspensions"_s, toJson(suspensions));
    return changes;
}

QJsonObject reopenedChanges(const Request &request, int workingDays, const QDate &today, const WorkingCalendar &calendar)
{
    QList<Suspension> suspensions = suspensionsFrom(request.suspensions);
    if (!suspensions.isEmpty() && !suspensions.last().to.isValid())
        suspensions.last().to = std::max(today, suspensions.last().from);
    const Instant done = request.answeredAt.isSet() ? request.answeredAt : request.closedAt;
    suspensions.append({done.isSet() ? std::min(calendar.localDay(done), today) : today, today, reopening()});
    const QDate due = calendar.dueDate(calendar.startOfDay(today), workingDays).day;
    return {{u"due_on"_s, due.toString(Qt::ISODate)}, {u"suspensions"_s, toJson(suspensions)}};
}

QDate documentsDay(const Request &request, int within, const QDate &today)
{
    const QList<Suspension> all = suspensionsFrom(request.suspensions);
    const bool isSet = !all.isEmpty() && !all.last().to.isValid() && all.last().until.isValid();
    return isSet ? all.last().until : today.addDays(within);
}

QDate implicitDecisionDay(Silence silence, const QDate &receivedOn, const QList<Suspension> &suspensions)
{
    if (silence == Silence::Unsaid || !receivedOn.isValid())
        return {};
    QDate begin = receivedOn;
    qint64 waited = 0;
    for (const Suspension &suspension : suspensions) {
        if (suspension.reason == reopening())
            continue;
        // Silence that rejects waits for documents no longer than they were given; one that accepts waits until they are there.
        QDate to = suspension.to;
        if (silence == Silence::Rejection && suspension.until.isValid())
            to = to.isValid() ? std::min(to, suspension.until) : suspension.until;
        if (!to.isValid())
            return {};
        // Later pieces change nothing any more once the silence has become a decision.
        if (suspension.from >= begin.addMonths(monthsOfSilence).addDays(waited))
            break;
        if (silence == Silence::Acceptance)
            begin = to;
        else
            waited += suspension.from.daysTo(to);
    }
    return begin.addMonths(monthsOfSilence).addDays(waited);
}

} // namespace parvis
