#include "ui_desk/savedbar.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/tone.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

QString SavedBar::sentence(const SavedContact &saved)
{
    const QString number = saved.number.isEmpty() ? tr("Saved, the number is on its way") : tr("No. %1").arg(saved.number);
    switch (saved.how) {
    case SaveAs::Transmit: return number + u" · "_s + tr("answer before %1").arg(longDay(saved.dueOn));
    case SaveAs::AnsweredOnTheSpot: return number + u" · "_s + tr("answered on the spot");
    case SaveAs::WithIncident:
        return number + u" · "_s + tr("with the incident") + u" · "_s + tr("answer before %1").arg(longDay(saved.dueOn));
    case SaveAs::AddToRequest: return number + u" · "_s + tr("contact added");
    }
    return number;
}

SavedBar::SavedBar(QWidget *parent)
    : QFrame(parent), m_icon(new QLabel), m_text(new QLabel), m_undo(secondaryLabel(tr("Ctrl+Z takes it back")))
{
    setTextRole(m_text, TextRole::Strong);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setWordWrap(true);
    m_undo->setWordWrap(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::gap, space::unit, space::gap, space::unit);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(m_undo);
    hide();
}

void SavedBar::render()
{
    const QColor ink = toneColor(Tone::OnTime, palette());
    QPalette colours = parentWidget() ? parentWidget()->palette() : palette();
    colours.setColor(QPalette::Window, toneGround(Tone::OnTime, colours));
    colours.setColor(QPalette::WindowText, ink);
    setPalette(colours);
    setAutoFillBackground(true);
    m_icon->setPixmap(iconPixmap(u"circle-check"_s, iconSide(this), ink, devicePixelRatioF()));
    m_text->setText(sentence(m_saved));
    show();
    announce(this, m_text->text());
}

void SavedBar::showSaved(const SavedContact &saved)
{
    m_saved = saved;
    render();
}

void SavedBar::showNumber(const Id &request, const QString &number)
{
    if (request != m_saved.request || isHidden())
        return;
    m_saved.number = number;
    render();
}

void SavedBar::clear()
{
    m_saved = {};
    hide();
}

QString SavedBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace parvis
