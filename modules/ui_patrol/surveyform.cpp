#include "ui_patrol/surveyform.h"

#include "ui_common/action.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_patrol/placefield.h"
#include "ui_patrol/servicefield.h"
#include "ui_patrol/touch.h"

#include <QtGui/QAction>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDateEdit>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

SurveyForm::SurveyForm(PatrolController &controller, const ReferenceData &town, QWidget *parent)
    : QWidget(parent),
      m_controller(controller),
      m_subject(new QLineEdit),
      m_instructions(new QPlainTextEdit),
      m_place(new PlaceField(town)),
      m_service(new ServiceField(town)),
      m_patroller(new QComboBox),
      m_due(new QDateEdit),
      m_error(new InlineError)
{
    m_subject->setObjectName(u"patrol.surveySubject"_s);
    m_instructions->setTabChangesFocus(true);
    m_instructions->setFixedHeight(4 * m_instructions->fontMetrics().lineSpacing() + 2 * space::gap);
    m_due->setCalendarPopup(true);
    for (QWidget *field : std::initializer_list<QWidget *>{m_subject, m_patroller, m_due})
        makeTouchable(field);
    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    addField(form, tr("&What to look at:"), m_subject);
    addField(form, tr("&Instructions:"), m_instructions);
    auto *where = labelFor(m_place->lineEdit(), tr("&Place:"));
    form->addRow(where, m_place);
    auto *service = labelFor(m_service->lineEdit(), tr("For the &service:"));
    form->addRow(service, m_service);
    addField(form, tr("Who &goes:"), m_patroller);
    addField(form, tr("&Before:"), m_due);

    QAction *send = makeAction(
        this,
        {u"patrol.sendSurvey"_s, tr("Send the patroller"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}, u"send"_s, {}});
    connect(send, &QAction::triggered, this, &SurveyForm::send);
    auto *button = new ActionButton(send);
    button->setPrimary(true);
    makeTouchable(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(headingLabel(tr("Send a patroller")));
    column->addLayout(form);
    column->addWidget(m_error);
    auto *line = new QHBoxLayout;
    line->addWidget(button);
    line->addStretch();
    column->addLayout(line);
    column->addStretch(1);
    connect(m_service, &ServiceField::changed, this, &SurveyForm::offerPatrollers);
    connect(m_subject, &QLineEdit::textEdited, this, &SurveyForm::keep);
    connect(m_instructions, &QPlainTextEdit::textChanged, this, &SurveyForm::keep);
    connect(m_place, &PlaceField::changed, this, &SurveyForm::keep);
    connect(m_service, &ServiceField::changed, this, &SurveyForm::keep);
    connect(&m_controller, &PatrolController::surveyRestored, this, &SurveyForm::restore);
    connect(m_place, &PlaceField::finished, this, [this] { m_service->setFocus(); });
    connect(m_service, &ServiceField::finished, this, [this] { m_patroller->setFocus(); });
    connect(&m_controller, &PatrolController::saved, this, [this](const SavedPatrol &act) {
        if (act.act != PatrolAct::Create || !std::exchange(m_isSending, false))
            return;
        m_isRestoring = true;
        m_subject->clear();
        m_instructions->clear();
        m_place->setPlace({}, {});
        m_isRestoring = false;
        keep();
        Q_EMIT closed();
    });
    connect(&m_controller, &PatrolController::failed, this, [this](PatrolAct act, const Error &error) {
        if (act == PatrolAct::Create && std::exchange(m_isSending, false))
            m_error->say(error);
    });
}

QWidget *SurveyForm::first()
{
    return m_subject;
}

QJsonObject SurveyForm::draft() const
{
    const QString subject = m_subject->text(), instructions = m_instructions->toPlainText(), place = m_place->text();
    if (subject.isEmpty() && instructions.isEmpty() && place.isEmpty())
        return {};
    MissionReport where;
    where.where = place;
    where.place = m_place->place();
    return {{u"subject"_s, subject},
            {u"instructions"_s, instructions},
            {u"where"_s, toJson(where)},
            {u"service"_s, idText(m_service->service())},
            {u"due_on"_s, m_due->date().toString(Qt::ISODate)}};
}

void SurveyForm::keep()
{
    if (!m_isRestoring)
        m_controller.keepSurvey(draft());
}

void SurveyForm::restore(const QJsonObject &draft)
{
    if (draft.isEmpty() || !this->draft().isEmpty())
        return; // whoever writes already is not disturbed
    m_isRestoring = true;
    const MissionReport where = missionReportFrom(draft.value("where"_L1).toObject());
    m_subject->setText(draft.value("subject"_L1).toString());
    m_instructions->setPlainText(draft.value("instructions"_L1).toString());
    m_place->setPlace(where.place, where.where);
    m_service->setService(idFromText(draft.value("service"_L1).toString()).value_or(Id()));
    m_due->setDate(std::max(m_controller.today(), QDate::fromString(draft.value("due_on"_L1).toString(), Qt::ISODate)));
    m_isRestoring = false;
    offerPatrollers();
}

void SurveyForm::begin()
{
    m_error->clear();
    m_due->setMinimumDate(m_controller.today());
    if (!draft().isEmpty())
        return; // as it was left
    const IdSet &services = m_controller.actor().services;
    m_service->setService(services.empty() ? Id() : *services.begin());
    m_due->setDate(m_controller.usualDue());
    offerPatrollers();
    m_controller.restoreSurvey();
}

void SurveyForm::offerPatrollers()
{
    m_patroller->clear();
    //: who is sent
    m_patroller->addItem(tr("Whoever takes it"), Id());
    for (const User &user : m_controller.patrollersFor(m_service->service()))
        m_patroller->addItem(user.name, user.id);
}

void SurveyForm::send()
{
    m_error->clear();
    if (m_subject->text().trimmed().isEmpty()) {
        m_error->say(tr("Say what is to be looked at."));
        return m_subject->setFocus();
    }
    if (m_service->service().isNull()) {
        m_error->say(tr("Say for which service the patroller goes."));
        return m_service->setFocus();
    }
    NewMission mission;
    mission.service = m_service->service();
    mission.subject = m_subject->text();
    mission.instructions = m_instructions->toPlainText();
    mission.patroller = m_patroller->currentData().toUuid();
    mission.place = m_place->place();
    if (mission.place.address.isEmpty())
        mission.place.address = m_place->text().trimmed();
    mission.dueOn = m_due->date();
    m_isSending = true;
    m_controller.create(mission);
}

} // namespace parvis
