#include "store/formwords.h"

#include "domain/cardform.h"

#include <QtCore/QJsonDocument>

namespace parvis {

Status addFormWords(Database &database)
{
    return database.addFunction("form_words", [](QByteArrayView json) {
        const QByteArray text = QByteArray::fromRawData(json.data(), json.size());
        return searchWords(QJsonDocument::fromJson(text).object()).toUtf8();
    });
}

} // namespace parvis
