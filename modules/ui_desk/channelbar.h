#pragma once

#include "domain/request.h"

#include <QtWidgets/QWidget>

class QAction;
class QToolButton;

namespace parvis {

class ActionButton;

//! One key for each channel: it begins a contact, or corrects the channel of the one under way. The four that come all day are
//! buttons, the others stand in one menu.
class ChannelBar final : public QWidget
{
    Q_OBJECT
public:
    //! The keys work within \a scope.
    explicit ChannelBar(QWidget *scope, QWidget *parent = nullptr);
    void setChannel(Channel channel);

Q_SIGNALS:
    void chosen(parvis::Channel channel);

private:
    QList<QAction *> m_actions; //!< in the order of Channel
    QToolButton *m_others;
};

} // namespace parvis
