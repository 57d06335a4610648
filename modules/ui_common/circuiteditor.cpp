#include "ui_common/circuiteditor.h"

#include "domain/circuit.h"
#include "presentation/cardpeople.h"
#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int shownRows = 3;
constexpr int mostDays = 60;

QString partText(const QJsonValue &part, const Id &service, const ReferenceData &town)
{
    QStringList names;
    const QList<Id> deciders = decidersOf(part, service, town);
    for (const Id &id : deciders)
        names.append(town.userName(id));
    const auto role = fromToken<Role>(part["role"_L1].toString());
    const QString title = part["title"_L1].toString();
    const QString what = !title.isEmpty() ? title : role ? word(*role) : QString();
    if (names.isEmpty())
        return what;
    constexpr qsizetype most = 2;
    QString who = names.mid(0, most).join(u", "_s);
    if (names.size() > most)
        who += u"…"_s;
    return what.isEmpty() ? who : u"%1 (%2)"_s.arg(who, what);
}

} // namespace

QString stepText(const QJsonValue &step, const Id &service, const ReferenceData &town)
{
    QStringList parts;
    const QJsonArray all = partsOf(step);
    for (const QJsonValue &part : all)
        parts.append(partText(part, service, town));
    return parts.join(u" + "_s);
}

CircuitEditor::CircuitEditor(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_steps(new QListWidget), m_who(new QComboBox), m_days(new QSpinBox)
{
    m_steps->setAccessibleName(tr("Steps that approve replies"));
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_days->setRange(0, mostDays);
    m_days->setSpecialValueText(tr("without limit"));
    QAction *add = makeAction(this, {u"cards.stepAdd"_s, tr("Add the step"), {Qt::CTRL | Qt::SHIFT | Qt::Key_E}, u"plus"_s, {}});
    m_beside = makeAction(this, {u"cards.stepBeside"_s,
                                 tr("Beside the step"),
                                 {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
                                 u"plus"_s,
                                 tr("Both decide it, in any order.")});
    m_remove = makeAction(
        this, {u"cards.stepRemove"_s, tr("Remove the step"), {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete}, u"trash-2"_s, {}});
    auto *line = new QHBoxLayout;
    line->addWidget(labelFor(m_who, tr("Who approves")));
    line->addWidget(m_who, 1);
    //: of a step of a circuit: within how many working days, else a deputy may decide
    line->addWidget(labelFor(m_days, tr("Within (working days)")));
    line->addWidget(m_days);
    auto *buttons = new FlowLayout;
    for (QAction *action : {add, m_beside, m_remove})
        buttons->addWidget(new ActionButton(action));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_steps->setMaximumHeight(rowHeight(m_steps) * shownRows);
    column->addWidget(m_steps);
    column->addLayout(line);
    column->addLayout(buttons);
    connect(add, &QAction::triggered, this, [this] { this->add(false); });
    connect(m_beside, &QAction::triggered, this, [this] { this->add(true); });
    connect(m_remove, &QAction::triggered, this, &CircuitEditor::remove);
    connect(m_steps, &QListWidget::currentRowChanged, this, &CircuitEditor::showStep);
    connect(m_days, &QSpinBox::valueChanged, this, &CircuitEditor::setDays);
}

void CircuitEditor::add(bool isBeside)
{
    const QJsonObject part = m_who->currentData().toJsonObject();
    const int row = m_steps->currentRow();
    if (part.isEmpty() || (isBeside && row < 0))
        return;
    if (isBeside) {
        QJsonObject step = m_circuit.at(row).toObject();
        QJsonArray all = partsOf(step);
        if (all.contains(part))
            return;
        QJsonObject together;
        if (step.contains("days"_L1))
            together.insert(u"days"_s, step.take("days"_L1));
        all = partsOf(step);
        all.append(part);
        together.insert(u"all"_s, all);
        m_circuit.replace(row, together);
    } else {
        m_circuit.append(part);
    }
    showSteps();
    m_steps->setCurrentRow(isBeside ? row : m_steps->count() - 1);
    Q_EMIT edited();
}

void CircuitEditor::remove()
{
    if (m_steps->currentRow() < 0)
        return;
    m_circuit.removeAt(m_steps->currentRow());
    showSteps();
    Q_EMIT edited();
}

void CircuitEditor::setDays(int days)
{
    const int row = m_steps->currentRow();
    if (row < 0)
        return;
    QJsonObject step = m_circuit.at(row).toObject();
    if (step.value("days"_L1).toInt() == days)
        return;
    if (days > 0)
        step.insert(u"days"_s, days);
    else
        step.remove("days"_L1);
    m_circuit.replace(row, step);
    Q_EMIT edited();
}

void CircuitEditor::setCircuit(const QJsonArray &circuit, const Id &service)
{
    if (m_who->count() == 0)
        offer();
    if (circuit == m_circuit && service == m_service) {
        showStep();
        return;
    }
    m_circuit = circuit;
    m_service = service;
    showSteps();
}

void CircuitEditor::showSteps()
{
    const int row = m_steps->currentRow();
    m_steps->clear();
    for (const QJsonValue &step : std::as_const(m_circuit))
        m_steps->addItem(stepText(step, m_service, m_town));
    m_steps->setCurrentRow(std::min(row, m_steps->count() - 1));
    showStep();
}

void CircuitEditor::showStep()
{
    const int row = m_steps->currentRow();
    const QSignalBlocker quiet(m_days);
    m_days->setValue(row < 0 ? 0 : m_circuit.at(row)["days"_L1].toInt());
    m_days->setEnabled(row >= 0);
    m_beside->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
}

void CircuitEditor::offer()
{
    for (const Role role : {Role::Referent, Role::Head, Role::Supervisor})
        m_who->addItem(word(role), QJsonObject{{u"role"_s, token(role)}});
    for (const User &user : m_town.users()) {
        if (!user.disabled)
            m_who->addItem(user.name, QJsonObject{{u"user"_s, idText(user.id)}});
    }
}

} // namespace parvis
