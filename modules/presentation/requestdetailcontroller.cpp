#include "presentation/requestdetailcontroller.h"

#include "domain/checklist.h"
#include "domain/servicepolicy.h"
#include "domain/suspension.h"
#include "domain/workflow.h"
#include "presentation/cardpeople.h"
#include "presentation/settling.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Status storeDraft(DeskStore &store, const QString &key, const QJsonObject &draft)
{
    return draft.isEmpty() ? store.deleteDraft(key) : store.saveDraft(key, draft);
}

} // namespace

RequestDetailController::RequestDetailController(StoreGate &store, StoreEvents &events, const ReferenceData &town,
                                                 const Clock &clock, QRandomGenerator &random, QObject *parent)
    : FileOpener(store, parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_loading(this,
                [this](const Result<Loaded> &loaded) {
                    m_isLoading = false;
                    if (loaded)
                        showLoaded(loaded.value());
                    else
                        Q_EMIT loadFailed(loaded.error());
                }),
      m_citizens(this, [this](const Result<QList<CitizenHit>> &hits) {
          Q_EMIT citizensFound(m_citizenWords, hits ? hits.value() : QList<CitizenHit>());
          if (!hits)
              Q_EMIT loadFailed(hits.error());
      })
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(400);
    connect(&m_keepTimer, &QTimer::timeout, this, &RequestDetailController::flush);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (m_id.isNull())
            return;
        const bool isCitizen = m_detail && concerns(touched, Kind::Citizen, m_detail->request.citizen);
        // What hangs on a request is named by its own id only; reading this one again is cheaper than asking whose it is.
        const bool hangs =
            concerns(touched, Kind::Contact) || concerns(touched, Kind::Note) || concerns(touched, Kind::Attachment) ||
            concerns(touched, Kind::Reminder) || concerns(touched, Kind::Mission) || concerns(touched, Kind::Proposal) ||
            concerns(touched, Kind::Reply) || concerns(touched, Kind::Dispatch) || concerns(touched, Kind::Incident);
        if (concerns(touched, Kind::Request, m_id) || isCitizen || hangs)
            load();
    });
    connect(&m_town, &ReferenceData::changed, this, &RequestDetailController::changed);
}

QString RequestDetailController::draftKey() const
{
    return u"request/"_s + idText(m_id);
}

void RequestDetailController::show(const Id &request)
{
    if (request == m_id)
        return;
    flush();
    m_id = request;
    m_detail.reset();
    m_draft = {};
    m_isDraftKnown = false;
    m_isLoading = !m_id.isNull();
    m_loading.drop();
    setOnlookers(m_id, {});
    Q_EMIT changed();
    Q_EMIT draftRestored();
    Q_EMIT lookedAt({m_id, false});
    if (m_isLoading)
        load();
}

void RequestDetailController::load()
{
    m_loading.ask([this, id = m_id, key = draftKey()] {
        return m_store.read([id, key](DeskStore &store) -> Result<Loaded> {
            auto detail = requestDetail(store, id);
            if (!detail)
                return detail.error();
            auto draft = store.draft(key);
            if (!draft)
                return draft.error();
            auto linked = *detail ? linkedRequests(store, (*detail)->request) : Result<LinkedRequests>(LinkedRequests());
            if (!linked)
                return linked.error();
            return Loaded{std::move(detail).value(), std::move(draft).value(), std::move(linked).value()};
        });
    });
}

void RequestDetailController::showLoaded(const Loaded &loaded)
{
    m_detail = loaded.detail;
    m_linked = loaded.linked;
    const bool isFirst = !std::exchange(m_isDraftKnown, true);
    if (isFirst && loaded.draft && m_draft.isEmpty())
        m_draft = loaded.draft->content;
    Q_EMIT changed();
    if (isFirst && !m_draft.isEmpty())
        Q_EMIT draftRestored();
}

Delay RequestDetailController::delay() const
{
    if (!m_detail)
        return {};
    const Request &request = m_detail->request;
    return delayOf(isOpen(request.status), isClockStopped(request.status, request.reason), request.dueOn, today(),
                   m_town.calendar());
}

Promise RequestDetailController::promise() const
{
    if (!m_detail)
        return {};
    const Request &request = m_detail->request;
    const Term term = termOf(request, m_town.calendar());
    return promiseFor(m_town.card(request.card), term.begin, m_town, term.suspensions);
}

Id RequestDetailController::usualReferent(const Id &service) const
{
    if (!m_detail)
        return {};
    const Request &request = m_detail->request;
    Card there; // what is known of it, and nothing that would send it elsewhere
    there.service = service;
    RouteQuery query = routeQuery(&there, request.district, request.channel, {}, m_town, m_clock.now());
    query.confidential = request.confidential;
    const Route route = m_town.routing().route(query);
    return route.service == service ? route.referent : Id();
}

