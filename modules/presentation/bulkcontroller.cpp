#include "presentation/bulkcontroller.h"

#include "base/async.h"
#include "domain/workflow.h"
#include "presentation/incidentmoves.h"
#include "store/incidentquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

const QString draftKey = u"bulk"_s;

struct Read
{
    QList<SeenRequest> seen;
    QList<Id> gone;
};

Result<Read> readAll(DeskStore &store, const QList<Id> &ids)
{
    Read all;
    for (const Id &id : ids) {
        const auto document = store.document(Kind::Request, id);
        const auto seq = document && *document ? store.seqOf(Kind::Request, id) : Result<qint64>(0);
        if (!document || !seq)
            return document ? seq.error() : document.error();
        if (*document)
            all.seen.append({fromDocument<Request>(id, **document), *seq});
        else
            all.gone.append(id);
    }
    return all;
}

bool isRuleOf(ErrorCode code)
{
    return code == ErrorCode::Forbidden || code == ErrorCode::NotFound || code == ErrorCode::AlreadyExists ||
           code == ErrorCode::InvalidTransition || code == ErrorCode::InvalidInput;
}

} // namespace

BulkController::BulkController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                               QRandomGenerator &random, QObject *parent)
    : QObject(parent), m_store(store), m_events(events), m_town(town), m_clock(clock), m_ids(clock, random)
{}

void BulkController::act(BulkAct act, const QList<Id> &requests, const Edits &edits)
{
    if (requests.isEmpty())
        return;
    whenReady(m_store.read([requests](DeskStore &store) { return readAll(store, requests); }), this,
              [this, act, edits](const Result<Read> &all) {
                  if (all)
                      write(act, all->seen, edits, all->gone);
                  else
                      Q_EMIT failed(all.error());
              });
}

void BulkController::write(BulkAct act, const QList<SeenRequest> &seen, const Edits &edits, const QList<Id> &gone)
{
    const RequestMoves moves(m_town, m_ids, m_actor.user, m_clock.now());
    struct Job
    {
        Id request;
        QString number;
        QList<Edit> edits;
    };
    QList<Job> jobs;
    for (const SeenRequest &each : seen)
        jobs.append({each.request.id, each.request.number, edits(moves, each)});
    const auto write = [jobs, act, gone, actor = m_actor](DeskStore &store) -> Result<Written> {
        Written all;
        all.done.act = act;
        all.done.unchanged = gone;
        for (const Job &job : jobs) {
            const auto made = job.edits.isEmpty() ? Result<QList<Mutation>>(QList<Mutation>()) : store.submit(job.edits, actor);
            if (!made && !isRuleOf(made.error().code) && all.mutations.isEmpty())
                return made.error();
            if (!made) {
                all.done.refused.append({job.request, job.number, made.error()});
            } else if (made->isEmpty()) {
                all.done.unchanged.append(job.request);
            } else {
                QList<qint64> numbers;
                for (const Mutation &mutation : *made)
                    numbers.append(mutation.n);
                all.done.requests.append(job.request);
                all.done.mutations.append(numbers);
                all.mutations.append(*made);
            }
        }
        return all;
    };
    whenReady(m_store.write(write), this, [this](const Result<Written> &all) { tell(all); });
}

void BulkController::tell(const Result<Written> &all)
{
    if (!all) {
        Q_EMIT failed(all.error());
        return;
    }
    Touched touched = touchedBy(all->mutations);
    for (const Id &request : all->done.requests)
        touched.records.append({Kind::Request, request});
    Q_EMIT done(all->done);
    m_events.publish(touched);
}

void BulkController::addNote(const QList<Id> &requests, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    act(BulkAct::Note, requests, [text](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        return {moves.note(seen.request.id, text)};
    });
}

void BulkController::assign(const QList<Id> &requests, const Id &service, const Id &assignee, const QString &remark)
{
    const Edits edits = [=](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        if (seen.request.service == service && seen.request.assignee == assignee)
            return {};
        return moves.assign(seen, service, assignee, remark);
    };
    if (!remark.trimmed().isEmpty())
        return act(BulkAct::Assign, requests, edits);
    whenReady(m_store.read([requests](DeskStore &store) { return readAll(store, requests); }), this,
              [this, service, edits](const Result<Read> &all) {
                  if (!all)
                      return Q_EMIT failed(all.error());
                  const bool isTransfer = std::any_of(all->seen.begin(), all->seen.end(), [&](const SeenRequest &seen) {
                      return !seen.request.service.isNull() && seen.request.service != service;
                  });
                  if (isTransfer)
                      return Q_EMIT reasonWanted();
                  write(BulkAct::Assign, all->seen, edits, all->gone);
              });
}

void BulkController::take(const QList<Id> &requests)
{
    act(BulkAct::Take, requests, [user = m_actor.user](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        if (seen.request.assignee == user)
            return {};
        return moves.assign(seen, seen.request.service, user, {});
    });
}

void BulkController::begin(const QList<Id> &requests)
{
    act(BulkAct::Begin, requests, [user = m_actor.user](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        if (seen.request.status == RequestStatus::InProgress)
            return {};
        QList<Edit> edits;
        if (seen.request.assignee.isNull() || seen.request.status == RequestStatus::Received)
            edits = moves.assign(seen, seen.request.service, seen.request.assignee.isNull() ? user : seen.request.assignee, {});
        edits.append(moves.status(seen, {RequestStatus::InProgress}));
        return edits;
    });
}

