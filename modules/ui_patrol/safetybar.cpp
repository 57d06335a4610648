#include "ui_patrol/safetybar.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/touch.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr std::array choices{Safety::NoDanger, Safety::MadeSafe, Safety::StillDangerous};

} // namespace

SafetyBar::SafetyBar(QWidget *scope, QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::gap);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        m_actions[i] = makeAction(scope, {u"patrol.safety%1"_s.arg(i + 1),
                                          word(choices[i]),
                                          {QKeySequence(Qt::Key(Qt::Key_F6 + int(i)))},
                                          iconFor(choices[i]),
                                          tr("How you leave the place.")});
        m_actions[i]->setCheckable(true);
        connect(m_actions[i], &QAction::triggered, this, [this, i] { choose(choices[i]); });
        auto *button = new ActionButton(m_actions[i]);
        button->setShowsKey(false);
        makeTouchable(button);
        row->addWidget(button, 1);
    }
}

void SafetyBar::setSafety(Safety safety)
{
    m_safety = safety;
    for (std::size_t i = 0; i < choices.size(); ++i)
        m_actions[i]->setChecked(choices[i] == safety);
}

void SafetyBar::setReadOnly(bool isReadOnly)
{
    for (QAction *action : m_actions)
        action->setEnabled(!isReadOnly);
}

void SafetyBar::choose(Safety safety)
{
    setSafety(safety == m_safety ? Safety::Unsaid : safety);
    Q_EMIT changed();
}

} // namespace parvis
