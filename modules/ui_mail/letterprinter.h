#pragma once

#include "base/result.h"
#include "documents/letter.h"

#include <QtCore/QByteArray>

#include <functional>

class QWidget;

namespace parvis {

//! Where a batch of letters comes out. GUI thread.
class LetterPrinter
{
public:
    using Answer = std::function<void(const Result<bool> &isPrinted)>;

    virtual ~LetterPrinter() = default;

    //! Puts \a pdf on paper. \a answer follows, now or later, while \a parent lives: false if the agent wants it no longer;
    //! Unavailable: the printer can't be reached, and nothing or not all came out.
    virtual void print(QWidget *parent, const QByteArray &pdf, Sides sides, Answer answer) = 0;
};

//! Through the dialog of the system.
class SystemPrinter final : public LetterPrinter
{
public:
    void print(QWidget *parent, const QByteArray &pdf, Sides sides, Answer answer) override;
};

} // namespace parvis
