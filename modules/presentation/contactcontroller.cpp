#include "presentation/contactcontroller.h"

#include "base/text.h"
#include "presentation/incidentmoves.h"
#include "presentation/onlineplaces.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int keepAfterMs = 400;       // within the second that the design promises
constexpr int duplicatesAfterMs = 150; // after a key of the text; a choice asks at once
constexpr int hintCount = 6;
constexpr int rankedCount = 24;
constexpr int proposalCount = 3;

QString draftKey(const ContactDraft &draft)
{
    return u"contact/"_s + idText(draft.id);
}

} // namespace

ContactController::ContactController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                     QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_callerHints(this,
                    [this](const Result<QList<CitizenHit>> &found) {
                        QList<CallerHint> hints;
                        if (found) {
                            const QList<CitizenHit> best = bestFirst(m_wordsAsked, found.value());
                            for (const CitizenHit &hit : best.first(std::min<qsizetype>(hintCount, best.size())))
                                hints.append({hit.citizen, hit.openRequests});
                        }
                        if (!m_wordsAsked.trimmed().isEmpty())
                            hints.append({citizenFromLine(m_wordsAsked), 0});
                        Q_EMIT callerHintsReady(m_wordsAsked, hints);
                    }),
      m_callerRecord(this,
                     [this](const Result<CallerRecord> &record) {
                         if (!record)
                             return;
                         m_caller = record->citizen;
                         m_callerRequests = record->requests;
                         suggestReply();
                         Q_EMIT callerChanged();
                     }),
      m_duplicateSearch(this, [this](const Result<QList<Duplicate>> &found) {
          if (!found)
              return;
          m_duplicates = found.value();
          // That it is the same citizen shows in their own list already.
          m_duplicates.removeIf(
              [](const Duplicate &d) { return d.reasons == QList<DuplicateReason>{DuplicateReason::SameCitizen}; });
          Q_EMIT duplicatesChanged();
      })
{
    m_draft = emptyDraft(Channel::Phone);
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(keepAfterMs);
    m_duplicateTimer.setSingleShot(true);
    m_duplicateTimer.setInterval(duplicatesAfterMs);
    connect(&m_keepTimer, &QTimer::timeout, this, &ContactController::flush);
    connect(&m_duplicateTimer, &QTimer::timeout, this, [this] {
        askDuplicates();
        proposeCards();
    });
    connect(&m_events, &StoreEvents::touched, this, &ContactController::storeTouched);
    connect(&m_town, &ReferenceData::changed, this, &ContactController::adviceChanged);
    connect(this, &ContactController::adviceChanged, this, &ContactController::proposeCards); // the card came or went
    connect(&m_town, &ReferenceData::learned, this, &ContactController::proposeCards);
}

ContactDraft ContactController::emptyDraft(Channel channel)
{
    ContactDraft draft;
    draft.id = m_ids.next();
    draft.channel = channel;
    return draft;
}

Route ContactController::route() const
{
    const QString said = (m_draft.what + u' ') + m_draft.text;
    return m_town.routing().route(routeQuery(card(), m_draft.place.district, m_draft.channel, said, m_town, m_clock.now()));
}

Promise ContactController::promise() const
{
    return promiseFor(card(), m_draft.startedAt.isSet() ? m_draft.startedAt : m_clock.now(), m_town);
}

void ContactController::restore()
{
    const auto load = [](DeskStore &store) -> Result<QList<Draft>> {
        Result<QList<Draft>> drafts = store.drafts(u"contact/"_s);
        if (!drafts)
            return drafts;
        QList<Draft> open;
        for (const Draft &draft : drafts.value()) {
            // Left by a program that did not drop it with the saving: the contact has the draft's id.
            const Id id = idFromText(draft.key.section(u'/', 1)).value_or(Id());
            const auto saved = store.document(Kind::Contact, id);
            if (!saved)
                return saved.error();
            if (!*saved)
                open.append(draft);
            else if (const Status gone = store.deleteDraft(draft.key); !gone)
                return gone.error();
        }
        std::sort(open.begin(), open.end(), [](const Draft &a, const Draft &b) { return a.at < b.at; });
        return open;
    };
    whenReady(m_store.write(load), this, [this](const Result<QList<Draft>> &drafts) {
        if (!drafts) {
            Q_EMIT draftFailed(drafts.error());
            return;
        }
        for (const Draft &draft : drafts.value())
            m_parked.append(contactDraftFrom(idFromText(draft.key.section(u'/', 1)).value_or(Id()), draft.content));
        if (!m_draft.hasContent() && !m_parked.isEmpty())
            replaceDraft(m_parked.takeLast());
        Q_EMIT parkedChanged();
    });
}

