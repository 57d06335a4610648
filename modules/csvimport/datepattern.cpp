#include "csvimport/datepattern.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

std::optional<Instant> since1970(const QDateTime &moment)
{
    // 0 would mean "not set".
    return moment.isValid() && moment.toMSecsSinceEpoch() > 0 ? std::optional(Instant{moment.toMSecsSinceEpoch()}) : std::nullopt;
}

} // namespace

Result<DatePattern> DatePattern::parse(const QString &pattern)
{
    DatePattern out;
    if (pattern == "iso"_L1)
        return out;
    const Error wrong{ErrorCode::InvalidInput, u"'%1' is not a date pattern"_s.arg(pattern)};
    for (qsizetype i = 0; i < pattern.size();) {
        const QChar c = pattern.at(i);
        qsizetype run = 1;
        while (i + run < pattern.size() && pattern.at(i + run) == c)
            ++run;
        const int count = static_cast<int>(run);
        const auto add = [&out, count](Field field) { out.m_parts.append({field, count == 1 ? 2 : count, count, {}}); };
        if (c == u'\'') {
            const qsizetype end = pattern.indexOf(u'\'', i + 1);
            if (end < 0)
                return wrong;
            for (++i; i < end; ++i)
                out.m_parts.append({Field::Literal, 1, 1, pattern.at(i)});
            run = 1;
        } else if (c == u'y' && (count == 2 || count == 4)) {
            add(Field::Year);
        } else if (c == u'M' && count <= 2) {
            add(Field::Month);
        } else if (c == u'd' && count <= 2) {
            add(Field::Day);
        } else if (c == u'H' && count <= 2) {
            add(Field::Hour);
        } else if (c == u'm' && count == 2) {
            add(Field::Minute);
        } else if (c == u's' && count == 2) {
            add(Field::Second);
        } else if (c.isLetterOrNumber()) {
            return wrong;
        } else {
            out.m_parts.append({Field::Literal, 1, 1, c});
            run = 1;
        }
        i += run;
    }
    for (const Field needed : {Field::Year, Field::Month, Field::Day}) {
        if (std::count_if(out.m_parts.begin(), out.m_parts.end(), [needed](const Part &p) { return p.field == needed; }) != 1)
            return wrong;
    }
    return out;
}

bool DatePattern::read(QStringView text, QDate &day, QTime &time) const
{
    std::array<int, 6> found{0, 1, 1, 0, 0, 0}; // by Field
    bool hasTime = false;
    qsizetype at = 0;
    for (const Part &part : m_parts) {
        if (part.field == Field::Literal) {
            if (at >= text.size() || text.at(at) != part.literal)
                return false;
            ++at;
            continue;
        }
        int value = 0, digits = 0;
        for (; digits < part.digits && at < text.size() && text.at(at) >= u'0' && text.at(at) <= u'9'; ++digits, ++at)
            value = value * 10 + (text.at(at).unicode() - u'0');
        if (digits < part.least)
            return false;
        if (part.field == Field::Year && part.digits == 2)
            value += value < 70 ? 2000 : 1900;
        hasTime = hasTime || part.field == Field::Hour;
        found[static_cast<std::size_t>(part.field)] = value;
    }
    day = QDate(found[0], found[1], found[2]);
    const QTime read(found[3], found[4], found[5]);
    time = hasTime ? read : QTime();
    return at == text.size() && day.isValid() && read.isValid();
}

std::optional<Instant> DatePattern::instant(const QString &text, const QTimeZone &zone) const
{
    QDate day;
    QTime time;
    if (!isIso()) {
        if (!read(text, day, time))
            return std::nullopt;
    } else if (text.size() == 10) {
        day = QDate::fromString(text, Qt::ISODate);
    } else {
        const QStringView clock = QStringView(text).mid(11);
        if (clock.contains(u'Z') || clock.contains(u'+') || clock.contains(u'-'))
            return since1970(QDateTime::fromString(text, Qt::ISODateWithMs));
        day = QDate::fromString(text.left(10), Qt::ISODate);
        time = QTime::fromString(clock, Qt::ISODateWithMs);
        if (!time.isValid())
            return std::nullopt;
    }
    if (!day.isValid())
        return std::nullopt;
    if (!time.isValid())
        return since1970(day.startOfDay(zone));
    // By way of the milliseconds, for a time that the change of clocks skips is not valid.
    return since1970(QDateTime::fromMSecsSinceEpoch(QDateTime(day, time, zone).toMSecsSinceEpoch(), zone));
}

} // namespace parvis
