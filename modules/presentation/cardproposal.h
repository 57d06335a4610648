#pragma once

#include "presentation/cardindex.h"

namespace parvis {

//! A card that a text may be about, and the words of the text that speak most for it.
struct CardProposal
{
    Id card;
    QStringList words; //!< folded, at most three, never empty

    bool operator==(const CardProposal &) const = default;
};

//! Proposes cards from what a citizen says: by what citizens said before of each, blended with the cards' own words, which alone
//! speak for a card without requests. Best first; fewer than \a limit, or none, where the text says too little.
QList<CardProposal> proposedCards(const CardIndex &cards, QStringView text, qsizetype limit);

} // namespace parvis
