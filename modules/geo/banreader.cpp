#include "geo/banreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

// In the order of BanReader::Column.
constexpr std::array names{"id"_L1,
                           "id_fantoir"_L1,
                           "numero"_L1,
                           "rep"_L1,
                           "nom_voie"_L1,
                           "code_postal"_L1,
                           "code_insee"_L1,
                           "nom_commune"_L1,
                           "code_insee_ancienne_commune"_L1,
                           "nom_ancienne_commune"_L1,
                           "x"_L1,
                           "y"_L1,
                           "lon"_L1,
                           "lat"_L1,
                           "type_position"_L1,
                           "alias"_L1,
                           "nom_ld"_L1,
                           "libelle_acheminement"_L1,
                           "nom_afnor"_L1,
                           "source_position"_L1,
                           "source_nom_voie"_L1,
                           "certification_commune"_L1,
                           "nom_lieu_dit"_L1};
static_assert(names.size() == BanReader::Columns);

//! By convention of the base locale format: not a house, but the way or place itself.
constexpr int noNumber = 99999;

std::optional<double> number(const QString &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

std::optional<Position> positionOf(const QString &longitude, const QString &latitude)
{
    const auto lon = number(longitude), lat = number(latitude);
    if (!lon || !lat)
        return std::nullopt;
    const Position position{*lat, *lon};
    return isOnEarth(position) ? std::optional(position) : std::nullopt;
}

} // namespace

BanReader::BanReader(QIODevice &device) : m_csv(device, {';', CsvEncoding::Utf8})
{
    m_places.fill(-1);
}

Status BanReader::readHeader()
{
    m_started = true;
    const auto header = m_csv.next();
    if (!header)
        return header.error();
    if (!*header)
        return Error{ErrorCode::InvalidInput, u"the address file is empty"_s};
    const QStringList &cells = (*header)->cells;
    m_width = cells.size();
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const auto it = std::find(names.begin(), names.end(), cells.at(i).trimmed().toLower());
        if (it != names.end())
            m_places.at(size_t(it - names.begin())) = i;
    }
    const auto has = [this](Column column) { return m_places.at(column) >= 0; };
    QStringList missing;
    if (!has(Way) && !has(PlaceName))
        missing.append(names[Way]);
    if (!has(Commune))
        missing.append(names[Commune]);
    if (has(Way) && !has(Number))
        missing.append(names[Number]);
    if (!(has(Longitude) && has(Latitude)) && !(has(X) && has(Y)))
        missing.append(u"lon, lat"_s);
    if (!missing.isEmpty())
        return Error{ErrorCode::InvalidInput, u"not a file of the national address base: no column "_s + missing.join(u", "_s)};
    return success();
}

QString BanReader::cell(const CsvRow &row, Column column) const
{
    const qsizetype place = m_places.at(column);
    return place < 0 ? QString() : row.cells.at(place).trimmed();
}

BanRow BanReader::read(const CsvRow &row) const
{
    BanRow out{row.line, AddressFault::None, {}};
    const auto failed = [&out](AddressFault fault) {
        out.fault = fault;
        out.address = {};
        return out;
    };
    if (row.fault != CsvFault::None)
        return failed(AddressFault::Csv);
    if (row.cells.size() != m_width)
        return failed(AddressFault::Cells);
    AddressRow &a = out.address;
    a.way = cell(row, Way);
    if (a.way.isEmpty()) {
        a.way = cell(row, PlaceName);
        a.isPlace = true;
    }
    if (a.way.isEmpty())
        return failed(AddressFault::NoName);
    a.commune = cell(row, Commune);
    if (a.commune.isEmpty())
        return failed(AddressFault::NoCommune);
    if (const QString text = cell(row, Number); !text.isEmpty()) {
        bool ok = false;
        a.number = text.toInt(&ok);
        if (a.number == noNumber)
            a.number = 0;
        if (!ok || a.number < 0 || a.number > noNumber)
            return failed(AddressFault::Number);
    }
    a.insee = cell(row, Insee);
    const auto degrees = positionOf(cell(row, Longitude), cell(row, Latitude));
    if (degrees) {
        a.position = *degrees;
    } else {
        // Overseas the base counts x and y in other projections.
        const auto x = number(cell(row, X)), y = number(cell(row, Y));
        const auto metres =
            x && y && !a.insee.startsWith(u"97"_s) && !a.insee.startsWith(u"98"_s) ? fromLambert93(*x, *y) : std::nullopt;
        if (!metres)
            return failed(AddressFault::Position);
        a.position = *metres;
    }
    a.id = cell(row, Id);
    a.fantoir = cell(row, Fantoir);
    a.suffix = cell(row, Suffix).toLower();
    a.postcode = cell(row, Postcode);
    a.formerInsee = cell(row, FormerInsee);
    a.formerCommune = cell(row, FormerCommune);
    a.positionKind = cell(row, PositionKind);
    a.alias = cell(row, Alias);
    a.locality = cell(row, Locality);
    a.postalLabel = cell(row, PostalLabel);
    a.postalName = cell(row, PostalName);
    a.positionSource = cell(row, PositionSource);
    a.nameSource = cell(row, NameSource);
    a.certified = cell(row, Certified) == u"1"_s;
    return out;
}

Result<std::optional<BanRow>> BanReader::next()
{
    if (!m_started) {
        if (const Status header = readHeader(); !header)
            return header.error();
    }
    const auto row = m_csv.next();
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<BanRow>();
    return std::optional(read(**row));
}

} // namespace parvis
