#include "presentation/mailcontroller.h"

#include "presentation/filekeeping.h"
#include "store/blobs.h"

#include <QtCore/QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Where \a act leads; nothing: it leads nowhere.
std::optional<DispatchState> targetOf(MailAct act)
{
    switch (act) {
    case MailAct::Print: return DispatchState::Printed;
    case MailAct::Post:
    case MailAct::Say:
    case MailAct::HandOver:
    case MailAct::Receive: return DispatchState::Sent;
    case MailAct::QueueAgain: return DispatchState::Queued;
    case MailAct::ComeBack: return DispatchState::Failed;
    case MailAct::NoAnswer: break;
    }
    return std::nullopt;
}

//! Is it an act for what is sent so and stands there?
bool isFor(MailAct act, const Dispatch &d)
{
    switch (act) {
    case MailAct::Print: return d.channel == ReplyChannel::Letter && d.state == DispatchState::Queued;
    case MailAct::Post: return d.channel == ReplyChannel::Letter && d.state == DispatchState::Printed;
    case MailAct::Say:
    case MailAct::NoAnswer: return d.channel == ReplyChannel::Phone && d.state == DispatchState::Queued;
    case MailAct::HandOver: return d.channel == ReplyChannel::Counter && d.state == DispatchState::Queued;
    case MailAct::Receive: return d.state == DispatchState::Uncertain;
    case MailAct::ComeBack: return d.channel == ReplyChannel::Letter && d.state == DispatchState::Sent;
    case MailAct::QueueAgain: break;
    }
    return act == MailAct::QueueAgain;
}

bool mayBeDone(MailAct act, const Dispatch &d)
{
    const auto target = targetOf(act);
    return isFor(act, d) && (!target || nextStates(d).contains(*target));
}

QJsonObject fieldsOf(MailAct act, const Id &user)
{
    QJsonObject fields{{u"done_by"_s, idText(user)}};
    if (const auto target = targetOf(act))
        fields.insert(u"state"_s, token(*target));
    if (act == MailAct::ComeBack)
        fields.insert(u"error"_s, u"returned"_s);
    if (act == MailAct::QueueAgain)
        fields.insert(u"error"_s, QJsonValue());
    return fields;
}

Result<std::optional<DispatchRow>> rowOf(DeskStore &store, const Id &id)
{
    const auto rows = dispatchRows(store, {id});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::nullopt : std::optional(rows->first());
}

//! Of the edits of one dispatch. Nothing: it can't be done, as when somebody else was quicker.
Result<std::optional<QList<Mutation>>> submitOne(DeskStore &store, const QList<Edit> &edits, const Actor &actor)
{
    auto done = store.submit(edits, actor);
    if (done)
        return std::optional(std::move(done).value());
    const bool isRefused = done.error().code == ErrorCode::InvalidTransition || done.error().code == ErrorCode::NotFound ||
                           done.error().code == ErrorCode::Forbidden;
    if (isRefused)
        return std::optional<QList<Mutation>>();
    return done.error();
}

void addTo(SavedMail &saved, const DispatchRow &row, const QList<Mutation> &mutations)
{
    if (saved.dispatches.isEmpty())
        saved.name = row.dispatch.name;
    saved.dispatches.append(row.dispatch.id);
    for (const Mutation &mutation : mutations)
        saved.mutations.append(mutation.n);
}

Result<SavedMail> actOnAll(DeskStore &store, MailAct act, const QList<Id> &ids, const Actor &actor)
{
    SavedMail saved;
    saved.act = act;
    for (const Id &id : ids) {
        const auto row = rowOf(store, id);
        if (!row)
            return row.error();
        if (!*row || !mayBeDone(act, (*row)->dispatch)) {
            ++saved.refused;
            continue;
        }
        const auto done =
            submitOne(store, {{Kind::Dispatch, Verb::Patch, id, fieldsOf(act, actor.user), {}, (*row)->seq}}, actor);
        if (!done)
            return done.error();
        if (*done)
            addTo(saved, **row, **done);
        else
            ++saved.refused;
    }
    return saved;
}

