#pragma once

#include "presentation/patrolcontroller.h"
#include "presentation/requestdetailcontroller.h"
#include "ui_common/navigator.h"

#include <QtWidgets/QWidget>

class QAction;
class QComboBox;
class QDateEdit;
class QLineEdit;

namespace parvis {

class InlineError;

//! Sends a patroller to look at the request in sight: what to look at, who goes, by when. What is typed is kept with the request.
class MissionBar final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the key works.
    MissionBar(PatrolController &patrol, RequestDetailController &detail, Navigator &navigator, QWidget *scope,
               QWidget *parent = nullptr);

    QAction *opener() const { return m_open; }
    bool stepBack(); //!< closes it; false if it was not open

Q_SIGNALS:
    void closed();

private:
    void makeActions(QWidget *scope);
    void begin();
    void close();
    void send();
    void showRequest();

    PatrolController &m_patrol;
    RequestDetailController &m_detail;
    Navigator &m_navigator;
    QLineEdit *m_instructions;
    QComboBox *m_patroller;
    QDateEdit *m_due;
    InlineError *m_error;
    QAction *m_open = nullptr, *m_send = nullptr;
    Id m_request;
    bool m_isSending = false;
};

} // namespace parvis
