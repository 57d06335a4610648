#pragma once

#include "presentation/queuecontroller.h"

#include <QtCore/QAbstractListModel>

namespace parvis {

//! Cases one below the other, with headings between them where they are parted: a lane of the board, or the plan of the day.
//! Small: all of it is in memory. GUI thread.
class CaseListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    struct Line
    {
        std::optional<PlanPart> heading; //!< nothing: \c row is a case
        RequestRow row;
        qsizetype cases = 0; //!< below the heading

        bool operator==(const Line &) const = default;
    };
    //! What assistive technology reads.
    using Wording = std::function<QString(const Line &line)>;

    using QAbstractListModel::QAbstractListModel;

    void setWording(Wording wording) { m_wording = std::move(wording); }
    void setRows(const QList<RequestRow> &rows);
    void setSections(const QList<PlanSection> &sections);

    const Line &line(int index) const { return m_lines.at(index); }
    bool isCase(int index) const { return index >= 0 && index < m_lines.size() && !m_lines.at(index).heading; }
    int indexOf(const Id &request) const; //!< -1
    Id idAt(int index) const { return isCase(index) ? m_lines.at(index).row.id : Id(); }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_lines.size()); }
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void take(QList<Line> lines);

    QList<Line> m_lines;
    Wording m_wording;
};

} // namespace parvis
