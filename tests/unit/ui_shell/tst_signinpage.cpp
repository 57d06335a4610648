#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_shell/fuzzy.h"
#include "ui_shell/signinpage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QProgressBar>

using namespace parvis;
using namespace Qt::StringLiterals;

class SignInPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<SignInPage>();
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void aShortPasswordNeverLeavesTheDesk()
    {
        QSignalSpy wanted(m_page.get(), &SignInPage::signInWanted);
        m_page->start(QUrl(u"https://127.0.0.1:8443"_s), u"m.roussel"_s, true);
        QTest::keyClicks(QApplication::focusWidget(), u"short"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 0);
        QVERIFY(!error()->text().isEmpty());
    }

    void onlySecureServersAreAccepted_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("host");
        QTest::newRow("name") << u"parvis.example"_s << u"parvis.example"_s;
        QTest::newRow("address and port") << u"127.0.0.1:8443"_s << u"127.0.0.1"_s;
        QTest::newRow("url") << u"https://hub.example:443/"_s << u"hub.example"_s;
        QTest::newRow("without encryption") << u"http://hub.example"_s << QString();
        QTest::newRow("not an address") << u"two words"_s << QString();
    }

    void onlySecureServersAreAccepted()
    {
        QFETCH(QString, typed);
        QFETCH(QString, host);
        QSignalSpy wanted(m_page.get(), &SignInPage::signInWanted);
        m_page->start({}, {}, false);
        QTest::keyClicks(field("server"), typed);
        QTest::keyClicks(field("login"), u"m.roussel"_s);
        QTest::keyClicks(field("password"), u"a long enough password"_s);
        QTest::keyClick(field("password"), Qt::Key_Return);
        if (host.isEmpty()) {
            QCOMPARE(wanted.size(), 0);
            QVERIFY(!error()->text().isEmpty());
        } else {
            QCOMPARE(wanted.size(), 1);
            const auto credentials = wanted.first().first().value<Credentials>();
            QCOMPARE(credentials.server.host(), host);
            QCOMPARE(credentials.server.scheme(), u"https"_s);
            QCOMPARE(credentials.login, u"m.roussel"_s);
        }
    }

    void fingerprintIsShownInGroups()
    {
        m_page->askAboutServer(u"Ingeville"_s, u"hub.example"_s, QString(64, u'a'));
        const auto labels = m_page->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *l) {
            return l->isVisible() && l->text().startsWith("AA:AA:"_L1) && l->text().count(u'A') == 64;
        }));
        QSignalSpy accepted(m_page.get(), &SignInPage::serverAccepted);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(accepted.size(), 1);
    }

    void firstSyncShowsProgressAndCanBeStopped()
    {
        m_page->showProgress(u"Fetching"_s, 250, 1000);
        QCOMPARE(m_page->findChild<QProgressBar *>()->value(), 250);
        QSignalSpy cancel(m_page.get(), &SignInPage::cancelWanted);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(cancel.size(), 1);
    }

    void anErrorBringsTheFormBackWithTheLogin()
    {
        m_page->start(QUrl(u"https://hub.example"_s), u"m.roussel"_s, false);
        m_page->showBusy(u"Signing in"_s);
        m_page->showError(Error{ErrorCode::Unauthenticated, {}});
        QVERIFY(field("login")->isVisible());
        QCOMPARE(field("login")->text(), u"m.roussel"_s);
        QVERIFY(error()->isVisible());
    }

    void carelessWordsFindActions()
    {
        QVERIFY(fuzzyScore(u"Répondu tout de suite", u"rep") > fuzzyScore(u"Transmettre la réponse", u"rep"));
        QVERIFY(fuzzyScore(u"Aller à Demandes", u"dem") > 0);
        QVERIFY(fuzzyScore(u"Aller à Demandes", u"ald") > 0);
        QCOMPARE(fuzzyScore(u"Aller à Demandes", u"xyz"), 0);
        QVERIFY(fuzzyScore(u"Échéance", u"eche") > 0);
    }

private:
    QLineEdit *field(const char *name) const { return m_page->findChild<QLineEdit *>(QString::fromLatin1(name)); }
    InlineError *error() const { return m_page->findChild<InlineError *>(); }

    std::unique_ptr<SignInPage> m_page;
};

QTEST_MAIN(SignInPageTest)
#include "tst_signinpage.moc"
