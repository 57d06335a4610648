#include "ui_map/mappage.h"

#include "base/async.h"
#include "base/log.h"
#include "geo/demobase.h"
#include "ui_common/widgets.h"
#include "ui_map/mapplugin.h"
#include "ui_map/mapsymbols.h"

#include <QtCore/QEvent>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {
constexpr int symbolSide = 20;
constexpr quint32 drawingSeed = 1;
constexpr int tilePatience = 6; // seconds

Position positionOf(const QJsonArray &pair)
{
    return {pair.at(1).toDouble(), pair.at(0).toDouble()};
}

WorldBox boxOf(const QJsonObject &body)
{
    return {worldPoint({body.value("north"_L1).toDouble(), body.value("west"_L1).toDouble()}),
            worldPoint({body.value("south"_L1).toDouble(), body.value("east"_L1).toDouble()})};
}

QJsonArray boundsOf(const WorldBox &box)
{
    const Position a = position(box.northWest), b = position(box.southEast);
    return {QJsonArray{a.longitude, b.latitude}, QJsonArray{b.longitude, a.latitude}};
}

bool isWithin(const WorldBox &inner, const WorldBox &outer)
{
    return outer.contains(inner.northWest) && outer.contains(inner.southEast);
}

} // namespace

MapPage::MapPage(MapController &map, const ReferenceData &town, const MapGround &ground, QWidget *parent)
    : QWidget(parent),
      m_map(map),
      m_town(town),
      m_ground(ground),
      m_pages(new QStackedWidget(this)),
      m_message(new EmptyState(u"map"_s, tr("The map comes"), {}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    m_pages->addWidget(m_message);
    m_themePause.setSingleShot(true);
    m_themePause.setInterval(0);
    connect(&m_themePause, &QTimer::timeout, this, &MapPage::sendTheme);
    connect(&m_map, &MapController::changed, this, &MapPage::sendAll);
    connect(&m_map, &MapController::hotSpotsFound, this, [this] {
        if (m_view && m_showsHotSpots)
            m_view->send(u"data"_s, {{u"sources"_s, QJsonObject{{u"hot"_s, hotFeatures(m_map.hotSpots())}}}});
    });
    connect(&m_map, &MapController::incidentsFound, this, [this] {
        if (m_view && m_showsIncidents)
            m_view->send(u"data"_s, {{u"sources"_s, QJsonObject{{u"incidents"_s, incidentFeatures(m_map.incidents())}}}});
    });
    connect(&m_town, &ReferenceData::changed, this, [this] {
        m_isTownDrawn = false;
        if (!m_view)
            return;
        sendGround();
        sendAll();
    });
}

//! The page may ask for the ground until it is gone.
MapPage::~MapPage()
{
    m_view.reset();
}

QWidget *MapPage::pageWidget() const
{
    return isPlaced() ? m_view->widget() : nullptr;
}

bool MapPage::isPlaced() const
{
    return m_view && m_pages->indexOf(m_view->widget()) >= 0;
}

void MapPage::start()
{
    prepare();
    if (!m_view || isPlaced())
        return;
    m_pages->addWidget(m_view->widget());
    m_view->widget()->setAccessibleName(tr("Map of the requests"));
    m_view->widget()->setAccessibleDescription(tr("The tables beside it show the same."));
    setFocusProxy(m_view->widget());
    if (!m_isThemed)
        return;
    m_pages->setCurrentWidget(m_view->widget());
    sendAll();
    Q_EMIT works();
}

void MapPage::prepare()
{
    if (m_view)
        return;
    const auto maker = mapViewMaker();
    if (!maker)
        return trouble(maker.error().code == ErrorCode::Forbidden ? MapTrouble::NoSandbox : MapTrouble::NotInstalled);
    MapViewSetup setup;
    setup.language = QLocale().name().section(u'_', 0, 0);
    setup.tile = [this](int zoom, int column, int row, const MapViewSetup::TileAnswer &answer) {
        giveTile(zoom, column, row, answer);
    };
    setup.ground = [this](MapViewSetup::GroundPart part) {
        return part == MapViewSetup::GroundPart::Town ? m_drawnTown : m_drawnBuildings;
    };
    setup.heard = [this](const QString &message, const QJsonObject &body) { hear(message, body); };
    m_view.reset((*maker)->make(setup));
    const WorldBox town =
        m_map.extent().value_or(boxOf({{u"north"_s, 51.1}, {u"south"_s, 41.3}, {u"west"_s, -5.2}, {u"east"_s, 9.6}}));
    m_sight = town;
    const Position middle = position({town.northWest.x / 2 + town.southEast.x / 2, town.northWest.y / 2 + town.southEast.y / 2});
    m_hasFitted = m_map.isLoaded() && m_map.extent();
    m_view->send(u"setup"_s, {{u"center"_s, QJsonArray{middle.longitude, middle.latitude}},
                              {u"bounds"_s, boundsOf(town)},
                              {u"patience"_s, tilePatience},
                              {u"words"_s, QJsonObject{{u"map"_s, tr("Map of the requests")},
                                                       {u"zoomIn"_s, tr("Zoom in")},
                                                       {u"zoomOut"_s, tr("Zoom out")},
                                                       {u"close"_s, tr("Close")}}}});
    sendGround();
    sendTheme();
}

void MapPage::hear(const QString &message, const QJsonObject &body)
{
    // Later: the page must not find itself deleted while it speaks.
    QTimer::singleShot(0, this, [this, message, body] { take(message, body); });
}

void MapPage::take(const QString &message, const QJsonObject &body)
{
    if (!m_view) // it has stopped meanwhile
        return;
    if (message == u"moved")
        return moved(body);
    if (message == u"picked")
        return picked(body);
    if (message == u"themed") {
        const bool isFirst = !std::exchange(m_isThemed, true);
        if (!isPlaced()) // start() shows it
            return;
        m_pages->setCurrentWidget(m_view->widget());
        sendAll();
        if (isFirst)
            Q_EMIT works();
    } else if (message == u"drawn") {
        Q_EMIT drawn(body.value("generation"_L1).toInt());
    } else if (message == u"lasso") {
        setLasso(false);
        QList<Position> ring;
        for (const QJsonValue &pair : body.value("ring"_L1).toArray())
            ring.append(positionOf(pair.toArray()));
        Q_EMIT lassoDrawn(ring);
    } else if (message == u"place") {
        if (m_isPicking)
            Q_EMIT placeChosen({body.value("lat"_L1).toDouble(), body.value("lon"_L1).toDouble()});
    } else if (message == u"nowebgl") {
        trouble(MapTrouble::NoGraphics);
    } else if (message == u"gone") {
        trouble(MapTrouble::Gone);
    } else if (message == u"measured") {
        QList<double> frames;
        for (const QJsonValue &frame : body.value("frames"_L1).toArray())
            frames.append(frame.toDouble());
        Q_EMIT measured(frames);
    } else if (message == u"failed") {
        qCWarning(logUi).noquote() << body.value("why"_L1).toString();
        if (!m_isThemed) // nothing is there, and nothing more will come
            trouble(MapTrouble::Gone);
    } else if (message == u"tileslate") {
        Q_EMIT tilesLate();
    } else if (message == u"tilescame") {
        Q_EMIT tilesCame();
    }
}

void MapPage::moved(const QJsonObject &body)
{
    m_sight = boxOf(body);
    m_zoom = body.value("zoom"_L1).toDouble();
    sendPoints(false);
    Q_EMIT sighted();
    if (body.value("isEnd"_L1).toBool()) {
        if (m_display == Display::Heat)
            sendHeat();
        Q_EMIT viewMoved();
    }
}

void MapPage::picked(const QJsonObject &body)
{
    const QString what = body.value("what"_L1).toString();
    const qsizetype index = body.value("index"_L1).toInt(-1);
    if (what == u"district")
        return Q_EMIT districtPicked(idFromText(body.value("id"_L1).toString()).value_or(Id()));
    if (what == u"stop")
        return Q_EMIT stopPicked(int(index));
    if (!m_round.isEmpty())
        return;
    if (what == u"incident")
        return Q_EMIT incidentPicked(int(index));
    if (what != u"point" && what != u"cluster")
        return Q_EMIT nothingPicked();
    // The page may still show what was sent before.
    const int behind = m_generation - body.value("generation"_L1).toInt();
    const QList<MapCluster> clusters = behind == 0 ? m_clusters : behind == 1 ? m_clustersBefore : QList<MapCluster>();
    if (index < 0 || index >= clusters.size())
        return;
    const MapCluster &cluster = clusters.at(index);
    if (cluster.count == 1)
        return Q_EMIT requestPicked(m_map.all().requests.at(cluster.first).id);
    constexpr double closest = 17.5;
    constexpr quint32 onePlace = 200; // two metres
    const bool isOnePlace = cluster.box.southEast.x - cluster.box.northWest.x < onePlace &&
                            cluster.box.southEast.y - cluster.box.northWest.y < onePlace;
    if (isOnePlace || m_zoom >= closest)
        return Q_EMIT placePicked(cluster.box);
    m_view->send(u"go"_s, {{u"bounds"_s, boundsOf(cluster.box)}, {u"padding"_s, 90}, {u"maxZoom"_s, std::max(m_zoom + 1, 18.0)}});
}

void MapPage::trouble(MapTrouble trouble)
{
    if (m_view) {
        if (isPlaced())
            m_pages->removeWidget(m_view->widget());
        setFocusProxy(nullptr);
        m_view.reset();
    }
    m_isThemed = false;
    m_sentZoom = -1;
    say(trouble);
    m_pages->setCurrentWidget(m_message);
    Q_EMIT troubled(trouble);
}

void MapPage::say(MapTrouble trouble)
{
    switch (trouble) {
    case MapTrouble::NotInstalled:
        return m_message->setTexts(
            tr("The map is not installed on this machine"),
            tr("The tables beside it show the same. Whoever looks after this machine can install Qt WebEngine 6."));
    case MapTrouble::NoSandbox:
        return m_message->setTexts(tr("This machine does not let the map be shown safely"),
                                   tr("The tables beside it show the same. Start Parvis without administrator's rights, and with "
                                      "user namespaces allowed."));
    case MapTrouble::NoGraphics:
        return m_message->setTexts(tr("This machine can't draw the map"),
                                   tr("It gives no WebGL: whoever looks after it can install a graphics driver or Mesa. "
                                      "Meanwhile the tables beside show the same."));
    case MapTrouble::Gone: return m_message->setTexts(tr("The map has stopped"), tr("Nothing is lost. F5 starts it again."));
    }
}

void MapPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view)
        m_themePause.start();
}

