#include "ui_cards/editorpane.h"

#include "ui_cards/cardwords.h"
#include "ui_cards/contentform.h"
#include "ui_cards/formeditor.h"
#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/icons.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

EditorPane::EditorPane(CardDraftController &controller, const ReferenceData &town, const QDate &today, QWidget *scope,
                       QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_today(today), m_form(new ContentForm(town, this))
{
    makeActions(scope);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the card"));
    using G = CardGap;
    addTab(makeWords(), tr("Words"), {G::Title, G::Theme});
    addTab(makeScript(), tr("Script"), {G::Ask, G::Say});
    addTab(makePractical(), tr("Practical"), {});
    addTab(makeRouting(), tr("Routing"), {G::Service});
    addTab(makeForm(), tr("Form"), {G::Form});
    addTab(makeReply(), tr("Reply"), {});
    addTab(makeLife(), tr("Life"), {G::Dates});
    m_error = new InlineError;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(makeHeading());
    column->addWidget(m_error);
    column->addWidget(m_tabs, 1);

    connect(m_form, &ContentForm::edited, this, [this] {
        m_error->clear();
        m_isAsked = false;
        m_controller.edit(m_form->content());
    });
    connect(m_code, &QLineEdit::textEdited, this, [this](const QString &code) { m_controller.setCode(code.trimmed()); });
    connect(&m_controller, &CardDraftController::changed, this, &EditorPane::refresh);
    connect(&m_controller, &CardDraftController::textChanged, this, &EditorPane::showText);
    connect(&m_controller, &CardDraftController::saved, this, [this] { m_error->clear(); });
    connect(&m_controller, &CardDraftController::failed, this, [this](DraftAct, const Error &error) { m_error->say(error); });
    refresh();
}

void EditorPane::makeActions(QWidget *scope)
{
    m_save = makeAction(scope, {u"cards.save"_s,
                                tr("Save"),
                                {QKeySequence::Save},
                                u"save"_s,
                                tr("Lets others see the draft. What you type is kept at this desk in any case.")});
    m_submit = makeAction(scope, {u"cards.submit"_s,
                                  tr("Submit"),
                                  {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                                  u"send"_s,
                                  tr("Sends the draft to those who validate it.")});
    m_rebase = makeAction(scope, {u"cards.rebase"_s,
                                  tr("Base on the newer revision"),
                                  {Qt::CTRL | Qt::Key_B},
                                  u"merge"_s,
                                  tr("Your changes are laid over what was published meanwhile.")});
    m_abandon = makeAction(scope, {u"cards.abandon"_s,
                                   tr("Abandon"),
                                   {Qt::CTRL | Qt::SHIFT | Qt::Key_Backspace},
                                   u"trash-2"_s,
                                   tr("Gives the draft up for good; the published card stays as it is.")});
    // As keys of the tabs alone they would be lost in a list of choices, which takes every key for letters.
    m_next = makeAction(scope, {u"cards.nextPart"_s,
                                tr("Next part of the card"),
                                {Qt::CTRL | Qt::Key_Tab, Qt::CTRL | Qt::Key_PageDown},
                                u"chevron-right"_s,
                                {}});
    m_previous = makeAction(
        scope, {u"cards.previousPart"_s,
                tr("Previous part of the card"),
                {Qt::CTRL | Qt::SHIFT | Qt::Key_Tab, Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab, Qt::CTRL | Qt::Key_PageUp},
                u"chevron-left"_s,
                {}});
    connect(m_next, &QAction::triggered, this, [this] { turn(1); });
    connect(m_previous, &QAction::triggered, this, [this] { turn(-1); });
    connect(m_save, &QAction::triggered, &m_controller, &CardDraftController::save);
    connect(m_submit, &QAction::triggered, &m_controller, &CardDraftController::submit);
    connect(m_rebase, &QAction::triggered, &m_controller, &CardDraftController::rebase);
    connect(m_abandon, &QAction::triggered, this, &EditorPane::abandon);
}

QWidget *EditorPane::makeHeading()
{
    auto *heading = new QWidget;
    m_title = new ElidedLabel;
    setTextRole(m_title, TextRole::Heading);
    m_state = secondaryLabel({});
    m_circuit = new ElidedLabel;
    setTextRole(m_circuit, TextRole::Secondary);
    m_gaps = secondaryLabel({});
    m_returned = new QLabel;
    m_returned->setWordWrap(true);
    m_returned->setTextFormat(Qt::PlainText);
    setTextRole(m_returned, TextRole::Strong);
    auto *buttons = new FlowLayout;
    auto *submit = new ActionButton(m_submit);
    submit->setPrimary(true);
    buttons->addWidget(submit);
    for (QAction *action : {m_save, m_rebase, m_abandon})
        buttons->addWidget(new ActionButton(action));
    auto *column = new QVBoxLayout(heading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_title);
    column->addWidget(m_returned);
    column->addLayout(buttons);
    column->addWidget(m_circuit);
    column->addWidget(m_gaps);
    column->addWidget(m_state);
    return heading;
}

void EditorPane::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    showState();
}

void EditorPane::focusFirst()
{
    m_tabs->setCurrentIndex(0);
    m_first->setFocus(Qt::OtherFocusReason);
}

void EditorPane::turn(int by)
{
    m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + m_tabs->count()) % m_tabs->count());
    QWidget *page = m_tabs->currentWidget();
    QWidget *field = page->nextInFocusChain();
    while (field != page && !(page->isAncestorOf(field) && field->isVisible() && field->focusPolicy() & Qt::TabFocus))
        field = field->nextInFocusChain();
    field->setFocus(Qt::TabFocusReason);
}

