#pragma once

#include "presentation/bulkcontroller.h"
#include "presentation/incidentscontroller.h"
#include "presentation/queuecontroller.h"
#include "presentation/replycontroller.h"
#include "presentation/requestdetailcontroller.h"
#include "presentation/requestlistcounts.h"
#include "presentation/requestlistmodel.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

#include <QtCore/QTimer>

class QAction;
class QHBoxLayout;
class QStackedWidget;
class QTabBar;

namespace parvis {

class BulkPane;
class CaseArea;
class DetailView;
class FilterField;
class IncidentBand;
class IncidentReview;
class InlineError;
class MissionBar;
class ReplyPane;
class TownMap;

//! What stands behind the Requests workspace; all of it outlives the workspace.
struct RequestsParts
{
    RequestListModel &list;
    RequestListCounts &counts;
    RequestDetailController &detail;
    QueueController &queue;
    BulkController &bulk;
    ReplyController &reply;
    IncidentsController &incidents;
};

//! Requests: saved views as a list, a board or a plan of the day, filter line, and beside it the request in sight or what can be
//! done to several.
class RequestsWorkspace final : public Workspace
{
    Q_OBJECT
public:
    RequestsWorkspace(const RequestsParts &parts, const ReferenceData &town, const Clock &clock, Navigator &navigator,
                      QWidget *parent = nullptr);

    //! Who looks: decides "mine" and "my service". Also tells the controller.
    void setMissionBar(MissionBar *bar); //!< sends patrollers; the workspace owns it
    void setActor(const Actor &actor);
    void setMap(TownMap &map); //!< the place of a request can be picked on it from now on

    QString id() const override { return QStringLiteral("requests"); }
    QString title() const override { return tr("Requests"); }
    QString iconName() const override { return QStringLiteral("list-checks"); }
    void activate(const Opening &opening) override;
    bool isReady() const override; //!< rows are there, or it is said that there are none
    QWidget *firstFocus() override;
    bool stepBack() override;

    void setFilter(const QString &line); //!< as if the agent had typed it

Q_SIGNALS:
    void filterChanged(const QString &line);

private:
    QWidget *makeListColumn();
    void makeActions();
    void makeLayoutActions();
    void connectAll();
    void connectWork();
    void connectReply();
    void writeReply(const QList<Id> &requests);
    void writeOn(const Id &reply); //!< one that came back
    void leaveReply();
    void showView(int tab);
    void query();
    void countViews();
    void showCounts();
    void showRows();
    void showGroup();
    void endReview();
    void arrange(bool isBoard, bool isPlan);
    void lookAtQueue();
    void follow(const Id &request);
    void showSide();
    bool mayArrange() const;
    void renewDay();
    void tellSaved(const SavedAct &act);
    RequestView view() const;

    RequestListModel &m_model;
    RequestListCounts &m_counts;
    RequestDetailController &m_controller;
    QueueController &m_queue;
    BulkController &m_bulk;
    ReplyController &m_reply;
    IncidentsController &m_incidents;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;
    Actor m_actor;

    QTabBar *m_tabs = nullptr;
    FilterField *m_filter = nullptr;
    IncidentReview *m_review = nullptr;
    IncidentBand *m_incident = nullptr;
    InlineError *m_error = nullptr;
    CaseArea *m_area = nullptr;
    QHBoxLayout *m_layouts = nullptr;
    QStackedWidget *m_side = nullptr;
    DetailView *m_detail = nullptr;
    BulkPane *m_several = nullptr;
    ReplyPane *m_writing = nullptr;
    QStackedWidget *m_pages = nullptr; // the requests, or the reply that is being written
    QAction *m_boardAction = nullptr, *m_planAction = nullptr;
    Id m_agent;                 //!< whose board a head looks at; null: everybody's
    bool m_isCaseOpen = false;  //!< beside the board
    Id m_sought;                //!< to be current once the board or plan has been read
    bool m_isArranging = false; //!< it is still being read
    QTimer m_filterPause, m_minute;
    QDate m_today;
    bool m_takesFirst = false; //!< the next rows are another view: its first request comes in sight
    bool m_marksAll = false;   //!< the next rows are those of a possible incident
    bool m_wasShown = false;
};

} // namespace parvis
