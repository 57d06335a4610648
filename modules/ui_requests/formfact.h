#pragma once

#include "domain/cardform.h"
#include "ui_requests/fact.h"

#include <QtCore/QDate>

namespace parvis {

class ReferenceData;

//! The fields of \a fields that a request with \a values shows: those that are asked for, those that hold a value though they no
//! longer are, and at the end, as text under its code, what the form doesn't know: of another revision, or an import.
FormFields shownFields(const FormFields &fields, const QJsonObject &values);

//! How a value of \a field is typed into a line and read back; a typed value becomes {"form": …}, laid into \a values. Not for
//! files. What only a newer program understands has no editor.
void setFormEditor(Fact *fact, const FormField &field, const QJsonObject &values, const QDate &today, const ReferenceData &town);

} // namespace parvis
