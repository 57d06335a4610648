#pragma once

#include "base/result.h"

#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace Ui {
class SignInForm;
}

namespace parvis {

class InlineError;
class PasswordForm;

struct Credentials
{
    QUrl server;
    QString login;
    QString password; //!< also opens this desk's database without a network
};

//! The first page: who, where, password; then the server's fingerprint at first sight; then the first sync with its progress.
//! Says what is wanted by signals and shows what it is told; knows nothing of network or store.
class SignInPage final : public QWidget
{
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);
    ~SignInPage() override;

    //! \a known: this agent has worked at this desk, so that the password alone is enough, also offline.
    void start(const QUrl &server, const QString &login, bool known);
    //! A server that this desk has never seen: shown before any password leaves the desk. \a fingerprint: SHA-256 in hexadecimal.
    void askAboutServer(const QString &town, const QString &host, const QString &fingerprint);
    //! The password was given for one time: the agent chooses their own.
    void askNewPassword();
    void showPasswordError(const Error &error);
    //! The hub takes the password, but this desk's database was closed with the one before.
    void askFormerPassword();
    void showFormerError();
    void showBusy(const QString &what);
    void showProgress(const QString &what, qint64 done, qint64 total); //!< \a total 0: not known
    void showError(const QString &sentence);
    void showError(const Error &error);

Q_SIGNALS:
    void signInWanted(const parvis::Credentials &credentials);
    void serverAccepted();
    void newPasswordWanted(const QString &password);
    void formerPasswordGiven(const QString &password);
    void beginningAnewWanted();
    void cancelWanted(); //!< of whatever is under way; what has come so far is kept

private:
    void submit();
    void showForm();
    void makePasswordStep();
    void makeFormerStep();
    QPushButton *backButton();

    std::unique_ptr<Ui::SignInForm> m_form;
    QStackedWidget *m_steps;
    QWidget *m_formStep, *m_serverStep, *m_busyStep, *m_passwordStep, *m_formerStep;
    QLabel *m_intro, *m_serverText, *m_fingerprint, *m_busyText, *m_busyCount;
    QPushButton *m_submit, *m_accept, *m_cancel;
    QProgressBar *m_progress;
    PasswordForm *m_newPassword;
    QLineEdit *m_former;
    InlineError *m_error;
};

} // namespace parvis
