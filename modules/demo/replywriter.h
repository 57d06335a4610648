#pragma once

#include "demo/replydata.h"
#include "domain/citizen.h"
#include "domain/reply.h"
#include "domain/workingcalendar.h"
#include "hub/hub.h"
#include "wording/replytemplate.h"

namespace parvis {

//! Writes the replies of the last weeks, each along its circuit by the rules of replies: most wait in the signature book of the
//! director general, some came back, some went out, and one goes to ten citizens. It draws from a chance of its own, so that it
//! changes nothing of the cases that it answers.
class ReplyWriter
{
public:
    ReplyWriter(const TownData &town, const ReplyData &replies, quint32 seed, Instant until);

    void know(const Citizen &citizen) { m_citizens.insert(citizen.id, citizen); }
    //! A request just received, with all that was written of it from \a first on.
    void follow(const QList<IntakeRecord> &records, qsizetype first);
    //! Once all requests are written.
    void finish(QList<IntakeRecord> &into);

private:
    struct Course;
    Lookup lookup() const;
    std::optional<Request> take(bool isOpen, int steps, bool isLetter = false);
    std::optional<Reply> composed(const QList<Request> &answered, const QString &templateCode);
    void write(const QList<Request> &answered, const QString &templateCode, const Course &course, QList<IntakeRecord> &into);
    void send(const Reply &reply, Instant at, QList<IntakeRecord> &into);
    void toMany(QList<IntakeRecord> &into);
    Actor deciderOf(const Reply &reply) const;
    Instant later(Instant after);

    const TownData &m_town;
    const ReplyData &m_replies;
    Chance m_chance;
    Instant m_until;
    WorkingCalendar m_calendar;
    Paragraphs m_paragraphs;
    QHash<Id, Citizen> m_citizens;
    QHash<Id, Card> m_cards;
    QList<Request> m_open, m_answered; //!< of the last weeks, to be replied to
    QHash<Id, QJsonObject> m_requests;
};

} // namespace parvis
