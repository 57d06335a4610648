#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QTest>

//! Qt's own SQLite plugin runs on SQLCipher in a program that links parvis::sqlcipher.
class CipheredPluginTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"));
        m_database.setDatabaseName(QStringLiteral(":memory:"));
        QVERIFY(m_database.open());
    }

    void hasTheCipher()
    {
        QSqlQuery query(m_database);
        QVERIFY(query.exec(QStringLiteral("PRAGMA cipher_version")));
        QVERIFY(query.next());
        QVERIFY2(query.value(0).toString().startsWith(QLatin1StringView("4.")), qPrintable(query.value(0).toString()));
    }

    void hasFullTextSearch()
    {
        QSqlQuery query(m_database);
        const auto sql = QStringLiteral("CREATE VIRTUAL TABLE f USING fts5(t, tokenize=\"unicode61 remove_diacritics 2\")");
        QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
    }

private:
    QSqlDatabase m_database;
};

QTEST_GUILESS_MAIN(CipheredPluginTest)
#include "tst_cipheredplugin.moc"
