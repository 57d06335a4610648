#pragma once

#include "presentation/patrolcontroller.h"

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QListView>

namespace parvis {

//! The stops as rows that say everything to assistive technology. GUI thread.
class MissionModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    MissionModel(const PatrolController &controller, const ReferenceData &town, QObject *parent = nullptr);

    void renew();
    const PatrolStop &stop(int row) const { return m_stops.at(row); }
    int rowOf(const Id &mission) const; //!< -1: not there

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_stops.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

    QString detailText(const PatrolStop &stop) const; //!< place and distance
    QString peopleText(const PatrolStop &stop) const; //!< who goes, for whom, about what

private:
    const PatrolController &m_controller;
    const ReferenceData &m_town;
    QList<PatrolStop> m_stops;
};

//! The missions as a round: rows as high as a finger, numbered in the order in which they are gone to.
class MissionList final : public QListView
{
    Q_OBJECT
public:
    MissionList(PatrolController &controller, const ReferenceData &town, QWidget *parent = nullptr);

    void renew(); //!< the rows again; the chosen one stays chosen
    void step(int by);
    MissionModel &missions() { return m_model; }

Q_SIGNALS:
    void chosen(const parvis::Id &mission); //!< null: none is left

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    PatrolController &m_controller;
    MissionModel m_model;
    bool m_isRenewing = false;
};

} // namespace parvis
