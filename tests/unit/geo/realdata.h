#pragma once

#include "base/csvreader.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QHash>

//! Real data outside the project: see its licence there. Tests that need it skip where it is absent.
namespace realdata {

inline QString path(const QString &name)
{
    const QString dir = qEnvironmentVariable("PARVIS_SHARED_DATA", QStringLiteral(PARVIS_SOURCE_DIR "/../shared/data"));
    return QDir(dir).filePath(name);
}

//! The rows of a CSV file by its header; empty where it is absent.
inline QList<QHash<QString, QString>> rows(const QString &name)
{
    QFile file(path(name));
    QList<QHash<QString, QString>> all;
    if (!file.open(QIODevice::ReadOnly))
        return all;
    parvis::CsvReader reader(file, {});
    QStringList header;
    for (auto row = reader.next(); row && *row; row = reader.next()) {
        const QStringList cells = (*row)->cells;
        if (header.isEmpty()) {
            header = cells;
            continue;
        }
        QHash<QString, QString> one;
        for (qsizetype i = 0; i < std::min(header.size(), cells.size()); ++i)
            one.insert(header.at(i), cells.at(i));
        all.append(one);
    }
    return all;
}

} // namespace realdata
