#pragma once

#include "presentation/mailcontroller.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;

namespace parvis {

//! What narrows a list of mail down: words, channel, state, register.
class MailFilterLine final : public QWidget
{
    Q_OBJECT
public:
    explicit MailFilterLine(QWidget *parent = nullptr);

    MailFilter filter() const;
    void setView(MailView view); //!< a list of work is of its own channel and state
    void setRegisters(const QStringList &chronos);
    QString words() const;
    void setWords(const QString &words); //!< filtered() follows
    void focusWords();

Q_SIGNALS:
    void filtered();  //!< the filter changed
    void committed(); //!< Enter: the agent goes to the list

private:
    MailView m_view = MailView::Register;
    QLineEdit *m_words;
    QComboBox *m_channel, *m_state, *m_register;
};

} // namespace parvis
