#pragma once

#include "domain/workingcalendar.h"
#include "presentation/cardindex.h"
#include "presentation/placeindex.h"
#include "store/referencequery.h"

#include <QtCore/QObject>

namespace parvis {

class OnlinePlaces;

//! The town's organisation, streets and cards in memory, so that what a form needs at each key never waits for the store. Lives
//! in the GUI thread; filled from the store at start and whenever the organisation changes.
class ReferenceData final : public QObject
{
    Q_OBJECT
public:
    explicit ReferenceData(QObject *parent = nullptr) : QObject(parent) {}

    void set(ReferenceRecords reference);
    //! Making the index of some hundred cards takes longer than a key stroke: cardIndexOf() elsewhere, then setCardIndex(). Until
    //! then cards are found by the words that they had before.
    void setRecords(ReferenceRecords reference);
    void setCardIndex(CardIndex cards);
    static CardIndex cardIndexOf(const ReferenceRecords &reference); //!< any thread

    //! What the desk's past says of the cards, by calendar month of now; kept for later cards.
    void setLearned(const QHash<Id, CardUse> &uses, int month, const PastWords &past);

    //! Null if unknown; pointers hold until the next changed().
    const Unit *unit(const Id &id) const { return find(m_reference.units, m_units, id); }
    const District *district(const Id &id) const { return find(m_reference.districts, m_districts, id); }
    const Theme *theme(const Id &id) const { return find(m_reference.themes, m_themes, id); }
    const User *user(const Id &id) const { return find(m_reference.users, m_users, id); }
    const Card *card(const Id &id) const { return find(m_reference.cards, m_cards, id); }

    const QList<Unit> &units() const { return m_reference.units; }
    const QList<District> &districts() const { return m_reference.districts; } //!< the district councils
    const QList<District> &sectors() const { return m_sectors; }               //!< areas of other divisions
    const QList<Theme> &themes() const { return m_reference.themes; }
    const QList<User> &users() const { return m_reference.users; }
    const QList<Card> &cards() const { return m_reference.cards; }
    const QList<Street> &streets() const { return m_reference.streets; }

    const QList<RoutingRule> &rules() const { return m_reference.rules; }
    const QList<ReplyTemplate> &templates() const { return m_reference.templates; }
    const Routing &routing() const { return m_routing; }
    const QHash<Id, int> &openCases() const { return m_openCases; } //!< by assignee
    void setOpenCases(const QHash<Id, int> &cases) { m_openCases = cases; }

    const Id &calendarId() const { return m_reference.calendar.id; }
    const WorkingCalendar &calendar() const { return m_calendar; }
    const CardIndex &cardIndex() const { return m_cardIndex; }
    const PlaceIndex &placeIndex() const { return m_placeIndex; }

    //! The drawn divisions of the town, the district councils first.
    const QList<AreaLayer> &layers() const { return m_layers; }
    //! The addresses of the town or its département; without them places are its own streets.
    void setAddresses(const AddressIndex &addresses);

    //! Where fields ask for places that placeIndex() does not find; null: nowhere. Not owned, outlives the fields.
    void setOnlinePlaces(OnlinePlaces *places) { m_onlinePlaces = places; }
    OnlinePlaces *onlinePlaces() const { return m_onlinePlaces; }

    QString unitName(const Id &id) const; //!< short where there is one; empty if unknown
    QString districtName(const Id &id) const;
    //! Of a place: its district and its area in every other division of the town, as "Valmy · Voirie nord"; empty if unknown.
    QString areaNames(const Place &place) const;
    QString userName(const Id &id) const;
    QString cardTitle(const Id &id) const;

Q_SIGNALS:
    void changed();
    void learned(); //!< what cards are found by, their order, and what is proposed

private:
    void drawLayers();
    void indexPlaces();
    using Places = QHash<Id, qsizetype>;
    template <typename T>
    static const T *find(const QList<T> &list, const Places &places, const Id &id)
    {
        const auto it = places.constFind(id);
        return it == places.constEnd() ? nullptr : &list.at(*it);
    }

    ReferenceRecords m_reference;
    Places m_units, m_districts, m_themes, m_users, m_cards;
    WorkingCalendar m_calendar;
    Routing m_routing;
    QHash<Id, int> m_openCases;
    CardIndex m_cardIndex;
    PastWords m_past;
    QHash<Id, CardUse> m_cardUses;
    int m_month = 1;
    QList<District> m_sectors;
    QList<District> m_drawn; //!< of which m_layers are made
    QList<AreaLayer> m_layers;
    AddressIndex m_addresses;
    PlaceIndex m_placeIndex;
    OnlinePlaces *m_onlinePlaces = nullptr;
};

} // namespace parvis
