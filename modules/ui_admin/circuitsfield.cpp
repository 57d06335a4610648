#include "ui_admin/circuitsfield.h"

#include "domain/procedurecard.h"
#include "ui_common/circuiteditor.h"
#include "ui_common/words.h"

#include <QtCore/QJsonArray>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

CircuitsField::CircuitsField(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_which(new QComboBox), m_editor(new CircuitEditor(town))
{
    m_which->addItem(tr("All its requests"), u"*"_s);
    m_which->addItem(word(CardKind::Simple), QString(token(CardKind::Simple)));
    m_which->addItem(word(CardKind::Complex), QString(token(CardKind::Complex)));
    m_which->setAccessibleName(tr("Which replies"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_which);
    column->addWidget(m_editor);
    connect(m_which, &QComboBox::currentIndexChanged, this, &CircuitsField::showChosen);
    connect(m_editor, &CircuitEditor::edited, this, [this] {
        const QString which = m_which->currentData().toString();
        if (m_editor->circuit().isEmpty())
            m_circuits.remove(which);
        else
            m_circuits.insert(which, m_editor->circuit());
        Q_EMIT edited();
    });
}

void CircuitsField::setCircuits(const QJsonObject &circuits, const Id &service)
{
    m_circuits = circuits;
    m_service = service;
    showChosen();
}

void CircuitsField::showChosen()
{
    m_editor->setCircuit(m_circuits.value(m_which->currentData().toString()).toArray(), m_service);
}

} // namespace parvis
