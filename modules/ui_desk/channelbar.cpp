#include "ui_desk/channelbar.h"

#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/flowlayout.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>
#include <QtWidgets/QToolButton>

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct ChannelKey
{
    Channel channel;
    QKeyCombination key;
};

// F1 is help and F8 parks a call.
constexpr std::array keys{ChannelKey{Channel::Phone, Qt::Key_F2},
                          ChannelKey{Channel::WalkIn, Qt::Key_F3},
                          ChannelKey{Channel::Letter, Qt::Key_F4},
                          ChannelKey{Channel::Email, Qt::Key_F5},
                          ChannelKey{Channel::Sms, Qt::Key_F6},
                          ChannelKey{Channel::Web, Qt::Key_F7},
                          ChannelKey{Channel::DistrictCouncil, Qt::Key_F9},
                          ChannelKey{Channel::Gusp, Qt::Key_F10},
                          ChannelKey{Channel::Patrol, Qt::Key_F11},
                          ChannelKey{Channel::ElectedOfficial, Qt::Key_F12},
                          ChannelKey{Channel::Internal, Qt::ShiftModifier | Qt::Key_F2}};
constexpr int buttons = 4;

} // namespace

ChannelBar::ChannelBar(QWidget *scope, QWidget *parent) : QWidget(parent), m_others(new QToolButton(this))
{
    auto *row = new FlowLayout(this);
    row->setSpacing(space::unit);
    auto *group = new QActionGroup(this);
    auto *menu = new QMenu(m_others);
    for (const auto &[channel, key] : keys) {
        QAction *action = makeAction(scope, {u"desk.channel."_s + QString(token(channel)),
                                             word(channel),
                                             {QKeySequence(key)},
                                             chipFor(channel).icon,
                                             tr("Begins a contact on this channel, or corrects it.")});
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, channel = channel] { Q_EMIT chosen(channel); });
        if (m_actions.size() < buttons)
            row->addWidget(new ActionButton(action));
        else
            menu->addAction(action);
        m_actions.append(action);
    }
    m_others->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_others->setMenu(menu);
    m_others->setPopupMode(QToolButton::InstantPopup);
    m_others->setFocusPolicy(Qt::StrongFocus);
    row->addWidget(m_others);
    setChannel(Channel::Phone);
}

void ChannelBar::setChannel(Channel channel)
{
    m_actions.at(int(channel))->setChecked(true);
    const bool isOther = int(channel) >= buttons;
    m_others->setText(isOther ? word(channel) : tr("Other channel"));
    m_others->setIcon(icon(isOther ? chipFor(channel).icon : u"ellipsis"_s));
    m_others->setAccessibleName(tr("Other channels: SMS, web, district council, walks, patrol, elected official, internal"));
    QFont font = m_others->font();
    font.setBold(isOther);
    m_others->setFont(font);
}

} // namespace parvis
