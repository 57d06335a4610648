#pragma once

#include "presentation/latest.h"
#include "store/citizenquery.h"
#include "store/storegate.h"

#include <QtCore/QAbstractTableModel>

namespace parvis {

//! Citizens by what is typed. Search only: nothing is listed below three characters, and never more than a handful, so that
//! nobody can browse the directory. GUI thread.
class CitizenSearchModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Phone, Email, Address, OpenRequests, ColumnCount };
    enum Role { IdRole = Qt::UserRole };
    static constexpr int fewestCharacters = 3;

    explicit CitizenSearchModel(StoreGate &store, QObject *parent = nullptr);

    void search(const QString &words);
    void refresh() { search(m_words); } //!< after a change of the store
    const QString &words() const { return m_words; }
    bool isTooShort() const { return m_words.trimmed().size() < fewestCharacters; }
    int rowOf(const Id &citizen) const; //!< -1 if not listed

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_hits.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void found(); //!< the answer to the newest search is in
    void searchFailed(const parvis::Error &error);

private:
    void show(const QList<CitizenHit> &hits);

    StoreGate &m_store;
    QString m_words;
    QList<CitizenHit> m_hits;
    Latest<QList<CitizenHit>> m_searching;
};

} // namespace parvis
