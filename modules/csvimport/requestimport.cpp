#include "csvimport/requestimport.h"

#include "csvimport/csvrejects.h"
#include "csvimport/rowmapper.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Rows between two transactions: large enough to be quick, small enough that progress shows and little is done again.
constexpr qint64 batchRows = 2000;

class Run
{
public:
    Run(QIODevice &csv, const ImportMapping &mapping, ImportTown town, QIODevice *rejects, const Clock &clock,
        const ImportSink &sink, const ImportWatcher &watcher)
        : m_mapping(mapping),
          m_reader(csv, mapping.format),
          m_rejects(rejects, mapping.format),
          m_town(std::move(town)),
          m_clock(clock),
          m_sink(sink),
          m_watcher(watcher)
    {
        m_progress.bytesTotal = csv.size();
    }

    Result<ImportProgress> all()
    {
        const auto header = m_reader.next();
        if (!header)
            return header.error();
        if (!*header)
            return Error{ErrorCode::InvalidInput, u"the file is empty"_s};
        if ((*header)->fault != CsvFault::None)
            return Error{ErrorCode::InvalidInput, u"header: "_s + faultCode((*header)->fault)};
        auto mapper = RowMapper::create(m_mapping, (*header)->cells, m_town, m_clock);
        if (!mapper)
            return mapper.error();
        if (const Status done = m_rejects.header(**header); !done)
            return done.error();
        m_cells = (*header)->cells.size();

        for (;;) {
            const auto row = m_reader.next();
            if (!row)
                return row.error();
            if (!*row)
                break;
            if (const Status done = take(**row, mapper.value()); !done)
                return done.error();
            if (m_progress.rows % batchRows == 0) {
                if (const Status done = flush(); !done)
                    return done.error();
            }
        }
        if (const Status done = flush(); !done)
            return done.error();
        return m_progress;
    }

private:
    Status take(const CsvRow &row, RowMapper &mapper)
    {
        ++m_progress.rows;
        if (row.fault != CsvFault::None)
            return reject(row, faultCode(row.fault));
        if (row.cells.size() != m_cells)
            return reject(row, u"columns"_s);
        const QString externalId = mapper.externalId(row.cells);
        // Whether a second row of the same id says the same or more is not for the import to judge.
        if (m_seen.contains(externalId))
            return reject(row, u"external_id: twice"_s);
        if (m_town.externalIds.contains(externalId)) {
            m_seen.insert(externalId);
            ++m_progress.known;
            return success();
        }
        const auto made = mapper.request(row.cells);
        if (const Reject *refused = std::get_if<Reject>(&made))
            return reject(row, refused->reason);
        m_seen.insert(externalId);
        const Request &request = std::get<Request>(made);
        const Contact contact = mapper.contactOf(request);
        const QList<IntakeRecord> created = mapper.takeCreated();
        m_created += created.size();
        ++m_requests;
        m_batch += created;
        m_batch.append({Verb::Create, Kind::Request, request.id, toDocument(request), request.receivedAt, {}});
        m_batch.append({Verb::Create, Kind::Contact, contact.id, toDocument(contact), contact.at, {}});
        return success();
    }

    Status reject(const CsvRow &row, const QString &reason)
    {
        ++m_progress.rejected;
        return m_rejects.row(row, reason);
    }

    Status flush()
    {
        if (const QList<IntakeRecord> batch = std::exchange(m_batch, {}); !batch.isEmpty()) {
            const auto report = m_sink(batch);
            if (!report)
                return report.error();
            // A request that another import took in meanwhile is known to the hub with its contact.
            const qint64 known = report->known / 2;
            m_progress.known += known;
            m_progress.imported += std::exchange(m_requests, 0) - known;
            m_progress.created += std::exchange(m_created, 0);
        }
        m_progress.bytesRead = m_reader.bytesRead();
        if (m_watcher && !m_watcher(m_progress))
            return Error{ErrorCode::Aborted, u"stopped"_s};
        return success();
    }

    const ImportMapping &m_mapping;
    CsvReader m_reader;
    CsvRejects m_rejects;
    const ImportTown m_town;
    QSet<QString> m_seen;
    const Clock &m_clock;
    const ImportSink &m_sink;
    const ImportWatcher &m_watcher;
    ImportProgress m_progress;
    QList<IntakeRecord> m_batch;
    qint64 m_requests = 0, m_created = 0; //!< in the batch
    qsizetype m_cells = 0;
};

} // namespace

QString ImportFiles::rejectsPath() const
{
    if (!rejects.isEmpty())
        return rejects;
    const QFileInfo info(csv);
    return info.path() + u'/' + info.completeBaseName() + u".rejects.csv"_s;
}

Result<ImportProgress> importRequests(QIODevice &csv, const ImportMapping &mapping, ImportTown town, QIODevice *rejects,
                                      const Clock &clock, const ImportSink &sink, const ImportWatcher &watcher)
{
    return Run(csv, mapping, std::move(town), rejects, clock, sink, watcher).all();
}

Result<ImportProgress> importRequests(const ImportFiles &files, HubStore &store, Hub &hub, const Clock &clock,
                                      const ImportWatcher &watcher)
{
    const auto mapping = ImportMapping::load(files.mapping);
    if (!mapping)
        return mapping.error();
    QFile csv(files.csv);
    if (!csv.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, files.csv};
    const QString rejectsPath = files.rejectsPath();
    for (const QString &input : {files.csv, files.mapping}) {
        if (QFileInfo(rejectsPath) == QFileInfo(input))
            return Error{ErrorCode::InvalidInput, u"the rejects file would overwrite %1"_s.arg(input)};
    }
    QSaveFile rejects(rejectsPath);
    if (!rejects.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Storage, rejectsPath};
    rejects.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // what citizens wrote
    auto town = ImportTown::read(store);
    if (!town)
        return town.error();
    const auto done = importRequests(
        csv, *mapping, std::move(town).value(), &rejects, clock,
        [&hub](const QList<IntakeRecord> &batch) { return hub.intake(batch); }, watcher);
    // Even after an error the rows so far are told; nothing was written if it came before the header.
    if (rejects.pos() > 0 && !rejects.commit() && done)
        return Error{ErrorCode::Storage, rejectsPath};
    return done;
}

} // namespace parvis
