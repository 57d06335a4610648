#include "scriptedhub.h"

#include "protocol/codec.h"

#include <QtCore/QUrl>
#include <QtNetwork/QSslConfiguration>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

template <auto Free>
struct Freer
{
    template <typename T>
    void operator()(T *p) const
    {
        Free(p);
    }
};

template <typename Write>
QByteArray pem(Write write)
{
    const std::unique_ptr<BIO, Freer<BIO_free_all>> out(BIO_new(BIO_s_mem()));
    write(out.get());
    char *data = nullptr;
    const long size = BIO_get_mem_data(out.get(), &data);
    return QByteArray(data, size);
}

} // namespace

Identity Identity::make()
{
    const std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>> key(EVP_EC_gen("P-256"));
    const std::unique_ptr<X509, Freer<X509_free>> x509(X509_new());
    X509_gmtime_adj(X509_getm_notBefore(x509.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(x509.get()), 3600);
    X509_set_pubkey(x509.get(), key.get());
    X509_NAME *name = X509_get_subject_name(x509.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>("hub"), -1, -1, 0);
    X509_set_issuer_name(x509.get(), name);
    X509_sign(x509.get(), key.get(), EVP_sha256());
    return {QSslCertificate(pem([&](BIO *out) { PEM_write_bio_X509(out, x509.get()); })),
            QSslKey(pem([&](BIO *out) { PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr); }),
                    QSsl::Ec)};
}

ScriptedHub::ScriptedHub(const Identity &identity)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(identity.certificate);
    tls.setPrivateKey(identity.key);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_server.setSslConfiguration(tls);
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *next = m_server.nextPendingConnection()) {
            ++m_connections;
            auto *socket = qobject_cast<QSslSocket *>(next);
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QObject::destroyed, this, [this, socket] { m_buffers.remove(socket); });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
            read(*socket);
        }
    });
    m_server.listen(QHostAddress::LocalHost);
}

QUrl ScriptedHub::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

void ScriptedHub::answer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &headers)
{
    m_handler = [=](const ReceivedRequest &, QSslSocket &socket) {
        socket.write(httpAnswer(status, contentType, body, headers));
    };
}

void ScriptedHub::read(QSslSocket &socket)
{
    QByteArray &buffer = m_buffers[&socket];
    buffer += socket.readAll();
    if (buffer.size() >= m_cut) {
        if (m_cutAnswer.isEmpty())
            return socket.abort();
        socket.disconnect(this);
        socket.setReadBufferSize(1);
        socket.write(m_cutAnswer);
        return;
    }
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = buffer.first(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    ReceivedRequest request{words.value(0), words.value(1), {}, {}};
    for (const QByteArray &line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return;
    request.body = buffer.sliced(end + 4, length);
    buffer.remove(0, end + 4 + length);
    m_requests.append(request);
    if (m_handler)
        m_handler(request, socket);
}

QByteArray problem(const QByteArray &type, QJsonObject members)
{
    members.insert(u"type"_s, u"urn:parvis:problem:"_s + QString::fromLatin1(type));
    return compactJson(members);
}

QByteArray httpAnswer(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &headers)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + contentType +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

} // namespace parvis
