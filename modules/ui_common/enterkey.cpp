#include "ui_common/enterkey.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QWidget>

namespace parvis {

namespace {

class EnterFilter final : public QObject
{
public:
    EnterFilter(QWidget *field, std::function<void()> moveOn) : QObject(field), m_moveOn(std::move(moveOn))
    {
        field->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (!isEnter || (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
            return false;
        m_moveOn();
        return true;
    }

private:
    std::function<void()> m_moveOn;
};

} // namespace

void onEnter(QWidget *field, std::function<void()> moveOn)
{
    new EnterFilter(field, std::move(moveOn));
}

} // namespace parvis
