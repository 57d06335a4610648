#include "profile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSettings>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

const QString serverKey = u"signIn/server"_s;
const QString loginKey = u"signIn/login"_s;

QString serverName(const QUrl &server)
{
    return u"%1_%2"_s.arg(server.host(QUrl::FullyEncoded)).arg(server.port(443));
}

QString pinKey(const QUrl &server)
{
    return u"servers/"_s + serverName(server);
}

bool makePrivate(const QString &folder)
{
    return QDir().mkpath(folder) &&
           QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
}

} // namespace

Profile::Profile(const QString &folder) : m_folder(folder), m_lock(folder + u"/lock"_s)
{
    m_lock.setStaleLockTime(0); // held as long as its process lives, however long that is
}

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder)
{
    if (!makePrivate(folder))
        return Error{ErrorCode::Storage, u"profile folder"_s};
    std::unique_ptr<Profile> profile(new Profile(folder));
    if (!profile->m_lock.tryLock(0))
        return Error{profile->m_lock.error() == QLockFile::LockFailedError ? ErrorCode::AlreadyExists : ErrorCode::Storage,
                     u"profile lock"_s};
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder);
    return profile;
}

QUrl Profile::lastServer() const
{
    return QSettings().value(serverKey).toUrl();
}

QString Profile::lastLogin() const
{
    return QSettings().value(loginKey).toString();
}

void Profile::remember(const QUrl &server, const QString &login)
{
    QSettings settings;
    settings.setValue(serverKey, server);
    settings.setValue(loginKey, login);
}

QByteArray Profile::pin(const QUrl &server) const
{
    return QByteArray::fromHex(QSettings().value(pinKey(server)).toByteArray());
}

void Profile::setPin(const QUrl &server, const QByteArray &sha256)
{
    QSettings().setValue(pinKey(server), QString::fromLatin1(sha256.toHex()));
}

QString Profile::serverFolder(const QUrl &server) const
{
    QString name = serverName(server);
    return m_folder + u"/servers/"_s + name.replace(u':', u'.'); // of an IPv6 address
}

QString Profile::accountPath(const QString &login) const
{
    // Logins may hold any sign; a file name may not.
    return m_folder + u"/accounts/"_s + QString::fromLatin1(login.toLower().toUtf8().toPercentEncoding({}, "."));
}

Result<QString> Profile::account(const QString &login) const
{
    const QString path = accountPath(login);
    if (!makePrivate(m_folder + u"/accounts"_s) || !makePrivate(path))
        return Error{ErrorCode::Storage, u"account folder"_s};
    return path;
}

bool Profile::hasAccount(const QString &login) const
{
    return !login.isEmpty() && QDir(accountPath(login)).exists();
}

} // namespace parvis
