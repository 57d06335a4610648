#pragma once

#include "hub/hubstore.h"
#include "sqlite/database.h"

namespace parvis {

//! The statements, over one connection inside one transaction. Readers see only its HubReader.
class SqliteTown final : public HubWriter
{
public:
    explicit SqliteTown(Database &database) : m_db(database) {}

    Result<TownState> town() override;
    Result<std::optional<EntityRow>> entity(Kind kind, const Id &id) override;
    Result<std::optional<EntityRow>> userByLogin(const QString &foldedLogin) override;
    Result<QByteArray> hashAt(qint64 seq) override;
    Status changesAfter(qint64 seq, const Each<ChangeRow> &each) override;
    Status patchesBack(Kind kind, const Id &id, qint64 seq, const Each<ChangeRow> &each) override;
    Status pastPatches(qint64 seq, qint64 upTo, const Each<ChangeRow> &each) override;
    Status family(const Id &root, const Each<EntityRow> &each) override;
    Status aboutCitizen(const Id &citizen, const Each<EntityRow> &each) override;
    Status page(Kind kind, const std::optional<QList<Partition>> &in, const Id &after, int limit,
                const Each<EntityRow> &each) override;
    Status openRequests(const Each<EntityRow> &each) override;
    Status citizensOf(const QList<Partition> &visible, const Id &after, const Each<EntityRow> &each) override;
    Result<qint64> count(Kind kind, const std::optional<QList<Partition>> &in) override;
    Result<qint64> lastN(const Id &device) override;
    Result<std::optional<StoredVerdict>> verdict(const Id &device, qint64 n) override;
    Status openRequestsIn(const QList<qint64> &cells, const Each<EntityRow> &each) override;
    Status openReplies(const Each<EntityRow> &each) override;
    Result<std::optional<OutgoingRow>> dueOutgoing(ReplyChannel channel, Instant now) override;
    Status outgoingAt(OutgoingStage stage, ReplyChannel channel, const Each<OutgoingRow> &each) override;
    Result<Instant> nextOutgoing(ReplyChannel channel) override;
    Status putOutgoing(const OutgoingRow &row) override;
    Status dropOutgoing(const Id &dispatch) override;
    Result<qint64> nextInSeries(const QString &name) override;
    Result<qint64> lastNumber(int year) override;
    Result<qint64> seqAtDay(Instant at) override;
    Status dueMail(const Id &user, Instant now, const Each<MailRow> &each) override;
    Result<MailCounts> mailCounts() override;
    Result<std::optional<StoredSecret>> secret(const Id &user) override;
    Result<std::optional<StoredToken>> tokenByHash(const QByteArray &hash) override;
    Result<std::optional<StoredSession>> session(const Id &id) override;

    Status foundTown(const QString &name) override;
    Status insertEntity(const EntityRow &row) override;
    Status updateEntity(const EntityRow &row) override;
    Status moveFamily(const Id &root, const Scope &scope) override;
    Status keepPastCitizen(const Id &citizen, Kind kind, const Id &about) override;
    Status append(const ChangeRow &change) override;
    Status setVerdict(const Id &device, const StoredVerdict &verdict) override;
    Status setLastNumber(int year, qint64 number) override;
    Status noteDay(Instant at, qint64 seq) override;
    Status insertMail(const MailRow &row) override;
    Status updateMail(const MailRow &row) override;
    Status expireMail(Instant waiting, Instant done, Instant now) override;
    Status setSecret(const Id &user, const StoredSecret &secret) override;
    Status putSession(const StoredSession &session) override;
    Status putToken(const StoredToken &token) override;
    Status spendToken(const QByteArray &hash) override;
    Status dropSession(const Id &session) override;
    Status dropSessionsOf(const Id &user) override;
    Status dropSessionsBefore(Instant until) override;
    Status setBackedUp(qint64 seq) override;
    Result<TownState> advance(qint64 by, const QByteArray &head) override;

private:
    Status walkEntities(Statement &statement, const Each<EntityRow> &each);
    Status walkChanges(Statement &statement, const Each<ChangeRow> &each);
    Result<std::optional<EntityRow>> oneEntity(Statement &statement);
    Result<std::vector<Id>> idsIn(Kind kind, const Partition &partition, const Id &after, int limit);

    Database &m_db;
};

} // namespace parvis
