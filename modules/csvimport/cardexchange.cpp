#include "csvimport/cardexchange.h"

#include "csvimport/cardtown.h"
#include "csvimport/csvrejects.h"

#include <QtCore/QFileInfo>
#include <QtCore/QSaveFile>
#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype batchCards = 100; // between two transactions

QString codeOf(const CardEntry &entry)
{
    return entry.row.value(cardColumns().front().name).toString().trimmed();
}

class Run
{
public:
    Run(CardFile &file, const CardTown &town, Hub &hub, const CardWatcher &watcher)
        : m_file(file), m_town(town), m_hub(hub), m_watcher(watcher)
    {}

    Result<CardImportReport> all()
    {
        rejectTwice();
        while (rejectBad()) {
        } // a card that names a rejected new one is rejected too
        for (qsizetype first = 0; first < m_cards.size(); first += batchCards) {
            if (m_watcher && !m_watcher(first, m_cards.size()))
                return Error{ErrorCode::Aborted, u"stopped"_s};
            if (const Status done = publish(first); !done)
                return done.error();
        }
        m_report.rows = m_file.entries.size();
        m_report.rejected = std::count_if(m_file.entries.begin(), m_file.entries.end(),
                                          [](const CardEntry &entry) { return entry.reject.has_value(); });
        return m_report;
    }

private:
    //! Which of two rows is meant is not for the import to judge: the first is taken.
    void rejectTwice()
    {
        for (CardEntry &entry : m_file.entries) {
            const QString code = codeOf(entry);
            if (entry.reject || code.isEmpty())
                continue;
            if (m_codes.contains(code))
                entry.reject = CardReject{CardFault::Twice, cardColumns().front().name, code};
            m_codes.insert(code);
        }
    }

    bool rejectBad()
    {
        bool isNewLost = false;
        m_cards.clear();
        m_entries.clear();
        for (qsizetype i = 0; i < m_file.entries.size(); ++i) {
            CardEntry &entry = m_file.entries[i];
            if (entry.reject)
                continue;
            const auto card = m_town.intake(entry.row, [this](const QString &code) { return m_codes.contains(code); });
            if (const auto *refused = std::get_if<CardReject>(&card)) {
                entry.reject = *refused;
                isNewLost = m_codes.remove(codeOf(entry)) || isNewLost;
                continue;
            }
            m_cards.append(std::get<CardIntake>(card));
            m_entries.append(i);
        }
        return isNewLost;
    }

    Status publish(qsizetype first)
    {
        const auto done = m_hub.publishCards(m_cards.mid(first, batchCards));
        if (!done)
            return done.error();
        m_report.created += done->created;
        m_report.revised += done->revised;
        m_report.archived += done->archived;
        m_report.known += done->known;
        for (const qsizetype index : done->superseded) {
            CardEntry &entry = m_file.entries[m_entries[first + index]];
            entry.reject = CardReject{CardFault::Superseded, cardColumns().front().name, codeOf(entry)};
        }
        return success();
    }

    CardFile &m_file;
    const CardTown &m_town;
    Hub &m_hub;
    const CardWatcher &m_watcher;
    QSet<QString> m_codes;      //!< of the rows that are not rejected
    QList<CardIntake> m_cards;  //!< that are good
    QList<qsizetype> m_entries; //!< where they are in the file
    CardImportReport m_report;
};

QByteArray rejectedJson(const CardFile &file, const CardWording &wording)
{
    QList<QJsonObject> items;
    for (qsizetype i = 0; i < file.entries.size(); ++i) {
        const CardEntry &entry = file.entries[i];
        if (!entry.reject)
            continue;
        QJsonObject item = entry.item.isObject() ? entry.item.toObject() : QJsonObject{{u"item"_s, entry.item}};
        item.insert(rejectLineColumn, i + 1);
        item.insert(rejectReasonColumn, wording(*entry.reject));
        items.append(item);
    }
    return cardsToJson(items);
}

Status writeRejects(QSaveFile &into, const CardFile &file, const CardWording &wording)
{
    if (!file.isCsv) {
        const QByteArray json = rejectedJson(file, wording);
        return into.write(json) == json.size() ? success() : Error{ErrorCode::Storage, into.fileName()};
    }
    CsvRejects rejects(&into, {});
    if (const Status done = rejects.header(file.header); !done)
        return done;
    for (const CardEntry &entry : file.entries) {
        if (!entry.reject)
            continue;
        if (const Status done = rejects.row(entry.line, wording(*entry.reject)); !done)
            return done;
    }
    return success();
}

} // namespace

QString CardFiles::rejectsPath() const
{
    if (!rejects.isEmpty())
        return rejects;
    const QFileInfo info(cards);
    return u"%1/%2.rejects.%3"_s.arg(info.path(), info.completeBaseName(), info.suffix());
}

Result<qint64> exportCards(const QString &path, HubStore &store)
{
    const bool isCsv = path.endsWith(".csv"_L1, Qt::CaseInsensitive);
    if (!isCsv && !path.endsWith(".json"_L1, Qt::CaseInsensitive))
        return Error{ErrorCode::InvalidInput, u"%1: neither .csv nor .json"_s.arg(path)};
    const auto town = CardTown::read(store);
    if (!town)
        return town.error();
    const QList<QJsonObject> rows = town->rows();
    const QByteArray bytes = isCsv ? cardsToCsv(rows) : cardsToJson(rows);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Storage, path};
    return qint64(rows.size());
}

Result<CardImportReport> importCards(const CardFiles &files, HubStore &store, Hub &hub, const CardWording &wording,
                                     const CardWatcher &watcher)
{
    auto file = readCardFile(files.cards);
    if (!file)
        return file.error();
    if (QFileInfo(files.rejectsPath()) == QFileInfo(files.cards))
        return Error{ErrorCode::InvalidInput, u"the rejects file would overwrite %1"_s.arg(files.cards)};
    QSaveFile rejects(files.rejectsPath());
    if (!rejects.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Storage, files.rejectsPath()};
    const auto town = CardTown::read(store);
    if (!town)
        return town.error();
    const auto done = Run(file.value(), *town, hub, watcher).all();
    // Even after an error the rows so far are told.
    if (const Status written = writeRejects(rejects, *file, wording); !written && done)
        return written.error();
    if (!rejects.commit() && done)
        return Error{ErrorCode::Storage, files.rejectsPath()};
    return done;
}

} // namespace parvis
