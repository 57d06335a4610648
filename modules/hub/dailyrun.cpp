#include "hub/dailyrun.h"

#include "domain/reply.h"
#include "domain/suspension.h"
#include "domain/workflow.h"
#include "hub/intake.h"
#include "hub/mailqueue.h"
#include "protocol/codec.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype tasksOfCommit = 400; // others push meanwhile
constexpr int page = 5'000;

//! All records of a kind: of the organisation, which is small.
template <typename T>
Status readAll(HubReader &reader, const std::function<void(const T &, const QJsonObject &)> &each)
{
    Id after;
    for (bool more = true; more;) {
        int found = 0;
        Status parsed = success();
        const Status read = reader.page(T::kind, std::nullopt, after, page, [&](const EntityRow &row) {
            const auto document = documentOf(row);
            if (!document)
                return parsed = document.error(), false;
            each(fromDocument<T>(row.id, *document), *document);
            after = row.id;
            ++found;
            return true;
        });
        if (!read || !parsed)
            return read ? parsed : read;
        more = found == page;
    }
    return success();
}

//! The plan of a person's absences on \a today: what has begun is marked, and what is over.
struct Plan
{
    QJsonArray absences;
    bool isAbsent = false;
    bool isChanged = false;
};

Plan planOf(const User &user, const QDate &today)
{
    const QString iso = today.toString(Qt::ISODate);
    Plan plan{{}, user.absent, false};
    bool begins = false, ends = false, lasts = false;
    for (const QJsonValue &value : user.absences) {
        QJsonObject absence = value.toObject();
        const QString from = absence.value("from"_L1).toString(), to = absence.value("to"_L1).toString();
        const QString state = absence.value("state"_L1).toString();
        if (from <= iso && iso <= to) {
            lasts = true;
            if (state != "begun"_L1) {
                absence.insert("state"_L1, u"begun"_s);
                begins = true;
            }
        } else if (to < iso && state != "ended"_L1) {
            ends = ends || state == "begun"_L1;
            absence.insert("state"_L1, u"ended"_s);
        }
        plan.absences.append(absence);
    }
    if (begins)
        plan.isAbsent = true;
    else if (ends && !lasts)
        plan.isAbsent = false;
    plan.isChanged = plan.isAbsent != user.absent || plan.absences != user.absences;
    return plan;
}

//! Lays \a set over a record by the hub's own hand.
Status patch(Commit &commit, Kind kind, const Id &id, const QJsonObject &set)
{
    IntakeReport report;
    return takeIn(commit, {{Verb::Patch, kind, id, set, commit.now(), {}}}, report);
}

} // namespace

Result<DailyReport> DailyRun::run()
{
    Status done = m_store.read([this](HubReader &reader) { return readOrganisation(reader); });
    if (done)
        done = keepAbsences();
    if (done)
        done = m_store.read([this](HubReader &reader) { return readTasks(reader); });
    for (qsizetype at = 0; done && at < m_tasks.size(); at += tasksOfCommit) {
        if (!m_goesOn()) {
            m_report.isWhole = false;
            break;
        }
        const QList<Task> some = m_tasks.mid(at, tasksOfCommit);
        const DailyReport before = m_report;
        done = m_queue.run([&](Commit &commit) -> Status {
            m_report = before; // it may run again
            for (const Task &task : some) {
                if (const Status worked = work(commit, task); !worked)
                    return worked;
            }
            return success();
        });
    }
    if (done)
        done = releaseReplies();
    if (done)
        done = m_queue.run([](Commit &commit) { return expireMail(commit); });
    if (!done)
        return done.error();
    return m_report;
}

Status DailyRun::readOrganisation(HubReader &reader)
{
    QList<Unit> units;
    QList<District> districts;
    QList<RoutingRule> rules;
    const auto calendar = calendarOf(reader);
    if (!calendar)
        return calendar.error();
    m_town.calendar = *calendar;
    Status done = readAll<Unit>(reader, [&](const Unit &unit, const QJsonObject &document) {
        units.append(unit);
        m_town.units.insert(unit.id, document);
        if (unit.closed)
            m_town.closed.insert(unit.id);
    });
    if (done)
        done = readAll<District>(reader, [&](const District &district, const QJsonObject &) {
            if (district.isCouncil())
                districts.append(district);
        });
    if (done)
        done = readAll<User>(reader, [this](const User &user, const QJsonObject &) { m_town.users.append(user); });
    if (done)
        done = readAll<RoutingRule>(reader, [&](const RoutingRule &rule, const QJsonObject &) { rules.append(rule); });
    if (!done)
        return done;
    m_town.routing = Routing(units, districts, m_town.users, rules);
    m_today = m_town.calendar.localDay(m_now);
    const Lookup lookup = [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const auto unit = m_town.units.constFind(id);
        return kind == Kind::Unit && unit != m_town.units.constEnd() ? std::optional(*unit) : std::nullopt;
    };
    for (const Unit &unit : std::as_const(units))
        m_town.policies.insert(unit.id, policyFor(unit.id, lookup));
    return success();
}

