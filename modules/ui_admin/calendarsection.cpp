#include "ui_admin/calendarsection.h"

#include "ui_admin/hoursfield.h"
#include "ui_admin/rangesfield.h"
#include "ui_admin/recordform.h"
#include "ui_common/words.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QComboBox>

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Where there are French town halls.
constexpr std::array zones{"Europe/Paris",    "America/Guadeloupe", "America/Martinique", "America/Cayenne",
                           "Indian/Reunion",  "Indian/Mayotte",     "America/Miquelon",   "America/St_Barthelemy",
                           "America/Marigot", "Pacific/Noumea",     "Pacific/Tahiti",     "Pacific/Wallis"};
constexpr int simple = 2, research = 10;     // working days
constexpr qsizetype mostDays = 5;            // that are named
constexpr int nearlyClosed = 5, closed = -5; // minutes before closing

//! Some minutes before (or after) the town closes on the next Friday, or where that is closed on the last open day before it.
std::optional<QDateTime> lastOfTheWeek(const Calendar &calendar, const WorkingCalendar &working, const QDate &today, int before)
{
    constexpr int horizon = 8; // weeks
    QDate friday = today.addDays(1);
    while (friday.dayOfWeek() != Qt::Friday)
        friday = friday.addDays(1);
    for (int week = 0; week < horizon; ++week, friday = friday.addDays(7)) {
        for (QDate day = friday; day > today && day > friday.addDays(-7); day = day.addDays(-1)) {
            if (!working.isWorkingDay(day))
                continue;
            const QJsonArray hours = calendar.opening.value(QString::number(day.dayOfWeek())).toArray();
            const QTime closes = hours.isEmpty() ? QTime(17, 0) : QTime::fromString(hours.at(1).toString(), u"HH:mm"_s);
            return QDateTime(day, closes, working.zone()).addSecs(-60LL * before);
        }
    }
    return std::nullopt;
}

} // namespace

CalendarSection::CalendarSection(AdminController &controller, const ReferenceData &town, QObject *parent)
    : AdminSection(Kind::Calendar, controller, town, parent),
      m_hours(new HoursField),
      m_closures(new RangesField(true)),
      m_zone(new QComboBox)
{
    connect(m_hours, &HoursField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"opening"_s, tr("&Open:"), m_hours, [this](const QJsonValue &value) { m_hours->setOpening(value.toObject()); },
        [this] { return QJsonValue(m_hours->opening()); });
    connect(m_closures, &RangesField::edited, m_form, &RecordForm::touch);
    m_form->addCustom(
        u"closures"_s, tr("&Closures:"), m_closures, [this](const QJsonValue &value) { m_closures->setRanges(value.toArray()); },
        [this] { return QJsonValue(m_closures->ranges()); });
    m_form->addFlag(u"alsace_moselle"_s, tr("Good Friday and 26 December are holidays (Alsace-Moselle)"));
    for (const char *zone : zones)
        m_zone->addItem(QString::fromLatin1(zone), QString::fromLatin1(zone));
    connect(m_zone, &QComboBox::currentIndexChanged, m_form, &RecordForm::touch);
    const auto showZone = [this](const QJsonValue &value) {
        const QString zone = value.toString();
        if (!zone.isEmpty() && m_zone->findData(zone) < 0) // a town of elsewhere keeps its own
            m_zone->addItem(zone, zone);
        m_zone->setCurrentIndex(zone.isEmpty() ? 0 : m_zone->findData(zone));
    };
    const auto readZone = [this] {
        const bool isUnsaid = m_zone->currentIndex() == 0 && m_zone->property("unsaid").toBool();
        return isUnsaid ? QJsonValue() : QJsonValue(m_zone->currentData().toString());
    };
    m_form->addCustom(u"zone"_s, tr("&Time zone:"), m_zone, showZone, readZone);
    connect(&m_controller, &AdminController::closingKnown, this, [this](const QMap<QDate, int> &promised) {
        if (m_controller.kind() == kind() && m_hours->isGood())
            Q_EMIT effectChanged(m_promises + closings(promised));
    });
}

QList<AdminSection::Item> CalendarSection::items() const
{
    return {{m_town.calendarId(), nameOf({}), {}}};
}

QString CalendarSection::nameOf(const QJsonObject &) const
{
    return tr("The town's calendar");
}

void CalendarSection::prepare(const QJsonObject &document, bool)
{
    m_closures->setToday(m_controller.today());
    m_zone->setProperty("unsaid", document.value("zone"_L1).toString().isEmpty());
}

AdminSection::Fault CalendarSection::fault(const QJsonObject &edited) const
{
    if (!m_hours->isGood() || !m_closures->isGood())
        return Fault::shown();
    const QString zone = edited.value("zone"_L1).toString();
    if (!zone.isEmpty() && !QTimeZone(zone.toUtf8()).isValid())
        return Fault::mistake(tr("%1 is no time zone that this computer knows: choose another one.").arg(zone));
    return {};
}

//! By the calendar itself, as the desk will promise.
QString CalendarSection::promises(const Calendar &edited) const
{
    const WorkingCalendar calendar(edited);
    const auto by = [&calendar](Instant at, int days) { return longDay(calendar.dueDate(at, days).day); };
    const auto line = [&by](const QString &text, Instant at) { return text.arg(by(at, simple), by(at, research)); };
    QStringList lines{line(tr("Received now: answered by %1 if it is simple, by %2 if it needs research."), m_controller.now())};
    const QDate today = calendar.localDay(m_controller.now());
    if (const auto at = lastOfTheWeek(edited, calendar, today, nearlyClosed))
        lines.append(line(tr("Received on %1: by %2, or by %3.")
                              .arg(longDay(at->date()) + u' ' + timeText({at->toMSecsSinceEpoch()}, calendar.zone())),
                          {at->toMSecsSinceEpoch()}));
    if (const auto at = lastOfTheWeek(edited, calendar, today, closed))
        lines.append(line(tr("After closing, at %1: by %2, or by %3.").arg(timeText({at->toMSecsSinceEpoch()}, calendar.zone())),
                          {at->toMSecsSinceEpoch()}));
    return lines.join(u'\n');
}

QString CalendarSection::closings(const QMap<QDate, int> &promised) const
{
    int all = 0;
    QStringList days;
    for (auto it = promised.begin(); it != promised.end(); ++it) {
        all += it.value();
        if (days.size() < mostDays)
            //: a day, a number of requests
            days.append(tr("%1: %2").arg(shortDay(it.key())).arg(it.value()));
    }
    if (all == 0)
        return {};
    if (promised.size() > mostDays)
        days.append(u"…"_s);
    return u'\n' +
           tr("%n open request(s) are promised for a day that would be closed (%1).", nullptr, all).arg(days.join(u" ; "_s));
}

void CalendarSection::askEffect(const QJsonObject &edited)
{
    if (!m_hours->isGood()) // no promise can be made by them
        return Q_EMIT effectChanged({});
    const auto calendar = fromDocument<Calendar>(m_controller.id(), edited);
    m_promises = promises(calendar);
    Q_EMIT effectChanged(m_promises);
    m_controller.askCalendarEffect(calendar);
}

} // namespace parvis
