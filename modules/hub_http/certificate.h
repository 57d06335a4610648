#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace parvis {

//! A hub's TLS identity: an ECDSA P-256 key and its own signature, which desks pin at their first sign-in.
struct Certificate
{
    QByteArray certificatePem;
    QByteArray keyPem;
    QByteArray fingerprint; //!< SHA-256 of the certificate's DER form, 32 bytes

    //! Pairs of capital hexadecimal digits with colons between: what the desk shows at its first sign-in, to be compared.
    QString fingerprintText() const;
    bool operator==(const Certificate &) const = default;
};

//! Valid for ten years from \a now for localhost, 127.0.0.1, ::1, this machine's name, and \a names, each a host name or an
//! address.
Result<Certificate> makeCertificate(const QStringList &names, Instant now);

//! Writes "certificate.pem" and "key.pem" into \a folder, for the owner's eyes only, before anything may read them.
Status saveCertificate(const Certificate &certificate, const QString &folder);

//! Reads what saveCertificate() wrote, or what an administrator put in its place; refuses a key that is not the certificate's.
Result<Certificate> loadCertificate(const QString &folder);

} // namespace parvis
