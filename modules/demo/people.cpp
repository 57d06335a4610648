#include "demo/people.h"

#include "base/text.h"
#include "domain/phone.h"

namespace parvis {

using namespace Qt::StringLiterals;

const Person &People::known()
{
    // The square favours the first: a tenth of the citizens make a third of the calls.
    const double u = m_chance.unit();
    return m_people.at(
        std::min<qsizetype>(qsizetype(double(m_people.size()) * (m_chance.hits(0.5) ? u : u * u)), m_people.size() - 1));
}

QString People::phoneNumber(bool mobile)
{
    const QString prefix = m_chance.pick(mobile ? m_town.mobilePrefixes : m_town.landlinePrefixes);
    return phoneE164(prefix + u"%1"_s.arg(m_chance.below(10'000), 4, 10, QChar(u'0')));
}

const Person &People::add(Citizen &record, qsizetype home, int number)
{
    const Spot &spot = m_town.spots.at(home);
    record.address = u"%1 %2"_s.arg(number).arg(spot.name.left(1).toLower() + spot.name.mid(1));
    record.district = spot.district;
    const QString title = record.civility == "M."_L1 ? u"Monsieur"_s : u"Madame"_s;
    const bool person = !record.lastName.isEmpty();
    m_people.append({record.id, person ? title + u' ' + record.lastName : record.organisation,
                     person ? record.firstName + u' ' + record.lastName : record.organisation, spokenPhone(record.phone),
                     !record.email.isEmpty(), home, number});
    return m_people.last();
}

const Person &People::make(Instant at, Citizen &record)
{
    record.id = makeId(at, m_chance.generator());
    record.createdAt = at;
    if (m_chance.hits(0.05)) {
        record.organisation = m_town.organisations.draw(m_chance);
    }
    if (record.organisation.isEmpty() || m_chance.hits(0.5)) {
        const auto &[first, isWoman] = m_town.firstNames.draw(m_chance);
        record.firstName = first;
        record.civility = isWoman ? u"Mme"_s : u"M."_s;
        record.lastName = m_town.lastNames.draw(m_chance);
        if (m_chance.hits(0.04)) {
            const QString other = m_town.lastNames.draw(m_chance);
            if (other != record.lastName)
                record.lastName += u'-' + other;
        }
    }
    const bool mobile = m_chance.hits(m_town.mobileShare);
    if (m_chance.hits(0.93))
        record.phone = phoneNumber(mobile);
    if (m_chance.hits(0.12))
        record.phone2 = phoneNumber(!mobile);
    if (m_chance.hits(0.55)) {
        const QString local =
            record.lastName.isEmpty() ? folded(record.organisation) : folded(record.firstName) + u'.' + folded(record.lastName);
        record.email = u"%1%2@%3"_s.arg(QString(local).replace(u' ', u'-'),
                                        m_chance.hits(0.3) ? QString::number(m_chance.between(1, 99)) : QString(),
                                        m_town.emailDomains.draw(m_chance));
    }
    const qsizetype district = m_town.anyDistrict.draw(m_chance);
    const qsizetype home = m_town.spotsByDistrict.at(district).draw(m_chance);
    return add(record, home, m_chance.between(1, std::max(2, m_town.spots.at(home).lastNumber)));
}

const Person &People::claireDumont(Instant at, Citizen &record)
{
    record.id = makeId(at, m_chance.generator());
    record.createdAt = at;
    record.civility = u"Mme"_s;
    record.firstName = u"Claire"_s;
    record.lastName = u"Dumont"_s;
    record.phone = u"+33612345678"_s;
    record.email = u"claire.dumont@courriel.example"_s;
    qsizetype home = 0;
    for (qsizetype i = 0; i < m_town.spots.size(); ++i) {
        if (m_town.spots.at(i).name == "Rue des Tanneurs"_L1)
            home = i;
    }
    return add(record, home, 12);
}

} // namespace parvis
