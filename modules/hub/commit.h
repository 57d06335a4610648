#pragma once

#include "hub/hubstore.h"

namespace parvis {

//! Who did it, in which mutation. All null for the hub itself.
struct Author
{
    Id actor;
    Id device;
    qint64 n = 0;
    Id mutation;
};

//! What is hashed of a change: every column of its row, so that any alteration shows.
QByteArray changePayload(const ChangeRow &change);

//! One transaction in the making: numbers the changes, links the chain, keeps records and their scopes in step. Documents read or
//! written are kept for the lookups of the rules.
class Commit
{
public:
    Commit(HubWriter &store, TownState town, Instant now, const QByteArray &zone)
        : m_store(store), m_town(std::move(town)), m_now(now), m_zone(zone)
    {}

    HubWriter &store() { return m_store; }
    const TownState &town() const { return m_town; } //!< with what was appended so far
    Instant now() const { return m_now; }
    bool hasChanges() const { return m_added > 0; }

    //! The rules' view of the records. What the store refused meanwhile is told by lookupFailure().
    Lookup lookup();
    const std::optional<Error> &lookupFailure() const { return m_failure; }

    //! These answer the seq of the change.
    Result<qint64> create(Kind kind, const Id &id, QJsonObject document, const Author &author, Instant at);
    Result<qint64> patch(const EntityRow &row, const QJsonObject &before, const QJsonObject &after, const QJsonObject &effect,
                         const QJsonObject &was, const Author &author, Instant at);

    Status finish();

private:
    Result<qint64> append(ChangeRow change);
    Status complete(QJsonObject &request, Instant at); //!< what the hub gives to a new request: its number, a sane reception
    Result<Id> rootOf(Kind kind, const QJsonObject &document);
    int yearOf(Instant at) const;
    Result<qint64 *> lastNumber(int year);
    void remember(Kind kind, const Id &id, const QJsonObject &document);

    HubWriter &m_store;
    TownState m_town;
    Instant m_now;
    QByteArray m_zone;
    qint64 m_added = 0;
    QHash<std::pair<int, Id>, QJsonObject> m_documents;
    QHash<int, qint64> m_lastNumbers; //!< by year; gap-free, for a rollback forgets them
    std::optional<Error> m_failure;
};

//! Reads the document of a row. Storage if it is not one.
Result<QJsonObject> documentOf(const EntityRow &row);

} // namespace parvis