Result<std::optional<MailItem>> itemOf(DeskStore &store, const Id &id)
{
    const auto row = rowOf(store, id);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<MailItem>();
    MailItem item{**row, {}, {}, {}, {}};
    const Dispatch &d = item.row.dispatch;
    const auto request = store.document(Kind::Request, d.request);
    const auto reply = d.reply.isNull() ? Result<std::optional<QJsonObject>>(std::optional<QJsonObject>())
                                        : store.document(Kind::Reply, d.reply);
    const auto citizen = store.document(Kind::Citizen, d.citizen);
    auto history = historyOf(store, Kind::Dispatch, id);
    if (!request || !reply || !citizen || !history)
        return !request ? request.error() : !reply ? reply.error() : !citizen ? citizen.error() : history.error();
    if (*request)
        item.request = fromDocument<Request>(d.request, **request);
    if (*reply)
        item.reply = fromDocument<Reply>(d.reply, **reply);
    if (*citizen)
        item.citizen = fromDocument<Citizen>(d.citizen, **citizen);
    item.history = std::move(history).value();
    return std::optional(item);
}

} // namespace

DispatchQuery queryOf(MailView view, const MailFilter &filter)
{
    using S = DispatchState;
    DispatchQuery query;
    query.words = filter.words;
    query.channel = filter.channel;
    query.chrono = filter.chrono;
    query.isOldestFirst = view != MailView::Register; // what waits longest is done first
    switch (view) {
    case MailView::Register:
        if (filter.state)
            query.states = {*filter.state};
        break;
    case MailView::ToPrint:
    case MailView::Printed:
        query.channel = ReplyChannel::Letter;
        query.states = {view == MailView::ToPrint ? S::Queued : S::Printed};
        break;
    case MailView::ToCall:
    case MailView::Counter:
        query.channel = view == MailView::ToCall ? ReplyChannel::Phone : ReplyChannel::Counter;
        query.states = {S::Queued};
        break;
    case MailView::Trouble: query.states = {S::Failed, S::Uncertain}; break;
    }
    return query;
}

MailController::MailController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                               QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_list(store, events),
      m_counting(this,
                 [this](const Result<Loaded> &loaded) {
                     if (!loaded)
                         return Q_EMIT loadFailed(loaded.error());
                     m_counts = loaded->counts;
                     m_firstQueued = loaded->first;
                     Q_EMIT countsChanged();
                 }),
      m_loadingItem(this, [this](const Result<std::optional<MailItem>> &item) {
          if (!item)
              return Q_EMIT loadFailed(item.error());
          m_item = item.value();
          Q_EMIT shown();
      })
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(50); // a page of news is one look
    connect(&m_pause, &QTimer::timeout, this, &MailController::loadCounts);
    connect(&m_list, &MailListModel::loadFailed, this, &MailController::loadFailed);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (concerns(touched, Kind::Dispatch) && !m_pause.isActive())
            m_pause.start();
        const bool isOurs = !m_id.isNull() && (concerns(touched, Kind::Dispatch, m_id) ||
                                               (m_item && concerns(touched, Kind::Request, m_item->row.dispatch.request)) ||
                                               (m_item && concerns(touched, Kind::Citizen, m_item->row.dispatch.citizen)));
        if (isOurs)
            loadItem();
    });
}

void MailController::setActor(const Actor &actor)
{
    m_actor = actor;
    loadCounts();
    if (m_isStarted)
        ask(); // it may see other ones
}

void MailController::start()
{
    if (std::exchange(m_isStarted, true))
        return;
    ask();
    loadCounts();
}

void MailController::setView(MailView view)
{
    if (view == m_view)
        return;
    m_view = view;
    ask();
}

void MailController::setFilter(const MailFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    ask();
}

void MailController::ask()
{
    if (m_isStarted)
        m_list.setQuery(queryOf(m_view, m_filter));
}

