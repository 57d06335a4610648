#pragma once

#include "domain/workingcalendar.h"

#include <rapidcheck.h>

// The calendars of any town, for properties.

namespace parvis {

using namespace Qt::StringLiterals;

//! Wherever the clocks jump, and where they don't.
inline Calendar anyTown()
{
    Calendar calendar;
    calendar.zone = *rc::gen::element(u"Europe/Paris"_s, u"Indian/Reunion"_s, u"America/Sao_Paulo"_s, u"Asia/Beirut"_s,
                                      u"Australia/Lord_Howe"_s);
    calendar.alsaceMoselle = *rc::gen::arbitrary<bool>();
    if (*rc::gen::inRange(0, 4) == 0) // a Saturday town, or one that is never open
        calendar.opening =
            *rc::gen::element(QJsonObject{{u"6"_s, QJsonArray{u"09:00"_s, u"12:00"_s}}}, QJsonObject{{u"1"_s, QJsonArray()}});
    if (*rc::gen::arbitrary<bool>())
        calendar.closures = {QJsonObject{{u"from"_s, u"2026-12-24"_s}, {u"to"_s, u"2027-01-03"_s}, {u"name"_s, u"Noël"_s}}};
    return calendar;
}

inline WorkingCalendar anyCalendar()
{
    return WorkingCalendar(anyTown());
}

} // namespace parvis
