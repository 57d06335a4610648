#include "documents/letter.h"

#include "documents/letterflow.h"
#include "wording/french.h"
#include "wording/replytext.h"

#include <QtCore/QBuffer>
#include <QtCore/QRectF>
#include <QtCore/QUrl>
#include <QtCore/QVariant>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QFont>
#include <QtGui/QFontMetricsF>
#include <QtGui/QPageSize>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextBlock>
#include <QtGui/QTextDocument>
#include <QtGui/QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int resolution = 1200;
constexpr double mmPerInch = 25.4;

// In millimetres of the page.
constexpr double pageWidth = 210, pageHeight = 297;
constexpr double margin = 20;
constexpr double contentWidth = pageWidth - 2 * margin;
constexpr double headTop = 14, headWidth = 85, headBottom = 46;
constexpr double logoWidth = 45, logoHeight = 22;
constexpr double windowLeft = 110; // NF Z 11-001: the addressee stands to the right …
constexpr double windowTop = 50;   // … between 50 and 85 mm from the top
constexpr double windowWidth = 85;
constexpr double windowHeight = 35;
constexpr double senderWidth = 80;
constexpr double dayTop = 92;
constexpr double textTop = 103; // of the first page; below the window
constexpr double laterTop = 22; // of the pages after it
constexpr double textBottom = 24;
constexpr double footTop = 280;
constexpr double foldTop = 99; // a third, for an envelope of 110 × 220
constexpr double signGap = 6, signRoom = 20, signWidth = 60;

constexpr qsizetype fewAttachments = 8; // lines
constexpr double textPoints = 10.5, headPoints = 13, smallPoints = 8.5;

double px(double mm)
{
    return mm / mmPerInch * resolution;
}

QRectF box(double left, double top, double width, double height)
{
    return {px(left), px(top), px(width), px(height)};
}

QFont fontOf(double points, bool bold = false)
{
    QFont font(QStringList{u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPointSizeF(points);
    font.setBold(bold);
    font.setHintingPreference(QFont::PreferNoHinting);   // advances of the paper, not of a screen
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.02); // no ligatures: "notifié" is found in the file as it is written
    return font;
}

QString clean(const QString &text)
{
    return cleanValue(text);
}

//! No more dots than a printer shows. The transparency that PDF/A-1 forbids, Qt lays on white.
QImage fitted(const QImage &image, double widthMm, double heightMm)
{
    constexpr double dotsPerMm = 300 / mmPerInch;
    const QSize most(int(widthMm * dotsPerMm), int(heightMm * dotsPerMm));
    const bool isLarge = image.width() > most.width() || image.height() > most.height();
    return isLarge ? image.scaled(most, Qt::KeepAspectRatio, Qt::SmoothTransformation) : image;
}

//! A text that fetches nothing, whatever its words say.
class LetterText : public QTextDocument
{
public:
    LetterText(QPaintDevice *device, double points)
    {
        setUndoRedoEnabled(false);
        documentLayout()->setPaintDevice(device);
        setDocumentMargin(0);
        setIndentWidth(18); // as all lengths of a text at 96 dots per inch
        setDefaultFont(fontOf(points));
        setDefaultStyleSheet(u"p, ul { margin-top: 0; margin-bottom: 9px } li { margin-bottom: 3px }"_s);
        setTextWidth(px(contentWidth));
    }

protected:
    QVariant loadResource(int type, const QUrl & /*name*/) override
    {
        if (type != ImageResource)
            return QByteArray();
        QImage nothing(1, 1, QImage::Format_RGB32);
        nothing.fill(Qt::white);
        return nothing;
    }
};

bool isHeading(const QTextBlock &block)
{
    if (block.begin().atEnd() || block.layout()->lineCount() > 1)
        return false;
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().charFormat().fontWeight() < QFont::Bold)
            return false;
    }
    return true;
}

