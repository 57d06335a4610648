#include "ui_cards/grouppane.h"

#include "ui_common/action.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int mostRows = 10;

GroupPane::GroupPane(const ReferenceData &town, QAction *propose, QWidget *parent)
    : QWidget(parent), m_town(town), m_title(new ElidedLabel), m_requests(new RequestLines(mostRows))
{
    setTextRole(m_title, TextRole::Heading);
    m_requests->setAccessibleName(tr("Requests that resemble each other"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(propose));
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_title);
    column->addWidget(
        secondaryLabel(tr("No card answers these requests. A new card begins with their words, their service and their theme.")));
    column->addLayout(buttons);
    column->addWidget(m_requests);
    column->addStretch();
    setFocusProxy(m_requests);
    connect(m_requests, &RequestLines::opened, this, &GroupPane::opened);
}

void GroupPane::show(const LikeRequests &group)
{
    m_group = group;
    m_title->setText(tr("%n request(s): %1", nullptr, int(group.requests.size())).arg(group.words.join(u", "_s)));
    QList<RequestLine> lines;
    for (const LikeRequests::Request &request : group.requests) {
        QStringList detail{shortDay(m_town.calendar().localDay(request.receivedAt)), m_town.unitName(request.service)};
        detail.removeAll(QString());
        const QString subject = request.subject.isEmpty() ? request.text.simplified() : request.subject;
        lines.append({request.id, requestTitle(request.number, subject), detail.join(u" · "_s), {}});
    }
    m_requests->setLines(lines);
}

} // namespace parvis
