#include "ui_shell/signinpage.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_shell/passwordform.h"
#include "ui_signinform.h"

#include <QtCore/QLocale>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr int columnWidth = 420;
constexpr int fingerprintLine = 16; // pairs

//! As the server writes it, so that the two can be held side by side.
QString grouped(const QString &fingerprint)
{
    const QString hex = QString(fingerprint).remove(u':').toUpper();
    QString text;
    for (qsizetype i = 0; i < hex.size(); i += 2) {
        if (i > 0)
            text += i / 2 % fingerprintLine == 0 ? u":\n"_s : u":"_s;
        text += QStringView(hex).mid(i, 2);
    }
    return text;
}

//! "parvis.example" and "10.0.0.5:8443" are addresses too.
QUrl serverUrl(const QString &typed)
{
    QString text = typed.trimmed();
    if (!text.contains("://"_L1))
        text.prepend("https://"_L1);
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() ? url : QUrl();
}

QVBoxLayout *column(QWidget *step)
{
    auto *layout = new QVBoxLayout(step);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::group);
    return layout;
}

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent),
      m_form(std::make_unique<Ui::SignInForm>()),
      m_steps(new QStackedWidget(this)),
      m_formStep(new QWidget),
      m_serverStep(new QWidget),
      m_busyStep(new QWidget),
      m_passwordStep(new QWidget),
      m_formerStep(new QWidget),
      m_intro(secondaryLabel({})),
      m_serverText(new QLabel),
      m_fingerprint(new QLabel),
      m_busyText(sectionLabel({})),
      m_busyCount(secondaryLabel({})),
      m_submit(new QPushButton(tr("Sign in"))),
      m_accept(new QPushButton(tr("This is our server: go on"))),
      m_cancel(new QPushButton(tr("Stop"))),
      m_progress(new QProgressBar),
      m_newPassword(new PasswordForm(false)),
      m_former(new QLineEdit),
      m_error(new InlineError)
{
    auto *fields = new QWidget;
    m_form->setupUi(fields);
    m_form->server->setPlaceholderText(u"parvis.ingeville.example"_s);
    auto *form = column(m_formStep);
    form->addWidget(m_intro);
    form->addWidget(fields);
    form->addWidget(m_submit);
    form->addStretch();
    m_submit->setDefault(true);
    m_submit->setToolTip(tr("Sign in (%1)").arg(QKeySequence(Qt::Key_Return).toString(QKeySequence::NativeText)));

    m_serverText->setWordWrap(true);
    m_fingerprint->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_fingerprint->setFont(QFont(u"monospace"_s));
    m_fingerprint->setAccessibleName(tr("Fingerprint of the server"));
    auto *server = column(m_serverStep);
    server->addWidget(m_serverText);
    server->addWidget(m_fingerprint);
    server->addWidget(secondaryLabel(tr("Your administrator has it from the server's set-up. If it differs, somebody may be "
                                        "listening: go back and tell them.")));
    server->addWidget(m_accept);
    server->addWidget(backButton());
    server->addStretch();

    m_progress->setAccessibleName(tr("Progress"));
    m_busyCount->setWordWrap(true);
    auto *busy = column(m_busyStep);
    busy->addWidget(m_busyText);
    busy->addWidget(m_progress);
    busy->addWidget(m_busyCount);
    busy->addWidget(m_cancel, 0, Qt::AlignLeft);
    busy->addStretch();

    makePasswordStep();
    makeFormerStep();
    for (QWidget *step : {m_formStep, m_serverStep, m_busyStep, m_passwordStep, m_formerStep})
        m_steps->addWidget(step);
    auto *middle = new QVBoxLayout;
    middle->setSpacing(space::group);
    middle->addStretch(1);
    middle->addWidget(headingLabel(u"Parvis"_s));
    middle->addWidget(m_error);
    middle->addWidget(m_steps);
    middle->addStretch(2);
    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addLayout(middle);
    row->addStretch();
    m_steps->setMinimumWidth(columnWidth);
    m_steps->setMaximumWidth(columnWidth * 2);
    m_error->setMaximumWidth(columnWidth * 2);

    for (QLineEdit *edit : {m_form->server, m_form->login, m_form->password})
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_accept, &QPushButton::clicked, this, &SignInPage::serverAccepted);
    connect(m_cancel, &QPushButton::clicked, this, &SignInPage::cancelWanted);
}

SignInPage::~SignInPage() = default;

QPushButton *SignInPage::backButton()
{
    auto *back = new QPushButton(tr("Go back"));
    connect(back, &QPushButton::clicked, this, [this] {
        Q_EMIT cancelWanted();
        showForm();
    });
    return back;
}

void SignInPage::makePasswordStep()
{
    auto *step = column(m_passwordStep);
    step->addWidget(sectionLabel(tr("Choose your own password")));
    step->addWidget(secondaryLabel(tr("The one that your administrator gave you is good for this alone. The new one opens this "
                                      "desk, with or without a network: nobody else knows it.")));
    step->addWidget(m_newPassword);
    step->addWidget(backButton());
    step->addStretch();
    connect(m_newPassword, &PasswordForm::wanted, this,
            [this](const QString &, const QString &wanted) { Q_EMIT newPasswordWanted(wanted); });
}

