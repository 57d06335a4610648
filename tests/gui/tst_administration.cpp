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
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
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
    void cleanupTestCase() { stop(); }

    //! Friday afternoons are closed: told who is promised an answer, refused while it can't be, saved, taken back.
    void theCalendarIsChanged()
    {
        QVERIFY(signIn(u"f.guichard"_s));
        goTo(u"admin"_s);
        QTRY_COMPARE_WITH_TIMEOUT(window()->current()->id(), u"admin"_s, 10'000);
        section(4);
        QTRY_VERIFY_WITH_TIMEOUT(!effect().isEmpty(), 10'000);
        shoot(u"calendrier-1"_s);
        const QString before = effect();
        key(Qt::Key_Return);
        const QString friday = dayName(Qt::Friday);
        QVERIFY(tabTo(friday));
        QVERIFY(tabTo(said("parvis::HoursField", "%1 to").arg(friday)));
        type(u"0800"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            shows(said("parvis::HoursField", "%1: the town closes before it opens. Choose a later hour.").arg(friday)), 5000);
        shoot(u"calendrier-2-erreur"_s);
        QVERIFY(!can(u"admin.save"_s));
        key(Qt::Key_Backtab, Qt::ShiftModifier); // from the minutes to the hours
        type(u"1200"_s);
        QTRY_VERIFY_WITH_TIMEOUT(can(u"admin.save"_s), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(effect() != before && effect().contains(u"11:55"_s), 5000);
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        QCOMPARE(calendar().opening.value("5"_L1).toArray(), (QJsonArray{u"09:00"_s, u"12:00"_s}));
        shoot(u"calendrier-3"_s);
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(isSent());
        QTRY_VERIFY_WITH_TIMEOUT(calendar().opening.isEmpty(), 10'000);
    }

    void rulesChangePlaces()
    {
        section(1);
        for (const QString &name : {u"Perroquets"_s, u"Perruches"_s}) {
            key(Qt::Key_N, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::RuleSection", "&Name:"), 10'000);
            type(name);
            QVERIFY(tabTo(said("parvis::RuleSection", "&To the service:")));
            type(u"polic"_s);
            key(Qt::Key_Return);
            QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
            QVERIFY(isSent());
            QTRY_VERIFY_WITH_TIMEOUT(rows().contains(name), 10'000);
        }
        const qsizetype last = rows().size() - 1;
        QCOMPARE(rows().at(last), u"Perruches"_s);
        QVERIFY(press(Qt::Key_Up, u"admin.up"_s, Qt::AltModifier));
        QTRY_COMPARE_WITH_TIMEOUT(rows().at(last - 1), u"Perruches"_s, 10'000);
        QVERIFY(isSent());
        shoot(u"regles-ordre"_s);
        // As the mouse drags it.
        auto *list = window()->current()->findChild<QListWidget *>(u"records"_s);
        QVERIFY(list->model()->moveRow({}, int(last) - 1, {}, int(last) + 1));
        QTRY_COMPARE_WITH_TIMEOUT(rows().at(last), u"Perruches"_s, 10'000);
        QVERIFY(isSent());
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(rows().at(last - 1), u"Perruches"_s, 10'000);
        QVERIFY(isSent());
    }

    void aServiceIsMade()
    {
        section(2);
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::UnitSection", "&Name:"), 10'000);
        type(u"Parc animalier"_s);
        QVERIFY(tabTo(said("parvis::UnitSection", "C&ode:")));
        type(u"eclairage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"Éclairage"_s), 5000); // has the code
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
        QTRY_VERIFY_WITH_TIMEOUT(rows().contains(u"Parc animalier"_s), 10'000);
    }

    //! Tried on a real request while it is written; a field that there is not is no template.
    void aTemplateIsMade()
    {
        section(7);
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::TemplateSection", "&Name:"), 10'000);
        type(u"Travaux finis"_s);
        QVERIFY(tabTo(said("parvis::TemplateSection", "Te&xt:")));
        type(u"Bonjour {{citizen.nom}}"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"citizen.nom"_s), 5000);
        QVERIFY(!can(u"admin.save"_s));
        shoot(u"modele-1-champ-inconnu"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        type(u"{{citizen.form_of_address}}, votre demande {{request.number}} est traitee."_s);
        QTRY_VERIFY_WITH_TIMEOUT(can(u"admin.save"_s), 5000);
        QTRY_VERIFY_WITH_TIMEOUT(paper().contains(u"est traitee."_s) && !paper().contains(u"{{"_s), 10'000);
        shoot(u"modele-2"_s);
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QVERIFY(isSent());
        QTRY_VERIFY_WITH_TIMEOUT(rows().contains(u"Travaux finis"_s), 10'000);
    }

    //! Made, with a password for one time; what their rights would be is told before.
    void anAgentIsMadeAndGetsAPassword()
    {
        section(3);
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::AgentSection", "&Name:"), 10'000);
        type(u"Zoe Petit"_s);
        QVERIFY(tabTo(said("parvis::AgentSection", "&Login:")));
        type(u"m.roussel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shows(u"Mireille Roussel"_s), 5000);
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
        QTRY_VERIFY_WITH_TIMEOUT(shown->text().size() >= 15, 20'000);
        QVERIFY(press(Qt::Key_C, u"admin.copyPassword"_s, Qt::ControlModifier | Qt::ShiftModifier));
        m_given = QGuiApplication::clipboard()->text();
        QCOMPARE(m_given, shown->text());
        shoot(u"agent-2-mot-de-passe"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desktop().session().engine().state().outbox.queued, 0, 20'000);
        section(1); // shown once
        section(3);
        QVERIFY(shown->text().isEmpty());
    }

    //! A colleague was quicker, and this desk does not know it yet: the hub decides, and says so.
    void aLoginThatIsTakenMeanwhileIsRefused()
    {
        const QStringList added{u"user"_s, u"add"_s, u"p.martin"_s, u"--role"_s, u"referent"_s};
        QCOMPARE(town().run(added, own.toUtf8()).code, 0);
        key(Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::AgentSection", "&Name:"), 10'000);
        type(u"Paul Martin"_s);
        QVERIFY(tabTo(said("parvis::AgentSection", "&Login:")));
        type(u"p.martin"_s);
        tick(QCoreApplication::translate("Words", "Service referent"));
        QVERIFY(press(Qt::Key_S, u"admin.save"_s, Qt::ControlModifier));
        QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().state().outbox.refused > 0, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(shows(QCoreApplication::translate(
                                     "parvis::AdminWorkspace",
                                     "The hub did not take this record as it was saved: see Sync for what it refused, and why.")),
                                 10'000);
        shoot(u"agent-4-refuse"_s);
    }

    //! They choose their own at once, on a desk that has never seen them.
    void theAgentChoosesTheirOwn()
    {
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, m_given));
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::PasswordForm", "&New password"), 30'000);
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
        QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().isSignedIn(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(opens(own) && !opens(m_given), 10'000); // the desk, too
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, own));
        QVERIFY(isOpen());
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, m_given));
        QTRY_VERIFY_WITH_TIMEOUT(shows(said("parvis::SignInPage", "Login or password are not right. Nothing was changed: check "
                                                                  "both, and the capital-letters key.")),
                                 20'000);
    }

    //! And another one whenever they like.
    void anOwnPasswordIsChanged()
    {
        const QString other = u"un oiseau sur la branche"_s;
        QVERIFY(credentials(u"z.petit"_s, own));
        QVERIFY(isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().isSignedIn(), 20'000);
        key(Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(window()->current()->id(), u"preferences"_s, 10'000);
        changeTo(u"ce n'est pas le bon"_s, other);
        QTRY_VERIFY_WITH_TIMEOUT(shows(said("parvis::PasswordForm", "The old password is not right. Nothing was changed.")),
                                 20'000);
        shoot(u"mot-de-passe-2-refus"_s);
        QVERIFY(opens(own) && !opens(other));
        changeTo(own, other);
        QTRY_VERIFY_WITH_TIMEOUT(opens(other) && !opens(own), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().isSignedIn(), 20'000);
        shoot(u"mot-de-passe-3-change"_s);
    }

    //! The program dies while the hub is asked: whichever it took opens the desk, and nothing else does for long.
    void aCutInTheMiddleLocksNobodyOut()
    {
        QString now = u"un oiseau sur la branche"_s;
        for (int cut = 0; cut < 6; ++cut) {
            QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().isSignedIn(), 20'000);
            const QString next = u"la phrase nouvelle numero %1"_s.arg(cut);
            desktop().session().changePassword(now, next);
            const bool isOffered = QTest::qWaitFor([&] { return opens(now) && opens(next); }, 10'000);
            QVERIFY(isOffered || cut > 0); // it may be settled already
            for (int i = 0; i < cut; ++i)
                QCoreApplication::processEvents();
            QVERIFY(lock()); // as dead: no answer is heard
            QVERIFY(credentials(u"z.petit"_s, next));
            const bool isTaken = QTest::qWaitFor([this] { return window() && desktop().session().engine().isSignedIn(); }, 5000);
            if (!isTaken) { // it was never asked: the one before still holds
                if (window())
                    QVERIFY(lock());
                QVERIFY(credentials(u"z.petit"_s, now));
                QVERIFY(isOpen());
                QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().isSignedIn(), 20'000);
            }
            const QString gone = isTaken ? now : next;
            now = isTaken ? next : now;
            QTRY_VERIFY_WITH_TIMEOUT(opens(now) && !opens(gone), 10'000);
        }
    }

    //! Who forgot theirs gets another: what the desk holds is opened by the keyring's key.
    void whoForgotGetsAnother()
    {
        QVERIFY(signIn(u"f.guichard"_s));
        QTRY_VERIFY_WITH_TIMEOUT(desktop().session().engine().isSignedIn(), 20'000);
        goTo(u"admin"_s);
        section(3);
        key(Qt::Key_F, Qt::ControlModifier);
        type(u"Zoe"_s);
        key(Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(rows(), QStringList{u"Zoe Petit"_s}, 10'000);
        key(Qt::Key_Home);
        QTRY_VERIFY_WITH_TIMEOUT(shows(said("parvis::OneTimePassword", "Last given or changed: %1.").section(u"%1"_s, 0, 0)),
                                 10'000);
        QVERIFY(press(Qt::Key_P, u"admin.givePassword"_s, Qt::ControlModifier));
        auto *shown = window()->current()->findChild<QLineEdit *>(u"oneTimePassword"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown->text().size() >= 15, 20'000);
        const QString given = shown->text();
        shoot(u"agent-3-nouveau-mot-de-passe"_s);
        QVERIFY(lock());
        QVERIFY(credentials(u"z.petit"_s, given));
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::PasswordForm", "&New password"), 30'000);
        type(own);
        key(Qt::Key_Tab);
        type(own);
        shoot(u"mot-de-passe-4-connexion"_s);
        key(Qt::Key_Return);
        QVERIFY(isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(opens(own), 10'000);
    }

    //! And where there is no keyring: by the password that they had before, or from the hub again. Nothing is thrown away.
    void withoutAKeyringTheFormerOneOpens()
    {
        const QString first = own, second = u"trois petits chats sur un mur"_s, third = u"quatre chevaux dans le pre"_s;
        QVERIFY(lock());
        QVERIFY(isChangedAtTheServer(second));
        loseKeyring();
        QVERIFY(credentials(u"z.petit"_s, u"une phrase que nul ne connait"_s));
        QTRY_VERIFY_WITH_TIMEOUT(
            shows(QCoreApplication::translate("parvis::SignInPage", "Login or password are not right. Nothing was changed: check "
                                                                    "both, and the capital-letters key.")),
            20'000);
        QVERIFY(credentials(u"z.petit"_s, second));
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::SignInPage", "&Former password"), 20'000);
        type(u"pas celui-ci non plus"_s);
        key(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shows(QCoreApplication::translate("parvis::SignInPage",
                                                                   "This desk was not closed with that one. Nothing was changed: "
                                                                   "try another one that you had.")),
                                 10'000);
        shoot(u"mot-de-passe-5-precedent"_s);
        type(first);
        key(Qt::Key_Return);
        QVERIFY(isOpen());
        QTRY_VERIFY_WITH_TIMEOUT(opens(second) && !opens(first), 10'000);

        QVERIFY(lock());
        QVERIFY(isChangedAtTheServer(third));
        loseKeyring();
        QVERIFY(credentials(u"z.petit"_s, third));
        QTRY_COMPARE_WITH_TIMEOUT(focusName(), said("parvis::SignInPage", "&Former password"), 20'000);
        key(Qt::Key_Tab);
        key(Qt::Key_Tab);
        key(Qt::Key_Space);
        QVERIFY(isOpen());
        QVERIFY(opens(third));
        QVERIFY(opens(second)); // what was set aside
    }

private:
    bool isChangedAtTheServer(const QString &password)
    {
        return town().run({u"user"_s, u"passwd"_s, u"z.petit"_s}, password.toUtf8()).code == 0;
    }

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
        Calendar found;
        auto read = desktop().session().store().read([](DeskStore &store) { return loadReference(store); });
        if (QTest::qWaitFor([&read] { return read.isFinished(); }, 5000) && read.result())
            found = read.result()->calendar;
        return found;
    }

    bool lock()
    {
        key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        return QTest::qWaitFor([this] { return !window(); });
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
        return QTest::qWaitFor([this] { return window() && window()->current()->isReady(); }, 60'000);
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
