#pragma once

#include "domain/organisation.h"
#include "domain/procedurecard.h"
#include "domain/request.h"

#include <QtCore/QHash>
#include <QtCore/QVarLengthArray>

#include <functional>
#include <map>
#include <optional>

// Where a request goes: by its card, then by the district, then by the rules of the administrator, to a service and its referent
// or who stands for them. The same at the desk, which shows it before the request is saved, and in the administrator's trial.

namespace parvis {

//! Sends requests elsewhere. All that it says of a request must hold; what is empty holds for any. Looked at in order of
//! \c position, then of id; the first that fits decides.
struct RoutingRule
{
    static constexpr Kind kind = Kind::RoutingRule;
    static EntityDescription description();

    Id id;
    QString name; //!< what it is for, as the path shows it
    int position = 0;
    bool disabled = false;
    bool overCard = false; //!< also for requests whose card names a service
    IdSet cards, themes, districts;
    TokenSet channels;         //!< tokens of Channel
    TokenSet words;            //!< one of them is said, in the subject or the text; accents and case don't count
    bool confidential = false; //!< only confidential ones
    Id service;                //!< to here
    Id referent;               //!< null: as the service assigns
    QJsonObject extra;

    bool operator==(const RoutingRule &) const = default;
};

//! One step of the path, and who or what it is about.
struct RouteStep
{
    enum class What {
        NoCard,           //!< no card says where it goes
        Card,             //!< the card names the service
        CardDistrict,     //!< the card cuts the work by district
        Rule,             //!< \c subject: the rule
        Closed,           //!< \c subject: the service that is closed; its successor takes over
        NoService,        //!< to qualify
        CardReferent,     //!< the card names the referent
        DistrictReferent, //!< of the service, for the district
        ServiceReferent,  //!< of the service, for all districts
        Balanced,         //!< of the service, the one with the fewest open cases
        Manual,           //!< the head of the service assigns
        Unusable,         //!< \c subject: who has left, or works elsewhere now
        NotCleared,       //!< \c subject: who may not see a confidential request
        Absent,           //!< \c subject: who is absent
        Deputy,           //!< \c subject: who stands for them
        Nobody            //!< none of the deputies is there: the head of the service assigns
    };
    What what = What::NoService;
    Id subject; //!< card, rule, service or person

    bool operator==(const RouteStep &) const = default;
};

struct Route
{
    Id service, referent; //!< null: to qualify; to assign
    QList<RouteStep> steps;

    bool has(RouteStep::What what) const;
    bool operator==(const Route &) const = default;
};

//! What of a request decides where it goes.
struct RouteQuery
{
    const Card *card = nullptr;
    Id theme; //!< the card's, if there is one
    Id district;
    Channel channel = Channel::Phone;
    QString text; //!< subject and text
    bool confidential = false;
    QDate day; //!< local; for absences
    //! Open cases by person, for services that balance; null: none.
    const QHash<Id, int> *openCases = nullptr;
};

//! On the local \a day the user is absent: said so now, or planned. A planned absence that the hub has begun (see dailyrun.h) and
//! the agent has ended by hand is over.
bool isAbsent(const User &user, const QDate &day);

//! A town's routing, ready to be asked: made of its organisation whenever that changes, some milliseconds. A value; thread safe.
class Routing
{
public:
    Routing() = default;
    Routing(const QList<Unit> &units, const QList<District> &districts, const QList<User> &users,
            const QList<RoutingRule> &rules);

    Route route(const RouteQuery &query) const;

    //! \a user, or who is there in their place on \a day: deputies in order of name, then theirs. Who is not \a apt is passed
    //! over, and those who stand for them are asked. Null: nobody.
    Id presentFor(const Id &user, const QDate &day, QList<RouteStep> *steps = nullptr,
                  const std::function<bool(const User &)> &apt = {}) const;

    //! Who is in charge of a service, its directorate or its body; else an agent with the role of head there, the one with the
    //! least other services. Null: nobody.
    Id headOf(const Id &unit) const;
    Id parentOf(const Id &unit) const { return m_units.value(unit).parent; }
    //! The service itself, or while it is closed its successor; null where there is none.
    Id openService(const Id &service, QList<RouteStep> *steps = nullptr) const;
    const QList<Id> &referentsOf(const Id &service) const; //!< who may work its cases, by name

private:
    struct Service
    {
        Id parent, head, successor;
        bool isClosed = false;
        Assignment assignment = Assignment::ByDistrict;
        Id everywhere;
        QHash<Id, Id> byDistrict; //!< district → person
        QList<Id> referents, heads;
    };
    struct Person
    {
        User user;
        QList<Id> deputies;
    };
    //! Words that a rule waits for, folded; one phrase may have several.
    struct Phrase
    {
        QString words;
        qsizetype rule = 0; //!< in m_rules
    };
    using Said = QVarLengthArray<bool, 64>; //!< by rule
    Said said(const QString &text) const;
    static bool fits(const RoutingRule &rule, const RouteQuery &query, bool isSaid);
    std::optional<RouteStep::What> hindrance(const Id &person, const Id &service, const RouteQuery &query) const;
    Id standIn(const Id &service, const RouteQuery &query, const Id &wanted, QList<RouteStep> &steps) const;
    Id assigned(const Id &service, const RouteQuery &query, const Id &wanted, RouteStep::What how, QList<RouteStep> &steps) const;
    Id balanced(const Id &service, const RouteQuery &query, QList<RouteStep> &steps) const;

    QHash<Id, Service> m_units;
    QHash<Id, Person> m_people;
    QList<RoutingRule> m_rules;                              //!< in their order
    std::map<QString, QList<Phrase>, std::less<>> m_phrases; //!< by their first word
};

} // namespace parvis
