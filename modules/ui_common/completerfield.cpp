#include "ui_common/completerfield.h"

#include "ui_common/action.h"
#include "ui_common/suggestionlist.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace parvis {
namespace {

//! How long an Enter waits for suggestions before the words are taken as typed. Searches answer in milliseconds; this is for a
//! storage thread that is busy with a first sync.
constexpr int patienceMs = 2000;

//! The enabled action of the window that \a event is the shortcut of, seen from \a focus; null: none.
QAction *actionFor(const QKeyEvent &event, QWidget *focus)
{
    const QKeySequence typed(event.keyCombination());
    const QList<QAction *> actions = actionsWithin(focus->window());
    for (QAction *action : actions) {
        const auto *scope = qobject_cast<QWidget *>(action->parent());
        const bool isReachable = action->shortcutContext() != Qt::WidgetWithChildrenShortcut || scope == focus ||
                                 (scope && scope->isAncestorOf(focus));
        if (isReachable && action->isEnabled() && action->shortcuts().contains(typed))
            return action;
    }
    return nullptr;
}

//! A key that was kept goes where it would have gone: the focus first, if it claims it, then shortcuts, then the focus.
void replay(QKeyEvent *event)
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return;
    QKeyEvent claim(QEvent::ShortcutOverride, event->key(), event->modifiers(), event->text());
    claim.ignore();
    QCoreApplication::sendEvent(focus, &claim);
    QAction *action = claim.isAccepted() ? nullptr : actionFor(*event, focus);
    if (action)
        action->trigger();
    else
        QCoreApplication::sendEvent(focus, event);
}

} // namespace

CompleterField::CompleterField(QWidget *parent) : QWidget(parent), m_edit(new QLineEdit(this)), m_list(new SuggestionList(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_edit);
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_isAwaited = false;
        closeList();
        settle();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_isAwaited = true;
        Q_EMIT edited(text);
    });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { accept(m_list->row(item)); });
}

CompleterField::~CompleterField()
{
    if (m_list->parent() != this)
        delete m_list;
}

QString CompleterField::text() const
{
    return m_edit->text();
}

void CompleterField::setText(const QString &text)
{
    m_edit->setText(text);
    m_isAwaited = false;
    closeList();
    if (!std::exchange(m_enterWaits, false))
        return;
    m_patience.stop(); // what the Enter was meant for is gone
    replayTypedAhead();
}

void CompleterField::setPlaceholderText(const QString &text)
{
    m_edit->setPlaceholderText(text);
}

void CompleterField::setShownRows(int rows)
{
    m_list->setShownRows(rows);
}

void CompleterField::setSuggestions(const QString &forText, const QList<Suggestion> &suggestions)
{
    if (forText != m_edit->text())
        return;
    m_isAwaited = false;
    m_list->setSuggestions(suggestions);
    if (suggestions.isEmpty() || !m_edit->hasFocus()) {
        m_list->hide();
    } else {
        if (m_highlightsFirst)
            m_list->setCurrentRow(0);
        place();
        m_list->show();
        m_list->raise();
        const QString first = m_highlightsFirst ? m_list->item(0)->data(Qt::AccessibleTextRole).toString() : QString();
        announce(m_edit, tr("%n suggestion(s). %1", nullptr, int(suggestions.size())).arg(first));
    }
    if (m_enterWaits)
        settle();
}

void CompleterField::addSuggestions(const QString &forText, const QList<Suggestion> &more)
{
    const bool hasSome = !m_list->suggestions().isEmpty();
    if (forText != m_edit->text() || more.isEmpty() || !m_edit->hasFocus() || m_isAwaited || (hasSome && !isListOpen()))
        return;
    const int row = hasSome ? m_list->currentRow() : -1;
    m_list->setSuggestions(m_list->suggestions() + more);
    m_list->setCurrentRow(row);
    place();
    m_list->show();
    m_list->raise();
    announce(m_edit, tr("%n suggestion(s). %1", nullptr, int(m_list->suggestions().size())).arg(more.first().text));
}

QList<Suggestion> CompleterField::suggestions() const
{
    return m_list->suggestions();
}

bool CompleterField::isListOpen() const
{
    return m_list->isVisible();
}

void CompleterField::closeList()
{
    m_list->setSuggestions({});
    m_list->hide();
}

void CompleterField::hideEvent(QHideEvent *event)
{
    m_list->hide();
    QWidget::hideEvent(event);
}

bool CompleterField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        // While an Enter waits, keys that are shortcuts keep their place behind it. While the list is open Escape closes it,
        // whatever else Escape means in the window.
        if (m_enterWaits || (isListOpen() && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: return keyPressed(static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut: m_list->hide(); break;
    case QEvent::Resize:
    case QEvent::Move:
        if (isListOpen())
            place();
        break;
    default: break;
    }
    return false;
}

bool CompleterField::keyPressed(QKeyEvent *event)
{
    if (m_enterWaits) {
        m_typedAhead.append(std::shared_ptr<QKeyEvent>(event->clone()));
        return true;
    }
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!isPlain)
        return false;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: enter(); return true;
    case Qt::Key_Escape:
        if (!isListOpen())
            return false;
        closeList();
        return true;
    case Qt::Key_Down:
    case Qt::Key_Up: {
        if (!isListOpen()) {
            // Asks again, to choose anew among the suggestions for a text accepted earlier.
            m_isAwaited = true;
            Q_EMIT edited(m_edit->text());
            return true;
        }
        const int step = event->key() == Qt::Key_Down ? 1 : -1;
        m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
        announce(m_edit, m_list->currentItem()->data(Qt::AccessibleTextRole).toString());
        return true;
    }
    default: return false;
    }
}

void CompleterField::enter()
{
    if (m_isAwaited) {
        m_enterWaits = true;
        m_patience.start();
        return;
    }
    if (isListOpen() && m_list->currentRow() >= 0)
        accept(m_list->currentRow());
    else
        Q_EMIT committed(m_edit->text());
}

void CompleterField::accept(int row)
{
    const Suggestion chosen = m_list->suggestions().at(row);
    closeList();
    Q_EMIT accepted(chosen);
}

void CompleterField::settle()
{
    if (!m_enterWaits)
        return;
    m_patience.stop();
    m_enterWaits = false;
    enter();
    replayTypedAhead();
}

void CompleterField::replayTypedAhead()
{
    const auto keys = std::exchange(m_typedAhead, {});
    for (const auto &key : keys)
        replay(key.get());
}

void CompleterField::place()
{
    QWidget *host = window();
    if (m_list->parentWidget() != host)
        m_list->setParent(host);
    const int height = m_list->wantedHeight();
    QPoint corner = mapTo(host, QPoint(0, this->height() + 1));
    if (corner.y() + height > host->height()) {
        const int above = mapTo(host, QPoint(0, 0)).y() - height - 1;
        corner.setY(above >= 0 ? above : std::max(0, host->height() - height));
    }
    m_list->setGeometry(corner.x(), corner.y(), width(), height);
}

} // namespace parvis
