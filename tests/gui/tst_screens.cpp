#include "guidesk.h"
#include "ui_admin/recordform.h"
#include "ui_common/action.h"
#include "ui_common/widgets.h"
#include "ui_shell/hostwindow.h"
#include "ui_shell/mainwindow.h"

#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractScrollArea>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr QSize smallScreen(1366, 768);

bool mustHaveName(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::PushButton:
    case QAccessible::ButtonMenu:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTabList:
    case QAccessible::PageTab:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::ProgressBar: return true;
    default: return false;
    }
}

QString whereIs(const QObject *object)
{
    QStringList path;
    for (const QObject *o = object; o; o = o->parent())
        path.prepend(QString::fromLatin1(o->metaObject()->className()));
    return path.join(u" > "_s);
}

//! What a screen reader would come to and could not call by any name.
void findNameless(QAccessibleInterface *node, QStringList &found)
{
    if (!node || !node->isValid() || node->state().invisible)
        return;
    if (mustHaveName(node->role()) && node->text(QAccessible::Name).trimmed().isEmpty())
        found.append(u"%1: %2"_s.arg(whereIs(node->object())).arg(int(node->role()), 0, 16));
    // The cells of a table are texts, and there may be a million of them.
    if (node->tableInterface())
        return;
    for (int i = 0; i < node->childCount(); ++i)
        findNameless(node->child(i), found);
}

bool isScrolled(const QWidget *widget)
{
    for (const QWidget *w = widget->parentWidget(); w; w = w->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(w))
            return true;
    }
    return false;
}

//! Words that don't fit where they stand.
QStringList findCut(const QWidget *root)
{
    QStringList cut;
    for (const auto *label : root->findChildren<QLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty() || qobject_cast<const ElidedLabel *>(label))
            continue;
        const bool isTooNarrow = !label->wordWrap() && label->width() + 1 < label->sizeHint().width();
        const bool isTooLow = label->wordWrap() && label->height() + 1 < label->heightForWidth(label->width());
        if (isTooNarrow || isTooLow)
            cut.append(u"%1: “%2”"_s.arg(whereIs(label), label->text()));
    }
    for (const auto *button : root->findChildren<QAbstractButton *>()) {
        // Words of the town may be longer than any screen; then the tooltip has the whole.
        const bool hasWords = button->isVisible() && !button->text().isEmpty() && !button->toolTip().contains(button->text());
        if (hasWords &&
            (button->width() + 1 < button->sizeHint().width() || button->height() + 1 < button->minimumSizeHint().height()))
            cut.append(u"%1: “%2”"_s.arg(whereIs(button), button->text()));
    }
    for (const auto *widget : root->findChildren<QWidget *>()) {
        const bool matters = widget->isVisible() && widget->focusPolicy() != Qt::NoFocus && !isScrolled(widget);
        if (matters && !root->rect().contains(QRect(widget->mapTo(root, QPoint(0, 0)), widget->size())))
            cut.append(u"%1 is outside the window"_s.arg(whereIs(widget)));
    }
    for (const auto *area : root->findChildren<QAbstractScrollArea *>()) {
        const bool isTable = area->inherits("QAbstractItemView") || area->inherits("QTextEdit");
        if (area->isVisible() && !isTable && area->horizontalScrollBar()->isVisible())
            cut.append(u"%1 scrolls sideways"_s.arg(whereIs(area)));
    }
    return cut;
}

} // namespace

