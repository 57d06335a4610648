#pragma once

#include "domain/mutation.h"
#include "domain/template.h"
#include "wording/replytemplate.h"

// What the texts of replies are made of, from the records: the same at the desk, which composes replies, and at the hub, which
// acknowledges.

namespace parvis {

//! What a reply to \a request says, as of \a today. The service's letterhead, phone and e-mail are those of the unit above it
//! where it has none of its own. \a agent: who answers; null: nobody in person.
ReplyFacts replyFactsFor(const Request &request, const Id &agent, const WorkingCalendar &calendar, const QDate &today,
                         const Lookup &lookup);

//! The body (collectivité) that \a unit belongs to; nothing if it is of none.
std::optional<Unit> bodyAbove(const Id &unit, const Lookup &lookup);

//! Those that every town needs, and the town's own over and beside them.
Paragraphs paragraphsOf(const QList<ReplyTemplate> &templates);

//! An acknowledgement as it goes out by \a channel: the best of the town's own, else what the card says on reception, else the
//! usual text; of an SMS a short one. Faults as of render().
struct AcknowledgementText
{
    Rendering subject, text;
    bool isReady() const { return subject.isReady() && text.isReady(); }
};
Result<AcknowledgementText> acknowledgementText(const ReplyFacts &facts, const QList<ReplyTemplate> &templates,
                                                const IdSet &themes, ReplyChannel channel);

//! \a theme and those above it.
IdSet themesAbove(const Id &theme, const Lookup &lookup);

} // namespace parvis
