#pragma once

#include "desksession.h"
#include "language.h"
#include "options.h"
#include "systemscheme.h"
#include "ui_common/theme.h"
#include "ui_map/mappage.h"

#include <QtCore/QPointer>

namespace parvis {

class HostWindow;
class MainWindow;

//! The program with windows: sign-in page, then the workspaces; preferences take effect at once.
class Desktop final : public QObject
{
    Q_OBJECT
public:
    Desktop(const Options &options, Translations &translations, Profile &profile, const Clock &clock, SecretVault &vault,
            QApplication &app);
    ~Desktop() override;

    void start();
    HostWindow &host() { return *m_host; }
    MainWindow *mainWindow() const; //!< null before the agent is signed in
    DeskSession &session() { return m_session; }
    void setPreferences(const Preferences &preferences); //!< not kept

Q_SIGNALS:
    void opened();                            //!< the workspaces are there
    void refused(const parvis::Error &error); //!< signing in failed

private:
    void askToSignIn();
    void openWorkbench();
    void choose(const Preferences &preferences);
    void lock();
    void meetServer(const QString &host, const QByteArray &sha256);
    void showProgress(DeskSession::Step step, qint64 done, qint64 total);

    const Options &m_options;
    Profile &m_profile;
    Preferences m_preferences;
    Translations &m_translations;
    AppTheme m_theme;
    SystemScheme m_scheme;
    DeskSession m_session;
    std::unique_ptr<HostWindow> m_host;
    QPointer<SignInPage> m_signIn;
};

} // namespace parvis
