#include "ui_requests/composer.h"

#include "base/async.h"
#include "base/text.h"
#include "domain/workflow.h"
#include "presentation/advice.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/completerfield.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"
#include "ui_composer.h"
#include "ui_requests/assignfields.h"
#include "ui_requests/missingdocuments.h"
#include "wording/french.h"
#include "wording/transferletter.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int bestMark = 5;

//! In the order in which agents use them for a request that exists.
constexpr std::array channels{
    Channel::Phone,   Channel::WalkIn, Channel::Email,           Channel::Sms,  Channel::Letter,
    Channel::Web,     Channel::Patrol, Channel::DistrictCouncil, Channel::Gusp, Channel::ElectedOfficial,
    Channel::Internal};

QStringList textsOf(const QJsonArray &lines)
{
    QStringList texts;
    for (const QJsonValue &line : lines)
        texts.append(line.toString());
    return texts;
}

Id idIn(const QJsonObject &draft, QLatin1StringView name)
{
    return idFromText(draft.value(name).toString()).value_or(Id());
}

} // namespace

Composer::Composer(RequestDetailController &controller, const ReferenceData &town, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town), m_ui(std::make_unique<Ui::Composer>())
{
    m_ui->setupUi(this);
    makeActions(scope);
    for (const Channel channel : channels)
        m_ui->channel->addItem(word(channel), QString(token(channel)));
    m_ui->direction->addItem(tr("from the citizen"), false);
    m_ui->direction->addItem(tr("to the citizen"), true);
    m_ui->satisfaction->addItem(u"–"_s, 0);
    for (int mark = 1; mark <= bestMark; ++mark)
        //: a citizen's mark for the town's work, of five
        m_ui->satisfaction->addItem(tr("%1 of 5").arg(mark), mark);
    m_ui->reason->lineEdit()->setAccessibleName(tr("Reason"));
    m_ui->assign->setTown(m_town);
    m_ui->assign->setToday([this] { return m_controller.today(); });
    m_ui->assign->setUsualReferent([this](const Id &service) { return m_controller.usualReferent(service); });
    m_ui->text->setObjectName(u"composer.text"_s);
    m_ui->text->setFixedHeight(3 * fontMetrics().lineSpacing() + space::group);
    connectFields();
    m_ui->body->hide();
    showRequest();
}

Composer::~Composer() = default;

void Composer::connectFields()
{
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, &Composer::keepDraft);
    for (QComboBox *box : {m_ui->channel, m_ui->direction, m_ui->satisfaction})
        connect(box, &QComboBox::activated, this, &Composer::keepDraft);
    connect(m_ui->status, &QComboBox::currentIndexChanged, this, [this] {
        showStep();
        keepDraft();
    });
    connect(m_ui->reason, &CompleterField::edited, this, [this](const QString &typed) {
        m_reason.clear();
        offerReasons(typed);
        showStep();
        keepDraft();
    });
    connect(m_ui->reason, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        m_reason = suggestion.value.toString();
        m_ui->reason->setText(suggestion.text);
        showStep();
        if (!m_ui->missing->isHidden())
            m_ui->missing->setFocus();
        else if (!m_ui->authorityRow->isHidden())
            m_ui->authority->setFocus();
        else
            m_ui->text->setFocus();
        keepDraft();
    });
    connect(m_ui->reason, &CompleterField::committed, this, [this] { m_ui->text->setFocus(); });
    connect(m_ui->missing, &MissingDocuments::changed, this, &Composer::keepDraft);
    connect(m_ui->authority, &QLineEdit::textEdited, this, &Composer::keepDraft);
    connect(m_ui->authority, &QLineEdit::returnPressed, this, [this] { m_ui->text->setFocus(); });
    connect(m_ui->assign, &AssignFields::changed, this, &Composer::keepDraft);
    connect(m_ui->assign, &AssignFields::committed, this, [this] { m_ui->text->setFocus(); });

    connect(&m_controller, &RequestDetailController::changed, this, &Composer::showRequest);
    connect(&m_controller, &RequestDetailController::draftRestored, this, &Composer::showRequest);
    connect(&m_controller, &RequestDetailController::failed, this, &Composer::showFailure);
    connect(&m_controller, &RequestDetailController::saved, this, [this](const SavedAct &act) {
        const std::array acts{RequestAct::Note, RequestAct::Contact, RequestAct::Status, RequestAct::Assign, RequestAct::Part};
        if (act.request == m_request && std::find(acts.begin(), acts.end(), act.act) != acts.end())
            close();
    });
}

