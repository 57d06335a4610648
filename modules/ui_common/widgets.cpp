#include "ui_common/widgets.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

#include <QtCore/QEvent>
#include <QtCore/QSettings>
#include <QtGui/QAccessible>
#include <QtGui/QAction>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

namespace parvis {
namespace {

QLabel *roleLabel(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    setTextRole(label, role);
    return label;
}

QString stateKey(const QString &key)
{
    return QStringLiteral("split/") + key;
}

} // namespace

QString plainLabel(const QString &label)
{
    QString text = label;
    text.remove(u'&');
    text = text.trimmed();
    while (text.endsWith(u':') || text.endsWith(u'\u00a0') || text.endsWith(u' '))
        text.chop(1);
    return text;
}

QLabel *labelFor(QWidget *field, const QString &label)
{
    auto *made = new QLabel(label);
    made->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(plainLabel(label));
    // A screen reader comes to the part that is typed in; a button says its own words.
    QWidget *typedIn = field->focusProxy();
    if (typedIn && typedIn->accessibleName().isEmpty() && !qobject_cast<const QAbstractButton *>(typedIn))
        typedIn->setAccessibleName(plainLabel(label));
    return made;
}

QLabel *addField(QFormLayout *layout, const QString &label, QWidget *field)
{
    QLabel *made = labelFor(field, label);
    layout->addRow(made, field);
    return made;
}

QLabel *addField(QGridLayout *layout, int row, const QString &label, QWidget *field)
{
    QLabel *made = labelFor(field, label);
    layout->addWidget(made, row, 0);
    layout->addWidget(field, row, 1);
    return made;
}

QLabel *headingLabel(const QString &text, QWidget *parent)
{
    return roleLabel(text, TextRole::Heading, parent);
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    return roleLabel(text, TextRole::Strong, parent);
}

QLabel *secondaryLabel(const QString &text, QWidget *parent)
{
    QLabel *label = roleLabel(text, TextRole::Secondary, parent);
    label->setWordWrap(true);
    return label;
}

void addLeadingIcon(QLineEdit *edit, const QString &iconName, const QString &name)
{
    edit->addAction(icon(iconName, Tone::Muted), QLineEdit::LeadingPosition);
    const auto buttons = edit->findChildren<QToolButton *>(Qt::FindDirectChildrenOnly);
    for (QToolButton *button : buttons)
        button->setAccessibleName(name);
}

QFrame *horizontalLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    return line;
}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, QLabel::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
    painter.drawText(contentsRect(), int(alignment()) | Qt::TextSingleLine, shown);
    setToolTip(shown == text() ? QString() : text());
}

void IconLabel::setIcon(const QString &name, Tone tone, int side)
{
    m_name = name;
    m_tone = tone;
    m_side = side;
    draw();
}

void IconLabel::draw()
{
    const int side = m_side > 0 ? m_side : iconSide(this);
    if (!m_name.isEmpty())
        setPixmap(iconPixmap(m_name, side, toneColor(m_tone, palette()), devicePixelRatioF()));
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &hint, QWidget *parent)
    : QWidget(parent), m_icon(new IconLabel(this)), m_title(sectionLabel(title, this)), m_hint(secondaryLabel(hint, this))
{
    m_icon->setIcon(iconName, Tone::Muted, 32);
    for (QLabel *label : std::initializer_list<QLabel *>{m_icon, m_title, m_hint})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::margin, space::margin, space::margin, space::margin);
    column->addStretch();
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addStretch();
}

void EmptyState::setTexts(const QString &title, const QString &hint)
{
    m_title->setText(title);
    m_hint->setText(hint);
}

InlineError::InlineError(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel(this)), m_text(new QLabel(this)), m_button(new QPushButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::gap, space::unit, space::gap, space::unit);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_action)
            m_action->trigger();
    });
    hide();
}

void InlineError::say(const QString &sentence, QAction *action)
{
    wearColors();
    m_text->setText(sentence);
    m_action = action;
    m_button->setVisible(action != nullptr);
    if (action) {
        m_button->setText(action->text());
        m_button->setToolTip(action->toolTip());
    }
    show();
    announce(this, sentence);
}

//! Those of the theme around it.
void InlineError::wearColors()
{
    QPalette palette = parentWidget() ? parentWidget()->palette() : QGuiApplication::palette();
    const QColor ink = toneColor(Tone::Late, palette);
    palette.setColor(QPalette::Window, toneGround(Tone::Late, palette));
    palette.setColor(QPalette::WindowText, ink);
    if (palette != this->palette())
        setPalette(palette);
    setAutoFillBackground(true);
    m_icon->setPixmap(iconPixmap(QStringLiteral("circle-alert"), iconSide(this), ink, devicePixelRatioF()));
}

void InlineError::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !isHidden())
        wearColors();
}

void InlineError::say(const Error &error, QAction *action)
{
    say(sentence(error), action);
}

void InlineError::clear()
{
    m_text->clear();
    m_action = nullptr;
    hide();
}

QString InlineError::text() const
{
    return m_text->text();
}

SplitView::SplitView(const QString &key, Qt::Orientation orientation, QWidget *parent)
    : QSplitter(orientation, parent), m_key(key)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this] { QSettings().setValue(stateKey(m_key), saveState()); });
}

void SplitView::setFirstSizes(const QList<int> &sizes)
{
    if (!restoreState(QSettings().value(stateKey(m_key)).toByteArray()))
        setSizes(sizes);
}

void announce(QWidget *widget, const QString &text)
{
    widget->setAccessibleDescription(text);
    QAccessibleEvent event(widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace parvis
