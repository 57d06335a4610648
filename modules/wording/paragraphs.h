#pragma once

#include "wording/replytemplate.h"

namespace parvis {

//! The paragraphs that every town hall needs, with their French wording by law: "acknowledgement" (CRPA L. 112-3, R. 112-5),
//! "reception" (that, with the promised day, where the card says what silence means; else without) and "reception_sms",
//! "silence", "missing_documents" (L. 114-5), "transfer" (L. 114-2, L. 114-3), "appeals" (CRPA L. 411-2, CJA R. 421-1, R. 421-5),
//! "appeals_silence" (CJA R. 421-2), "privacy" (RGPD, article 13). A town may replace each.
Paragraphs usualParagraphs();

} // namespace parvis
