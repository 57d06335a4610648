#pragma once

#include "ui_common/tone.h"

#include <QtCore/QObject>
#include <QtGui/QFont>
#include <QtGui/QPalette>

class QApplication;
class QWidget;

namespace parvis {

//! The grid of 4 px.
namespace space {
inline constexpr int unit = 4;
inline constexpr int gap = 8;
inline constexpr int group = 16;
inline constexpr int margin = 16;
} // namespace space

enum class Scheme { System, Light, Dark };
enum class RowHeight { Compact, Touch };

//! What the agent chose in the preferences.
struct Appearance
{
    Scheme scheme = Scheme::System;
    int textPercent = 100; //!< 100 to 200
    RowHeight rows = RowHeight::Compact;

    bool operator==(const Appearance &) const = default;
};

//! Lays the application's style, palette and font. One per program, made by app/ before the first widget; widgets never need it:
//! they ask their palette (tone.h), their style (rowHeight()) and setTextRole().
class AppTheme final : public QObject
{
    Q_OBJECT
public:
    explicit AppTheme(QApplication &app, QObject *parent = nullptr);

    void apply(const Appearance &appearance);
    const Appearance &appearance() const { return m_appearance; }
    bool isDarkNow() const;

    //! Whether the desktop prefers dark; followed unless the agent chose. app/ tells it.
    void setSystemIsDark(bool dark);

    static QPalette lightPalette();
    static QPalette darkPalette();

Q_SIGNALS:
    void changed();

private:
    QApplication &m_app;
    QFont m_systemFont;
    bool m_systemIsDark = false;
    Appearance m_appearance;
};

enum class TextRole { Secondary, Body, Strong, Heading };

//! The font of a role at the present text scale, for painters. Sizes 10, 11, 11 and 15 points at 100 %.
QFont textFont(TextRole role);

//! Gives a widget the font of a role, now and whenever the scale changes. Secondary text is muted too.
void setTextRole(QWidget *widget, TextRole role);

//! Height of a row of a list, in device-independent pixels: 28 or 36 at 100 %.
int rowHeight(const QWidget *widget);

//! Side of a small icon beside text: 16 at 100 %.
int iconSide(const QWidget *widget);

//! Figures of equal width, so that columns of numbers line up.
QFont tabular(QFont font);

} // namespace parvis
