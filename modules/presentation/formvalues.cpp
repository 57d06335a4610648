#include "presentation/formvalues.h"

#include "base/async.h"
#include "presentation/typeddate.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeDatabase>
#include <QtCore/QThreadPool>

using namespace Qt::StringLiterals;

namespace parvis {

static QJsonValue typedNumber(const QString &words)
{
    bool isNumber = false;
    double number = QLocale().toDouble(words, &isNumber);
    if (!isNumber)
        number = words.toDouble(&isNumber); // "2.5", whatever the locale
    return isNumber ? QJsonValue(number) : QJsonValue(words);
}

QJsonValue typedValue(FormFieldType type, const QString &typed, const QDate &today)
{
    const QString words = typed.trimmed();
    if (words.isEmpty())
        return {};
    switch (type) {
    case FormFieldType::Number: return typedNumber(words);
    case FormFieldType::Date: {
        const QDate day = typedDate(typed, today);
        return day.isValid() ? day.toString(Qt::ISODate) : words;
    }
    case FormFieldType::Plate: {
        const QString plate = normalisedPlate(words);
        return plate.isEmpty() ? words.toUpper() : plate;
    }
    default: return typed;
    }
}

QJsonValue placeValue(const Place &place)
{
    if (place.address.trimmed().isEmpty())
        return {};
    QJsonObject value{{u"address"_s, place.address}};
    if (!place.district.isNull())
        value.insert("district"_L1, idText(place.district));
    if (place.latitude && place.longitude) {
        value.insert("latitude"_L1, *place.latitude);
        value.insert("longitude"_L1, *place.longitude);
    }
    return value;
}

static Result<FileReference> readReference(const QString &path)
{
    QFile file(path);
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || !digest.addData(&file))
        return Error{ErrorCode::NotFound, u"file"_s};
    const QMimeType type = QMimeDatabase().mimeTypeForFile(path);
    return FileReference{QFileInfo(path).fileName(), QString::fromLatin1(digest.result().toHex()), file.pos(), type.name()};
}

QFuture<Result<FileReference>> referenceTo(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<FileReference>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(readReference(path));
        promise->finish();
    });
    return promise->future();
}

Attachment attachmentOf(const FileReference &file, const Id &request, const Id &author, Instant at)
{
    Attachment attachment;
    attachment.request = request;
    attachment.sha256 = file.sha256;
    attachment.name = file.name;
    attachment.mediaType = file.mediaType;
    attachment.bytes = file.bytes;
    attachment.at = at;
    attachment.author = author;
    return attachment;
}

} // namespace parvis
