#include "presentation/referencedata.h"

#include "geo/districtlayers.h"

namespace parvis {

template <typename T>
static QHash<Id, qsizetype> placesOf(const QList<T> &list)
{
    QHash<Id, qsizetype> places;
    places.reserve(list.size());
    for (qsizetype i = 0; i < list.size(); ++i)
        places.insert(list.at(i).id, i);
    return places;
}

CardIndex ReferenceData::cardIndexOf(const ReferenceRecords &reference)
{
    QHash<Id, QString> themeNames;
    for (const Theme &theme : reference.themes)
        themeNames.insert(theme.id, theme.name);
    return CardIndex(reference.cards, themeNames);
}

void ReferenceData::setLearned(const QHash<Id, CardUse> &uses, int month, const PastWords &past)
{
    m_cardUses = uses;
    m_month = month;
    m_past = past;
    m_cardIndex.setUse(uses, month);
    m_cardIndex.setPast(past);
    Q_EMIT learned();
}

void ReferenceData::set(ReferenceRecords reference)
{
    CardIndex cards = cardIndexOf(reference);
    setRecords(std::move(reference));
    setCardIndex(std::move(cards));
}

void ReferenceData::setRecords(ReferenceRecords reference)
{
    m_reference = std::move(reference);
    drawLayers();
    m_units = placesOf(m_reference.units);
    m_districts = placesOf(m_reference.districts);
    m_themes = placesOf(m_reference.themes);
    m_users = placesOf(m_reference.users);
    m_cards = placesOf(m_reference.cards);
    m_calendar = WorkingCalendar(m_reference.calendar);
    m_routing = Routing(m_reference.units, m_reference.districts, m_reference.users, m_reference.rules);
    indexPlaces();
    Q_EMIT changed();
}

//! Reading the outlines of a large town takes some 30 ms: only when one of them has changed.
void ReferenceData::drawLayers()
{
    QList<District> drawn;
    for (const District &district : std::as_const(m_reference.districts)) {
        if (!district.geometry.isEmpty())
            drawn.append(district);
    }
    m_sectors.clear();
    for (const District &district : std::as_const(m_reference.districts)) {
        if (!district.isCouncil())
            m_sectors.append(district);
    }
    m_reference.districts.removeIf([](const District &district) { return !district.isCouncil(); });
    if (drawn == m_drawn)
        return;
    m_drawn = drawn;
    m_layers = layersOf(drawn);
}

void ReferenceData::indexPlaces()
{
    const bool hasCouncils = !m_layers.isEmpty() && m_layers.first().name().isEmpty();
    m_placeIndex = PlaceIndex(m_reference.streets, m_addresses, hasCouncils ? m_layers.first() : AreaLayer());
}

void ReferenceData::setAddresses(const AddressIndex &addresses)
{
    m_addresses = addresses;
    indexPlaces();
    Q_EMIT changed();
}

void ReferenceData::setCardIndex(CardIndex cards)
{
    m_cardIndex = std::move(cards);
    m_cardIndex.setUse(m_cardUses, m_month);
    m_cardIndex.setPast(m_past);
    Q_EMIT learned();
}

QString ReferenceData::unitName(const Id &id) const
{
    const Unit *found = unit(id);
    if (!found)
        return {};
    return found->shortName.isEmpty() ? found->name : found->shortName;
}

QString ReferenceData::districtName(const Id &id) const
{
    const District *found = district(id);
    return found ? found->name : QString();
}

QString ReferenceData::areaNames(const Place &place) const
{
    QStringList names{districtName(place.district)};
    const bool isSomewhere = place.latitude && place.longitude;
    for (const AreaLayer &layer : m_layers) {
        const Area *area = isSomewhere && !layer.name().isEmpty() ? layer.at({*place.latitude, *place.longitude}) : nullptr;
        names.append(area ? area->name : QString());
    }
    names.removeAll(QString());
    return names.join(QStringLiteral(" · "));
}

QString ReferenceData::userName(const Id &id) const
{
    const User *found = user(id);
    return found ? found->name : QString();
}

QString ReferenceData::cardTitle(const Id &id) const
{
    const Card *found = card(id);
    return found ? found->title : QString();
}

} // namespace parvis
