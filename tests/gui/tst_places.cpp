#include "guidesk.h"

#include "ui_common/completerfield.h"
#include "ui_common/widgets.h"
#include "ui_map/mapworkspace.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/placesourcesfields.h"
#include "unit/tiles/archives.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Where places and the map come from, in the real window over the real server.
class PlacesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_desk.start(20, {})); }
    void init() { QVERIFY2(m_desk.goesOn(), "what came before failed"); }
    void cleanup() { m_desk.keepInMind(); }
    void cleanupTestCase() { m_desk.stop(); }

    //! One command at the server, and the window completes what it did not know, without a restart.
    void whatTheServerImportsIsCompletedInTheWindow()
    {
        QVERIFY(import(u"Rue des Grèves"_s));
        QVERIFY(m_desk.signIn(u"m.roussel"_s));
        PARVIS_AWAIT_COMPARE(firstFor(u"12 r des greves"_s), u"12 rue des Grèves"_s);
        QVERIFY(import(u"Rue de la Halle aux Grains"_s));
        m_desk.goTo(u"sync"_s);
        m_desk.key(Qt::Key_F5); // try now
        PARVIS_AWAIT_COMPARE(firstFor(u"7 halle aux grains"_s), u"7 rue de la Halle aux Grains"_s);
        m_desk.shoot(u"adresses"_s);
    }

    //! What an administrator chooses takes effect at once, and what can't be used is told where it was chosen.
    void theGroundOfTheMapIsChosen()
    {
        auto *fields = m_desk.window()->findChild<PlaceSourcesFields *>();
        auto *map = m_desk.window()->findChild<MapWorkspace *>();
        QVERIFY(fields && map);
        const auto choose = [fields](const QString &archive) {
            PlaceSources sources;
            sources.ground = PlaceSources::Ground::Archive;
            sources.archive = archive;
            Q_EMIT fields->chosen(sources);
        };
        const QString path = m_desk.town().path(u"town.mbtiles"_s);
        archives::writeMbTiles(path, {{u"format"_s, u"png"_s}, {u"attribution"_s, u"© Ingeville"_s}}, {{{0, 0, 0}, "picture"}});
        choose(path);
        PARVIS_AWAIT(map->page().ground().kind == MapGround::Kind::Tiles);
        QCOMPARE(map->page().ground().tiles->set().attribution, u"© Ingeville"_s);
        QCOMPARE(loadPlaceSources().archive, path);
        choose(m_desk.town().path(u"nowhere"_s));
        PARVIS_AWAIT(map->page().ground().kind != MapGround::Kind::Tiles);
        m_desk.window()->show(u"preferences"_s);
        PARVIS_AWAIT(fields->findChild<InlineError *>()->isVisible());
        QVERIFY(!fields->findChild<QComboBox *>(u"ground"_s)->isEnabled()); // an agent at the counter only sees it
    }

private:
    bool import(const QString &street)
    {
        QFile csv(m_desk.town().path(u"ban.csv"_s));
        if (!csv.open(QIODevice::WriteOnly))
            return false;
        csv.write("id;numero;rep;nom_voie;code_postal;code_insee;nom_commune;lon;lat\n");
        for (int i = 1; i <= 40; ++i)
            csv.write(
                u"51900_1_%1;%1;;%2;51000;51900;Ingeville;4.3%1;48.9%1\n"_s.arg(i, 4, 10, QChar(u'0')).arg(street).toUtf8());
        csv.close();
        return m_desk.town().run({u"import"_s, u"addresses"_s, csv.fileName()}).code == 0;
    }

    //! Typed at the Desk.
    QString firstFor(const QString &words)
    {
        m_desk.goTo(u"desk"_s);
        auto *field = m_desk.window()->findChild<CompleterField *>(u"where"_s);
        if (!field)
            return {};
        field->lineEdit()->setFocus();
        field->lineEdit()->clear();
        QTest::keyClicks(field->lineEdit(), words);
        const auto found = field->suggestions();
        return found.isEmpty() ? QString() : found.first().text;
    }

    GuiDesk m_desk;
};

QTEST_MAIN(PlacesTest)
#include "tst_places.moc"
