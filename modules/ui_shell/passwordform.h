#pragma once

#include "base/result.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace parvis {

class InlineError;

//! Shortest password that an account may have; the hub holds to the same.
inline constexpr int shortestPassword = 15;

//! A new password, twice, and where there is one to ask for the old one. What it says of the answer it is told.
class PasswordForm final : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordForm(bool asksOld, QWidget *parent = nullptr);

    QAction *submitAction() const { return m_submit; }
    void start();                       //!< empty, with the focus in the first field
    void setIsAsked(bool isAsked);      //!< the answer is on its way
    void showError(const Error &error); //!< what was typed stays
    void clear();

Q_SIGNALS:
    void wanted(const QString &old, const QString &password); //!< \a old is empty where it is not asked for

private:
    void submit();

    QLineEdit *m_old, *m_new, *m_again;
    InlineError *m_error;
    QAction *m_submit;
};

} // namespace parvis
