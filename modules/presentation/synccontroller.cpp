#include "presentation/synccontroller.h"

#include "presentation/settling.h"
#include "store/timelinequery.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int listed = 200;

//! Number and subject of the request that an item belongs to.
Status describeRequest(DeskStore &store, SyncItem &item)
{
    const Kind kind = item.kind();
    const Id target = item.proposal ? item.proposal->target : item.entry.mutation.target;
    if (kind == Kind::Request) {
        item.request = target;
    } else {
        const auto document = store.document(kind, target);
        if (!document)
            return document.error();
        item.request = parentOf(kind, document->value_or(item.wanted()));
    }
    if (item.request.isNull())
        return success();
    const auto request = store.document(Kind::Request, item.request);
    if (!request)
        return request.error();
    if (*request) {
        item.number = (**request)["number"_L1].toString();
        item.subject = (**request)["subject"_L1].toString();
    }
    return success();
}

} // namespace

Kind SyncItem::kind() const
{
    return proposal ? fromToken<Kind>(proposal->targetKind).value_or(Kind::Request) : entry.mutation.kind;
}

Refusal SyncItem::refusal() const
{
    return proposal ? fromToken<Refusal>(proposal->reason).value_or(entry.refusal) : entry.refusal;
}

bool SyncItem::operator==(const SyncItem &other) const
{
    return entry.mutation == other.entry.mutation && entry.outcome == other.entry.outcome &&
           entry.refusal == other.entry.refusal && proposal == other.proposal && request == other.request &&
           number == other.number && subject == other.subject;
}

void SyncItemModel::setItems(const QList<SyncItem> &items)
{
    if (items == m_items)
        return;
    beginResetModel();
    m_items = items;
    endResetModel();
}

QVariant SyncItemModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const SyncItem &item = m_items.at(index.row());
    return m_wording ? m_wording(item) : item.number;
}

SyncController::SyncController(StoreGate &store, StoreEvents &events, SyncEngine &engine, const ExchangeLog &log, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_engine(engine),
      m_log(log),
      m_loading(this, [this](const Result<Items> &items) {
          if (!items) {
              Q_EMIT failed(items.error());
              return;
          }
          m_toSettle.setItems(items->toSettle);
          m_toSend.setItems(items->toSend);
          Q_EMIT changed();
      })
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300);
    connect(&m_pause, &QTimer::timeout, this, &SyncController::load);
    const auto soon = [this] {
        if (!m_pause.isActive())
            m_pause.start();
    };
    connect(&m_engine, &SyncEngine::stateChanged, this, [this, soon] {
        Q_EMIT stateChanged();
        const OutboxCounts counts = state().outbox;
        const bool isSame = counts == m_counts;
        m_counts = counts;
        if (!isSame)
            soon();
    });
    connect(&m_events, &StoreEvents::touched, this, soon);
}

void SyncController::setActor(const Actor &actor)
{
    m_actor = actor;
    load();
}

void SyncController::load()
{
    m_loading.ask([this] { return m_store.read([actor = m_actor](DeskStore &store) { return read(store, actor); }); });
}

Result<SyncController::Items> SyncController::read(DeskStore &store, const Actor &actor)
{
    auto entries = store.outbox(listed);
    if (!entries)
        return entries.error();
    auto proposals = openProposals(store);
    if (!proposals)
        return proposals.error();
    Items items;
    for (const OutboxEntry &entry : entries.value()) {
        SyncItem item;
        item.entry = entry;
        const auto ours = std::find_if(proposals->begin(), proposals->end(), [&](const Proposal &proposal) {
            return proposal.device == store.device() && proposal.n == entry.mutation.n;
        });
        if (ours != proposals->end())
            item.proposal = *ours;
        (entry.outcome ? items.toSettle : items.toSend).append(item);
    }
    for (const Proposal &proposal : proposals.value()) {
        const bool isListed = std::any_of(items.toSettle.begin(), items.toSettle.end(), [&](const SyncItem &item) {
            return item.proposal && item.proposal->id == proposal.id;
        });
        if (isListed || (proposal.author != actor.user && !actor.may(Permission::ResolveAny)))
            continue;
        SyncItem item;
        item.proposal = proposal;
        items.toSettle.append(item);
    }
    for (QList<SyncItem> *list : {&items.toSettle, &items.toSend}) {
        for (SyncItem &item : *list) {
            if (const Status described = describeRequest(store, item); !described)
                return described.error();
        }
    }
    return items;
}

void SyncController::retry()
{
    if (state().isPaused)
        m_engine.resumeFirstSync();
    m_engine.syncNow();
}

void SyncController::take(const SyncItem &item)
{
    settleItem(item, true);
}

void SyncController::dismiss(const SyncItem &item)
{
    settleItem(item, false);
}

void SyncController::settleItem(const SyncItem &item, bool takes)
{
    const auto write = [item, takes, actor = m_actor](DeskStore &store) {
        return item.proposal ? settle(store, actor, *item.proposal, takes) : settle(store, actor, item.entry.mutation, takes);
    };
    whenReady(m_store.write(write), this, [this, request = item.request](const Result<QList<Mutation>> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        load();
        Q_EMIT settled();
        Touched touched = touchedBy(done.value());
        if (!request.isNull())
            touched.records.append({Kind::Request, request});
        m_events.publish(touched);
    });
}

QString SyncController::report() const
{
    const SyncState &now = state();
    QString text = u"parvis %1\nstate=%2 queued=%3 refused=%4 live=%5 clock-offset-ms=%6\n"_s
                       .arg(QLatin1StringView(PARVIS_VERSION), token(now.phase))
                       .arg(now.outbox.queued)
                       .arg(now.outbox.refused)
                       .arg(now.isLive)
                       .arg(m_engine.clockOffsetMs());
    if (now.reason)
        text += u"reason=%1%2\n"_s.arg(now.isLocal ? u"local "_s : QString(), codeWord(now.reason->code));
    for (int row = 0; row < m_toSettle.rowCount(); ++row) {
        const SyncItem &item = m_toSettle.item(row);
        text += u"refused n=%1 kind=%2 reason=%3\n"_s.arg(item.entry.mutation.n).arg(token(item.kind()), token(item.refusal()));
    }
    return text + m_log.report();
}

} // namespace parvis
