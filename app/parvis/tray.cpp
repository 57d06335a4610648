#include "tray.h"

#include "ui_common/icons.h"
#include "ui_common/words.h"
#include "ui_requests/requestwords.h"

#include <QtCore/QDate>
#include <QtWidgets/QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace parvis {

Tray::Tray(NoticesController &notices, const NotifyController &notify, const Clock &clock, Navigator &navigator, QWidget &window,
           QObject *parent)
    : QObject(parent),
      m_notices(notices),
      m_notify(notify),
      m_clock(clock),
      m_navigator(navigator),
      m_window(window),
      m_icon(std::make_unique<QSystemTrayIcon>(icon(u"bell"_s)))
{
    connect(&m_notices, &NoticesController::changed, this, &Tray::count);
    connect(&m_notices, &NoticesController::arrived, this, &Tray::tell);
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, &Tray::bringToFront);
    connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, [this] {
        bringToFront();
        if (!m_last.isNull())
            m_navigator.open(Kind::Request, m_last);
    });
    count();
    m_icon->show();
}

Tray::~Tray() = default;

void Tray::count()
{
    const int unread = m_notices.unread();
    m_icon->setToolTip(unread > 0 ? tr("Parvis: %n notification(s) unread", nullptr, unread) : tr("Parvis"));
}

void Tray::tell(const Notice &notice)
{
    if (!m_notify.mayInterrupt(m_clock.now()))
        return;
    const QString number = numberText(notice.number);
    const QString title = tr("Parvis: %1").arg(number);
    const QString text = [&notice] {
        switch (notice.what) {
        case Notice::What::Assigned: return tr("A case was given to you.");
        case Notice::What::Reminded: return tr("Promised for %1.").arg(shortDay(notice.dueOn));
        case Notice::What::Escalated: return tr("Late since %1.").arg(shortDay(notice.dueOn));
        case Notice::What::Mentioned: return tr("A note names you.");
        case Notice::What::Conflict: return tr("A change of yours was not taken.");
        case Notice::What::ToApprove: return tr("A reply waits for your approval.");
        case Notice::What::Returned: return tr("A reply of yours came back.");
        case Notice::What::Undelivered: return tr("What was sent to the citizen did not arrive.");
        }
        return QString();
    }();
    m_last = notice.request;
    m_icon->showMessage(title, text, icon(u"bell"_s));
}

void Tray::bringToFront()
{
    QWidget *top = m_window.window();
    top->setWindowState(top->windowState() & ~Qt::WindowStates(Qt::WindowMinimized));
    top->show();
    top->raise();
    top->activateWindow();
}

} // namespace parvis
