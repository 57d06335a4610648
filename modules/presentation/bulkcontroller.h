#pragma once

#include "presentation/referencedata.h"
#include "presentation/requestmoves.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

#include <functional>

namespace parvis {

enum class BulkAct {
    Note,
    Assign,
    Take,  //!< the agent makes them their own
    Begin, //!< in progress
    PutBack,
    CloseWithReply,
    Gather,  //!< of one cause: into one incident
    TakeOut, //!< of their incident
    Part     //!< a merge of incidents is taken back
};

//! What became of one act on several requests. Each stands for itself: what the rules refuse leaves the others done.
struct BulkDone
{
    struct Refused
    {
        Id request;
        QString number;
        Error error; //!< the token of Refusal as detail
    };
    BulkAct act = BulkAct::Note;
    QList<Id> requests;             //!< that were changed
    QList<QList<qint64>> mutations; //!< of each, for undo(); of an incident that no request came by there are only these
    QList<Refused> refused;
    QList<Id> unchanged; //!< were so already, or are gone
    int stillTold = 0;   //!< of undone(): requests that keep the contact by which the citizen was told
};

//! Acts on one or many requests as they stand in the store, whoever changed them since they were listed. GUI thread.
class BulkController final : public QObject
{
    Q_OBJECT
public:
    BulkController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock, QRandomGenerator &random,
                   QObject *parent = nullptr);

    void setActor(const Actor &actor) { m_actor = actor; }
    bool may(Permission permission) const { return m_actor.may(permission); }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

    // done() or failed() follows; of closing nothing is sent: the reply is on record as told. Where another service gets what one
    // has already, assigning without a remark is followed by reasonWanted().
    void addNote(const QList<Id> &requests, const QString &text);
    void assign(const QList<Id> &requests, const Id &service, const Id &assignee, const QString &remark);
    void take(const QList<Id> &requests);
    void begin(const QList<Id> &requests);
    void putBack(const QList<Id> &requests); //!< to those whom nobody has, or has not begun
    void closeWithReply(const QList<Id> &requests, const QString &reason, const QString &reply);
    //! Into \a incident; null: into the one that some of them are in, or a new one. Two incidents become one.
    void gather(const QList<Id> &requests, const Id &incident = {});
    void takeOut(const QList<Id> &requests);
    void part(const Id &incident); //!< it stands by itself again, with all that came by it; nothing if it does
    //! undone() or failed() follows. \a remark: becomes a note where the contact with a reply stays on record.
    void undo(const BulkDone &done, const QString &remark = {});

    // What is being written for the chosen ones is kept within a second.
    void keep(const QString &text);
    QFuture<Result<QString>> kept(); //!< as it was left

Q_SIGNALS:
    void done(const parvis::BulkDone &done);
    void undone(const parvis::BulkDone &done);
    void failed(const parvis::Error &error); //!< of the store: nothing was changed
    void reasonWanted();                     //!< why they go to another service: nothing was changed

private:
    using Edits = std::function<QList<Edit>(const RequestMoves &moves, const SeenRequest &seen)>;
    void act(BulkAct act, const QList<Id> &requests, const Edits &edits);
    void write(BulkAct act, const QList<SeenRequest> &seen, const Edits &edits, const QList<Id> &gone);
    struct Written
    {
        BulkDone done;
        QList<Mutation> mutations;
    };
    void tell(const Result<Written> &all);

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;
};

} // namespace parvis
