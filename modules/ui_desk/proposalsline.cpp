#include "ui_desk/proposalsline.h"

#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtWidgets/QLabel>

#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr std::array keys{Qt::Key_1, Qt::Key_2, Qt::Key_3};
static constexpr qsizetype longestTitle = 34;

ProposalsLine::ProposalsLine(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Proposed procedures"));
    hide();
}

void ProposalsLine::listen(QWidget *scope, ContactController &controller, const ReferenceData &town)
{
    m_controller = &controller;
    m_town = &town;
    auto *row = new FlowLayout(this);
    row->setSpacing(space::unit);
    row->addWidget(secondaryLabel(tr("Perhaps:")));
    for (const Qt::Key key : keys) {
        const int place = int(m_actions.size());
        QAction *action = makeAction(scope, {.id = u"desk.proposal"_s + QString::number(place + 1),
                                             .text = tr("Take the proposed procedure"),
                                             .shortcuts = {QKeySequence(Qt::CTRL | key)}});
        connect(action, &QAction::triggered, this, [this, place] {
            if (place < m_controller->cardProposals().size())
                Q_EMIT chosen(m_controller->cardProposals().at(place).card);
        });
        auto *button = new ActionButton(action);
        button->setFocusPolicy(Qt::NoFocus);
        row->addWidget(button);
        m_actions.append(action);
    }
    connect(m_controller, &ContactController::cardProposalsChanged, this, &ProposalsLine::refresh);
    refresh();
}

void ProposalsLine::refresh()
{
    const QList<CardProposal> &proposals = m_controller->cardProposals();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        QAction *action = m_actions.at(i);
        const Card *card = i < proposals.size() ? m_town->card(proposals.at(i).card) : nullptr;
        action->setVisible(card);
        action->setEnabled(card);
        if (!card)
            continue;
        QString title = card->title;
        if (title.size() > longestTitle)
            title = title.left(longestTitle - 1).trimmed() + u'…';
        //: a procedure, and the words of the text that speak for it
        const QString text = tr("%1 (%2)").arg(title, proposals.at(i).words.join(u", "_s));
        action->setText(QString(text).replace(u'&', "&&"_L1));
    }
    setVisible(!proposals.isEmpty());
    updateGeometry();
}

} // namespace parvis
