#include "ui_common/filechoice.h"

#include <QtWidgets/QFileDialog>

namespace parvis {

static QFileDialog *makeDialog(QWidget *parent, const QString &title, QFileDialog::FileMode mode)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mode);
    return dialog;
}

void chooseFile(QWidget *parent, const QString &title, std::function<void(const QString &path)> chosen)
{
    QFileDialog *dialog = makeDialog(parent, title, QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void chooseFiles(QWidget *parent, const QString &title, std::function<void(const QStringList &paths)> chosen)
{
    QFileDialog *dialog = makeDialog(parent, title, QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
    dialog->open();
}

void chooseSavePath(QWidget *parent, const QString &title, const QString &name, std::function<void(const QString &path)> chosen)
{
    QFileDialog *dialog = makeDialog(parent, title, QFileDialog::AnyFile);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace parvis
