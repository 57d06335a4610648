#pragma once

#include "presentation/carddraftcontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace parvis {

class Chip;
class DifferenceView;
class ElidedLabel;
class InlineError;
class RemarkList;

//! A draft on its way: what it changes beside what is published, where it waits and since when, what was said of it. Whoever's
//! turn it is approves it or returns it with a reason; its author takes it back.
class DraftPane final : public QWidget
{
    Q_OBJECT
public:
    DraftPane(CardDraftController &controller, const ReferenceData &town, const Clock &clock, QAction *edit, QWidget *scope,
              QWidget *parent = nullptr);

    void setInSight(bool isInSight);
    void focusText();
    bool stepBack(); //!< closes the line for the reason; what was typed stays in it

private:
    enum class Asks { Nothing, Reason, Comment };
    void makeActions(QWidget *scope);
    QWidget *makeHeading(QAction *edit);
    QWidget *makeLine();
    void refresh();
    void showCircuit();
    void showRemarks();
    void enableActions();
    void ask(Asks what);
    void answer();

    CardDraftController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    bool m_isInSight = false;
    Asks m_asks = Asks::Nothing;
    Id m_last;

    QAction *m_approve = nullptr, *m_return = nullptr, *m_comment = nullptr, *m_withdraw = nullptr;
    ElidedLabel *m_title = nullptr;
    Chip *m_state = nullptr;
    QLabel *m_about = nullptr, *m_circuit = nullptr, *m_behalf = nullptr, *m_lineLabel = nullptr, *m_remarksTitle = nullptr;
    InlineError *m_error = nullptr;
    QWidget *m_line = nullptr;
    QLineEdit *m_text = nullptr;
    DifferenceView *m_differences = nullptr;
    RemarkList *m_remarks = nullptr;
};

} // namespace parvis
