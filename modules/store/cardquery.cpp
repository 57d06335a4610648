#include "store/cardquery.h"

#include "base/text.h"
#include "store/recordtable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostOpen = 2000;     // drafts, flags: a town has dozens
constexpr int mostRequests = 2000; // looked at for likeness
constexpr int mostScanned = 20'000;
constexpr int mostGroups = 40;
constexpr int leastAlike = 3;
constexpr qsizetype shortestWord = 4;
constexpr qsizetype mostWords = 10; // of one request

//! All of \a T that \a condition ("WHERE …") keeps.
template <typename T, typename... V>
Result<QList<T>> select(DeskStore &store, const QByteArray &condition, const V &...values)
{
    const RecordTable &table = RecordTable::of(T::kind);
    Statement s = store.database().prepare("SELECT " + table.columns() + " FROM " +
                                           QByteArray(table.name().data(), table.name().size()) + ' ' + condition);
    s.bindAll(values...);
    QList<T> found;
    auto row = s.step();
    for (; row && *row; row = s.step())
        found.append(fromDocument<T>(s.id(0), table.read(s).document));
    if (!row)
        return row.error();
    return found;
}

template <typename T>
Result<std::optional<T>> one(DeskStore &store, const Id &id)
{
    const auto document = store.document(T::kind, id);
    if (!document)
        return document.error();
    return *document ? std::optional(fromDocument<T>(id, **document)) : std::nullopt;
}

//! Puts a value where it belongs, or keeps the first error.
class Gather
{
public:
    template <typename T>
    void operator()(Result<T> result, T &into)
    {
        if (result)
            into = std::move(result).value();
        else if (!m_error)
            m_error = result.error();
    }
    template <typename T>
    Result<T> finish(T value) const
    {
        if (m_error)
            return *m_error;
        return value;
    }

private:
    std::optional<Error> m_error;
};

const QByteArray openStates = "ifnull(state, 'draft') IN ('draft', 'in_validation')";

//! What says nothing about the matter.
bool isFiller(const QString &word)
{
    static const QSet<QString> fillers{
        u"avec"_s,     u"dans"_s,     u"depuis"_s,  u"pour"_s,     u"sans"_s,     u"chez"_s,     u"rue"_s,     u"avenue"_s,
        u"place"_s,    u"plus"_s,     u"tres"_s,    u"encore"_s,   u"toujours"_s, u"bonjour"_s,  u"demande"_s, u"madame"_s,
        u"monsieur"_s, u"quand"_s,    u"comment"_s, u"faire"_s,    u"cette"_s,    u"nous"_s,     u"vous"_s,    u"votre"_s,
        u"notre"_s,    u"leur"_s,     u"elle"_s,    u"sont"_s,     u"etre"_s,     u"avoir"_s,    u"fait"_s,    u"veut"_s,
        u"voudrait"_s, u"souhaite"_s, u"usager"_s,  u"probleme"_s, u"semaine"_s,  u"semaines"_s, u"jours"_s,   u"mois"_s};
    return word.size() < shortestWord || fillers.contains(word) ||
           std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

QStringList significantWords(const LikeRequests::Request &request)
{
    QStringList words;
    const QStringList all = foldedWords(request.subject.isEmpty() ? request.text : request.subject);
    for (const QString &word : all) {
        if (!isFiller(word) && !words.contains(word) && words.size() < mostWords)
            words.append(word);
    }
    words.sort();
    return words;
}

//! Gives each request to the largest group that it belongs to: those of two shared words before those of one.
class Likeness
{
public:
    explicit Likeness(const QList<LikeRequests::Request> &requests) : m_requests(requests), m_taken(requests.size(), false)
    {
        for (qsizetype i = 0; i < requests.size(); ++i)
            learn(i, significantWords(requests.at(i)));
    }

    QList<LikeRequests> groups()
    {
        QList<LikeRequests> all;
        takeFrom(m_byPair, all);
        takeFrom(m_byWord, all);
        std::stable_sort(all.begin(), all.end(),
                         [](const LikeRequests &a, const LikeRequests &b) { return a.requests.size() > b.requests.size(); });
        return all;
    }

private:
    using Places = QList<qsizetype>;
    using Groups = QMap<QString, Places>; // by words, ordered: the same requests always give the same groups

    void learn(qsizetype place, const QStringList &words)
    {
        for (qsizetype i = 0; i < words.size(); ++i) {
            for (qsizetype j = i + 1; j < words.size(); ++j)
                m_byPair[words.at(i) + u' ' + words.at(j)].append(place);
        }
        for (const QString &word : words)
            m_byWord[word].append(place);
    }

    void takeFrom(const Groups &groups, QList<LikeRequests> &all)
    {
        while (all.size() < mostGroups) {
            const Places *largest = nullptr;
            QString words;
            Places best;
            for (auto it = groups.begin(); it != groups.end(); ++it) {
                if (it->size() < std::max<qsizetype>(leastAlike, best.size() + 1))
                    continue;
                Places open = it.value();
                open.removeIf([this](qsizetype place) { return m_taken.at(place); });
                if (open.size() < leastAlike || open.size() <= best.size())
                    continue;
                largest = &it.value();
                words = it.key();
                best = std::move(open);
            }
            if (!largest)
                return;
            LikeRequests group{words.split(u' '), {}};
            for (const qsizetype place : std::as_const(best)) {
                m_taken[place] = true;
                group.requests.append(m_requests.at(place));
            }
            all.append(std::move(group));
        }
    }

    const QList<LikeRequests::Request> &m_requests;
    QList<bool> m_taken;
    Groups m_byPair, m_byWord;
};

} // namespace

