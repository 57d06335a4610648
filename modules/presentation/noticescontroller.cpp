#include "presentation/noticescontroller.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int most = 20;
constexpr qint64 days = 14; // older ones are in the lists
constexpr qint64 dayMs = 86'400'000;

} // namespace

NoticesController::NoticesController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                     QObject *parent)
    : QObject(parent), m_store(store), m_town(town), m_clock(clock), m_loading(this, [this](const Result<Loaded> &loaded) {
          if (!loaded)
              return Q_EMIT failed(loaded.error());
          QList<Notice> told = loaded->notices;
          told.removeIf([this](const Notice &notice) { return !isTold(notice); });
          const QList<Notice> before = std::exchange(m_notices, told);
          m_seen = std::max(m_seen, loaded->seen, [](Instant a, Instant b) { return a.ms < b.ms; });
          const bool isFirst = !std::exchange(m_isLoaded, true);
          Q_EMIT changed();
          for (const Notice &notice : std::as_const(m_notices)) {
              if (!isFirst && isUnread(notice) && !before.contains(notice))
                  Q_EMIT arrived(notice);
          }
      })
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(500); // a page of news is one look
    connect(&m_pause, &QTimer::timeout, this, &NoticesController::load);
    connect(&events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool isOurs = concerns(touched, Kind::Reminder) || concerns(touched, Kind::Request) ||
                            concerns(touched, Kind::Note) || concerns(touched, Kind::Proposal) ||
                            concerns(touched, Kind::Reply) || concerns(touched, Kind::Dispatch);
        if (isOurs && !m_pause.isActive())
            m_pause.start();
    });
    connect(&m_town, &ReferenceData::changed, this, &NoticesController::load);
}

void NoticesController::setUser(const Id &user)
{
    if (user == m_user)
        return;
    m_user = user;
    m_notices.clear();
    m_seen = {};
    m_isLoaded = false;
    load();
}

void NoticesController::load()
{
    const User *user = m_town.user(m_user);
    if (!user)
        return;
    const Instant since{m_clock.now().ms - days * dayMs};
    m_loading.ask([this, id = m_user, login = user->login, since, key = seenKey()] {
        return m_store.read([id, login, since, key](DeskStore &store) -> Result<Loaded> {
            const auto notices = noticesFor(store, id, login, since, most);
            const auto seen = store.setting(key);
            if (!notices || !seen)
                return notices ? seen.error() : notices.error();
            return Loaded{*notices, {seen->toLongLong()}};
        });
    });
}

bool NoticesController::isTold(const Notice &notice) const
{
    if (notice.what != Notice::What::Assigned)
        return true;
    const Lookup lookup = [this](Kind, const Id &id) -> std::optional<QJsonObject> {
        const Unit *unit = m_town.unit(id);
        return unit ? std::optional(toDocument(*unit)) : std::nullopt;
    };
    const ServicePolicy policy = policyFor(notice.service, lookup);
    const WorkingCalendar &calendar = m_town.calendar();
    const QDate given = calendar.localDay(notice.at), today = calendar.localDay(m_clock.now());
    switch (policy.alerts) {
    case Alerts::AtOnce: return true;
    case Alerts::Digest: return given < today;
    case Alerts::None: break;
    }
    // The service said how often it looks: a case that lies untouched for longer was overlooked.
    return policy.lookEvery > 0 && notice.isUntouched && calendar.workingDaysBetween(given, today) > policy.lookEvery;
}

int NoticesController::unread() const
{
    return int(std::count_if(m_notices.begin(), m_notices.end(), [this](const Notice &notice) { return isUnread(notice); }));
}

void NoticesController::markSeen()
{
    if (m_notices.isEmpty() || !isUnread(m_notices.first()))
        return;
    m_seen = m_notices.first().at;
    const auto write = [key = seenKey(), seen = m_seen](DeskStore &store) {
        return store.setSetting(key, QString::number(seen.ms));
    };
    whenReady(m_store.write(write), this, [this](const Status &done) {
        if (!done)
            Q_EMIT failed(done.error());
    });
    Q_EMIT changed();
}

} // namespace parvis
