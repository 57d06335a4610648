#include "ui_desk/parkedbar.h"

#include "ui_common/chip.h"
#include "ui_common/flowlayout.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtWidgets/QPushButton>

using namespace Qt::StringLiterals;

namespace parvis {

ParkedBar::ParkedBar(ContactController &controller, const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_row(new FlowLayout(this))
{
    m_row->setSpacing(space::unit);
    connect(&m_controller, &ContactController::parkedChanged, this, &ParkedBar::refresh);
    refresh();
}

void ParkedBar::refresh()
{
    static constexpr int longestName = 24;
    while (QLayoutItem *item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QList<ContactDraft> &parked = m_controller.parked();
    setVisible(!parked.isEmpty());
    if (parked.isEmpty())
        return;
    m_row->addWidget(secondaryLabel(tr("Parked:")));
    for (qsizetype i = 0; i < parked.size(); ++i) {
        const ContactDraft &draft = parked.at(i);
        QString name = draft.who.isEmpty() ? draft.what : draft.who;
        if (name.isEmpty())
            name = word(draft.channel);
        const QString since = timeText(draft.startedAt, m_town.calendar().zone());
        const QString text = tr("%1, since %2").arg(name.left(longestName), since);
        auto *button = new QPushButton(icon(chipFor(draft.channel).icon), u' ' + text); // a gap after the icon
        button->setAutoDefault(false);
        button->setToolTip(tr("Bring this contact back. F8 brings back the last one."));
        button->setAccessibleName(tr("Parked contact: %1, since %2").arg(name, since));
        connect(
            button, &QPushButton::clicked, this, [this, i] { m_controller.resume(i); }, Qt::QueuedConnection);
        m_row->addWidget(button);
    }
}

} // namespace parvis
