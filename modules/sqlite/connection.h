#pragma once

#include "sqlite/database.h"

#include <sqlite3.h>

#include <unordered_map>

namespace parvis::detail {

struct Connection
{
    sqlite3 *handle = nullptr;
    //! Statements not lent at the moment, by their text. Nodes stay where they are, so a Statement knows its home by address.
    std::unordered_map<QByteArray, std::vector<sqlite3_stmt *>> idle;
    Database::FaultInjector injector;

    ~Connection();
    Error error(int code) const;
    std::optional<Error> fault() const;
    Status execute(const char *sql);
};

Error errorFor(int code, const char *message);

} // namespace parvis::detail
