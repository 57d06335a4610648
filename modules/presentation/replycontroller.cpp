#include "presentation/replycontroller.h"

#include "base/text.h"
#include "domain/workflow.h"
#include "presentation/cardpeople.h"
#include "wording/cardreplies.h"
#include "wording/french.h"
#include "wording/paragraphs.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int keepMs = 400;

//! Said on the telephone or in an SMS: no marks of a letter.
bool isPlain(ReplyChannel channel)
{
    return channel == ReplyChannel::Sms || channel == ReplyChannel::Phone;
}

//! What a reply without a template begins with.
QString skeleton()
{
    return u"{{citizen.form_of_address}},\n\n\n\n{{citizen.politeness}}"_s;
}

Result<std::optional<Addressed>> addressedOf(DeskStore &store, const Id &id)
{
    const auto document = store.document(Kind::Request, id);
    const auto seq = store.seqOf(Kind::Request, id);
    if (!document || !seq)
        return document ? seq.error() : document.error();
    if (!*document)
        return std::optional<Addressed>();
    Addressed a;
    a.request = fromDocument<Request>(id, **document);
    a.seq = *seq;
    const auto citizen = store.document(Kind::Citizen, a.request.citizen);
    if (!citizen)
        return citizen.error();
    a.citizen = fromDocument<Citizen>(a.request.citizen, citizen->value_or(QJsonObject()));
    auto files = attachmentsOf(store, id);
    if (!files)
        return files.error();
    a.attachments = std::move(files).value();
    return std::optional(std::move(a));
}

} // namespace

ReplyController::ReplyController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                 QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_loading(this,
                [this](const Result<Loaded> &loaded) {
                    if (loaded)
                        take(loaded.value());
                    else
                        Q_EMIT failed(loaded.error());
                }),
      m_likeLoading(this, [this](const Result<QList<ReplyRow>> &like) {
          m_like = like ? like.value() : QList<ReplyRow>();
          Q_EMIT likeFound();
      })
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMs);
    connect(&m_keep, &QTimer::timeout, this, &ReplyController::flush);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool isOurs = m_isBegun && std::any_of(m_requests.begin(), m_requests.end(),
                                                     [&touched](const Id &id) { return concerns(touched, Kind::Request, id); });
        const bool isCitizen = m_isBegun && std::any_of(m_addressed.begin(), m_addressed.end(), [&touched](const Addressed &a) {
                                   return concerns(touched, Kind::Citizen, a.citizen.id);
                               });
        if (isOurs || isCitizen) // the address that the citizen just gave goes onto the letter
            m_loading.ask([this] {
                return m_store.read(
                    [requests = m_requests, key = draftKey()](DeskStore &store) { return loadAll(store, requests, key); });
            });
    });
}

QString ReplyController::draftKey() const
{
    return m_requests.isEmpty() ? QString() : u"reply/"_s + idText(m_requests.first());
}

Result<ReplyController::Loaded> ReplyController::loadAll(DeskStore &store, const QList<Id> &requests, const QString &key)
{
    Loaded loaded;
    for (const Id &id : requests) {
        const auto one = addressedOf(store, id);
        if (!one)
            return one.error();
        if (*one && (requests.size() == 1 || !(*one)->request.citizen.isNull()))
            loaded.addressed.append(**one);
    }
    auto draft = store.draft(key);
    if (!draft)
        return draft.error();
    loaded.draft = std::move(draft).value();
    if (requests.size() != 1)
        return loaded;
    const auto filed = repliesTo(store, requests.first());
    if (!filed)
        return filed.error();
    for (const ReplyRow &row : *filed) {
        const bool isOpen = row.reply.state == ReplyState::Draft && row.reply.recipients.size() <= 1;
        if (isOpen && (!loaded.filed || row.reply.at > loaded.filed->reply.at))
            loaded.filed = row;
    }
    return loaded;
}

