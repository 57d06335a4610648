#include "presentation/approvallikeness.h"

#include "wording/replyfacts.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Those that the template names come first: of two that hold the same, its own stands in the text.
ReplyFields fieldsAsIn(const ReplyTemplate *begunWith, const ReplyFields &fields)
{
    QList<ReplyField> all = fields.all();
    if (begunWith) {
        const QString named = begunWith->subject + u'\n' + begunWith->text;
        std::stable_partition(all.begin(), all.end(), [&named](const ReplyField &field) { return named.contains(field.code); });
    }
    return ReplyFields(all);
}

QJsonArray enclosed(const Reply &reply)
{
    QStringList all;
    const QList<Enclosure> enclosures = enclosuresOf(reply.attachments);
    for (const Enclosure &e : enclosures)
        all.append(e.sha256 + u' ' + e.name);
    all.sort();
    return QJsonArray::fromStringList(all);
}

QJsonArray channels(const Reply &reply)
{
    QStringList all;
    const QList<Recipient> recipients = recipientsOf(reply);
    for (const Recipient &r : recipients)
        all.append(token(r.channel));
    all.sort();
    return QJsonArray::fromStringList(all);
}

//! When its words were last written.
Instant writtenAt(const Reply &reply)
{
    Instant at = reply.at;
    const QList<ReplyDecision> decisions = decisionsOf(reply);
    for (const ReplyDecision &d : decisions) {
        if (d.act == ReplyAct::Submitted && d.at.isSet())
            at = d.at;
    }
    return at;
}

} // namespace

Likeness likenessOf(const Reply &reply, const ReplyTemplate *begunWith, const WorkingCalendar &calendar, const Lookup &lookup)
{
    if (reply.replyTemplate.isNull())
        return {};
    const auto document = lookup(Kind::Request, reply.request);
    if (!document)
        return {};
    const auto request = fromDocument<Request>(reply.request, *document);
    const ReplyFacts facts = replyFactsFor(request, reply.author, calendar, calendar.localDay(writtenAt(reply)), lookup);
    const ReplyFields fields = fieldsAsIn(begunWith, replyFields(facts));
    const QJsonObject common{{u"template"_s, idText(reply.replyTemplate)},
                             {u"subject"_s, generalised(reply.subject, fields)},
                             {u"text"_s, generalised(reply.text, fields)},
                             {u"purpose"_s, token(reply.purpose)},
                             {u"channels"_s, channels(reply)},
                             {u"enclosed"_s, enclosed(reply)}};
    const QByteArray text = QJsonDocument(common).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Blake2b_256).toHex());
}

KnownLikenesses likenessesOf(DeskStore &store, const QList<ApprovalItem> &items, int fewest,
                             const QList<ReplyTemplate> &templates, const WorkingCalendar &calendar, const KnownLikenesses &known)
{
    QHash<Id, int> waiting;
    for (const ApprovalItem &item : items) {
        if (item.mine)
            ++waiting[item.row.reply.replyTemplate];
    }
    const Lookup lookup = store.lookup();
    KnownLikenesses found;
    for (const ApprovalItem &item : items) {
        const Reply &reply = item.row.reply;
        if (!item.mine || reply.replyTemplate.isNull() || waiting.value(reply.replyTemplate) < fewest)
            continue;
        if (const auto it = known.constFind(item.id()); it != known.constEnd() && it->seal == reply.seal) {
            found.insert(item.id(), *it);
            continue;
        }
        const auto begunWith = std::find_if(templates.begin(), templates.end(),
                                            [&reply](const ReplyTemplate &t) { return t.id == reply.replyTemplate; });
        const ReplyTemplate *its = begunWith == templates.end() ? nullptr : &*begunWith;
        found.insert(item.id(), {reply.seal, likenessOf(reply, its, calendar, lookup)});
    }
    return found;
}

bool isAtSameStep(const ApprovalItem &a, const ApprovalItem &b)
{
    return a.mine && b.mine && a.mine->part == b.mine->part && a.mine->onBehalf == b.mine->onBehalf &&
           a.row.reply.circuit.size() == b.row.reply.circuit.size();
}

} // namespace parvis
