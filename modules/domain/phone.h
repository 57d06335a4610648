#pragma once

#include <QtCore/QString>

namespace parvis {

//! A phone number in E.164 from any spelling ("06.12 34-56 78", "+33 (0)6 12…", "0033612…", "612345678"); French numbers are
//! assumed without a country code. Empty if it can't be a number (fewer than 3 digits: 115 is one; or more than 15).
QString phoneE164(QStringView spelling);

//! The digits to look a number up while it is typed: "0612" and "+33612" both give "+33612". Empty below 3 digits or if
//! \a typed holds letters.
QString phonePrefix(QStringView typed);

//! As it is said: "06 12 34 56 78"; foreign numbers in groups of two after "+".
QString spokenPhone(const QString &e164);

} // namespace parvis
