#pragma once

#include "hub/commitqueue.h"
#include "hub/hub.h"
#include "hub/throttle.h"

namespace parvis {

//! Who may call: passwords, sessions, tokens. Tokens are 256 random bits, kept only as their hash. Thread safe.
class Sessions
{
public:
    Sessions(HubStore &store, CommitQueue &queue, const Clock &clock, QRandomGenerator &random, PasswordHasher &hasher,
             const HubSettings &settings);

    Result<Session> open(const SessionRequest &request, const QString &peer);
    Result<Session> refresh(const QString &refresh);
    Status close(const QString &access);
    Result<Caller> authenticate(const QString &access);

    Status checkPassword(const QString &password) const; //!< InvalidInput: too short
    Result<QByteArray> hashed(const QString &password);
    Id newId();

private:
    QString randomToken();
    Result<QByteArray> decoy();
    Result<Session> issue(HubWriter &store, const StoredSession &session, const User &user);

    HubStore &m_store;
    CommitQueue &m_queue;
    const Clock &m_clock;
    PasswordHasher &m_hasher;
    const HubSettings &m_settings;
    Throttle m_throttle;

    std::mutex m_randomMutex;
    QRandomGenerator &m_random;
    std::mutex m_decoyMutex;
    QByteArray m_decoy;
};

Result<User> userOf(const EntityRow &row);

} // namespace parvis
