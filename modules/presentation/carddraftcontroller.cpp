#include "presentation/carddraftcontroller.h"

#include "domain/textmerge.h"

using namespace Qt::StringLiterals;

namespace parvis {

CardDraftController::CardDraftController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                         QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_loading(this, [this](const Result<Loaded> &loaded) {
          if (loaded)
              showLoaded(loaded.value());
          else
              Q_EMIT loadFailed(loaded.error());
      })
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(400);
    connect(&m_keepTimer, &QTimer::timeout, this, &CardDraftController::flush);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool isOurs = concerns(touched, Kind::CardDraft, m_id) || concerns(touched, Kind::CardRemark) ||
                            concerns(touched, Kind::Card, m_edited.card);
        if (m_isLoaded && isOurs)
            load();
    });
    connect(&m_town, &ReferenceData::changed, this, &CardDraftController::changed);
}

void CardDraftController::setActor(const Actor &actor)
{
    m_actor = actor;
    Q_EMIT changed();
}

QString CardDraftController::localKey() const
{
    return localPrefix + idText(m_id);
}

QJsonObject CardDraftController::seen() const
{
    return m_record ? toDocument(m_record->draft) : QJsonObject();
}

void CardDraftController::show(const Id &draft)
{
    if (draft == m_id)
        return;
    flush();
    m_id = draft;
    m_isLoaded = false;
    m_record.reset();
    m_edited = {};
    m_begun = {};
    m_based.reset();
    m_loading.drop();
    Q_EMIT changed();
    if (!m_id.isNull())
        load();
}

void CardDraftController::begin(const Card &card)
{
    CardDraft draft;
    static_cast<CardContent &>(draft) = card;
    draft.card = card.id;
    draft.base = card.revision;
    start(std::move(draft));
}

void CardDraftController::beginNew(const CardContent &content)
{
    CardDraft draft;
    static_cast<CardContent &>(draft) = content;
    draft.card = m_ids.next();
    if (draft.service.isNull() && m_actor.services.size() == 1) // who writes for one service need not say so
        draft.service = *m_actor.services.begin();
    start(std::move(draft));
}

//! Nothing is written before the first key.
void CardDraftController::start(CardDraft draft)
{
    close();
    m_id = m_ids.next();
    m_edited = std::move(draft);
    m_edited.id = m_id;
    m_edited.author = m_actor.user;
    m_edited.at = m_clock.now();
    m_begun = m_edited;
    m_isLoaded = true;
    if (const Card *card = m_town.card(m_edited.card); card && m_edited.base > 0)
        load(); // the revision beside it
    Q_EMIT changed();
    Q_EMIT textChanged();
}

void CardDraftController::load()
{
    m_loading.ask([this, id = m_id, key = localKey(), edited = m_edited] {
        return m_store.read([id, key, edited](DeskStore &store) -> Result<Loaded> {
            auto record = draftRecord(store, id);
            if (!record)
                return record.error();
            auto local = store.draft(key);
            if (!local)
                return local.error();
            const CardDraft begun =
                *record || !*local ? edited : fromDocument<CardDraft>(id, (*local)->content["edited"_L1].toObject());
            auto based =
                cardRevision(store, *record ? (*record)->draft.card : begun.card, *record ? (*record)->draft.base : begun.base);
            if (!based)
                return based.error();
            return Loaded{std::move(record).value(), std::move(local).value(), std::move(based).value()};
        });
    });
}

void CardDraftController::showLoaded(const Loaded &loaded)
{
    const EntityDescription &description = describe(Kind::CardDraft);
    m_based = loaded.based;
    if (!loaded.record && m_isLoaded) { // begun here and not saved yet: what is typed is the newest there is
        Q_EMIT changed();
        return;
    }
    if (!loaded.record && !loaded.local) {
        Q_EMIT changed(); // gone
        return;
    }
    QJsonObject before = seen();
    QJsonObject typed = toDocument(m_edited);
    if (!m_isLoaded && loaded.local) {
        before = loaded.local->content.value("seen"_L1).toObject();
        typed = loaded.local->content.value("edited"_L1).toObject();
    } else if (!m_isLoaded) {
        typed = before = {};
    }
    m_record = loaded.record;
    // What the agent typed stays on top of what others changed meanwhile; where the draft is in its life is not typed.
    const QJsonObject set = m_record ? difference(description, contentOf(before), contentOf(typed)) : typed;
    m_edited = fromDocument<CardDraft>(m_id, overlaid(description, seen(), set));
    m_isLoaded = true;
    Q_EMIT changed();
    Q_EMIT textChanged();
}

bool CardDraftController::isDirty() const
{
    return m_isLoaded && (m_record ? toDocument(m_edited) != seen() : m_edited != m_begun);
}

