#pragma once

#include "domain/mutation.h"

// Patrol: what a patroller is sent to look at, or saw without being sent, and the report that a technician can work by without
// coming twice.

namespace parvis {

enum class MissionPurpose {
    Check,  //!< of a request: is it so, is it dangerous, is it done
    Survey, //!< commissioned by a service
    Own     //!< nobody sent them (autosaisine)
};
template <>
struct Tokens<MissionPurpose>
{
    static constexpr std::array<QLatin1StringView, 3> words{QLatin1StringView("check"), QLatin1StringView("survey"),
                                                            QLatin1StringView("own")};
};

enum class MissionState { ToDo, UnderWay, Done, Cancelled };
template <>
struct Tokens<MissionState>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("to_do"), QLatin1StringView("under_way"),
                                                            QLatin1StringView("done"), QLatin1StringView("cancelled")};
};

//! Is the place safe when the patroller leaves it?
enum class Safety { Unsaid, NoDanger, MadeSafe, StillDangerous };
template <>
struct Tokens<Safety>
{
    static constexpr std::array<QLatin1StringView, 4> words{QLatin1StringView("unsaid"), QLatin1StringView("no_danger"),
                                                            QLatin1StringView("made_safe"), QLatin1StringView("still_dangerous")};
};

//! A patrol mission (intervention) with its report. It names no citizen: a patroller sees what they need. Seen by the agents of
//! its service, of whom patrollers have those that they patrol for.
struct Mission
{
    static constexpr Kind kind = Kind::Mission;
    static EntityDescription description();

    Id id;
    MissionPurpose purpose = MissionPurpose::Check;
    Id request; //!< that it is about, or that its report became; null: none yet
    QString subject;
    QString instructions; //!< what to look at
    Id service;           //!< for which the patroller goes; decides who sees it
    Id patroller;         //!< who goes; null: whoever takes it
    MissionState state = MissionState::ToDo;
    QString reason; //!< why it was cancelled
    QString address;
    Id district;
    std::optional<double> latitude, longitude; //!< WGS 84 degrees
    QDate dueOn;
    Instant at; //!< when it was given
    Id author;

    // The report. Written by its patroller, final with Done.
    QString findings;
    Safety safety = Safety::Unsaid;
    QString measures;  //!< what was done, and what is to do
    QString materials; //!< what the technicians need to bring
    int minutes = 0;   //!< of work, estimated; 0: not said
    Id target;         //!< the service that takes over; null: nothing is left to do
    QJsonArray photos; //!< files by reference, attached to the request: {"name","sha256","bytes","media_type"}
    Instant reportedAt;
    QJsonObject extra;

    bool operator==(const Mission &) const = default;
};

//! To do → under way → done, or cancelled with a reason until it is done. Where an agent may go from \a from.
QList<MissionState> nextStates(MissionState from);
bool isOpen(MissionState state);

//! The rules of a mission that goes from \a before (empty: it is created) to \a after: its moves, a subject or a place, a report
//! with findings before it is done, nothing more once it is. None: allowed.
Refusal missionRefusal(const QJsonObject &before, const QJsonObject &after);

} // namespace parvis