void SignInPage::makeFormerStep()
{
    m_former->setEchoMode(QLineEdit::Password);
    auto *open = new QPushButton(tr("Open this desk"));
    auto *anew = new QPushButton(tr("I no longer know it: begin anew"));
    auto *step = column(m_formerStep);
    step->addWidget(sectionLabel(tr("This desk was closed with another password")));
    step->addWidget(
        secondaryLabel(tr("The server takes your new password. What this computer keeps was closed with the one that you "
                          "had before: write that one, this once.")));
    step->addWidget(labelFor(m_former, tr("&Former password")));
    step->addWidget(m_former);
    step->addWidget(open);
    step->addWidget(horizontalLine());
    step->addWidget(
        secondaryLabel(tr("Without it the desk fetches everything from the server again. What was not sent yet stays on "
                          "this computer, closed, and opens if the former password is found.")));
    step->addWidget(anew);
    step->addWidget(backButton());
    step->addStretch();
    const auto give = [this] {
        m_error->clear();
        if (!m_former->text().isEmpty())
            Q_EMIT formerPasswordGiven(m_former->text());
    };
    connect(m_former, &QLineEdit::returnPressed, this, give);
    connect(open, &QPushButton::clicked, this, give);
    connect(anew, &QPushButton::clicked, this, &SignInPage::beginningAnewWanted);
}

void SignInPage::start(const QUrl &server, const QString &login, bool known)
{
    m_error->clear();
    m_form->server->setText(server.toString(QUrl::RemoveScheme | QUrl::RemovePath).remove("//"_L1));
    m_form->login->setText(login);
    m_form->password->clear();
    m_intro->setText(known
                         ? tr("Your password opens this desk, with or without a network.")
                         : tr("At the first sign-in this desk needs the network: it makes itself known to the server and fetches "
                              "what you may see."));
    showForm();
}

void SignInPage::showForm()
{
    m_steps->setCurrentWidget(m_formStep);
    QLineEdit *first = m_form->server->text().isEmpty()  ? m_form->server
                       : m_form->login->text().isEmpty() ? m_form->login
                                                         : m_form->password;
    first->setFocus(Qt::OtherFocusReason);
}

void SignInPage::submit()
{
    m_error->clear();
    const QUrl server = serverUrl(m_form->server->text());
    const QString login = m_form->login->text().trimmed();
    const QString password = m_form->password->text();
    if (!server.isValid()) {
        m_error->say(
            tr("This is not the address of a server. Write it as your administrator gave it: parvis.ingeville.example."));
        m_form->server->setFocus();
    } else if (login.isEmpty()) {
        m_error->say(tr("Write your login, as your administrator gave it."));
        m_form->login->setFocus();
    } else if (password.isEmpty()) {
        m_form->password->setFocus();
    } else if (password.size() < shortestPassword) {
        m_error->say(tr("A password has at least %n characters. Nothing was sent.", nullptr, shortestPassword));
        m_form->password->setFocus();
        m_form->password->selectAll();
    } else {
        Q_EMIT signInWanted({server, login, password});
    }
}

void SignInPage::askAboutServer(const QString &town, const QString &host, const QString &fingerprint)
{
    m_serverText->setText(
        town.isEmpty() ? tr("%1 answers. This desk sees it for the first time: compare its fingerprint with the one that "
                            "your administrator has.")
                             .arg(host)
                       : tr("%1 answers for %2. This desk sees it for the first time: compare its fingerprint with the one "
                            "that your administrator has.")
                             .arg(host, town));
    m_fingerprint->setText(grouped(fingerprint));
    m_steps->setCurrentWidget(m_serverStep);
    m_accept->setFocus(Qt::OtherFocusReason);
}

void SignInPage::askNewPassword()
{
    m_error->clear();
    m_steps->setCurrentWidget(m_passwordStep);
    m_newPassword->start();
}

void SignInPage::showPasswordError(const Error &error)
{
    m_steps->setCurrentWidget(m_passwordStep);
    m_newPassword->showError(error);
}

void SignInPage::askFormerPassword()
{
    m_error->clear();
    m_former->clear();
    m_steps->setCurrentWidget(m_formerStep);
    m_former->setFocus(Qt::OtherFocusReason);
}

void SignInPage::showFormerError()
{
    m_steps->setCurrentWidget(m_formerStep);
    m_former->setFocus(Qt::OtherFocusReason);
    m_former->selectAll();
    m_error->say(tr("This desk was not closed with that one. Nothing was changed: try another one that you had."));
}

void SignInPage::showBusy(const QString &what)
{
    showProgress(what, 0, 0);
}

void SignInPage::showProgress(const QString &what, qint64 done, qint64 total)
{
    m_error->clear();
    m_busyText->setText(what);
    m_progress->setRange(0, total > 0 ? 1000 : 0);
    m_progress->setValue(total > 0 ? int(done * 1000 / total) : 0);
    const QLocale locale;
    m_busyCount->setText(total > 0
                             ? tr("%1 of %2 records. You can stop at any time: what has come is kept, and the rest follows.")
                                   .arg(locale.toString(done), locale.toString(total))
                             : QString());
    if (m_steps->currentWidget() != m_busyStep) {
        m_steps->setCurrentWidget(m_busyStep);
        m_cancel->setFocus(Qt::OtherFocusReason);
    }
}

void SignInPage::showError(const QString &sentence)
{
    showForm();
    m_form->password->selectAll();
    m_error->say(sentence);
}

void SignInPage::showError(const Error &error)
{
    if (error.code == ErrorCode::Unauthenticated || error.code == ErrorCode::StorageKey)
        showError(tr("Login or password are not right. Nothing was changed: check both, and the capital-letters key."));
    else
        showError(sentence(error));
}

} // namespace parvis
