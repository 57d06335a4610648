#include "ui_requests/missionbar.h"

#include "domain/workflow.h"
#include "ui_common/action.h"
#include "ui_common/flowlayout.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QPointer>
#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! A label before its field, which wrap as one.
QWidget *labelled(const QString &label, QWidget *field)
{
    auto *pair = new QWidget;
    auto *line = new QHBoxLayout(pair);
    line->setContentsMargins(0, 0, space::gap, 0);
    line->setSpacing(space::gap);
    line->addWidget(labelFor(field, label));
    line->addWidget(field);
    return pair;
}

} // namespace

MissionBar::MissionBar(PatrolController &patrol, RequestDetailController &detail, Navigator &navigator, QWidget *scope,
                       QWidget *parent)
    : QWidget(parent),
      m_patrol(patrol),
      m_detail(detail),
      m_navigator(navigator),
      m_instructions(new QLineEdit),
      m_patroller(new QComboBox),
      m_due(new QDateEdit),
      m_error(new InlineError)
{
    makeActions(scope);
    m_instructions->setObjectName(u"mission.instructions"_s);
    m_due->setCalendarPopup(true);
    auto *first = new QHBoxLayout;
    first->setSpacing(space::gap);
    first->addWidget(labelFor(m_instructions, tr("What to &look at:")));
    first->addWidget(m_instructions, 1);
    auto *button = new ActionButton(m_send);
    button->setPrimary(true);
    auto *second = new FlowLayout;
    second->setSpacing(space::gap);
    second->addWidget(labelled(tr("Who &goes:"), m_patroller));
    second->addWidget(labelled(tr("&Before:"), m_due));
    second->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(first);
    column->addLayout(second);
    column->addWidget(m_error);
    hide();
    connect(m_instructions, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_detail.keep(u"mission"_s, text.isEmpty() ? QJsonObject() : QJsonObject{{u"text"_s, text}});
    });
    connect(&m_detail, &RequestDetailController::changed, this, &MissionBar::showRequest);
    connect(&m_patrol, &PatrolController::saved, this, [this](const SavedPatrol &act) {
        if (act.act != PatrolAct::Create || !std::exchange(m_isSending, false))
            return;
        if (act.request == m_detail.id())
            m_detail.keep(u"mission"_s, {});
        m_navigator.tellUndoable(tr("A patroller is sent: %1.").arg(act.subject), act.subject,
                                 [patrol = QPointer(&m_patrol), act] {
                                     if (patrol)
                                         patrol->undo(act);
                                 });
        close();
    });
    connect(&m_patrol, &PatrolController::failed, this, [this](PatrolAct act, const Error &error) {
        if (act == PatrolAct::Create && std::exchange(m_isSending, false))
            m_error->say(error);
    });
    showRequest();
}

void MissionBar::makeActions(QWidget *scope)
{
    m_open = makeAction(scope, {u"requests.mission"_s,
                                tr("Send a patroller"),
                                {Qt::Key_M},
                                u"footprints"_s,
                                tr("Somebody goes and looks; their report comes back to this request.")});
    connect(m_open, &QAction::triggered, this, &MissionBar::begin);
    m_send = makeAction(this, {u"requests.sendMission"_s,
                               tr("Send the patroller"),
                               {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                               u"send"_s,
                               {}});
    connect(m_send, &QAction::triggered, this, &MissionBar::send);
}

void MissionBar::showRequest()
{
    const auto &detail = m_detail.detail();
    const bool maySend =
        detail && m_detail.may(Permission::LogContact) && isOpen(detail->request.status) && !detail->request.service.isNull();
    m_open->setEnabled(maySend);
    if (std::exchange(m_request, m_detail.id()) != m_detail.id() && !m_detail.isLoading())
        stepBack();
    if (!maySend && !m_detail.isLoading())
        stepBack();
}

void MissionBar::begin()
{
    if (!m_detail.detail())
        return;
    const Request &request = m_detail.detail()->request;
    m_error->clear();
    m_instructions->setText(m_detail.draft().value("mission"_L1).toObject().value("text"_L1).toString());
    m_patroller->clear();
    //: who is sent
    m_patroller->addItem(tr("Whoever takes it"), Id());
    for (const User &user : m_patrol.patrollersFor(request.service))
        m_patroller->addItem(user.name, user.id);
    m_due->setMinimumDate(m_patrol.today());
    m_due->setDate(m_patrol.usualDue());
    show();
    m_instructions->setFocus();
}

void MissionBar::close()
{
    hide();
    Q_EMIT closed();
}

bool MissionBar::stepBack()
{
    if (isHidden())
        return false;
    close();
    return true;
}

void MissionBar::send()
{
    if (!m_detail.detail() || m_isSending)
        return;
    NewMission mission = m_patrol.missionFor(m_detail.detail()->request);
    mission.instructions = m_instructions->text();
    mission.patroller = m_patroller->currentData().toUuid();
    mission.dueOn = m_due->date();
    if (mission.subject.isEmpty() && mission.place.address.isEmpty())
        mission.subject = mission.instructions.trimmed();
    if (mission.subject.isEmpty() && mission.place.address.isEmpty()) {
        m_error->say(tr("Say what is to be looked at."));
        return;
    }
    m_isSending = true;
    m_patrol.create(mission);
}

} // namespace parvis