//! What the symbols stand for.
QList<std::pair<Id, int>> MapPage::looksOf() const
{
    QList<std::pair<Id, int>> looks;
    for (const MapKind &kind : m_map.kinds())
        looks.append({kind.id, kind.state ? int(*kind.state) : -1});
    return looks;
}

//! Drawn for the theme; remembers for what.
QJsonObject MapPage::symbols()
{
    m_sentLooks = looksOf();
    QJsonObject symbols;
    const qreal ratio = 2; // sharp on every screen
    for (qsizetype i = 0; i < m_map.kinds().size(); ++i) {
        const QPixmap symbol = mapSymbol(mapLook(m_map.kinds().at(i), int(i), palette()), symbolSide, palette(), ratio);
        symbols.insert(u"kind-%1"_s.arg(i), pictureUrl(symbol.toImage()));
    }
    return {{u"pictures"_s, symbols}, {u"ratio"_s, ratio}};
}

void MapPage::sendTheme()
{
    m_view->send(u"theme"_s, {{u"colors"_s, pageColors(palette())}, {u"css"_s, pageCss(palette())}, {u"symbols"_s, symbols()}});
}

//! Another subject has others; the rest of the theme stays.
void MapPage::sendSymbols()
{
    m_view->send(u"symbols"_s, symbols());
}

