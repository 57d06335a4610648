#pragma once

#include "presentation/cardscontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QLineEdit;

namespace parvis {

//! F, then W or I: the card is flagged. Then a line may say why; Enter adds it, Escape leaves it out.
class FlagBar final : public QWidget
{
    Q_OBJECT
public:
    FlagBar(CardsController &controller, QWidget *scope, QWidget *parent = nullptr);

    void open();
    void close();
    bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    void closed(bool hadFocus);

private:
    void flag(RemarkType type);
    void explain();
    void setChoosing(bool isChoosing);

    CardsController &m_controller;
    QAction *m_wrong, *m_incomplete;
    QWidget *m_choice;
    QWidget *m_why;
    QLineEdit *m_text;
    bool m_isOpen = false;
    Id m_remark; //!< that was just made
};

} // namespace parvis
