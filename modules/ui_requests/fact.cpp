#include "ui_requests/fact.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyleOptionButton>
#include <QtWidgets/QStylePainter>

using namespace Qt::StringLiterals;

namespace parvis {

FactButton::FactButton(QWidget *parent) : QPushButton(parent)
{
    setFlat(true);
    setAutoDefault(false);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void FactButton::setTentative(bool isTentative)
{
    m_isTentative = isTentative;
    update();
}

QSize FactButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * space::unit, fontMetrics().height() + space::unit};
}

QSize FactButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, sizeHint().height()};
}

void FactButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (underMouse() && isEnabled())
        painter.fillRect(rect(), toneGround(Tone::Neutral, palette()));
    painter.setPen(m_isTentative ? toneColor(Tone::DueToday, palette()) : palette().color(QPalette::WindowText));
    QRect area = rect().adjusted(space::unit, 0, -space::unit, 0);
    if (m_isTentative) {
        const int side = iconSide(this) - 2;
        painter.drawPixmap(area.left(), (height() - side) / 2,
                           iconPixmap(u"pencil"_s, side, toneColor(Tone::DueToday, palette()), devicePixelRatioF()));
        area.setLeft(area.left() + side + space::unit);
    }
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, area.width());
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
    }
}

void FactButton::keyPressEvent(QKeyEvent *event)
{
    const bool edits = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2;
    if (edits)
        click();
    else
        QPushButton::keyPressEvent(event);
}

Fact::Fact(const QString &field, const QString &label, QWidget *parent)
    : QStackedWidget(parent), m_field(field), m_button(new FactButton), m_editor(new CompleterField)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_button->setObjectName(u"fact."_s + field);
    m_editor->lineEdit()->setObjectName(u"edit."_s + field);
    m_editor->lineEdit()->setAccessibleName(label);
    m_editor->setHighlightsFirst(true);
    addWidget(m_button);
    addWidget(m_editor);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_isEditable)
            edit();
        else
            Q_EMIT opened();
    });
    connect(m_editor, &CompleterField::edited, this, [this](const QString &text) {
        // Emptied on purpose: Enter leaves it so, Down still chooses.
        m_editor->setHighlightsFirst(!text.isEmpty() || m_toEdit.isEmpty());
        const QString asked = text == m_toEdit ? QString() : text; // everything, as long as nothing was typed
        if (m_asks)
            Q_EMIT this->asked(text);
        else
            m_editor->setSuggestions(text, m_suggest ? m_suggest(asked) : QList<Suggestion>());
        m_draft = text == m_toEdit ? QString() : text;
        Q_EMIT typed(m_draft);
    });
    connect(m_editor, &CompleterField::accepted, this,
            [this](const Suggestion &suggestion) { read(suggestion.text, suggestion.value); });
    connect(m_editor, &CompleterField::committed, this, [this](const QString &text) { read(text, {}); });
    setAccessibleName(label);
}

void Fact::setEditor(Suggest suggest, Read read)
{
    m_suggest = std::move(suggest);
    m_read = std::move(read);
    m_isEditable = true;
}

void Fact::setAskingEditor(Read read)
{
    setEditor({}, std::move(read));
    m_asks = true;
}

void Fact::offer(const QString &forTyped, const QList<Suggestion> &suggestions)
{
    m_editor->setSuggestions(forTyped, suggestions);
}

void Fact::offerMore(const QString &forTyped, const QList<Suggestion> &suggestions)
{
    m_editor->addSuggestions(forTyped, suggestions);
}

void Fact::setEditable(bool isEditable)
{
    m_isEditable = isEditable && m_read;
    showValue();
}

void Fact::setValue(const QString &shown, const QString &toEdit)
{
    m_shown = shown;
    m_toEdit = toEdit;
    showValue();
}

void Fact::restoreDraft(const QString &typed)
{
    if (isEditing())
        return;
    m_draft = typed;
    showValue();
}

void Fact::showValue()
{
    const bool isTentative = !m_draft.isEmpty();
    const QString text = isTentative ? m_draft : m_shown;
    m_button->setText(text);
    m_button->setTentative(isTentative);
    m_button->setAccessibleName(tr("%1: %2").arg(accessibleName(), text));
    m_button->setToolTip(isTentative    ? tr("%1 – typed but not saved; %2 stands. Enter goes on.").arg(text, m_shown)
                         : m_isEditable ? tr("%1 – Enter changes it.").arg(text)
                                        : text);
}

bool Fact::isEditing() const
{
    return currentWidget() == m_editor;
}

void Fact::edit()
{
    if (!m_isEditable || isEditing())
        return;
    m_editor->setText(m_draft.isEmpty() ? m_toEdit : m_draft);
    setCurrentWidget(m_editor);
    updateGeometry();
    m_editor->lineEdit()->setFocus();
    m_editor->lineEdit()->selectAll();
}

void Fact::read(const QString &text, const QVariant &chosen)
{
    if (text == m_toEdit && !chosen.isValid()) {
        close();
        return;
    }
    const auto set = m_read(text.trimmed(), chosen);
    if (!set) {
        Q_EMIT rejected(text);
        return;
    }
    m_draft.clear();
    close();
    if (set->isEmpty())
        Q_EMIT typed({});
    else
        Q_EMIT committed(*set);
}

void Fact::take(const QString &text, const QVariant &chosen)
{
    if (m_isEditable)
        read(text, chosen);
}

bool Fact::stepBack()
{
    if (!isEditing())
        return false;
    if (m_editor->isListOpen())
        m_editor->closeList();
    else
        close();
    return true;
}

void Fact::close()
{
    setCurrentWidget(m_button);
    updateGeometry();
    showValue();
    m_button->setFocus();
    Q_EMIT closed();
}

} // namespace parvis