void MapPage::drawTown()
{
    m_isTownDrawn = true;
    QHash<QString, QJsonObject> districtsDrawn;
    if (m_ground.kind == MapGround::Kind::Drawn) {
        QList<DrawnStreet> streets;
        for (const Street &street : m_town.streets()) {
            if (street.latitude && street.longitude)
                streets.append({street.name, {*street.latitude, *street.longitude}, street.lastNumber, street.publicPlace});
        }
        QList<DrawnDistrict> districts;
        for (const District &district : m_town.districts()) {
            if (district.latitude && district.longitude)
                districts.append({idText(district.id), {*district.latitude, *district.longitude}});
        }
        DrawnTown drawn = parvis::drawTown(streets, districts, m_ground.river, drawingSeed);
        m_drawnTown = QJsonDocument(drawn.features).toJson(QJsonDocument::Compact);
        m_drawnBuildings = QJsonDocument(drawn.buildings).toJson(QJsonDocument::Compact);
        districtsDrawn = drawn.districts;
    }
    m_shapes = districtShapes(m_town.districts(), districtsDrawn);
}

void MapPage::sendGround()
{
    if (!m_isTownDrawn)
        drawTown();
    QJsonObject body;
    if (m_ground.kind == MapGround::Kind::Tiles && m_ground.tiles) {
        const TileSet &set = m_ground.tiles->set();
        body.insert(u"tiles"_s, u"ground://%1/{z}/{x}/{y}"_s.arg(m_groundGeneration));
        body.insert(u"isVector"_s, set.isVector);
        body.insert(u"minzoom"_s, set.minZoom);
        body.insert(u"maxzoom"_s, set.maxZoom);
        body.insert(u"layers"_s, QJsonArray::fromStringList(set.layers));
        body.insert(u"attribution"_s, set.attribution.toHtmlEscaped());
    } else if (!m_drawnTown.isEmpty()) {
        body.insert(u"drawn"_s, u"parvis://map/ground/%1"_s.arg(++m_groundGeneration));
    }
    m_view->send(u"base"_s, body);
}