bool RequestDetailController::maySettle(const Proposal &proposal) const
{
    return proposal.author == m_actor.user || m_actor.may(Permission::ResolveAny);
}

void RequestDetailController::keep(const QString &part, const QJsonObject &content)
{
    if (m_id.isNull() || m_draft.value(part).toObject() == content)
        return;
    if (content.isEmpty())
        m_draft.remove(part);
    else
        m_draft.insert(part, content);
    Q_EMIT lookedAt({m_id, !m_draft.isEmpty()});
    m_isUnwritten = true;
    if (!m_keepTimer.isActive()) // not restarted by further keys: steady typing must not put it off
        m_keepTimer.start();
    if (content.isEmpty())
        flush(); // saved or taken back: must not come back after a kill
}

void RequestDetailController::flush()
{
    m_keepTimer.stop();
    if (!std::exchange(m_isUnwritten, false))
        return;
    const auto write = [key = draftKey(), draft = m_draft](DeskStore &store) { return storeDraft(store, key, draft); };
    whenReady(m_store.write(write), this, [this](const Status &status) {
        if (!status)
            Q_EMIT draftFailed(status.error());
    });
}

Edit RequestDetailController::patchEdit(const QJsonObject &set) const
{
    return {Kind::Request, Verb::Patch, m_id, set, {}, m_detail->seq};
}

SavedAct RequestDetailController::actOf(RequestAct act) const
{
    SavedAct done;
    done.act = act;
    done.request = m_id;
    done.number = m_detail->request.number;
    return done;
}

RequestMoves RequestDetailController::moves()
{
    return {m_town, m_ids, m_actor.user, m_clock.now()};
}

SeenRequest RequestDetailController::seen() const
{
    return {m_detail->request, m_detail->seq};
}

void RequestDetailController::addNote(const QString &text)
{
    if (m_detail)
        submit(actOf(RequestAct::Note), {moves().note(m_id, text)}, u"note"_s);
}

void RequestDetailController::addContact(Channel channel, bool isOutgoing, const QString &text, int satisfaction)
{
    if (!m_detail)
        return;
    QList<Edit> edits{moves().contact(m_detail->request, channel, isOutgoing, text)};
    if (satisfaction > 0 && satisfaction != m_detail->request.satisfaction)
        edits.append(patchEdit({{u"satisfaction"_s, satisfaction}}));
    submit(actOf(RequestAct::Contact), edits, u"contact"_s);
}

void RequestDetailController::changeStatus(const RequestMoves::Step &step)
{
    if (!m_detail)
        return;
    SavedAct done = actOf(RequestAct::Status);
    done.status = step.status;
    submit(done, moves().status(seen(), step), u"status"_s);
}

void RequestDetailController::assign(const Id &service, const Id &assignee, const QString &remark)
{
    if (m_detail)
        submit(actOf(RequestAct::Assign), moves().assign(seen(), service, assignee, remark), u"assign"_s);
}

bool RequestDetailController::mayTakeBack() const
{
    return may(Permission::TakeBack) && isOpen(m_detail->request.status) && !m_detail->request.service.isNull();
}

void RequestDetailController::takeBack()
{
    if (mayTakeBack())
        submit(actOf(RequestAct::TakeBack), moves().assign(seen(), {}, {}, {}), {});
}

bool RequestDetailController::mayReopen() const
{
    if (!m_detail || m_detail->request.status != RequestStatus::Closed)
        return true;
    return parvis::mayReopen(policyFor(m_detail->request.service, lookupIn(m_town)), m_detail->request.closedAt, m_clock.now());
}

void RequestDetailController::addPart(const Id &service, const Id &assignee, const QString &text)
{
    if (!m_detail)
        return;
    const QDate due = promiseFor(nullptr, m_clock.now(), m_town).due.day;
    submit(actOf(RequestAct::Part), moves().part(m_detail->request, service, assignee, due, text), u"part"_s);
}

void RequestDetailController::setParent(const Id &parent)
{
    if (!m_detail || parent == m_id || parent == m_detail->request.parent)
        return;
    SavedAct done = actOf(RequestAct::Field);
    done.field = u"parent"_s;
    submit(done, {patchEdit({{u"parent"_s, parent.isNull() ? QJsonValue() : QJsonValue(idText(parent))}})}, {});
}

QStringList RequestDetailController::checklist() const
{
    const Card *card = m_detail ? m_town.card(m_detail->request.card) : nullptr;
    return card ? checklistOf(card->steps) : QStringList();
}

void RequestDetailController::check(const QString &item, bool isDone)
{
    if (!m_detail || m_detail->request.checked.contains(item) == isDone)
        return;
    submit(actOf(RequestAct::Check),
           {patchEdit({{u"checked"_s, QJsonObject{{isDone ? u"add"_s : u"remove"_s, QJsonArray{item}}}}})}, {});
}

