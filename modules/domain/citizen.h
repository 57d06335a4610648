#pragma once

#include "domain/description.h"

namespace parvis {

//! A person or an organisation who writes, calls or comes (usager). Proportionality: no birth date here.
struct Citizen
{
    static constexpr Kind kind = Kind::Citizen;
    static EntityDescription description();

    Id id;
    QString civility; //!< "M.", "Mme" or empty
    QString lastName;
    QString firstName;
    QString organisation;
    QString phone, phone2; //!< E.164, see phone.h
    QString email;
    QString address;
    Id district;
    QString remark;
    Instant createdAt;
    QJsonObject extra;

    bool operator==(const Citizen &) const = default;
};

//! "Mme Claire Dumont", "Boulangerie des Halles": how a person is called in a list. Never empty for a valid citizen.
QString displayName(const Citizen &citizen);

} // namespace parvis
