#pragma once

#include "presentation/requestdetailcontroller.h"
#include "ui_requests/composer.h"

#include <QtWidgets/QWidget>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace parvis {

class Chip;
class EmptyState;
class FactsPanel;
class FileList;
class FilePreview;
class TimelineView;

//! The request in sight: heading, facts, conflicts, timeline, and the composer below.
class DetailView final : public QWidget
{
    Q_OBJECT
public:
    //! \a scope: where the keys work.
    DetailView(RequestDetailController &controller, const ReferenceData &town, const Clock &clock, QWidget *scope,
               QWidget *parent = nullptr);

    void focusTimeline();
    bool stepBack(); //!< closes the innermost thing that is open; false if nothing was

Q_SIGNALS:
    void citizenWanted(const parvis::Id &citizen);
    void steppedBack(); //!< an editor has closed: the focus is free

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeHeader();
    void makeActions(QWidget *scope);
    void showRequest();
    void showHeader();
    void showCalculation();

    RequestDetailController &m_controller;
    const ReferenceData &m_town;
    QAction *m_explain = nullptr;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QLabel *m_number = nullptr;
    Chip *m_status = nullptr, *m_delay = nullptr, *m_pending = nullptr;
    QLabel *m_calculation = nullptr, *m_owed = nullptr;
    FactsPanel *m_facts = nullptr;
    QScrollArea *m_scroll = nullptr;
    FileList *m_files = nullptr;
    FilePreview *m_preview = nullptr;
    TimelineView *m_timeline = nullptr;
    Composer *m_composer = nullptr;
    Id m_shown;
};

} // namespace parvis
