#include "ui_common/theme.h"
#include "ui_shell/placesourcesfields.h"
#include "ui_shell/preferencespage.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;
using Ground = PlaceSources::Ground;

//! Where this computer has its map and strange addresses from, chosen by keys.
class PlaceSourcesTest final : public QObject
{
    Q_OBJECT

    template <typename T>
    T *field(const QString &name)
    {
        return m_page->findChild<T *>(name);
    }
    static void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    static void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }
    static PlaceSources last(const QSignalSpy &spy) { return spy.last().first().value<PlaceSources>(); }

    QTemporaryDir m_dir;
    std::unique_ptr<PreferencesPage> m_page;

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(u"parvis"_s); // as the program
        QCoreApplication::setApplicationName(u"parvis"_s);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.filePath(u"user"_s));
        QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, m_dir.filePath(u"xdg"_s));
    }

    void init()
    {
        QSettings().clear();
        m_page = std::make_unique<PreferencesPage>(Preferences());
        m_page->resize(900, 1400);
        static_cast<QWidget *>(m_page.get())->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        m_page->placeFields().setMayChoose(true);
    }

    //! Nothing reaches a network before somebody chose it.
    void atFirstNothingIsChosen()
    {
        QCOMPARE(loadPlaceSources(), PlaceSources());
        QVERIFY(!PlaceSources().asksOnline);
        QCOMPARE(PlaceSources().ground, Ground::OfTown);
        QVERIFY(!field<QLineEdit>(u"geocoder"_s)->isVisible());
        QVERIFY(!field<QLineEdit>(u"tiles"_s)->isVisible());
        QVERIFY(!field<QLineEdit>(u"archive"_s)->isVisible());
    }

    void aServerIsChosenWithItsAddresses()
    {
        QSignalSpy chosen(&m_page->placeFields(), &PlaceSourcesFields::chosen);
        auto *ground = field<QComboBox>(u"ground"_s);
        ground->setFocus();
        key(Qt::Key_End);
        QCOMPARE(Ground(ground->currentData().toInt()), Ground::Server);
        QCOMPARE(chosen.size(), 0); // it still lacks the addresses
        QVERIFY(field<QLineEdit>(u"tiles"_s)->isVisible());
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), field<QLineEdit>(u"tiles"_s));
        type(u"https://tiles.example/{z}/{x}/{y}.png"_s);
        key(Qt::Key_Tab);
        QCOMPARE(chosen.size(), 1);
        type(u"© Ingeville"_s);
        key(Qt::Key_Return);
        PlaceSources wanted;
        wanted.ground = Ground::Server;
        wanted.tiles = u"https://tiles.example/{z}/{x}/{y}.png"_s;
        wanted.attribution = u"© Ingeville"_s;
        QCOMPARE(last(chosen), wanted);
        savePlaceSources(wanted);
        QCOMPARE(loadPlaceSources(), wanted);
    }

    void theOnlineServiceIsTickedAndNamed()
    {
        QSignalSpy chosen(&m_page->placeFields(), &PlaceSourcesFields::chosen);
        field<QCheckBox>(u"online"_s)->setFocus();
        key(Qt::Key_Space);
        QVERIFY(last(chosen).asksOnline);
        QVERIFY(last(chosen).geocoder.isEmpty()); // the public one
        key(Qt::Key_Tab);
        type(u"https://addok.ingeville.example"_s);
        key(Qt::Key_Return);
        QCOMPARE(last(chosen).geocoder, u"https://addok.ingeville.example"_s);
        field<QCheckBox>(u"online"_s)->setFocus();
        key(Qt::Key_Space);
        QVERIFY(!last(chosen).asksOnline);
        savePlaceSources(last(chosen));
        QVERIFY(!loadPlaceSources().asksOnline);
    }

    void eachGroundIsKept()
    {
        for (const Ground ground : {Ground::OfTown, Ground::Archive, Ground::PlanIgn, Ground::Server}) {
            PlaceSources sources;
            sources.ground = ground;
            sources.archive = u"/srv/ville.pmtiles"_s;
            savePlaceSources(sources);
            QCOMPARE(loadPlaceSources(), sources);
        }
        // What was set before there was a choice.
        QSettings().clear();
        QSettings().setValue(u"map/tiles"_s, u"https://tiles.example/{z}/{x}/{y}.png"_s);
        QCOMPARE(loadPlaceSources().ground, Ground::Server);
    }

    //! For many computers at once; what was chosen at one comes before.
    void theSystemsSettingsCountWhereNothingWasChosen()
    {
        QVERIFY(QDir(m_dir.path()).mkpath(u"xdg"_s));
        QFile file(m_dir.filePath(u"xdg/parvis.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[map]\nground=archive\narchive=/srv/ville.pmtiles\n[addresses]\nonline=true\n");
        file.close();
        PlaceSources sources = loadPlaceSources();
        QCOMPARE(sources.ground, Ground::Archive);
        QCOMPARE(sources.archive, u"/srv/ville.pmtiles"_s);
        QVERIFY(sources.asksOnline);
        sources.asksOnline = false;
        savePlaceSources(sources);
        QVERIFY(!loadPlaceSources().asksOnline);
        QVERIFY(file.remove());
    }

    void othersSeeItOnly()
    {
        m_page->placeFields().setMayChoose(false);
        QVERIFY(!field<QComboBox>(u"ground"_s)->isEnabled());
        QVERIFY(!field<QCheckBox>(u"online"_s)->isEnabled());
        bool isSaid = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"administrator"_s));
        QVERIFY(isSaid);
    }

    void whatCanNotBeUsedIsTold()
    {
        m_page->placeFields().sayError(u"no such file"_s);
        bool isSaid = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains(u"no such file"_s));
        QVERIFY(isSaid);
        if (const QString dir = qEnvironmentVariable("PARVIS_SHOTS"); !dir.isEmpty())
            m_page->grab().save(dir + u"/preferences-places.png"_s);
    }

    void everyFieldHasAName()
    {
        PlaceSources all;
        all.ground = Ground::Server;
        all.asksOnline = true;
        m_page->placeFields().show(all);
        for (const QString &name : {u"ground"_s, u"tiles"_s, u"attribution"_s, u"geocoder"_s, u"archive"_s})
            QVERIFY2(!field<QWidget>(name)->accessibleName().isEmpty(), qPrintable(name));
    }
};

QTEST_MAIN(PlaceSourcesTest)
#include "tst_placesources.moc"
