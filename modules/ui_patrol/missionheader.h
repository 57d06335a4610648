#pragma once

#include "presentation/patrolcontroller.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace parvis {

class Chip;

//! What the mission in sight is about: subject, state, place, for whom, by when, what to look at and what the citizen said; below
//! it what can be done, and the reason while it is being cancelled.
class MissionHeader final : public QWidget
{
    Q_OBJECT
public:
    MissionHeader(const PatrolController &controller, const ReferenceData &town, const QList<QAction *> &actions,
                  QWidget *parent = nullptr);

    void renew();
    void openReason();
    bool closeReason(); //!< false if it was not open
    QWidget *reason();

Q_SIGNALS:
    void cancelled(const QString &reason); //!< the agent has given it; may be empty

private:
    const PatrolController &m_controller;
    const ReferenceData &m_town;
    QLabel *m_heading, *m_where, *m_about, *m_instructions, *m_said;
    Chip *m_chip, *m_pending;
    QWidget *m_reasonBar;
    QLineEdit *m_reason;
};

} // namespace parvis
