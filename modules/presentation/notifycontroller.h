#pragma once

#include "domain/notifying.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

namespace parvis {

//! How the agent at this desk wants to be told of what concerns them: kept at each change, in their own record, so that the hub
//! and their other desks know it. GUI thread.
class NotifyController final : public QObject
{
    Q_OBJECT
public:
    NotifyController(StoreGate &store, StoreEvents &events, const ReferenceData &town, QObject *parent = nullptr);

    void setActor(const Actor &actor);
    bool isKnown() const { return m_isKnown; } //!< false until the agent's record has come
    const NotifyPreferences &preferences() const { return m_preferences; }
    const QString &email() const { return m_email; }

    void choose(const NotifyPreferences &preferences); //!< saved() or failed() follows, unless it is as it was
    void setEmail(const QString &email);               //!< an address, or empty; anything else is InvalidInput
    void undo(const QList<qint64> &mutations);

    //! May the system's own messages be used at \a now?
    bool mayInterrupt(Instant now) const;

Q_SIGNALS:
    void changed();
    void saved(const QList<qint64> &mutations);
    void failed(const parvis::Error &error);

private:
    void read();
    void save(const QJsonObject &set);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    Actor m_actor;
    bool m_isKnown = false;
    NotifyPreferences m_preferences;
    QString m_email;
    QJsonObject m_notify; //!< with what a newer program wrote
    int m_writing = 0;    //!< what is read meanwhile may be older than what was chosen
};

} // namespace parvis
