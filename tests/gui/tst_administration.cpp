#include "guidesk.h"

#include "demo/demologin.h"
#include "store/keyfile.h"
#include "store/referencequery.h"
#include "ui_common/action.h"
#include "ui_common/replypaper.h"
#include "ui_common/widgets.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtTest/QSignalSpy>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QTextBrowser>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const QString own = u"la souris court sous le lit"_s;

//! A label of a module, in the language of the windows, as assistive technology says it.
QString said(const char *context, const char *text)
{
    return plainLabel(QCoreApplication::translate(context, text));
}

} // namespace

//! The administrator's day by keys, in the real window over the real server: hours, order, services, agents, passwords.
class AdminTest final : public QObject, private GuiDesk
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(start(300)); }
    void init() { QVERIFY2(goesOn(), "what came before failed"); }
    void cleanup() { keepInMind(); }
    void cleanupTestCase() { stop(); }

    //! Friday afternoons are closed: told who is promised an answer, refused while it can't be, saved, taken back.
    void theCalendarIsChanged()
    {
        QVERIFY(signIn(u"f.guichard"_s));
        goTo(u"admin"_s);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"admin"_s);
        section(4);
        PARVIS_AWAIT(!effect().isEmpty());
        shoot(u"calendrier-1"_s);
        const QString before = effect();
        key(Qt::Key_Return);
        const QString friday = dayName(Qt::Friday);
        QVERIFY(tabTo(friday));
        QVERIFY(tabTo(said("parvis::HoursField", "%1 to").arg(friday)));
        type(u"0800"_s);
        PARVIS_AWAIT(shows(said("parvis::HoursField", "%1: the town closes before it opens. Choose a later hour.").arg(friday)));
        shoot(u"calendrier-2-erreur"_s);
        QVERIFY(!can(u"admin.save"_s));
        key(Qt::Key_Backtab, Qt::ShiftModifier); // from the minutes to the hours
        type(u"1200"_s);
        PARVIS_AWAIT(can(u"admin.save"_s));
        PARVIS_AWAIT(effect() != before && effect().contains(u"11:55"_s));
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        QCOMPARE(calendar().opening.value("5"_L1).toArray(), (QJsonArray{u"09:00"_s, u"12:00"_s}));
        shoot(u"calendrier-3"_s);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(isSent());
        PARVIS_AWAIT(calendar().opening.isEmpty());
    }

    void rulesChangePlaces()
    {
        section(1);
        for (const QString &name : {u"Perroquets"_s, u"Perruches"_s}) {
            key(Qt::Key_N, Qt::ControlModifier);
            PARVIS_AWAIT_COMPARE(focusName(), said("parvis::RuleSection", "&Name:"));
            type(name);
            QVERIFY(tabTo(said("parvis::RuleSection", "&To the service:")));
            type(u"polic"_s);
            key(Qt::Key_Return);
            QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
            QVERIFY(isSent());
            PARVIS_AWAIT(rows().contains(name));
        }
        const qsizetype last = rows().size() - 1;
        QCOMPARE(rows().at(last), u"Perruches"_s);
        QVERIFY(press(Qt::Key_Up, u"admin.up"_s, Qt::AltModifier));
        PARVIS_AWAIT_COMPARE(rows().at(last - 1), u"Perruches"_s);
        QVERIFY(isSent());
        shoot(u"regles-ordre"_s);
        // As the mouse drags it.
        auto *list = window()->current()->findChild<QListWidget *>(u"records"_s);
        QVERIFY(list->model()->moveRow({}, int(last) - 1, {}, int(last) + 1));
        PARVIS_AWAIT_COMPARE(rows().at(last), u"Perruches"_s);
        QVERIFY(isSent());
        key(Qt::Key_Z, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(rows().at(last - 1), u"Perruches"_s);
        QVERIFY(isSent());
    }

    void aServiceIsMade()
    {
        section(2);
        key(Qt::Key_N, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::UnitSection", "&Name:"));
        type(u"Parc animalier"_s);
        QVERIFY(tabTo(said("parvis::UnitSection", "C&ode:")));
        type(u"eclairage"_s);
        PARVIS_AWAIT(shows(u"Éclairage"_s)); // has the code
        QVERIFY(!can(u"admin.save"_s));
        shoot(u"service-1-code-pris"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"PARC"_s);
        QVERIFY(tabTo(said("parvis::UnitSection", "&Under:")));
        type(u"cadre"_s);
        key(Qt::Key_Return);
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        shoot(u"service-2"_s);
        PARVIS_AWAIT(rows().contains(u"Parc animalier"_s));
    }

    //! Tried on a real request while it is written; a field that there is not is no template.
    void aTemplateIsMade()
    {
        section(7);
        key(Qt::Key_N, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::TemplateSection", "&Name:"));
        type(u"Travaux finis"_s);
        QVERIFY(tabTo(said("parvis::TemplateSection", "Te&xt:")));
        type(u"Bonjour {{citizen.nom}}"_s);
        PARVIS_AWAIT(shows(u"citizen.nom"_s));
        QVERIFY(!can(u"admin.save"_s));
        shoot(u"modele-1-champ-inconnu"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"{{citizen.form_of_address}}, votre demande {{request.number}} est traitee."_s);
        PARVIS_AWAIT(can(u"admin.save"_s));
        PARVIS_AWAIT(paper().contains(u"est traitee."_s) && !paper().contains(u"{{"_s));
        shoot(u"modele-2"_s);
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        PARVIS_AWAIT(rows().contains(u"Travaux finis"_s));
    }

    //! Made, with a password for one time; what their rights would be is told before.
    void anAgentIsMadeAndGetsAPassword()
    {
        section(3);
        key(Qt::Key_N, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::AgentSection", "&Name:"));
        type(u"Zoe Petit"_s);
        QVERIFY(tabTo(said("parvis::AgentSection", "&Login:")));
        type(u"m.roussel"_s);
        PARVIS_AWAIT(shows(u"Mireille Roussel"_s));
        QVERIFY(!can(u"admin.save"_s));
        shoot(u"agent-1-identifiant-pris"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"z.petit"_s);
        tick(QCoreApplication::translate("Words", "Head of service"));
        tick(QCoreApplication::translate("Words", "Service referent"));
        QVERIFY(!can(u"admin.givePassword"_s)); // nobody yet
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(press(Qt::Key_P, u"admin.givePassword"_s, Qt::ControlModifier)); // before it is sent, perhaps
        auto *shown = window()->current()->findChild<QLineEdit *>(u"oneTimePassword"_s);
        PARVIS_AWAIT(shown->text().size() >= 15);
        QVERIFY(press(Qt::Key_C, u"admin.copyPassword"_s, Qt::ControlModifier | Qt::ShiftModifier));
        m_given = QGuiApplication::clipboard()->text();
        QCOMPARE(m_given, shown->text());
        shoot(u"agent-2-mot-de-passe"_s);
        PARVIS_AWAIT_COMPARE(desktop().session().engine().state().outbox.queued, 0);
        section(1); // shown once
        section(3);
        QVERIFY(shown->text().isEmpty());
    }

    //! A colleague was quicker, and this desk, which can't reach the hub, does not know it yet: the hub decides, and says so.
    void aLoginThatIsTakenMeanwhileIsRefused()
    {
        QCOMPARE(town().server().terminate(), 0);
        const QStringList added{u"user"_s, u"add"_s, u"p.martin"_s, u"--role"_s, u"referent"_s};
        QCOMPARE(town().run(added, own.toUtf8()).code, 0);
        key(Qt::Key_N, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::AgentSection", "&Name:"));
        type(u"Paul Martin"_s);
        QVERIFY(tabTo(said("parvis::AgentSection", "&Login:")));
        type(u"p.martin"_s);
        tick(QCoreApplication::translate("Words", "Service referent"));
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        PARVIS_AWAIT(desktop().session().engine().state().outbox.queued > 0);
        QVERIFY(town().serve());
        desktop().session().engine().networkRegained();
        PARVIS_AWAIT(desktop().session().engine().state().outbox.refused > 0);
        PARVIS_AWAIT(shows(QCoreApplication::translate(
            "parvis::AdminWorkspace",
            "The hub did not take this record as it was saved: see Sync for what it refused, and why.")));
        shoot(u"agent-4-refuse"_s);
    }

    //! They choose their own at once, on a desk that has never seen them.
    void theAgentChoosesTheirOwn()
    {
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, m_given));
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::PasswordForm", "&New password"));
        type(u"court"_s);
        key(Qt::Key_Tab);
        type(u"court"_s);
        key(Qt::Key_Return);
        shoot(u"mot-de-passe-1-court"_s);
        QCOMPARE(focusName(), said("parvis::PasswordForm", "&New password"));
        key(Qt::Key_A, Qt::ControlModifier);
        type(own);
        key(Qt::Key_Tab);
        key(Qt::Key_A, Qt::ControlModifier);
        type(own);
        key(Qt::Key_Return);
        QVERIFY(isOpen());
        PARVIS_AWAIT(desktop().session().engine().isSignedIn());
        PARVIS_AWAIT(opens(own) && !opens(m_given)); // the desk, too
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, own));
        QVERIFY(isOpen());
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, m_given));
        PARVIS_AWAIT(shows(said("parvis::SignInPage", "Login or password are not right. Nothing was changed: check "
                                                      "both, and the capital-letters key.")));
    }

    //! And another one whenever they like.
    void anOwnPasswordIsChanged()
    {
        const QString other = u"un oiseau sur la branche"_s;
        QVERIFY(credentials(u"z.petit"_s, own));
        QVERIFY(isOpen());
        PARVIS_AWAIT(desktop().session().engine().isSignedIn());
        key(Qt::Key_Comma, Qt::ControlModifier);
        PARVIS_AWAIT_COMPARE(window()->current()->id(), u"preferences"_s);
        changeTo(u"ce n'est pas le bon"_s, other);
        PARVIS_AWAIT(shows(said("parvis::PasswordForm", "The old password is not right. Nothing was changed.")));
        shoot(u"mot-de-passe-2-refus"_s);
        QVERIFY(opens(own) && !opens(other));
        changeTo(own, other);
        PARVIS_AWAIT(opens(other) && !opens(own));
        PARVIS_AWAIT(desktop().session().engine().isSignedIn());
        shoot(u"mot-de-passe-3-change"_s);
    }

    //! The program dies while the hub is asked, and first before it is: whichever it took opens the desk, and nothing else does
    //! for long.
    void aCutInTheMiddleLocksNobodyOut()
    {
        QString now = u"un oiseau sur la branche"_s;
        for (int cut = -1; cut < 6; ++cut) {
            PARVIS_AWAIT(desktop().session().engine().isSignedIn());
            if (cut < 0)
                QCOMPARE(town().server().terminate(), 0);
            const QString next = u"la phrase nouvelle numero %1"_s.arg(cut);
            desktop().session().changePassword(now, next);
            PARVIS_AWAIT(opens(next));
            QVERIFY(opens(now) || cut >= 0); // it may be settled already
            for (int i = 0; i < cut; ++i)
                QCoreApplication::processEvents();
            QVERIFY(lock()); // as dead: no answer is heard
            if (cut >= 0)    // what the hub has begun it ends
                QCOMPARE(town().server().terminate(), 0);
            QVERIFY(town().serve());
            const QSignalSpy refused(&desktop().session(), &DeskSession::signInNeeded);
            const QSignalSpy failed(&desktop().session(), &DeskSession::failed);
            QVERIFY(credentials(u"z.petit"_s, next));
            PARVIS_AWAIT(isSignedIn() || !refused.isEmpty() || !failed.isEmpty());
            QVERIFY2(failed.isEmpty(), "what was offered does not open the desk");
            const bool isTaken = isSignedIn();
            QVERIFY(!isTaken || cut >= 0);
            if (!isTaken) { // it was never asked: the one before still holds
                QVERIFY(lock());
                QVERIFY(credentials(u"z.petit"_s, now));
                QVERIFY(isOpen());
                PARVIS_AWAIT(desktop().session().engine().isSignedIn());
            }
            const QString gone = isTaken ? now : next;
            now = isTaken ? next : now;
            PARVIS_AWAIT(opens(now) && !opens(gone));
        }
    }

    //! Who forgot theirs gets another: what the desk holds is opened by the keyring's key.
    void whoForgotGetsAnother()
    {
        QVERIFY(signIn(u"f.guichard"_s));
        PARVIS_AWAIT(desktop().session().engine().isSignedIn());
        goTo(u"admin"_s);
        section(3);
        key(Qt::Key_F, Qt::ControlModifier);
        type(u"Zoe"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT_COMPARE(rows(), QStringList{u"Zoe Petit"_s});
        key(Qt::Key_Home);
        PARVIS_AWAIT(shows(said("parvis::OneTimePassword", "Last given or changed: %1.").section(u"%1"_s, 0, 0)));
        QVERIFY(press(Qt::Key_P, u"admin.givePassword"_s, Qt::ControlModifier));
        auto *shown = window()->current()->findChild<QLineEdit *>(u"oneTimePassword"_s);
        PARVIS_AWAIT(shown->text().size() >= 15);
        const QString given = shown->text();
        shoot(u"agent-3-nouveau-mot-de-passe"_s);
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, given));
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::PasswordForm", "&New password"));
        type(own);
        key(Qt::Key_Tab);
        type(own);
        shoot(u"mot-de-passe-4-connexion"_s);
        key(Qt::Key_Return);
        QVERIFY(isOpen());
        PARVIS_AWAIT(opens(own));
    }

    //! And where there is no keyring: by the password that they had before, or from the hub again. Nothing is thrown away.
    void withoutAKeyringTheFormerOneOpens()
    {
        const QString first = own, second = u"trois petits chats sur un mur"_s, third = u"quatre chevaux dans le pre"_s;
        QVERIFY(lock());
        QVERIFY(isChangedAtTheServer(second));
        loseKeyring();
        QVERIFY(credentials(u"z.petit"_s, u"une phrase que nul ne connait"_s));
        PARVIS_AWAIT(
            shows(QCoreApplication::translate("parvis::SignInPage", "Login or password are not right. Nothing was changed: check "
                                                                    "both, and the capital-letters key.")));
        QVERIFY(credentials(u"z.petit"_s, second));
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::SignInPage", "&Former password"));
        type(u"pas celui-ci non plus"_s);
        key(Qt::Key_Return);
        PARVIS_AWAIT(shows(QCoreApplication::translate("parvis::SignInPage",
                                                       "This desk was not closed with that one. Nothing was changed: "
                                                       "try another one that you had.")));
        shoot(u"mot-de-passe-5-precedent"_s);
        type(first);
        key(Qt::Key_Return);
        QVERIFY(isOpen());
        PARVIS_AWAIT(opens(second) && !opens(first));

        QVERIFY(lock());
        QVERIFY(isChangedAtTheServer(third));
        loseKeyring();
        QVERIFY(credentials(u"z.petit"_s, third));
        PARVIS_AWAIT_COMPARE(focusName(), said("parvis::SignInPage", "&Former password"));
        key(Qt::Key_Tab);
        key(Qt::Key_Tab);
        key(Qt::Key_Space);
        QVERIFY(isOpen());
        QVERIFY(opens(third));
        QVERIFY(opens(second)); // what was set aside
    }

    //! Nothing is cut at the right on the smallest screen that the town has (screens.md).
    void everyFormFitsTheSmallScreen()
    {
        desktop().host().resize(1366, 768);
        for (int n = 1; n <= 7; ++n) {
            section(n);
            auto *scroll = window()->current()->findChild<QScrollArea *>();
            PARVIS_AWAIT(scroll->widget()->layout() && scroll->widget()->isVisible());
            const int wanted = scroll->widget()->minimumSizeHint().width(), there = scroll->viewport()->width();
            QVERIFY2(wanted <= there, qPrintable(u"section %1: %2 of %3"_s.arg(n).arg(wanted).arg(there)));
            shoot(u"petit-ecran-%1"_s.arg(n));
        }
    }

