#pragma once

#include "geo/wayfinder.h"

namespace parvis {

inline Position positionOf(const addressfile::House &house)
{
    return {house.latitude * addressfile::unit, house.longitude * addressfile::unit};
}
inline Position positionOf(const addressfile::Way &way)
{
    return {way.latitude * addressfile::unit, way.longitude * addressfile::unit};
}

//! Makes hits of what was found: with house number, position and all that the file says.
class AddressHits
{
public:
    explicit AddressHits(const addressfile::AddressFile &file) : m_file(file) {}

    //! The way with the number that was typed; where it has no such number, also its numbers that are one slip away.
    QList<AddressHit> of(const WayFound &found, const std::vector<Token> &tokens) const;
    AddressHit of(const CommuneFound &found) const;
    AddressHit of(quint32 house) const;
    AddressHit way(quint32 way) const;

private:
    struct NumberFound
    {
        std::optional<quint32> house;
        qsizetype token = -1;
        int quality = 0; //!< per cent
        bool tookNext = false;
    };
    NumberFound number(const WayFound &found, const std::vector<Token> &tokens) const;
    NumberFound houseWith(const addressfile::Way &way, int number, const QString &suffix) const;
    std::optional<quint32> nearestNumber(const addressfile::Way &way, int number) const;
    QList<quint32> slips(const addressfile::Way &way, const QString &number) const;
    QString line(const QString &way, int number, const QString &suffix) const;
    QString text(addressfile::Text place) const { return QString::fromUtf8(m_file.text(place)); }

    const addressfile::AddressFile &m_file;
};

//! The best of \a hits, each place once.
QList<AddressHit> ranked(QList<AddressHit> hits, qsizetype limit);

} // namespace parvis
