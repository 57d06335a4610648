#include "guidesk.h"

#include "integration/deskedits.h"
#include "ui_common/action.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/notifyfields.h"

#include <QtCore/QProcess>
#include <QtCore/QTimer>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSystemTrayIcon>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QToolButton>

using namespace parvis;
using namespace Qt::StringLiterals;

//! How an agent is told, by keys in the real window over the real server, beside a real system tray.
class NotificationsTest final : public QObject, private GuiDesk
{
    Q_OBJECT

    template <typename T>
    T *field(const QString &name)
    {
        return window()->findChild<T *>(name);
    }
    bool tabToField(const QString &name)
    {
        for (int i = 0; i < 30 && focus()->objectName() != name; ++i)
            key(Qt::Key_Tab);
        return focus()->objectName() == name;
    }

    //! What the system's message says, where no desktop shows it in its own way; empty: there is none.
    static QString message()
    {
        QStringList said;
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            if (QLatin1StringView(top->metaObject()->className()) != "QBalloonTip"_L1 || !top->isVisible())
                continue;
            for (const QLabel *label : top->findChildren<QLabel *>())
                said.append(label->text());
        }
        return said.join(u'\n');
    }

    //! Another agent's desk writes to her.
    QString writeTo(const QString &login)
    {
        const QString request = newId();
        const QString service = idText(*desktop().session().actor().services.begin());
        const QJsonArray edits{
            creation(Kind::Request, request,
                     {{u"subject"_s, u"Lampe cassée"_s}, {u"service"_s, service}, {u"status"_s, u"assigned"_s}}),
            creation(Kind::Note, newId(),
                     {{u"request"_s, request}, {u"text"_s, u"@%1 à voir"_s.arg(login)}, {u"at"_s, SystemClock().now().ms}})};
        m_other->submit(edits);
        return m_other->settle() ? request : QString();
    }

    QProcess m_tray;
    std::unique_ptr<DeskProcess> m_other;

private Q_SLOTS:
    void initTestCase()
    {
        m_tray.start(u"trayer"_s,
                     {u"--edge"_s, u"top"_s, u"--align"_s, u"right"_s, u"--width"_s, u"10"_s, u"--height"_s, u"32"_s});
        QVERIFY(m_tray.waitForStarted());
        QVERIFY(start(200));
        m_other = town().desk(u"m.roussel"_s);
        QVERIFY(m_other->open() && m_other->settle());
    }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase()
    {
        m_other.reset();
        stop();
        m_tray.kill();
        m_tray.waitForFinished();
    }

    void theAgentChooses()
    {
        QVERIFY(signIn(u"a.diallo"_s));
        key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"preferences"_s);
        PARVIS_AWAIT_COMPARE(focus()->objectName(), u"email"_s);
        PARVIS_AWAIT(field<QLineEdit>(u"email"_s)->isEnabled());
        shoot(u"notifications-1-avant"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"a.diallo"_s);
        key(Qt::Key_Tab);
        shoot(u"notifications-2-pas-une-adresse"_s);
        QVERIFY(tabToField(u"mentioned"_s));
        key(Qt::Key_Up); // at once
        QVERIFY(tabToField(u"quietFrom"_s));
        type(u"0000"_s);
        QVERIFY(tabToField(u"quietTo"_s));
        type(u"0000"_s);
        QVERIFY(tabToField(u"daysOff"_s));
        key(Qt::Key_Space);
        QVERIFY(isSent());
        shoot(u"notifications-3-choisi"_s);
        desktop().setPreferences({{Scheme::Dark, 100, RowHeight::Compact}, Language::French});
        shoot(u"notifications-3-sombre"_s);
        desktop().setPreferences({{Scheme::Light, 100, RowHeight::Compact}, Language::French});
        PARVIS_AWAIT(m_other->settle() && stored() == expected(false));
        key(Qt::Key_Z, Qt::ControlModifier); // the last choice alone
        PARVIS_AWAIT(field<QCheckBox>(u"daysOff"_s)->isChecked());
        QVERIFY(isSent());
        PARVIS_AWAIT(m_other->settle() && stored() == expected(true));
        QVERIFY(tabToField(u"daysOff"_s));
        key(Qt::Key_Space);
        QVERIFY(isSent());
    }

    void theSystemTells()
    {
        QVERIFY(QSystemTrayIcon::isSystemTrayAvailable());
        const QString request = writeTo(u"a.diallo"_s);
        QVERIFY(!request.isEmpty());
        PARVIS_AWAIT(!message().isEmpty());
        QVERIFY2(!message().contains(u"Lampe"_s), qPrintable(message())); // it may stay on a locked screen
        shootScreen(u"notifications-4-barre"_s);
        // A click brings her there.
        for (QWidget *top : QApplication::topLevelWidgets()) {
            if (QLatin1StringView(top->metaObject()->className()) == "QBalloonTip"_L1 && top->isVisible())
                QTest::mouseClick(top, Qt::LeftButton);
        }
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
    }

    void notInQuietTime()
    {
        key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(tabToField(u"tray"_s));
        key(Qt::Key_Space);
        QVERIFY(isSent());
        const int before = unread();
        QVERIFY(!writeTo(u"a.diallo"_s).isEmpty());
        PARVIS_AWAIT(unread() > before); // the bell has it
        QCOMPARE(message(), QString());
    }

    //! A program with an icon in the tray ends with its window.
    void theProgramEndsWithItsWindow()
    {
        constexpr int stillThere = 3;
        QTimer::singleShot(0, &desktop().host(), [this] { desktop().host().close(); });
        QTimer::singleShot(patienceMs, qApp, [] { QCoreApplication::exit(stillThere); });
        QCOMPARE(QApplication::exec(), 0);
    }

private:
    int unread()
    {
        const auto *bell = window()->findChild<QToolButton *>(u"bell"_s);
        return bell ? bell->text().toInt() : -1;
    }

    //! As another desk has it.
    NotifyPreferences stored()
    {
        const QString me = idText(desktop().session().actor().user);
        return notifyFrom(m_other->document(u"user"_s, me).value("notify"_L1).toObject());
    }

    static NotifyPreferences expected(bool quietDaysOff)
    {
        NotifyPreferences p;
        p.mail[std::size_t(NoticeKind::Mentioned)] = Alerts::AtOnce;
        p.quietFrom = p.quietTo = QTime(0, 0);
        p.quietDaysOff = quietDaysOff;
        return p;
    }

    static void shootScreen(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PARVIS_SHOTS");
        if (!folder.isEmpty())
            QProcess::execute(u"import"_s, {u"-window"_s, u"root"_s, folder + u'/' + name + u".png"_s});
    }
};

QTEST_MAIN(NotificationsTest)
#include "tst_notifications.moc"
