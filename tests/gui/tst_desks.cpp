#include "guidesk.h"
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

    // Each step stands on the one before.
    void init() { QVERIFY2(!m_hasFailed, "what came before failed"); }
    void cleanup() { m_hasFailed = m_hasFailed || QTest::currentTestFailed(); }

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
        PARVIS_AWAIT(shows(page, m_town.fingerprint().left(47)));
        QVERIFY(m_profile->pin(m_town.url()).isEmpty());
        key(Qt::Key_Space); // this is our server
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->mainWindow(), 2 * patienceMs);
        QVERIFY(!m_profile->pin(m_town.url()).isEmpty());
        QVERIFY(m_other->open());
        PARVIS_AWAIT_COMPARE(focusName(), u"Who"_s);
    }

    void aCallOfAKnownCallerIsSeenAtTheOtherDesk()
    {
        key(Qt::Key_F2);
        type(u"0612345678"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"What"_s);
        type(u"lam"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"Where"_s);
        type(u"tanne"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"Text"_s);
        type(u"Zinnia devant le numero 4"_s);
        transmit();
        PARVIS_AWAIT(isSeenByTheOther(u"zinnia"_s));
        PARVIS_AWAIT_COMPARE(focusName(), u"Who"_s);
    }

    void aNewCallerIsMadeWithoutLeavingTheForm()
    {
        key(Qt::Key_F3);
        type(u"Quetzalcoatl Ines"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(focusName() != u"Who"_s);
        while (focusName() != u"What"_s && m_pressed < mostKeys)
            key(Qt::Key_Return);
        type(u"Azulejo perdu"_s);
        key(Qt::Key_Tab);
        transmit();
        PARVIS_AWAIT(isSeenByTheOther(u"azulejo"_s));
        PARVIS_AWAIT_COMPARE(focusName(), u"Who"_s);
    }

    void anAnswerOnTheSpotIsClosedAtOnce()
    {
        key(Qt::Key_F2);
        key(Qt::Key_Tab);
        PARVIS_AWAIT_COMPARE(focusName(), u"What"_s);
        type(u"Horaires du xylophone"_s);
        key(Qt::Key_Tab);
        key(Qt::Key_R, Qt::ControlModifier);
        PARVIS_AWAIT(isSeenByTheOther(u"xylophone"_s));
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
        PARVIS_AWAIT_COMPARE(focusName(), u"Who"_s);
        PARVIS_AWAIT(m_desktop->mainWindow()->canUndo());
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(!m_desktop->mainWindow()->canUndo());
        PARVIS_AWAIT(isSeenByTheOther(u"yourte"_s));
        PARVIS_AWAIT_COMPARE(m_other->search(u"yourte"_s).first().toObject().value("status"_L1).toString(), u"closed"_s);
    }

    void workGoesOnWithoutNetworkAndArrivesAfterwards()
    {
        QCOMPARE(m_town.server().terminate(), 0);
        PARVIS_AWAIT(m_desktop->session().engine().state().phase == SyncPhase::Offline);
        key(Qt::Key_F2);
        key(Qt::Key_Tab);
        PARVIS_AWAIT_COMPARE(focusName(), u"What"_s);
        type(u"Wapiti au jardin"_s);
        key(Qt::Key_Tab);
        transmit();
        PARVIS_AWAIT_COMPARE(focusName(), u"Who"_s);
        PARVIS_AWAIT(m_desktop->session().engine().state().outbox.queued > 0);

        QVERIFY(m_town.serve());
        m_desktop->session().engine().networkRegained();
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->session().engine().state().outbox.queued, 0, 2 * patienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(isSeenByTheOther(u"wapiti"_s), 2 * patienceMs);
    }

    void theCommandFieldOpensARequestByItsNumber()
    {
        const QString number = m_other->search(u"zinnia"_s).first().toObject().value("number"_L1).toString();
        QVERIFY(!number.isEmpty());
        key(Qt::Key_K, Qt::ControlModifier);
        type(number);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(m_desktop->mainWindow()->current()->id(), u"requests"_s);
    }

    void lockingClosesTheDeskAndThePasswordOpensItOffline()
    {
        QCOMPARE(m_town.server().terminate(), 0);
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        PARVIS_AWAIT(!m_desktop->mainWindow());
        type(QString::fromLatin1("not the right password"));
        key(Qt::Key_Return);
        PARVIS_AWAIT(m_desktop->host().currentWidget()->findChild<InlineError *>()->isVisible());
        QApplication::focusWidget()->setProperty("text", QString());
        type(QString::fromLatin1(demoPassword));
        key(Qt::Key_Return);
        PARVIS_AWAIT(m_desktop->mainWindow());
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
        if (focusName() != u"Who"_s) // where what is taken leads at once
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
    bool m_hasFailed = false;
};

QTEST_MAIN(DesksTest)
#include "tst_desks.moc"
