#pragma once

#include "ui_admin/adminsection.h"

namespace parvis {

class CircuitsField;
class LetterheadField;
class PolicyField;
class ReferentsField;

//! Services, directorates and bodies.
class UnitSection final : public AdminSection
{
    Q_OBJECT
public:
    UnitSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    QString title() const override { return tr("Services"); }
    QString newTitle() const override { return tr("New service"); }
    QList<Item> items() const override;
    void prepare(const QJsonObject &document, bool isNew) override;
    Fault fault(const QJsonObject &edited) const override;
    void askEffect(const QJsonObject &edited) override;

private:
    Fault successorFault(const Unit &edited) const;
    Fault parentFault(const QJsonObject &edited, UnitLevel level) const;

    PolicyField *m_policy;
    ReferentsField *m_referents;
    CircuitsField *m_circuits;
    LetterheadField *m_letterhead;
};

} // namespace parvis
