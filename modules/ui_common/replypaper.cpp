#include "ui_common/replypaper.h"

#include "domain/phone.h"
#include "domain/reply.h"
#include "domain/smslength.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"
#include "wording/replytext.h"

#include <QtCore/QBuffer>
#include <QtCore/QHash>
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <QtPdf/QPdfDocument>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

//! The pages of a document under one another, as wide as there is room. Drawn at once when they come into sight, so that nothing
//! flickers while one writes.
class ReplyPaper::Sheets final : public QWidget
{
public:
    explicit Sheets(QPdfDocument &document) : m_document(document)
    {
        QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    void renew()
    {
        m_pictures.clear();
        updateGeometry();
        setMinimumHeight(heightForWidth(width()));
        update();
    }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        int height = margin;
        for (int page = 0; page < m_document.pageCount(); ++page)
            height += pageHeight(page, width) + margin;
        return height;
    }
    QSize sizeHint() const override { return {420, heightForWidth(420)}; }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        m_pictures.clear();
        setMinimumHeight(heightForWidth(width()));
        QWidget::resizeEvent(event);
    }

    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        int top = margin;
        for (int page = 0; page < m_document.pageCount(); ++page) {
            const QRect sheet(margin, top, width() - 2 * margin, pageHeight(page, width()));
            if (sheet.intersects(event->rect())) {
                painter.drawImage(sheet, picture(page, sheet.size()));
                painter.setPen(lineColor(palette()));
                painter.drawRect(sheet.adjusted(0, 0, -1, -1));
            }
            top += sheet.height() + margin;
        }
    }

private:
    static constexpr int margin = space::gap;

    int pageHeight(int page, int width) const
    {
        const QSizeF size = m_document.pagePointSize(page);
        return size.isEmpty() ? 0 : int((width - 2 * margin) * size.height() / size.width());
    }

    const QImage &picture(int page, const QSize &size)
    {
        QImage &picture = m_pictures[page];
        if (picture.isNull()) {
            const QSize pixels = size * devicePixelRatioF();
            QImage sheet(pixels, QImage::Format_RGB32); // paper is white in the dark, too
            sheet.fill(Qt::white);
            QPainter painter(&sheet);
            painter.drawImage(QPoint(), m_document.render(page, pixels));
            painter.end();
            picture = sheet;
        }
        return picture;
    }

    QPdfDocument &m_document;
    QHash<int, QImage> m_pictures;
};

