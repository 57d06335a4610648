#include "store/secretvault.h"

#include "base/async.h"

#include <qt6keychain/keychain.h>

namespace parvis {

namespace {

constexpr QLatin1StringView service("fr.parvis.Parvis");

Error errorOf(QKeychain::Job *job)
{
    const auto code = job->error() == QKeychain::EntryNotFound ? ErrorCode::NotFound : ErrorCode::Unavailable;
    return {code, job->errorString()};
}

//! Starts a job, which deletes itself, and answers with what \a value makes of it.
template <typename T, typename Job, typename Value>
QFuture<Result<T>> started(Job *job, Value value)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QObject::connect(job, &QKeychain::Job::finished, job, [promise, job, value] {
        promise->addResult(job->error() == QKeychain::NoError ? Result<T>(value(job)) : Result<T>(errorOf(job)));
        promise->finish();
    });
    job->start();
    return promise->future();
}

} // namespace

QFuture<Result<QByteArray>> MemoryVault::read(const QString &name)
{
    const auto found = m_secrets.constFind(name);
    if (found == m_secrets.constEnd())
        return readyResult(Result<QByteArray>(Error{ErrorCode::NotFound, {}}));
    return readyResult(Result<QByteArray>(*found));
}

QFuture<Status> MemoryVault::write(const QString &name, const QByteArray &secret)
{
    m_secrets.insert(name, secret);
    return readyResult(success());
}

QFuture<Status> MemoryVault::remove(const QString &name)
{
    m_secrets.remove(name);
    return readyResult(success());
}

QFuture<Result<QByteArray>> KeychainVault::read(const QString &name)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(name);
    return started<QByteArray>(job, [](QKeychain::ReadPasswordJob *done) { return done->binaryData(); });
}

QFuture<Status> KeychainVault::write(const QString &name, const QByteArray &secret)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(name);
    job->setBinaryData(secret);
    return started<std::monostate>(job, [](QKeychain::WritePasswordJob *) { return std::monostate(); });
}

QFuture<Status> KeychainVault::remove(const QString &name)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(name);
    return started<std::monostate>(job, [](QKeychain::DeletePasswordJob *) { return std::monostate(); });
}

} // namespace parvis
