#pragma once

#include "presentation/admincontroller.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace parvis {

//! "What would happen to this request?": words, card, district and channel, and the path with its reasons, with the rule as it
//! stands in the form.
class RuleTrial final : public QWidget
{
    Q_OBJECT
public:
    RuleTrial(AdminController &controller, const ReferenceData &town, QWidget *parent = nullptr);

    void setRule(const RoutingRule &rule);
    QLineEdit *words() const { return m_words; }

Q_SIGNALS:
    void shown(); //!< another path

private:
    void fill();
    void show();

    AdminController &m_controller;
    const ReferenceData &m_town;
    RoutingRule m_rule;
    QLineEdit *m_words;
    QComboBox *m_card, *m_district, *m_channel;
    QLabel *m_path;
};

} // namespace parvis
