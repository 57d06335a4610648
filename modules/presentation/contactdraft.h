#pragma once

#include "domain/citizen.h"
#include "domain/request.h"
#include "presentation/streetindex.h"

namespace parvis {

//! What the desk knows of a contact while it is written down: the whole form as a value, so that it can be kept, parked and
//! brought back as it was.
struct ContactDraft
{
    Id id; //!< names the draft in the store
    Channel channel = Channel::Phone;
    Instant startedAt;
    QString who;                       //!< as typed
    Id citizen;                        //!< the chosen one; null: unknown or anonymous
    std::optional<Citizen> newCitizen; //!< to be made with the contact
    QString what;                      //!< as typed
    Id card;
    QString where; //!< as typed
    Place place;   //!< the chosen one; its address is empty if none is
    QString text;
    QJsonObject form;
    ReplyChannel replyChannel = ReplyChannel::None;
    bool replyChosen = false; //!< by the agent, so that a caller's habit no longer changes it

    bool hasContent() const; //!< something would be lost with it
    bool operator==(const ContactDraft &) const = default;
};

QJsonObject toJson(const ContactDraft &draft);
ContactDraft contactDraftFrom(const Id &id, const QJsonObject &json);

//! A new citizen out of one line: "Mme Claire DUMONT 06 12 34 56 78", "0612345678", "sarl@exemple.fr". Capitals mark the last
//! name; without them the first word is the last name, as it is when an agent looks somebody up.
Citizen citizenFromLine(QStringView line);

} // namespace parvis
