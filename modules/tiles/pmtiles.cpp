#include "tiles/pmtiles.h"

#include "base/gzip.h"
#include "tiles/archivereader.h"

#include <QtCore/QCache>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

// PMTiles version 3: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md

namespace parvis {

namespace {

constexpr qsizetype headerBytes = 127;
constexpr qsizetype mostDirectoryBytes = 64 * 1024 * 1024;
constexpr int deepestDirectory = 4;
constexpr int directoriesKept = 64;

enum class Packing : quint8 { Unknown, None, Gzip, Brotli, Zstd };
enum class Type : quint8 { Unknown, Vector, Png, Jpeg, Webp, Avif };

struct Header
{
    quint64 rootOffset = 0, rootLength = 0, metadataOffset = 0, metadataLength = 0, leavesOffset = 0, leavesLength = 0,
            tilesOffset = 0, tilesLength = 0;
    Packing inside = Packing::Unknown, ofTiles = Packing::Unknown;
    Type type = Type::Unknown;
    int minZoom = 0, maxZoom = 0;
};

struct Entry
{
    quint64 tile = 0, offset = 0;
    quint32 length = 0, run = 0; //!< run 0: a directory
};

using Directory = QList<Entry>;

Error damaged(const QString &what)
{
    return {ErrorCode::InvalidInput, u"damaged PMTiles: "_s + what};
}

//! Little-endian base 128.
class Varints
{
public:
    explicit Varints(QByteArrayView bytes) : m_bytes(bytes) {}

    quint64 next()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at >= m_bytes.size())
                break;
            const auto byte = quint8(m_bytes[m_at++]);
            value |= quint64(byte & 0x7fU) << unsigned(shift);
            if ((byte & 0x80U) == 0)
                return value;
        }
        m_isGood = false;
        return 0;
    }
    bool isGood() const { return m_isGood; }
    qsizetype left() const { return m_bytes.size() - m_at; }

private:
    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isGood = true;
};

Result<Directory> directoryFrom(const QByteArray &bytes)
{
    Varints numbers(bytes);
    const quint64 count = numbers.next();
    constexpr quint64 leastOfAnEntry = 4;
    if (!numbers.isGood() || count > quint64(numbers.left()) / leastOfAnEntry)
        return damaged(u"directory"_s);
    Directory all(static_cast<qsizetype>(count));
    quint64 tile = 0;
    for (Entry &entry : all)
        entry.tile = tile += numbers.next();
    for (Entry &entry : all)
        entry.run = quint32(numbers.next());
    for (Entry &entry : all)
        entry.length = quint32(numbers.next());
    quint64 after = 0;
    for (Entry &entry : all) {
        const quint64 offset = numbers.next();
        entry.offset = offset == 0 ? after : offset - 1;
        after = entry.offset + entry.length;
    }
    return numbers.isGood() ? Result<Directory>(all) : damaged(u"directory"_s);
}

class PmTiles final : public ArchiveReader
{
public:
    explicit PmTiles(const QString &path) : m_file(path), m_directories(directoriesKept) {}

    Status open();
    const TileSet &set() const override { return m_set; }
    Result<QByteArray> read(int zoom, int column, int row) override;

private:
    Result<QByteArray> bytes(quint64 offset, quint64 length, qsizetype most);
    Result<QByteArray> unpacked(quint64 offset, quint64 length, Packing packing, qsizetype most);
    Result<Directory> directory(quint64 offset, quint64 length);

    QFile m_file;
    Header m_header;
    TileSet m_set;
    QCache<quint64, Directory> m_directories; //!< by offset
};

Result<QByteArray> PmTiles::bytes(quint64 offset, quint64 length, qsizetype most)
{
    const auto size = quint64(m_file.size());
    if (offset > size || length > size - offset || length > quint64(most))
        return damaged(u"an extent"_s);
    if (!m_file.seek(qint64(offset)))
        return Error{ErrorCode::Storage, m_file.errorString()};
    QByteArray read = m_file.read(qint64(length));
    return quint64(read.size()) == length ? Result<QByteArray>(read) : Error{ErrorCode::Storage, m_file.errorString()};
}

