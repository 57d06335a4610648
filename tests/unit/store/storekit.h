#pragma once

#include "domain/citizen.h"
#include "domain/organisation.h"
#include "domain/request.h"
#include "store/deskstore.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

#include <algorithm>

// What the tests of the store share: a small town, and a way to make records without ceremony.

namespace parvis::storekit {

using namespace Qt::StringLiterals;

//! The value, or the end of the test program: for what a test takes for granted.
template <typename T>
T must(Result<T> result, const char *what = "")
{
    if (!result)
        qFatal("%s: error %d, %s", what, int(result.error().code), qPrintable(result.error().detail));
    return std::move(result).value();
}

//! The same id for the same number, in order of numbers.
inline Id id(int kind, int number)
{
    return QUuid(static_cast<uint>(number), static_cast<ushort>(kind), 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

inline Id requestId(int n)
{
    return id(1, n);
}
inline Id citizenId(int n)
{
    return id(2, n);
}
inline Id contactId(int n)
{
    return id(3, n);
}
inline Id noteId(int n)
{
    return id(4, n);
}
inline Id serviceId(int n)
{
    return id(5, n);
}
inline Id userId(int n)
{
    return id(6, n);
}
inline Id districtId(int n)
{
    return id(7, n);
}

//! A word in any file of a folder: what a thief of the machine would find.
inline bool fileHas(const QString &folder, const QByteArray &word)
{
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files);
    return std::any_of(files.begin(), files.end(), [&word](const QFileInfo &info) {
        QFile file(info.filePath());
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(word);
    });
}

struct Desk
{
    ManualClock clock{{1'796'000'000'000}};
    QRandomGenerator random{7};
    DeskStore store = must(DeskStore::open(u":memory:"_s, {}, clock, random));
    Actor actor{userId(1), store.device(), {Role::Ambassador}, {}, true};
};

inline Change change(qint64 seq, ChangeOp op, Kind kind, const Id &id, const QJsonObject &fields, const QJsonObject &was = {})
{
    return {seq, op, kind, id, fields, was, userId(9), storekit::id(8, 1), 0, {1'795'000'000'000 + seq}};
}

inline ChangesPage page(qint64 to, const QList<Change> &changes)
{
    return {changes, {to, QByteArray(8, char(to))}, false, 0, {}};
}

inline SnapshotPage snapshot(qint64 seq, const QList<SnapshotRow> &rows, const QString &after = {})
{
    return {{{seq, QByteArray(8, char(seq))}, rows.size()}, rows, after};
}

//! Every table's content as text: what two stores are compared by.
inline QByteArray contentOf(Database &database, const QStringList &tables)
{
    QByteArray all;
    for (const QString &table : tables) {
        Statement columns = database.prepare("SELECT group_concat(quote(name), ', ') FROM pragma_table_info('" + table.toUtf8() +
                                             "') WHERE name <> 'rowid'");
        must(columns.step());
        const QByteArray list = columns.text(0).replace(u'\'', u'"').toUtf8();
        QByteArray quoted = "quote(" + QByteArray(list).replace(", ", ") || ',' || quote(") + ')';
        Statement rows = database.prepare("SELECT " + quoted + " FROM " + table.toUtf8() + " ORDER BY 1");
        all += "-- " + table.toUtf8() + '\n';
        while (must(rows.step()))
            all += rows.text(0).toUtf8() + '\n';
    }
    return all;
}

inline const QStringList shownTables{u"unit"_s,    u"district"_s, u"user"_s,       u"card"_s,     u"citizen"_s, u"request"_s,
                                     u"contact"_s, u"note"_s,     u"attachment"_s, u"proposal"_s, u"history"_s};

//! The search index agrees with what it indexes.
inline Status checkIndexes(Database &database)
{
    for (const auto table : {"request_fts", "citizen_fts"}) {
        const QByteArray name = table;
        if (const Status done = database.run("INSERT INTO " + name + '(' + name + ", rank) VALUES('integrity-check', 1)"); !done)
            return done;
    }
    return success();
}

} // namespace parvis::storekit
