#include "ui_shell/statusline.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QToolButton>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int fadeMs = 8000;

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent),
      m_sync(new QToolButton(this)),
      m_messageIcon(new IconLabel(this)),
      m_message(new ElidedLabel({}, this)),
      m_undo(new QToolButton(this)),
      m_onTime(new QLabel(this)),
      m_time(new QLabel(this))
{
    m_sync->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_sync->setAutoRaise(true);
    m_sync->setToolTip(tr("Show what is pending and what was refused"));
    m_undo->setAutoRaise(true);
    m_undo->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_undo->setIcon(icon(u"undo-2"_s));
    m_undo->hide();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_sync, m_message, m_undo, m_onTime, m_time})
        setTextRole(widget, TextRole::Secondary);
    m_message->setAccessibleName(tr("Last action"));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::gap, 2, space::gap, 2);
    row->setSpacing(space::gap);
    row->addWidget(m_sync);
    row->addWidget(m_messageIcon);
    row->addWidget(m_message, 1);
    row->addWidget(m_undo);
    row->addWidget(m_onTime);
    row->addWidget(m_time);
    connect(m_sync, &QToolButton::clicked, this, &StatusLine::syncClicked);
    connect(m_undo, &QToolButton::clicked, this, &StatusLine::undoClicked);
    // What was done is read at once; left standing, it would seem to belong to the next screen.
    m_fade.setSingleShot(true);
    m_fade.setInterval(fadeMs);
    connect(&m_fade, &QTimer::timeout, this, [this] {
        m_message->clear();
        m_messageIcon->hide();
    });
    setSync({});
}

void StatusLine::setSync(const SyncStatus &status)
{
    m_status = status;
    QStringList parts{status.words, tr("%n pending", nullptr, status.pending)};
    if (status.refused > 0)
        parts.append(tr("%n to settle", nullptr, status.refused));
    const QString words = parts.join(u" · ");
    m_sync->setText(u' ' + words);
    m_sync->setAccessibleName(tr("Synchronisation: %1").arg(words));
    m_sync->setIcon(icon(status.icon, status.tone));
}

void StatusLine::setOnTime(std::optional<double> share)
{
    m_onTime->setVisible(share.has_value());
    if (share)
        m_onTime->setText(tr("%1 % on time").arg(QLocale().toString(*share * 100, 'f', 0)));
}

void StatusLine::setTime(const QString &time)
{
    m_time->setText(time);
}

void StatusLine::message(const QString &iconName, Tone tone, const QString &sentence)
{
    m_messageIcon->setIcon(iconName, tone);
    m_messageIcon->show();
    m_message->setText(sentence);
    announce(m_message, sentence);
}

void StatusLine::tell(const QString &sentence, const QString &undo)
{
    message(u"check"_s, Tone::OnTime, sentence);
    m_fade.start();
    m_undoText = undo;
    m_undo->setAccessibleName(undo);
    m_undo->setToolTip(undo);
    m_undo->setVisible(!undo.isEmpty());
    layUndo();
}

//! What was done comes first: the undo takes a quarter of the line at most.
void StatusLine::layUndo()
{
    m_undo->setText(u' ' + QFontMetrics(m_undo->font()).elidedText(m_undoText, Qt::ElideRight, width() / 4));
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layUndo();
}

void StatusLine::tellError(const QString &sentence)
{
    message(u"circle-alert"_s, Tone::Late, sentence);
    m_fade.stop(); // an error stays until something else is said
    m_undo->hide();
}

void StatusLine::clearMessage()
{
    m_message->clear();
    m_messageIcon->hide();
    m_undo->hide();
}

void StatusLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        setSync(m_status);
    QWidget::changeEvent(event);
}

} // namespace parvis
