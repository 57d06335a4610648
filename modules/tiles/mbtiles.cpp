#include "base/gzip.h"
#include "sqlite/database.h"
#include "tiles/archivereader.h"

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

// MBTiles 1.3: https://github.com/mapbox/mbtiles-spec. Rows count from the south.

namespace parvis {

namespace {

class MbTiles final : public ArchiveReader
{
public:
    MbTiles(Database database, const TileSet &set) : m_database(std::move(database)), m_set(set) {}

    const TileSet &set() const override { return m_set; }

    Result<QByteArray> read(int zoom, int column, int row) override
    {
        Statement find =
            m_database.prepare("SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?"_L1);
        const auto found = find.bindAll(zoom, column, (1 << zoom) - 1 - row).step();
        if (!found)
            return found.error();
        if (!*found)
            return Error{ErrorCode::NotFound, u"tile"_s};
        const QByteArray bytes = find.blob(0);
        if (bytes.size() > mostTileBytes)
            return Error{ErrorCode::TooLarge, u"tile"_s};
        return m_set.isVector && isGzip(bytes) ? gunzipped(bytes, mostTileBytes) : bytes;
    }

private:
    Database m_database;
    TileSet m_set;
};

Result<QHash<QString, QString>> metadataOf(Database &database)
{
    QHash<QString, QString> values;
    Statement all = database.prepare("SELECT name, value FROM metadata"_L1);
    for (;;) {
        const auto row = all.step();
        if (!row)
            return row.error();
        if (!*row)
            return values;
        values.insert(all.text(0), all.text(1));
    }
}

} // namespace

QStringList vectorLayersOf(const QByteArray &json)
{
    QStringList ids;
    const QJsonArray layers = QJsonDocument::fromJson(json).object().value("vector_layers"_L1).toArray();
    for (const QJsonValue &layer : layers) {
        if (const QString id = layer["id"_L1].toString(); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

Result<std::unique_ptr<ArchiveReader>> openMbTiles(const QString &path)
{
    OpenOptions options;
    options.readOnly = true;
    auto database = Database::open(path, options);
    if (!database)
        return database.error();
    const auto metadata = metadataOf(database.value());
    const auto lowest = database.value().integer("SELECT min(zoom_level) FROM tiles"_L1);
    const auto highest = database.value().integer("SELECT max(zoom_level) FROM tiles"_L1);
    if (!metadata || !lowest || !highest)
        return Error{ErrorCode::InvalidInput, u"not MBTiles: "_s + path};
    if (!*lowest || **lowest < 0 || **highest > deepestZoom)
        return Error{ErrorCode::InvalidInput, u"no tiles: "_s + path};
    TileSet set;
    const QString format = metadata->value(u"format"_s, u"png"_s);
    set.isVector = format == "pbf"_L1 || format == "mvt"_L1;
    set.minZoom = int(**lowest);
    set.maxZoom = int(**highest);
    set.attribution = withoutMarkup(metadata->value(u"attribution"_s));
    if (set.isVector)
        set.layers = vectorLayersOf(metadata->value(u"json"_s).toUtf8());
    return std::unique_ptr<ArchiveReader>(new MbTiles(std::move(database).value(), set));
}

} // namespace parvis
