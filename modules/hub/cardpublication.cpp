#include "hub/cardpublication.h"

#include "domain/cardlife.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostCards = 1'000'000; // a page of all

QJsonObject before(const QJsonObject &document, const QJsonObject &effect)
{
    QJsonObject was;
    for (auto it = effect.begin(); it != effect.end(); ++it)
        was.insert(it.key(), document.value(it.key()));
    return was;
}

Result<QJsonObject> documentOf(const std::optional<EntityRow> &row)
{
    return row ? documentOf(*row) : Result<QJsonObject>(QJsonObject());
}

//! \a wanted, or "wanted-2", "wanted-3" … where other cards have it: imports know a card by its code.
Result<QString> freeCode(Commit &commit, const QString &wanted)
{
    QSet<QString> taken;
    std::optional<Error> broken;
    const Status read = commit.store().page(Kind::Card, std::nullopt, {}, mostCards, [&](const EntityRow &row) {
        const auto document = documentOf(row);
        if (document)
            taken.insert(document->value("code"_L1).toString());
        else
            broken = document.error();
        return !broken;
    });
    if (!read || broken)
        return read ? *broken : read.error();
    QString code = wanted;
    for (int i = 2; taken.contains(code); ++i)
        code = u"%1-%2"_s.arg(wanted).arg(i);
    return code;
}

Status setArchived(Commit &commit, const Id &card, bool archived)
{
    const auto row = commit.store().entity(Kind::Card, card);
    const auto document = row ? documentOf(*row) : Result<QJsonObject>(row.error());
    if (!document)
        return document.error();
    const QJsonObject after = overlaid(describe(Kind::Card), *document, {{u"archived"_s, archived}});
    const QJsonObject effect = changedFields(*document, after);
    if (effect.isEmpty())
        return success();
    const auto done = commit.patch(**row, *document, after, effect, before(*document, effect), {}, commit.now());
    return done ? success() : done.error();
}

Status publishOne(Commit &commit, const CardIntake &card, CardIntakeReport &report, qsizetype index)
{
    const auto row = commit.store().entity(Kind::Card, card.id);
    const auto document = row ? documentOf(*row) : Result<QJsonObject>(row.error());
    if (!document)
        return document.error();
    if (document->value("revision"_L1).toInt() != card.base) {
        report.superseded.append(index);
        return success();
    }
    const bool wasArchived = document->value("archived"_L1).toBool();
    const bool isArchived = card.archived.value_or(wasArchived);
    const bool isSaid = !*row || contentOf(*document) != card.content;
    if (isSaid) {
        const auto done = publishCard(commit, {card.id, card.code, card.content, {}, {}}, {});
        if (!done)
            return done.error();
    }
    ++(!*row ? report.created : isSaid ? report.revised : isArchived != wasArchived ? report.archived : report.known);
    return setArchived(commit, card.id, isArchived); // publication takes a card out of the archive
}

} // namespace

Result<qint64> publishCard(Commit &commit, const CardWord &word, const Author &author)
{
    const auto row = commit.store().entity(Kind::Card, word.card);
    const auto document = row ? documentOf(*row) : Result<QJsonObject>(row.error());
    if (!document)
        return document.error();
    Publication p = publicationOf(word.card, *document, word.code, word.content, word.author, word.approver, commit.now());
    if (const auto made = commit.create(Kind::CardRevision, p.revision, p.revisionDocument, author, commit.now()); !made)
        return made;
    if (!*row) {
        const auto code = freeCode(commit, p.card.value("code"_L1).toString());
        if (!code)
            return code.error();
        p.card.insert("code"_L1, *code);
        return commit.create(Kind::Card, word.card, p.card, author, commit.now());
    }
    const QJsonObject effect = changedFields(*document, p.card);
    return commit.patch(**row, *document, p.card, effect, before(*document, effect), author, commit.now());
}

Status publishAll(Commit &commit, const QList<CardIntake> &cards, CardIntakeReport &report)
{
    report = {};
    for (qsizetype i = 0; i < cards.size(); ++i) {
        if (const Status done = publishOne(commit, cards[i], report, i); !done)
            return done;
    }
    return success();
}

} // namespace parvis