//! Every screen over a real town, as the program wires it.
class ScreensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_town.found(200));
        QVERIFY(m_town.serve());
        m_options.profile = m_folder.path();
        m_options.server = m_town.url();
        m_options.login = QString::fromLatin1(demoLogin);
        m_options.password = QString::fromLatin1(demoPassword);
        m_options.fingerprint = u"loopback"_s;
        m_options.language = Language::French;
        auto profile = Profile::open(m_options.profile);
        QVERIFY(profile);
        m_profile = std::move(profile).value();
        m_desktop = std::make_unique<Desktop>(m_options, m_translations, *m_profile, m_clock, m_vault, *qApp);
        m_desktop->start();
        m_desktop->host().resize(smallScreen);
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->mainWindow(), 2 * patienceMs);
    }

    void cleanupTestCase()
    {
        m_desktop.reset();
        m_profile.reset();
    }

    void everyControlOfEveryScreenHasAName_data() { looks(); }

    void everyControlOfEveryScreenHasAName()
    {
        QFETCH(Preferences, look);
        wear(look);
        QStringList nameless;
        forEachScreen([&nameless](MainWindow *window) { findNameless(QAccessible::queryAccessibleInterface(window), nameless); });
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
    }

    void nothingIsCutOnASmallScreen_data() { looks(); }

    void nothingIsCutOnASmallScreen()
    {
        QFETCH(Preferences, look);
        wear(look);
        const auto fits = [](const QWidget *widget) {
            const QSize least = widget->minimumSizeHint();
            return least.width() <= smallScreen.width() && least.height() <= smallScreen.height();
        };
        const auto said = [](const QWidget *widget) {
            const QSize least = widget->minimumSizeHint();
            return u"%1: %2 × %3"_s.arg(QLatin1StringView(widget->metaObject()->className()))
                .arg(least.width())
                .arg(least.height());
        };
        // Each layout within another one follows a turn of the event loop later.
        for (const Workspace *workspace : m_desktop->mainWindow()->workspaces())
            QTRY_VERIFY2_WITH_TIMEOUT(fits(workspace), qPrintable(said(workspace)), patienceMs);
        const auto all = [this, &said] { // which of them is too wide beside the rail
            QStringList sizes{said(m_desktop->mainWindow())};
            for (const Workspace *workspace : m_desktop->mainWindow()->workspaces())
                sizes.append(said(workspace));
            return sizes.join(u'\n');
        };
        QTRY_VERIFY2_WITH_TIMEOUT(fits(m_desktop->mainWindow()), qPrintable(all()), patienceMs);
        QStringList cut;
        forEachScreen([&cut](MainWindow *window) {
            // The layout follows what the store answers.
            const int patience = cut.isEmpty() ? patienceMs : 3000; // so that it ends
            if (!QTest::qWaitFor([window] { return findCut(window).isEmpty(); }, patience))
                cut += findCut(window);
        });
        cut.removeDuplicates();
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
    }

    void everyActionShowsItsKeyAndNoKeyMeansTwoThings()
    {
        wear({{Scheme::Light, 100, RowHeight::Compact}, Language::French});
        MainWindow *window = m_desktop->mainWindow();
        for (Workspace *workspace : window->workspaces()) {
            QHash<QString, QString> meaning;
            for (const QAction *action : actionsWithin(window)) {
                const auto *scope = qobject_cast<QWidget *>(action->parent());
                const bool isElsewhere = scope != window && scope != workspace && !workspace->isAncestorOf(scope);
                if (isElsewhere || action->shortcut().isEmpty())
                    continue;
                QVERIFY2(action->toolTip().contains(shortcutText(action)), qPrintable(actionId(action)));
                const QString key = shortcutText(action);
                const bool isClash = meaning.contains(key) && action->shortcutContext() == Qt::WindowShortcut;
                QVERIFY2(!isClash, qPrintable(u"%1: %2 and %3"_s.arg(key, meaning.value(key), actionId(action))));
                meaning.insert(key, actionId(action));
            }
        }
    }

    void theSignInPageIsNamedAndWhole()
    {
        SignInPage page;
        page.resize(smallScreen);
        page.show();
        const auto check = [&page] {
            QStringList wrong = findCut(&page);
            findNameless(QAccessible::queryAccessibleInterface(&page), wrong);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        };
        page.start(QUrl(u"https://127.0.0.1:8443"_s), {}, false);
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        check();
        page.askAboutServer(u"Ingeville"_s, u"127.0.0.1"_s, QString(64, u'a'));
        check();
        page.showProgress(u"…"_s, 10, 100);
        check();
        page.askNewPassword();
        check();
        page.showPasswordError({ErrorCode::Network, {}, 0});
        check();
        page.askFormerPassword();
        check();
        page.showFormerError();
        check();
    }