ReplyPaper::ReplyPaper(QWidget *parent)
    : QWidget(parent),
      m_pages(new QStackedWidget),
      m_letterArea(new QScrollArea),
      m_document(new QPdfDocument(this)),
      m_buffer(new QBuffer(this)),
      m_text(new QTextBrowser)
{
    m_sheets = new Sheets(*m_document);
    m_letterArea->setWidget(m_sheets);
    m_letterArea->setWidgetResizable(true);
    m_letterArea->setFrameShape(QFrame::NoFrame);
    m_letterArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_letterArea->setFocusPolicy(Qt::NoFocus);
    m_letterArea->setAccessibleName(tr("The letter as it will be read"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setFocusPolicy(Qt::NoFocus);
    m_text->setAccessibleName(tr("The reply as it will be read"));
    m_text->document()->setDocumentMargin(space::group);
    m_pages->addWidget(m_letterArea);
    m_pages->addWidget(m_text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    setObjectName(u"replyPaper"_s);
}

ReplyPaper::~ReplyPaper() = default;

void ReplyPaper::clear()
{
    m_shown = {};
    m_text->clear();
    m_pages->setCurrentWidget(m_text);
}

void ReplyPaper::show(const Dispatch &dispatch, const Letter &letter)
{
    const int before = dispatch.id == m_shown ? area()->verticalScrollBar()->value() : 0;
    m_shown = dispatch.id;
    if (dispatch.channel == ReplyChannel::Letter)
        showLetter(letter);
    else
        showText(dispatch);
    area()->verticalScrollBar()->setValue(before);
}

void ReplyPaper::showLetter(const Letter &letter)
{
    m_pages->setCurrentWidget(m_letterArea);
    if (letter == m_letter && m_document->status() == QPdfDocument::Status::Ready)
        return;
    const bool isPrepared = !m_nextPdf.isEmpty() && letter == m_next;
    const auto pdf = isPrepared ? Result<QByteArray>(m_nextPdf) : pdfOf(letter);
    if (!pdf) {
        m_text->setPlainText(sentence(pdf.error()));
        m_pages->setCurrentWidget(m_text);
        return;
    }
    m_letter = letter;
    m_document->close();
    m_buffer->close();
    m_buffer->setData(*pdf);
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer);
    m_sheets->renew();
}

void ReplyPaper::prepare(const Letter &letter)
{
    if (letter == Letter() || letter == m_letter || (letter == m_next && !m_nextPdf.isEmpty()))
        return;
    m_next = letter;
    const auto pdf = pdfOf(letter);
    m_nextPdf = pdf ? *pdf : QByteArray();
}

void ReplyPaper::showText(const Dispatch &d)
{
    m_pages->setCurrentWidget(m_text);
    QString html;
    const auto line = [&html](const QString &what, const QString &value) {
        if (!value.isEmpty())
            html += u"<tr><td>%1 </td><td><b>%2</b></td></tr>"_s.arg(what.toHtmlEscaped(), value.toHtmlEscaped());
    };
    html += u"<table>"_s;
    switch (d.channel) {
    case ReplyChannel::Email:
        line(tr("To"), d.name.isEmpty() ? d.to : u"%1 <%2>"_s.arg(d.name, d.to));
        line(tr("Subject"), d.subject);
        break;
    case ReplyChannel::Sms: {
        line(tr("SMS to"), u"%1 · %2"_s.arg(d.name, spokenPhone(d.to)));
        line(tr("Length"), tr("%n message(s)", nullptr, int(smsLength(d.text).parts)));
        break;
    }
    case ReplyChannel::Phone: line(tr("Call"), u"%1 · %2"_s.arg(d.name, spokenPhone(d.to))); break;
    default: line(tr("To hand over to"), d.name); break;
    }
    QStringList files;
    const QList<Enclosure> enclosures = enclosuresOf(d.attachments);
    for (const Enclosure &e : enclosures)
        files.append(e.name);
    line(tr("Attached"), files.join(u", "_s));
    html += u"</table><hr/>"_s;
    html += d.channel == ReplyChannel::Sms || d.channel == ReplyChannel::Phone
                ? u"<p>"_s + d.text.toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</p>"_s
                : htmlText(d.text);
    const QString name = d.signatory.value("name"_L1).toString();
    if (!name.isEmpty() && d.channel != ReplyChannel::Sms) {
        const QString before = d.signatory.value("delegation"_L1).toString(),
                      capacity = d.signatory.value("capacity"_L1).toString();
        QStringList lines;
        for (const QString &part : {before, name, capacity}) {
            if (!part.isEmpty())
                lines.append(part.toHtmlEscaped());
        }
        html += u"<p>"_s + lines.join(u"<br/>"_s) + u"</p>"_s;
    }
    m_text->setHtml(html);
}

QAbstractScrollArea *ReplyPaper::area() const
{
    return m_pages->currentWidget() == m_letterArea ? static_cast<QAbstractScrollArea *>(m_letterArea) : m_text;
}

void ReplyPaper::scroll(int pages)
{
    QScrollBar *bar = area()->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep() * 9 / 10); // a line or two stay in sight
}

bool ReplyPaper::isAtEnd() const
{
    const QScrollBar *bar = area()->verticalScrollBar();
    return bar->value() >= bar->maximum();
}

} // namespace parvis