void MapPage::setGround(const MapGround &ground)
{
    if (ground == m_ground)
        return;
    m_ground = ground;
    ++m_groundGeneration;
    m_isTownDrawn = false;
    m_drawnTown = m_drawnBuildings = {};
    if (!m_view)
        return;
    sendGround();
    sendAll();
}

void MapPage::giveTile(int zoom, int column, int row, const MapViewSetup::TileAnswer &answer)
{
    using Fate = MapViewSetup::TileFate;
    if (m_ground.kind != MapGround::Kind::Tiles || !m_ground.tiles)
        return answer(Fate::Missing, {});
    whenReady(m_ground.tiles->tile(zoom, column, row), this, [answer](const Result<QByteArray> &tile) {
        if (tile)
            answer(tile->isEmpty() ? Fate::Missing : Fate::There, *tile);
        else
            answer(tile.error().code == ErrorCode::NotFound ? Fate::Missing : Fate::Failed, {});
    });
}

//! All that depends on what is chosen.
void MapPage::sendAll()
{
    if (!m_view || !m_isThemed)
        return;
    if (!m_hasFitted && m_map.isLoaded() && m_map.extent()) {
        m_hasFitted = true;
        fit();
    }
    if (!m_isTownDrawn)
        drawTown();
    if (m_showsHotSpots)
        m_map.findHotSpots();
    if (looksOf() != m_sentLooks)
        sendSymbols();
    QJsonObject sources{
        {u"districts"_s, districtFeatures(m_map, m_town, m_shapes, m_measure, m_display == Display::Districts, palette())}};
    sources.insert(u"hot"_s, m_showsHotSpots ? hotFeatures(m_map.hotSpots()) : hotFeatures({}));
    sources.insert(u"incidents"_s, incidentFeatures(m_showsIncidents ? m_map.incidents() : QList<MapIncident>()));
    m_view->send(u"data"_s, {{u"sources"_s, sources}});
    sendPoints(true);
    sendHeat();
}

void MapPage::sendPoints(bool isForced)
{
    if (!m_view || !m_isThemed)
        return;
    if (!isForced && std::floor(m_zoom) == std::floor(m_sentZoom) && isWithin(m_sight, m_sentBox))
        return;
    constexpr double margin = 0.4; // so that panning finds points already there
    m_sentBox = m_sight.grown(margin);
    m_sentZoom = m_zoom;
    m_clustersBefore = std::exchange(
        m_clusters, m_display == Display::Points && m_round.isEmpty() ? m_map.clusters(m_sentBox, m_zoom) : QList<MapCluster>());
    m_view->send(u"data"_s,
                 {{u"generation"_s, ++m_generation},
                  {u"sources"_s, QJsonObject{{u"points"_s, clusterFeatures(m_clusters, m_map, m_generation, palette())}}}});
}

void MapPage::sendHeat()
{
    if (!m_view || !m_isThemed)
        return;
    if (m_display != Display::Heat)
        return m_view->send(u"heat"_s, {});
    constexpr double margin = 0.15;
    const WorldBox box = m_sight.grown(margin);
    const Position a = position(box.northWest), b = position(box.southEast);
    const QImage picture = heatPicture(m_map, box, palette());
    if (picture.isNull())
        return;
    m_view->send(u"heat"_s,
                 {{u"picture"_s, pictureUrl(picture)},
                  {u"corners"_s, QJsonArray{QJsonArray{a.longitude, a.latitude}, QJsonArray{b.longitude, a.latitude},
                                            QJsonArray{b.longitude, b.latitude}, QJsonArray{a.longitude, b.latitude}}}});
}

