#include "presentation/approvalcase.h"

#include "store/timelinequery.h"
#include "wording/replyfacts.h"
#include "wording/replytext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype mostShown = 6; // contacts and notes beside the page

//! A town's people and services are few and asked for again and again; of the request only its service is.
Lookup remembering(const Lookup &lookup)
{
    auto known = std::make_shared<QHash<Id, std::optional<QJsonObject>>>();
    return [lookup, known](Kind kind, const Id &id) {
        auto it = known->find(id);
        if (it == known->end())
            it = known->insert(id, lookup(kind, id));
        return *it;
    };
}

ApprovalItem itemOf(ReplyRow row, const Actor &actor, const Lookup &lookup)
{
    ApprovalItem item;
    const Lookup withRequest = [&lookup, request = row.reply.request, service = row.service](Kind kind, const Id &id) {
        if (kind == Kind::Request && id == request)
            return std::optional(QJsonObject{{u"service"_s, idText(service)}});
        return lookup(kind, id);
    };
    item.mine = decidable(row.reply, actor, withRequest);
    item.open = openPartsOf(row.reply);
    const QList<ReplyDecision> decisions = decisionsOf(row.reply);
    for (const ReplyDecision &d : decisions) {
        if (d.act != ReplyAct::Remarked && d.at.ms > item.since.ms)
            item.since = d.at;
    }
    if (!item.open.isEmpty())
        item.since = waitingSince(row.reply, item.mine ? item.mine->part : item.open.first());
    if (!item.since.isSet())
        item.since = row.reply.at;
    item.row = std::move(row);
    return item;
}

QList<ApprovalItem> itemsOf(QList<ReplyRow> rows, const Actor &actor, const Lookup &lookup)
{
    const Lookup people = remembering(lookup);
    QList<ApprovalItem> items;
    for (ReplyRow &row : rows)
        items.append(itemOf(std::move(row), actor, people));
    return items;
}

//! The seal of what is to be compared with what stands there now; empty: there is nothing to compare.
QString sealBefore(const Reply &reply, const IdSet &deciding)
{
    const QList<ReplyDecision> decisions = decisionsOf(reply);
    QString own, others;
    for (const ReplyDecision &d : decisions) {
        const bool isDecided = d.act == ReplyAct::Approved || d.act == ReplyAct::Returned || d.act == ReplyAct::Refused;
        const bool isTheirs = deciding.contains(d.by) || deciding.contains(d.onBehalf);
        if (isDecided && isTheirs && d.by != reply.author)
            own = d.seal;
        if (d.seal != reply.seal)
            others = d.seal;
    }
    const QString before = own.isEmpty() ? others : own;
    return before == reply.seal ? QString() : before;
}

//! Back through its past to where it bore \a seal.
std::optional<SeenContent> contentUnder(const QString &seal, const Reply &reply, const QList<Change> &history)
{
    QJsonObject document = toDocument(reply);
    for (const Change &change : history) { // newest first
        for (auto it = change.was.begin(); it != change.was.end(); ++it)
            document.insert(it.key(), it.value());
        if (change.was.contains("seal"_L1) && document.value("seal"_L1).toString() == seal)
            return contentOf(fromDocument<Reply>(reply.id, document));
    }
    // A desk that came later knows only what the decisions keep.
    const QList<ReplyDecision> decisions = decisionsOf(reply);
    for (auto d = decisions.rbegin(); d != decisions.rend(); ++d) {
        if (d->act != ReplyAct::Approved || d->was.isEmpty() || d->seal != reply.seal)
            continue;
        QJsonObject before = toDocument(reply);
        for (auto it = d->was.begin(); it != d->was.end(); ++it)
            before.insert(it.key(), it.value());
        SeenContent content = contentOf(fromDocument<Reply>(reply.id, before));
        const bool isMade = hasFields(content.text) || hasFields(content.subject);
        if (!d->was.contains("recipients"_L1) && isMade) { // nobody knows how each read: the sources are compared
            content.recipients = {};
        } else if (!d->was.contains("recipients"_L1) && content.recipients.size() == 1) { // theirs was made of it
            QJsonObject only = content.recipients.first().toObject();
            only.insert(u"subject"_s, content.subject);
            only.insert(u"text"_s, content.text);
            content.recipients = {only};
        }
        return content;
    }
    return std::nullopt;
}

Status readRequests(DeskStore &store, ApprovalCase &into)
{
    IdSet wanted{into.reply().request};
    const QList<Recipient> all = recipientsOf(into.reply());
    for (const Recipient &r : all)
        wanted.insert(r.request);
    for (const Id &id : wanted) {
        const auto document = store.document(Kind::Request, id);
        if (!document)
            return document.error();
        if (*document)
            into.requests.insert(id, fromDocument<Request>(id, **document));
    }
    const bool isForAll = hasFields(into.reply().text) || hasFields(into.reply().subject);
    for (const Request &request : std::as_const(into.requests)) {
        if (request.citizen.isNull() || (!isForAll && request.id != into.reply().request))
            continue;
        const auto document = store.document(Kind::Citizen, request.citizen);
        if (!document)
            return document.error();
        if (*document)
            into.citizens.insert(request.citizen, fromDocument<Citizen>(request.citizen, **document));
    }
    return success();
}

} // namespace

