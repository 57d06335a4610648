#include "geo/geocoder.h"

#include "base/async.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype longestText = 500; // of a stranger's answer

QString text(const QJsonObject &object, QLatin1StringView name)
{
    return object[name].toString().left(longestText);
}

std::optional<AddressHit> hitOf(const QJsonObject &feature)
{
    const QJsonArray at = feature["geometry"_L1]["coordinates"_L1].toArray();
    const QJsonObject of = feature["properties"_L1].toObject();
    AddressHit hit;
    hit.position = {at.at(1).toDouble(NAN), at.at(0).toDouble(NAN)};
    hit.line = text(of, "name"_L1);
    if (at.size() < 2 || !isOnEarth(hit.position) || hit.line.isEmpty())
        return std::nullopt;
    const QString type = text(of, "type"_L1);
    hit.kind = type == "housenumber"_L1    ? HitKind::House
               : type == "street"_L1       ? HitKind::Way
               : type == "municipality"_L1 ? HitKind::Commune
                                           : HitKind::Place;
    hit.way = hit.kind == HitKind::House ? text(of, "street"_L1) : hit.line;
    static const QRegularExpression number(u"^(\\d{1,5})\\s*(\\S*)$"_s);
    if (const auto match = number.match(text(of, "housenumber"_L1)); match.hasMatch()) {
        hit.number = match.captured(1).toInt();
        hit.suffix = match.captured(2).toLower();
    }
    hit.postcode = text(of, "postcode"_L1);
    hit.insee = text(of, "citycode"_L1);
    hit.commune = text(of, "city"_L1);
    hit.id = text(of, "id"_L1);
    hit.metres = std::max(0.0, of["distance"_L1].toDouble());
    hit.score = int(std::lround(1000 * std::clamp(of["score"_L1].toDouble(), 0.0, 1.0)));
    return hit;
}

} // namespace

QFuture<Result<QList<AddressHit>>> FileGeocoder::search(const QString &typed, qsizetype limit, const std::optional<Position> &)
{
    return readyResult(Result<QList<AddressHit>>(m_addresses.search(typed, {limit, {}})));
}

QFuture<Result<std::optional<AddressHit>>> FileGeocoder::nearest(const Position &at)
{
    return readyResult(Result<std::optional<AddressHit>>(m_addresses.nearest(at)));
}

Result<QList<AddressHit>> hitsFromGeocodeJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document["features"_L1].isArray())
        return Error{ErrorCode::Protocol, u"the geocoder's answer is no GeocodeJSON"_s};
    QList<AddressHit> hits;
    for (const QJsonValue &feature : document["features"_L1].toArray()) {
        if (auto hit = hitOf(feature.toObject()))
            hits.append(std::move(*hit));
    }
    return hits;
}

} // namespace parvis
