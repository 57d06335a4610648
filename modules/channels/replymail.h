#pragma once

#include "channels/mailmessage.h"

namespace parvis {

//! A reply of the town to a citizen, as it was approved.
struct ReplyMail
{
    //! RFC 3834: what a machine wrote says so, so that no absence assistant answers it.
    enum class Written {
        ByPeople,
        ByItself, //!< an acknowledgement
        InAnswer, //!< an acknowledgement of an e-mail of the citizen's
    };

    MailAddress from, to;
    MailAddress replyTo; //!< without address: whom it is from
    QString returnPath;  //!< see MailMessage
    QString subject;
    QString text;     //!< as it is read
    QString htmlBody; //!< the same as HTML, what stands between <body> and </body>; empty: text alone
    QList<MailAttachment> attachments;
    QString messageId; //!< see MailMessage
    Instant date;
    Written written = Written::ByPeople;
};

//! The mail. Names, subject and the attachments' names are brought into one line, without marks that turn the writing direction
//! or hide; texts keep all but control characters. Nothing else changes.
MailMessage replyMail(const ReplyMail &reply);

} // namespace parvis
