#pragma once

#include "domain/servicepolicy.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace parvis {

class InlineError;

//! How a service is told and reminded, or that it follows the unit above.
class PolicyField final : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyField(QWidget *parent = nullptr);

    void setInherited(const ServicePolicy &policy) { m_inherited = policy; } //!< of the unit above
    void setPolicy(const QJsonObject &policy);
    QJsonObject policy() const; //!< empty: as the unit above
    ServicePolicy effective() const;
    bool isGood() const { return faultsOf(effective()).isEmpty(); }

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        QComboBox *level = nullptr;
        QSpinBox *days = nullptr;
    };
    void show(const ServicePolicy &policy);
    void changed();

    QCheckBox *m_own;
    QComboBox *m_alerts;
    QSpinBox *m_look, *m_answer, *m_reopen, *m_documents;
    QList<Row> m_rows;
    QWidget *m_parts;
    InlineError *m_error;
    ServicePolicy m_inherited = usualPolicy();
    QJsonObject m_known;
    bool m_isFilling = false;
};

} // namespace parvis
