#include "presentation/cardindex.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

float fieldWeight(CardReason reason)
{
    switch (reason) {
    case CardReason::Title: return 3;
    case CardReason::Keyword: return 2.2F;
    case CardReason::CitizenWords: return 2.4F;
    case CardReason::Theme: return 1;
    case CardReason::Text: return 0.6F;
    default: return 0;
    }
}

bool isPhrase(CardReason reason)
{
    return reason == CardReason::Title || reason == CardReason::Keyword || reason == CardReason::CitizenWords;
}

constexpr float titleLead = 1.2F;          // of the word that a title begins with
constexpr float begunAlone = 1.6F;         // of the weight of a word begun
constexpr float titleBegun = 5;            // of it, if what is typed is its beginning
constexpr float saturation = 2.6F;         // of the fields' weights that a word collects in one card
constexpr float wholePhrase = 0.9F;        // of a phrase said as a whole, beside its words
constexpr float synonymWeight = 0.95F;     // of the rarity of a group that was named by another word
constexpr qsizetype fewestForSynonyms = 4; // letters of a word begun, which is anything as yet
constexpr float synonymField = 0.7F;       // of a field in which only the group was found
constexpr float coverage = 0.3F;           // how much a card loses that has only some of the words
constexpr float pastShare = 0.3F;          // of the best card's score: what the past may add
constexpr qsizetype mostPastWords = 3;
constexpr float fewestOfBest = 0.25F; // of the best card's score: less is no answer
constexpr float mostUse = 0.05F, mostSeason = 0.05F, mostHabit = 0.05F;

//! BM25's, flatter: what a citizen says has many rare words that are beside the point.
float rarityOf(float spread, float all)
{
    constexpr float alike = 4; // words of so few cards are about as rare
    return std::pow(std::log1p((all - spread + 0.5F) / (spread + alike)), 0.6F);
}

QString joinedLines(const QJsonArray &lines)
{
    QString text;
    for (const QJsonValue &line : lines)
        text += line.toString() + u' ';
    return text;
}

} // namespace

//! What a typed word may stand for: terms of equal standing share one rarity, that of all together.
struct CardIndex::Query
{
    struct Meaning
    {
        int term = 0;
        float weight = 0; //!< its standing times its rarity
        bool begins = false, isTypo = false, isSynonym = false;
        bool isBegun = false; //!< the word may go on as this one, or as many others
    };
    struct Word
    {
        QList<Meaning> meanings;
    };
    QList<Word> words;
};

struct CardIndex::Scores
{
    struct Best
    {
        float value = 0;
        int phrase = -1;
        bool isTypo = false, isSynonym = false;
        std::array<std::pair<float, int>, 3> words{}; //!< those of the typed words that count most, by place

        void add(float worth, qsizetype place)
        {
            std::pair added(worth, int(place));
            for (auto &kept : words) {
                if (added.first > kept.first)
                    std::swap(kept, added);
            }
        }
    };
    QList<float> total;           //!< by entry
    QList<Best> best;             //!< by entry: the one word in one phrase that speaks most for it
    QList<float> phrase;          //!< by phrase: what of it was said
    QList<int> entries, phrases;  //!< that are not 0
    QHash<int, QStringList> past; //!< of entries that only the past speaks for: its words
};

