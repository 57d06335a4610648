#pragma once

#include "tiles/tilesource.h"
#include "ui_common/townmap.h"
#include "ui_map/mapfeatures.h"
#include "ui_map/mapview.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <memory>

class QStackedWidget;

namespace parvis {

class EmptyState;

//! What lies under the requests.
struct MapGround
{
    enum class Kind {
        Plain,
        Drawn, //!< the invented town of the demo
        Tiles  //!< of an archive or a server
    };
    Kind kind = Kind::Plain;
    QString river;                     //!< of the drawn town
    std::shared_ptr<TileSource> tiles; //!< of Tiles

    bool operator==(const MapGround &) const = default;
};

//! Why there is no map.
enum class MapTrouble {
    NotInstalled,
    NoSandbox, //!< the engine would end the program: it runs as root, or the kernel gives it no sandbox
    NoGraphics,
    Gone //!< the page's process died
};

//! The map itself: keeps the page in step with the controller, and tells what the agent does in it. The engine is loaded by
//! start().
class MapPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Display { Points, Districts, Heat };

    MapPage(MapController &map, const ReferenceData &town, const MapGround &ground, QWidget *parent = nullptr);
    ~MapPage() override;

    void setGround(const MapGround &ground); //!< at once
    const MapGround &ground() const { return m_ground; }

    void start(); //!< at the first look; again after Gone
    //! Loads the engine and the page out of sight, so that start() shows them at once. It takes memory that only those who look
    //! at the map should pay for.
    void prepare();
    bool isStarted() const { return m_view != nullptr; }
    bool isWorking() const { return isPlaced() && m_isThemed; }
    bool isPrepared() const { return m_view && m_isThemed; }
    QWidget *pageWidget() const; //!< null before start(), or in trouble

    void setDisplay(Display display);
    void setMeasure(DistrictMeasure measure);
    void setShowsHotSpots(bool shows);
    void setShowsIncidents(bool shows);
    void setLasso(bool isOn);
    Display display() const { return m_display; }
    DistrictMeasure measure() const { return m_measure; }
    bool showsHotSpots() const { return m_showsHotSpots; }
    bool isLassoOn() const { return m_isLassoOn; }

    void select(const Id &request, const QString &title,
                const QStringList &lines); //!< null: nothing; moved into sight if need be
    void fit();
    void show(const Position &southWest, const Position &northEast);
    void centerOn(const Position &middle, double zoom);
    void zoom(int steps);
    void pan(int right, int down); //!< pixels
    //! A cross marks the middle; a click, or askPlace(), and placeChosen() follows.
    void setPicking(bool isOn);
    void askPlace();
    void setRound(const QList<MapStop> &stops, const std::optional<Stop> &from, const Id &current); //!< instead of the requests
    void measureFrames(int milliseconds);                                                           //!< measured() follows

    Position middle() const;
    double zoomLevel() const { return m_zoom; }
    const WorldBox &viewBox() const { return m_sight; } //!< what is in sight; the town before the page is there
    QList<DistrictClass> classes() const { return districtClasses(m_map, m_shapes, m_measure, palette()); }
    const DistrictShapes &shapes() const { return m_shapes; }

Q_SIGNALS:
    void works();     //!< the page is there
    void sighted();   //!< viewBox() is another, while it moves, too
    void viewMoved(); //!< and came to rest
    void requestPicked(const parvis::Id &request);
    void placePicked(const parvis::WorldBox &box); //!< several at one place, which no zoom parts
    void districtPicked(const parvis::Id &district);
    void incidentPicked(int index); //!< of MapController::incidents()
    void nothingPicked();
    void stopPicked(int index); //!< of the round
    void placeChosen(const parvis::Position &place);
    void lassoDrawn(const QList<parvis::Position> &ring);
    void troubled(parvis::MapTrouble trouble);
    void tilesLate(); //!< their server does not answer, or says no
    void tilesCame();
    void measured(const QList<double> &frames); //!< milliseconds
    void drawn(int generation);                 //!< what was last sent is on the screen

protected:
    void changeEvent(QEvent *event) override;

private:
    bool isPlaced() const; //!< the page is in the window. Before, the window is drawn without the engine, which is faster
    void hear(const QString &message, const QJsonObject &body);
    void take(const QString &message, const QJsonObject &body);
    void moved(const QJsonObject &body);
    void picked(const QJsonObject &body);
    void trouble(MapTrouble trouble);
    void sendTheme();
    void sendSymbols();
    QJsonObject symbols();
    QList<std::pair<Id, int>> looksOf() const;
    void sendGround();
    void giveTile(int zoom, int column, int row, const MapViewSetup::TileAnswer &answer);
    void sendAll();
    void sendPoints(bool isForced);
    void sendHeat();
    void drawTown();
    void say(MapTrouble trouble);

    MapController &m_map;
    const ReferenceData &m_town;
    MapGround m_ground;
    QStackedWidget *m_pages;
    EmptyState *m_message;
    std::unique_ptr<MapView> m_view;
    Display m_display = Display::Points;
    DistrictMeasure m_measure = DistrictMeasure::Count;
    bool m_showsHotSpots = false, m_showsIncidents = false, m_isLassoOn = false, m_isThemed = false, m_hasFitted = false;
    bool m_isTownDrawn = false, m_isPicking = false;
    QList<MapStop> m_round;
    DistrictShapes m_shapes;
    QByteArray m_drawnTown, m_drawnBuildings; //!< GeoJSON
    WorldBox m_sight, m_sentBox;
    double m_zoom = 12, m_sentZoom = -1;
    QList<MapCluster> m_clusters, m_clustersBefore; //!< sent last, and before
    QList<std::pair<Id, int>> m_sentLooks;
    Id m_selected;
    int m_generation = 0;
    int m_groundGeneration = 0; //!< so that no tile of another ground is taken for one of this
    QTimer m_themePause;
};

} // namespace parvis
