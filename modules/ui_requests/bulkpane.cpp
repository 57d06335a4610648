#include "ui_requests/bulkpane.h"

#include "base/async.h"
#include "base/text.h"
#include "domain/workflow.h"
#include "ui_common/action.h"
#include "ui_common/completerfield.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_requests/assignfields.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int keepMs = 400; // within the second that is promised

} // namespace

BulkPane::BulkPane(BulkController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_town(town),
      m_title(headingLabel({})),
      m_hint(secondaryLabel(tr("X marks and unmarks, Shift and the arrows mark several, Escape goes back to one."))),
      m_error(new InlineError)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    makeActions(scope);
    auto *buttons = new FlowLayout;
    for (QAction *mode : m_modes)
        buttons->addWidget(new ActionButton(mode));
    buttons->addWidget(new ActionButton(m_reply));
    buttons->addWidget(new ActionButton(m_gather));
    buttons->addWidget(new ActionButton(m_takeOut));
    column->addLayout(buttons);
    column->addWidget(makeForm());
    column->addWidget(m_error);
    column->addStretch();
    m_keep.setSingleShot(true);
    m_keep.setInterval(keepMs);
    connect(&m_keep, &QTimer::timeout, this, [this] { m_controller.keep(m_text->toPlainText()); });
    connect(&m_controller, &BulkController::done, this, &BulkPane::tell);
    connect(&m_controller, &BulkController::failed, this, [this](const Error &error) { m_error->say(error); });
    connect(&m_controller, &BulkController::reasonWanted, this, [this] {
        m_error->say(tr("Say why they go to another service: both read it."));
        m_text->setFocus();
    });
    whenReady(m_controller.kept(), this, [this](const Result<QString> &text) {
        if (text && m_text->toPlainText().isEmpty())
            m_text->setPlainText(*text);
    });
    setChosen({}, {});
    showMode();
}

void BulkPane::makeActions(QWidget *scope)
{
    const std::array definitions{
        ActionDefinition{u"bulk.note"_s, tr("Note"), {Qt::Key_N}, u"sticky-note"_s, tr("The same note on each of them.")},
        ActionDefinition{
            u"bulk.assign"_s, tr("Reassign"), {Qt::Key_A}, u"route"_s, tr("All of them to another service or agent.")},
        ActionDefinition{u"bulk.close"_s,
                         tr("Answer and close"),
                         {Qt::SHIFT | Qt::Key_R},
                         u"circle-check"_s,
                         tr("One reply for all of them: each citizen is on record as told with it.")}};
    for (std::size_t i = 0; i < modes; ++i) {
        m_modes[i] = makeAction(scope, definitions[i]);
        m_modes[i]->setCheckable(true);
        connect(m_modes[i], &QAction::triggered, this, [this, i] { open(Mode(i)); });
    }
    m_reply = makeAction(scope, {u"bulk.reply"_s,
                                 tr("Reply to all"),
                                 {Qt::Key_R},
                                 u"message-circle-reply"_s,
                                 tr("One reply, approved once; each citizen gets it by the channel of their choice.")});
    connect(m_reply, &QAction::triggered, this, [this] { Q_EMIT replyWanted(m_chosen); });
    m_gather =
        makeAction(scope, {u"bulk.gather"_s,
                           tr("One incident"),
                           {Qt::Key_I},
                           u"layers"_s,
                           tr("They have one cause: gathered, worked once, everybody told. Incidents among them become one.")});
    connect(m_gather, &QAction::triggered, this, [this] { m_controller.gather(m_chosen); });
    m_takeOut = makeAction(scope, {u"bulk.take-out"_s,
                                   tr("Take out of the incident"),
                                   {Qt::CTRL | Qt::Key_I},
                                   u"git-branch"_s,
                                   tr("Each of them stands by itself again.")});
    connect(m_takeOut, &QAction::triggered, this, [this] { m_controller.takeOut(m_chosen); });
    m_submit =
        makeAction(this, {u"bulk.submit"_s, tr("Save"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, u"check"_s, {}});
    connect(m_submit, &QAction::triggered, this, &BulkPane::submit);
}

QWidget *BulkPane::makeForm()
{
    m_form = new QWidget;
    m_assign = new AssignFields;
    m_assign->setTown(m_town);
    m_assign->setToday([this] { return m_controller.today(); });
    m_reasonRow = new QWidget;
    m_reason = new CompleterField;
    m_reason->lineEdit()->setAccessibleName(tr("Reason"));
    auto *reasonLine = new QHBoxLayout(m_reasonRow);
    reasonLine->setContentsMargins(0, 0, 0, 0);
    reasonLine->addWidget(labelFor(m_reason, tr("R&eason")));
    reasonLine->addWidget(m_reason, 1);
    m_text = new QPlainTextEdit;
    m_text->setTabChangesFocus(true);
    m_text->setObjectName(u"bulk.text"_s);
    m_text->setFixedHeight(5 * fontMetrics().lineSpacing() + space::group);
    auto *submit = new ActionButton(m_submit);
    submit->setPrimary(true);
    auto *column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, space::gap, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(m_assign);
    column->addWidget(m_reasonRow);
    column->addWidget(m_text);
    column->addWidget(submit, 0, Qt::AlignRight);
    for (QWidget *part : std::initializer_list<QWidget *>{m_assign, m_reasonRow})
        part->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_form->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_form->hide();
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_error->clear();
        if (!m_keep.isActive())
            m_keep.start();
    });
    connect(m_assign, &AssignFields::committed, this, [this] { m_text->setFocus(); });
    connect(m_reason, &CompleterField::edited, this, &BulkPane::offerReasons);
    connect(m_reason, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        m_reasonToken = suggestion.value.toString();
        m_reason->setText(suggestion.text);
        m_text->setFocus();
    });
    connect(m_reason, &CompleterField::committed, this, [this] { m_text->setFocus(); });
    return m_form;
}

