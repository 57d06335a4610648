#include "demo/incidentwriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 86'400'000;

} // namespace

IncidentWriter::IncidentWriter(const TownData &town, quint32 seed, Instant until)
    : m_town(town), m_chance(seed + 0x51ed2701U), m_until(until)
{}

void IncidentWriter::follow(QList<IntakeRecord> &into, qsizetype first)
{
    auto request = fromDocument<Request>(into.at(first).id, into.at(first).fields);
    const bool isOfLate = request.receivedAt.ms > m_until.ms - 300 * dayMs;
    if (!isOfLate || !request.latitude || request.card.isNull() || request.confidential || request.onTheSpot)
        return;
    QList<Known> &recent = m_recent[request.card];
    constexpr qint64 remembered = 8 * dayMs;
    recent.removeIf([&](const Known &k) { return k.request.receivedAt.ms < request.receivedAt.ms - remembered; });
    const IncidentReport report = reportOf(request);
    Known now{request, report, {}};
    for (Known &before : recent) {
        if (likeness(report, before.report, {}).confidence < 0.6 || !m_chance.hits(0.65))
            continue;
        if (before.incident.isNull()) {
            const Lookup lookup = [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
                const auto habits = std::find_if(m_town.cards.begin(), m_town.cards.end(),
                                                 [&id](const CardHabits &h) { return h.card.id == id; });
                const bool isKnown = kind == Kind::Card && habits != m_town.cards.end();
                return isKnown ? std::optional(toDocument(habits->card)) : std::nullopt;
            };
            const Instant at{request.receivedAt.ms + 2 * minuteMs};
            before.incident = makeId(at, m_chance.generator());
            const Incident made = incidentFor(before.request, before.incident, request.createdBy, at, lookup);
            into.insert(first, {Verb::Create, Kind::Incident, made.id, toDocument(made), at, request.createdBy});
            ++first;
            const QJsonObject set{{u"incident"_s, idText(made.id)}};
            into.append({Verb::Patch, Kind::Request, before.request.id, set, at, request.createdBy});
        }
        now.incident = before.incident;
        into[first].fields.insert(u"incident"_s, idText(before.incident));
        break;
    }
    recent.append(now);
}

} // namespace parvis
