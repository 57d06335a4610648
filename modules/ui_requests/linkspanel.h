#pragma once

#include "presentation/requestdetailcontroller.h"

#include <QtWidgets/QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace parvis {

//! Requests that belong with the one in sight: what it is a part of, its own parts, others of the citizen, others at the place.
class LinksPanel final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where its key works.
    LinksPanel(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);

    void setKeysActive(bool isActive); //!< else the keys are those of several requests

Q_SIGNALS:
    void requestWanted(const parvis::Id &request);
    void incidentWanted(const QString &number); //!< all reports of the incident of the request with this number
    void gatherWanted(const QList<parvis::Id> &requests,
                      const parvis::Id &incident); //!< null: the one that they are in, or a new one
    void takeOutWanted(const QList<parvis::Id> &requests);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showLinks();
    enum class Link { Incident, Cause, Parent, Other };
    QTreeWidgetItem *add(const QString &relation, const Id &id, const QString &text, Link link);
    void add(const QString &relation, const RequestRow &row, Link link);
    void addIncident();
    void open(const QTreeWidgetItem *item);
    void joinOrLeave(const QTreeWidgetItem *item);
    void gather(const Id &request);
    bool mayGather() const;

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    QTreeWidget *m_list;
    bool m_isActive = true;
    QAction *m_focus = nullptr, *m_incident = nullptr, *m_takeOut = nullptr;
};

} // namespace parvis
