#include "ui_requests/noticebell.h"

#include "ui_common/action.h"
#include "ui_common/icons.h"
#include "ui_common/words.h"
#include "ui_requests/requestwords.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStyleOptionToolButton>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype subjectLength = 48;

QString iconOf(Notice::What what)
{
    switch (what) {
    case Notice::What::Assigned: return u"inbox"_s;
    case Notice::What::Reminded: return u"bell"_s;
    case Notice::What::Escalated: return u"triangle-alert"_s;
    case Notice::What::Mentioned: return u"at-sign"_s;
    case Notice::What::Conflict: return u"git-compare"_s;
    case Notice::What::ToApprove: return u"signature"_s;
    case Notice::What::Returned: return u"undo-2"_s;
    case Notice::What::Undelivered: return u"mail-x"_s;
    }
    return {};
}

} // namespace

NoticeBell::NoticeBell(NoticesController &notices, const ReferenceData &town, const Clock &clock, Navigator &navigator,
                       QWidget *parent)
    : QToolButton(parent), m_notices(notices), m_town(town), m_clock(clock), m_navigator(navigator), m_menu(new QMenu(this))
{
    QAction *action = makeAction(this, {u"shell.notices"_s,
                                        tr("Notifications"),
                                        {Qt::CTRL | Qt::Key_B},
                                        u"bell"_s,
                                        tr("What concerns you: cases given to you, late ones, words to you, conflicts."),
                                        Qt::WindowShortcut});
    connect(action, &QAction::triggered, this, &NoticeBell::open);
    m_preferences = makeAction(this, {u"shell.notices.preferences"_s,
                                      tr("Choose how you are told"),
                                      {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
                                      u"settings"_s,
                                      tr("E-mail, messages on the screen, quiet hours."),
                                      Qt::WindowShortcut});
    connect(m_preferences, &QAction::triggered, this, [this] {
        m_navigator.show(u"preferences"_s, {{}, {}, u"notifications"_s});
    });
    connect(this, &QToolButton::clicked, this, &NoticeBell::open);
    setObjectName(u"bell"_s);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(parvis::icon(u"bell"_s));
    setToolTip(action->toolTip());
    connect(&m_notices, &NoticesController::changed, this, [this] {
        show();
        if (m_menu->isVisible())
            open(); // it was opened before they were read
    });
    show();
}

//! Its action, which is there for its key, is no menu.
void NoticeBell::initStyleOption(QStyleOptionToolButton *option) const
{
    QToolButton::initStyleOption(option);
    option->features &= ~QStyleOptionToolButton::ToolButtonFeatures(QStyleOptionToolButton::HasMenu);
}

void NoticeBell::show()
{
    const int unread = m_notices.unread();
    setText(unread > 0 ? QString::number(unread) : QString());
    setAccessibleName(unread > 0 ? tr("Notifications, %n new", nullptr, unread) : tr("Notifications"));
}

QString NoticeBell::lineOf(const Notice &notice) const
{
    const QString case_ = numberText(notice.number) + u' ' + notice.subject.left(subjectLength);
    const QString by = m_town.userName(notice.by);
    QString what;
    switch (notice.what) {
    case Notice::What::Assigned:
        what = by.isEmpty() ? tr("Given to you: %1").arg(case_) : tr("%1 gave you: %2").arg(by, case_);
        break;
    case Notice::What::Reminded: what = tr("Promised for %1: %2").arg(shortDay(notice.dueOn), case_); break;
    case Notice::What::Escalated: what = tr("Late since %1: %2").arg(shortDay(notice.dueOn), case_); break;
    case Notice::What::Mentioned: what = tr("%1 writes to you: %2").arg(by, case_); break;
    case Notice::What::Conflict: what = tr("Your change was not taken: %1").arg(case_); break;
    case Notice::What::ToApprove: what = tr("Waits for your approval: %1").arg(case_); break;
    case Notice::What::Returned: what = tr("Your reply came back from %1: %2").arg(by, case_); break;
    case Notice::What::Undelivered: what = tr("Did not reach the citizen: %1").arg(case_); break;
    }
    const QDate today = m_town.calendar().localDay(m_clock.now());
    return what + u"  ·  "_s + momentText(notice.at, m_town.calendar().zone(), today);
}

void NoticeBell::fill()
{
    m_menu->clear();
    if (m_notices.notices().isEmpty()) {
        m_menu->addAction(m_notices.isLoaded() ? tr("Nothing concerns you now.") : tr("Being read…"))->setEnabled(false);
    }
    for (const Notice &notice : m_notices.notices()) {
        QAction *item = m_menu->addAction(parvis::icon(iconOf(notice.what)), lineOf(notice).replace(u'&', u"&&"_s));
        if (m_notices.isUnread(notice)) {
            QFont font = item->font();
            font.setBold(true);
            item->setFont(font);
        }
        connect(item, &QAction::triggered, this, [this, notice] {
            if (notice.what == Notice::What::ToApprove)
                m_navigator.show(u"approvals"_s, {Kind::Reply, notice.id, {}});
            else if (notice.isDraft) // where it is written on
                m_navigator.show(u"requests"_s, {Kind::Reply, notice.id, {}});
            else
                m_navigator.open(Kind::Request, notice.request);
        });
    }
    m_menu->addSeparator();
    m_menu->addAction(m_preferences);
}

void NoticeBell::open()
{
    fill();
    m_notices.markSeen();
    m_menu->popup(mapToGlobal(QPoint(0, height())));
    if (!m_notices.notices().isEmpty())
        m_menu->setActiveAction(m_menu->actions().first());
}

} // namespace parvis