private:
    bool isChangedAtTheServer(const QString &password)
    {
        return town().run({u"user"_s, u"passwd"_s, u"z.petit"_s}, password.toUtf8()).code == 0;
    }

    bool isSignedIn() { return window() && desktop().session().engine().isSignedIn(); }

    void section(int number) { key(Qt::Key(Qt::Key_0 + number), Qt::ControlModifier); }

    bool can(const QString &id)
    {
        const QList<QAction *> all = actionsWithin(window());
        return std::any_of(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id && a->isEnabled(); });
    }

    //! The template as a citizen would read it.
    QString paper()
    {
        const auto *shown = window()->current()->findChild<ReplyPaper *>();
        return shown ? shown->findChild<QTextBrowser *>()->toPlainText() : QString();
    }

    QString effect()
    {
        const auto *label = window()->current()->findChild<QLabel *>(u"effect"_s);
        return label && label->isVisible() ? label->text() : QString();
    }

    QStringList rows()
    {
        QStringList names;
        const auto *list = window()->current()->findChild<QListWidget *>(u"records"_s);
        for (int row = 0; row < list->count(); ++row)
            names.append(list->item(row)->text().section(u" · "_s, 0, 0));
        return names;
    }

    static QString dayName(int day)
    {
        QString name = QLocale().standaloneDayName(day);
        name[0] = name.at(0).toUpper();
        return name;
    }

    void tick(const QString &text)
    {
        const auto boxes = window()->current()->findChildren<QCheckBox *>();
        for (QCheckBox *box : boxes) {
            if (box->isVisible() && box->text().compare(text, Qt::CaseInsensitive) == 0) {
                box->setFocus();
                key(Qt::Key_Space);
                return;
            }
        }
        QFAIL(qPrintable(text));
    }

    Calendar calendar()
    {
        const auto found = read([](DeskStore &store) { return loadReference(store); });
        return found ? found->calendar : Calendar();
    }

    bool lock()
    {
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([this] { return !window(); }, patienceMs);
    }

    bool credentials(const QString &login, const QString &password)
    {
        if (!tabTo(QCoreApplication::translate("SignInForm", "Login")))
            return false;
        key(Qt::Key_A, Qt::ControlModifier);
        type(login);
        key(Qt::Key_Tab);
        key(Qt::Key_A, Qt::ControlModifier);
        type(password);
        key(Qt::Key_Return);
        return true;
    }

    bool isOpen()
    {
        return QTest::qWaitFor([this] { return window() && window()->current()->isReady(); }, 2 * patienceMs);
    }

    //! The key file of the agent who was here last.
    bool opens(const QString &password)
    {
        const QDir accounts(profileFolder() + u"/accounts"_s);
        const QStringList folders = accounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
        return std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
            return bool(KeyFile(accounts.filePath(folder + u"/desk.key"_s)).unlock(password));
        });
    }

    void changeTo(const QString &old, const QString &wanted)
    {
        QVERIFY(tabTo(said("parvis::PasswordForm", "&Old password")));
        for (const QString &text : {old, wanted, wanted}) {
            key(Qt::Key_A, Qt::ControlModifier);
            type(text);
            key(Qt::Key_Tab);
        }
        key(Qt::Key_Return, Qt::ControlModifier);
    }

    QString m_given;
};

QTEST_MAIN(AdminTest)
#include "tst_administration.moc"
