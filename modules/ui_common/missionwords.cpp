#include "ui_common/missionwords.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct MissionWords
{
    Q_DECLARE_TR_FUNCTIONS(MissionWords)
};

constexpr int minutesPerHour = 60;

} // namespace

QString word(MissionState state)
{
    switch (state) {
    //: state of a patrol mission
    case MissionState::ToDo: return MissionWords::tr("to do");
    //: state of a patrol mission
    case MissionState::UnderWay: return MissionWords::tr("under way");
    //: state of a patrol mission
    case MissionState::Done: return MissionWords::tr("reported");
    //: state of a patrol mission
    case MissionState::Cancelled: return MissionWords::tr("cancelled");
    }
    return {};
}

QString word(MissionPurpose purpose)
{
    switch (purpose) {
    //: purpose of a patrol mission
    case MissionPurpose::Check: return MissionWords::tr("check of a request");
    //: purpose of a patrol mission, commissioned by a service
    case MissionPurpose::Survey: return MissionWords::tr("survey");
    //: purpose of a patrol mission: nobody sent them
    case MissionPurpose::Own: return MissionWords::tr("own report");
    }
    return {};
}

QString word(Safety safety)
{
    switch (safety) {
    case Safety::Unsaid: return {};
    case Safety::NoDanger: return MissionWords::tr("No danger");
    case Safety::MadeSafe: return MissionWords::tr("Made safe");
    case Safety::StillDangerous: return MissionWords::tr("Still dangerous");
    }
    return {};
}

QString iconFor(Safety safety)
{
    switch (safety) {
    case Safety::Unsaid: return u"circle-help"_s;
    case Safety::NoDanger: return u"circle-check"_s;
    case Safety::MadeSafe: return u"shield-check"_s;
    case Safety::StillDangerous: return u"triangle-alert"_s;
    }
    return {};
}

QString minutesText(int minutes)
{
    if (minutes < minutesPerHour)
        return MissionWords::tr("%1 min").arg(minutes);
    const int rest = minutes % minutesPerHour;
    return rest == 0 ? MissionWords::tr("%1 h").arg(minutes / minutesPerHour)
                     //: hours and minutes
                     : MissionWords::tr("%1 h %2").arg(minutes / minutesPerHour).arg(rest, 2, 10, QChar(u'0'));
}

QString reportText(const Mission &mission)
{
    QStringList lines;
    const auto add = [&lines](const QString &title, const QString &text) {
        if (!text.trimmed().isEmpty())
            //: a part of a report and what it says
            lines.append(MissionWords::tr("%1: %2").arg(title, text.trimmed()));
    };
    add(MissionWords::tr("Findings"), mission.findings);
    add(MissionWords::tr("Safety"), word(mission.safety));
    add(MissionWords::tr("Measures"), mission.measures);
    add(MissionWords::tr("Materials"), mission.materials);
    add(MissionWords::tr("Time estimate"), mission.minutes > 0 ? minutesText(mission.minutes) : QString());
    return lines.join(u'\n');
}

} // namespace parvis
