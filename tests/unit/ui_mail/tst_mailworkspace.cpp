#include "domain/phone.h"
#include "store/blobs.h"
#include "store/timelinequery.h"
#include "ui_common/action.h"
#include "ui_common/dispatchwords.h"
#include "ui_common/replypaper.h"
#include "ui_common/theme.h"
#include "ui_mail/letterprinter.h"
#include "ui_mail/maillistview.h"
#include "ui_mail/mailwords.h"
#include "ui_mail/mailworkspace.h"
#include "ui_mail/registerexport.h"
#include "unit/presentation/smalldesk.h"
#include "unit/ui_requests/fakenavigator.h"

#include <QtCore/QBuffer>
#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtPdf/QPdfDocument>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTextBrowser>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

namespace {

//! A printer that does what the test says.
class KnownPrinter final : public LetterPrinter
{
public:
    void print(QWidget *, const QByteArray &pdf, Sides sides, Answer answer) override
    {
        printed.append(pdf);
        asked = sides;
        answer(says);
    }

    QList<QByteArray> printed;
    Sides asked = Sides::One;
    Result<bool> says = true;
};

Dispatch dispatch(int n, ReplyChannel channel, DispatchState state = DispatchState::Queued)
{
    static const QStringList names{u"Mme Claire Dumont"_s, u"M. Ahmed Benali"_s,  u"Mme Jeanne Lefèvre-Dubois"_s,
                                   u"M. Paul Martin"_s,    u"Mme Inès Garnier"_s, u"Association des riverains de Valmy"_s};
    Dispatch d;
    d.id = id(u"dispatch %1"_s.arg(n));
    d.request = id(u"Lampadaire"_s);
    d.channel = channel;
    d.state = state;
    d.name = names.at(n % names.size());
    d.to = channel == ReplyChannel::Email ? u"citoyen@example.org"_s : u"+33326123456"_s;
    d.lines = {u"3 rue du Pont"_s, u"51000 Ingeville"_s};
    d.subject = channel == ReplyChannel::Sms ? QString() : u"Votre lampadaire, rue des Tanneurs"_s;
    d.text = u"Madame, Monsieur,\n\nLe lampadaire devant le 12 rue des Tanneurs **est réparé** depuis ce matin.\n\n"
             u"- la lampe a été changée\n- le mât a été contrôlé\n\nRestant à votre disposition."_s;
    d.chrono = u"VILLE-D-2026-%1"_s.arg(n, 6, 10, QChar(u'0'));
    d.signatory = {{u"name"_s, u"Hélène Marchand"_s}, {u"capacity"_s, u"Adjointe déléguée à la voirie"_s}};
    d.queuedAt = {monday.ms - 3'600'000 + n * 60'000};
    return d;
}

} // namespace

//! A day's outgoing mail, with the keyboard.
class MailWorkspaceTest final : public QObject
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
        m_me = user(u"clerc"_s, u"Agnès Clerc"_s, {u"mail_clerk"_s});
        records.users.append(m_me);
        Unit body = unit(u"ville"_s, u"Ville d'Ingeville"_s, {});
        body.level = UnitLevel::Body;
        records.units.append(body);
        m_desk->take(m_me);
        Request lamp = request(u"Lampadaire"_s, u"eclairage"_s, RequestStatus::InProgress, {2026, 12, 1});
        lamp.number = u"2026-000042"_s;
        m_desk->take(lamp);
        for (int n = 1; n <= 3; ++n)
            m_desk->take(dispatch(n, ReplyChannel::Letter));
        m_desk->take(dispatch(4, ReplyChannel::Letter, DispatchState::Printed));
        m_desk->take(dispatch(5, ReplyChannel::Letter, DispatchState::Printed));
        m_desk->take(dispatch(6, ReplyChannel::Phone));
        m_desk->take(dispatch(7, ReplyChannel::Counter));
        Dispatch failed = dispatch(8, ReplyChannel::Email, DispatchState::Failed);
        failed.error = u"550 5.1.1"_s;
        m_desk->take(failed);
        Dispatch uncertain = dispatch(9, ReplyChannel::Sms, DispatchState::Uncertain);
        uncertain.error = u"stopped"_s;
        m_desk->take(uncertain);
        m_desk->take(dispatch(10, ReplyChannel::Email, DispatchState::Sent));
        m_desk->take(dispatch(11, ReplyChannel::Sms, DispatchState::Delivered));
        m_desk->flush();
        m_desk->town.set(records);
        m_controller = std::make_unique<MailController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        m_printer = {};
        m_navigator = {};
        m_workspace = std::make_unique<MailWorkspace>(*m_controller, m_desk->town, m_printer, m_navigator);
        m_workspace->setActor(actorFor(m_me, m_desk->store().device()));
        m_workspace->resize(1250, 690);
        m_workspace->show();
        m_workspace->activate({});
        m_workspace->firstFocus()->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_workspace.get()));
        QTRY_COMPARE(rows(), 11);
        QTRY_VERIFY(m_controller->item());
    }
    void cleanup()
    {
        m_workspace.reset();
        m_controller.reset();
        m_desk.reset();
    }

    void theRegisterIsFiltered()
    {
        key(Qt::Key_Slash);
        QTRY_COMPARE(focus()->objectName(), u"mail.filter"_s);
        QTest::keyClicks(focus(), u"garnier"_s);
        QTRY_COMPARE(rows(), 2);
        key(Qt::Key_Return);
        QTRY_COMPARE(focus(), list());
        key(Qt::Key_Return);
        QCOMPARE(m_navigator.opened, (QList<std::pair<Kind, Id>>{{Kind::Request, id(u"Lampadaire"_s)}}));
        Dispatch lastYears = dispatch(12, ReplyChannel::Letter, DispatchState::Sent);
        lastYears.chrono = u"VILLE-D-2025-000007"_s;
        m_desk->take(lastYears);
        m_desk->flush();
        m_workspace->findChild<QLineEdit *>(u"mail.filter"_s)->clear();
        QTRY_COMPARE(rows(), 12);
        pick(u"mail.channel"_s, Qt::Key_Down);
        QTRY_COMPARE(rows(), 2); // e-mail
        pick(u"mail.channel"_s, Qt::Key_Up);
        pick(u"mail.register"_s, Qt::Key_Down);
        QCOMPARE(m_controller->filter().chrono, u"VILLE-D-2026-"_s);
        QTRY_COMPARE(rows(), 11); // of this year's register
    }

    void lettersArePrintedInOneGo()
    {
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(tabText(1), u"To print (3)"_s);
        key(Qt::Key_D);
        key(Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(action(u"mail.print"_s)->isEnabled());
        key(Qt::Key_P);
        QTRY_COMPARE(m_printer.printed.size(), 1);
        QCOMPARE(m_printer.asked, Sides::Both);
        QCOMPARE(pagesOf(m_printer.printed.first()), 5); // each on a sheet of its own; the last one's back needs none
        QTRY_COMPARE(rows(), 0);
        for (int n = 1; n <= 3; ++n) {
            const Dispatch d = stored(n);
            QCOMPARE(d.state, DispatchState::Printed);
            QCOMPARE(d.doneBy, m_me.id);
            const auto document = m_desk->store().document(Kind::Attachment, d.letter);
            QVERIFY(document && *document);
            const auto file = fromDocument<Attachment>(d.letter, **document);
            QCOMPARE(file.name, u"Letter %1.pdf"_s.arg(d.chrono));
            const auto bytes = blobBytes(m_desk->store(), file.sha256);
            QVERIFY(bytes);
            QCOMPARE(pagesOf(*bytes), 1);
        }
        QCOMPARE(told(), u"3 letter(s) printed and kept with their requests."_s);
        m_navigator.undo();
        QTRY_COMPARE(rows(), 3);
        QCOMPARE(stored(1).state, DispatchState::Queued);
        QVERIFY(QSettings().value(u"mail/bothSides"_s).toBool());
    }

    void whatDidNotComeOutIsStillToBePrinted()
    {
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 3);
        m_printer.says = Error{ErrorCode::Unavailable, u"printer"_s};
        key(Qt::Key_P);
        QTRY_COMPARE(m_printer.printed.size(), 1);
        QCOMPARE(stored(1).state, DispatchState::Queued);
        QCOMPARE(rows(), 3);
        QTRY_VERIFY(action(u"mail.print"_s)->isEnabled());
        m_printer.says = false; // the dialog was closed
        key(Qt::Key_P);
        QTRY_COMPARE(m_printer.printed.size(), 2);
        QCOMPARE(stored(1).state, DispatchState::Queued);
        m_printer.says = true;
        QTRY_VERIFY(action(u"mail.print"_s)->isEnabled());
        key(Qt::Key_P);
        QTRY_COMPARE(stored(1).state, DispatchState::Printed);
        QCOMPARE(stored(2).state, DispatchState::Queued); // only the one that was chosen
        QTRY_COMPARE(rows(), 2);
        QTRY_COMPARE(m_controller->id(), id(u"dispatch 2"_s)); // the next one is there
    }

    void lettersAsOnePdf()
    {
        key(Qt::Key_2, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 3);
        m_workspace->savePdf(u"/nowhere/letters.pdf"_s);
        QTRY_VERIFY(label().contains(u"can't be written"_s));
        QCOMPARE(stored(1).state, DispatchState::Queued);
        const QString path = m_home.filePath(u"letters.pdf"_s);
        key(Qt::Key_A, Qt::ControlModifier);
        m_workspace->savePdf(path);
        QTRY_COMPARE(stored(3).state, DispatchState::Printed);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(pagesOf(file.readAll()), 3);
    }

    void postedAllAtOnceAndTakenBack()
    {
        key(Qt::Key_3, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY(action(u"mail.done"_s)->isEnabled());
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_S);
        QTRY_COMPARE(stored(4).state, DispatchState::Sent);
        QCOMPARE(stored(5).state, DispatchState::Sent);
        QTRY_COMPARE(rows(), 0);
        QCOMPARE(told(), u"2 letter(s) posted."_s);
        m_navigator.undo();
        QTRY_COMPARE(rows(), 2);
        QCOMPARE(stored(4).state, DispatchState::Printed);
    }

    void calledByKeys()
    {
        key(Qt::Key_4, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(action(u"mail.done"_s)->isEnabled());
        QTRY_COMPARE(m_workspace->findChild<QLabel *>(u"mail.number"_s)->text(), spokenPhone(u"+33326123456"_s));
        const auto *script = m_workspace->findChild<ReplyPaper *>()->findChild<QTextBrowser *>();
        QTRY_VERIFY2(script->toPlainText().contains(u"12 rue des Tanneurs **est réparé"_s), qPrintable(script->toPlainText()));
        key(Qt::Key_F);
        QTRY_COMPARE(contacts().size(), 1);
        QCOMPARE(stored(6).state, DispatchState::Queued);
        QCOMPARE(contacts().first().text, u"Nobody answered."_s);
        auto *said = m_workspace->findChild<QLineEdit *>(u"mail.said"_s);
        said->setFocus();
        QTest::keyClicks(said, u"Elle est contente."_s);
        key(Qt::Key_Return); // back to the list
        QTRY_COMPARE(focus(), list());
        key(Qt::Key_S);
        QTRY_COMPARE(stored(6).state, DispatchState::Sent);
        QCOMPARE(contacts().size(), 2);
        const QList<Contact> all = contacts();
        QVERIFY(std::any_of(all.begin(), all.end(), [](const Contact &c) { return c.text == u"Elle est contente."_s; }));
        QTRY_COMPARE(rows(), 0);
    }

    void handedOver()
    {
        key(Qt::Key_5, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(action(u"mail.done"_s)->isEnabled());
        QCOMPARE(action(u"mail.done"_s)->text(), u"Handed over"_s);
        key(Qt::Key_S);
        QTRY_COMPARE(stored(7).state, DispatchState::Sent);
    }

    void troubleIsSaidInWords()
    {
        key(Qt::Key_6, Qt::ControlModifier);
        QTRY_COMPARE(rows(), 2);
        QTRY_COMPARE(m_workspace->findChild<QLabel *>(u"mail.trouble"_s)->text(),
                     u"It did not arrive: there is no such mailbox (550 5.1.1)."_s);
        QVERIFY(!action(u"mail.done"_s)->isEnabled());
        key(Qt::Key_Q);
        QTRY_COMPARE(stored(8).state, DispatchState::Queued);
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(m_workspace->findChild<QLabel *>(u"mail.advice"_s)->text().contains(u"ask the citizen first"_s));
        key(Qt::Key_S);
        QTRY_COMPARE(stored(9).state, DispatchState::Sent);
    }

    void theClerkSeesWhatWaits()
    {
        QSignalSpy badge(m_workspace.get(), &Workspace::badgeChanged);
        m_desk->take(dispatch(20, ReplyChannel::Letter));
        m_desk->flush();
        QTRY_VERIFY(!badge.isEmpty());
        QCOMPARE(badge.last().first().toInt(), 6);        // four to print, two in trouble
        m_workspace->setActor(m_desk->actor(u"leroy"_s)); // a referent
        QTRY_COMPARE(badge.last().first().toInt(), 0);
    }

    void theRegisterAsCsv()
    {
        m_desk->take(hostile());
        m_desk->flush();
        QTRY_COMPARE(rows(), 12);
        RegisterExport out(*m_controller);
        QSignalSpy finished(&out, &RegisterExport::finished);
        const QString path = m_home.filePath(u"register.csv"_s);
        out.start(path, {}, {u"A"_s, u"B"_s}, [](const DispatchRow &row) {
            return QStringList{row.dispatch.chrono, row.dispatch.name};
        });
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.first().at(1).toInt(), 12);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.startsWith("\xEF\xBB\xBF\"A\";\"B\"\r\n"));
        QVERIFY(bytes.contains("\"'=cmd|' /C calc'!A0; \"\"x\"\"\""));
        QCOMPARE(bytes.count("\r\n"), 13);
        QSignalSpy failed(&out, &RegisterExport::failed);
        out.start(u"/nowhere/register.csv"_s, {}, {}, [](const DispatchRow &) { return QStringList(); });
        QTRY_COMPARE(failed.size(), 1);
    }

    //! All that the register knows of a line, as a spreadsheet reads it.
    void aLineOfTheRegister()
    {
        QCOMPARE(exportHeaders().size(), 12);
        Dispatch letter = dispatch(1, ReplyChannel::Letter, DispatchState::Sent);
        letter.doneBy = m_me.id;
        letter.changedAt = monday;
        const QStringList cells = exportCells({letter, 1, u"2026-000042"_s, false}, m_desk->town);
        QCOMPARE(cells.size(), exportHeaders().size());
        QCOMPARE(cells.at(0), u"VILLE-D-2026-000001"_s);
        QCOMPARE(cells.at(2), u"2026-000042"_s);
        QCOMPARE(cells.at(5), u"M. Ahmed Benali"_s);
        QCOMPARE(cells.at(6), u"3 rue du Pont, 51000 Ingeville"_s);
        QCOMPARE(cells.at(7), u"Votre lampadaire, rue des Tanneurs"_s);
        QCOMPARE(cells.at(8), word(DispatchState::Sent, ReplyChannel::Letter));
        const auto paris = [](qint64 ms) {
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms, QTimeZone("Europe/Paris")), QLocale::ShortFormat);
        };
        QCOMPARE(cells.at(1), paris(letter.queuedAt.ms));
        QCOMPARE(cells.at(9), paris(monday.ms));
        QCOMPARE(cells.at(10), u"Agnès Clerc"_s);
        const auto to = [this](ReplyChannel channel) {
            Dispatch d = dispatch(2, channel, DispatchState::Failed);
            d.lines = {};
            d.error = u"unknown"_s;
            return exportCells({d, 1, {}, false}, m_desk->town);
        };
        QCOMPARE(to(ReplyChannel::Email).at(6), u"citoyen@example.org"_s);
        QCOMPARE(to(ReplyChannel::Sms).at(6), spokenPhone(u"+33326123456"_s));
        QCOMPARE(to(ReplyChannel::Phone).at(6), spokenPhone(u"+33326123456"_s));
        QVERIFY(!to(ReplyChannel::Email).at(11).isEmpty()); // what happened
        QVERIFY(cells.at(11).isEmpty());
    }

    //! Every list has its line on the page beside it, in both themes; pictures of them for who wants to look.
    void eachListShowsItsFirst()
    {
        const QString folder = qEnvironmentVariable("PARVIS_SHOTS");
        AppTheme theme(*qApp);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            theme.apply({scheme, 100, RowHeight::Compact});
            for (int tab = 1; tab <= 6; ++tab) {
                key(Qt::Key(Qt::Key_0 + tab), Qt::ControlModifier);
                QTRY_VERIFY(m_controller->item());
                const QImage picture = m_workspace->grab().toImage();
                const QString name = u"mail-%1-%2.png"_s.arg(tab).arg(scheme == Scheme::Dark ? u"dark"_s : u"light"_s);
                QVERIFY(folder.isEmpty() || picture.save(folder + u'/' + name));
            }
        }
    }

