#include "presentation/notifycontroller.h"

#include "base/async.h"

using namespace Qt::StringLiterals;

namespace parvis {

NotifyController::NotifyController(StoreGate &store, StoreEvents &events, const ReferenceData &town, QObject *parent)
    : QObject(parent), m_store(store), m_events(events), m_town(town)
{
    connect(&m_town, &ReferenceData::changed, this, &NotifyController::read);
}

void NotifyController::setActor(const Actor &actor)
{
    m_isKnown = m_isKnown && actor.user == m_actor.user;
    m_actor = actor;
    read();
}

void NotifyController::read()
{
    const User *user = m_town.user(m_actor.user);
    if (!user || m_writing > 0)
        return;
    m_isKnown = true;
    m_notify = user->notify;
    m_email = user->email;
    m_preferences = notifyFrom(m_notify);
    Q_EMIT changed();
}

void NotifyController::choose(const NotifyPreferences &preferences)
{
    if (!m_isKnown || preferences == m_preferences)
        return;
    m_preferences = preferences;
    m_notify = toJson(preferences, m_notify);
    save({{u"notify"_s, m_notify.isEmpty() ? QJsonValue() : QJsonValue(m_notify)}});
}

void NotifyController::setEmail(const QString &email)
{
    if (!m_isKnown || email == m_email)
        return;
    if (!email.isEmpty() && !isMailAddress(email))
        return Q_EMIT failed({ErrorCode::InvalidInput, u"email"_s});
    m_email = email;
    save({{u"email"_s, email.isEmpty() ? QJsonValue() : QJsonValue(email)}});
}

void NotifyController::save(const QJsonObject &set)
{
    ++m_writing;
    const Edit edit{Kind::User, Verb::Patch, m_actor.user, set, {}, 0};
    const auto write = [edit, actor = m_actor](DeskStore &store) { return store.submit({edit}, actor); };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &done) {
        --m_writing;
        if (!done) {
            read();
            return Q_EMIT failed(done.error());
        }
        QList<qint64> numbers;
        for (const Mutation &mutation : *done)
            numbers.append(mutation.n);
        Q_EMIT saved(numbers);
        m_events.publish(touchedBy(*done));
    });
    Q_EMIT changed();
}

void NotifyController::undo(const QList<qint64> &mutations)
{
    const auto write = [mutations, actor = m_actor](DeskStore &store) { return store.undo(mutations, actor); };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(done.error());
        m_events.publish(touchedBy(*done));
    });
}

bool NotifyController::mayInterrupt(Instant now) const
{
    return m_isKnown && m_preferences.tray && !isQuiet(now, m_preferences, m_town.calendar());
}

} // namespace parvis
