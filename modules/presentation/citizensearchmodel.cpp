#include "presentation/citizensearchmodel.h"

#include "domain/phone.h"
#include "presentation/callerhint.h"

#include <algorithm>

namespace parvis {

CitizenSearchModel::CitizenSearchModel(StoreGate &store, QObject *parent)
    : QAbstractTableModel(parent), m_store(store), m_searching(this, [this](const Result<QList<CitizenHit>> &hits) {
          if (!hits) {
              Q_EMIT searchFailed(hits.error());
              return;
          }
          show(bestFirst(m_words, hits.value()));
          Q_EMIT found();
      })
{}

void CitizenSearchModel::search(const QString &words)
{
    static constexpr int handful = 30;
    m_words = words;
    if (isTooShort()) {
        m_searching.drop();
        show({});
        Q_EMIT found();
        return;
    }
    m_searching.ask(
        [this, words] { return m_store.read([words](DeskStore &store) { return findCitizens(store, words, handful); }); });
}

void CitizenSearchModel::show(const QList<CitizenHit> &hits)
{
    const bool sameRows = hits.size() == m_hits.size() &&
                          std::equal(hits.begin(), hits.end(), m_hits.begin(),
                                     [](const CitizenHit &a, const CitizenHit &b) { return a.citizen.id == b.citizen.id; });
    if (!sameRows) {
        beginResetModel();
        m_hits = hits;
        endResetModel();
        return;
    }
    m_hits = hits;
    if (!m_hits.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int CitizenSearchModel::rowOf(const Id &citizen) const
{
    const auto it =
        std::find_if(m_hits.begin(), m_hits.end(), [&citizen](const CitizenHit &hit) { return hit.citizen.id == citizen; });
    return it == m_hits.end() ? -1 : int(std::distance(m_hits.begin(), it));
}

QVariant CitizenSearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CitizenHit &hit = m_hits.at(index.row());
    if (role == IdRole)
        return hit.citizen.id;
    if (role == Qt::TextAlignmentRole && index.column() == OpenRequests)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name: return displayName(hit.citizen);
    case Phone: return spokenPhone(hit.citizen.phone);
    case Email: return hit.citizen.email;
    case Address: return hit.citizen.address;
    case OpenRequests: return hit.openRequests;
    default: return {};
    }
}

} // namespace parvis
