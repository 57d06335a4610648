#include "sqlite/migration.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

using namespace Qt::StringLiterals;

namespace parvis {

Result<int> storedSchema(Database &database)
{
    const auto version = database.integer("PRAGMA user_version"_L1);
    if (!version)
        return version.error();
    return int(version->value_or(0));
}

static Status apply(Database &database, const QString &path, int version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Storage, path};
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (const auto done = database.runScript(file.readAll()); !done)
        return Error{done.error().code, u"%1: %2"_s.arg(path, done.error().detail)};
    if (const auto done = database.runScript("PRAGMA user_version=" + QByteArray::number(version)); !done)
        return done;
    return transaction.value().commit();
}

Status migrate(Database &database, const QString &resources)
{
    const QStringList names = QDir(resources).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    const auto found = storedSchema(database);
    if (!found)
        return found.error();
    if (*found > names.size())
        return Error{ErrorCode::StorageNewer, u"%1 > %2"_s.arg(*found).arg(names.size())};
    for (int version = *found + 1; version <= names.size(); ++version) {
        const QString &name = names.at(version - 1);
        Q_ASSERT_X(name.left(4).toInt() == version, "migrate", "scripts are numbered without gaps");
        if (const auto done = apply(database, resources + u'/' + name, version); !done)
            return done;
    }
    return success();
}

} // namespace parvis