void Composer::makeActions(QWidget *scope)
{
    const std::array definitions{
        ActionDefinition{u"requests.note"_s, tr("Note"), {Qt::Key_N}, u"sticky-note"_s, tr("A word between agents.")},
        ActionDefinition{
            u"requests.contact"_s, tr("Contact"), {Qt::Key_C}, u"contact"_s, tr("What the citizen said, or was told.")},
        ActionDefinition{
            u"requests.status"_s, tr("Status"), {Qt::Key_S}, u"circle-dot"_s, tr("Another status, with its reason.")},
        ActionDefinition{u"requests.assign"_s, tr("Reassign"), {Qt::Key_A}, u"route"_s, tr("Another service or referent.")},
        ActionDefinition{u"requests.part"_s,
                         tr("Part"),
                         {Qt::Key_U},
                         u"git-branch"_s,
                         tr("A request to another service that is a part of this one.")}};
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        m_modes[i] = makeAction(scope, definitions[i]);
        m_modes[i]->setCheckable(true);
        connect(m_modes[i], &QAction::triggered, this, [this, i] { open(Mode(i)); });
        if (Mode(i) != Mode::Part)
            m_ui->modes->addWidget(new ActionButton(m_modes[i]));
    }
    m_ui->modes->addStretch();
    m_submit = makeAction(
        this, {u"requests.submit"_s, tr("Save"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, u"check"_s, {}});
    connect(m_submit, &QAction::triggered, this, &Composer::submit);
    auto *button = new ActionButton(m_submit);
    button->setPrimary(true);
    m_ui->buttons->addStretch();
    m_ui->buttons->addWidget(button);
}

QString Composer::part(Mode mode) const
{
    static const std::array<QString, modes> parts{u"note"_s, u"contact"_s, u"status"_s, u"assign"_s, u"part"_s};
    return parts[std::size_t(mode)];
}

bool Composer::isOpen() const
{
    return !m_ui->body->isHidden();
}

void Composer::open(Mode mode, const std::optional<RequestStatus> &status)
{
    if (!m_controller.detail() || !m_modes[std::size_t(mode)]->isEnabled()) {
        showMode();
        return;
    }
    m_mode = mode;
    m_ui->body->show();
    loadDraft();
    if (status) {
        const int index = m_ui->status->findData(QString(token(*status)));
        if (index >= 0)
            m_ui->status->setCurrentIndex(index);
    }
    showMode();
    switch (mode) {
    case Mode::Note:
    case Mode::Contact: m_ui->text->setFocus(); break;
    case Mode::Status: m_ui->status->setFocus(); break;
    case Mode::Assign:
    case Mode::Part: m_ui->assign->begin(); break;
    }
}

void Composer::close()
{
    const bool wasOpen = isOpen();
    m_ui->body->hide();
    m_ui->error->clear();
    showMode();
    if (wasOpen)
        Q_EMIT closed();
}

bool Composer::stepBack()
{
    if (!isOpen())
        return false;
    if (m_ui->reason->isListOpen()) {
        m_ui->reason->closeList();
        return true;
    }
    if (!m_ui->assign->stepBack())
        close();
    return true;
}

void Composer::showRequest()
{
    const bool isOther = m_controller.id() != m_request;
    m_request = m_controller.id();
    const bool mayNote = m_controller.may(Permission::AddNote), mayLog = m_controller.may(Permission::LogContact),
               mayMove = m_controller.may(Permission::Progress);
    const std::array allowed{mayNote, mayLog, mayMove, mayMove, mayLog};
    for (std::size_t i = 0; i < m_modes.size(); ++i)
        m_modes[i]->setEnabled(allowed[i] && m_hasKeys);
    if (isOther)
        close();
    else
        showMode();
    if (isOpen() && m_mode == Mode::Status && !m_ui->status->hasFocus())
        fillStatuses();
}

void Composer::setKeysActive(bool isActive)
{
    if (std::exchange(m_hasKeys, isActive) != isActive)
        showRequest();
}

void Composer::showMode()
{
    m_ui->statusRow->setVisible(m_mode == Mode::Status);
    m_ui->assign->setVisible(m_mode == Mode::Assign || m_mode == Mode::Part);
    for (std::size_t i = 0; i < m_modes.size(); ++i) {
        m_modes[i]->setChecked(isOpen() && Mode(i) == m_mode);
        const bool hasDraft = m_controller.draft().contains(part(Mode(i)));
        static const std::array icons{u"sticky-note"_s, u"contact"_s, u"circle-dot"_s, u"route"_s, u"git-branch"_s};
        m_modes[i]->setIcon(hasDraft ? icon(u"pencil"_s, Tone::DueToday) : icon(icons[i]));
    }
    const std::array submits{tr("Add the note"), tr("Add the contact"), tr("Change the status"), tr("Reassign"),
                             tr("Make the part")};
    m_submit->setText(submits[std::size_t(m_mode)]);
    m_submit->setEnabled(isOpen());
    showStep();
}

