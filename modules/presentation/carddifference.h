#pragma once

#include "domain/procedurecard.h"
#include "domain/textmerge.h"

#include <functional>

namespace parvis {

//! One field of a card that two versions say differently.
struct FieldDifference
{
    QString field;         //!< as in the description
    QList<TextPart> parts; //!< word by word; see textParts()

    QString before() const;
    QString after() const;
    bool operator==(const FieldDifference &) const = default;
};

//! How a field's value reads; empty for none.
using ValueText = std::function<QString(const QString &field, const QJsonValue &value)>;

//! What differs between two contents (as of contentOf()), in the order of the description.
QList<FieldDifference> differencesOf(const QJsonObject &before, const QJsonObject &after, const ValueText &text);

} // namespace parvis
