#include "presentation/cardproposal.h"

#include <algorithm>

namespace parvis {

namespace {

constexpr float fewestOwn = 0.15F;                   // how much the cards' own words weigh, however well the past knows the text
constexpr float leastHeard = 0.3F, wellHeard = 0.7F; // between them the past gains weight
constexpr qsizetype mostOwn = 24;                    // cards taken from the search by their own words
constexpr qsizetype mostWords = 3;                   // that explain a proposal
constexpr qsizetype fewestWords = 2;                 // of weight in the text: one alone is better searched for
constexpr float fewestOfBest = 0.35F;

} // namespace

QList<CardProposal> proposedCards(const CardIndex &cards, QStringView text, qsizetype limit)
{
    if (weighty(spokenWords(text)).size() < fewestWords)
        return {};
    struct Candidate
    {
        float value = 0;
        QStringList words;
    };
    QHash<Id, Candidate> candidates;
    const auto evidence = cards.past().evidence(text);
    float heard = 0; // of the text, in requests of one card: the less it is, the more the cards' own words count
    for (const PastWords::Evidence &one : evidence)
        heard = std::max(heard, one.value);
    const float ownWords = 1 - (1 - fewestOwn) * std::clamp((heard - leastHeard) / (wellHeard - leastHeard), 0.0F, 1.0F);
    for (auto it = evidence.begin(); it != evidence.end(); ++it)
        candidates.insert(it.key(), {(1 - ownWords) * it->value / heard, it->strongest(mostWords)});
    const QList<CardHit> own = cards.search(text, mostOwn, CardIndex::Past::Left);
    for (const CardHit &hit : own) {
        Candidate &candidate = candidates[hit.card];
        candidate.value += ownWords * float(hit.score) / float(std::max(1, own.first().score));
        if (candidate.words.isEmpty())
            candidate.words = hit.said;
    }
    QList<std::pair<float, Id>> ranked;
    for (auto it = candidates.begin(); it != candidates.end(); ++it)
        ranked.append({it->value, it.key()});
    std::sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a > b; });
    QList<CardProposal> proposals;
    for (const auto &[value, id] : std::as_const(ranked)) {
        if (proposals.size() == limit || value < fewestOfBest * ranked.first().first)
            break;
        if (const QStringList words = candidates.value(id).words; cards.contains(id) && !words.isEmpty())
            proposals.append({id, words});
    }
    return proposals;
}

} // namespace parvis
