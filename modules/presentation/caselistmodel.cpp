#include "presentation/caselistmodel.h"

#include <algorithm>

namespace parvis {

void CaseListModel::setRows(const QList<RequestRow> &rows)
{
    QList<Line> lines;
    lines.reserve(rows.size());
    for (const RequestRow &row : rows)
        lines.append({{}, row, 0});
    take(std::move(lines));
}

void CaseListModel::setSections(const QList<PlanSection> &sections)
{
    QList<Line> lines;
    for (const PlanSection &section : sections) {
        lines.append({section.part, {}, section.rows.size()});
        for (const RequestRow &row : section.rows)
            lines.append({{}, row, 0});
    }
    take(std::move(lines));
}

//! Lines that are the same at both ends stay, so that a change in the middle moves nothing else.
void CaseListModel::take(QList<Line> lines)
{
    const auto isSame = [](const Line &a, const Line &b) { return a.heading == b.heading && a.row.id == b.row.id; };
    const qsizetype most = std::min(m_lines.size(), lines.size());
    qsizetype head = 0, tail = 0;
    while (head < most && isSame(m_lines[head], lines[head]))
        ++head;
    while (tail < most - head && isSame(m_lines[m_lines.size() - 1 - tail], lines[lines.size() - 1 - tail]))
        ++tail;
    if (const qsizetype gone = m_lines.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_lines.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype come = lines.size() - head - tail; come > 0) {
        beginInsertRows({}, int(head), int(head + come - 1));
        for (qsizetype i = 0; i < come; ++i)
            m_lines.insert(head + i, lines[head + i]);
        endInsertRows();
    }
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i] == lines[i])
            continue;
        m_lines[i] = lines[i];
        Q_EMIT dataChanged(index(int(i)), index(int(i)));
    }
}

int CaseListModel::indexOf(const Id &request) const
{
    const auto it = std::find_if(m_lines.begin(), m_lines.end(),
                                 [&request](const Line &line) { return !line.heading && line.row.id == request; });
    return it == m_lines.end() ? -1 : int(it - m_lines.begin());
}

QVariant CaseListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return m_wording ? m_wording(m_lines.at(index.row())) : QString();
}

Qt::ItemFlags CaseListModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const bool isHeading = m_lines.at(index.row()).heading.has_value();
    return isHeading ? Qt::ItemFlags(Qt::ItemIsEnabled)
                     : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
}

} // namespace parvis
