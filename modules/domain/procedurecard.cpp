#include "domain/procedurecard.h"

namespace parvis {

namespace {

template <typename T>
QList<FieldDescription> contentFields()
{
    using C = T;
    return {field<&C::title>("title", Merge::FirstWins),
            field<&C::summary>("summary", Merge::LongText),
            field<&C::theme>("theme", Merge::FirstWins),
            field<&C::keywords>("keywords", Merge::Set),
            field<&C::citizenWords>("citizen_words", Merge::Set),
            field<&C::audience>("audience", Merge::FirstWins),
            field<&C::ask>("ask", Merge::LongText),
            field<&C::say>("say", Merge::LongText),
            field<&C::steps>("steps", Merge::LongText),
            field<&C::documents>("documents", Merge::FirstWins),
            field<&C::price>("price", Merge::FirstWins),
            field<&C::location>("location", Merge::FirstWins),
            field<&C::law>("law", Merge::FirstWins),
            field<&C::service>("service", Merge::FirstWins),
            field<&C::serviceByDistrict>("service_by_district", Merge::FirstWins),
            field<&C::referent>("referent", Merge::FirstWins),
            field<&C::complexity>("complexity", Merge::FirstWins),
            field<&C::delayDays>("delay_days", Merge::FirstWins),
            field<&C::silence>("silence", Merge::FirstWins),
            field<&C::acknowledgement>("acknowledgement", Merge::LongText),
            field<&C::replyTemplates>("reply_templates", Merge::FirstWins),
            field<&C::replyCircuit>("reply_circuit", Merge::FirstWins),
            field<&C::retentionMonths>("retention_months", Merge::FirstWins),
            field<&C::seeAlso>("see_also", Merge::Set),
            field<&C::validFrom>("valid_from", Merge::FirstWins),
            field<&C::validUntil>("valid_until", Merge::FirstWins),
            field<&C::reviewMonths>("review_months", Merge::FirstWins),
            field<&C::needsPlace>("needs_place", Merge::FirstWins),
            field<&C::confidential>("confidential", Merge::FirstWins),
            field<&C::form>("form", Merge::FirstWins)};
}

} // namespace

EntityDescription Card::description()
{
    using C = Card;
    return {kind, contentFields<C>() << field<&C::code>("code", Merge::Hub) << field<&C::revision>("revision", Merge::Hub)
                                     << field<&C::publishedAt>("published_at", Merge::Hub)
                                     << field<&C::reviewOn>("review_on", Merge::FirstWins)
                                     << field<&C::archived>("archived", Merge::FirstWins)};
}

EntityDescription CardDraft::description()
{
    using D = CardDraft;
    constexpr auto life = "life"; // one move, one winner
    return {kind, contentFields<D>() << field<&D::card>("card", Merge::Fixed) << field<&D::code>("code", Merge::FirstWins)
                                     << field<&D::base>("base", Merge::CompareAndSet, Purpose::None, life)
                                     << field<&D::author>("author", Merge::Fixed, Purpose::Accountability)
                                     << field<&D::at>("at", Merge::Fixed)
                                     << field<&D::state>("state", Merge::CompareAndSet, Purpose::None, life)
                                     << field<&D::step>("step", Merge::CompareAndSet, Purpose::None, life)
                                     << field<&D::circuit>("circuit", Merge::CompareAndSet, Purpose::None, life)
                                     << field<&D::reason>("reason", Merge::CompareAndSet, Purpose::None, life)};
}

EntityDescription CardRevision::description()
{
    using R = CardRevision;
    return {kind,
            {field<&R::card>("card", Merge::Hub), field<&R::number>("number", Merge::Hub),
             field<&R::content>("content", Merge::Hub), field<&R::publishedAt>("published_at", Merge::Hub),
             field<&R::publishedBy>("published_by", Merge::Hub, Purpose::Accountability),
             field<&R::author>("author", Merge::Hub, Purpose::Accountability)}};
}

EntityDescription CardRemark::description()
{
    using R = CardRemark;
    return {kind,
            {field<&R::card>("card", Merge::Fixed), field<&R::draft>("draft", Merge::Fixed),
             field<&R::type>("type", Merge::Fixed), field<&R::step>("step", Merge::Fixed),
             field<&R::author>("author", Merge::Fixed, Purpose::Accountability),
             field<&R::onBehalf>("on_behalf", Merge::Fixed, Purpose::Accountability), field<&R::at>("at", Merge::Fixed),
             field<&R::text>("text", Merge::LongText), field<&R::handled>("handled", Merge::FirstWins)}};
}

QJsonObject contentOf(const QJsonObject &document)
{
    static const QList<FieldDescription> fields = contentFields<CardDraft>();
    QJsonObject content;
    for (const FieldDescription &f : fields) {
        const QJsonValue value = document.value(f.name);
        if (!value.isUndefined())
            content.insert(f.name, value);
    }
    return content;
}

bool isInForce(const CardContent &card, const QDate &day)
{
    return (!card.validFrom.isValid() || card.validFrom <= day) && (!card.validUntil.isValid() || day <= card.validUntil);
}

int delayOf(const CardContent &card)
{
    if (card.delayDays > 0)
        return card.delayDays;
    return card.complexity == CardKind::Simple ? 2 : 10;
}

Id routedService(const CardContent &card, const Id &district)
{
    const auto cut = idFromText(card.serviceByDistrict.value(idText(district)).toString());
    return cut.value_or(card.service);
}

} // namespace parvis
