#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_shell/notifyfields.h"
#include "ui_shell/preferencespage.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTimeEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The notification preferences, by keys alone.
class NotifyFieldsTest final : public QObject
{
    Q_OBJECT

    template <typename T>
    T *field(const QString &name)
    {
        return m_page->findChild<T *>(name);
    }
    static void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    static NotifyPreferences last(const QSignalSpy &spy) { return spy.last().first().value<NotifyPreferences>(); }

    std::unique_ptr<PreferencesPage> m_page;

private Q_SLOTS:
    void init()
    {
        m_page = std::make_unique<PreferencesPage>(Preferences());
        m_page->resize(900, 900);
        static_cast<QWidget *>(m_page.get())->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void showingIsNoChoice()
    {
        QSignalSpy chosen(&m_page->notifyFields(), &NotifyFields::chosen);
        NotifyPreferences p;
        p.mail = {Alerts::None, Alerts::AtOnce, Alerts::Digest, Alerts::AtOnce};
        p.tray = p.quietDaysOff = false;
        p.quietFrom = QTime(20, 15);
        p.quietTo = QTime(7, 30);
        m_page->notifyFields().show(p, u"m.roussel@ingeville.example"_s);
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(field<QComboBox>(u"assigned"_s)->currentData().toInt(), int(Alerts::None));
        QCOMPARE(field<QTimeEdit>(u"quietFrom"_s)->time(), QTime(20, 15));
        QVERIFY(!field<QCheckBox>(u"tray"_s)->isChecked());
        QCOMPARE(field<QLineEdit>(u"email"_s)->text(), u"m.roussel@ingeville.example"_s);
    }

    //! From the address to the last box by Tab; each choice is told once, with all the others as they were.
    void everyChoiceByKeys()
    {
        QSignalSpy chosen(&m_page->notifyFields(), &NotifyFields::chosen),
            email(&m_page->notifyFields(), &NotifyFields::emailChosen);
        field<QLineEdit>(u"email"_s)->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"m.roussel@ingeville.example"_s);
        key(Qt::Key_Tab);
        QCOMPARE(email.size(), 1);
        QCOMPARE(email.first().first().toString(), u"m.roussel@ingeville.example"_s);
        QCOMPARE(QApplication::focusWidget(), field<QComboBox>(u"assigned"_s));
        NotifyPreferences expected;
        key(Qt::Key_Down); // of "in the morning": not at all
        expected.mail[0] = Alerts::None;
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(last(chosen), expected);
        key(Qt::Key_Tab);
        key(Qt::Key_Up);
        expected.mail[1] = Alerts::AtOnce;
        QCOMPARE(last(chosen), expected);
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field<QTimeEdit>(u"quietFrom"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"1930"_s);
        key(Qt::Key_Tab);
        expected.quietFrom = QTime(19, 30);
        QCOMPARE(last(chosen), expected);
        QCOMPARE(QApplication::focusWidget(), field<QTimeEdit>(u"quietTo"_s));
        key(Qt::Key_Tab); // to its minutes
        key(Qt::Key_Tab);
        key(Qt::Key_Space);
        expected.quietDaysOff = false;
        QCOMPARE(last(chosen), expected);
        key(Qt::Key_Tab);
        key(Qt::Key_Space);
        expected.tray = false;
        QCOMPARE(last(chosen), expected);
        QCOMPARE(chosen.size(), 5);
    }

    void whatIsNoAddressIsNotTold()
    {
        QSignalSpy email(&m_page->notifyFields(), &NotifyFields::emailChosen);
        m_page->notifyFields().show({}, u"m.roussel@ingeville.example"_s);
        auto *edit = field<QLineEdit>(u"email"_s);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, u"mireille roussel"_s);
        key(Qt::Key_Tab);
        QCOMPARE(email.size(), 0);
        QVERIFY(m_page->notifyFields().findChild<InlineError *>()->isVisible());
        // Another desk's choice comes meanwhile: what is being typed stays.
        m_page->notifyFields().show({}, u"autre@ingeville.example"_s);
        QCOMPARE(edit->text(), u"mireille roussel"_s);
        edit->setFocus();
        edit->selectAll();
        key(Qt::Key_Delete);
        QVERIFY(!m_page->notifyFields().findChild<InlineError *>()->isVisible());
        key(Qt::Key_Return);
        QCOMPARE(email.size(), 1);
        QCOMPARE(email.first().first().toString(), QString());
    }

    void everyFieldHasAName()
    {
        for (const QWidget *widget : m_page->notifyFields().findChildren<QWidget *>()) {
            const bool isField = qobject_cast<const QComboBox *>(widget) || qobject_cast<const QTimeEdit *>(widget);
            if (isField)
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(NotifyFieldsTest)
#include "tst_notifyfields.moc"