void EditorPane::leave()
{
    if (m_controller.isDirty())
        m_controller.save();
}

void EditorPane::refresh()
{
    if (!m_controller.isLoaded())
        return;
    const QString title = m_controller.edited().title;
    m_title->setText(m_controller.isNewCard() ? tr("New card") : tr("Next revision of “%1”").arg(title));
    const QString &reason = m_controller.edited().reason;
    m_returned->setText(tr("Came back: %1").arg(reason));
    m_returned->setVisible(!reason.isEmpty());
    m_codeLabel->setVisible(m_controller.isNewCard());
    m_code->setVisible(m_controller.isNewCard());
    m_form->fill(m_controller.edited()); // also what can be chosen
    showText();
}

void EditorPane::showText()
{
    if (!m_controller.isLoaded())
        return;
    const CardDraft &draft = m_controller.edited();
    if (static_cast<const CardContent &>(draft) != m_form->content())
        m_form->fill(draft);
    if (m_code->text() != draft.code)
        m_code->setText(draft.code);
    m_code->setPlaceholderText(codeFor(draft.title));
    const auto block = [](const QString &title, const QString &text) { return u"## "_s + title + u"\n\n"_s + text + u"\n\n"_s; };
    m_preview->show(block(tr("Ask"), draft.ask) + block(tr("Say"), draft.say) + block(tr("Do"), draft.steps));
    showState();
}

void EditorPane::showState()
{
    const bool mayEdit = m_isInSight && m_controller.mayEdit();
    const QList<CardGap> gaps = m_controller.gaps();
    const QJsonArray circuit = m_controller.circuit();
    m_save->setEnabled(mayEdit && m_controller.isDirty());
    m_submit->setEnabled(mayEdit && gaps.isEmpty() && !circuit.isEmpty() && !m_controller.isStale());
    m_abandon->setEnabled(mayEdit);
    m_next->setEnabled(m_isInSight);
    m_previous->setEnabled(m_isInSight);
    m_rebase->setEnabled(mayEdit && m_controller.isStale());
    m_rebase->setVisible(m_controller.isStale());
    m_form->setGaps(gaps);
    for (int i = 0; i < m_tabs->count(); ++i) {
        const bool hasGap = std::any_of(gaps.begin(), gaps.end(), [&](CardGap gap) { return m_tabGaps.at(i).contains(gap); });
        m_tabs->setTabIcon(i, hasGap ? icon(u"circle-alert"_s, Tone::DueToday) : QIcon());
    }
    QStringList missing;
    for (const CardGap gap : gaps)
        missing.append(word(gap));
    m_gaps->setText(tr("Needed before it can be submitted: %1.").arg(missing.join(u", "_s)));
    m_gaps->setVisible(!missing.isEmpty());
    const Id service = m_controller.edited().service;
    m_circuit->setVisible(!service.isNull()); // until then it is named among the gaps
    m_circuit->setText(circuit.isEmpty() ? tr("Nobody is set to validate the cards of this service yet.")
                                         : tr("Goes to: %1").arg(circuitText(circuit, service, m_town)));
    m_state->setText(m_controller.isStale() ? tr("A newer revision was published since this draft was begun.")
                     : !m_controller.record() && !m_controller.isDirty() ? tr("Nothing is written before the first key.")
                     : m_controller.isDirty()                            ? tr("Kept at this desk; Save lets others see it.")
                                              : tr("Saved. Nothing is published before everybody in the circuit has approved."));
}

void EditorPane::abandon()
{
    if (!std::exchange(m_isAsked, true)) {
        m_error->say(tr("Give this draft up for good? The same key again does it."), m_abandon);
        return;
    }
    m_isAsked = false;
    m_controller.abandon();
}

} // namespace parvis
