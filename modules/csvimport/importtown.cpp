#include "csvimport/importtown.h"

#include <QtCore/QJsonDocument>

namespace parvis {

namespace {

constexpr int pageSize = 2000;

template <typename T>
Status values(HubReader &reader, QList<T> &into)
{
    return eachRecord(reader, T::kind, [&into](const EntityRow &row) {
        into.append(fromDocument<T>(row.id, parsedDocument(row)));
        return true;
    });
}

} // namespace

QJsonObject parsedDocument(const EntityRow &row)
{
    return QJsonDocument::fromJson(row.document).object();
}

Status eachRecord(HubReader &reader, Kind kind, const HubReader::Each<EntityRow> &each)
{
    Id after;
    for (int got = pageSize; got == pageSize;) {
        got = 0;
        bool goesOn = true;
        const Status done = reader.page(kind, std::nullopt, after, pageSize, [&](const EntityRow &row) {
            ++got;
            after = row.id;
            goesOn = each(row);
            return goesOn;
        });
        if (!done || !goesOn)
            return done;
    }
    return success();
}

Result<ImportTown> ImportTown::read(HubStore &store)
{
    ImportTown town;
    const Status done = store.read([&town](HubReader &reader) -> Status {
        const auto state = reader.town();
        if (!state)
            return state.error();
        town.name = state->name;
        if (const Status read = values(reader, town.districts); !read)
            return read;
        if (const Status read = values(reader, town.services); !read)
            return read;
        town.districts.removeIf([](const District &district) { return !district.isCouncil(); });
        town.services.removeIf([](const Unit &unit) { return unit.level != UnitLevel::Service; });
        if (const Status read = values(reader, town.themes); !read)
            return read;
        QList<Calendar> calendars;
        if (const Status read = values(reader, calendars); !read)
            return read;
        if (!calendars.isEmpty())
            town.calendar = calendars.first();
        return eachRecord(reader, Kind::Request, [&town](const EntityRow &row) {
            // Most requests were not imported, and parsing is what costs.
            if (row.document.contains("\"external_id\""))
                town.externalIds.insert(parsedDocument(row).value(QLatin1StringView("external_id")).toString());
            return true;
        });
    });
    if (!done)
        return done.error();
    return town;
}

} // namespace parvis
