#include "ui_requests/formfact.h"

#include "base/text.h"
#include "presentation/formvalues.h"
#include "presentation/referencedata.h"
#include "ui_common/words.h"

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int offered = 10;

struct FormFactWords
{
    Q_DECLARE_TR_FUNCTIONS(FormFact)
};

Suggestion suggested(const QString &text, const QJsonValue &value)
{
    return {text, {}, {}, {}, QVariant::fromValue(value)};
}

QList<Suggestion> choicesFor(const FormField &field, const QString &typed)
{
    QList<Suggestion> found;
    const auto offer = [&](const QString &text, const QJsonValue &value) {
        if (typed.trimmed().isEmpty() || wordsMatch(text, typed))
            found.append(suggested(text, value));
    };
    if (field.type == FormFieldType::YesNo) {
        offer(valueWord(true, field.type), true);
        offer(valueWord(false, field.type), false);
    }
    for (const QString &option : field.options)
        offer(option, option);
    return found;
}

//! The options that \a typed names, separated by commas, and what is left at its end. Options may have commas themselves.
QPair<QStringList, QString> namedOptions(const QStringList &options, const QString &typed)
{
    QStringList longestFirst = options;
    std::stable_sort(longestFirst.begin(), longestFirst.end(),
                     [](const QString &a, const QString &b) { return a.size() > b.size(); });
    QStringList named;
    QString rest = typed.trimmed();
    const auto begins = [&rest](const QString &option) {
        const QString after = rest.mid(option.size()).trimmed();
        return rest.startsWith(option, Qt::CaseInsensitive) && (after.isEmpty() || after.startsWith(u','));
    };
    while (!rest.isEmpty()) {
        const auto it = std::find_if(longestFirst.cbegin(), longestFirst.cend(), begins);
        if (it == longestFirst.cend())
            break;
        named.append(*it);
        rest = rest.mid(it->size()).trimmed();
        while (rest.startsWith(u','))
            rest = rest.mid(1).trimmed();
    }
    return {named, rest};
}

QJsonArray inOrder(const QStringList &options, const QStringList &chosen)
{
    QJsonArray ordered;
    for (const QString &option : options) {
        if (chosen.contains(option))
            ordered.append(option);
    }
    return ordered;
}

//! Each option adds itself to what is chosen, or takes itself away.
QList<Suggestion> togglesFor(const FormField &field, const QJsonValue &value, const QString &typed)
{
    QList<Suggestion> found;
    auto [chosen, rest] = namedOptions(field.options, typed);
    if (typed.isEmpty())
        chosen = value.toVariant().toStringList();
    else if (rest.isEmpty())
        return found; // all is said: Enter takes it as it stands
    for (const QString &option : field.options) {
        if (!rest.isEmpty() && !wordsMatch(option, rest))
            continue;
        QStringList after = chosen;
        const bool isChosen = after.removeAll(option) > 0;
        if (!isChosen)
            after.append(option);
        Suggestion line = suggested(option, inOrder(field.options, after));
        line.icon = isChosen ? u"check"_s : QString();
        line.detail = isChosen ? FormFactWords::tr("chosen; Enter takes it away") : QString();
        found.append(line);
    }
    return found;
}

QList<Suggestion> placesFor(const ReferenceData &town, const QString &typed)
{
    QList<Suggestion> found;
    const QList<Place> places = town.placeIndex().search(typed, offered);
    for (const Place &place : places) {
        Suggestion line = suggested(place.address, placeValue(place));
        line.detail = town.areaNames(place);
        found.append(line);
    }
    return found;
}

Fact::Suggest suggestFor(const FormField &field, const QJsonValue &value, const ReferenceData &town)
{
    switch (field.type) {
    case FormFieldType::Choice:
    case FormFieldType::YesNo: return [field](const QString &typed) { return choicesFor(field, typed); };
    case FormFieldType::Choices: return [field, value](const QString &typed) { return togglesFor(field, value, typed); };
    case FormFieldType::Place: return [&town](const QString &typed) { return placesFor(town, typed); };
    default: return {};
    }
}

//! Nothing if \a typed can't be understood. A plate may be known in part only.
std::optional<QJsonValue> readAs(const FormField &field, const QString &typed, const QDate &today)
{
    switch (field.type) {
    case FormFieldType::Choice:
    case FormFieldType::YesNo: {
        const QList<Suggestion> found = choicesFor(field, typed);
        return found.size() == 1 ? std::optional(found.first().value.toJsonValue()) : std::nullopt;
    }
    case FormFieldType::Choices: {
        const auto [named, rest] = namedOptions(field.options, typed);
        return rest.isEmpty() ? std::optional<QJsonValue>(inOrder(field.options, named)) : std::nullopt;
    }
    case FormFieldType::Place: {
        Place place;
        place.address = typed;
        return placeValue(place);
    }
    default: break;
    }
    const QJsonValue value = typedValue(field.type, typed, today);
    const auto fault = faultOf(field, value);
    return fault && *fault != FieldFault::BadPlate ? std::nullopt : std::optional(value);
}

} // namespace

FormFields shownFields(const FormFields &fields, const QJsonObject &values)
{
    FormFields shown;
    for (const FormField &field : fields) {
        const bool isHeld = !isEmptyValue(values.value(field.code));
        if (fieldOf(fields, field.code) == &field && (isHeld || isShown(fields, field, values)))
            shown.append(field);
    }
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (fieldOf(fields, it.key()))
            continue;
        FormField unknown;
        unknown.code = it.key();
        unknown.type = fileReferenceFrom(it.value()) ? FormFieldType::File : FormFieldType::Text;
        shown.append(unknown);
    }
    return shown;
}

void setFormEditor(Fact *fact, const FormField &field, const QJsonObject &values, const QDate &today, const ReferenceData &town)
{
    const QJsonValue value = values.value(field.code);
    const bool isStrange = field.type == FormFieldType::Text && !value.isUndefined() && !value.isString();
    if (isStrange || field.type == FormFieldType::File) {
        fact->setEditor({}, {});
        return;
    }
    const auto read = [field, values, today](const QString &typed, const QVariant &chosen) -> std::optional<QJsonObject> {
        QJsonObject after = values;
        const auto value = chosen.isValid()  ? std::optional(chosen.toJsonValue())
                           : typed.isEmpty() ? std::optional(QJsonValue())
                                             : readAs(field, typed, today);
        if (!value)
            return std::nullopt;
        if (isEmptyValue(*value))
            after.remove(field.code);
        else
            after.insert(field.code, *value);
        return QJsonObject{{u"form"_s, after}};
    };
    fact->setEditor(suggestFor(field, value, town), read);
}

} // namespace parvis