CardIndex::CardIndex(const QList<Card> &cards, const QHash<Id, QString> &themeNames, const Synonyms &synonyms)
    : m_synonyms(synonyms)
{
    for (const SpokenWord &word : synonyms.words())
        m_words.add(word);
    for (int i = 0; i < synonyms.groupCount(); ++i)
        m_groupTerms.append(m_words.addTerm());
    for (const SpokenWord &word : synonyms.words()) {
        QList<int> terms;
        for (const int group : synonyms.groupsOf(word.stem))
            terms.append(m_groupTerms.at(group));
        if (!terms.isEmpty())
            m_groups.insert(m_words.add(word), terms);
    }
    for (const Card &card : cards) {
        if (card.archived)
            continue;
        const int entry = int(m_entries.size());
        m_entries.append({card.id, card.title.size()});
        m_places.insert(card.id, entry);
        add(entry, CardReason::Title, card.title, synonyms);
        for (const QString &keyword : card.keywords)
            add(entry, CardReason::Keyword, keyword, synonyms);
        for (const QString &phrase : card.citizenWords)
            add(entry, CardReason::CitizenWords, phrase, synonyms);
        add(entry, CardReason::Theme, themeNames.value(card.theme), synonyms);
        add(entry, CardReason::Text, card.summary, synonyms);
        add(entry, CardReason::Text, card.ask + u' ' + card.say + u' ' + joinedLines(card.documents), synonyms);
    }
    m_words.seal();
    m_postings.resize(m_words.termCount());
    m_spread.resize(m_words.termCount());
    for (int term = 0; term < m_words.termCount(); ++term) {
        int last = -1;
        for (const Posting &posting : std::as_const(m_postings[term])) {
            const int entry = m_phrases.at(posting.phrase).entry;
            m_spread[term] += entry != std::exchange(last, entry) ? 1 : 0;
        }
    }
    for (int term = 0; term < m_words.termCount(); ++term) {
        if (!m_groupTerms.isEmpty() && term >= m_groupTerms.first() && term <= m_groupTerms.last())
            continue; // said by a word that counts already
        const float rare = rarity(term);
        for (const Posting &posting : std::as_const(m_postings[term]))
            m_phrases[posting.phrase].mass += rare;
    }
}

void CardIndex::add(int entry, CardReason reason, const QString &written, const Synonyms &synonyms)
{
    const QList<SpokenWord> words = weighty(spokenWords(written));
    if (words.isEmpty())
        return;
    const int phrase = int(m_phrases.size());
    m_phrases.append({entry, reason, reason == CardReason::Text ? QString() : written, 0});
    QList<int> terms;
    QStringList stems;
    for (const SpokenWord &word : words) {
        terms.append(m_words.add(word));
        stems.append(word.stem);
    }
    for (const Synonyms::Found &found : synonyms.in(stems))
        terms.append(m_groupTerms.at(found.group));
    const int first = terms.first();
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    m_postings.resize(m_words.termCount());
    for (const int term : std::as_const(terms)) {
        const bool leads = reason == CardReason::Title && term == first;
        m_postings[term].append({phrase, fieldWeight(reason) * (leads ? titleLead : 1), leads});
    }
}

float CardIndex::rarity(int term) const
{
    const float spread = float(m_spread.at(term));
    return rarityOf(spread, float(m_entries.size()));
}

CardIndex::Query CardIndex::understood(const QList<SpokenWord> &words, bool isBegun) const
{
    Query query;
    QStringList stems;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QList<WordMeaning> meanings = m_words.meanings(words.at(i), isBegun && i == words.size() - 1);
        float together = 0;
        for (const WordMeaning &meaning : meanings)
            together += float(m_spread.at(meaning.term));
        const float all = float(m_entries.size());
        together = std::min(together, all);
        const float pooled = rarityOf(together, all);
        Query::Word word;
        for (const WordMeaning &meaning : meanings) {
            const bool isOwn = meaning.link == WordLink::Same || meaning.link == WordLink::Inflected;
            const float rare = isOwn ? rarity(meaning.term) : std::min(pooled, rarity(meaning.term));
            const bool isTypo = meaning.link == WordLink::Typo;
            // Typed alone, letters are rather a word begun than the short word that they happen to be: "fac", of "facture".
            const float alone = words.size() == 1 && meaning.link == WordLink::Begun ? begunAlone : 1;
            // Said alone and whole, a word begins a title no less than its first letters do: "PAI".
            const bool begins = meaning.link == WordLink::Begun || (words.size() == 1 && meaning.link == WordLink::Same);
            word.meanings.append(
                {meaning.term, alone * meaning.weight * rare, begins, isTypo, false, meaning.link == WordLink::Begun});
            if (meaning.link == WordLink::Begun && words.at(i).form.size() < fewestForSynonyms)
                continue;
            for (const int group : m_groups.value(meaning.term))
                word.meanings.append({group,
                                      meaning.weight * synonymWeight * (isOwn ? rarity(group) : std::min(pooled, rarity(group))),
                                      false, isTypo, true});
        }
        stems.append(words.at(i).stem);
        query.words.append(word);
    }
    for (qsizetype i = 0; i + 1 < words.size(); ++i) { // "mini bus"
        const QString joined = words.at(i).form + words.at(i + 1).form;
        if (!m_words.known(joined))
            continue;
        const int term = *m_words.termOf({joined, {}});
        for (const qsizetype place : {i, i + 1})
            query.words[place].meanings.append({term, rarity(term), false, false, false});
    }
    for (const Synonyms::Found &found : m_synonyms.in(stems)) {
        if (found.length < 2)
            continue;
        const int term = m_groupTerms.at(found.group);
        for (qsizetype i = found.at; i < found.at + found.length; ++i)
            query.words[i].meanings.append({term, synonymWeight * rarity(term), false, false, true});
    }
    return query;
}

