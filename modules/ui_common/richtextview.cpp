#include "ui_common/richtextview.h"

#include "ui_common/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QPointer>
#include <QtGui/QDesktopServices>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextList>
#include <QtGui/QTextTable>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

bool opensOutside(const QUrl &link)
{
    static const QStringList schemes{u"http"_s, u"https"_s, u"mailto"_s, u"tel"_s};
    return schemes.contains(link.scheme());
}

//! Markdown's headings are made for pages of their own; here they name parts of a pane.
void calmHeadings(QTextDocument &document, const QFont &body)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 0 ? space::gap : block.textList() ? 0 : space::unit / 2.0);
        format.setBottomMargin(space::unit / 2.0);
        cursor.setBlockFormat(format);
        if (level == 0)
            continue;
        cursor.select(QTextCursor::BlockUnderCursor);
        QTextCharFormat strong;
        strong.setFontWeight(QFont::DemiBold);
        strong.setFontPointSize(body.pointSizeF() + (level == 1 ? 2 : 0));
        strong.setProperty(QTextFormat::FontSizeAdjustment, 0);
        cursor.mergeCharFormat(strong);
    }
}

void ruleTables(QTextDocument &document, const QColor &line)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextTable *table = QTextCursor(block).currentTable();
        if (!table || table->firstCursorPosition().block() != block)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorder(1);
        format.setBorderBrush(line);
        format.setCellPadding(space::unit);
        format.setCellSpacing(0);
        table->setFormat(format);
    }
}

} // namespace

RichTextView::RichTextView(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    document()->setUndoRedoEnabled(false);
    viewport()->setAutoFillBackground(false);
    setTextRole(this, TextRole::Body);
    connect(this, &QTextBrowser::anchorClicked, this, [](const QUrl &link) {
        if (opensOutside(link))
            QDesktopServices::openUrl(link);
    });
}

void RichTextView::show(const QString &markdown)
{
    if (markdown == m_markdown)
        return;
    m_markdown = markdown;
    layOut();
}

void RichTextView::layOut()
{
    // Made out of sight: a document in a view is laid out anew after each of the many steps of its making.
    auto *made = new QTextDocument(this);
    made->setDocumentMargin(document()->documentMargin());
    made->setUndoRedoEnabled(false);
    layMarkdown(*made, m_markdown, font());
    ruleTables(*made, palette().color(QPalette::Mid));
    const QPointer<QTextDocument> before = document();
    setDocument(made);
    delete before; // unless it was the view's first, which goes with setDocument()
    Q_EMIT laidOut();
}

QVariant RichTextView::loadResource(int, const QUrl &)
{
    return {};
}

void RichTextView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    const bool isOther = event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange;
    if (isOther && !m_markdown.isEmpty())
        layOut();
}

QString escapedMarkdown(const QString &plain)
{
    QString out;
    out.reserve(plain.size() + 8);
    for (const QChar c : plain) {
        if (u"\\`*_{}[]<>#+-!|~&"_s.contains(c))
            out += u'\\';
        if (c == u'.' && !out.isEmpty() && out.back().isDigit()) // "1." begins a list
            out += u'\\';
        out += c;
    }
    return out;
}

QString markdownList(const QStringList &lines)
{
    QString out;
    for (const QString &line : lines)
        out += u"- "_s + escapedMarkdown(line) + u'\n';
    return out;
}

void layMarkdown(QTextDocument &document, const QString &markdown, const QFont &body)
{
    document.setDefaultFont(body);
    document.setIndentWidth(2.0 * space::gap); // of lists: a pane is narrow
    document.setMarkdown(markdown,
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    calmHeadings(document, body);
}

} // namespace parvis
