#pragma once

#include "geo/position.h"

#include <QtCore/QList>

// On borders. Positions are rounded to 1e-9 degrees (a tenth of a millimetre) and compared as whole numbers, so that no rounding
// decides. A point counts as inside by the half-open rule of scan conversion: of two areas that share a stretch of border (its
// vertices being the same), exactly one has each point of it, the one to the east, of a level stretch the one to the north. Where
// that leaves a point on a border to nobody, as on a town's north-east, the closed rule of onBorder() gives it to the first area
// there (see AreaLayer).

namespace parvis {

//! A position in units of 1e-9 degrees.
struct GridPoint
{
    qint64 x = 0, y = 0; //!< longitude, latitude

    static GridPoint of(const Position &position);
    Position position() const;
    bool operator==(const GridPoint &) const = default;
};

//! A closed line of at least three points; the first one is not repeated.
using Ring = QList<GridPoint>;

//! Its inside is what an odd number of its rings surround, so that holes, islands in holes, rings that touch or cross
//! themselves, and any direction of turning have a meaning. The first ring is the outer one by RFC 7946; nothing depends on it.
struct Polygon
{
    QList<Ring> rings;

    bool operator==(const Polygon &) const = default;
};

struct Box
{
    qint64 left = 0, bottom = 0, right = -1, top = -1; //!< all inclusive; empty as it begins

    bool isEmpty() const { return right < left; }
    bool contains(const GridPoint &p) const { return p.x >= left && p.x <= right && p.y >= bottom && p.y <= top; }
    void add(const GridPoint &p);
    void add(const Box &other);
    bool operator==(const Box &) const = default;
};

//! An area of the town: polygons, prepared so that asking costs a few of its edges only. Immutable.
class Shape
{
public:
    Shape() = default;
    explicit Shape(const QList<Polygon> &polygons);

    bool isEmpty() const { return m_polygons.isEmpty(); }
    const Box &box() const { return m_box; }
    const QList<Polygon> &polygons() const { return m_polygons; }
    bool contains(const GridPoint &point) const; //!< half-open, see above
    bool onBorder(const GridPoint &point) const;
    //! In square metres on the ellipsoid.
    double squareMetres() const;
    //! Well inside, where a label may stand.
    Position pointInside() const;

    bool operator==(const Shape &other) const { return m_polygons == other.m_polygons; }

private:
    struct Edge
    {
        GridPoint from, to;
    };
    //! The edges of one polygon by horizontal bands.
    struct Bands
    {
        Box box;
        qint64 height = 1;
        QList<quint32> begins; //!< into edges, one more than bands
        QList<Edge> edges;
    };
    static Bands bandsOf(const Polygon &polygon);
    static qsizetype bandOf(const Bands &bands, qint64 y);

    QList<Polygon> m_polygons;
    QList<Bands> m_bands;
    Box m_box;
};

//! Whether a side of the ring crosses another, or runs along it; touching in a point is no crossing. Of a ring with millions of
//! sides beside one another that would take minutes, no.
bool crossesItself(const Ring &ring);

//! All points are on one line: nothing is inside.
bool isFlat(const Ring &ring);

} // namespace parvis
