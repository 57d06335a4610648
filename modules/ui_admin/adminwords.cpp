#include "ui_admin/adminwords.h"

#include "ui_common/routewords.h"
#include "ui_common/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct AdminWords
{
    Q_DECLARE_TR_FUNCTIONS(AdminWords)
};

QString nameOf(const Id &id, const ReferenceData &town)
{
    for (const QString &name : {town.userName(id), town.unitName(id), town.districtName(id), town.cardTitle(id)}) {
        if (!name.isEmpty())
            return name;
    }
    const Theme *theme = town.theme(id);
    return theme ? theme->name : AdminWords::tr("unknown");
}

QString tokenText(const QString &field, const QString &value)
{
    if (field == u"roles"_s) {
        const auto role = fromToken<Role>(value);
        return role ? word(*role) : value;
    }
    if (field == u"channels"_s) {
        const auto channel = fromToken<Channel>(value);
        return channel ? word(*channel) : value;
    }
    return value;
}

//! "Monday 09:00–17:00, Tuesday 09:00–12:00"
QString openingText(const QJsonObject &opening)
{
    QStringList days;
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        const QJsonArray hours = opening.value(QString::number(day)).toArray();
        if (hours.size() == 2)
            days.append(QLocale().standaloneDayName(day, QLocale::ShortFormat) + u' ' + hours.at(0).toString() + u'–' +
                        hours.at(1).toString());
    }
    return days.join(u", "_s);
}

//! "Valmy: Nguyen, all others: Petit"
QString referentsText(const QJsonObject &referents, const ReferenceData &town)
{
    QStringList parts;
    for (auto it = referents.begin(); it != referents.end(); ++it) {
        const auto district = std::find_if(town.districts().begin(), town.districts().end(),
                                           [&it](const District &d) { return d.code == it.key(); });
        const QString where = district != town.districts().end() ? district->name
                              : it.key() == u"*"_s               ? AdminWords::tr("all others")
                                                                 : it.key();
        //: %1: a district, %2: a person
        parts.append(AdminWords::tr("%1: %2").arg(where, nameOf(idFromText(it.value().toString()).value_or(Id()), town)));
    }
    return parts.join(u", "_s);
}

QString valueText(const QString &field, const QJsonValue &value, const ReferenceData &town)
{
    if (value.isBool())
        return value.toBool() ? AdminWords::tr("yes") : AdminWords::tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (const auto id = idFromText(value.toString()); id && !id->isNull())
        return nameOf(*id, town);
    if (value.isString())
        return tokenText(field, value.toString());
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &part : array)
            parts.append(part.isObject() ? part["from"_L1].toString() : valueText(field, part, town));
        return parts.join(u", "_s);
    }
    const QJsonObject object = value.toObject();
    if (object.isEmpty())
        return field == u"opening"_s ? AdminWords::tr("the usual") : AdminWords::tr("nothing");
    if (field == u"opening"_s)
        return openingText(object);
    return field == u"referents"_s ? referentsText(object, town) : AdminWords::tr("changed");
}

} // namespace

QString historyLine(Kind kind, const Change &change, const ReferenceData &town, const QDate &today)
{
    const QString who = change.actor.isNull() ? AdminWords::tr("the hub") : town.userName(change.actor);
    const QString when = momentText(change.at, town.calendar().zone(), today);
    if (change.op != ChangeOp::Patch)
        //: %1: time, %2: person
        return AdminWords::tr("%1, %2: made").arg(when, who);
    if (change.fields.contains("password_at"_L1)) // said apart: there is nothing to show of it
        //: %1: time, %2: person
        return AdminWords::tr("%1, %2: a new password").arg(when, who);
    QStringList parts;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const QString before = valueText(it.key(), change.was.value(it.key()), town),
                      after = valueText(it.key(), it.value(), town);
        //: a field, its old and its new value
        parts.append(AdminWords::tr("%1: %2 → %3").arg(fieldWord(kind, it.key()), before, after));
    }
    //: %1: time, %2: person, %3: what changed
    return AdminWords::tr("%1, %2: %3").arg(when, who, parts.join(u" · "_s));
}

QStringList routeLines(const Route &route, const Id &district, const ReferenceData &town, const RoutingRule &edited)
{
    QStringList lines;
    for (const RouteStep &step : route.steps)
        lines.append(u"• "_s + explained(step, district, town, &edited));
    const QString service = town.unitName(route.service);
    const QString referent = town.userName(route.referent);
    if (!service.isEmpty())
        lines.append(u"→ "_s + (referent.isEmpty() ? service : service + u" · "_s + referent));
    return lines;
}

} // namespace parvis
