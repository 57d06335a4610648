#pragma once

#include "presentation/incidentscontroller.h"
#include "presentation/referencedata.h"

#include <QtWidgets/QFrame>

class QAction;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace parvis {

//! Above the list of an incident's reports: what it is, how far it is, and by which key its history opens, where a merge that
//! still holds is taken back.
class IncidentBand final : public QFrame
{
    Q_OBJECT
public:
    //! \a scope: where its key works.
    IncidentBand(IncidentsController &controller, const ReferenceData &town, const Clock &clock, QWidget *scope,
                 QWidget *parent = nullptr);

    bool stepBack(); //!< closes the history; false if it was not open

Q_SIGNALS:
    void partWanted(const parvis::Id &incident); //!< it was merged, and is to stand by itself again
    void closed();                               //!< the history, while the agent was in it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void showHistory();
    void showKeys();
    void add(const IncidentEvent &event);
    void takeBack(const QTreeWidgetItem *item);
    void toggle();
    QString whatIsThere() const;
    QString nameOf(const Incident &incident) const;

    IncidentsController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    QLabel *m_title, *m_state, *m_keys;
    QTreeWidget *m_list;
    QAction *m_history = nullptr;
};

} // namespace parvis