//! What the mode, and in it the chosen step, asks for.
void Composer::showStep()
{
    const bool isStatus = m_mode == Mode::Status, isContact = m_mode == Mode::Contact;
    const bool needs = isStatus && needsReason(chosenStatus());
    m_ui->reason->setVisible(needs);
    m_ui->reasonLabel->setVisible(needs);
    if (needs && !m_isLoading && !m_reason.isEmpty() && !reasons(chosenStatus()).contains(m_reason)) {
        m_reason.clear();
        m_ui->reason->setText({});
    }
    m_ui->missing->setVisible(asksForDocuments());
    m_ui->authorityRow->setVisible(asksForAuthority());
    const bool tells = tellsCitizen();
    m_ui->contactRow->setVisible(isContact || (tells && !asksForAuthority())); // another authority: by letter
    for (QWidget *each : std::initializer_list<QWidget *>{m_ui->direction, m_ui->directionLabel})
        each->setVisible(isContact);
    const bool isDone = m_controller.detail() && !parvis::isOpen(m_controller.detail()->request.status);
    for (QWidget *each : std::initializer_list<QWidget *>{m_ui->satisfaction, m_ui->satisfactionLabel})
        each->setVisible(isContact && isDone);
    QString holder, name;
    switch (m_mode) {
    case Mode::Note:
        holder = tr("A word for your colleagues");
        name = tr("Note");
        break;
    case Mode::Contact:
        holder = tr("What was said; may stay empty for a mere call");
        name = tr("Contact");
        break;
    case Mode::Status:
        holder = asksForAuthority() ? tr("A word to the citizen, in the letter that tells them (optional)")
                 : tells            ? tr("What the citizen was told: becomes a contact")
                                    : tr("Remark (optional): becomes a note");
        name = tells ? tr("What the citizen was told") : tr("Remark");
        break;
    case Mode::Assign:
        holder = tr("Why, when it goes to another service; for a colleague of the same one optional: becomes a note");
        name = tr("Remark");
        break;
    case Mode::Part:
        holder = tr("What the other service is to do");
        name = tr("What is to do");
        break;
    }
    m_ui->text->setPlaceholderText(holder);
    m_ui->text->setAccessibleName(name);
}

void Composer::loadDraft()
{
    m_isLoading = true;
    const QJsonObject draft = m_controller.draft().value(part(m_mode)).toObject();
    const Request &request = m_controller.detail()->request;
    m_ui->text->setPlainText(draft.value("text"_L1).toString());
    m_ui->text->moveCursor(QTextCursor::End);
    const QString usual = m_mode == Mode::Status ? QString(token(channelFor(request.replyChannel))) : QString();
    const int channel = m_ui->channel->findData(draft.value("channel"_L1).toString(usual));
    m_ui->channel->setCurrentIndex(std::max(0, channel));
    m_ui->direction->setCurrentIndex(draft.value("outgoing"_L1).toBool() ? 1 : 0);
    m_ui->satisfaction->setCurrentIndex(draft.value("satisfaction"_L1).toInt(request.satisfaction));
    fillStatuses();
    const int status = m_ui->status->findData(draft.value("status"_L1).toString());
    m_ui->status->setCurrentIndex(std::max(0, status));
    m_reason = draft.value("reason"_L1).toString();
    m_ui->reason->setText(reasonWord(m_reason));
    const Card *card = m_town.card(request.card);
    const QJsonArray missing = draft.contains("missing"_L1) ? draft.value("missing"_L1).toArray() : request.missing;
    m_ui->missing->offer(textsOf(card ? card->documents : QJsonArray()), textsOf(missing));
    m_ui->authority->setText(draft.value("authority"_L1).toString(request.authority));
    if (draft.contains("service"_L1))
        m_ui->assign->set(idIn(draft, "service"_L1), idIn(draft, "assignee"_L1));
    else
        m_ui->assign->set(m_mode == Mode::Part ? Id() : request.service, m_mode == Mode::Part ? Id() : request.assignee);
    m_ui->error->clear();
    showStep();
    m_isLoading = false;
}

