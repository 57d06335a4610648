#pragma once

#include "presentation/patrolcontroller.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QDateEdit;
class QLineEdit;
class QPlainTextEdit;

namespace parvis {

class InlineError;
class PlaceField;
class ServiceField;

//! A service sends a patroller to look: what, where, who, by when.
class SurveyForm final : public QWidget
{
    Q_OBJECT
public:
    SurveyForm(PatrolController &controller, const ReferenceData &town, QWidget *parent = nullptr);

    void begin(); //!< as it was left; otherwise for the agent's own service
    QWidget *first();

Q_SIGNALS:
    void closed();

private:
    QJsonObject draft() const; //!< empty if nothing is written
    void keep();
    void restore(const QJsonObject &draft);
    void offerPatrollers();
    void send();

    PatrolController &m_controller;
    QLineEdit *m_subject;
    QPlainTextEdit *m_instructions;
    PlaceField *m_place;
    ServiceField *m_service;
    QComboBox *m_patroller;
    QDateEdit *m_due;
    InlineError *m_error;
    bool m_isSending = false;
    bool m_isRestoring = false; // what is set now is not typed
};

} // namespace parvis
