#include "domain/mission.h"
#include "simdesk.h"

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

const QStringList finds{u"trou"_s, u"fuite"_s, u"rien"_s, u"mât penché"_s};

} // namespace

//! Somebody is sent, goes, gives back, cancels, reports, or reports what nobody asked for.
void SimDesk::patrol()
{
    const auto id = knownMission();
    if (!id || m_world.chance(0.3))
        return m_world.chance(0.4) ? reportOwn() : giveMission();
    if (m_world.chance(0.35))
        reportMission(*id);
    else
        moveMission(*id);
}

std::optional<Id> SimDesk::knownMission()
{
    for (int i = 0; i < 5 && !m_town.missions.isEmpty(); ++i) {
        const Id id = m_town.missions.at(m_world.pick(int(m_town.missions.size())));
        if (!document(Kind::Mission, id).isEmpty())
            return id;
    }
    return std::nullopt;
}

void SimDesk::giveMission()
{
    const Id mission = makeId(m_clock.now(), m_ids);
    QJsonObject set{{u"subject"_s, finds.at(m_world.pick(4))},
                    {u"service"_s, idText(m_town.services.at(m_world.pick(int(m_town.services.size()))))},
                    {u"author"_s, idText(m_user)},
                    {u"at"_s, m_clock.now().ms}};
    if (const auto request = knownRequest(); request && m_world.chance(0.5))
        set.insert(u"request"_s, idText(*request));
    else
        set.insert(u"purpose"_s, u"survey"_s);
    if (submit({{Kind::Mission, Verb::Create, mission, set, {}, 0}}))
        m_town.missions.append(mission);
}

void SimDesk::moveMission(const Id &id)
{
    QJsonObject set;
    switch (m_world.pick(6)) {
    case 0:
    case 1: set = {{u"patroller"_s, idText(m_user)}}; break;
    case 2: set = {{u"patroller"_s, idText(m_user)}, {u"state"_s, u"under_way"_s}}; break;
    case 3: set = {{u"patroller"_s, QJsonValue()}, {u"state"_s, u"to_do"_s}}; break;
    case 4: set = {{u"state"_s, u"cancelled"_s}, {u"reason"_s, finds.at(m_world.pick(4))}}; break;
    default: set = {{u"service"_s, idText(m_town.services.at(m_world.pick(int(m_town.services.size()))))}};
    }
    submit({{Kind::Mission, Verb::Patch, id, set, {}, 0}});
}

//! A report about a request says so there; one of a survey becomes a case.
void SimDesk::reportMission(const Id &id)
{
    const Mission mission = fromDocument<Mission>(id, document(Kind::Mission, id));
    const QString found = finds.at(m_world.pick(4));
    QJsonObject set{{u"state"_s, u"done"_s},
                    {u"patroller"_s, idText(m_user)},
                    {u"findings"_s, found},
                    {u"safety"_s, m_world.chance(0.5) ? u"made_safe"_s : u"no_danger"_s},
                    {u"minutes"_s, 15 * m_world.pick(9)},
                    {u"reported_at"_s, m_clock.now().ms}};
    QList<Edit> edits;
    Id made;
    if (!mission.request.isNull() && !document(Kind::Request, mission.request).isEmpty()) {
        const QJsonObject note{{u"request"_s, idText(mission.request)}, {u"author"_s, idText(m_user)}, {u"text"_s, found}};
        edits.append({Kind::Note, Verb::Create, makeId(m_clock.now(), m_ids), note, {}, 0});
    } else if (mission.request.isNull() && m_world.chance(0.6)) {
        made = makeId(m_clock.now(), m_ids);
        const QJsonObject request{{u"subject"_s, found},
                                  {u"channel"_s, u"patrol"_s},
                                  {u"created_by"_s, idText(m_user)},
                                  {u"received_at"_s, m_clock.now().ms}};
        edits.append({Kind::Request, Verb::Create, made, request, {}, 0});
        set.insert(u"request"_s, idText(made));
    }
    edits.append({Kind::Mission, Verb::Patch, id, set, {}, 0});
    if (submit(edits) && !made.isNull())
        m_town.requests.append(made);
}

void SimDesk::reportOwn()
{
    const Id request = makeId(m_clock.now(), m_ids), mission = makeId(m_clock.now(), m_ids);
    const QString found = finds.at(m_world.pick(4));
    const QString service = idText(m_town.services.at(m_world.pick(int(m_town.services.size()))));
    const QString own = idText(m_town.services.at(m_world.pick(int(m_town.services.size()))));
    const QJsonObject made{{u"subject"_s, found},        {u"channel"_s, u"patrol"_s},       {u"service"_s, service},
                           {u"status"_s, u"assigned"_s}, {u"created_by"_s, idText(m_user)}, {u"received_at"_s, m_clock.now().ms}};
    const QJsonObject report{{u"subject"_s, found},  {u"purpose"_s, u"own"_s},         {u"request"_s, idText(request)},
                             {u"service"_s, own},    {u"target"_s, service},           {u"state"_s, u"done"_s},
                             {u"findings"_s, found}, {u"patroller"_s, idText(m_user)}, {u"reported_at"_s, m_clock.now().ms}};
    if (!submit({{Kind::Request, Verb::Create, request, made, {}, 0}, {Kind::Mission, Verb::Create, mission, report, {}, 0}}))
        return;
    m_town.requests.append(request);
    m_town.missions.append(mission);
}

} // namespace parvis
