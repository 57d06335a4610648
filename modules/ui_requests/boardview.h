#pragma once

#include "presentation/bulkcontroller.h"
#include "ui_requests/caseview.h"

class QLabel;
class QTreeWidget;

namespace parvis {

class ElidedLabel;

//! The board: four lanes from what nobody has to what waits. Arrows go about, Ctrl and an arrow carries the marked cases to the
//! lane beside; so does the mouse. A head sees beside it how much each agent has, and one agent's board alone.
class BoardView final : public QWidget
{
    Q_OBJECT
public:
    BoardView(QueueController &queue, BulkController &bulk, const ReferenceData &town, QWidget *parent = nullptr);

    void setOfService(bool isOfService); //!< a head's: with the loads
    void setNarrow(bool isNarrow);       //!< only the lane that is worked in: the case stands beside it
    Id current() const;
    QList<Id> marked() const;
    void select(const Id &request);
    void step(int cases) { view().step(cases); }
    void toggleMark() { view().toggleMark(); }
    void clearMarks();
    void carry(int lanes); //!< the marked cases to a lane beside

Q_SIGNALS:
    void chosen(const parvis::Id &request);
    void opened();
    void marksChanged();
    void agentChosen(const parvis::Id &agent); //!< whose board; null: everybody's
    void assignWanted();                       //!< a head carried cases to somebody: whom?
    void waitWanted();                         //!< cases are to wait: for what?

private:
    CaseView &view() const { return *m_views[m_lane]; }
    void show();
    void showLoads();
    void enter(std::size_t lane);
    void carryTo(Lane lane, const QList<Id> &requests);

    QueueController &m_queue;
    BulkController &m_bulk;
    const ReferenceData &m_town;
    std::array<QWidget *, laneCount> m_columns{};
    std::array<ElidedLabel *, laneCount> m_titles{};
    std::array<QLabel *, laneCount> m_hints{};
    std::array<CaseListModel *, laneCount> m_models{};
    std::array<CaseView *, laneCount> m_views{};
    QWidget *m_loadsColumn;
    QTreeWidget *m_loads;
    std::size_t m_lane = std::size_t(Lane::ToDo);
    bool m_isOfService = false, m_isNarrow = false;
};

} // namespace parvis
