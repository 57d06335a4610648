#pragma once

#include "geo/addressindex.h"

#include <QtCore/QByteArray>
#include <QtCore/QFuture>

namespace parvis {

//! Who finds addresses: the file of this machine, or a service on the network. Futures are answered in the thread that asked.
class Geocoder
{
public:
    Geocoder() = default;
    virtual ~Geocoder() = default;
    Q_DISABLE_COPY_MOVE(Geocoder)

    //! Best first; what lies near \a near comes before what is like it elsewhere. A later search may abort an earlier one, which
    //! then answers Aborted.
    virtual QFuture<Result<QList<AddressHit>>> search(const QString &typed, qsizetype limit,
                                                      const std::optional<Position> &near = std::nullopt) = 0;
    virtual QFuture<Result<std::optional<AddressHit>>> nearest(const Position &at) = 0;
};

//! The addresses of a file, answered at once.
class FileGeocoder final : public Geocoder
{
public:
    explicit FileGeocoder(AddressIndex addresses) : m_addresses(std::move(addresses)) {}

    //! The file is that of the town: \a near says nothing new.
    QFuture<Result<QList<AddressHit>>> search(const QString &typed, qsizetype limit,
                                              const std::optional<Position> &near = std::nullopt) override;
    QFuture<Result<std::optional<AddressHit>>> nearest(const Position &at) override;

private:
    AddressIndex m_addresses;
};

//! The answer of addok or the Géoplateforme: GeocodeJSON, in its order. What has no position or name is passed over. Protocol: it
//! is not GeocodeJSON.
Result<QList<AddressHit>> hitsFromGeocodeJson(const QByteArray &json);

} // namespace parvis
