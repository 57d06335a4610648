#pragma once

#include "domain/citizen.h"
#include "domain/dispatch.h"
#include "domain/reply.h"
#include "store/deskstore.h"

namespace parvis {

//! A reply with what a list says of its request.
struct ReplyRow
{
    Reply reply;
    qint64 seq = 0; //!< for Edit::base
    QString number, subject;
    QString citizen; //!< displayName(); empty: anonymous
    Id service, card;
    QDate dueOn;             //!< of the request
    bool isOnItsWay = false; //!< something of it has not reached the hub

    bool operator==(const ReplyRow &) const = default;
};

//! Replies in approval, the most urgent first: by the promised day, then by age.
Result<QList<ReplyRow>> openReplies(DeskStore &store, int limit = 2000);

//! What \a author writes or wrote: drafts, returned and refused ones first, then what is under way, then what was approved since
//! \a since; newest first in each.
Result<QList<ReplyRow>> repliesBy(DeskStore &store, const Id &author, Instant since, int limit = 200);

Result<std::optional<ReplyRow>> replyRow(DeskStore &store, const Id &reply);

Result<QList<ReplyRow>> repliesTo(DeskStore &store, const Id &request); //!< newest first
//! With those that are still to go out to several of whom it is one. From then on it has a Dispatch of its own.
Result<QList<ReplyRow>> repliesConcerning(DeskStore &store, const Id &request);
Result<QList<Attachment>> attachmentsOf(DeskStore &store, const Id &request); //!< without those taken away; newest first

//! A request to try a text on, the newest with a citizen: of \a card, else of any.
struct Sample
{
    Request request;
    Citizen citizen;
};
Result<std::optional<Sample>> sampleFor(DeskStore &store, const Id &card);

//! What was answered before to requests like \a request: of its card, else of its theme and service; approved, newest first.
Result<QList<ReplyRow>> likeReplies(DeskStore &store, const Id &request, int limit = 20);

//! A line of the register of outgoing mail.
struct DispatchRow
{
    Dispatch dispatch;
    qint64 seq = 0;
    QString number; //!< of its request
    bool isOnItsWay = false;

    bool operator==(const DispatchRow &) const = default;
};

struct DispatchQuery
{
    QString words; //!< of number, chrono, name, subject, text: each must be found
    std::optional<ReplyChannel> channel = {};
    bool isOpen = false;              //!< only what is still to be printed, posted, said, tried again
    QList<DispatchState> states = {}; //!< empty: any
    QString chrono = {};              //!< how the number begins: "VILLE-D-2026-"
    Instant since = {}, until = {};   //!< [since, until); not set: without bound
    bool isOldestFirst = false;

    bool operator==(const DispatchQuery &) const = default;
};

//! Is \a row among those of \a query?
bool belongs(const DispatchRow &row, const DispatchQuery &query);

//! The newest first (or the oldest), those that come after \a last (an earlier row; null: from the first).
Result<QList<DispatchRow>> dispatches(DeskStore &store, const DispatchQuery &query, const DispatchRow *last, int limit);

//! Those of \a ids that are there, in no order.
Result<QList<DispatchRow>> dispatchRows(DeskStore &store, const QList<Id> &ids);

//! When the first one was queued; not set: there is none.
Result<Instant> firstDispatch(DeskStore &store);

//! How many wait for people, by channel; and those that failed or may have gone.
struct DispatchCounts
{
    int letters = 0, printed = 0; //!< to print; to post
    int calls = 0, counter = 0;   //!< to call; to hand over
    int troubled = 0;             //!< failed or uncertain, of any channel
    bool operator==(const DispatchCounts &) const = default;
};
Result<DispatchCounts> dispatchCounts(DeskStore &store);

} // namespace parvis
