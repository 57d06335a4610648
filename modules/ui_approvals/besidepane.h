#pragma once

#include "presentation/approvalscontroller.h"

#include <QtWidgets/QWidget>

namespace parvis {

class RichTextView;

//! Beside the page: the request that is answered, who decided what with which reason, who is next, and what was said and noted.
class BesidePane final : public QWidget
{
    Q_OBJECT
public:
    BesidePane(ApprovalsController &book, const ReferenceData &town, QWidget *parent = nullptr);

private:
    void refresh();
    QString requestText(const ApprovalCase &of) const;
    QString circuitText(const ApprovalCase &of) const;
    QString decisionsText(const ApprovalCase &of) const;
    QString exchangesText(const ApprovalCase &of) const;
    QString moment(Instant at) const;

    ApprovalsController &m_book;
    const ReferenceData &m_town;
    QString m_shown;
    RichTextView *m_text;
};

} // namespace parvis