void MailController::loadCounts()
{
    if (m_actor.user.isNull())
        return;
    m_counting.ask([this] {
        return m_store.read([](DeskStore &store) -> Result<Loaded> {
            const auto counts = dispatchCounts(store);
            const auto first = firstDispatch(store);
            if (!counts || !first)
                return counts ? first.error() : counts.error();
            return Loaded{*counts, *first};
        });
    });
}

QStringList MailController::registers() const
{
    QStringList codes;
    for (const Unit &unit : m_town.units()) {
        if (unit.level == UnitLevel::Body && !unit.code.isEmpty())
            codes.append(unit.code.toUpper() + u'-');
    }
    if (codes.isEmpty())
        codes.append(QString());
    codes.sort();
    const int last = today().year();
    const int first = m_firstQueued.isSet() ? m_town.calendar().localDay(m_firstQueued).year() : last;
    QStringList all;
    for (int year = last; year >= first; --year) {
        for (const QString &code : std::as_const(codes))
            all.append(u"%1D-%2-"_s.arg(code).arg(year)); // as the hub numbers them
    }
    return all;
}

void MailController::show(const Id &dispatch)
{
    if (dispatch == m_id)
        return;
    m_id = dispatch;
    m_item.reset();
    m_list.setPinned(m_view == MailView::Register ? dispatch : Id()); // work that is done leaves the list
    m_loadingItem.drop();
    Q_EMIT shown();
    if (!m_id.isNull())
        loadItem();
}

void MailController::loadItem()
{
    m_loadingItem.ask([this, id = m_id] { return m_store.read([id](DeskStore &store) { return itemOf(store, id); }); });
}

bool MailController::mayDo(MailAct act, const Dispatch &dispatch) const
{
    return mayWork() && mayBeDone(act, dispatch);
}

void MailController::act(MailAct act, const QList<Id> &dispatches)
{
    if (!mayWork() || dispatches.isEmpty())
        return;
    const auto write = [act, dispatches, actor = m_actor](DeskStore &store) { return actOnAll(store, act, dispatches, actor); };
    whenReady(m_store.write(write), this, [this, act](const Result<SavedMail> &done) { take(act, done); });
}

void MailController::call(MailAct act, const Id &dispatch, const QString &text, int seconds)
{
    if (!mayWork())
        return;
    Contact contact;
    contact.id = m_ids.next();
    contact.channel = Channel::Phone;
    contact.outgoing = true;
    contact.at = m_clock.now();
    contact.agent = m_actor.user;
    contact.text = text.trimmed();
    contact.seconds = seconds;
    const auto write = [act, dispatch, contact, actor = m_actor](DeskStore &store) -> Result<SavedMail> {
        SavedMail saved;
        saved.act = act;
        const auto row = rowOf(store, dispatch);
        if (!row)
            return row.error();
        if (!*row || !mayBeDone(act, (*row)->dispatch)) {
            saved.refused = 1;
            return saved;
        }
        Contact made = contact;
        made.request = (*row)->dispatch.request;
        made.citizen = (*row)->dispatch.citizen;
        QList<Edit> edits{{Kind::Contact, Verb::Create, made.id, toDocument(made), {}, 0}};
        if (act == MailAct::Say)
            edits.append({Kind::Dispatch, Verb::Patch, dispatch, fieldsOf(act, actor.user), {}, (*row)->seq});
        const auto done = submitOne(store, edits, actor);
        if (!done)
            return done.error();
        if (*done)
            addTo(saved, **row, **done);
        else
            saved.refused = 1;
        return saved;
    };
    whenReady(m_store.write(write), this, [this, act, dispatch](const Result<SavedMail> &done) { take(act, done); });
}

//! Its requests, too: their timelines show it.
Touched MailController::touchedBy(const SavedMail &act) const
{
    Touched touched;
    for (const Id &id : act.dispatches) {
        touched.records.append({Kind::Dispatch, id});
        if (const int i = m_list.indexOf(id); i >= 0)
            touched.records.append({Kind::Request, m_list.row(i).dispatch.request});
    }
    return touched;
}

