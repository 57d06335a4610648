#include "domain/notifying.h"

#include <QtCore/QDateTime>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr QTime digestTime = QTime::fromMSecsSinceStartOfDay(8 * 3'600'000);
constexpr int mostDaysOff = 366; // a calendar that closes everything must not keep a word back for ever
constexpr int longestAddress = 254;
constexpr qint64 dayMs = 86'400'000;

QString timeWord(const QTime &time)
{
    return time.toString(u"HH:mm"_s);
}

QTime timeFrom(const QJsonValue &value, const QTime &usual)
{
    const QTime time = QTime::fromString(value.toString(), u"HH:mm"_s);
    return time.isValid() ? time : usual;
}

void insertOrRemove(QJsonObject &json, const QString &name, const QJsonValue &value, bool isUsual)
{
    if (isUsual)
        json.remove(name);
    else
        json.insert(name, value);
}

bool isQuietTime(const QTime &time, const NotifyPreferences &p)
{
    if (p.quietFrom < p.quietTo)
        return p.quietFrom <= time && time < p.quietTo;
    return p.quietFrom != p.quietTo && (p.quietFrom <= time || time < p.quietTo);
}

QDateTime local(Instant at, const WorkingCalendar &calendar)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, calendar.zone());
}

//! When the clock on the wall shows \a time next, or has jumped over it. Where it shows it twice, the first time.
Instant nextShown(const QDateTime &at, const QTime &time)
{
    const bool isToday = at.time() < time;
    const qint64 now = at.toMSecsSinceEpoch(), wait = at.time().msecsTo(time) + (isToday ? 0 : dayMs);
    const QDateTime waited = QDateTime::fromMSecsSinceEpoch(now + wait, at.timeZone());
    const qint64 shown = QDateTime(at.date().addDays(isToday ? 0 : 1), time, at.timeZone()).toMSecsSinceEpoch();
    const bool noJump = waited.time() == time; // between now and then
    return {noJump || shown <= now ? now + wait : shown};
}

//! The digest of a day: in the morning, when it is no longer quiet.
Instant digestOf(const QDate &day, const NotifyPreferences &p, const WorkingCalendar &calendar)
{
    return quietEnd({QDateTime(day, digestTime, calendar.zone()).toMSecsSinceEpoch()}, p, calendar);
}

} // namespace

QJsonObject toJson(const NotifyPreferences &p, const QJsonObject &before)
{
    const NotifyPreferences usual;
    QJsonObject json = before, mail = before.value("mail"_L1).toObject(), quiet = before.value("quiet"_L1).toObject();
    for (std::size_t i = 0; i < p.mail.size(); ++i)
        insertOrRemove(mail, token(NoticeKind(i)), token(p.mail[i]), p.mail[i] == usual.mail[i]);
    insertOrRemove(quiet, u"from"_s, timeWord(p.quietFrom), p.quietFrom == usual.quietFrom);
    insertOrRemove(quiet, u"to"_s, timeWord(p.quietTo), p.quietTo == usual.quietTo);
    insertOrRemove(quiet, u"days_off"_s, p.quietDaysOff, p.quietDaysOff == usual.quietDaysOff);
    insertOrRemove(json, u"mail"_s, mail, mail.isEmpty());
    insertOrRemove(json, u"quiet"_s, quiet, quiet.isEmpty());
    insertOrRemove(json, u"tray"_s, p.tray, p.tray == usual.tray);
    return json;
}

NotifyPreferences notifyFrom(const QJsonObject &json)
{
    NotifyPreferences p;
    const QJsonObject mail = json.value("mail"_L1).toObject(), quiet = json.value("quiet"_L1).toObject();
    for (std::size_t i = 0; i < p.mail.size(); ++i)
        p.mail[i] = fromToken<Alerts>(mail.value(token(NoticeKind(i))).toString()).value_or(p.mail[i]);
    p.tray = json.value("tray"_L1).toBool(p.tray);
    p.quietFrom = timeFrom(quiet.value("from"_L1), p.quietFrom);
    p.quietTo = timeFrom(quiet.value("to"_L1), p.quietTo);
    p.quietDaysOff = quiet.value("days_off"_L1).toBool(p.quietDaysOff);
    return p;
}

bool isQuiet(Instant at, const NotifyPreferences &p, const WorkingCalendar &calendar)
{
    const QDateTime there = local(at, calendar);
    return isQuietTime(there.time(), p) || (p.quietDaysOff && !calendar.isWorkingDay(there.date()));
}

Instant quietEnd(Instant at, const NotifyPreferences &p, const WorkingCalendar &calendar)
{
    Instant end = at;
    for (int daysOff = 0; daysOff < mostDaysOff;) {
        const QDateTime there = local(end, calendar);
        if (p.quietDaysOff && !calendar.isWorkingDay(there.date())) {
            end = calendar.startOfDay(there.date().addDays(1));
            ++daysOff;
        } else if (isQuietTime(there.time(), p)) {
            end = nextShown(there, p.quietTo);
        } else {
            return end;
        }
    }
    NotifyPreferences always = p;
    always.quietDaysOff = false;
    return quietEnd(at, always, calendar);
}

std::optional<Instant> mailTime(NoticeKind kind, Instant event, const NotifyPreferences &p, const ServicePolicy &policy,
                                const WorkingCalendar &calendar)
{
    Alerts alerts = p.byMail(kind);
    if (kind == NoticeKind::Assigned)
        alerts = std::max(alerts, policy.alerts); // in order of patience
    static_assert(Alerts::AtOnce < Alerts::Digest && Alerts::Digest < Alerts::None);
    switch (alerts) {
    case Alerts::AtOnce: return quietEnd(event, p, calendar);
    case Alerts::None: return std::nullopt;
    case Alerts::Digest: break;
    }
    QDate day = local(event, calendar).date();
    Instant digest = digestOf(day, p, calendar);
    while (digest < event) {
        day = day.addDays(1);
        digest = digestOf(day, p, calendar);
    }
    return digest;
}

QStringList mentionedIn(const QString &text)
{
    static const QRegularExpression mention(u"(?<![\\w.@-])@(\\w[\\w.-]*)"_s, QRegularExpression::UseUnicodePropertiesOption);
    QStringList logins;
    for (auto it = mention.globalMatch(text); it.hasNext();) {
        QString login = it.next().captured(1).toLower();
        while (login.endsWith(u'.') || login.endsWith(u'-')) // of the sentence
            login.chop(1);
        if (!logins.contains(login))
            logins.append(login);
    }
    return logins;
}

bool isMailAddress(QStringView address)
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\z"_s);
    return address.size() <= longestAddress && form.match(address.toString()).hasMatch();
}

} // namespace parvis
