#include "ui_cards/cardsworkspace.h"

#include "ui_cards/cardlistview.h"
#include "ui_cards/cardwords.h"
#include "ui_cards/comparepane.h"
#include "ui_cards/draftpane.h"
#include "ui_cards/editorpane.h"
#include "ui_cards/grouppane.h"
#include "ui_cards/readingpane.h"
#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! In the order of the tabs; the n-th is Ctrl+n.
constexpr std::array views{CardView::All,      CardView::MyDrafts,  CardView::ToValidate, CardView::Flagged,
                           CardView::ToReview, CardView::NeverUsed, CardView::OftenLate,  CardView::WithoutCard};

int countOf(const CardCounts &counts, CardView view)
{
    switch (view) {
    case CardView::MyDrafts: return counts.myDrafts;
    case CardView::ToValidate: return counts.toValidate;
    case CardView::Flagged: return counts.flagged;
    case CardView::ToReview: return counts.toReview;
    case CardView::All:
    case CardView::NeverUsed:
    case CardView::OftenLate:
    case CardView::WithoutCard: break;
    }
    return 0;
}

} // namespace

CardsWorkspace::CardsWorkspace(CardsController &cards, CardDraftController &drafts, const ReferenceData &town, const Clock &clock,
                               Navigator &navigator, QWidget *parent)
    : Workspace(parent), m_cards(cards), m_drafts(drafts), m_town(town), m_clock(clock), m_navigator(navigator)
{
    makeActions();
    auto *split = new SplitView(u"cards"_s, Qt::Horizontal);
    split->addWidget(makeListColumn());
    split->addWidget(makePages());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 2);
    split->setFirstSizes({390, 850});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::margin, space::gap, space::margin, space::gap);
    whole->setSpacing(space::gap);
    auto *top = new QHBoxLayout;
    top->addWidget(m_views, 1);
    top->addWidget(new ActionButton(m_absent));
    whole->addLayout(top);
    whole->addWidget(split, 1);
    connectAll();
    showCounts();
    showListed();
}

