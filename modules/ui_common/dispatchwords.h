#pragma once

#include "domain/dispatch.h"
#include "ui_common/chip.h"

namespace parvis {

// The words of outgoing mail in the agent's language.

QString word(DispatchState state, ReplyChannel channel); //!< "sent", of a letter "posted", of a call "said"
QString word(DispatchPurpose purpose);
QString iconFor(ReplyChannel channel);
ChipLook chipFor(const Dispatch &dispatch);

//! What happened to what failed or may have gone: one sentence. Empty for all else.
QString troubleText(const Dispatch &dispatch);
//! What to do about it: one sentence.
QString adviceText(const Dispatch &dispatch);

} // namespace parvis