//! The lines of a text. Two lines of a paragraph stay together at its begin and its end, and a heading with what follows. The
//! last paragraph is kept whole if \a keepsLast.
QList<FlowBox> linesOf(const QTextDocument &document, int part, bool keepsLast)
{
    QList<FlowBox> lines;
    bool afterHeading = false;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QRectF rect = document.documentLayout()->blockBoundingRect(block);
        const QTextLayout *layout = block.layout();
        const int count = layout->lineCount();
        const bool isKept = keepsLast && !block.next().isValid() && count < 8;
        for (int i = 0; i < count; ++i) {
            const QTextLine line = layout->lineAt(i);
            const double top = rect.top() + line.y(), bottom = top + line.height();
            const bool stays = i == 0 ? afterHeading : isKept || i == 1 || i == count - 1;
            if (!lines.isEmpty() && top < lines.last().bottom - 1) // beside another: one box
                lines.last().bottom = std::max(lines.last().bottom, bottom);
            else
                lines.append({part, top, bottom, stays});
        }
        afterHeading = isHeading(block);
    }
    return lines;
}

class Printer
{
public:
    Printer(QPdfWriter &writer, QPainter &painter) : m_writer(writer), m_painter(painter) {}

    //! Returns the number of pages.
    qsizetype print(const Letter &letter)
    {
        enum Part { Text, Signature, Attachments };
        LetterText text(&m_writer, textPoints), attachments(&m_writer, smallPoints);
        text.setHtml(htmlOf(letter));
        QList<FlowBox> boxes = linesOf(text, Text, !letter.closing.isEmpty());
        const double signature = drawSignature(letter.signatory, 0, true);
        if (signature > 0)
            boxes.append({Signature, 0, signature, true});
        if (!letter.attachments.isEmpty()) {
            attachments.setHtml(attachmentsHtml(letter.attachments));
            QList<FlowBox> names = linesOf(attachments, Attachments, false);
            for (FlowBox &name : names) // a few stand under the signature
                name.staysWithLast = name.staysWithLast || names.size() <= fewAttachments;
            boxes += names;
        }
        const auto pages = flow(boxes, px(pageHeight - textTop - textBottom), px(pageHeight - laterTop - textBottom));
        for (qsizetype i = 0; i < pages.size(); ++i) {
            if (i > 0)
                m_writer.newPage();
            else
                drawHead(letter);
            drawFoot(letter, i + 1, pages.size());
            double y = px(i == 0 ? textTop : laterTop);
            for (qsizetype from = pages[i].from; from < pages[i].to;) {
                qsizetype to = from;
                while (to < pages[i].to && boxes.at(to).part == boxes.at(from).part)
                    ++to;
                if (boxes.at(from).part == Signature)
                    drawSignature(letter.signatory, y);
                else
                    drawText(boxes.at(from).part == Text ? text : attachments, boxes.at(from).top, boxes.at(to - 1).bottom, y);
                y += heightOf(boxes, {from, to});
                from = to;
            }
        }
        return pages.size();
    }

private:
    static QString labelled(const QString &label, const QString &value)
    {
        return u"<b>"_s + label + u"\u00A0:</b> "_s + value.toHtmlEscaped();
    }

    static QString htmlOf(const Letter &letter)
    {
        QStringList objects;
        if (const QString subject = clean(letter.subject); !subject.isEmpty())
            objects.append(labelled(u"Objet"_s, subject));
        for (const QString &reference : letter.references) {
            if (const QString line = clean(reference); !line.isEmpty())
                objects.append(labelled(u"Référence"_s, line));
        }
        QString html;
        if (!objects.isEmpty())
            html += u"<p style='margin-bottom:16px'>"_s + objects.join(u"<br/>"_s) + u"</p>"_s;
        html += letter.text;
        if (const QString closing = clean(letter.closing); !closing.isEmpty())
            html += u"<p>"_s + closing.toHtmlEscaped() + u"</p>"_s;
        return html;
    }

    static QString attachmentsHtml(const QStringList &attachments)
    {
        QString html =
            attachments.size() == 1 ? u"<p><b>Pièce jointe\u00A0:</b></p><ul>"_s : u"<p><b>Pièces jointes\u00A0:</b></p><ul>"_s;
        for (const QString &name : attachments)
            html += u"<li>"_s + clean(name).toHtmlEscaped() + u"</li>"_s;
        return html + u"</ul>"_s;
    }

