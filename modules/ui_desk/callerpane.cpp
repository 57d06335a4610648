#include "ui_desk/callerpane.h"

#include "domain/phone.h"
#include "ui_common/action.h"
#include "ui_common/requestlines.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

CallerPane::CallerPane(const ContactController &controller, const ReferenceData &town, const Clock &clock, QAction *addContact,
                       QWidget *parent)
    : QFrame(parent),
      m_controller(controller),
      m_town(town),
      m_clock(clock),
      m_name(new ElidedLabel),
      m_reach(new ElidedLabel),
      m_remark(secondaryLabel({})),
      m_count(secondaryLabel({})),
      m_hint(secondaryLabel(tr("The caller's file shows here: type a phone number, a name or an e-mail address."))),
      m_lines(new RequestLines(2)),
      m_add(new ActionButton(addContact)),
      m_addAction(addContact)
{
    setTextRole(m_name, TextRole::Strong);
    setTextRole(m_reach, TextRole::Secondary);
    m_lines->setAccessibleName(tr("Requests of the caller"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    auto *heading = new QHBoxLayout;
    heading->addWidget(sectionLabel(tr("Citizen")), 1);
    heading->addWidget(m_add);
    column->addLayout(heading);
    for (QWidget *part : std::initializer_list<QWidget *>{m_hint, m_name, m_reach, m_remark, m_count, m_lines})
        column->addWidget(part);
    connect(&m_controller, &ContactController::callerChanged, this, &CallerPane::refresh);
    connect(&m_controller, &ContactController::draftReplaced, this, &CallerPane::refresh);
    connect(m_lines, &RequestLines::opened, this, &CallerPane::opened);
    refresh();
}

void CallerPane::refresh()
{
    const std::optional<Citizen> &fresh = m_controller.draft().newCitizen;
    const std::optional<Citizen> &known = m_controller.caller();
    const Citizen citizen = fresh ? *fresh : known.value_or(Citizen());
    const bool isSomebody = fresh || known;
    const QString name = displayName(citizen);
    m_name->setText(fresh && name.isEmpty() ? tr("New citizen") : name);
    QStringList reach{spokenPhone(citizen.phone), spokenPhone(citizen.phone2), citizen.email, citizen.address};
    reach.removeAll(QString());
    m_reach->setText(reach.join(u" · "_s));
    m_remark->setText(citizen.remark);
    m_hint->setVisible(!isSomebody);
    m_name->setVisible(isSomebody);
    m_reach->setVisible(isSomebody && !reach.isEmpty());
    m_remark->setVisible(!citizen.remark.isEmpty());
    m_count->setVisible(isSomebody);
    if (fresh)
        m_count->setText(tr("New: the file is made with this contact."));
    showRequests();
}

void CallerPane::showRequests()
{
    const QList<RequestRow> &requests = m_controller.callerRequests();
    const QDate today = m_town.calendar().localDay(m_clock.now());
    QList<RequestLine> lines;
    for (const RequestRow &row : requests)
        lines.append(requestLine(row, m_town.calendar(), today));
    m_lines->setLines(lines);
    m_lines->setVisible(!lines.isEmpty());
    m_addAction->setEnabled(!lines.isEmpty());
    m_add->setVisible(!lines.isEmpty());
    if (m_controller.caller())
        m_count->setText(requestCount(requests));
}

Id CallerPane::currentRequest() const
{
    return m_lines->current();
}

void CallerPane::step(int by)
{
    m_lines->step(by);
}

} // namespace parvis
