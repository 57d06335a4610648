#pragma once

#include "domain/procedurecard.h"
#include "presentation/pastwords.h"
#include "presentation/synonyms.h"
#include "presentation/vocabulary.h"

namespace parvis {

//! Why a card is suggested: where the words were found, or how; the last three say why it stands before its like.
enum class CardReason { Title, Keyword, CitizenWords, Theme, Text, Synonym, Typo, Past, Use, Season, Habit };

struct CardHit
{
    Id card;
    CardReason reason = CardReason::Title;
    QString words;                    //!< the card's own words that matched, as written; of Past the typed ones
    QStringList said{};               //!< the typed words that speak for it, folded; at most three, the one that says most first
    std::optional<CardReason> lift{}; //!< Use, Season or Habit, if it speaks for the card
    int score = 0;                    //!< relevance in thousandths; comparable within one answer

    bool operator==(const CardHit &) const = default;
};

//! The procedure cards by what people say. In memory, so that it answers within a key stroke. A value; making one of some hundred
//! cards takes tens of milliseconds: not in the GUI thread.
//!
//! BM25 over the fields of a card, each with its weight, and over each of the card's own phrases (title, keyword, citizens'
//! words) how far it is said as a whole. A typed word stands for the words of its stem, for what it may be the beginning or a
//! misspelling of, and for the group of synonyms that it names. Not every word has to match: rare ones count, frequent ones
//! hardly.
class CardIndex
{
public:
    CardIndex() = default;
    //! Archived cards are left out. \a themeNames: by theme id.
    CardIndex(const QList<Card> &cards, const QHash<Id, QString> &themeNames, const Synonyms &synonyms = Synonyms::french());

    //! \a month (1 … 12): the season. Use, season and habit order cards that are about as relevant, never more.
    void setUse(const QHash<Id, CardUse> &uses, int month);

    //! What citizens said of each card before; helps to understand more than one word.
    void setPast(const PastWords &past) { m_past = past; }
    const PastWords &past() const { return m_past; }

    bool isEmpty() const { return m_entries.isEmpty(); }
    bool contains(const Id &card) const { return m_places.contains(card); }

    //! Best first. The last word typed may be only begun, unless a blank ends it. Nothing below two letters.
    enum class Past { Used, Left };
    QList<CardHit> search(QStringView typed, qsizetype limit, Past past = Past::Used) const;

private:
    struct Phrase
    {
        int entry = 0;
        CardReason reason = CardReason::Title;
        QString written; //!< empty of Text
        float mass = 0;  //!< the rarity of its words together
    };
    struct Posting
    {
        int phrase = 0;
        float weight = 0;
        bool leads = false; //!< the title begins with it
    };
    struct Entry
    {
        Id card;
        qsizetype titleLength = 0;
        float use = 0, season = 0, habit = 0; //!< 0 … 1
    };
    struct Query;
    struct Scores;

    void add(int entry, CardReason reason, const QString &written, const Synonyms &synonyms);
    float rarity(int term) const;
    Query understood(const QList<SpokenWord> &words, bool isBegun) const;
    void score(const Query &query, Scores &scores) const;
    void addPast(QStringView typed, Scores &scores) const;
    int rank(int entry, const Scores &scores) const;
    CardHit hitOf(int entry, const Scores &scores, const QList<SpokenWord> &words) const;

    QList<Entry> m_entries;
    QHash<Id, int> m_places; //!< in m_entries
    QList<Phrase> m_phrases;
    Vocabulary m_words;
    Synonyms m_synonyms;
    QList<int> m_groupTerms;          //!< the term of each group of synonyms
    QHash<int, QList<int>> m_groups;  //!< a word's term → terms of the groups that it alone names
    QList<QList<Posting>> m_postings; //!< by term
    QList<int> m_spread;              //!< by term: in how many cards
    PastWords m_past;
};

} // namespace parvis
