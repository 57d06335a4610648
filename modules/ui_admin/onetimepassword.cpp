#include "ui_admin/onetimepassword.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

OneTimePassword::OneTimePassword(AdminController &controller, const ReferenceData &town, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_state(secondaryLabel({})),
      m_told(secondaryLabel({})),
      m_password(new QLineEdit),
      m_buttons(new QWidget),
      m_shown(new QWidget),
      m_error(new InlineError)
{
    m_password->setReadOnly(true);
    m_password->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_password->setAccessibleName(tr("One-time password"));
    m_password->setObjectName(u"oneTimePassword"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(sectionLabel(tr("Password")));
    column->addWidget(m_state);
    column->addWidget(m_buttons, 0, Qt::AlignLeft);
    column->addWidget(m_shown, 0, Qt::AlignLeft);
    column->addWidget(m_told);
    column->addWidget(m_error);
    connect(&m_controller, &AdminController::passwordGiven, this, &OneTimePassword::given);
    connect(&m_controller, &AdminController::passwordRefused, this, &OneTimePassword::refused);
}

void OneTimePassword::makeActions(QWidget *scope)
{
    m_give =
        makeAction(scope, {u"admin.givePassword"_s,
                           tr("Give a one-time password"),
                           {Qt::CTRL | Qt::Key_P},
                           u"key-round"_s,
                           tr("The one they have ends, and so do their sessions. They choose their own at the next sign-in.")});
    m_copy =
        makeAction(scope, {u"admin.copyPassword"_s, tr("Copy the password"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, u"copy"_s, {}});
    connect(m_give, &QAction::triggered, this, [this] {
        forget();
        m_isAsked = true;
        m_told->setText(tr("Asking the hub"));
        enable();
        Q_EMIT shown();
        m_controller.wantPassword();
    });
    connect(m_copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_password->text());
        announce(this, tr("Copied."));
    });
    auto *giving = new QHBoxLayout(m_buttons);
    giving->setContentsMargins(0, 0, 0, 0);
    giving->addWidget(new ActionButton(m_give));
    auto *line = new QHBoxLayout(m_shown);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::gap);
    line->addWidget(m_password);
    line->addWidget(new ActionButton(m_copy));
    constexpr int letters = 26;
    m_password->setMinimumWidth(QFontMetrics(m_password->font()).horizontalAdvance(QString(letters, u'm')));
    forget();
}

void OneTimePassword::setInFront(bool isInFront)
{
    m_isInFront = isInFront;
    if (!isInFront)
        forget();
    enable();
}

void OneTimePassword::show(const User &user, bool isNew)
{
    if (user.id != m_user.id) {
        m_isAsked = false;
        forget();
    }
    m_user = user;
    m_isNew = isNew;
    if (isNew)
        m_state->setText(tr("Save the agent first; then they get a password."));
    else if (user.passwordAt.isSet())
        m_state->setText(
            tr("Last given or changed: %1.").arg(momentText(user.passwordAt, m_town.calendar().zone(), m_controller.today())));
    else
        m_state->setText(tr("No change of the password is known."));
    enable();
}

void OneTimePassword::enable()
{
    if (!m_give)
        return;
    m_give->setEnabled(m_isInFront && m_controller.mayEdit() && !m_isNew && !m_user.id.isNull() && !m_user.disabled &&
                       m_user.id != m_controller.actor() && !m_isAsked);
    m_copy->setEnabled(m_isInFront && !m_password->text().isEmpty());
}

void OneTimePassword::forget()
{
    m_password->clear();
    m_shown->hide();
    m_told->clear();
    m_error->clear();
    enable();
}

void OneTimePassword::given(const Id &user, const GivenPassword &password)
{
    if (user != m_user.id || !m_isAsked)
        return;
    m_isAsked = false;
    m_error->clear();
    m_password->setText(password.password);
    m_shown->show();
    m_told->setText(tr("Shown only now: tell it to %1. They choose their own at the next sign-in, until %2 at the latest.")
                        .arg(m_user.name, longDay(m_town.calendar().localDay(password.until))));
    m_password->setFocus();
    m_password->selectAll();
    enable();
    Q_EMIT shown();
}

void OneTimePassword::refused(const Id &user, const Error &error)
{
    if (user != m_user.id || !m_isAsked)
        return;
    m_isAsked = false;
    m_told->clear();
    if (error.code == ErrorCode::NotFound)
        m_error->say(
            tr("The hub does not know this agent: it has refused them, perhaps because the login is taken. Look at Sync."));
    else if (error.code == ErrorCode::Network)
        m_error->say(tr("The hub gave no answer. If it had begun, the old password has ended: ask again when the hub is there."));
    else
        m_error->say(error);
    enable();
    Q_EMIT shown();
}

} // namespace parvis
