#include "ui_map/mapworkspace.h"

#include "ui_common/action.h"
#include "ui_common/filechoice.h"
#include "ui_common/filterfield.h"
#include "ui_common/flowlayout.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_map/mapdrawer.h"
#include "ui_map/maperrand.h"
#include "ui_map/maplegend.h"
#include "ui_map/mapwords.h"
#include "ui_map/timebar.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTableView>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr std::array subjects{MapSubject::Complex, MapSubject::Services, MapSubject::Reports};
constexpr std::array displays{MapPage::Display::Points, MapPage::Display::Districts, MapPage::Display::Heat};
constexpr std::array periods{1, 3, 12, 0}; // months; 0: all the time
constexpr int usualPeriod = 2;

QToolButton *chipButton(QAction *action)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setVisible(false);
    return button;
}

} // namespace

MapWorkspace::MapWorkspace(MapController &map, StoreGate &store, const ReferenceData &town, const Clock &clock,
                           const MapGround &ground, Navigator &navigator, QWidget *parent)
    : Workspace(parent),
      m_map(map),
      m_store(store),
      m_town(town),
      m_clock(clock),
      m_navigator(navigator),
      m_tabs(new QTabBar),
      m_filter(new FilterField(town)),
      m_error(new InlineError),
      m_figures(new QLabel),
      m_page(new MapPage(map, town, ground)),
      m_legend(new MapLegend(map, town, *m_page)),
      m_drawer(new MapDrawer(store, map, town)),
      m_errand(new MapErrand(*m_page, town, navigator, this)),
      m_time(new TimeBar),
      m_period(new QComboBox),
      m_measure(new QComboBox),
      m_exports(new QMenu(this))
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Views of the map"));
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        m_tabs->addTab(subjectTitle(subjects[i]));
        m_tabs->setTabToolTip(
            int(i), u"%1 (%2)"_s.arg(subjectTitle(subjects[i]),
                                     QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))).toString(QKeySequence::NativeText)));
    }
    m_tabs->setCurrentIndex(int(subjects.size()) - 1);
    for (const QString &name : {tr("1 month"), tr("3 months"), tr("12 months"), tr("All the time")})
        m_period->addItem(name);
    m_period->setCurrentIndex(usualPeriod);
    m_period->setAccessibleName(tr("Period"));
    for (const QString &name : {tr("Number of requests"), tr("Share done in time"), tr("Requests per km²")})
        m_measure->addItem(name);
    m_measure->setAccessibleName(tr("Districts are coloured by"));
    m_measure->setVisible(false);
    makeActions();
    makeDisplayActions();
    makeExportActions();
    m_noDistrict = chipButton(m_noDistrictAction);
    m_noLasso = chipButton(m_noLassoAction);
    layOut();
    connectAll();
    connectPage();
    connectErrand();
    setPeriod();
}

QAction *MapWorkspace::action(const QString &id, const QString &text, const QKeySequence &key, const QString &icon,
                              const QString &why)
{
    return makeAction(this, {u"map."_s + id, text, key.isEmpty() ? QList<QKeySequence>() : QList{key}, icon, why});
}