private:
    static Dispatch hostile()
    {
        Dispatch d = dispatch(30, ReplyChannel::Email);
        d.name = u"=cmd|' /C calc'!A0; \"x\""_s;
        return d;
    }
    static int pagesOf(const QByteArray &pdf)
    {
        QBuffer buffer;
        buffer.setData(pdf);
        buffer.open(QIODevice::ReadOnly);
        QPdfDocument document;
        document.load(&buffer);
        return document.pageCount();
    }
    QWidget *focus() const { return QApplication::focusWidget(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(focus() ? focus() : m_workspace.get(), key, modifiers);
    }
    void pick(const QString &name, Qt::Key direction)
    {
        auto *box = m_workspace->findChild<QComboBox *>(name);
        box->setFocus();
        QTest::keyClick(box, direction);
        list()->setFocus();
    }
    MailListView *list() const { return m_workspace->findChild<MailListView *>(); }
    int rows() const { return m_controller->list().rowCount(); }
    QString tabText(int tab) const { return m_workspace->findChild<QTabBar *>()->tabText(tab); }
    QString told() const { return m_navigator.told.isEmpty() ? QString() : m_navigator.told.last(); }
    QString label() const
    {
        QString all;
        for (const auto *label : m_workspace->findChildren<QLabel *>()) {
            if (label->isVisible())
                all += label->text() + u'\n';
        }
        return all;
    }
    QAction *action(const QString &name) const
    {
        for (QAction *action : actionsWithin(m_workspace.get())) {
            if (actionId(action) == name)
                return action;
        }
        qFatal("no action");
    }
    Dispatch stored(int n)
    {
        const Id dispatch = id(u"dispatch %1"_s.arg(n));
        const auto document = m_desk->store().document(Kind::Dispatch, dispatch);
        return document && *document ? fromDocument<Dispatch>(dispatch, **document) : Dispatch();
    }
    QList<Contact> contacts()
    {
        const auto detail = requestDetail(m_desk->store(), id(u"Lampadaire"_s));
        return detail && *detail ? (*detail)->contacts : QList<Contact>();
    }

    QTemporaryDir m_home;
    QRandomGenerator m_random{3};
    User m_me;
    KnownPrinter m_printer;
    FakeNavigator m_navigator;
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<MailController> m_controller;
    std::unique_ptr<MailWorkspace> m_workspace;
};

QTEST_MAIN(MailWorkspaceTest)
#include "tst_mailworkspace.moc"
