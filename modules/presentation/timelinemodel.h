#pragma once

#include "store/timelinequery.h"

#include <QtCore/QAbstractListModel>

namespace parvis {

//! One field of a change: old → new, as they stand in documents.
struct FieldStep
{
    QString field;
    QJsonValue before; //!< undefined if this desk does not know it
    QJsonValue after;

    bool operator==(const FieldStep &) const = default;
};

//! Something that happened to a request.
struct TimelineEntry
{
    enum class What { Created, Changed, Contact, Note, Attachment, Reminder, Proposal, Mission, Reply, Dispatch };
    What what = What::Changed;
    Id id; //!< of the record; of the request for Created and Changed
    Instant at;
    Id author;
    bool isPending = false;           //!< not known to be at the hub
    Channel channel = Channel::Phone; //!< of a contact, or of the first one for Created
    bool isOutgoing = false;
    int seconds = 0;
    QString text; //!< of the agent or the citizen; name of the file
    bool isRedacted = false;
    QList<FieldStep> steps; //!< for Changed; for Proposal: what stands and what was wanted
    ProposalState state = ProposalState::Open;
    ReminderLevel level = ReminderLevel::Referent; //!< of a reminder
    Id to;                                         //!< who was reminded
    QDate dueOn;                                   //!< of what
    parvis::Mission mission;                       //!< of patrol
    bool isTold = false;                           //!< its report stands in a note beside it
    parvis::Dispatch dispatch;                     //!< what went out, or is on its way
    ReplyState replyState = ReplyState::Draft;     //!< of a reply
    QString reason;                                //!< why a reply was returned or refused

    bool operator==(const TimelineEntry &) const = default;
};

//! What happened, newest first. Fields that only keep books (closed_at beside the status …) are left out.
QList<TimelineEntry> timelineOf(const RequestDetail &detail);

//! The timeline as a list that changes only where it changed, so that a reader keeps the place. GUI thread.
class TimelineModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using Wording = std::function<QString(const TimelineEntry &entry)>;
    using QAbstractListModel::QAbstractListModel;

    void setWording(Wording wording) { m_wording = std::move(wording); } //!< for assistive technology
    void setEntries(const QList<TimelineEntry> &entries);
    const TimelineEntry &entry(int row) const { return m_entries.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_entries.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<TimelineEntry> m_entries;
    Wording m_wording;
};

} // namespace parvis
