#pragma once

#include "presentation/requestdetailcontroller.h"
#include "presentation/requestlistcounts.h"
#include "presentation/requestlistmodel.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

#include <QtCore/QTimer>

class QStackedWidget;
class QTabBar;

namespace parvis {

class DetailView;
class EmptyState;
class FilterField;
class InlineError;
class RequestListView;

//! Requests: saved views, filter line, list, and the request in sight.
class RequestsWorkspace final : public Workspace
{
    Q_OBJECT
public:
    RequestsWorkspace(RequestListModel &list, RequestListCounts &counts, RequestDetailController &detail,
                      const ReferenceData &town, const Clock &clock, Navigator &navigator, QWidget *parent = nullptr);

    //! Who looks: decides "mine" and "my service". Also tells the controller.
    void setActor(const Actor &actor);

    QString id() const override { return QStringLiteral("requests"); }
    QString title() const override { return tr("Requests"); }
    QString iconName() const override { return QStringLiteral("list-checks"); }
    void activate(const Opening &opening) override;
    bool isReady() const override; //!< rows are there, or it is said that there are none
    QWidget *firstFocus() override;
    bool stepBack() override;

private:
    QWidget *makeListColumn();
    void makeActions();
    void connectAll();
    void showView(int tab);
    void query();
    void countViews();
    void showCounts();
    void showRows();
    void renewDay();
    void tellSaved(const SavedAct &act);
    RequestView view() const;

    RequestListModel &m_model;
    RequestListCounts &m_counts;
    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;
    Actor m_actor;

    QTabBar *m_tabs = nullptr;
    FilterField *m_filter = nullptr;
    InlineError *m_error = nullptr;
    QStackedWidget *m_listPages = nullptr;
    RequestListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    DetailView *m_detail = nullptr;
    QTimer m_filterPause, m_minute;
    QDate m_today;
    bool m_takesFirst = false; //!< the next rows are another view: its first request comes in sight
    bool m_wasShown = false;
};

} // namespace parvis
