#include "ui_requests/composer.h"

#include "base/text.h"
#include "domain/workflow.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/completerfield.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"
#include "ui_composer.h"
#include "ui_requests/missingdocuments.h"

#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int offered = 12;

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

bool isMeant(const QString &name, const QString &typed)
{
    return typed.trimmed().isEmpty() || wordsMatch(name, typed);
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
    m_ui->reason->lineEdit()->setAccessibleName(tr("Reason"));
    m_ui->service->lineEdit()->setAccessibleName(tr("Service"));
    m_ui->assignee->lineEdit()->setAccessibleName(tr("Referent"));
    m_ui->text->setObjectName(u"composer.text"_s);
    m_ui->text->setFixedHeight(3 * fontMetrics().lineSpacing() + space::group);

    connect(m_ui->text, &QPlainTextEdit::textChanged, this, &Composer::keepDraft);
    connect(m_ui->channel, &QComboBox::activated, this, &Composer::keepDraft);
    connect(m_ui->direction, &QComboBox::activated, this, &Composer::keepDraft);
    connect(m_ui->status, &QComboBox::currentIndexChanged, this, [this] {
        showReason();
        keepDraft();
    });
    connect(m_ui->reason, &CompleterField::edited, this, [this](const QString &typed) {
        m_reason.clear();
        offerReasons(typed);
        showMissing();
        keepDraft();
    });
    connect(m_ui->reason, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        m_reason = suggestion.value.toString();
        m_ui->reason->setText(suggestion.text);
        showMissing();
        (m_ui->missing->isHidden() ? static_cast<QWidget *>(m_ui->text) : m_ui->missing)->setFocus();
        keepDraft();
    });
    connect(m_ui->reason, &CompleterField::committed, this, [this] { m_ui->text->setFocus(); });
    connect(m_ui->missing, &MissingDocuments::changed, this, &Composer::keepDraft);
    connect(m_ui->service, &CompleterField::edited, this, &Composer::offerServices);
    connect(m_ui->service, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        chooseService(suggestion.value.toUuid());
        m_ui->assignee->setFocus();
        keepDraft();
    });
    connect(m_ui->service, &CompleterField::committed, this, [this] { m_ui->assignee->setFocus(); });
    connect(m_ui->assignee, &CompleterField::edited, this, &Composer::offerAssignees);
    connect(m_ui->assignee, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        m_assignee = suggestion.value.toUuid();
        m_ui->assignee->setText(suggestion.text);
        m_ui->text->setFocus();
        keepDraft();
    });
    connect(m_ui->assignee, &CompleterField::committed, this, [this] { m_ui->text->setFocus(); });

    connect(&m_controller, &RequestDetailController::changed, this, &Composer::showRequest);
    connect(&m_controller, &RequestDetailController::draftRestored, this, &Composer::showRequest);
    connect(&m_controller, &RequestDetailController::failed, this, &Composer::showFailure);
    connect(&m_controller, &RequestDetailController::saved, this, [this](const SavedAct &act) {
        const std::array acts{RequestAct::Note, RequestAct::Contact, RequestAct::Status, RequestAct::Assign};
        if (act.request == m_request && std::find(acts.begin(), acts.end(), act.act) != acts.end())
            close();
    });
    m_ui->body->hide();
    showRequest();
}

Composer::~Composer() = default;

