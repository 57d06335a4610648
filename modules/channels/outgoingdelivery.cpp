#include "channels/outgoingdelivery.h"

#include "channels/replymail.h"
#include "domain/reply.h"
#include "wording/replytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr int mostMinutes = 30;
constexpr int mostDoublings = 5;
constexpr qint64 firstAskMs = minuteMs;
constexpr qint64 followedMs = 3LL * 24 * 60 * minuteMs; // gateways give up after one to three days
const QString referenceMark = u"ref:"_s;

//! Who signs, as it stands under a letter.
QStringList signatureLines(const QJsonObject &signatory)
{
    QStringList lines;
    for (const auto key : {"delegation"_L1, "name"_L1, "capacity"_L1})
        lines.append(signatory.value(key).toString());
    lines.removeAll(QString());
    return lines;
}

bool isOfTheServer(ErrorCode code)
{
    return code == ErrorCode::Network || code == ErrorCode::Certificate || code == ErrorCode::Unauthenticated ||
           code == ErrorCode::Aborted;
}

SendOutcome refusedOrLater(const Error &error)
{
    return error.code == ErrorCode::Forbidden || error.code == ErrorCode::InvalidInput ? SendOutcome::Refused
                                                                                       : SendOutcome::Later;
}

qint64 backoffMs(int troubles)
{
    return std::min(1 << std::min(troubles, mostDoublings), mostMinutes) * minuteMs;
}

} // namespace

MailMessage outgoingMail(const OutgoingItem &item, const MailAddress &from, const QList<QByteArray> &files, Instant now)
{
    const Dispatch &d = item.dispatch;
    const QStringList signature = signatureLines(d.signatory);
    ReplyMail mail;
    mail.from = from;
    mail.to = {d.name, d.to};
    mail.subject = d.subject;
    mail.text = plainText(d.text);
    mail.htmlBody = htmlText(d.text);
    if (!signature.isEmpty()) {
        mail.text += u"\n\n"_s + signature.join(u'\n');
        mail.htmlBody += u"<p>"_s + signature.join(u'\n').toHtmlEscaped().replace(u'\n', u"<br/>"_s) + u"</p>"_s;
    }
    const QList<Enclosure> enclosures = enclosuresOf(d.attachments);
    for (qsizetype i = 0; i < enclosures.size() && i < files.size(); ++i)
        mail.attachments.append({enclosures.at(i).name, enclosures.at(i).mediaType.toLatin1(), files.at(i)});
    mail.messageId = idText(item.id) + u'@' + from.address.section(u'@', -1);
    mail.date = now;
    mail.written = d.purpose == DispatchPurpose::Acknowledgement ? ReplyMail::Written::ByItself : ReplyMail::Written::ByPeople;
    return replyMail(mail);
}

