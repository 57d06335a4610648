#pragma once

#include "domain/template.h"
#include "presentation/approvalcase.h"

#include <QtCore/QHash>

// Which replies say the same to different citizens: what their authors wrote, with what is the citizens' own put back as fields.

namespace parvis {

//! What two replies that say the same have in common; empty: it is like no other.
using Likeness = QString;

struct KnownLikeness
{
    QString seal; //!< of the reply that was looked at
    Likeness likeness;
};
using KnownLikenesses = QHash<Id, KnownLikeness>;

//! Of a reply begun with \a begunWith (null: it is not known here any more): its template and words, what it is for, by which
//! channels it goes, and its enclosures.
Likeness likenessOf(const Reply &reply, const ReplyTemplate *begunWith, const WorkingCalendar &calendar, const Lookup &lookup);

//! Of those of \a items that the agent may decide and of whose template at least \a fewest wait; \a known as far as it still
//! holds. In the store's thread.
KnownLikenesses likenessesOf(DeskStore &store, const QList<ApprovalItem> &items, int fewest,
                             const QList<ReplyTemplate> &templates, const WorkingCalendar &calendar,
                             const KnownLikenesses &known);

//! May they be decided at once: the same step of as long a circuit, by the same right?
bool isAtSameStep(const ApprovalItem &a, const ApprovalItem &b);

} // namespace parvis