QWidget *CardsWorkspace::makeListColumn()
{
    m_views = new QTabBar;
    m_views->setDrawBase(false);
    m_views->setExpanding(false);
    m_views->setAccessibleName(tr("Views of the cards"));
    for (std::size_t i = 0; i < views.size(); ++i)
        m_views->addTab(viewTitle(views[i]));

    auto *column = new QWidget;
    m_search = new QLineEdit;
    m_search->setPlaceholderText(tr("The citizen's words"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list = new CardListView(m_cards.list());
    m_list->installEventFilter(this);
    m_emptyList = new EmptyState(u"book-open"_s, {}, {});
    m_listPages = new QStackedWidget;
    m_listPages->addWidget(m_list);
    m_listPages->addWidget(m_emptyList);
    auto *line = new QHBoxLayout;
    line->addWidget(labelFor(m_search, tr("&Find")));
    line->addWidget(m_search, 1);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, space::gap, 0);
    layout->setSpacing(space::gap);
    layout->addLayout(line);
    layout->addWidget(m_listPages, 1);
    return column;
}

QWidget *CardsWorkspace::makePages()
{
    m_empty =
        new EmptyState(u"book-open"_s, tr("Procedure cards"),
                       tr("What to ask, say and do, for everything that a citizen can want. Type what the citizen says; the "
                          "arrows choose a card, Enter opens it."));
    m_reading = new ReadingPane(m_cards, m_town, m_navigator, m_edit, this);
    m_compare = new ComparePane(m_town);
    m_draft = new DraftPane(m_drafts, m_town, m_clock, m_edit, this);
    m_group = new GroupPane(m_town, m_new);
    m_editor = new EditorPane(m_drafts, m_town, m_cards.today(), this);
    m_pages = new QStackedWidget;
    for (QWidget *page : std::initializer_list<QWidget *>{m_empty, m_reading, m_draft, m_editor, m_compare, m_group})
        m_pages->addWidget(page);
    return m_pages;
}

void CardsWorkspace::makeActions()
{
    for (std::size_t i = 0; i < views.size(); ++i) {
        const QAction *show = makeAction(this, {u"cards.view%1"_s.arg(i + 1),
                                                tr("View: %1").arg(viewTitle(views[i])),
                                                {QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)))},
                                                u"list-checks"_s,
                                                {}});
        connect(show, &QAction::triggered, this, [this, i] { m_views->setCurrentIndex(int(i)); });
    }
    const QAction *find = makeAction(this, {u"cards.find"_s, tr("Find a card"), {QKeySequence::Find}, u"search"_s, {}});
    connect(find, &QAction::triggered, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    const QAction *reload = makeAction(this, {u"cards.reload"_s, tr("Count and list again"), {Qt::Key_F5}, u"refresh-cw"_s, {}});
    connect(reload, &QAction::triggered, &m_cards, &CardsController::load);
    m_edit = makeAction(
        this,
        {u"cards.edit"_s, tr("Edit"), {Qt::Key_E}, u"pencil"_s, tr("Writes a draft; nothing is published before its circuit.")});
    m_absent = makeAction(this, {u"cards.absent"_s,
                                 tr("I am absent"),
                                 {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
                                 u"user-check"_s,
                                 tr("While you are absent, your deputies decide for you.")});
    m_absent->setCheckable(true);
    connect(m_absent, &QAction::triggered, this, [this](bool isAbsent) { m_cards.setAbsent(isAbsent); });
    m_new = makeAction(this, {u"cards.new"_s, tr("New card"), {QKeySequence::New}, u"plus"_s, {}});
    connect(m_edit, &QAction::triggered, this, &CardsWorkspace::edit);
    connect(m_new, &QAction::triggered, this, &CardsWorkspace::beginNew);
}

void CardsWorkspace::connectAll()
{
    connect(m_views, &QTabBar::currentChanged, this, [this](int tab) { showView(views[std::size_t(std::max(0, tab))]); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_views->setCurrentIndex(0);
        m_cards.search(words);
        m_list->setCurrentIndex({}); // what was open before is not what Enter is to open now
    });
    connect(m_list, &CardListView::chosen, this, &CardsWorkspace::choose);
    connect(m_list, &CardListView::opened, this, &CardsWorkspace::open);
    connect(m_reading, &ReadingPane::cardWanted, this, &CardsWorkspace::openCard);
    connect(m_reading, &ReadingPane::compareWanted, this,
            [this](const QJsonObject &before, const QJsonObject &after, const QString &title) {
                m_compare->show(before, after, title);
                bringForward(m_compare);
                m_compare->setFocus();
            });
    connect(&m_cards, &CardsController::listed, this, &CardsWorkspace::showListed);
    connect(&m_cards, &CardsController::countsChanged, this, &CardsWorkspace::showCounts);
    connect(&m_cards, &CardsController::done, this, &CardsWorkspace::tellDone);
    connect(m_group, &GroupPane::opened, this, [this](const Id &request) { m_navigator.open(Kind::Request, request); });
    connect(&m_cards, &CardsController::recordChanged, this, &CardsWorkspace::enableActions);
    connect(&m_drafts, &CardDraftController::changed, this, &CardsWorkspace::enableActions);
    connect(&m_drafts, &CardDraftController::saved, this, &CardsWorkspace::tellSaved);
    connect(&m_drafts, &CardDraftController::loadFailed, this, [this](const Error &error) { m_navigator.tellError(error); });
    connect(&m_cards, &CardsController::failed, this, [this](const Error &error) { m_navigator.tellError(error); });
    m_cards.list().setWording([this](const CardItem &item) { return detailText(item, m_town, m_cards.today()); });
}

void CardsWorkspace::setActor(const Actor &actor)
{
    m_cards.setActor(actor);
    m_drafts.setActor(actor);
    enableActions();
}

void CardsWorkspace::enableActions()
{
    const QWidget *page = m_pages->currentWidget();
    const auto &record = m_cards.record();
    const bool mayWriteShown = page == m_reading && record && record->card && m_cards.mayWrite(*record->card);
    m_new->setEnabled(m_cards.actor().may(Permission::WriteCards));
    m_new->setText(page == m_group ? tr("Propose a card") : tr("New card"));
    m_edit->setVisible(m_cards.actor().may(Permission::WriteCards));
    m_edit->setEnabled(mayWriteShown || (page == m_draft && m_drafts.mayEdit()));
    m_absent->setEnabled(!m_cards.actor().roles.empty());
    m_absent->setChecked(m_cards.isAbsent());
}

void CardsWorkspace::activate(const Opening &opening)
{
    if (!std::exchange(m_wasShown, true))
        m_cards.load();
    m_search->selectAll(); // what is typed now begins anew
    if (!opening.text.isEmpty())
        m_search->setText(opening.text);
    if (opening.kind == Kind::Card && !opening.id.isNull())
        openCard(opening.id);
}

QWidget *CardsWorkspace::firstFocus()
{
    return m_search;
}

bool CardsWorkspace::stepBack()
{
    if (m_pages->currentWidget() == m_compare) {
        bringForward(m_reading);
        m_reading->focusText();
        return true;
    }
    if (m_pages->currentWidget() == m_reading && m_reading->stepBack())
        return true;
    if (m_pages->currentWidget() == m_draft && m_draft->stepBack())
        return true;
    if (m_pages->currentWidget() == m_editor) { // what was typed stays
        const Id card = m_drafts.edited().card;
        bringForward(m_town.card(card) ? static_cast<QWidget *>(m_reading) : m_draft);
        if (m_town.card(card))
            m_cards.show(card);
        m_list->setFocus();
        return true;
    }
    QWidget *focus = QApplication::focusWidget();
    if (focus && m_pages->isAncestorOf(focus)) {
        m_list->setFocus();
        return true;
    }
    if (m_list->hasFocus()) {
        m_search->setFocus();
        return true;
    }
    if (m_search->text().isEmpty())
        return false;
    m_search->clear();
    return true;
}

bool CardsWorkspace::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return Workspace::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_list && key == Qt::Key_Up && m_list->isAtTop()) {
        m_search->setFocus();
        return true;
    }
    if (watched != m_search)
        return false;
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
        m_list->step(key == Qt::Key_Down ? 1 : -1);
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_list->step(0);
        if (const CardItem *item = m_cards.list().item(m_list->currentIndex()))
            open(CardItem(*item));
        return true;
    }
    return false;
}

