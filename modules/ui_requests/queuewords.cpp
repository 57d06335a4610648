#include "ui_requests/queuewords.h"

#include <QtCore/QCoreApplication>

namespace parvis {

namespace {

struct QueueWords
{
    Q_DECLARE_TR_FUNCTIONS(parvis::QueueWords)
};

} // namespace

QString laneTitle(Lane lane)
{
    switch (lane) {
    //: a lane of the board: cases that nobody has
    case Lane::ToTake: return QueueWords::tr("To take");
    //: a lane of the board: cases that somebody has and has not begun
    case Lane::ToDo: return QueueWords::tr("To begin");
    case Lane::InProgress: return QueueWords::tr("In progress");
    case Lane::Waiting: return QueueWords::tr("Waiting");
    }
    return {};
}

QString laneHint(Lane lane)
{
    switch (lane) {
    case Lane::ToTake: return QueueWords::tr("Every case has somebody.");
    case Lane::ToDo: return QueueWords::tr("Nothing waits to be begun.");
    case Lane::InProgress: return QueueWords::tr("Ctrl+Right in “To begin” brings a case here.");
    case Lane::Waiting: return QueueWords::tr("Nothing waits for anybody.");
    }
    return {};
}

QString headingText(PlanPart part, qsizetype cases)
{
    const auto n = int(cases);
    switch (part) {
    //: parts of the plan of the day
    case PlanPart::Late: return QueueWords::tr("Late: %n case(s)", nullptr, n);
    case PlanPart::Today: return QueueWords::tr("Due today: %n case(s)", nullptr, n);
    case PlanPart::NextDay: return QueueWords::tr("Due on the next working day: %n case(s)", nullptr, n);
    case PlanPart::ToTake: return QueueWords::tr("Nobody has them yet: %n case(s)", nullptr, n);
    case PlanPart::ThisWeek: return QueueWords::tr("Due within the week: %n case(s)", nullptr, n);
    case PlanPart::ToChase: return QueueWords::tr("Waiting, and due within the week; ask again: %n case(s)", nullptr, n);
    }
    return {};
}

Tone toneOf(PlanPart part)
{
    switch (part) {
    case PlanPart::Late: return Tone::Late;
    case PlanPart::Today: return Tone::DueToday;
    default: return Tone::Neutral;
    }
}

} // namespace parvis
