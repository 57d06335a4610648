#include "ui_requests/incidentreview.h"

#include "ui_common/action.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace parvis {

IncidentReview::IncidentReview(IncidentsController &controller, QWidget *scope, QWidget *parent)
    : QFrame(parent), m_controller(controller), m_text(new QLabel)
{
    const QAction *look = makeAction(scope, {u"requests.incidents"_s,
                                             tr("Possible incidents"),
                                             {Qt::SHIFT | Qt::Key_I},
                                             u"layers"_s,
                                             tr("Reports that may have one cause, one group after the other.")});
    connect(look, &QAction::triggered, &m_controller, &IncidentsController::look);
    m_pass = makeAction(
        scope,
        {u"requests.pass"_s, tr("Next"), {Qt::SHIFT | Qt::Key_J}, u"chevron-right"_s, tr("Leaves these reports as they are.")});
    connect(m_pass, &QAction::triggered, &m_controller, &IncidentsController::pass);
    auto *sign = new IconLabel;
    sign->setIcon(u"layers"_s, Tone::Accent);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::gap);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(new ActionButton(m_pass), 0, Qt::AlignTop);
    connect(&m_controller, &IncidentsController::changed, this, &IncidentReview::show);
    show();
}

IdSet IncidentReview::requests() const
{
    if (m_controller.possible().isEmpty())
        return {};
    const QList<Id> &all = m_controller.possible().first().requests;
    return {all.begin(), all.end()};
}

void IncidentReview::end()
{
    m_controller.stop();
}

void IncidentReview::show()
{
    const QList<PossibleIncident> &left = m_controller.possible();
    setVisible(m_controller.isLooking());
    m_pass->setEnabled(!left.isEmpty());
    if (left.isEmpty()) {
        m_text->setText(tr("No reports are left that seem to have one cause. Escape goes back to the list."));
    } else {
        const PossibleIncident &first = left.first();
        const QString which = tr("Possible incident: %n report(s)", nullptr, int(first.requests.size()));
        const QString why = tr("within %1 m, %2 % sure").arg(qRound(first.metres)).arg(qRound(first.confidence * 100));
        //: what is in sight, what speaks for it, how many more there are
        m_text->setText(tr("%1, %2. %3").arg(which, why, tr("%n more to look at.", nullptr, int(left.size() - 1))));
    }
    Q_EMIT groupChanged();
}

} // namespace parvis
