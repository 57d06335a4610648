#include "presentation/mapcontroller.h"

#include <QtConcurrent/QtConcurrentRun>

#include <limits>
#include <numeric>

namespace parvis {

namespace {

constexpr qsizetype mostRefreshed = 400; // of more the whole is read anew

qint32 dayNumber(const QDate &day)
{
    return day.isValid() ? qint32(day.toJulianDay()) : 0;
}

ReportState stateOf(const MapRequest &r, qint32 today)
{
    if (r.isDone())
        return r.dueOn && r.doneOn > r.dueOn ? ReportState::DoneLate : ReportState::DoneInTime;
    if (r.isStopped)
        return ReportState::Waiting;
    return r.dueOn && r.dueOn < today ? ReportState::Late : ReportState::OnTime;
}

//! As onTime() of the store has it: what waits for the citizen is not promised now.
void countPromise(const MapRequest &r, qint32 today, MapFigures &figures)
{
    const bool isPromised = r.dueOn && (r.isDone() || (r.dueOn < today && !r.isStopped));
    figures.promised += isPromised ? 1 : 0;
    figures.kept += isPromised && r.isDone() && r.doneOn && r.doneOn <= r.dueOn ? 1 : 0;
}

qint16 adopt(QList<Id> &list, const QList<Id> &from, qint16 place)
{
    if (place < 0)
        return -1;
    const Id id = from.at(place);
    const qsizetype known = list.indexOf(id);
    if (known >= 0)
        return qint16(known);
    list.append(id);
    return qint16(list.size() - 1);
}

} // namespace

MapController::MapController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                             QObject *parent)
    : QObject(parent),
      m_store(store),
      m_town(town),
      m_clock(clock),
      m_loading(this,
                [this](const Result<MapRequests> &requests) {
                    if (requests)
                        show(requests.value());
                    else
                        Q_EMIT failed(requests.error());
                }),
      m_seeking(this,
                [this](const Result<HotSpots> &spots) {
                    if (!spots)
                        return;
                    m_hot = spots.value();
                    Q_EMIT hotSpotsFound();
                }),
      m_gathering(this, [this](const Result<QList<MapIncident>> &incidents) {
          if (!incidents) {
              Q_EMIT failed(incidents.error());
              return;
          }
          m_found = *incidents;
          showIncidents();
          if (m_isFoundOld) // changed while it was read
              m_found.reset();
      })
{
    constexpr int pauseMs = 250; // a page of a sync touches many records: one reading for all of them
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MapController::load);
    connect(&events, &StoreEvents::touched, this, &MapController::take);
    connect(&town, &ReferenceData::changed, this, [this] {
        if (!m_isLoaded)
            return;
        sort(); // cards, themes and the calendar decide what belongs where
        Q_EMIT changed();
    });
}

void MapController::look(const RequestQuery &query)
{
    const bool isOther = query != m_query;
    if (isOther) {
        m_isStale = true;
        m_touched.clear();
    }
    m_query = query;
    m_isLooking = true;
    if (m_isStale || !m_touched.isEmpty())
        load();
    if (m_isFoundOld)
        Q_EMIT incidentsOutdated();
}

void MapController::stop()
{
    m_isLooking = false;
    m_pause.stop();
}

void MapController::take(const Touched &touched)
{
    if (touched.everything || concerns(touched, Kind::Request) || concerns(touched, Kind::Incident)) {
        m_found.reset();
        m_isFoundOld = true;
        if (m_isLooking)
            Q_EMIT incidentsOutdated();
    }
    if (!concerns(touched, Kind::Request))
        return;
    if (touched.everything)
        m_isStale = true;
    for (const auto &[kind, id] : touched.records) {
        if (kind == Kind::Request)
            m_touched.insert(id);
    }
    if (m_touched.size() > mostRefreshed)
        m_isStale = true;
    if (m_isLooking && m_isLoaded)
        m_pause.start();
}

