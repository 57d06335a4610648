#pragma once

#include "domain/request.h"

#include <QtWidgets/QWidget>

class QButtonGroup;

namespace parvis {

//! How the citizen wants to be answered.
class ReplyChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit ReplyChoice(QWidget *parent = nullptr);

    void setChannel(ReplyChannel channel);
    ReplyChannel channel() const;

Q_SIGNALS:
    void chosen(parvis::ReplyChannel channel); //!< by the agent
    void done();                               //!< Enter

private:
    QButtonGroup *m_group;
};

} // namespace parvis
