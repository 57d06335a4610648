#include "ui_patrol/missionlist.h"

#include "ui_common/chip.h"
#include "ui_common/icons.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/touch.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

class StopDelegate final : public QStyledItemDelegate
{
public:
    StopDelegate(const PatrolController &controller, const MissionModel &model, const ReferenceData &town, QObject *parent)
        : QStyledItemDelegate(parent), m_controller(controller), m_model(model), m_town(town)
    {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        const QFontMetrics strong(textFont(TextRole::Strong)), small(textFont(TextRole::Secondary));
        const int lines = strong.height() + 2 * small.height() + 2 * space::unit + 2 * space::gap;
        return {space::margin, std::max(lines, touchSide(option.widget))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PatrolStop &stop = m_model.stop(index.row());
        const QPalette &palette = option.palette;
        const bool isSelected = option.state & QStyle::State_Selected;
        painter->save();
        if (isSelected)
            painter->fillRect(option.rect, palette.brush(QPalette::Highlight));
        const QColor ink = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        const QColor quiet = isSelected ? ink : toneColor(Tone::Muted, palette);
        QRect area = option.rect.adjusted(space::gap, space::gap, -space::gap, -space::gap);

        const QFontMetrics strong(textFont(TextRole::Strong)), small(textFont(TextRole::Secondary));
        const int numberWidth = strong.horizontalAdvance(u"00"_s) + space::gap;
        painter->setFont(textFont(TextRole::Strong));
        painter->setPen(quiet);
        painter->drawText(QRect(area.left(), area.top(), numberWidth - space::gap, strong.height()),
                          Qt::AlignRight | Qt::AlignVCenter, QString::number(index.row() + 1));
        area.setLeft(area.left() + numberWidth);

        const ChipLook look = missionChip(stop.row, m_controller.today(), m_town);
        const int chip = std::min(chipWidth(look, option.widget), area.width() / 2);
        paintChip(painter, QRect(area.right() - chip, area.top(), chip + 1, strong.height()), look, option.widget);
        int right = area.right() - chip - space::gap;
        if (stop.row.isPending) {
            const int side = iconSide(option.widget);
            right -= side;
            painter->drawPixmap(right, area.top() + (strong.height() - side) / 2,
                                iconPixmap(pendingChip().icon, side, quiet, option.widget->devicePixelRatioF()));
            right -= space::unit;
        }
        painter->setFont(textFont(TextRole::Strong));
        painter->setPen(ink);
        const QRect title(area.left(), area.top(), std::max(0, right - area.left()), strong.height());
        painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                          strong.elidedText(missionTitle(stop.row.mission), Qt::ElideRight, title.width()));
        painter->setFont(textFont(TextRole::Secondary));
        const QRect place(area.left(), title.bottom() + 1 + space::unit, area.width(), small.height());
        painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                          small.elidedText(m_model.detailText(stop), Qt::ElideRight, place.width()));
        painter->setPen(quiet);
        const QRect people = place.translated(0, small.height() + space::unit);
        painter->drawText(people, Qt::AlignLeft | Qt::AlignVCenter,
                          small.elidedText(m_model.peopleText(stop), Qt::ElideRight, people.width()));
        painter->setPen(lineColor(palette));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        painter->restore();
        if (option.state & QStyle::State_HasFocus)
            paintFocusRing(painter, option.rect, palette);
    }

private:
    const PatrolController &m_controller;
    const MissionModel &m_model;
    const ReferenceData &m_town;
};

} // namespace

MissionModel::MissionModel(const PatrolController &controller, const ReferenceData &town, QObject *parent)
    : QAbstractListModel(parent), m_controller(controller), m_town(town)
{}

void MissionModel::renew()
{
    beginResetModel();
    m_stops = m_controller.stops();
    endResetModel();
}

int MissionModel::rowOf(const Id &mission) const
{
    const auto it = std::find_if(m_stops.begin(), m_stops.end(),
                                 [&mission](const PatrolStop &stop) { return stop.row.mission.id == mission; });
    return it == m_stops.end() ? -1 : int(it - m_stops.begin());
}

QString MissionModel::detailText(const PatrolStop &stop) const
{
    const QString place = missionPlace(stop.row.mission, m_town);
    //: a place and how far it is from the stop before
    return stop.metres ? tr("%1 · %2").arg(place, metresText(*stop.metres)) : place;
}

QString MissionModel::peopleText(const PatrolStop &stop) const
{
    const Mission &m = stop.row.mission;
    QStringList parts{missionPatroller(m, m_controller.actor().user, m_town), m_town.unitName(m.service),
                      m.request.isNull() ? word(m.purpose) : stop.row.number};
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QVariant MissionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PatrolStop &stop = m_stops.at(index.row());
    if (role == Qt::DisplayRole)
        return missionTitle(stop.row.mission);
    if (role != Qt::AccessibleTextRole)
        return {};
    const QString state = missionChip(stop.row, m_controller.today(), m_town).text;
    //: a mission read aloud: number in the round, subject, state, place, people
    return tr("%1. %2, %3, %4, %5")
        .arg(index.row() + 1)
        .arg(missionTitle(stop.row.mission), state, detailText(stop), peopleText(stop));
}

MissionList::MissionList(PatrolController &controller, const ReferenceData &town, QWidget *parent)
    : QListView(parent), m_controller(controller), m_model(controller, town)
{
    setModel(&m_model);
    setItemDelegate(new StopDelegate(controller, m_model, town, this));
    setAccessibleName(tr("Missions"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setUniformItemSizes(true);
}

void MissionList::renew()
{
    const Id before = m_controller.id();
    const int row = std::max(0, currentIndex().row());
    m_isRenewing = true;
    m_model.renew();
    int now = m_model.rowOf(before);
    const bool isGone = now < 0 && !m_controller.isOwn(); // an own report is none of them
    if (isGone)
        now = std::min(row, m_model.rowCount() - 1);
    setCurrentIndex(now >= 0 ? m_model.index(now) : QModelIndex());
    m_isRenewing = false;
    if (isGone)
        Q_EMIT chosen(now >= 0 ? m_model.stop(now).row.mission.id : Id());
}

void MissionList::step(int by)
{
    const int row = std::clamp(currentIndex().row() + by, 0, std::max(0, m_model.rowCount() - 1));
    setCurrentIndex(m_model.index(row));
}

void MissionList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_isRenewing && current.isValid())
        Q_EMIT chosen(m_model.stop(current.row()).row.mission.id);
}

void MissionList::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

} // namespace parvis
