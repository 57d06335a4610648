#include "ui_cards/cardpaper.h"

#include "ui_cards/cardwords.h"
#include "ui_common/richtextview.h"
#include "ui_common/words.h"

#include <QtCore/QSaveFile>
#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QPageLayout>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct CardPage
{
    Q_DECLARE_TR_FUNCTIONS(CardPage)
};

constexpr double pointsPerInch = 72;
constexpr double marginMm = 18;
constexpr double stripPoints = 26; // head and foot with the air below and above them
constexpr double bodyPoints = 10;
constexpr double stripFontPoints = 8.5;

void addBlock(QString &text, const QString &title, const QString &content)
{
    if (!content.trimmed().isEmpty())
        text += u"## "_s + title + u"\n\n"_s + content + u"\n\n"_s;
}

QString formLines(const QJsonArray &form)
{
    QStringList lines;
    for (const QJsonValue &field : form) {
        const QString label = field["label"_L1].toString();
        QString line = field["required"_L1].toBool() ? CardPage::tr("%1 (required)").arg(label) : label;
        const QStringList options = linesOf(field["options"_L1].toArray());
        if (!options.isEmpty())
            line += u" : "_s + options.join(u" / "_s);
        lines.append(line);
    }
    return markdownList(lines);
}

QString replyTexts(const QJsonArray &templates)
{
    QString text;
    for (const QJsonValue &item : templates)
        text += u"**"_s + escapedMarkdown(item["name"_L1].toString()) + u"**\n\n> "_s +
                item["text"_L1].toString().replace(u'\n', u"\n> "_s) + u"\n\n"_s;
    return text;
}

QString links(const IdSet &cards, const ReferenceData &town)
{
    QString text;
    for (const Id &id : cards) {
        if (const Card *card = town.card(id))
            text += u"- [%1](card:%2)\n"_s.arg(escapedMarkdown(card->title), idText(id));
    }
    return text;
}

QString practical(const Card &card)
{
    QString text;
    const auto line = [&text](const QString &title, const QString &value) {
        if (!value.isEmpty())
            text += u"- **"_s + title + u"** "_s + escapedMarkdown(value) + u'\n';
    };
    line(CardPage::tr("For whom:"), card.audience);
    line(CardPage::tr("Price:"), card.price);
    line(CardPage::tr("Where:"), card.location);
    if (card.silence != Silence::Unsaid)
        line(CardPage::tr("Silence of the town:"), word(card.silence));
    if (card.validFrom.isValid())
        line(CardPage::tr("Valid from:"), shortDay(card.validFrom));
    if (card.validUntil.isValid())
        line(CardPage::tr("Valid until:"), shortDay(card.validUntil));
    return text;
}

} // namespace

QString restOfCard(const Card &card, const ReferenceData &town)
{
    QString text;
    addBlock(text, CardPage::tr("Documents needed"), markdownList(linesOf(card.documents)));
    addBlock(text, CardPage::tr("Practical"), practical(card));
    addBlock(text, CardPage::tr("Fields to fill in"), formLines(card.form));
    addBlock(text, CardPage::tr("Acknowledgement"), card.acknowledgement);
    addBlock(text, CardPage::tr("Reply templates"), replyTexts(card.replyTemplates));
    addBlock(text, CardPage::tr("Legal references"), markdownList(linesOf(card.law)));
    addBlock(text, CardPage::tr("See also"), links(card.seeAlso, town));
    return text;
}

CardPaper paperOf(const Card &card, const ReferenceData &town, const QDate &today)
{
    QString text = u"# "_s + escapedMarkdown(card.title) + u"\n\n"_s;
    QStringList facts{word(card.complexity), delayText(card), town.unitName(card.service), town.userName(referentOf(card, town))};
    facts.removeAll(QString());
    text += escapedMarkdown(facts.join(u" · "_s)) + u"\n\n"_s + escapedMarkdown(card.summary) + u"\n\n"_s;
    addBlock(text, CardPage::tr("Ask"), card.ask);
    addBlock(text, CardPage::tr("Say"), card.say);
    addBlock(text, CardPage::tr("Do"), card.steps);
    text += restOfCard(card, town);
    //: at the foot of a printed card
    return {card.title, text, CardPage::tr("Revision %1 · printed on %2").arg(card.revision).arg(shortDay(today))};
}

bool paintPages(QPagedPaintDevice &device, const CardPaper &paper)
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const QSizeF page(device.width(), device.height());
    const double strip = stripPoints / pointsPerInch * device.logicalDpiY();
    const QSizeF body(page.width(), page.height() - 2 * strip);
    QFont font(u"sans-serif"_s);
    font.setPointSizeF(bodyPoints);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&device);
    layMarkdown(document, paper.markdown, font);
    document.setDocumentMargin(0);
    document.setPageSize(body);
    QFont small = font;
    small.setPointSizeF(stripFontPoints);
    const int pages = document.pageCount();
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            device.newPage();
        painter.save();
        painter.translate(0, strip - i * body.height());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = QRectF(QPointF(0, i * body.height()), body);
        context.palette.setColor(QPalette::Text, Qt::black);
        painter.setClipRect(context.clip);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        painter.setFont(small);
        painter.drawText(QRectF(0, 0, page.width(), strip), Qt::AlignLeft | Qt::AlignTop, paper.title);
        const QRectF foot(0, page.height() - strip, page.width(), strip);
        painter.drawText(foot, Qt::AlignLeft | Qt::AlignBottom, paper.foot);
        //: page numbers
        painter.drawText(foot, Qt::AlignRight | Qt::AlignBottom, CardPage::tr("%1 / %2").arg(i + 1).arg(pages));
    }
    return painter.end();
}

Status writePdf(const QString &path, const CardPaper &paper)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::InvalidInput, file.errorString()};
    bool isPainted = false;
    {
        QPdfWriter writer(&file);
        writer.setTitle(paper.title);
        isPainted = paintPages(writer, paper);
    }
    if (!isPainted || !file.commit())
        return Error{ErrorCode::InvalidInput, file.errorString()};
    return success();
}

} // namespace parvis
