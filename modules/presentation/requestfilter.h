#pragma once

#include "presentation/referencedata.h"
#include "store/requestquery.h"

namespace parvis {

// The filter line of the list of requests: words to search for, and terms such as `n:14233`, `service:voirie`, `retard`,
// `quartier:"centre ville"`. Keys and values are known in French and in English whatever the agent's language, without regard to
// accents and capitals, and may be abbreviated where that is not ambiguous. A quoted word is never a term.

enum class FilterTerm { Number, Service, Assignee, Channel, District, Status, Since, Until, Incident, Late };
inline constexpr std::size_t filterTerms = 10;

//! What completion offers and how values are called, in the agent's language; given by the interface.
struct FilterWords
{
    std::array<QString, filterTerms> keys; //!< "service", by FilterTerm; the last one stands alone: "late"
    QStringList channels;                  //!< by Channel
    QStringList statuses;                  //!< by RequestStatus
    QStringList days;                      //!< words for today and yesterday
    QString any;                           //!< the word for "in any"
};

enum class FilterFault { UnknownKey, UnknownValue, Ambiguous, NotADate };

struct FilterProblem
{
    FilterFault fault = FilterFault::UnknownKey;
    QString word;           //!< as typed
    QStringList candidates; //!< what it may mean, for Ambiguous; a few
    qsizetype from = 0, length = 0;

    bool operator==(const FilterProblem &) const = default;
};

struct ParsedFilter
{
    RequestQuery query;
    QList<FilterProblem> problems; //!< their terms are left out of the query
};

struct FilterCompletion
{
    QString line;   //!< the whole line with the completion in it
    QString text;   //!< what is offered: "service:", "Voirie"
    QString detail; //!< what tells it from others; may be empty

    bool operator==(const FilterCompletion &) const = default;
};

//! Reads filter lines. Cheap to call at each key. GUI thread.
class FilterReader
{
public:
    FilterReader(const ReferenceData &town, FilterWords words) : m_town(town), m_words(std::move(words)) {}

    //! \a base narrowed by what \a line says.
    ParsedFilter read(const QString &line, const RequestQuery &base, const QDate &today) const;

    //! What may stand instead of the word before \a cursor. Best first, at most \a limit.
    QList<FilterCompletion> complete(const QString &line, qsizetype cursor, qsizetype limit = 8) const;

private:
    struct Value
    {
        qsizetype index = 0; //!< where it stands in the reference data, or the number of the enum's value
        QString name, detail;
        QStringList alsoCalled;
    };
    QList<Value> valuesOf(FilterTerm term) const;
    std::optional<FilterTerm> termOf(const QString &key) const;
    std::optional<QDate> dayOf(const QString &text, const QDate &today) const;
    void readTerm(FilterTerm term, const QString &value, FilterProblem place, const QDate &today, ParsedFilter &out) const;

    const ReferenceData &m_town;
    FilterWords m_words;
};

} // namespace parvis
