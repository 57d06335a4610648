#include "domain/template.h"

#include "domain/cardlife.h"

namespace parvis {

EntityDescription ReplyTemplate::description()
{
    using T = ReplyTemplate;
    return {kind,
            {field<&T::use>("use", Merge::FirstWins), field<&T::code>("code", Merge::FirstWins),
             field<&T::name>("name", Merge::FirstWins), field<&T::card>("card", Merge::FirstWins),
             field<&T::theme>("theme", Merge::FirstWins), field<&T::service>("service", Merge::FirstWins),
             field<&T::channel>("channel", Merge::FirstWins), field<&T::tone>("tone", Merge::FirstWins),
             field<&T::subject>("subject", Merge::FirstWins), field<&T::text>("text", Merge::LongText),
             field<&T::archived>("archived", Merge::FirstWins),
             field<&T::author>("author", Merge::Fixed, Purpose::Accountability)}};
}

Refusal templateRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor)
{
    const auto then = fromDocument<ReplyTemplate>({}, before);
    const auto now = fromDocument<ReplyTemplate>({}, after);
    const bool mayWrite =
        mayWriteCards(actor, now.service) && (before.isEmpty() ? now.author == actor.user : mayWriteCards(actor, then.service));
    if (!mayWrite)
        return Refusal::NotAllowed;
    const bool isWhole = !now.name.trimmed().isEmpty() && !now.text.trimmed().isEmpty() &&
                         (now.use != TemplateUse::Paragraph || !now.code.isEmpty());
    return isWhole ? Refusal::None : Refusal::MissingField;
}

int fitness(const ReplyTemplate &t, const Id &card, const IdSet &themes, const Id &service, ReplyChannel channel)
{
    const bool fits = !t.archived && (t.card.isNull() || t.card == card) && (t.theme.isNull() || themes.contains(t.theme)) &&
                      (t.service.isNull() || t.service == service) && (t.channel == ReplyChannel::None || t.channel == channel);
    if (!fits)
        return 0;
    // What says more of the request fits better; its card says more than its theme, that more than its service.
    return 1 + (t.card.isNull() ? 0 : 16) + (t.theme.isNull() ? 0 : 8) + (t.service.isNull() ? 0 : 4) +
           (t.channel == ReplyChannel::None ? 0 : 2);
}

} // namespace parvis
