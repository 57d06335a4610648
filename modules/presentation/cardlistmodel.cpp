#include "presentation/cardlistmodel.h"

using namespace Qt::StringLiterals;

namespace parvis {

static const CardListModel::Node *nodeOf(const QModelIndex &index)
{
    return static_cast<const CardListModel::Node *>(index.constInternalPointer());
}

void CardListModel::adopt(std::vector<Node> &children, Node *parent)
{
    for (Node &child : children) {
        child.parent = parent;
        adopt(child.children, &child);
    }
}

void CardListModel::setNodes(std::vector<Node> nodes)
{
    beginResetModel();
    m_nodes = std::move(nodes);
    adopt(m_nodes, nullptr);
    endResetModel();
}

const std::vector<CardListModel::Node> &CardListModel::childrenOf(const QModelIndex &parent) const
{
    return parent.isValid() ? nodeOf(parent)->children : m_nodes;
}

const CardItem *CardListModel::item(const QModelIndex &index) const
{
    return index.isValid() ? &nodeOf(index)->item : nullptr;
}

QModelIndex CardListModel::find(const std::vector<Node> &nodes, CardItem::What what, const Id &id) const
{
    int row = 0;
    for (const Node &node : nodes) {
        if (node.item.what == what && node.item.id == id)
            return createIndex(row, 0, &node);
        if (const QModelIndex below = find(node.children, what, id); below.isValid())
            return below;
        ++row;
    }
    return {};
}

QModelIndex CardListModel::indexOf(CardItem::What what, const Id &id) const
{
    return find(m_nodes, what, id);
}

QModelIndex CardListModel::index(int row, int column, const QModelIndex &parent) const
{
    const std::vector<Node> &children = childrenOf(parent);
    const bool isThere = column == 0 && row >= 0 && row < int(children.size()) && parent.column() <= 0;
    return isThere ? createIndex(row, 0, &children[std::size_t(row)]) : QModelIndex();
}

QModelIndex CardListModel::parent(const QModelIndex &index) const
{
    const Node *above = index.isValid() ? nodeOf(index)->parent : nullptr;
    if (!above)
        return {};
    const std::vector<Node> &siblings = above->parent ? above->parent->children : m_nodes;
    return createIndex(int(above - siblings.data()), 0, above);
}

int CardListModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(childrenOf(parent).size());
}

QVariant CardListModel::data(const QModelIndex &index, int role) const
{
    const CardItem *item = this->item(index);
    if (!item)
        return {};
    const QString detail = m_wording ? m_wording(*item) : QString();
    switch (role) {
    case Qt::DisplayRole:
        return item->what == CardItem::What::Theme ? u"%1 (%2)"_s.arg(item->title).arg(item->count) : item->title;
    case DetailRole: return detail;
    case Qt::AccessibleTextRole: return detail.isEmpty() ? item->title : item->title + u", "_s + detail;
    case Qt::ToolTipRole: return item->title;
    default: return {};
    }
}

} // namespace parvis
