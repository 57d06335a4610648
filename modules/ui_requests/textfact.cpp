#include "ui_requests/textfact.h"

#include "ui_common/style.h"
#include "ui_common/theme.h"
#include "ui_common/tone.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace parvis {

TextFact::TextFact(const QString &label, QWidget *parent)
    : QStackedWidget(parent), m_label(new QLabel), m_editor(new QPlainTextEdit)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(label);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_label->setMargin(space::unit);
    m_label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_editor->setAccessibleName(label);
    m_editor->setObjectName(u"edit.text"_s);
    m_editor->setTabChangesFocus(true);
    m_editor->installEventFilter(this);
    addWidget(m_label);
    addWidget(m_editor);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        if (!isEditing())
            return;
        const QString text = m_editor->toPlainText();
        m_draft = text == m_text ? QString() : text;
        Q_EMIT typed(m_draft);
    });
}

void TextFact::setValue(const QString &text)
{
    m_text = text;
    showValue();
}

void TextFact::restoreDraft(const QString &typed)
{
    if (isEditing())
        return;
    m_draft = typed;
    showValue();
}

void TextFact::showValue()
{
    const bool isTentative = !m_draft.isEmpty();
    const QString text = isTentative ? m_draft : m_text;
    //: shown where a request has no text
    m_label->setText(text.isEmpty() ? tr("Nothing was written down.") : text);
    QPalette shown = palette();
    if (isTentative || text.isEmpty())
        shown.setColor(QPalette::WindowText, toneColor(isTentative ? Tone::DueToday : Tone::Muted, palette()));
    m_label->setPalette(shown);
    setAccessibleDescription(text);
    setToolTip(isTentative    ? tr("Typed but not saved. Enter goes on.")
               : m_isEditable ? tr("Enter changes it, Ctrl+Enter saves.")
                              : QString());
    updateGeometry();
}

bool TextFact::isEditing() const
{
    return currentWidget() == m_editor;
}

void TextFact::edit()
{
    if (!m_isEditable || isEditing())
        return;
    m_editor->setPlainText(m_draft.isEmpty() ? m_text : m_draft);
    setCurrentWidget(m_editor);
    updateGeometry();
    m_editor->moveCursor(QTextCursor::End);
    m_editor->setFocus();
}

bool TextFact::stepBack()
{
    if (!isEditing())
        return false;
    close();
    return true;
}

void TextFact::close()
{
    setCurrentWidget(m_label);
    showValue();
    setFocus();
    Q_EMIT closed();
}

QSize TextFact::sizeHint() const
{
    return {16 * fontMetrics().averageCharWidth(), heightForWidth(width())};
}

int TextFact::heightForWidth(int width) const
{
    if (isEditing())
        return 5 * fontMetrics().lineSpacing() + space::group;
    return std::max(fontMetrics().lineSpacing() + 2 * space::unit, m_label->heightForWidth(width));
}

bool TextFact::eventFilter(QObject *watched, QEvent *event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (watched != m_editor || (!isOverride && event->type() != QEvent::KeyPress))
        return QStackedWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || !(key->modifiers() & Qt::ControlModifier))
        return false;
    if (isOverride) {
        event->accept(); // before the composer's key of the same name
        return true;
    }
    const QString text = m_editor->toPlainText().trimmed();
    m_draft.clear();
    close();
    if (text != m_text)
        Q_EMIT committed(text);
    else
        Q_EMIT typed({});
    return true;
}

void TextFact::keyPressEvent(QKeyEvent *event)
{
    const bool edits = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2;
    if (edits && !isEditing())
        edit();
    else
        QStackedWidget::keyPressEvent(event);
}

void TextFact::mouseDoubleClickEvent(QMouseEvent *event)
{
    edit();
    event->accept();
}

void TextFact::paintEvent(QPaintEvent *event)
{
    QStackedWidget::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    paintFocusRing(&painter, rect(), palette());
}

void TextFact::focusInEvent(QFocusEvent *event)
{
    QStackedWidget::focusInEvent(event);
    update();
}

void TextFact::focusOutEvent(QFocusEvent *event)
{
    QStackedWidget::focusOutEvent(event);
    update();
}

} // namespace parvis
