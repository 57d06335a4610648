#include "approvalsscene.h"

#include "store/blobs.h"
#include "ui_approvals/replydifference.h"
#include "ui_common/filepreview.h"
#include "ui_common/replypaper.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "unit/ui_desk/names.h"

#include <QtCore/QBuffer>
#include <QtCore/QCryptographicHash>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! The signature book by keys alone.
class TestApprovalsWorkspace : public QObject
{
    Q_OBJECT

private:
    static ReplyDecision last(ApprovalsScene &scene, const Id &reply) { return decisionsOf(scene.desk.reply(reply)).last(); }

    static QString read(ApprovalsScene &scene) { return scene.find<ReplyPaper>()->findChild<QTextBrowser *>()->toPlainText(); }

    static void asMail(Reply &r)
    {
        r.recipients = {toJson(ReplyDesk::recipient(r.request, ReplyChannel::Email, r.subject, r.text))};
    }

private Q_SLOTS:
    void initTestCase() { new AppTheme(*qApp, this); }

    void anEmptyBookSaysWhatItIsFor()
    {
        ApprovalsScene scene;
        scene.open();
        QTRY_VERIFY(scene.book.isLoaded());
        QStringList texts;
        for (const QLabel *label : scene.find<EmptyState>()->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(u"Nothing waits for you"_s));
        QCOMPARE(nameless(&scene.workspace), QStringList());
    }

    //! One pass: at most three keys each, letters and mails, some scrolled, some returned.
    void thirtyRepliesInOnePass()
    {
        ApprovalsScene scene;
        QList<Id> all;
        for (int i = 0; i < 30; ++i)
            all.append(scene.desk.submit(u"Réponse %1"_s.arg(i), i % 12, [i](Reply &r) {
                if (i % 2 == 0)
                    asMail(r);
            }));
        scene.open();
        QTRY_COMPARE(scene.book.waiting(), 30);
        QTRY_VERIFY(!scene.book.shown().isNull());
        scene.keys = 0;
        for (int i = 0; i < 30; ++i) {
            const Id shown = scene.book.shown();
            QTRY_VERIFY(scene.isShown(shown));
            scene.key(Qt::Key_Space); // reads to the end
            scene.key(Qt::Key_A);
            QTRY_VERIFY(scene.book.shown() != shown);
        }
        QVERIFY2(scene.keys <= 90, qPrintable(QString::number(scene.keys)));
        QTRY_COMPARE(scene.book.waiting(), 0);
        for (const Id &id : all)
            QCOMPARE(last(scene, id).seal, scene.desk.reply(id).seal);
        QVERIFY(scene.book.shown().isNull());
        QVERIFY(scene.focus() == scene.workspace.firstFocus());
    }

    void returnedByKeysWithAReason()
    {
        ApprovalsScene scene;
        const Id first = scene.desk.submit(u"Un"_s, 1), second = scene.desk.submit(u"Deux"_s, 2);
        scene.open();
        QTRY_VERIFY(scene.isShown(first));
        scene.key(Qt::Key_R);
        QCOMPARE(scene.focus()->objectName(), u"approvals.reason"_s);
        scene.key(Qt::Key_Return); // no reason, no return
        const QList<InlineError *> errors = scene.workspace.findChildren<InlineError *>();
        QVERIFY(std::any_of(errors.begin(), errors.end(), [](const InlineError *error) {
            return error->isVisible() && error->text() == u"Say why, in a few words."_s;
        }));
        QCOMPARE(scene.book.shown(), first);
        QVERIFY(scene.book.mayDecide());
        scene.type(u"Trop tard"_s);
        scene.key(Qt::Key_Return);
        QTRY_COMPARE(last(scene, first).act, ReplyAct::Returned);
        QCOMPARE(last(scene, first).text, u"Trop tard"_s);
        QTRY_VERIFY(scene.isShown(second));
        QVERIFY(scene.focus() == scene.workspace.firstFocus());
        scene.key(Qt::Key_X);
        scene.type(u"Sans objet"_s);
        scene.key(Qt::Key_Return);
        QTRY_COMPARE(scene.desk.reply(second).state, ReplyState::Refused);
    }

