#include "ui_map/mapwords.h"

#include "ui_common/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct MapWords
{
    Q_DECLARE_TR_FUNCTIONS(MapWords)
};

} // namespace

QString subjectTitle(MapSubject subject)
{
    switch (subject) {
    case MapSubject::Complex: return MapWords::tr("Complex procedures by theme");
    case MapSubject::Services: return MapWords::tr("Requests by service");
    case MapSubject::Reports: return MapWords::tr("Reports");
    }
    return {};
}

QString word(ReportState state)
{
    switch (state) {
    case ReportState::Late: return MapWords::tr("Late");
    case ReportState::OnTime: return MapWords::tr("In progress, in time");
    case ReportState::Waiting: return MapWords::tr("Waits for the citizen");
    case ReportState::DoneInTime: return MapWords::tr("Done in time");
    case ReportState::DoneLate: return MapWords::tr("Done late");
    }
    return {};
}

QString kindName(const MapKind &kind, MapSubject subject, const ReferenceData &town)
{
    if (kind.state)
        return word(*kind.state);
    if (subject == MapSubject::Services)
        return kind.id.isNull() ? MapWords::tr("Other services") : town.unitName(kind.id);
    const Theme *theme = town.theme(kind.id);
    return theme ? theme->name : MapWords::tr("Other themes");
}

QString districtTitle(const Id &district, const ReferenceData &town)
{
    const QString name = town.districtName(district);
    return name.isEmpty() ? MapWords::tr("No district known") : name;
}

QString percentText(int part, int whole)
{
    //: nothing to give a share of
    return whole > 0 ? MapWords::tr("%1 %").arg(std::lround(100.0 * part / whole)) : u"–"_s;
}

QString trendText(const MapFigures &figures)
{
    if (!figures.hasBefore)
        return {};
    if (figures.before == 0)
        return figures.count ? MapWords::tr("new") : QString();
    const auto percent = std::lround(100.0 * (figures.count - figures.before) / figures.before);
    const QString sign = percent > 0 ? u"+"_s : percent < 0 ? u"−"_s : QString();
    return MapWords::tr("%1 %").arg(sign + QLocale().toString(qlonglong(std::labs(percent))));
}

QString numberText(int number)
{
    return QLocale().toString(number);
}

QString clusterText(int number)
{
    if (number < 10'000)
        return QLocale().toString(number);
    //: thousands, as short as possible: "12 k"
    return MapWords::tr("%1 k").arg(QLocale().toString(number / 1000));
}

QString periodText(const QDate &from, const QDate &until)
{
    const QLocale locale;
    const auto month = [&locale](const QDate &day) { return locale.toString(day, u"MMMM yyyy"_s); };
    if (!from.isValid() || !until.isValid())
        return MapWords::tr("All the time");
    if (from.year() == until.year() && from.month() == until.month())
        return month(from);
    return MapWords::tr("%1 – %2").arg(month(from), month(until));
}

} // namespace parvis
