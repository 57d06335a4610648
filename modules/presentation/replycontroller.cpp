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
      m_likeLoading(this,
                    [this](const Result<QList<ReplyRow>> &like) {
                        m_like = like ? like.value() : QList<ReplyRow>();
                        Q_EMIT likeFound();
                    }),
      m_filedLoading(this, [this](const Result<std::optional<ReplyRow>> &row) {
          if (row)
              takeFiled(*row);
      })
{
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMs);
    connect(&m_keep, &QTimer::timeout, this, &ReplyController::flush);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const QList<Id> &requests = m_start.requests;
        const bool isOurs = m_isBegun && std::any_of(requests.begin(), requests.end(),
                                                     [&touched](const Id &id) { return concerns(touched, Kind::Request, id); });
        const bool isCitizen = m_isBegun && std::any_of(m_addressed.begin(), m_addressed.end(), [&touched](const Addressed &a) {
                                   return concerns(touched, Kind::Citizen, a.citizen.id);
                               });
        if (m_isBegun && m_start.filed && concerns(touched, Kind::Reply, m_reply.id))
            m_filedLoading.ask(
                [this] { return m_store.read([id = m_reply.id](DeskStore &store) { return replyRow(store, id); }); });
        if (isOurs || isCitizen) // the address that the citizen just gave goes onto the letter
            m_loading.ask(
                [this] { return m_store.read([start = m_start](DeskStore &store) { return loadAbout(store, start); }); });
    });
}

Result<ReplyController::Loaded> ReplyController::loadAbout(DeskStore &store, const ReplyStart &start)
{
    Loaded loaded;
    auto addressed = addressedBy(store, start.requests);
    if (!addressed)
        return addressed.error();
    loaded.addressed = std::move(addressed).value();
    auto underWay = repliesUnderWay(store, start.requests);
    if (!underWay)
        return underWay.error();
    loaded.underWay = std::move(underWay).value();
    if (!start.filed)
        return loaded;
    const Id home = start.filed->reply.request;
    const auto document = store.document(Kind::Request, home);
    if (!document)
        return document.error();
    if (*document)
        loaded.home = fromDocument<Request>(home, **document);
    return loaded;
}

Result<ReplyController::Loaded> ReplyController::loadStart(DeskStore &store, const QList<ReplyStart> &starts)
{
    if (starts.isEmpty())
        return Error{ErrorCode::NotFound, {}};
    const auto loaded = loadAbout(store, starts.first());
    const auto draft = store.draft(starts.first().draftKey());
    if (!loaded || !draft)
        return loaded ? draft.error() : loaded.error();
    Loaded all = *loaded;
    all.starts = starts;
    all.draft = *draft;
    return all;
}

void ReplyController::load(const Starts &starts)
{
    flush();
    m_start = {};
    m_starts.clear();
    m_isBegun = false;
    m_addressed.clear();
    m_underWay.clear();
    m_home.reset();
    m_like.clear();
    m_seen = m_reply = {};
    m_seq = 0;
    m_channel = ReplyChannel::None;
    m_loading.drop();
    m_loading.ask([this, starts] {
        return m_store.read([starts](DeskStore &store) -> Result<Loaded> {
            const auto found = starts(store);
            return found ? loadStart(store, *found) : found.error();
        });
    });
}

void ReplyController::begin(const QList<Id> &requests)
{
    if (requests.isEmpty())
        return end();
    load([requests, author = m_actor.user](DeskStore &store) { return replyStarts(store, requests, author); });
}

void ReplyController::beginFiled(const Id &reply)
{
    load([reply, author = m_actor.user](DeskStore &store) { return replyStartsAt(store, reply, author); });
}

std::optional<ReplyStart> ReplyController::otherStart() const
{
    return m_starts.size() > 1 ? std::optional(m_starts.at(1)) : std::nullopt;
}

void ReplyController::beginOther()
{
    if (!m_isBegun || m_starts.size() < 2)
        return;
    QList<ReplyStart> turned = m_starts;
    turned.append(turned.takeFirst());
    load([turned](DeskStore &store) { return asTheyAreNow(store, turned); });
}

int ReplyController::lostCount() const
{
    return m_start.filed ? int(m_start.requests.size() - m_addressed.size()) : 0;
}

void ReplyController::loadLike()
{
    m_likeLoading.ask([this] {
        return m_store.read([id = m_start.requests.first(), agent = m_actor.user, calendar = m_town.calendar(),
                             day = today()](DeskStore &store) { return earlierReplies(store, id, agent, calendar, day); });
    });
}

void ReplyController::end()
{
    flush();
    m_isBegun = false;
    m_start = {};
    m_starts.clear();
    m_addressed.clear();
    m_underWay.clear();
    m_loading.drop();
    m_likeLoading.drop();
}

void ReplyController::take(const Loaded &loaded)
{
    m_addressed = loaded.addressed;
    m_underWay = loaded.underWay;
    m_home = loaded.home;
    if (loaded.starts.isEmpty()) { // only what it is about is new
        Q_EMIT changed();
        return;
    }
    takeStart(loaded);
    m_isBegun = true;
    loadLike();
    Q_EMIT begun();
    Q_EMIT changed();
}

