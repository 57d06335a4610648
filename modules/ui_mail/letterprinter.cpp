#include "ui_mail/letterprinter.h"

#include <QtCore/QBuffer>
#include <QtGui/QPainter>
#include <QtPdf/QPdfDocument>
#include <QtPrintSupport/QPrintDialog>
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
    if (document.status() != QPdfDocument::Status::Ready || !printer.isValid())
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
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false); // a letter is wholly printed or not at all
    QObject::connect(dialog, &QDialog::finished, parent, [printer, pdf, answer = std::move(answer)](int result) {
        if (result != QDialog::Accepted)
            return answer(false);
        if (paint(*printer, pdf))
            answer(true);
        else
            answer(Error{ErrorCode::Unavailable, u"printer"_s});
    });
    dialog->open();
}

} // namespace parvis
