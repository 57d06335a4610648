#include "ui_cards/replyeditor.h"

#include "domain/permissions.h"
#include "ui_cards/cardwords.h"
#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int shownRows = 3;

TemplatesEditor::TemplatesEditor(QWidget *parent)
    : QWidget(parent), m_names(new QListWidget), m_name(new QLineEdit), m_text(new QPlainTextEdit)
{
    m_names->setAccessibleName(tr("Reply templates"));
    m_text->setTabChangesFocus(true);
    QAction *add =
        makeAction(this, {u"cards.templateAdd"_s, tr("Add a template"), {Qt::CTRL | Qt::SHIFT | Qt::Key_T}, u"plus"_s, {}});
    QAction *remove = makeAction(
        this, {u"cards.templateRemove"_s, tr("Remove the template"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete}, u"trash-2"_s, {}});
    auto *buttons = new FlowLayout;
    buttons->addWidget(new ActionButton(add));
    buttons->addWidget(new ActionButton(remove));
    m_names->setMaximumHeight(rowHeight(m_names) * shownRows);
    auto *fields = new QFormLayout;
    addField(fields, tr("Name"), m_name);
    addField(fields, tr("Text"), m_text);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_names);
    column->addLayout(buttons);
    column->addLayout(fields);
    connect(m_names, &QListWidget::currentRowChanged, this, &TemplatesEditor::showCurrent);
    connect(m_name, &QLineEdit::textEdited, this, &TemplatesEditor::takeCurrent);
    connect(m_text, &QPlainTextEdit::textChanged, this, &TemplatesEditor::takeCurrent);
    connect(add, &QAction::triggered, this, [this] {
        QJsonArray more = m_templates;
        more.append(QJsonObject{{u"name"_s, tr("New template")}});
        setTemplates(more);
        m_names->setCurrentRow(m_names->count() - 1);
        m_name->setFocus();
        m_name->selectAll();
        Q_EMIT edited();
    });
    connect(remove, &QAction::triggered, this, [this] {
        if (m_names->currentRow() < 0)
            return;
        QJsonArray fewer = m_templates;
        fewer.removeAt(m_names->currentRow());
        setTemplates(fewer);
        Q_EMIT edited();
    });
    showCurrent();
}

void TemplatesEditor::setTemplates(const QJsonArray &templates)
{
    if (templates == m_templates)
        return;
    m_templates = templates;
    m_isFilling = true;
    const int row = m_names->currentRow();
    m_names->clear();
    for (const QJsonValue &item : templates)
        m_names->addItem(item["name"_L1].toString());
    m_isFilling = false;
    m_names->setCurrentRow(std::clamp(row, templates.isEmpty() ? -1 : 0, int(templates.size()) - 1));
    showCurrent();
}

void TemplatesEditor::showCurrent()
{
    const int row = m_names->currentRow();
    const QJsonObject item = m_templates.at(row).toObject();
    m_isFilling = true;
    m_name->setText(item.value("name"_L1).toString());
    m_text->setPlainText(item.value("text"_L1).toString());
    m_isFilling = false;
    m_name->setEnabled(row >= 0);
    m_text->setEnabled(row >= 0);
}

void TemplatesEditor::takeCurrent()
{
    const int row = m_names->currentRow();
    if (m_isFilling || row < 0)
        return;
    m_templates.replace(row, QJsonObject{{u"name"_s, m_name->text()}, {u"text"_s, m_text->toPlainText()}});
    m_names->item(row)->setText(m_name->text());
    Q_EMIT edited();
}

} // namespace parvis
