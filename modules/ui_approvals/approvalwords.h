#pragma once

#include "presentation/approvalscontroller.h"
#include "ui_common/chip.h"

namespace parvis {

// The signature book in the agent's language.

QString viewTitle(ApprovalView view);
QString word(ReplyAct act);
ChipLook chipFor(ReplyChannel channel);
//! Where it stands: "step 2 of 3", "approved".
ChipLook stateChip(const Reply &reply);
//! Whom it waits on: names, or a role. Empty: nobody.
QString waitsOn(const ApprovalItem &item, const ReferenceData &town);
//! "Mme Claire Dumont", or "10 citizens".
QString citizenText(const ReplyRow &row);
//! The second line of the queue, and the third.
QString aboutText(const ApprovalItem &item, const ReferenceData &town);
QString wayText(const ApprovalItem &item, ApprovalView view, const Id &agent, const ReferenceData &town, const QDate &today);

//! Why a decision was not taken: one sentence.
QString sentence(ApprovalAct act, const Error &error);

} // namespace parvis
