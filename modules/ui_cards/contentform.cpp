#include "ui_cards/contentform.h"

#include "presentation/typeddate.h"
#include "ui_cards/cardwords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

void showLine(QLineEdit *edit, const QString &text)
{
    if (edit->text() != text)
        edit->setText(text);
}

void showText(QPlainTextEdit *edit, const QString &text)
{
    if (edit->toPlainText() != text)
        edit->setPlainText(text);
}

} // namespace

QStringList typedLines(const QString &text)
{
    QStringList lines;
    const QStringList all = text.split(u'\n');
    for (const QString &line : all) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

ContentForm::ContentForm(const ReferenceData &town, QObject *parent) : QObject(parent), m_town(town) {}

void ContentForm::fill(const CardContent &content)
{
    m_isFilling = true;
    m_content = content;
    for (const Tie &tie : std::as_const(m_ties))
        tie.fill(content);
    m_isFilling = false;
}

CardContent ContentForm::content() const
{
    CardContent content = m_content;
    for (const Tie &tie : m_ties)
        tie.take(content);
    return content;
}

void ContentForm::tellEdited()
{
    if (!m_isFilling)
        Q_EMIT edited();
}

void ContentForm::tie(std::function<void(const CardContent &)> fill, std::function<void(CardContent &)> take)
{
    m_ties.append({std::move(fill), std::move(take)});
}

void ContentForm::markGap(CardGap gap, QLabel *label)
{
    m_gaps.append({gap, label, label->text()});
}

void ContentForm::setGaps(const QList<CardGap> &gaps)
{
    for (const Gap &gap : std::as_const(m_gaps)) {
        const bool isOpen = gaps.contains(gap.gap);
        //: the label of a field that must be filled in before the draft is submitted
        gap.label->setText(isOpen ? tr("%1 (needed)").arg(gap.text) : gap.text);
        QFont font = textFont(isOpen ? TextRole::Strong : TextRole::Body);
        gap.label->setFont(font);
    }
}

void ContentForm::add(QFormLayout *layout, const QString &label, QWidget *field, std::optional<CardGap> gap)
{
    QLabel *made = addField(layout, label, field);
    if (gap)
        markGap(*gap, made);
}

QLineEdit *ContentForm::line(QFormLayout *layout, const QString &label, QString CardContent::*member, std::optional<CardGap> gap)
{
    auto *edit = new QLineEdit;
    add(layout, label, edit, gap);
    tie([edit, member](const CardContent &content) { showLine(edit, content.*member); },
        [edit, member](CardContent &content) { content.*member = edit->text(); });
    connect(edit, &QLineEdit::textChanged, this, &ContentForm::tellEdited);
    return edit;
}

QPlainTextEdit *ContentForm::plain(QFormLayout *layout, const QString &label, int rows, std::optional<CardGap> gap)
{
    auto *edit = new QPlainTextEdit;
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * rows + 2 * space::gap);
    add(layout, label, edit, gap);
    connect(edit, &QPlainTextEdit::textChanged, this, &ContentForm::tellEdited);
    return edit;
}

QPlainTextEdit *ContentForm::text(QFormLayout *layout, const QString &label, QString CardContent::*member, int rows,
                                  std::optional<CardGap> gap)
{
    QPlainTextEdit *edit = plain(layout, label, rows, gap);
    tie([edit, member](const CardContent &content) { showText(edit, content.*member); },
        [edit, member](CardContent &content) { content.*member = edit->toPlainText(); });
    return edit;
}

QPlainTextEdit *ContentForm::lines(QFormLayout *layout, const QString &label, QJsonArray CardContent::*member, int rows)
{
    QPlainTextEdit *edit = plain(layout, label, rows, {});
    tie(
        [edit, member](const CardContent &content) {
            const QStringList lines = linesOf(content.*member);
            if (typedLines(edit->toPlainText()) != lines)
                edit->setPlainText(lines.join(u'\n'));
        },
        [edit, member](CardContent &content) { content.*member = QJsonArray::fromStringList(typedLines(edit->toPlainText())); });
    return edit;
}

