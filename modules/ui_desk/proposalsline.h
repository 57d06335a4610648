#pragma once

#include "presentation/contactcontroller.h"

#include <QtWidgets/QWidget>

namespace parvis {

//! Under the text: the procedures that it may be about, each with the words that say so. Out of the way until there is one; never
//! takes the focus, for the agent goes on typing and takes one by its key.
class ProposalsLine final : public QWidget
{
    Q_OBJECT
public:
    explicit ProposalsLine(QWidget *parent = nullptr);

    //! \a scope: where the keys work, the line itself being often hidden.
    void listen(QWidget *scope, ContactController &controller, const ReferenceData &town);

Q_SIGNALS:
    void chosen(const parvis::Id &card);

private:
    void refresh();

    ContactController *m_controller = nullptr;
    const ReferenceData *m_town = nullptr;
    QList<QAction *> m_actions;
};

} // namespace parvis
