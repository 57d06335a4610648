#pragma once

#include "geo/addressquery.h"

namespace parvis {

//! A way that answers a reading of the query.
struct WayFound
{
    quint32 way = 0;
    int score = 0;
    QList<WordMatched> matched; //!< one for each token
    QList<qsizetype> numbers;   //!< tokens that may be the house number, as the way's name does not take them

    bool operator==(const WayFound &) const = default;
};

struct CommuneFound
{
    quint32 commune = 0;
    int score = 0;
    QList<WordMatched> matched;
};

//! Which ways of an address file a query means. Two steps: every name that has one of the words gets a rough score by the lists
//! of the words, then the best of them are compared word by word.
class WayFinder
{
public:
    WayFinder(const addressfile::AddressFile &file, const QStringList &homeCommunes);

    //! Best first, each way once.
    QList<WayFound> ways(const std::vector<Token> &tokens, qsizetype limit) const;
    //! Where all words name a commune.
    QList<CommuneFound> communes(const std::vector<Token> &tokens) const;

private:
    //! What the commune adds, for each token.
    struct CommuneMatch
    {
        int total = 0;
        std::vector<std::pair<int, MatchedAs>> tokens;
    };
    std::vector<CommuneMatch> communeMatches(const std::vector<Token> &tokens) const;
    std::vector<quint32> roughly(const std::vector<Token> &tokens, const std::vector<CommuneMatch> &communes) const;
    std::optional<WayFound> exactly(quint32 name, const std::vector<Token> &tokens, const CommuneMatch &commune) const;

    const addressfile::AddressFile &m_file;
    std::vector<bool> m_isHome; //!< by commune
};

} // namespace parvis
