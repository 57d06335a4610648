#pragma once

#include "hub/passwordhasher.h"

#include <semaphore>

namespace parvis {

//! Argon2id by libsodium, interactive (64 MiB, about 80 ms). At most four at once, so that sign-ins can't eat the memory.
class Argon2Hasher final : public PasswordHasher
{
public:
    Result<QByteArray> hash(const QString &password) override;
    bool verify(const QByteArray &hash, const QString &password) override;

private:
    std::counting_semaphore<4> m_free{4};
};

} // namespace parvis