    //! Escape closes the line; the words are there again for the same reply, and only for it.
    void begunReasonsStayWithTheirReply()
    {
        ApprovalsScene scene;
        const Id first = scene.desk.submit(u"Un"_s, 1), second = scene.desk.submit(u"Deux"_s, 2);
        scene.open();
        QTRY_VERIFY(scene.isShown(first));
        scene.key(Qt::Key_R);
        scene.type(u"Le ton"_s);
        QVERIFY(scene.workspace.stepBack());
        scene.key(Qt::Key_J);
        QTRY_VERIFY(scene.isShown(second));
        scene.key(Qt::Key_R);
        QCOMPARE(scene.find<QLineEdit>(u"approvals.reason"_s)->text(), QString());
        QVERIFY(scene.workspace.stepBack());
        scene.key(Qt::Key_K);
        scene.key(Qt::Key_R);
        QCOMPARE(scene.find<QLineEdit>(u"approvals.reason"_s)->text(), u"Le ton"_s);
    }

    void modifiedInThePlaceOfThePage()
    {
        ApprovalsScene scene;
        const Id reply = scene.desk.submit(u"Un"_s);
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        scene.key(Qt::Key_M);
        QCOMPARE(scene.focus()->objectName(), u"approvals.text"_s);
        scene.key(Qt::Key_End, Qt::ControlModifier);
        scene.type(u" A bientot."_s);
        QVERIFY(scene.workspace.stepBack()); // nothing typed is lost
        scene.key(Qt::Key_M);
        QVERIFY(scene.find<QPlainTextEdit>(u"approvals.text"_s)->toPlainText().endsWith(u" A bientot."_s));
        scene.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(scene.book.waiting(), 0);
        const Reply done = scene.desk.reply(reply);
        QVERIFY(recipientsOf(done).first().text.endsWith(u"huit jours. A bientot."_s));
        QVERIFY(last(scene, reply).was.contains("text"_L1));
        QTRY_VERIFY(scene.navigator.lastUndo);
    }

    //! What the step before changed is shown first, the page by one key.
    void differencesComeFirst()
    {
        ApprovalsScene scene(u"vidal"_s);
        const Id reply = scene.desk.submit(u"Un"_s, 5, asMail);
        scene.desk.approveAt(u"delmas"_s, reply,
                             [](Reply &r) { ReplyDesk::setText(r, u"Bonjour,\n\nLa lampe sera changée sous dix jours."_s); });
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        auto *differences = scene.find<ReplyDifference>();
        QTRY_VERIFY(differences->isVisible());
        QVERIFY2(differences->toPlainText().contains(u"[huit] dix jours"_s), qPrintable(differences->toPlainText()));
        scene.key(Qt::Key_D);
        QVERIFY(!differences->isVisible());
        QVERIFY(read(scene).contains(u"dix jours"_s));
        scene.key(Qt::Key_D);
        QVERIFY(differences->isVisible());
        scene.key(Qt::Key_A);
        QTRY_COMPARE(scene.desk.reply(reply).state, ReplyState::Approved);
    }

    //! A desk that came later knows the words of before only as they were written: shown is what this citizen would have read.
    void differencesAreReadWithTheCitizensValues()
    {
        ReplyDesk elsewhere;
        const Id reply = elsewhere.submit(u"Un"_s, 5, [](Reply &r) {
            asMail(r);
            r.text = u"Bonjour {{citizen.name}}, réparé lundi."_s;
            QJsonObject only = r.recipients.first().toObject();
            only.insert(u"text"_s, u"Bonjour Mme Claire Dumont, réparé lundi."_s);
            r.recipients = {only};
        });
        elsewhere.approveAt(u"delmas"_s, reply, [](Reply &r) {
            r.text = u"Bonjour {{citizen.name}}, réparé mardi."_s;
            QJsonObject only = r.recipients.first().toObject();
            only.insert(u"text"_s, u"Bonjour Mme Claire Dumont, réparé mardi."_s);
            r.recipients = {only};
        });
        ApprovalsScene scene(u"vidal"_s);
        const auto request = elsewhere.store().document(Kind::Request, id(u"Un"_s)).value();
        scene.desk.take(fromDocument<Request>(id(u"Un"_s), *request));
        scene.desk.take(elsewhere.reply(reply));
        scene.desk.flush();
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        auto *differences = scene.find<ReplyDifference>();
        QTRY_VERIFY(differences->isVisible());
        const QString shown = differences->toPlainText();
        QVERIFY2(shown.contains(u"Claire Dumont, réparé [lundi.] mardi."_s), qPrintable(shown));
        QVERIFY2(!shown.contains(u"{{"_s), qPrintable(shown));
    }

