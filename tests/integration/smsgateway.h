#pragma once

#include "integration/pythonserver.h"

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

namespace parvis {

//! An SMS gateway on this machine: see smsgateway.py for what it takes and what it refuses.
class SmsGateway : public PythonServer
{
public:
    SmsGateway() : PythonServer(QStringLiteral("smsgateway.py")) {}

    QString url(const QString &scheme = QStringLiteral("http")) const
    {
        return PythonServer::url(scheme) + QStringLiteral("/v1/messages");
    }

    //! SMS that would reach somebody.
    int sent() const { return int(folder().entryList({QStringLiteral("*.json")}, QDir::Files).size()); }
    QJsonObject sms(int n) const { return QJsonDocument::fromJson(read(QStringLiteral("%1.json").arg(n))).object(); } //!< from 1

    //! What it was asked: method, path, headers, body.
    QList<QJsonObject> requests() const
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : read(QStringLiteral("requests.jsonl")).split('\n')) {
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        }
        return all;
    }
};

} // namespace parvis
