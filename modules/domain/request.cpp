#include "domain/request.h"

#include <algorithm>
#include <array>

namespace parvis {

EntityDescription Request::description()
{
    using R = Request;
    return {kind,
            {field<&R::number>("number", Merge::Hub),
             field<&R::subject>("subject", Merge::FirstWins, Purpose::Handling),
             field<&R::text>("text", Merge::LongText, Purpose::Handling),
             field<&R::channel>("channel", Merge::FirstWins),
             field<&R::citizen>("citizen", Merge::FirstWins, Purpose::Identification),
             field<&R::card>("card", Merge::FirstWins, Purpose::None, "card"),
             field<&R::cardRevision>("card_revision", Merge::FirstWins, Purpose::None, "card"),
             field<&R::theme>("theme", Merge::FirstWins),
             field<&R::service>("service", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::assignee>("assignee", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::status>("status", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::reason>("reason", Merge::CompareAndSet, Purpose::Handling, "progress"),
             field<&R::address>("address", Merge::FirstWins, Purpose::Handling, "place"),
             field<&R::district>("district", Merge::FirstWins, Purpose::None, "place"),
             field<&R::latitude>("latitude", Merge::FirstWins, Purpose::Handling, "place"),
             field<&R::longitude>("longitude", Merge::FirstWins, Purpose::Handling, "place"),
             field<&R::receivedAt>("received_at", Merge::Fixed),
             field<&R::dueOn>("due_on", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::suspensions>("suspensions", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::missing>("missing", Merge::CompareAndSet, Purpose::Handling, "progress"),
             field<&R::authority>("authority", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::answeredAt>("answered_at", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::closedAt>("closed_at", Merge::CompareAndSet, Purpose::None, "progress"),
             field<&R::replyChannel>("reply_channel", Merge::FirstWins, Purpose::Answering),
             field<&R::onTheSpot>("on_the_spot", Merge::Fixed),
             field<&R::confidential>("confidential", Merge::FirstWins),
             field<&R::form>("form", Merge::FirstWins, Purpose::Handling),
             field<&R::tags>("tags", Merge::Set),
             field<&R::checked>("checked", Merge::Set),
             field<&R::parent>("parent", Merge::FirstWins),
             field<&R::incident>("incident", Merge::FirstWins),
             field<&R::satisfaction>("satisfaction", Merge::FirstWins, Purpose::Handling),
             field<&R::createdBy>("created_by", Merge::Fixed, Purpose::Accountability),
             field<&R::externalId>("external_id", Merge::Fixed)}};
}

bool followsFromOthers(QStringView field)
{
    static constexpr std::array names{QLatin1StringView("answered_at"),   QLatin1StringView("closed_at"),
                                      QLatin1StringView("card_revision"), QLatin1StringView("latitude"),
                                      QLatin1StringView("longitude"),     QLatin1StringView("suspensions")};
    return std::find(names.begin(), names.end(), field) != names.end();
}

EntityDescription Contact::description()
{
    using C = Contact;
    return {kind,
            {field<&C::request>("request", Merge::Fixed),
             field<&C::citizen>("citizen", Merge::FirstWins, Purpose::Identification),
             field<&C::channel>("channel", Merge::FirstWins), field<&C::outgoing>("outgoing", Merge::Fixed),
             field<&C::at>("at", Merge::Fixed), field<&C::agent>("agent", Merge::Fixed, Purpose::Accountability),
             field<&C::seconds>("seconds", Merge::FirstWins), field<&C::text>("text", Merge::LongText, Purpose::Handling),
             field<&C::post>("post", Merge::FirstWins)}};
}

EntityDescription Note::description()
{
    using N = Note;
    return {kind,
            {field<&N::request>("request", Merge::Fixed), field<&N::author>("author", Merge::Fixed, Purpose::Accountability),
             field<&N::at>("at", Merge::Fixed), field<&N::text>("text", Merge::FirstWins, Purpose::Handling),
             field<&N::redacted>("redacted", Merge::FirstWins)}};
}

EntityDescription Attachment::description()
{
    using A = Attachment;
    return {kind,
            {field<&A::request>("request", Merge::Fixed), field<&A::sha256>("sha256", Merge::Fixed),
             field<&A::name>("name", Merge::FirstWins, Purpose::Handling), field<&A::mediaType>("media_type", Merge::Fixed),
             field<&A::bytes>("bytes", Merge::Fixed), field<&A::at>("at", Merge::Fixed),
             field<&A::author>("author", Merge::Fixed, Purpose::Accountability),
             field<&A::removed>("removed", Merge::FirstWins)}};
}

} // namespace parvis
