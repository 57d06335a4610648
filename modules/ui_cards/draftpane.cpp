#include "ui_cards/draftpane.h"

#include "ui_cards/cardwords.h"
#include "ui_cards/differenceview.h"
#include "ui_cards/remarklist.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/circuiteditor.h"
#include "ui_common/enterkey.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

static ChipLook chipFor(const CardDraft &draft, const QString &state)
{
    switch (draft.state) {
    case DraftState::Draft: return {u"square-pen"_s, state, Tone::Neutral};
    case DraftState::InValidation: return {u"clock"_s, state, Tone::Accent};
    case DraftState::Published: return {u"circle-check"_s, state, Tone::OnTime};
    case DraftState::Abandoned: return {u"circle-x"_s, state, Tone::Held};
    }
    return {};
}

DraftPane::DraftPane(CardDraftController &controller, const ReferenceData &town, const Clock &clock, QAction *edit,
                     QWidget *scope, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_clock(clock)
{
    makeActions(scope);
    m_error = new InlineError;
    m_differences = new DifferenceView;
    m_remarksTitle = sectionLabel(tr("What was said"));
    m_remarks = new RemarkList(m_town, tr("What was said of the draft"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, 0, space::gap, 0);
    column->setSpacing(space::gap);
    column->addWidget(makeHeading(edit));
    column->addWidget(makeLine());
    column->addWidget(m_error);
    column->addWidget(m_differences, 1);
    column->addWidget(m_remarksTitle);
    column->addWidget(m_remarks);
    connect(&m_controller, &CardDraftController::changed, this, &DraftPane::refresh);
    connect(&m_controller, &CardDraftController::saved, this, [this] { m_error->clear(); });
    connect(&m_controller, &CardDraftController::failed, this, [this](DraftAct, const Error &error) { m_error->say(error); });
    refresh();
}

void DraftPane::makeActions(QWidget *scope)
{
    m_approve = makeAction(scope, {u"cards.approve"_s,
                                   tr("Approve"),
                                   {Qt::Key_A},
                                   u"check"_s,
                                   tr("On to the next step; after the last one the draft is published.")});
    m_return =
        makeAction(scope, {u"cards.return"_s, tr("Return"), {Qt::Key_R}, u"undo-2"_s, tr("Back to its author, with a reason.")});
    m_comment = makeAction(
        scope, {u"cards.comment"_s, tr("Comment"), {Qt::Key_C}, u"message-square-text"_s, tr("A word that moves nothing.")});
    m_withdraw = makeAction(scope, {u"cards.withdraw"_s,
                                    tr("Take back"),
                                    {Qt::Key_T},
                                    u"rotate-ccw"_s,
                                    tr("Out of validation, to go on writing; approvals are asked for again.")});
    connect(m_approve, &QAction::triggered, this, [this] { m_controller.approve({}); });
    connect(m_return, &QAction::triggered, this, [this] { ask(Asks::Reason); });
    connect(m_comment, &QAction::triggered, this, [this] { ask(Asks::Comment); });
    connect(m_withdraw, &QAction::triggered, &m_controller, &CardDraftController::withdraw);
}

QWidget *DraftPane::makeHeading(QAction *edit)
{
    auto *heading = new QWidget;
    m_title = new ElidedLabel;
    setTextRole(m_title, TextRole::Heading);
    m_state = new Chip;
    m_about = secondaryLabel({});
    m_circuit = secondaryLabel({});
    m_behalf = new QLabel;
    m_behalf->setWordWrap(true);
    setTextRole(m_behalf, TextRole::Strong);
    auto *facts = new QHBoxLayout;
    facts->addWidget(m_state, 0, Qt::AlignTop);
    facts->addWidget(m_about, 1);
    auto *buttons = new FlowLayout;
    auto *approve = new ActionButton(m_approve);
    approve->setPrimary(true);
    buttons->addWidget(approve);
    for (QAction *action : {m_return, m_comment, edit, m_withdraw})
        buttons->addWidget(new ActionButton(action));
    auto *column = new QVBoxLayout(heading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_title);
    column->addLayout(facts);
    column->addWidget(m_circuit);
    column->addWidget(m_behalf);
    column->addLayout(buttons);
    return heading;
}

QWidget *DraftPane::makeLine()
{
    m_line = new QWidget;
    m_text = new QLineEdit;
    m_text->setObjectName(u"cards.reason"_s);
    m_lineLabel = labelFor(m_text, tr("Reason"));
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_lineLabel);
    line->addWidget(m_text, 1);
    onEnter(m_text, [this] { answer(); });
    m_line->hide();
    return m_line;
}

void DraftPane::setInSight(bool isInSight)
{
    m_isInSight = isInSight;
    enableActions();
}

void DraftPane::enableActions()
{
    const bool signs = m_isInSight && m_controller.signs();
    m_approve->setEnabled(signs && !m_controller.isStale());
    m_return->setEnabled(signs);
    m_comment->setEnabled(m_isInSight && m_controller.record().has_value());
    m_withdraw->setEnabled(m_isInSight && m_controller.mayWithdraw());
}

void DraftPane::refresh()
{
    enableActions();
    if (std::exchange(m_last, m_controller.id()) != m_controller.id()) {
        ask(Asks::Nothing);
        m_text->clear();
        m_error->clear();
    }
    if (!m_controller.isLoaded())
        return;
    const CardDraft &draft = m_controller.edited();
    m_title->setText(m_controller.isNewCard() ? tr("New card: %1").arg(draft.title) : draft.title);
    QString state;
    switch (draft.state) {
    case DraftState::Draft: state = draft.reason.isEmpty() ? tr("being written") : tr("came back"); break;
    case DraftState::InValidation: state = tr("step %1 of %2").arg(draft.step + 1).arg(draft.circuit.size()); break;
    case DraftState::Published: state = tr("approved by all"); break;
    case DraftState::Abandoned: state = tr("abandoned"); break;
    }
    m_state->setLook(chipFor(draft, state));
    const QDate today = m_town.calendar().localDay(m_clock.now());
    QStringList about{tr("written by %1").arg(m_town.userName(draft.author)),
                      momentText(draft.at, m_town.calendar().zone(), today)};
    if (m_controller.isStale())
        about.append(tr("a newer revision was published since: its author bases it anew"));
    if (draft.state == DraftState::Draft && !draft.reason.isEmpty())
        about.append(tr("reason: %1").arg(draft.reason));
    m_about->setText(about.join(u" · "_s));
    showCircuit();
    const bool isNew = m_controller.isNewCard();
    m_differences->setHeads(isNew ? tr("Not published yet") : tr("Published, revision %1").arg(draft.base), tr("Draft"));
    const QJsonObject before = isNew ? QJsonObject() : m_controller.published();
    m_differences->show(differencesOf(before, toDocument(draft), cardValueText(m_town)));
    showRemarks();
}

void DraftPane::showCircuit()
{
    const CardDraft &draft = m_controller.edited();
    const QJsonArray circuit = m_controller.circuit();
    QStringList steps;
    for (int i = 0; i < circuit.size(); ++i) {
        const QString step = stepText(circuit.at(i), draft.service, m_town);
        const bool isUnderWay = draft.state == DraftState::InValidation;
        const bool isDone = draft.state == DraftState::Published || (isUnderWay && i < draft.step);
        //: a step of the circuit: approved, or whose turn it is
        steps.append(isDone ? tr("✓ %1").arg(step) : isUnderWay && i == draft.step ? tr("▸ %1").arg(step) : step);
    }
    m_circuit->setText(steps.join(u"  →  "_s));
    const Id whose = m_controller.signs().value_or(Id());
    const bool isDeputy = !whose.isNull() && whose != m_controller.actor().user;
    m_behalf->setText(tr("You decide on behalf of %1, who is absent.").arg(m_town.userName(whose)));
    m_behalf->setVisible(isDeputy);
}

void DraftPane::showRemarks()
{
    const QList<CardRemark> remarks = m_controller.record() ? m_controller.record()->remarks : QList<CardRemark>();
    m_remarks->setRemarks(remarks, m_town.calendar().localDay(m_clock.now()));
    m_remarks->setVisible(!remarks.isEmpty());
    m_remarksTitle->setVisible(!remarks.isEmpty());
}

void DraftPane::ask(Asks what)
{
    m_asks = what;
    m_line->setVisible(what != Asks::Nothing);
    if (what == Asks::Nothing)
        return;
    const QString label = what == Asks::Reason ? tr("Reason of the return") : tr("Comment");
    m_lineLabel->setText(label);
    m_text->setAccessibleName(label);
    m_text->setPlaceholderText(what == Asks::Reason ? tr("What the author is to change; Enter returns the draft")
                                                    : tr("Enter adds it"));
    m_text->setFocus();
}

void DraftPane::answer()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty())
        return;
    const Asks what = m_asks;
    m_text->clear();
    ask(Asks::Nothing);
    focusText();
    if (what == Asks::Reason)
        m_controller.giveBack(text);
    else
        m_controller.comment(text);
}

void DraftPane::focusText()
{
    m_differences->setFocus(Qt::OtherFocusReason);
}

bool DraftPane::stepBack()
{
    if (m_asks == Asks::Nothing)
        return false;
    ask(Asks::Nothing);
    focusText();
    return true;
}

} // namespace parvis
