#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QMap>

namespace parvis {

struct MailAddress
{
    QString name; //!< as people read it; may be empty
    QString address;

    bool operator==(const MailAddress &) const = default;
};

struct MailAttachment
{
    QString name;
    QByteArray mediaType; //!< "application/pdf"
    QByteArray bytes;

    bool operator==(const MailAttachment &) const = default;
};

//! An e-mail to be sent, as a value.
struct MailMessage
{
    MailAddress from;
    QList<MailAddress> to; //!< at least one
    MailAddress replyTo;   //!< without address: whom it is from
    QString returnPath;    //!< the address to which what can't be delivered goes back; empty: whom it is from
    QString subject;
    QString text;
    QString html; //!< the same once more; empty: text alone
    QList<MailAttachment> attachments;
    QString messageId; //!< "left@right", without <>; the same for the same mail, so that one that comes twice is told to be one
    Instant date;
    QMap<QByteArray, QString> headers; //!< more of them: {"Auto-Submitted", "auto-generated"} (RFC 3834)

    bool operator==(const MailMessage &) const = default;
};

//! The message as it goes over the wire (RFC 5322, MIME; lines end with CRLF, dots not doubled). Any thread. InvalidInput
//! (detail: "from", "to", "reply-to", "return-path", "subject", "message-id", "header"): an address that is none, or a text that
//! would end its line.
Result<QByteArray> composed(const MailMessage &message);

} // namespace parvis
