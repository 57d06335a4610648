#pragma once

#include <QtCore/QDate>
#include <QtCore/QString>

namespace parvis {

//! A day as it is said on the telephone: "3/11", "03.11.2026", "3 nov", "hier", "lundi" (the last one), "il y a 3 semaines", "3
//! j", in French or English. Without a year the nearest such day is meant. Nothing if it can't be understood.
QDate typedDate(QStringView typed, const QDate &today);

} // namespace parvis
