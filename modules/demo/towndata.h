#pragma once

#include "base/result.h"
#include "demo/chance.h"
#include "domain/citizen.h"
#include "domain/organisation.h"
#include "domain/procedurecard.h"
#include "domain/request.h"
#include "domain/routing.h"

#include <QtCore/QHash>

namespace parvis {

//! What the generator knows of a card beside the card itself.
struct CardHabits
{
    Card card;
    double onTheSpot = 0; //!< share answered at once by the desk
    double weight = 1;
    QList<double> season; //!< by month, 12
    QStringList subjects, descriptions, notes, replies;
};

struct Spot
{
    QString name; //!< of the street or place
    Id district;
    double latitude = 0, longitude = 0;
    int lastNumber = 0;
};

struct Service
{
    Unit unit;
    QList<Id> referents;
};

//! The invented town of Ingeville as its files in resources/demo say it, with ids given by the seed.
struct TownData
{
    QString town;
    QList<Unit> bodies, directorates;
    QList<Service> services;
    QList<District> districts;
    QList<RoutingRule> rules;
    QList<Theme> themes;
    QList<Street> streets;
    QList<User> users;
    QList<QString> named; //!< logins of the agents who get an account with the demo password
    QList<Id> ambassadors, patrollers;
    IdSet patrolled; //!< services for which patrollers go
    Calendar calendar;
    QList<CardHabits> cards;
    QList<CardRevision> revisions;
    QList<CardDraft> drafts; //!< cards being written and validated
    QList<CardRemark> remarks;

    QList<Weighted<qsizetype>> spotsByDistrict; //!< indexes into spots
    Weighted<qsizetype> anyDistrict;
    QList<Spot> spots;
    QStringList placePhrases, schoolPhrases;   //!< with their article
    Weighted<QPair<QString, bool>> firstNames; //!< and whether it is a woman's
    Weighted<QString> lastNames, organisations, emailDomains;
    Weighted<Channel> channels;
    QHash<Channel, Weighted<ReplyChannel>> replies;
    Weighted<int> openingHours, anyHours;
    QList<double> weekday, weekdayOffHours; //!< by ISO day − 1
    QList<double> months;
    double yearGrowth = 1;
    Weighted<int> contactsPerRequest;
    QHash<Channel, double> minutes; //!< median handling time
    Weighted<QString> waiting, closing;
    double waitingSimple = 0, waitingComplex = 0, uncarded = 0, anonymous = 0, onTime = 1;
    QHash<QString, QStringList> phrases;
    QStringList mobilePrefixes, landlinePrefixes;
    double mobileShare = 1;

    const Service *service(const Id &id) const;
    QString districtName(const Id &id) const;
};

//! Reads the embedded files. NotFound or InvalidInput (detail: the file) can only be a broken build.
Result<TownData> loadTown(quint32 seed, Instant founded, Instant present);

} // namespace parvis
