#pragma once

#include "presentation/carddraftcontroller.h"
#include "presentation/cardscontroller.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

class QLabel;
class QLineEdit;
class QStackedWidget;
class QTabBar;

namespace parvis {

class CardListView;
class ComparePane;
class DraftPane;
class EditorPane;
class EmptyState;
class GroupPane;
class InlineError;
class ReadingPane;

//! Procedure cards: found and read while somebody is on the phone, written, validated, reviewed.
class CardsWorkspace final : public Workspace
{
    Q_OBJECT
public:
    CardsWorkspace(CardsController &cards, CardDraftController &drafts, const ReferenceData &town, const Clock &clock,
                   Navigator &navigator, QWidget *parent = nullptr);

    void setActor(const Actor &actor); //!< also tells the controllers

    QString id() const override { return QStringLiteral("cards"); }
    QString title() const override { return tr("Cards"); }
    QString iconName() const override { return QStringLiteral("book-open"); }
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;
    bool stepBack() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeListColumn();
    QWidget *makePages();
    void makeActions();
    void connectAll();
    void showView(CardView view);
    void showListed();
    void showCounts();
    void choose(const CardItem &item);
    void open(const CardItem &item);
    void openCard(const Id &card);
    void edit();
    void beginNew();
    void showEditor();
    void openDraft(const Id &draft);
    void enableActions();
    void bringForward(QWidget *page);
    void tellDone(const SavedCardAct &act);
    void tellSaved(const SavedDraftAct &act);

    CardsController &m_cards;
    CardDraftController &m_drafts;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;

    QAction *m_edit = nullptr, *m_new = nullptr, *m_absent = nullptr;
    QLineEdit *m_search = nullptr;
    QTabBar *m_views = nullptr;
    CardListView *m_list = nullptr;
    QStackedWidget *m_listPages = nullptr, *m_pages = nullptr;
    EmptyState *m_emptyList = nullptr, *m_empty = nullptr;
    ReadingPane *m_reading = nullptr;
    ComparePane *m_compare = nullptr;
    DraftPane *m_draft = nullptr;
    EditorPane *m_editor = nullptr;
    GroupPane *m_group = nullptr;
    bool m_wasShown = false;
};

} // namespace parvis
