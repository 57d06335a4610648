#pragma once

#include "domain/citizen.h"
#include "domain/workingcalendar.h"
#include "store/replyquery.h"

// Where a reply to one request or to several may be gone on with.

namespace parvis {

//! A request to be answered, with whom and what with.
struct Addressed
{
    Request request;
    qint64 seq = 0;
    Citizen citizen; //!< empty: anonymous
    QList<Attachment> attachments;

    bool operator==(const Addressed &) const = default;
};

//! A reply to be written: one that is filed as a draft (returned, or taken back), one whose words are kept at this desk alone, or
//! a new one. Those never share their words.
struct ReplyStart
{
    QList<Id> requests;            //!< that it answers
    std::optional<ReplyRow> filed; //!< as it was when it was found
    bool isKept = false;           //!< words are kept

    bool isToMany() const { return requests.size() > 1; }
    QString draftKey() const; //!< of its words, see DeskStore::saveDraft()
    bool operator==(const ReplyStart &) const = default;
};

//! What can be gone on with for \a requests, the best first, never empty unless they are. For one: what was begun to it alone,
//! else what \a author wrote to several of whom it is one; both are there. For several: what was begun to exactly those whose
//! citizen is known. In the store's thread.
Result<QList<ReplyStart>> replyStarts(DeskStore &store, const QList<Id> &requests, const Id &author);

//! The same with \a reply first; empty if it is no draft, or gone.
Result<QList<ReplyStart>> replyStartsAt(DeskStore &store, const Id &reply, const Id &author);

//! \a starts with the first one as it is by now; empty if it is no draft any more.
Result<QList<ReplyStart>> asTheyAreNow(DeskStore &store, QList<ReplyStart> starts);

//! What was answered before to requests like \a request, with what was said of the citizens back in its fields.
Result<QList<ReplyRow>> earlierReplies(DeskStore &store, const Id &request, const Id &agent, const WorkingCalendar &calendar,
                                       const QDate &today);

//! Those in approval that answer one of \a requests, newest first.
Result<QList<ReplyRow>> repliesUnderWay(DeskStore &store, const QList<Id> &requests);

//! Those of \a requests that are there; of several, those whose citizen is known.
Result<QList<Addressed>> addressedBy(DeskStore &store, const QList<Id> &requests);

} // namespace parvis