void MapWorkspace::makeActions()
{
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        const QAction *view = action(u"view%1"_s.arg(i + 1), tr("Map: %1").arg(subjectTitle(subjects[i])),
                                     QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i))), u"map"_s);
        connect(view, &QAction::triggered, this, [this, i] { m_tabs->setCurrentIndex(int(i)); });
    }
    const QAction *filter = makeAction(this, {u"map.filter"_s,
                                              tr("Filter the map"),
                                              {Qt::Key_Slash, QKeySequence::Find},
                                              u"filter"_s,
                                              tr("The same line as in Requests: words, or terms such as service: or late.")});
    connect(filter, &QAction::triggered, this, [this] { m_filter->setFocus(); });
    m_filter->setToolTipText(filter->toolTip());
    connect(action(u"next"_s, tr("Next in the table"), Qt::Key_J, u"chevron-down"_s), &QAction::triggered, this,
            [this] { m_drawer->step(1); });
    connect(action(u"previous"_s, tr("Previous in the table"), Qt::Key_K, u"chevron-up"_s), &QAction::triggered, this,
            [this] { m_drawer->step(-1); });
    connect(action(u"open"_s, tr("Open the request"), Qt::Key_O, u"external-link"_s), &QAction::triggered, this, [this] {
        if (!m_drawer->current().isNull())
            m_navigator.open(Kind::Request, m_drawer->current());
    });
    const std::array tables{tr("Table: requests in sight"), tr("Table: districts"), tr("Table: hot spots"),
                            tr("Table: incidents")};
    for (int i = 0; i < int(tables.size()); ++i) {
        const QAction *table = action(u"table%1"_s.arg(i + 1), tables[std::size_t(i)],
                                      QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key(Qt::Key_1 + i)), u"list"_s);
        connect(table, &QAction::triggered, this, [this, i] {
            m_drawer->setTab(MapDrawer::Tab(i));
            m_drawer->view()->setFocus();
        });
    }
    connect(makeAction(this, {u"map.zoomIn"_s, tr("Zoom in"), {Qt::Key_Plus, Qt::CTRL | Qt::Key_Plus}, u"zoom-in"_s, {}}),
            &QAction::triggered, this, [this] { m_page->zoom(1); });
    connect(makeAction(this, {u"map.zoomOut"_s, tr("Zoom out"), {Qt::Key_Minus, Qt::CTRL | Qt::Key_Minus}, u"zoom-out"_s, {}}),
            &QAction::triggered, this, [this] { m_page->zoom(-1); });
    connect(action(u"fit"_s, tr("Show everything"), Qt::Key_0, u"locate-fixed"_s, tr("As near as all of it can be seen.")),
            &QAction::triggered, this, [this] { m_page->fit(); });
    connect(action(u"map"_s, tr("Go to the map"), Qt::Key_M, u"map"_s, tr("There the arrows move it.")), &QAction::triggered,
            this, [this] {
                if (m_page->pageWidget())
                    m_page->pageWidget()->setFocus();
            });
    connect(action(u"reload"_s, tr("Read the map again"), Qt::Key_F5, u"refresh-cw"_s), &QAction::triggered, this, [this] {
        m_page->start();
        m_drawer->setWide(!m_page->isStarted());
        m_lasso->setEnabled(m_page->isStarted());
        look();
    });
    m_noDistrictAction = action(u"allDistricts"_s, tr("All districts"), QKeySequence(Qt::SHIFT | Qt::Key_D), u"x"_s);
    connect(m_noDistrictAction, &QAction::triggered, this, [this] { m_map.setDistrict({}); });
    m_noLassoAction = action(u"noLasso"_s, tr("Everywhere"), QKeySequence(Qt::SHIFT | Qt::Key_L), u"x"_s);
    connect(m_noLassoAction, &QAction::triggered, this, [this] { m_map.setLasso({}); });
}

void MapWorkspace::makeDisplayActions()
{
    m_displays = {
        action(u"points"_s, tr("Points"), Qt::Key_P, u"map-pin"_s, tr("Each request where it is; near ones gathered.")),
        action(u"districts"_s, tr("Districts"), Qt::Key_D, u"layers"_s, tr("Cut by district council, coloured by a figure.")),
        action(u"heat"_s, tr("Heat"), Qt::Key_H, u"flame"_s, tr("Where requests are dense."))};
    for (std::size_t i = 0; i < displays.size(); ++i) {
        m_displays[i]->setCheckable(true);
        connect(m_displays[i], &QAction::triggered, this, [this, i] {
            m_page->setDisplay(displays[i]);
            renew();
        });
    }
    m_hot =
        action(u"hotSpots"_s, tr("Hot spots"), Qt::Key_S, u"triangle-alert"_s, tr("Where more happens than chance explains."));
    m_hot->setCheckable(true);
    connect(m_hot, &QAction::triggered, this, [this](bool isOn) {
        m_page->setShowsHotSpots(isOn);
        if (isOn)
            m_drawer->setTab(MapDrawer::HotSpots);
        renew();
    });
    m_incidents = action(u"incidents"_s, tr("Incidents"), Qt::Key_I, u"circle-dot"_s,
                         tr("Reports of one cause: gathered ones, and those that may be."));
    m_incidents->setCheckable(true);
    connect(m_incidents, &QAction::triggered, this, [this](bool isOn) {
        m_page->setShowsIncidents(isOn);
        if (isOn)
            m_map.findIncidents();
        if (isOn)
            m_drawer->setTab(MapDrawer::Incidents);
        renew();
    });
    m_lasso = action(u"lasso"_s, tr("Lasso"), Qt::Key_L, u"lasso"_s, tr("Draw around what you want; V takes what is in sight."));
    m_lasso->setCheckable(true);
    connect(m_lasso, &QAction::triggered, this, [this](bool isOn) { m_page->setLasso(isOn); });
    connect(action(u"onlySight"_s, tr("Only what is in sight"), Qt::Key_V, u"eye"_s), &QAction::triggered, this, [this] {
        const Position a = position(m_page->viewBox().northWest), b = position(m_page->viewBox().southEast);
        m_map.setLasso({a, {a.latitude, b.longitude}, b, {b.latitude, a.longitude}});
    });
    m_play = action(u"play"_s, tr("Play"), Qt::Key_Space, u"play"_s, tr("Time runs, one month after the other."));
    m_play->setCheckable(true);
    connect(m_play, &QAction::triggered, m_time, &TimeBar::play);
    connect(m_time, &TimeBar::playingChanged, this, [this](bool isOn) {
        m_play->setChecked(isOn);
        m_play->setText(isOn ? tr("Pause") : tr("Play"));
    });
}