//! By which channel it was submitted: that of all, unless it is what each of them wishes anyway.
ReplyChannel ReplyController::filedChannel() const
{
    const QList<Recipient> all = recipientsOf(m_reply);
    if (all.isEmpty())
        return ReplyChannel::None;
    const bool isOne =
        std::all_of(all.begin(), all.end(), [&all](const Recipient &r) { return r.channel == all.first().channel; });
    const bool isWished = all.size() > 1 && std::all_of(m_addressed.begin(), m_addressed.end(), [&all](const Addressed &a) {
                              return std::any_of(all.begin(), all.end(), [&a](const Recipient &r) {
                                  return r.request == a.request.id && r.channel == channelOf(a, ReplyChannel::None);
                              });
                          });
    return isOne && !isWished ? all.first().channel : ReplyChannel::None;
}

void ReplyController::takeStart(const Loaded &loaded)
{
    m_starts = loaded.starts;
    m_start = m_starts.first();
    if (m_start.filed) {
        m_seen = m_reply = m_start.filed->reply;
        m_seq = m_start.filed->seq;
        m_channel = filedChannel();
    } else {
        m_reply.request = m_addressed.isEmpty() ? m_start.requests.first() : m_addressed.first().request.id;
    }
    const QJsonObject kept = loaded.draft ? loaded.draft->content : QJsonObject();
    if (!kept.isEmpty()) {
        m_reply.subject = kept.value("subject"_L1).toString();
        m_reply.text = kept.value("text"_L1).toString();
        m_reply.replyTemplate = idFromText(kept.value("template"_L1).toString()).value_or(Id());
        m_reply.attachments = kept.value("attachments"_L1).toArray();
        m_reply.purpose = fromToken<ReplyPurpose>(kept.value("purpose"_L1).toString()).value_or(ReplyPurpose::Answer);
        m_channel = fromToken<ReplyChannel>(kept.value("channel"_L1).toString()).value_or(ReplyChannel::None);
    } else if (!m_start.filed && !m_addressed.isEmpty()) {
        const QList<Beginning> all = beginnings();
        const Beginning best = all.isEmpty() ? Beginning{{}, {}, skeleton(), {}, false} : all.first();
        m_reply.text = filled(best.text);
        m_reply.replyTemplate = best.replyTemplate;
        m_reply.subject = filled(best.subject.isEmpty() ? u"{{request.subject}}"_s : best.subject);
    }
}

//! Field by field: what only one side wrote stays; of what both did, ours.
void ReplyController::takeFiled(const std::optional<ReplyRow> &row)
{
    if (!m_isBegun || !m_start.filed || (row && row->reply == m_seen))
        return;
    if (!row || row->reply.state != ReplyState::Draft) {
        flush();
        Q_EMIT overtaken(row ? row->reply.state : ReplyState::Withdrawn);
        return;
    }
    const Reply &theirs = row->reply;
    bool isOurs = false, isTheirs = false;
    const auto merge = [&](auto field) {
        if (theirs.*field == m_seen.*field)
            return;
        const bool isHere = m_reply.*field != m_seen.*field && m_reply.*field != theirs.*field;
        isOurs = isOurs || isHere;
        isTheirs = isTheirs || (!isHere && m_reply.*field != theirs.*field);
        if (!isHere)
            m_reply.*field = theirs.*field;
    };
    merge(&Reply::subject);
    merge(&Reply::text);
    merge(&Reply::attachments);
    merge(&Reply::purpose);
    Reply ours = theirs;
    ours.subject = m_reply.subject;
    ours.text = m_reply.text;
    ours.attachments = m_reply.attachments;
    ours.purpose = m_reply.purpose;
    m_reply = ours;
    m_seen = theirs;
    m_seq = row->seq;
    m_start.filed = row;
    if (isOurs || isTheirs)
        Q_EMIT rewritten(isOurs);
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

QList<Attachment> ReplyController::files() const
{
    QList<Attachment> all;
    for (const Addressed &a : m_addressed)
        all += a.attachments;
    return all;
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

QJsonObject ReplyController::words() const
{
    return {{u"subject"_s, m_reply.subject},
            {u"text"_s, m_reply.text},
            {u"template"_s, m_reply.replyTemplate.isNull() ? QString() : idText(m_reply.replyTemplate)},
            {u"attachments"_s, m_reply.attachments},
            {u"purpose"_s, QString(token(m_reply.purpose))},
            {u"channel"_s, QString(token(m_channel))}};
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
    const auto written =
        m_store.write([key = draftKey(), content = words()](DeskStore &store) { return store.saveDraft(key, content); });
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
            found.append({fit, {t.name, t.subject, t.text, t.id, !t.card.isNull(), t.tone}});
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
    Id signs = m_actor.user; // where nobody approves, or nobody in particular signs
    const QList<ReplyWay> all = ways();
    const auto way = std::find_if(all.begin(), all.end(), [&d](const ReplyWay &w) { return w.requests.contains(d.request); });
    if (way != all.end() && !way->circuit.isEmpty()) {
        const QList<Id> last = deciders(*way, partsOf(way->circuit.last()).last());
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

} // namespace parvis
