// The map's part in a patrol: the round there, and places picked on it.

#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/townmap.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/patrolworkspace.h"
#include "ui_patrol/reportform.h"
#include "ui_patrol/touch.h"

#include <QtGui/QAction>

#include <limits>

using namespace Qt::StringLiterals;

namespace parvis {

void PatrolWorkspace::setMap(TownMap &map)
{
    m_map = makeAction(this, {u"patrol.map"_s,
                              tr("Round on the map"),
                              {Qt::Key_M},
                              u"map"_s,
                              tr("The stops by number, in the order of the list; Escape comes back.")});
    connect(m_map, &QAction::triggered, this, [this, &map] { showRound(map); });
    m_pickPlace = makeAction(this, {u"patrol.pickPlace"_s,
                                    tr("Pick the place on the map"),
                                    {Qt::CTRL | Qt::Key_M},
                                    u"map-pin"_s,
                                    tr("Escape comes back from there with nothing changed.")});
    connect(m_pickPlace, &QAction::triggered, this, [this, &map] { pickPlace(map); });
    m_form->setPlaceAction(m_pickPlace);
    auto *button = new ActionButton(m_map);
    button->setShowsKey(false);
    makeTouchable(button);
    m_listButtons->addWidget(button);
    showList();
    showActions();
}

void PatrolWorkspace::pickPlace(TownMap &map)
{
    if (!m_controller.maySend())
        return;
    const MissionReport &report = m_controller.report();
    PlaceQuestion question{id(), m_controller.mission() ? missionTitle(m_controller.mission()->mission) : QString(),
                           report.place};
    if (const auto &here = m_controller.position(); here && !question.known.latitude) {
        question.known.latitude = here->latitude;
        question.known.longitude = here->longitude;
    }
    map.pickPlace(question, this, [this, asked = m_controller.id(), isOwn = m_controller.isOwn()](const Place &place) {
        if (asked == m_controller.id() && isOwn == m_controller.isOwn() && m_controller.maySend())
            m_form->setPlace(place);
    });
}

void PatrolWorkspace::showRound(TownMap &map)
{
    MapRound round{id(), m_controller.position(), {}, m_controller.id()};
    int number = 0;
    for (const PatrolStop &stop : m_controller.stops()) {
        const Mission &mission = stop.row.mission;
        ++number; // as in the list and on paper, where those without a place count
        constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();
        round.stops.append({mission.id,
                            number,
                            {mission.latitude.value_or(nowhere), mission.longitude.value_or(nowhere)},
                            missionTitle(mission),
                            missionPlace(mission, m_town)});
    }
    map.showRound(round);
}

} // namespace parvis
