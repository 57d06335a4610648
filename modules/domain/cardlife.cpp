#include "domain/cardlife.h"

#include "base/text.h"
#include "domain/cardform.h"

#include <QtCore/QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

Id idOf(const QJsonValue &value)
{
    return idFromText(value.toString()).value_or(Id());
}

bool isCurrent(const CardDraft &draft, const Lookup &lookup)
{
    const auto card = lookup(Kind::Card, draft.card);
    return draft.base == (card ? card->value("revision"_L1).toInt() : 0);
}

bool isFormGood(const QJsonArray &form)
{
    const FormFields fields = formFieldsFrom(form);
    return formFaults(fields).isEmpty() &&
           std::all_of(fields.begin(), fields.end(), [](const FormField &field) { return !field.label.trimmed().isEmpty(); });
}

//! A known card is its service's: a draft that says another service does not open it to others.
bool mayWriteOf(const Actor &actor, const Id &card, const Lookup &lookup)
{
    const auto document = lookup(Kind::Card, card);
    return !document || mayWriteCards(actor, idOf(document->value("service"_L1)));
}

Refusal createRefusal(const CardDraft &draft, const Actor &actor, const Lookup &lookup)
{
    if (draft.card.isNull())
        return Refusal::MissingField;
    if (draft.state != DraftState::Draft || draft.step != 0 || !draft.circuit.isEmpty())
        return Refusal::WrongMove;
    const bool isOwn = draft.author == actor.user;
    const bool may = mayWriteCards(actor, draft.service) && mayWriteOf(actor, draft.card, lookup);
    return isOwn && may ? Refusal::None : Refusal::NotAllowed;
}

Refusal submitRefusal(const CardDraft &after, const Lookup &lookup)
{
    if (!gapsOf(after).isEmpty())
        return Refusal::MissingField;
    const QJsonArray circuit = circuitFor(after.service, lookup);
    if (circuit.isEmpty())
        return Refusal::NoValidators;
    if (after.circuit != circuit || after.step != 0)
        return Refusal::WrongValue;
    return isCurrent(after, lookup) ? Refusal::None : Refusal::Superseded;
}

Refusal approveRefusal(const CardDraft &before, const CardDraft &after, const Actor &actor, const Lookup &lookup)
{
    const bool isLast = before.step + 1 == before.circuit.size();
    const bool isPublished = after.state == DraftState::Published;
    if (after.step != before.step + 1 || after.circuit != before.circuit || isLast != isPublished)
        return Refusal::WrongMove;
    if (!signatory(before, actor, lookup))
        return Refusal::NotAllowed;
    return isPublished && !isCurrent(before, lookup) ? Refusal::Superseded : Refusal::None;
}

Refusal returnRefusal(const CardDraft &before, const CardDraft &after, const Actor &actor, const Lookup &lookup)
{
    if (after.step != 0 || !after.circuit.isEmpty())
        return Refusal::WrongMove;
    if (before.author == actor.user) // taken back
        return Refusal::None;
    if (!signatory(before, actor, lookup))
        return Refusal::NotAllowed;
    return after.reason.trimmed().isEmpty() ? Refusal::ReasonMissing : Refusal::None;
}

} // namespace

QJsonArray circuitFor(const Id &service, const Lookup &lookup)
{
    return unitValue(service, "card_circuit"_L1, lookup).toArray();
}

std::optional<Id> signatory(const CardDraft &draft, const Actor &actor, const Lookup &lookup)
{
    if (draft.state != DraftState::InValidation || draft.step < 0 || draft.step >= draft.circuit.size())
        return std::nullopt;
    return decider(draft.circuit.at(draft.step), draft.service, actor, lookup);
}

bool mayWriteCards(const Actor &actor, const Id &service)
{
    if (!actor.may(Permission::WriteCards))
        return false;
    return service.isNull() || actor.may(Permission::EditOrganisation) || actor.services.contains(service);
}

QList<CardGap> gapsOf(const CardContent &c)
{
    QList<CardGap> gaps;
    const auto need = [&gaps](bool holds, CardGap gap) {
        if (!holds)
            gaps.append(gap);
    };
    need(!c.title.trimmed().isEmpty(), CardGap::Title);
    need(!c.theme.isNull(), CardGap::Theme);
    need(!c.service.isNull(), CardGap::Service);
    need(!c.ask.trimmed().isEmpty(), CardGap::Ask);
    need(!c.say.trimmed().isEmpty(), CardGap::Say);
    need(isFormGood(c.form), CardGap::Form);
    need(!c.validFrom.isValid() || !c.validUntil.isValid() || c.validFrom <= c.validUntil, CardGap::Dates);
    return gaps;
}

