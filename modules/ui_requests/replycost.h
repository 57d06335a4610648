#pragma once

#include "presentation/replycontroller.h"

namespace parvis {

//! What the reply costs the town to send, and what can't travel with it. \a shown: the addressee whose SMS is counted.
QString replyCost(const ReplyController &reply, int shown);

} // namespace parvis
