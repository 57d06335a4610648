#include "ui_patrol/missionheader.h"

#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/touch.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QLabel *plainText(const QString &name, TextRole role)
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setObjectName(name);
    setTextRole(label, role);
    return label;
}

} // namespace

MissionHeader::MissionHeader(const PatrolController &controller, const ReferenceData &town, const QList<QAction *> &actions,
                             QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_heading(plainText(u"patrol.heading"_s, TextRole::Heading)),
      m_where(plainText(u"patrol.where"_s, TextRole::Body)),
      m_about(plainText(u"patrol.about"_s, TextRole::Secondary)),
      m_instructions(plainText(u"patrol.instructions"_s, TextRole::Strong)),
      m_said(plainText(u"patrol.said"_s, TextRole::Body)),
      m_chip(new Chip(this)),
      m_pending(new Chip(this)),
      m_reasonBar(new QWidget),
      m_reason(new QLineEdit)
{
    auto *first = new QHBoxLayout;
    first->setSpacing(space::gap);
    first->addWidget(m_heading, 1);
    first->addWidget(m_pending, 0, Qt::AlignTop);
    first->addWidget(m_chip, 0, Qt::AlignTop);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(space::gap);
    for (QAction *action : actions) {
        auto *button = new ActionButton(action);
        makeTouchable(button);
        buttons->addWidget(button);
    }
    makeTouchable(m_reason);
    m_reason->setObjectName(u"patrol.reason"_s);
    auto *row = new QHBoxLayout(m_reasonBar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::gap);
    row->addWidget(labelFor(m_reason, tr("&Reason:")));
    row->addWidget(m_reason, 1);
    m_reasonBar->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, space::gap, 0);
    column->setSpacing(space::unit);
    column->addLayout(first);
    for (QWidget *part : {m_where, m_about, m_instructions, m_said})
        column->addWidget(part);
    column->addLayout(buttons);
    column->addWidget(m_reasonBar);
    column->addWidget(horizontalLine());
    connect(m_reason, &QLineEdit::returnPressed, this, [this] { Q_EMIT cancelled(m_reason->text().trimmed()); });
}

void MissionHeader::renew()
{
    const bool isMission = m_controller.mission() && !m_controller.isOwn();
    for (QWidget *part : std::initializer_list<QWidget *>{m_where, m_about, m_instructions, m_said, m_chip})
        part->setVisible(isMission);
    m_pending->setLook({});
    if (!isMission) {
        m_heading->setText(tr("New report"));
        return;
    }
    const MissionRow &row = *m_controller.mission();
    const Mission &m = row.mission;
    m_heading->setText(missionTitle(m));
    m_chip->setLook(missionChip(row, m_controller.today(), m_town));
    m_pending->setLook(row.isPending ? pendingChip() : ChipLook());
    m_where->setText(missionPlace(m, m_town));
    QStringList about{word(m.purpose), row.number, m_town.unitName(m.service),
                      missionPatroller(m, m_controller.actor().user, m_town)};
    if (m.dueOn.isValid())
        //: a day by which something is to be done
        about.append(tr("before %1").arg(longDay(m.dueOn)));
    if (m.state == MissionState::Cancelled)
        about.append(m.reason == "withdrawn"_L1 ? tr("taken back") : m.reason);
    about.removeAll(QString());
    m_about->setText(about.join(u" · "_s));
    m_instructions->setText(m.instructions.trimmed());
    m_instructions->setVisible(!m_instructions->text().isEmpty());
    m_said->setText(m_controller.request() ? m_controller.request()->request.text.trimmed() : QString());
    m_said->setVisible(!m_said->text().isEmpty());
}

void MissionHeader::openReason()
{
    m_reason->clear();
    m_reasonBar->show();
    m_reason->setFocus();
}

bool MissionHeader::closeReason()
{
    const bool wasOpen = !m_reasonBar->isHidden();
    m_reasonBar->hide();
    return wasOpen;
}

QWidget *MissionHeader::reason()
{
    return m_reason;
}

} // namespace parvis
