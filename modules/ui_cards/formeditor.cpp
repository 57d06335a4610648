#include "ui_cards/formeditor.h"

#include "ui_cards/cardwords.h"
#include "ui_common/action.h"
#include "ui_common/cardfields.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int shownRows = 6;

struct FormWords
{
    Q_DECLARE_TR_FUNCTIONS(FormWords)
};

QString valueWord(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? FormWords::tr("yes") : FormWords::tr("no");
    return value.toString();
}

//! "Autorisation obtenue: yes"
QString conditionText(const QJsonArray &form, const QJsonObject &condition)
{
    if (condition.isEmpty())
        return FormWords::tr("always");
    const QString code = condition.value("field"_L1).toString();
    QString label = code;
    for (const QJsonValue &field : form) {
        if (field["code"_L1].toString() == code)
            label = field["label"_L1].toString();
    }
    //: a field of the form and the value for which another one is shown
    return FormWords::tr("%1: %2").arg(label, valueWord(condition.value("is"_L1)));
}

//! Every condition that the other fields allow, "always" first.
QList<QJsonObject> conditionsFor(const QJsonArray &form, int row)
{
    QList<QJsonObject> conditions{{}};
    for (int i = 0; i < form.size(); ++i) {
        const QJsonObject field = form.at(i).toObject();
        const QString code = field.value("code"_L1).toString();
        if (i == row || code.isEmpty())
            continue;
        QJsonArray values = field.value("options"_L1).toArray();
        if (field.value("type"_L1).toString() == "yesno"_L1)
            values = {true, false};
        for (const QJsonValue &value : std::as_const(values))
            conditions.append({{u"field"_s, code}, {u"is"_s, value}});
    }
    return conditions;
}

//! Types and conditions are chosen, the rest is typed.
class CellDelegate final : public QStyledItemDelegate
{
public:
    CellDelegate(const FormFieldsModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isType = index.column() == FormFieldsModel::Type;
        if (!isType && index.column() != FormFieldsModel::ShownIf) {
            QWidget *edit = QStyledItemDelegate::createEditor(parent, option, index);
            edit->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
            return edit;
        }
        auto *combo = new QComboBox(parent);
        combo->setAccessibleName(m_model.headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString());
        if (isType) {
            for (const QLatin1StringView type : Tokens<FormFieldType>::words)
                combo->addItem(word(*fromToken<FormFieldType>(QString(type))), QString(type));
        } else {
            const QList<QJsonObject> conditions = conditionsFor(m_model.form(), index.row());
            for (const QJsonObject &condition : conditions)
                combo->addItem(conditionText(m_model.form(), condition), condition);
        }
        return combo;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *combo = qobject_cast<QComboBox *>(editor))
            combo->setCurrentIndex(std::max(0, combo->findData(index.data(Qt::EditRole))));
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (const auto *combo = qobject_cast<QComboBox *>(editor))
            model->setData(index, combo->currentData(), Qt::EditRole);
        else
            QStyledItemDelegate::setModelData(editor, model, index);
    }

private:
    const FormFieldsModel &m_model;
};

} // namespace

FormEditor::FormEditor(const QDate &today, QWidget *parent)
    : QWidget(parent), m_model(new FormFieldsModel(this)), m_table(new QTableView), m_preview(new CardFields), m_today(today)
{
    m_model->setWording(
        [this](FormFieldsModel::Column column, const QJsonObject &field) {
            return column == FormFieldsModel::Type ? word(formFieldFrom(field).type)
                                                   : conditionText(m_model->form(), field.value("shownIf"_L1).toObject());
        },
        {tr("Label"), tr("Type"), tr("Required"), tr("Choices, with /"), tr("Help"), tr("Shown if")});
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(*m_model, m_table));
    m_table->setAccessibleName(tr("Fields of the form"));
    m_table->setMinimumHeight(rowHeight(m_table) * shownRows);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight(m_table));
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(FormFieldsModel::Required, QHeaderView::ResizeToContents);
    makeActions();

    auto *buttons = new FlowLayout;
    for (QAction *action : {m_add, m_remove, m_up, m_down})
        buttons->addWidget(new ActionButton(action));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buttons);
    column->addWidget(m_table, 2);
    column->addWidget(sectionLabel(tr("As the Desk will show it")));
    column->addWidget(m_preview);
    column->addStretch(1);
    connect(m_model, &FormFieldsModel::edited, this, [this] {
        showPreview();
        Q_EMIT edited();
    });
}

void FormEditor::makeActions()
{
    m_add = makeAction(this, {u"cards.fieldAdd"_s, tr("Add a field"), {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, u"plus"_s, {}});
    m_remove =
        makeAction(this, {u"cards.fieldRemove"_s, tr("Remove"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete}, u"trash-2"_s, {}});
    m_up = makeAction(this, {u"cards.fieldUp"_s, tr("Up"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Up}, u"chevron-up"_s, {}});
    m_down = makeAction(this, {u"cards.fieldDown"_s, tr("Down"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Down}, u"chevron-down"_s, {}});
    connect(m_add, &QAction::triggered, this, &FormEditor::addField);
    connect(m_remove, &QAction::triggered, this, [this] { m_model->remove(row()); });
    connect(m_up, &QAction::triggered, this, [this] { m_model->move(row(), -1); });
    connect(m_down, &QAction::triggered, this, [this] { m_model->move(row(), 1); });
}

int FormEditor::row() const
{
    return m_table->currentIndex().row();
}

void FormEditor::addField()
{
    const QModelIndex label = m_model->index(m_model->add(), FormFieldsModel::Label);
    m_table->setCurrentIndex(label);
    m_table->setFocus();
    m_table->edit(label);
}

void FormEditor::setForm(const QJsonArray &form)
{
    m_model->setForm(form);
    showPreview();
}

void FormEditor::showPreview()
{
    m_preview->setForm(m_model->form(), m_today);
}

} // namespace parvis
