#include "ui_desk/calltimer.h"

#include "ui_common/chip.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

CallTimer::CallTimer(const ContactController &controller, const Clock &clock, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_clock(clock), m_icon(new IconLabel), m_text(secondaryLabel({}))
{
    m_text->setWordWrap(false);
    m_text->setFont(tabular(m_text->font()));
    m_text->setAccessibleName(tr("Contact under way"));
    QSizePolicy keepsRoom = m_icon->sizePolicy();
    keepsRoom.setRetainSizeWhenHidden(true);
    m_icon->setSizePolicy(keepsRoom);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, space::group, 0);
    row->setSpacing(space::unit);
    row->addWidget(m_icon);
    row->addWidget(m_text);
    connect(&m_second, &QTimer::timeout, this, &CallTimer::render);
    connect(&controller, &ContactController::channelChanged, this, &CallTimer::render);
    connect(&controller, &ContactController::draftReplaced, this, &CallTimer::render);
    m_second.start(1000);
    render();
}

QString CallTimer::text() const
{
    return m_text->text();
}

void CallTimer::render()
{
    const ContactDraft &draft = m_controller.draft();
    m_icon->setVisible(draft.startedAt.isSet());
    if (!draft.startedAt.isSet()) {
        m_text->clear();
        return;
    }
    const qint64 seconds = std::max<qint64>(0, (m_clock.now().ms - draft.startedAt.ms) / 1000);
    m_icon->setIcon(chipFor(draft.channel).icon, Tone::Neutral);
    m_text->setText(
        u"%1 %2:%3"_s.arg(word(draft.channel)).arg(seconds / 60, 2, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0')));
}

} // namespace parvis
