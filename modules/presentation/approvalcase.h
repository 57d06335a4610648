#pragma once

#include "domain/citizen.h"
#include "domain/reply.h"
#include "domain/template.h"
#include "domain/workingcalendar.h"
#include "store/replyquery.h"

#include <QtCore/QHash>

// What whoever decides a reply has before them.

namespace parvis {

//! A line of the signature book.
struct ApprovalItem
{
    ReplyRow row;
    std::optional<MayDecide> mine; //!< what the agent may decide of it
    QList<OpenPart> open;          //!< whom it waits on
    Instant since;                 //!< it has waited, on the agent if it does; of what is decided: when

    const Id &id() const { return row.reply.id; }
    bool isDeputy(const Id &agent) const { return mine && mine->onBehalf != agent; }
    bool operator==(const ApprovalItem &other) const;
};

//! By the clock of the desk that decided what made it wait.
Instant waitingSince(const Reply &reply, const OpenPart &part);

//! What it is called where it is listed: as its first citizen reads it, else as its request is.
QString titleOf(const ReplyRow &row);

//! Its texts as somebody saw them.
struct SeenContent
{
    QString subject, text;
    QJsonArray recipients, attachments;

    bool operator==(const SeenContent &) const = default;
};
SeenContent contentOf(const Reply &reply);

//! A reply with all that is known beside it.
struct ApprovalCase
{
    ApprovalItem item;
    QHash<Id, Request> requests; //!< that it answers, and where it is filed
    QHash<Id, Citizen> citizens; //!< of the request; where the text holds fields, of all that it answers
    QList<Contact> contacts;     //!< newest first
    QList<Note> notes;           //!< newest first
    //! As the agent decided on it last, else as it was before the last step changed it; nothing if it is the same, or not known.
    std::optional<SeenContent> before;

    QJsonObject begun; //!< what the agent has begun to write on it: {"reason","seal","subject","text"}

    const Reply &reply() const { return item.row.reply; }
    Request request() const { return requests.value(reply().request); }
    Lookup lookup(const Lookup &town) const; //!< its requests and citizens, and what \a town knows. Outlived by this and \a town
};

//! What waits for approvals, the most urgent first, as \a actor may decide it. In the store's thread.
Result<QList<ApprovalItem>> approvalItems(DeskStore &store, const Actor &actor);
//! What the actor wrote since \a since, see repliesBy().
Result<QList<ApprovalItem>> ownItems(DeskStore &store, const Actor &actor, Instant since);
//! Nothing if there is no such reply.
Result<std::optional<ApprovalCase>> approvalCase(DeskStore &store, const Id &reply, const Actor &actor);

//! Under which what an agent has begun to write on a reply is kept, see DeskStore::saveDraft().
QString begunKey(const Id &agent, const Id &reply);

//! The words of \a subject and \a text in every recipient's reply: as they stand where they hold no fields, else rendered for
//! each of them. InvalidInput with the names of the fields that hold nothing for one of them.
Result<Reply> reworded(const Reply &reply, const QString &subject, const QString &text, const Lookup &lookup,
                       const WorkingCalendar &calendar, const QDate &today, const QList<ReplyTemplate> &templates);
bool hasFields(const QString &text); //!< Mustache's

//! As many of \a count as are looked at before all are approved, spread over them: at least two, else the root of their number.
QList<int> sampleOf(int count);

} // namespace parvis
