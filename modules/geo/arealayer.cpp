#include "geo/arealayer.h"

#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint32 nobody = -1, several = -2;
constexpr int leastCells = 16, mostCells = 256;
constexpr qsizetype mostAreas = 0xffff;

} // namespace

AreaLayer::AreaLayer(const QString &name, QList<Area> areas) : m_name(name), m_areas(std::move(areas))
{
    m_areas.removeIf([](const Area &area) { return area.shape.isEmpty(); });
    std::stable_sort(m_areas.begin(), m_areas.end(),
                     [](const Area &a, const Area &b) { return std::pair(a.code, a.name) < std::pair(b.code, b.name); });
    m_areas = m_areas.mid(0, mostAreas);
    if (!m_areas.isEmpty())
        fillGrid();
}

qsizetype AreaLayer::cellOf(const GridPoint &point) const
{
    return (point.y - m_box.bottom) / m_cellHeight * m_columns + (point.x - m_box.left) / m_cellWidth;
}

// A cell that no border touches is in one area as a whole, or in none: most places are answered by that alone.
void AreaLayer::fillGrid()
{
    for (const Area &area : std::as_const(m_areas))
        m_box.add(area.shape.box());
    const int cells = std::clamp(int(m_areas.size()) * 4, leastCells, mostCells);
    m_cellWidth = (m_box.right - m_box.left) / cells + 1;
    m_cellHeight = (m_box.top - m_box.bottom) / cells + 1;
    m_columns = int((m_box.right - m_box.left) / m_cellWidth) + 1;
    m_rows = int((m_box.top - m_box.bottom) / m_cellHeight) + 1;
    QList<QList<quint16>> touching(qsizetype(m_columns) * m_rows);
    const auto columnOf = [this](qint64 x) { return std::clamp<qint64>((x - m_box.left) / m_cellWidth, 0, m_columns - 1); };
    const auto rowOf = [this](qint64 y) { return std::clamp<qint64>((y - m_box.bottom) / m_cellHeight, 0, m_rows - 1); };
    for (qsizetype index = 0; index < m_areas.size(); ++index) {
        const auto a = quint16(index);
        for (const Polygon &polygon : m_areas.at(a).shape.polygons()) {
            for (const Ring &ring : polygon.rings) {
                for (qsizetype i = 0; i < ring.size(); ++i) {
                    const GridPoint &from = ring.at(i), &to = ring.at(i + 1 < ring.size() ? i + 1 : 0);
                    const auto [low, high] = std::minmax(from.y, to.y);
                    for (qint64 row = rowOf(low); row <= rowOf(high); ++row) {
                        // The stretch of the edge in this row, and two units more on each side for what rounding loses.
                        const double bottom = double(std::max(low, m_box.bottom + row * m_cellHeight));
                        const double top = double(std::min(high, m_box.bottom + (row + 1) * m_cellHeight));
                        const auto xAt = [&](double y) {
                            return to.y == from.y
                                       ? double(from.x)
                                       : double(from.x) + double(to.x - from.x) * ((y - double(from.y)) / double(to.y - from.y));
                        };
                        double x1 = xAt(bottom), x2 = xAt(top);
                        if (to.y == from.y)
                            x2 = double(to.x);
                        for (qint64 column = columnOf(qint64(std::min(x1, x2)) - 2);
                             column <= columnOf(qint64(std::max(x1, x2)) + 2); ++column) {
                            QList<quint16> &cell = touching[row * m_columns + column];
                            if (cell.isEmpty() || cell.last() != a)
                                cell.append(a);
                        }
                    }
                }
            }
        }
    }
    m_cells.resize(touching.size());
    for (qsizetype cell = 0; cell < touching.size(); ++cell) {
        const GridPoint middle{m_box.left + cell % m_columns * m_cellWidth + m_cellWidth / 2,
                               m_box.bottom + cell / m_columns * m_cellHeight + m_cellHeight / 2};
        // Besides those with a border here, the first that surrounds the cell.
        QList<quint16> candidates = touching.at(cell);
        for (qsizetype index = 0; index < m_areas.size(); ++index) {
            const auto a = quint16(index);
            if (!touching.at(cell).contains(a) && m_areas.at(a).shape.contains(middle)) {
                candidates.append(a);
                break;
            }
        }
        std::sort(candidates.begin(), candidates.end());
        if (touching.at(cell).isEmpty()) {
            m_cells[cell] = candidates.isEmpty() ? nobody : qint32(candidates.first());
        } else {
            m_cells[cell] = several - qint32(m_candidates.size());
            m_candidates.append(candidates);
        }
    }
}

qsizetype AreaLayer::search(const GridPoint &point, const QList<quint16> &candidates) const
{
    for (const quint16 a : candidates) {
        if (m_areas.at(a).shape.contains(point))
            return a;
    }
    for (const quint16 a : candidates) {
        if (m_areas.at(a).shape.onBorder(point))
            return a;
    }
    return -1;
}

qsizetype AreaLayer::areaAt(const Position &position) const
{
    if (!isOnEarth(position))
        return -1;
    const GridPoint point = GridPoint::of(position);
    if (!m_box.contains(point))
        return -1;
    const qint32 cell = m_cells.at(cellOf(point));
    return cell > several ? cell : search(point, m_candidates.at(several - cell));
}

const Area *AreaLayer::at(const Position &position) const
{
    const qsizetype index = areaAt(position);
    return index < 0 ? nullptr : &m_areas.at(index);
}

Result<QList<Area>> areasFrom(const GeoFile &file, const QString &codeField, const QString &nameField)
{
    const auto text = [](const QJsonValue &value) {
        return value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString().trimmed();
    };
    QList<Area> areas;
    QSet<QString> codes;
    for (const GeoFeature &feature : file.features) {
        Area area{text(feature.properties[codeField]), text(feature.properties[nameField]), feature.shape};
        if (area.name.isEmpty())
            return Error{ErrorCode::InvalidInput, u"feature %1 has no “%2”"_s.arg(feature.number).arg(nameField)};
        if (area.code.isEmpty())
            area.code = area.name;
        if (codes.contains(area.code))
            return Error{ErrorCode::InvalidInput,
                         u"feature %1 has the code “%2” of another"_s.arg(feature.number).arg(area.code)};
        codes.insert(area.code);
        areas.append(area);
    }
    return areas;
}

} // namespace parvis
