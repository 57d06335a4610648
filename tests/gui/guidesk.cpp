#include "guidesk.h"

#include "ui_common/action.h"
#include "ui_common/widgets.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace parvis {

bool GuiDesk::start(int requests, const QStringList &others)
{
    if (!m_town.found(requests))
        return false;
    for (const QString &login : others) {
        if (m_town.run({u"user"_s, u"passwd"_s, login}, demoPassword).code != 0)
            return false;
    }
    if (!m_town.serve())
        return false;
    m_options.profile = m_folder.path();
    m_options.server = m_town.url();
    m_options.fingerprint = u"loopback"_s;
    m_options.language = Language::French;
    auto profile = Profile::open(m_options.profile);
    if (!profile)
        return false;
    m_profile = std::move(profile).value();
    m_desktop = std::make_unique<Desktop>(m_options, m_translations, *m_profile, m_clock, m_vault, *qApp);
    m_desktop->start();
    m_desktop->host().resize(1440, 900);
    if (!QTest::qWaitForWindowExposed(&m_desktop->host()))
        return false;
    QApplication::setActiveWindow(&m_desktop->host()); // Xvfb has no window manager to do it
    return true;
}

void GuiDesk::stop()
{
    m_desktop.reset();
    m_profile.reset();
}

bool GuiDesk::signIn(const QString &login)
{
    if (window()) {
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        if (!QTest::qWaitFor([this] { return !window(); }))
            return false;
    }
    if (!tabTo(u"Identifiant"_s))
        return false;
    key(Qt::Key_A, Qt::ControlModifier);
    type(login);
    key(Qt::Key_Tab);
    type(QString::fromLatin1(demoPassword));
    key(Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return window() && window()->current()->isReady(); }, 60'000))
        return false;
    m_left = left();
    QObject::connect(&m_desktop->session().engine(), &SyncEngine::stateChanged, window(), [this] { countQueued(); });
    return true;
}

int GuiDesk::left() const
{
    const OutboxCounts outbox = m_desktop->session().engine().state().outbox;
    return outbox.queued + outbox.files;
}

void GuiDesk::countQueued()
{
    const int before = std::exchange(m_left, left());
    m_queued += std::max(0, m_left - before);
}

bool GuiDesk::isSent()
{
    if (!QTest::qWaitFor([this] { return m_queued > m_queuedBefore; }, 15'000))
        qWarning("nothing was to send");
    m_queuedBefore = m_queued; // what is done next need not be done by a key
    return QTest::qWaitFor([this] { return left() == 0; }, 30'000);
}

void GuiDesk::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    m_queuedBefore = m_queued;
    QTest::keyClick(focus(), key, modifiers);
}

bool GuiDesk::shows(const QString &text)
{
    const auto labels = m_desktop->host().findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void GuiDesk::type(const QString &text)
{
    m_queuedBefore = m_queued;
    for (const QChar c : text) {
        if (c == u'\n')
            key(Qt::Key_Return);
        else if (c == u'\t')
            key(Qt::Key_Tab);
        else if (c.unicode() < 0x80)
            QTest::keyClick(focus(), c.toLatin1());
        else // é has a key of its own here, which QTest does not know
            QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
}

bool GuiDesk::tabTo(const QString &name)
{
    QStringList passed;
    while (passed.size() < mostTabs && !focusName().startsWith(name)) {
        passed.append(focusName());
        key(Qt::Key_Tab);
    }
    if (passed.size() == mostTabs)
        qWarning().noquote() << name << "is not reached:" << passed.join(u", "_s);
    return passed.size() < mostTabs;
}

bool GuiDesk::press(Qt::Key letter, const QString &id, Qt::KeyboardModifiers modifiers)
{
    const QList<QAction *> all = actionsWithin(window());
    const auto action = std::find_if(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id; });
    if (action == all.end() || !QTest::qWaitFor([&action] { return (*action)->isEnabled(); }))
        return false;
    key(letter, modifiers);
    return true;
}

void GuiDesk::goTo(const QString &workspace)
{
    const QList<QAction *> all = actionsWithin(window());
    for (const QAction *action : all) {
        if (actionId(action) == u"go."_s + workspace && !action->shortcut().isEmpty()) {
            const QKeyCombination keys = action->shortcut()[0];
            key(keys.key(), keys.keyboardModifiers());
        }
    }
}

QWidget *GuiDesk::focus()
{
    return QApplication::focusWidget() ? QApplication::focusWidget() : &m_desktop->host();
}

QString GuiDesk::focusName()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString();
}

void GuiDesk::shoot(const QString &name)
{
    const QString folder = qEnvironmentVariable("PARVIS_SHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QTest::qWait(150); // lists and previews follow the store
    QPixmap picture = m_desktop->host().grab();
    if (QWidget *menu = QApplication::activePopupWidget()) { // lies over the window
        QPainter over(&picture);
        over.drawPixmap(menu->pos() - m_desktop->host().pos(), menu->grab());
    }
    QVERIFY(picture.save(folder + u'/' + name + u".png"_s));
}

} // namespace parvis
