#include "ui_desk/duplicatespane.h"

#include "ui_common/action.h"
#include "ui_common/icons.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

DuplicatesPane::DuplicatesPane(const ContactController &controller, const ReferenceData &town, const Clock &clock, QAction *join,
                               QAction *gather, QWidget *parent)
    : QFrame(parent),
      m_controller(controller),
      m_town(town),
      m_clock(clock),
      m_join(join),
      m_gather(gather),
      m_title(sectionLabel({})),
      m_lines(new RequestLines(2))
{
    m_lines->setAccessibleName(tr("Likely duplicates"));
    auto *sign = new IconLabel;
    sign->setIcon(u"triangle-alert"_s, Tone::DueToday);
    auto *heading = new QHBoxLayout;
    heading->addWidget(sign);
    heading->addWidget(m_title, 1);
    heading->addWidget(new ActionButton(join));
    heading->addWidget(new ActionButton(gather));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(heading);
    column->addWidget(m_lines);
    connect(&m_controller, &ContactController::duplicatesChanged, this, &DuplicatesPane::refresh);
    connect(m_lines, &RequestLines::opened, this, &DuplicatesPane::opened);
    refresh();
}

QString DuplicatesPane::reasonsOf(const Duplicate &duplicate, const QDate &today) const
{
    QStringList parts;
    if (duplicate.reports > 1)
        parts.append(tr("incident of %n report(s)", nullptr, duplicate.reports));
    for (const DuplicateReason reason : duplicate.reasons) {
        switch (reason) {
        case DuplicateReason::SameCitizen: parts.append(tr("same citizen")); break;
        case DuplicateReason::SamePlace:
            parts.append(duplicate.metres >= 1 ? tr("%n m away", nullptr, int(duplicate.metres)) : tr("same place"));
            break;
        case DuplicateReason::SameWords: parts.append(tr("same words")); break;
        case DuplicateReason::SameCard: parts.append(tr("same procedure")); break;
        }
    }
    parts.append(momentText(duplicate.row.receivedAt, m_town.calendar().zone(), today));
    return parts.join(u" · "_s);
}

void DuplicatesPane::refresh()
{
    const QDate today = m_town.calendar().localDay(m_clock.now());
    QList<RequestLine> lines;
    for (const Duplicate &duplicate : m_controller.duplicates())
        lines.append({duplicate.row.id, requestTitle(duplicate.row.number, duplicate.row.subject), reasonsOf(duplicate, today),
                      chipFor(duplicate.row.status)});
    m_title->setText(tr("%n likely duplicate(s)", nullptr, int(lines.size())));
    m_lines->setLines(lines);
    m_join->setEnabled(!lines.isEmpty());
    m_gather->setEnabled(!sameCause().isNull());
    setVisible(!lines.isEmpty());
}

Id DuplicatesPane::currentRequest() const
{
    return m_lines->current();
}

Id DuplicatesPane::sameCause() const
{
    const QList<Duplicate> &all = m_controller.duplicates();
    const bool isOne = std::any_of(all.begin(), all.end(),
                                   [this](const Duplicate &d) { return d.row.id == currentRequest() && d.sameCause > 0; });
    return isOne ? currentRequest() : Id();
}

} // namespace parvis
