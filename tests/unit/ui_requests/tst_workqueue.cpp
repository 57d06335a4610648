#include "ui_common/completerfield.h"
#include "ui_common/words.h"
#include "ui_requests/bulkpane.h"
#include "ui_requests/caseview.h"
#include "ui_requests/checklistpanel.h"
#include "ui_requests/requestlistview.h"
#include "unit/ui_requests/requestsscene.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTreeWidget>

using namespace parvis;
using namespace Qt::StringLiterals;

//! The board, the plan of the day, and several requests at once, by keys.
class WorkQueueTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
    }
    void init()
    {
        QSettings().clear();
        m_scene = std::make_unique<RequestsScene>(u"nguyen"_s); // referent of the police
        for (int i = 0; i < 3; ++i) {
            Request r =
                smalltown::request(u"Affaire %1"_s.arg(i), u"police"_s, RequestStatus::Assigned, QDate(2026, 11, 23).addDays(i));
            r.number = u"2026-01430%1"_s.arg(i);
            m_scene->desk.take(r);
        }
        m_scene->desk.flush();
        QVERIFY(QTest::qWaitForWindowExposed(m_scene->workspace.get()));
        key(Qt::Key_2, Qt::ControlModifier); // my service
        QTRY_COMPARE(m_scene->model.rowCount(), 4);
        QTRY_VERIFY(m_scene->controller.detail());
    }
    void cleanup() { m_scene.reset(); }

    void theBoardShowsWhoHasWhat()
    {
        key(Qt::Key_B);
        QTRY_COMPARE(lane(u"To take"_s)->model()->rowCount(), 3);
        QCOMPARE(lane(u"To begin"_s)->model()->rowCount(), 1); // the car is Nguyen's
        auto *loads = m_scene->workspace->findChild<QTreeWidget *>({}, Qt::FindChildrenRecursively);
        QVERIFY(loads);
        QTRY_VERIFY(lane(u"To begin"_s)->hasFocus());
        key(Qt::Key_Left);
        QTRY_VERIFY(lane(u"To take"_s)->hasFocus());
        QTRY_COMPARE(subject(), u"Affaire 0"_s);
        key(Qt::Key_Down);
        QTRY_COMPARE(subject(), u"Affaire 1"_s);
        key(Qt::Key_G); // mine
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 2);
        QCOMPARE(stored(u"Affaire 1"_s).assignee, smalltown::id(u"nguyen"_s));
        QCOMPARE(m_scene->navigator.undos.size(), 1);
    }

    //! The cases of somebody absent are on the board of who stands for them, with their name.
    void theDeputysBoardHasTheCasesOfWhoIsAbsent()
    {
        Request other = smalltown::request(u"Banc cassé"_s, u"police"_s, RequestStatus::Assigned, QDate(2026, 11, 24));
        other.assignee = smalltown::id(u"leroy"_s);
        m_scene->desk.take(other);
        m_scene->desk.flush();
        key(Qt::Key_1, Qt::ControlModifier); // mine
        key(Qt::Key_B);
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 1);
        ReferenceRecords records = smalltown::reference();
        for (User &user : records.users) {
            if (user.login == u"leroy"_s)
                user.absent = true;
            if (user.login == u"nguyen"_s)
                user.standsFor = {smalltown::id(u"leroy"_s)};
        }
        m_scene->desk.town.set(records);
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 2);
        const QueueLane &begin = m_scene->queue.queue().lanes[std::size_t(Lane::ToDo)];
        QCOMPARE(std::count_if(begin.rows.begin(), begin.rows.end(),
                               [this](const RequestRow &row) { return m_scene->queue.isOfAbsent(row); }),
                 1);
        m_scene->desk.town.set(smalltown::reference()); // back
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 1);
    }

    void ctrlAndAnArrowCarryACase()
    {
        key(Qt::Key_B);
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 1);
        QTRY_VERIFY(lane(u"To begin"_s)->hasFocus());
        key(Qt::Key_Right, Qt::ControlModifier);
        QTRY_COMPARE(lane(u"In progress"_s)->model()->rowCount(), 1);
        QCOMPARE(stored(u"Véhicule abandonné"_s).status, RequestStatus::InProgress);
        m_scene->navigator.undos.last()();
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 1);
        QCOMPARE(stored(u"Véhicule abandonné"_s).status, RequestStatus::Assigned);
    }

    void severalOfALaneAreGivenAtOnce()
    {
        key(Qt::Key_B);
        QTRY_COMPARE(lane(u"To take"_s)->model()->rowCount(), 3);
        lane(u"To take"_s)->setFocus();
        key(Qt::Key_Home);
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(lane(u"To take"_s)->marked().size(), 3);
        QTRY_VERIFY(shownText().contains(u"3 request(s) chosen"_s));
        key(Qt::Key_Up, Qt::ShiftModifier);
        QTRY_VERIFY(shownText().contains(u"2 request(s) chosen"_s));
        key(Qt::Key_G);
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 3);
        QTRY_COMPARE(lane(u"To take"_s)->model()->rowCount(), 1);
    }

    void enterOpensTheCaseBesideItsLane()
    {
        key(Qt::Key_B);
        QTRY_VERIFY(lane(u"To begin"_s)->hasFocus());
        QTRY_COMPARE(lane(u"To begin"_s)->model()->rowCount(), 1);
        QVERIFY(!lane(u"To take"_s)->isHidden() && lane(u"To take"_s)->isVisible());
        key(Qt::Key_Return);
        QTRY_VERIFY(!lane(u"To take"_s)->isVisible());
        QVERIFY(shownText().contains(u"2026-014233"_s));
        QVERIFY(m_scene->workspace->stepBack());
        QTRY_VERIFY(lane(u"To take"_s)->isVisible());
    }

    //! The case in sight stays in sight, however it is looked at.
    void theCaseStaysInSightInEveryArrangement()
    {
        list()->select(smalltown::id(u"Affaire 2"_s));
        QTRY_COMPARE(subject(), u"Affaire 2"_s);
        key(Qt::Key_B);
        QTRY_COMPARE(lane(u"To take"_s)->current(), smalltown::id(u"Affaire 2"_s));
        QTRY_COMPARE(subject(), u"Affaire 2"_s);
        lane(u"To take"_s)->setFocus();
        key(Qt::Key_Up);
        QTRY_COMPARE(subject(), u"Affaire 1"_s);
        key(Qt::Key_T);
        QTRY_COMPARE(lane(u"Plan of the day"_s)->current(), smalltown::id(u"Affaire 1"_s));
        key(Qt::Key_T);
        QTRY_COMPARE(list()->current(), smalltown::id(u"Affaire 1"_s));
        list()->select(smalltown::id(u"Affaire 0"_s));
        key(Qt::Key_B);
        QTRY_COMPARE(lane(u"To take"_s)->current(), smalltown::id(u"Affaire 0"_s));
        QTRY_COMPARE(subject(), u"Affaire 0"_s);
        // Opened from elsewhere, it is read beside the board.
        m_scene->workspace->activate({Kind::Request, m_scene->vehicle, {}});
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        QVERIFY(shownText().contains(u"2026-014233"_s));
        QTRY_VERIFY(!lane(u"To take"_s)->isVisible());
    }

    void thePlanSaysWhatIsForToday()
    {
        key(Qt::Key_T);
        auto *plan = lane(u"Plan of the day"_s);
        QTRY_VERIFY(plan->isVisible() && plan->model()->rowCount() > 3);
        QVERIFY(plan->model()->index(0, 0).data().toString().startsWith(u"Late"_s));
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        key(Qt::Key_T);
        QTRY_VERIFY(list()->isVisible());
    }

    void severalAreMarkedAndAnswered()
    {
        QTRY_VERIFY(list()->hasFocus());
        list()->select(smalltown::id(u"Affaire 0"_s));
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(shownText().contains(u"3 request(s) chosen"_s));
        key(Qt::Key_R, Qt::ShiftModifier);
        QTRY_VERIFY(text()->hasFocus());
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"Write what the citizens were told"_s));
        QTest::keyClicks(text(), u"Repare hier."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        for (int i = 0; i < 3; ++i)
            QTRY_COMPARE(stored(u"Affaire %1"_s.arg(i)).status, RequestStatus::Closed);
        QTRY_VERIFY(list()->hasFocus());
        QCOMPARE(list()->marked().size(), 1);
        QVERIFY(m_scene->navigator.told.last().contains(u"3 request(s) answered"_s));
        m_scene->navigator.undos.last()();
        QTRY_COMPARE(stored(u"Affaire 2"_s).status, RequestStatus::Assigned);
        QTRY_VERIFY(m_scene->navigator.told.last().startsWith(u"Taken back on 3 request(s)."_s));
        QVERIFY(!m_scene->navigator.told.last().contains(u"stays"_s)); // nobody's requests: there was nobody to tell
    }

    void anAnswerTakenBackSaysThatItsContactStays()
    {
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        const qsizetype before = m_scene->controller.detail()->contacts.size();
        list()->setFocus();
        key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(shownText().contains(u"2 request(s) chosen"_s));
        key(Qt::Key_R, Qt::ShiftModifier);
        QTRY_VERIFY(text()->hasFocus());
        QTest::keyClicks(text(), u"Enleve hier."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Véhicule abandonné"_s).status, RequestStatus::Closed);
        QTRY_COMPARE(m_scene->navigator.undos.size(), 1);
        m_scene->navigator.undos.last()();
        QTRY_COMPARE(stored(u"Véhicule abandonné"_s).status, RequestStatus::Assigned);
        QTRY_VERIFY(m_scene->navigator.told.last().contains(u"the contact with the reply stays"_s));
        const RequestDetail detail = *requestDetail(m_scene->desk.store(), m_scene->vehicle).value();
        QCOMPARE(detail.contacts.size(), before + 1);
        QVERIFY(std::any_of(detail.notes.begin(), detail.notes.end(),
                            [](const Note &note) { return note.text.startsWith(u"The answer was taken back."_s); }));
    }

    void severalGoToAnotherServiceWithAReason()
    {
        QTRY_VERIFY(list()->hasFocus());
        list()->select(smalltown::id(u"Affaire 0"_s));
        key(Qt::Key_Down, Qt::ShiftModifier);
        QTRY_VERIFY(shownText().contains(u"2 request(s) chosen"_s));
        key(Qt::Key_A);
        QTest::keyClicks(QApplication::focusWidget(), u"eclairage p"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"Say why they go to another service"_s));
        QCOMPARE(stored(u"Affaire 0"_s).service, smalltown::id(u"police"_s));
        QTRY_VERIFY(text()->hasFocus());
        QTest::keyClicks(text(), u"Un mat penche."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Affaire 0"_s).service, smalltown::id(u"eclairage"_s));
        QTRY_COMPARE(stored(u"Affaire 1"_s).service, smalltown::id(u"eclairage"_s));
    }

    //! Whom one can't count on is told apart where one chooses.
    void whoIsAbsentOrElsewhereIsToldApart()
    {
        ReferenceRecords records = smalltown::reference();
        for (User &user : records.users) {
            if (user.login == u"leroy"_s)
                user.absences = {QJsonObject{{u"from"_s, u"2026-11-20"_s}, {u"to"_s, u"2026-11-24"_s}},
                                 QJsonObject{{u"from"_s, u"2026-11-25"_s}, {u"to"_s, u"2026-11-30"_s}}};
            if (user.login == u"nguyen"_s)
                user.standsFor = {smalltown::id(u"leroy"_s)};
        }
        m_scene->desk.town.set(records);
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        list()->setFocus();
        key(Qt::Key_A);
        const auto fields = m_scene->workspace->findChildren<CompleterField *>(u"assignee"_s);
        const auto shown = std::find_if(fields.begin(), fields.end(), [](const auto *field) { return field->isVisible(); });
        QVERIFY(shown != fields.end());
        const auto said = [&](const QString &typed) {
            (*shown)->setFocus();
            (*shown)->lineEdit()->clear();
            QTest::keyClicks((*shown)->lineEdit(), typed);
            const QList<Suggestion> suggestions = (*shown)->suggestions();
            return suggestions.isEmpty() ? QString() : suggestions.first().detail;
        };
        QTRY_COMPARE(said(u"leroy"_s),
                     u"Police mun. · absent until %1, Anh Nguyen stands for them"_s.arg(shortDay({2026, 11, 30})));
        QTRY_COMPARE(said(u"nguyen"_s), u"Police mun."_s);
        QTRY_COMPARE(said(u"petit"_s), u"doesn't work for this service: would not see it"_s);
        QTRY_COMPARE(said(u"rousseau"_s), QString()); // the desk sees all services
    }

    void wordsForSeveralSurviveEscape()
    {
        QTRY_VERIFY(list()->hasFocus());
        list()->select(smalltown::id(u"Affaire 0"_s));
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_N);
        QTRY_VERIFY(text()->hasFocus());
        QTest::keyClicks(text(), u"A moitie"_s);
        QVERIFY(m_scene->workspace->stepBack());
        QTRY_VERIFY(list()->hasFocus());
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_N);
        QTRY_VERIFY(text()->hasFocus());
        QCOMPARE(text()->toPlainText(), u"A moitie"_s);
        QTRY_COMPARE(m_scene->bulk.kept().result().value(), u"A moitie"_s);
    }

    void aCallIsAddedInTwoKeys()
    {
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        const qsizetype before = m_scene->controller.detail()->contacts.size();
        key(Qt::Key_C);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_scene->controller.detail()->contacts.size(), before + 1);
    }

    void theChecklistIsTickedByKeys()
    {
        ReferenceRecords records = smalltown::reference();
        for (Card &card : records.cards) {
            if (card.id == smalltown::id(u"vehicule"_s))
                card.steps = u"- Relever la plaque\n- Prévenir la fourrière"_s;
        }
        m_scene->desk.town.set(records);
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        QTRY_VERIFY(shownText().contains(u"To do: 0 of 2"_s));
        list()->setFocus();
        key(Qt::Key_H);
        key(Qt::Key_Down);
        key(Qt::Key_Space);
        QTRY_VERIFY(shownText().contains(u"To do: 1 of 2"_s));
        QCOMPARE(stored(u"Véhicule abandonné"_s).checked, TokenSet{u"Prévenir la fourrière"_s});
        m_scene->navigator.undos.last()();
        QTRY_VERIFY(stored(u"Véhicule abandonné"_s).checked.empty());
    }

    void linkedRequestsAreOpenedAndJoined()
    {
        Request other = smalltown::request(u"Autre affaire de Claire"_s, u"police"_s, RequestStatus::Assigned, {});
        other.citizen = smalltown::claire().id;
        other.number = u"2026-014999"_s;
        other.receivedAt = {m_scene->desk.clock.now().ms - 3'600'000};
        m_scene->desk.take(other);
        m_scene->desk.flush();
        list()->select(smalltown::id(u"Affaire 0"_s));
        QTRY_COMPARE(subject(), u"Affaire 0"_s);
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        QTRY_VERIFY(!m_scene->controller.linked().ofCitizen.isEmpty());
        list()->setFocus();
        key(Qt::Key_L);
        key(Qt::Key_Space);
        QTRY_COMPARE(stored(u"Véhicule abandonné"_s).parent, other.id);
        QTRY_VERIFY(m_scene->controller.linked().parent.has_value());
        key(Qt::Key_Return);
        QTRY_COMPARE(subject(), u"Autre affaire de Claire"_s);
        QTRY_COMPARE(m_scene->controller.linked().parts.size(), 1);
    }

    void aPartNeedsAServiceAndWords()
    {
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        list()->setFocus();
        key(Qt::Key_U);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"Choose the service that is to do its part."_s));
        QTest::keyClicks(QApplication::focusWidget(), u"eclair"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"Write what the other service is to do."_s));
        QTest::keyClicks(QApplication::focusWidget(), u"Couper le courant"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(m_scene->navigator.told.join(u' ').contains(u"as a part of"_s));
    }

    void aColleagueOnTheCaseIsNamed()
    {
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        m_scene->controller.setOnlookers(m_scene->vehicle, {{smalltown::id(u"leroy"_s), true}});
        const User &leroy = *m_scene->desk.town.user(smalltown::id(u"leroy"_s));
        QTRY_VERIFY(shownText().contains(leroy.name + u" is writing on this request."_s));
        m_scene->controller.setOnlookers(m_scene->vehicle, {{leroy.id, false}});
        QTRY_VERIFY(shownText().contains(leroy.name + u" is looking at this request."_s));
        m_scene->controller.setOnlookers(smalltown::id(u"Affaire 0"_s), {{leroy.id, true}}); // a late word on another one
        QVERIFY(shownText().contains(u"is looking at"_s));
        m_scene->controller.setOnlookers(m_scene->vehicle, {});
        QTRY_VERIFY(!shownText().contains(u"is looking at"_s));
    }

    //! Of a case that is done, the citizen's mark is asked for; of one at work it is not.
    void theCitizensMarkIsRecorded()
    {
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        list()->setFocus();
        key(Qt::Key_C);
        auto *mark = m_scene->workspace->findChild<QComboBox *>(u"satisfaction"_s);
        QVERIFY(!mark->isVisible());
        QVERIFY(m_scene->workspace->stepBack());
        key(Qt::Key_R, Qt::ShiftModifier);
        auto *words = m_scene->workspace->findChild<QPlainTextEdit *>(u"composer.text"_s);
        words->setFocus();
        QTest::keyClicks(words, u"Enlevee."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Véhicule abandonné"_s).status, RequestStatus::Answered);
        QTRY_VERIFY(list()->hasFocus());
        key(Qt::Key_C);
        QTRY_VERIFY(mark->isVisible());
        mark->setFocus();
        key(Qt::Key_End);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Véhicule abandonné"_s).satisfaction, 5);
    }

    //! What the letter to the citizen says is on record as a contact, from which the hub makes the letter.
    void whatIsAnotherAuthoritysIsPassedOn()
    {
        list()->select(m_scene->vehicle);
        QTRY_COMPARE(subject(), u"Véhicule abandonné"_s);
        list()->setFocus();
        key(Qt::Key_S);
        auto *status = m_scene->workspace->findChild<QComboBox *>(u"status"_s);
        QTRY_VERIFY(status->hasFocus());
        status->setCurrentIndex(status->findData(u"closed"_s));
        key(Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"passed on"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"authority"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shownText().contains(u"CRPA L. 114-2"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"Prefecture"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Véhicule abandonné"_s).status, RequestStatus::Closed);
        QCOMPARE(stored(u"Véhicule abandonné"_s).authority, u"Prefecture"_s);
        const RequestDetail detail = *requestDetail(m_scene->desk.store(), m_scene->vehicle).value();
        QVERIFY(detail.contacts.first().post);
        QCOMPARE(detail.contacts.first().channel, Channel::Letter);
        QVERIFY(detail.contacts.first().text.contains(u"Prefecture"_s));
    }

private:
    CaseView *lane(const QString &name)
    {
        const auto views = m_scene->workspace->findChildren<CaseView *>();
        const auto it =
            std::find_if(views.begin(), views.end(), [&name](const CaseView *view) { return view->accessibleName() == name; });
        return it == views.end() ? nullptr : *it;
    }
    RequestListView *list() { return m_scene->workspace->findChild<RequestListView *>(); }
    QPlainTextEdit *text() { return m_scene->workspace->findChild<QPlainTextEdit *>(u"bulk.text"_s); }
    QString subject() { return m_scene->controller.detail() ? m_scene->controller.detail()->request.subject : QString(); }
    Request stored(const QString &name)
    {
        const Id id = smalltown::id(name);
        return fromDocument<Request>(id, *m_scene->desk.store().document(Kind::Request, id).value());
    }
    static void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget();
        QTest::keyClick(target ? target : QApplication::activeWindow(), key, modifiers);
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

QTEST_MAIN(WorkQueueTest)
#include "tst_workqueue.moc"
