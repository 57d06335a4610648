#pragma once

#include "store/citizenquery.h"

namespace parvis {

//! Who the caller may be: known, or new as typed (then the citizen has no id).
struct CallerHint
{
    Citizen citizen;
    int openRequests = 0;

    bool isNew() const { return citizen.id.isNull(); }
    bool operator==(const CallerHint &) const = default;
};

//! \a hits for the words \a typed: names that are typed whole before names that only begin so, then those who wait for
//! something, then by name.
QList<CitizenHit> bestFirst(const QString &typed, const QList<CitizenHit> &hits);

//! How to answer a citizen who did not say: the cheapest channel that reaches them.
ReplyChannel usualReply(const Citizen &citizen);

} // namespace parvis
