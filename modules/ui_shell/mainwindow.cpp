#include "ui_shell/mainwindow.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_shell/rail.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

//! A field with something of its own to undo keeps Ctrl+Z.
bool hasOwnUndo(const QObject *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return line->isUndoAvailable();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return text->document()->isUndoAvailable();
    return false;
}

} // namespace

MainWindow::MainWindow(QWidget *parent)
    : QWidget(parent),
      m_rail(new Rail(this)),
      m_command(new CommandField(this)),
      m_top(new QHBoxLayout),
      m_agent(new QLabel(this)),
      m_stack(new QStackedWidget(this)),
      m_status(new StatusLine(this))
{
    setWindowTitle(u"Parvis"_s);
    setTextRole(m_agent, TextRole::Secondary);
    m_agent->setAccessibleName(tr("Signed-in agent"));

    m_top->setContentsMargins(space::gap, space::gap, space::margin, space::gap);
    m_top->addWidget(m_command, 3);
    m_top->addStretch(2);
    m_top->addWidget(m_agent);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addWidget(horizontalLine(this));
    column->addWidget(m_stack, 1);
    column->addWidget(horizontalLine(this));
    column->addWidget(m_status);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(column, 1);

    QAction *find = makeAction(this, {.id = u"shell.find"_s,
                                      .text = tr("Search everywhere"),
                                      .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_K)},
                                      .icon = u"search"_s,
                                      .context = Qt::WindowShortcut});
    connect(find, &QAction::triggered, m_command, &CommandField::begin);
    m_undoAction = makeAction(this, {.id = u"shell.undo"_s,
                                     .text = tr("Undo the last action"),
                                     .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Z)},
                                     .icon = u"undo-2"_s,
                                     .context = Qt::WindowShortcut});
    m_undoAction->setEnabled(false);
    connect(m_undoAction, &QAction::triggered, this, &MainWindow::undoLast);
    QAction *lock =
        makeAction(this, {.id = u"shell.lock"_s,
                          .text = tr("Lock the desk"),
                          .shortcuts = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)},
                          .icon = u"lock"_s,
                          .explanation = tr("Closes the database until the password is given again. Nothing is lost."),
                          .context = Qt::WindowShortcut});
    connect(lock, &QAction::triggered, this, &MainWindow::lockWanted);
    QAction *quit = makeAction(this, {.id = u"shell.quit"_s,
                                      .text = tr("Quit"),
                                      .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                                      .icon = u"log-out"_s,
                                      .context = Qt::WindowShortcut});
    connect(quit, &QAction::triggered, this, [this] { window()->close(); });

    m_command->setActions([this] { return paletteActions(); });
    connect(m_command, &CommandField::actionChosen, this, &MainWindow::choose);
    connect(m_command, &CommandField::entityChosen, this, &MainWindow::open);
    connect(m_status, &StatusLine::undoClicked, this, &MainWindow::undoLast);
    connect(m_status, &StatusLine::syncClicked, this, [this] { show(u"sync"_s); });
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow()
{
    qApp->removeEventFilter(this);
}

void MainWindow::addWorkspace(Workspace *workspace)
{
    ++m_numbered;
    constexpr int keys = 10; // 1 … 9, and 0 for the tenth
    const auto key = QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + m_numbered % keys));
    QAction *action = makeAction(this, {.id = u"go."_s + workspace->id(),
                                        .text = tr("Go to %1").arg(workspace->title()),
                                        .shortcuts = m_numbered <= keys ? QList{key} : QList<QKeySequence>(),
                                        .icon = workspace->iconName(),
                                        .context = Qt::WindowShortcut});
    add(workspace, action, m_rail->addTop(action, workspace->title()));
}

void MainWindow::addPage(Workspace *page, const QList<QKeySequence> &shortcuts)
{
    QAction *action = makeAction(this, {.id = u"go."_s + page->id(),
                                        .text = page->title(),
                                        .shortcuts = shortcuts,
                                        .icon = page->iconName(),
                                        .context = Qt::WindowShortcut});
    add(page, action, m_rail->addBottom(action, page->title()));
}

void MainWindow::add(Workspace *workspace, QAction *action, RailButton *button)
{
    m_workspaces.append(workspace);
    m_buttons.insert(workspace, button);
    m_goTo.insert(workspace, action);
    m_stack->addWidget(workspace);
    connect(action, &QAction::triggered, this, [this, workspace] { bringToFront(workspace, {}); });
    connect(workspace, &Workspace::badgeChanged, button, &RailButton::setBadge);
    if (m_workspaces.size() == 1)
        bringToFront(workspace, {});
}

