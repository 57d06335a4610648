#include "presentation/callerhint.h"

#include "base/text.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

QList<CitizenHit> bestFirst(const QString &typed, const QList<CitizenHit> &hits)
{
    struct Scored
    {
        qsizetype wholeWords;
        bool waits;
        QString name;
        CitizenHit hit;
    };
    const QStringList words = foldedWords(typed);
    QList<Scored> scored;
    for (const CitizenHit &hit : hits) {
        const QStringList names = foldedWords(displayName(hit.citizen));
        const auto whole =
            std::count_if(words.begin(), words.end(), [&names](const QString &word) { return names.contains(word); });
        scored.append({whole, hit.openRequests > 0, folded(hit.citizen.lastName + u' ' + hit.citizen.firstName), hit});
    }
    std::stable_sort(scored.begin(), scored.end(), [](const Scored &a, const Scored &b) {
        return std::tuple(-a.wholeWords, !a.waits, a.name) < std::tuple(-b.wholeWords, !b.waits, b.name);
    });
    QList<CitizenHit> sorted;
    for (const Scored &one : std::as_const(scored))
        sorted.append(one.hit);
    return sorted;
}

ReplyChannel usualReply(const Citizen &citizen)
{
    // A letter costs 2.70 €: e-mail and SMS first.
    if (!citizen.email.isEmpty())
        return ReplyChannel::Email;
    const bool mobile = citizen.phone.startsWith("+336"_L1) || citizen.phone.startsWith("+337"_L1);
    if (mobile)
        return ReplyChannel::Sms;
    if (!citizen.phone.isEmpty())
        return ReplyChannel::Phone;
    return citizen.address.isEmpty() ? ReplyChannel::None : ReplyChannel::Letter;
}

} // namespace parvis
