#pragma once

#include <QtGui/QAccessible>
#include <QtWidgets/QWidget>

namespace parvis {

//! What is in sight and the keyboard reaches below \a root and a screen reader could not name: class and object names. Empty: all
//! is well.
inline QStringList nameless(const QWidget *root)
{
    QStringList found;
    const QList<QWidget *> widgets = root->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!face || face->text(QAccessible::Name).isEmpty())
            found.append(QLatin1StringView(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    return found;
}

} // namespace parvis
