#include "store/keyfile.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

#include <sodium.h>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype keyBytes = 32;
constexpr QLatin1StringView held("passphrase"), offered("offered passphrases");

struct Effort
{
    quint64 operations;
    std::size_t memory;
};

Effort effortOf(KeyCost cost)
{
    if (cost == KeyCost::Cheap)
        return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QJsonObject sealed(const QByteArray &key, const QByteArray &by)
{
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(key.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(raw(box), raw(key), static_cast<unsigned long long>(key.size()), raw(nonce), raw(by));
    return {{u"nonce"_s, QString::fromLatin1(nonce.toBase64())}, {u"box"_s, QString::fromLatin1(box.toBase64())}};
}

QByteArray bytesOf(const QJsonObject &json, QLatin1StringView name)
{
    return QByteArray::fromBase64(json.value(name).toString().toLatin1());
}

Result<QByteArray> opened(const QJsonObject &wrapped, const QByteArray &by)
{
    const QByteArray nonce = bytesOf(wrapped, "nonce"_L1);
    const QByteArray box = bytesOf(wrapped, "box"_L1);
    const Error refused{ErrorCode::StorageKey, u"key file"_s};
    if (by.size() != keyBytes || nonce.size() != qsizetype(crypto_secretbox_NONCEBYTES) ||
        box.size() != keyBytes + qsizetype(crypto_secretbox_MACBYTES))
        return refused;
    QByteArray key(keyBytes, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(raw(key), raw(box), static_cast<unsigned long long>(box.size()), raw(nonce), raw(by)) != 0)
        return refused;
    return key;
}

//! The key that a passphrase gives; the work to do stands in the file, so that it can grow over the years.
Result<QByteArray> stretched(const QString &passphrase, const QJsonObject &wrapped)
{
    const QByteArray salt = bytesOf(wrapped, "salt"_L1);
    const auto operations = static_cast<unsigned long long>(wrapped.value("operations"_L1).toInteger());
    const auto memory = static_cast<std::size_t>(wrapped.value("memory"_L1).toInteger());
    // Not more than the file of an honest program asks for.
    if (salt.size() != qsizetype(crypto_pwhash_SALTBYTES) || operations > 16 || memory > std::size_t(1024) * 1024 * 1024)
        return Error{ErrorCode::StorageKey, u"key file"_s};
    const QByteArray words = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    QByteArray key(keyBytes, Qt::Uninitialized);
    if (crypto_pwhash(raw(key), keyBytes, words.constData(), static_cast<unsigned long long>(words.size()), raw(salt), operations,
                      memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return Error{ErrorCode::StorageKey, u"not enough memory for Argon2id"_s};
    return key;
}

Result<QByteArray> unwrapped(const QJsonObject &wrapped, const QString &passphrase)
{
    const auto by = stretched(passphrase, wrapped);
    return by ? opened(wrapped, *by) : by.error();
}

Result<QJsonObject> wrappedBy(const QString &passphrase, const QByteArray &key, KeyCost cost)
{
    const Effort effort = effortOf(cost);
    const QJsonObject terms{{u"salt"_s, QString::fromLatin1(randomBytes(crypto_pwhash_SALTBYTES).toBase64())},
                            {u"operations"_s, qint64(effort.operations)},
                            {u"memory"_s, qint64(effort.memory)}};
    const auto by = stretched(passphrase, terms);
    if (!by)
        return by.error();
    QJsonObject wrapped = sealed(key, *by);
    for (auto it = terms.begin(); it != terms.end(); ++it)
        wrapped.insert(it.key(), it.value());
    return wrapped;
}

Result<QJsonObject> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, file.errorString()};
    return QJsonDocument::fromJson(file.readAll()).object();
}

//! Whole or not at all: a key file cut short would lock the agent out.
Status writeFile(const QString &path, const QJsonObject &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(QJsonDocument(content).toJson()) < 0 || !file.commit())
        return Error{ErrorCode::Storage, file.errorString()};
    return success();
}

//! Who changes a part reads the others before: one at a time.
std::mutex &writing()
{
    static std::mutex mutex;
    return mutex;
}

Status writePart(const QString &path, const QString &part, const QJsonValue &value)
{
    const std::lock_guard lock(writing());
    auto content = readFile(path);
    if (!content)
        return content.error();
    if (value.isNull())
        content.value().remove(part);
    else
        content.value().insert(part, value);
    return writeFile(path, *content);
}

bool isReady()
{
    return sodium_init() >= 0;
}

} // namespace

