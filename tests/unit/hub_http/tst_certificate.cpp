#include "hub_http/certificate.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslCertificateExtension>
#include <QtNetwork/QSslKey>
#include <QtTest/QTest>

using namespace parvis;

class CertificateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesThisMachineAndTheWantedOnes()
    {
        const Instant now = SystemClock().now();
        const auto made = makeCertificate({QStringLiteral("mairie.example"), QStringLiteral("192.0.2.7")}, now);
        QVERIFY(made);
        const QSslCertificate certificate(made->certificatePem);
        QVERIFY(!certificate.isNull());
        const auto names = certificate.subjectAlternativeNames();
        const QStringList hosts = names.values(QSsl::DnsEntry);
        const QStringList addresses = names.values(QSsl::IpAddressEntry);
        QVERIFY(hosts.contains(QStringLiteral("localhost")) && hosts.contains(QStringLiteral("mairie.example")));
        QVERIFY(addresses.contains(QStringLiteral("127.0.0.1")) && addresses.contains(QStringLiteral("192.0.2.7")));
        QCOMPARE(certificate.digest(QCryptographicHash::Sha256), made->fingerprint);
        QCOMPARE(certificate.publicKey().algorithm(), QSsl::Ec);
        QCOMPARE(certificate.publicKey().length(), 256);
        const QDateTime start = QDateTime::fromMSecsSinceEpoch(now.ms);
        QVERIFY(certificate.effectiveDate() <= start);
        QVERIFY(certificate.expiryDate() > start.addYears(9) && certificate.expiryDate() < start.addYears(11));
    }

    void noTwoAreAlike()
    {
        const Instant now = SystemClock().now();
        QVERIFY(makeCertificate({}, now)->fingerprint != makeCertificate({}, now)->fingerprint);
    }

    void refusesNamesThatAreNone()
    {
        for (const auto &name : {QStringLiteral("a,DNS:b"), QStringLiteral("a b"), QString(), QStringLiteral("mairie.été")}) {
            const auto made = makeCertificate({name}, SystemClock().now());
            QVERIFY(!made);
            QCOMPARE(made.error().code, ErrorCode::InvalidInput);
        }
    }

    void isKeptForTheOwnerAndComesBack()
    {
        const QTemporaryDir folder;
        const auto made = makeCertificate({}, SystemClock().now());
        QVERIFY(saveCertificate(*made, folder.path()));
        for (const auto &name : {QStringLiteral("key.pem"), QStringLiteral("certificate.pem")}) {
            const QFileInfo file(folder.filePath(name));
            QCOMPARE(int(file.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther)), 0);
        }
        const auto loaded = loadCertificate(folder.path());
        QVERIFY(loaded);
        QCOMPARE(*loaded, *made);
        QCOMPARE(made->fingerprintText().size(), 95);
        QCOMPARE(made->fingerprintText().left(2).toLatin1(), made->fingerprint.first(1).toHex().toUpper());
    }

    void refusesAForeignKeyAndDamage()
    {
        const QTemporaryDir folder;
        QCOMPARE(loadCertificate(folder.path()).error().code, ErrorCode::Storage);
        Certificate mixed = *makeCertificate({}, SystemClock().now());
        mixed.keyPem = makeCertificate({}, SystemClock().now())->keyPem;
        QVERIFY(saveCertificate(mixed, folder.path()));
        QCOMPARE(loadCertificate(folder.path()).error().code, ErrorCode::Certificate);
        mixed.certificatePem = "not a certificate";
        QVERIFY(saveCertificate(mixed, folder.path()));
        QCOMPARE(loadCertificate(folder.path()).error().code, ErrorCode::Certificate);
    }
};

QTEST_GUILESS_MAIN(CertificateTest)
#include "tst_certificate.moc"