void CardsWorkspace::showView(CardView view)
{
    if (view == m_cards.view())
        return;
    if (view != CardView::All) { // words that narrow nothing would mislead
        const QSignalBlocker quiet(m_search);
        m_search->clear();
    }
    m_cards.setView(view);
}

void CardsWorkspace::showListed()
{
    const bool isEmpty = m_cards.list().rowCount() == 0;
    m_listPages->setCurrentIndex(isEmpty ? 1 : 0);
    m_list->select(CardItem::What::Card, m_cards.shown());
    m_list->select(CardItem::What::Draft, m_drafts.id());
    if (!isEmpty)
        return;
    switch (m_cards.view()) {
    case CardView::All:
        m_emptyList->setTexts(tr("No card says this"),
                              tr("Fewer letters find more. Ctrl+8 lists requests that no card answers."));
        break;
    case CardView::MyDrafts:
        m_emptyList->setTexts(tr("No draft of yours"), tr("E on a card writes its next revision; Ctrl+N writes a new one."));
        break;
    case CardView::ToValidate:
        m_emptyList->setTexts(tr("Nothing waits for you"), tr("Drafts come here when it is your turn to approve them."));
        break;
    case CardView::Flagged:
        m_emptyList->setTexts(tr("No flag is open"), tr("F on a card says that it is wrong or incomplete."));
        break;
    case CardView::ToReview:
        m_emptyList->setTexts(tr("Nothing to review"), tr("Cards come here a month before they are to be read again."));
        break;
    case CardView::NeverUsed:
        m_emptyList->setTexts(tr("Every card was used"), tr("Cards without a request in twelve months are listed here."));
        break;
    case CardView::OftenLate:
        m_emptyList->setTexts(tr("No card ends badly"),
                              tr("Cards whose requests were late or reopened in twelve months are listed here."));
        break;
    case CardView::WithoutCard:
        m_emptyList->setTexts(tr("Every request has its card"),
                              tr("Requests that resemble each other and have no card are listed here."));
        break;
    }
}

void CardsWorkspace::showCounts()
{
    for (std::size_t i = 0; i < views.size(); ++i) {
        const int count = countOf(m_cards.counts(), views[i]);
        //: a view of the cards and how many it holds
        const QString text = count > 0 ? tr("%1 %2").arg(viewTitle(views[i]), locale().toString(count)) : viewTitle(views[i]);
        m_views->setTabText(int(i), text);
        const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_1 + int(i)));
        m_views->setTabToolTip(int(i), u"%1 (%2)"_s.arg(viewTitle(views[i]), key.toString(QKeySequence::NativeText)));
    }
    Q_EMIT badgeChanged(m_cards.counts().toValidate);
}

void CardsWorkspace::bringForward(QWidget *page)
{
    if (m_pages->currentWidget() == m_editor && page != m_editor)
        m_editor->leave();
    m_pages->setCurrentWidget(page);
    m_reading->setInSight(page == m_reading);
    m_draft->setInSight(page == m_draft);
    m_editor->setInSight(page == m_editor);
    enableActions();
}

void CardsWorkspace::choose(const CardItem &item)
{
    switch (item.what) {
    case CardItem::What::Theme: break;
    case CardItem::What::Card:
        bringForward(m_reading);
        m_cards.show(item.id);
        break;
    case CardItem::What::Draft: openDraft(item.id); break;
    case CardItem::What::Group:
        m_group->show(m_cards.groups().value(item.place));
        bringForward(m_group);
        break;
    }
}

