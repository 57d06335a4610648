#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;

namespace parvis {

//! Named texts that a reply may begin with.
class TemplatesEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit TemplatesEditor(QWidget *parent = nullptr);
    void setTemplates(const QJsonArray &templates);
    const QJsonArray &templates() const { return m_templates; }

Q_SIGNALS:
    void edited();

private:
    void showCurrent();
    void takeCurrent();

    QJsonArray m_templates;
    QListWidget *m_names;
    QLineEdit *m_name;
    QPlainTextEdit *m_text;
    bool m_isFilling = false;
};

//! Who approves replies to requests of the card, in order; roles and persons are added below and taken out with Delete.
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
    void offer();

    const ReferenceData &m_town;
    QJsonArray m_circuit;
    Id m_service;
    QListWidget *m_steps;
    QComboBox *m_who;
};

} // namespace parvis
