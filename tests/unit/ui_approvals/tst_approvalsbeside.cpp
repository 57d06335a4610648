#include "approvalsscene.h"

#include "ui_approvals/besidepane.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What whoever signs has beside the reply, and what everybody sees of it.
class TestApprovalsBeside final : public QObject
{
    Q_OBJECT

private:
    static ReplyDecision last(ApprovalsScene &scene, const Id &reply) { return decisionsOf(scene.desk.reply(reply)).last(); }
    static QString beside(ApprovalsScene &scene) { return scene.find<BesidePane>()->findChild<RichTextView *>()->toPlainText(); }

private Q_SLOTS:
    void initTestCase() { new AppTheme(*qApp, this); }

    //! N: a word for the others, which decides nothing.
    void annotatedByAKey()
    {
        ApprovalsScene scene;
        const Id reply = scene.desk.submit(u"Un"_s, 1);
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        scene.key(Qt::Key_N);
        scene.type(u"Vu avec le service"_s);
        scene.key(Qt::Key_Return);
        QTRY_COMPARE(last(scene, reply).act, ReplyAct::Remarked);
        QCOMPARE(last(scene, reply).text, u"Vu avec le service"_s);
        QCOMPARE(scene.desk.reply(reply).state, ReplyState::InApproval);
        QVERIFY(scene.book.mayDecide());
        QTRY_VERIFY(beside(scene).contains(u"Vu avec le service"_s));
    }

    //! Ctrl+2: everybody sees what waits on whom, and since when.
    void everybodySeesWhatWaitsOnWhom()
    {
        for (const QString &login : {u"delmas"_s, u"petit"_s}) {
            ApprovalsScene scene(login);
            const Id first = scene.desk.submit(u"Un"_s, 1);
            scene.desk.submit(u"Deux"_s, 2);
            scene.desk.approveAt(u"delmas"_s, first); // waits on the next one
            scene.open();
            QTRY_VERIFY(scene.book.isLoaded());
            scene.key(Qt::Key_2, Qt::ControlModifier);
            const QAbstractItemModel *list = scene.book.list().index(0, 0).model();
            QTRY_COMPARE(scene.book.list().items().size(), 2);
            QStringList lines;
            for (int row = 0; row < list->rowCount(); ++row)
                lines.append(list->index(row, 0).data(Qt::AccessibleTextRole).toString());
            const QString all = lines.join(u'\n');
            QVERIFY2(all.contains(u"waits on Rose Vidal since"_s), qPrintable(all));
            QVERIFY2(all.contains(u"waits on Anne Delmas since"_s) || all.contains(u"Delmas since"_s), qPrintable(all));
        }
    }

    //! What the citizen asked, who they are, and what was said to them stands beside the reply.
    void theRequestStandsBeside()
    {
        ApprovalsScene scene;
        const Id reply = scene.desk.submit(u"Un"_s, 1);
        const Id request = scene.desk.reply(reply).request;
        scene.desk.patch(Kind::Request, request,
                         {{u"text"_s, u"Le lampadaire est éteint."_s}, {u"citizen"_s, idText(smalltown::claire().id)}});
        Note note;
        note.id = smalltown::id(u"note"_s);
        note.request = request;
        note.text = u"Lampe commandée."_s;
        note.author = smalltown::id(u"petit"_s);
        note.at = scene.desk.clock.now();
        scene.desk.take(note);
        scene.desk.flush();
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        for (const QString &words : {u"Le lampadaire est éteint."_s, u"Claire Dumont"_s, u"Lampe commandée."_s})
            QTRY_VERIFY2(beside(scene).contains(words), qPrintable(beside(scene)));
    }
};

QTEST_MAIN(TestApprovalsBeside)
#include "tst_approvalsbeside.moc"