void ReplyController::begin(const QList<Id> &requests)
{
    flush();
    m_requests = requests;
    m_isBegun = false;
    m_addressed.clear();
    m_like.clear();
    m_seen = m_reply = {};
    m_seq = 0;
    m_channel = ReplyChannel::None;
    m_loading.drop();
    if (requests.isEmpty())
        return;
    m_loading.ask([this] {
        return m_store.read(
            [requests = m_requests, key = draftKey()](DeskStore &store) { return loadAll(store, requests, key); });
    });
    m_likeLoading.ask([this] {
        return m_store.read([id = m_requests.first(), agent = m_actor.user, calendar = m_town.calendar(),
                             day = today()](DeskStore &store) -> Result<QList<ReplyRow>> {
            Result<QList<ReplyRow>> like = parvis::likeReplies(store, id);
            if (!like)
                return like;
            QList<ReplyRow> rows = like.value();
            for (ReplyRow &row : rows) { // theirs is not for this citizen
                const auto document = store.document(Kind::Request, row.reply.request);
                if (!document)
                    return document.error();
                const auto request = fromDocument<Request>(row.reply.request, document->value_or(QJsonObject()));
                const ReplyFields theirs = replyFields(replyFactsFor(request, agent, calendar, day, store.lookup()));
                row.reply.subject = generalised(row.reply.subject, theirs);
                row.reply.text = generalised(row.reply.text, theirs);
            }
            return rows;
        });
    });
}

void ReplyController::end()
{
    flush();
    m_isBegun = false;
    m_requests.clear();
    m_addressed.clear();
    m_loading.drop();
    m_likeLoading.drop();
}

void ReplyController::take(const Loaded &loaded)
{
    m_addressed = loaded.addressed;
    if (m_isBegun) { // only what it is about is new
        Q_EMIT changed();
        return;
    }
    if (loaded.filed) {
        m_seen = m_reply = loaded.filed->reply;
        m_seq = loaded.filed->seq;
        const QList<Recipient> all = recipientsOf(m_reply);
        if (!all.isEmpty())
            m_channel = all.first().channel;
    }
    m_reply.request = m_requests.first();
    const QJsonObject kept = loaded.draft ? loaded.draft->content : QJsonObject();
    if (!kept.isEmpty()) {
        m_reply.subject = kept.value("subject"_L1).toString();
        m_reply.text = kept.value("text"_L1).toString();
        m_reply.replyTemplate = idFromText(kept.value("template"_L1).toString()).value_or(Id());
        m_reply.attachments = kept.value("attachments"_L1).toArray();
        m_reply.purpose = fromToken<ReplyPurpose>(kept.value("purpose"_L1).toString()).value_or(ReplyPurpose::Answer);
        m_channel = fromToken<ReplyChannel>(kept.value("channel"_L1).toString()).value_or(ReplyChannel::None);
    } else if (!loaded.filed && !m_addressed.isEmpty()) {
        const QList<Beginning> all = beginnings();
        const Beginning best = all.isEmpty() ? Beginning{{}, {}, skeleton(), {}, false} : all.first();
        m_reply.text = filled(best.text);
        m_reply.replyTemplate = best.replyTemplate;
        m_reply.subject = filled(best.subject.isEmpty() ? u"{{request.subject}}"_s : best.subject);
    }
    m_isBegun = true;
    Q_EMIT begun();
    Q_EMIT changed();
}

void ReplyController::setSubject(const QString &subject)
{
    if (std::exchange(m_reply.subject, subject) != subject)
        touch();
}

void ReplyController::setText(const QString &text)
{
    if (std::exchange(m_reply.text, text) != text)
        touch();
}

void ReplyController::setChannel(ReplyChannel channel)
{
    if (std::exchange(m_channel, channel) != channel)
        touch();
}

void ReplyController::setPurpose(ReplyPurpose purpose)
{
    if (std::exchange(m_reply.purpose, purpose) != purpose)
        touch();
}

