#pragma once

#include "domain/organisation.h"

namespace parvis {

//! A place as it goes into a request.
struct Place
{
    QString address; //!< "12 bis rue des Tanneurs"
    Id street;
    Id district;
    std::optional<double> latitude, longitude; //!< of the street
    bool beyondLastNumber = false;             //!< the street is not known to have such a house number
    bool isFoundOnline = false;                //!< by a service on the network: the town's own addresses do not have it

    bool operator==(const Place &) const = default;
};

//! The town's streets and public places by what is typed: accents, hyphens, articles and usual abbreviations don't matter, the
//! house number may stand before or after. In memory, so that it answers within a key stroke. A value.
class StreetIndex
{
public:
    StreetIndex() = default;
    explicit StreetIndex(const QList<Street> &streets);

    //! Best first. Nothing below three letters.
    QList<Place> search(QStringView typed, qsizetype limit) const;

    //! Where one stands, in degrees: the street whose point is nearest, with the position itself. Nothing if every one is further
    //! away than \a within metres.
    std::optional<Place> nearest(double latitude, double longitude, double within = 600) const;

private:
    struct Entry
    {
        Street street;
        QStringList words;    //!< folded, whole name
        QStringList ownWords; //!< without the kind of way and fill words
        bool startsWithKind = false;
    };
    struct HouseNumber
    {
        int number = 0;
        QString suffix;
    };
    struct Hit
    {
        const Entry *entry = nullptr;
        int score = 0;
    };
    QList<Hit> matching(const QStringList &typed) const;
    static std::optional<int> score(const Entry &entry, const QStringList &typed);
    static HouseNumber takeNumber(QStringList &words);
    static Place place(const Entry &entry, const HouseNumber &number);

    QList<Entry> m_entries;
};

} // namespace parvis
