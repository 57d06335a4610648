#include "ui_common/cardfields.h"

#include "ui_common/completerfield.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

namespace parvis {

static constexpr int columns = 2;
static constexpr int rowsOfField = 3; // name, editor, notes

CardFields::CardFields(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(space::gap);
    m_grid->setVerticalSpacing(space::unit);
    for (int i = 0; i < columns; ++i)
        m_grid->setColumnStretch(i, 1);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showHelp(now); });
    hide();
}

//! A field that dies gives up the focus, which is told to this widget: by then it knows the field no more.
void CardFields::clear()
{
    const QList<Field> gone = std::exchange(m_fields, {});
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    for (const Field &field : gone) {
        for (QWidget *widget : {field.editor.widget, static_cast<QWidget *>(field.name), field.notes})
            delete widget;
    }
    m_shown.clear();
}

void CardFields::setForm(const QJsonArray &form, const QDate &today)
{
    if (form == m_form && today == m_today)
        return;
    m_today = today;
    m_form = form;
    clear();
    m_definition = formFieldsFrom(form);
    for (const FormField &field : std::as_const(m_definition))
        m_fields.append(makeField(field));
    setOrder();
    lay();
}

CardFields::Field CardFields::makeField(const FormField &field)
{
    Field made;
    made.notes = new QWidget(this);
    made.help = secondaryLabel(field.help, made.notes);
    made.error = new InlineError(made.notes);
    auto *notes = new QVBoxLayout(made.notes);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(space::unit);
    notes->addWidget(made.help);
    notes->addWidget(made.error);
    const auto complain = [this, code = field.code](const QString &sentence) {
        const auto at = fieldOf(m_definition, code) - m_definition.constData();
        m_fields.at(at).error->say(sentence);
        showNotes(m_fields.at(at));
    };
    made.editor =
        makeValueEditor(field, {this, m_today, m_town, [this, code = field.code](const QJsonValue &value) { take(code, value); },
                                [this] { Q_EMIT done(); }, complain, m_keepFile});
    const bool isChoices = field.type == FormFieldType::Choices;
    QWidget *named = isChoices ? made.editor.widget : made.editor.stops.first();
    made.name = labelFor(named, field.required ? tr("%1 (required)").arg(field.name()) : field.name());
    made.name->setParent(this);
    setTextRole(made.name, TextRole::Secondary);
    made.name->setWordWrap(true);
    made.editor.widget->setToolTip(field.help);
    if (!field.help.isEmpty())
        named->setAccessibleDescription(field.help);
    made.help->hide();
    made.notes->hide();
    return made;
}

//! Tab goes through the fields where they stand; new widgets come after all others of the window.
void CardFields::setOrder()
{
    QWidget *before = m_before;
    for (const Field &field : std::as_const(m_fields)) {
        for (QWidget *stop : field.editor.stops) {
            if (before)
                setTabOrder(before, stop);
            before = stop;
        }
    }
    setFocusProxy(m_fields.isEmpty() ? nullptr : m_fields.first().editor.stops.value(0));
}

void CardFields::take(const QString &code, const QJsonValue &value)
{
    if (value.isNull())
        m_values.remove(code);
    else
        m_values.insert(code, value);
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (m_definition.at(i).code == code) {
            m_fields.at(i).error->clear();
            showNotes(m_fields.at(i));
        }
    }
    lay();
    Q_EMIT edited(code, value);
}

void CardFields::lay()
{
    QStringList shown;
    for (const FormField &field : std::as_const(m_definition)) {
        if (isShown(m_definition, field, m_values))
            shown.append(field.code);
    }
    setVisible(!shown.isEmpty());
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_grid->takeAt(0))
        delete item;
    int row = 0, column = 0;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const Field &field = m_fields.at(i);
        const bool isSeen = shown.contains(m_definition.at(i).code);
        field.name->setVisible(isSeen);
        field.editor.widget->setVisible(isSeen);
        showNotes(field);
        if (!isSeen) {
            field.notes->hide();
            continue;
        }
        const int width = field.editor.isWide ? columns : 1;
        if (column + width > columns) {
            row += rowsOfField;
            column = 0;
        }
        m_grid->addWidget(field.name, row, column, 1, width, Qt::AlignBottom);
        m_grid->addWidget(field.editor.widget, row + 1, column, 1, width);
        m_grid->addWidget(field.notes, row + 2, column, 1, width, Qt::AlignTop);
        column += width;
    }
}

void CardFields::showNotes(const Field &field)
{
    field.notes->setVisible(!field.help->isHidden() || !field.error->isHidden());
}

void CardFields::showHelp(const QWidget *focus)
{
    for (const Field &field : std::as_const(m_fields)) {
        const bool isHere = focus && (field.editor.widget == focus || field.editor.widget->isAncestorOf(focus));
        const bool isWanted = isHere && !field.help->text().isEmpty();
        if (isWanted == !field.help->isHidden())
            continue;
        field.help->setVisible(isWanted);
        showNotes(field);
    }
}

void CardFields::setValues(const QJsonObject &values)
{
    m_values = values;
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        m_fields.at(i).editor.show(values.value(m_definition.at(i).code));
        m_fields.at(i).error->clear();
        showNotes(m_fields.at(i));
    }
    lay();
}

void CardFields::focusField(const QString &code)
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (m_definition.at(i).code == code && !m_fields.at(i).editor.stops.isEmpty())
            m_fields.at(i).editor.stops.first()->setFocus(Qt::OtherFocusReason);
    }
}

void CardFields::showFaults(const QList<FormFault> &faults)
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const FormField &definition = m_definition.at(i);
        const auto fault =
            std::find_if(faults.begin(), faults.end(), [&definition](const FormFault &f) { return f.code == definition.code; });
        if (fault == faults.end())
            m_fields.at(i).error->clear();
        else
            m_fields.at(i).error->say(sentence(fault->fault, definition.type));
        showNotes(m_fields.at(i));
    }
    if (!faults.isEmpty())
        focusField(faults.first().code);
}

bool CardFields::closeLists()
{
    bool wasOpen = false;
    const auto fields = findChildren<CompleterField *>();
    for (CompleterField *field : fields) {
        wasOpen = wasOpen || field->isListOpen();
        field->closeList();
    }
    return wasOpen;
}

} // namespace parvis
