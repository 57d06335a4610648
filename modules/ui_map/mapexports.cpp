// What leaves the map as a file: the part of MapWorkspace that writes.

#include "ui_common/filechoice.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_map/maplegend.h"
#include "ui_map/mapmodels.h"
#include "ui_map/mappaper.h"
#include "ui_map/mapsymbols.h"
#include "ui_map/mapwords.h"
#include "ui_map/mapworkspace.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtWidgets/QLabel>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Status write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Storage, path};
    return success();
}

} // namespace

MapPaper MapWorkspace::paper()
{
    MapPaper paper;
    paper.title = subjectTitle(m_map.subject());
    QStringList where{periodText(m_map.from(), m_map.until())};
    if (!m_map.district().isNull())
        where.append(districtTitle(m_map.district(), m_town));
    if (m_map.hasLasso())
        where.append(tr("Drawn area"));
    paper.subtitle = where.join(u" · "_s);
    paper.figures = m_figures->text();
    if (m_page->isWorking())
        paper.map = m_page->grab().toImage();
    constexpr int side = 32;
    for (qsizetype i = 0; i < m_map.kinds().size(); ++i) {
        const MapKind &kind = m_map.kinds().at(i);
        if (!kind.isHidden && kind.count)
            paper.legend.append({mapSymbol(mapLook(kind, int(i), palette()), side, palette(), 1).toImage(),
                                 tr("%1 – %2").arg(kindName(kind, m_map.subject(), m_town), numberText(kind.count))});
    }
    if (m_page->showsHotSpots())
        paper.explanation = m_legend->explanation().section(u'\n', -1);
    MapDistrictModel districts(m_map, m_town);
    districts.renew();
    for (int column = 0; column < districts.columnCount(); ++column)
        paper.headers.append(districts.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < districts.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < districts.columnCount(); ++column)
            cells.append(districts.index(row, column).data().toString());
        paper.rows.append(cells);
    }
    paper.footer = tr("Parvis, %1").arg(longDay(m_map.today()));
    const auto &tiles = m_page->ground().tiles;
    if (tiles && !tiles->set().attribution.isEmpty())
        paper.footer += u" · "_s + tiles->set().attribution;
    return paper;
}

void MapWorkspace::tellWritten(const Status &written, const QString &path)
{
    if (written)
        m_navigator.tell(tr("Written: %1").arg(QFileInfo(path).fileName()));
    else
        m_error->say(tr("The file %1 can't be written. Choose another folder.").arg(QFileInfo(path).fileName()));
}

void MapWorkspace::exportPicture(bool isPdf)
{
    chooseSavePath(
        this, isPdf ? tr("Map and figures as PDF") : tr("Map as a picture"), isPdf ? tr("map.pdf") : tr("map.png"),
        [this, isPdf](const QString &path) { tellWritten(isPdf ? writePdf(paper(), path) : writePicture(paper(), path), path); });
}

void MapWorkspace::exportRows(bool isCsv)
{
    const auto named = [this, isCsv](const QString &path, QList<MapExportRow> rows, const MapRequests &all) {
        nameRows(rows, all, m_town);
        tellWritten(write(path, isCsv ? mapCsv(rows) : mapGeoJson(rows)), path);
    };
    chooseSavePath(this, isCsv ? tr("Requests as a table") : tr("Requests with places"),
                   isCsv ? tr("requests.csv") : tr("requests.geojson"), [this, named](const QString &path) {
                       const MapRequests all = m_map.all();
                       m_navigator.tell(tr("The requests are being written…"));
                       whenReady(m_store.read([all, chosen = m_map.chosen()](DeskStore &store) {
                           return mapExportRows(store, all, chosen);
                       }),
                                 this, [this, named, path, all](const Result<QList<MapExportRow>> &rows) {
                                     if (rows)
                                         named(path, rows.value(), all);
                                     else
                                         m_error->say(rows.error());
                                 });
                   });
}

void MapWorkspace::exportPublic()
{
    chooseSavePath(this, tr("For the public"), tr("reports.geojson"), [this](const QString &path) {
        tellWritten(write(path, publicGeoJson(m_map.all(), m_map.chosen(), m_town, m_map.today())), path);
    });
}

} // namespace parvis
