#include "ui_desk/replychoice.h"

#include "ui_common/enterkey.h"
#include "ui_common/flowlayout.h"
#include "ui_common/words.h"

#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QRadioButton>

namespace parvis {

ReplyChoice::ReplyChoice(QWidget *parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto *row = new FlowLayout(this);
    for (const ReplyChannel channel : {ReplyChannel::Email, ReplyChannel::Sms, ReplyChannel::Phone, ReplyChannel::Letter,
                                       ReplyChannel::Counter, ReplyChannel::None}) {
        auto *button = new QRadioButton(word(channel), this);
        button->setAccessibleName(tr("Reply: %1").arg(word(channel)));
        onEnter(button, [this] { Q_EMIT done(); });
        m_group->addButton(button, int(channel));
        row->addWidget(button);
    }
    setChannel(ReplyChannel::None);
    setFocusProxy(m_group->checkedButton());
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) {
        setFocusProxy(m_group->checkedButton());
        Q_EMIT chosen(ReplyChannel(id));
    });
}

void ReplyChoice::setChannel(ReplyChannel channel)
{
    m_group->button(int(channel))->setChecked(true);
    setFocusProxy(m_group->checkedButton());
}

ReplyChannel ReplyChoice::channel() const
{
    return ReplyChannel(m_group->checkedId());
}

} // namespace parvis
