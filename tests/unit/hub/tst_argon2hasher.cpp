#include "hub/argon2hasher.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestArgon2Hasher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void verifiesOnlyTheRightOne()
    {
        Argon2Hasher hasher;
        const auto hash = hasher.hash(u"une phrase de passe accentuée"_s);
        QVERIFY(hash);
        QVERIFY(hash->startsWith("$argon2id$"));
        QVERIFY(hasher.verify(*hash, u"une phrase de passe accentue\u0301e"_s)); // typed on another keyboard
        QVERIFY(!hasher.verify(*hash, u"une phrase de passe accentuee"_s));
        QVERIFY(!hasher.verify({}, u"une phrase"_s));
        QVERIFY(hasher.hash(u"une phrase de passe accentuée"_s).value() != *hash); // salted
    }
};

QTEST_GUILESS_MAIN(TestArgon2Hasher)
#include "tst_argon2hasher.moc"