Refusal draftRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor, const Lookup &lookup)
{
    const auto then = fromDocument<CardDraft>({}, before);
    const auto now = fromDocument<CardDraft>({}, after);
    if (const QString word = after.value("state"_L1).toString(); !word.isEmpty() && !fromToken<DraftState>(word))
        return Refusal::WrongValue;
    if (before.isEmpty())
        return createRefusal(now, actor, lookup);
    const bool isOwn = then.author == actor.user && actor.may(Permission::WriteCards);
    const bool mayWrite = isOwn || mayWriteCards(actor, then.service);
    const bool isRewritten = contentOf(before) != contentOf(after) || then.code != now.code || then.base != now.base;
    if (isRewritten && then.state != DraftState::Draft)
        return Refusal::WrongMove; // what somebody approved is what is published
    const bool isMoved = then.service != now.service;
    if (isRewritten && (!mayWrite || (isMoved && !mayWriteCards(actor, now.service))))
        return Refusal::NotAllowed;
    if (now.base != then.base && !isCurrent(now, lookup))
        return Refusal::Superseded;

    using S = DraftState;
    if (then.state == S::Draft && now.state == S::Draft && !mayWrite)
        return Refusal::NotAllowed;
    if (then.state == S::Draft && now.state == S::Draft)
        return now.step == 0 && now.circuit.isEmpty() ? Refusal::None : Refusal::WrongMove;
    if (then.state == S::Draft && now.state == S::InValidation)
        return mayWrite ? submitRefusal(now, lookup) : Refusal::NotAllowed;
    if (then.state == S::Draft && now.state == S::Abandoned)
        return mayWrite ? Refusal::None : Refusal::NotAllowed;
    if (then.state == S::InValidation && (now.state == S::InValidation || now.state == S::Published))
        return approveRefusal(then, now, actor, lookup);
    if (then.state == S::InValidation && now.state == S::Draft)
        return returnRefusal(then, now, actor, lookup);
    return Refusal::WrongMove;
}

//! Nobody says that they decided what was not theirs to decide. An author may say why they take their draft back.
static Refusal decisionRefusal(const CardRemark &remark, const Actor &actor, const Lookup &lookup)
{
    const auto document = lookup(Kind::CardDraft, remark.draft);
    if (!document)
        return Refusal::UnknownTarget;
    auto draft = fromDocument<CardDraft>(remark.draft, *document);
    const bool isTakenBack = remark.type == RemarkType::Returned && draft.author == actor.user;
    draft.state = DraftState::InValidation;
    draft.step = remark.step;
    if (draft.circuit.isEmpty()) // came back meanwhile
        draft.circuit = circuitFor(draft.service, lookup);
    const bool isTheirs = remark.onBehalf.isNull() || decidesFor(actor.user, lookup).contains(remark.onBehalf);
    return isTheirs && (isTakenBack || signatory(draft, actor, lookup)) ? Refusal::None : Refusal::NotAllowed;
}

Refusal remarkRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor, const Lookup &lookup)
{
    const auto remark = fromDocument<CardRemark>({}, after);
    if (!before.isEmpty()) {
        const bool isOwn = remark.author == actor.user && !actor.roles.empty();
        const QStringList changed = changedFields(before, after).keys(); // none if somebody else was quicker
        const bool isHandling = changed.isEmpty() || changed == QStringList{u"handled"_s};
        return isOwn || (isHandling && actor.may(Permission::WriteCards)) ? Refusal::None : Refusal::NotAllowed;
    }
    if (remark.card.isNull() || (remark.type == RemarkType::Comment && remark.text.trimmed().isEmpty()))
        return Refusal::MissingField;
    if (remark.author != actor.user || actor.roles.empty()) // whoever works here may speak
        return Refusal::NotAllowed;
    if (remark.type == RemarkType::Approved || remark.type == RemarkType::Returned)
        return decisionRefusal(remark, actor, lookup);
    const bool isFlag = remark.type == RemarkType::Wrong || remark.type == RemarkType::Incomplete;
    return isFlag && remark.draft.isNull() && !lookup(Kind::Card, remark.card) ? Refusal::UnknownTarget : Refusal::None;
}

Publication publicationOf(const Id &cardId, const QJsonObject &card, const QString &code, const QJsonObject &content,
                          const Id &author, const Id &approver, Instant now)
{
    Publication p;
    p.card = card;
    const QStringList old = contentOf(card).keys();
    for (const QString &name : old)
        p.card.remove(name);
    for (auto it = content.begin(); it != content.end(); ++it)
        p.card.insert(it.key(), it.value());
    const int number = card.value("revision"_L1).toInt() + 1;
    const auto said = fromDocument<CardDraft>({}, content);
    if (card.value("code"_L1).toString().isEmpty())
        p.card.insert("code"_L1, code.isEmpty() ? codeFor(said.title) : code);
    p.card.insert("revision"_L1, number);
    p.card.insert("published_at"_L1, now.ms);
    p.card.remove("archived"_L1);
    p.card.remove("review_on"_L1);
    if (said.reviewMonths > 0) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(now.ms, Qt::UTC).date().addMonths(said.reviewMonths);
        p.card.insert("review_on"_L1, day.toString(Qt::ISODate));
    }

    CardRevision revision;
    revision.card = cardId;
    revision.number = number;
    revision.content = content;
    revision.publishedAt = now;
    revision.publishedBy = approver;
    revision.author = author;
    p.revision = QUuid::createUuidV5(cardId, QByteArray::number(number));
    p.revisionDocument = toDocument(revision);
    return p;
}

QString codeFor(const QString &title)
{
    const QString code = foldedWords(title).join(u'-').left(60);
    return code.isEmpty() ? u"fiche"_s : code;
}

} // namespace parvis
