#pragma once

#include "domain/servicepolicy.h"
#include "presentation/admineffects.h"
#include "presentation/advice.h"
#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "protocol/messages.h"
#include "store/incidentquery.h"
#include "store/replyquery.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! One record of the organisation with its history, what is being changed in it, and what that would do. What is typed is kept
//! within a second, for each record. GUI thread; never waits for the store.
class AdminController final : public QObject
{
    Q_OBJECT
public:
    AdminController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                    QRandomGenerator &random, QObject *parent = nullptr);
    ~AdminController() override { flush(); }

    void setActor(const Actor &actor);
    const Id &actor() const { return m_actor.user; }
    bool mayEdit() const { return m_actor.may(Permission::EditOrganisation); }

    Id newId() { return m_ids.next(); }
    void open(Kind kind, const Id &id); //!< opened() follows
    Kind kind() const { return m_kind; }
    const Id &id() const { return m_id; }

    void keep(const QJsonObject &edited); //!< the whole document as it stands in the form
    void flush();
    void revert();                        //!< what was typed is let go of; opened() follows
    void save(const QJsonObject &edited); //!< saved() or failed() follows
    void undo(const QList<qint64> &mutations);

    //! effectKnown() follows, of the newest question alone.
    void askRoutingEffect(const RoutingRule &edited);
    void askPolicyEffect(const Id &service, const ServicePolicy &policy);
    void askClosingEffect(const Unit &edited);      //!< of a service that is closed
    void askRightsEffect(const User &edited);       //!< rightsKnown() follows
    void askCalendarEffect(const Calendar &edited); //!< closingKnown() follows
    void askIncidentEffect(const Theme &edited);    //!< incidentsKnown() follows
    void askSample(const Id &card);                 //!< sampleKnown() follows: a real request of it, else any one with a citizen

    //! Rules in the order in which they will be looked at: whose position differs is patched, all in one. ordered() or failed()
    //! follows.
    void placeRules(const QList<Id> &rules);

    //! A one-time password for the open agent: passwordWanted() goes to the hub, passwordGiven() or passwordRefused() comes back.
    void wantPassword();

    //! Where a request would go if \a edited stood among the rules.
    Route tried(const RoutingRule &edited, const RouteQuery &query) const;
    Instant now() const { return m_clock.now(); }
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

Q_SIGNALS:
    void actorChanged();
    //! \a document: as it is, empty for a new one; \a edited: with what was typed and not saved.
    void opened(const QJsonObject &document, const QJsonObject &edited, const QList<parvis::Change> &history);
    void saved(const QList<qint64> &mutations, const parvis::Id &record);
    void failed(const parvis::Error &error);
    void effectKnown(const parvis::AdminEffect &effect);
    void rightsKnown(const parvis::RightsEffect &effect);
    void incidentsKnown(const parvis::IncidentRule &rule, const parvis::IncidentMeasure &measure);
    //! Open requests by the day for which they are promised, and which would be open no longer.
    void closingKnown(const QMap<QDate, int> &promised);
    void sampleKnown(const parvis::Request &request, const parvis::Citizen &citizen);
    void ordered(const QList<qint64> &mutations);
    void passwordWanted(const parvis::Id &user);
    void passwordGiven(const parvis::Id &user, const parvis::GivenPassword &given);
    void passwordRefused(const parvis::Id &user, const parvis::Error &error);

private:
    //! What was typed over a record: the fields that differ, so that a colleague's change of another field is not taken back by
    //! it.
    struct Typed
    {
        QJsonObject set; //!< as Mutation::set
        qint64 base = 0; //!< the record's seq as it was seen
    };
    struct Loaded
    {
        QJsonObject document;
        qint64 seq = 0;
        std::optional<Typed> typed;
        QList<Change> history;
    };
    QString draftKey() const;
    void load();
    Typed typedIn(const QJsonObject &edited) const;
    Routing routingWith(const RoutingRule &edited) const;

    StoreGate &m_store;
    StoreEvents &m_events;
    const ReferenceData &m_town;
    const Clock &m_clock;
    IdMaker m_ids;
    Actor m_actor;
    Kind m_kind = Kind::RoutingRule;
    Id m_id;
    QJsonObject m_document; // that the form stands on
    qint64 m_seq = 0;
    std::optional<Typed> m_typed;
    bool m_isUnwritten = false; // m_typed is newer than the stored one
    QTimer m_keepTimer;
    Latest<Loaded> m_loading;
    Latest<std::pair<IncidentRule, IncidentMeasure>> m_incidents;
    Latest<AdminEffect> m_effects;
    Latest<RightsEffect> m_rights;
    Latest<QMap<QDate, int>> m_closing;
    Latest<std::optional<Sample>> m_sample;
};

} // namespace parvis
