#include "documents/spelling.h"

#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

#include <hunspell/hunspell.hxx>

#include <algorithm>
#include <string>
#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! Hunspell copies a word into buffers of fixed size, and no word of a language is longer.
constexpr qsizetype longestWord = 80;

QString plainApostrophe(QString word)
{
    return word.replace(u'’', u'\'').normalized(QString::NormalizationForm_C);
}

//! What is not read as words: tags, addresses, references of files.
const QRegularExpression &noWords()
{
    static const QRegularExpression pattern(uR"(\{\{.*?\}\}|\S+@\S+|\b(?:https?://|www\.)\S+)"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    return pattern;
}

bool beginsSentence(const QString &text, qsizetype at)
{
    static const QString opening = u"«\"“(*-–"_s, ending = u".!?:;…"_s;
    while (at > 0 && (text.at(at - 1).isSpace() || opening.contains(text.at(at - 1)))) {
        --at;
        if (text.at(at) == u'\n')
            return true;
    }
    return at == 0 || ending.contains(text.at(at - 1));
}

bool isName(const QString &word, const QString &text, qsizetype at)
{
    if (!word.front().isUpper())
        return false;
    const bool hasSmall = std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
    return !hasSmall || !beginsSentence(text, at);
}

} // namespace

SpellChecker::SpellChecker(std::unique_ptr<Hunspell> hunspell) : m_hunspell(std::move(hunspell)) {}
SpellChecker::SpellChecker(SpellChecker &&) noexcept = default;
SpellChecker &SpellChecker::operator=(SpellChecker &&) noexcept = default;
SpellChecker::~SpellChecker() = default;

QStringList SpellChecker::systemFolders()
{
    return {u"/usr/share/hunspell"_s, u"/usr/share/myspell/dicts"_s};
}

Result<SpellChecker> SpellChecker::open(const QString &language, const QStringList &folders)
{
    for (const QString &folder : folders) {
        const QString rules = folder + u'/' + language + u".aff"_s, words = folder + u'/' + language + u".dic"_s;
        if (!QFile::exists(rules) || !QFile::exists(words))
            continue;
        auto hunspell = std::make_unique<Hunspell>(QFile::encodeName(rules).constData(), QFile::encodeName(words).constData());
        if (hunspell->get_dict_encoding() != "UTF-8")
            return Error{ErrorCode::InvalidInput, rules};
        return SpellChecker(std::move(hunspell));
    }
    return Error{ErrorCode::NotFound, language};
}

void SpellChecker::setUserWords(const QStringList &words)
{
    m_userWords.clear();
    for (const QString &word : words)
        m_userWords.insert(plainApostrophe(word).toLower());
}

bool SpellChecker::knows(const QString &word) const
{
    const QString plain = plainApostrophe(word);
    if (plain.size() > longestWord)
        return false;
    if (m_userWords.contains(plain.toLower()) || m_hunspell->spell(plain.toStdString()))
        return true;
    // "l'Ingevillois", "dites-le-moi": the parts of what is joined.
    static const QRegularExpression joints(u"['-]"_s);
    const QStringList parts = plain.split(joints);
    if (parts.size() < 2)
        return false;
    static const QSet<QString> elided{u"c"_s, u"d"_s,  u"j"_s,     u"l"_s,      u"m"_s,      u"n"_s,     u"s"_s,
                                      u"t"_s, u"qu"_s, u"jusqu"_s, u"lorsqu"_s, u"puisqu"_s, u"quoiqu"_s};
    return std::all_of(parts.begin(), parts.end(), [this](const QString &part) {
        return !part.isEmpty() &&
               (elided.contains(part.toLower()) || m_userWords.contains(part.toLower()) || m_hunspell->spell(part.toStdString()));
    });
}

QList<Misspelling> SpellChecker::check(const QString &text) const
{
    QString readable = text; // of the same length
    for (auto it = noWords().globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        readable.replace(match.capturedStart(), match.capturedLength(), QString(match.capturedLength(), u'0'));
    }
    static const QRegularExpression word(uR"([\p{L}\p{M}\p{N}]+(?:['’\-][\p{L}\p{M}\p{N}]+)*)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    QList<Misspelling> wrong;
    for (auto it = word.globalMatch(readable); it.hasNext();) {
        const auto match = it.next();
        const QString found = match.captured();
        if (std::any_of(found.begin(), found.end(), [](QChar c) { return c.isNumber(); }) ||
            isName(found, text, match.capturedStart()))
            continue;
        if (!knows(found))
            wrong.append({match.capturedStart(), match.capturedLength(), found});
    }
    return wrong;
}

QStringList SpellChecker::suggestions(const QString &word, qsizetype most) const
{
    const QString plain = plainApostrophe(word);
    if (plain.isEmpty() || plain.size() > longestWord)
        return {};
    QStringList suggestions;
    for (const std::string &suggestion : m_hunspell->suggest(plain.toStdString())) {
        if (suggestions.size() == most)
            break;
        suggestions.append(QString::fromStdString(suggestion));
    }
    return suggestions;
}

} // namespace parvis