void BulkPane::setChosen(const QList<Id> &requests, const Id &service)
{
    m_chosen = requests;
    m_service = service;
    m_title->setText(tr("%n request(s) chosen", nullptr, int(requests.size())));
    const std::array allowed{m_controller.may(Permission::AddNote), m_controller.may(Permission::Progress),
                             m_controller.may(Permission::Progress)};
    for (std::size_t i = 0; i < modes; ++i)
        m_modes[i]->setEnabled(allowed[i] && !requests.isEmpty());
    m_reply->setEnabled(m_controller.may(Permission::Progress) && !requests.isEmpty());
    for (QAction *action : {m_gather, m_takeOut})
        action->setEnabled(m_controller.may(Permission::EditRequest) && !requests.isEmpty());
}

void BulkPane::open(Mode mode)
{
    m_mode = mode;
    m_form->show();
    m_error->clear();
    m_assign->set(m_service, {});
    m_reasonToken = u"answered"_s;
    m_reason->setText(reasonWord(m_reasonToken));
    showMode();
    if (mode == Mode::Assign)
        m_assign->begin();
    else
        m_text->setFocus();
}

bool BulkPane::stepBack()
{
    if (m_assign->stepBack())
        return true;
    if (m_reason->isListOpen()) {
        m_reason->closeList();
        return true;
    }
    if (m_form->isVisible()) {
        m_form->hide();
        showMode();
    }
    Q_EMIT letGo();
    return true;
}

void BulkPane::showMode()
{
    for (std::size_t i = 0; i < modes; ++i)
        m_modes[i]->setChecked(!m_form->isHidden() && Mode(i) == m_mode);
    m_submit->setEnabled(!m_form->isHidden());
    m_assign->setVisible(m_mode == Mode::Assign);
    m_reasonRow->setVisible(m_mode == Mode::Close);
    const std::array submits{tr("Add the note to all"), tr("Reassign all"), tr("Answer and close all")};
    const std::array holders{tr("A word for your colleagues, on each request"),
                             tr("Why, when they go to another service; else optional: becomes a note on each"),
                             tr("What the citizens were told: becomes a contact on each request")};
    m_submit->setText(submits[std::size_t(m_mode)]);
    m_text->setPlaceholderText(holders[std::size_t(m_mode)]);
    m_text->setAccessibleName(holders[std::size_t(m_mode)]);
}

