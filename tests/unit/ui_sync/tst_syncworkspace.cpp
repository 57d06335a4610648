#include "ui_common/words.h"
#include "ui_sync/exchangemodel.h"
#include "ui_sync/syncwords.h"
#include "unit/ui_sync/syncscene.h"

#include <QtGui/QClipboard>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListView>
#include <QtWidgets/QTableView>

using namespace parvis;
using namespace Qt::StringLiterals;

class SyncWorkspaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<SyncScene>();
        QVERIFY(QTest::qWaitForWindowActive(m_scene->workspace.get()));
        QTRY_COMPARE(m_scene->controller.toSettle().rowCount(), 1);
        m_scene->workspace->firstFocus()->setFocus();
    }
    void cleanup() { m_scene.reset(); }

    void workIsListedWithItsReason()
    {
        QAbstractItemModelTester tester(&m_scene->controller.toSettle());
        QCOMPARE(m_scene->controller.toSend().rowCount(), 1);
        const QString text = m_scene->controller.toSettle().index(0).data().toString();
        QVERIFY2(text.contains(u"2026-014290"_s) && text.contains(u"subject"_s), qPrintable(text));
        QVERIFY2(text.contains(sentence(Refusal::LostRace)), qPrintable(text));
        QVERIFY(m_scene->controller.toSend().index(0).data().toString().contains(u"address"_s));
        QVERIFY(m_scene->workspace->firstFocus() == m_scene->workspace->findChild<QListView *>(u"toSettle"_s));
    }

    void mineIsTakenByAKey()
    {
        QSignalSpy badge(m_scene->workspace.get(), &Workspace::badgeChanged);
        key(Qt::Key_M, Qt::AltModifier);
        QTRY_COMPARE(m_scene->controller.toSettle().rowCount(), 0);
        QCOMPARE(subject(), u"Lampadaire qui clignote"_s);
        QTRY_COMPARE(m_scene->controller.toSend().rowCount(), 3); // the address, the subject again, the proposal's state
        QCOMPARE(badge.last().first().toInt(), 0);
    }

    void whatStandsIsKeptByAKey()
    {
        key(Qt::Key_K, Qt::AltModifier);
        QTRY_COMPARE(m_scene->controller.toSettle().rowCount(), 0);
        QCOMPARE(subject(), u"Lampe cassée"_s);
    }

    void enterOpensTheRequest()
    {
        key(Qt::Key_Return);
        QCOMPARE(m_scene->navigator.opened.size(), 1);
        QVERIFY(m_scene->navigator.opened.first() == std::pair(Kind::Request, m_scene->lamp));
    }

    void theReportHoldsNoPersonalData()
    {
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString report = QApplication::clipboard()->text();
        QVERIFY(report.contains(u"/v1/push"_s));
        QVERIFY(report.contains(u"state=signed-out"_s));
        QVERIFY(report.contains(u"reason=lost_race"_s));
        for (const QString &secret : {u"Lampadaire"_s, u"Lampe"_s, u"rousseau"_s, u"Valmy"_s, u"014290"_s})
            QVERIFY2(!report.contains(secret, Qt::CaseInsensitive), qPrintable(secret));
    }

    //! The list is read by agents: what for, how much, how it went; the report has the routes.
    void exchangesAreSaidInWords()
    {
        const auto *model = m_scene->workspace->findChild<QTableView *>(u"exchanges"_s)->model();
        const auto cell = [model](int row, int column) { return model->index(row, column).data().toString(); };
        QCOMPARE(cell(1, ExchangeModel::What), u"Work sent"_s);
        QCOMPARE(cell(1, ExchangeModel::Outcome), u"done"_s);
        QCOMPARE(cell(0, ExchangeModel::What), u"Changes fetched"_s);
        for (int column = 0; column < model->columnCount(); ++column)
            QVERIFY(!cell(0, column).contains(u"/v1"_s));
    }

    void f5AsksTheHubAtOnce()
    {
        m_scene->transport.isReachable = true;
        m_scene->engine.signIn(u"rousseau"_s, u"a long passphrase"_s);
        QTRY_VERIFY(m_scene->engine.isSignedIn());
        QTRY_VERIFY(m_scene->engine.state().phase == SyncPhase::UpToDate || m_scene->transport.asked > 3);
        m_scene->transport.isReachable = false;
        m_scene->engine.networkRegained();
        key(Qt::Key_F5);
        QTRY_VERIFY(m_scene->engine.state().phase == SyncPhase::Offline);
        QTRY_COMPARE(m_scene->workspace->findChild<QLabel *>(u"state"_s)->text(), u"Offline"_s);
        const int before = m_scene->transport.asked;
        key(Qt::Key_F5);
        QTRY_VERIFY(m_scene->transport.asked > before);
    }

    void everyStateIsExplained()
    {
        const QTimeZone zone("Europe/Paris");
        for (int phase = 0; phase <= int(SyncPhase::Refused); ++phase) {
            SyncState state;
            state.phase = SyncPhase(phase);
            state.total = 100'000;
            state.done = 40'000;
            const StateText text = stateText(state, zone, QDate(2026, 11, 23));
            QVERIFY(!text.title.isEmpty() && !text.explanation.isEmpty() && !text.icon.isEmpty());
            state.reason = Error{ErrorCode::Certificate, {}, 0};
            state.retryAt = smalltown::monday;
            QVERIFY(stateText(state, zone, QDate(2026, 11, 23)).explanation.contains(u"10:00"_s));
        }
    }

private:
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    QString subject()
    {
        const auto document = m_scene->desk.store().document(Kind::Request, m_scene->lamp);
        return (**document)["subject"_L1].toString();
    }

    std::unique_ptr<SyncScene> m_scene;
};

QTEST_MAIN(SyncWorkspaceTest)
#include "tst_syncworkspace.moc"
