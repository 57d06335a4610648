#pragma once

#include "presentation/requestdetailcontroller.h"
#include "ui_requests/composer.h"

#include <QtWidgets/QWidget>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;

namespace parvis {

class Chip;
class EmptyState;
class FactsPanel;
class FileList;
class FilePreview;
class LinksPanel;
class MissionBar;
class TimelineView;
class TownMap;

//! The request in sight: heading, facts, conflicts, timeline, and the composer below.
class DetailView final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the keys work.
    DetailView(RequestDetailController &controller, const ReferenceData &town, const Clock &clock, QWidget *scope,
               QWidget *parent = nullptr);

    void setMissionBar(MissionBar *bar); //!< above the composer; the view owns it
    //! Places can be picked on it from now on. \a asker: the workspace; \a scope: where the key works.
    void setMap(TownMap &map, const QString &asker, QWidget *scope);
    void focusTimeline();
    void setKeysActive(bool isActive); //!< false while the keys mean several requests
    void waitFor();                    //!< opens the composer to put it on hold
    bool stepBack();                   //!< closes the innermost thing that is open; false if nothing was

Q_SIGNALS:
    void citizenWanted(const parvis::Id &citizen);
    void replyWanted(const parvis::Id &request);
    void requestWanted(const parvis::Id &request);
    void incidentWanted(const QString &number);
    void gatherWanted(const QList<parvis::Id> &requests, const parvis::Id &incident);
    void takeOutWanted(const QList<parvis::Id> &requests);
    void steppedBack(); //!< an editor has closed: the focus is free

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addOpener(QAction *action);
    QWidget *makeHeader();
    void makeActions(QWidget *scope);
    void showRequest();
    void showHeader();
    void showOnlookers();
    void showCalculation();

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    QAction *m_explain = nullptr, *m_answered = nullptr, *m_reply = nullptr, *m_takeBack = nullptr, *m_pickPlace = nullptr;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QLabel *m_number = nullptr;
    Chip *m_status = nullptr, *m_delay = nullptr, *m_pending = nullptr;
    QLabel *m_calculation = nullptr, *m_owed = nullptr, *m_onlookers = nullptr;
    FactsPanel *m_facts = nullptr;
    QScrollArea *m_scroll = nullptr;
    FileList *m_files = nullptr;
    FilePreview *m_preview = nullptr;
    TimelineView *m_timeline = nullptr;
    LinksPanel *m_links = nullptr;
    Composer *m_composer = nullptr;
    MissionBar *m_missionBar = nullptr;
    QHBoxLayout *m_headerLine = nullptr; // the number, the chips, and who can be sent
    Id m_shown;
};

} // namespace parvis
