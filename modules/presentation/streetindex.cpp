#include "presentation/streetindex.h"

#include "base/text.h"
#include "domain/round.h"
#include "presentation/wordmatch.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct Abbreviation
{
    QLatin1StringView typed, meant;
};

// As La Poste abbreviates (NF Z 10-011), and as people do.
constexpr std::array abbreviations{
    Abbreviation{"all"_L1, "allee"_L1},       Abbreviation{"av"_L1, "avenue"_L1},     Abbreviation{"ave"_L1, "avenue"_L1},
    Abbreviation{"bd"_L1, "boulevard"_L1},    Abbreviation{"bld"_L1, "boulevard"_L1}, Abbreviation{"blvd"_L1, "boulevard"_L1},
    Abbreviation{"ch"_L1, "chemin"_L1},       Abbreviation{"che"_L1, "chemin"_L1},    Abbreviation{"crs"_L1, "cours"_L1},
    Abbreviation{"fg"_L1, "faubourg"_L1},     Abbreviation{"fbg"_L1, "faubourg"_L1},  Abbreviation{"imp"_L1, "impasse"_L1},
    Abbreviation{"pl"_L1, "place"_L1},        Abbreviation{"pass"_L1, "passage"_L1},  Abbreviation{"prom"_L1, "promenade"_L1},
    Abbreviation{"r"_L1, "rue"_L1},           Abbreviation{"res"_L1, "residence"_L1}, Abbreviation{"rte"_L1, "route"_L1},
    Abbreviation{"sq"_L1, "square"_L1},       Abbreviation{"st"_L1, "saint"_L1},      Abbreviation{"ste"_L1, "sainte"_L1},
    Abbreviation{"cdt"_L1, "commandant"_L1},  Abbreviation{"cne"_L1, "capitaine"_L1}, Abbreviation{"col"_L1, "colonel"_L1},
    Abbreviation{"dr"_L1, "docteur"_L1},      Abbreviation{"gal"_L1, "general"_L1},   Abbreviation{"lt"_L1, "lieutenant"_L1},
    Abbreviation{"mal"_L1, "marechal"_L1},    Abbreviation{"pdt"_L1, "president"_L1}, Abbreviation{"pr"_L1, "professeur"_L1},
    Abbreviation{"zi"_L1, "industrielle"_L1},
};

constexpr std::array kindsOfWay{"allee"_L1,     "avenue"_L1,  "boulevard"_L1, "chemin"_L1,   "cite"_L1,      "clos"_L1,
                                "cour"_L1,      "cours"_L1,   "esplanade"_L1, "faubourg"_L1, "impasse"_L1,   "mail"_L1,
                                "montee"_L1,    "passage"_L1, "place"_L1,     "placette"_L1, "promenade"_L1, "quai"_L1,
                                "residence"_L1, "rond"_L1,    "route"_L1,     "rue"_L1,      "ruelle"_L1,    "sente"_L1,
                                "sentier"_L1,   "square"_L1,  "venelle"_L1,   "villa"_L1,    "voie"_L1};

bool isKindOfWay(QStringView word)
{
    return std::any_of(kindsOfWay.begin(), kindsOfWay.end(), [word](QLatin1StringView kind) { return word == kind; });
}

QLatin1StringView meaning(QStringView typed)
{
    const auto it =
        std::find_if(abbreviations.begin(), abbreviations.end(), [typed](const Abbreviation &a) { return typed == a.typed; });
    return it == abbreviations.end() ? QLatin1StringView() : it->meant;
}

std::optional<int> houseNumber(QStringView word)
{
    bool ok = false;
    const int number = word.size() <= 4 ? word.toInt(&ok) : 0;
    return ok && number > 0 ? std::optional(number) : std::nullopt;
}

} // namespace

StreetIndex::StreetIndex(const QList<Street> &streets)
{
    for (const Street &street : streets) {
        Entry entry{street, foldedWords(street.name), {}, false};
        entry.startsWithKind = !entry.words.isEmpty() && isKindOfWay(entry.words.first());
        for (qsizetype i = entry.startsWithKind ? 1 : 0; i < entry.words.size(); ++i) {
            if (!isFillWord(entry.words.at(i)))
                entry.ownWords.append(entry.words.at(i));
        }
        if (entry.ownWords.isEmpty())
            entry.ownWords = entry.words;
        m_entries.append(entry);
    }
}