void Composer::makeActions(QWidget *scope)
{
    const std::array definitions{
        ActionDefinition{u"requests.note"_s, tr("Note"), {Qt::Key_N}, u"sticky-note"_s, tr("A word between agents.")},
        ActionDefinition{
            u"requests.contact"_s, tr("Contact"), {Qt::Key_C}, u"contact"_s, tr("What the citizen said, or was told.")},
        ActionDefinition{
            u"requests.status"_s, tr("Status"), {Qt::Key_S}, u"circle-dot"_s, tr("Another status, with its reason.")},
        ActionDefinition{u"requests.assign"_s, tr("Reassign"), {Qt::Key_A}, u"route"_s, tr("Another service or referent.")}};
    for (std::size_t i = 0; i < definitions.size(); ++i) {
        m_modes[i] = makeAction(scope, definitions[i]);
        m_modes[i]->setCheckable(true);
        connect(m_modes[i], &QAction::triggered, this, [this, i] { open(Mode(i)); });
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
    static const std::array<QString, 4> parts{u"note"_s, u"contact"_s, u"status"_s, u"assign"_s};
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
        m_ui->service->setFocus();
        m_ui->service->lineEdit()->selectAll();
        break;
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
    for (CompleterField *field : {m_ui->reason, m_ui->service, m_ui->assignee}) {
        if (field->isListOpen()) {
            field->closeList();
            return true;
        }
    }
    close();
    return true;
}

void Composer::showRequest()
{
    const bool isOther = m_controller.id() != m_request;
    m_request = m_controller.id();
    const bool mayNote = m_controller.may(Permission::AddNote), mayLog = m_controller.may(Permission::LogContact),
               mayMove = m_controller.may(Permission::Progress);
    const std::array allowed{mayNote, mayLog, mayMove, mayMove};
    for (std::size_t i = 0; i < m_modes.size(); ++i)
        m_modes[i]->setEnabled(allowed[i]);
    if (isOther)
        close();
    else
        showMode();
    if (isOpen() && m_mode == Mode::Status && !m_ui->status->hasFocus())
        fillStatuses();
}

void Composer::showMode()
{
    const bool isStatus = m_mode == Mode::Status, isAssign = m_mode == Mode::Assign, isContact = m_mode == Mode::Contact;
    m_ui->contactRow->setVisible(isContact);
    m_ui->statusRow->setVisible(isStatus);
    showMissing();
    m_ui->assignRow->setVisible(isAssign);
    for (std::size_t i = 0; i < m_modes.size(); ++i) {
        m_modes[i]->setChecked(isOpen() && Mode(i) == m_mode);
        const bool hasDraft = m_controller.draft().contains(part(Mode(i)));
        static const std::array icons{u"sticky-note"_s, u"contact"_s, u"circle-dot"_s, u"route"_s};
        m_modes[i]->setIcon(hasDraft ? icon(u"pencil"_s, Tone::DueToday) : icon(icons[i]));
    }
    const std::array submits{tr("Add the note"), tr("Add the contact"), tr("Change the status"), tr("Reassign")};
    const std::array holders{tr("A word for your colleagues"), tr("What was said"), tr("Remark (optional): becomes a note"),
                             tr("Remark for the service (optional): becomes a note")};
    const std::array names{tr("Note"), tr("Contact"), tr("Remark"), tr("Remark")};
    const auto i = std::size_t(m_mode);
    m_submit->setText(submits[i]);
    m_submit->setEnabled(isOpen());
    m_ui->text->setPlaceholderText(holders[i]);
    m_ui->text->setAccessibleName(names[i]);
}

void Composer::loadDraft()
{
    m_isLoading = true;
    const QJsonObject draft = m_controller.draft().value(part(m_mode)).toObject();
    const Request &request = m_controller.detail()->request;
    m_ui->text->setPlainText(draft.value("text"_L1).toString());
    m_ui->text->moveCursor(QTextCursor::End);
    const int channel = m_ui->channel->findData(draft.value("channel"_L1).toString());
    m_ui->channel->setCurrentIndex(std::max(0, channel));
    m_ui->direction->setCurrentIndex(draft.value("outgoing"_L1).toBool() ? 1 : 0);
    fillStatuses();
    const int status = m_ui->status->findData(draft.value("status"_L1).toString());
    m_ui->status->setCurrentIndex(std::max(0, status));
    m_reason = draft.value("reason"_L1).toString();
    m_ui->reason->setText(reasonWord(m_reason));
    const Card *card = m_town.card(request.card);
    const QJsonArray missing = draft.contains("missing"_L1) ? draft.value("missing"_L1).toArray() : request.missing;
    m_ui->missing->offer(textsOf(card ? card->documents : QJsonArray()), textsOf(missing));
    const bool hasChoice = draft.contains("service"_L1);
    chooseService(hasChoice ? idFromText(draft.value("service"_L1).toString()).value_or(Id()) : request.service);
    m_assignee = hasChoice ? idFromText(draft.value("assignee"_L1).toString()).value_or(Id()) : request.assignee;
    m_ui->assignee->setText(m_town.userName(m_assignee));
    m_ui->error->clear();
    showReason();
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
        }
        break;
    case Mode::Status:
        if (!draft.isEmpty() || !chosenReason().isEmpty()) {
            draft.insert(u"status"_s, m_ui->status->currentData().toString());
            draft.insert(u"reason"_s, chosenReason());
            if (asksForDocuments())
                draft.insert(u"missing"_s, QJsonArray::fromStringList(m_ui->missing->missing()));
        }
        break;
    case Mode::Assign: {
        const Request &request = m_controller.detail()->request;
        if (!draft.isEmpty() || m_service != request.service || m_assignee != request.assignee) {
            draft.insert(u"service"_s, idText(m_service));
            draft.insert(u"assignee"_s, idText(m_assignee));
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
    case Mode::Contact:
        if (text.isEmpty())
            m_ui->error->say(tr("There is nothing to save yet: write a line."));
        else if (m_mode == Mode::Note)
            m_controller.addNote(text);
        else
            m_controller.addContact(fromToken<Channel>(m_ui->channel->currentData().toString()).value_or(Channel::Phone),
                                    m_ui->direction->currentData().toBool(), text);
        break;
    case Mode::Status:
        if (needsReason(chosenStatus()) && chosenReason().isEmpty()) {
            m_ui->error->say(sentence(Refusal::ReasonMissing));
            m_ui->reason->setFocus();
        } else if (asksForDocuments() && m_ui->missing->missing().isEmpty()) {
            m_ui->error->say(tr("Say which documents are missing: the delay stops only for what the citizen was asked for."));
            m_ui->missing->setFocus();
        } else {
            m_controller.changeStatus(chosenStatus(), chosenReason(), text,
                                      asksForDocuments() ? m_ui->missing->missing() : QStringList());
        }
        break;
    case Mode::Assign: {
        const bool isUnknown = (m_service.isNull() && !m_ui->service->text().trimmed().isEmpty()) ||
                               (m_assignee.isNull() && !m_ui->assignee->text().trimmed().isEmpty());
        const Request &request = m_controller.detail()->request;
        if (isUnknown)
            m_ui->error->say(tr("Choose a service and a referent from the list; an empty service sends the request back to be "
                                "qualified."));
        else if (m_service == request.service && m_assignee == request.assignee)
            m_ui->error->say(tr("This is where the request is already."));
        else
            m_controller.assign(m_service, m_assignee, text);
        break;
    }
    }
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

RequestStatus Composer::chosenStatus() const
{
    return fromToken<RequestStatus>(m_ui->status->currentData().toString()).value_or(RequestStatus::Received);
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

void Composer::showMissing()
{
    m_ui->missing->setVisible(asksForDocuments());
}

void Composer::showReason()
{
    const bool needs = needsReason(chosenStatus());
    m_ui->reason->setVisible(needs);
    m_ui->reasonLabel->setVisible(needs);
    if (needs && !m_isLoading && !reasons(chosenStatus()).contains(m_reason)) {
        m_reason.clear();
        m_ui->reason->setText({});
    }
    showMissing();
}

void Composer::offerReasons(const QString &typed)
{
    QList<Suggestion> suggestions;
    const QStringList all = reasons(chosenStatus());
    for (const QString &reason : all) {
        if (isMeant(reasonWord(reason), typed))
            suggestions.append({reasonWord(reason), {}, {}, {}, reason});
    }
    m_ui->reason->setSuggestions(typed, suggestions);
}

void Composer::offerServices(const QString &typed)
{
    m_service = {};
    QList<Suggestion> suggestions;
    for (const Unit &unit : m_town.units()) {
        const QString name = m_town.unitName(unit.id);
        if (unit.level == UnitLevel::Service && suggestions.size() < offered && isMeant(name + u' ' + unit.name, typed))
            suggestions.append({name, name == unit.name ? QString() : unit.name, {}, {}, unit.id});
    }
    m_ui->service->setSuggestions(typed, suggestions);
    keepDraft();
}

void Composer::chooseService(const Id &service)
{
    const bool isOther = service != m_service;
    m_service = service;
    m_ui->service->setText(m_town.unitName(service));
    if (!isOther || m_isLoading)
        return;
    m_assignee = m_controller.usualReferent(service);
    m_ui->assignee->setText(m_town.userName(m_assignee));
}

void Composer::offerAssignees(const QString &typed)
{
    m_assignee = {};
    QList<Suggestion> suggestions;
    for (const bool ofTheService : {true, false}) {
        for (const User &user : m_town.users()) {
            const bool isOurs = user.services.contains(m_service);
            const bool isOffered = isOurs == ofTheService && (isOurs || !typed.trimmed().isEmpty());
            if (isOffered && !user.disabled && suggestions.size() < offered && isMeant(user.name, typed))
                suggestions.append({user.name, isOurs ? m_town.unitName(m_service) : QString(), {}, {}, user.id});
        }
    }
    m_ui->assignee->setSuggestions(typed, suggestions);
    keepDraft();
}

void Composer::showFailure(RequestAct act, const Error &error)
{
    const bool isOurs =
        act == RequestAct::Note || act == RequestAct::Contact || act == RequestAct::Status || act == RequestAct::Assign;
    if (!isOurs || !isOpen())
        return;
    const auto refusal = fromToken<Refusal>(error.detail);
    m_ui->error->say(refusal ? sentence(*refusal) : sentence(error));
}

} // namespace parvis
