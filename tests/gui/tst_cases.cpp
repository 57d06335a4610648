#include "guidesk.h"

#include "presentation/requestlistmodel.h"
#include "ui_common/action.h"
#include "ui_common/widgets.h"
#include "ui_requests/noticebell.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"
#include "workbench.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QImage>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QMenu>
#include <QtWidgets/QTableView>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A case with what belongs to it, by keys in the real window over the real server: files that are pasted, sent, seen by who
//! works the case, and taken away.
class CasesTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(200)); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    void thePhotoIsPastedAtTheDesk()
    {
        QVERIFY(signIn(u"m.roussel"_s));
        openARequestOf(u"eclairage"_s);
        QGuiApplication::clipboard()->setImage(photo());
        QVERIFY(press(Qt::Key_V, u"requests.paste"_s, Qt::ControlModifier));
        PARVIS_AWAIT(files() == QStringList{u"image collée.png"_s});
        shoot(u"dossier-1-fichier-joint"_s);
        QVERIFY(isSent());
        key(Qt::Key_F);
        PARVIS_AWAIT_COMPARE(focusName(), u"Fichiers"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(isPictureShown());
        shoot(u"dossier-2-photo-ouverte"_s);
        key(Qt::Key_Escape);
        PARVIS_AWAIT_COMPARE(focusName(), u"Fichiers"_s);
        key(Qt::Key_N);
        type(u"@a.diallo le mat est tordu"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
    }

    //! Another desk has the record, and the bytes once it asks for them.
    void theHeadOfTheServiceSeesIt()
    {
        QVERIFY(signIn(u"a.diallo"_s));
        auto *bell = window()->findChild<NoticeBell *>();
        PARVIS_AWAIT_COMPARE(bell->text(), u"1"_s);
        key(Qt::Key_B, Qt::ControlModifier);
        PARVIS_AWAIT(bell->list()->isVisible());
        QVERIFY(bell->list()->actions().first()->text().startsWith(u"Mireille Roussel vous écrit"_s));
        shoot(u"dossier-3-cloche"_s);
        QTest::keyClick(bell->list(), Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        PARVIS_AWAIT_COMPARE(bell->text(), QString()); // seen
        PARVIS_AWAIT_COMPARE(window()->current()->findChild<QLabel *>(u"number"_s)->text(), m_number);
        QVERIFY(press(Qt::Key_F, u"requests.files"_s));
        PARVIS_AWAIT_COMPARE(focusName(), u"Fichiers"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(isPictureShown());
        shoot(u"dossier-4-vue-par-la-cheffe"_s);
        key(Qt::Key_Escape);
        PARVIS_AWAIT_COMPARE(focusName(), u"Fichiers"_s);
        key(Qt::Key_Delete); // not hers to keep
        PARVIS_AWAIT(files().isEmpty());
        QVERIFY(isSent());
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(isSent());
        PARVIS_AWAIT(!files().isEmpty());
    }

    //! An administrator writes a rule, sees what it would do, and tries a request; the desk routes by it.
    void theAdministratorRoutes()
    {
        QVERIFY(signIn(u"f.guichard"_s));
        goTo(u"admin"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"admin"_s);
        shoot(u"admin-1-routage"_s);
        key(Qt::Key_N, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(focusName(), u"Nom"_s);
        type(u"Perroquets"_s);
        QVERIFY(tabTo(u"Vers le service"_s));
        type(u"polic"_s);
        key(Qt::Key_Return);
        QVERIFY(tabTo(u"Si ces mots sont dits"_s));
        type(u"perroquet, perruche"_s);
        PARVIS_AWAIT(labelled(u"effect"_s).contains(u"Sur les"_s));
        key(Qt::Key_T, Qt::ControlModifier);
        type(u"Un perroquet crie la nuit"_s);
        PARVIS_AWAIT(labelled(u"path"_s).contains(u"Perroquets"_s));
        shoot(u"admin-2-regle-essayee"_s);
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        for (int section = 2; section <= 4; ++section) {
            key(Qt::Key(Qt::Key_0 + section), Qt::ControlModifier);
            PARVIS_AWAIT(shows(u"Historique"_s) || shows(u"Aucune modification"_s));
            shoot(u"admin-%1"_s.arg(section + 1));
        }
        QVERIFY(signIn(u"m.roussel"_s));
        QVERIFY(!may(u"go.admin"_s));             // not hers
        PARVIS_AWAIT(knowsRule(u"Perroquets"_s)); // the rule has come
        goTo(u"desk"_s);
        key(Qt::Key_F2);
        QVERIFY(tabTo(u"Quoi"_s));
        type(u"Perroquet du voisin"_s);
        shoot(u"admin-6-a-l-accueil"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        auto other = town().desk(u"e.roche"_s); // head of the police
        QVERIFY(other->open() && other->settle());
        QCOMPARE(other->found(u"perroquet"_s).size(), 1);
    }

private:
    bool may(const QString &id)
    {
        const QList<QAction *> all = actionsWithin(window());
        return std::any_of(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id && a->isEnabled(); });
    }

    bool knowsRule(const QString &name)
    {
        const auto &rules = window()->findChild<Workbench *>()->town().rules();
        return std::any_of(rules.begin(), rules.end(), [&name](const RoutingRule &rule) { return rule.name == name; });
    }

    QString labelled(const QString &name)
    {
        const auto *label = window()->current()->findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    }

    static QImage photo()
    {
        QImage image(1600, 1200, QImage::Format_RGB32);
        image.fill(QColor(60, 70, 80));
        QPainter painter(&image);
        painter.setBrush(QColor(200, 190, 150));
        painter.drawRect(780, 200, 40, 1000);
        painter.drawEllipse(QPoint(800, 180), 120, 60);
        return image;
    }

    void openARequestOf(const QString &service)
    {
        goTo(u"requests"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"requests"_s);
        filter(u"service:"_s + service);
        PARVIS_AWAIT(window()->current()->findChild<QLabel *>(u"number"_s)->isVisible());
        PARVIS_AWAIT(!firstOfTheList().isEmpty());
        PARVIS_AWAIT_COMPARE(window()->current()->findChild<QLabel *>(u"number"_s)->text(), firstOfTheList());
        m_number = firstOfTheList();
    }

    //! Empty until the filter has been answered: only requests of the service are left.
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

    QStringList files()
    {
        QStringList names;
        const auto lists = window()->current()->findChildren<QAbstractItemView *>();
        for (const QAbstractItemView *list : lists) {
            if (list->accessibleName() != u"Fichiers"_s || !list->isVisible())
                continue;
            for (int row = 0; row < list->model()->rowCount(); ++row)
                names.append(list->model()->index(row, 0).data().toString().section(u" · "_s, 0, 0));
        }
        return names;
    }

    bool isPictureShown()
    {
        const auto labels = window()->current()->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->isVisible() && label->accessibleName() == u"image collée.png"_s &&
                   !label->pixmap(Qt::ReturnByValue).isNull();
        });
    }

    QString m_number;
};

QTEST_MAIN(CasesTest)
#include "tst_cases.moc"
