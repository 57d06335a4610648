#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

class QLineEdit;

namespace parvis {

class CompleterField;

//! A service of the town, by completion; empty is none.
class ServiceField final : public QWidget
{
    Q_OBJECT
public:
    explicit ServiceField(const ReferenceData &town, QWidget *parent = nullptr);

    Id service() const { return m_service; }
    void setService(const Id &service); //!< without changed()
    void setReadOnly(bool isReadOnly);
    QLineEdit *lineEdit() const;

Q_SIGNALS:
    void changed();  //!< by the agent
    void finished(); //!< Enter: on to the next field

private:
    void offer(const QString &typed);

    const ReferenceData &m_town;
    CompleterField *m_field;
    Id m_service;
};

} // namespace parvis