    double lineHeight(const QFont &font) const { return QFontMetricsF(font, &m_writer).lineSpacing(); }

    //! Lines under each other within \a rect, each wrapped; what has no room is cut. Returns the height.
    double drawLines(const QRectF &rect, const QStringList &lines, const QFont &font, Qt::Alignment alignment = Qt::AlignLeft,
                     bool isMeasured = false)
    {
        const double step = lineHeight(font);
        const auto most = std::max<qsizetype>(1, qsizetype(rect.height() / step + 0.01));
        m_painter.setFont(font);
        qsizetype drawn = 0;
        const auto draw = [&](const QString &line) {
            if (!isMeasured)
                m_painter.drawText(QRectF(rect.left(), rect.top() + double(drawn) * step, rect.width(), step),
                                   int(alignment | Qt::AlignTop) | Qt::TextSingleLine, line);
            ++drawn;
        };
        QList<QStringList> wrapped;
        qsizetype all = 0;
        for (const QString &text : lines) {
            if (const QString line = clean(text); !line.isEmpty()) {
                wrapped.append(rowsOf(line, rect.width(), font, most));
                all += wrapped.last().size();
            }
        }
        // Too much: each line gives, so that the town under a long name still stands in the window.
        const qsizetype each = all > most ? std::max<qsizetype>(1, most / std::max<qsizetype>(1, wrapped.size())) : most;
        for (const QStringList &rows : wrapped) {
            for (qsizetype i = 0; i < std::min(each, rows.size()) && drawn < most; ++i)
                draw(i == each - 1 && rows.size() > each ? cut(rows.at(i), rect.width(), font) : rows.at(i));
        }
        return double(drawn) * step;
    }

    //! The first rows of a line, one more than \a most if there are more.
    QStringList rowsOf(const QString &line, double width, const QFont &font, qsizetype most) const
    {
        constexpr qsizetype longest = 500; // of a row, in units
        QStringList rows;
        for (qsizetype at = 0; at < line.size() && rows.size() <= most;) {
            const QString rest = line.mid(at, longest);
            const qsizetype length = fitting(rest, width, font);
            rows.append(rest.left(length).trimmed());
            at += length;
        }
        return rows;
    }

    //! How many units of \a text stand on one line; at least one character.
    qsizetype fitting(const QString &text, double width, const QFont &font) const
    {
        QTextLayout layout(text, font, &m_writer);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(width);
        layout.endLayout();
        return std::max(1, line.textLength());
    }

    QString cut(const QString &text, double width, const QFont &font) const
    {
        return QFontMetricsF(font, &m_writer).elidedText(text + u'…', Qt::ElideRight, width);
    }

    void drawImage(const QImage &image, const QRectF &within)
    {
        const QImage fit = fitted(image, within.width() / px(1), within.height() / px(1));
        const QSizeF size = QSizeF(fit.size()).scaled(within.size(), Qt::KeepAspectRatio);
        m_painter.drawImage(QRectF(within.topLeft(), size), fit);
    }

    void drawHead(const Letter &letter)
    {
        double left = margin;
        if (!letter.logo.isNull()) {
            drawImage(letter.logo, box(margin, headTop, logoWidth, logoHeight));
            const QSizeF size = QSizeF(letter.logo.size()).scaled(logoWidth, logoHeight, Qt::KeepAspectRatio);
            left += size.width() + 5;
        }
        const QRectF name = box(left, headTop, headWidth, 12);
        const double used = drawLines(name, {letter.body}, fontOf(headPoints, true));
        drawLines(QRectF(name.left(), name.top() + used + px(0.5), name.width(), px(headBottom - headTop) - used),
                  letter.bodyLines, fontOf(smallPoints));
        drawLines(box(margin, windowTop, senderWidth, windowHeight), letter.sender, fontOf(smallPoints));
        drawLines(box(windowLeft, windowTop, windowWidth, windowHeight), letter.addressee, fontOf(textPoints));
        const QString day = frenchDay(letter.day);
        const QString place = clean(letter.place);
        drawLines(box(windowLeft, dayTop, windowWidth, 6), {place.isEmpty() ? u"Le "_s + day : place + u", le "_s + day},
                  fontOf(textPoints));
        m_painter.fillRect(box(5, foldTop, 4, 0.1), Qt::black);
    }

