#include "ui_common/action.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>

namespace parvis {
namespace {

constexpr char idProperty[] = "parvisId";
constexpr char explanationProperty[] = "parvisExplanation";
constexpr int iconGap = 6;

//! horizontalAdvance() rounds, elidedText() does not: one more pixel keeps the last letter.
int textRoom(const QFontMetrics &metrics, const QString &text)
{
    return metrics.horizontalAdvance(text) + 1;
}

void renewToolTip(QAction *action)
{
    QString tip = action->text().remove(u'&');
    const QString keys = shortcutText(action);
    if (!keys.isEmpty())
        tip += QStringLiteral(" (%1)").arg(keys);
    const QString explanation = action->property(explanationProperty).toString();
    if (!explanation.isEmpty())
        tip += u'\n' + explanation;
    if (tip != action->toolTip())
        action->setToolTip(tip);
}

} // namespace

QAction *makeAction(QWidget *scope, const ActionDefinition &definition)
{
    auto *action = new QAction(definition.text, scope);
    action->setProperty(idProperty, definition.id);
    action->setProperty(explanationProperty, definition.explanation);
    action->setShortcuts(definition.shortcuts);
    action->setShortcutContext(definition.context);
    action->setIcon(icon(definition.icon));
    renewToolTip(action);
    QObject::connect(action, &QAction::changed, action, [action] { renewToolTip(action); });
    scope->addAction(action);
    return action;
}

QList<QAction *> actionsWithin(const QWidget *root)
{
    QList<QAction *> found = root->findChildren<QAction *>();
    found.removeIf([](const QAction *action) { return actionId(action).isEmpty(); });
    return found;
}

QString actionId(const QAction *action)
{
    return action->property(idProperty).toString();
}

QString shortcutText(const QAction *action)
{
    const QKeySequence keys = action->shortcut();
    if (keys.isEmpty())
        return {};
    // The key is labelled Enter ("Entrée") on the keyboards of town halls; Qt says "Return" ("Retour").
    const QKeyCombination first = keys[0];
    const QKeySequence shown = keys.count() == 1 && first.key() == Qt::Key_Return
                                   ? QKeySequence(QKeyCombination(first.keyboardModifiers(), Qt::Key_Enter))
                                   : keys;
    return shown.toString(QKeySequence::NativeText);
}

ActionButton::ActionButton(QAction *action, QWidget *parent) : QPushButton(parent), m_action(action)
{
    setAutoDefault(false);
    follow();
    connect(action, &QAction::changed, this, &ActionButton::follow);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void ActionButton::setPrimary(bool primary)
{
    m_isPrimary = primary;
    update();
}

void ActionButton::setShowsKey(bool shows)
{
    m_showsKey = shows;
    updateGeometry();
}

void ActionButton::follow()
{
    setText(m_action->text());
    setIcon(m_action->icon());
    setToolTip(m_action->toolTip());
    setEnabled(m_action->isEnabled());
    if (!m_action->isVisible())
        hide();
    else if (m_isHiddenByAction)
        show();
    m_isHiddenByAction = !m_action->isVisible();
    setCheckable(m_action->isCheckable());
    setChecked(m_action->isChecked());
    setAccessibleName(m_action->text().remove(u'&'));
    setAccessibleDescription(shortcutText(m_action));
    updateGeometry();
    update();
}

QSize ActionButton::sizeHint() const
{
    int width = textRoom(fontMetrics(), text().remove(u'&')) + 4 * space::gap;
    if (!icon().isNull())
        width += iconSide(this) + iconGap;
    const QString key = shortcutText(m_action);
    if (m_showsKey && !key.isEmpty())
        width += space::gap + QFontMetrics(textFont(TextRole::Secondary)).horizontalAdvance(key);
    return {width, QPushButton::sizeHint().height()};
}

void ActionButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    const bool isFilled = m_isPrimary && isEnabled();
    if (isFilled) {
        const QColor accent = palette().color(QPalette::Highlight);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isDown() ? accent.darker(125) : underMouse() ? accent.darker(110) : accent);
        painter.drawRoundedRect(rect(), 3, 3);
        if (hasFocus()) { // on the accent itself the ring needs a gap
            painter.setPen(QPen(Qt::white, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 2, 2);
        }
    } else {
        painter.drawControl(QStyle::CE_PushButton, option);
        if (isChecked()) { // a shade of grey alone is not seen in either theme
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(toneColor(Tone::Accent, palette()), 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
        }
    }

    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor ink = isFilled      ? Qt::white
                       : isChecked() ? toneColor(Tone::Accent, palette())
                                     : palette().color(group, QPalette::ButtonText);
    const QString key = m_showsKey ? shortcutText(m_action) : QString();
    const QFontMetrics keyMetrics(textFont(TextRole::Secondary));
    const int keyWidth = key.isEmpty() ? 0 : keyMetrics.horizontalAdvance(key) + space::gap;
    const int side = icon().isNull() ? 0 : iconSide(this);
    const int iconWidth = side ? side + iconGap : 0;
    const QString words = text().remove(u'&');
    const int textWidth = std::min(textRoom(fontMetrics(), words), width() - iconWidth - keyWidth - 2 * space::gap);
    int x = (width() - textWidth - iconWidth - keyWidth) / 2;
    if (side) {
        const QPixmap pixmap = isFilled || isChecked() ? iconPixmap(icon().name(), side, ink, devicePixelRatioF())
                                                       : icon().pixmap(QSize(side, side), devicePixelRatioF(),
                                                                       isEnabled() ? QIcon::Normal : QIcon::Disabled);
        painter.drawPixmap(x, (height() - side) / 2, pixmap);
        x += iconWidth;
    }
    painter.setPen(ink);
    painter.drawText(QRect(x, 0, textWidth, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(words, Qt::ElideRight, textWidth));
    if (keyWidth) {
        painter.setFont(textFont(TextRole::Secondary));
        if (!isFilled && isEnabled())
            painter.setPen(toneColor(Tone::Muted, palette()));
        painter.drawText(QRect(x + textWidth + space::gap, 0, keyWidth, height()), Qt::AlignVCenter | Qt::AlignLeft, key);
    }
}

} // namespace parvis
