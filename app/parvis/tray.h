#pragma once

#include "presentation/noticescontroller.h"
#include "presentation/notifycontroller.h"
#include "ui_common/navigator.h"

class QSystemTrayIcon;

namespace parvis {

//! The bell, beside the system's clock, where there is such a place: how much is unread, and a message when something comes,
//! unless the agent does not want it or is left in peace. A message names a number, never a matter or a person's words: it may
//! stay on a locked screen. The program ends with its window all the same.
class Tray final : public QObject
{
    Q_OBJECT
public:
    //! All must outlive it. \a window is brought to the front.
    Tray(NoticesController &notices, const NotifyController &notify, const Clock &clock, Navigator &navigator, QWidget &window,
         QObject *parent = nullptr);
    ~Tray() override;

private:
    void count();
    void tell(const Notice &notice);
    void bringToFront();

    NoticesController &m_notices;
    const NotifyController &m_notify;
    const Clock &m_clock;
    Navigator &m_navigator;
    QWidget &m_window;
    std::unique_ptr<QSystemTrayIcon> m_icon;
    Id m_last; //!< the request of the last message
};

} // namespace parvis
