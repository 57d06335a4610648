#pragma once

#include "demo/towndata.h"

namespace parvis {

//! What a request needs to know of a citizen.
struct Person
{
    Id id;
    QString called; //!< "Madame Dumont"
    QString name;   //!< "Claire Dumont"
    QString phone;
    bool hasEmail = false;
    qsizetype home = 0; //!< index into TownData::spots
    int number = 0;
};

//! The citizens who have called so far; new ones are made as they first call.
class People
{
public:
    People(const TownData &town, Chance &chance) : m_town(town), m_chance(chance) {}

    qsizetype size() const { return m_people.size(); }
    //! Somebody who called before; those who call often are drawn often.
    const Person &known();
    //! A new citizen and the record of them.
    const Person &make(Instant at, Citizen &record);
    const Person &claireDumont(Instant at, Citizen &record);

private:
    const Person &add(Citizen &record, qsizetype home, int number);
    QString phoneNumber(bool mobile);

    const TownData &m_town;
    Chance &m_chance;
    QList<Person> m_people;
};

} // namespace parvis
