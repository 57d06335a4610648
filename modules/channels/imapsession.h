#pragma once

#include "channels/curltransfer.h"

#include <QtCore/QList>

namespace parvis {

//! One answer of an IMAP server: a line, with its literals apart.
struct ImapAnswer
{
    QByteArray line;            //!< without CRLF; "{}" where a literal stood
    QList<QByteArray> literals; //!< in their order
};

//! A connection to an IMAP server after sign-in: sends commands, reads answers, within limits. An error ends it.
class ImapSession
{
public:
    //! \a mostBytes: no literal is longer. \a goesOn outlives this.
    ImapSession(const CurlTransfer::Options &options, qsizetype mostBytes, const std::function<bool()> &goesOn)
        : m_transfer(options, goesOn), m_mostBytes(mostBytes)
    {}
    ~ImapSession();
    Q_DISABLE_COPY_MOVE(ImapSession)

    Status open(const QString &user, const QString &password, bool isOpen); //!< \a isOpen: without TLS

    //! The untagged answers to \a command, the tagged one last. Forbidden: the server's NO; Network: it is gone, or speaks no
    //! IMAP.
    Result<QList<ImapAnswer>> ask(const QByteArray &command);

private:
    Status send(const QByteArray &bytes);
    Status wait(short events);
    Status fillUntil(qsizetype size); //!< m_bytes has at least so many
    Result<QByteArray> line();        //!< the next one, without CRLF
    Result<QByteArray> take(qsizetype size);
    Result<ImapAnswer> answer();

    CurlTransfer m_transfer;
    const qsizetype m_mostBytes;
    QByteArray m_bytes; //!< that came and were not read
    int m_commands = 0;
};

} // namespace parvis
