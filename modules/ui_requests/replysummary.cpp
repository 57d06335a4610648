#include "ui_requests/replysummary.h"

#include "domain/smslength.h"
#include "ui_requests/replypane.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int letterCents = 270; // product.md: what a letter costs the town

namespace {

//! The steps of a circuit, each with whoever is asked, as far as they are known.
QString stepsOf(const ReplyController &reply, const ReplyWay &way, const ReferenceData &town)
{
    QStringList steps;
    for (const QJsonValue &step : way.circuit) {
        QStringList people;
        const QJsonArray parts = partsOf(step);
        for (const QJsonValue &part : parts) {
            const QList<Id> deciders = reply.deciders(way, part);
            const QString unit = town.unitName(serviceOf(part, {})); // of a role, where requests are of several services
            people.append(deciders.size() == 1 ? town.userName(deciders.first())
                          : unit.isEmpty()     ? part["title"_L1].toString()
                                               : unit);
        }
        const QString title = step["title"_L1].toString();
        const QString names = people.join(u" + "_s);
        steps.append(names.isEmpty() || names == title ? title : u"%1 (%2)"_s.arg(title, names));
    }
    return steps.join(u" → "_s);
}

QString wayOf(const ReplyController &reply, const ReplyWay &way, const ReferenceData &town)
{
    const QString steps = stepsOf(reply, way, town);
    QString text = steps.isEmpty() ? ReplyPane::tr("Goes out at once: nobody else has to approve it.")
                                   : ReplyPane::tr("Approved by: %1").arg(steps);
    QStringList blind;
    const QList<Id> unseeing = reply.blindDeciders(way);
    for (const Id &id : unseeing)
        blind.append(town.userName(id));
    if (!blind.isEmpty())
        text += u' ' + ReplyPane::tr("%1 can't see the request: it would wait for them.").arg(blind.join(u", "_s));
    return text;
}

} // namespace

QString replyWay(const ReplyController &reply, const ReferenceData &town)
{
    const QList<ReplyWay> all = reply.ways();
    if (all.size() <= 1)
        return all.isEmpty() ? QString() : wayOf(reply, all.first(), town);
    QStringList lines{ReplyPane::tr("%n replies, one for each service that reads them:", nullptr, int(all.size()))};
    for (const ReplyWay &way : all) {
        const QString unit = town.unitName(way.home.service);
        const QString name = unit.isEmpty() ? ReplyPane::tr("Desk") : unit;
        lines.append((way.home.confidential
                          //: %1 a service, %2 so many citizens, %3 who approves
                          ? ReplyPane::tr("%1, confidential (%2): %3")
                          //: %1 a service, %2 so many citizens, %3 who approves
                          : ReplyPane::tr("%1 (%2): %3"))
                         .arg(name)
                         .arg(way.requests.size())
                         .arg(wayOf(reply, way, town)));
    }
    return lines.join(u'\n');
}

QString underWayText(const QList<ReplyRow> &replies, const ReferenceData &town)
{
    QStringList whose;
    for (const ReplyRow &row : replies)
        whose.append(town.userName(row.reply.author));
    whose.removeDuplicates();
    return ReplyPane::tr("%n replies of %1 already wait for approval: this would be one more.", nullptr, int(replies.size()))
        .arg(whose.join(u", "_s));
}

QString replyCost(const ReplyController &reply, int shown)
{
    const auto &all = reply.addressed();
    int letters = 0, sms = 0, calls = 0;
    for (int i = 0; i < all.size(); ++i) {
        const ReplyChannel channel = ReplyController::channelOf(all.at(i), reply.channel());
        letters += channel == ReplyChannel::Letter ? 1 : 0;
        sms += channel == ReplyChannel::Sms ? 1 : 0;
        calls += channel == ReplyChannel::Phone ? 1 : 0;
    }
    QStringList costs;
    if (letters > 0)
        costs.append(ReplyPane::tr("%n letter(s): %1", nullptr, letters)
                         .arg(QLocale().toCurrencyString(letters * letterCents / 100.0, u"€"_s)));
    if (sms > 0) {
        const SmsLength length = smsLength(reply.rendered(shown).recipient.text);
        costs.append(ReplyPane::tr("SMS: %n message(s) for each", nullptr, int(length.parts)) +
                     (length.isUnicode ? ReplyPane::tr(", long because of special characters") : QString()));
    }
    if (letters < int(all.size()) - sms)
        costs.append(ReplyPane::tr("otherwise free of charge"));
    if (letters == 0 && sms == 0)
        costs = QStringList{ReplyPane::tr("Free of charge")};
    if (sms + calls > 0 && !reply.reply().attachments.isEmpty())
        costs.append(ReplyPane::tr("nothing is enclosed with an SMS or a call"));
    return costs.join(u" · "_s);
}

} // namespace parvis
