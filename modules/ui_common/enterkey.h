#pragma once

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace parvis {

//! Enter moves on in a form: calls \a moveOn for Enter without modifiers in \a field (and its line edit, for a combo box).
void onEnter(QWidget *field, std::function<void()> moveOn);

} // namespace parvis
