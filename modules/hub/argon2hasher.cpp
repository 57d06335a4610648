#include "hub/argon2hasher.h"

#include <sodium.h>

namespace parvis {

namespace {

//! Lends one of the four places.
class Place
{
public:
    explicit Place(std::counting_semaphore<4> &free) : m_free(free) { m_free.acquire(); }
    ~Place() { m_free.release(); }
    Q_DISABLE_COPY_MOVE(Place)

private:
    std::counting_semaphore<4> &m_free;
};

bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

} // namespace

Result<QByteArray> Argon2Hasher::hash(const QString &password)
{
    const Place place(m_free);
    const QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    if (!isReady() || crypto_pwhash_str(out.data(), utf8.constData(), quint64(utf8.size()), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return Error{ErrorCode::Unavailable, QStringLiteral("no memory to hash a password")};
    out.truncate(qsizetype(qstrlen(out.constData())));
    return out;
}

bool Argon2Hasher::verify(const QByteArray &hash, const QString &password)
{
    const Place place(m_free);
    const QByteArray utf8 = password.normalized(QString::NormalizationForm_C).toUtf8();
    return isReady() && crypto_pwhash_str_verify(hash.constData(), utf8.constData(), quint64(utf8.size())) == 0;
}

} // namespace parvis
