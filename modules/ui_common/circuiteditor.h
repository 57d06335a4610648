#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

class QAction;
class QComboBox;
class QListWidget;
class QSpinBox;

namespace parvis {

//! A step of a circuit (see domain/circuit.h) in words: who decides it, for \a service.
QString stepText(const QJsonValue &step, const Id &service, const ReferenceData &town);

//! Who approves, in order: roles and persons are added below, or beside a step that is decided together, and taken out with
//! Delete; a step may say within how many working days.
class CircuitEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit CircuitEditor(const ReferenceData &town, QWidget *parent = nullptr);
    void setCircuit(const QJsonArray &circuit, const Id &service);
    const QJsonArray &circuit() const { return m_circuit; }

Q_SIGNALS:
    void edited();

private:
    void showSteps();
    void showStep();
    void offer();
    void add(bool isBeside);
    void remove();
    void setDays(int days);

    const ReferenceData &m_town;
    QJsonArray m_circuit;
    Id m_service;
    QListWidget *m_steps;
    QComboBox *m_who;
    QSpinBox *m_days;
    QAction *m_beside, *m_remove;
};

} // namespace parvis
