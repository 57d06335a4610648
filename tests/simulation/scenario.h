#pragma once

#include "checks.h"

namespace parvis {

//! Rules broken on purpose, to prove that the simulation would notice.
enum class Mutant {
    None,
    LosesChange,  //!< a change is missing from a page
    AppliesTwice, //!< the hub forgets which numbers it has taken
    LastWins      //!< a desk pretends to have seen everything
};

struct Options
{
    Mutant mutant = Mutant::None;
    bool hasTrueClocks = false; //!< else each desk's clock is off by anything up to years
    bool isTalking = false;     //!< prints what passes over the wire
};

struct Outcomes
{
    QStringList wrong;
    QByteArray town; //!< withoutClocks()
    qint64 exchanges = 0, changes = 0;
    qint64 published = 0; //!< revisions of procedure cards
    qint64 reported = 0;  //!< missions of patrol
    qint64 approved = 0;  //!< replies to citizens
    qint64 toMany = 0;    //!< of them, to several
    qint64 gathered = 0;  //!< reports, into two incidents at once
};

//! A town lives a random while, then heals and comes to rest. The same seed, the same town.
Outcomes live(quint32 seed, const Options &options = {});

//! A hub with services and agents, and desks at which they sit.
class SimTown
{
public:
    //! One desk for each of \a logins: ambassador, cleared, referent (of the first service), expert (of the first two, cleared),
    //! supervisor, head (of the second and third), clerk, patroller (of the first and third).
    SimTown(World &world, const QStringList &logins, bool hasTrueClocks);
    static QStringList someLogins(World &world, int count);

    bool comeToRest(qint64 withinMs); //!< false: something hangs
    QStringList check();              //!< at rest
    QStringList checkMeanwhile();     //!< what holds at any time
    void heal();
    void restore(); //!< the hub goes back to its last backup, if there is one

    World &world;
    SimHub hub;
    Town town;
    std::vector<std::unique_ptr<SimDesk>> desks;
    QList<SimDesk *> all() const;

private:
    bool isAtRest();
    void setCircuits();
    void addAgent(const QString &login, Role role, const IdSet &services, bool cleared);
    QMap<QString, Id> m_users;
};

} // namespace parvis
