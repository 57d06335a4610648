#pragma once

#include "domain/citizen.h"
#include "domain/dispatch.h"
#include "domain/proposal.h"
#include "domain/reply.h"
#include "domain/request.h"
#include "domain/servicepolicy.h"
#include "store/blobs.h"
#include "store/missionquery.h"

namespace parvis {

//! A request with all that hangs on it. Lists are newest first.
struct RequestDetail
{
    Request request;
    qint64 seq = 0; //!< for Edit::base
    std::optional<Citizen> citizen;
    QList<Contact> contacts;
    QList<Note> notes;
    QList<Attachment> attachments;
    QList<Reminder> reminders;
    QList<Reply> replies;
    QList<Dispatch> dispatches; //!< what went out, or is on its way
    QList<Proposal> proposals;  //!< on the request
    QList<MissionRow> missions; //!< patrollers sent to look, with their reports
    QList<Change> history;      //!< of the request: creation and patches, with who, when, old and new
    QList<OutboxEntry> pending; //!< of the request and of what hangs on it
    QHash<QString, Blob> files; //!< of its attachments, by digest, as far as this desk has something of them
};
Result<std::optional<RequestDetail>> requestDetail(DeskStore &store, const Id &id);

//! Past changes of any record, newest first.
Result<QList<Change>> historyOf(DeskStore &store, Kind kind, const Id &id);

//! Open proposals: all that this desk sees, or those of one author.
Result<QList<Proposal>> openProposals(DeskStore &store, const Id &author = {});

//! A contact as "today" lists it.
struct ContactRow
{
    Contact contact;
    QString citizen; //!< displayName()
    QString number, subject;
    RequestStatus status = RequestStatus::Received;
    bool onTheSpot = false;
};
struct ContactCounts
{
    int contacts = 0, onTheSpot = 0, passedOn = 0;
    bool operator==(const ContactCounts &) const = default;
};
Result<QList<ContactRow>> contactsSince(DeskStore &store, Instant since, int limit = 200); //!< newest first
Result<ContactCounts> contactCounts(DeskStore &store, Instant since);

} // namespace parvis
