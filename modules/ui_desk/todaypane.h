#pragma once

#include "presentation/todaymodel.h"

#include <QtWidgets/QWidget>

class QLabel;
class QTableView;

namespace parvis {

//! Today's contacts with their counts.
class TodayPane final : public QWidget
{
    Q_OBJECT
public:
    explicit TodayPane(TodayModel &model, QWidget *parent = nullptr);
    QSize sizeHint() const override;

    //! Only the line of counts: the procedure that is being talked about needs the height.
    void setFolded(bool folded);

Q_SIGNALS:
    void opened(const parvis::Id &request);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showCounts();
    void layOut();

    TodayModel &m_model;
    bool m_isFolded = false;
    QLabel *m_counts, *m_empty;
    QTableView *m_table;
};

} // namespace parvis
