#include "domain/incident.h"
#include "simdesk.h"

#include <algorithm>

// Reports of one cause: gathered, taken out, merged and parted, at several desks at once.

namespace parvis {

using namespace Qt::StringLiterals;

void SimDesk::workOnIncidents()
{
    switch (m_world.pick(6)) {
    case 0: return takeOutOfIncident();
    case 1: return partIncident();
    default: return gatherRequests();
    }
}

void SimDesk::gatherRequests()
{
    const auto one = knownRequest(), other = knownRequest();
    if (!one || !other || one == other)
        return;
    const auto standing = [this](const Id &request) {
        const QString in = document(Kind::Request, request).value("incident"_L1).toString();
        return standingIncident(idFromText(in).value_or(Id()), lookup());
    };
    const Id of = standing(*one), to = standing(*other);
    const Id into = !of.isNull() ? of : !to.isNull() ? to : makeId(m_clock.now(), m_ids);
    QList<Edit> edits;
    if (of.isNull() && to.isNull()) {
        // Of their order of making, not of a clock: who goes into whom is not to differ with the clocks.
        const QJsonObject made{{u"subject"_s, u"Fuite"_s},
                               {u"latitude"_s, 48.9},
                               {u"longitude"_s, 4.3},
                               {u"at"_s, qint64(m_town.incidents.size()) + 1}};
        edits.append({Kind::Incident, Verb::Create, into, made, {}, 0});
        m_town.incidents.append(into);
    } else if (!of.isNull() && !to.isNull() && of != to) {
        edits.append({Kind::Incident, Verb::Patch, to, {{u"merged_into"_s, idText(into)}}, {}, 0});
    }
    for (const Id &request : {*one, *other}) {
        if (standing(request).isNull())
            edits.append({Kind::Request, Verb::Patch, request, {{u"incident"_s, idText(into)}}, {}, 0});
    }
    submit(edits);
}

void SimDesk::takeOutOfIncident()
{
    const auto request = knownRequest();
    if (request && document(Kind::Request, *request).contains("incident"_L1))
        submit({{Kind::Request, Verb::Patch, *request, {{u"incident"_s, QJsonValue()}}, {}, 0}});
}

void SimDesk::partIncident()
{
    QList<Id> merged = m_town.incidents;
    merged.removeIf([this](const Id &incident) { return !document(Kind::Incident, incident).contains("merged_into"_L1); });
    if (!merged.isEmpty())
        submit({{Kind::Incident,
                 Verb::Patch,
                 merged.at(m_world.pick(int(merged.size()))),
                 {{u"merged_into"_s, QJsonValue()}},
                 {},
                 0}});
}

} // namespace parvis
