#pragma once

#include "geo/addressfile.h"
#include "geo/addressindex.h"

#include <QtCore/QStringList>

#include <vector>

namespace parvis {

//! How well a word of the file answers a typed one.
struct TermMatch
{
    quint32 word = 0;
    int quality = 0; //!< per cent
    MatchedAs as = MatchedAs::Nothing;
};

//! A word as typed, with the words of the file that it may mean.
struct Token
{
    QString text; //!< folded
    bool isLast = false;
    bool isArticle = false;
    bool isDigits = false;
    bool isRepaired = false; //!< made by joining or parting what was typed
    int number = -1;         //!< that a house may have; 0: only with a slip ("3q6"); -1: none
    QString suffix;          //!< attached to the number
    int weight = 0;          //!< what finding it is worth

    std::vector<TermMatch> terms;         //!< sorted by word, without those of the range
    quint32 rangeFirst = 0, rangeEnd = 0; //!< words that begin with it

    //! Quality 0: none.
    TermMatch matchOf(quint32 word, const addressfile::AddressFile &file) const;
    bool isUnknown() const { return terms.empty() && rangeFirst == rangeEnd; }
};

//! What was typed, as words with their meanings. Where blanks may be missing or too many there are several readings.
class AddressQuery
{
public:
    AddressQuery(const QStringList &words, const addressfile::AddressFile &file);

    const std::vector<std::vector<Token>> &readings() const { return m_readings; }

private:
    std::vector<Token> reading(const QStringList &words, bool isRepaired) const;
    Token token(const QString &word, bool isLast) const;
    void addTypos(Token &token) const;
    int weightOf(const Token &token) const;
    std::optional<quint32> exact(const QString &word) const;
    bool hasBeginning(const QString &word) const;
    QStringList parted(const QStringList &words) const;
    QStringList joined(const QStringList &words) const;
    QStringList split(const QString &word, bool isLast) const;

    const addressfile::AddressFile &m_file;
    std::vector<std::vector<Token>> m_readings;
};

//! One edit at most from \a typed to \a word, or with \a isBeginning to the beginning of \a word.
bool isOneEdit(QByteArrayView typed, QByteArrayView word, bool isBeginning);

} // namespace parvis