QPlainTextEdit *ContentForm::words(QFormLayout *layout, const QString &label, TokenSet CardContent::*member, int rows)
{
    QPlainTextEdit *edit = plain(layout, label, rows, {});
    const auto typed = [edit] {
        const QStringList lines = typedLines(edit->toPlainText());
        return TokenSet(lines.begin(), lines.end());
    };
    tie(
        [edit, member, typed](const CardContent &content) {
            const TokenSet &words = content.*member;
            if (typed() != words)
                edit->setPlainText(QStringList(words.begin(), words.end()).join(u'\n'));
        },
        [member, typed](CardContent &content) { content.*member = typed(); });
    return edit;
}

QSpinBox *ContentForm::number(QFormLayout *layout, const QString &label, int CardContent::*member, int most, const QString &zero)
{
    auto *spin = new QSpinBox;
    spin->setRange(0, most);
    spin->setSpecialValueText(zero);
    add(layout, label, spin, {});
    tie([spin, member](const CardContent &content) { spin->setValue(content.*member); },
        [spin, member](CardContent &content) { content.*member = spin->value(); });
    connect(spin, &QSpinBox::valueChanged, this, &ContentForm::tellEdited);
    return spin;
}

QCheckBox *ContentForm::check(QFormLayout *layout, const QString &label, bool CardContent::*member)
{
    auto *box = new QCheckBox(label);
    layout->addRow(QString(), box);
    tie([box, member](const CardContent &content) { box->setChecked(content.*member); },
        [box, member](CardContent &content) { content.*member = box->isChecked(); });
    connect(box, &QCheckBox::toggled, this, &ContentForm::tellEdited);
    return box;
}

//! A day is typed as it is said; what can't be read is no day.
QLineEdit *ContentForm::day(QFormLayout *layout, const QString &label, QDate CardContent::*member, const QDate &today,
                            std::optional<CardGap> gap)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(tr("3/11/2027"));
    add(layout, label, edit, gap);
    tie(
        [edit, member, today](const CardContent &content) {
            const QDate &day = content.*member;
            if (typedDate(edit->text(), today) != day)
                edit->setText(day.isValid() ? shortDay(day) : QString());
        },
        [edit, member, today](CardContent &content) { content.*member = typedDate(edit->text(), today); });
    connect(edit, &QLineEdit::textChanged, this, &ContentForm::tellEdited);
    return edit;
}

QComboBox *ContentForm::choice(QFormLayout *layout, const QString &label, Id CardContent::*member, Items items,
                               std::optional<CardGap> gap)
{
    auto *combo = new QComboBox;
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    add(layout, label, combo, gap);
    tie(
        [combo, member, items = std::move(items)](const CardContent &content) {
            combo->clear();
            combo->addItem(QString(), Id());
            const QList<std::pair<Id, QString>> all = items();
            for (const auto &[id, name] : all)
                combo->addItem(name, id);
            combo->setCurrentIndex(std::max(0, combo->findData(content.*member)));
        },
        [combo, member](CardContent &content) { content.*member = combo->currentData().toUuid(); });
    connect(combo, &QComboBox::currentIndexChanged, this, &ContentForm::tellEdited);
    return combo;
}

QComboBox *ContentForm::indexed(QFormLayout *layout, const QString &label, const QStringList &names,
                                std::function<int(const CardContent &)> read, std::function<void(CardContent &, int)> write)
{
    auto *combo = new QComboBox;
    combo->addItems(names);
    add(layout, label, combo, {});
    tie([combo, read = std::move(read)](const CardContent &content) { combo->setCurrentIndex(read(content)); },
        [combo, write = std::move(write)](CardContent &content) { write(content, combo->currentIndex()); });
    connect(combo, &QComboBox::currentIndexChanged, this, &ContentForm::tellEdited);
    return combo;
}

} // namespace parvis
