#include "presentation/palettesearch.h"

#include "domain/phone.h"
#include "store/requestquery.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int fewEach = 5;
constexpr int fewestCharacters = 3; // below, words match too much

QString joined(const QStringList &parts)
{
    QStringList said = parts;
    said.removeAll(QString());
    return said.join(u" · "_s);
}

//! "14233", "2026-014233" or "n:14233".
QString numberIn(const QString &words)
{
    static const QRegularExpression number(u"^(?:n\\s*:?\\s*)?((?:\\d{4}-)?\\d{2,6})$"_s);
    return number.match(words.trimmed()).captured(1);
}

Result<QList<PaletteHit>> searchStore(DeskStore &store, const QString &words)
{
    RequestQuery query;
    query.number = numberIn(words);
    if (query.number.isEmpty())
        query.words = words;
    const auto requests = requestPage(store, query, fewEach);
    if (!requests)
        return requests.error();
    const auto citizens = findCitizens(store, words, fewEach);
    if (!citizens)
        return citizens.error();
    QList<PaletteHit> hits;
    for (const RequestRow &row : requests->rows)
        hits.append({Kind::Request, row.id, joined({row.number, row.subject}), joined({row.citizen, row.address})});
    for (const CitizenHit &hit : citizens.value()) {
        const Citizen &citizen = hit.citizen;
        hits.append({Kind::Citizen, citizen.id, displayName(citizen), joined({spokenPhone(citizen.phone), citizen.address})});
    }
    return hits;
}

} // namespace

PaletteSearch::PaletteSearch(StoreGate &store, const ReferenceData &town, QObject *parent)
    : QObject(parent), m_store(store), m_town(town), m_searching(this, [this](const Result<QList<PaletteHit>> &hits) {
          m_answer(hits ? cards(m_words) + hits.value() : cards(m_words));
      })
{}

QList<PaletteHit> PaletteSearch::cards(const QString &words) const
{
    if (!numberIn(words).isEmpty()) // of a request: a year stands in many a card
        return {};
    QList<PaletteHit> hits;
    for (const CardHit &hit : m_town.cardIndex().search(words, fewEach)) {
        if (const Card *card = m_town.card(hit.card))
            hits.append({Kind::Card, card->id, card->title,
                         joined({m_town.unitName(card->service), hit.reason == CardReason::Title ? QString() : hit.words})});
    }
    return hits;
}

void PaletteSearch::search(const QString &words, Answer answer)
{
    m_words = words;
    m_answer = std::move(answer);
    if (words.trimmed().size() < fewestCharacters) {
        m_searching.drop();
        m_answer(cards(words));
        return;
    }
    m_searching.ask([this, words] { return m_store.read([words](DeskStore &store) { return searchStore(store, words); }); });
}

} // namespace parvis
