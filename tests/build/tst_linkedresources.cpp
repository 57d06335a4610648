#include "sampletop/sampletop.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace parvis;

//! A program that links a static module, even through others, finds its migrations and icons without any call.
class LinkedResourcesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void migrationsAreFoundThroughTwoPaths()
    {
        QCOMPARE(sampletop(), 5);
        QFile file(QStringLiteral(":/migrations/samplestore/0001_initial.sql"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("CREATE TABLE sample"));
    }

    void iconsAreFound() { QVERIFY(QFile::exists(QStringLiteral(":/icons/phone.svg"))); }

    void translationsAreFound() { QVERIFY(QFile::exists(QStringLiteral(":/i18n/parvis_fr.qm"))); }
};

QTEST_GUILESS_MAIN(LinkedResourcesTest)
#include "tst_linkedresources.moc"
