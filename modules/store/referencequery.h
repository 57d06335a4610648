#pragma once

#include "domain/organisation.h"
#include "domain/procedurecard.h"
#include "domain/routing.h"
#include "domain/template.h"
#include "store/deskstore.h"

namespace parvis {

//! What is small enough to keep in memory.
struct ReferenceRecords
{
    QList<Unit> units;
    QList<District> districts;
    QList<Theme> themes;
    QList<Street> streets;
    QList<User> users;
    QList<Card> cards;
    QList<RoutingRule> rules;
    QList<ReplyTemplate> templates;
    Calendar calendar;
};
Result<ReferenceRecords> loadReference(DeskStore &store);

//! Open requests by assignee, as far as this desk sees them.
Result<QHash<Id, int>> openCasesByAssignee(DeskStore &store);

bool isReference(Kind kind); //!< a change of it asks for loadReference()

} // namespace parvis
