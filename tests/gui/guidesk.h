#pragma once

#include "desktop.h"
#include "integration/desktown.h"
#include "testkit/patience.h"

#include <QtCore/QDir>
#include <QtTest/QTest>
#include <QtWidgets/QListView>

namespace parvis {

//! The real window over the real server, driven by keys: one machine that agents hand to each other. PARVIS_SHOTS names a folder
//! for pictures of each step.
class GuiDesk
{
public:
    //! A demo town of \a requests and the window before sign-in. \a others: agents without a name in the demo, who get its
    //! password. \a serve: more options of the server.
    bool start(int requests, const QStringList &others = {}, const QStringList &serve = {});
    void stop();

    Desktop &desktop() { return *m_desktop; }
    DeskTown &town() { return m_town; }
    QString profileFolder() const { return m_folder.path(); }
    MainWindow *window() { return m_desktop->mainWindow(); }

    //! Whoever was there hands the machine over; the other signs in.
    bool signIn(const QString &login);
    void loseKeyring() { m_vault = {}; }
    //! What the last key queued, or was queued since this was last asked, is at the hub. False if that is nothing.
    bool isSent();
    bool shows(const QString &text); //!< in some label that is in sight

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    void goTo(const QString &workspace); //!< by its key
    bool tabTo(const QString &name);     //!< to the widget whose accessible name begins so
    QListView *signatureBook();
    //! Signs \a login in and goes by keys to the reply of that \a subject in their signature book.
    bool goToReply(const QString &login, const QString &subject);
    //! Once what it does can be done: an agent looks before the key, this program does not.
    bool press(Qt::Key letter, const QString &action, Qt::KeyboardModifiers modifiers = {});
    QWidget *focus();
    QString focusName();

    //! What \a fn(DeskStore &) → Result<T> answers, after all that was written before.
    template <typename Fn>
    auto read(Fn fn)
    {
        auto future = desktop().session().store().write(std::move(fn));
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patienceMs))
            qFatal("the store does not answer");
        return future.result();
    }

    //! For init() and cleanup(): each step stands on the one before, so after a failure none is tried.
    bool goesOn() const { return !m_hasFailed; }
    void keepInMind() { m_hasFailed = m_hasFailed || QTest::currentTestFailed(); }

    void shoot(const QString &name);

private:
    static constexpr int mostTabs = 60;
    void beginAct(); //!< what is queued from now on is what isSent() asks for

    DeskTown m_town;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    MemoryVault m_vault;
    Translations m_translations;
    Options m_options;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Desktop> m_desktop;
    std::optional<QFuture<Result<qint64>>> m_before; //!< the last number that was queued before the last key
    bool m_hasFailed = false;
};

} // namespace parvis