void MapWorkspace::makeExportActions()
{
    const auto add = [this](const QString &id, const QString &text, const QString &icon, const QString &why, auto deed) {
        QAction *made = action(id, text, {}, icon, why);
        connect(made, &QAction::triggered, this, deed);
        m_exports->addAction(made);
    };
    add(u"savePicture"_s, tr("Map as a picture (PNG)…"), u"image"_s, {}, [this] { exportPicture(false); });
    add(u"savePdf"_s, tr("Map and figures (PDF)…"), u"printer"_s, {}, [this] { exportPicture(true); });
    add(u"saveCsv"_s, tr("Requests as a table (CSV)…"), u"file-text"_s, tr("For colleagues: without the citizens."),
        [this] { exportRows(true); });
    add(u"saveGeoJson"_s, tr("Requests with places (GeoJSON)…"), u"map-pin"_s, tr("For colleagues: without the citizens."),
        [this] { exportRows(false); });
    m_exports->addSeparator();
    add(u"savePublic"_s, tr("For the public (anonymous GeoJSON)…"), u"globe"_s,
        tr("Theme, month and a rounded place of reports in public space; nothing of the last 30 days."),
        [this] { exportPublic(); });
}

QWidget *MapWorkspace::makeSide()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(space::gap, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_legend);
    column->addWidget(horizontalLine());
    column->addWidget(m_drawer, 1);
    return side;
}

void MapWorkspace::layOut()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    whole->setSpacing(space::gap);
    whole->addWidget(m_errand);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(0, 0, 0, 0);
    top->setSpacing(space::gap);
    top->addWidget(m_tabs);
    top->addWidget(m_filter, 1);
    const auto part = [this](QLayout *layout) {
        auto *widget = new QWidget;
        widget->setLayout(layout);
        m_ownParts.append(widget);
        return widget;
    };
    whole->addWidget(part(top));
    auto *tools = new FlowLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(space::unit);
    for (QAction *display : m_displays)
        tools->addWidget(new ActionButton(display));
    tools->addWidget(m_measure);
    tools->addWidget(new ActionButton(m_hot));
    tools->addWidget(new ActionButton(m_incidents));
    tools->addWidget(new ActionButton(m_lasso));
    auto *save = new QToolButton;
    save->setText(tr("Export"));
    save->setAccessibleName(tr("Export"));
    save->setPopupMode(QToolButton::InstantPopup);
    save->setMenu(m_exports);
    save->setFocusPolicy(Qt::StrongFocus);
    save->setToolButtonStyle(Qt::ToolButtonTextOnly);
    const QAction *open = action(u"export"_s, tr("Export the map"), Qt::Key_E, u"download"_s);
    save->setToolTip(open->toolTip());
    connect(open, &QAction::triggered, save, &QToolButton::showMenu);
    tools->addWidget(save);
    tools->addWidget(m_noDistrict);
    tools->addWidget(m_noLasso);
    whole->addWidget(part(tools));
    whole->addWidget(m_figures);
    m_ownParts.append(m_figures);
    whole->addWidget(m_error);
    auto *split = new SplitView(u"map"_s, Qt::Horizontal);
    split->addWidget(m_page);
    QWidget *side = makeSide();
    m_ownParts.append(side);
    split->addWidget(side);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setFirstSizes({800, 460});
    whole->addWidget(split, 1);
    auto *time = new QHBoxLayout;
    time->setContentsMargins(0, 0, 0, 0);
    time->setSpacing(space::gap);
    time->addWidget(new ActionButton(m_play));
    time->addWidget(m_time, 1);
    time->addWidget(m_period);
    whole->addWidget(part(time));
    setTextRole(m_figures, TextRole::Strong);
    m_figures->setWordWrap(true);
    m_figures->setObjectName(u"map.figures"_s);
}

