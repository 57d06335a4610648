#include "hub/townfile.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QSaveFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A file that others replace while it is offered.
class TestTownFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_file = std::make_unique<TownFile>(path());
    }

    void thereMayBeNone()
    {
        const auto offer = m_file->offer();
        QVERIFY(offer && !*offer);
        QCOMPARE(m_file->read(digestOf("x"), 0, 1).error().code, ErrorCode::NotFound);
    }

    void isReadInPartsUnderItsDigest()
    {
        write("0123456789");
        QCOMPARE(m_file->offer().value(), (FileOffer{digestOf("0123456789"), 10}));
        const QString digest = digestOf("0123456789");
        QCOMPARE(m_file->read(digest, 3, 4).value(), (BlobPart{3, 10, "3456"}));
        QCOMPARE(m_file->read(digest, 8, 100).value(), (BlobPart{8, 10, "89"}));
        QCOMPARE(m_file->read(digest, 10, 1).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_file->read(digest, -1, 1).error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_file->read(digestOf("x"), 0, 4).error().code, ErrorCode::DigestMismatch);
    }

    void whatTakesItsPlaceIsOffered()
    {
        write("first");
        QCOMPARE(m_file->offer().value()->sha256, digestOf("first"));
        write("other"); // as long, within the same moment
        QCOMPARE(m_file->offer().value()->sha256, digestOf("other"));
        QCOMPARE(m_file->read(digestOf("first"), 0, 5).error().code, ErrorCode::DigestMismatch);
        QVERIFY(QFile::remove(path()));
        QVERIFY(!*m_file->offer());
        write("again");
        QCOMPARE(m_file->read(digestOf("again"), 0, 5).value().bytes, "again");
    }

private:
    QString path() const { return m_dir->filePath(u"town.addresses"_s); }
    static QString digestOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    void write(const QByteArray &bytes)
    {
        QSaveFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit());
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TownFile> m_file;
};

QTEST_GUILESS_MAIN(TestTownFile)
#include "tst_townfile.moc"
