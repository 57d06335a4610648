#include "presentation/frenchwords.h"

#include "base/text.h"

#include <QtCore/QHash>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <tuple>

using namespace Qt::StringLiterals;

namespace parvis {

static constexpr qsizetype mostKnown = 12'000; // words of some hundred cards

QString stemOf(QStringView word)
{
    // A stemmer has state: one for each thread.
    static thread_local const std::unique_ptr<sb_stemmer, void (*)(sb_stemmer *)> stemmer(sb_stemmer_new("french", "UTF_8"),
                                                                                          sb_stemmer_delete);
    QString lower = word.toString().toLower();
    // Typed without accents, the ending that only a participle has would be taken for a noun's.
    if (lower.endsWith("ee"_L1))
        lower.replace(lower.size() - 2, 1, u'é');
    else if (lower.endsWith("ees"_L1))
        lower.replace(lower.size() - 3, 1, u'é');
    const QByteArray bytes = lower.toUtf8();
    const sb_symbol *stem =
        sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol *>(bytes.constData()), int(bytes.size()));
    if (!stem)
        return folded(lower);
    return folded(QString::fromUtf8(reinterpret_cast<const char *>(stem), sb_stemmer_length(stemmer.get())));
}

QList<SpokenWord> spokenWords(QStringView text)
{
    QList<SpokenWord> words;
    // The same words come again and again: what stemming made of them is kept, to a bound.
    static thread_local QHash<QString, SpokenWord> known;
    if (known.size() > mostKnown)
        known.clear();
    const auto take = [&words](QStringView written) {
        const QString key = written.toString();
        auto it = known.constFind(key);
        if (it == known.constEnd()) {
            const QString form = folded(written);
            it = known.insert(key, form.contains(u' ') || form.isEmpty() ? SpokenWord() : SpokenWord{form, stemOf(written)});
        }
        if (!it->form.isEmpty())
            words.append(*it);
    };
    qsizetype start = -1;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        const bool inside = i < text.size() && (text[i].isLetterOrNumber() || text[i].isMark());
        if (inside && start < 0)
            start = i;
        if (inside || start < 0)
            continue;
        take(text.mid(start, i - start));
        start = -1;
    }
    return words;
}

bool isWeightless(const QString &form)
{
    static const QSet<QString> words = [] {
        const QString list =
            u"a ai ait as au aux auquel aurais aussi autre avais avait avec avez avoir avons aller allez bah ben besoin bien"
            u" bonjour bonsoir c ca car ce ceci cela celle celui ces cet cette chez chui comme comment d dans de deja"
            u" demander depuis des dire dois doit donc dont du elle elles en encore es est et etais etait etc ete etes etre"
            u" eu euh faire fais fait faites faudrait faut fois font ici il ils j je jai jaimerais jamais jcomprends jpeux"
            u" jsuis jveux jvoudrais l la le les leur leurs lui m ma madame mais me meme merci mes moi mon monsieur n ne"
            u" ni nos notre nous on ont or ou par parce pas peu peut peuvent peux plait plus pour pourquoi pourrait pourrais"
            u" pouvez pouvoir puis qu quand que quel quelle quelles quelqu quels qui quil quoi s sa sais sait sans savoir se"
            u" sera ses si soit son sont sous suis sur svp t ta te tes toi ton toujours tout toute toutes tous tres trop tu un"
            u" une va vais vas veut veux viens vient vont vos votre voudrais voudrait voulais vouloir vous vu y ya yen hui savez combien coute coutent"_s;
        const QStringList split = list.split(u' ');
        return QSet<QString>(split.begin(), split.end());
    }();
    return words.contains(form);
}

QList<SpokenWord> weighty(const QList<SpokenWord> &words)
{
    QList<SpokenWord> kept = words;
    kept.removeIf([](const SpokenWord &word) { return isWeightless(word.form); });
    return kept.isEmpty() ? words : kept;
}

QString soundOf(const QString &form)
{
    struct Rule
    {
        QRegularExpression from;
        QString to;
        QString letters; //!< of which one must be there, so that most words need no more than a look; empty: any word
    };
    // In order; capitals are sounds that no letter stands for.
    static const QList<Rule> rules = [] {
        QList<Rule> list;
        for (const auto &[from, to, letters] : std::initializer_list<std::tuple<QString, QString, QString>>{
                 {u"ph"_s, u"f"_s, u"p"_s},
                 {u"[sc]?ch"_s, u"C"_s, u"h"_s},
                 {u"h"_s, {}, u"h"_s},
                 {u"(.)\\1+"_s, u"\\1"_s, {}},
                 {u"qu?|ck?(?![eiy])"_s, u"k"_s, u"qc"_s},
                 {u"sc(?=[eiy])|c"_s, u"s"_s, u"c"_s},
                 {u"gu(?=[eiy])"_s, u"G"_s, u"g"_s},
                 {u"g(?=[eiy])"_s, u"j"_s, u"g"_s},
                 {u"eau|au"_s, u"o"_s, u"a"_s},
                 {u"oeu|eu"_s, u"e"_s, u"e"_s},
                 {u"ou"_s, u"U"_s, u"o"_s},
                 {u"oi|oy"_s, u"W"_s, u"o"_s},
                 {u"(?:[ae]i|i|y)[nm](?![aeiouyUW])|un(?![aeiouyUW])"_s, u"I"_s, u"nm"_s},
                 {u"[ae][nm](?![aeiouyUW])"_s, u"A"_s, u"nm"_s},
                 {u"o[nm](?![aeiouyUW])"_s, u"O"_s, u"nm"_s},
                 {u"ti(?=O)"_s, u"si"_s, u"O"_s},
                 {u"ill"_s, u"y"_s, u"i"_s},
                 {u"[ae]i|ay|ey"_s, u"e"_s, u"iy"_s},
                 {u"(?:e[rtz]|ee)?(?:e?s)?$"_s, {}, u"es"_s},
                 {u"y"_s, u"i"_s, u"y"_s},
                 {u"z"_s, u"s"_s, u"z"_s},
                 {u"w"_s, u"v"_s, u"w"_s},
                 {u"[estdxp]+$"_s, {}, u"estdxp"_s},
                 {u"(.)\\1+"_s, u"\\1"_s, {}}})
            list.append({QRegularExpression(from), to, letters});
        return list;
    }();
    QString sound = form;
    for (const Rule &rule : rules) {
        const auto isThere = [&sound](QChar letter) { return sound.contains(letter); };
        if (rule.letters.isEmpty() || std::any_of(rule.letters.begin(), rule.letters.end(), isThere))
            sound.replace(rule.from, rule.to);
    }
    return sound;
}

} // namespace parvis
