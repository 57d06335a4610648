#include "ui_cards/differenceview.h"

#include "domain/description.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

#include <QtCore/QEvent>
#include <QtGui/QTextTable>

using namespace Qt::StringLiterals;

namespace parvis {

DifferenceView::DifferenceView(QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(tr("Differences"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setUndoRedoEnabled(false);
    document()->setDocumentMargin(space::unit);
    setTextRole(this, TextRole::Body);
}

void DifferenceView::setHeads(const QString &before, const QString &after)
{
    m_before = before;
    m_after = after;
}

void DifferenceView::show(const QList<FieldDifference> &differences)
{
    m_differences = differences;
    layOut();
}

void DifferenceView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

void DifferenceView::layOut()
{
    document()->clear();
    document()->setDefaultFont(font());
    QTextCursor cursor(document());
    if (m_differences.isEmpty()) {
        cursor.insertText(tr("Both say the same."));
        return;
    }
    constexpr int columns = 3;
    QTextTableFormat format;
    format.setBorderCollapse(true);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorder(1);
    format.setBorderBrush(lineColor(palette()));
    format.setCellPadding(space::unit);
    format.setCellSpacing(0);
    format.setHeaderRowCount(1);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    constexpr double fieldShare = 16;
    constexpr double textShare = 42;
    format.setColumnWidthConstraints({QTextLength(QTextLength::PercentageLength, fieldShare),
                                      QTextLength(QTextLength::PercentageLength, textShare),
                                      QTextLength(QTextLength::PercentageLength, textShare)});
    QTextTable *table = cursor.insertTable(int(m_differences.size()) + 1, columns, format);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::DemiBold);
    table->cellAt(0, 1).firstCursorPosition().insertText(m_before, strong);
    table->cellAt(0, 2).firstCursorPosition().insertText(m_after, strong);
    int row = 0;
    for (const FieldDifference &difference : std::as_const(m_differences)) {
        ++row;
        QString field = fieldWord(Kind::Card, difference.field);
        field[0] = field.at(0).toUpper();
        table->cellAt(row, 0).firstCursorPosition().insertText(field, strong);
        insertParts(table->cellAt(row, 1).firstCursorPosition(), difference.parts, TextPart::In::Before);
        insertParts(table->cellAt(row, 2).firstCursorPosition(), difference.parts, TextPart::In::After);
    }
    moveCursor(QTextCursor::Start);
}

void DifferenceView::insertParts(QTextCursor cursor, const QList<TextPart> &parts, TextPart::In side) const
{
    QTextCharFormat gone;
    gone.setFontStrikeOut(true);
    gone.setForeground(toneColor(Tone::Late, palette()));
    gone.setBackground(toneGround(Tone::Late, palette()));
    QTextCharFormat come;
    come.setFontUnderline(true);
    come.setFontWeight(QFont::DemiBold);
    come.setForeground(toneColor(Tone::OnTime, palette()));
    come.setBackground(toneGround(Tone::OnTime, palette()));
    const QTextCharFormat same;
    for (const TextPart &part : parts) {
        if (part.in == TextPart::In::Both) {
            cursor.insertText(part.text, same);
        } else if (part.in == side) {
            // The blanks at the end are not what changed.
            const QString words = part.text.trimmed();
            const QString blanks = part.text.mid(part.text.indexOf(words) + words.size());
            const bool isGone = side == TextPart::In::Before;
            cursor.insertText(isGone ? u"["_s + words + u"]"_s : words, isGone ? gone : come);
            cursor.insertText(blanks, same);
        }
    }
}

} // namespace parvis
