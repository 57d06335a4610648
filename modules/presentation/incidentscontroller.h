#pragma once

#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/incidenthistory.h"
#include "store/storegate.h"

#include <QtCore/QObject>

namespace parvis {

//! The incident in sight with its history; and open reports that may be of one incident and are not gathered yet, for whoever
//! looks through them: one group is in sight, and goes once it is gathered, or passed over for this time. GUI thread.
class IncidentsController final : public QObject
{
    Q_OBJECT
public:
    IncidentsController(StoreGate &store, StoreEvents &events, const Clock &clock, QObject *parent = nullptr);

    //! The incident that the request with this number reports comes in sight and stays up to date; empty: none.
    void showOf(const QString &number);
    const std::optional<IncidentRecord> &record() const { return m_record; } //!< nothing while it is read, or if there is none

    void look(); //!< finds them anew; changed() follows, or failed()
    void stop(); //!< nobody looks any more
    bool isLooking() const { return m_isLooking; }
    bool isLoaded() const { return m_isLoaded; }

    const QList<PossibleIncident> &possible() const { return m_possible; } //!< the one in sight is the first
    void pass();                                                           //!< the next one; the last one ends it
    void gathered(const QList<Id> &requests);                              //!< what became of the one in sight: it goes

Q_SIGNALS:
    void changed();       //!< the possible ones
    void recordChanged(); //!< the one in sight
    void failed(const parvis::Error &error);

private:
    void read();

    const Clock &m_clock;
    StoreGate &m_store;
    QList<PossibleIncident> m_possible;
    bool m_isLooking = false, m_isLoaded = false;
    Latest<QList<PossibleIncident>> m_loading;
    QString m_number; //!< whose incident is in sight
    std::optional<IncidentRecord> m_record;
    Latest<std::optional<IncidentRecord>> m_reading;
};

} // namespace parvis