private:
    void looks()
    {
        QTest::addColumn<Preferences>("look");
        const auto row = [](const char *name, Scheme scheme, int percent, RowHeight rows, Language language) {
            QTest::newRow(name) << Preferences{{scheme, percent, rows}, language};
        };
        row("French", Scheme::Light, 100, RowHeight::Compact, Language::French);
        row("English, dark, touch", Scheme::Dark, 100, RowHeight::Touch, Language::English);
        row("French, 150 %", Scheme::Light, 150, RowHeight::Compact, Language::French);
    }

    void wear(const Preferences &look)
    {
        m_desktop->setPreferences(look);
        PARVIS_AWAIT(m_desktop->mainWindow());
        m_desktop->host().resize(smallScreen);
        QApplication::processEvents(); // new fonts ask the layouts to measure anew
    }

    template <typename Fn>
    void forEachScreen(Fn fn)
    {
        MainWindow *window = m_desktop->mainWindow();
        for (const Workspace *workspace : window->workspaces()) {
            window->show(workspace->id());
            PARVIS_AWAIT(workspace->isVisible());
            awaitAnswers();
            fn(window);
            forEachTab(workspace, [&fn, window] { fn(window); });
        }
    }

    //! What the screen in sight asked the store, and what it asked about the answers.
    void awaitAnswers()
    {
        for (int i = 0; i < 2; ++i) {
            const auto answered = m_desktop->session().store().read([](DeskStore &) { return success(); });
            PARVIS_AWAIT(answered.isFinished());
            QApplication::processEvents();
        }
    }

    //! Of the administration, with the first record of each; of the rules, of which there may be none, with their trial.
    template <typename Fn>
    void forEachTab(const Workspace *workspace, Fn fn)
    {
        auto *tabs = workspace->id() == u"admin" ? workspace->findChild<QTabBar *>() : nullptr;
        const auto *list = tabs ? workspace->findChild<QListWidget *>(u"records"_s) : nullptr;
        for (int i = 0; tabs && i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            if (i == 0)
                trigger(workspace, u"admin.try"_s);
            else
                QTRY_VERIFY2_WITH_TIMEOUT(list->count() > 0, qPrintable(tabs->tabText(i)), patienceMs);
            const auto *forms = qobject_cast<QStackedWidget *>(workspace->findChild<RecordForm *>()->parentWidget());
            QVERIFY(forms);
            const auto isFilled = [i, list, forms] { // with the record that is chosen, or with a new one
                const QListWidgetItem *chosen = list->currentItem();
                const QString record = forms->widget(i)->property("record").toString();
                return forms->widget(i)->isVisible() && (chosen ? record == chosen->data(Qt::UserRole) : !record.isEmpty());
            };
            QTRY_VERIFY2_WITH_TIMEOUT(isFilled(), qPrintable(tabs->tabText(i)), patienceMs);
            awaitAnswers();
            fn();
        }
    }

    static void trigger(const Workspace *workspace, const QString &id)
    {
        const auto actions = actionsWithin(workspace);
        const auto is = [&id](const QAction *action) { return actionId(action) == id; };
        const auto found = std::find_if(actions.begin(), actions.end(), is);
        QVERIFY2(found != actions.end(), qPrintable(id));
        (*found)->trigger();
    }

    DeskTown m_town;
    QTemporaryDir m_folder;
    SystemClock m_clock;
    MemoryVault m_vault;
    Translations m_translations;
    Options m_options;
    std::unique_ptr<Profile> m_profile;
    std::unique_ptr<Desktop> m_desktop;
};

QTEST_MAIN(ScreensTest)
#include "tst_screens.moc"
