#pragma once

#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/requestquery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! How many requests each saved view holds. Counting goes through an index, not through a page, so it is done at most every
//! two seconds while changes stream in. GUI thread.
class RequestListCounts final : public QObject
{
    Q_OBJECT
public:
    RequestListCounts(StoreGate &store, StoreEvents &events, QObject *parent = nullptr);

    //! \a query: user, services and today as for the views.
    void count(const RequestQuery &query);
    const ViewCounts &counts() const { return m_counts; }

Q_SIGNALS:
    void changed();

private:
    void ask();

    StoreGate &m_store;
    RequestQuery m_query;
    ViewCounts m_counts;
    QTimer m_pause;
    Latest<ViewCounts> m_counting;
};

//! The number of the counts for a view.
qint64 countOf(const ViewCounts &counts, RequestView view);

} // namespace parvis
