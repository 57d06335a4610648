#pragma once

#include "ui_admin/adminsection.h"

namespace parvis {

class OneTimePassword;
class RangesField;

//! Agents with their rights, absences and first passwords.
class AgentSection final : public AdminSection
{
    Q_OBJECT
public:
    AgentSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    QString title() const override { return tr("Agents"); }
    QString newTitle() const override { return tr("New agent"); }
    QWidget *below() const override;
    void makeActions(QWidget *scope) override;
    void setInFront(bool isInFront) override;
    QList<Item> items() const override;
    void prepare(const QJsonObject &document, bool isNew) override;
    Fault fault(const QJsonObject &edited) const override;
    void askEffect(const QJsonObject &edited) override;

private:
    QString effectText(const RightsEffect &effect) const;
    QString shares(const QList<RightsEffect::Share> &list) const;

    RangesField *m_absences;
    OneTimePassword *m_password;
};

} // namespace parvis