void Composer::keepDraft()
{
    if (m_isLoading || !isOpen() || m_controller.id() != m_request)
        return;
    m_ui->error->clear();
    QJsonObject draft;
    const QString text = m_ui->text->toPlainText();
    if (!text.isEmpty())
        draft.insert(u"text"_s, text);
    switch (m_mode) {
    case Mode::Note: break;
    case Mode::Contact:
        if (!draft.isEmpty()) {
            draft.insert(u"channel"_s, m_ui->channel->currentData().toString());
            draft.insert(u"outgoing"_s, m_ui->direction->currentData().toBool());
            draft.insert(u"satisfaction"_s, m_ui->satisfaction->currentData().toInt());
        }
        break;
    case Mode::Status:
        if (!draft.isEmpty() || !chosenReason().isEmpty()) {
            draft.insert(u"status"_s, m_ui->status->currentData().toString());
            draft.insert(u"reason"_s, chosenReason());
            if (tellsCitizen())
                draft.insert(u"channel"_s, m_ui->channel->currentData().toString());
            if (asksForDocuments())
                draft.insert(u"missing"_s, QJsonArray::fromStringList(m_ui->missing->missing()));
            if (asksForAuthority())
                draft.insert(u"authority"_s, m_ui->authority->text());
        }
        break;
    case Mode::Assign:
    case Mode::Part: {
        const Request &request = m_controller.detail()->request;
        const bool isOther = m_mode == Mode::Part
                                 ? !m_ui->assign->service().isNull()
                                 : m_ui->assign->service() != request.service || m_ui->assign->assignee() != request.assignee;
        if (!draft.isEmpty() || isOther) {
            draft.insert(u"service"_s, idText(m_ui->assign->service()));
            draft.insert(u"assignee"_s, idText(m_ui->assign->assignee()));
        }
        break;
    }
    }
    m_controller.keep(part(m_mode), draft);
}

void Composer::submit()
{
    if (!isOpen() || !m_controller.detail())
        return;
    const QString text = m_ui->text->toPlainText().trimmed();
    m_ui->error->clear();
    switch (m_mode) {
    case Mode::Note:
        if (text.isEmpty())
            m_ui->error->say(tr("There is nothing to save yet: write a line."));
        else
            m_controller.addNote(text);
        break;
    case Mode::Contact: {
        const bool isOutgoing = m_ui->direction->currentData().toBool();
        if (text.isEmpty() && isOutgoing) // that somebody called says something by itself; what they were told does not
            m_ui->error->say(tr("Write what the citizen was told."));
        else
            m_controller.addContact(chosenChannel(), isOutgoing, text, m_ui->satisfaction->currentData().toInt());
        break;
    }
    case Mode::Status: submitStatus(text); break;
    case Mode::Assign: submitAssign(text); break;
    case Mode::Part: submitPart(text); break;
    }
}

void Composer::submitStatus(const QString &text)
{
    const bool isTransfer = asksForAuthority();
    if (needsReason(chosenStatus()) && chosenReason().isEmpty()) {
        m_ui->error->say(sentence(Refusal::ReasonMissing));
        m_ui->reason->setFocus();
    } else if (asksForDocuments() && m_ui->missing->missing().isEmpty()) {
        m_ui->error->say(tr("Say which documents are missing: the delay stops only for what the citizen was asked for."));
        m_ui->missing->setFocus();
    } else if (isTransfer && m_ui->authority->text().trimmed().isEmpty()) {
        m_ui->error->say(tr("Say which authority is competent: the citizen is told (CRPA L. 114-2)."));
        m_ui->authority->setFocus();
    } else if (tellsCitizen() && !isTransfer && text.isEmpty()) {
        m_ui->error->say(tr("Write what the citizen was told, or choose a reason that says why nobody is told."));
        m_ui->text->setFocus();
    } else if (chosenStatus() == RequestStatus::Reopened && !m_controller.mayReopen()) {
        m_ui->error->say(sentence(Refusal::ReopenedTooLate));
    } else if (isTransfer && tellsCitizen() && addressLines(m_controller.detail()->citizen.value_or(Citizen())).size() < 2) {
        m_ui->error->say(tr("No postal address is known for the letter that tells the citizen (CRPA L. 114-2). Add it, or tell "
                            "them otherwise and set the request to answered first."));
    } else {
        m_controller.changeStatus(isTransfer && tellsCitizen() ? toldOfAuthority(chosenStep()) : chosenStep());
    }
}