bool ApprovalItem::operator==(const ApprovalItem &other) const
{
    const auto partOf = [](const std::optional<MayDecide> &m) {
        return m ? std::tuple(m->part.step, m->part.part, m->onBehalf) : std::tuple(-1, -1, Id());
    };
    return row == other.row && partOf(mine) == partOf(other.mine) && open == other.open && since == other.since;
}

Lookup ApprovalCase::lookup(const Lookup &town) const
{
    return [this, &town](Kind kind, const Id &id) -> std::optional<QJsonObject> {
        if (kind == Kind::Request) {
            const auto it = requests.constFind(id);
            return it == requests.constEnd() ? std::nullopt : std::optional(toDocument(*it));
        }
        if (kind == Kind::Citizen) {
            const auto it = citizens.constFind(id);
            return it == citizens.constEnd() ? std::nullopt : std::optional(toDocument(*it));
        }
        return town(kind, id);
    };
}

Instant waitingSince(const Reply &reply, const OpenPart &part)
{
    const auto opened = openedBy(reply, part);
    return opened && opened->at.isSet() ? opened->at : reply.at;
}

QString titleOf(const ReplyRow &row)
{
    const QString first = recipientFrom(row.reply.recipients.at(0)).subject;
    return !first.isEmpty() ? first : row.subject;
}

SeenContent contentOf(const Reply &reply)
{
    return {reply.subject, reply.text, reply.recipients, reply.attachments};
}

Result<QList<ApprovalItem>> approvalItems(DeskStore &store, const Actor &actor)
{
    auto rows = openReplies(store);
    if (!rows)
        return rows.error();
    return itemsOf(std::move(rows).value(), actor, store.lookup());
}

Result<QList<ApprovalItem>> ownItems(DeskStore &store, const Actor &actor, Instant since)
{
    auto rows = repliesBy(store, actor.user, since);
    if (!rows)
        return rows.error();
    return itemsOf(std::move(rows).value(), actor, store.lookup());
}

Result<std::optional<ApprovalCase>> approvalCase(DeskStore &store, const Id &reply, const Actor &actor)
{
    auto row = replyRow(store, reply);
    if (!row)
        return row.error();
    if (!*row)
        return std::optional<ApprovalCase>();
    ApprovalCase found;
    found.item = itemOf(**row, actor, store.lookup());
    if (const Status read = readRequests(store, found); !read)
        return read.error();
    auto detail = requestDetail(store, found.reply().request);
    if (!detail)
        return detail.error();
    if (*detail) {
        found.contacts = (*detail)->contacts.mid(0, mostShown);
        found.notes = (*detail)->notes.mid(0, mostShown);
    }
    const QString seal = sealBefore(found.reply(), decidesFor(actor.user, store.lookup(), true));
    if (!seal.isEmpty()) {
        const auto history = historyOf(store, Kind::Reply, reply);
        if (!history)
            return history.error();
        found.before = contentUnder(seal, found.reply(), *history);
    }
    const auto begun = store.draft(begunKey(actor.user, reply));
    if (!begun)
        return begun.error();
    found.begun = *begun ? (*begun)->content : QJsonObject();
    return std::optional(found);
}

QString begunKey(const Id &agent, const Id &reply)
{
    return u"approval/%1/%2"_s.arg(idText(agent), idText(reply));
}

bool hasFields(const QString &text)
{
    return text.contains("{{"_L1);
}

Result<Reply> reworded(const Reply &reply, const QString &subject, const QString &text, const Lookup &lookup,
                       const WorkingCalendar &calendar, const QDate &today, const QList<ReplyTemplate> &templates)
{
    Reply written = reply;
    written.subject = subject;
    written.text = text;
    const bool isRendered = hasFields(subject) || hasFields(text);
    const Paragraphs paragraphs = isRendered ? paragraphsOf(templates) : Paragraphs();
    QJsonArray recipients;
    QStringList missing;
    const QList<Recipient> all = recipientsOf(reply);
    for (Recipient r : all) {
        r.subject = subject;
        r.text = text;
        if (isRendered) {
            const auto document = lookup(Kind::Request, r.request);
            const auto request = fromDocument<Request>(r.request, document.value_or(QJsonObject()));
            const ReplyFields fields = replyFields(replyFactsFor(request, reply.author, calendar, today, lookup));
            const bool isShort = r.channel == ReplyChannel::Sms || r.channel == ReplyChannel::Phone;
            const auto head = render(subject, fields, paragraphs, ReplyFormat::Plain);
            const auto body = render(text, fields, paragraphs, isShort ? ReplyFormat::Plain : ReplyFormat::Composed);
            if (!head || !body)
                return head ? body.error() : head.error();
            for (const FoundFault &fault : head->faults + body->faults)
                missing.append(fault.label.isEmpty() ? fault.name : fault.label);
            r.subject = head->text;
            r.text = isShort ? body->text : withFewMasks(body->text);
        }
        recipients.append(toJson(r));
    }
    if (!missing.isEmpty()) {
        missing.removeDuplicates();
        return Error{ErrorCode::InvalidInput, missing.join(u", "_s)};
    }
    written.recipients = recipients;
    return written;
}

QList<int> sampleOf(int count)
{
    const int wanted = std::min(count, std::max(2, int(std::ceil(std::sqrt(double(count))))));
    QList<int> places;
    for (int i = 0; i < wanted; ++i) // the first, the last, and evenly between
        places.append(wanted == 1 ? 0 : i * (count - 1) / (wanted - 1));
    return places;
}

} // namespace parvis
