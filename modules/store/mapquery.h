#pragma once

#include "store/requestquery.h"

namespace parvis {

//! A request as the map and its figures need it: small, because a town has a million. Theme, service, district and card are
//! places in the lists of MapRequests; −1: none.
struct MapRequest
{
    Id id;
    double latitude = 0, longitude = 0; //!< only with hasPlace
    qint16 theme = -1, service = -1, district = -1, card = -1;
    qint32 receivedOn = 0; //!< Julian days, in the town's time; 0: none
    qint32 dueOn = 0;
    qint32 doneOn = 0; //!< answered or closed
    RequestStatus status = RequestStatus::Received;
    bool hasPlace = false;
    bool isStopped = false; //!< waits for the citizen, or is done
    bool isConfidential = false;

    bool isDone() const { return status == RequestStatus::Answered || status == RequestStatus::Closed; }
    bool operator==(const MapRequest &) const = default;
};

struct MapRequests
{
    QList<MapRequest> requests; //!< by their place in the store
    QList<Id> themes, services, districts, cards;

    bool operator==(const MapRequests &) const = default;
};

//! All that the query finds, wherever they are; \a zone says where a day begins. \a only: of these alone (empty: of all).
Result<MapRequests> mapRequests(DeskStore &store, const RequestQuery &query, const QTimeZone &zone, const QSet<Id> &only = {});

} // namespace parvis
