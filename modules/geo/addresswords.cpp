#include "geo/addresswords.h"

#include <QtCore/QHash>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct Abbreviation
{
    QLatin1StringView typed, meant;
};

// As La Poste abbreviates (NF Z 10-011, annex), the tax office's FANTOIR, and people.
constexpr std::array abbreviations{
    Abbreviation{"all"_L1, "allee"_L1},       Abbreviation{"av"_L1, "avenue"_L1},       Abbreviation{"ave"_L1, "avenue"_L1},
    Abbreviation{"bd"_L1, "boulevard"_L1},    Abbreviation{"bld"_L1, "boulevard"_L1},   Abbreviation{"blvd"_L1, "boulevard"_L1},
    Abbreviation{"bvd"_L1, "boulevard"_L1},   Abbreviation{"boul"_L1, "boulevard"_L1},  Abbreviation{"car"_L1, "carrefour"_L1},
    Abbreviation{"ch"_L1, "chemin"_L1},       Abbreviation{"che"_L1, "chemin"_L1},      Abbreviation{"chem"_L1, "chemin"_L1},
    Abbreviation{"chm"_L1, "chemin"_L1},      Abbreviation{"chs"_L1, "chaussee"_L1},    Abbreviation{"crs"_L1, "cours"_L1},
    Abbreviation{"dom"_L1, "domaine"_L1},     Abbreviation{"ecl"_L1, "ecluse"_L1},      Abbreviation{"esp"_L1, "esplanade"_L1},
    Abbreviation{"fg"_L1, "faubourg"_L1},     Abbreviation{"fbg"_L1, "faubourg"_L1},    Abbreviation{"fb"_L1, "faubourg"_L1},
    Abbreviation{"gr"_L1, "grande"_L1},       Abbreviation{"gde"_L1, "grande"_L1},      Abbreviation{"gd"_L1, "grand"_L1},
    Abbreviation{"ham"_L1, "hameau"_L1},      Abbreviation{"imp"_L1, "impasse"_L1},     Abbreviation{"jard"_L1, "jardin"_L1},
    Abbreviation{"lot"_L1, "lotissement"_L1}, Abbreviation{"mte"_L1, "montee"_L1},      Abbreviation{"pas"_L1, "passage"_L1},
    Abbreviation{"pass"_L1, "passage"_L1},    Abbreviation{"psg"_L1, "passage"_L1},     Abbreviation{"pl"_L1, "place"_L1},
    Abbreviation{"prom"_L1, "promenade"_L1},  Abbreviation{"prv"_L1, "parvis"_L1},      Abbreviation{"pt"_L1, "petit"_L1},
    Abbreviation{"pt"_L1, "pont"_L1},         Abbreviation{"pte"_L1, "petite"_L1},      Abbreviation{"pte"_L1, "porte"_L1},
    Abbreviation{"q"_L1, "quai"_L1},          Abbreviation{"qu"_L1, "quai"_L1},         Abbreviation{"qua"_L1, "quartier"_L1},
    Abbreviation{"quart"_L1, "quartier"_L1},  Abbreviation{"r"_L1, "rue"_L1},           Abbreviation{"res"_L1, "residence"_L1},
    Abbreviation{"rle"_L1, "ruelle"_L1},      Abbreviation{"rte"_L1, "route"_L1},       Abbreviation{"s"_L1, "sur"_L1},
    Abbreviation{"sen"_L1, "sente"_L1},       Abbreviation{"sq"_L1, "square"_L1},       Abbreviation{"st"_L1, "saint"_L1},
    Abbreviation{"sts"_L1, "saints"_L1},      Abbreviation{"ste"_L1, "sainte"_L1},      Abbreviation{"stes"_L1, "saintes"_L1},
    Abbreviation{"vla"_L1, "villa"_L1},       Abbreviation{"vlge"_L1, "village"_L1},    Abbreviation{"abb"_L1, "abbe"_L1},
    Abbreviation{"adj"_L1, "adjudant"_L1},    Abbreviation{"aml"_L1, "amiral"_L1},      Abbreviation{"asp"_L1, "aspirant"_L1},
    Abbreviation{"bat"_L1, "batiment"_L1},    Abbreviation{"cdt"_L1, "commandant"_L1},  Abbreviation{"cne"_L1, "capitaine"_L1},
    Abbreviation{"cpt"_L1, "capitaine"_L1},   Abbreviation{"cal"_L1, "caporal"_L1},     Abbreviation{"col"_L1, "colonel"_L1},
    Abbreviation{"dr"_L1, "docteur"_L1},      Abbreviation{"gal"_L1, "general"_L1},     Abbreviation{"gen"_L1, "general"_L1},
    Abbreviation{"lt"_L1, "lieutenant"_L1},   Abbreviation{"mal"_L1, "marechal"_L1},    Abbreviation{"mar"_L1, "marechal"_L1},
    Abbreviation{"mgr"_L1, "monseigneur"_L1}, Abbreviation{"pdt"_L1, "president"_L1},   Abbreviation{"pres"_L1, "president"_L1},
    Abbreviation{"pr"_L1, "professeur"_L1},   Abbreviation{"prof"_L1, "professeur"_L1}, Abbreviation{"sgt"_L1, "sergent"_L1},
    Abbreviation{"slt"_L1, "lieutenant"_L1},  Abbreviation{"eco"_L1, "ecole"_L1},       Abbreviation{"egl"_L1, "eglise"_L1},
    Abbreviation{"col"_L1, "college"_L1},     Abbreviation{"hop"_L1, "hopital"_L1},     Abbreviation{"bib"_L1, "bibliotheque"_L1},
    Abbreviation{"cim"_L1, "cimetiere"_L1},   Abbreviation{"gym"_L1, "gymnase"_L1},     Abbreviation{"sta"_L1, "stade"_L1},
    Abbreviation{"ctre"_L1, "centre"_L1},     Abbreviation{"premier"_L1, "1er"_L1},     Abbreviation{"premiere"_L1, "1ere"_L1},
    Abbreviation{"1"_L1, "1er"_L1},
};

