#include "ui_common/completerfield.h"
#include "ui_common/words.h"
#include "ui_requests/composer.h"
#include "ui_requests/detailview.h"
#include "ui_requests/missingdocuments.h"
#include "ui_requests/requestlistview.h"
#include "unit/ui_requests/requestsscene.h"

#include <QtCore/QMimeData>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QDropEvent>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtPdf/QPdfDocument>
#include <QtPdfWidgets/QPdfView>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTabBar>

using namespace parvis;
using namespace Qt::StringLiterals;

//! An agent at the Requests workspace, with the keyboard.
class RequestsWorkspaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(u"test"_s);
    }
    void init()
    {
        QSettings().clear();
        m_scene = std::make_unique<RequestsScene>();
        QVERIFY(QTest::qWaitForWindowActive(m_scene->workspace.get()));
        QTRY_COMPARE(m_scene->model.rowCount(), 4);
        QTRY_VERIFY(m_scene->controller.detail());
    }
    void cleanup() { m_scene.reset(); }

    void theFirstRequestIsInSight()
    {
        QCOMPARE(subject(), m_scene->model.row(0).subject);
        QVERIFY(list()->hasFocus());
        key(Qt::Key_Down);
        QTRY_COMPARE(subject(), m_scene->model.row(1).subject);
        key(Qt::Key_J);
        QTRY_COMPARE(subject(), m_scene->model.row(2).subject);
        key(Qt::Key_K);
        QTRY_COMPARE(subject(), m_scene->model.row(1).subject);
    }

    void viewsHaveKeysAndCounts()
    {
        auto *tabs = m_scene->workspace->findChild<QTabBar *>();
        QTRY_VERIFY(tabs->tabText(5).contains(u'4'));
        key(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->model.rowCount(), 1);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        QVERIFY(tabs->tabText(2).contains(u'1'));
        QVERIFY(tabs->tabToolTip(2).contains(u"Ctrl+3"_s));
    }

    void theFilterNarrowsAtEachKey()
    {
        key(Qt::Key_Slash);
        QVERIFY(filter()->hasFocus());
        type(u"lampa"_s);
        QTRY_COMPARE(m_scene->model.rowCount(), 1);
        filter()->selectAll();
        type(u"canal:téléphone late "_s);
        QTRY_COMPARE(m_scene->model.rowCount(), 1);
        QTRY_COMPARE(m_scene->model.row(0).subject, u"Véhicule abandonné"_s);
        key(Qt::Key_Return);
        QVERIFY(list()->hasFocus());
    }

    //! Enter may come before the rows do.
    void anotherFilterChoosesItsFirstRow()
    {
        QTRY_COMPARE(m_scene->model.rowCount(), 4);
        list()->setFocus();
        QTRY_VERIFY(list()->currentIndex().isValid());
        const QString before = subject();
        const QString other = before == u"Véhicule abandonné"_s ? u"lampa"_s : u"véhicule"_s;
        key(Qt::Key_Slash);
        type(other);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_scene->model.rowCount(), 1);
        QTRY_COMPARE(subject(), m_scene->model.row(0).subject);
        QCOMPARE(list()->currentIndex().row(), 0);
    }

    void completionFillsTheTerm()
    {
        key(Qt::Key_Slash);
        type(u"dist"_s);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(filter()->text(), u"district:"_s);
        type(u"val"_s);
        key(Qt::Key_Down);
        key(Qt::Key_Return);
        QCOMPARE(filter()->text(), u"district:Valmy "_s);
        QTRY_COMPARE(m_scene->model.rowCount(), 1);
    }

    void aWrongTermIsSaidOnce()
    {
        key(Qt::Key_Slash);
        type(u"service:piscine"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY(shownText().contains(u"piscine"_s));
        QCOMPARE(m_scene->model.rowCount(), 4); // left out, not obeyed
    }

    void aNoteIsTwoKeysAway()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_N);
        type(u"Rappeler lundi"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->controller.detail()->notes.size(), 2);
        QCOMPARE(m_scene->controller.detail()->notes.first().text, u"Rappeler lundi"_s);
        QTRY_VERIFY(list()->hasFocus());
        QVERIFY(m_scene->navigator.told.last().contains(u"2026-014233"_s));
        m_scene->navigator.undo();
        QTRY_VERIFY(m_scene->controller.detail()->notes.first().redacted);
    }

    void wordsSurviveEscapeAndAnotherRequest()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_N);
        type(u"À moitié écr"_s);
        key(Qt::Key_Escape); // of the shell
        QVERIFY(m_scene->workspace->stepBack());
        QTRY_VERIFY(list()->hasFocus());
        key(Qt::Key_Up);
        QTRY_VERIFY(subject() != u"Véhicule abandonné"_s);
        choose(u"Véhicule abandonné"_s);
        QTRY_VERIFY(m_scene->controller.draft().contains(u"note"_s));
        key(Qt::Key_N);
        QCOMPARE(composer()->toPlainText(), u"À moitié écr"_s);
        // … and a program that was killed.
        m_scene->controller.flush();
        QVERIFY(m_scene->desk.store().draft(u"request/"_s + idText(m_scene->vehicle)).value());
    }

    void aStatusThatNeedsAReasonAsksForIt()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_S);
        auto *status = m_scene->workspace->findChild<QComboBox *>(u"status"_s);
        QTRY_VERIFY(status->hasFocus());
        status->setCurrentIndex(status->findData(u"waiting"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"reason"_s));
        type(u"contr"_s); // the focus is at the reason
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->controller.detail()->request.reason, u"contractor"_s);
        QVERIFY(m_scene->controller.detail()->request.status == RequestStatus::Waiting);
        m_scene->navigator.undo();
        QTRY_VERIFY(m_scene->controller.detail()->request.status == RequestStatus::Assigned);
    }

    //! The delay stops for named documents alone, and runs on when they have come.
    void whatTheCitizenOwesIsTicked()
    {
        choose(u"Véhicule abandonné"_s);
        const QDate promised = m_scene->controller.today().addDays(4);
        m_scene->controller.setFields({{u"due_on"_s, promised.toString(Qt::ISODate)}}, u"due_on"_s);
        QTRY_COMPARE(m_scene->controller.detail()->request.dueOn, promised);
        key(Qt::Key_S);
        auto *status = m_scene->workspace->findChild<QComboBox *>(u"status"_s);
        QTRY_VERIFY(status->hasFocus());
        status->setCurrentIndex(status->findData(u"waiting"_s));
        key(Qt::Key_Tab);
        type(u"docum"_s);
        key(Qt::Key_Return);
        auto *documents = m_scene->workspace->findChild<MissingDocuments *>()->findChild<QListWidget *>();
        QTRY_VERIFY(documents->hasFocus());
        QCOMPARE(documents->count(), 1);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"which documents"_s));
        key(Qt::Key_Space);
        key(Qt::Key_Tab);
        type(u"Carte grise"_s);
        key(Qt::Key_Return, Qt::ControlModifier); // not confirmed by Enter, and counted all the same
        QTRY_COMPARE(m_scene->controller.detail()->request.reason, u"missing_documents"_s);
        const Request waiting = m_scene->controller.detail()->request;
        QCOMPARE(waiting.missing, (QJsonArray{u"Terrain privé : demande écrite du syndic"_s, u"Carte grise"_s}));
        QCOMPARE(waiting.suspensions.size(), 1);
        QCOMPARE(waiting.dueOn, promised);
        QVERIFY(m_scene->controller.delay().state == DelayState::Stopped);
        QTRY_VERIFY(shownText().contains(u"Carte grise"_s));

        m_scene->desk.clock.advance(8 * 86'400'000LL);
        key(Qt::Key_S);
        QTRY_VERIFY(status->hasFocus());
        status->setCurrentIndex(status->findData(u"in_progress"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->controller.detail()->request.status, RequestStatus::InProgress);
        const Request resumed = m_scene->controller.detail()->request;
        QVERIFY(resumed.missing.isEmpty());
        QVERIFY(resumed.dueOn > promised);
        key(Qt::Key_D);
        QTRY_VERIFY(shownText().contains(u"on hold"_s));
        m_scene->navigator.undo();
        QTRY_COMPARE(m_scene->controller.detail()->request.dueOn, promised);
        QCOMPARE(m_scene->controller.detail()->request.missing, waiting.missing);
    }

    void answeredIsOneKey()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_R, Qt::ShiftModifier);
        key(Qt::Key_Return, Qt::ControlModifier); // of what was said nothing is known
        QTRY_VERIFY(shownText().contains(u"Write what the citizen was told"_s));
        QCOMPARE(m_scene->controller.detail()->request.status, RequestStatus::Assigned);
        composer()->setFocus();
        type(u"La fourrière passe jeudi."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_scene->controller.detail()->request.status == RequestStatus::Answered);
        const Contact told = m_scene->controller.detail()->contacts.first();
        QVERIFY(told.outgoing);
        QCOMPARE(told.channel, Channel::Email); // as the citizen wants to be answered
        QCOMPARE(told.text, u"La fourrière passe jeudi."_s);
        QVERIFY(m_scene->controller.detail()->request.answeredAt.isSet());
    }

    void reassigningFollowsTheServicesReferent()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_A);
        type(u"éclairage p"_s);
        key(Qt::Key_Return);
        auto *assignee = m_scene->workspace->findChild<Composer *>()->findChild<CompleterField *>(u"assignee"_s);
        QCOMPARE(assignee->text(), u"Jean Petit"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"Say why it goes to another service"_s));
        type(u"C'est un mat qui est couche."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->controller.detail()->request.assignee, smalltown::id(u"petit"_s));
        QCOMPARE(m_scene->controller.detail()->request.service, smalltown::id(u"eclairage"_s));
        QTRY_COMPARE(m_scene->model.row(m_scene->model.indexOf(m_scene->vehicle)).serviceName, u"Éclairage"_s);
    }

    void fieldsAreEditedInPlace()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_E);
        auto *edit = m_scene->workspace->findChild<QLineEdit *>(u"edit.subject"_s);
        QTRY_VERIFY(edit->hasFocus());
        type(u"Épave sans roues"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_scene->controller.detail()->request.subject, u"Épave sans roues"_s);
        QTRY_COMPARE(m_scene->model.row(m_scene->model.indexOf(m_scene->vehicle)).subject, u"Épave sans roues"_s);

        auto *place = m_scene->workspace->findChild<QPushButton *>(u"fact.address"_s);
        place->setFocus();
        key(Qt::Key_Return);
        type(u"7 rue tannerie"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_scene->controller.detail()->request.address, u"7 rue de la Tannerie"_s);
        QCOMPARE(m_scene->controller.detail()->request.district, smalltown::id(u"centre"_s));

        auto *plate = m_scene->workspace->findChild<QPushButton *>(u"fact.form.plate"_s);
        plate->setFocus();
        key(Qt::Key_Return);
        type(u"ZZ-999-ZZ"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_scene->controller.detail()->request.form.value(u"plate"_s).toString(), u"ZZ-999-ZZ"_s);
        QCOMPARE(m_scene->controller.detail()->request.form.value(u"type"_s).toString(), u"Voiture"_s);
    }

    void anotherCitizenIsFoundWhileTyping()
    {
        choose(u"Véhicule abandonné"_s);
        auto *citizen = m_scene->workspace->findChild<QPushButton *>(u"fact.citizen"_s);
        citizen->setFocus();
        key(Qt::Key_Return);
        type(u"duMontier"_s);
        key(Qt::Key_Return); // waits for the answer
        QTRY_VERIFY(m_scene->controller.detail()->citizen->lastName == u"Dumontier");
        QTRY_VERIFY(m_scene->model.row(m_scene->model.indexOf(m_scene->vehicle)).citizen.contains(u"Dumontier"_s));
    }

    void theCalculationNamesHolidays()
    {
        choose(u"Véhicule abandonné"_s);
        key(Qt::Key_D);
        const QString text = m_scene->workspace->findChild<QLabel *>(u"calculation"_s)->text();
        QVERIFY2(text.contains(u"Armistice"_s), qPrintable(text));
        QVERIFY(m_scene->workspace->stepBack());
        QVERIFY(m_scene->workspace->findChild<QLabel *>(u"calculation"_s)->isHidden());
    }

    void theCalculationNamesTheDayOfTheImplicitDecision()
    {
        const auto calculation = [this](Silence silence) {
            ReferenceRecords records = smalltown::reference();
            for (Card &card : records.cards) {
                if (card.id == smalltown::id(u"vehicule"_s))
                    card.silence = silence;
            }
            m_scene->desk.town.set(records);
            choose(u"Lampadaire éteint"_s);
            choose(u"Véhicule abandonné"_s);
            key(Qt::Key_D);
            const QString text = m_scene->workspace->findChild<QLabel *>(u"calculation"_s)->text();
            m_scene->workspace->stepBack();
            return text;
        };
        // Received on Monday 9 November 2026: two months later, as the calendar counts them.
        const QString day = longDay(QDate(2027, 1, 9));
        const QString rejected = calculation(Silence::Rejection);
        QVERIFY2(rejected.contains(u"it is rejected on %1 (CRPA L. 231-4)."_s.arg(day)), qPrintable(rejected));
        const QString accepted = calculation(Silence::Acceptance);
        QVERIFY2(accepted.contains(u"it is accepted on %1 (CRPA L. 231-1)."_s.arg(day)), qPrintable(accepted));
        QVERIFY(!calculation(Silence::Unsaid).contains(u"CRPA L. 231"_s));
    }

    //! A file that is dropped on the request is on it, and a PDF is read without leaving it.
    void aDroppedFileIsOnTheRequestAndRead()
    {
        choose(u"Véhicule abandonné"_s);
        const QString path = m_home.filePath(u"devis.pdf"_s);
        {
            QPdfWriter writer(path);
            QPainter painter(&writer);
            painter.drawText(200, 200, u"Devis"_s);
            writer.newPage();
            painter.drawText(200, 200, u"Suite"_s);
        }
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        auto *view = m_scene->workspace->findChild<DetailView *>();
        QDragEnterEvent enter(view->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(view->rect().center(), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view, &drop);
        QVERIFY(drop.isAccepted());
        QTRY_COMPARE(m_scene->controller.detail()->attachments.size(), 1);
        QCOMPARE(m_scene->controller.detail()->attachments.first().name, u"devis.pdf"_s);
        QCOMPARE(m_scene->controller.detail()->attachments.first().mediaType, u"application/pdf"_s);
        list()->setFocus();
        key(Qt::Key_F);
        key(Qt::Key_Return);
        QTRY_VERIFY(shownText().contains(u"2 page(s)"_s));
        const auto *pdf = m_scene->workspace->findChild<QPdfView *>();
        QVERIFY(pdf && pdf->isVisible());
        QCOMPARE(pdf->document()->pageCount(), 2);
        QVERIFY(m_scene->workspace->stepBack());
        QVERIFY(!pdf->isVisible());
        // What is no file is not taken.
        QMimeData words;
        words.setText(u"Bonjour"_s);
        QDragEnterEvent other(view->rect().center(), Qt::CopyAction, &words, Qt::LeftButton, Qt::NoModifier);
        other.setAccepted(false);
        QCoreApplication::sendEvent(view, &other);
        QVERIFY(!other.isAccepted());
    }

    void aConflictIsSettledByAKey()
    {
        choose(u"Véhicule abandonné"_s);
        Proposal proposal;
        proposal.id = smalltown::id(u"proposal"_s);
        proposal.targetKind = u"request"_s;
        proposal.target = m_scene->vehicle;
        proposal.verb = u"patch"_s;
        proposal.wanted = {{u"subject"_s, u"Clio grise"_s}};
        proposal.found = {{u"subject"_s, u"Véhicule abandonné"_s}};
        proposal.reason = u"lost_race"_s;
        proposal.author = smalltown::id(u"rousseau"_s);
        proposal.at = smalltown::monday;
        m_scene->desk.take(proposal);
        m_scene->desk.flush();
        QTRY_VERIFY(shownText().contains(u"Clio grise"_s));
        QTRY_VERIFY(m_scene->model.row(m_scene->model.indexOf(m_scene->vehicle)).conflict);
        key(Qt::Key_M, Qt::AltModifier);
        QTRY_COMPARE(m_scene->controller.detail()->request.subject, u"Clio grise"_s);
        QVERIFY(m_scene->controller.detail()->proposals.first().state == ProposalState::Taken);
        QTRY_VERIFY(!m_scene->model.row(m_scene->model.indexOf(m_scene->vehicle)).conflict);
    }

    void whoMayNotIsNotAsked()
    {
        Actor clerk = m_scene->desk.actor(u"rousseau"_s);
        clerk.roles = {Role::Dpo};
        m_scene->workspace->setActor(clerk);
        choose(u"Véhicule abandonné"_s);
        m_scene->controller.show({});
        m_scene->controller.show(m_scene->vehicle);
        QTRY_VERIFY(m_scene->controller.detail());
        key(Qt::Key_N);
        QVERIFY(!composer()->isVisible());
        key(Qt::Key_E);
        QVERIFY(!m_scene->workspace->findChild<QLineEdit *>(u"edit.subject"_s)->hasFocus());
    }

    void aRequestOpenedFromElsewhereIsShown()
    {
        Opening opening;
        opening.id = m_scene->vehicle;
        m_scene->workspace->activate(opening);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        key(Qt::Key_O);
        QCOMPARE(m_scene->navigator.opened.size(), 1);
        QVERIFY(m_scene->navigator.opened.first() == std::pair(Kind::Citizen, smalltown::claire().id));
    }

    void emptyViewsSayWhatTheyAreFor()
    {
        key(Qt::Key_1, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->model.rowCount(), 0);
        QTRY_VERIFY(shownText().contains(u"Ctrl+6"_s));
    }

private:
    RequestListView *list() { return m_scene->workspace->findChild<RequestListView *>(); }
    QLineEdit *filter() { return m_scene->workspace->findChild<QLineEdit *>(u"filter"_s); }
    QPlainTextEdit *composer() { return m_scene->workspace->findChild<QPlainTextEdit *>(u"composer.text"_s); }
    QString subject() { return m_scene->controller.detail() ? m_scene->controller.detail()->request.subject : QString(); }
    void choose(const QString &subject)
    {
        list()->setFocus();
        list()->select(smalltown::id(subject));
        QTRY_COMPARE(this->subject(), subject);
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : QApplication::activeWindow(), key, modifiers);
    }
    static void type(const QString &text)
    {
        for (const QChar c : text) {
            // Through the input method for what has no key of its own.
            if (c.unicode() < 128) {
                QTest::keyClicks(QApplication::focusWidget(), QString(c));
            } else {
                QKeyEvent press(QEvent::KeyPress, Qt::Key_unknown, {}, QString(c));
                QCoreApplication::sendEvent(QApplication::focusWidget(), &press);
            }
        }
    }
    QString shownText()
    {
        QStringList texts;
        const auto labels = m_scene->workspace->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

    QTemporaryDir m_home;
    std::unique_ptr<RequestsScene> m_scene;
};

QTEST_MAIN(RequestsWorkspaceTest)
#include "tst_requestsworkspace.moc"
