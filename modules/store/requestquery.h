#pragma once

#include "domain/request.h"
#include "store/deskstore.h"

namespace parvis {

enum class RequestView { All, Mine, MyServices, Late, DueToday, ToQualify };

//! Which requests a list shows: a view, narrowed by whatever is set.
struct RequestQuery
{
    RequestView view = RequestView::All;
    Id user = {};        //!< for Mine
    IdSet services = {}; //!< for MyServices
    QDate today = {};    //!< for Late and DueToday

    QString words = {};  //!< every word, in any searched field, the last one may be a beginning
    QString number = {}; //!< "2026-014233", or a part without the year: "14233"
    std::optional<RequestStatus> status = {};
    std::optional<Channel> channel = {};
    Id service = {}, district = {}, citizen = {}, assignee = {};
    Id incident = {};        //!< a standing one, with all that were merged into it
    QString incidentOf = {}; //!< the incident that the request with this number reports
    bool inAnIncident = false;
    IdSet only = {};                //!< these alone; empty: all
    Instant since = {}, until = {}; //!< of reception; until is excluded
    bool late = false;

    bool operator==(const RequestQuery &) const = default;
};

//! A request as a list shows it.
struct RequestRow
{
    Id id;
    QString number;
    QString subject; //!< or the beginning of the text
    QString address;
    QString citizen; //!< displayName(); empty: anonymous
    Id citizenId;
    Id service;
    QString serviceName; //!< short
    Id assignee;
    Id district;
    Id incident; //!< the standing one (see incident.h); null: none
    RequestStatus status = RequestStatus::Received;
    Channel channel = Channel::Phone;
    Instant receivedAt;
    QDate dueOn;
    bool isClockStopped = false; //!< it waits for the citizen, or is done
    bool confidential = false;
    bool pending = false;  //!< has mutations on their way
    bool conflict = false; //!< has an open proposal
    qint64 rowid = 0;      //!< of the store, for the cursor only

    bool operator==(const RequestRow &) const = default;
};

//! Where a page ended; give it back for the next one.
struct RequestCursor
{
    qint64 key = 0;
    qint64 rowid = 0;
    bool operator==(const RequestCursor &) const = default;
};

struct RequestPage
{
    QList<RequestRow> rows;
    std::optional<RequestCursor> next; //!< nothing: the end
};

//! All and searches: newest first; the others: most urgent first. A search lists the last word as begun only where whole words
//! don't fill the page.
Result<RequestPage> requestPage(DeskStore &store, const RequestQuery &query, int limit,
                                const std::optional<RequestCursor> &after = {});

//! The row of one request as it stands now; nothing if it is gone.
Result<std::optional<RequestRow>> requestRow(DeskStore &store, const Id &id);
Result<QList<RequestRow>> requestRows(DeskStore &store, const QList<Id> &ids); //!< those that are there

//! Does the request (still) belong to the list? Words are not looked at.
bool belongs(const RequestRow &row, const RequestQuery &query);

struct ViewCounts
{
    qint64 all = 0, mine = 0, myServices = 0, late = 0, dueToday = 0, toQualify = 0;
    bool operator==(const ViewCounts &) const = default;
};
Result<ViewCounts> viewCounts(DeskStore &store, const Id &user, const IdSet &services, const QDate &today);

//! On-time share of the requests promised in [since, until): answered or closed by the due day, and the number looked at.
struct OnTime
{
    qint64 kept = 0, promised = 0;
};
Result<OnTime> onTime(DeskStore &store, const QDate &since, const QDate &until);

//! Open requests of a citizen first, then the rest, newest first.
Result<QList<RequestRow>> requestsOf(DeskStore &store, const Id &citizen, int limit = 50);

} // namespace parvis
