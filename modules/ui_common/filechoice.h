#pragma once

#include <functional>

class QString;
class QWidget;

namespace parvis {

//! Asks for a file in a dialog that is opened, not run; \a chosen is called with its path while \a parent lives.
void chooseFile(QWidget *parent, const QString &title, std::function<void(const QString &path)> chosen);

} // namespace parvis
