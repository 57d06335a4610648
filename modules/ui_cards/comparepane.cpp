#include "ui_cards/comparepane.h"

#include "ui_cards/cardwords.h"
#include "ui_cards/differenceview.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtWidgets/QVBoxLayout>

namespace parvis {

ComparePane::ComparePane(const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_town(town), m_title(new ElidedLabel), m_differences(new DifferenceView)
{
    setTextRole(m_title, TextRole::Heading);
    m_differences->setHeads(tr("Before"), tr("After"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_title);
    column->addWidget(
        secondaryLabel(tr("[struck through]: was taken out; underlined: was put in. Escape goes back to the card.")));
    column->addWidget(m_differences, 1);
    setFocusProxy(m_differences);
}

void ComparePane::show(const QJsonObject &before, const QJsonObject &after, const QString &title)
{
    m_title->setText(title);
    m_differences->show(differencesOf(before, after, cardValueText(m_town)));
}

} // namespace parvis