    //! What came back anew is compared with what was returned.
    void aNewRoundIsComparedWithWhatWasReturned()
    {
        ApprovalsScene scene;
        const Id reply = scene.desk.submit(u"Un"_s, 5, asMail);
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        const Reply seen = scene.desk.reply(reply);
        const Actor me = scene.desk.actorOf(u"delmas"_s);
        scene.desk.decideAt(u"delmas"_s, reply,
                            sendingBack(seen, ReplyAct::Returned, *decidable(seen, me, scene.desk.store().lookup()),
                                        {me.user, scene.desk.clock.now()}, u"Trop long"_s));
        const Reply draft = scene.desk.reply(reply);
        Reply written = draft;
        ReplyDesk::setText(written, u"Bonjour,\n\nLa lampe sera changée demain."_s);
        scene.desk.decideAt(u"petit"_s, reply, submission(draft, written, scene.desk.circuit(), {id(u"petit"_s), {}}));
        scene.book.show({});
        scene.book.show(reply);
        QTRY_VERIFY(scene.isShown(reply) && scene.find<ReplyDifference>()->isVisible());
        const QString shown = scene.find<ReplyDifference>()->toPlainText();
        QVERIFY2(shown.contains(u"[sous huit jours.]"_s) && shown.contains(u"demain."_s), qPrintable(shown));
        const auto beside = scene.find<RichTextView>()->toPlainText();
        QVERIFY2(beside.contains(u"Trop long"_s) && beside.contains(u"returned"_s), qPrintable(beside));
    }

    void aDeputyIsToldForWhom()
    {
        ApprovalsScene scene(u"roche"_s);
        const Id reply = scene.desk.submit(u"Un"_s);
        scene.desk.approveAt(u"delmas"_s, reply);
        scene.desk.setAbsent(u"vidal"_s, true);
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        QTRY_VERIFY(scene.find<QLabel>(u"approvals.behalf"_s)->text().contains(u"Rose Vidal"_s));
        scene.key(Qt::Key_A);
        QTRY_COMPARE(last(scene, reply).onBehalf, id(u"vidal"_s));
    }

    //! The key that was meant for the old text approves nothing.
    void aChangeWhileReadingBreaksTheSealVisibly()
    {
        ApprovalsScene scene(u"vidal"_s);
        const Id reply = scene.desk.submit(u"Un"_s, 5, asMail);
        scene.desk.approveAt(u"delmas"_s, reply);
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        auto *broken = scene.find<InlineError>(u"approvals.broken"_s);
        QVERIFY(!broken->isVisible());
        const Reply seen = scene.desk.reply(reply);
        scene.desk.decideAt(u"delmas"_s, reply,
                            takingBack(seen, *approvalOf(seen, 0, 0), {id(u"delmas"_s), scene.desk.clock.now()}));
        scene.desk.approveAt(u"delmas"_s, reply, [](Reply &r) { ReplyDesk::setText(r, u"Rien ne sera fait."_s); });
        QTRY_VERIFY(broken->isVisible());
        QVERIFY(scene.find<ReplyDifference>()->isVisible());
        scene.key(Qt::Key_A);
        QVERIFY(!broken->isVisible());
        QCOMPARE(last(scene, reply).by, id(u"delmas"_s));
        scene.key(Qt::Key_A);
        QTRY_COMPARE(last(scene, reply).by, id(u"vidal"_s));
    }

