#pragma once

#include "geo/clusters.h"
#include "geo/hotspots.h"
#include "presentation/latest.h"
#include "presentation/referencedata.h"
#include "presentation/storeevents.h"
#include "store/incidentquery.h"
#include "store/mapquery.h"
#include "store/storegate.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <array>

namespace parvis {

//! The three views of the map.
enum class MapSubject {
    Complex,  //!< procedures that need research, by theme
    Services, //!< all requests, by service
    Reports   //!< requests with a place, by how they stand
};

//! How a report stands.
enum class ReportState { Late, OnTime, Waiting, DoneInTime, DoneLate };
inline constexpr int reportStates = 5;

//! What has one colour and one shape on the map.
struct MapKind
{
    Id id;                                 //!< theme or service; null: the others, or of a report
    std::optional<ReportState> state = {}; //!< of a report
    int count = 0;                         //!< of what is chosen, hidden kinds too
    bool isHidden = false;
    bool operator==(const MapKind &) const = default;
};
inline constexpr int maxNamedKinds = 8; //!< more colours are told apart by nobody; the rest are "others"

//! Figures of what is chosen.
struct MapFigures
{
    int count = 0;
    int withoutPlace = 0;       //!< counted, but not on the map
    int before = 0;             //!< in the period of the same length just before
    bool hasBefore = false;     //!< that period is known whole
    int promised = 0, kept = 0; //!< whose promised day has come, and those done by it
    bool operator==(const MapFigures &) const = default;
};

struct MapDistrict
{
    Id id; //!< null: outside, or not known
    MapFigures figures;
    bool operator==(const MapDistrict &) const = default;
};

//! Open reports of one cause: gathered by an agent or by the rule, or proposed.
struct MapIncident
{
    PossibleIncident where;
    bool isGathered = false;
};

//! The requests of the map: read once for a filter, then narrowed, grouped and counted in memory, so that the slider of time
//! never waits for the store. Kept in step with it. Reads only while somebody looks. GUI thread.
class MapController final : public QObject
{
    Q_OBJECT
public:
    MapController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                  QObject *parent = nullptr);

    // What is looked at
    void look(const RequestQuery &query); //!< reads, if it is another query or something changed since
    void stop();                          //!< nobody looks any more
    void setSubject(MapSubject subject);
    void setPeriod(const QDate &from, const QDate &until); //!< of reception, both included; invalid: open
    void setDistrict(const Id &district);                  //!< null: all
    void setHidden(int kind, bool isHidden);
    void setLasso(const QList<Position> &ring); //!< fewer than three: none

    MapSubject subject() const { return m_subject; }
    QDate from() const { return m_from; }
    QDate until() const { return m_until; }
    const Id &district() const { return m_district; }
    bool hasLasso() const { return m_lasso.size() > 2; }
    const RequestQuery &query() const { return m_query; }

    // What is there
    bool isLoaded() const { return m_isLoaded; }
    QDate firstDay() const { return m_firstDay; } //!< of all that the query finds; invalid without any
    QDate lastDay() const { return m_lastDay; }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }
    const MapRequests &all() const { return m_all; }
    const QList<qint32> &chosen() const { return m_chosen; } //!< indexes into all(), with and without a place
    const QList<qint32> &placed() const { return m_placed; } //!< of these, those on the map
    std::span<const ClusterPoint> points() const { return m_points; }

    const QList<MapKind> &kinds() const { return m_kinds; } //!< by count; the others last
    const MapFigures &figures() const { return m_figures; }
    const QList<MapDistrict> &districts() const { return m_districts; } //!< the town's, in its order; the rest last, if any
    QList<int> perMonth() const; //!< of all that the subject and the filter have, from firstDay() on

    QList<MapCluster> clusters(const WorldBox &box, double zoom) const;
    std::optional<WorldBox> extent() const; //!< of what is chosen, else of the town
    //! Ids of what is on the map inside the box, newest first, at most \a limit; and how many there are. Without a box: of all
    //! that is chosen, with and without a place.
    std::pair<QList<Id>, int> within(const std::optional<WorldBox> &box, int limit) const;
    std::optional<Position> place(const Id &request) const;

    //! Hot spots of what is chosen; hotSpotsFound() follows.
    void findHotSpots();
    const HotSpots &hotSpots() const { return m_hot; }

    //! Incidents, and what may be one, with reports among what is chosen; incidentsFound() follows.
    void findIncidents();
    const QList<MapIncident> &incidents() const { return m_incidents; } //!< most reports first

Q_SIGNALS:
    void sorted();  //!< other requests, or another subject: what time offers may be another. Before changed()
    void changed(); //!< others chosen
    void hotSpotsFound();
    void incidentsFound();
    void incidentsOutdated(); //!< what was found holds no longer
    void failed(const parvis::Error &error);

private:
    void load();
    void take(const Touched &touched);
    void refresh(const QSet<Id> &asked, const MapRequests &found);
    void show(MapRequests requests);
    void sort();   //!< by subject: kinds and points
    void choose(); //!< by period, district, lasso, hidden kinds
    int kindOf(const MapRequest &request, qint32 today) const;
    void showIncidents();
    void makeKinds();
    Id rootOf(const Id &theme) const;

    StoreGate &m_store;
    const ReferenceData &m_town;
    const Clock &m_clock;
    RequestQuery m_query;
    MapSubject m_subject = MapSubject::Reports;
    QDate m_from, m_until;
    Id m_district;
    std::vector<WorldPoint> m_lasso;
    bool m_isLooking = false, m_isLoaded = false, m_isStale = true, m_isSorting = false;

    MapRequests m_all;
    std::vector<ClusterPoint> m_points; //!< one for each of m_all
    QList<qint32> m_ofSubject, m_chosen, m_placed;
    QList<MapKind> m_kinds;
    std::array<QSet<Id>, 3> m_hidden; //!< by subject: themes, services (null: the others)
    QSet<ReportState> m_hiddenStates;
    QList<qint8> m_kindOfPlace; //!< by theme or service of m_all
    QDate m_firstDay, m_lastDay;
    MapFigures m_figures;
    QList<MapDistrict> m_districts;
    HotSpots m_hot;
    QSet<Id> m_touched;
    QTimer m_pause;
    Latest<MapRequests> m_loading;
    Latest<HotSpots> m_seeking;
    std::optional<QList<MapIncident>> m_found; //!< all that the store has, until it changes
    bool m_isFoundOld = false;                 //!< it has changed since it was asked
    QList<MapIncident> m_incidents;
    Latest<QList<MapIncident>> m_gathering;
};

} // namespace parvis