void MainWindow::setOffered(const QString &workspace, bool offered)
{
    for (Workspace *each : std::as_const(m_workspaces)) {
        if (each->id() != workspace)
            continue;
        m_buttons.value(each)->setVisible(offered);
        m_goTo.value(each)->setEnabled(offered);
        if (!offered && current() == each)
            bringToFront(m_workspaces.first(), {});
    }
}

Workspace *MainWindow::current() const
{
    return qobject_cast<Workspace *>(m_stack->currentWidget());
}

void MainWindow::setSearch(EntitySearch search)
{
    m_command->setSearch(std::move(search));
}

void MainWindow::setAgent(const QString &name, const QString &role)
{
    m_agent->setText(role.isEmpty() ? name : name + u" · "_s + role);
}

void MainWindow::addToTop(QWidget *widget)
{
    m_top->insertWidget(m_top->indexOf(m_agent), widget);
}

void MainWindow::bringToFront(Workspace *workspace, const Opening &opening)
{
    if (current() && current() != workspace)
        m_before = current();
    m_stack->setCurrentWidget(workspace);
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it)
        it.value()->setChecked(it.key() == workspace);
    setWindowTitle(workspace->title() + u" – Parvis"_s);
    workspace->activate(opening);
    if (QWidget *first = workspace->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

void MainWindow::open(Kind kind, const Id &id)
{
    const QString home = kind == Kind::Citizen   ? u"citizens"_s
                         : kind == Kind::Card    ? u"cards"_s
                         : kind == Kind::Mission ? u"patrol"_s
                                                 : u"requests"_s;
    show(home, {kind, id, {}});
}

void MainWindow::show(const QString &workspace, const Opening &opening)
{
    const auto it = std::find_if(m_workspaces.cbegin(), m_workspaces.cend(),
                                 [&workspace](const Workspace *w) { return w->id() == workspace; });
    if (it != m_workspaces.cend())
        bringToFront(*it, opening);
}

void MainWindow::tell(const QString &sentence)
{
    m_undo = {};
    m_undoAction->setEnabled(false);
    m_status->tell(sentence);
}

void MainWindow::tellUndoable(const QString &sentence, const QString &what, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_undoWhat = what;
    m_undoAction->setEnabled(true);
    //: %1 is a key, %2 what it takes back
    m_status->tell(sentence, tr("%1 undo: %2").arg(shortcutText(m_undoAction), what));
}

void MainWindow::tellError(const Error &error)
{
    m_status->tellError(sentence(error));
}

void MainWindow::undoLast()
{
    if (!m_undo)
        return;
    const auto undo = std::exchange(m_undo, {});
    m_undoAction->setEnabled(false);
    m_status->tell(tr("Undone: %1").arg(m_undoWhat));
    undo();
}

QList<QAction *> MainWindow::paletteActions() const
{
    QList<QAction *> actions;
    if (current())
        actions = actionsWithin(current());
    for (QAction *action : findChildren<QAction *>(Qt::FindDirectChildrenOnly)) {
        if (!actionId(action).isEmpty() && actionId(action) != "shell.find"_L1)
            actions.append(action);
    }
    for (const Workspace *workspace : m_workspaces) {
        if (workspace != current())
            actions.append(actionsWithin(workspace));
    }
    return actions;
}

void MainWindow::choose(QAction *action)
{
    for (Workspace *workspace : std::as_const(m_workspaces)) {
        const auto *scope = qobject_cast<QWidget *>(action->parent());
        if (scope && workspace != current() && (scope == workspace || workspace->isAncestorOf(scope)))
            bringToFront(workspace, {});
    }
    action->trigger();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // Fields claim Ctrl+Z even with nothing to undo; then it means the last action.
    if (event->type() == QEvent::ShortcutOverride && m_undo && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Undo) &&
        watched == QApplication::focusWidget() && !hasOwnUndo(watched)) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

//! Pages out of sight don't tell their layouts that their text became smaller: the window would stay as wide as it was.
void MainWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    QTimer::singleShot(0, this, [this] {
        const auto layouts = findChildren<QLayout *>();
        for (QLayout *layout : layouts)
            layout->invalidate();
        const auto splitters = findChildren<QSplitter *>();
        for (QSplitter *splitter : splitters)
            splitter->refresh();
    });
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || event->modifiers() != Qt::NoModifier)
        return QWidget::keyPressEvent(event);
    Workspace *front = current();
    if (!front || front->stepBack())
        return;
    const bool isPage = m_workspaces.indexOf(front) >= m_numbered;
    if (isPage && m_before)
        bringToFront(m_before, {});
    else if (QWidget *first = front->firstFocus())
        first->setFocus(Qt::OtherFocusReason);
}

} // namespace parvis
