#include "ui_patrol/patrolwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct PatrolWords
{
    Q_DECLARE_TR_FUNCTIONS(PatrolWords)
};

constexpr double metresPerKilometre = 1000;

} // namespace

QString sentence(ReportGap gap)
{
    switch (gap) {
    case ReportGap::None: return {};
    case ReportGap::Findings: return PatrolWords::tr("Say what you found.");
    case ReportGap::Place: return PatrolWords::tr("Say where it is.");
    case ReportGap::PhotosNeedCase: return PatrolWords::tr("Photos are kept with a case: choose the service that gets it.");
    }
    return {};
}

QString sentence(CameraTrouble trouble)
{
    switch (trouble) {
    case CameraTrouble::Busy:
        return PatrolWords::tr("The camera gives no picture. Close the other program that uses it, or add a photo from a file.");
    case CameraTrouble::Gone: return PatrolWords::tr("The camera is no longer connected. The photos already taken are kept.");
    }
    return {};
}

QString missionTitle(const Mission &mission)
{
    return mission.subject.isEmpty() ? mission.address : mission.subject;
}

QString missionPlace(const Mission &mission, const ReferenceData &town)
{
    QStringList parts{mission.address, town.districtName(mission.district)};
    parts.removeAll(QString());
    return parts.isEmpty() ? PatrolWords::tr("no place given") : parts.join(u" · "_s);
}

QString missionPatroller(const Mission &mission, const Id &me, const ReferenceData &town)
{
    if (mission.patroller.isNull())
        //: a mission that nobody has taken
        return PatrolWords::tr("to take");
    //: the agent who reads it
    return mission.patroller == me ? PatrolWords::tr("you") : town.userName(mission.patroller);
}

ChipLook missionChip(const MissionRow &row, const QDate &today, const ReferenceData &town)
{
    const Mission &m = row.mission;
    switch (m.state) {
    case MissionState::Done: return {u"circle-check"_s, word(m.state), Tone::OnTime};
    case MissionState::Cancelled: return {u"circle-x"_s, word(m.state), Tone::Muted};
    case MissionState::UnderWay: return {u"footprints"_s, word(m.state), Tone::Accent};
    case MissionState::ToDo: break;
    }
    if (!m.dueOn.isValid())
        return {u"list-checks"_s, word(m.state), Tone::Neutral};
    return chipFor(delayOf(true, false, m.dueOn, today, town.calendar()));
}

QString metresText(double metres)
{
    const QLocale locale;
    if (metres < metresPerKilometre) {
        constexpr double step = 10; // straight lines say no more
        return PatrolWords::tr("%1 m").arg(locale.toString(std::round(metres / step) * step, 'f', 0));
    }
    return PatrolWords::tr("%1 km").arg(locale.toString(metres / metresPerKilometre, 'f', 1));
}

QString reportText(const MissionReport &report, const ReferenceData &town)
{
    Mission said;
    said.findings = report.findings.trimmed().isEmpty() ? town.cardTitle(report.card) : report.findings;
    said.safety = report.safety;
    said.measures = report.measures;
    said.materials = report.materials;
    said.minutes = report.minutes;
    return reportText(said);
}

} // namespace parvis
