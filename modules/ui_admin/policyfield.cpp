#include "ui_admin/policyfield.h"

#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int rows = 6; // points of reminding
constexpr int mostDays = 60;
constexpr int mostReopen = 3660;
constexpr int mostDocuments = 400;

QSpinBox *daysBox(int least, const QString &none = QString())
{
    auto *box = new QSpinBox;
    box->setRange(least, mostDays);
    if (!none.isEmpty())
        box->setSpecialValueText(none);
    return box;
}

} // namespace

PolicyField::PolicyField(QWidget *parent)
    : QWidget(parent),
      m_own(new QCheckBox(tr("Rules of its own; else as the unit above"))),
      m_alerts(new QComboBox),
      m_look(daysBox(0, tr("as it likes"))),
      m_answer(daysBox(0, tr("by the promised day"))),
      m_reopen(daysBox(0, tr("always"))),
      m_documents(daysBox(1)),
      m_parts(new QWidget),
      m_error(new InlineError)
{
    setFocusProxy(m_own);
    m_alerts->addItem(tr("Alert at once"));
    m_alerts->addItem(tr("One digest a day"));
    m_alerts->addItem(tr("No alerts: the service looks by itself"));
    auto *form = new QFormLayout(m_parts);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(space::unit);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    addField(form, tr("Alerts:"), m_alerts);
    addField(form, tr("Looks every (working days):"), m_look);
    addField(form, tr("Answers within (working days):"), m_answer);
    m_reopen->setRange(0, mostReopen);
    addField(form, tr("Reopens closed ones within (days):"), m_reopen);
    m_documents->setRange(1, mostDocuments);
    addField(form, tr("Waits for missing documents (days):"), m_documents);
    auto *points = new QGridLayout;
    points->setHorizontalSpacing(space::gap);
    points->setVerticalSpacing(space::unit);
    for (int i = 0; i < rows; ++i) {
        Row row{new QComboBox, daysBox(-mostDays)};
        for (const QString &word :
             {tr("–"), tr("Remind the referent"), tr("Escalate to the head"), tr("Escalate to the director")})
            row.level->addItem(word);
        //: after a number; negative: before the promised day
        row.days->setSuffix(tr(" working day(s) after the promised day"));
        //: %1: a number
        row.level->setAccessibleName(tr("Reminder %1").arg(i + 1));
        row.days->setAccessibleName(tr("Days of reminder %1").arg(i + 1));
        points->addWidget(row.level, i, 0);
        points->addWidget(row.days, i, 1);
        connect(row.level, &QComboBox::currentIndexChanged, this, &PolicyField::changed);
        connect(row.days, &QSpinBox::valueChanged, this, &PolicyField::changed);
        m_rows.append(row);
    }
    points->setColumnStretch(2, 1);
    form->addRow(points);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_own);
    column->addWidget(m_parts);
    column->addWidget(m_error);
    connect(m_own, &QCheckBox::toggled, this, [this](bool isOwn) {
        if (!isOwn && !m_isFilling)
            show(m_inherited);
        changed();
    });
    connect(m_alerts, &QComboBox::currentIndexChanged, this, &PolicyField::changed);
    connect(m_look, &QSpinBox::valueChanged, this, &PolicyField::changed);
    connect(m_answer, &QSpinBox::valueChanged, this, &PolicyField::changed);
    connect(m_reopen, &QSpinBox::valueChanged, this, &PolicyField::changed);
    connect(m_documents, &QSpinBox::valueChanged, this, &PolicyField::changed);
    changed();
}

void PolicyField::setPolicy(const QJsonObject &policy)
{
    m_known = policy;
    m_isFilling = true;
    m_own->setChecked(!policy.isEmpty());
    m_isFilling = false;
    show(policy.isEmpty() ? m_inherited : policyFrom(policy));
}

void PolicyField::show(const ServicePolicy &policy)
{
    m_isFilling = true;
    m_alerts->setCurrentIndex(int(policy.alerts));
    m_look->setValue(policy.lookEvery);
    m_answer->setValue(policy.answerWithin);
    m_reopen->setValue(policy.reopenWithin);
    m_documents->setValue(policy.documentsWithin);
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const bool isUsed = i < policy.reminders.size();
        m_rows.at(i).level->setCurrentIndex(isUsed ? int(policy.reminders.at(i).level) + 1 : 0);
        m_rows.at(i).days->setValue(isUsed ? policy.reminders.at(i).days : 0);
    }
    m_isFilling = false;
    changed();
}

ServicePolicy PolicyField::effective() const
{
    if (!m_own->isChecked())
        return m_inherited;
    ServicePolicy policy{
        Alerts(m_alerts->currentIndex()), m_look->value(), m_answer->value(), {}, m_reopen->value(), m_documents->value()};
    for (const Row &row : m_rows) {
        if (row.level->currentIndex() > 0)
            policy.reminders.append({row.days->value(), ReminderLevel(row.level->currentIndex() - 1)});
    }
    // Points beyond the rows, of another program, stay.
    const ServicePolicy known = policyFrom(m_known);
    if (!m_known.isEmpty() && known.reminders.size() > m_rows.size())
        policy.reminders += known.reminders.mid(m_rows.size());
    std::sort(policy.reminders.begin(), policy.reminders.end(), [](const ReminderPoint &a, const ReminderPoint &b) {
        return std::pair(a.days, a.level) < std::pair(b.days, b.level);
    });
    return policy;
}

QJsonObject PolicyField::policy() const
{
    if (!m_own->isChecked())
        return {};
    const ServicePolicy policy = effective();
    if (!m_known.isEmpty() && policyFrom(m_known) == policy)
        return m_known;         // written as it was
    QJsonObject json = m_known; // with what a newer program says
    const QJsonObject mine = toJson(policy);
    for (auto it = mine.begin(); it != mine.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

void PolicyField::changed()
{
    const bool isOwn = m_own->isChecked();
    m_parts->setEnabled(isOwn);
    for (const Row &row : std::as_const(m_rows))
        row.days->setEnabled(isOwn && row.level->currentIndex() > 0);
    if (m_isFilling)
        return;
    const QList<PolicyFault> faults = faultsOf(effective());
    if (faults.isEmpty())
        m_error->clear();
    else if (faults.first() == PolicyFault::LookAfterAnswer)
        m_error->say(tr("A service that looks less often than it answers is late before it has seen the case."));
    else if (faults.first() == PolicyFault::SameDay)
        m_error->say(tr("Two reminders are the same: choose another day, or take one away."));
    else
        m_error->say(tr("The referent comes first, then the head, then the director: put the days in that order."));
    Q_EMIT edited();
}

} // namespace parvis