//! What the letter says is on record with the step; the mail office prints it.
RequestMoves::Step Composer::toldOfAuthority(RequestMoves::Step step) const
{
    const RequestDetail &detail = *m_controller.detail();
    TransferLetter letter;
    const Unit *body = bodyOf(detail.request.service, m_town);
    letter.town = body ? body->name : QString();
    letter.citizen = detail.citizen.value_or(Citizen());
    letter.number = detail.request.number;
    letter.receivedOn = m_town.calendar().localDay(detail.request.receivedAt);
    letter.day = m_controller.today();
    letter.authority = step.authority;
    letter.words = step.remark;
    step.remark = textOf(letter);
    return step;
}

void Composer::submitAssign(const QString &text)
{
    const Request &request = m_controller.detail()->request;
    const bool isOtherService = m_ui->assign->service() != request.service;
    if (m_ui->assign->isUnknown())
        m_ui->error->say(tr("Choose a service and a referent from the list; an empty service sends the request back to be "
                            "qualified."));
    else if (!isOtherService && m_ui->assign->assignee() == request.assignee)
        m_ui->error->say(tr("This is where the request is already."));
    else if (isOtherService && !request.service.isNull() && text.isEmpty()) {
        m_ui->error->say(tr("Say why it goes to another service: both read it."));
        m_ui->text->setFocus();
    } else
        m_controller.assign(m_ui->assign->service(), m_ui->assign->assignee(), text);
}

void Composer::submitPart(const QString &text)
{
    if (m_ui->assign->isUnknown() || m_ui->assign->service().isNull()) {
        m_ui->error->say(tr("Choose the service that is to do its part."));
        m_ui->assign->begin();
    } else if (text.isEmpty()) {
        m_ui->error->say(tr("Write what the other service is to do."));
        m_ui->text->setFocus();
    } else
        m_controller.addPart(m_ui->assign->service(), m_ui->assign->assignee(), text);
}

void Composer::fillStatuses()
{
    const RequestStatus status = m_controller.detail()->request.status;
    const QString before = m_ui->status->currentData().toString();
    const QSignalBlocker quiet(m_ui->status);
    m_ui->status->clear();
    const QList<RequestStatus> next = nextStatuses(status);
    for (const RequestStatus to : next)
        m_ui->status->addItem(icon(chipFor(to).icon), word(to), QString(token(to)));
    m_ui->status->setCurrentIndex(std::max(0, m_ui->status->findData(before)));
}

RequestMoves::Step Composer::chosenStep() const
{
    RequestMoves::Step step{chosenStatus(), chosenReason(), m_ui->text->toPlainText().trimmed()};
    step.channel = asksForAuthority() ? Channel::Letter : chosenChannel();
    if (asksForDocuments())
        step.missing = m_ui->missing->missing();
    if (asksForAuthority())
        step.authority = m_ui->authority->text().trimmed();
    return step;
}

RequestStatus Composer::chosenStatus() const
{
    return fromToken<RequestStatus>(m_ui->status->currentData().toString()).value_or(RequestStatus::Received);
}

Channel Composer::chosenChannel() const
{
    return fromToken<Channel>(m_ui->channel->currentData().toString()).value_or(Channel::Phone);
}

QString Composer::chosenReason() const
{
    if (!needsReason(chosenStatus()))
        return {};
    return m_reason.isEmpty() ? m_ui->reason->text().trimmed() : m_reason;
}

bool Composer::asksForDocuments() const
{
    return m_mode == Mode::Status && parvis::asksForDocuments(chosenStatus(), m_reason);
}

bool Composer::asksForAuthority() const
{
    return m_mode == Mode::Status && chosenStatus() == RequestStatus::Closed && m_reason == otherAuthority();
}

bool Composer::tellsCitizen() const
{
    if (m_mode != Mode::Status || !m_controller.detail())
        return false;
    return RequestMoves::tells(m_controller.detail()->request, {chosenStatus(), chosenReason()});
}

void Composer::offerReasons(const QString &typed)
{
    QList<Suggestion> suggestions;
    const QStringList all = reasons(chosenStatus());
    for (const QString &reason : all) {
        if (typed.trimmed().isEmpty() || wordsMatch(reasonWord(reason), typed))
            suggestions.append({reasonWord(reason), {}, {}, {}, reason});
    }
    m_ui->reason->setSuggestions(typed, suggestions);
}

void Composer::showFailure(RequestAct act, const Error &error)
{
    const std::array ours{RequestAct::Note, RequestAct::Contact, RequestAct::Status, RequestAct::Assign, RequestAct::Part};
    if (std::find(ours.begin(), ours.end(), act) == ours.end() || !isOpen())
        return;
    const auto refusal = fromToken<Refusal>(error.detail);
    m_ui->error->say(refusal ? sentence(*refusal) : sentence(error));
}

} // namespace parvis
