#pragma once

#include "presentation/cardscontroller.h"
#include "ui_cards/pagearea.h"
#include "ui_common/navigator.h"

class QAction;
class QLabel;
class QStackedWidget;

namespace parvis {

class Chip;
class ElidedLabel;
class FittedText;
class FlagBar;
class InlineError;
class RemarkList;
class ScriptBlocks;
class ShortList;

//! A published card, to be scanned by somebody on the phone: what to ask, say and do stand always in the same place, everything
//! else below; with what was said of it and its revisions. Its actions work within \a scope while it is the page in sight.
class ReadingPane final : public PageArea
{
    Q_OBJECT
public:
    ReadingPane(CardsController &controller, const ReferenceData &town, Navigator &navigator, QAction *edit, QWidget *scope,
                QWidget *parent = nullptr);

    void setInSight(bool isInSight);
    void focusText(); //!< where reading goes on by keys
    bool stepBack();  //!< closes the bar of the flag
    void say(const Error &error);

Q_SIGNALS:
    void cardWanted(const parvis::Id &card);
    void compareWanted(const QJsonObject &before, const QJsonObject &after, const QString &title);

private:
    void makeActions(QWidget *scope);
    QWidget *makeHeading(QAction *edit);
    void refresh();
    void showCard(const Card &card);
    void showRemarks();
    void showRevisions();
    void showUse(const Card &card);
    void enableActions();
    void compareRevision();
    void handleFlag();
    void printCard();
    void askForPdf();
    const Card *card() const;

    CardsController &m_controller;
    const ReferenceData &m_town;
    Navigator &m_navigator;
    bool m_isInSight = false;
    Id m_last; //!< whose top was in sight

    QAction *m_flag = nullptr, *m_handle = nullptr, *m_archive = nullptr, *m_review = nullptr, *m_use = nullptr,
            *m_print = nullptr, *m_pdf = nullptr, *m_compareAction = nullptr;
    ElidedLabel *m_title = nullptr, *m_route = nullptr;
    Chip *m_kind = nullptr, *m_revision = nullptr, *m_state = nullptr;
    FlagBar *m_flagBar = nullptr;
    QStackedWidget *m_top = nullptr; //!< the buttons, or the bar of the flag in their place
    InlineError *m_error = nullptr;
    QLabel *m_summary = nullptr, *m_useText = nullptr, *m_remarksTitle = nullptr, *m_revisionsTitle = nullptr;
    ScriptBlocks *m_blocks = nullptr;
    FittedText *m_rest = nullptr;
    RemarkList *m_remarks = nullptr;
    ShortList *m_revisions = nullptr;
};

} // namespace parvis
