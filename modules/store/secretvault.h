#pragma once

#include "base/result.h"

#include <QtCore/QFuture>
#include <QtCore/QHash>

namespace parvis {

//! A place for small secrets that the system guards.
class SecretVault
{
public:
    virtual ~SecretVault() = default;
    virtual QFuture<Result<QByteArray>> read(
        const QString &name) = 0; //!< NotFound if there is none, Unavailable without a keyring
    virtual QFuture<Status> write(const QString &name, const QByteArray &secret) = 0;
    virtual QFuture<Status> remove(const QString &name) = 0;
};

//! Keeps secrets while the program runs.
class MemoryVault final : public SecretVault
{
public:
    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Status> write(const QString &name, const QByteArray &secret) override;
    QFuture<Status> remove(const QString &name) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

//! The desktop's keyring (Secret Service, KWallet) through QtKeychain. Needs an event loop in the calling thread.
class KeychainVault final : public SecretVault
{
public:
    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Status> write(const QString &name, const QByteArray &secret) override;
    QFuture<Status> remove(const QString &name) override;
};

} // namespace parvis
