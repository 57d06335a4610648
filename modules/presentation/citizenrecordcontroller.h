#pragma once

#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/citizenquery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! One citizen's record with the requests and the history, and its corrections. What is typed is kept as a draft within a second
//! and is still there when the record is opened again. GUI thread.
class CitizenRecordController final : public QObject
{
    Q_OBJECT
public:
    CitizenRecordController(StoreGate &store, StoreEvents &events, QObject *parent = nullptr);

    void setActor(const Actor &actor) { m_actor = actor; }
    void open(const Id &citizen); //!< null: none
    const Id &id() const { return m_id; }

    const std::optional<CitizenRecord> &record() const { return m_record; } //!< as it stands; nothing while loading or if gone
    const Citizen &edited() const { return m_edited; }                      //!< with what the agent typed
    bool isDirty() const { return m_record && m_edited != m_record->citizen; }
    bool isSavable() const; //!< a citizen needs a name
    void edit(const Citizen &citizen);

    void save();   //!< saved() or failed() follows
    void revert(); //!< to the record; recordChanged() follows
    void undo(const QList<qint64> &mutations);
    void flush(); //!< the draft now instead of within the second

Q_SIGNALS:
    void recordChanged(); //!< record() or edited()
    void dirtyChanged();
    void saved(const QList<qint64> &mutations);
    void failed(const parvis::Error &error);

private:
    struct Loaded
    {
        std::optional<CitizenRecord> record;
        std::optional<Draft> draft;
    };
    void load();
    void showLoaded(const Loaded &loaded);
    QString draftKey() const;
    void keep();

    StoreGate &m_store;
    StoreEvents &m_events;
    Actor m_actor;
    Id m_id;
    std::optional<CitizenRecord> m_record;
    Citizen m_edited;
    QTimer m_keepTimer;
    Latest<Loaded> m_loading;
};

} // namespace parvis
