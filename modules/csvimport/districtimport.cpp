#include "csvimport/districtimport.h"

#include "base/text.h"
#include "csvimport/importtown.h"
#include "domain/request.h"
#include "geo/districtlayers.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype largestGeometry = 256 * 1024; // bytes of JSON: a page of changes stays below what a desk takes
constexpr qsizetype batch = 500;

//! The first of the usual property names that all features have a text or number for.
QString usualField(const GeoFile &file, const QStringList &names)
{
    for (const QString &name : names) {
        const bool haveAll = std::all_of(file.features.begin(), file.features.end(), [&name](const GeoFeature &feature) {
            const QJsonValue value = feature.properties[name];
            return value.isDouble() || !value.toString().trimmed().isEmpty();
        });
        if (haveAll)
            return name;
    }
    return {};
}

struct Town
{
    QString name;
    QList<District> districts; //!< of the layer

    static Result<Town> read(HubStore &store, const QString &layer)
    {
        Town town;
        const Status done = store.read([&](HubReader &reader) -> Status {
            const auto state = reader.town();
            if (!state)
                return state.error();
            town.name = state->name;
            return eachRecord(reader, Kind::District, [&](const EntityRow &row) {
                const auto district = fromDocument<District>(row.id, parsedDocument(row));
                if (district.layer == layer)
                    town.districts.append(district);
                return true;
            });
        });
        if (!done)
            return done.error();
        return town;
    }

    //! By its code; else by its name, if no area has the code that the town's district has.
    const District *find(const Area &area, const QSet<QString> &codes) const
    {
        for (const District &district : districts) {
            if (district.code == area.code)
                return &district;
        }
        for (const District &district : districts) {
            if (!codes.contains(district.code) && folded(district.name) == folded(area.name))
                return &district;
        }
        return nullptr;
    }
};

//! The town's record of an area, with what it had of its own.
District recordOf(const Area &area, const QString &layer, const Town &town, const QSet<QString> &codes)
{
    const District *known = town.find(area, codes);
    District district = known ? *known : District();
    if (!known) {
        district.id =
            QUuid::createUuidV5(Id(), town.name.toUtf8() + '\0' + "district" + '\0' + layer.toUtf8() + '\0' + area.code.toUtf8());
        district.code = area.code;
        district.layer = layer;
    }
    district.name = area.name;
    district.geometry = toGeoJson(area.shape);
    const bool isPointInside =
        district.latitude && district.longitude && area.shape.contains(GridPoint::of({*district.latitude, *district.longitude}));
    if (!isPointInside) {
        const Position inside = area.shape.pointInside();
        district.latitude = inside.latitude;
        district.longitude = inside.longitude;
    }
    return district;
}

Status takeDistricts(const QList<Area> &areas, const QString &layer, const Town &town, Hub &hub, DistrictImportReport &report)
{
    QList<IntakeRecord> records;
    QSet<Id> taken;
    QSet<QString> codes;
    for (const Area &area : areas)
        codes.insert(area.code);
    for (const Area &area : areas) {
        const District district = recordOf(area, layer, town, codes);
        if (QJsonDocument(district.geometry).toJson(QJsonDocument::Compact).size() > largestGeometry)
            return Error{ErrorCode::TooLarge,
                         u"the surface of “%1” has too many points: simplify it to a metre"_s.arg(area.code)};
        if (taken.contains(district.id))
            return Error{ErrorCode::InvalidInput, u"“%1” is in the file twice"_s.arg(area.code)};
        taken.insert(district.id);
        const auto known = std::find_if(town.districts.begin(), town.districts.end(),
                                        [&district](const District &d) { return d.id == district.id; });
        const QJsonObject now = toDocument(district);
        if (known == town.districts.end()) {
            records.append({Verb::Create, Kind::District, district.id, now, {}, {}});
            ++report.created;
            continue;
        }
        const QJsonObject was = toDocument(*known);
        QJsonObject changes;
        for (auto it = now.begin(); it != now.end(); ++it) {
            if (was[it.key()] != it.value())
                changes[it.key()] = it.value();
        }
        if (changes.isEmpty()) {
            ++report.known;
            continue;
        }
        records.append({Verb::Patch, Kind::District, district.id, changes, {}, {}});
        ++report.changed;
    }
    for (const District &district : town.districts) {
        if (!taken.contains(district.id))
            report.absent.append(district.code);
    }
    report.absent.sort();
    if (records.isEmpty())
        return success();
    const auto done = hub.intake(records);
    return done ? success() : Status(done.error());
}