void BulkPane::submit()
{
    if (m_form->isHidden() || m_chosen.isEmpty())
        return;
    const QString text = m_text->toPlainText().trimmed();
    m_error->clear();
    switch (m_mode) {
    case Mode::Note:
        if (text.isEmpty())
            m_error->say(tr("There is nothing to save yet: write a line."));
        else
            m_controller.addNote(m_chosen, text);
        break;
    case Mode::Assign:
        if (m_assign->isUnknown())
            m_error->say(tr("Choose a service and a referent from the list; an empty service sends the requests back to be "
                            "qualified."));
        else
            m_controller.assign(m_chosen, m_assign->service(), m_assign->assignee(), text);
        break;
    case Mode::Close: {
        const QString reason = m_reasonToken.isEmpty() ? m_reason->text().trimmed() : m_reasonToken;
        if (reason.isEmpty())
            m_error->say(sentence(Refusal::ReasonMissing));
        else if (text.isEmpty() && mustTellFirst(RequestStatus::Assigned, reason, true))
            m_error->say(tr("Write what the citizens were told, or choose a reason that says why nobody is told."));
        else
            m_controller.closeWithReply(m_chosen, reason, text);
        break;
    }
    }
}

void BulkPane::tell(const BulkDone &done)
{
    const bool isOurs = done.act == BulkAct::Note || done.act == BulkAct::Assign || done.act == BulkAct::CloseWithReply ||
                        done.act == BulkAct::Gather || done.act == BulkAct::TakeOut;
    if (!isOurs)
        return;
    if (!done.refused.isEmpty()) {
        const BulkDone::Refused &first = done.refused.first();
        const auto refusal = fromToken<Refusal>(first.error.detail);
        //: first the number of a request, then why it was refused
        m_error->say(tr("%n request(s) stay as they were; %1: %2", nullptr, int(done.refused.size()))
                         .arg(first.number, refusal ? sentence(*refusal) : sentence(first.error)));
        return;
    }
    m_keep.stop();
    m_text->clear();
    m_keep.stop();
    m_controller.keep({});
    m_form->hide();
    showMode();
    Q_EMIT letGo();
}

void BulkPane::offerReasons(const QString &typed)
{
    m_reasonToken.clear();
    QList<Suggestion> suggestions;
    const QStringList all = reasons(RequestStatus::Closed);
    for (const QString &reason : all) {
        if (reason != otherAuthority() && (typed.trimmed().isEmpty() || wordsMatch(reasonWord(reason), typed)))
            suggestions.append({reasonWord(reason), {}, {}, {}, reason}); // each transfer has its own letter
    }
    m_reason->setSuggestions(typed, suggestions);
}

QString sentence(const BulkDone &done)
{
    const auto n = int(done.requests.size());
    switch (done.act) {
    case BulkAct::Note: return BulkPane::tr("Note added to %n request(s).", nullptr, n);
    case BulkAct::Assign: return BulkPane::tr("%n request(s) reassigned.", nullptr, n);
    case BulkAct::Take: return BulkPane::tr("%n request(s) taken.", nullptr, n);
    case BulkAct::Begin: return BulkPane::tr("%n request(s) in progress.", nullptr, n);
    case BulkAct::PutBack: return BulkPane::tr("%n request(s) put back.", nullptr, n);
    case BulkAct::CloseWithReply: return BulkPane::tr("%n request(s) answered and closed.", nullptr, n);
    case BulkAct::Gather: return BulkPane::tr("%n request(s) gathered in one incident.", nullptr, n);
    case BulkAct::TakeOut: return BulkPane::tr("%n request(s) taken out of the incident.", nullptr, n);
    case BulkAct::Part:
        return n == 0 ? BulkPane::tr("The merge is taken back.")
                      : BulkPane::tr("The merge is taken back: %n request(s) stand by themselves again.", nullptr, n);
    }
    return {};
}

QString undoName(const BulkDone &done)
{
    const auto n = int(done.requests.size());
    switch (done.act) {
    //: named after "undo:"
    case BulkAct::Note: return BulkPane::tr("note on %n request(s)", nullptr, n);
    case BulkAct::Assign: return BulkPane::tr("reassignment of %n request(s)", nullptr, n);
    case BulkAct::Take: return BulkPane::tr("%n request(s) taken", nullptr, n);
    case BulkAct::Begin: return BulkPane::tr("beginning of %n request(s)", nullptr, n);
    case BulkAct::PutBack: return BulkPane::tr("%n request(s) put back", nullptr, n);
    case BulkAct::CloseWithReply: return BulkPane::tr("closing of %n request(s)", nullptr, n);
    case BulkAct::Gather: return BulkPane::tr("incident of %n request(s)", nullptr, n);
    case BulkAct::TakeOut: return BulkPane::tr("%n request(s) taken out", nullptr, n);
    case BulkAct::Part: return BulkPane::tr("merge taken back");
    }
    return {};
}

} // namespace parvis
