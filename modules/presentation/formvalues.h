#pragma once

#include "domain/cardform.h"
#include "presentation/streetindex.h"

#include <QtCore/QDate>

namespace parvis {

//! The value of a text, number, date or plate field as it was typed; null if nothing was. Words that are no number, date or plate
//! stay words, so that nothing typed is lost: faultOf() tells.
QJsonValue typedValue(FormFieldType type, const QString &typed, const QDate &today);

//! The value of a place field; null without an address.
QJsonValue placeValue(const Place &place);

} // namespace parvis
