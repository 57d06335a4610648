#pragma once

#include "domain/mutation.h"
#include "store/recordtable.h"

#include <QtCore/QSet>

namespace parvis {

//! One transaction on the desk's tables. It keeps the search index and the shadows in step with the records. The first failure is
//! remembered: what follows does nothing, and commit() tells it.
class Work
{
public:
    explicit Work(Database &database);

    bool failed() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }
    void fail(Error error);
    Status commit();
    template <typename T>
    Result<T> commit(T value)
    {
        if (const Status done = commit(); !done)
            return done.error();
        return value;
    }

    template <typename Sql, typename... V>
    void run(const Sql &sql, const V &...values)
    {
        if (!failed())
            keep(m_database.run(sql, values...));
    }
    void finish(Statement &statement); //!< runs it to the end
    bool next(Statement &statement);   //!< false at the end, and after a failure
    Database &database() { return m_database; }
    qint64 changes() const { return m_database.changes(); }

    qint64 metaInteger(QLatin1StringView key);
    QString metaText(QLatin1StringView key);
    template <typename V>
    void setMeta(QLatin1StringView key, const V &value)
    {
        run(QLatin1StringView("INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value = excluded.value"), key, value);
    }

    // Records, as they are shown
    std::optional<StoredRecord> load(Kind kind, const Id &id);
    std::optional<qint64> seq(Kind kind, const Id &id);
    void insert(Kind kind, const Id &id, const QJsonObject &document, qint64 seq);
    void replace(Kind kind, const Id &id, const QJsonObject &before, const QJsonObject &document, qint64 seq);
    void write(Kind kind, const Id &id, const QJsonObject &document, qint64 seq); //!< inserts or replaces
    void patch(Kind kind, const Id &id, const QJsonObject &fields, qint64 seq);   //!< plain new values; null clears
    void remove(Kind kind, const Id &id);
    //! With contacts, notes, attachments, proposals, history and shadows; the queue stays.
    void removeRequest(const Id &id);
    void removeStrayBlobs();          //!< files that no attachment in sight names, and that are not to be sent
    void removeCitizen(const Id &id); //!< with proposals and history; the queue and the shadow stay
    void removeMission(const Id &id);

    // Records with mutations on their way
    QSet<Id> overlaidTargets();
    QList<Mutation> overlay(const Id &target);
    struct Shadow
    {
        Kind kind = Kind::Request;
        qint64 seq = 0;
        std::optional<QJsonObject> document;
    };
    std::optional<Shadow> shadow(const Id &id);
    void setShadow(const Id &id, const Shadow &shadow);
    void ensureShadow(Kind kind, const Id &id); //!< from the record, if there is none
    void rebuild(Kind kind, const Id &id);      //!< shown := confirmed + what is on its way

    static Mutation readMutation(const Statement &statement); //!< from mutationColumns
    static constexpr QLatin1StringView mutationColumns{"n, id, kind, verb, target, base, fields, was, at"};

private:
    template <typename... V>
    void removeProposals(const QByteArray &targets, const V &...values);
    void keep(const Status &status);
    void writeShadows();
    qint64 rowid(Kind kind, const Id &id);
    bool isSearched(Kind kind, const QJsonObject &fields) const;
    void index(Kind kind, Statement words, bool isIn);
    void index(Kind kind, const Id &id, bool isIn);
    void indexRequestsOf(const Id &citizen, bool isIn);
    bool patchColumns(Kind kind, const Id &id, const QJsonObject &fields, qint64 seq);
    void indexNew();
    void forgetWords();
    bool hasRequests();

    Database &m_database;
    std::optional<Transaction> m_transaction;
    std::optional<Error> m_error;
    QHash<Id, Shadow> m_shadows; //!< newer than the table's
    static constexpr qint64 none = std::numeric_limits<qint64>::max();
    qint64 m_firstNewRequest = none; //!< from this rowid on, requests are not in the search index yet
    qint64 m_firstNewCitizen = none;
    std::optional<bool> m_hadRequests;
    bool m_forgets = false; //!< what is unindexed leaves no trace in the index
    bool m_leavesWords = false;
    qint64 m_requests = 0; //!< more of them than before
};

} // namespace parvis
