#pragma once

#include "presentation/timelinemodel.h"
#include "ui_requests/requestwords.h"

#include <QtGui/QWheelEvent>
#include <QtWidgets/QListView>

namespace parvis {

//! The timeline as one high list that scrolls with what is around it.
class TimelineView final : public QListView
{
    Q_OBJECT
public:
    TimelineView(const ReferenceData &town, const Clock &clock, QWidget *parent = nullptr);

    void setEntries(const QList<TimelineEntry> &entries);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void fit();
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

    const ReferenceData &m_town;
    const Clock &m_clock;
    TimelineModel m_model;
};

} // namespace parvis
