#pragma once

#include "presentation/cardindex.h"
#include "store/cardquery.h"

#include <QtCore/QAbstractItemModel>

#include <functional>

namespace parvis {

//! A line of the list of cards, with what its second line tells.
struct CardItem
{
    enum class What { Theme, Card, Draft, Group };
    What what = What::Card;
    Id id; //!< of the theme, card or draft; of a group: null
    QString title;
    int count = 0; //!< of cards in a theme, of requests in a group
    int place = 0; //!< of a group in CardsController::groups()

    Id service;
    CardHit hit;                      //!< of a search; its card is null otherwise
    std::optional<CardDraft> draft;   //!< of What::Draft
    Instant since;                    //!< where the draft is
    Id onBehalf;                      //!< whose step the agent may decide as a deputy
    std::optional<CardRemark> remark; //!< the newest flag, where flags are listed
    QDate reviewOn;                   //!< where reviews are listed
    CardStatistics use;               //!< where cards that end badly are listed

    bool operator==(const CardItem &) const = default;
};

//! Themes with their cards, or a flat list.
class CardListModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole + 1 };
    //! The second line of an item in words.
    using Wording = std::function<QString(const CardItem &)>;

    using QAbstractItemModel::QAbstractItemModel;
    void setWording(Wording wording) { m_wording = std::move(wording); }

    struct Node
    {
        CardItem item;
        std::vector<Node> children = {};
        Node *parent = nullptr;
    };
    void setNodes(std::vector<Node> nodes); //!< parents are filled in

    const CardItem *item(const QModelIndex &index) const; //!< null for an invalid index
    QModelIndex indexOf(CardItem::What what, const Id &id) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &) const override { return 1; }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static void adopt(std::vector<Node> &children, Node *parent);
    const std::vector<Node> &childrenOf(const QModelIndex &parent) const;
    QModelIndex find(const std::vector<Node> &nodes, CardItem::What what, const Id &id) const;

    std::vector<Node> m_nodes;
    Wording m_wording;
};

} // namespace parvis
