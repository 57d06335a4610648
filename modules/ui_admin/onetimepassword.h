#pragma once

#include "presentation/admincontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace parvis {

class InlineError;

//! An administrator gives an agent a password for one time: asked of the hub, shown once, never kept.
class OneTimePassword final : public QWidget
{
    Q_OBJECT
public:
    OneTimePassword(AdminController &controller, const ReferenceData &town, QWidget *parent = nullptr);

    void makeActions(QWidget *scope);
    void setInFront(bool isInFront);
    void show(const User &user, bool isNew); //!< of another one, what was shown goes
    using QWidget::show;

Q_SIGNALS:
    void shown(); //!< a question, its answer, or why there is none

private:
    void given(const Id &user, const GivenPassword &password);
    void refused(const Id &user, const Error &error);
    void forget();
    void enable();

    AdminController &m_controller;
    const ReferenceData &m_town;
    QAction *m_give = nullptr, *m_copy = nullptr;
    QLabel *m_state, *m_told;
    QLineEdit *m_password;
    QWidget *m_buttons, *m_shown;
    InlineError *m_error;
    User m_user;
    bool m_isNew = false, m_isInFront = false, m_isAsked = false;
};

} // namespace parvis
