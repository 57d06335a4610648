#pragma once

#include "integration/pythonserver.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace parvis {

//! A real SMTP server on this machine: see smtpserver.py for what it takes and what it refuses.
class SmtpServer : public PythonServer
{
public:
    SmtpServer() : PythonServer(QStringLiteral("smtpserver.py")) {}

    QString url(const QString &scheme = QStringLiteral("smtp")) const { return PythonServer::url(scheme); }
    int taken() const { return int(folder().entryList({QStringLiteral("*.eml")}, QDir::Files).size()); }
    QByteArray mail(int n) const { return read(QStringLiteral("%1.eml").arg(n)); } //!< from 1, as it came over the wire
    QJsonObject envelope(int n) const { return QJsonDocument::fromJson(read(QStringLiteral("%1.json").arg(n))).object(); }

    //! What another program (Python's e-mail package) reads in a mail: see readmail.py.
    QJsonObject readElsewhere(int n) const { return readElsewhere(n, n).value(0); }
    QList<QJsonObject> readElsewhere(int first, int last) const
    {
        QStringList words{QStringLiteral(PARVIS_SOURCE_DIR "/tests/integration/readmail.py")};
        for (int n = first; n <= last; ++n)
            words.append(folder().filePath(QStringLiteral("%1.eml").arg(n)));
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"), words);
        python.waitForFinished(60'000);
        QList<QJsonObject> read;
        for (const QByteArray &line : python.readAllStandardOutput().split('\n')) {
            if (!line.isEmpty())
                read.append(QJsonDocument::fromJson(line).object());
        }
        return read;
    }
};

} // namespace parvis