    void oneReplyToManyShowsEachAndWantsASample()
    {
        ApprovalsScene scene;
        const Id reply = scene.desk.submit(u"Dix"_s, 5, [&scene](Reply &r) {
            asMail(r);
            for (int i = 1; i < 10; ++i) {
                const Request other =
                    request(u"Autre %1"_s.arg(i), u"eclairage"_s, RequestStatus::InProgress, QDate(2026, 11, 30));
                scene.desk.take(other);
                Recipient to = ReplyDesk::recipient(other.id, ReplyChannel::Email, r.subject, u"Texte %1"_s.arg(i));
                to.name = u"Usager %1"_s.arg(i);
                r.recipients.append(toJson(to));
            }
        });
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        scene.key(Qt::Key_Right);
        QTRY_COMPARE(scene.find<QLabel>(u"approvals.recipient"_s)->text(), u"Usager 1, 2 of 10"_s);
        QVERIFY(read(scene).contains(u"Texte 1"_s));
        scene.key(Qt::Key_Left);
        QCOMPARE(scene.book.recipient(), 0);
        for (int i = 0; i < 2; ++i) { // two more of four
            scene.key(Qt::Key_A);
            QVERIFY(scene.find<QLabel>(u"approvals.notice"_s)->isVisible());
            QCOMPARE(last(scene, reply).act, ReplyAct::Submitted);
        }
        scene.key(Qt::Key_A);
        QTRY_COMPARE(last(scene, reply).act, ReplyAct::Approved);
    }

