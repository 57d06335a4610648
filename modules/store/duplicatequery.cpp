#include "store/duplicatequery.h"

#include "base/text.h"
#include "domain/round.h"
#include "domain/workflow.h"
#include "store/parts.h"
#include "store/requestsql.h"
#include "store/searchwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 recentMs = 60LL * 24 * 60 * 60 * 1000;
constexpr double nearMetres = 120;
constexpr int candidatesEach = 60;

int wordsInCommon(const QStringList &words, const QString &text)
{
    const QStringList others = foldedWords(text);
    const QSet<QString> set(others.begin(), others.end());
    return int(std::count_if(words.begin(), words.end(),
                             [&set](const QString &word) { return word.size() >= 4 && set.contains(word); }));
}

class Search
{
public:
    Search(DeskStore &store, const DuplicateQuery &query)
        : m_store(store),
          m_query(query),
          m_since(query.now.ms - recentMs),
          m_address(folded(query.address)),
          m_words(foldedWords(query.subject + u' ' + query.text))
    {
        m_words.removeDuplicates();
    }

    Result<QList<Duplicate>> run(int limit)
    {
        if (!m_query.citizen.isNull())
            look("request r INDEXED BY request_citizen", "r.citizen = ? AND r.arrived >= ? ORDER BY r.arrived DESC",
                 m_query.citizen, m_since);
        if (m_query.latitude && m_query.longitude)
            lookAround(*m_query.latitude, *m_query.longitude);
        lookForWords();
        if (m_error)
            return *m_error;
        addCauses();
        if (m_error)
            return *m_error;
        std::stable_sort(m_found.begin(), m_found.end(),
                         [](const Duplicate &a, const Duplicate &b) { return a.score > b.score; });
        QSet<Id> incidents;
        m_found.removeIf([&incidents](const Duplicate &d) {
            const bool isKnown = incidents.contains(d.row.incident) && !d.reasons.contains(DuplicateReason::SameCitizen);
            if (!d.row.incident.isNull())
                incidents.insert(d.row.incident);
            return isKnown;
        });
        return m_found.mid(0, limit);
    }

private:
    template <typename... V>
    void look(const QByteArray &from, const QByteArray &condition, const V &...values)
    {
        if (m_error)
            return;
        Statement s = m_store.database().prepare(
            "SELECT " + QByteArray(requestRowColumns.data()) + ", r.latitude, r.longitude, r.text, r.card FROM " + from +
            QByteArray(requestRowJoins.data()) + " WHERE " + condition + " LIMIT " + QByteArray::number(candidatesEach));
        s.bindAll(values...);
        auto row = s.step();
        for (; row && *row; row = s.step())
            weigh(s);
        if (!row)
            m_error = row.error();
    }

    void lookAround(double latitude, double longitude)
    {
        look("request r INDEXED BY request_cell",
             "r.cell IN (" + cellsAround(latitude, longitude) +
                 ") AND r.latitude IS NOT NULL AND r.arrived >= ? ORDER BY abs(r.latitude - ?) +"
                 " abs(r.longitude - ?)",
             m_since, latitude, longitude);
    }

    //! What may have the same cause, whoever reported it.
    void addCauses()
    {
        if (!m_query.latitude || !m_query.longitude || m_error)
            return;
        const IncidentReport report{m_query.except,
                                    m_query.theme,
                                    m_query.card,
                                    Position{*m_query.latitude, *m_query.longitude},
                                    m_address,
                                    m_query.now,
                                    reportWords(m_query.subject + u' ' + m_query.text)};
        const auto proposals = incidentProposals(m_store, report);
        if (!proposals) {
            m_error = proposals.error();
            return;
        }
        for (const IncidentProposal &p : *proposals) {
            auto at = std::find_if(m_found.begin(), m_found.end(), [&p](const Duplicate &d) { return d.row.id == p.row.id; });
            if (at == m_found.end())
                at = m_found.insert(m_found.end(), duplicateOf(p));
            constexpr double aboveAll = 20;
            at->score += int(aboveAll * p.likeness.confidence);
            at->sameCause = p.likeness.confidence;
            at->reports = p.reports;
        }
    }

