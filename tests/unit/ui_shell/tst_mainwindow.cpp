#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_shell/helppage.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"
#include "ui_shell/preferencespage.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! A workspace with one field and one action, which remembers what it was asked.
class PlainWorkspace final : public Workspace
{
public:
    explicit PlainWorkspace(const QString &id) : m_id(id), m_edit(new QLineEdit(this))
    {
        auto *column = new QVBoxLayout(this);
        column->addWidget(m_edit);
        QAction *action = makeAction(
            this, {.id = id + u".act"_s, .text = u"Do what "_s + id + u" does"_s, .shortcuts = {QKeySequence(Qt::Key_F7)}});
        connect(action, &QAction::triggered, this, [this] { ++acted; });
    }
    QString id() const override { return m_id; }
    QString title() const override { return m_id; }
    QString iconName() const override { return u"user"_s; }
    void activate(const Opening &opening) override { opened.append(opening); }
    QWidget *firstFocus() override { return m_edit; }
    bool stepBack() override { return std::exchange(hasSomethingOpen, false); }

    QLineEdit *edit() const { return m_edit; }
    QList<Opening> opened;
    int acted = 0;
    bool hasSomethingOpen = false;

private:
    QString m_id;
    QLineEdit *m_edit;
};

} // namespace

class MainWindowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
        m_theme = std::make_unique<AppTheme>(*qApp);
    }

    void init()
    {
        QSettings().clear();
        m_window = std::make_unique<MainWindow>();
        m_desk = new PlainWorkspace(u"desk"_s);
        m_requests = new PlainWorkspace(u"requests"_s);
        m_cards = new PlainWorkspace(u"cards"_s);
        m_citizens = new PlainWorkspace(u"citizens"_s);
        for (PlainWorkspace *w : {m_desk, m_requests, m_cards, m_citizens})
            m_window->addWorkspace(w);
        m_help = new HelpPage;
        m_window->addPage(m_help, {QKeySequence(Qt::Key_F1)});
        m_window->resize(1366, 768);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_desk->edit()->setFocus();
    }

    void cleanup() { m_window.reset(); }

    void numbersSwitchWorkspaces()
    {
        key(Qt::Key_2, Qt::AltModifier);
        QCOMPARE(m_window->current(), m_requests);
        QVERIFY(m_requests->edit()->hasFocus());
        QCOMPARE(m_requests->opened.size(), 1);
        QVERIFY(m_requests->opened.first().isEmpty());
    }

    void entitiesOpenWhereTheyAreAtHome()
    {
        const Id id = QUuid::createUuid();
        m_window->open(Kind::Citizen, id);
        QCOMPARE(m_window->current(), m_citizens);
        QCOMPARE(m_citizens->opened.last().id, id);
        m_window->open(Kind::Request, id);
        QCOMPARE(m_window->current(), m_requests);
        m_window->open(Kind::Card, id);
        QCOMPARE(m_window->current(), m_cards);
        QCOMPARE(m_cards->opened.last().kind, Kind::Card);
    }

    void escapeStepsBackAndKeepsText()
    {
        m_desk->edit()->setText(u"half a word"_s);
        m_desk->hasSomethingOpen = true;
        key(Qt::Key_Escape);
        QVERIFY(!m_desk->hasSomethingOpen);
        key(Qt::Key_F1);
        QCOMPARE(m_window->current(), m_help);
        key(Qt::Key_Escape);
        QCOMPARE(m_window->current(), m_desk);
        QCOMPARE(m_desk->edit()->text(), u"half a word"_s);
    }

    void ctrlZTakesBackTheLastActionOnce()
    {
        int undone = 0;
        m_window->tellUndoable(u"Saved"_s, u"saving"_s, [&undone] { ++undone; });
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
    }

    void ctrlZIsTheFieldsOwnWhileItHasSomethingToUndo()
    {
        int undone = 0;
        QTest::keyClicks(m_desk->edit(), u"abc"_s);
        m_window->tellUndoable(u"Saved"_s, u"saving"_s, [&undone] { ++undone; });
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 0);
        QCOMPARE(m_desk->edit()->text(), QString());
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
    }

    void aLaterActionEndsTheUndoOfTheEarlier()
    {
        m_window->tellUndoable(u"Saved"_s, u"saving"_s, [] {});
        m_window->tell(u"Copied"_s);
        QVERIFY(!m_window->canUndo());
    }

    void commandFieldFindsActionsAcrossWorkspaces()
    {
        key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->commandField().isOpen());
        type(u"citizens does"_s);
        key(Qt::Key_Return);
        QCOMPARE(m_window->current(), m_citizens);
        QCOMPARE(m_citizens->acted, 1);
    }

    void commandFieldFindsEntitiesAndGivesTheFocusBack()
    {
        const Id id = QUuid::createUuid();
        m_window->setSearch([id](const QString &query, const auto &answer) {
            QList<FoundEntity> found;
            if (query == u"dum"_s)
                found.append({Kind::Citizen, id, u"Dumont Claire"_s, {}});
            answer(found);
        });
        key(Qt::Key_K, Qt::ControlModifier);
        type(u"dum"_s);
        key(Qt::Key_Return);
        QCOMPARE(m_window->current(), m_citizens);
        QCOMPARE(m_citizens->opened.last().id, id);

        key(Qt::Key_K, Qt::ControlModifier);
        QVERIFY(m_window->commandField().isOpen());
        key(Qt::Key_Escape); // the list
        key(Qt::Key_Escape); // the field
        QVERIFY(m_citizens->edit()->hasFocus());
    }

    void placeAndSizeAreRemembered()
    {
        HostWindow host;
        host.restorePlace();
        host.show();
        host.resize(900, 600);
        host.close();
        HostWindow next;
        next.restorePlace();
        QCOMPARE(next.size(), QSize(900, 600));
    }

    void theWindowShowsWhatItsContentIs()
    {
        HostWindow host;
        auto *page = new QLineEdit;
        host.setContent(page);
        host.show();
        page->setFocus();
        QCOMPARE(host.windowTitle(), u"Parvis"_s);
        auto *content = new MainWindow;
        content->addWorkspace(new PlainWorkspace(u"desk"_s));
        host.setContent(content);
        QCOMPARE(host.windowTitle(), u"desk – Parvis"_s);
        QVERIFY(QTest::qWaitForWindowActive(&host));
        QVERIFY(static_cast<PlainWorkspace *>(content->current())->edit()->hasFocus());
        QCOMPARE(host.count(), 1);
    }

    void preferencesSurviveAndAreBounded()
    {
        const Preferences p{{Scheme::Dark, 150, RowHeight::Touch}, Language::French};
        savePreferences(p);
        QCOMPARE(loadPreferences(), p);
        QSettings().setValue(u"appearance/textPercent"_s, 5000);
        QSettings().setValue(u"appearance/scheme"_s, -3);
        QCOMPARE(loadPreferences().appearance.textPercent, 200);
        QCOMPARE(loadPreferences().appearance.scheme, Scheme::System);
    }

    void everyActionHasAShortcutOrAPlaceAndAToolTipThatShowsIt()
    {
        for (QAction *action : actionsWithin(m_window.get())) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(actionId(action)));
            QVERIFY2(action->toolTip().contains(shortcutText(action)), qPrintable(actionId(action)));
        }
    }

private:
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get();
        QTest::keyClick(target, key, modifiers);
    }
    void type(const QString &text) { QTest::keyClicks(QApplication::focusWidget(), text); }

    QTemporaryDir m_settings;
    std::unique_ptr<AppTheme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    PlainWorkspace *m_desk = nullptr, *m_requests = nullptr, *m_cards = nullptr, *m_citizens = nullptr;
    HelpPage *m_help = nullptr;
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