void ReplyController::setEnclosed(const Attachment &attachment, bool isEnclosed)
{
    QJsonArray kept;
    for (const QJsonValue &value : std::as_const(m_reply.attachments)) {
        if (value["attachment"_L1].toString() != idText(attachment.id))
            kept.append(value);
    }
    if (isEnclosed)
        kept.append(toJson(Enclosure{attachment.id, attachment.name, attachment.sha256, attachment.mediaType, attachment.bytes}));
    m_reply.attachments = kept;
    touch();
}

//! For one addressee, what is known of them is in the text at once: whoever writes reads no tags.
QString ReplyController::filled(const QString &text) const
{
    return m_addressed.size() == 1 ? filledIn(text, fieldsOf(m_addressed.first())) : text;
}

void ReplyController::use(const Beginning &beginning)
{
    m_reply.text = filled(beginning.text);
    m_reply.replyTemplate = beginning.replyTemplate;
    if (!beginning.subject.isEmpty())
        m_reply.subject = filled(beginning.subject);
    touch();
}

void ReplyController::touch()
{
    m_isUnkept = m_isBegun;
    if (m_isBegun && !m_keep.isActive())
        m_keep.start();
    Q_EMIT changed();
}

void ReplyController::flush()
{
    m_keep.stop();
    if (!std::exchange(m_isUnkept, false))
        return;
    const QJsonObject content{{u"subject"_s, m_reply.subject},
                              {u"text"_s, m_reply.text},
                              {u"template"_s, m_reply.replyTemplate.isNull() ? QString() : idText(m_reply.replyTemplate)},
                              {u"attachments"_s, m_reply.attachments},
                              {u"purpose"_s, QString(token(m_reply.purpose))},
                              {u"channel"_s, QString(token(m_channel))}};
    const auto written = m_store.write([key = draftKey(), content](DeskStore &store) { return store.saveDraft(key, content); });
    whenReady(written, this, [this](const Status &status) {
        if (!status)
            Q_EMIT failed(status.error());
    });
}

Lookup ReplyController::lookup(const Addressed &addressed) const
{
    return [town = lookupIn(m_town), addressed](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        if (kind == Kind::Citizen && id == addressed.citizen.id)
            return toDocument(addressed.citizen);
        if (kind == Kind::Request && id == addressed.request.id)
            return toDocument(addressed.request);
        return town(kind, id);
    };
}

