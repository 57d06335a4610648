#pragma once

#include "ui_admin/adminsection.h"

namespace parvis {

//! District councils.
class DistrictSection final : public AdminSection
{
    Q_OBJECT
public:
    DistrictSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    QString title() const override { return tr("Districts"); }
    QString newTitle() const override { return tr("New district"); }
    QList<Item> items() const override;
    Fault fault(const QJsonObject &edited) const override;
    void prepare(const QJsonObject &document, bool isNew) override;
};

//! Themes of procedure cards and requests.
class ThemeSection final : public AdminSection
{
    Q_OBJECT
public:
    ThemeSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    QString title() const override { return tr("Themes"); }
    QString newTitle() const override { return tr("New theme"); }
    QList<Item> items() const override;
    Fault fault(const QJsonObject &edited) const override;
    void askEffect(const QJsonObject &edited) override;

private:
    struct Range
    {
        int least = 0, most = 0;
        QString suffix;
    };
    void addCount(const QString &field, const QString &label, const Range &range);
    void showEffect(const IncidentRule &rule, const IncidentMeasure &measure);
};

} // namespace parvis