    static Duplicate duplicateOf(const IncidentProposal &p)
    {
        Duplicate d;
        d.row = p.row;
        d.reasons = {DuplicateReason::SamePlace};
        d.metres = p.likeness.metres.value_or(-1);
        if (p.likeness.commonWords > 0)
            d.reasons.append(DuplicateReason::SameWords);
        if (p.likeness.isSameCard)
            d.reasons.append(DuplicateReason::SameCard);
        return d;
    }

    void lookForWords()
    {
        const QString expression = anyWordExpression(m_query.subject + u' ' + m_query.text + u' ' + m_query.address, 6);
        const auto oldest = m_store.database().integer(
            "SELECT rowid FROM request INDEXED BY request_arrived WHERE arrived >= ? ORDER BY arrived, rowid LIMIT 1"_L1,
            m_since);
        if (!oldest)
            m_error = oldest.error();
        else if (*oldest && !expression.isEmpty())
            look("request_fts f CROSS JOIN request r ON r.rowid = f.rowid",
                 "f.request_fts MATCH ? AND f.rowid >= ? AND r.arrived >= ? ORDER BY f.rowid DESC", expression, **oldest,
                 m_since);
    }

    void weigh(const Statement &s)
    {
        Duplicate d;
        d.row = readRequestRow(s);
        if (d.row.id == m_query.except || m_seen.contains(d.row.id))
            return;
        m_seen.insert(d.row.id);
        const auto add = [&d](DuplicateReason reason, int score) {
            d.reasons.append(reason);
            d.score += score;
        };
        if (!m_query.citizen.isNull() && d.row.citizenId == m_query.citizen)
            add(DuplicateReason::SameCitizen, 4);
        if (m_query.latitude && m_query.longitude && !s.isNull(requestRowWidth) && !s.isNull(requestRowWidth + 1))
            d.metres = metres({*m_query.latitude, *m_query.longitude}, {s.real(requestRowWidth), s.real(requestRowWidth + 1)});
        const bool isSameAddress = !m_address.isEmpty() && folded(d.row.address) == m_address;
        if (isSameAddress || (d.metres >= 0 && d.metres <= nearMetres))
            add(DuplicateReason::SamePlace, isSameAddress || d.metres < nearMetres / 3 ? 5 : 4);
        const int common = wordsInCommon(m_words, d.row.subject + u' ' + s.text(requestRowWidth + 2));
        if (common >= 2 || (common == 1 && m_words.size() == 1))
            add(DuplicateReason::SameWords, std::min(common, 4));
        if (!m_query.card.isNull() && s.id(requestRowWidth + 3) == m_query.card)
            add(DuplicateReason::SameCard, 3);
        // Somebody who calls about a car has other matters at the same place: another card with other words is another matter.
        const Id card = s.id(requestRowWidth + 3);
        const bool isOtherMatter =
            !m_query.card.isNull() && !card.isNull() && card != m_query.card && !d.reasons.contains(DuplicateReason::SameWords);
        if (isOtherMatter)
            return;
        if (isOpen(d.row.status))
            d.score += 2;
        if (isLikely(d))
            m_found.append(d);
    }

    static bool isLikely(const Duplicate &d)
    {
        if (d.reasons.size() != 1)
            return !d.reasons.isEmpty();
        return d.reasons.first() == DuplicateReason::SamePlace ||
               (d.reasons.first() == DuplicateReason::SameCitizen && isOpen(d.row.status));
    }

    DeskStore &m_store;
    const DuplicateQuery &m_query;
    qint64 m_since;
    QString m_address;
    QStringList m_words;
    QList<Duplicate> m_found;
    QSet<Id> m_seen;
    std::optional<Error> m_error;
};

} // namespace

Result<QList<Duplicate>> likelyDuplicates(DeskStore &store, const DuplicateQuery &query, int limit)
{
    return Search(store, query).run(limit);
}

} // namespace parvis
