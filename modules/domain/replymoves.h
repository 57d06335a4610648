#pragma once

#include "domain/reply.h"

// What an act on a reply writes. Each answers the fields to set (Mutation::set) on the reply as its author sees it.

namespace parvis {

struct ReplyActor
{
    Id user;
    Instant at; //!< their desk's clock
};

//! \a written, as it is to go out, begins its next round in \a circuit. \a seen: as it is stored; empty for a new one.
QJsonObject submission(const Reply &seen, Reply written, const QJsonArray &circuit, const ReplyActor &actor);

//! Approves \a part of \a seen as \a wanted (which says the same, or is changed). \a image: their own signature as PNG, base64;
//! empty: none. Only in their own name.
QJsonObject approval(const Reply &seen, Reply wanted, const MayDecide &part, const ReplyActor &actor, const QString &text = {},
                     const QString &image = {});

//! Returned or Refused by whoever may decide \a part, with the reason.
QJsonObject sendingBack(const Reply &seen, ReplyAct act, const MayDecide &part, const ReplyActor &actor, const QString &reason);

QJsonObject takingUp(const Reply &seen, const ReplyActor &actor);             //!< by its author, to write on
QJsonObject withdrawal(const Reply &seen, const ReplyActor &actor);           //!< by its author: nothing is sent
QJsonObject takingBackWithdrawal(const Reply &seen, const ReplyActor &actor); //!< by its author: all is as it was before
QJsonObject remark(const Reply &seen, const ReplyActor &actor, const QString &text);

//! Takes back \a approval.
QJsonObject takingBack(const Reply &seen, const ReplyDecision &approval, const ReplyActor &actor);

//! The approvals of \a user that count and that they may take back, the last first.
QList<ReplyDecision> ownApprovals(const Reply &reply, const Id &user);

} // namespace parvis
