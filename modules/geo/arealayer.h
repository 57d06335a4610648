#pragma once

#include "base/id.h"
#include "geo/geojson.h"

namespace parvis {

struct Area
{
    QString code, name;
    Shape shape;
    Id id = {}; //!< of the district's record, if it is one

    bool operator==(const Area &) const = default;
};

//! One division of the town, as its district councils or the sectors of a service: which of its areas has a place. Each place is
//! in one area at most, on borders too: where two meet, the half-open rule of shape.h gives it to one of them; where areas
//! overlap, and on outer borders, the first one by code has it. Independent of the order in which areas are given. Immutable.
class AreaLayer
{
public:
    AreaLayer() = default;
    AreaLayer(const QString &name, QList<Area> areas);

    const QString &name() const { return m_name; }
    const QList<Area> &areas() const { return m_areas; } //!< by code, then name

    //! Index into areas(); -1 outside of all, and for what is no position. A report without a place is often put at 0° 0°: that
    //! is a position in the Atlantic as any other, and in no town.
    qsizetype areaAt(const Position &position) const;
    const Area *at(const Position &position) const;

private:
    void fillGrid();
    qsizetype search(const GridPoint &point, const QList<quint16> &candidates) const;
    qsizetype cellOf(const GridPoint &point) const;

    QString m_name;
    QList<Area> m_areas;
    Box m_box;
    qint64 m_cellWidth = 1, m_cellHeight = 1;
    int m_columns = 0, m_rows = 0;
    //! Of each cell: the area that has the whole of it, or -1 nobody, or -2 - i: one of m_candidates[i].
    QList<qint32> m_cells;
    QList<QList<quint16>> m_candidates;
};

//! The areas of a GeoJSON file as a layer. \a codeField and \a nameField name the properties to take; without a code the name
//! is the code. InvalidInput: as readGeoJson(), a feature without a name, or two with one code; the detail names the feature.
Result<QList<Area>> areasFrom(const GeoFile &file, const QString &codeField, const QString &nameField);

} // namespace parvis