QJsonArray CardDraftController::circuit() const
{
    return m_edited.state == DraftState::Draft ? circuitFor(m_edited.service, lookupIn(m_town)) : m_edited.circuit;
}

QJsonObject CardDraftController::published() const
{
    const Card *card = m_town.card(m_edited.card);
    return card ? contentOf(toDocument(*card)) : QJsonObject();
}

bool CardDraftController::isStale() const
{
    const Card *card = m_town.card(m_edited.card);
    return m_isLoaded && m_edited.base != (card ? card->revision : 0);
}

std::optional<Id> CardDraftController::signs() const
{
    return m_record ? signatory(m_record->draft, m_actor, lookupIn(m_town)) : std::nullopt;
}

bool CardDraftController::mayEdit() const
{
    const bool isOwn = m_edited.author == m_actor.user && m_actor.may(Permission::WriteCards);
    return m_isLoaded && m_edited.state == DraftState::Draft && (isOwn || mayWriteCards(m_actor, m_edited.service));
}

bool CardDraftController::mayWithdraw() const
{
    return m_record && m_record->draft.state == DraftState::InValidation && m_record->draft.author == m_actor.user;
}

void CardDraftController::edit(const CardContent &content)
{
    if (!mayEdit() || static_cast<const CardContent &>(m_edited) == content)
        return;
    static_cast<CardContent &>(m_edited) = content;
    keepSoon();
}

void CardDraftController::setCode(const QString &code)
{
    if (!isNewCard() || m_edited.code == code)
        return;
    m_edited.code = code;
    keepSoon();
}

void CardDraftController::keepSoon()
{
    m_isUnwritten = true;
    if (!m_keepTimer.isActive()) // not restarted by further keys: steady typing must not put it off
        m_keepTimer.start();
    Q_EMIT textChanged();
}

void CardDraftController::flush()
{
    m_keepTimer.stop();
    if (!std::exchange(m_isUnwritten, false) || m_id.isNull())
        return;
    QJsonObject content;
    if (isDirty())
        content = {{u"seen"_s, seen()}, {u"edited"_s, toDocument(m_edited)}};
    const auto keep = [key = localKey(), content](DeskStore &store) {
        return content.isEmpty() ? store.deleteDraft(key) : store.saveDraft(key, content);
    };
    whenReady(m_store.write(keep), this, [this](const Status &status) {
        if (!status)
            Q_EMIT loadFailed(status.error());
    });
}

//! What the agent typed, as a mutation of the record or as its creation.
QList<Edit> CardDraftController::editsOfText() const
{
    if (!m_record)
        return {{Kind::CardDraft, Verb::Create, m_id, toDocument(m_edited), {}, 0}};
    const EntityDescription &description = describe(Kind::CardDraft);
    const QJsonObject before = seen();
    Edit edit{Kind::CardDraft, Verb::Patch, m_id, difference(description, before, toDocument(m_edited)), {}, m_record->seq};
    for (auto it = edit.set.begin(); it != edit.set.end(); ++it) {
        const FieldDescription *f = description.field(it.key());
        if (f && f->merge == Merge::LongText)
            edit.was.insert(it.key(), before.value(it.key()));
    }
    return edit.set.isEmpty() ? QList<Edit>() : QList{edit};
}

Edit CardDraftController::lifeEdit(const QJsonObject &set) const
{
    return {Kind::CardDraft, Verb::Patch, m_id, set, {}, m_record ? m_record->seq : 0};
}

Edit CardDraftController::remarkEdit(RemarkType type, const QString &text)
{
    CardRemark remark;
    remark.card = m_edited.card;
    remark.draft = m_id;
    remark.type = type;
    remark.step = m_record->draft.step;
    remark.author = m_actor.user;
    const Id whose = signs().value_or(Id());
    if (type != RemarkType::Comment && whose != m_actor.user)
        remark.onBehalf = whose;
    remark.at = m_clock.now();
    remark.text = text.trimmed();
    return {Kind::CardRemark, Verb::Create, m_ids.next(), toDocument(remark), {}, 0};
}

void CardDraftController::save()
{
    if (mayEdit() && isDirty())
        write(DraftAct::Save, editsOfText());
}

void CardDraftController::submit()
{
    if (!mayEdit())
        return;
    QList<Edit> edits = editsOfText();
    edits.append(lifeEdit({{u"state"_s, token(DraftState::InValidation)},
                           {u"step"_s, QJsonValue()},
                           {u"circuit"_s, circuit()},
                           {u"reason"_s, QJsonValue()}}));
    write(DraftAct::Submit, edits);
}

