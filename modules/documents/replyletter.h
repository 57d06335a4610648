#pragma once

#include "documents/letter.h"
#include "domain/dispatch.h"
#include "domain/mutation.h"
#include "domain/workingcalendar.h"

namespace parvis {

//! \a dispatch as the letter that it is: headed as its request's body heads its letters (Unit::letterhead), from the service in
//! charge and whoever follows the matter there, signed by its signatory. What is not numbered yet has no number on it. \a
//! request: an empty one where it is not known.
Letter letterOf(const Dispatch &dispatch, const Request &request, const QDate &day, const WorkingCalendar &calendar,
                const Lookup &lookup);

//! The signature of a dispatch (see Dispatch::signatory) as a picture; null: none, or not one.
QImage signatureOf(const QJsonObject &signatory);

} // namespace parvis
