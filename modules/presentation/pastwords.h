#pragma once

#include "presentation/frenchwords.h"
#include "store/carduse.h"

namespace parvis {

//! What citizens said before of each card: multinomial naive Bayes over the stems of past requests, of which only the words that
//! a card did have are added up. Trained at the desk, from its own store; nothing leaves it. A value: learn() as often as there
//! are requests, then ask.
class PastWords
{
public:
    //! How much a text speaks for a card, and which of its words do.
    struct Evidence
    {
        float value = 0;                        //!< of 1, which is the best card for each of the words
        QList<std::pair<float, QString>> words; //!< as typed, folded; the one that says most first

        QStringList strongest(qsizetype count) const;
    };

    void learn(const PastRequest &request);
    qint64 requestCount() const { return m_requests; }

    QHash<Id, Evidence> evidence(QStringView text) const; //!< by card

private:
    struct Count
    {
        int card = 0; //!< place in m_cards
        int count = 0;
    };
    struct Learned
    {
        Id id;
        int requests = 0;
    };

    qint64 m_requests = 0;
    QList<Learned> m_cards;
    QHash<Id, int> m_places;
    QHash<QString, int> m_terms;  //!< by stem
    QList<QList<Count>> m_counts; //!< by term
};

} // namespace parvis