void CardIndex::score(const Query &query, Scores &scores) const
{
    scores.total.resize(m_entries.size());
    scores.best.resize(m_entries.size());
    scores.phrase.resize(m_phrases.size());
    QList<float> collected(m_entries.size()), said(m_phrases.size());
    QList<float> weightOf(m_entries.size()), matched(m_entries.size()), begun(m_entries.size());
    float asked = 0;
    for (qsizetype place = 0; place < query.words.size(); ++place) {
        const Query::Word &word = query.words.at(place);
        QList<int> entries, phrases;
        float most = 0;
        for (const Query::Meaning &meaning : word.meanings) {
            if (meaning.weight <= 0)
                continue;
            most = std::max(most, meaning.weight);
            for (const Posting &posting : m_postings.at(meaning.term)) {
                const Phrase &phrase = m_phrases.at(posting.phrase);
                const float weight = posting.weight * (meaning.begins && posting.leads ? titleBegun : 1);
                const float value = weight * meaning.weight * (meaning.isSynonym ? synonymField / 2 : 1);
                if (collected.at(phrase.entry) == 0 && begun.at(phrase.entry) == 0)
                    entries.append(phrase.entry);
                // What is typed will be one of the words that begin so: that a card has many of them speaks for none.
                if (meaning.isBegun)
                    begun[phrase.entry] = std::max(begun.at(phrase.entry), weight);
                else
                    collected[phrase.entry] += weight * (meaning.isSynonym ? synonymField : 1);
                weightOf[phrase.entry] = std::max(weightOf.at(phrase.entry), meaning.weight);
                if (isPhrase(phrase.reason)) {
                    if (said.at(posting.phrase) == 0)
                        phrases.append(posting.phrase);
                    said[posting.phrase] = std::max(said.at(posting.phrase), meaning.weight);
                }
                Scores::Best &best = scores.best[phrase.entry];
                if (value > best.value) {
                    best.value = value;
                    best.phrase = posting.phrase;
                    best.isTypo = meaning.isTypo;
                    best.isSynonym = meaning.isSynonym;
                }
            }
        }
        for (const int entry : std::as_const(entries)) {
            if (scores.total.at(entry) == 0)
                scores.entries.append(entry);
            const float x = std::exchange(collected[entry], 0) + std::exchange(begun[entry], 0);
            const float weight = std::exchange(weightOf[entry], 0);
            matched[entry] += weight;
            const float worth = weight * x / (x + saturation);
            scores.total[entry] += worth;
            scores.best[entry].add(worth, place);
        }
        asked += most;
        for (const int phrase : std::as_const(phrases)) {
            if (scores.phrase.at(phrase) == 0)
                scores.phrases.append(phrase);
            scores.phrase[phrase] += std::exchange(said[phrase], 0);
        }
    }
    QList<float> bonus(m_entries.size());
    for (const int place : std::as_const(scores.phrases)) {
        const Phrase &phrase = m_phrases.at(place);
        const float covered = std::min(1.0F, scores.phrase.at(place) / std::max(phrase.mass, 0.01F));
        const float value = fieldWeight(phrase.reason) / 3 * scores.phrase.at(place) * covered;
        bonus[phrase.entry] = std::max(bonus.at(phrase.entry), value);
    }
    for (const int entry : std::as_const(scores.entries))
        scores.total[entry] =
            (scores.total.at(entry) + wholePhrase * bonus.at(entry)) * std::pow(matched.at(entry) / asked, coverage);
}

