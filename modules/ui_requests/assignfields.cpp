#include "ui_requests/assignfields.h"

#include "base/text.h"
#include "domain/permissions.h"
#include "ui_common/completerfield.h"
#include "ui_common/routewords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int offered = 12;

bool isMeant(const QString &name, const QString &typed)
{
    return typed.trimmed().isEmpty() || wordsMatch(name, typed);
}

} // namespace

AssignFields::AssignFields(QWidget *parent)
    : QWidget(parent), m_serviceField(new CompleterField(this)), m_assigneeField(new CompleterField(this))
{
    m_serviceField->setObjectName(u"service"_s);
    m_assigneeField->setObjectName(u"assignee"_s);
    m_serviceField->lineEdit()->setAccessibleName(tr("Service"));
    m_assigneeField->lineEdit()->setAccessibleName(tr("Referent"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::gap);
    line->addWidget(labelFor(m_serviceField, tr("Ser&vice")));
    line->addWidget(m_serviceField, 1);
    line->addWidget(labelFor(m_assigneeField, tr("Re&ferent")));
    line->addWidget(m_assigneeField, 1);
    setFocusProxy(m_serviceField);
    connect(m_serviceField, &CompleterField::edited, this, &AssignFields::offerServices);
    connect(m_serviceField, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        choose(suggestion.value.toUuid());
        m_assigneeField->setFocus();
        Q_EMIT changed();
    });
    connect(m_serviceField, &CompleterField::committed, this, [this] { m_assigneeField->setFocus(); });
    connect(m_assigneeField, &CompleterField::edited, this, &AssignFields::offerAssignees);
    connect(m_assigneeField, &CompleterField::accepted, this, [this](const Suggestion &suggestion) {
        m_assignee = suggestion.value.toUuid();
        m_assigneeField->setText(suggestion.text);
        Q_EMIT changed();
        Q_EMIT committed();
    });
    connect(m_assigneeField, &CompleterField::committed, this, &AssignFields::committed);
}

void AssignFields::setTown(const ReferenceData &town)
{
    m_town = &town;
}

void AssignFields::set(const Id &service, const Id &assignee)
{
    m_service = service;
    m_assignee = assignee;
    m_serviceField->setText(m_town->unitName(service));
    m_assigneeField->setText(m_town->userName(assignee));
}

bool AssignFields::isUnknown() const
{
    return (m_service.isNull() && !m_serviceField->text().trimmed().isEmpty()) ||
           (m_assignee.isNull() && !m_assigneeField->text().trimmed().isEmpty());
}

void AssignFields::begin()
{
    m_serviceField->setFocus();
    m_serviceField->lineEdit()->selectAll();
}

bool AssignFields::stepBack()
{
    for (CompleterField *field : {m_serviceField, m_assigneeField}) {
        if (field->isListOpen()) {
            field->closeList();
            return true;
        }
    }
    return false;
}

void AssignFields::offerServices(const QString &typed)
{
    m_service = {};
    QList<Suggestion> suggestions;
    for (const Unit &unit : m_town->units()) {
        const QString name = m_town->unitName(unit.id);
        const bool isOffered = unit.level == UnitLevel::Service && !unit.closed && suggestions.size() < offered;
        if (isOffered && isMeant(name + u' ' + unit.name, typed))
            suggestions.append({name, name == unit.name ? QString() : unit.name, {}, {}, unit.id});
    }
    m_serviceField->setSuggestions(typed, suggestions);
    Q_EMIT changed();
}

void AssignFields::choose(const Id &service)
{
    const bool isOther = service != m_service;
    m_service = service;
    m_serviceField->setText(m_town->unitName(service));
    if (!isOther)
        return;
    m_assignee = m_referent ? m_referent(service) : Id();
    m_assigneeField->setText(m_town->userName(m_assignee));
}

//! Beside the name: of which service, absent and who has their cases meanwhile, or that the case would be out of their sight.
QString AssignFields::whatIsKnownOf(const User &user, bool isOurs) const
{
    QStringList parts;
    if (isOurs)
        parts.append(m_town->unitName(m_service));
    else if (!m_service.isNull() && !sees(actorFor(user, {}), {Scope::Reach::Service, m_service, false}))
        parts.append(tr("doesn't work for this service: would not see it"));
    if (m_today && isAbsent(user, m_today()))
        parts.append(absence(user, m_today(), *m_town));
    return parts.join(u" · "_s);
}

void AssignFields::offerAssignees(const QString &typed)
{
    m_assignee = {};
    QList<Suggestion> suggestions;
    for (const bool ofTheService : {true, false}) {
        for (const User &user : m_town->users()) {
            const bool isOurs = user.services.contains(m_service);
            const bool isOffered = isOurs == ofTheService && (isOurs || !typed.trimmed().isEmpty());
            if (isOffered && !user.disabled && suggestions.size() < offered && isMeant(user.name, typed))
                suggestions.append({user.name, whatIsKnownOf(user, isOurs), {}, {}, user.id});
        }
    }
    m_assigneeField->setSuggestions(typed, suggestions);
    Q_EMIT changed();
}

} // namespace parvis
