#pragma once

#include "domain/request.h"
#include "presentation/referencedata.h"
#include "store/deskstore.h"

namespace parvis {

//! A request as an agent saw it.
struct SeenRequest
{
    Request request;
    qint64 seq = 0;
};

//! The channel on which somebody who wants to be answered so is told.
Channel channelFor(ReplyChannel wanted);

int notesIn(const QList<Mutation> &mutations); //!< how many are written anew

//! What an agent does to requests, as edits for the store: the same for one and for many. Reads nothing; values in, values out.
class RequestMoves
{
public:
    RequestMoves(const ReferenceData &town, IdMaker &ids, Id agent, Instant now)
        : m_town(town), m_ids(ids), m_agent(agent), m_now(now)
    {}

    Edit note(const Id &request, const QString &text) const;
    Edit contact(const Request &request, Channel channel, bool isOutgoing, const QString &text) const;

    struct Step
    {
        RequestStatus status = RequestStatus::Received;
        QString reason = {};      //!< token of reasons(), or words
        QString remark = {};      //!< becomes a note, or a contact where the citizen is told with it
        Channel channel = {};     //!< of that contact
        QStringList missing = {}; //!< documents, of a request that waits for them
        QString authority = {};   //!< of one that is passed on to another one (CRPA L. 114-2)
    };
    //! True if \a step tells the citizen of \a request: its remark is what they are told.
    static bool tells(const Request &request, const Step &step);
    //! A request is answered before it is closed: where the step closes one that was not, and tells, both are done.
    QList<Edit> status(const SeenRequest &seen, const Step &step) const;

    //! Null service: back to the desk, to be qualified.
    QList<Edit> assign(const SeenRequest &seen, const Id &service, const Id &assignee, const QString &remark) const;

    Edit outOfIncident(const SeenRequest &seen) const;

    //! A new request that is a part of \a whole: same citizen and place, another service.
    QList<Edit> part(const Request &whole, const Id &service, const Id &assignee, const QDate &dueOn, const QString &text) const;

private:
    Edit patch(const SeenRequest &seen, const QJsonObject &set) const;
    QJsonObject moved(const Request &request, RequestStatus status, const QString &reason) const;

    const ReferenceData &m_town;
    IdMaker &m_ids;
    Id m_agent;
    Instant m_now;
};

} // namespace parvis
