#pragma once

#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"
#include "sync/engine.h"
#include "sync/exchangelog.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QTimer>

namespace parvis {

//! A piece of work that is on its way, or that asks for a decision.
struct SyncItem
{
    OutboxEntry entry;                //!< n is 0 for a proposal of another desk
    std::optional<Proposal> proposal; //!< where the hub made one that this desk sees
    Id request;                       //!< what it belongs to; null: no request
    QString number, subject;          //!< of the request

    bool isOwn() const { return entry.mutation.n > 0; }
    QJsonObject wanted() const { return proposal ? proposal->wanted : entry.mutation.set; }
    Kind kind() const;
    Refusal refusal() const;
    bool operator==(const SyncItem &other) const;
};

//! A list of them. GUI thread.
class SyncItemModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using Wording = std::function<QString(const SyncItem &item)>;
    using QAbstractListModel::QAbstractListModel;

    void setWording(Wording wording) { m_wording = std::move(wording); }
    void setItems(const QList<SyncItem> &items);
    const SyncItem &item(int row) const { return m_items.at(row); }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_items.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<SyncItem> m_items;
    Wording m_wording;
};

//! What the Sync workspace shows and does: the engine's state, work on its way, work that asks for a decision. GUI thread.
class SyncController final : public QObject
{
    Q_OBJECT
public:
    SyncController(StoreGate &store, StoreEvents &events, SyncEngine &engine, const ExchangeLog &log, QObject *parent = nullptr);

    void setActor(const Actor &actor);
    void load(); //!< changed() follows

    const SyncState &state() const { return m_engine.state(); }
    const QList<Exchange> &exchanges() const { return m_log.exchanges(); } //!< oldest first
    SyncItemModel &toSettle() { return m_toSettle; }
    SyncItemModel &toSend() { return m_toSend; }
    int toSendCount() const { return state().outbox.queued; } //!< also those beyond the list

    void retry();
    void pauseFirstSync() { m_engine.pauseFirstSync(); }
    void resumeFirstSync() { m_engine.resumeFirstSync(); }
    void take(const SyncItem &item);
    void dismiss(const SyncItem &item);

    //! For experts: state, counts and the last exchanges, without personal data.
    QString report() const;

Q_SIGNALS:
    void stateChanged();
    void changed(); //!< toSettle() or toSend()
    void settled();
    void failed(const parvis::Error &error);

private:
    struct Items
    {
        QList<SyncItem> toSettle, toSend;
    };
    static Result<Items> read(DeskStore &store, const Actor &actor);
    void settleItem(const SyncItem &item, bool takes);

    StoreGate &m_store;
    StoreEvents &m_events;
    SyncEngine &m_engine;
    const ExchangeLog &m_log;
    Actor m_actor;
    SyncItemModel m_toSettle, m_toSend;
    OutboxCounts m_counts;
    QTimer m_pause;
    Latest<Items> m_loading;
};

} // namespace parvis
