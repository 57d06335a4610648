#include "ui_common/filterwords.h"

#include "ui_common/words.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct RequestWords
{
    Q_DECLARE_TR_FUNCTIONS(RequestWords)
};

} // namespace

FilterWords filterWords()
{
    FilterWords words;
    //: key of the filter line, one word without blanks: "n:14233"
    words.keys = {RequestWords::tr("n", "filter"),        RequestWords::tr("service", "filter"),
                  RequestWords::tr("agent", "filter"),    RequestWords::tr("channel", "filter"),
                  RequestWords::tr("district", "filter"), RequestWords::tr("status", "filter"),
                  RequestWords::tr("since", "filter"),    RequestWords::tr("until", "filter"),
                  RequestWords::tr("incident", "filter"), RequestWords::tr("late", "filter")};
    for (std::size_t i = 0; i < Tokens<Channel>::words.size(); ++i)
        words.channels.append(word(Channel(i)));
    for (std::size_t i = 0; i < Tokens<RequestStatus>::words.size(); ++i)
        words.statuses.append(word(RequestStatus(i)));
    words.any = RequestWords::tr("any", "filter");
    words.days = {RequestWords::tr("today", "filter"), RequestWords::tr("yesterday", "filter")};
    return words;
}

QString sentence(const FilterProblem &problem)
{
    switch (problem.fault) {
    case FilterFault::UnknownKey:
        return RequestWords::tr("“%1” is not a filter. Put it in quotes to search for it.").arg(problem.word);
    case FilterFault::UnknownValue: return RequestWords::tr("Nothing is called so: “%1”.").arg(problem.word);
    case FilterFault::Ambiguous:
        return RequestWords::tr("“%1” may be %2: type more.").arg(problem.word, problem.candidates.join(u", "_s));
    case FilterFault::NotADate:
        return RequestWords::tr("“%1” is not a day: write 2026-11-01, 1/11 or yesterday.").arg(problem.word);
    }
    return {};
}

} // namespace parvis