void BulkController::putBack(const QList<Id> &requests)
{
    act(BulkAct::PutBack, requests, [user = m_actor.user](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        const bool isBegun = seen.request.status == RequestStatus::InProgress || seen.request.status == RequestStatus::Waiting;
        if (isBegun)
            return moves.status(seen, {RequestStatus::Assigned});
        if (seen.request.assignee.isNull())
            return {};
        return moves.assign(seen, seen.request.service, {}, {});
    });
}

void BulkController::closeWithReply(const QList<Id> &requests, const QString &reason, const QString &reply)
{
    act(BulkAct::CloseWithReply, requests, [=](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        if (seen.request.status == RequestStatus::Closed)
            return {};
        RequestMoves::Step step{RequestStatus::Closed, reason, reply};
        step.channel = channelFor(seen.request.replyChannel);
        return moves.status(seen, step);
    });
}

void BulkController::gather(const QList<Id> &requests, const Id &incident)
{
    const auto write = [requests, incident, fresh = m_ids.next(), actor = m_actor,
                        now = m_clock.now()](DeskStore &store) -> Result<Written> {
        const auto gathering = gatheringOf(store, requests, incident, fresh, actor.user, now);
        if (!gathering)
            return gathering.error();
        // Of one cause or not: all or nothing.
        QList<Edit> edits = gathering->before;
        Written all;
        all.done.act = BulkAct::Gather;
        for (const Id &request : requests) {
            if (gathering->joins.contains(request))
                edits.append(gathering->joins.value(request));
            else if (gathering->before.isEmpty() || !gathering->requests.contains(request))
                all.done.unchanged.append(request);
        }
        if (edits.isEmpty())
            return all;
        const auto made = store.submit(edits, actor);
        if (!made)
            return made.error();
        all.mutations = *made;
        QList<qint64> numbers;
        for (const Mutation &mutation : *made)
            numbers.append(mutation.n);
        for (const Id &request : requests) {
            if (all.done.unchanged.contains(request))
                continue;
            all.done.requests.append(request);
            all.done.mutations.append(std::exchange(numbers, {})); // taken back with the first one
        }
        return all;
    };
    whenReady(m_store.write(write), this, [this](const Result<Written> &all) { tell(all); });
}

void BulkController::takeOut(const QList<Id> &requests)
{
    act(BulkAct::TakeOut, requests, [](const RequestMoves &moves, const SeenRequest &seen) -> QList<Edit> {
        if (seen.request.incident.isNull())
            return {};
        return {moves.outOfIncident(seen)};
    });
}

void BulkController::part(const Id &incident)
{
    const auto write = [incident, actor = m_actor](DeskStore &store) -> Result<Written> {
        Written all;
        all.done.act = BulkAct::Part;
        const auto reports = reportsOf(store, incident);
        if (!reports)
            return reports.error();
        const auto made = store.submit(
            {{Kind::Incident, Verb::Patch, incident, {{QString(gatheringField(Kind::Incident)), QJsonValue()}}, {}, 0}}, actor);
        if (!made || made->isEmpty())
            return made ? Result<Written>(all) : made.error();
        all.mutations = *made;
        all.done.requests = *reports;
        all.done.mutations = QList<QList<qint64>>(std::max<qsizetype>(1, reports->size())); // taken back with the first one
        for (const Mutation &mutation : *made)
            all.done.mutations.first().append(mutation.n);
        return all;
    };
    whenReady(m_store.write(write), this, [this](const Result<Written> &all) { tell(all); });
}

void BulkController::undo(const BulkDone &done, const QString &remark)
{
    struct Undone
    {
        BulkDone done;
        QList<Mutation> mutations;
    };
    const auto write = [done, remark, actor = m_actor](DeskStore &store) -> Result<Undone> {
        Undone all;
        all.done.act = done.act;
        for (qsizetype i = 0; i < done.mutations.size(); ++i) {
            const auto back = done.mutations[i].isEmpty() ? Result<QList<Mutation>>(QList<Mutation>()) // with another's
                                                          : store.undo(done.mutations[i], actor, remark);
            if (!back && all.mutations.isEmpty() && i + 1 == done.mutations.size())
                return back.error();
            if (!back) {
                all.done.refused.append({done.requests.value(i), {}, back.error()});
                continue;
            }
            all.done.requests.append(done.requests.mid(i, 1));
            all.done.stillTold += notesIn(*back);
            all.mutations.append(*back);
        }
        return all;
    };
    whenReady(m_store.write(write), this, [this](const Result<Undone> &all) {
        if (!all) {
            Q_EMIT failed(all.error());
            return;
        }
        Touched touched = touchedBy(all->mutations);
        for (const Id &request : all->done.requests)
            touched.records.append({Kind::Request, request});
        Q_EMIT undone(all->done);
        m_events.publish(touched);
    });
}

void BulkController::keep(const QString &text)
{
    const auto write = [text](DeskStore &store) {
        return text.isEmpty() ? store.deleteDraft(draftKey) : store.saveDraft(draftKey, {{u"text"_s, text}});
    };
    whenReady(m_store.write(write), this, [this](const Status &status) {
        if (!status)
            Q_EMIT failed(status.error());
    });
}

QFuture<Result<QString>> BulkController::kept()
{
    return m_store.read([](DeskStore &store) -> Result<QString> {
        const auto draft = store.draft(draftKey);
        if (!draft)
            return draft.error();
        return *draft ? (*draft)->content.value("text"_L1).toString() : QString();
    });
}

} // namespace parvis