Status DailyRun::keepAbsences()
{
    IdSet changed;
    for (const User &user : std::as_const(m_town.users)) {
        if (planOf(user, m_today).isChanged)
            changed.insert(user.id);
    }
    if (changed.empty())
        return success();
    const Status done = m_queue.run([&](Commit &commit) -> Status {
        m_report.absences = 0; // it may run again
        for (const Id &id : changed) {
            const auto row = commit.store().entity(Kind::User, id);
            if (!row)
                return row.error();
            const auto document = *row ? documentOf(**row) : Result<QJsonObject>(QJsonObject());
            if (!document)
                return document.error();
            const auto user = fromDocument<User>(id, *document);
            const Plan plan = planOf(user, m_today);
            if (!*row || !plan.isChanged)
                continue;
            m_report.absences += plan.isAbsent != user.absent ? 1 : 0;
            const Status patched = patch(commit, Kind::User, id, {{u"absent"_s, plan.isAbsent}, {u"absences"_s, plan.absences}});
            if (!patched)
                return patched;
        }
        return success();
    });
    if (!done)
        return done;
    m_town = {};
    return m_store.read([this](HubReader &reader) { return readOrganisation(reader); });
}

//! A step that says within how many working days it is decided, and was not: from now on those who stand for its people decide,
//! though nobody is absent. By the hub's clock, from the change that made the step wait.
Status DailyRun::releaseReplies()
{
    const auto markOf = [this](HubReader &reader, const EntityRow &row) -> Result<QString> {
        const auto document = documentOf(row);
        if (!document)
            return document.error();
        const auto reply = fromDocument<Reply>(row.id, *document);
        const QList<OpenPart> open = openPartsOf(reply);
        if (open.isEmpty())
            return QString();
        const int step = open.first().step;
        const int days = reply.circuit.at(step)["days"_L1].toInt();
        const QString mark = overdueMark(reply.round, step);
        if (days <= 0 || reply.overdue == mark)
            return QString();
        std::optional<ReplyDecision> opened; // the step, by the first of those who are still asked
        for (const OpenPart &part : open) {
            const auto by = openedBy(reply, part);
            if (by && (!opened || by->n < opened->n))
                opened = by;
        }
        const QString decision = opened ? decisionText(*opened) : QString();
        Instant since;
        Status read = success();
        Status walked = reader.patchesBack(Kind::Reply, row.id, 0, [&](const ChangeRow &change) {
            const auto knows = [&](const QByteArray &fields) {
                const auto parsed = parseObject(fields.isEmpty() ? QByteArrayLiteral("{}") : fields);
                if (!parsed)
                    read = parsed.error();
                return parsed && parsed->value("decisions"_L1).toArray().contains(decision);
            };
            if (knows(change.fields) && !knows(change.was)) // the one that made it wait
                since = change.at;
            return !since.isSet() && bool(read);
        });
        if (!read)
            return read.error();
        if (walked && !since.isSet()) // submitted as it was made
            walked = reader.changesAfter(row.created.seq - 1, [&since](const ChangeRow &change) {
                since = change.at;
                return false;
            });
        if (!walked)
            return walked.error();
        const QDate from = m_town.calendar.localDay(since);
        return m_town.calendar.workingDaysBetween(from, m_today) > days ? mark : QString();
    };
    QList<std::pair<Id, QString>> late;
    Status parsed = success();
    const Status read = m_store.read([&](HubReader &reader) {
        return reader.openReplies([&](const EntityRow &row) {
            const auto mark = markOf(reader, row);
            if (!mark)
                return parsed = mark.error(), false;
            if (!mark->isEmpty())
                late.append({row.id, *mark});
            return true;
        });
    });
    if (!read || !parsed || late.isEmpty())
        return read ? parsed : read;
    return m_queue.run([&](Commit &commit) -> Status {
        m_report.overdue = 0; // it may run again
        for (const auto &[id, mark] : std::as_const(late)) {
            const auto row = commit.store().entity(Kind::Reply, id);
            const auto now = row && *row ? markOf(commit.store(), **row) : Result<QString>(QString());
            if (!row || !now)
                return row ? now.error() : row.error();
            if (*now != mark) // decided meanwhile
                continue;
            if (const Status marked = patch(commit, Kind::Reply, id, {{u"overdue"_s, mark}}); !marked)
                return marked;
            ++m_report.overdue;
        }
        return success();
    });
}

ServicePolicy DailyRun::policyOf(const Id &service) const
{
    const auto it = m_town.policies.constFind(service);
    return it == m_town.policies.constEnd() ? usualPolicy() : *it;
}

