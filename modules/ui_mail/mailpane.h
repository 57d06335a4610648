#pragma once

#include "presentation/mailcontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace parvis {

class ActionButton;
class Chip;
class EmptyState;
class ReplyPaper;

//! What is in sight: to whom, how it stands, what to do, as it is read, and how it came here.
class MailPane final : public QWidget
{
    Q_OBJECT
public:
    //! \a acts: the buttons of the head; which of them are offered is their own.
    MailPane(MailController &controller, const ReferenceData &town, const QList<QAction *> &acts, QWidget *parent = nullptr);

    void renew();
    void setEmptyTexts(const QString &title, const QString &hint);
    ReplyPaper &paper() { return *m_paper; }
    QString said() const; //!< what was said on the telephone, or how the try went
    QLineEdit &saidField() { return *m_said; }

Q_SIGNALS:
    void leftField(); //!< Escape's and Enter's way back to the list

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead(const QList<QAction *> &acts);
    void showHead(const MailItem &item);
    void showTrouble(const Dispatch &dispatch);
    void scaleNumber();
    QString historyText(const MailItem &item) const;

    MailController &m_controller;
    const ReferenceData &m_town;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QLabel *m_name, *m_about, *m_number, *m_trouble, *m_advice, *m_history;
    Chip *m_state;
    QWidget *m_troubleBox, *m_call;
    QLineEdit *m_said;
    ReplyPaper *m_paper;
    Id m_shown;
};

} // namespace parvis
