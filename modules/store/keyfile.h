#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>

namespace parvis {

//! How much work it is to try a passphrase. Interactive is Argon2id with 64 MiB; Cheap is for tests.
enum class KeyCost { Interactive, Cheap };

//! The file beside the database that holds its random key, wrapped twice: by the agent's passphrase (Argon2id and
//! XSalsa20-Poly1305 of libsodium) and by a secret that the system keyring keeps, so that a change of either locks nobody out.
//! Blocking: unlocking by passphrase takes about 80 ms. Thread safe: no state but the file.
class KeyFile
{
public:
    explicit KeyFile(QString path, KeyCost cost = KeyCost::Interactive) : m_path(std::move(path)), m_cost(cost) {}

    bool exists() const;
    Result<QByteArray> create(const QString &passphrase);                      //!< the new key, 32 bytes; AlreadyExists
    Result<QByteArray> unlock(const QString &passphrase) const;                //!< StorageKey: wrong passphrase or damaged file
    Status changePassphrase(const QByteArray &key, const QString &passphrase); //!< wraps \a key anew; drops what was offered

    //! A change that somebody else decides about (the hub): until settle() every passphrase that was offered opens the file too,
    //! whatever is cut in between. An offer never takes the place of another one, whose answer may have been lost.
    Status offerPassphrase(const QByteArray &key, const QString &passphrase);
    Status withdrawOffer(); //!< the last one: it was refused
    //! \a passphrase is the right one: it alone stays. StorageKey if it opens nothing; then all stay. Nothing to do without an
    //! offer.
    Status settle(const QString &passphrase);
    bool isOffering() const;

    //! Wraps \a key by a new secret for the keyring, and gives that secret.
    Result<QByteArray> addSecret(const QByteArray &key);
    Result<QByteArray> unlockWithSecret(const QByteArray &secret) const; //!< StorageKey if it does not fit
    Status removeSecret();

private:
    QString m_path;
    KeyCost m_cost;
};

} // namespace parvis