void MapController::load()
{
    const QTimeZone zone = m_town.calendar().zone();
    if (m_isStale || !m_isLoaded) {
        m_touched.clear();
        m_isStale = false;
        m_loading.ask([this, query = m_query, zone] {
            return m_store.read([query, zone](DeskStore &store) { return mapRequests(store, query, zone); });
        });
        return;
    }
    const QSet<Id> asked = std::exchange(m_touched, {});
    if (asked.isEmpty())
        return;
    whenReady(m_store.read([query = m_query, zone, asked](DeskStore &store) { return mapRequests(store, query, zone, asked); }),
              this, [this, asked, query = m_query](const Result<MapRequests> &found) {
                  if (found && query == m_query)
                      refresh(asked, found.value());
                  if (found)
                      return;
                  if (query == m_query)
                      m_touched.unite(asked); // they are still to be read
                  Q_EMIT failed(found.error());
              });
}

//! Those that are still found take their place, others go.
void MapController::refresh(const QSet<Id> &asked, const MapRequests &found)
{
    QHash<Id, MapRequest> fresh;
    for (const MapRequest &r : found.requests) {
        MapRequest adopted = r;
        adopted.theme = adopt(m_all.themes, found.themes, r.theme);
        adopted.service = adopt(m_all.services, found.services, r.service);
        adopted.district = adopt(m_all.districts, found.districts, r.district);
        adopted.card = adopt(m_all.cards, found.cards, r.card);
        fresh.insert(r.id, adopted);
    }
    MapRequests all = m_all;
    QList<MapRequest> kept;
    kept.reserve(all.requests.size() + fresh.size());
    for (const MapRequest &r : std::as_const(all.requests)) {
        if (!asked.contains(r.id))
            kept.append(r);
        else if (const auto it = fresh.find(r.id); it != fresh.end()) {
            kept.append(*it);
            fresh.erase(it);
        }
    }
    for (const MapRequest &r : found.requests) { // new ones, in their order
        if (const auto it = fresh.constFind(r.id); it != fresh.cend())
            kept.append(*it);
    }
    all.requests = kept;
    show(std::move(all));
}

void MapController::show(MapRequests requests)
{
    m_all = std::move(requests);
    m_isLoaded = true;
    m_points.resize(std::size_t(m_all.requests.size()));
    qint32 first = 0, last = 0;
    for (qsizetype i = 0; i < m_all.requests.size(); ++i) {
        const MapRequest &r = m_all.requests.at(i);
        m_points[std::size_t(i)].at = r.hasPlace ? worldPoint({r.latitude, r.longitude}) : WorldPoint{};
        if (r.receivedOn) {
            first = first ? std::min(first, r.receivedOn) : r.receivedOn;
            last = std::max(last, r.receivedOn);
        }
    }
    m_firstDay = first ? QDate::fromJulianDay(first) : QDate();
    m_lastDay = last ? QDate::fromJulianDay(last) : QDate();
    sort();
    Q_EMIT changed();
}

void MapController::setSubject(MapSubject subject)
{
    if (subject == m_subject)
        return;
    m_subject = subject;
    sort();
    Q_EMIT changed();
}

void MapController::setPeriod(const QDate &from, const QDate &until)
{
    if (from == m_from && until == m_until)
        return;
    m_from = from;
    m_until = until;
    if (m_isSorting)
        return;
    choose();
    Q_EMIT changed();
}

void MapController::setDistrict(const Id &district)
{
    if (district == m_district)
        return;
    m_district = district;
    choose();
    Q_EMIT changed();
}

void MapController::setHidden(int kind, bool isHidden)
{
    if (kind < 0 || kind >= m_kinds.size() || m_kinds.at(kind).isHidden == isHidden)
        return;
    const MapKind &which = m_kinds.at(kind);
    if (which.state)
        isHidden ? void(m_hiddenStates.insert(*which.state)) : void(m_hiddenStates.remove(*which.state));
    else if (QSet<Id> &hidden = m_hidden[std::size_t(m_subject)]; isHidden)
        hidden.insert(which.id);
    else
        hidden.remove(which.id);
    m_kinds[kind].isHidden = isHidden;
    choose();
    Q_EMIT changed();
}

