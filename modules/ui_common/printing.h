#pragma once

#include "base/result.h"

#include <functional>
#include <memory>

class QPrinter;
class QWidget;

namespace parvis {

//! Asks in the dialog of the system, which is opened and not run, where \a printer prints, then lets \a paint fill it: false if
//! it can't. \a answer is called while \a parent lives: false if the agent closed the dialog; Unavailable: the printer can't be
//! reached, and nothing or not all came out. GUI thread.
void choosePrinter(QWidget *parent, const std::shared_ptr<QPrinter> &printer, std::function<bool(QPrinter &printer)> paint,
                   std::function<void(const Result<bool> &isPrinted)> answer);

} // namespace parvis
