#pragma once

#include "hub/hubstore.h"

namespace parvis {

//! A change as one caller sees it, its documents as JSON text.
struct FeedItem
{
    qint64 seq = 0;
    ChangeOp op = ChangeOp::Patch;
    Kind kind = Kind::Request;
    Id id;
    QByteArray fields, was; //!< empty for {}
    Id actor;
    Id device;
    qint64 n = 0;
    Instant at;
};

struct FeedPage
{
    QList<FeedItem> items;
    Cursor next;
    bool more = false;
};

//! Records as they stood after some commit.
class Past
{
public:
    explicit Past(HubReader &reader) : m_reader(reader) {}

    //! JSON text; nothing if it was not there yet.
    Result<std::optional<QByteArray>> document(const EntityRow &row, qint64 seq);
    Result<std::optional<QByteArray>> document(Kind kind, const Id &id, qint64 seq);
    Result<Scope> requestScope(const Id &request, qint64 seq);

private:
    HubReader &m_reader;
};

//! HistoryDiverged if \a place is none in this history, as after a restore from a backup.
Status checkPlace(HubReader &reader, const TownState &town, const Cursor &place);

//! The part of the town's history that \a actor sees, after \a since. A change that moves a record out of sight becomes a leave,
//! one that moves it into sight an enter of all that hangs on it, as it stood then; both share the seq of their cause, and a
//! page never ends inside a seq. HistoryDiverged, CursorExpired.
Result<FeedPage> readFeed(HubReader &reader, const Actor &actor, const Cursor &since, int limit, qint64 longestReplay);

Result<Change> changeOf(const FeedItem &item);
QByteArray changeJson(const FeedItem &item); //!< the same as compactJson(toJson(changeOf(item))), without parsing

} // namespace parvis
