#include "presentation/formvalues.h"

#include "presentation/typeddate.h"

#include <QtCore/QLocale>

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

} // namespace parvis
