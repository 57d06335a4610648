#include "ui_shell/helppage.h"

#include "ui_common/theme.h"

#include <QtCore/QFile>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextTable>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

//! Markdown says nothing of space; without it tables and headings stick together.
void giveAir(QTextDocument *document, const QColor &line)
{
    for (QTextFrame *frame : document->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setCellPadding(space::unit);
        format.setCellSpacing(0);
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line);
        format.setTopMargin(space::gap);
        format.setBottomMargin(space::group);
        table->setFormat(format);
    }
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0)
            continue;
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(space::group);
        format.setBottomMargin(space::gap);
        QTextCursor(block).setBlockFormat(format);
    }
}

} // namespace

HelpPage::HelpPage(QWidget *parent) : Workspace(parent), m_text(new QTextBrowser(this))
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(title());
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(space::margin);
    //: the file of the help in this language, in resources/help
    QFile page(u":/ui_shell/help/"_s + tr("en.md"));
    if (page.open(QIODevice::ReadOnly))
        m_text->setMarkdown(QString::fromUtf8(page.readAll()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
}

QString HelpPage::id() const
{
    return u"help"_s;
}

QString HelpPage::title() const
{
    return tr("Help");
}

QString HelpPage::iconName() const
{
    return u"circle-help"_s;
}

void HelpPage::activate(const Opening &)
{
    giveAir(m_text->document(), lineColor(palette()));
}

QWidget *HelpPage::firstFocus()
{
    return m_text;
}

} // namespace parvis
