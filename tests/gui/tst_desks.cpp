#include "desktop.h"
#include "integration/desktown.h"
#include "ui_common/widgets.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A day at the reception, driven by keys in the real window, over the real server, with a second desk that looks on.
class DesksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_town.found(200));
        QVERIFY(m_town.serve());
        m_options.profile = m_folder.path();
        m_options.language = Language::English;
        auto profile = Profile::open(m_options.profile);
        QVERIFY(profile);
        m_profile = std::move(profile).value();
        m_desktop = std::make_unique<Desktop>(m_options, m_translations, *m_profile, m_clock, m_vault, *qApp);
        m_desktop->start();
        QVERIFY(QTest::qWaitForWindowExposed(&m_desktop->host()));
        QApplication::setActiveWindow(&m_desktop->host()); // Xvfb has no window manager to do it
        m_other = m_town.desk(u"m.roussel"_s);
    }

    void cleanupTestCase()
    {
        m_desktop.reset();
        m_profile.reset();
        m_other.reset();
    }

    void signInShowsTheServerBeforeThePasswordLeaves()
    {
        type(m_town.url().authority());
        key(Qt::Key_Tab);
        type(QString::fromLatin1(demoLogin));
        key(Qt::Key_Tab);
        type(QString::fromLatin1(demoPassword));
        key(Qt::Key_Return);
        auto *page = qobject_cast<SignInPage *>(m_desktop->host().currentWidget());
        QVERIFY(page);
        QTRY_VERIFY_WITH_TIMEOUT(shows(page, m_town.fingerprint().left(47)), 30'000);
        QVERIFY(m_profile->pin(m_town.url()).isEmpty());
        key(Qt::Key_Space); // this is our server
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->mainWindow(), 60'000);
        QVERIFY(!m_profile->pin(m_town.url()).isEmpty());
        QVERIFY(m_other->open());
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"Who"_s, 10'000);
    }

    void aCallOfAKnownCallerIsSeenAtTheOtherDesk()
    {
        key(Qt::Key_F2);
        type(u"0612345678"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(focusName(), u"What"_s);
        type(u"lam"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(focusName(), u"Where"_s);
        type(u"tanne"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(focusName(), u"Text"_s);
        type(u"Zinnia devant le numero 4"_s);
        transmit();
        QTRY_VERIFY_WITH_TIMEOUT(isSeenByTheOther(u"zinnia"_s), 20'000);
        QTRY_COMPARE(focusName(), u"Who"_s);
    }

    void aNewCallerIsMadeWithoutLeavingTheForm()
    {
        key(Qt::Key_F3);
        type(u"Quetzalcoatl Ines"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY(focusName() != u"Who"_s);
        while (focusName() != u"What"_s && m_pressed < mostKeys)
            key(Qt::Key_Return);
        type(u"Azulejo perdu"_s);
        key(Qt::Key_Tab);
        transmit();
        QTRY_VERIFY_WITH_TIMEOUT(isSeenByTheOther(u"azulejo"_s), 20'000);
        QTRY_COMPARE(focusName(), u"Who"_s);
    }

    void anAnswerOnTheSpotIsClosedAtOnce()
    {
        key(Qt::Key_F2);
        key(Qt::Key_Tab);
        QTRY_COMPARE(focusName(), u"What"_s);
        type(u"Horaires du xylophone"_s);
        key(Qt::Key_Tab);
        key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(isSeenByTheOther(u"xylophone"_s), 20'000);
        const QJsonObject row = m_other->search(u"xylophone"_s).first().toObject();
        QVERIFY(row.value("status"_L1) == "closed"_L1 || row.value("status"_L1) == "answered"_L1);
    }

    void ctrlZTakesBackTheLastContact()
    {
        key(Qt::Key_F2);
        key(Qt::Key_Tab);
        type(u"Yourte mal garee"_s);
        key(Qt::Key_Tab);
        transmit();
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"Who"_s, 10'000);
        QTRY_VERIFY(m_desktop->mainWindow()->canUndo());
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_desktop->mainWindow()->canUndo());
        QTRY_VERIFY_WITH_TIMEOUT(isSeenByTheOther(u"yourte"_s), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_other->search(u"yourte"_s).first().toObject().value("status"_L1).toString(), u"closed"_s,
                                  20'000);
    }

    void workGoesOnWithoutNetworkAndArrivesAfterwards()
    {
        QCOMPARE(m_town.server().terminate(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->session().engine().state().phase == SyncPhase::Offline, 30'000);
        key(Qt::Key_F2);
        key(Qt::Key_Tab);
        QTRY_COMPARE(focusName(), u"What"_s);
        type(u"Wapiti au jardin"_s);
        key(Qt::Key_Tab);
        transmit();
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), u"Who"_s, 10'000);
        QTRY_VERIFY(m_desktop->session().engine().state().outbox.queued > 0);

        QVERIFY(m_town.serve());
        m_desktop->session().engine().networkRegained();
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->session().engine().state().outbox.queued, 0, 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(isSeenByTheOther(u"wapiti"_s), 60'000);
    }

    void theCommandFieldOpensARequestByItsNumber()
    {
        const QString number = m_other->search(u"zinnia"_s).first().toObject().value("number"_L1).toString();
        QVERIFY(!number.isEmpty());
        key(Qt::Key_K, Qt::ControlModifier);
        type(number);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->mainWindow()->current()->id(), u"requests"_s, 10'000);
    }

    void lockingClosesTheDeskAndThePasswordOpensItOffline()
    {
        QCOMPARE(m_town.server().terminate(), 0);
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!m_desktop->mainWindow());
        type(QString::fromLatin1("not the right password"));
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->host().currentWidget()->findChild<InlineError *>()->isVisible(), 20'000);
        QApplication::focusWidget()->setProperty("text", QString());
        type(QString::fromLatin1(demoPassword));
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->mainWindow(), 20'000);
    }

private:
    static constexpr int mostKeys = 2000;

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(focus(), key, modifiers);
        ++m_pressed;
    }
    void type(const QString &text)
    {
        for (const QChar c : text) {
            QTest::keyClick(focus(), c.toLatin1());
            ++m_pressed;
        }
    }
    //! A field that the card requires warns once; the same key again passes it.
    void transmit()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        if (!QTest::qWaitFor([this] { return focusName() == u"Who"_s; }, 2000))
            key(Qt::Key_Return, Qt::ControlModifier);
    }
    QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &m_desktop->host(); }
    QString focusName() { return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString(); }
    bool isSeenByTheOther(const QString &word) { return !m_other->search(word).isEmpty(); }
    static bool shows(const QWidget *page, const QString &text)
    {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    DeskTown m_town;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    MemoryVault m_vault;
    Translations m_translations;
    Options m_options;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Desktop> m_desktop;
    std::unique_ptr<DeskProcess> m_other;
    int m_pressed = 0;
};

QTEST_MAIN(DesksTest)
#include "tst_desks.moc"
