#include "ui_map/maplegend.h"

#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_map/mapsymbols.h"
#include "ui_map/mapwords.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

#include <cmath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString measureTitle(DistrictMeasure measure)
{
    switch (measure) {
    case DistrictMeasure::Count: return MapLegend::tr("Requests by district:");
    case DistrictMeasure::OnTime: return MapLegend::tr("Done in time, in percent of what was promised:");
    case DistrictMeasure::PerSquareKilometre: return MapLegend::tr("Requests per square kilometre:");
    }
    return {};
}

} // namespace

MapLegend::MapLegend(MapController &map, const ReferenceData &town, const MapPage &page, QWidget *parent)
    : QWidget(parent),
      m_map(map),
      m_town(town),
      m_page(page),
      m_kinds(new QListWidget),
      m_steps(secondaryLabel({})),
      m_hot(secondaryLabel({}))
{
    m_kinds->setAccessibleName(tr("Legend"));
    m_kinds->setFrameShape(QFrame::NoFrame);
    m_kinds->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kinds->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_kinds->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_kinds->setToolTip(tr("Space hides a line on the map and shows it again."));
    m_steps->setTextFormat(Qt::RichText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_kinds);
    column->addWidget(m_steps);
    column->addWidget(m_hot);
    connect(m_kinds, &QListWidget::itemChanged, this,
            [this](const QListWidgetItem *item) { m_map.setHidden(m_kinds->row(item), item->checkState() != Qt::Checked); });
}

//! Closer than a list that one works in: nine lines must leave room for the tables.
int MapLegend::rowHeightOf(int symbolSide) const
{
    return std::max(fontMetrics().height(), symbolSide) + space::unit;
}

void MapLegend::renew()
{
    const QSignalBlocker quiet(m_kinds);
    const QList<MapKind> &kinds = m_map.kinds();
    while (m_kinds->count() > kinds.size())
        delete m_kinds->takeItem(m_kinds->count() - 1);
    const int side = iconSide(this) + 2;
    m_kinds->setIconSize({side, side});
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        if (i >= m_kinds->count())
            m_kinds->addItem(new QListWidgetItem);
        const MapKind &kind = kinds.at(i);
        QListWidgetItem *item = m_kinds->item(int(i));
        //: a line of the legend: what, and how many
        item->setSizeHint({0, rowHeightOf(side)});
        item->setText(tr("%1 – %2").arg(kindName(kind, m_map.subject(), m_town), numberText(kind.count)));
        item->setIcon(mapSymbol(mapLook(kind, int(i), palette()), side, palette(), devicePixelRatioF()));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(kind.isHidden ? Qt::Unchecked : Qt::Checked);
    }
    m_kinds->setFixedHeight(rowHeightOf(side) * m_kinds->count() + 2 * m_kinds->frameWidth());
    showSteps();
    fitTexts();
}

void MapLegend::showSteps()
{
    if (m_page.display() == MapPage::Display::Points) {
        m_steps->setText(
            tr("A circle is several requests at one place, in the colour and with the sign of what is most frequent there."));
    } else if (m_page.display() == MapPage::Display::Heat) {
        QString colors;
        for (int i = 1; i <= 6; ++i) {
            QColor color = heatColor(float(i) / 6, palette());
            color.setAlpha(255);
            colors += u"<span style=\"color:%1\">█</span>"_s.arg(color.name());
        }
        //: %1 is a row of colours
        m_steps->setText(tr("Heat: few %1 many, compared with the densest place in sight.").arg(colors));
    } else if (m_page.display() == MapPage::Display::Districts) {
        QStringList steps;
        for (const DistrictClass &step : m_page.classes()) {
            const auto number = [](double value) { return QLocale().toString(value, 'f', 0); };
            const QString range = std::lround(step.from) == std::lround(step.to)
                                      ? number(step.from)
                                      : tr("%1 to %2").arg(number(step.from), number(step.to));
            steps.append(u"<span style=\"color:%1\">█</span> %2"_s.arg(step.color.name(), range));
        }
        QString text = measureTitle(m_page.measure()).toHtmlEscaped() + u"<br>"_s + steps.join(u" &nbsp; "_s);
        if (m_page.shapes().isEmpty())
            text += u"<br>"_s + tr("The borders of the districts are not known: each is a circle.").toHtmlEscaped();
        m_steps->setText(text);
    }
    m_hot->setVisible(m_page.showsHotSpots());
    const HotSpots &hot = m_map.hotSpots();
    if (m_page.showsHotSpots()) {
        const QString how =
            tr("Hot spots: squares of %1 m where more happens, with their neighbours, than chance explains (Getis-Ord Gi*, "
               "%2 squares compared; at most 5 % of those named may be wrong).")
                .arg(std::lround(hot.cellMetres))
                .arg(QLocale().toString(hot.cellsLookedAt));
        m_hot->setText(hot.cellsLookedAt && hot.spots.isEmpty()
                           ? tr("No hot spot: what is shown is spread as chance would spread it.")
                           : how);
    }
}

//! Texts wrap, and a column with a table that stretches would give them the height of another width.
void MapLegend::fitTexts()
{
    for (QLabel *label : {m_steps, m_hot})
        label->setFixedHeight(std::max(0, label->heightForWidth(width())));
}

void MapLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTexts();
}

QString MapLegend::explanation() const
{
    QStringList lines;
    for (int i = 0; i < m_kinds->count(); ++i)
        lines.append(m_kinds->item(i)->text());
    if (!m_hot->isHidden())
        lines.append(m_hot->text());
    return lines.join(u'\n');
}

void MapLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        renew();
}

} // namespace parvis
