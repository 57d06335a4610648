#pragma once

#include <QtCore/QString>
#include <QtGui/QKeySequence>
#include <QtWidgets/QPushButton>

class QAction;

namespace parvis {

//! Everything an agent can do is an action: it has a shortcut, a tooltip that shows it, and a place in the command palette.
struct ActionDefinition
{
    QString id = {};   //!< stable, "desk.transmit"
    QString text = {}; //!< what it does, imperative, translated: "Transmit"
    QList<QKeySequence> shortcuts = {};
    QString icon = {};                                            //!< see icons.h; may be empty
    QString explanation = {};                                     //!< a sentence for the tooltip; may be empty
    Qt::ShortcutContext context = Qt::WidgetWithChildrenShortcut; //!< of \c scope in makeAction()
};

//! The action, owned by and active within \a scope. Connect its triggered() signal.
QAction *makeAction(QWidget *scope, const ActionDefinition &definition);

//! The actions of \a root and the widgets below it that were made by makeAction(), in the order of making.
QList<QAction *> actionsWithin(const QWidget *root);

//! The \c id of the definition; empty for a foreign action.
QString actionId(const QAction *action);

//! "Ctrl+Enter" in the agent's language; empty without a shortcut.
QString shortcutText(const QAction *action);

//! A button for an action: icon, text, and the key in a quieter colour. Follows the action's text, state and tooltip.
//! A button that is \c primary is filled with the accent: at most one in sight.
class ActionButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);
    void setPrimary(bool primary);
    void setShowsKey(bool shows);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();

    QAction *m_action;
    bool m_isPrimary = false;
    bool m_showsKey = true;
    bool m_isHiddenByAction = false;
};

} // namespace parvis
