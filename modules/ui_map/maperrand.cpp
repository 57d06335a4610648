#include "ui_map/maperrand.h"

#include "ui_common/action.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr double nearZoom = 17; // house numbers are told apart
constexpr int farStep = 80, smallStep = 8;

WorldBox around(const QList<MapStop> &stops, const std::optional<Stop> &from)
{
    QList<WorldPoint> points;
    for (const MapStop &stop : stops)
        points.append(worldPoint({stop.at.latitude, stop.at.longitude}));
    if (from)
        points.append(worldPoint({from->latitude, from->longitude}));
    WorldBox box{points.first(), points.first()};
    for (const WorldPoint &p : std::as_const(points)) {
        box.northWest = {std::min(box.northWest.x, p.x), std::min(box.northWest.y, p.y)};
        box.southEast = {std::max(box.southEast.x, p.x), std::max(box.southEast.y, p.y)};
    }
    return box;
}

QString metresText(double metres)
{
    return metres < 950 ? MapErrand::tr("%1 m").arg(std::lround(metres / 10) * 10)
                        : MapErrand::tr("%1 km").arg(QLocale().toString(metres / 1000, 'f', 1));
}

} // namespace

MapErrand::MapErrand(MapPage &page, const ReferenceData &town, Navigator &navigator, QWidget *scope, QWidget *parent)
    : QFrame(parent),
      m_page(page),
      m_town(town),
      m_navigator(navigator),
      m_title(sectionLabel({})),
      m_where(new QLabel),
      m_hint(secondaryLabel({}))
{
    setObjectName(u"map.errand"_s);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    makeActions(scope);
    m_where->setObjectName(u"map.errand.where"_s);
    for (QLabel *label : {m_title, m_where, m_hint}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(space::unit);
    words->addWidget(m_title);
    words->addWidget(m_where);
    words->addWidget(m_hint);
    auto *enter = new ActionButton(m_enter);
    enter->setPrimary(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::gap, space::gap, space::gap, space::gap);
    row->setSpacing(space::gap);
    row->addLayout(words, 1);
    row->addWidget(new ActionButton(m_previous));
    row->addWidget(new ActionButton(m_next));
    row->addWidget(enter);
    row->addWidget(new ActionButton(m_back));
    connect(&m_page, &MapPage::works, this, &MapErrand::showPage);
    connect(&m_page, &MapPage::troubled, this, [this] {
        if (isPicking())
            showPlace();
    });
    connect(&m_page, &MapPage::sighted, this, [this] {
        if (isPicking())
            showPlace();
    });
    connect(&m_page, &MapPage::placeChosen, this, &MapErrand::take);
    connect(&m_page, &MapPage::stopPicked, this, [this](int index) {
        if (m_kind == Kind::Round && index >= 0 && index < m_stops.size())
            step(index - m_current);
    });
}

void MapErrand::makeActions(QWidget *scope)
{
    const auto make = [this, scope](const ActionDefinition &definition) {
        QAction *action = makeAction(scope, definition);
        action->setEnabled(false);
        action->setVisible(false);
        m_actions.append(action);
        return action;
    };
    m_enter = make({u"map.take"_s, tr("Take this place"), {Qt::Key_Return, Qt::Key_Enter}, u"check"_s, {}});
    m_back = make({u"map.back"_s, tr("Back"), {Qt::Key_Escape}, u"corner-up-left"_s, tr("Nothing is changed.")});
    m_next = make({u"map.nextStop"_s, tr("Next stop"), {Qt::Key_J, Qt::Key_Down}, u"chevron-down"_s, {}});
    m_previous = make({u"map.previousStop"_s, tr("Previous stop"), {Qt::Key_K, Qt::Key_Up}, u"chevron-up"_s, {}});
    connect(m_enter, &QAction::triggered, this, &MapErrand::enter);
    connect(m_back, &QAction::triggered, this, &MapErrand::goBack);
    connect(m_next, &QAction::triggered, this, [this] { step(1); });
    connect(m_previous, &QAction::triggered, this, [this] { step(-1); });
}

void MapErrand::begin(Kind kind, const QString &asker, QWidget *focus)
{
    m_kind = kind;
    m_asker = asker;
    m_focus = focus;
    if (m_page.isWorking())
        m_before = {m_page.middle(), m_page.zoomLevel()};
    const auto offer = [](QAction *action, bool isOffered) {
        action->setEnabled(isOffered);
        action->setVisible(isOffered);
    };
    offer(m_enter, true);
    offer(m_back, true);
    offer(m_next, kind == Kind::Round);
    offer(m_previous, kind == Kind::Round);
    show();
    Q_EMIT begun();
    setFocus();
    if (m_page.isWorking())
        showPage();
}

void MapErrand::pick(const PlaceQuestion &question, QWidget *focus, QObject *context, std::function<void(const Place &)> taken)
{
    end();
    m_question = question;
    m_context = context;
    m_taken = std::move(taken);
    m_enter->setText(tr("Take this place"));
    m_title->setText(question.about.isEmpty() ? tr("Where is it?") : tr("Where is “%1”?").arg(question.about));
    begin(Kind::Pick, question.asker, focus);
    showPlace();
}

void MapErrand::showRound(const MapRound &round, QWidget *focus)
{
    end();
    m_stops = round.stops;
    m_from = round.from;
    m_placeless = int(m_stops.removeIf([](const MapStop &stop) { return !isOnEarth({stop.at.latitude, stop.at.longitude}); }));
    m_current = m_stops.isEmpty() ? -1 : 0;
    for (qsizetype i = 0; i < m_stops.size(); ++i)
        m_current = m_stops.at(i).mission == round.current ? int(i) : m_current;
    QList<Stop> places;
    QList<qsizetype> order;
    for (const MapStop &stop : std::as_const(m_stops)) {
        order.append(places.size());
        places.append(stop.at);
    }
    QStringList title{tr("Round of %n stop(s)", nullptr, int(m_stops.size()))};
    if (m_stops.size() > 1)
        title.append(tr("%1 in straight lines").arg(metresText(lengthOf(places, order, m_from))));
    if (m_placeless > 0)
        title.append(tr("%n without a place: in the list only", nullptr, m_placeless));
    m_title->setText(title.join(u"  ·  "_s));
    m_enter->setText(tr("Open the mission"));
    begin(Kind::Round, round.asker, focus);
    m_enter->setEnabled(m_current >= 0);
    showStop();
}

//! What the page shows of it, once it is there.
void MapErrand::showPage()
{
    if (m_kind == Kind::Pick) {
        m_page.setPicking(true);
        if (m_question.known.latitude && m_question.known.longitude)
            m_page.centerOn({*m_question.known.latitude, *m_question.known.longitude}, nearZoom);
        showPlace();
    } else if (m_kind == Kind::Round) {
        showStop();
        if (m_stops.isEmpty())
            return;
        const WorldBox box = around(m_stops, m_from);
        const Position northWest = position(box.northWest), southEast = position(box.southEast);
        m_page.show({southEast.latitude, northWest.longitude}, {northWest.latitude, southEast.longitude});
    }
}

void MapErrand::showPlace()
{
    const bool isThere = m_page.isStarted();
    m_enter->setEnabled(m_page.isWorking());
    m_where->setVisible(m_page.isWorking());
    if (!isThere) {
        m_hint->setText(
            tr("No place can be picked, because the map can't be shown on this machine: go back and write the address."));
        announce(this, m_hint->text());
        return;
    }
    m_hint->setText(tr("The arrows move the map, with Shift a little; + and − bring it nearer and further. Enter takes what lies "
                       "under the cross, a click what it meets."));
    const QString where = placeText(placeAt(m_page.middle()));
    if (where == m_where->text())
        return;
    m_where->setText(where);
    announce(this, where);
}

void MapErrand::showStop()
{
    m_page.setRound(m_stops, m_from, m_current < 0 ? Id() : m_stops.at(m_current).mission);
    m_where->setVisible(true);
    m_hint->setText(m_page.isStarted() ? tr("The line says the order, not the streets.")
                                       : tr("The map can't be shown on this machine: J and K read the stops in their order."));
    if (m_current < 0) {
        m_where->setText(tr("No stop has a place."));
        return;
    }
    const MapStop &stop = m_stops.at(m_current);
    //: number of the stop, what is there, where
    m_where->setText(tr("%1. %2 – %3").arg(QString::number(stop.number), stop.title, stop.detail));
    announce(this, m_where->text());
}

void MapErrand::step(int by)
{
    if (m_current < 0)
        return;
    m_current = std::clamp(m_current + by, 0, int(m_stops.size()) - 1);
    const Stop &at = m_stops.at(m_current).at;
    if (m_page.isWorking() && !m_page.viewBox().contains(worldPoint({at.latitude, at.longitude})))
        m_page.centerOn({at.latitude, at.longitude}, m_page.zoomLevel());
    showStop();
}

void MapErrand::enter()
{
    if (m_kind == Kind::Pick)
        m_page.askPlace();
    else if (m_current >= 0)
        m_navigator.open(parvis::Kind::Mission, m_stops.at(m_current).mission);
}

Place MapErrand::placeAt(const Position &position) const
{
    if (auto known = m_town.placeIndex().nearest(position.latitude, position.longitude))
        return *known;
    Place place = m_town.placeIndex().nowhere(position.latitude, position.longitude);
    const auto degrees = [](double value) { return QString::number(value, 'f', 5); };
    //: an address where there is none: latitude and longitude
    place.address = tr("Point on the map %1, %2").arg(degrees(position.latitude), degrees(position.longitude));
    return place;
}

//! The address, its district, and its area in every other division of the town.
QString MapErrand::placeText(const Place &place) const
{
    QStringList words{place.address, m_town.areaNames(place)};
    words.removeAll(QString());
    return words.join(u"  ·  "_s);
}

void MapErrand::take(const Position &position)
{
    if (!isPicking())
        return;
    const Place place = placeAt(position);
    const auto taken = std::exchange(m_taken, {});
    const QPointer<QObject> context = m_context;
    goBack();
    m_navigator.tell(tr("Place: %1").arg(placeText(place)));
    if (context && taken)
        taken(place);
}

void MapErrand::goBack()
{
    if (!isOn())
        return;
    const QString asker = m_asker;
    const QPointer<QWidget> focus = m_focus;
    end();
    m_navigator.show(asker);
    if (focus && focus->isVisible())
        focus->setFocus();
}

void MapErrand::end()
{
    if (!isOn())
        return;
    m_kind = Kind::None;
    m_taken = {};
    m_stops.clear();
    m_page.setPicking(false);
    m_page.setRound({}, {}, {});
    if (m_before)
        m_page.centerOn(m_before->first, m_before->second);
    else
        m_page.fit();
    m_before.reset();
    for (QAction *action : std::as_const(m_actions)) {
        action->setEnabled(false);
        action->setVisible(false);
    }
    hide();
    Q_EMIT ended();
}

//! In the page itself the arrows are MapLibre's.
void MapErrand::keyPressEvent(QKeyEvent *event)
{
    const int by = event->modifiers() & Qt::ShiftModifier ? smallStep : farStep;
    switch (event->key()) {
    case Qt::Key_Left: return m_page.pan(-by, 0);
    case Qt::Key_Right: return m_page.pan(by, 0);
    case Qt::Key_Up: return m_page.pan(0, -by);
    case Qt::Key_Down: return m_page.pan(0, by);
    default: QFrame::keyPressEvent(event);
    }
}

void MapErrand::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneGround(Tone::Accent, palette()));
    if (hasFocus())
        paintFocusRing(&painter, rect(), palette());
}

} // namespace parvis
