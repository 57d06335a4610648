#pragma once

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>

namespace parvis {

//! The print dialog of the system that is open; null if none is.
inline QDialog *openPrintDialog()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->inherits("QPrintDialog") && window->isVisible())
            return static_cast<QDialog *>(window);
    }
    return nullptr;
}

//! Waits for the dialog and prints into the file \a path with it, as a machine without a printer offers.
inline void printToFile(const QString &path)
{
    QTRY_VERIFY(openPrintDialog());
    QDialog *dialog = openPrintDialog();
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("filename"));
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_VERIFY(!openPrintDialog());
}

} // namespace parvis
