#include "domain/textmerge.h"

#include <QtCore/QStringList>

#include <vector>

namespace parvis {

namespace {

//! Words with the blanks that follow them, so that joining gives the text back.
QStringList words(const QString &text)
{
    QStringList out;
    qsizetype start = 0;
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i - 1].isSpace() && !text[i].isSpace()) {
            out.append(text.mid(start, i - start));
            start = i;
        }
    }
    if (start < text.size())
        out.append(text.mid(start));
    return out;
}

//! A run [from, to) of the base that one side replaced by \c words.
struct Hunk
{
    qsizetype from = 0, to = 0;
    QStringList words;

    bool operator==(const Hunk &) const = default;
};

std::optional<std::vector<Hunk>> hunks(const QStringList &base, const QStringList &side)
{
    qsizetype head = 0;
    while (head < base.size() && head < side.size() && base[head] == side[head])
        ++head;
    qsizetype tail = 0;
    while (tail < base.size() - head && tail < side.size() - head && base[base.size() - 1 - tail] == side[side.size() - 1 - tail])
        ++tail;
    const qsizetype n = base.size() - head - tail;
    const qsizetype m = side.size() - head - tail;
    constexpr qsizetype limit = 16'000'000;
    if (n > 0 && m > limit / n)
        return std::nullopt;
    std::vector<int> common(static_cast<std::size_t>((n + 1) * (m + 1)), 0);
    const auto at = [m](qsizetype i, qsizetype j) { return static_cast<std::size_t>(i * (m + 1) + j); };
    for (qsizetype i = n - 1; i >= 0; --i) {
        for (qsizetype j = m - 1; j >= 0; --j)
            common[at(i, j)] = base[head + i] == side[head + j] ? common[at(i + 1, j + 1)] + 1
                                                                : std::max(common[at(i + 1, j)], common[at(i, j + 1)]);
    }
    std::vector<Hunk> out;
    qsizetype i = 0, j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && base[head + i] == side[head + j]) {
            ++i;
            ++j;
            continue;
        }
        Hunk hunk{head + i, head + i, {}};
        while ((i < n || j < m) && !(i < n && j < m && base[head + i] == side[head + j])) {
            if (j >= m || (i < n && common[at(i + 1, j)] >= common[at(i, j + 1)])) {
                ++i;
            } else {
                hunk.words.append(side[head + j]);
                ++j;
            }
        }
        hunk.to = head + i;
        out.push_back(std::move(hunk));
    }
    return out;
}

} // namespace

std::optional<QString> mergedText(const QString &base, const QString &theirs, const QString &mine)
{
    if (theirs == mine || mine == base)
        return theirs;
    if (theirs == base)
        return mine;
    const QStringList from = words(base);
    const auto a = hunks(from, words(theirs));
    const auto b = hunks(from, words(mine));
    if (!a || !b)
        return std::nullopt;
    QStringList out;
    qsizetype copied = 0;
    std::size_t i = 0, j = 0;
    while (i < a->size() || j < b->size()) {
        const bool left = j == b->size() || (i < a->size() && (*a)[i].from <= (*b)[j].from);
        const Hunk &first = left ? (*a)[i] : (*b)[j];
        const Hunk *other = left ? (j < b->size() ? &(*b)[j] : nullptr) : (i < a->size() ? &(*a)[i] : nullptr);
        if (other && first == *other) {
            ++i;
            ++j;
        } else if (other && (other->from < first.to || other->from == first.from)) {
            return std::nullopt; // both touched the same words
        } else {
            ++(left ? i : j);
        }
        out += from.mid(copied, first.from - copied) + first.words;
        copied = first.to;
    }
    out += from.mid(copied);
    return out.join(QString());
}

QList<TextPart> textParts(const QString &before, const QString &after)
{
    QList<TextPart> parts;
    const auto add = [&parts](TextPart::In in, const QString &text) {
        if (!text.isEmpty())
            parts.append({in, text});
    };
    const QStringList from = words(before);
    const auto changes = hunks(from, words(after));
    if (!changes) {
        add(TextPart::In::Before, before);
        add(TextPart::In::After, after);
        return parts;
    }
    qsizetype told = 0;
    for (const Hunk &hunk : *changes) {
        add(TextPart::In::Both, from.mid(told, hunk.from - told).join(QString()));
        add(TextPart::In::Before, from.mid(hunk.from, hunk.to - hunk.from).join(QString()));
        add(TextPart::In::After, hunk.words.join(QString()));
        told = hunk.to;
    }
    add(TextPart::In::Both, from.mid(told).join(QString()));
    return parts;
}

} // namespace parvis
