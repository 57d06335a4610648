#include "ui_common/filechoice.h"

#include <QtWidgets/QFileDialog>

namespace parvis {

void chooseFile(QWidget *parent, const QString &title, std::function<void(const QString &path)> chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace parvis