void MapWorkspace::connectAll()
{
    m_filterPause.setSingleShot(true);
    m_filterPause.setInterval(120);
    connect(&m_filterPause, &QTimer::timeout, this, &MapWorkspace::look);
    m_sightPause.setSingleShot(true);
    m_sightPause.setInterval(150); // a hand that goes on moving the map reads no table
    connect(&m_sightPause, &QTimer::timeout, this, &MapWorkspace::showSight);
    connect(m_filter, &FilterField::filtered, this, [this] {
        if (isVisible()) // what the list's filter says counts when the map comes to the front
            m_filterPause.start();
        Q_EMIT filterChanged(m_filter->text());
    });
    connect(m_filter, &FilterField::committed, this, [this] {
        if (m_filterPause.isActive())
            look();
        m_filterPause.stop();
        m_drawer->view()->setFocus();
    });
    connect(m_tabs, &QTabBar::currentChanged, this, &MapWorkspace::setSubject);
    connect(m_period, &QComboBox::currentIndexChanged, this, &MapWorkspace::setPeriod);
    connect(m_measure, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_page->setMeasure(DistrictMeasure(index));
        m_legend->renew();
    });
    connect(m_time, &TimeBar::windowMoved, this, [this] { m_map.setPeriod(m_time->from(), m_time->until()); });
    connect(&m_map, &MapController::sorted, this, [this] { m_time->setMonths(m_map.firstDay(), m_map.perMonth()); });
    connect(&m_map, &MapController::changed, this, &MapWorkspace::renew);
    connect(&m_map, &MapController::hotSpotsFound, this, [this] {
        m_drawer->renew();
        m_legend->renew();
    });
    connect(&m_map, &MapController::incidentsFound, m_drawer, &MapDrawer::renewIncidents);
    for (const auto again : {&MapController::changed, &MapController::incidentsOutdated}) {
        connect(&m_map, again, this, [this] {
            if (m_incidents->isChecked())
                m_map.findIncidents();
        });
    }
    connect(&m_map, &MapController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(m_drawer, &MapDrawer::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(m_drawer, &MapDrawer::requestChosen, this, [this](const Id &request) { choose(request, false); });
    connect(m_drawer, &MapDrawer::requestOpened, this, [this](const Id &request) { m_navigator.open(Kind::Request, request); });
    connect(m_drawer, &MapDrawer::districtChosen, &m_map, &MapController::setDistrict);
    connect(m_drawer, &MapDrawer::spotChosen, this,
            [this](const HotSpot &spot) { m_page->show(spot.southWest, spot.northEast); });
    connect(m_drawer, &MapDrawer::incidentChosen, this, [this](const MapIncident &incident) {
        constexpr double around = 0.0008; // degrees: some 90 m
        const Position &at = incident.where.at;
        m_page->show({at.latitude - around, at.longitude - around}, {at.latitude + around, at.longitude + around});
    });
    connect(m_drawer, &MapDrawer::incidentOpened, this,
            [this](const MapIncident &incident) { m_navigator.open(Kind::Request, incident.where.requests.first()); });
    connect(&m_drawer->requests(), &MapRequestModel::shown, this, [this] {
        if (!m_errand->isOn() && m_drawer->requests().request(m_drawer->current()))
            choose(m_drawer->current(), false); // its words are known now
    });
}

void MapWorkspace::connectPage()
{
    connect(m_page, &MapPage::works, this, [this] { // read again: what is chosen is shown again
        m_drawer->setWide(false);
        m_lasso->setEnabled(!m_errand->isOn());
        if (!m_errand->isOn())
            choose(m_drawer->current(), false);
    });
    connect(m_page, &MapPage::viewMoved, this, [this] {
        m_isHere = false;
        m_sightPause.start();
    });
    connect(m_page, &MapPage::requestPicked, this, [this](const Id &request) { choose(request, true); });
    connect(m_page, &MapPage::placePicked, this, [this](const WorldBox &box) {
        m_isHere = true;
        const auto [ids, all] = m_map.within(box, MapRequestModel::mostRows);
        m_drawer->setTab(MapDrawer::Requests);
        m_drawer->showRequests(ids, all, false);
    });
    connect(m_page, &MapPage::districtPicked, this,
            [this](const Id &district) { m_map.setDistrict(district == m_map.district() ? Id() : district); });
    connect(m_page, &MapPage::incidentPicked, m_drawer, &MapDrawer::selectIncident);
    connect(m_page, &MapPage::nothingPicked, this, [this] { choose({}, true); });
    connect(m_page, &MapPage::lassoDrawn, this, [this](const QList<Position> &ring) {
        m_lasso->setChecked(false);
        m_map.setLasso(ring);
    });
    connect(m_page, &MapPage::troubled, this, [this] {
        m_lasso->setEnabled(false);
        m_drawer->setWide(true);
        m_sightPause.start();
    });
    connect(m_page, &MapPage::tilesLate, this,
            [this] { m_error->say(tr("The server of the map's ground does not answer: the requests are drawn without it.")); });
    connect(m_page, &MapPage::tilesCame, m_error, &InlineError::clear);
}

//! The map alone, with the keys of the errand; where it can't be shown the tables stay.
void MapWorkspace::connectErrand()
{
    const auto lay = [this] {
        for (QWidget *own : std::as_const(m_ownParts))
            own->setVisible(!m_errand->isOn() || !m_page->isStarted());
    };
    connect(m_errand, &MapErrand::begun, this, [this, lay] {
        lay();
        for (QAction *each : actionsWithin(this)) {
            const bool isKept = m_errand->hasAction(each) ||
                                QStringList{u"map.zoomIn"_s, u"map.zoomOut"_s, u"map.reload"_s}.contains(actionId(each));
            if (isKept || !each->isEnabled())
                continue;
            each->setEnabled(false);
            m_setAside.append(each);
        }
        m_page->select({}, {}, {});
    });
    connect(m_errand, &MapErrand::ended, this, [this, lay] {
        lay();
        for (QAction *each : std::exchange(m_setAside, {}))
            each->setEnabled(each != m_lasso || m_page->isStarted());
        choose(m_drawer->current(), false);
    });
    connect(m_page, &MapPage::troubled, this, lay);
}

void MapWorkspace::pickPlace(const PlaceQuestion &question, QObject *context, std::function<void(const Place &)> taken)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    m_navigator.show(id());
    m_errand->pick(question, focus, context, std::move(taken));
}

