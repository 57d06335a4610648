#include "hub_http/certificate.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtCore/QSysInfo>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int days = 3653; // ten years

template <auto Free>
struct Freed
{
    template <typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;

Error cryptoError(const QString &what)
{
    const unsigned long code = ERR_get_error();
    ERR_clear_error();
    return {ErrorCode::Certificate, code ? u"%1: %2"_s.arg(what, QLatin1StringView(ERR_reason_error_string(code))) : what};
}

QByteArray content(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, size};
}

Result<QByteArray> digest(X509 *certificate)
{
    QByteArray hash(32, Qt::Uninitialized);
    unsigned int size = 0;
    if (!X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(hash.data()), &size))
        return cryptoError(u"digest"_s);
    return hash;
}

bool isAddress(const QString &name)
{
    ASN1_OCTET_STRING *address = a2i_IPADDRESS(name.toLatin1().constData());
    ERR_clear_error();
    const bool is = address != nullptr;
    ASN1_OCTET_STRING_free(address);
    return is;
}

// The names go into OpenSSL's extension language, where a comma begins the next entry.
bool isPlainName(const QString &name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || u"-._*:"_s.contains(c));
    });
}

bool extend(X509 *certificate, int nid, const QByteArray &value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value.constData()));
    return extension && X509_add_ext(certificate, extension.get(), -1);
}

bool setSerial(X509 *certificate)
{
    std::array<unsigned char, 16> bytes{};
    if (RAND_bytes(bytes.data(), bytes.size()) != 1)
        return false;
    bytes[0] &= 0x7f; // RFC 5280: positive
    BIGNUM *number = BN_bin2bn(bytes.data(), bytes.size(), nullptr);
    const bool set = number && BN_to_ASN1_INTEGER(number, X509_get_serialNumber(certificate));
    BN_free(number);
    return set;
}

Status writePrivately(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Storage, u"%1: %2"_s.arg(path, file.errorString())};
    return success();
}

// A key under a passphrase is refused instead of asking on a terminal that a service does not have.
int noPassphrase(char *, int, int, void *)
{
    return -1;
}

Result<QByteArray> readWhole(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, u"%1: %2"_s.arg(path, file.errorString())};
    return file.readAll();
}

QString certificatePath(const QString &folder)
{
    return QDir(folder).filePath(u"certificate.pem"_s);
}

QString keyPath(const QString &folder)
{
    return QDir(folder).filePath(u"key.pem"_s);
}

} // namespace

Result<Certificate> makeCertificate(const QStringList &names, Instant now)
{
    QStringList all{u"localhost"_s, u"127.0.0.1"_s, u"::1"_s};
    if (const QString host = QSysInfo::machineHostName(); isPlainName(host))
        all.append(host);
    all.append(names);
    all.removeDuplicates();
    QByteArrayList entries;
    for (const QString &name : std::as_const(all)) {
        if (!isPlainName(name))
            return Error{ErrorCode::InvalidInput, u"not a host name or an address: %1"_s.arg(name)};
        entries.append((isAddress(name) ? "IP:" : "DNS:") + name.toLatin1());
    }

    const Key key(EVP_EC_gen("P-256"));
    const X509Certificate certificate(X509_new());
    const time_t start = now.ms / 1000;
    const time_t backdated = start - 3600; // a desk whose clock is late must not refuse a fresh hub
    if (!key || !certificate || !X509_set_version(certificate.get(), 2) || !setSerial(certificate.get()) ||
        !ASN1_TIME_set(X509_getm_notBefore(certificate.get()), backdated) ||
        !ASN1_TIME_adj(X509_getm_notAfter(certificate.get()), start, days, 0) || !X509_set_pubkey(certificate.get(), key.get()))
        return cryptoError(u"certificate"_s);

    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto *subject = reinterpret_cast<const unsigned char *>("Parvis hub");
    if (!X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, subject, -1, -1, 0) ||
        !X509_set_issuer_name(certificate.get(), name) ||
        !extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE") ||
        !extend(certificate.get(), NID_key_usage, "critical,digitalSignature") ||
        !extend(certificate.get(), NID_ext_key_usage, "serverAuth") ||
        !extend(certificate.get(), NID_subject_alt_name, entries.join(',')) ||
        !X509_sign(certificate.get(), key.get(), EVP_sha256()))
        return cryptoError(u"certificate"_s);

    const Bio certificatePem(BIO_new(BIO_s_mem()));
    const Bio keyPem(BIO_new(BIO_s_secmem()));
    if (!certificatePem || !keyPem || !PEM_write_bio_X509(certificatePem.get(), certificate.get()) ||
        !PEM_write_bio_PKCS8PrivateKey(keyPem.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr))
        return cryptoError(u"writing the certificate"_s);
    const auto fingerprint = digest(certificate.get());
    if (!fingerprint)
        return fingerprint.error();
    return Certificate{content(certificatePem.get()), content(keyPem.get()), *fingerprint};
}

Status saveCertificate(const Certificate &certificate, const QString &folder)
{
    if (const Status saved = writePrivately(keyPath(folder), certificate.keyPem); !saved)
        return saved;
    return writePrivately(certificatePath(folder), certificate.certificatePem);
}

Result<Certificate> loadCertificate(const QString &folder)
{
    const auto certificatePem = readWhole(certificatePath(folder));
    if (!certificatePem)
        return certificatePem.error();
    const auto keyPem = readWhole(keyPath(folder));
    if (!keyPem)
        return keyPem.error();
    const Bio certificateBio(BIO_new_mem_buf(certificatePem->constData(), static_cast<int>(certificatePem->size())));
    const Bio keyBio(BIO_new_mem_buf(keyPem->constData(), static_cast<int>(keyPem->size())));
    const X509Certificate certificate(PEM_read_bio_X509(certificateBio.get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return cryptoError(u"reading %1"_s.arg(certificatePath(folder)));
    const Key key(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, noPassphrase, nullptr));
    if (!key)
        return cryptoError(u"reading %1"_s.arg(keyPath(folder)));
    if (!X509_check_private_key(certificate.get(), key.get()))
        return cryptoError(u"%1 is not the key of %2"_s.arg(keyPath(folder), certificatePath(folder)));
    const auto fingerprint = digest(certificate.get());
    if (!fingerprint)
        return fingerprint.error();
    return Certificate{*certificatePem, *keyPem, *fingerprint};
}

QString Certificate::fingerprintText() const
{
    return QString::fromLatin1(fingerprint.toHex(':')).toUpper();
}

} // namespace parvis
