#pragma once

#include "domain/citizen.h"

#include <QtWidgets/QWidget>

#include <memory>

class QLineEdit;

namespace parvis {

namespace Ui {
class NewCitizenPane;
}

//! The fields of a citizen who is made with the contact, filled in from what was typed.
class NewCitizenPane final : public QWidget
{
    Q_OBJECT
public:
    explicit NewCitizenPane(QWidget *parent = nullptr);
    ~NewCitizenPane() override;

    void setCitizen(const Citizen &citizen);
    Citizen citizen() const;
    void focusFirstNeeded(); //!< the name, or done() if there is one
    void focusPhone();

Q_SIGNALS:
    void edited();
    void done(); //!< Enter after the last field

private:
    QList<QWidget *> fields() const;
    void moveOn(QWidget *from);

    std::unique_ptr<Ui::NewCitizenPane> m_ui;
    Citizen m_citizen;
    bool m_isFilling = false;
};

} // namespace parvis