std::optional<Reminder> DailyRun::reminderFor(const Request &request) const
{
    const ServicePolicy policy = policyOf(request.service);
    const auto point = reachedPoint(request, policy, m_town.calendar, m_today);
    if (!point)
        return std::nullopt;
    Reminder reminder;
    reminder.dueOn = chasedDay(request, policy, m_town.calendar);
    reminder.id = reminderId(request, reminder.dueOn, *point);
    reminder.request = request.id;
    reminder.level = point->level;
    reminder.days = point->days;
    return reminder;
}

Status DailyRun::readTasks(HubReader &reader)
{
    Status parsed = success();
    const Status read = reader.openRequests([&](const EntityRow &row) {
        const auto document = documentOf(row);
        if (!document)
            return parsed = document.error(), false;
        const auto request = fromDocument<Request>(row.id, *document);
        ++m_report.looked;
        ++m_openCases[request.assignee];
        if (m_town.closed.contains(request.service))
            m_tasks.append({row.id, false});
        const auto reminder = reminderFor(request);
        if (reminder) {
            const auto known = reader.entity(Kind::Reminder, reminder->id);
            if (!known)
                return parsed = known.error(), false;
            if (!*known)
                m_tasks.append({row.id, true});
        }
        return true;
    });
    return read ? parsed : read;
}

//! What has changed since the look decides: answered meanwhile, moved, given another day.
Status DailyRun::work(Commit &commit, const Task &task)
{
    const auto row = commit.store().entity(Kind::Request, task.request);
    if (!row)
        return row.error();
    const auto document = *row ? documentOf(**row) : Result<QJsonObject>(QJsonObject());
    if (!document)
        return document.error();
    const auto request = fromDocument<Request>(task.request, *document);
    if (!*row || !isOpen(request.status))
        return success();
    return task.isReminder ? remind(commit, request) : move(commit, request);
}

Status DailyRun::remind(Commit &commit, const Request &request)
{
    auto reminder = reminderFor(request);
    if (!reminder)
        return success();
    const auto known = commit.store().entity(Kind::Reminder, reminder->id);
    if (!known || *known)
        return known ? success() : Status(known.error());
    const Routing &routing = m_town.routing;
    reminder->to = recipientOf(reminder->level, request, routing, m_today);
    const bool isSomebodys = !request.assignee.isNull() || !routing.headOf(request.service).isNull() ||
                             !routing.headOf(routing.parentOf(request.service)).isNull();
    if (reminder->to.isNull() && isSomebodys)
        return success(); // all are away: the run of the day on which one is back tells them
    reminder->at = m_now;
    const auto made = commit.create(Kind::Reminder, reminder->id, toDocument(*reminder), {}, commit.now());
    if (!made)
        return made.error();
    if (const Status told = tellReminder(commit, *reminder); !told)
        return told;
    ++(reminder->level == ReminderLevel::Referent ? m_report.reminded : m_report.escalated);
    return success();
}

Status DailyRun::move(Commit &commit, const Request &request)
{
    const Id successor = m_town.routing.openService(request.service);
    if (successor.isNull() || successor == request.service) // nobody takes over: the desk sees it as it is
        return success();
    Card there; // what is known of it, and nothing that would send it elsewhere
    there.service = successor;
    RouteQuery query;
    query.card = &there;
    query.district = request.district;
    query.channel = request.channel;
    query.confidential = request.confidential;
    query.day = m_today;
    query.openCases = &m_openCases;
    const Route route = m_town.routing.route(query);
    QJsonObject set{{u"service"_s, idText(successor)},
                    {u"assignee"_s,
                     route.service == successor && !route.referent.isNull() ? QJsonValue(idText(route.referent)) : QJsonValue()}};
    if (!isClockStopped(request.status, request.reason)) { // else the citizen is waited for, whoever does it (CRPA L. 114-5)
        set.insert(u"status"_s, token(RequestStatus::Assigned));
        set.insert(u"reason"_s, QJsonValue());
        const QJsonObject clock = clockChanges(request, RequestStatus::Assigned, {}, m_today, m_town.calendar);
        for (auto it = clock.begin(); it != clock.end(); ++it)
            set.insert(it.key(), it.value());
    }
    if (const Status moved = patch(commit, Kind::Request, request.id, set); !moved)
        return moved;
    --m_openCases[request.assignee];
    ++m_openCases[idFromText(set.value("assignee"_L1).toString()).value_or(Id())];
    const Status told = tellAssigned(commit, request.id, {{u"assignee"_s, idText(request.assignee)}},
                                     {{u"assignee"_s, set.value("assignee"_L1)}}, {});
    if (!told)
        return told;
    ++m_report.moved;
    return success();
}

} // namespace parvis
