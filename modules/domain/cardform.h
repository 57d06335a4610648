#pragma once

#include "domain/tokens.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace parvis {

// The form of a procedure card (Card::form) and the values that a request holds for it (Request::form), by the fields' codes.
// The code is the identity of a field: a new label keeps the values, and a value whose field is gone stays in its request.

//! What a value of each is in JSON: Text, Choice and Plate a string, Number a number, Date a string "2026-11-25", Choices an
//! array of strings, YesNo a bool, Place {"address", "district", "latitude", "longitude"} of which only the address is sure, File
//! {"name", "sha256", "bytes", "media_type"}: an attachment by reference.
enum class FormFieldType { Text, Number, Date, Choice, Choices, YesNo, Place, Plate, File };
template <>
struct Tokens<FormFieldType>
{
    static constexpr std::array<QLatin1StringView, 9> words{
        QLatin1StringView("text"),   QLatin1StringView("number"),  QLatin1StringView("date"),
        QLatin1StringView("choice"), QLatin1StringView("choices"), QLatin1StringView("yesno"),
        QLatin1StringView("place"),  QLatin1StringView("plate"),   QLatin1StringView("file")};
};

//! Another field must be shown and hold this value (several choices: among them).
struct ShownIf
{
    QString field; //!< its code
    QJsonValue is;
    QJsonObject extra;

    bool operator==(const ShownIf &) const = default;
};

struct FormField
{
    QString code;
    QString label;
    FormFieldType type = FormFieldType::Text; //!< also for types that only a newer program knows
    bool required = false;
    QStringList options; //!< of Choice and Choices
    QString help;
    std::optional<ShownIf> shownIf;
    QJsonObject extra; //!< what was read and is none of these

    //! The label, or the code where there is none.
    QString name() const { return label.isEmpty() ? code : label; }
    bool operator==(const FormField &) const = default;
};

using FormFields = QList<FormField>;

FormField formFieldFrom(const QJsonObject &json);
QJsonObject toJson(const FormField &field);
FormFields formFieldsFrom(const QJsonArray &form);
QJsonArray toJson(const FormFields &fields);

//! The field of that code, the first if a faulty form has more; null if there is none.
const FormField *fieldOf(const FormFields &fields, QStringView code);

//! \a field of \a fields is to be filled, seeing \a values. A condition that can't be met (its field is hidden, is gone, or waits
//! for this one) hides.
bool isShown(const FormFields &fields, const FormField &field, const QJsonObject &values);

//! \a values without those of hidden fields. Values of no field stay.
QJsonObject shownValues(const FormFields &fields, QJsonObject values);

//! Nothing was answered: null, blank text, no choice, a place without an address. "No" and 0 are answers.
bool isEmptyValue(const QJsonValue &value);

//! "AB-123-CD" (since 2009) or "1234 AB 51" out of what was typed; empty if it can be no French plate.
QString normalisedPlate(QStringView typed);

enum class FieldFault { Missing, WrongType, NotAnOption, BadPlate, BadDate, BadNumber };
template <>
struct Tokens<FieldFault>
{
    static constexpr std::array<QLatin1StringView, 6> words{QLatin1StringView("missing"),       QLatin1StringView("wrong_type"),
                                                            QLatin1StringView("not_an_option"), QLatin1StringView("bad_plate"),
                                                            QLatin1StringView("bad_date"),      QLatin1StringView("bad_number")};
};

struct FormFault
{
    QString code;
    FieldFault fault = FieldFault::Missing;

    bool operator==(const FormFault &) const = default;
};

//! What is wrong with one value, required or not.
std::optional<FieldFault> faultOf(const FormField &field, const QJsonValue &value);

//! What is wrong with \a values, in the order of the form, one for each field that is shown.
QList<FormFault> faults(const FormFields &fields, const QJsonObject &values);

//! What keeps a form from being published.
enum class DefinitionFault {
    NoCode,
    DuplicateCode,
    FewOptions,       //!< a choice needs two
    UnknownCondition, //!< shown by a field that there is not
    LaterCondition,   //!< shown by a field that is asked for later
    Cycle             //!< shown by a field that is shown by this one, or by itself
};
template <>
struct Tokens<DefinitionFault>
{
    static constexpr std::array<QLatin1StringView, 6> words{
        QLatin1StringView("no_code"),           QLatin1StringView("duplicate_code"),  QLatin1StringView("few_options"),
        QLatin1StringView("unknown_condition"), QLatin1StringView("later_condition"), QLatin1StringView("cycle")};
};

struct FormDefinitionFault
{
    qsizetype index = 0; //!< of the field
    DefinitionFault fault = DefinitionFault::NoCode;

    bool operator==(const FormDefinitionFault &) const = default;
};

QList<FormDefinitionFault> formFaults(const FormFields &fields);

//! The words of a value, by which it is found: options, addresses and file names as they are, dates as in ISO 8601, numbers in
//! figures; nothing for yes and no.
QString valueText(const QJsonValue &value);

//! What a request with these \a values is found by: the words of texts, choices, dates, places and file names; a plate also
//! written in one, as it is read out. No numbers: a "2" would be found everywhere.
QString searchWords(const QJsonObject &values);

//! As Attachment has them; the digest in lower case.
struct FileReference
{
    QString name;
    QString sha256;
    qint64 bytes = 0;
    QString mediaType;

    bool operator==(const FileReference &) const = default;
};

QJsonObject toJson(const FileReference &file);
//! Nothing if \a value is no reference to a file.
std::optional<FileReference> fileReferenceFrom(const QJsonValue &value);

} // namespace parvis
