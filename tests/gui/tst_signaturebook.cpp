#include "guidesk.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtWidgets/QApplication>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The signature book in the real window over the real server: approved, taken back, returned; the next step sees what was
//! approved.
class SignatureBookTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private:
    static QString nothingWaits() { return QCoreApplication::translate("parvis::PagePane", "Nothing waits for you"); }
    QAbstractItemModel *queue()
    {
        auto *list = signatureBook();
        return list ? list->model() : nullptr;
    }
    QString current() { return signatureBook()->currentIndex().data().toString(); }
    bool opens()
    {
        goTo(u"approvals"_s);
        return QTest::qWaitFor([this] { return window()->current()->id() == "approvals"_L1 && queue()->rowCount() > 0; },
                               patienceMs) &&
               QTest::qWaitFor([this] { return !current().isEmpty(); }, patienceMs);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(2500)); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    void theDirectorApprovesTakesBackAndReturns()
    {
        QVERIFY(signIn(u"p.dangeville"_s));
        QVERIFY(opens());
        const int waiting = queue()->rowCount();
        shoot(u"parapheur-1"_s);
        // By the day, the first is a reply to ten: A goes through its sample before it approves.
        constexpr int mostOfASample = 8;
        // What it approves leaves the list at once.
        for (int i = 0; i < mostOfASample && queue()->rowCount() == waiting; ++i)
            QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
        PARVIS_AWAIT_COMPARE(queue()->rowCount(), waiting - 1);
        QVERIFY(isSent());
        QCOMPARE(queue()->rowCount(), waiting - 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(queue()->rowCount(), waiting);
        QVERIFY(isSent());
        QCOMPARE(queue()->rowCount(), waiting);
        QVERIFY(press(Qt::Key_R, u"approvals.return"_s));
        type(u"A revoir"_s);
        shoot(u"parapheur-2-retour"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(queue()->rowCount(), waiting - 1);
        QVERIFY(isSent());
        QCOMPARE(queue()->rowCount(), waiting - 1); // the hub agrees
    }

    //! Whoever comes next in the circuit has what the director approved.
    void theElectedMemberComesAfter()
    {
        QVERIFY(signIn(u"a.delmotte"_s));
        goTo(u"approvals"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"approvals"_s);
        PARVIS_AWAIT(queue() && (queue()->rowCount() > 0 || shows(nothingWaits())));
        const int before = queue()->rowCount();
        QVERIFY(signIn(u"p.dangeville"_s));
        QVERIFY(opens());
        constexpr int mostKeys = 500;
        for (int keys = 0; keys < mostKeys && queue()->rowCount() > 0; ++keys) // the whole book
            QVERIFY(press(Qt::Key_A, u"approvals.approve"_s));
        QCOMPARE(queue()->rowCount(), 0);
        QVERIFY(isSent());
        shoot(u"parapheur-3-vide"_s);
        QVERIFY(signIn(u"a.delmotte"_s));
        goTo(u"approvals"_s);
        PARVIS_AWAIT(queue() && queue()->rowCount() > before);
        shoot(u"parapheur-4-suite"_s);
    }
};

QTEST_MAIN(SignatureBookTest)
#include "tst_signaturebook.moc"
