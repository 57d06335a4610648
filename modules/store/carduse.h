#pragma once

#include "store/deskstore.h"

#include <array>

namespace parvis {

//! How often requests were made with a card: what orders near ties of a search.
struct CardUse
{
    int total = 0;                 //!< in the last twelve months
    int mine = 0;                  //!< of them, by the agent
    std::array<int, 12> byMonth{}; //!< by calendar month, of all months looked at

    bool operator==(const CardUse &) const = default;
};

inline constexpr int cardUseMonths = 36; //!< how many months are of interest

//! Adds what the month \a back before that of \a now (0: this one) says, by card, from its newest requests, \a perMonth at most:
//! a town of a million requests answers as soon as one of ten thousand.
Status addCardUse(DeskStore &store, int back, const Id &agent, Instant now, QHash<Id, CardUse> &uses, int perMonth = 500);

//! What somebody asked for, and the card that an agent chose for it.
struct PastRequest
{
    Id card;
    QString subject, text;

    bool operator==(const PastRequest &) const = default;
};
struct PastRequests
{
    QList<PastRequest> requests; //!< newest first
    std::optional<qint64> next;  //!< the rowid before which to go on; nothing: all is read
};
//! A page of at most \a limit requests, those without a card left out; \a before: from the last page.
Result<PastRequests> pastRequests(DeskStore &store, int limit, const std::optional<qint64> &before = {});

} // namespace parvis
