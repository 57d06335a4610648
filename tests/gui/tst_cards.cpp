#include "guidesk.h"
#include "ui_common/widgets.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QTabWidget>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const QString cardTitle = u"Perroquet trop bruyant"_s;

} // namespace

//! A card from its first key to its first call, in the real window over the real server: written by a referent, returned once,
//! approved along the five steps of its directorate, used at the Desk with its own form. All share one machine and hand it over.
class CardsTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(200, {m_author})); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    void theReferentWritesIt()
    {
        QVERIFY(signIn(m_author));
        goTo(u"cards"_s);
        key(Qt::Key_N, Qt::ControlModifier);
        type(cardTitle);
        QVERIFY(tabTo(u"Thème"_s));
        type(u"Tranq"_s);
        QVERIFY(tabTo(u"Mots-clés"_s));
        type(u"perroquet\nperruche"_s);
        shoot(u"fiche-1-mots"_s);
        QVERIFY(turnTo(u"Script"_s));
        QVERIFY(tabTo(u"Demander"_s));
        type(u"- L'adresse et l'heure du bruit\n- Depuis quand"_s);
        QVERIFY(tabTo(u"Dire"_s));
        type(u"Un agent passera dans la semaine."_s);
        shoot(u"fiche-2-script"_s);
        QVERIFY(turnTo(u"Formulaire"_s));
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        type(u"Espece"_s);
        key(Qt::Key_Tab);
        PARVIS_AWAIT_COMPARE(focusName(), u"Type"_s);
        type(u"choix"_s);
        key(Qt::Key_Tab);
        key(Qt::Key_Space); // required
        key(Qt::Key_Right);
        type(u"Perroquet / Perruche / Autre"_s);
        key(Qt::Key_Tab);
        shoot(u"fiche-3-formulaire"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        shoot(u"fiche-4-soumise"_s);
    }

    void theSecondStepReturnsIt()
    {
        QVERIFY(opensToValidate(u"e.roche"_s));
        shoot(u"fiche-5-a-valider"_s);
        QVERIFY(press(Qt::Key_A, u"cards.approve"_s));
        QVERIFY(isSent());
        QVERIFY(opensToValidate(u"r.cordier"_s));
        QVERIFY(press(Qt::Key_R, u"cards.return"_s));
        type(u"Dire qui recoit la plainte"_s);
        shoot(u"fiche-6-retour"_s);
        key(Qt::Key_Return);
        QVERIFY(isSent());
    }

    void itsAuthorMendsIt()
    {
        QVERIFY(signIn(m_author));
        goTo(u"cards"_s);
        key(Qt::Key_2, Qt::ControlModifier); // the own drafts
        key(Qt::Key_F, Qt::ControlModifier);
        PARVIS_AWAIT(opens());
        shoot(u"fiche-7-revenue"_s);
        QVERIFY(press(Qt::Key_E, u"cards.edit"_s));
        PARVIS_AWAIT_COMPARE(focusName(), u"Titre"_s);
        QVERIFY(turnTo(u"Script"_s));
        QVERIFY(tabTo(u"Dire"_s));
        key(Qt::Key_End, Qt::ControlModifier);
        type(u" La plainte est prise au poste de police."_s);
        shoot(u"fiche-8-reprise"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
    }

    void fiveStepsApproveIt_data()
    {
        QTest::addColumn<QString>("login");
        for (const char *login : {"e.roche", "r.cordier", "e.maurin", "p.dangeville", "b.lecointre"})
            QTest::newRow(login) << QString::fromLatin1(login);
    }
    void fiveStepsApproveIt()
    {
        QFETCH(QString, login);
        QVERIFY(opensToValidate(login));
        if (login == "b.lecointre"_L1)
            shoot(u"fiche-9-derniere-etape"_s);
        QVERIFY(press(Qt::Key_A, u"cards.approve"_s));
        QVERIFY(isSent());
    }

    void theDeskUsesItWithItsForm()
    {
        QVERIFY(signIn(QString::fromLatin1(demoLogin)));
        goTo(u"cards"_s);
        key(Qt::Key_F, Qt::ControlModifier);
        type(u"perroq"_s);
        key(Qt::Key_Return);
        shoot(u"fiche-10-lecture"_s);
        QVERIFY(press(Qt::Key_U, u"cards.use"_s)); // a call about it
        PARVIS_AWAIT_COMPARE(focusName(), u"Qui"_s);
        type(u"0612345678"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(focusName(), u"Texte"_s);
        type(u"Cri strident des six heures"_s);
        key(Qt::Key_Return); // to what the card requires
        PARVIS_AWAIT(focusName().startsWith(u"Espece"_s));
        type(u"Perru"_s);
        shoot(u"fiche-11-accueil"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(isSent());
        shoot(u"fiche-12-transmise"_s);
        key(Qt::Key_K, Qt::ControlModifier);
        type(u"strident"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(desktop().mainWindow()->current()->id(), u"requests"_s);
        shoot(u"fiche-13-demande"_s);
        auto other = town().desk(m_author);
        QVERIFY(other->open() && other->settle());
        const QStringList found = other->found(u"perruche"_s); // what the form holds is found
        QCOMPARE(found.size(), 1);
        const QJsonObject request = other->document(u"request"_s, found.first());
        QCOMPARE(request.value("form"_L1).toObject(), (QJsonObject{{u"espece"_s, u"Perruche"_s}}));
        QVERIFY(!request.value("card"_L1).toString().isEmpty());
        QCOMPARE(request.value("card_revision"_L1).toInt(), 1);
    }

private:
    //! Signs in and opens the draft that waits for \a login.
    bool opensToValidate(const QString &login)
    {
        if (!signIn(login))
            return false;
        goTo(u"cards"_s);
        key(Qt::Key_3, Qt::ControlModifier);
        key(Qt::Key_F, Qt::ControlModifier);
        return QTest::qWaitFor([this] { return opens(); }, patienceMs);
    }

    //! The first of the list, which is ours if its pane shows the title.
    bool opens()
    {
        key(Qt::Key_Return);
        return shows(u"Nouvelle fiche : "_s + cardTitle);
    }

    //! To a part of the card in the editor.
    bool turnTo(const QString &part)
    {
        const auto tabs = desktop().host().findChildren<QTabWidget *>();
        const auto shown = std::find_if(tabs.begin(), tabs.end(), [](const QTabWidget *t) { return t->isVisible(); });
        if (shown == tabs.end())
            return false;
        for (int i = 0; i < (*shown)->count() && (*shown)->tabText((*shown)->currentIndex()) != part; ++i)
            key(Qt::Key_Tab, Qt::ControlModifier);
        return (*shown)->tabText((*shown)->currentIndex()) == part;
    }

    QString m_author = u"e.blanc"_s;
};

QTEST_MAIN(CardsTest)
#include "tst_cards.moc"
