#include "ui_common/routewords.h"

#include <QtCore/QCoreApplication>

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
    case What::Absent: return RouteWords::tr("%1 is absent").arg(town.userName(step.subject));
    case What::Deputy: return RouteWords::tr("%1 stands for them").arg(town.userName(step.subject));
    case What::Nobody: return RouteWords::tr("nobody stands for them: the head of the service assigns");
    }
    return {};
}

} // namespace parvis
