#pragma once

#include "domain/request.h"
#include "domain/workingcalendar.h"
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

//! By which means this hub reaches people without anybody's help.
struct Outlets
{
    bool mail = false;    //!< somebody claims e-mail and sends it, to agents and to citizens
    bool sms = false;     //!< the same of SMS
    bool letters = false; //!< receptions are acknowledged by letter too, for people to print and post
};

//! What is hashed of a change: every column of its row, so that any alteration shows.
QByteArray changePayload(const ChangeRow &change);

//! One transaction in the making: numbers the changes, links the chain, keeps records and their scopes in step. Documents read or
//! written are kept for the lookups of the rules.
class Commit
{
public:
    Commit(HubWriter &store, TownState town, Instant now, const QByteArray &zone, const Outlets &outlets)
        : m_store(store), m_town(std::move(town)), m_now(now), m_zone(zone), m_outlets(outlets)
    {}

    HubWriter &store() { return m_store; }
    const TownState &town() const { return m_town; } //!< with what was appended so far
    Instant now() const { return m_now; }
    bool tellsByMail() const { return m_outlets.mail; } //!< what concerns agents is queued, see mailqueue.h
    bool sends(ReplyChannel channel) const;             //!< to citizens
    int yearOf(Instant at) const;                       //!< on the wall of the town
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
    Result<qint64 *> lastNumber(int year);
    void remember(Kind kind, const Id &id, const QJsonObject &document);

    HubWriter &m_store;
    TownState m_town;
    Instant m_now;
    QByteArray m_zone;
    Outlets m_outlets;
    qint64 m_added = 0;
    QHash<std::pair<int, Id>, QJsonObject> m_documents;
    QHash<int, qint64> m_lastNumbers; //!< by year; gap-free, for a rollback forgets them
    std::optional<Error> m_failure;
};

//! Reads the document of a row. Storage if it is not one.
Result<QJsonObject> documentOf(const EntityRow &row);

//! Lays \a fields over a record that is there, as a change of \a author's. NotFound.
Status change(Commit &commit, Kind kind, const Id &id, const QJsonObject &fields, const Author &author);

//! The town's; the usual one where it has none.
Result<WorkingCalendar> calendarOf(HubReader &reader);

} // namespace parvis
