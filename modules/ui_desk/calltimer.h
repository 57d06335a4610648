#pragma once

#include "presentation/contactcontroller.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;

namespace parvis {

class IconLabel;

//! How long the contact under way has taken, "Phone 02:14": always in sight, also while the agent looks something up elsewhere.
//! Empty between contacts, but keeps its room, so that nothing beside it moves.
class CallTimer final : public QWidget
{
    Q_OBJECT
public:
    CallTimer(const ContactController &controller, const Clock &clock, QWidget *parent = nullptr);
    QString text() const; //!< empty between contacts

private:
    void render();

    const ContactController &m_controller;
    const Clock &m_clock;
    IconLabel *m_icon;
    QLabel *m_text;
    QTimer m_second;
};

} // namespace parvis