void ContactController::start(Channel channel)
{
    if (!m_draft.hasContent()) {
        replaceDraft(emptyDraft(channel));
        m_draft.startedAt = m_clock.now();
        return;
    }
    m_draft.channel = channel;
    changed();
    suggestReply();
    Q_EMIT channelChanged();
}

void ContactController::ensureStarted()
{
    if (!m_draft.startedAt.isSet())
        m_draft.startedAt = m_clock.now();
}

void ContactController::changed()
{
    ensureStarted();
    if (!m_keepTimer.isActive()) // not restarted by further keys: steady typing must not put it off
        m_keepTimer.start();
}

void ContactController::flush()
{
    m_keepTimer.stop();
    if (m_draft.hasContent())
        keep(m_draft);
}

void ContactController::keep(const ContactDraft &draft)
{
    const auto write = [key = draftKey(draft), json = toJson(draft)](DeskStore &store) { return store.saveDraft(key, json); };
    whenReady(m_store.write(write), this, [this](const Status &status) {
        if (!status)
            Q_EMIT draftFailed(status.error());
    });
}

void ContactController::forget(const ContactDraft &draft)
{
    whenReady(m_store.write([key = draftKey(draft)](DeskStore &store) { return store.deleteDraft(key); }), this,
              [this](const Status &status) {
                  if (!status)
                      Q_EMIT draftFailed(status.error());
              });
}

void ContactController::editWho(const QString &words)
{
    if (words != m_draft.who) { // else the same question again, to choose anew
        m_draft.who = words;
        m_draft.newCitizen.reset();
        m_draft.citizen = {};
        if (m_caller)
            loadCaller();
        changed();
    }
    m_wordsAsked = words;
    m_callerHints.ask(
        [this, words] { return m_store.read([words](DeskStore &store) { return findCitizens(store, words, rankedCount); }); });
}

void ContactController::editWhat(const QString &words)
{
    if (words != m_draft.what) {
        m_draft.what = words;
        if (!std::exchange(m_draft.card, Id()).isNull())
            Q_EMIT adviceChanged();
        changed();
    }
    Q_EMIT cardHintsReady(words, inForce(m_town.cardIndex().search(words, 2 * hintCount), hintCount));
}

void ContactController::editWhere(const QString &words)
{
    if (words != m_draft.where) {
        m_draft.where = words;
        if (!std::exchange(m_draft.place, Place()).address.isEmpty())
            Q_EMIT adviceChanged();
        changed();
    }
    QList<PlaceHint> hints;
    if (m_caller && !m_caller->address.isEmpty() && wordsMatch(m_caller->address, words)) {
        const QList<Place> home = m_town.placeIndex().search(m_caller->address, 1);
        Place place = home.isEmpty() ? Place() : home.first();
        place.address = m_caller->address;
        if (place.district.isNull())
            place.district = m_caller->district;
        hints.append({place, true});
    }
    for (const Place &place : m_town.placeIndex().search(words, hintCount))
        hints.append({place, false});
    Q_EMIT placeHintsReady(words, hints);
    if (OnlinePlaces *online = m_town.onlinePlaces()) {
        online->ask(this, words, [this, words](const QList<Place> &places) {
            QList<PlaceHint> more;
            for (const Place &place : places)
                more.append({place, false});
            Q_EMIT morePlaceHintsReady(words, more);
        });
    }
}

void ContactController::editText(const QString &text)
{
    if (m_draft.text == text)
        return;
    m_draft.text = text;
    changed();
    m_duplicateTimer.start();
}

void ContactController::setFormValue(const QString &code, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        m_draft.form.remove(code);
    else
        m_draft.form.insert(code, value);
    changed();
}

void ContactController::setReplyChannel(ReplyChannel channel)
{
    m_draft.replyChannel = channel;
    m_draft.replyChosen = true;
    changed();
    Q_EMIT replyChanged();
}

void ContactController::chooseCaller(const Citizen &citizen)
{
    m_draft.citizen = citizen.id;
    m_draft.newCitizen.reset();
    m_draft.who = displayName(citizen);
    m_callerHints.drop();
    changed();
    m_caller = citizen; // at once, its requests follow
    m_callerRequests.clear();
    suggestReply();
    Q_EMIT callerChanged();
    loadCaller();
    askDuplicates();
}

void ContactController::beginFor(const Id &citizen)
{
    whenReady(m_store.read([citizen](DeskStore &store) { return store.document(Kind::Citizen, citizen); }), this,
              [this, citizen](const Result<std::optional<QJsonObject>> &document) {
                  if (!document || !*document)
                      return;
                  park();
                  start(Channel::Phone);
                  chooseCaller(fromDocument<Citizen>(citizen, **document));
                  Q_EMIT draftReplaced();
              });
}

