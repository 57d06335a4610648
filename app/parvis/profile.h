#pragma once

#include "base/result.h"

#include <QtCore/QLockFile>
#include <QtCore/QUrl>

#include <memory>

namespace parvis {

//! The folder of one desk: settings, the servers that it trusts, and one encrypted database for each agent who has signed in
//! here. Only one program at a time uses it.
class Profile
{
public:
    //! Makes the folder if need be, for its owner alone, and takes its lock. AlreadyExists: another Parvis uses it.
    static Result<std::unique_ptr<Profile>> open(const QString &folder);

    const QString &folder() const { return m_folder; }

    QUrl lastServer() const;
    QString lastLogin() const;
    void remember(const QUrl &server, const QString &login);

    QByteArray pin(const QUrl &server) const; //!< 32 bytes; empty: never seen
    void setPin(const QUrl &server, const QByteArray &sha256);

    //! What all agents of a server share, as the addresses of its town; need not exist.
    QString serverFolder(const QUrl &server) const;

    //! The agent's own folder, made if need be.
    Result<QString> account(const QString &login) const;
    bool hasAccount(const QString &login) const;

private:
    explicit Profile(const QString &folder);
    QString accountPath(const QString &login) const;

    QString m_folder;
    QLockFile m_lock;
};

} // namespace parvis
