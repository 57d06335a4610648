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

bool GuiDesk::start(int requests, const QStringList &others, const QStringList &serve)
{
    if (!m_town.found(requests))
        return false;
    for (const QString &login : others) {
        if (m_town.run({u"user"_s, u"passwd"_s, login}, demoPassword).code != 0)
            return false;
    }
    if (!m_town.serve(serve))
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
        if (!QTest::qWaitFor([this] { return !window(); }, patienceMs))
            return false;
    }
    if (!tabTo(u"Identifiant"_s))
        return false;
    key(Qt::Key_A, Qt::ControlModifier);
    type(login);
    key(Qt::Key_Tab);
    type(QString::fromLatin1(demoPassword));
    key(Qt::Key_Return);
    if (!QTest::qWaitFor([this] { return window() && window()->current()->isReady(); }, 2 * patienceMs))
        return false;
    beginAct();
    return true;
}

//! Without waiting: the store answers behind what was written before, and before what is written from now on.
void GuiDesk::beginAct()
{
    m_before.reset();
    if (m_desktop->session().isReady())
        m_before = m_desktop->session().store().write([](DeskStore &store) { return store.lastNumber(); });
}

bool GuiDesk::isSent()
{
    if (!m_before || !QTest::qWaitFor([this] { return m_before->isFinished(); }, patienceMs) || !m_before->result())
        return false;
    const auto isQueued = [this, before = *m_before->result()] {
        const auto last = read([](DeskStore &store) { return store.lastNumber(); });
        return last && *last > before;
    };
    if (!QTest::qWaitFor(isQueued, patienceMs)) {
        qWarning("nothing was to send");
        return false;
    }
    const auto isEmpty = [this] {
        const auto outbox = read([](DeskStore &store) { return store.outboxCounts(); });
        return outbox && outbox->queued + outbox->files == 0;
    };
    const auto isKnown = [this] { // to the screens, too
        const OutboxCounts &outbox = m_desktop->session().engine().state().outbox;
        return outbox.queued + outbox.files == 0;
    };
    const bool isDone = QTest::qWaitFor(isEmpty, patienceMs) && QTest::qWaitFor(isKnown, patienceMs);
    beginAct(); // what is done next need not be done by a key
    return isDone;
}

void GuiDesk::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    beginAct();
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
    beginAct();
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
    if (action == all.end() || !QTest::qWaitFor([&action] { return (*action)->isEnabled(); }, patienceMs))
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

QListView *GuiDesk::signatureBook()
{
    return window()->findChild<QListView *>(u"approvals.list"_s);
}

bool GuiDesk::goToReply(const QString &login, const QString &subject)
{
    if (!signIn(login))
        return false;
    goTo(u"approvals"_s);
    constexpr int notThere = std::numeric_limits<int>::max();
    const auto row = [&] {
        const QListView *book = signatureBook();
        const int rows = book ? book->model()->rowCount() : 0;
        for (int i = 0; i < rows; ++i) {
            if (book->model()->index(i, 0).data().toString().contains(subject))
                return i - book->currentIndex().row();
        }
        return notThere;
    };
    // The list may still fill, so each key goes by what is there then.
    constexpr int mostKeys = 200;
    for (int keys = 0; keys < mostKeys; ++keys) {
        if (!QTest::qWaitFor([&row] { return row() != notThere; }, patienceMs))
            return false;
        if (row() == 0)
            break;
        key(row() < 0 ? Qt::Key_K : Qt::Key_J);
    }
    return row() == 0;
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