void MapController::setLasso(const QList<Position> &ring)
{
    m_lasso.clear();
    if (ring.size() > 2) {
        for (const Position &p : ring)
            m_lasso.push_back(worldPoint(p));
    }
    choose();
    Q_EMIT changed();
}

int MapController::kindOf(const MapRequest &r, qint32 today) const
{
    if (m_subject == MapSubject::Reports)
        return int(stateOf(r, today));
    const qint16 place = m_subject == MapSubject::Services ? r.service : r.theme;
    return place < 0 ? int(m_kinds.size()) - 1 : m_kindOfPlace.at(place);
}

//! The most frequent of the whole subject: colours must not change while time runs.
void MapController::makeKinds()
{
    m_kinds.clear();
    if (m_subject == MapSubject::Reports) {
        for (int state = 0; state < reportStates; ++state)
            m_kinds.append({{}, ReportState(state), 0, m_hiddenStates.contains(ReportState(state))});
        return;
    }
    const bool isService = m_subject == MapSubject::Services;
    const QList<Id> &ids = isService ? m_all.services : m_all.themes;
    QList<Id> roots; // a theme counts with the one above it
    for (const Id &id : ids)
        roots.append(isService ? id : rootOf(id));
    QHash<Id, int> counts;
    for (const qint32 index : std::as_const(m_ofSubject)) {
        const MapRequest &r = m_all.requests.at(index);
        const qint16 place = isService ? r.service : r.theme;
        if (place >= 0)
            ++counts[roots.at(place)];
    }
    QList<Id> order = counts.keys();
    std::sort(order.begin(), order.end(),
              [&](const Id &a, const Id &b) { return std::pair(-counts.value(a), a) < std::pair(-counts.value(b), b); });
    order = order.first(std::min<qsizetype>(maxNamedKinds, order.size()));
    const QSet<Id> &hidden = m_hidden[std::size_t(m_subject)];
    for (const Id &id : std::as_const(order))
        m_kinds.append({id, {}, 0, hidden.contains(id)});
    m_kinds.append({{}, {}, 0, hidden.contains(Id())});
    m_kindOfPlace.clear();
    for (const Id &root : std::as_const(roots)) {
        const qsizetype kind = order.indexOf(root);
        m_kindOfPlace.append(qint8(kind < 0 ? order.size() : kind));
    }
}

//! The theme at the top of its branch.
Id MapController::rootOf(const Id &theme) const
{
    Id root = theme;
    for (int depth = 0; depth < 8; ++depth) {
        const Theme *known = m_town.theme(root);
        if (!known || known->parent.isNull())
            break;
        root = known->parent;
    }
    return root;
}

void MapController::sort()
{
    m_ofSubject.clear();
    // A look at each card, not at each request.
    QList<bool> isComplex;
    for (const Id &card : std::as_const(m_all.cards)) {
        const Card *known = m_town.card(card);
        isComplex.append(known && known->complexity == CardKind::Complex);
    }
    for (qsizetype i = 0; i < m_all.requests.size(); ++i) {
        const MapRequest &r = m_all.requests.at(i);
        const bool isOf = m_subject == MapSubject::Complex   ? r.card >= 0 && isComplex.at(r.card)
                          : m_subject == MapSubject::Reports ? r.hasPlace
                                                             : true;
        if (isOf)
            m_ofSubject.append(qint32(i));
    }
    makeKinds();
    const qint32 now = dayNumber(today());
    for (const qint32 index : std::as_const(m_ofSubject))
        m_points[std::size_t(index)].kind = quint8(kindOf(m_all.requests.at(index), now));
    m_isSorting = true;
    Q_EMIT sorted();
    m_isSorting = false;
    choose();
}

