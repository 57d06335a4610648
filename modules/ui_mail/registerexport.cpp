#include "ui_mail/registerexport.h"

#include "presentation/csvlines.h"

#include <QtCore/QSaveFile>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int pageLines = 500;

} // namespace

RegisterExport::RegisterExport(MailController &controller, QObject *parent) : QObject(parent), m_controller(controller) {}

RegisterExport::~RegisterExport() = default;

void RegisterExport::start(const QString &path, const DispatchQuery &query, const QStringList &headers, Cells cells)
{
    stop();
    m_query = query;
    m_cells = std::move(cells);
    m_last.reset();
    m_lines = 0;
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail({ErrorCode::Unavailable, u"file"_s});
    m_file->write(csvMark.data(), csvMark.size());
    m_file->write(csvLine(headers));
    next();
}

void RegisterExport::stop()
{
    ++m_run;
    m_file.reset(); // what was not committed is not there
}

void RegisterExport::next()
{
    whenReady(m_controller.page(m_query, m_last, pageLines), this, [this, run = m_run](const Result<QList<DispatchRow>> &rows) {
        if (run != m_run)
            return;
        if (rows)
            take(rows.value());
        else
            fail(rows.error());
    });
}

void RegisterExport::take(const QList<DispatchRow> &rows)
{
    for (const DispatchRow &row : rows)
        m_file->write(csvLine(m_cells(row)));
    m_lines += int(rows.size());
    if (rows.size() == pageLines) {
        m_last = rows.last();
        Q_EMIT progressed(m_lines);
        return next();
    }
    const QString path = m_file->fileName();
    if (!m_file->commit())
        return fail({ErrorCode::Unavailable, u"file"_s});
    stop();
    Q_EMIT finished(path, m_lines);
}

void RegisterExport::fail(const Error &error)
{
    stop();
    Q_EMIT failed(error);
}

} // namespace parvis
