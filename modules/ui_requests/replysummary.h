#pragma once

#include "presentation/replycontroller.h"

namespace parvis {

//! Who approves the reply: of several that are made of it, those of each.
QString replyWay(const ReplyController &reply, const ReferenceData &town);

//! Warns of replies that wait for approval already: nobody should be answered twice by oversight.
QString underWayText(const QList<ReplyRow> &replies, const ReferenceData &town);

//! What the reply costs the town to send, and what can't travel with it. \a shown: the addressee whose SMS is counted.
QString replyCost(const ReplyController &reply, int shown);

} // namespace parvis
