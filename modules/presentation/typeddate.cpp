#include "presentation/typeddate.h"

#include "base/text.h"

#include <QtCore/QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr std::array weekdays{"lundi"_L1,    "mardi"_L1,    "mercredi"_L1, "jeudi"_L1,   "vendredi"_L1,
                              "samedi"_L1,   "dimanche"_L1, "monday"_L1,   "tuesday"_L1, "wednesday"_L1,
                              "thursday"_L1, "friday"_L1,   "saturday"_L1, "sunday"_L1};
constexpr std::array months{"janvier"_L1, "fevrier"_L1,  "mars"_L1,      "avril"_L1,   "mai"_L1,      "juin"_L1,
                            "juillet"_L1, "aout"_L1,     "septembre"_L1, "octobre"_L1, "novembre"_L1, "decembre"_L1,
                            "january"_L1, "february"_L1, "march"_L1,     "april"_L1,   "may"_L1,      "june"_L1,
                            "july"_L1,    "august"_L1,   "september"_L1, "october"_L1, "november"_L1, "december"_L1};

template <std::size_t N>
int placeOf(const std::array<QLatin1StringView, N> &words, QStringView begun, int cycle)
{
    if (begun.size() < 3)
        return 0;
    for (std::size_t i = 0; i < N; ++i) {
        if (QStringView(QString(words[i])).startsWith(begun))
            return int(i) % cycle + 1;
    }
    return 0;
}

QDate nearest(int day, int month, const QDate &today)
{
    QDate best;
    for (int year = today.year() - 1; year <= today.year() + 1; ++year) {
        const QDate date(year, month, day);
        if (date.isValid() && (!best.isValid() || std::abs(date.daysTo(today)) < std::abs(best.daysTo(today))))
            best = date;
    }
    return best;
}

QDate dayOf(int day, int month, int year, const QDate &today)
{
    if (year < 0)
        return nearest(day, month, today);
    if (year < 100)
        year += year <= today.year() % 100 + 10 ? 2000 : 1900;
    return {year, month, day};
}

QDate before(const QDate &today, int count, QStringView unit)
{
    if (unit.startsWith(u'j') || unit.startsWith(u'd'))
        return today.addDays(-count);
    if (unit.startsWith(u's') || unit.startsWith(u'w'))
        return today.addDays(-7 * count);
    return unit.startsWith(u'm') ? today.addMonths(-count) : today.addYears(-count);
}

} // namespace

QDate typedDate(QStringView typed, const QDate &today)
{
    const QString words = folded(typed); // "03/11/2026" is "03 11 2026" here
    if (words.size() >= 3 && ("aujourd hui"_L1.startsWith(words) || words == "today"_L1))
        return today;
    if (words == "hier"_L1 || words == "yesterday"_L1)
        return today.addDays(-1);
    if (words == "avant hier"_L1)
        return today.addDays(-2);
    if (words == "demain"_L1 || words == "tomorrow"_L1)
        return today.addDays(1);
    if (const int weekday = placeOf(weekdays, words, 7))
        return today.addDays(-((today.dayOfWeek() - weekday + 6) % 7 + 1));

    static const QRegularExpression iso(u"^(\\d{4}) (\\d{1,2}) (\\d{1,2})$"_s);
    static const QRegularExpression figures(u"^(\\d{1,2}) (\\d{1,2})(?: (\\d{2}|\\d{4}))?$"_s);
    static const QRegularExpression packed(u"^(\\d{2})(\\d{2})(\\d{2}|\\d{4})?$"_s);
    static const QRegularExpression named(u"^(\\d{1,2})(?:er)? ([a-z]+)(?: (\\d{2}|\\d{4}))?$"_s);
    static const QRegularExpression ago(
        u"^(?:il y a )?(\\d{1,3}) ?(j|jours?|d|days?|s|semaines?|w|weeks?|mois|months?|ans?|years?)(?: ago)?$"_s);

    QRegularExpressionMatch match = ago.match(words);
    if (match.hasMatch())
        return before(today, match.captured(1).toInt(), match.capturedView(2));
    match = iso.match(words);
    if (match.hasMatch())
        return {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    const auto year = [&match] { return match.captured(3).isEmpty() ? -1 : match.captured(3).toInt(); };
    for (const QRegularExpression &form : {figures, packed}) {
        match = form.match(words);
        if (match.hasMatch())
            return dayOf(match.captured(1).toInt(), match.captured(2).toInt(), year(), today);
    }
    match = named.match(words);
    if (const int month = match.hasMatch() ? placeOf(months, match.capturedView(2), 12) : 0)
        return dayOf(match.captured(1).toInt(), month, year(), today);
    return {};
}

} // namespace parvis