void MapWorkspace::showRound(const MapRound &round)
{
    const QPointer<QWidget> focus = QApplication::focusWidget();
    m_navigator.show(id());
    m_errand->showRound(round, focus);
}

void MapWorkspace::activate(const Opening &opening)
{
    m_errand->end(); // whoever comes by the rail wants the map itself
    if (!opening.text.isEmpty())
        m_filter->setText(opening.text);
    look();
    m_page->start();
    if (opening.kind == Kind::Request && !opening.id.isNull())
        choose(opening.id, true);
}

void MapWorkspace::prepare()
{
    m_page->prepare();
    look();
    m_map.stop(); // what changes meanwhile is read again when somebody looks
}

QWidget *MapWorkspace::firstFocus()
{
    return m_errand->isOn() ? static_cast<QWidget *>(m_errand) : m_drawer->view();
}

bool MapWorkspace::stepBack()
{
    if (m_errand->isOn()) {
        m_errand->goBack();
        return true;
    }
    if (m_filter->isListOpen()) {
        m_filter->closeList();
        return true;
    }
    if (m_page->isLassoOn()) {
        m_lasso->setChecked(false);
        m_page->setLasso(false);
        return true;
    }
    if (m_filter->isAncestorOf(QApplication::focusWidget())) {
        m_drawer->view()->setFocus();
        return true;
    }
    if (!m_drawer->current().isNull()) {
        choose({}, true);
        return true;
    }
    if (m_map.hasLasso()) {
        m_map.setLasso({});
        return true;
    }
    if (!m_map.district().isNull()) {
        m_map.setDistrict({});
        return true;
    }
    return false;
}

