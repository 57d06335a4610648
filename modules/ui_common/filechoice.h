#pragma once

#include <QtCore/QStringList>

#include <functional>

class QWidget;

namespace parvis {

//! Asks for a file in a dialog that is opened, not run; \a chosen is called with its path while \a parent lives.
void chooseFile(QWidget *parent, const QString &title, std::function<void(const QString &path)> chosen);
//! As chooseFile(), for one or several.
void chooseFiles(QWidget *parent, const QString &title, std::function<void(const QStringList &paths)> chosen);
//! Where to write a file that is called \a name; the dialog asks before one is replaced.
void chooseSavePath(QWidget *parent, const QString &title, const QString &name, std::function<void(const QString &path)> chosen);

} // namespace parvis
