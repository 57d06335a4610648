#include "desktop.h"

#include "base/async.h"
#include "demo/demologin.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"
#include "workbench.h"

#include <QtNetwork/QHostAddress>
#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

} // namespace

Desktop::Desktop(const Options &options, Translations &translations, Profile &profile, const Clock &clock, SecretVault &vault,
                 QApplication &app)
    : m_options(options),
      m_profile(profile),
      m_preferences(loadPreferences()),
      m_translations(translations),
      m_theme(app),
      m_session(profile, clock, vault),
      m_host(std::make_unique<HostWindow>())
{
    if (options.language)
        m_preferences.language = *options.language;
    m_translations.speak(m_preferences.language);
    m_theme.apply(m_preferences.appearance);
    connect(&m_scheme, &SystemScheme::isDarkKnown, &m_theme, &AppTheme::setSystemIsDark);
    m_scheme.ask();
    connect(&m_session, &DeskSession::serverUnknown, this, &Desktop::meetServer);
    connect(&m_session, &DeskSession::progress, this, &Desktop::showProgress);
    connect(&m_session, &DeskSession::ready, this, &Desktop::openWorkbench);
    connect(&m_session, &DeskSession::passwordChangeNeeded, this, [this] {
        if (m_signIn)
            m_signIn->askNewPassword();
    });
    connect(&m_session, &DeskSession::formerPasswordNeeded, this, [this] {
        if (m_signIn)
            m_signIn->askFormerPassword();
    });
    connect(&m_session, &DeskSession::formerPasswordRefused, this, [this] {
        if (m_signIn)
            m_signIn->showFormerError();
    });
    connect(&m_session, &DeskSession::passwordRefused, this, [this](const Error &error) {
        if (m_signIn)
            m_signIn->showPasswordError(error);
    });
    connect(&m_session, &DeskSession::failed, this, [this](const Error &error) {
        if (!m_signIn)
            askToSignIn();
        m_signIn->showError(error);
        Q_EMIT refused(error);
    });
}

//! The screens go first: they keep their drafts in the store.
Desktop::~Desktop()
{
    m_host.reset();
    m_session.close();
}

void Desktop::start()
{
    m_host->restorePlace();
    askToSignIn();
    m_host->show();
    if (!m_options.login.isEmpty() && !m_options.password.isEmpty() && m_options.server.isValid())
        m_session.signIn({m_options.server, m_options.login, m_options.password});
}

MainWindow *Desktop::mainWindow() const
{
    return qobject_cast<MainWindow *>(m_host->currentWidget());
}

void Desktop::askToSignIn()
{
    m_signIn = new SignInPage;
    m_host->setContent(m_signIn);
    const QUrl server = m_options.server.isEmpty() ? m_profile.lastServer() : m_options.server;
    const QString login = m_options.login.isEmpty() ? m_profile.lastLogin() : m_options.login;
    m_signIn->start(server, login, m_profile.hasAccount(login));
    connect(m_signIn, &SignInPage::signInWanted, &m_session, &DeskSession::signIn);
    connect(m_signIn, &SignInPage::serverAccepted, &m_session, &DeskSession::acceptServer);
    connect(m_signIn, &SignInPage::newPasswordWanted, this,
            [this](const QString &wanted) { m_session.changePassword(m_session.credentials().password, wanted); });
    connect(m_signIn, &SignInPage::formerPasswordGiven, &m_session, &DeskSession::openWithFormer);
    connect(m_signIn, &SignInPage::beginningAnewWanted, &m_session, &DeskSession::beginAnew);
    connect(m_signIn, &SignInPage::cancelWanted, this, [this] {
        const Credentials c = m_session.credentials();
        m_session.cancel();
        m_signIn->start(c.server, c.login, m_profile.hasAccount(c.login));
    });
}

void Desktop::meetServer(const QString &host, const QByteArray &sha256)
{
    const bool isTrustedHere = m_options.fingerprint == "loopback"_L1 && isThisMachine(host);
    if (isTrustedHere || fingerprintFromText(m_options.fingerprint) == sha256) {
        m_session.acceptServer();
        return;
    }
    if (m_signIn)
        m_signIn->askAboutServer({}, host, QString::fromLatin1(sha256.toHex()));
}

void Desktop::showProgress(DeskSession::Step step, qint64 done, qint64 total)
{
    if (!m_signIn)
        return;
    switch (step) {
    case DeskSession::Step::Unlocking: m_signIn->showBusy(tr("Opening the database of this desk")); break;
    case DeskSession::Step::Connecting: m_signIn->showBusy(tr("Asking the hub")); break;
    case DeskSession::Step::FirstSync: m_signIn->showProgress(tr("Fetching what you may see"), done, total); break;
    }
}

void Desktop::openWorkbench()
{
    const auto townGround = [this]() -> MapGround {
        return m_options.isDemo ? MapGround{MapGround::Kind::Drawn, QString::fromUtf8(demoRiver), {}} : MapGround{};
    };
    Workbench *bench = nullptr;
    MainWindow *window = Workbench::create(m_session, m_preferences, townGround(), &bench);
    connect(window, &MainWindow::lockWanted, this, &Desktop::lock, Qt::QueuedConnection);
    connect(bench, &Workbench::preferencesChosen, this, &Desktop::choose, Qt::QueuedConnection);
    bench->openAddresses(m_options.addresses, m_options.hasOwnAddresses);
    m_host->setContent(window);
    Q_EMIT opened();
}

void Desktop::choose(const Preferences &preferences)
{
    savePreferences(preferences);
    setPreferences(preferences);
}

void Desktop::setPreferences(const Preferences &preferences)
{
    const bool otherWords = preferences.language != m_preferences.language;
    m_preferences = preferences;
    m_theme.apply(preferences.appearance);
    if (!otherWords)
        return;
    m_translations.speak(preferences.language);
    if (!m_session.isReady())
        return askToSignIn();
    // Texts are made once, so the screens are made anew; the new ones must find the drafts of the old.
    m_host->setContent(new QWidget);
    whenReady(m_session.store().write([](DeskStore &) { return success(); }), this, [this](const Status &) {
        if (!m_session.isReady())
            return;
        openWorkbench();
        mainWindow()->show(u"preferences"_s);
    });
}

void Desktop::lock()
{
    askToSignIn();
    m_session.close();
}

} // namespace parvis
