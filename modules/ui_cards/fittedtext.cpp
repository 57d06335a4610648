#include "ui_cards/fittedtext.h"

#include "ui_common/theme.h"

#include <QtGui/QAbstractTextDocumentLayout>
#include <QtGui/QWheelEvent>

#include <cmath>

namespace parvis {

FittedText::FittedText(const QString &name, QWidget *parent) : RichTextView(parent)
{
    setAccessibleName(name);
    document()->setDocumentMargin(space::unit); // the focus ring stands around the words
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &RichTextView::laidOut, this, [this] {
        connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &FittedText::fit);
        fit();
    });
}

void FittedText::fit()
{
    const int height = int(std::ceil(document()->size().height())) + 2 * frameWidth();
    if (height != this->height() || height != minimumHeight())
        setFixedHeight(height);
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    RichTextView::resizeEvent(event);
    fit();
}

void FittedText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page's
}

} // namespace parvis