void MapWorkspace::setFilter(const QString &line)
{
    m_filter->setText(line);
}

void MapWorkspace::hideEvent(QHideEvent *event)
{
    Workspace::hideEvent(event);
    m_errand->end();
    m_time->play(false);
    m_map.stop();
}

void MapWorkspace::look()
{
    m_error->clear();
    RequestQuery base;
    base.today = m_map.today();
    m_map.look(m_filter->query(base, m_map.today()));
}

void MapWorkspace::setSubject(int tab)
{
    m_map.setSubject(subjects[std::size_t(std::max(0, tab))]);
}

void MapWorkspace::setPeriod()
{
    m_time->setLength(periods[std::size_t(std::max(0, m_period->currentIndex()))]);
}

void MapWorkspace::setAllTime()
{
    m_period->setCurrentIndex(int(periods.size()) - 1);
}

void MapWorkspace::renew()
{
    for (std::size_t i = 0; i < displays.size(); ++i)
        m_displays[i]->setChecked(m_page->display() == displays[i]);
    m_measure->setVisible(m_page->display() == MapPage::Display::Districts);
    m_noDistrictAction->setText(m_map.district().isNull() ? tr("All districts") : districtTitle(m_map.district(), m_town));
    m_noDistrict->setVisible(!m_map.district().isNull());
    m_noLassoAction->setText(m_map.hasLasso() ? tr("Drawn area") : tr("Everywhere"));
    m_noLasso->setVisible(m_map.hasLasso());
    showFigures();
    m_legend->renew();
    m_drawer->renew();
    m_isHere = false;
    m_sightPause.start();
}

void MapWorkspace::showFigures()
{
    const MapFigures &f = m_map.figures();
    QStringList parts{tr("%n request(s)", nullptr, f.count), periodText(m_map.from(), m_map.until())};
    if (f.promised)
        parts.append(tr("%1 done in time").arg(percentText(f.kept, f.promised)));
    if (const QString trend = trendText(f); !trend.isEmpty())
        //: a trend such as "+12 %"
        parts.append(tr("%1 against the period before").arg(trend));
    if (f.withoutPlace)
        parts.append(tr("%n without a place: in the tables only", nullptr, f.withoutPlace));
    m_figures->setText(parts.join(u"  ·  "_s));
}

//! What the map shows, as a table. Without a map: all of it.
void MapWorkspace::showSight()
{
    if (m_isHere || !m_map.isLoaded())
        return;
    const auto sight = m_page->isWorking() ? std::optional(m_page->viewBox()) : std::nullopt;
    auto [ids, all] = m_map.within(sight, MapRequestModel::mostRows);
    if (const Id chosen = m_drawer->current(); !chosen.isNull() && !ids.contains(chosen))
        ids.prepend(chosen);
    m_drawer->showRequests(ids, all, true);
}

void MapWorkspace::choose(const Id &request, bool fromMap)
{
    if (fromMap) {
        m_drawer->select(request);
        if (!request.isNull()) {
            m_drawer->setTab(MapDrawer::Requests);
            if (!m_drawer->requests().request(request))
                m_sightPause.start(); // comes into the table
        }
    }
    const RequestRow *row = m_drawer->requests().request(request);
    QStringList lines;
    if (row) {
        lines = {row->address, m_town.unitName(row->service), word(row->status)};
        lines.removeAll(QString());
    }
    m_page->select(request, row ? requestTitle(row->number, row->subject) : QString(), lines);
}

} // namespace parvis
