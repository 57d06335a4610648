#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QtCore/QList>

#include <optional>

namespace parvis {

//! One question to the hub and its answer, as numbers: no name, no text, no token, no id.
struct Exchange
{
    Instant at;
    QString verb;                  //!< "POST"
    QString route;                 //!< "/v1/push", never a query
    qint64 sent = 0, received = 0; //!< rows: mutations, changes, records
    qint64 bytesUp = 0, bytesDown = 0;
    qint64 ms = 0;
    int status = 0; //!< of HTTP; 0: no answer
    std::optional<ErrorCode> error;

    bool operator==(const Exchange &) const = default;
};

//! The last exchanges, for the Sync workspace and a report that an agent can attach. One thread.
class ExchangeLog
{
public:
    static constexpr qsizetype capacity = 200;

    void add(Exchange exchange);
    const QList<Exchange> &exchanges() const { return m_exchanges; } //!< oldest first
    qint64 count() const { return m_count; }                         //!< of all that ever were added

    //! One line each, oldest first: for experts, so neither translated nor localised.
    QString report() const;

private:
    QList<Exchange> m_exchanges;
    qint64 m_count = 0;
};

//! A stable word for a code: "history-diverged".
QString codeWord(ErrorCode code);

} // namespace parvis
