#pragma once

#include "domain/procedurecard.h"
#include "store/deskstore.h"

namespace parvis {

//! Everything there is about one card.
struct CardRecord
{
    std::optional<Card> card; //!< nothing: not published yet
    qint64 seq = 0;
    QList<CardRevision> revisions; //!< newest first
    QList<CardRemark> remarks;     //!< newest first; also those on drafts
    QList<CardDraft> drafts;       //!< that are written or validated, oldest first

    bool operator==(const CardRecord &) const = default;
};
Result<CardRecord> cardRecord(DeskStore &store, const Id &card);

//! A draft with what its screen shows beside it.
struct DraftRecord
{
    CardDraft draft;
    qint64 seq = 0;
    std::optional<Card> card;  //!< as published; nothing for a new card
    QList<CardRemark> remarks; //!< on this draft, oldest first

    bool operator==(const DraftRecord &) const = default;
};
Result<std::optional<DraftRecord>> draftRecord(DeskStore &store, const Id &draft);

//! What was published under \a number; nothing if this desk does not have it.
Result<std::optional<CardRevision>> cardRevision(DeskStore &store, const Id &card, int number);

//! A draft in a list, and since when it is where it is: the last approval or return, else its making.
struct DraftRow
{
    CardDraft draft;
    Instant since;

    bool operator==(const DraftRow &) const = default;
};
Result<QList<DraftRow>> openDrafts(DeskStore &store); //!< of everybody, longest waiting first

//! Flags of the desk that nobody has answered, newest first.
Result<QList<CardRemark>> openFlags(DeskStore &store);

//! How a card was used.
struct CardStatistics
{
    int requests = 0;
    int late = 0;      //!< answered after the promised day, or open beyond it
    int reopened = 0;  //!< now reopened
    int escalated = 0; //!< the hub told the head or the director
    Instant lastAt;

    bool operator==(const CardStatistics &) const = default;
};
//! By card, of the requests received in [\a since, …). Cards without one are not in it.
Result<QHash<Id, CardStatistics>> cardStatistics(DeskStore &store, Instant since, const QDate &today);

//! Requests that no card answers and that resemble each other.
struct LikeRequests
{
    struct Request
    {
        Id id;
        QString number, subject, text;
        Id service, theme;
        Instant receivedAt;

        bool operator==(const Request &) const = default;
    };
    QStringList words;       //!< that all have, as written in the newest one
    QList<Request> requests; //!< newest first

    bool operator==(const LikeRequests &) const = default;
};
//! Of the newest requests without a card (2,000 at most, found among the newest 20,000): those that share two significant words,
//! or one where they have no more; groups of three and more, largest first.
Result<QList<LikeRequests>> requestsWithoutCard(DeskStore &store);

} // namespace parvis