void ContactController::chooseNewCaller(const Citizen &citizen)
{
    m_draft.citizen = {};
    m_draft.newCitizen = citizen;
    const QString name = displayName(citizen);
    if (!name.isEmpty())
        m_draft.who = name;
    m_callerHints.drop();
    changed();
    suggestReply();
    loadCaller();
}

void ContactController::chooseAnonymous()
{
    m_draft.citizen = {};
    m_draft.newCitizen.reset();
    m_draft.who.clear();
    m_callerHints.drop();
    changed();
    loadCaller();
}

void ContactController::chooseCard(const Id &card)
{
    const Card *chosen = m_town.card(card);
    if (!chosen)
        return;
    m_draft.card = card;
    m_draft.what = chosen->title;
    changed();
    Q_EMIT adviceChanged();
    askDuplicates();
}

void ContactController::keepWords()
{
    m_draft.card = {};
    changed();
    Q_EMIT adviceChanged();
    askDuplicates();
}

void ContactController::choosePlace(const Place &place)
{
    m_draft.place = place;
    m_draft.where = place.address;
    changed();
    Q_EMIT adviceChanged();
    askDuplicates();
}

void ContactController::suggestReply()
{
    if (m_draft.replyChosen)
        return;
    ReplyChannel reply = ReplyChannel::None;
    if (m_draft.newCitizen)
        reply = usualReply(*m_draft.newCitizen);
    else if (m_caller)
        reply = usualReply(*m_caller);
    if (reply == m_draft.replyChannel)
        return;
    m_draft.replyChannel = reply;
    Q_EMIT replyChanged();
}

void ContactController::loadCaller()
{
    if (m_draft.citizen.isNull()) {
        m_callerRecord.drop();
        m_caller.reset();
        m_callerRequests.clear();
        suggestReply();
        Q_EMIT callerChanged();
        return;
    }
    m_callerRecord.ask([this, id = m_draft.citizen] {
        return m_store.read([id](DeskStore &store) -> Result<CallerRecord> {
            const auto document = store.document(Kind::Citizen, id);
            if (!document)
                return document.error();
            auto requests = requestsOf(store, id);
            if (!requests)
                return requests.error();
            CallerRecord record{{}, std::move(requests).value()};
            if (*document)
                record.citizen = fromDocument<Citizen>(id, **document);
            return record;
        });
    });
}

void ContactController::askDuplicates()
{
    m_duplicateTimer.stop();
    const Card *chosen = card();
    DuplicateQuery query{
        m_draft.citizen,       m_draft.card,           chosen ? chosen->theme : Id(), m_draft.what,  m_draft.text,
        m_draft.place.address, m_draft.place.latitude, m_draft.place.longitude,       m_clock.now(), {}};
    m_duplicateSearch.ask(
        [this, query] { return m_store.read([query](DeskStore &store) { return likelyDuplicates(store, query); }); });
}

QList<FormFault> ContactController::formFaults() const
{
    const Card *chosen = card();
    return chosen ? faults(formFieldsFrom(chosen->form), m_draft.form) : QList<FormFault>();
}

void ContactController::proposeCards()
{
    QList<CardProposal> proposals;
    if (!card() && !m_draft.text.trimmed().isEmpty())
        proposals = inForce(proposedCards(m_town.cardIndex(), QString(m_draft.what + u' ' + m_draft.text), 2 * proposalCount),
                            proposalCount);
    if (proposals == m_proposals)
        return;
    m_proposals = proposals;
    Q_EMIT cardProposalsChanged();
}

QString ContactController::firstMissingFormField() const
{
    const QList<FormFault> found = formFaults();
    const auto missing =
        std::find_if(found.begin(), found.end(), [](const FormFault &f) { return f.fault == FieldFault::Missing; });
    return missing == found.end() ? QString() : missing->code;
}

ContactField ContactController::nextField(ContactField from) const
{
    const Card *chosen = card();
    if (from < ContactField::What && m_draft.what.trimmed().isEmpty())
        return ContactField::What;
    const bool needsPlace = !chosen || chosen->needsPlace;
    if (from < ContactField::Where && needsPlace && m_draft.where.trimmed().isEmpty())
        return ContactField::Where;
    if (from < ContactField::Text && m_draft.text.trimmed().isEmpty())
        return ContactField::Text;
    return firstMissingFormField().isEmpty() ? ContactField::Done : ContactField::Form;
}

