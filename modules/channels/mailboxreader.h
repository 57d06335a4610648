#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>

#include <functional>

namespace parvis {

//! Where a mail lies: no other of the mailbox ever has the same place (RFC 9051, 2.3.1.1).
struct MailPlace
{
    quint32 validity = 0; //!< of the mailbox's numbering
    quint32 uid = 0;

    bool operator==(const MailPlace &) const = default;
};

struct FoundMail
{
    MailPlace place;
    QByteArray bytes; //!< as it came (RFC 5322); of a very long one the beginning
};

//! What a round through a mailbox did.
struct MailboxRound
{
    int handled = 0; //!< marked as read
    int notOurs = 0; //!< left as they were
    int failed = 0;  //!< to be handled in the next round
};

//! Looks into a mailbox for what nobody has read. Belongs to one thread.
class MailboxReader
{
public:
    enum class Verdict {
        Handled, //!< is marked as read
        NotOurs, //!< stays unread, for people, and is not shown again by this reader
    };
    //! May be given a mail that it handled before: marking it may have failed, or the program ended just then. Who must not
    //! handle one twice keeps its place with what it did. An error: the mail stays unread and comes again in the next round.
    using Handler = std::function<Result<Verdict>(const FoundMail &mail)>;

    virtual ~MailboxReader() = default;

    //! One round, oldest first. \a goesOn is asked about once a second and between mails; false ends it with Aborted, and what
    //! was handled stays so. Errors: Network, Certificate, Unauthenticated; NotFound: no such mailbox; Forbidden: nothing can be
    //! marked in it. Details carry codes, nothing of a mail.
    virtual Result<MailboxRound> read(const Handler &handle, const std::function<bool()> &goesOn) = 0;
};

} // namespace parvis
