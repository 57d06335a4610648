#pragma once

#include "domain/procedurecard.h"

#include <QtCore/QList>
#include <QtCore/QString>

namespace parvis {

//! A reply that a procedure card proposes, as a template for render().
struct CardReply
{
    QString name;
    QString text; //!< Mustache, whichever way it was written

    bool operator==(const CardReply &) const = default;
};

//! The card's replies in its order, without those that say nothing. A reply without a name is called by its first words.
QList<CardReply> repliesOf(const CardContent &card);

//! What the card says on reception, with the mentions of the law after it ({{> acknowledgement}}) unless it names them itself.
QString acknowledgementOf(const CardContent &card);

} // namespace parvis
