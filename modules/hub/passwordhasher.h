#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>

namespace parvis {

//! Slow on purpose: costs about the same for every password. Callable from any thread.
class PasswordHasher
{
public:
    virtual ~PasswordHasher() = default;
    virtual Result<QByteArray> hash(const QString &password) = 0; //!< with its salt and costs
    virtual bool verify(const QByteArray &hash, const QString &password) = 0;
};

} // namespace parvis
