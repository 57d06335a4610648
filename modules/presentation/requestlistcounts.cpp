#include "presentation/requestlistcounts.h"

namespace parvis {

RequestListCounts::RequestListCounts(StoreGate &store, StoreEvents &events, QObject *parent)
    : QObject(parent), m_store(store), m_counting(this, [this](const Result<ViewCounts> &counts) {
          if (!counts || counts.value() == m_counts)
              return; // a number less is no reason to disturb the agent: the list itself tells of a broken store
          m_counts = counts.value();
          Q_EMIT changed();
      })
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(2000);
    connect(&m_pause, &QTimer::timeout, this, &RequestListCounts::ask);
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (concerns(touched, Kind::Request) && !m_pause.isActive() && m_query.today.isValid())
            m_pause.start();
    });
}

void RequestListCounts::count(const RequestQuery &query)
{
    m_query = query;
    ask();
}

void RequestListCounts::ask()
{
    m_counting.ask([this, query = m_query] {
        return m_store.read([query](DeskStore &store) { return viewCounts(store, query.user, query.services, query.today); });
    });
}

qint64 countOf(const ViewCounts &counts, RequestView view)
{
    switch (view) {
    case RequestView::All: return counts.all;
    case RequestView::Mine: return counts.mine;
    case RequestView::MyServices: return counts.myServices;
    case RequestView::Late: return counts.late;
    case RequestView::DueToday: return counts.dueToday;
    case RequestView::ToQualify: return counts.toQualify;
    }
    return 0;
}

} // namespace parvis
