#pragma once

#include "channels/mailboxreader.h"

#include <QtCore/QSet>
#include <QtCore/QUrl>

namespace parvis {

struct ImapOptions
{
    //! imaps://HOST[:PORT][/MAILBOX], or imap:// with STARTTLS, which is required unless it is this machine. Without a mailbox:
    //! INBOX.
    QUrl mailbox;
    QString user, password;
    QString caFile; //!< PEM; empty: whom the system trusts
    int connectMs = 20'000;
    int wholeMs = 300'000;
    qsizetype mostBytes = 1024 * 1024; //!< of a mail; a report and the head of what it returns are in the first few KiB
};

//! By IMAP (RFC 3501 and 9051), one connection for each round. A mail is fetched without marking it (BODY.PEEK) and marked \Seen
//! once it is handled. libcurl connects, encrypts and signs in; the few commands after that are spoken here, for libcurl's own
//! fetch marks at once, and its way for other commands can't tell a mail's lines from the server's.
class ImapReader final : public MailboxReader
{
public:
    //! InvalidInput (detail: "url", "user").
    static Status check(const ImapOptions &options);

    explicit ImapReader(ImapOptions options) : m_options(std::move(options)) {}
    Result<MailboxRound> read(const Handler &handle, const std::function<bool()> &goesOn) override;

private:
    const ImapOptions m_options;
    quint32 m_validity = 0;  //!< of the numbers below
    QSet<quint32> m_handled; //!< and perhaps not marked
    QSet<quint32> m_notOurs;
};

} // namespace parvis