void ContactController::save(SaveAs how, const Id &existing)
{
    ensureStarted();
    const ContactRecords records = recordsFor(m_draft, how, existing, m_actor, m_town, m_clock.now(), m_ids);
    QList<Edit> edits;
    const auto create = [&edits](const auto &entity) {
        edits.append({entity.kind, Verb::Create, entity.id, toDocument(entity), {}, 0});
    };
    if (records.citizen)
        create(*records.citizen);
    if (records.request)
        create(*records.request);
    create(records.contact);
    std::for_each(records.attachments.begin(), records.attachments.end(), create);

    SavedContact result{records.contact.request, {}, {}, how, {}, {}, m_draft};
    if (records.request) {
        result.subject = records.request->subject;
        result.dueOn = records.request->dueOn;
    }
    m_keepTimer.stop();
    keep(m_draft); // until it is a record, it is a draft
    replaceDraft(emptyDraft(m_draft.channel));

    const Id other = how == SaveAs::WithIncident ? existing : Id();
    const auto write = [edits, other, fresh = m_ids.next(), now = m_clock.now(), actor = m_actor,
                        key = draftKey(result.draft)](DeskStore &store) -> Result<QList<Mutation>> {
        const auto all = withIncidentOf(store, edits, other, fresh, actor.user, now);
        return all ? store.submit(*all, actor, key) : all.error();
    };
    whenReady(m_store.write(write), this, [this, result](const Result<QList<Mutation>> &done) mutable {
        if (!done) {
            bringBack(result.draft);
            Q_EMIT saveFailed(done.error());
            return;
        }
        for (const Mutation &mutation : done.value())
            result.mutations.append(mutation.n);
        showSaved(result);
        m_events.publish(touchedBy(done.value()));
    });
}

void ContactController::showSaved(const SavedContact &saved)
{
    m_numberless.insert(saved.request);
    Q_EMIT this->saved(saved);
    storeTouched({{{Kind::Request, saved.request}}, false}); // a request added to has its number already
}

void ContactController::storeTouched(const Touched &touched)
{
    if (!m_draft.citizen.isNull() && (concerns(touched, Kind::Request) || concerns(touched, Kind::Citizen, m_draft.citizen)))
        loadCaller();
    QList<Id> asked;
    for (const Id &id : std::as_const(m_numberless)) {
        if (concerns(touched, Kind::Request, id))
            asked.append(id);
    }
    if (asked.isEmpty())
        return;
    whenReady(m_store.read([asked](DeskStore &store) { return requestRows(store, asked); }), this,
              [this](const Result<QList<RequestRow>> &rows) {
                  if (!rows)
                      return;
                  for (const RequestRow &row : rows.value()) {
                      if (!row.number.isEmpty() && m_numberless.remove(row.id))
                          Q_EMIT numberKnown(row.id, row.number);
                  }
              });
}

void ContactController::undo(const SavedContact &saved)
{
    const auto write = [numbers = saved.mutations, actor = m_actor](DeskStore &store) { return store.undo(numbers, actor); };
    whenReady(m_store.write(write), this, [this, saved](const Result<QList<Mutation>> &done) {
        if (!done) {
            Q_EMIT saveFailed(done.error());
            return;
        }
        m_numberless.remove(saved.request);
        ContactDraft again = saved.draft;
        again.id = m_ids.next(); // the contact that was saved keeps the old one
        bringBack(again);
        m_events.publish(touchedBy(done.value()));
        Q_EMIT undone(saved);
    });
}

void ContactController::replaceDraft(const ContactDraft &draft)
{
    m_keepTimer.stop();
    m_duplicateTimer.stop();
    m_callerHints.drop();
    m_duplicateSearch.drop();
    m_draft = draft;
    m_duplicates.clear();
    loadCaller();
    Q_EMIT draftReplaced();
    Q_EMIT adviceChanged();
    Q_EMIT duplicatesChanged();
    if (m_draft.hasContent())
        askDuplicates();
}

//! Into the form if that is free, else among the parked: nothing typed is lost.
void ContactController::bringBack(const ContactDraft &draft)
{
    keep(draft);
    if (!m_draft.hasContent()) {
        replaceDraft(draft);
        return;
    }
    m_parked.append(draft);
    Q_EMIT parkedChanged();
}

void ContactController::park()
{
    if (!m_draft.hasContent())
        return;
    flush();
    m_parked.append(m_draft);
    replaceDraft(emptyDraft(m_draft.channel));
    Q_EMIT parkedChanged();
}

void ContactController::resume(qsizetype index)
{
    if (index < 0 || index >= m_parked.size())
        return;
    const ContactDraft draft = m_parked.takeAt(index);
    if (m_draft.hasContent()) {
        flush();
        m_parked.append(m_draft);
    }
    replaceDraft(draft);
    Q_EMIT parkedChanged();
}

void ContactController::discard()
{
    if (!m_draft.hasContent())
        return;
    const ContactDraft draft = m_draft;
    forget(draft);
    replaceDraft(emptyDraft(draft.channel));
    Q_EMIT discarded(draft);
}

void ContactController::putBack(const ContactDraft &draft)
{
    bringBack(draft);
}

} // namespace parvis
