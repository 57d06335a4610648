#pragma once

#include "base/result.h"
#include "domain/description.h"

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

// How the files of the demo town (resources/demo) are read.

namespace parvis {

Result<QJsonObject> fileJson(const QString &name); //!< NotFound, InvalidInput: not an object
QString text(const QJsonValue &object, QLatin1StringView name);
QStringList texts(const QJsonValue &array);
QString script(const QJsonValue &value); //!< of a card: written as lines, or as one text in Markdown
TokenSet wordSet(const QJsonValue &array);

} // namespace parvis
