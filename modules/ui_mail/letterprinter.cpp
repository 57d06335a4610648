#include "ui_mail/letterprinter.h"

#include "ui_common/printing.h"

#include <QtCore/QBuffer>
#include <QtGui/QPainter>
#include <QtPdf/QPdfDocument>
#include <QtPrintSupport/QPrinter>

#include <memory>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int dotsPerInch = 300;
constexpr double pointsPerInch = 72;

bool paint(QPrinter &printer, const QByteArray &pdf)
{
    QBuffer buffer;
    buffer.setData(pdf);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    if (document.status() != QPdfDocument::Status::Ready)
        return false;
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0 && !printer.newPage())
            return false;
        const QSizeF inches = document.pagePointSize(page) / pointsPerInch;
        const QImage image = document.render(page, (inches * dotsPerInch).toSize());
        const QSizeF dots = inches * printer.resolution();
        painter.drawImage(QRectF({0, 0}, dots), image);
    }
    return painter.end();
}

} // namespace

void SystemPrinter::print(QWidget *parent, const QByteArray &pdf, Sides sides, Answer answer)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true); // the window of the envelope is where it is on the sheet
    printer->setDuplex(sides == Sides::Both ? QPrinter::DuplexLongSide : QPrinter::DuplexNone);
    choosePrinter(
        parent, printer, [pdf](QPrinter &chosen) { return paint(chosen, pdf); }, std::move(answer));
}

} // namespace parvis
