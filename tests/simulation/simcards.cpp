#include "simdesk.h"

// What an agent does with procedure cards, as CardDraftController does it; some of it is not theirs to do, which the desk or the
// hub must see.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

const QStringList titles{u"Trottoir abîmé"_s, u"Lampe éteinte"_s, u"Banc cassé"_s, u"Arbre tombé"_s};

} // namespace

Lookup SimDesk::lookup()
{
    return [this](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        const QJsonObject found = document(kind, id);
        return found.isEmpty() ? std::nullopt : std::optional(found);
    };
}

void SimDesk::workOnCards()
{
    if (m_town.drafts.isEmpty() || m_world.chance(0.1))
        return beginDraft();
    if (m_world.chance(0.15))
        return speakOfCard();
    // Mostly what was begun last: it is on its way.
    const int last = int(m_town.drafts.size()) - 1;
    const Id id = m_town.drafts.at(m_world.chance(0.6) ? last : m_world.pick(last + 1));
    const QJsonObject known = document(Kind::CardDraft, id);
    if (known.isEmpty())
        return;
    const CardDraft draft = fromDocument<CardDraft>(id, known);
    if (draft.state == DraftState::InValidation || m_world.chance(0.1))
        decideDraft(id, draft);
    else if (m_world.chance(0.7))
        submitDraft(id, draft);
    else
        editDraft(id, draft);
}

//! A new card, or the next revision of one.
void SimDesk::beginDraft()
{
    CardDraft draft;
    const Id known = m_town.cards.isEmpty() ? Id() : m_town.cards.at(m_world.pick(int(m_town.cards.size())));
    if (const QJsonObject card = document(Kind::Card, known); !card.isEmpty() && m_world.chance(0.6)) {
        static_cast<CardContent &>(draft) = fromDocument<Card>(known, card);
        draft.card = known;
        draft.base = card.value(u"revision"_s).toInt();
    } else {
        draft.card = makeId(m_clock.now(), m_ids);
        draft.title = titles.at(m_world.pick(int(titles.size())));
        draft.theme = m_town.theme;
        const IdSet own = actor().services;
        draft.service = own.empty() || m_world.chance(0.2) ? m_town.services.at(m_world.pick(int(m_town.services.size())))
                                                           : *std::next(own.begin(), m_world.pick(int(own.size())));
        draft.ask = u"Où ?"_s;
    }
    draft.say += u"Nous passons. "_s;
    draft.author = m_user;
    draft.at = m_clock.now();
    const Id id = makeId(m_clock.now(), m_ids);
    if (!submit({{Kind::CardDraft, Verb::Create, id, toDocument(draft), {}, 0}}))
        return;
    m_town.drafts.append(id);
    if (!m_town.cards.contains(draft.card))
        m_town.cards.append(draft.card);
}

bool SimDesk::moveDraft(const Id &id, const QJsonObject &set, const QList<Edit> &more)
{
    const auto seq = m_store->seqOf(Kind::CardDraft, id);
    if (!seq)
        return false;
    QList<Edit> edits{{Kind::CardDraft, Verb::Patch, id, set, {}, *seq}};
    edits += more;
    return submit(edits);
}

void SimDesk::editDraft(const Id &id, const CardDraft &draft)
{
    QJsonObject set;
    switch (m_world.pick(6)) {
    case 0: set = {{u"title"_s, titles.at(m_world.pick(int(titles.size())))}}; break;
    case 1: set = {{u"say"_s, draft.say + titles.at(m_world.pick(int(titles.size())))}}; break;
    case 2: set = {{u"keywords"_s, QJsonObject{{u"add"_s, QJsonArray{titles.at(m_world.pick(4))}}}}}; break;
    case 3: set = {{u"service"_s, idText(m_town.services.at(m_world.pick(int(m_town.services.size()))))}}; break;
    case 4: set = {{u"state"_s, token(DraftState::Abandoned)}}; break;
    default: { // written anew from what is published now
        const QJsonObject card = document(Kind::Card, draft.card);
        set = {{u"base"_s, card.value(u"revision"_s).toInt()}};
    }
    }
    moveDraft(id, set);
}