void CardDraftController::approve(const QString &comment)
{
    if (!signs())
        return;
    const CardDraft &draft = m_record->draft;
    const bool isLast = draft.step + 1 >= draft.circuit.size();
    QJsonObject set{{u"step"_s, draft.step + 1}};
    if (isLast)
        set.insert(u"state"_s, token(DraftState::Published));
    const Edit remark = remarkEdit(RemarkType::Approved, comment);
    write(isLast ? DraftAct::Publish : DraftAct::Approve, {lifeEdit(set), remark});
}

void CardDraftController::giveBack(const QString &reason)
{
    if (!signs() || reason.trimmed().isEmpty())
        return;
    const Edit remark = remarkEdit(RemarkType::Returned, reason);
    write(DraftAct::Return, {lifeEdit({{u"state"_s, token(DraftState::Draft)},
                                       {u"step"_s, QJsonValue()},
                                       {u"circuit"_s, QJsonValue()},
                                       {u"reason"_s, reason.trimmed()}}),
                             remark});
}

void CardDraftController::withdraw()
{
    if (mayWithdraw())
        write(DraftAct::Withdraw, {lifeEdit({{u"state"_s, token(DraftState::Draft)},
                                             {u"step"_s, QJsonValue()},
                                             {u"circuit"_s, QJsonValue()},
                                             {u"reason"_s, QJsonValue()}})});
}

void CardDraftController::abandon()
{
    if (!mayEdit())
        return;
    write(DraftAct::Abandon,
          m_record ? QList{lifeEdit({{u"state"_s, token(DraftState::Abandoned)}})} : QList<Edit>()); // a local one just goes
}

void CardDraftController::rebase()
{
    const Card *card = m_town.card(m_edited.card);
    if (!mayEdit() || !card || !isStale())
        return;
    const EntityDescription &description = describe(Kind::CardDraft);
    const QJsonObject from = m_based ? m_based->content : published();
    const QJsonObject mine = difference(description, contentOf(from), contentOf(toDocument(m_edited)));
    const QJsonObject now = contentOf(toDocument(*card));
    QJsonObject over = overlaid(description, now, mine);
    for (const FieldDescription &f : description.fields()) {
        if (f.merge != Merge::LongText || !mine.contains(f.name))
            continue;
        const auto merged =
            mergedText(from.value(f.name).toString(), now.value(f.name).toString(), mine.value(f.name).toString());
        if (merged)
            over.insert(f.name, *merged);
    }
    static_cast<CardContent &>(m_edited) = fromDocument<CardDraft>(m_id, over);
    m_edited.base = card->revision;
    keepSoon();
    write(DraftAct::Rebase, editsOfText());
}

void CardDraftController::comment(const QString &text)
{
    if (m_record && !text.trimmed().isEmpty())
        write(DraftAct::Comment, {remarkEdit(RemarkType::Comment, text)});
}

void CardDraftController::write(DraftAct act, const QList<Edit> &edits)
{
    const SavedDraftAct done{act, m_id, m_edited.card, m_edited.title, {}};
    const bool savesText =
        act == DraftAct::Save || act == DraftAct::Submit || act == DraftAct::Abandon || act == DraftAct::Rebase;
    const std::optional<DraftRecord> before = m_record;
    if (savesText) {
        m_keepTimer.stop();
        m_isUnwritten = false;
        if (act != DraftAct::Abandon) { // what follows builds on it, however soon; a refusal takes it back
            m_record = m_record.value_or(DraftRecord());
            m_record->draft = m_edited;
        }
    }
    const auto job = [edits, key = savesText ? localKey() : QString(), actor = m_actor](DeskStore &store) {
        return store.submit(edits, actor, key);
    };
    whenReady(m_store.write(job), this, [this, done, savesText, before](const Result<QList<Mutation>> &written) {
        if (!written) {
            if (savesText && done.draft == m_id) {
                m_record = before;
                keepSoon(); // it is still only here
                Q_EMIT changed();
            }
            Q_EMIT failed(done.act, written.error());
            return;
        }
        SavedDraftAct saved = done;
        for (const Mutation &mutation : written.value())
            saved.mutations.append(mutation.n);
        if (saved.act == DraftAct::Abandon && saved.draft == m_id) {
            m_isLoaded = false;
            close();
        }
        Touched touched = touchedBy(written.value());
        touched.records.append({Kind::CardDraft, saved.draft}); // also where only what is kept here went
        m_events.publish(touched);
        Q_EMIT this->saved(saved);
    });
}

void CardDraftController::undo(const SavedDraftAct &act)
{
    const auto job = [mutations = act.mutations, actor = m_actor](DeskStore &store) { return store.undo(mutations, actor); };
    whenReady(m_store.write(job), this, [this, act](const Result<QList<Mutation>> &written) {
        if (written)
            m_events.publish(touchedBy(written.value()));
        else
            Q_EMIT failed(act.act, written.error());
    });
}

} // namespace parvis
