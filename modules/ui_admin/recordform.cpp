#include "ui_admin/recordform.h"

#include "base/text.h"
#include "ui_common/completerfield.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int rowsOfMany = 5;
constexpr int columns = 3; // of choices
constexpr qsizetype offered = 12;

bool foldedContains(const QString &name, const QString &typed)
{
    return folded(name).contains(folded(typed.trimmed()));
}

template <typename T, typename Fn>
void collect(QList<std::pair<Id, QString>> &into, const QList<T> &records, Fn name)
{
    for (const T &record : records) {
        if (const QString text = name(record); !text.isEmpty())
            into.append({record.id, text});
    }
}

//! Sets are written in an order of their own.
bool isSameSet(const QJsonArray &a, const QJsonArray &b)
{
    const auto texts = [](const QJsonArray &array) {
        QStringList list;
        for (const QJsonValue &value : array)
            list.append(value.isString() ? value.toString() : QString());
        list.sort();
        return list;
    };
    const QStringList one = texts(a), other = texts(b);
    return one == other && !one.contains(QString());
}

} // namespace

RecordForm::RecordForm(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, space::gap, 0);
    m_layout->setHorizontalSpacing(space::group);
    m_layout->setVerticalSpacing(space::gap);
    m_layout->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_layout->setRowWrapPolicy(QFormLayout::DontWrapRows);
}

QList<std::pair<Id, QString>> RecordForm::options(Target target) const
{
    QList<std::pair<Id, QString>> list;
    switch (target) {
    case Target::Service:
        collect(list, m_town.units(), [](const Unit &u) { return u.level == UnitLevel::Service ? u.name : QString(); });
        break;
    case Target::Above:
        collect(list, m_town.units(), [](const Unit &u) { return u.level == UnitLevel::Service ? QString() : u.name; });
        break;
    case Target::User: collect(list, m_town.users(), [](const User &u) { return u.disabled ? QString() : u.name; }); break;
    case Target::District: collect(list, m_town.districts(), [](const District &d) { return d.name; }); break;
    case Target::Theme: collect(list, m_town.themes(), [](const Theme &t) { return t.name; }); break;
    case Target::Card: collect(list, m_town.cards(), [](const Card &c) { return c.archived ? QString() : c.title; }); break;
    }
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.second.localeAwareCompare(b.second) < 0; });
    return list;
}

void RecordForm::changed()
{
    if (!m_isFilling)
        Q_EMIT edited();
}

void RecordForm::add(const QString &label, const Field &field)
{
    addField(m_layout, label, field.editor);
    m_fields.append(field);
}

void RecordForm::addText(const QString &field, const QString &label, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(hint);
    connect(edit, &QLineEdit::textChanged, this, &RecordForm::changed);
    add(label, {field, edit, [edit](const QJsonValue &value) { edit->setText(value.toString()); },
                [edit] { return QJsonValue(edit->text().trimmed()); }});
}

void RecordForm::addWords(const QString &field, const QString &label, const QString &hint)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(hint);
    connect(edit, &QLineEdit::textChanged, this, &RecordForm::changed);
    const auto show = [edit](const QJsonValue &value) {
        QStringList words;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &word : array)
            words.append(word.toString());
        edit->setText(words.join(u", "_s));
    };
    const auto read = [edit] {
        TokenSet words;
        const QStringList split = edit->text().split(u',', Qt::SkipEmptyParts);
        for (const QString &word : split) {
            if (const QString trimmed = word.simplified(); !trimmed.isEmpty())
                words.insert(trimmed);
        }
        QJsonArray array;
        for (const QString &word : words)
            array.append(word);
        return QJsonValue(array);
    };
    add(label, {field, edit, show, read});
}

void RecordForm::addFlag(const QString &field, const QString &text)
{
    auto *box = new QCheckBox(text);
    connect(box, &QCheckBox::toggled, this, &RecordForm::changed);
    m_layout->addRow(QString(), box);
    m_fields.append({field, box, [box](const QJsonValue &value) { box->setChecked(value.toBool()); },
                     [box] { return QJsonValue(box->isChecked()); }});
}

void RecordForm::addChoice(const QString &field, const QString &label, const QList<std::pair<QString, QString>> &options)
{
    auto *combo = new QComboBox;
    for (const auto &[token, word] : options)
        combo->addItem(word, token);
    connect(combo, &QComboBox::currentIndexChanged, this, &RecordForm::changed);
    add(label, {field, combo,
                [combo](const QJsonValue &value) { combo->setCurrentIndex(std::max(0, combo->findData(value.toString()))); },
                [combo] { return QJsonValue(combo->currentData().toString()); }, options.first().first});
}

