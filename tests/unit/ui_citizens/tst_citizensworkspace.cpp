#include "presentation/referenceloader.h"
#include "ui_citizens/citizensworkspace.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "unit/presentation/smallstore.h"
#include "unit/ui_desk/fakenavigator.h"
#include "unit/ui_desk/names.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTableView>

#include <optional>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

struct Bench
{
    Bench() : gate(*desk.store)
    {
        loader.load();
        if (!QTest::qWaitFor([this] { return !town.cards().isEmpty(); }))
            qFatal("the town did not load");
        record.setActor(desk.actor);
        workspace.emplace(model, record, events, town, desk.clock, navigator);
        workspace->resize(1366 - 88, 768 - 84);
        workspace->show();
        workspace->activate({});
        workspace->firstFocus()->setFocus();
        if (!QTest::qWaitForWindowActive(&*workspace))
            qFatal("no window");
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(focus(), key, modifiers); }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(focus(), c.toLatin1());
    }
    QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &*workspace; }
    QTableView *table() { return workspace->findChild<QTableView *>(); }
    QLineEdit *field(const QString &name) { return workspace->findChild<QLineEdit *>(name); }
    Citizen claireNow()
    {
        const auto document = desk.store->document(Kind::Citizen, smalltown::claire().id);
        return fromDocument<Citizen>(smalltown::claire().id, **document);
    }

    smalltown::Desk desk;
    ImmediateStore gate;
    StoreEvents events;
    ReferenceData town;
    ReferenceLoader loader{gate, events, town};
    FakeNavigator navigator;
    CitizenSearchModel model{gate};
    CitizenRecordController record{gate, events};
    std::optional<CitizensWorkspace> workspace;
};

} // namespace

class TestCitizensWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { new AppTheme(*qApp, this); }

    void searchOnly()
    {
        Bench bench;
        const QAbstractItemModelTester tester(&bench.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.type(u"du"_s);
        QCOMPARE(bench.model.rowCount(), 0);
        QVERIFY(!bench.table()->isVisible());
        bench.type(u"m"_s);
        QTRY_COMPARE(bench.model.rowCount(), 2);
        QVERIFY(bench.table()->isVisible());
        bench.key(Qt::Key_Backspace);
        QCOMPARE(bench.model.rowCount(), 0);
    }

    void theRecordHasAllRequests()
    {
        Bench bench;
        bench.type(u"06 12 34 56 78"_s);
        QTRY_COMPARE(bench.model.rowCount(), 1);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.record.record());
        QCOMPARE(bench.record.record()->requests.size(), 2);
        bench.key(Qt::Key_Return); // to the requests
        auto *lines = bench.workspace->findChild<RequestLines *>();
        QVERIFY(lines->hasFocus());
        QCOMPARE(lines->current(), smalltown::id(u"2026-014233"_s)); // the open one first
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.navigator.opened.size(), 1);
        QCOMPARE(bench.navigator.opened.first().second, smalltown::id(u"2026-014233"_s));
    }

    void whoIsNamedWholeComesFirst()
    {
        Bench bench;
        bench.type(u"dumont"_s);
        QTRY_COMPARE(bench.model.rowCount(), 2);
        QCOMPARE(bench.model.index(0, CitizenSearchModel::Name).data().toString(), u"Mme Claire Dumont"_s);
        QCoreApplication::processEvents();
        QVERIFY(bench.record.id().isNull()); // two are found: the agent says which
        QVERIFY(bench.workspace->findChild<QStackedWidget *>()->currentWidget()->inherits("parvis::EmptyState"));
        bench.type(u"i"_s);
        QTRY_COMPARE(bench.model.rowCount(), 1);
        QTRY_VERIFY(bench.record.record());
        QCOMPARE(bench.record.record()->citizen.lastName, u"Dumontier"_s);
        QVERIFY(bench.workspace->firstFocus()->hasFocus());
    }

    void nobodysRecordStandsForWhoWasLookedFor()
    {
        Bench bench;
        bench.type(u"06 12 34 56 78"_s);
        QTRY_COMPARE(bench.model.rowCount(), 1);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.record.record());
        bench.workspace->firstFocus()->setFocus();
        bench.type(u"zz"_s);
        QTRY_COMPARE(bench.model.rowCount(), 0);
        QTRY_VERIFY(!bench.record.record());
    }

    void correctsInPlaceWithHistoryAndUndo()
    {
        Bench bench;
        bench.workspace->activate({Kind::Citizen, smalltown::claire().id, {}});
        QTRY_VERIFY(bench.record.record());
        bench.key(Qt::Key_F2);
        QCOMPARE(QApplication::focusWidget(), bench.field(u"lastName"_s));
        bench.type(u"Martin"_s);
        QVERIFY(bench.record.isDirty());
        bench.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(bench.claireNow().lastName, u"Martin"_s);
        QVERIFY(!bench.record.isDirty());
        bench.events.publish(bench.desk.hubAnswers());
        QTRY_COMPARE(bench.record.record()->history.size(), 1);
        QTRY_VERIFY(bench.navigator.lastUndo);
    }

    void undoTakesTheCorrectionBack()
    {
        Bench bench;
        bench.workspace->activate({Kind::Citizen, smalltown::claire().id, {}});
        QTRY_VERIFY(bench.record.record());
        bench.key(Qt::Key_F2);
        bench.type(u"Martin"_s);
        bench.key(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(bench.navigator.lastUndo);
        bench.navigator.lastUndo();
        QTRY_COMPARE(bench.claireNow().lastName, u"Dumont"_s);
        QTRY_COMPARE(bench.field(u"lastName"_s)->text(), u"Dumont"_s);
    }

    //! What was typed and not saved is there again when the record is opened again, and others' changes come in below it.
    void typedTextSurvives()
    {
        Bench bench;
        bench.workspace->activate({Kind::Citizen, smalltown::claire().id, {}});
        QTRY_VERIFY(bench.record.record());
        bench.key(Qt::Key_F2);
        bench.type(u"Martin"_s);
        bench.workspace->activate({Kind::Citizen, smalltown::citizens().at(1).id, {}});
        QTRY_COMPARE(bench.field(u"lastName"_s)->text(), u"Dumontier"_s);
        QVERIFY(!bench.record.isDirty());
        bench.workspace->activate({Kind::Citizen, smalltown::claire().id, {}});
        QTRY_COMPARE(bench.field(u"lastName"_s)->text(), u"Martin"_s);
        QVERIFY(bench.record.isDirty());

        ChangesPage page;
        const qint64 seq = ++bench.desk.head.seq;
        page.changes = {{seq,
                         ChangeOp::Patch,
                         Kind::Citizen,
                         smalltown::claire().id,
                         {{u"email"_s, u"c@exemple.fr"_s}},
                         {},
                         smalltown::id(u"leroy"_s),
                         smalltown::id(u"elsewhere"_s),
                         1,
                         bench.desk.clock.now()}};
        page.next = bench.desk.head;
        const auto touched = bench.desk.store->apply(page);
        QVERIFY(touched);
        bench.events.publish(touched.value());
        QTRY_COMPARE(bench.field(u"email"_s)->text(), u"c@exemple.fr"_s);
        QCOMPARE(bench.field(u"lastName"_s)->text(), u"Martin"_s);
        bench.key(Qt::Key_Backspace, Qt::ControlModifier);
        bench.record.revert();
        QTRY_COMPARE(bench.field(u"lastName"_s)->text(), u"Dumont"_s);
    }

    void badValuesAreSaidAndNotSaved()
    {
        Bench bench;
        bench.workspace->activate({Kind::Citizen, smalltown::claire().id, {}});
        QTRY_VERIFY(bench.record.record());
        bench.field(u"phone"_s)->setFocus();
        bench.field(u"phone"_s)->selectAll();
        bench.type(u"abc"_s);
        bench.key(Qt::Key_S, Qt::ControlModifier);
        QVERIFY(!bench.workspace->findChild<InlineError *>()->text().isEmpty());
        QCOMPARE(bench.claireNow().phone, u"+33612345678"_s);
    }

    void everythingHasAName()
    {
        Bench bench;
        bench.workspace->activate({Kind::Citizen, smalltown::claire().id, {}});
        QTRY_VERIFY(bench.record.record());
        QCOMPARE(nameless(&*bench.workspace).join(u", "_s), QString());
    }

    void escapeStepsBack()
    {
        Bench bench;
        bench.type(u"dumont"_s);
        QTRY_COMPARE(bench.model.rowCount(), 2);
        bench.key(Qt::Key_Return);
        bench.key(Qt::Key_F2);
        QVERIFY(bench.workspace->stepBack());
        QVERIFY(bench.table()->hasFocus());
        QVERIFY(bench.workspace->stepBack());
        QCOMPARE(bench.focus(), bench.workspace->firstFocus());
        QVERIFY(!bench.workspace->stepBack());
    }

    void fitsTheSmallScreen()
    {
        AppTheme theme(*qApp);
        for (const int percent : {100, 150}) {
            theme.apply({Scheme::Light, percent, RowHeight::Compact});
            Bench bench;
            bench.type(u"dumont clai"_s);
            QTRY_COMPARE(bench.model.rowCount(), 1);
            bench.key(Qt::Key_Return);
            QTRY_VERIFY(bench.record.record());
            QVERIFY(bench.workspace->minimumSizeHint().width() <= 1366 - 88);
            QVERIFY(bench.workspace->minimumSizeHint().height() <= 768 - 84);
            if (const QString dir = qEnvironmentVariable("PARVIS_SHOTS"); !dir.isEmpty())
                bench.workspace->grab().save(u"%1/citizens-%2.png"_s.arg(dir).arg(percent));
        }
        theme.apply({});
    }
};

QTEST_MAIN(TestCitizensWorkspace)
#include "tst_citizensworkspace.moc"
