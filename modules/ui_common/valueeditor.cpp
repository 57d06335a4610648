#include "ui_common/valueeditor.h"

#include "presentation/formvalues.h"
#include "presentation/referencedata.h"
#include "ui_common/choicesfield.h"
#include "ui_common/completerfield.h"
#include "ui_common/enterkey.h"
#include "ui_common/filefield.h"
#include "ui_common/words.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int placeHints = 6;

struct FormEditorWords
{
    Q_DECLARE_TR_FUNCTIONS(ValueEditor)
};

QList<QPair<QString, QJsonValue>> optionsOf(const FormField &field)
{
    QList<QPair<QString, QJsonValue>> options{{QString(), QJsonValue()}};
    if (field.type == FormFieldType::YesNo) {
        options.append({FormEditorWords::tr("Yes"), true});
        options.append({FormEditorWords::tr("No"), false});
    }
    for (const QString &option : field.options)
        options.append({option, option});
    return options;
}

ValueEditor makeChoice(const FormField &field, const ValueEditing &editing)
{
    auto *combo = new QComboBox(editing.parent);
    const auto options = optionsOf(field);
    for (const auto &[text, value] : options)
        combo->addItem(text, value);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(8);
    const auto tell = [combo, edited = editing.edited] { edited(combo->currentData().toJsonValue()); };
    QObject::connect(combo, &QComboBox::activated, combo, tell);
    QObject::connect(combo, &QComboBox::currentIndexChanged, combo, [combo, tell] {
        if (combo->hasFocus())
            tell();
    });
    onEnter(combo, editing.done);
    const auto show = [combo](const QJsonValue &value) {
        int place = 0;
        for (int i = 1; i < combo->count(); ++i)
            place = combo->itemData(i).toJsonValue() == value ? i : place;
        combo->setCurrentIndex(place);
    };
    return {combo, {combo}, show, false};
}

//! Text, number, plate and date: what was typed, shown as it was understood once the field is left.
ValueEditor makeLine(const FormField &field, const ValueEditing &editing)
{
    auto *edit = new QLineEdit(editing.parent);
    const auto read = [edit, type = field.type, today = editing.today] { return typedValue(type, edit->text(), today); };
    const auto show = [edit, type = field.type](const QJsonValue &value) { edit->setText(valueWord(value, type)); };
    if (field.type == FormFieldType::Date)
        edit->setPlaceholderText(FormEditorWords::tr("3/11, yesterday, 2 weeks ago"));
    QObject::connect(edit, &QLineEdit::textEdited, edit, [read, edited = editing.edited] { edited(read()); });
    QObject::connect(edit, &QLineEdit::editingFinished, edit, [read, show] { show(read()); });
    onEnter(edit, editing.done);
    return {edit, {edit}, show, false};
}

ValueEditor makeChoices(const FormField &field, const ValueEditing &editing)
{
    auto *choices = new ChoicesField(field.options, editing.parent);
    QObject::connect(choices, &ChoicesField::changed, choices,
                     [edited = editing.edited](const QJsonArray &value) { edited(value.isEmpty() ? QJsonValue() : value); });
    QList<QWidget *> stops;
    for (QCheckBox *box : choices->boxes()) {
        box->setAccessibleDescription(field.name());
        onEnter(box, editing.done);
        stops.append(box);
    }
    return {choices, stops, [choices](const QJsonValue &value) { choices->setValue(value.toArray()); }, true};
}

QList<Suggestion> placesFor(const QString &words, const ReferenceData &town)
{
    QList<Suggestion> lines;
    const QList<Place> places = town.placeIndex().search(words, placeHints);
    for (const Place &place : places)
        lines.append({place.address, town.districtName(place.district), {}, u"map-pin"_s, QVariant::fromValue(place)});
    return lines;
}

ValueEditor makePlace(const ValueEditing &editing)
{
    auto *field = new CompleterField(editing.parent);
    field->setPlaceholderText(FormEditorWords::tr("Number and street, or a place"));
    QObject::connect(field, &CompleterField::edited, field, [field, editing](const QString &words) {
        Place asTyped;
        asTyped.address = words;
        editing.edited(placeValue(asTyped));
        field->setSuggestions(words, editing.town ? placesFor(words, *editing.town) : QList<Suggestion>());
    });
    QObject::connect(field, &CompleterField::accepted, field, [field, editing](const Suggestion &chosen) {
        const auto place = chosen.value.value<Place>();
        field->setText(place.address);
        editing.edited(placeValue(place));
        editing.done();
    });
    QObject::connect(field, &CompleterField::committed, field, [editing] { editing.done(); });
    return {
        field, {field->lineEdit()}, [field](const QJsonValue &value) { field->setText(value["address"_L1].toString()); }, false};
}

ValueEditor makeFile(const ValueEditing &editing)
{
    auto *file = new FileField(editing.parent);
    file->setKeeper(editing.keepFile);
    QObject::connect(file, &FileField::edited, file, editing.edited);
    QObject::connect(file, &FileField::refused, file, editing.complain);
    // With a file Enter goes on; without one it asks for it.
    onEnter(file->chooseButton(), [file, done = editing.done] { file->removeButton()->isHidden() ? file->choose() : done(); });
    return {
        file, {file->chooseButton(), file->removeButton()}, [file](const QJsonValue &value) { file->setValue(value); }, false};
}

} // namespace

ValueEditor makeValueEditor(const FormField &field, const ValueEditing &editing)
{
    switch (field.type) {
    case FormFieldType::Choice:
    case FormFieldType::YesNo: return makeChoice(field, editing);
    case FormFieldType::Choices: return makeChoices(field, editing);
    case FormFieldType::Place: return makePlace(editing);
    case FormFieldType::File: return makeFile(editing);
    case FormFieldType::Text:
    case FormFieldType::Number:
    case FormFieldType::Date:
    case FormFieldType::Plate: break;
    }
    return makeLine(field, editing);
}

} // namespace parvis
