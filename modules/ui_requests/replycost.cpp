#include "ui_requests/replycost.h"

#include "domain/smslength.h"
#include "ui_requests/replypane.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr int letterCents = 270; // product.md: what a letter costs the town

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
