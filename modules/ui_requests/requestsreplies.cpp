#include "ui_requests/bulkpane.h"
#include "ui_requests/casearea.h"
#include "ui_requests/detailview.h"
#include "ui_requests/replypane.h"
#include "ui_requests/requestsworkspace.h"

#include <QtCore/QPointer>
#include <QtWidgets/QStackedWidget>

// The part of RequestsWorkspace in which replies are written.

namespace parvis {

void RequestsWorkspace::connectReply()
{
    connect(m_detail, &DetailView::replyWanted, this, [this](const Id &request) { writeReply({request}); });
    connect(m_several, &BulkPane::replyWanted, this, &RequestsWorkspace::writeReply);
    connect(m_writing, &ReplyPane::closed, this, [this] {
        m_pages->setCurrentIndex(0);
        m_area->view()->setFocus();
    });
    connect(&m_reply, &ReplyController::submitted, this, [this](const SentReplies &sent) {
        const int waiting = int(sent.replies.size()) - sent.approved;
        const int citizens = int(sent.requests.size());
        const QString done = sent.replies.size() > 1
                                 ? (waiting > 0 ? tr("%n replies, one for each service, wait for approval.", nullptr, waiting)
                                                : tr("The replies to %n citizens go out in a minute.", nullptr, citizens))
                             : sent.approved > 0 ? tr("The reply to %1 goes out in a minute.").arg(sent.number)
                             : citizens > 1      ? tr("The reply to %n citizen(s) waits for approval.", nullptr, citizens)
                                                 : tr("The reply to %1 waits for approval.").arg(sent.number);
        m_navigator.tellUndoable(done, tr("undo: reply to %1").arg(sent.number), [reply = QPointer(&m_reply), sent] {
            if (reply)
                reply->undo(sent);
        });
    });
    connect(&m_reply, &ReplyController::undone, this,
            [this](const SentReplies &sent) { m_navigator.tell(tr("The reply to %1 is a draft again.").arg(sent.number)); });
    connect(&m_reply, &ReplyController::failed, this, [this](const Error &error) {
        if (m_pages->currentIndex() == 0) // taken back too late: the pane is closed
            m_navigator.tellError(error);
    });
}

void RequestsWorkspace::writeReply(const QList<Id> &requests)
{
    m_pages->setCurrentWidget(m_writing);
    m_writing->open(requests);
}

void RequestsWorkspace::writeOn(const Id &reply)
{
    m_pages->setCurrentWidget(m_writing);
    m_writing->openFiled(reply);
}

//! A request comes in sight where a reply was being written: its words are kept.
void RequestsWorkspace::leaveReply()
{
    if (m_pages->currentIndex() == 0)
        return;
    m_reply.end();
    m_pages->setCurrentIndex(0);
}

} // namespace parvis
