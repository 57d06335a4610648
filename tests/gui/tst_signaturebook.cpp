#include "guidesk.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QListView>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The signature book in the real window over the real server: approved, taken back, returned; the next step sees what was
//! approved.
class SignatureBookTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private:
    QAbstractItemModel *queue()
    {
        auto *list = window()->findChild<QListView *>(u"approvals.list"_s);
        return list ? list->model() : nullptr;
    }
    QString current() { return window()->findChild<QListView *>(u"approvals.list"_s)->currentIndex().data().toString(); }
    bool opens()
    {
        goTo(u"approvals"_s);
        return QTest::qWaitFor([this] { return window()->current()->id() == "approvals"_L1 && queue()->rowCount() > 0; },
                               20'000) &&
               QTest::qWaitFor([this] { return !current().isEmpty(); });
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(2500)); }
    void cleanupTestCase() { stop(); }

    void theDirectorApprovesTakesBackAndReturns()
    {
        QVERIFY(signIn(u"p.dangeville"_s));
        QVERIFY(opens());
        const int waiting = queue()->rowCount();
        shoot(u"parapheur-1"_s);
        // By the day, the first is a reply to ten: A goes through its sample before it approves.
        constexpr int mostOfASample = 8;
        for (int i = 0; i < mostOfASample && queue()->rowCount() == waiting; ++i) {
            QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
            (void)QTest::qWaitFor([&] { return queue()->rowCount() < waiting; }, 1000);
        }
        QTRY_COMPARE(queue()->rowCount(), waiting - 1);
        QVERIFY(isSent());
        QCOMPARE(queue()->rowCount(), waiting - 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(queue()->rowCount(), waiting);
        QVERIFY(isSent());
        QCOMPARE(queue()->rowCount(), waiting);
        QVERIFY(press(Qt::Key_R, u"approvals.return"_s));
        type(u"A revoir"_s);
        shoot(u"parapheur-2-retour"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(queue()->rowCount(), waiting - 1);
        QVERIFY(isSent());
        QCOMPARE(queue()->rowCount(), waiting - 1); // the hub agrees
    }

    //! Whoever comes next in the circuit has what the director approved.
    void theElectedMemberComesAfter()
    {
        QVERIFY(signIn(u"a.delmotte"_s));
        goTo(u"approvals"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window()->current()->id(), u"approvals"_s, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(queue() != nullptr, 10'000);
        const int before = queue()->rowCount();
        QVERIFY(signIn(u"p.dangeville"_s));
        QVERIFY(opens());
        while (queue()->rowCount() > 0) { // the whole book
            const int left = queue()->rowCount();
            QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
            if (!QTest::qWaitFor([&] { return queue()->rowCount() < left; }, 300))
                continue; // one reply to many: the next of its sample
        }
        QVERIFY(isSent());
        shoot(u"parapheur-3-vide"_s);
        QVERIFY(signIn(u"a.delmotte"_s));
        goTo(u"approvals"_s);
        QTRY_VERIFY_WITH_TIMEOUT(queue() && queue()->rowCount() > before, 20'000);
        shoot(u"parapheur-4-suite"_s);
    }
};

QTEST_MAIN(SignatureBookTest)
#include "tst_signaturebook.moc"