void MapPage::setDisplay(Display display)
{
    if (display == m_display)
        return;
    m_display = display;
    sendAll();
}

void MapPage::setMeasure(DistrictMeasure measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    sendAll();
}

void MapPage::setShowsHotSpots(bool shows)
{
    m_showsHotSpots = shows;
    if (!shows)
        sendAll();
    else
        m_map.findHotSpots();
}

void MapPage::setShowsIncidents(bool shows)
{
    m_showsIncidents = shows;
    if (!shows)
        sendAll();
}

void MapPage::setLasso(bool isOn)
{
    m_isLassoOn = isOn;
    if (!m_view)
        return;
    m_view->send(u"lasso"_s, {{u"isOn"_s, isOn}});
    m_view->send(u"data"_s, {{u"sources"_s, QJsonObject{{u"lasso"_s, selectionFeature({})}}}});
}

void MapPage::select(const Id &request, const QString &title, const QStringList &lines)
{
    const bool isOther = std::exchange(m_selected, request) != request;
    if (!m_view)
        return;
    const auto place = request.isNull() ? std::nullopt : m_map.place(request);
    m_view->send(u"data"_s, {{u"sources"_s, QJsonObject{{u"selected"_s, selectionFeature(place)}}}});
    if (!place)
        return m_view->send(u"popup"_s, {});
    if (isOther && !m_sight.contains(worldPoint(*place))) // one that is chosen already does not hold the map where it is
        m_view->send(u"go"_s, {{u"center"_s, QJsonArray{place->longitude, place->latitude}}});
    m_view->send(u"popup"_s, {{u"lon"_s, place->longitude},
                              {u"lat"_s, place->latitude},
                              {u"title"_s, title},
                              {u"lines"_s, QJsonArray::fromStringList(lines)}});
}

void MapPage::fit()
{
    if (const auto box = m_map.extent(); box && m_view)
        m_view->send(u"go"_s, {{u"bounds"_s, boundsOf(*box)}});
}

void MapPage::show(const Position &southWest, const Position &northEast)
{
    const WorldBox box{worldPoint({northEast.latitude, southWest.longitude}),
                       worldPoint({southWest.latitude, northEast.longitude})};
    if (m_view)
        m_view->send(u"go"_s, {{u"bounds"_s, boundsOf(box)}, {u"padding"_s, 120}});
}

Position MapPage::middle() const
{
    const auto between = [](quint32 a, quint32 b) { return quint32((quint64(a) + b) / 2); };
    return position({between(m_sight.northWest.x, m_sight.southEast.x), between(m_sight.northWest.y, m_sight.southEast.y)});
}

void MapPage::centerOn(const Position &middle, double zoom)
{
    m_hasFitted = true; // whoever looks at one place does not want the whole once it is read
    if (m_view)
        m_view->send(u"go"_s, {{u"center"_s, QJsonArray{middle.longitude, middle.latitude}}, {u"zoom"_s, zoom}});
}

void MapPage::pan(int right, int down)
{
    if (m_view)
        m_view->send(u"step"_s, {{u"x"_s, right}, {u"y"_s, down}});
}

void MapPage::setPicking(bool isOn)
{
    m_isPicking = isOn;
    if (m_view)
        m_view->send(u"pick"_s, {{u"isOn"_s, isOn}});
}

//! Of the page, which may have moved since it last told.
void MapPage::askPlace()
{
    if (m_view && m_isPicking)
        m_view->send(u"place"_s, {});
}

void MapPage::setRound(const QList<MapStop> &stops, const std::optional<Stop> &from, const Id &current)
{
    const bool isOther = m_round.isEmpty() != stops.isEmpty();
    m_round = stops;
    if (!m_view)
        return;
    m_view->send(u"data"_s, {{u"sources"_s, QJsonObject{{u"round"_s, roundFeatures(stops, from, current)}}}});
    if (isOther)
        sendPoints(true);
}

void MapPage::zoom(int steps)
{
    if (m_view)
        m_view->send(u"step"_s, {{u"zoom"_s, steps}});
}

void MapPage::measureFrames(int milliseconds)
{
    if (m_view)
        m_view->send(u"measure"_s, {{u"milliseconds"_s, milliseconds}});
}

} // namespace parvis
