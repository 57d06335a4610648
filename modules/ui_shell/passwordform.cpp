#include "ui_shell/passwordform.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr int letters = 28; // wide enough for a sentence

QLineEdit *secretEdit()
{
    auto *edit = new QLineEdit;
    edit->setEchoMode(QLineEdit::Password);
    edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * letters);
    return edit;
}

} // namespace

PasswordForm::PasswordForm(bool asksOld, QWidget *parent)
    : QWidget(parent),
      m_old(asksOld ? secretEdit() : nullptr),
      m_new(secretEdit()),
      m_again(secretEdit()),
      m_error(new InlineError),
      m_submit(
          makeAction(this, {u"password.change"_s, tr("Change the password"), {Qt::CTRL | Qt::Key_Return}, u"key-round"_s, {}}))
{
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(space::group);
    form->setVerticalSpacing(space::gap);
    if (m_old)
        addField(form, tr("&Old password"), m_old);
    addField(form, tr("&New password"), m_new);
    addField(form, tr("Once &more"), m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(form);
    column->addWidget(secondaryLabel(
        tr("At least %n characters: a sentence is easy to remember and hard to guess.", nullptr, shortestPassword)));
    column->addWidget(m_error);
    column->addWidget(new ActionButton(m_submit), 0, Qt::AlignLeft);
    connect(m_submit, &QAction::triggered, this, &PasswordForm::submit);
    connect(m_again, &QLineEdit::returnPressed, this, &PasswordForm::submit);
    connect(m_new, &QLineEdit::returnPressed, m_again, qOverload<>(&QWidget::setFocus));
    if (m_old)
        connect(m_old, &QLineEdit::returnPressed, m_new, qOverload<>(&QWidget::setFocus));
    setFocusProxy(m_old ? m_old : m_new);
}

void PasswordForm::clear()
{
    for (QLineEdit *edit : {m_old, m_new, m_again}) {
        if (edit)
            edit->clear();
    }
    m_error->clear();
    setIsAsked(false);
}

void PasswordForm::start()
{
    clear();
    setFocus(Qt::OtherFocusReason);
}

void PasswordForm::setIsAsked(bool isAsked)
{
    m_submit->setEnabled(!isAsked);
    for (QLineEdit *edit : {m_old, m_new, m_again}) {
        if (edit)
            edit->setReadOnly(isAsked);
    }
}

void PasswordForm::submit()
{
    if (!m_submit->isEnabled())
        return;
    const auto refuse = [this](QLineEdit *where, const QString &why) {
        m_error->say(why);
        where->setFocus();
        where->selectAll();
    };
    if (m_old && m_old->text().isEmpty())
        return refuse(m_old, tr("Write the password that you have now."));
    if (m_new->text().toUcs4().size() < shortestPassword)
        return refuse(m_new, tr("A password has at least %n characters. Nothing was sent.", nullptr, shortestPassword));
    if (m_new->text() != m_again->text())
        return refuse(m_again, tr("The two are not the same. Nothing was sent: write the new one once more."));
    if (m_old && m_new->text() == m_old->text())
        return refuse(m_new, tr("This is the password that you have. Choose another one."));
    m_error->clear();
    setIsAsked(true);
    Q_EMIT wanted(m_old ? m_old->text() : QString(), m_new->text());
}

void PasswordForm::showError(const Error &error)
{
    setIsAsked(false);
    QLineEdit *first = m_old ? m_old : m_new;
    switch (error.code) {
    case ErrorCode::Unauthenticated:
        m_error->say(m_old
                         ? tr("The old password is not right. Nothing was changed.")
                         : tr("The password with which you signed in is right no longer. Go back, and sign in with the one that "
                              "you chose last or that your administrator gave you last."));
        break;
    case ErrorCode::InvalidInput:
        m_error->say(tr("The hub does not take this one: it is too short, or the same as before. Nothing was changed."));
        first = m_new;
        break;
    case ErrorCode::Network:
    case ErrorCode::Aborted:
        m_error->say(tr("The hub gave no answer: whether it took the new password is not known. Until it says so, both open this "
                        "desk. Try again when there is a network."));
        break;
    default: m_error->say(error);
    }
    first->setFocus();
    first->selectAll();
}

} // namespace parvis
