#pragma once

#include "presentation/contactcontroller.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace parvis {

class ActionButton;
class ElidedLabel;
class RequestLines;

//! Who is on the line: name, how to reach them, and their requests, open ones first.
class CallerPane final : public QFrame
{
    Q_OBJECT
public:
    CallerPane(const ContactController &controller, const ReferenceData &town, const Clock &clock, QAction *addContact,
               QWidget *parent = nullptr);

    Id currentRequest() const; //!< the one to add to; null: none
    void step(int by);

Q_SIGNALS:
    void opened(const parvis::Id &request);

private:
    void refresh();
    void showRequests();

    const ContactController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    ElidedLabel *m_name, *m_reach;
    QLabel *m_remark, *m_count, *m_hint;
    RequestLines *m_lines;
    ActionButton *m_add;
    QAction *m_addAction;
};

} // namespace parvis
