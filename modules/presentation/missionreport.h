#pragma once

#include "domain/cardform.h"
#include "domain/mission.h"
#include "presentation/advice.h"
#include "presentation/requestmoves.h"
#include "presentation/streetindex.h"

namespace parvis {

//! What a patroller writes on site, as a value: kept while it is written, and sent as one.
struct MissionReport
{
    QString where; //!< as typed
    Place place;   //!< the chosen one; its address is empty if none is
    Id card;       //!< of an own report: what was found, as the town calls it
    QString findings;
    Safety safety = Safety::Unsaid;
    QString measures, materials;
    int minutes = 0;
    Id target; //!< the service that takes over; null: nobody
    QList<FileReference> photos;

    bool operator==(const MissionReport &) const = default;
};

QJsonObject toJson(const MissionReport &report); //!< empty for an empty one
MissionReport missionReportFrom(const QJsonObject &json);

//! What a mission starts its report with: its place.
MissionReport reportFor(const Mission &mission);

//! What keeps a report from being sent.
enum class ReportGap {
    None,
    Findings,      //!< what was found
    Place,         //!< where
    PhotosNeedCase //!< photos are kept with a case: a service must get one
};

//! \a mission: that the report is about; null for an own one. \a hasRequest: its request is on this desk.
ReportGap gapOf(const MissionReport &report, const Mission *mission, bool hasRequest);

//! Who writes, where and when.
struct ReportScene
{
    const Actor &actor;
    const ReferenceData &town;
    IdMaker &ids;
    Instant now;
};

//! The edits by which a report is sent. \a text: the report in words, for the case.
//! An own report becomes a case with its photos and a mission that is done. So does that of a mission without a request, if a
//! service takes over. One about a request becomes a note on it with its photos, and the request goes to the target.
struct SentReport
{
    QList<Edit> edits;
    Id mission, request; //!< the request may be null
};
SentReport ownReport(const MissionReport &report, const QString &text, const ReportScene &scene);
SentReport reportOn(const Mission &mission, qint64 seq, const std::optional<SeenRequest> &request, const MissionReport &report,
                    const QString &text, const ReportScene &scene);

//! Where a case of \a card at \a district goes; \a target: said by the patroller.
Route routeFor(const Id &card, const Id &district, const Id &target, const QString &said, const ReferenceData &town, Instant now);

} // namespace parvis
