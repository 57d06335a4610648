#include "domain/servicepolicy.h"

#include "domain/permissions.h"
#include "domain/suspension.h"
#include "domain/workflow.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostDays = 400;
constexpr int mostYears = 3660; // days

bool isSooner(const ReminderPoint &a, const ReminderPoint &b)
{
    return std::tie(a.days, a.level) < std::tie(b.days, b.level);
}

//! The day of a point, counted in working days.
QDate dayOf(const ReminderPoint &point, const QDate &due, const WorkingCalendar &calendar)
{
    const int step = point.days < 0 ? -1 : 1;
    QDate day = due;
    for (int left = std::abs(point.days), guard = 0; left > 0 && guard < mostDays * 3; ++guard) {
        day = day.addDays(step);
        left -= calendar.isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

} // namespace

ServicePolicy usualPolicy()
{
    return {Alerts::AtOnce,
            0,
            0,
            {{-1, ReminderLevel::Referent}, {0, ReminderLevel::Referent}, {1, ReminderLevel::Head}, {5, ReminderLevel::Director}},
            90,
            30};
}

QJsonObject toJson(const ServicePolicy &policy)
{
    QJsonArray reminders;
    for (const ReminderPoint &point : policy.reminders)
        reminders.append(QJsonObject{{u"days"_s, point.days}, {u"to"_s, token(point.level)}});
    return {{u"alerts"_s, token(policy.alerts)},
            {u"look_every"_s, policy.lookEvery},
            {u"answer_within"_s, policy.answerWithin},
            {u"reopen_within"_s, policy.reopenWithin},
            {u"documents_within"_s, policy.documentsWithin},
            {u"reminders"_s, reminders}};
}

ServicePolicy policyFrom(const QJsonObject &json)
{
    ServicePolicy policy = usualPolicy();
    policy.alerts = fromToken<Alerts>(json.value("alerts"_L1).toString()).value_or(policy.alerts);
    policy.lookEvery = std::clamp(json.value("look_every"_L1).toInt(), 0, mostDays);
    policy.answerWithin = std::clamp(json.value("answer_within"_L1).toInt(), 0, mostDays);
    policy.reopenWithin = std::clamp(json.value("reopen_within"_L1).toInt(policy.reopenWithin), 0, mostYears);
    policy.documentsWithin = std::clamp(json.value("documents_within"_L1).toInt(policy.documentsWithin), 1, mostDays);
    if (!json.value("reminders"_L1).isArray())
        return policy;
    policy.reminders.clear();
    const QJsonArray reminders = json.value("reminders"_L1).toArray();
    for (const QJsonValue &value : reminders) {
        if (const auto level = fromToken<ReminderLevel>(value["to"_L1].toString()))
            policy.reminders.append({std::clamp(value["days"_L1].toInt(), -mostDays, mostDays), *level});
    }
    std::sort(policy.reminders.begin(), policy.reminders.end(), isSooner);
    return policy;
}

QList<PolicyFault> faultsOf(const ServicePolicy &policy)
{
    QList<PolicyFault> faults;
    if (policy.answerWithin > 0 && policy.lookEvery > policy.answerWithin)
        faults.append(PolicyFault::LookAfterAnswer);
    QList<ReminderPoint> points = policy.reminders;
    std::sort(points.begin(), points.end(), isSooner);
    if (std::adjacent_find(points.begin(), points.end()) != points.end())
        faults.append(PolicyFault::SameDay);
    const bool isOrdered = std::is_sorted(points.begin(), points.end(),
                                          [](const ReminderPoint &a, const ReminderPoint &b) { return a.level < b.level; });
    if (!isOrdered)
        faults.append(PolicyFault::HigherBeforeLower);
    return faults;
}

bool mayReopen(const ServicePolicy &policy, Instant closed, Instant now)
{
    constexpr qint64 dayMs = 24 * 60 * 60 * 1000LL;
    return policy.reopenWithin == 0 || !closed.isSet() || now.ms - closed.ms <= policy.reopenWithin * dayMs;
}

ServicePolicy policyFor(const Id &service, const Lookup &lookup)
{
    const QJsonValue policy = unitValue(service, "policy"_L1, lookup);
    return policy.isObject() ? policyFrom(policy.toObject()) : usualPolicy();
}

EntityDescription Reminder::description()
{
    using R = Reminder;
    return {kind,
            {field<&R::request>("request", Merge::Fixed), field<&R::level>("level", Merge::Fixed),
             field<&R::to>("to_user", Merge::Fixed, Purpose::Accountability), field<&R::days>("days", Merge::Fixed),
             field<&R::dueOn>("due_on", Merge::Fixed), field<&R::at>("at", Merge::Fixed)}};
}

Id reminderId(const Request &request, const QDate &dueOn, const ReminderPoint &point)
{
    QString name = u"%1/%2/%3"_s.arg(dueOn.toJulianDay()).arg(point.days).arg(token(point.level));
    if (const int reopenings = reopeningsOf(request); reopenings > 0)
        name += u'/' + QString::number(reopenings);
    return QUuid::createUuidV5(request.id, name);
}

QDate chasedDay(const Request &request, const ServicePolicy &policy, const WorkingCalendar &calendar)
{
    if (policy.answerWithin == 0 || !request.receivedAt.isSet())
        return request.dueOn;
    const Term term = termOf(request, calendar);
    const QDate wanted = calendar.dueDate(term.begin, policy.answerWithin, term.suspensions).day;
    return request.dueOn.isValid() ? std::min(wanted, request.dueOn) : wanted;
}

std::optional<ReminderPoint> reachedPoint(const Request &request, const ServicePolicy &policy, const WorkingCalendar &calendar,
                                          const QDate &today)
{
    if (isClockStopped(request.status, request.reason))
        return std::nullopt;
    const QDate due = chasedDay(request, policy, calendar);
    if (!due.isValid())
        return std::nullopt;
    std::optional<ReminderPoint> reached;
    for (const ReminderPoint &point : policy.reminders) {
        const bool isUnwanted = policy.alerts == Alerts::None && point.level == ReminderLevel::Referent;
        if (!isUnwanted && dayOf(point, due, calendar) <= today)
            reached = point;
    }
    return reached;
}

Id recipientOf(ReminderLevel level, const Request &request, const Routing &routing, const QDate &day)
{
    const Scope scope{Scope::Reach::Service, request.service, request.confidential};
    const std::function<bool(const User &)> maySee = [&scope](const User &user) { return sees(actorFor(user, {}), scope); };
    const auto presentFor = [&](const Id &wanted) { return routing.presentFor(wanted, day, nullptr, maySee); };
    if (level == ReminderLevel::Referent && !request.assignee.isNull()) {
        if (const Id present = presentFor(request.assignee); !present.isNull())
            return present;
    }
    const Id head = routing.headOf(request.service);
    if (level != ReminderLevel::Director) {
        if (const Id present = presentFor(head); !present.isNull())
            return present;
    }
    const Id director = routing.headOf(routing.parentOf(request.service));
    const Id present = presentFor(director.isNull() ? head : director);
    return present.isNull() ? presentFor(head) : present;
}

} // namespace parvis
