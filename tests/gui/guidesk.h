#pragma once

#include "desktop.h"
#include "integration/desktown.h"

#include <QtCore/QDir>
#include <QtTest/QTest>

namespace parvis {

//! The real window over the real server, driven by keys: one machine that agents hand to each other. PARVIS_SHOTS names a folder
//! for pictures of each step.
class GuiDesk
{
public:
    //! A demo town of \a requests and the window before sign-in. \a others: agents without a name in the demo, who get its
    //! password.
    bool start(int requests, const QStringList &others = {});
    void stop();

    Desktop &desktop() { return *m_desktop; }
    DeskTown &town() { return m_town; }
    QString profileFolder() const { return m_folder.path(); }
    MainWindow *window() { return m_desktop->mainWindow(); }

    //! Whoever was there hands the machine over; the other signs in.
    bool signIn(const QString &login);
    void loseKeyring() { m_vault = {}; }
    bool isSent();                   //!< what the last key did, or was done since this was last asked, is at the hub
    bool shows(const QString &text); //!< in some label that is in sight

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    void goTo(const QString &workspace); //!< by its key
    bool tabTo(const QString &name);     //!< to the widget whose accessible name begins so
    //! Once what it does can be done: an agent looks before the key, this program does not.
    bool press(Qt::Key letter, const QString &action, Qt::KeyboardModifiers modifiers = {});
    QWidget *focus();
    QString focusName();

    void shoot(const QString &name);

private:
    static constexpr int mostTabs = 60;
    int left() const; //!< to send
    void countQueued();

    DeskTown m_town;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    MemoryVault m_vault;
    Translations m_translations;
    Options m_options;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Desktop> m_desktop;
    int m_left = 0, m_queued = 0, m_queuedBefore = 0; //!< to send; ever queued, and so many of them before the last key
};

} // namespace parvis