    void drawFoot(const Letter &letter, qsizetype page, qsizetype pages)
    {
        const QRectF line = box(margin, footTop, contentWidth - 20, 5);
        QStringList foot{clean(letter.body)};
        if (const QString chrono = clean(letter.chrono); !chrono.isEmpty())
            foot.append(u"N° "_s + chrono);
        foot.removeAll({});
        drawLines(line, {foot.join(u" — "_s)}, fontOf(smallPoints));
        if (page > 1)
            drawLines(box(pageWidth - margin - 20, footTop, 20, 5), {u"%1/%2"_s.arg(page).arg(pages)}, fontOf(smallPoints),
                      Qt::AlignRight);
    }

    static QString nameOf(const Signatory &signatory)
    {
        return (clean(signatory.firstName) + u' ' + clean(signatory.lastName)).trimmed();
    }

    //! The height; with room before and after.
    double drawSignature(const Signatory &signatory, double y, bool isMeasured = false)
    {
        const QString name = nameOf(signatory);
        if (name.isEmpty() && clean(signatory.capacity).isEmpty() && signatory.signature.isNull())
            return 0;
        const double line = lineHeight(fontOf(textPoints));
        const QRectF above(px(windowLeft), y + px(signGap), px(pageWidth - margin - windowLeft), 4 * line);
        const double used =
            drawLines(above, {signatory.delegation, signatory.capacity}, fontOf(textPoints), Qt::AlignLeft, isMeasured);
        const QRectF hand(above.left(), above.top() + used + px(1), px(signWidth), px(signRoom - 2));
        if (!signatory.signature.isNull() && !isMeasured)
            drawImage(signatory.signature, hand);
        const QRectF below(above.left(), hand.bottom() + px(1), above.width(), 2 * line);
        return below.top() + drawLines(below, {name}, fontOf(textPoints, true), Qt::AlignLeft, isMeasured) + px(signGap) - y;
    }

    void drawText(QTextDocument &document, double from, double to, double y)
    {
        m_painter.save();
        m_painter.translate(px(margin), y - from);
        QAbstractTextDocumentLayout::PaintContext look;
        look.clip = QRectF(0, from, document.textWidth(), to - from);
        look.palette.setColor(QPalette::Text, Qt::black); // whatever the theme of the desk that prints
        m_painter.setClipRect(look.clip);
        document.documentLayout()->draw(&m_painter, look);
        m_painter.restore();
    }

    QPdfWriter &m_writer;
    QPainter &m_painter;
};

} // namespace

Result<QByteArray> pdfOf(const Letter &letter)
{
    return batchPdf({letter}, Sides::One);
}

Result<QByteArray> batchPdf(const QList<Letter> &letters, Sides sides)
{
    if (letters.isEmpty())
        return Error{ErrorCode::InvalidInput, u"no letters"_s};
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(resolution);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins({});
    writer.setTitle(letters.size() == 1 ? clean(letters.first().subject).left(200) : u"Courriers"_s);
    writer.setCreator(u"Parvis"_s);
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::Storage, u"pdf"_s};
    painter.setRenderHint(QPainter::LosslessImageRendering); // a logo has sharp edges
    Printer printer(writer, painter);
    for (qsizetype i = 0; i < letters.size(); ++i) {
        if (i > 0)
            writer.newPage();
        const qsizetype pages = printer.print(letters.at(i));
        if (sides == Sides::Both && pages % 2 == 1 && i + 1 < letters.size())
            writer.newPage(); // the back of its last sheet
    }
    if (!painter.end())
        return Error{ErrorCode::Storage, u"pdf"_s};
    return bytes;
}

} // namespace parvis
