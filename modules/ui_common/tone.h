#pragma once

#include <QtGui/QColor>

class QPalette;

namespace parvis {

//! What a colour says. Always beside an icon and a word, never alone.
enum class Tone {
    Neutral,
    Muted, //!< secondary text
    Accent,
    Late,
    DueToday,
    OnTime,
    Held //!< held back or in conflict
};

//! True if the palette is one of the dark theme.
bool isDark(const QPalette &palette);

//! For text, icons and strokes: at least 4.5:1 on the palette's window and base.
QColor toneColor(Tone tone, const QPalette &palette);

//! For the ground of a chip or a bar; text in toneColor() has at least 4.5:1 on it.
QColor toneGround(Tone tone, const QPalette &palette);

//! Lines between areas.
QColor lineColor(const QPalette &palette);

//! Contrast of WCAG 2.1 (1.4.3), from 1 to 21.
double contrast(const QColor &a, const QColor &b);

} // namespace parvis
