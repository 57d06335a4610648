#include "ui_cards/flagbar.h"

#include "ui_common/action.h"
#include "ui_common/enterkey.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace parvis {

FlagBar::FlagBar(CardsController &controller, QWidget *scope, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_wrong(makeAction(scope, {u"cards.flagWrong"_s,
                                 tr("Wrong"),
                                 {Qt::Key_W},
                                 u"circle-x"_s,
                                 tr("What the card says is not so. Its author sees it.")})),
      m_incomplete(makeAction(scope, {u"cards.flagIncomplete"_s,
                                      tr("Incomplete"),
                                      {Qt::Key_I},
                                      u"circle-help"_s,
                                      tr("Citizens ask what the card does not say. Its author sees it.")})),
      m_choice(new QWidget),
      m_why(new QWidget),
      m_text(new QLineEdit)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_choice);
    line->addWidget(m_why);
    auto *choice = new QHBoxLayout(m_choice);
    choice->setContentsMargins(0, 0, 0, 0);
    choice->addWidget(new QLabel(tr("This card is")));
    choice->addWidget(new ActionButton(m_wrong));
    choice->addWidget(new ActionButton(m_incomplete));
    choice->addStretch();
    auto *why = new QHBoxLayout(m_why);
    why->setContentsMargins(0, 0, 0, 0);
    m_text->setPlaceholderText(tr("In one line; Enter adds it, Escape leaves it out"));
    why->addWidget(labelFor(m_text, tr("What is wrong or missing")));
    why->addWidget(m_text, 1);
    connect(m_wrong, &QAction::triggered, this, [this] { flag(RemarkType::Wrong); });
    connect(m_incomplete, &QAction::triggered, this, [this] { flag(RemarkType::Incomplete); });
    onEnter(m_text, [this] { explain(); });
    close();
}

void FlagBar::open()
{
    m_isOpen = true;
    m_text->clear();
    m_remark = {};
    setChoosing(true);
}

void FlagBar::close()
{
    const bool hadFocus = m_text->hasFocus();
    const bool wasOpen = std::exchange(m_isOpen, false);
    setChoosing(false);
    if (wasOpen)
        Q_EMIT closed(hadFocus);
}

void FlagBar::setChoosing(bool isChoosing)
{
    m_choice->setVisible(isChoosing);
    m_why->setVisible(!isChoosing);
    m_wrong->setEnabled(isChoosing && m_isOpen);
    m_incomplete->setEnabled(isChoosing && m_isOpen);
}

void FlagBar::flag(RemarkType type)
{
    m_remark = m_controller.flag(type);
    setChoosing(false);
    m_text->setFocus(); // at once: who types on must not wait for the store
}

void FlagBar::explain()
{
    if (!m_remark.isNull() && !m_text->text().trimmed().isEmpty())
        m_controller.explainFlag(m_remark, m_text->text());
    close();
}

} // namespace parvis