Result<CardRecord> cardRecord(DeskStore &store, const Id &card)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    CardRecord record;
    Gather gather;
    gather(one<Card>(store, card), record.card);
    gather(store.seqOf(Kind::Card, card), record.seq);
    gather(select<CardRevision>(store, "INDEXED BY card_revision_card WHERE card = ? ORDER BY number DESC", card),
           record.revisions);
    gather(select<CardRemark>(store, "INDEXED BY card_remark_card WHERE card = ? ORDER BY at DESC, id DESC", card),
           record.remarks);
    gather(select<CardDraft>(store, "WHERE card = ? AND " + openStates + " ORDER BY at, id", card), record.drafts);
    return gather.finish(std::move(record));
}

Result<std::optional<CardRevision>> cardRevision(DeskStore &store, const Id &card, int number)
{
    const auto found =
        select<CardRevision>(store, "INDEXED BY card_revision_card WHERE card = ? AND number = ? LIMIT 1", card, number);
    if (!found)
        return found.error();
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<std::optional<DraftRecord>> draftRecord(DeskStore &store, const Id &draft)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    const auto found = one<CardDraft>(store, draft);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<DraftRecord>();
    DraftRecord record;
    record.draft = **found;
    const Id card = record.draft.card;
    Gather gather;
    gather(store.seqOf(Kind::CardDraft, draft), record.seq);
    gather(one<Card>(store, card), record.card);
    gather(select<CardRemark>(store, "INDEXED BY card_remark_card WHERE card = ? AND draft = ? ORDER BY at, id", card, draft),
           record.remarks);
    return gather.finish(std::optional(std::move(record)));
}

Result<QList<DraftRow>> openDrafts(DeskStore &store)
{
    const auto moment = Transaction::beginRead(store.database());
    if (!moment)
        return moment.error();
    const auto drafts =
        select<CardDraft>(store, "WHERE " + openStates + " ORDER BY at, id LIMIT " + QByteArray::number(mostOpen));
    if (!drafts)
        return drafts.error();
    QList<DraftRow> rows;
    for (const CardDraft &draft : drafts.value()) {
        const auto moved = store.database().integer("SELECT max(at) FROM card_remark INDEXED BY card_remark_card"
                                                    " WHERE card = ? AND draft = ? AND type IN ('approved', 'returned')"_L1,
                                                    draft.card, draft.id);
        if (!moved)
            return moved.error();
        rows.append({draft, std::max(draft.at, Instant{moved->value_or(0)})});
    }
    std::stable_sort(rows.begin(), rows.end(), [](const DraftRow &a, const DraftRow &b) { return a.since < b.since; });
    return rows;
}

Result<QList<CardRemark>> openFlags(DeskStore &store)
{
    return select<CardRemark>(store, "WHERE type IN ('wrong', 'incomplete') AND ifnull(handled, 0) = 0 ORDER BY at DESC, id DESC"
                                     " LIMIT " +
                                         QByteArray::number(mostOpen));
}

Result<QHash<Id, CardStatistics>> cardStatistics(DeskStore &store, Instant since, const QDate &today)
{
    // Days of answers are UTC days, as in onTime().
    Statement s = store.database().prepare(
        "SELECT card, count(*), max(arrived), total(ifnull(status, 'received') = 'reopened'),"
        " total(due_on IS NOT NULL AND CASE WHEN open = 1 THEN due_on < ?"
        " ELSE ifnull(answered_at, closed_at) / 86400000 + 2440588 > due_on END),"
        " total(EXISTS (SELECT 1 FROM reminder m WHERE m.request = request.id AND m.level <> 'referent'))"
        " FROM request INDEXED BY request_arrived WHERE arrived >= ? AND card IS NOT NULL GROUP BY card"_L1);
    s.bindAll(today, since.ms);
    QHash<Id, CardStatistics> all;
    auto row = s.step();
    for (; row && *row; row = s.step())
        all.insert(s.id(0), {int(s.integer(1)), int(s.integer(4)), int(s.integer(3)), int(s.integer(5)), s.instant(2)});
    if (!row)
        return row.error();
    return all;
}

Result<QList<LikeRequests>> requestsWithoutCard(DeskStore &store)
{
    Statement s = store.database().prepare(
        "SELECT id, number, subject, text, service, theme, received_at FROM (SELECT * FROM request INDEXED BY request_arrived"
        " ORDER BY arrived DESC LIMIT ?) WHERE card IS NULL ORDER BY arrived DESC LIMIT ?"_L1);
    s.bindAll(mostScanned, mostRequests);
    QList<LikeRequests::Request> requests;
    auto row = s.step();
    for (; row && *row; row = s.step())
        requests.append({s.id(0), s.text(1), s.text(2), s.text(3), s.id(4), s.id(5), s.instant(6)});
    if (!row)
        return row.error();
    return Likeness(requests).groups();
}

} // namespace parvis
