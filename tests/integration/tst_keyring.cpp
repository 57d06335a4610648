#include "store/keyfile.h"
#include "store/secretvault.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

// Runs in a D-Bus session of its own with a real keyring in it (see CMakeLists.txt), or, as "none", in a session without one.

class TestKeyring : public QObject
{
    Q_OBJECT

private:
    KeychainVault m_vault;
    QTemporaryDir m_dir;

    template <typename T>
    static T answer(QFuture<T> future)
    {
        // QtKeychain answers through the event loop.
        if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 20'000))
            qFatal("the keyring does not answer");
        return future.result();
    }

private Q_SLOTS:
    void aSecretIsKeptAndForgotten()
    {
        if (qEnvironmentVariableIsSet("PARVIS_NO_KEYRING")) {
            // A desk without a keyring goes on by its passphrase alone, and is told why.
            QCOMPARE(answer(m_vault.write(u"desk"_s, "secret")).error().code, ErrorCode::Unavailable);
            QCOMPARE(answer(m_vault.read(u"desk"_s)).error().code, ErrorCode::Unavailable);
            return;
        }
        QCOMPARE(answer(m_vault.read(u"desk"_s)).error().code, ErrorCode::NotFound);
        const QByteArray secret("\x00\x01\xff key", 7);
        QVERIFY(answer(m_vault.write(u"desk"_s, secret)));
        QCOMPARE(*answer(m_vault.read(u"desk"_s)), secret);
        QCOMPARE(answer(m_vault.read(u"another desk"_s)).error().code, ErrorCode::NotFound);
        QVERIFY(answer(m_vault.remove(u"desk"_s)));
        QCOMPARE(answer(m_vault.read(u"desk"_s)).error().code, ErrorCode::NotFound);
    }

    //! The key is wrapped twice: a changed password must not lock an agent out, nor a changed keyring.
    void eitherWrappingOpensTheDesk()
    {
        if (qEnvironmentVariableIsSet("PARVIS_NO_KEYRING"))
            return;
        KeyFile file(m_dir.filePath(u"desk.key"_s));
        const auto key = file.create(u"a passphrase of the agent"_s);
        QVERIFY(key);
        const auto secret = file.addSecret(*key);
        QVERIFY(secret);
        QVERIFY(answer(m_vault.write(u"desk"_s, *secret)));

        const auto fromKeyring = file.unlockWithSecret(*answer(m_vault.read(u"desk"_s)));
        QVERIFY(fromKeyring);
        QCOMPARE(*fromKeyring, *key);
        const auto fromPassphrase = file.unlock(u"a passphrase of the agent"_s);
        QVERIFY(fromPassphrase);
        QCOMPARE(*fromPassphrase, *key);

        QVERIFY(file.changePassphrase(*fromKeyring, u"another passphrase, changed at the hub"_s));
        QCOMPARE(file.unlock(u"a passphrase of the agent"_s).error().code, ErrorCode::StorageKey);
        QCOMPARE(*file.unlock(u"another passphrase, changed at the hub"_s), *key);
        QVERIFY(answer(m_vault.remove(u"desk"_s))); // the keyring was emptied by somebody
        QCOMPARE(*file.unlock(u"another passphrase, changed at the hub"_s), *key);
    }
};

QTEST_GUILESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