//! The requests whose place is in another district than they say.
Status moveRequests(const AreaLayer &layer, HubStore &store, Hub &hub, const DistrictWatcher &watcher,
                    DistrictImportReport &report)
{
    QList<std::pair<IntakeRecord, QString>> moves;
    const Status read = store.read([&](HubReader &reader) {
        return eachRecord(reader, Kind::Request, [&](const EntityRow &row) {
            if (!row.document.contains("\"latitude\"")) // parsing is what costs
                return true;
            const auto request = fromDocument<Request>(row.id, parsedDocument(row));
            if (!request.latitude || !request.longitude)
                return true;
            ++report.requests;
            const Area *area = layer.at({*request.latitude, *request.longitude});
            if (!area) {
                ++report.requestsOutside;
                return true;
            }
            if (request.district != area->id)
                moves.append({{Verb::Patch, Kind::Request, row.id, {{u"district"_s, idText(area->id)}}, {}, {}}, area->code});
            return true;
        });
    });
    if (!read)
        return read;
    for (qsizetype at = 0; at < moves.size(); at += batch) {
        if (watcher && !watcher(at, moves.size()))
            return Error{ErrorCode::Aborted, {}};
        QList<IntakeRecord> records;
        for (const auto &[record, code] : moves.mid(at, batch))
            records.append(record);
        if (const auto done = hub.intake(records); !done)
            return done.error();
        for (const auto &[record, code] : moves.mid(at, batch)) {
            ++report.requestsMoved;
            ++report.movedTo[code];
        }
    }
    if (watcher)
        watcher(moves.size(), moves.size());
    return success();
}

} // namespace

Result<DistrictImportReport> importDistricts(const DistrictFiles &files, HubStore &store, Hub &hub,
                                             const DistrictWatcher &watcher)
{
    QFile file(files.geoJson);
    if (!file.exists())
        return Error{ErrorCode::NotFound, u"there is no file "_s + files.geoJson};
    if (file.size() > GeoLimits().bytes)
        return Error{ErrorCode::TooLarge, files.geoJson};
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"opening %1: %2"_s.arg(files.geoJson, file.errorString())};
    const auto read = readGeoJson(file.readAll());
    if (!read)
        return read.error();
    DistrictImportReport report;
    report.notes = read->notes;
    report.nameField =
        files.nameField.isEmpty()
            ? usualField(*read, {u"nom"_s, u"name"_s, u"libelle"_s, u"nom_quart"_s, u"l_qu"_s, u"nom_qu"_s, u"NOM"_s})
            : files.nameField;
    report.codeField = files.codeField.isEmpty()
                           ? usualField(*read, {u"code"_s, u"code_quart"_s, u"c_qu"_s, u"numero"_s, u"CODE"_s, report.nameField})
                           : files.codeField;
    if (report.nameField.isEmpty())
        return Error{ErrorCode::InvalidInput, u"no property of the features is a name: say which one it is"_s};
    const auto areas = areasFrom(*read, report.codeField, report.nameField);
    if (!areas)
        return areas.error();
    const auto town = Town::read(store, files.layer);
    if (!town)
        return town.error();
    if (const Status done = takeDistricts(*areas, files.layer, *town, hub, report); !done)
        return done.error();
    if (!files.recomputesRequests || !files.layer.isEmpty())
        return report;

    // As the town has them now: also those that another file has drawn.
    const auto now = Town::read(store, files.layer);
    if (!now)
        return now.error();
    const QList<AreaLayer> layers = layersOf(now->districts);
    if (layers.isEmpty())
        return report;
    if (const Status moved = moveRequests(layers.first(), store, hub, watcher, report); !moved)
        return moved.error();
    return report;
}

} // namespace parvis
