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
    Status change(const PasswordChange &change, const QString &peer);
    Result<GivenPassword> give(const Caller &caller, const Id &user, const QString &peer);
    Id newId();

private:
    //! Somebody who has shown that they know their password.
    struct Proven
    {
        User user;
        StoredSecret secret;
    };

    QString randomToken();
    QString randomPassword();
    Result<Proven> proven(const QString &login, const QString &password, const QString &peer);
    Result<QByteArray> decoy();
    Result<Session> issue(HubWriter &store, const StoredSession &session, const User &user);

    HubStore &m_store;
    CommitQueue &m_queue;
    const Clock &m_clock;
    PasswordHasher &m_hasher;
    const HubSettings &m_settings;
    Throttle m_throttle;
    Throttle m_giving;

    std::mutex m_randomMutex;
    QRandomGenerator &m_random;
    std::mutex m_decoyMutex;
    QByteArray m_decoy;
};

Result<User> userOf(const EntityRow &row);

//! Sets the secret of the user of \a row, ends their sessions, and leaves a trace in the user's record.
Status putPassword(Commit &commit, const EntityRow &row, const StoredSecret &secret, const Author &author);

} // namespace parvis
