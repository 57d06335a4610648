#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "domain/mutation.h"

#include <QtCore/QJsonArray>

namespace parvis {

// Edits as the desk's "submit" takes them.

inline QString newId()
{
    return idText(QUuid::createUuid());
}

inline QJsonObject edit(Kind kind, Verb verb, const QString &target, const QJsonObject &set)
{
    return {{QStringLiteral("kind"), token(kind)},
            {QStringLiteral("verb"), token(verb)},
            {QStringLiteral("target"), target},
            {QStringLiteral("set"), set}};
}

inline QJsonObject creation(Kind kind, const QString &target, const QJsonObject &document)
{
    return edit(kind, Verb::Create, target, document);
}

inline QJsonObject patch(const QString &request, const QJsonObject &set)
{
    return edit(Kind::Request, Verb::Patch, request, set);
}

//! A request and the call that raised it.
inline QJsonArray call(const QString &request, const QString &subject, const QString &citizen = {})
{
    const qint64 now = SystemClock().now().ms;
    QJsonObject said{{QStringLiteral("subject"), subject},
                     {QStringLiteral("text"), QStringLiteral("Dit au téléphone : %1").arg(subject)},
                     {QStringLiteral("received_at"), now}};
    QJsonObject contact{{QStringLiteral("request"), request}, {QStringLiteral("at"), now}, {QStringLiteral("text"), subject}};
    if (!citizen.isEmpty()) {
        said.insert(QStringLiteral("citizen"), citizen);
        contact.insert(QStringLiteral("citizen"), citizen);
    }
    return {creation(Kind::Request, request, said), creation(Kind::Contact, newId(), contact)};
}

} // namespace parvis
