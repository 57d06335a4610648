#include "guidesk.h"

#include "presentation/requestlistmodel.h"
#include "store/missionquery.h"
#include "ui_common/action.h"
#include "ui_patrol/kindtiles.h"
#include "ui_patrol/missionlist.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTableView>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A mission from the desk to the place and back, by keys in the real window over the real server: the desk sends a patroller,
//! who reports without a network, and the service finds a case that is ready, with its photo.
class PatrollerTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(400)); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    void theDeskSendsAPatroller()
    {
        QVERIFY(signIn(u"m.roussel"_s));
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        filter(u"service:eclairage "_s);
        PARVIS_AWAIT(!firstOfTheList().isEmpty());
        PARVIS_AWAIT_COMPARE(number(), firstOfTheList());
        m_number = number();
        QVERIFY(press(Qt::Key_M, u"requests.mission"_s));
        PARVIS_AWAIT_COMPARE(focus()->objectName(), u"mission.instructions"_s);
        type(u"Relever le numero du mat"_s);
        shoot(u"patrouille-1-envoyer"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        PARVIS_AWAIT(timelineHas(u"Patrouille : à faire"_s));
        shoot(u"patrouille-2-demande"_s);
    }

    //! In a dead spot all day: nothing waits for the network but the network.
    void thePatrollerReportsWithoutANetwork()
    {
        QVERIFY(signIn(u"d.ferrand"_s));
        goTo(u"patrol"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"patrol"_s);
        PARVIS_AWAIT(findMission(m_number));
        PARVIS_AWAIT(shows(u"Relever le numero du mat"_s));
        QCOMPARE(town().server().terminate(), 0);
        QVERIFY(press(Qt::Key_G, u"patrol.take"_s));
        PARVIS_AWAIT(isTaken());
        shoot(u"patrouille-3-prise"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"Constat"_s);
        type(u"Mat 4127, trappe ouverte"_s);
        key(Qt::Key_F7);
        QGuiApplication::clipboard()->setImage(photo());
        QVERIFY(tabTo(u"Interventions"_s));
        key(Qt::Key_V, Qt::ControlModifier);
        PARVIS_AWAIT(photos() == 1);
        QVERIFY(tabTo(u"Mesures"_s));
        type(u"Trappe refermee et bandee"_s);
        QVERIFY(tabTo(u"Temps estimé"_s));
        key(Qt::Key_Up);
        shoot(u"patrouille-4-compte-rendu"_s);
        QVERIFY(press(Qt::Key_Return, u"patrol.send"_s, Qt::ControlModifier));
        PARVIS_AWAIT(!hasMission(m_number));
        PARVIS_AWAIT(desktop().session().engine().state().outbox.queued >= 3);
        // And something that nobody asked for: what, where, send.
        key(Qt::Key_N, Qt::ControlModifier);
        PARVIS_AWAIT(shows(u"Nouveau signalement"_s) && may(u"patrol.send"_s));
        shoot(u"patrouille-5-nouveau"_s);
        QVERIFY(tabTo(u"Lieu"_s));
        type(u"12 rue des tan"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(qobject_cast<KindTile *>(focus()));
        key(Qt::Key_Space);
        shoot(u"patrouille-5-autosaisine"_s);
        QVERIFY(press(Qt::Key_Return, u"patrol.send"_s, Qt::ControlModifier));
        PARVIS_AWAIT(!shows(u"Nouveau signalement"_s));
        QVERIFY(town().serve());
        QTRY_COMPARE_WITH_TIMEOUT(left(), 0, 3 * patienceMs);
    }

    //! The service has the words and the picture, and knows what became of the mission.
    void theServiceFindsAReadyCase()
    {
        QVERIFY(signIn(u"a.diallo"_s));
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        key(Qt::Key_6, Qt::ControlModifier); // all
        filter(u"n:"_s + m_number.section(u'-', 1).remove(QRegularExpression(u"^0+"_s)) + u' ');
        PARVIS_AWAIT_COMPARE(number(), m_number);
        PARVIS_AWAIT(timelineHas(u"Constat : Mat 4127, trappe ouverte"_s));
        QVERIFY(timelineHas(u"Patrouille : terminée, mis en sécurité"_s));
        QVERIFY(press(Qt::Key_F, u"requests.files"_s));
        PARVIS_AWAIT_COMPARE(focusName(), u"Fichiers"_s);
        shoot(u"patrouille-6-dossier"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(isPictureShown());
        // The own report is a case with its service, in the name of who saw it.
        auto desk = town().desk(u"m.roussel"_s);
        QVERIFY(desk->open() && desk->settle());
        DeskStore store = town().store(u"m.roussel"_s);
        const auto reported = reportedMissions(store, {}, {1}, 500);
        QVERIFY(reported);
        const auto own = std::find_if(reported->begin(), reported->end(), [](const MissionRow &row) {
            return row.mission.purpose == MissionPurpose::Own && row.mission.address == u"12 rue des Tanneurs"_s;
        });
        QVERIFY(own != reported->end());
        QVERIFY(!own->number.isEmpty());
    }

private:
    bool may(const QString &id)
    {
        const QList<QAction *> all = actionsWithin(window());
        return std::any_of(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id && a->isEnabled(); });
    }
    QString number() { return window()->current()->findChild<QLabel *>(u"number"_s)->text(); }
    int left()
    {
        const auto &outbox = desktop().session().engine().state().outbox;
        return outbox.queued + outbox.files;
    }
    QString firstOfTheList()
    {
        const QAbstractItemModel *rows = window()->current()->findChild<QTableView *>()->model();
        for (int row = 0; row < rows->rowCount(); ++row) {
            if (rows->index(row, RequestListModel::Service).data().toString() != u"Éclairage"_s)
                return {};
        }
        return rows->rowCount() > 0 ? rows->index(0, RequestListModel::Number).data().toString() : QString();
    }
    void filter(const QString &words)
    {
        key(Qt::Key_Slash);
        key(Qt::Key_A, Qt::ControlModifier);
        type(words);
        key(Qt::Key_Return);
    }
    bool timelineHas(const QString &text)
    {
        const auto lists = window()->current()->findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *list : lists) {
            for (int row = 0; list->isVisible() && list->accessibleName() == u"Chronologie"_s && row < list->model()->rowCount();
                 ++row) {
                if (list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(text))
                    return true;
            }
        }
        return false;
    }
    MissionList *missions() { return window()->current()->findChild<MissionList *>(); }
    bool hasMission(const QString &number)
    {
        for (int row = 0; row < missions()->missions().rowCount(); ++row) {
            const MissionRow &mission = missions()->missions().stop(row).row;
            if (mission.number == number && isOurs(mission.mission))
                return true;
        }
        return false;
    }
    //! By the one who is here, as this desk has it.
    bool isTaken()
    {
        const Id me = desktop().session().actor().user;
        const auto open = read([me](DeskStore &store) { return openMissions(store, me, MissionReach::MineAndFree); });
        return open && std::any_of(open->begin(), open->end(), [this, me](const MissionRow &row) {
                   return row.number == m_number && isOurs(row.mission) && row.mission.patroller == me;
               });
    }
    static bool isOurs(const Mission &mission) { return mission.instructions.startsWith(u"Relever le numero"_s); }
    //! Down the list, as an agent would.
    bool findMission(const QString &number)
    {
        if (!hasMission(number))
            return false;
        for (int i = 0; i < 100; ++i) {
            const MissionRow &mission = missions()->missions().stop(std::max(0, missions()->currentIndex().row())).row;
            if (mission.number == number && isOurs(mission.mission))
                return true;
            key(Qt::Key_J);
        }
        return false;
    }
    int photos()
    {
        const auto lists = window()->current()->findChildren<QListWidget *>();
        const auto strip =
            std::find_if(lists.begin(), lists.end(), [](const QListWidget *l) { return l->accessibleName() == u"Photos"_s; });
        return strip == lists.end() ? 0 : (*strip)->count();
    }
    static QImage photo()
    {
        QImage image(1600, 1200, QImage::Format_RGB32);
        image.fill(QColor(60, 70, 80));
        QPainter painter(&image);
        painter.setBrush(QColor(200, 190, 150));
        painter.drawRect(780, 200, 40, 1000);
        return image;
    }
    bool isPictureShown()
    {
        const auto labels = window()->current()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->accessibleName() == u"photo collée.jpg"_s &&
                   !label->pixmap(Qt::ReturnByValue).isNull();
        });
    }

    QString m_number;
};

QTEST_MAIN(PatrollerTest)
#include "tst_patroller.moc"