//! Takes "12", "12b" or "12 bis" from the front, or "12" from the end.
StreetIndex::HouseNumber StreetIndex::takeNumber(QStringList &words)
{
    if (words.size() < 2)
        return {};
    QString first = words.first();
    QString suffix;
    if (first.size() > 1 && first.back().isLetter()) {
        suffix = first.back().toUpper();
        first.chop(1);
    }
    if (const auto number = houseNumber(first)) {
        words.removeFirst();
        const QString next = words.first();
        const bool ordinal = next == "bis"_L1 || next == "ter"_L1 || next == "quater"_L1;
        if (words.size() > 1 && (ordinal || next == "a"_L1 || next == "b"_L1 || next == "c"_L1)) {
            suffix = ordinal ? next : next.toUpper();
            words.removeFirst();
        }
        return {*number, suffix};
    }
    if (const auto number = houseNumber(words.last())) {
        words.removeLast();
        return {*number, {}};
    }
    return {};
}

std::optional<int> StreetIndex::score(const Entry &entry, const QStringList &typed)
{
    int total = 0;
    bool own = false;
    for (const QString &word : typed) {
        qsizetype place = 0;
        WordMatch match = bestMatch(word, entry.ownWords, &place);
        bool inOwn = match != WordMatch::None;
        if (match < WordMatch::Prefix) {
            const WordMatch anywhere = bestMatch(word, entry.words);
            const QLatin1StringView meant = meaning(word);
            if (anywhere > match || (!meant.isEmpty() && entry.words.contains(meant))) {
                match = std::max(anywhere, WordMatch::Prefix);
                inOwn = !meant.isEmpty() && entry.ownWords.contains(meant);
            }
        }
        if (match == WordMatch::None) {
            if (isFillWord(word))
                continue;
            return std::nullopt;
        }
        total += match == WordMatch::Typo ? -200 : match == WordMatch::Whole ? 30 : 10;
        if (inOwn)
            total += place == 0 ? 100 : 50;
        own = own || inOwn;
    }
    return own || typed.size() == 1 ? std::optional(total) : std::nullopt;
}

QList<StreetIndex::Hit> StreetIndex::matching(const QStringList &typed) const
{
    QList<Hit> hits;
    for (const Entry &entry : m_entries) {
        if (const auto points = score(entry, typed))
            hits.append({&entry, *points});
    }
    return hits;
}

Place StreetIndex::place(const Entry &entry, const HouseNumber &number)
{
    const Street &street = entry.street;
    Place found{street.name, street.id, street.district, street.latitude, street.longitude, false};
    if (number.number == 0)
        return found;
    QString name = street.name;
    if (entry.startsWithKind)
        name[0] = name.at(0).toLower();
    found.address = QString::number(number.number);
    if (!number.suffix.isEmpty())
        found.address += (number.suffix.size() > 1 ? u" "_s : QString()) + number.suffix;
    found.address += u' ' + name;
    found.beyondLastNumber = street.lastNumber > 0 && number.number > street.lastNumber;
    return found;
}

QList<Place> StreetIndex::search(QStringView typed, qsizetype limit) const
{
    QStringList words = foldedWords(typed);
    const auto letters = std::count_if(typed.begin(), typed.end(), [](QChar c) { return c.isLetter(); });
    if (letters < 3)
        return {};
    HouseNumber number;
    QList<Hit> hits = matching(words); // first as it stands: "rue du 8 mai 1945"
    if (hits.isEmpty()) {
        number = takeNumber(words);
        hits = matching(words);
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) {
        if (a.score != b.score)
            return a.score > b.score;
        if (a.entry->ownWords.size() != b.entry->ownWords.size())
            return a.entry->ownWords.size() < b.entry->ownWords.size();
        return a.entry->street.name.size() < b.entry->street.name.size();
    });
    QList<Place> places;
    for (qsizetype i = 0; i < std::min(limit, hits.size()); ++i)
        places.append(place(*hits.at(i).entry, number));
    return places;
}

std::optional<Place> StreetIndex::nearest(double latitude, double longitude, double within) const
{
    const Entry *best = nullptr;
    double least = within;
    for (const Entry &entry : m_entries) {
        if (!entry.street.latitude || !entry.street.longitude)
            continue;
        const double away = metres({latitude, longitude}, {*entry.street.latitude, *entry.street.longitude});
        if (away <= least) {
            best = &entry;
            least = away;
        }
    }
    if (!best)
        return std::nullopt;
    Place found = place(*best, {});
    found.latitude = latitude;
    found.longitude = longitude;
    return found;
}

} // namespace parvis
