#include "presentation/mapexport.h"

#include "presentation/csvlines.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString dayText(qint32 day)
{
    return day ? QDate::fromJulianDay(day).toString(Qt::ISODate) : QString();
}

QByteArray document(const QJsonArray &features)
{
    return QJsonDocument(QJsonObject{{u"type"_s, u"FeatureCollection"_s}, {u"features"_s, features}})
        .toJson(QJsonDocument::Compact);
}

QJsonObject pointFeature(double longitude, double latitude, const QJsonObject &properties)
{
    return {{u"type"_s, u"Feature"_s},
            {u"geometry"_s, QJsonObject{{u"type"_s, u"Point"_s}, {u"coordinates"_s, QJsonArray{longitude, latitude}}}},
            {u"properties"_s, properties}};
}

QString rootName(const Id &theme, const ReferenceData &town)
{
    const Theme *known = town.theme(theme);
    for (int depth = 0; known && !known->parent.isNull() && depth < 8; ++depth) {
        const Theme *above = town.theme(known->parent);
        if (!above)
            break;
        known = above;
    }
    return known ? known->name : QString();
}

} // namespace

Result<QList<MapExportRow>> mapExportRows(DeskStore &store, const MapRequests &all, const QList<qint32> &chosen)
{
    QList<MapExportRow> rows;
    rows.reserve(chosen.size());
    for (const qint32 index : chosen) {
        const MapRequest &request = all.requests.at(index);
        const auto row = requestRow(store, request.id);
        if (!row)
            return row.error();
        if (*row)
            rows.append({request, (*row)->number, (*row)->subject, {}, {}, {}});
    }
    return rows;
}

void nameRows(QList<MapExportRow> &rows, const MapRequests &all, const ReferenceData &town)
{
    for (MapExportRow &row : rows) {
        const MapRequest &r = row.request;
        row.service = r.service < 0 ? QString() : town.unitName(all.services.at(r.service));
        row.district = r.district < 0 ? QString() : town.districtName(all.districts.at(r.district));
        const Theme *theme = r.theme < 0 ? nullptr : town.theme(all.themes.at(r.theme));
        row.theme = theme ? theme->name : QString();
    }
}

QByteArray mapCsv(const QList<MapExportRow> &rows)
{
    QByteArray text =
        csvMark.toByteArray() + csvLine({u"number"_s, u"subject"_s, u"status"_s, u"service"_s, u"theme"_s, u"district"_s,
                                         u"received_on"_s, u"due_on"_s, u"done_on"_s, u"latitude"_s, u"longitude"_s});
    for (const MapExportRow &row : rows) {
        const MapRequest &r = row.request;
        const auto degrees = [&r](double v) { return r.hasPlace ? QString::number(v, 'f', 6) : QString(); };
        text += csvLine({row.number, row.subject, token(r.status), row.service, row.theme, row.district, dayText(r.receivedOn),
                         dayText(r.dueOn), dayText(r.doneOn), degrees(r.latitude), degrees(r.longitude)});
    }
    return text;
}

QByteArray mapGeoJson(const QList<MapExportRow> &rows)
{
    QJsonArray features;
    for (const MapExportRow &row : rows) {
        const MapRequest &r = row.request;
        if (!r.hasPlace)
            continue;
        QJsonObject properties{{u"number"_s, row.number},
                               {u"subject"_s, row.subject},
                               {u"status"_s, QString(token(r.status))},
                               {u"service"_s, row.service},
                               {u"theme"_s, row.theme},
                               {u"district"_s, row.district},
                               {u"received_on"_s, dayText(r.receivedOn)},
                               {u"due_on"_s, dayText(r.dueOn)},
                               {u"done_on"_s, dayText(r.doneOn)}};
        features.append(pointFeature(r.longitude, r.latitude, properties));
    }
    return document(features);
}

QByteArray publicGeoJson(const MapRequests &all, const QList<qint32> &chosen, const ReferenceData &town, const QDate &today,
                         int delayDays)
{
    constexpr double perDegree = 1000; // about 110 m north and 75 m east
    struct Public
    {
        qint64 latitude = 0, longitude = 0;
        QString month, theme;
        bool isDone = false;
        auto key() const { return std::tie(latitude, longitude, month, theme, isDone); }
    };
    const auto last = qint32(today.addDays(-delayDays).toJulianDay());
    QList<Public> found;
    for (const qint32 index : chosen) {
        const MapRequest &r = all.requests.at(index);
        const Card *card = r.card < 0 ? nullptr : town.card(all.cards.at(r.card));
        if (!r.hasPlace || r.isConfidential || !r.receivedOn || r.receivedOn > last || !card || card->confidential ||
            !card->needsPlace)
            continue;
        found.append({std::llround(r.latitude * perDegree), std::llround(r.longitude * perDegree),
                      QDate::fromJulianDay(r.receivedOn).toString(u"yyyy-MM"_s),
                      r.theme < 0 ? QString() : rootName(all.themes.at(r.theme), town), r.isDone()});
    }
    std::sort(found.begin(), found.end(), [](const Public &a, const Public &b) { return a.key() < b.key(); });
    QJsonArray features;
    for (const Public &p : std::as_const(found)) {
        features.append(pointFeature(double(p.longitude) / perDegree, double(p.latitude) / perDegree,
                                     {{u"theme"_s, p.theme}, {u"month"_s, p.month}, {u"done"_s, p.isDone}}));
    }
    return document(features);
}

} // namespace parvis
