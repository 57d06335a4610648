#pragma once

#include <QtCore/QElapsedTimer>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslSocket>

#include <sys/socket.h>

namespace parvis {

struct Answer
{
    int status = 0; //!< 0: the connection ended without one
    QByteArrayList headers;
    QByteArray body;

    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : headers) {
            if (line.toLower().startsWith(name.toLower() + ": "))
                return line.mid(name.size() + 2);
        }
        return {};
    }
};

//! Sends bytes that no proper client would, and reads what comes back, blocking.
class TlsClient
{
public:
    static constexpr int patienceMs = 10'000;

    explicit TlsClient(quint16 port)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_socket.setSslConfiguration(tls);
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
        m_socket.waitForEncrypted(patienceMs);
    }

    QSslSocket &socket() { return m_socket; }
    bool isOpen() const { return m_socket.isEncrypted() && m_socket.state() == QAbstractSocket::ConnectedState; }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(patienceMs)) {
        }
    }

    //! Promises to say no more, and goes on listening.
    void halfClose()
    {
        m_socket.flush();
        ::shutdown(int(m_socket.socketDescriptor()), SHUT_WR);
    }

    Answer answer()
    {
        Answer answer;
        const QByteArray head = readUntil("\r\n\r\n");
        if (head.isEmpty())
            return answer;
        const QList<QByteArray> lines = head.chopped(4).split('\n');
        answer.status = lines.first().mid(9, 3).toInt();
        for (qsizetype i = 1; i < lines.size(); ++i)
            answer.headers.append(lines[i].trimmed());
        const qsizetype size = answer.header("Content-Length").toLongLong();
        while (m_read.size() < size && readMore()) {
        }
        answer.body = m_read.first(std::min(size, m_read.size()));
        m_read.remove(0, answer.body.size());
        return answer;
    }

    //! Up to and with \a end; empty if the connection ends before.
    QByteArray readUntil(const QByteArray &end)
    {
        qsizetype at = 0;
        while ((at = m_read.indexOf(end)) < 0) {
            if (!readMore())
                return {};
        }
        const QByteArray found = m_read.first(at + end.size());
        m_read.remove(0, found.size());
        return found;
    }

    //! Milliseconds until the other side closed; -1 if it did not.
    qint64 untilClosed()
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < patienceMs) {
            if (!readMore())
                return m_socket.state() == QAbstractSocket::UnconnectedState ? timer.elapsed() : -1;
        }
        return -1;
    }

private:
    bool readMore()
    {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patienceMs))
            return false;
        m_read += m_socket.readAll();
        return true;
    }

    QSslSocket m_socket;
    QByteArray m_read;
};

inline QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: hub\r\n" + headers + "\r\n";
}

inline QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &headers = {})
{
    return "POST " + target + " HTTP/1.1\r\nHost: hub\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers +
           "\r\n" + body;
}

} // namespace parvis