void CardIndex::setUse(const QHash<Id, CardUse> &uses, int month)
{
    int most = 0, mostMine = 0;
    for (const CardUse &use : uses) {
        most = std::max(most, use.total);
        mostMine = std::max(mostMine, use.mine);
    }
    const auto share = [](int count, int of) { return of > 0 ? std::log1p(float(count)) / std::log1p(float(of)) : 0; };
    for (Entry &entry : m_entries) {
        const CardUse use = uses.value(entry.card);
        entry.use = share(use.total, most);
        entry.habit = share(use.mine, mostMine);
        int year = 0;
        for (const int count : use.byMonth)
            year += count;
        const float usual = float(year) / 12;
        // Of some few requests one can't tell a season.
        const float now = float(use.byMonth[std::size_t(std::clamp(month, 1, 12) - 1)]);
        entry.season = year < 12 ? 0 : std::clamp((now / usual - 1) / 2, 0.0F, 1.0F);
    }
}

//! The best of the past counts as much as a share of the best of the cards' own words.
void CardIndex::addPast(QStringView typed, Scores &scores) const
{
    float most = 0;
    for (const int entry : std::as_const(scores.entries))
        most = std::max(most, scores.total.at(entry));
    const auto evidence = m_past.evidence(typed);
    for (auto it = evidence.begin(); it != evidence.end(); ++it) {
        const int entry = m_places.value(it.key(), -1);
        if (entry < 0)
            continue;
        if (scores.total.at(entry) == 0) {
            scores.entries.append(entry);
            scores.past.insert(entry, it->strongest(mostPastWords));
        }
        scores.total[entry] += pastShare * (most > 0 ? most : 1) * it->value;
    }
}

//! Relevance in thousandths, with the little that use, season and habit add.
int CardIndex::rank(int entry, const Scores &scores) const
{
    const Entry &card = m_entries.at(entry);
    const float lift = 1 + mostUse * card.use + mostSeason * card.season + mostHabit * card.habit;
    return int(std::lround(1000 * scores.total.at(entry) * lift));
}

CardHit CardIndex::hitOf(int entry, const Scores &scores, const QList<SpokenWord> &words) const
{
    const Entry &card = m_entries.at(entry);
    CardHit hit{card.card, CardReason::Past, {}, {}, {}, rank(entry, scores)};
    if (const auto past = scores.past.constFind(entry); past != scores.past.constEnd()) {
        hit.words = past->join(u", "_s);
        hit.said = *past;
    } else {
        const Scores::Best &best = scores.best.at(entry);
        const Phrase &phrase = m_phrases.at(best.phrase);
        hit.reason = best.isTypo ? CardReason::Typo : best.isSynonym ? CardReason::Synonym : phrase.reason;
        hit.words = phrase.written;
        for (const auto &[worth, place] : best.words) {
            if (worth > 0)
                hit.said.append(words.at(place).form);
        }
        // A word of the script alone has nothing to show but itself.
        if (hit.words.isEmpty())
            hit.words = hit.said.first();
    }
    constexpr float speaks = 0.6F;
    if (card.habit > speaks)
        hit.lift = CardReason::Habit;
    else if (card.season > speaks / 2)
        hit.lift = CardReason::Season;
    else if (card.use > speaks)
        hit.lift = CardReason::Use;
    return hit;
}

QList<CardHit> CardIndex::search(QStringView typed, qsizetype limit, Past past) const
{
    const QList<SpokenWord> words = weighty(spokenWords(typed));
    if (words.isEmpty() || folded(typed).size() < 2 || m_entries.isEmpty())
        return {};
    Scores scores;
    score(understood(words, !typed.back().isSpace()), scores);
    if (past == Past::Used && words.size() > 1)
        addPast(typed, scores);
    struct Ranked
    {
        int score = 0;
        qsizetype titleLength = 0; // of cards that are as good the plainer comes first
        int entry = 0;
    };
    QList<Ranked> ranked;
    ranked.reserve(scores.entries.size());
    for (const int entry : std::as_const(scores.entries))
        ranked.append({rank(entry, scores), m_entries.at(entry).titleLength, entry});
    const qsizetype count = std::min(limit, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + count, ranked.end(), [](const Ranked &a, const Ranked &b) {
        return std::tuple(-a.score, a.titleLength, a.entry) < std::tuple(-b.score, b.titleLength, b.entry);
    });
    QList<CardHit> hits;
    for (const Ranked &one : std::as_const(ranked).mid(0, count)) {
        if (float(one.score) < fewestOfBest * float(ranked.first().score))
            break;
        hits.append(hitOf(one.entry, scores, words));
    }
    return hits;
}

} // namespace parvis
