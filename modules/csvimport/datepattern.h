#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

namespace parvis {

//! How a file writes dates: yyyy or yy (70 to 99 are 1970 to 1999), MM, dd, HH, mm, ss for two digits, M, d, H for one or two;
//! everything else stands for itself, letters between '…'. "iso" is ISO 8601, with or without time and offset. Strict, and
//! independent of the machine's language and zone (QDateTime reads patterns in the machine's zone, where an hour a year is
//! missing).
class DatePattern
{
public:
    DatePattern() = default; //!< iso

    //! InvalidInput: unknown letters, or no year, month or day.
    static Result<DatePattern> parse(const QString &pattern);

    bool isIso() const { return m_parts.isEmpty(); }

    //! A day without time is its first moment in \a zone; a moment that the clock's change skips is the one after it.
    //! Nothing if \a text is not of the pattern, not a date, or before 1970.
    std::optional<Instant> instant(const QString &text, const QTimeZone &zone) const;

private:
    enum class Field { Year, Month, Day, Hour, Minute, Second, Literal };
    struct Part
    {
        Field field = Field::Literal;
        int digits = 0; //!< at most
        int least = 0;
        QChar literal;
    };
    bool read(QStringView text, QDate &day, QTime &time) const;

    QList<Part> m_parts;
};

} // namespace parvis
