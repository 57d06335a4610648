#pragma once

#include "presentation/mapexport.h"
#include "ui_common/navigator.h"
#include "ui_common/townmap.h"
#include "ui_common/workspace.h"
#include "ui_map/mappage.h"

#include <array>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QTabBar;
class QToolButton;

namespace parvis {

class FilterField;
class InlineError;
class MapDrawer;
class MapErrand;
class MapLegend;
class TimeBar;
struct MapPaper;

//! Map: three views of the requests over the town, cut by district, with hot spots and time; beside it the same as tables. Other
//! workspaces have places picked on it and show rounds.
class MapWorkspace final : public Workspace, public TownMap
{
    Q_OBJECT
public:
    MapWorkspace(MapController &map, StoreGate &store, const ReferenceData &town, const Clock &clock, const MapGround &ground,
                 Navigator &navigator, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("map"); }
    QString title() const override { return tr("Map"); }
    QString iconName() const override { return QStringLiteral("map"); }
    void activate(const Opening &opening) override;
    void prepare(); //!< loads the engine and reads the requests before somebody looks; activate() shows them at once
    bool isReady() const override { return m_map.isLoaded(); }
    QWidget *firstFocus() override;
    bool stepBack() override;

    void pickPlace(const PlaceQuestion &question, QObject *context, std::function<void(const Place &)> taken) override;
    void showRound(const MapRound &round) override;

    void setFilter(const QString &line); //!< as if the agent had typed it
    void setAllTime();
    MapPage &page() { return *m_page; }
    MapDrawer &drawer() { return *m_drawer; }

Q_SIGNALS:
    void filterChanged(const QString &line);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void makeActions();
    void makeDisplayActions();
    void makeExportActions();
    void layOut();
    QWidget *makeSide();
    void connectAll();
    void connectPage();
    void connectErrand();
    void look();
    void renew();
    void showSight();
    void showFigures();
    void choose(const Id &request, bool fromMap);
    void setSubject(int tab);
    void setPeriod();
    void exportPicture(bool isPdf);
    void exportRows(bool isCsv);
    void exportPublic();
    MapPaper paper();
    void tellWritten(const Status &written, const QString &path);
    QAction *action(const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                    const QString &why = {});

    MapController &m_map;
    StoreGate &m_store;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;
    QTabBar *m_tabs;
    FilterField *m_filter;
    InlineError *m_error;
    QLabel *m_figures;
    MapPage *m_page;
    MapLegend *m_legend;
    MapDrawer *m_drawer;
    MapErrand *m_errand;
    QList<QWidget *> m_ownParts; //!< what an errand leaves out
    QList<QAction *> m_setAside; //!< by an errand
    TimeBar *m_time;
    QComboBox *m_period, *m_measure;
    QToolButton *m_noDistrict, *m_noLasso;
    QMenu *m_exports;
    std::array<QAction *, 3> m_displays{};
    QAction *m_hot = nullptr, *m_incidents = nullptr, *m_lasso = nullptr, *m_play = nullptr, *m_noDistrictAction = nullptr,
            *m_noLassoAction = nullptr;
    QTimer m_filterPause, m_sightPause;
    bool m_isHere = false; //!< the table shows one place, until the map moves
};

} // namespace parvis
