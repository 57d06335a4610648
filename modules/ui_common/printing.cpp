#include "ui_common/printing.h"

#include <QtPrintSupport/QPrintDialog>
#include <QtPrintSupport/QPrinter>

using namespace Qt::StringLiterals;

namespace parvis {

void choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, std::function<bool(QPrinter &printer)> paint,
                   std::function<void(const Result<bool> &isPrinted)> answer)
{
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange, false); // a paper of the town is wholly printed or not at all
    QObject::connect(dialog, &QDialog::finished, parent,
                     [printer, paint = std::move(paint), answer = std::move(answer)](int result) {
                         if (result != QDialog::Accepted)
                             return answer(false);
                         if (printer->isValid() && paint(*printer) && printer->printerState() != QPrinter::Error)
                             answer(true);
                         else
                             answer(Error{ErrorCode::Unavailable, u"printer"_s});
                     });
    dialog->open();
}

} // namespace parvis