QList<Beginning> ReplyController::beginnings() const
{
    if (m_addressed.isEmpty())
        return {};
    const Addressed &first = m_addressed.first();
    const IdSet themes = themesAbove(first.request.theme, lookup(first));
    const ReplyChannel wanted = channelOf(first, m_channel);
    QList<std::pair<int, Beginning>> found;
    for (const ReplyTemplate &t : m_town.templates()) {
        const int fit = t.use == TemplateUse::Reply ? fitness(t, first.request.card, themes, first.request.service, wanted) : 0;
        if (fit > 0)
            found.append({fit, {t.name, t.subject, t.text, t.id, !t.card.isNull()}});
    }
    if (const Card *card = m_town.card(first.request.card)) {
        constexpr int ofCard = 15; // after the town's templates for it, before all others
        const QList<CardReply> replies = repliesOf(*card);
        for (const CardReply &reply : replies) {
            const bool isWhole = reply.text.contains("citizen.form_of_address"_L1);
            const QString text = isWhole ? reply.text : skeleton().replace(u"\n\n\n\n"_s, u"\n\n"_s + reply.text + u"\n\n"_s);
            found.append({ofCard, {reply.name, {}, text, {}, true}});
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<Beginning> all;
    for (const auto &[fit, beginning] : std::as_const(found))
        all.append(beginning);
    return all;
}

QList<std::pair<QString, QString>> ReplyController::paragraphs(const QString &words) const
{
    QList<std::pair<QString, QString>> found;
    const QStringList typed = foldedWords(words);
    const Paragraphs all = paragraphsOf(m_town.templates());
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QString name = folded(it->title + u' ' + it.key());
        if (std::all_of(typed.begin(), typed.end(), [&name](const QString &word) { return name.contains(word); }))
            found.append({it.key(), it->title});
    }
    const QString begins = typed.value(0);
    std::stable_sort(found.begin(), found.end(), [&begins](const auto &a, const auto &b) {
        return folded(a.second).startsWith(begins) && !folded(b.second).startsWith(begins);
    });
    return found;
}

ReplyChannel ReplyController::channelOf(const Addressed &addressed, ReplyChannel wanted)
{
    if (wanted != ReplyChannel::None)
        return wanted;
    if (addressed.request.replyChannel != ReplyChannel::None)
        return addressed.request.replyChannel;
    // A letter costs 2.70 €: e-mail and SMS first.
    const Citizen &c = addressed.citizen;
    return !c.email.isEmpty()     ? ReplyChannel::Email
           : !c.address.isEmpty() ? ReplyChannel::Letter
           : !c.phone.isEmpty()   ? ReplyChannel::Phone
                                  : ReplyChannel::None;
}

ReplyFields ReplyController::fieldsOf(const Addressed &addressed) const
{
    return replyFields(replyFactsFor(addressed.request, m_actor.user, m_town.calendar(), today(), lookup(addressed)));
}

Rendered ReplyController::rendered(int addressee) const
{
    Rendered r;
    if (addressee < 0 || addressee >= m_addressed.size())
        return r;
    const Addressed &to = m_addressed.at(addressee);
    r.recipient.request = to.request.id;
    r.recipient.citizen = to.request.citizen;
    r.recipient.channel = channelOf(to, m_channel);
    const QStringList envelope = addressLines(to.citizen);
    r.recipient.name = envelope.value(0);
    if (r.recipient.channel == ReplyChannel::Letter)
        r.recipient.lines = envelope.mid(1);
    if (r.recipient.channel == ReplyChannel::Email)
        r.recipient.to = to.citizen.email;
    else if (isPlain(r.recipient.channel))
        r.recipient.to = to.citizen.phone;
    const ReplyFields fields = fieldsOf(to);
    const Paragraphs paragraphs = paragraphsOf(m_town.templates());
    const ReplyFormat format = isPlain(r.recipient.channel) ? ReplyFormat::Plain : ReplyFormat::Composed;
    const auto subject = render(m_reply.subject, fields, paragraphs, ReplyFormat::Plain);
    const auto text = render(m_reply.text, fields, paragraphs, format);
    if (subject && text) {
        r.recipient.subject = subject->text.simplified();
        r.recipient.text = text->text;
        r.faults = subject->faults + text->faults;
    }
    Reply alone;
    alone.recipients = {toJson(r.recipient)};
    r.gaps = parvis::gapsOf(alone);
    return r;
}

Reply ReplyController::whole() const
{
    Reply reply = m_reply;
    reply.recipients = {};
    for (int i = 0; i < m_addressed.size(); ++i)
        reply.recipients.append(toJson(rendered(i).recipient));
    return reply;
}

Dispatch ReplyController::preview(int addressee) const
{
    Dispatch d = dispatchFor(m_reply, rendered(addressee).recipient);
    const QJsonArray steps = circuit();
    Id signs = m_actor.user; // where nobody approves, or nobody in particular signs
    if (!steps.isEmpty()) {
        const QList<Id> last = decidersOf(partsOf(steps.last()).last(), m_addressed.value(addressee).request.service, m_town);
        signs = last.size() == 1 ? last.first() : Id();
    }
    const User *user = m_town.user(signs);
    d.signatory = {{u"name"_s, user ? user->name : QString()}, {u"capacity"_s, user ? user->capacity : QString()}};
    return d;
}

QList<FoundFault> ReplyController::faults() const
{
    QList<FoundFault> all;
    for (int i = 0; i < m_addressed.size(); ++i) {
        const QList<FoundFault> found = rendered(i).faults;
        for (const FoundFault &fault : found) {
            if (!all.contains(fault))
                all.append(fault);
        }
    }
    return all;
}

QList<ReplyGap> ReplyController::gaps() const
{
    return parvis::gapsOf(whole());
}

QJsonArray ReplyController::circuit() const
{
    if (m_addressed.isEmpty())
        return {};
    return replyCircuitFor(toDocument(m_addressed.first().request), lookup(m_addressed.first()));
}

void ReplyController::write(const QJsonObject &set, const std::function<void(const QList<Mutation> &)> &done)
{
    const bool isNew = m_seen.request.isNull();
    const Edit edit{Kind::Reply, isNew ? Verb::Create : Verb::Patch, m_reply.id, set, {}, isNew ? 0 : m_seq};
    const auto written =
        m_store.write([edit, actor = m_actor, key = draftKey()](DeskStore &store) { return store.submit({edit}, actor, key); });
    m_isBusy = true;
    whenReady(written, this, [this, done, request = m_reply.request](const Result<QList<Mutation>> &mutations) {
        m_isBusy = false;
        if (!mutations) {
            Q_EMIT failed(mutations.error());
            return;
        }
        m_isUnkept = false;
        m_keep.stop();
        done(*mutations);
        Touched touched = touchedBy(*mutations);
        touched.records.append({Kind::Request, request});
        m_events.publish(touched);
    });
}

void ReplyController::submit()
{
    if (!m_isBegun || m_isBusy)
        return;
    const bool isNew = m_seen.request.isNull();
    if (isNew) {
        m_reply.id = m_ids.next();
        m_reply.author = m_actor.user;
        m_reply.at = m_clock.now();
    }
    const QJsonArray steps = circuit();
    const QJsonObject set = submission(m_seen, whole(), steps, {m_actor.user, m_clock.now()});
    SentReply sent{m_reply.id, m_reply.request, m_addressed.first().request.number, int(m_addressed.size()), steps.isEmpty(), 0};
    write(set, [this, sent](const QList<Mutation> &mutations) {
        SentReply made = sent;
        if (!mutations.isEmpty())
            made.mutation = mutations.last().n;
        end();
        Q_EMIT submitted(made);
    });
}

void ReplyController::undo(const SentReply &sent)
{
    const auto written = m_store.write([sent, actor = m_actor, at = m_clock.now()](DeskStore &store) -> Result<QList<Mutation>> {
        const auto row = replyRow(store, sent.reply);
        if (!row || !*row)
            return row ? Error{ErrorCode::NotFound, idText(sent.reply)} : row.error();
        const ReplyActor who{actor.user, at};
        // What nobody had to approve is on its way to be sent: it is withdrawn while it is still here.
        const QJsonObject set =
            (*row)->reply.state == ReplyState::Approved ? withdrawal((*row)->reply, who) : takingUp((*row)->reply, who);
        return store.submit({{Kind::Reply, Verb::Patch, sent.reply, set, {}, (*row)->seq}}, actor);
    });
    whenReady(written, this, [this, sent](const Result<QList<Mutation>> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        Touched touched = touchedBy(*done);
        touched.records.append({Kind::Request, sent.request});
        m_events.publish(touched);
        Q_EMIT undone(sent);
    });
}

void ReplyController::withdraw()
{
    if (!m_isBegun || m_isBusy)
        return;
    if (m_seen.request.isNull()) { // only kept here
        m_isUnkept = false;
        m_keep.stop();
        const auto gone = m_store.write([key = draftKey()](DeskStore &store) { return store.deleteDraft(key); });
        whenReady(gone, this, [this](const Status &done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
        end();
        Q_EMIT withdrawn();
        return;
    }
    write(withdrawal(m_seen, {m_actor.user, m_clock.now()}), [this](const QList<Mutation> &) {
        end();
        Q_EMIT withdrawn();
    });
}

} // namespace parvis