Result<QByteArray> PmTiles::unpacked(quint64 offset, quint64 length, Packing packing, qsizetype most)
{
    auto read = bytes(offset, length, most);
    if (!read || packing == Packing::None)
        return read;
    return packing == Packing::Gzip ? gunzipped(*read, most) : damaged(u"packed by something else than gzip"_s);
}

Status PmTiles::open()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, m_file.errorString()};
    const auto head = bytes(0, headerBytes, headerBytes);
    if (!head)
        return head.error();
    const char *at = head->constData();
    if (!head->startsWith("PMTiles") || at[7] != 3)
        return damaged(u"not version 3"_s);
    const auto number = [at](qsizetype offset) { return qFromLittleEndian<quint64>(at + offset); };
    m_header = {number(8),  number(16),      number(24),      number(32),   number(40), number(48), number(56),
                number(64), Packing(at[97]), Packing(at[98]), Type(at[99]), at[100],    at[101]};
    if (m_header.minZoom < 0 || m_header.maxZoom > deepestZoom || m_header.minZoom > m_header.maxZoom)
        return damaged(u"zooms"_s);
    for (const Packing packing : {m_header.inside, m_header.ofTiles}) {
        if (packing != Packing::None && packing != Packing::Gzip)
            return damaged(u"packed by something else than gzip"_s);
    }
    const auto root = directory(m_header.rootOffset, m_header.rootLength);
    if (!root)
        return root.error();
    const auto metadata = unpacked(m_header.metadataOffset, m_header.metadataLength, m_header.inside, mostDirectoryBytes);
    if (!metadata)
        return metadata.error();
    m_set.isVector = m_header.type == Type::Vector;
    m_set.minZoom = m_header.minZoom;
    m_set.maxZoom = m_header.maxZoom;
    m_set.attribution = withoutMarkup(QJsonDocument::fromJson(*metadata).object().value("attribution"_L1).toString());
    if (m_set.isVector)
        m_set.layers = vectorLayersOf(*metadata);
    return success();
}

Result<Directory> PmTiles::directory(quint64 offset, quint64 length)
{
    if (const Directory *known = m_directories.object(offset))
        return *known;
    const auto packed = unpacked(offset, length, m_header.inside, mostDirectoryBytes);
    if (!packed)
        return packed.error();
    const auto entries = directoryFrom(*packed);
    if (entries)
        m_directories.insert(offset, new Directory(*entries));
    return entries;
}

Result<QByteArray> PmTiles::read(int zoom, int column, int row)
{
    const quint64 tile = pmTileId(zoom, quint32(column), quint32(row));
    quint64 offset = m_header.rootOffset, length = m_header.rootLength;
    for (int depth = 0; depth < deepestDirectory; ++depth) {
        const auto entries = directory(offset, length);
        if (!entries)
            return entries.error();
        const Directory &all = *entries;
        const auto after =
            std::upper_bound(all.begin(), all.end(), tile, [](quint64 id, const Entry &entry) { return id < entry.tile; });
        if (after == all.begin())
            break;
        const Entry &entry = *std::prev(after);
        if (entry.run > 0) {
            if (tile - entry.tile >= entry.run)
                break;
            return unpacked(m_header.tilesOffset + entry.offset, entry.length, m_header.ofTiles, mostTileBytes);
        }
        offset = m_header.leavesOffset + entry.offset;
        length = entry.length;
    }
    return Error{ErrorCode::NotFound, u"tile"_s};
}

} // namespace

quint64 pmTileId(int zoom, quint32 column, quint32 row)
{
    quint64 id = ((quint64(1) << unsigned(2 * zoom)) - 1) / 3; // all tiles of the zooms before
    for (quint32 side = zoom > 0 ? 1U << unsigned(zoom - 1) : 0; side > 0; side >>= 1U) {
        const quint32 east = (column & side) != 0 ? 1 : 0, south = (row & side) != 0 ? 1 : 0;
        id += quint64(side) * side * ((3 * east) ^ south);
        if (south == 0) {
            if (east == 1) {
                column = ~column;
                row = ~row;
            }
            std::swap(column, row);
        }
    }
    return id;
}

Result<std::unique_ptr<ArchiveReader>> openPmTiles(const QString &path)
{
    auto archive = std::make_unique<PmTiles>(path);
    const Status opened = archive->open();
    return opened ? Result<std::unique_ptr<ArchiveReader>>(std::move(archive)) : opened.error();
}

} // namespace parvis