std::optional<Id> dispatchOfMessage(const QString &messageId, const MailAddress &from)
{
    const QString domain = from.address.section(u'@', -1);
    const qsizetype at = messageId.lastIndexOf(u'@');
    if (at < 0 || messageId.mid(at + 1).compare(domain, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return idFromText(messageId.left(at));
}

SendReport reportOfMail(const Status &sent, const QString &messageId)
{
    if (sent)
        return {SendOutcome::Sent, messageId, {}};
    const SendOutcome outcome = mayHaveBeenTaken(sent.error()) ? SendOutcome::Uncertain : refusedOrLater(sent.error());
    return {outcome, messageId, sent.error().detail};
}

SendReport reportOfSms(const Result<SmsReceipt> &sent, const QString &reference)
{
    if (sent)
        return {SendOutcome::Sent, sent->gatewayId, {}};
    // After Network and Aborted it may have been taken: the same reference again tells, and sends nothing twice.
    const SendOutcome outcome = refusedOrLater(sent.error());
    return {outcome, outcome == SendOutcome::Later ? referenceMark + reference : QString(), sent.error().detail};
}

QString smsReference(const OutgoingItem &item)
{
    const QString &kept = item.dispatch.messageId;
    const bool isQueuedByAgent = !item.dispatch.doneBy.isNull(); // settled by the hub, it is nobody's
    if (kept.startsWith(referenceMark) && !isQueuedByAgent)
        return kept.mid(referenceMark.size());
    return idText(QUuid::createUuidV5(item.id, QByteArray::number(item.dispatch.attempts)));
}

Result<DeliveryRound> OutgoingDelivery::deliver(const std::function<bool()> &goesOn)
{
    DeliveryRound round;
    if (!m_isRecovered) {
        if (const Status recovered = m_hub.recoverOutgoing(m_channel); !recovered)
            return recovered.error();
        m_isRecovered = true;
    }
    while (goesOn()) {
        const auto item = m_hub.claimOutgoing(m_channel);
        if (!item)
            return item.error();
        if (!*item)
            break;
        const Sent sent = send(**item, goesOn);
        if (const Status settled = m_hub.settleOutgoing((*item)->id, sent.report); !settled) {
            m_isRecovered = false; // it may have gone, and the book does not say so: told as uncertain once it can be written
            return settled.error();
        }
        switch (sent.report.outcome) {
        case SendOutcome::Sent:
            ++round.sent;
            m_troubles = 0;
            continue;
        case SendOutcome::Refused: ++round.refused; break;
        case SendOutcome::Later: ++round.later; break;
        case SendOutcome::Uncertain: ++round.uncertain; break;
        }
        round.trouble = sent.trouble;
        if (sent.isOfTheServer) {
            round.isHeldUp = true;
            round.lookAgain = {m_clock.now().ms + backoffMs(m_troubles++)};
            return round;
        }
    }
    const auto next = m_hub.nextOutgoing(m_channel);
    const auto again = follow(goesOn);
    if (!next || !again)
        return next ? again.error() : next.error();
    round.lookAgain = !next->isSet() ? *again : !again->isSet() ? *next : std::min(*next, *again);
    return round;
}

OutgoingDelivery::Sent OutgoingMailDelivery::send(const OutgoingItem &item, const std::function<bool()> &goesOn)
{
    QList<QByteArray> files;
    const QList<Enclosure> enclosures = enclosuresOf(item.dispatch.attachments);
    for (const Enclosure &enclosure : enclosures) {
        const auto bytes = m_hub.fileBytes(enclosure.sha256);
        if (!bytes) // a desk has not sent it yet
            return {{SendOutcome::Later, {}, u"file"_s}, Error{ErrorCode::Unavailable, u"file"_s}, false};
        files.append(*bytes);
    }
    MailAddress from = m_from;
    if (from.name.isEmpty()) {
        if (const auto hello = m_hub.hello())
            from.name = hello->town;
    }
    const MailMessage mail = outgoingMail(item, from, files, m_clock.now());
    const Status sent = m_carrier.send(mail, goesOn);
    if (sent)
        return {reportOfMail(sent, mail.messageId), {}, false};
    return {reportOfMail(sent, mail.messageId), sent.error(), isOfTheServer(sent.error().code)};
}

OutgoingDelivery::Sent OutgoingSmsDelivery::send(const OutgoingItem &item, const std::function<bool()> &goesOn)
{
    const QString reference = smsReference(item);
    // Its text is plain already, as it was approved: a star in it is a star.
    const auto sent = m_carrier.send({item.dispatch.to, item.dispatch.text, reference}, goesOn);
    if (!sent)
        return {reportOfSms(sent, reference), sent.error(), isOfTheServer(sent.error().code)};
    const Instant now = m_clock.now();
    m_followed.append({item.id, sent->gatewayId, now, {now.ms + firstAskMs}});
    return {reportOfSms(sent, reference), {}, false};
}

//! What was followed when the server stopped.
Status OutgoingSmsDelivery::remember()
{
    const auto all = m_hub.followedOutgoing(ReplyChannel::Sms);
    if (!all)
        return all.error();
    for (const OutgoingItem &item : all.value()) {
        const bool isNew =
            std::none_of(m_followed.begin(), m_followed.end(), [&item](const Followed &sms) { return sms.dispatch == item.id; });
        if (isNew)
            m_followed.append({item.id, item.dispatch.messageId, item.dispatch.changedAt, m_clock.now()});
    }
    m_remembers = true;
    return success();
}

Result<Instant> OutgoingSmsDelivery::follow(const std::function<bool()> &goesOn)
{
    if (!m_remembers) {
        if (const Status remembered = remember(); !remembered)
            return remembered.error();
    }
    for (qsizetype i = 0; i < m_followed.size() && goesOn();) {
        Followed &sms = m_followed[i];
        const Instant now = m_clock.now();
        if (now < sms.next) {
            ++i;
            continue;
        }
        const auto state = m_carrier.state(sms.gatewayId, goesOn);
        const bool isDelivered = state && state->kind == SmsState::Kind::Delivered;
        const bool isFailed = state && state->kind == SmsState::Kind::Failed;
        if (isDelivered || isFailed) {
            const auto told = m_hub.reportDelivery(sms.dispatch, isDelivered, state->reason);
            if (!told)
                return told.error();
        }
        const bool isKnown = !state || state->kind == SmsState::Kind::Accepted;
        if (!isKnown || now.ms - sms.since.ms > followedMs) {
            if (const Status ended = m_hub.endFollowing(sms.dispatch); !ended)
                return ended.error();
            m_followed.removeAt(i);
            continue;
        }
        sms.next = {now.ms + std::max<qint64>(firstAskMs, (now.ms - sms.since.ms) / 2)}; // less and less often
        ++i;
    }
    Instant next;
    for (const Followed &sms : std::as_const(m_followed)) {
        if (!next.isSet() || sms.next < next)
            next = sms.next;
    }
    return next;
}

} // namespace parvis
