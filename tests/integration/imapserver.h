#pragma once

#include "integration/pythonserver.h"

namespace parvis {

//! A real IMAP server on this machine: see imapserver.py.
class ImapServer : public PythonServer
{
public:
    ImapServer() : PythonServer(QStringLiteral("imapserver.py")) {}

    QString url(const QString &scheme = QStringLiteral("imap")) const { return PythonServer::url(scheme); }

    //! Into the inbox, unread; mails are numbered from 1 in the order of delivery.
    bool deliver(const QByteArray &mail)
    {
        const QString name = QStringLiteral("%1.test").arg(1'700'000'000 + ++m_delivered);
        QFile file(folder().filePath(QStringLiteral("mail/tmp/") + name));
        constexpr auto everybody = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        return file.open(QIODevice::WriteOnly) && file.write(mail) == mail.size() && file.setPermissions(everybody) &&
               file.flush() && file.rename(folder().filePath(QStringLiteral("mail/new/") + name));
    }

    int read() const { return int(files(QStringLiteral("mail/cur"), QStringLiteral("*:2,*S*")).size()); } //!< marked as read
    int unread() const { return m_delivered - read(); }

    //! As after a restore: the same mails under new numbers.
    bool renumber()
    {
        const QStringList numbers = files(QStringLiteral("mail"), QStringLiteral("dovecot.index*")) +
                                    files(QStringLiteral("mail"), QStringLiteral("dovecot-uidlist*"));
        bool isDone = !numbers.isEmpty();
        for (const QString &name : numbers)
            isDone = QFile::remove(folder().filePath(QStringLiteral("mail/") + name)) && isDone;
        return isDone;
    }

private:
    QStringList files(const QString &where, const QString &form) const
    {
        return QDir(folder().filePath(where)).entryList({form}, QDir::Files);
    }

    int m_delivered = 0;
};

//! One that goes wrong: see oddimap.py. start({mode}).
class OddImap : public PythonServer
{
public:
    OddImap() : PythonServer(QStringLiteral("oddimap.py")) {}

    QString url() const { return PythonServer::url(QStringLiteral("imap")); }
    QByteArray stores() const { return PythonServer::read(QStringLiteral("stores")); } //!< the commands that mark, a line each
};

} // namespace parvis
