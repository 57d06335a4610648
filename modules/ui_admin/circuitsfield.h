#pragma once

#include "presentation/referencedata.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QComboBox;

namespace parvis {

class CircuitEditor;

//! Who approves a service's replies, by what its cards are (see Unit::replyCircuits).
class CircuitsField final : public QWidget
{
    Q_OBJECT
public:
    explicit CircuitsField(const ReferenceData &town, QWidget *parent = nullptr);

    void setCircuits(const QJsonObject &circuits, const Id &service);
    const QJsonObject &circuits() const { return m_circuits; } //!< empty: as the unit above

Q_SIGNALS:
    void edited();

private:
    void showChosen();

    QJsonObject m_circuits;
    Id m_service;
    QComboBox *m_which;
    CircuitEditor *m_editor;
};

} // namespace parvis
