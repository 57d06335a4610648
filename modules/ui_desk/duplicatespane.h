#pragma once

#include "presentation/contactcontroller.h"

#include <QtWidgets/QFrame>

class QLabel;

namespace parvis {

class RequestLines;

//! Requests that may be about the same matter, each with its reason. Hidden while there is none.
class DuplicatesPane final : public QFrame
{
    Q_OBJECT
public:
    DuplicatesPane(const ContactController &controller, const ReferenceData &town, const Clock &clock, QAction *join,
                   QAction *gather, QWidget *parent = nullptr);

    Id currentRequest() const;
    Id sameCause() const; //!< the current one, if it is proposed as having the same cause

Q_SIGNALS:
    void opened(const parvis::Id &request);

private:
    void refresh();
    QString reasonsOf(const Duplicate &duplicate, const QDate &today) const;

    const ContactController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    QAction *m_join, *m_gather;
    QLabel *m_title;
    RequestLines *m_lines;
};

} // namespace parvis