constexpr std::array roman{"i"_L1,    "ii"_L1,    "iii"_L1, "iv"_L1,  "v"_L1,    "vi"_L1,   "vii"_L1,  "viii"_L1,
                           "ix"_L1,   "x"_L1,     "xi"_L1,  "xii"_L1, "xiii"_L1, "xiv"_L1,  "xv"_L1,   "xvi"_L1,
                           "xvii"_L1, "xviii"_L1, "xix"_L1, "xx"_L1,  "xxi"_L1,  "xxii"_L1, "xxiii"_L1};

constexpr std::array wayKinds{"allee"_L1,   "avenue"_L1,   "boulevard"_L1, "carrefour"_L1, "chaussee"_L1,  "chemin"_L1,
                              "cite"_L1,    "clos"_L1,     "cour"_L1,      "cours"_L1,     "esplanade"_L1, "faubourg"_L1,
                              "galerie"_L1, "hameau"_L1,   "impasse"_L1,   "jardin"_L1,    "lieu"_L1,      "lotissement"_L1,
                              "mail"_L1,    "montee"_L1,   "parc"_L1,      "parvis"_L1,    "passage"_L1,   "passerelle"_L1,
                              "place"_L1,   "placette"_L1, "pont"_L1,      "port"_L1,      "porte"_L1,     "promenade"_L1,
                              "quai"_L1,    "quartier"_L1, "residence"_L1, "rond"_L1,      "route"_L1,     "rue"_L1,
                              "ruelle"_L1,  "sente"_L1,    "sentier"_L1,   "square"_L1,    "traverse"_L1,  "venelle"_L1,
                              "villa"_L1,   "voie"_L1};

constexpr std::array articles{"a"_L1,  "au"_L1, "aux"_L1, "d"_L1,  "de"_L1,  "des"_L1, "du"_L1,  "en"_L1,
                              "et"_L1, "l"_L1,  "la"_L1,  "le"_L1, "les"_L1, "sur"_L1, "sous"_L1};

template <typename List>
bool isIn(const List &list, QStringView word)
{
    return std::any_of(list.begin(), list.end(), [word](QLatin1StringView w) { return w == word; });
}

QHash<QString, QStringList> meanings()
{
    QHash<QString, QStringList> all;
    const auto add = [&all](const QString &a, const QString &b) {
        if (a != b && !all[a].contains(b))
            all[a].append(b);
    };
    for (const Abbreviation &one : abbreviations) {
        add(one.typed, one.meant);
        add(one.meant, one.typed);
        for (const Abbreviation &other : abbreviations) {
            if (one.meant == other.meant)
                add(one.typed, other.typed);
        }
    }
    for (size_t i = 0; i < roman.size(); ++i) {
        const QString arabic = QString::number(i + 1);
        add(arabic, roman.at(i));
        add(roman.at(i), arabic);
    }
    return all;
}

} // namespace

bool isWayKind(QStringView word)
{
    return isIn(wayKinds, word);
}

bool isArticle(QStringView word)
{
    return isIn(articles, word);
}

QStringList sameMeaning(const QString &word)
{
    static const QHash<QString, QStringList> all = meanings();
    return all.value(word);
}

QStringList severalWords(const QString &word)
{
    static const QHash<QString, QStringList> all{
        {u"zi"_s, {u"zone"_s, u"industrielle"_s}}, {u"za"_s, {u"zone"_s, u"artisanale"_s}},
        {u"zac"_s, {u"zone"_s, u"activites"_s}},   {u"nd"_s, {u"notre"_s, u"dame"_s}},
        {u"rpt"_s, {u"rond"_s, u"point"_s}},       {u"hdv"_s, {u"hotel"_s, u"ville"_s}},
        {u"jb"_s, {u"jean"_s, u"baptiste"_s}},     {u"jj"_s, {u"jean"_s, u"jacques"_s}},
        {u"cc"_s, {u"centre"_s, u"commercial"_s}}};
    return all.value(word);
}

bool isNumberSuffix(QStringView word)
{
    return word == "bis"_L1 || word == "ter"_L1 || word == "quater"_L1 || word == "quinquies"_L1 ||
           (word.size() == 1 && word.front().isLetter());
}

bool isSameSuffix(QStringView a, QStringView b)
{
    if (a == b)
        return true;
    if (a.size() == b.size() || a.isEmpty() || b.isEmpty())
        return false;
    const QStringView one = a.size() < b.size() ? a : b;
    const QStringView word = a.size() < b.size() ? b : a;
    return one.size() == 1 && word.front() == one.front() && (word == "bis"_L1 || word == "ter"_L1 || word == "quater"_L1);
}

} // namespace parvis
