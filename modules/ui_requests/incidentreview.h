#pragma once

#include "presentation/incidentscontroller.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace parvis {

//! The line above the list while possible incidents are looked through: how many are left, and what speaks for this one.
class IncidentReview final : public QFrame
{
    Q_OBJECT
public:
    //! \a scope: where its key works.
    IncidentReview(IncidentsController &controller, QWidget *scope, QWidget *parent = nullptr);

    bool isActive() const { return m_controller.isLooking(); }
    IdSet requests() const; //!< of the one in sight
    void end();

Q_SIGNALS:
    void groupChanged(); //!< requests() or isActive()

private:
    void show();

    IncidentsController &m_controller;
    QLabel *m_text;
    QAction *m_pass = nullptr;
};

} // namespace parvis
