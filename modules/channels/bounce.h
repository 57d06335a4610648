#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>

#include <optional>

namespace parvis {

//! What a mail server says of one person whom a mail was for (RFC 3464, 2.3).
struct BouncedRecipient
{
    enum class Action { Failed, Delayed, Delivered, Relayed, Expanded };

    QString address; //!< as the mail named it if the report says so, otherwise where it went at last
    Action action = Action::Failed;
    QString status;     //!< "5.1.1" (RFC 3463); may be empty
    QString diagnostic; //!< the words of the server that refused it, in one line; may hold addresses; may be empty

    bool operator==(const BouncedRecipient &) const = default;
};

//! A delivery status notification.
struct Bounce
{
    QString messageId;                  //!< of the mail that it is about, as MailMessage has it
    QList<BouncedRecipient> recipients; //!< at least one

    bool operator==(const Bounce &) const = default;
};

//! What \a mail (RFC 5322, as it came; cut off after the report's second part at the earliest) reports of a mail of ours. Nothing
//! if it is no report of a delivery (RFC 6522 and 3464, or 6533), as an automatic answer, a read receipt or a person's own words,
//! or if it does not say of which mail. Who sent it is not proved: it may say only that a mail did not arrive whose
//! id it knows. InvalidInput: no mail at all. Any thread.
Result<std::optional<Bounce>> bounceOf(const QByteArray &mail);

} // namespace parvis