bool KeyFile::exists() const
{
    return QFile::exists(m_path);
}

Result<QByteArray> KeyFile::create(const QString &passphrase)
{
    if (!isReady())
        return Error{ErrorCode::NoEncryption, u"libsodium"_s};
    if (exists())
        return Error{ErrorCode::AlreadyExists, u"key file"_s};
    const QByteArray key = randomBytes(keyBytes);
    const auto wrapped = wrappedBy(passphrase, key, m_cost);
    if (!wrapped)
        return wrapped.error();
    if (const auto written = writeFile(m_path, {{u"version"_s, 1}, {u"passphrase"_s, *wrapped}}); !written)
        return written.error();
    return key;
}

Result<QByteArray> KeyFile::unlock(const QString &passphrase) const
{
    const auto content = readFile(m_path);
    if (!content)
        return content.error();
    if (!isReady())
        return Error{ErrorCode::NoEncryption, u"libsodium"_s};
    auto key = unwrapped(content->value(held).toObject(), passphrase);
    const QJsonArray offers = content->value(offered).toArray();
    for (auto it = offers.begin(); it != offers.end() && !key; ++it)
        key = unwrapped(it->toObject(), passphrase);
    return key;
}

Status KeyFile::changePassphrase(const QByteArray &key, const QString &passphrase)
{
    const auto wrapped = wrappedBy(passphrase, key, m_cost);
    const std::lock_guard lock(writing());
    auto content = readFile(m_path);
    if (!wrapped || !content)
        return wrapped ? content.error() : wrapped.error();
    content.value().insert(held, *wrapped);
    content.value().remove(offered);
    return writeFile(m_path, *content);
}

Status KeyFile::offerPassphrase(const QByteArray &key, const QString &passphrase)
{
    const auto wrapped = wrappedBy(passphrase, key, m_cost);
    const std::lock_guard lock(writing());
    auto content = readFile(m_path);
    if (!wrapped || !content)
        return wrapped ? content.error() : wrapped.error();
    QJsonArray offers = content->value(offered).toArray();
    offers.append(*wrapped);
    content.value().insert(offered, offers);
    return writeFile(m_path, *content);
}

Status KeyFile::withdrawOffer()
{
    const std::lock_guard lock(writing());
    auto content = readFile(m_path);
    if (!content)
        return content.error();
    QJsonArray offers = content->value(offered).toArray();
    if (offers.isEmpty())
        return success();
    offers.removeLast();
    if (offers.isEmpty())
        content.value().remove(offered);
    else
        content.value().insert(offered, offers);
    return writeFile(m_path, *content);
}

Status KeyFile::settle(const QString &passphrase)
{
    const std::lock_guard lock(writing());
    auto content = readFile(m_path);
    if (!content)
        return content.error();
    QJsonArray all = content->value(offered).toArray();
    if (all.isEmpty())
        return success();
    all.prepend(content->value(held));
    const auto right = std::find_if(all.begin(), all.end(),
                                    [&](const QJsonValue &wrapped) { return bool(unwrapped(wrapped.toObject(), passphrase)); });
    if (right == all.end())
        return Error{ErrorCode::StorageKey, u"key file"_s};
    content.value().insert(held, *right);
    content.value().remove(offered);
    return writeFile(m_path, *content);
}

bool KeyFile::isOffering() const
{
    const auto content = readFile(m_path);
    return content && content->contains(offered);
}

Result<QByteArray> KeyFile::addSecret(const QByteArray &key)
{
    if (!isReady())
        return Error{ErrorCode::NoEncryption, u"libsodium"_s};
    const QByteArray secret = randomBytes(keyBytes);
    if (const auto written = writePart(m_path, u"keyring"_s, sealed(key, secret)); !written)
        return written.error();
    return secret;
}

Result<QByteArray> KeyFile::unlockWithSecret(const QByteArray &secret) const
{
    const auto content = readFile(m_path);
    if (!content)
        return content.error();
    return opened(content->value("keyring"_L1).toObject(), secret);
}

Status KeyFile::removeSecret()
{
    return writePart(m_path, u"keyring"_s, QJsonValue());
}

} // namespace parvis