void MapController::choose()
{
    m_chosen.clear();
    m_placed.clear();
    m_figures = {};
    m_hot = {};
    m_seeking.drop();
    for (MapKind &kind : m_kinds)
        kind.count = 0;
    const qint32 from = dayNumber(m_from), until = m_until.isValid() ? dayNumber(m_until) : std::numeric_limits<qint32>::max();
    const qint32 length = m_from.isValid() && m_until.isValid() ? until - from + 1 : 0;
    const qint32 now = dayNumber(today());
    const bool hasBefore = length > 0 && m_firstDay.isValid() && from - length >= dayNumber(m_firstDay);

    // Figures by place in m_all.districts, the last one for none.
    QList<MapFigures> byDistrict(m_all.districts.size() + 1);
    const qsizetype wanted = m_district.isNull() ? -1 : m_all.districts.indexOf(m_district);
    for (const qint32 index : std::as_const(m_ofSubject)) {
        const MapRequest &r = m_all.requests.at(index);
        const bool isIn = r.receivedOn >= from && r.receivedOn <= until;
        const bool isBefore = hasBefore && r.receivedOn < from && r.receivedOn >= from - length;
        if (!isIn && !isBefore)
            continue;
        const ClusterPoint &point = m_points[std::size_t(index)];
        if (!m_lasso.empty() && (!r.hasPlace || !isInside(point.at, m_lasso)))
            continue;
        const bool isOfDistrict = m_district.isNull() || (wanted >= 0 && r.district == wanted);
        if (isIn && isOfDistrict)
            ++m_kinds[point.kind].count;
        if (m_kinds.at(point.kind).isHidden)
            continue;
        MapFigures &figures = byDistrict[r.district < 0 ? m_all.districts.size() : r.district];
        if (isBefore) {
            ++figures.before;
            m_figures.before += isOfDistrict ? 1 : 0;
            continue;
        }
        ++figures.count;
        figures.withoutPlace += r.hasPlace ? 0 : 1;
        countPromise(r, now, figures);
        if (!isOfDistrict)
            continue;
        countPromise(r, now, m_figures);
        m_chosen.append(index);
        if (r.hasPlace)
            m_placed.append(index);
    }
    m_figures.count = int(m_chosen.size());
    m_figures.withoutPlace = int(m_chosen.size() - m_placed.size());
    m_figures.hasBefore = hasBefore;
    for (MapFigures &figures : byDistrict)
        figures.hasBefore = hasBefore;
    m_districts.clear();
    MapFigures rest = byDistrict.constLast();
    for (const District &district : m_town.districts()) {
        const qsizetype place = m_all.districts.indexOf(district.id);
        m_districts.append({district.id, place < 0 ? MapFigures{.hasBefore = hasBefore} : byDistrict.at(place)});
    }
    for (qsizetype i = 0; i < m_all.districts.size(); ++i) { // one that the town no longer has
        if (m_town.district(m_all.districts.at(i)))
            continue;
        const MapFigures &lost = byDistrict.at(i);
        rest.count += lost.count;
        rest.withoutPlace += lost.withoutPlace;
        rest.before += lost.before;
        rest.promised += lost.promised;
        rest.kept += lost.kept;
    }
    if (rest.count > 0 || rest.before > 0)
        m_districts.append({{}, rest});
}

QList<int> MapController::perMonth() const
{
    QList<int> months;
    if (!m_firstDay.isValid())
        return months;
    const auto monthOf = [](const QDate &day) { return day.year() * 12 + day.month() - 1; };
    const int first = monthOf(m_firstDay);
    months.resize(monthOf(m_lastDay) - first + 1);
    QHash<qint32, int> ofDay; // a calendar per request is slow
    for (const qint32 index : m_ofSubject) {
        const qint32 day = m_all.requests.at(index).receivedOn;
        if (!day)
            continue;
        auto it = ofDay.constFind(day);
        if (it == ofDay.constEnd())
            it = ofDay.insert(day, monthOf(QDate::fromJulianDay(day)) - first);
        ++months[*it];
    }
    return months;
}

QList<MapCluster> MapController::clusters(const WorldBox &box, double zoom) const
{
    return clustersIn(m_points, m_placed, box, zoom);
}

std::optional<WorldBox> MapController::extent() const
{
    if (auto box = boxAround(m_points, m_placed))
        return box;
    std::vector<ClusterPoint> places;
    for (const District &d : m_town.districts()) {
        if (d.latitude && d.longitude)
            places.push_back({worldPoint({*d.latitude, *d.longitude}), 0});
    }
    for (const Street &s : m_town.streets()) {
        if (s.latitude && s.longitude)
            places.push_back({worldPoint({*s.latitude, *s.longitude}), 0});
    }
    QList<qint32> every(qsizetype(places.size()));
    std::iota(every.begin(), every.end(), 0);
    return boxAround(places, every, 0);
}