void RecordForm::addChoices(const QString &field, const QString &label, const QList<std::pair<QString, QString>> &options)
{
    auto *group = new QWidget;
    auto *grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(space::unit);
    QList<QCheckBox *> boxes;
    for (const auto &[token, word] : options) {
        auto *box = new QCheckBox(word);
        connect(box, &QCheckBox::toggled, this, &RecordForm::changed);
        const int place = int(boxes.size());
        grid->addWidget(box, place / columns, place % columns);
        boxes.append(box);
    }
    group->setFocusProxy(boxes.first());
    const auto show = [boxes, options](const QJsonValue &value) {
        for (qsizetype i = 0; i < boxes.size(); ++i)
            boxes.at(i)->setChecked(value.toArray().contains(options.at(i).first));
    };
    const auto read = [boxes, options] {
        TokenSet tokens;
        for (qsizetype i = 0; i < boxes.size(); ++i) {
            if (boxes.at(i)->isChecked())
                tokens.insert(options.at(i).first);
        }
        QJsonArray array;
        for (const QString &token : tokens)
            array.append(token);
        return QJsonValue(array);
    };
    add(label, {field, group, show, read});
}

void RecordForm::addOne(const QString &field, const QString &label, Target target)
{
    auto *editor = new CompleterField;
    const auto chosen = std::make_shared<Id>();
    connect(editor, &CompleterField::edited, this, [this, editor, chosen, target](const QString &typed) {
        *chosen = {};
        QList<Suggestion> suggestions;
        const auto all = options(target);
        for (const auto &[id, name] : all) {
            if (name.compare(typed.trimmed(), Qt::CaseInsensitive) == 0)
                *chosen = id;
            if (suggestions.size() < offered && foldedContains(name, typed))
                suggestions.append({name, {}, {}, {}, id});
        }
        editor->setSuggestions(typed, typed.trimmed().isEmpty() ? QList<Suggestion>() : suggestions);
        changed();
    });
    connect(editor, &CompleterField::accepted, this, [this, editor, chosen](const Suggestion &suggestion) {
        *chosen = suggestion.value.value<Id>();
        editor->setText(suggestion.text);
        changed();
    });
    const auto show = [this, editor, chosen, target](const QJsonValue &value) {
        *chosen = idFromText(value.toString()).value_or(Id());
        const auto all = options(target);
        const auto it = std::find_if(all.begin(), all.end(), [&](const auto &option) { return option.first == *chosen; });
        editor->setText(it == all.end() ? QString() : it->second);
    };
    add(label, {field, editor, show, [chosen] { return chosen->isNull() ? QJsonValue() : QJsonValue(idText(*chosen)); }});
    editor->lineEdit()->setAccessibleName(plainLabel(label));
}

void RecordForm::addMany(const QString &field, const QString &label, Target target)
{
    auto *list = new QListWidget;
    list->setFixedHeight(rowsOfMany * rowHeight(this));
    connect(list, &QListWidget::itemChanged, this, &RecordForm::changed);
    const auto show = [this, list, target](const QJsonValue &value) {
        list->clear();
        const QJsonArray chosen = value.toArray();
        QList<std::pair<Id, QString>> all = options(target);
        // The chosen ones first, where they are seen.
        std::stable_sort(all.begin(), all.end(), [&chosen](const auto &a, const auto &b) {
            return chosen.contains(idText(a.first)) && !chosen.contains(idText(b.first));
        });
        for (const auto &[id, name] : std::as_const(all)) {
            auto *item = new QListWidgetItem(name, list);
            item->setData(Qt::UserRole, idText(id));
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(chosen.contains(idText(id)) ? Qt::Checked : Qt::Unchecked);
        }
    };
    const auto read = [list] {
        QStringList ids;
        for (int row = 0; row < list->count(); ++row) {
            if (list->item(row)->checkState() == Qt::Checked)
                ids.append(list->item(row)->data(Qt::UserRole).toString());
        }
        ids.sort();
        return QJsonValue(QJsonArray::fromStringList(ids));
    };
    add(label, {field, list, show, read});
}

void RecordForm::addCustom(const QString &field, const QString &label, QWidget *editor,
                           std::function<void(const QJsonValue &)> show, std::function<QJsonValue()> read)
{
    add(label, {field, editor, std::move(show), std::move(read)});
}

void RecordForm::setDocument(const QJsonObject &document)
{
    m_isFilling = true;
    m_document = document;
    for (const Field &field : std::as_const(m_fields))
        field.show(document.value(field.name));
    m_isFilling = false;
}

QJsonObject RecordForm::document() const
{
    QJsonObject edited = m_document;
    for (const Field &field : m_fields) {
        const QJsonValue value = normal(field.read());
        const QJsonValue before = normal(m_document.value(field.name));
        const bool isDefault = before.isNull() && !field.usual.isEmpty() && value == field.usual;
        if (value == before || isDefault || (value.isArray() && before.isArray() && isSameSet(value.toArray(), before.toArray())))
            continue; // written as it was
        if (value.isNull())
            edited.remove(field.name);
        else
            edited.insert(field.name, value);
    }
    return edited;
}

void RecordForm::focusFirst()
{
    if (!m_fields.isEmpty())
        m_fields.first().editor->setFocus();
}

void RecordForm::setEditable(bool editable)
{
    for (const Field &field : std::as_const(m_fields))
        field.editor->setEnabled(editable);
}

void RecordForm::setFieldEnabled(const QString &field, bool enabled)
{
    for (const Field &each : std::as_const(m_fields)) {
        if (each.name == field)
            each.editor->setEnabled(enabled);
    }
}

} // namespace parvis
