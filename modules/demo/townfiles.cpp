#include "demo/townfiles.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace parvis {

Result<QJsonObject> fileJson(const QString &name)
{
    QFile file(u":/demo/%1.json"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, name};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    if (!document.isObject())
        return Error{ErrorCode::InvalidInput, name};
    return document.object();
}

QString text(const QJsonValue &object, QLatin1StringView name)
{
    return object[name].toString();
}

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    const QJsonArray items = array.toArray();
    for (const QJsonValue &item : items)
        list.append(item.toString());
    return list;
}

QString script(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QStringList lines = texts(value);
    return lines.isEmpty() ? QString() : u"- "_s + lines.join(u"\n- "_s);
}

TokenSet wordSet(const QJsonValue &array)
{
    const QStringList list = texts(array);
    return TokenSet(list.begin(), list.end());
}

} // namespace parvis