std::pair<QList<Id>, int> MapController::within(const std::optional<WorldBox> &box, int limit) const
{
    QList<qint32> found;
    if (!box)
        found = m_chosen;
    for (const qint32 index : box ? m_placed : QList<qint32>()) {
        if (box->contains(m_points[std::size_t(index)].at))
            found.append(index);
    }
    // The day and the place in the store as one number: comparing ids half a million times is felt.
    std::vector<qint64> keys;
    keys.reserve(std::size_t(found.size()));
    for (const qint32 index : std::as_const(found))
        keys.push_back((qint64(m_all.requests.at(index).receivedOn) << 32) | index);
    const auto shown = std::ptrdiff_t(std::min<qsizetype>(limit, found.size()));
    std::nth_element(keys.begin(), keys.begin() + shown, keys.end(), std::greater<>());
    std::sort(keys.begin(), keys.begin() + shown, std::greater<>());
    QList<Id> ids;
    for (std::ptrdiff_t i = 0; i < shown; ++i)
        ids.append(m_all.requests.at(qint32(keys[std::size_t(i)] & 0xffffffff)).id);
    return {ids, int(found.size())};
}

std::optional<Position> MapController::place(const Id &request) const
{
    for (const MapRequest &r : m_all.requests) {
        if (r.id == request)
            return r.hasPlace ? std::optional(Position{r.latitude, r.longitude}) : std::nullopt;
    }
    return {};
}

void MapController::findHotSpots()
{
    std::vector<WorldPoint> events, town;
    events.reserve(std::size_t(m_placed.size()));
    for (const qint32 index : std::as_const(m_placed))
        events.push_back(m_points[std::size_t(index)].at);
    for (qsizetype i = 0; i < m_all.requests.size(); ++i) {
        if (m_all.requests.at(i).hasPlace)
            town.push_back(m_points[std::size_t(i)].at);
    }
    m_seeking.ask([events = std::move(events), town = std::move(town)] {
        return QtConcurrent::run([events, town]() -> Result<HotSpots> { return parvis::hotSpots(events, town); });
    });
}

void MapController::findIncidents()
{
    if (m_found)
        return showIncidents();
    m_gathering.ask([this] {
        m_isFoundOld = false;
        constexpr qint64 lookedThroughMs = 90LL * 24 * 60 * 60 * 1000;
        const auto read = [since = Instant{m_clock.now().ms - lookedThroughMs}](DeskStore &store) -> Result<QList<MapIncident>> {
            const auto open = openIncidents(store);
            const auto possible = open ? possibleIncidents(store, since) : open;
            if (!possible)
                return possible.error();
            QList<MapIncident> all;
            for (const PossibleIncident &incident : *open)
                all.append({incident, true});
            for (const PossibleIncident &incident : *possible)
                all.append({incident, false});
            std::stable_sort(all.begin(), all.end(), [](const MapIncident &a, const MapIncident &b) {
                return a.where.requests.size() > b.where.requests.size();
            });
            return all;
        };
        return m_store.read(read);
    });
}

void MapController::showIncidents()
{
    QSet<Id> theirs, chosen;
    for (const MapIncident &incident : *m_found)
        theirs.unite(QSet<Id>(incident.where.requests.begin(), incident.where.requests.end()));
    for (const qint32 index : std::as_const(m_placed)) {
        if (theirs.contains(m_all.requests.at(index).id))
            chosen.insert(m_all.requests.at(index).id);
    }
    m_incidents.clear();
    std::copy_if(m_found->begin(), m_found->end(), std::back_inserter(m_incidents), [&chosen](const MapIncident &incident) {
        return std::any_of(incident.where.requests.begin(), incident.where.requests.end(),
                           [&chosen](const Id &id) { return chosen.contains(id); });
    });
    Q_EMIT incidentsFound();
}

} // namespace parvis
