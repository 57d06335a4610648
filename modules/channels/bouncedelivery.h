#pragma once

#include "channels/mailboxreader.h"
#include "channels/mailmessage.h"
#include "hub/hub.h"

namespace parvis {

//! What a mail in the mailbox of returns says of one of ours: told to the hub. \a from: as the mails were from. What is about no
//! reply of ours is left for people.
Result<MailboxReader::Verdict> takeReturned(Hub &hub, const QByteArray &mail, const MailAddress &from);

} // namespace parvis
