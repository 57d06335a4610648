#pragma once

#include "hub/commit.h"

// What agents are told by e-mail of, from the change that causes it to the mail server's word. A line is queued in the
// transaction of its cause, so that neither is without the other; once for each event and agent, by the event's id. Its words are
// made when it is sent, of what is so then, and of nothing that a citizen is or said: a number, what the matter is called in the
// town's own list, the service, the promised day, and who did it. What an import brings was told long ago, and elsewhere.

namespace parvis {

//! Queued nowhere by a hub that sends no mail; of a user without an address, disabled, or who does not see the request; of one
//! who does not want it. A change of their own is no news to anybody.
Status tellAssigned(Commit &commit, const Id &request, const QJsonObject &before, const QJsonObject &after, const Author &author);
Status tellReminder(Commit &commit, const Reminder &reminder);
Status tellMentions(Commit &commit, const Id &note, const QJsonObject &document, const Author &author);

//! One line of a mail, ready for words.
struct MailLine
{
    MailRow row;
    QString number;
    QString matter;  //!< what the card, else the theme is called; empty for neither, and for a confidential request
    QString service; //!< name
    QDate dueOn;     //!< promised, or meant by the reminder
    QString by;      //!< name; empty: the hub

    bool operator==(const MailLine &) const = default;
};

//! All that one agent is to be told now. The same again, with the same id, until settled.
struct DueMail
{
    Id id; //!< of the mail, for its Message-ID
    QString name, address;
    QList<MailLine> lines; //!< at least one, in the order of what happened

    bool operator==(const DueMail &) const = default;
};

//! What is due first, if anything. Looked at anew: what is no longer theirs to know, or nobody's matter any more, is dropped;
//! what falls into quiet time waits for its end.
Result<std::optional<DueMail>> claimMail(Commit &commit);

//! \a sent: success, Forbidden (the server will never take it: failed), or another error (tried again, later each time, until it
//! is too old).
Status settleMail(Commit &commit, const DueMail &mail, const Status &sent);

//! Ends the wait of lines that nobody sent in 14 days, and forgets what was done two months ago.
Status expireMail(Commit &commit);

} // namespace parvis
