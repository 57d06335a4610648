#pragma once

#include "hub/commit.h"
#include "hub/hub.h"

namespace parvis {

//! What a draft, or a row of an import, makes of a card.
struct CardWord
{
    Id card;
    QString code;        //!< of a new card; made from the title if empty. A known card keeps its own
    QJsonObject content; //!< see contentOf()
    Id author;           //!< who wrote it
    Id approver;         //!< the last who approved; null: imported
};

//! Writes the next revision, which never changes, and the card as it is from now on. A new card's code is made unlike all others.
//! Answers the seq of the last change.
Result<qint64> publishCard(Commit &commit, const CardWord &word, const Author &author);

//! See Hub::publishCards(). Starts \a report anew.
Status publishAll(Commit &commit, const QList<CardIntake> &cards, CardIntakeReport &report);

} // namespace parvis