void CardsWorkspace::open(const CardItem &item)
{
    choose(item);
    if (item.what == CardItem::What::Card)
        m_reading->focusText();
    else if (item.what == CardItem::What::Draft)
        m_draft->focusText();
    else if (item.what == CardItem::What::Group)
        m_group->setFocus();
}

void CardsWorkspace::openCard(const Id &card)
{
    if (!m_town.card(card))
        return;
    bringForward(m_reading);
    m_cards.show(card);
    m_list->select(CardItem::What::Card, card);
    m_reading->focusText();
}

void CardsWorkspace::openDraft(const Id &draft)
{
    bringForward(m_draft);
    m_drafts.show(draft);
}

//! The agent's own draft of the card in sight, or a new one; the draft in sight itself.
void CardsWorkspace::edit()
{
    if (m_pages->currentWidget() == m_reading) {
        const Card &card = *m_cards.record()->card;
        const Id own = m_cards.ownDraft(card.id);
        if (own.isNull())
            m_drafts.begin(card);
        else
            m_drafts.show(own);
    }
    showEditor();
}

void CardsWorkspace::beginNew()
{
    const bool isFromGroup = m_pages->currentWidget() == m_group;
    const CardContent content = isFromGroup ? contentFrom(m_group->group()) : CardContent();
    if (m_pages->currentWidget() == m_editor)
        m_editor->leave();
    m_drafts.beginNew(content);
    showEditor();
}

void CardsWorkspace::showEditor()
{
    bringForward(m_editor);
    m_editor->focusFirst();
}

void CardsWorkspace::tellDone(const SavedCardAct &act)
{
    const QString card = m_town.cardTitle(act.card);
    QString done, what;
    switch (act.act) {
    case CardAct::Flag:
        done = tr("“%1” is flagged. Its author sees it.").arg(card);
        what = tr("flag on “%1”").arg(card);
        break;
    case CardAct::ExplainFlag: m_navigator.tell(tr("The reason was added to the flag.")); return;
    case CardAct::HandleFlag:
        done = tr("The flag on “%1” is answered.").arg(card);
        what = tr("flag answered on “%1”").arg(card);
        break;
    case CardAct::Archive:
        done = tr("“%1” is archived.").arg(card);
        what = tr("archiving “%1”").arg(card);
        break;
    case CardAct::Restore:
        done = tr("“%1” is in use again.").arg(card);
        what = tr("bringing back “%1”").arg(card);
        break;
    case CardAct::Review:
        done = tr("“%1” holds. Next review: %2.").arg(card, shortDay(act.until));
        what = tr("review of “%1”").arg(card);
        break;
    case CardAct::Absent:
        done = tr("You are absent: your deputies decide for you.");
        what = tr("absence");
        break;
    case CardAct::Present:
        done = tr("You are back: you decide again.");
        what = tr("end of the absence");
        break;
    }
    m_navigator.tellUndoable(done, what, [cards = QPointer(&m_cards), act] {
        if (cards)
            cards->undo(act);
    });
}

void CardsWorkspace::tellSaved(const SavedDraftAct &act)
{
    const auto undoable = [&](const QString &done, const QString &what) {
        m_navigator.tellUndoable(done, what, [drafts = QPointer(&m_drafts), act] {
            if (drafts)
                drafts->undo(act);
        });
    };
    switch (act.act) {
    case DraftAct::Save: m_navigator.tell(tr("The draft of “%1” was saved.").arg(act.title)); break;
    case DraftAct::Submit:
        undoable(tr("“%1” was submitted.").arg(act.title), tr("submission of “%1”").arg(act.title));
        if (m_pages->currentWidget() == m_editor) {
            bringForward(m_draft);
            m_draft->focusText();
        }
        break;
    case DraftAct::Approve: m_navigator.tell(tr("“%1” was approved and goes on to the next step.").arg(act.title)); break;
    case DraftAct::Publish: m_navigator.tell(tr("“%1” is approved by all and will be published.").arg(act.title)); break;
    case DraftAct::Return: m_navigator.tell(tr("“%1” was returned to its author.").arg(act.title)); break;
    case DraftAct::Withdraw: m_navigator.tell(tr("“%1” was taken back.").arg(act.title)); break;
    case DraftAct::Abandon:
        m_navigator.tell(tr("The draft of “%1” was given up.").arg(act.title));
        if (m_pages->currentWidget() == m_editor || m_pages->currentWidget() == m_draft) {
            bringForward(m_cards.shown().isNull() ? static_cast<QWidget *>(m_empty) : m_reading);
            m_list->setFocus();
        }
        break;
    case DraftAct::Rebase: m_navigator.tell(tr("“%1” is now based on the newest revision.").arg(act.title)); break;
    case DraftAct::Comment: m_navigator.tell(tr("The comment was added.")); break;
    }
}

} // namespace parvis
