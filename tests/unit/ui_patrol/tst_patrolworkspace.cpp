#include "store/blobs.h"
#include "ui_common/action.h"
#include "ui_common/completerfield.h"
#include "ui_patrol/camera.h"
#include "ui_patrol/kindtiles.h"
#include "ui_patrol/missionlist.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/patrolworkspace.h"
#include "ui_patrol/photostrip.h"
#include "ui_patrol/positionsource.h"
#include "ui_patrol/reportform.h"
#include "ui_patrol/roundpaper.h"
#include "unit/presentation/smalldesk.h"
#include "unit/ui_common/printdialog.h"
#include "unit/ui_patrol/patrolfakes.h"
#include "unit/ui_requests/fakenavigator.h"

#include <QtCore/QPointer>
#include <QtCore/QProcess>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QImage>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTabBar>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! A patroller at work, with the keyboard.
class PatrolWorkspaceTest final : public QObject
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
        m_desk = std::make_unique<SmallDesk>();
        ReferenceRecords records = reference();
        m_me = user(u"diop"_s, u"Awa Diop"_s, {u"patroller"_s}, {id(u"police"_s)});
        records.users.append(m_me);
        m_desk->take(m_me);
        fill();
        m_desk->town.set(records);
        m_controller = std::make_unique<PatrolController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        m_position = {};
        m_camera = std::make_unique<KnownCamera>();
        m_navigator = {};
        m_workspace = std::make_unique<PatrolWorkspace>(*m_controller, m_desk->town, m_position, *m_camera, m_navigator);
        m_workspace->setActor(actorFor(m_me, m_desk->store().device()));
        m_workspace->resize(1250, 690);
        m_workspace->show();
        m_workspace->activate({});
        m_workspace->firstFocus()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
        QTRY_COMPARE(list()->missions().rowCount(), 3);
        QTRY_COMPARE(heading(), u"Nid-de-poule"_s);
    }
    void cleanup()
    {
        m_workspace.reset();
        m_camera.reset();
        m_controller.reset();
        m_desk.reset();
    }

    void theNextIsOneKeyAway()
    {
        key(Qt::Key_J);
        QTRY_COMPARE(heading(), list()->missions().stop(1).row.mission.subject);
        key(Qt::Key_K);
        QTRY_COMPARE(heading(), u"Nid-de-poule"_s);
        QVERIFY(label(u"patrol.instructions"_s).contains(u"Mesurer"_s));
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(list()->missions().rowCount(), 4); // a colleague's, too
        key(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(list()->missions().rowCount(), 0);
    }

    void takenStartedGivenBackByKeys()
    {
        key(Qt::Key_G);
        QTRY_COMPARE(stored(u"Nid-de-poule"_s).patroller, m_me.id);
        QTRY_COMPARE(told(), u"Taken: Nid-de-poule."_s);
        QTRY_VERIFY(action(u"patrol.take"_s)->text() == u"On my way"_s && action(u"patrol.take"_s)->isVisible());
        key(Qt::Key_G);
        QTRY_COMPARE(stored(u"Nid-de-poule"_s).state, MissionState::UnderWay);
        key(Qt::Key_B);
        QTRY_COMPARE(told(), u"Given back: Nid-de-poule."_s);
        QCOMPARE(stored(u"Nid-de-poule"_s).patroller, Id());
        m_navigator.undo();
        QTRY_COMPARE(stored(u"Nid-de-poule"_s).patroller, m_me.id);
    }

    void cancelledWithAReason()
    {
        key(Qt::Key_X);
        QTRY_COMPARE(focus()->objectName(), u"patrol.reason"_s);
        key(Qt::Key_Return);
        QCOMPARE(stored(u"Nid-de-poule"_s).state, MissionState::ToDo); // not without one
        type(u"Vu hier"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(stored(u"Nid-de-poule"_s).reason, u"Vu hier"_s);
        QTRY_COMPARE(list()->missions().rowCount(), 2);
        QTRY_VERIFY(heading() != u"Nid-de-poule"_s); // the next one
    }

    void aReportByKeysWithAPhoto()
    {
        key(Qt::Key_Return);
        QTRY_COMPARE(focus()->objectName(), u"patrol.findings"_s);
        type(u"Trou de 60 cm"_s);
        key(Qt::Key_F7);
        QImage picture(800, 600, QImage::Format_RGB32);
        picture.fill(Qt::darkGray);
        QGuiApplication::clipboard()->setImage(picture);
        m_workspace->firstFocus()->setFocus();
        key(Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_workspace->form().photos().photos().size(), 1);
        m_workspace->form().focusFirst();
        QVERIFY(tabTo(u"Measures, done or to do"_s));
        type(u"Deux cones"_s);
        QVERIFY(tabTo(u"Materials to bring"_s));
        type(u"Enrobe a froid"_s);
        QVERIFY(tabTo(u"Time estimate"_s));
        key(Qt::Key_Up);
        key(Qt::Key_Up);
        QCOMPARE(m_workspace->form().report().minutes, 30);
        QVERIFY(tabTo(u"Goes to the service"_s));
        type(u"eclai"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_controller->report().target, id(u"eclairage"_s));
        QCOMPARE(label(u"patrol.goesTo"_s), u"Goes to: Éclairage"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Nid-de-poule"_s).state, MissionState::Done);
        const Mission done = stored(u"Nid-de-poule"_s);
        QCOMPARE(done.safety, Safety::MadeSafe);
        QCOMPARE(done.minutes, 30);
        QCOMPARE(done.materials, u"Enrobe a froid"_s);
        QVERIFY(!done.request.isNull());
        const Request made = fromDocument<Request>({}, *m_desk->store().document(Kind::Request, done.request).value());
        QCOMPARE(
            made.text,
            u"Findings: Trou de 60 cm\nSafety: Made safe\nMeasures: Deux cones\nMaterials: Enrobe a froid\nTime estimate: 30 min"_s);
        QTRY_COMPARE(told(), u"Report sent: Nid-de-poule."_s);
        QTRY_COMPARE(list()->missions().rowCount(), 2);
        QVERIFY(list()->hasFocus());
    }

    //! In the report itself, by keys: the picture reaches the case as an attachment whose bytes the store has.
    void aPhotoIsTakenAndGoesWithTheReport()
    {
        connectCamera();
        m_workspace->form().focusFirst();
        type(u"Trou"_s);
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_camera->isRunning && m_camera->preview->isVisible());
        QVERIFY(!button(u"Add a photo"_s)->isVisible());                                                        // in their place
        QTRY_VERIFY(m_camera->preview->visibleRegion().boundingRect().height() == m_camera->preview->height()); // scrolled to
        QVERIFY(button(u"Take the picture"_s)->height() >= 48 && button(u"Back to the report"_s)->height() >= 48);
        key(Qt::Key_Space);
        QTRY_COMPARE(photos().size(), 1);
        QVERIFY(!m_camera->isRunning && !m_camera->preview->isVisible());
        QCOMPARE(focus(), button(u"Take a photo"_s));
        key(Qt::Key_Space); // one more
        QVERIFY(m_camera->isRunning);
        m_camera->sight.fill(Qt::darkGreen);
        QTest::mouseClick(button(u"Take the picture"_s), Qt::LeftButton);
        QTRY_COMPARE(photos().size(), 2);
        QCOMPARE(photos().last().name, u"photo 2.jpg"_s);

        const QByteArray jpeg = blobBytes(m_desk->store(), photos().first().sha256).value();
        QCOMPARE(QImage::fromData(jpeg, "JPG").size(), QSize(2048, 1536));
        QVERIFY(!jpeg.contains("Exif"));
        m_controller->keep(m_workspace->form().report());
        QVERIFY(tabTo(u"Goes to the service"_s));
        type(u"eclai"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(stored(u"Nid-de-poule"_s).state, MissionState::Done);
        const auto queued = m_desk->store().queued(10).value();
        QStringList attached;
        for (const Mutation &mutation : queued) {
            if (mutation.kind == Kind::Attachment)
                attached.append(mutation.set.value("name"_L1).toString());
        }
        QCOMPARE(attached, (QStringList{u"photo 1.jpg"_s, u"photo 2.jpg"_s}));
    }

    void escapeLeavesTheCamera()
    {
        connectCamera();
        key(Qt::Key_N, Qt::ControlModifier); // an own report has it, too
        QTRY_VERIFY(m_controller->isOwn() && m_controller->maySend());
        button(u"Take a photo"_s)->setFocus();
        key(Qt::Key_C);
        QVERIFY(m_camera->isRunning);
        key(Qt::Key_Escape);
        QVERIFY(!m_camera->isRunning && !m_camera->preview->isVisible());
        QVERIFY(button(u"Add a photo"_s)->isVisible());
        QCOMPARE(focus(), button(u"Take a photo"_s));
        key(Qt::Key_C);
        list()->setFocus();
        QVERIFY(m_workspace->stepBack()); // from elsewhere, by the window
        QVERIFY(!m_camera->isRunning && m_controller->isOwn());
        m_camera->shoot(); // a picture that comes late is nobody's
        QVERIFY(photos().isEmpty());
    }

    //! Whoever looks at something else is not filmed.
    void theCameraRunsOnlyInSight()
    {
        connectCamera();
        key(Qt::Key_C);
        QVERIFY(m_camera->isRunning);
        list()->setFocus();
        key(Qt::Key_J);
        QTRY_VERIFY(!m_camera->isRunning);
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier); // no report
        QTRY_COMPARE(focus()->objectName(), u"patrol.surveySubject"_s);
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!m_camera->isRunning);
        QVERIFY(m_workspace->stepBack());
        list()->setFocus();
        key(Qt::Key_J);
        QTRY_VERIFY(button(u"Take a photo"_s)->isVisible());
        key(Qt::Key_C);
        QVERIFY(m_camera->isRunning);
        m_workspace->hide();
        QVERIFY(!m_camera->isRunning);
        m_workspace->show();
        QVERIFY(button(u"Add a photo"_s)->isVisible());
    }

    void aCameraThatFailsIsToldAndNothingLost()
    {
        connectCamera();
        m_workspace->form().focusFirst();
        type(u"Trou"_s);
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        key(Qt::Key_Space);
        QTRY_COMPARE(photos().size(), 1);
        m_camera->isHeld = true;
        key(Qt::Key_C);
        QVERIFY(shows(u"The camera gives no picture."_s));
        QVERIFY(button(u"Take a photo"_s)->isVisible()); // once the other program is closed
        m_camera->isHeld = false;
        key(Qt::Key_C);
        QVERIFY(m_camera->isRunning && !shows(u"The camera gives no picture."_s));
        m_camera->pull();
        QVERIFY(shows(u"The camera is no longer connected."_s));
        QVERIFY(!button(u"Take a photo"_s)->isVisible() && button(u"Add a photo"_s)->isVisible());
        QCOMPARE(photos().size(), 1);
        QCOMPARE(m_controller->report().findings, u"Trou"_s);
    }

    void withoutACameraThereIsNoButton()
    {
        QTRY_VERIFY(m_camera->asked > 0);
        QVERIFY(!button(u"Take a photo"_s)->isVisible() && button(u"Add a photo"_s)->isVisible());
        QVERIFY(!action(u"patrol.camera"_s)->isVisible()); // nor in the palette
        key(Qt::Key_C);
        QVERIFY(!m_camera->preview);
        connectCamera(); // plugged in later
        QVERIFY(button(u"Take a photo"_s)->height() >= 48);
        m_workspace->form().setReadOnly(true);
        QVERIFY(!button(u"Take a photo"_s)->isVisible());
    }

    //! Not by one who may not report, nor before the workspace is wanted.
    void theMachineIsAskedOnlyForWhoReports()
    {
        QTRY_COMPARE(m_camera->asked, 1);
        User reader = m_me;
        reader.roles = {u"dpo"_s};
        m_workspace->setActor(actorFor(reader, m_desk->store().device()));
        m_workspace->activate({});
        QCoreApplication::processEvents();
        QCOMPARE(m_camera->asked, 1);
    }

    void whatLacksIsSaidWhereItLacks()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(focus()->objectName(), u"patrol.findings"_s);
        QVERIFY(shows(u"Say what you found."_s));
        QCOMPARE(stored(u"Nid-de-poule"_s).state, MissionState::ToDo);
    }

    //! What, where by itself, send.
    void anOwnReportInThreeTouches()
    {
        m_position.position = Stop{48.9086, 4.3121};
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(heading(), u"New report"_s);
        QTRY_COMPARE(m_controller->report().place.address, u"Rue des Tanneurs"_s);
        key(Qt::Key_2);
        QTRY_COMPARE(m_controller->report().card, id(u"lampadaire"_s));
        QCOMPARE(label(u"patrol.goesTo"_s), u"Goes to: Éclairage nord"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(m_navigator.told.size(), 1);
        const auto queued = m_desk->store().queued(10).value();
        QCOMPARE(queued.size(), 2); // the case and the mission
        QCOMPARE(queued.first().set.value("service"_L1).toString(), idText(id(u"eclairage-nord"_s)));
        QTRY_VERIFY(heading() != u"New report"_s && list()->hasFocus());
    }

    //! Without a position one writes; whoever writes already keeps the focus.
    void withoutAPositionOneWrites()
    {
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(focus()->accessibleName(), u"Place"_s);
        type(u"3 rue valmy"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE(m_controller->report().place.address, u"3 rue Valmy"_s);
        QTRY_VERIFY(qobject_cast<KindTile *>(focus())); // what it is
        key(Qt::Key_Space);
        QTRY_COMPARE(m_controller->report().card, id(u"vehicule"_s));
        QVERIFY(m_workspace->stepBack()); // Escape, by the window
        QTRY_VERIFY(list()->hasFocus());
        key(Qt::Key_N, Qt::ControlModifier); // as it was left
        QTRY_COMPARE(m_controller->report().place.address, u"3 rue Valmy"_s);
    }

    void aLatePositionDisturbsNobody()
    {
        m_position.isSlow = true;
        key(Qt::Key_N, Qt::ControlModifier);
        QVERIFY(tabTo(u"Findings"_s));
        type(u"Ba"_s);
        QTRY_VERIFY(m_position.waiting);
        m_position.waiting({});
        QCOMPARE(focus()->objectName(), u"patrol.findings"_s);
        QVERIFY(tabTo(u"Place"_s, true));
        type(u"derriere"_s);
        m_position.waiting(Stop{48.9086, 4.3121});
        QCOMPARE(m_controller->report().where, u"derriere"_s); // as typed
        QVERIFY(m_controller->report().place.address.isEmpty());
    }

    void aServiceSendsAPatroller()
    {
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(focus()->objectName(), u"patrol.surveySubject"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(shows(u"Say what is to be looked at."_s));
        type(u"Tour des ecoles"_s);
        const auto kept = [this] {
            const auto draft = m_desk->store().draft(u"patrol/survey"_s).value();
            return draft ? draft->content.value("subject"_L1).toString() : QString();
        };
        QTRY_COMPARE(kept(), u"Tour des ecoles"_s); // nothing typed is lost
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(list()->missions().rowCount(), 4);
        const Mutation made = m_desk->store().queued(1).value().first();
        QCOMPARE(made.kind, Kind::Mission);
        QCOMPARE(made.set.value("service"_L1).toString(), idText(id(u"police"_s)));
        QCOMPARE(made.set.value("purpose"_L1).toString(), u"survey"_s);
        QCOMPARE(made.set.value("due_on"_L1).toString(), u"2026-11-25"_s);
        QTRY_VERIFY(!m_desk->store().draft(u"patrol/survey"_s).value());
        m_navigator.undo();
        QTRY_COMPARE(list()->missions().rowCount(), 3);
    }

    //! A kill in the middle: the words are there again.
    void theSurveyComesBack()
    {
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(focus()->objectName(), u"patrol.surveySubject"_s);
        type(u"Bancs"_s);
        m_controller->flush();
        m_workspace.reset();
        m_workspace = std::make_unique<PatrolWorkspace>(*m_controller, m_desk->town, m_position, *m_camera, m_navigator);
        m_workspace->setActor(actorFor(m_me, m_desk->store().device()));
        m_workspace->show();
        m_workspace->firstFocus()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_workspace->findChild<QLineEdit *>(u"patrol.surveySubject"_s)->text(), u"Bancs"_s);
    }

    //! A finger is not a pointer: 48 pixels for whatever is pressed.
    void whatIsTouchedIsLarge()
    {
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(m_controller->isOwn() && m_controller->maySend());
        const QList<QAbstractButton *> buttons = m_workspace->findChildren<QAbstractButton *>();
        int seen = 0;
        for (const QAbstractButton *button : buttons) {
            if (!button->isVisible() || qobject_cast<const QLineEdit *>(button->parentWidget()))
                continue;
            if (button->parentWidget() && button->parentWidget()->inherits("QTabBar"))
                continue; // its scroll buttons
            ++seen;
            QVERIFY2(button->height() >= 48 && button->width() >= 48, qPrintable(button->accessibleName()));
        }
        QVERIFY(seen > 12);
        QVERIFY(list()->sizeHintForRow(0) >= 48);
    }

    void everyActionHasAKeyThatItsTooltipShows()
    {
        const QList<QAction *> actions = actionsWithin(m_workspace.get());
        QVERIFY(actions.size() > 20);
        QHash<QString, QString> keys;
        for (const QAction *each : actions) {
            QVERIFY2(!each->shortcuts().isEmpty(), qPrintable(actionId(each)));
            QVERIFY2(each->toolTip().contains(shortcutText(each)), qPrintable(actionId(each)));
        }
    }

    //! On paper in the order of the round, with room to write: read back as text.
    void theRoundOnPaper()
    {
        const QString path = m_home.filePath(u"tournee.pdf"_s);
        QVERIFY(writeRoundPdf(path, roundHtml(m_controller->stops(), u"Awa Diop"_s, m_controller->today(), m_desk->town)));
        const QString text = textOf(path);
        qsizetype at = 0;
        for (const PatrolStop &stop : m_controller->stops()) {
            const qsizetype here = text.indexOf(stop.row.mission.subject, at);
            QVERIFY2(here >= at, qPrintable(text));
            at = here;
        }
        QVERIFY(text.contains(u"Awa Diop"_s));
        QVERIFY(text.contains(u"Mesurer la profondeur"_s));
        QVERIFY(text.contains(u"12 rue des Tanneurs"_s));
        QCOMPARE(text.count(u"Notes:"_s), 3);
        QVERIFY(!writeRoundPdf(m_home.filePath(u"no/such/place.pdf"_s), {}));
    }

    void theRoundIsPrintedByKeys()
    {
        const QString path = m_home.filePath(u"imprimee.pdf"_s);
        QTest::keyClick(m_workspace.get(), Qt::Key_P, Qt::ControlModifier);
        printToFile(path);
        const QString text = textOf(path);
        for (const PatrolStop &stop : m_controller->stops())
            QVERIFY2(text.contains(stop.row.mission.subject), qPrintable(text));
    }

private:
    static QString textOf(const QString &path)
    {
        QProcess reader;
        reader.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        return reader.waitForFinished() && reader.exitCode() == 0 ? QString::fromUtf8(reader.readAllStandardOutput()) : QString();
    }

    void fill()
    {
        const auto add = [this](const QString &subject, const QString &address, double latitude, double longitude) {
            Mission m;
            m.id = id(u"mission "_s + subject);
            m.subject = subject;
            m.purpose = MissionPurpose::Survey;
            m.service = id(u"police"_s);
            m.address = address;
            m.district = id(u"valmy"_s);
            m.latitude = latitude;
            m.longitude = longitude;
            m.at = {monday.ms - 3'600'000};
            return m;
        };
        Mission first = add(u"Nid-de-poule"_s, u"12 rue des Tanneurs"_s, 48.9085, 4.3120);
        first.instructions = u"Mesurer la profondeur"_s;
        first.dueOn = QDate(2026, 11, 23);
        m_desk->take(first);
        Mission second = add(u"Banc cassé"_s, u"3 rue Valmy"_s, 48.9080, 4.3110);
        second.dueOn = QDate(2026, 11, 25);
        m_desk->take(second);
        m_desk->take(add(u"Dépôt sauvage"_s, u"Boulevard Saint-Éloi"_s, 48.9014, 4.2962));
        Mission theirs = add(u"Tag"_s, u"Place de l'Hôtel-de-Ville"_s, 48.8999, 4.3010);
        theirs.patroller = id(u"leroy"_s);
        m_desk->take(theirs);
        m_desk->flush();
    }
    MissionList *list() { return m_workspace->findChild<MissionList *>(); }
    QString label(const QString &name) { return m_workspace->findChild<QLabel *>(name)->text(); }
    QString heading() { return label(u"patrol.heading"_s); }
    Mission stored(const QString &subject)
    {
        return fromDocument<Mission>({}, *m_desk->store().document(Kind::Mission, id(u"mission "_s + subject)).value());
    }
    QAction *action(const QString &wanted)
    {
        const QList<QAction *> all = actionsWithin(m_workspace.get());
        return *std::find_if(all.begin(), all.end(), [&wanted](const QAction *a) { return actionId(a) == wanted; });
    }
    QString told() const { return m_navigator.told.isEmpty() ? QString() : m_navigator.told.last(); }
    const QList<FileReference> &photos() { return m_workspace->form().photos().photos(); }
    void connectCamera()
    {
        m_camera->sight = QImage(4000, 3000, QImage::Format_RGB32);
        m_camera->sight.fill(Qt::darkGray);
        m_camera->isConnected = true;
        m_workspace->activate({});
        QTRY_VERIFY(button(u"Take a photo"_s)->isVisible());
        QVERIFY(!m_camera->isRunning);
    }
    QAbstractButton *button(const QString &name)
    {
        const auto all = m_workspace->findChildren<QAbstractButton *>();
        return *std::find_if(all.begin(), all.end(),
                             [&name](const QAbstractButton *b) { return b->accessibleName() == name || b->text() == name; });
    }
    bool shows(const QString &text)
    {
        const auto labels = m_workspace->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&text](const QLabel *l) { return l->isVisible() && l->text().contains(text); });
    }
    QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : m_workspace.get(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focus(), key, modifiers); }
    void type(const QString &text) { QTest::keyClicks(focus(), text); }
    bool tabTo(const QString &name, bool backwards = false)
    {
        for (int i = 0; i < 40; ++i) {
            if (focus()->accessibleName() == name)
                return true;
            key(backwards ? Qt::Key_Backtab : Qt::Key_Tab, backwards ? Qt::ShiftModifier : Qt::NoModifier);
        }
        return false;
    }

    QTemporaryDir m_home;
    User m_me;
    QRandomGenerator m_random{5};
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<PatrolController> m_controller;
    KnownPosition m_position;
    std::unique_ptr<KnownCamera> m_camera;
    FakeNavigator m_navigator;
    std::unique_ptr<PatrolWorkspace> m_workspace;
};

QTEST_MAIN(PatrolWorkspaceTest)
#include "tst_patrolworkspace.moc"
