#pragma once

#include "ui_common/richtextview.h"

namespace parvis {

//! A rich text that is as high as what it says: the page around it scrolls.
class FittedText final : public RichTextView
{
    Q_OBJECT
public:
    explicit FittedText(const QString &name, QWidget *parent = nullptr); //!< \a name for screen readers

protected:
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();
};

} // namespace parvis