void SimDesk::submitDraft(const Id &id, const CardDraft &draft)
{
    moveDraft(id, {{u"state"_s, token(DraftState::InValidation)},
                   {u"step"_s, QJsonValue()},
                   {u"circuit"_s, circuitFor(draft.service, lookup())},
                   {u"reason"_s, QJsonValue()}});
}

Edit SimDesk::remark(const Id &id, const CardDraft &draft, RemarkType type, const QString &text)
{
    CardRemark remark;
    remark.card = draft.card;
    remark.draft = id;
    remark.type = type;
    remark.step = draft.step;
    remark.author = m_user;
    const auto whose = signatory(draft, actor(), lookup());
    if (type != RemarkType::Comment && whose && *whose != m_user)
        remark.onBehalf = *whose;
    remark.at = m_clock.now();
    remark.text = text;
    const Id remarkId = makeId(m_clock.now(), m_ids);
    m_town.remarks.append(remarkId);
    return {Kind::CardRemark, Verb::Create, remarkId, toDocument(remark), {}, 0};
}

//! Approves, returns or takes back: mostly those whose step it is, sometimes whoever comes by.
void SimDesk::decideDraft(const Id &id, const CardDraft &draft)
{
    const bool isTheirs = signatory(draft, actor(), lookup()).has_value();
    if (!isTheirs && draft.author != m_user && !m_world.chance(0.2))
        return;
    const QJsonObject back{{u"state"_s, token(DraftState::Draft)}, {u"step"_s, QJsonValue()}, {u"circuit"_s, QJsonValue()}};
    if (m_world.chance(isTheirs ? 0.15 : 0.5)) {
        QJsonObject set = back;
        set.insert(u"reason"_s, draft.author == m_user ? QJsonValue() : QJsonValue(u"À préciser"_s));
        moveDraft(id, set, isTheirs ? QList{remark(id, draft, RemarkType::Returned, u"À préciser"_s)} : QList<Edit>());
        return;
    }
    QJsonObject set{{u"step"_s, draft.step + 1}};
    if (draft.step + 1 >= draft.circuit.size())
        set.insert(u"state"_s, token(DraftState::Published));
    moveDraft(id, set, {remark(id, draft, RemarkType::Approved, {})});
}

//! Flags a published card, answers a flag, or writes into a card, which is for nobody.
void SimDesk::speakOfCard()
{
    if (m_town.cards.isEmpty())
        return;
    const Id card = m_town.cards.at(m_world.pick(int(m_town.cards.size())));
    if (!m_town.remarks.isEmpty() && m_world.chance(0.3)) {
        const Id known = m_town.remarks.at(m_world.pick(int(m_town.remarks.size())));
        if (!document(Kind::CardRemark, known).isEmpty())
            submit({{Kind::CardRemark, Verb::Patch, known, {{u"handled"_s, true}}, {}, 0}});
        return;
    }
    if (document(Kind::Card, card).isEmpty())
        return;
    if (m_world.chance(0.3)) {
        const bool isMeek = m_world.chance(0.5);
        submit({{Kind::Card, Verb::Patch, card, {{isMeek ? u"archived"_s : u"reviewed"_s, true}}, {}, 0}});
        submit({{Kind::Card, Verb::Patch, card, {{u"say"_s, u"Ce que je veux"_s}}, {}, 0}});
        return;
    }
    CardRemark flag;
    flag.card = card;
    flag.type = m_world.chance(0.5) ? RemarkType::Wrong : RemarkType::Incomplete;
    flag.author = m_user;
    flag.at = m_clock.now();
    const Id id = makeId(m_clock.now(), m_ids);
    if (submit({{Kind::CardRemark, Verb::Create, id, toDocument(flag), {}, 0}}))
        m_town.remarks.append(id);
}

} // namespace parvis
