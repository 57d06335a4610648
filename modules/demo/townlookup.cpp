#include "demo/towndata.h"

#include <algorithm>

namespace parvis {

const Service *TownData::service(const Id &id) const
{
    const auto it = std::find_if(services.begin(), services.end(), [&id](const Service &s) { return s.unit.id == id; });
    return it == services.end() ? nullptr : &*it;
}

QString TownData::districtName(const Id &id) const
{
    const auto it = std::find_if(districts.begin(), districts.end(), [&id](const District &d) { return d.id == id; });
    return it == districts.end() ? QString() : it->name;
}

} // namespace parvis
