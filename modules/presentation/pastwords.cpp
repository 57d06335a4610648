#include "presentation/pastwords.h"

#include <algorithm>
#include <cmath>

namespace parvis {

static constexpr float smoothing = 0.05F;  // of a word that a card's requests never had
static constexpr float priorWeight = 0.3F; // a card that is often used needs less evidence, but not none

QStringList PastWords::Evidence::strongest(qsizetype count) const
{
    QStringList list;
    for (const auto &[value, word] : words.mid(0, count))
        list.append(word);
    return list;
}

void PastWords::learn(const PastRequest &request)
{
    auto place = m_places.constFind(request.card);
    if (place == m_places.constEnd()) {
        place = m_places.insert(request.card, int(m_cards.size()));
        m_cards.append({request.card});
    }
    ++m_requests;
    ++m_cards[*place].requests;
    for (const SpokenWord &word : weighty(spokenWords(request.subject + u' ' + request.text))) {
        auto term = m_terms.constFind(word.stem);
        if (term == m_terms.constEnd()) {
            term = m_terms.insert(word.stem, int(m_counts.size()));
            m_counts.append(QList<Count>());
        }
        QList<Count> &counts = m_counts[*term];
        const auto it = std::find_if(counts.begin(), counts.end(), [&place](const Count &c) { return c.card == *place; });
        if (it == counts.end())
            counts.append({*place, 1});
        else
            ++it->count;
    }
}

QHash<Id, PastWords::Evidence> PastWords::evidence(QStringView text) const
{
    QHash<Id, Evidence> found;
    QSet<QString> seen;
    float asked = 0; // what a card would have that is the best for every word
    for (const SpokenWord &word : weighty(spokenWords(text))) {
        const auto term = m_terms.constFind(word.stem);
        if (term == m_terms.constEnd() || seen.contains(word.stem))
            continue;
        seen.insert(word.stem);
        const QList<Count> &counts = m_counts.at(*term);
        const float rarity = std::log1p(float(m_cards.size()) / float(counts.size()));
        float most = 0;
        for (const Count &count : counts) {
            const Learned &card = m_cards.at(count.card);
            // log P(word | card) over that of a word which the card never had
            const float value = rarity * std::log1p(float(count.count) / (smoothing * float(card.requests + 1)));
            Evidence &evidence = found[card.id];
            evidence.value += value;
            evidence.words.append({value, word.form});
            most = std::max(most, value);
        }
        asked += most;
    }
    for (auto it = found.begin(); it != found.end(); ++it) {
        const float requests = float(m_cards.at(m_places.value(it.key())).requests);
        it->value *= 1 + priorWeight * std::log1p(requests) / std::log1p(float(m_requests));
        it->value /= asked;
        std::stable_sort(it->words.begin(), it->words.end(), [](const auto &a, const auto &b) { return a.first > b.first; });
    }
    return found;
}

} // namespace parvis
