#pragma once

#include "domain/cardlife.h"

#include <map>

// A body with its services and people, and a draft that some of them write and validate.

namespace parvis::cardworld {

using namespace Qt::StringLiterals;

inline Id id(int n)
{
    QRandomGenerator random(static_cast<quint32>(n));
    return makeId({1'700'000'000'000 + n}, random);
}

inline const Id body = id(1), directorate = id(2), voirie = id(3), proprete = id(4), cardId = id(5), draftId = id(6),
                theme = id(7);
inline const Id referent = id(10), head = id(11), director = id(12), deputy = id(13), second = id(14), other = id(15),
                admin = id(16);

//! What the rules look up.
struct World
{
    World()
    {
        unit(body, {});
        unit(directorate, body);
        unit(voirie, directorate);
        unit(proprete, directorate);
        user(referent, Role::Referent, {voirie});
        user(head, Role::Head, {voirie});
        user(director, Role::Supervisor, {});
        user(deputy, Role::Supervisor, {});
        user(second, Role::Supervisor, {});
        user(other, Role::Referent, {proprete});
        user(admin, Role::Admin, {});
        setCircuit(directorate);
    }

    void unit(const Id &unit, const Id &parent)
    {
        Unit u;
        u.parent = parent;
        documents[{Kind::Unit, unit}] = toDocument(u);
    }

    void user(const Id &user, Role role, const IdSet &services)
    {
        User u;
        u.roles = {QString(token(role))};
        u.services = services;
        documents[{Kind::User, user}] = toDocument(u);
    }

    template <typename Change>
    void change(const Id &id, Change change)
    {
        User u = fromDocument<User>(id, documents.at({Kind::User, id}));
        change(u);
        documents[{Kind::User, id}] = toDocument(u);
    }

    void absent(const Id &user, bool is = true)
    {
        change(user, [is](User &u) { u.absent = is; });
    }

    void standsFor(const Id &user, const Id &whom)
    {
        change(user, [&whom](User &u) { u.standsFor.insert(whom); });
    }

    static QJsonArray circuit()
    {
        return {QJsonObject{{u"title"_s, u"Chef"_s}, {u"role"_s, u"head"_s}},
                QJsonObject{{u"title"_s, u"Direction"_s}, {u"user"_s, idText(director)}}};
    }

    void setCircuit(const Id &unit, const QJsonArray &steps = circuit())
    {
        documents[{Kind::Unit, unit}].insert(u"card_circuit"_s, steps);
    }

    void publish(int revision)
    {
        Card card;
        card.title = u"Nid-de-poule"_s;
        card.service = voirie;
        card.code = u"nid-de-poule"_s;
        card.revision = revision;
        documents[{Kind::Card, cardId}] = toDocument(card);
    }

    Actor actor(const Id &who) const { return actorFor(fromDocument<User>(who, documents.at({Kind::User, who})), id(99)); }

    Lookup lookup() const
    {
        return [this](Kind kind, const Id &id) {
            const auto found = documents.find({kind, id});
            return found == documents.end() ? std::nullopt : std::optional(found->second);
        };
    }

    std::map<std::pair<Kind, Id>, QJsonObject> documents;
};

inline CardDraft draft(DraftState state = DraftState::Draft, int step = 0)
{
    CardDraft d;
    d.card = cardId;
    d.author = referent;
    d.title = u"Nid-de-poule"_s;
    d.theme = theme;
    d.service = voirie;
    d.ask = u"Où ?"_s;
    d.say = u"Nous passons."_s;
    d.state = state;
    d.step = step;
    if (state == DraftState::InValidation)
        d.circuit = World::circuit();
    return d;
}

inline Refusal refusal(const World &world, const CardDraft &before, const CardDraft &after, const Id &who)
{
    return draftRefusal(toDocument(before), toDocument(after), world.actor(who), world.lookup());
}

template <typename Change>
CardDraft with(CardDraft d, Change change)
{
    change(d);
    return d;
}

} // namespace parvis::cardworld
