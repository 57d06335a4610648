#pragma once

#include "presentation/mailcontroller.h"

class QSaveFile;

namespace parvis {

//! Writes the lines of a query into a file, a page at a time, however many there are. GUI thread.
class RegisterExport final : public QObject
{
    Q_OBJECT
public:
    using Cells = std::function<QStringList(const DispatchRow &row)>;
    explicit RegisterExport(MailController &controller, QObject *parent = nullptr);
    ~RegisterExport() override;

    //! finished() or failed() follows, unless it is stopped: the file is there whole, or as it was.
    void start(const QString &path, const DispatchQuery &query, const QStringList &headers, Cells cells);
    void stop();
    bool isRunning() const { return m_file != nullptr; }

Q_SIGNALS:
    void progressed(int lines);
    void finished(const QString &path, int lines);
    void failed(const parvis::Error &error);

private:
    void next();
    void take(const QList<DispatchRow> &rows);
    void fail(const Error &error);

    MailController &m_controller;
    std::unique_ptr<QSaveFile> m_file;
    DispatchQuery m_query;
    Cells m_cells;
    std::optional<DispatchRow> m_last;
    int m_lines = 0;
    quint64 m_run = 0; // pages asked for an earlier one are dropped
};

} // namespace parvis
