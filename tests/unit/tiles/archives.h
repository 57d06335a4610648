#pragma once

#include "sqlite/database.h"
#include "tiles/pmtiles.h"
#include "unit/base/gzipped.h"

#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtTest/QTest>

#include <tuple>

//! Small archives of tiles, made by the test.
namespace archives {

using namespace Qt::StringLiterals;

using Place = std::tuple<int, int, int>; //!< zoom, column, row from the north
using Tiles = QMap<Place, QByteArray>;

inline void writeMbTiles(const QString &path, const QMap<QString, QString> &metadata, const Tiles &tiles)
{
    auto database = parvis::Database::open(path);
    QVERIFY(database);
    QVERIFY(database.value().runScript(
        "CREATE TABLE metadata (name text, value text);"
        "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"
        "CREATE UNIQUE INDEX tile_index on tiles (zoom_level, tile_column, tile_row)"));
    for (const auto &[name, value] : metadata.asKeyValueRange())
        QVERIFY(database.value().run("INSERT INTO metadata VALUES (?, ?)"_L1, name, value));
    for (const auto &[place, bytes] : tiles.asKeyValueRange()) {
        const auto [zoom, column, row] = place;
        QVERIFY(database.value().run("INSERT INTO tiles VALUES (?, ?, ?, ?)"_L1, zoom, column, (1 << zoom) - 1 - row, bytes));
    }
    QVERIFY(database.value().checkpoint());
    QVERIFY(database.value().runScript("PRAGMA journal_mode=DELETE")); // as such files are handed on
}

inline QByteArray varint(quint64 value)
{
    QByteArray bytes;
    for (; value >= 0x80; value >>= 7U)
        bytes += char(value | 0x80U);
    return bytes + char(value);
}

struct PmEntry
{
    quint64 tile, offset, length, run;
};

inline QByteArray pmDirectory(const QList<PmEntry> &entries)
{
    QByteArray bytes = varint(quint64(entries.size()));
    quint64 before = 0, after = 0;
    for (const PmEntry &entry : entries)
        bytes += varint(entry.tile - std::exchange(before, entry.tile));
    for (const PmEntry &entry : entries)
        bytes += varint(entry.run);
    for (const PmEntry &entry : entries)
        bytes += varint(entry.length);
    for (const PmEntry &entry : entries) {
        bytes += varint(entry.offset == after && after > 0 ? 0 : entry.offset + 1);
        after = entry.offset + entry.length;
    }
    return bytes;
}

//! \a type: 1 vector, 2 PNG. Each two tiles in a leaf of their own if \a hasLeaves.
inline QByteArray pmTiles(const QByteArray &metadata, const Tiles &tiles, char type, bool isPacked, bool hasLeaves)
{
    const auto pack = [isPacked](const QByteArray &bytes) { return isPacked ? parvis::gzipped(bytes) : bytes; };
    QMap<quint64, QByteArray> byId;
    for (const auto &[place, bytes] : tiles.asKeyValueRange()) {
        const auto [zoom, column, row] = place;
        byId.insert(parvis::pmTileId(zoom, quint32(column), quint32(row)), pack(bytes));
    }
    QByteArray data;
    QList<PmEntry> entries;
    for (const auto &[id, bytes] : byId.asKeyValueRange()) {
        entries.append({id, quint64(data.size()), quint64(bytes.size()), 1});
        data += bytes;
    }
    QByteArray leaves;
    if (hasLeaves) {
        QList<PmEntry> root;
        for (qsizetype i = 0; i < entries.size(); i += 2) {
            const QByteArray leaf = pack(pmDirectory(entries.mid(i, 2)));
            root.append({entries.at(i).tile, quint64(leaves.size()), quint64(leaf.size()), 0});
            leaves += leaf;
        }
        entries = root;
    }
    const QByteArray root = pack(pmDirectory(entries)), json = pack(metadata);
    const auto little = [](quint64 value) {
        QByteArray eight;
        for (unsigned i = 0; i < 64; i += 8)
            eight += char(value >> i);
        return eight;
    };
    const quint64 rootAt = 127, jsonAt = rootAt + quint64(root.size()), leavesAt = jsonAt + quint64(json.size()),
                  dataAt = leavesAt + quint64(leaves.size());
    QByteArray head = QByteArray("PMTiles\x03");
    for (const quint64 value :
         {rootAt, quint64(root.size()), jsonAt, quint64(json.size()), leavesAt, quint64(leaves.size()), dataAt,
          quint64(data.size()), quint64(tiles.size()), quint64(tiles.size()), quint64(tiles.size())})
        head += little(value);
    head += char(1); // clustered
    head += char(isPacked ? 2 : 1);
    head += char(isPacked ? 2 : 1);
    head += type;
    head += char(std::get<0>(tiles.firstKey()));
    head += char(std::get<0>(tiles.lastKey()));
    return head.leftJustified(127, '\0') + root + json + leaves + data;
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

} // namespace archives
