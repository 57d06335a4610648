#pragma once

#include "ui_common/tone.h"

#include <QtCore/QString>
#include <QtGui/QIcon>

namespace parvis {

//! A Lucide icon of resources/icons.txt by its name, tinted by the palette when it is painted, sharp at every scale. A name that
//! is not in the list is a programmer's error (asserted).
QIcon icon(const QString &name, Tone tone = Tone::Neutral);

//! The icon's picture of \a side device-independent pixels in \a color, cached.
QPixmap iconPixmap(const QString &name, int side, const QColor &color, qreal ratio);

} // namespace parvis