    void alikeAfterASampleAndUndoneByOneKey()
    {
        ApprovalsScene scene;
        const Id form = id(u"template"_s);
        const auto fromForm = [&](const QString &name, const QString &written = {}) {
            return [&, name, written](Reply &r) {
                r.replyTemplate = form;
                ReplyDesk::setText(r, u"Madame,\n\nVotre demande « %1 » est traitée."_s.arg(name) + written);
            };
        };
        for (int i = 0; i < 9; ++i) { // the words of the citizen are in each
            const QString name = u"Pareille %1"_s.arg(i);
            scene.desk.submit(name, i, fromForm(name));
        }
        const Id other = scene.desk.submit(u"Autre"_s, 20, fromForm(u"Autre"_s, u" Bien à vous."_s));
        scene.open();
        QTRY_COMPARE(scene.book.waiting(), 10);
        QTRY_VERIFY(scene.book.shownCase());
        const QAction *alike = scene.action(u"approvals.alike"_s);
        QCOMPARE(alike->text(), u"Approve all 9 alike"_s);
        scene.book.show(other);
        QTRY_VERIFY(scene.isShown(other) && !alike->isEnabled());
        scene.book.show(id(u"reply Pareille 0"_s));
        QTRY_VERIFY(alike->isEnabled());
        scene.key(Qt::Key_A, Qt::ShiftModifier);
        QTRY_VERIFY(scene.book.isSampling());
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(scene.find<QLabel>(u"approvals.notice"_s)->isVisible());
            QTRY_VERIFY(scene.book.shownCase());
            QCOMPARE(scene.book.waiting(), 10);
            scene.key(Qt::Key_A);
        }
        QTRY_COMPARE(scene.book.waiting(), 1);
        QTRY_VERIFY(scene.isShown(other));
        QVERIFY(!scene.find<QLabel>(u"approvals.notice"_s)->isVisible());
        QTRY_VERIFY(scene.navigator.lastUndo);
        scene.navigator.lastUndo();
        QTRY_COMPARE(scene.book.waiting(), 10);
    }

    void enterOpensTheRequestAndEscapeEndsTheSample()
    {
        ApprovalsScene scene;
        for (int i = 0; i < 3; ++i)
            scene.desk.submit(u"Pareille %1"_s.arg(i), i, [](Reply &r) { r.replyTemplate = id(u"template"_s); });
        scene.open();
        QTRY_VERIFY(scene.book.shownCase());
        scene.key(Qt::Key_Return);
        QCOMPARE(scene.navigator.opened.size(), 1);
        QCOMPARE(scene.navigator.opened.first().second, id(u"Pareille 0"_s));
        scene.key(Qt::Key_A, Qt::ShiftModifier);
        QTRY_VERIFY(scene.book.isSampling());
        QVERIFY(scene.workspace.stepBack());
        QVERIFY(!scene.book.isSampling());
        QCOMPARE(scene.book.waiting(), 3);
    }

    //! What the agent wrote: withdrawn without a question and brought back by undo, wherever it was.
    void itsAuthorWithdrawsByOneKey()
    {
        ApprovalsScene scene(u"petit"_s);
        const Id first = scene.desk.submit(u"Un"_s, 1), second = scene.desk.submit(u"Deux"_s, 2);
        scene.desk.approveAt(u"delmas"_s, first);
        scene.open();
        QTRY_VERIFY(scene.book.isLoaded());
        scene.key(Qt::Key_3, Qt::ControlModifier); // written by me
        QTRY_COMPARE(scene.book.list().rowCount(), 2);
        scene.book.show(first);
        QTRY_VERIFY(scene.isShown(first));
        QVERIFY(scene.action(u"approvals.withdraw"_s)->isEnabled());
        QVERIFY(!scene.action(u"approvals.approve"_s)->isEnabled());
        scene.key(Qt::Key_W);
        QTRY_COMPARE(scene.desk.reply(first).state, ReplyState::Withdrawn);
        QTRY_VERIFY(scene.navigator.lastUndo);
        QVERIFY(scene.navigator.told.last().startsWith(u"Withdrawn"_s));
        QTRY_VERIFY(!scene.action(u"approvals.withdraw"_s)->isEnabled());
        QCOMPARE(scene.book.shown(), first); // it stays where it was, and says so
        scene.navigator.lastUndo();
        QTRY_COMPARE(scene.desk.reply(first).state, ReplyState::InApproval);
        QCOMPARE(openPartsOf(scene.desk.reply(first)).first().step, 1);
        QTRY_VERIFY(scene.action(u"approvals.withdraw"_s)->isEnabled());
        QTRY_VERIFY(scene.find<RichTextView>()->toPlainText().contains(u"took the withdrawal back"_s));
        QCOMPARE(scene.desk.reply(second).state, ReplyState::InApproval);
    }

    void itsAuthorTakesItUpAgainByOneKey()
    {
        ApprovalsScene scene(u"petit"_s);
        const Id reply = scene.desk.submit(u"Un"_s, 1);
        scene.open();
        scene.key(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(scene.isShown(reply));
        scene.key(Qt::Key_T);
        QTRY_COMPARE(scene.desk.reply(reply).state, ReplyState::Draft);
        QTRY_COMPARE(scene.navigator.shown, QStringList{u"requests"_s});
        QCOMPARE(scene.navigator.openings.first(), (Opening{Kind::Reply, reply, {}}));
        // Returned, or a draft: it only opens.
        QTRY_COMPARE(scene.book.shownCase()->reply().state, ReplyState::Draft);
        scene.key(Qt::Key_T);
        QTRY_COMPARE(scene.navigator.shown.size(), 2);
        QCOMPARE(decisionsOf(scene.desk.reply(reply)).size(), 2);
    }

    //! Neither is there for what others wrote, nor for what has been refused or has gone out.
    void onlyItsAuthorAndInTime()
    {
        ApprovalsScene scene(u"petit"_s);
        const Id others = scene.desk.submit(u"Un"_s, 1, [](Reply &) {});
        scene.open();
        scene.key(Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(scene.isShown(others));
        QVERIFY(scene.action(u"approvals.takeUp"_s)->isVisible());
        scene.workspace.setActor(scene.desk.actorOf(u"delmas"_s));
        scene.book.show(others);
        QTRY_VERIFY(scene.isShown(others));
        for (const QString &name : {u"approvals.takeUp"_s, u"approvals.withdraw"_s}) {
            QVERIFY(!scene.action(name)->isVisible());
            QVERIFY(!scene.action(name)->isEnabled());
        }
        scene.key(Qt::Key_W);
        QCOMPARE(last(scene, others).act, ReplyAct::Submitted);
        scene.desk.approveAt(u"delmas"_s, others);
        scene.desk.approveAt(u"vidal"_s, others);
        Dispatch gone = dispatchFor(scene.desk.reply(others), recipientsOf(scene.desk.reply(others)).first());
        gone.state = DispatchState::Sent;
        scene.desk.take(gone);
        scene.desk.flush();
        scene.workspace.setActor(scene.desk.actorOf(u"petit"_s));
        scene.book.show({});
        scene.book.show(others);
        QTRY_VERIFY(scene.isShown(others));
        QVERIFY(!scene.action(u"approvals.takeUp"_s)->isEnabled());
        scene.key(Qt::Key_W);
        const QList<InlineError *> errors = scene.workspace.findChildren<InlineError *>();
        QTRY_VERIFY(std::any_of(errors.begin(), errors.end(), [](const InlineError *error) {
            return error->isVisible() && error->text().startsWith(u"Nothing is withdrawn"_s);
        }));
        QCOMPARE(scene.desk.reply(others).state, ReplyState::Approved);
    }

    //! In the place of the page, one after the other by one key, and fetched where they are missing.
    void enclosuresAreOpened()
    {
        ApprovalsScene scene;
        QImage image(8, 6, QImage::Format_RGB32);
        image.fill(Qt::red);
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "PNG");
        const auto sum = [](const QByteArray &of) {
            return QString::fromLatin1(QCryptographicHash::hash(of, QCryptographicHash::Sha256).toHex());
        };
        const QString here = sum(png), missing = sum("elsewhere");
        QVERIFY(keepBlob(scene.desk.store(), here, png));
        const Id plain = scene.desk.submit(u"Sans"_s, 9, asMail);
        const Id reply = scene.desk.submit(u"Un"_s, 1, [&](Reply &r) {
            asMail(r);
            r.attachments = {toJson(Enclosure{id(u"plan"_s), u"plan.png"_s, here, u"image/png"_s, png.size()}),
                             toJson(Enclosure{id(u"devis"_s), u"devis.pdf"_s, missing, u"application/pdf"_s, 9})};
        });
        scene.open();
        QTRY_VERIFY(scene.isShown(reply));
        QSignalSpy wanted(&scene.files, &FileOpener::fileWanted);
        auto *preview = scene.find<FilePreview>();
        QCOMPARE(scene.action(u"approvals.enclosure"_s)->text(), u"2 enclosure(s)"_s);
        scene.key(Qt::Key_E);
        QTRY_VERIFY(preview->isVisible() && preview->isOpen());
        const auto picture = [preview] {
            const QList<QLabel *> labels = preview->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](QLabel *l) { return l->isVisible() && !l->pixmap().isNull(); });
        };
        QTRY_VERIFY(picture());
        QCOMPARE(wanted.size(), 0);
        scene.key(Qt::Key_E);
        QTRY_COMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), missing);
        QVERIFY(preview->isVisible());
        scene.files.fileFailed(missing, {ErrorCode::NotFound, {}});
        const auto says = [preview](const QString &words) {
            const QList<QLabel *> labels = preview->findChildren<QLabel *>();
            return std::any_of(labels.begin(), labels.end(),
                               [&words](QLabel *l) { return l->isVisible() && l->text().contains(words); });
        };
        QTRY_VERIFY(says(u"has not come to the hub yet"_s));
        scene.key(Qt::Key_E); // the first again
        QTRY_VERIFY(picture());
        QCOMPARE(nameless(&scene.workspace), QStringList());
        QVERIFY(scene.workspace.stepBack());
        QVERIFY(!preview->isVisible());
        QVERIFY(read(scene).contains(u"huit jours"_s));
        QVERIFY(scene.focus() == scene.workspace.firstFocus());
        scene.key(Qt::Key_E);
        QTRY_VERIFY(preview->isVisible());
        scene.key(Qt::Key_A);
        QTRY_COMPARE(last(scene, reply).act, ReplyAct::Approved);
        QTRY_VERIFY(scene.isShown(plain) && !preview->isVisible());
        QVERIFY(!scene.action(u"approvals.enclosure"_s)->isVisible());
    }

    void everythingHasAName()
    {
        ApprovalsScene scene;
        scene.desk.submit(u"Un"_s);
        scene.open();
        QTRY_VERIFY(scene.book.shownCase());
        QCOMPARE(nameless(&scene.workspace), QStringList());
        scene.key(Qt::Key_M);
        QCOMPARE(nameless(&scene.workspace), QStringList());
    }
};

QTEST_MAIN(TestApprovalsWorkspace)
#include "tst_approvalsworkspace.moc"
