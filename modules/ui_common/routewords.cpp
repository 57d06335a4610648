#include "ui_common/routewords.h"

#include "ui_common/words.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct RouteWords
{
    Q_DECLARE_TR_FUNCTIONS(RouteWords)
};

QString ruleName(const Id &id, const ReferenceData &town, const RoutingRule *edited)
{
    if (edited && edited->id == id)
        return edited->name;
    const auto rule = std::find_if(town.rules().begin(), town.rules().end(), [&id](const RoutingRule &r) { return r.id == id; });
    return rule == town.rules().end() ? QString() : rule->name;
}

} // namespace

QString explained(const RouteStep &step, const Id &district, const ReferenceData &town, const RoutingRule *edited)
{
    using What = RouteStep::What;
    switch (step.what) {
    case What::NoCard: return RouteWords::tr("no card says where");
    case What::Card: return RouteWords::tr("by the card");
    case What::CardDistrict: return RouteWords::tr("by the card, for %1").arg(town.districtName(district));
    case What::Rule: return RouteWords::tr("by the rule “%1”").arg(ruleName(step.subject, town, edited));
    case What::Closed: return RouteWords::tr("%1 is closed, its successor takes over").arg(town.unitName(step.subject));
    case What::NoService: return RouteWords::tr("to qualify");
    case What::CardReferent: return RouteWords::tr("referent of the card");
    case What::DistrictReferent: return RouteWords::tr("referent for %1").arg(town.districtName(district));
    case What::ServiceReferent: return RouteWords::tr("referent of the service");
    case What::Balanced: return RouteWords::tr("has the fewest open cases");
    case What::Manual: return RouteWords::tr("the head of the service assigns");
    case What::Unusable: return RouteWords::tr("%1 no longer works there").arg(town.userName(step.subject));
    case What::NotCleared: return RouteWords::tr("%1 is not cleared for confidential requests").arg(town.userName(step.subject));
    case What::Absent: return RouteWords::tr("%1 is absent").arg(town.userName(step.subject));
    case What::Deputy: return RouteWords::tr("%1 stands for them").arg(town.userName(step.subject));
    case What::Nobody: return RouteWords::tr("nobody stands for them: the head of the service assigns");
    }
    return {};
}

QString absence(const User &user, const QDate &day, const ReferenceData &town)
{
    QDate until; // the last day of those that follow each other
    for (QDate next = day; next.isValid();) {
        QDate later;
        for (const QJsonValue &each : user.absences) {
            const QDate from = QDate::fromString(each["from"_L1].toString(), Qt::ISODate);
            const QDate to = QDate::fromString(each["to"_L1].toString(), Qt::ISODate);
            if (from <= next && next <= to)
                later = std::max(later, to);
        }
        if (later.isValid())
            until = later;
        next = later.isValid() ? later.addDays(1) : QDate();
    }
    const QString absent = until.isValid() ? RouteWords::tr("absent until %1").arg(shortDay(until)) : RouteWords::tr("absent");
    const Id deputy = town.routing().presentFor(user.id, day);
    return deputy.isNull() ? RouteWords::tr("%1, nobody stands for them").arg(absent)
                           //: first "absent until …", then a name
                           : RouteWords::tr("%1, %2 stands for them").arg(absent, town.userName(deputy));
}

} // namespace parvis
