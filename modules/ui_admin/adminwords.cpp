#include "ui_admin/adminwords.h"

#include "ui_common/routewords.h"
#include "ui_common/words.h"

#include <QtCore/QCoreApplication>

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

QString valueText(const QJsonValue &value, const ReferenceData &town)
{
    if (value.isBool())
        return value.toBool() ? AdminWords::tr("yes") : AdminWords::tr("no");
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (const auto id = idFromText(value.toString()); id && !id->isNull())
        return nameOf(*id, town);
    if (value.isString())
        return value.toString();
    if (value.isArray()) {
        QStringList parts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &part : array)
            parts.append(part.isObject() ? part["from"_L1].toString() : valueText(part, town));
        return parts.join(u", "_s);
    }
    return value.isObject() ? AdminWords::tr("changed") : AdminWords::tr("nothing");
}

} // namespace

QString historyLine(Kind kind, const Change &change, const ReferenceData &town, const QDate &today)
{
    const QString who = change.actor.isNull() ? AdminWords::tr("the hub") : town.userName(change.actor);
    const QString when = momentText(change.at, town.calendar().zone(), today);
    if (change.op != ChangeOp::Patch)
        //: %1: time, %2: person
        return AdminWords::tr("%1, %2: made").arg(when, who);
    QStringList parts;
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const QString before = valueText(change.was.value(it.key()), town), after = valueText(it.value(), town);
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