void RequestDetailController::setFields(const QJsonObject &fields, const QString &part)
{
    if (!m_detail || fields.isEmpty())
        return;
    SavedAct done = actOf(RequestAct::Field);
    done.field = part;
    submit(done, {patchEdit(fields)}, part);
}

void RequestDetailController::setFormFile(const QString &code, const FileReference &file)
{
    if (!m_detail)
        return;
    QJsonObject values = m_detail->request.form;
    values.insert(code, toJson(file));
    SavedAct done = actOf(RequestAct::Field);
    done.field = u"form."_s + code;
    const Attachment attachment = attachmentOf(file, m_id, m_actor.user, m_clock.now());
    submit(done,
           {patchEdit({{u"form"_s, values}}), {Kind::Attachment, Verb::Create, m_ids.next(), toDocument(attachment), {}, 0}},
           done.field);
}

QList<Edit> RequestDetailController::fileEdits(const QList<FileReference> &files)
{
    QList<Edit> edits;
    for (const FileReference &file : files) {
        const Attachment attachment = attachmentOf(file, m_id, m_actor.user, m_clock.now());
        edits.append({Kind::Attachment, Verb::Create, m_ids.next(), toDocument(attachment), {}, 0});
    }
    return edits;
}

void RequestDetailController::attach(const QList<FileReference> &files)
{
    if (m_detail && !files.isEmpty())
        submit(actOf(RequestAct::Attach), fileEdits(files), {});
}

void RequestDetailController::detach(const Attachment &attachment)
{
    if (m_detail)
        submit(actOf(RequestAct::Detach), {{Kind::Attachment, Verb::Patch, attachment.id, {{u"removed"_s, true}}, {}, 0}}, {});
}

void RequestDetailController::fileProgressed(const QString &sha256)
{
    const auto isIts = [&sha256](const Attachment &attachment) { return attachment.sha256 == sha256; };
    if (m_detail && std::any_of(m_detail->attachments.begin(), m_detail->attachments.end(), isIts))
        load(); // its state is shown
}

void RequestDetailController::fileArrived(const QString &sha256)
{
    fileProgressed(sha256);
    FileOpener::fileArrived(sha256);
}

void RequestDetailController::fileFailed(const QString &sha256, const Error &error)
{
    if (m_detail)
        load();
    FileOpener::fileFailed(sha256, error);
}

void RequestDetailController::take(const Proposal &proposal)
{
    settleProposal(RequestAct::Take, proposal);
}

void RequestDetailController::dismiss(const Proposal &proposal)
{
    settleProposal(RequestAct::Dismiss, proposal);
}

void RequestDetailController::settleProposal(RequestAct act, const Proposal &proposal)
{
    if (!m_detail)
        return;
    const auto write = [proposal, actor = m_actor, takes = act == RequestAct::Take](DeskStore &store) {
        return settle(store, actor, proposal, takes);
    };
    follow(m_store.write(write), actOf(act), {});
}

void RequestDetailController::submit(const SavedAct &act, const QList<Edit> &edits, const QString &part)
{
    const auto write = [edits, actor = m_actor](DeskStore &store) { return store.submit(edits, actor); };
    follow(m_store.write(write), act, part);
}

void RequestDetailController::follow(const QFuture<Result<QList<Mutation>>> &written, const SavedAct &act, const QString &part)
{
    whenReady(written, this, [this, act, part](const Result<QList<Mutation>> &done) {
        if (!done) {
            Q_EMIT failed(act.act, done.error());
            return;
        }
        if (act.request == m_id)
            keep(part, {});
        SavedAct saved = act;
        for (const Mutation &mutation : done.value())
            saved.mutations.append(mutation.n);
        Touched touched = touchedBy(done.value());
        if (!touched.isEmpty())
            touched.records.append({Kind::Request, act.request});
        Q_EMIT this->saved(saved);
        m_events.publish(touched);
    });
}

void RequestDetailController::setOnlookers(const Id &request, const QList<Onlooker> &others)
{
    if (request == m_id && std::exchange(m_onlookers, others) != others)
        Q_EMIT onlookersChanged();
}

void RequestDetailController::findCitizens(const QString &words)
{
    m_citizenWords = words;
    m_citizens.ask(
        [this, words] { return m_store.read([words](DeskStore &store) { return parvis::findCitizens(store, words); }); });
}

void RequestDetailController::undo(const SavedAct &act, const QString &remark)
{
    const auto write = [numbers = act.mutations, remark, actor = m_actor](DeskStore &store) {
        return store.undo(numbers, actor, remark);
    };
    whenReady(m_store.write(write), this, [this, act](const Result<QList<Mutation>> &done) {
        if (!done) {
            Q_EMIT failed(act.act, done.error());
            return;
        }
        SavedAct undoing = act;
        undoing.isStillTold = notesIn(*done) > 0;
        Q_EMIT undone(undoing);
        Touched touched = touchedBy(done.value());
        touched.records.append({Kind::Request, act.request});
        m_events.publish(touched);
    });
}

} // namespace parvis
