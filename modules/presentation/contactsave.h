#pragma once

#include "domain/cardform.h"
#include "domain/permissions.h"
#include "presentation/advice.h"
#include "presentation/contactdraft.h"

namespace parvis {

enum class SaveAs {
    Transmit,          //!< to the service in charge, or to be qualified
    AnsweredOnTheSpot, //!< and closed
    AddToRequest,      //!< a further contact of a request that exists
    WithIncident       //!< transmitted, as one more report of what another request reports
};

//! What keeps a draft from being saved as it is.
enum class DraftGap {
    None,
    WhoUnknown, //!< something is typed that is neither a known citizen nor a new one
    NoName,     //!< a new citizen needs a name
    BadPhone,   //!< the new citizen's number can't be one
    Nothing,    //!< neither subject nor text
    Place,      //!< the card needs one
    FormField   //!< a field of the card is empty and required, or holds what it can't
};

struct DraftCheck
{
    DraftGap gap = DraftGap::None;
    QString field;                          //!< code of the form's field, for FormField
    bool mayPass = false;                   //!< the agent may save in spite of it
    FieldFault fault = FieldFault::Missing; //!< for FormField

    bool operator==(const DraftCheck &) const = default;
};

//! The first gap in the order of the form.
DraftCheck check(const ContactDraft &draft, const Card *card, SaveAs how);

//! The records that a draft becomes, in the order of their creation.
struct ContactRecords
{
    std::optional<Citizen> citizen;
    std::optional<Request> request;
    Contact contact;
    QList<Attachment> attachments; //!< the files of the card's form, by reference
};

//! \a existing: the request to add to, for AddToRequest. Ids come from \a ids; \a now ends the contact.
ContactRecords recordsFor(const ContactDraft &draft, SaveAs how, const Id &existing, const Actor &actor,
                          const ReferenceData &town, Instant now, IdMaker &ids);

} // namespace parvis
