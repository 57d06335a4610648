#pragma once

#include "domain/servicepolicy.h"
#include "presentation/advice.h"
#include "presentation/latest.h"
#include "presentation/storeevents.h"
#include "store/storegate.h"

#include <QtCore/QTimer>

namespace parvis {

//! What a change of the town's organisation would do, by what this desk knows.
struct AdminEffect
{
    int looked = 0;       //!< requests of late, or open cases
    int touched = 0;      //!< that would go elsewhere, or be reminded of today
    QStringList examples; //!< subjects of some of them

    bool operator==(const AdminEffect &) const = default;
};

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

    //! Where a request would go if \a edited stood among the rules.
    Route tried(const RoutingRule &edited, const RouteQuery &query) const;
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

Q_SIGNALS:
    void actorChanged();
    //! \a document: as it is, empty for a new one; \a edited: with what was typed and not saved.
    void opened(const QJsonObject &document, const QJsonObject &edited, const QList<parvis::Change> &history);
    void saved(const QList<qint64> &mutations);
    void failed(const parvis::Error &error);
    void effectKnown(const parvis::AdminEffect &effect);

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
    Latest<AdminEffect> m_effects;
};

} // namespace parvis
