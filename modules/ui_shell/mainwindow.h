#pragma once

#include "ui_common/navigator.h"
#include "ui_shell/commandfield.h"
#include "ui_shell/statusline.h"

#include <QtWidgets/QWidget>

class QActionGroup;
class QHBoxLayout;
class QStackedWidget;

namespace parvis {

class Rail;
class RailButton;

//! What fills the window once an agent is signed in: rail, command field, one workspace in front, status line. Knows workspaces
//! only by their interface.
class MainWindow final : public QWidget, public Navigator
{
    Q_OBJECT
public:
    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    //! In the order of the rail; the n-th is Alt+n. The window owns it.
    void addWorkspace(Workspace *workspace);
    //! A page without a number, at the bottom of the rail.
    void addPage(Workspace *page, const QList<QKeySequence> &shortcuts);
    //! A workspace that is not for this agent has no place on the rail, and no key.
    void setOffered(const QString &workspace, bool offered);
    Workspace *current() const;
    QList<Workspace *> workspaces() const { return m_workspaces; }

    void setSearch(EntitySearch search);
    void setAgent(const QString &name, const QString &role);
    void addToTop(QWidget *widget); //!< beside the agent's name, in sight from every workspace; the window owns it
    StatusLine &statusLine() { return *m_status; }
    CommandField &commandField() { return *m_command; }

    bool canUndo() const { return bool(m_undo); }
    void undoLast();

    // Navigator
    void open(Kind kind, const Id &id) override;
    void show(const QString &workspace, const Opening &opening = {}) override;
    using QWidget::show;
    void tell(const QString &sentence) override;
    void tellUndoable(const QString &sentence, const QString &what, std::function<void()> undo) override;
    void tellError(const Error &error) override;

Q_SIGNALS:
    void lockWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void add(Workspace *workspace, QAction *action, RailButton *button);
    void bringToFront(Workspace *workspace, const Opening &opening);
    QList<QAction *> paletteActions() const;
    void choose(QAction *action);

    Rail *m_rail;
    CommandField *m_command;
    QHBoxLayout *m_top;
    QLabel *m_agent;
    QStackedWidget *m_stack;
    StatusLine *m_status;
    QList<Workspace *> m_workspaces;
    QHash<const Workspace *, RailButton *> m_buttons;
    QHash<const Workspace *, QAction *> m_goTo;
    QAction *m_undoAction;
    std::function<void()> m_undo;
    QString m_undoWhat;
    QPointer<Workspace> m_before; //!< where Escape leads from a page
    int m_numbered = 0;
};

} // namespace parvis
