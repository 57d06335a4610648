#pragma once

#include "channels/mailmessage.h"
#include "hub/mailqueue.h"

namespace parvis {

//! A mail of the hub to an agent, in French, by the words of words/notices.fr.json. \a town: its name. The Message-ID is that of
//! the mail, at the domain of \a from.
MailMessage noticeMail(const DueMail &mail, const MailAddress &from, const QString &town, Instant now);

} // namespace parvis
