#pragma once

#include "domain/notifying.h"

#include <QtWidgets/QWidget>

#include <memory>

class QComboBox;

namespace Ui {
class NotifyForm;
}

namespace parvis {

class InlineError;

//! How the agent wants to be told of what concerns them. Every choice is told at once; an address when its field is left.
class NotifyFields final : public QWidget
{
    Q_OBJECT
public:
    explicit NotifyFields(QWidget *parent = nullptr);
    ~NotifyFields() override;

    //! Without a signal. What is being typed in the address stays.
    void show(const NotifyPreferences &preferences, const QString &email);
    using QWidget::show;
    QWidget *firstFocus() const;

Q_SIGNALS:
    void chosen(const parvis::NotifyPreferences &preferences);
    void emailChosen(const QString &email);

private:
    NotifyPreferences preferences() const;
    void choose();
    void chooseEmail();

    std::unique_ptr<Ui::NotifyForm> m_form;
    std::array<QComboBox *, 4> m_kinds; //!< by NoticeKind
    InlineError *m_error;
    NotifyPreferences m_shown;
    QString m_email;
};

} // namespace parvis