void MailController::take(MailAct act, const Result<SavedMail> &done)
{
    if (!done)
        return Q_EMIT failed(act, done.error());
    m_events.publish(touchedBy(done.value()));
    Q_EMIT saved(done.value());
}

void MailController::undo(const SavedMail &act)
{
    if (act.mutations.isEmpty())
        return;
    const auto write = [numbers = act.mutations, actor = m_actor](DeskStore &store) { return store.undo(numbers, actor); };
    whenReady(m_store.write(write), this, [this, act](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(act.act, done.error());
        Touched touched = parvis::touchedBy(done.value());
        touched.records += touchedBy(act).records;
        m_events.publish(touched);
        Q_EMIT undone(act);
    });
}

QFuture<Result<QList<LetterDue>>> MailController::lettersDue(const QList<Id> &dispatches)
{
    return m_store.read([dispatches](DeskStore &store) -> Result<QList<LetterDue>> {
        const auto rows = dispatchRows(store, dispatches);
        if (!rows)
            return rows.error();
        QList<LetterDue> letters;
        for (const DispatchRow &row : *rows) {
            if (!mayBeDone(MailAct::Print, row.dispatch))
                continue;
            const auto request = store.document(Kind::Request, row.dispatch.request);
            if (!request)
                return request.error();
            letters.append({row, *request ? fromDocument<Request>(row.dispatch.request, **request) : Request()});
        }
        std::sort(letters.begin(), letters.end(), [](const LetterDue &a, const LetterDue &b) {
            const auto key = [](const LetterDue &l) { return std::pair(l.row.dispatch.queuedAt, l.row.dispatch.chrono); };
            return key(a) < key(b);
        });
        return letters;
    });
}

void MailController::keepPrinted(const QList<PrintedLetter> &letters, const std::function<QString(const QString &)> &nameOf)
{
    if (!mayWork() || letters.isEmpty())
        return;
    QList<Id> files;
    for (qsizetype i = 0; i < letters.size(); ++i)
        files.append(m_ids.next());
    const Instant now = m_clock.now();
    const auto write = [letters, files, nameOf, now, actor = m_actor](DeskStore &store) -> Result<SavedMail> {
        SavedMail saved;
        for (qsizetype i = 0; i < letters.size(); ++i) {
            const PrintedLetter &letter = letters.at(i);
            const auto row = rowOf(store, letter.dispatch);
            if (!row)
                return row.error();
            if (!*row || !mayBeDone(MailAct::Print, (*row)->dispatch)) {
                ++saved.refused;
                continue;
            }
            const Dispatch &d = (*row)->dispatch;
            const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(letter.pdf, QCryptographicHash::Sha256).toHex());
            if (const Status kept = keepBlob(store, sha256, letter.pdf); !kept)
                return kept.error();
            const FileReference file{nameOf(d.chrono), sha256, letter.pdf.size(), u"application/pdf"_s};
            QJsonObject fields = fieldsOf(MailAct::Print, actor.user);
            fields.insert(u"letter"_s, idText(files.at(i)));
            // The file and the state in one: a letter is wholly printed or wholly to print.
            const auto done = submitOne(
                store,
                {{Kind::Attachment, Verb::Create, files.at(i), toDocument(attachmentOf(file, d.request, actor.user, now)), {}, 0},
                 {Kind::Dispatch, Verb::Patch, d.id, fields, {}, (*row)->seq}},
                actor);
            if (!done)
                return done.error();
            if (*done)
                addTo(saved, **row, **done);
            else
                ++saved.refused;
        }
        return saved;
    };
    whenReady(m_store.write(write), this, [this](const Result<SavedMail> &done) {
        if (!done) // some may have been kept before: their rows say so
            m_list.reload();
        take(MailAct::Print, done);
    });
}

QFuture<Result<QList<DispatchRow>>> MailController::page(const DispatchQuery &query, const std::optional<DispatchRow> &last,
                                                         int limit)
{
    return m_store.read(
        [query, last, limit](DeskStore &store) { return dispatches(store, query, last ? &*last : nullptr, limit); });
}

} // namespace parvis
