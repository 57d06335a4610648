#pragma once

#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/noticequery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! What concerns the agent, of the last days, as the policies of the services want it told: at once, the next morning, or, of a
//! service that looks by itself, only when a case has lain untouched for longer than that. GUI thread.
class NoticesController final : public QObject
{
    Q_OBJECT
public:
    NoticesController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                      QObject *parent = nullptr);

    void setUser(const Id &user);
    const QList<Notice> &notices() const { return m_notices; } //!< newest first
    bool isLoaded() const { return m_isLoaded; }
    int unread() const;
    bool isUnread(const Notice &notice) const { return notice.at.ms > m_seen.ms; }
    void markSeen(); //!< all that there is now; kept in the store

Q_SIGNALS:
    void changed();
    void arrived(const parvis::Notice &notice); //!< one that was not there before, after the first look
    void failed(const parvis::Error &error);

private:
    struct Loaded
    {
        QList<Notice> notices;
        Instant seen;
    };
    QString seenKey() const { return QStringLiteral("notices.seen.") + idText(m_user); }
    void load();
    bool isTold(const Notice &notice) const;

    StoreGate &m_store;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Id m_user;
    QList<Notice> m_notices;
    Instant m_seen;
    bool m_isLoaded = false;
    QTimer m_pause;
    Latest<Loaded> m_loading;
};

} // namespace parvis
