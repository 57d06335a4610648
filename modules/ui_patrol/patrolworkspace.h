#pragma once

#include "presentation/patrolcontroller.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

#include <array>

class QLabel;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace parvis {

class ActionButton;
class Camera;
class EmptyState;
class FlowLayout;
class InlineError;
class MissionHeader;
class MissionList;
class PositionSource;
class ReportForm;
class SurveyForm;
class TownMap;

//! Patrol: the missions of the agent's services as a round, the one in sight with its report, own reports in three touches. Made
//! for a tablet: whatever a finger meets is 48 pixels high. By keys alone, too.
class PatrolWorkspace final : public Workspace
{
    Q_OBJECT
public:
    PatrolWorkspace(PatrolController &controller, const ReferenceData &town, PositionSource &position, Camera &camera,
                    Navigator &navigator, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("patrol"); }
    QString title() const override { return tr("Patrol"); }
    QString iconName() const override { return QStringLiteral("footprints"); }
    void activate(const Opening &opening) override;
    bool isReady() const override { return m_controller.isLoaded(); }
    QWidget *firstFocus() override;
    bool stepBack() override;

    void setActor(const Actor &actor);
    ReportForm &form() { return *m_form; }
    void setMap(TownMap &map); //!< shows the round, and places can be picked on it from now on

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    enum Page { Nothing, Report, Survey };
    void makeActions();
    void makeListActions();
    void makeReportActions();
    QWidget *makeListColumn();
    QWidget *makeReportPage();
    void connectAll();

    void showList();
    void showMission();
    void showActions();
    void beginOwn();
    void takePlace();
    void lookForCamera();
    void locate(bool isAsked); //!< \a isAsked: by the agent, who is told if it fails
    void cancelMission(const QString &reason);
    void send();
    void tellSaved(const SavedPatrol &act);
    void tellFailed(PatrolAct act, const Error &error);
    void pickPlace(TownMap &map);
    void showRound(TownMap &map);
    void printRound();
    void savePdf();
    QString paper() const;
    QString sentence(const SavedPatrol &act) const;

    PatrolController &m_controller;
    const ReferenceData &m_town;
    PositionSource &m_position;
    Camera &m_camera;
    Navigator &m_navigator;
    QAction *m_new = nullptr, *m_survey = nullptr, *m_take = nullptr, *m_giveBack = nullptr, *m_cancel = nullptr;
    QAction *m_send = nullptr, *m_locate = nullptr, *m_order = nullptr, *m_open = nullptr, *m_print = nullptr, *m_pdf = nullptr,
            *m_map = nullptr, *m_pickPlace = nullptr;
    QTabBar *m_tabs = nullptr;
    FlowLayout *m_listButtons = nullptr;
    MissionList *m_list = nullptr;
    EmptyState *m_empty = nullptr, *m_noMission = nullptr;
    QStackedWidget *m_listPages = nullptr, *m_pages = nullptr;
    InlineError *m_listError = nullptr, *m_error = nullptr;
    QLabel *m_goesTo = nullptr;
    MissionHeader *m_header = nullptr;
    ActionButton *m_surveyButton = nullptr, *m_sendButton = nullptr;
    QScrollArea *m_scroll = nullptr;
    ReportForm *m_form = nullptr;
    SurveyForm *m_surveyForm = nullptr;
    Id m_shown;
    bool m_wasOwn = false;
    bool m_wantsPlace = false;
};

} // namespace parvis
