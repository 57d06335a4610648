#pragma once

#include "ui_admin/adminsection.h"

class QComboBox;

namespace parvis {

class HoursField;
class RangesField;

//! The town's calendar: hours, closures, holidays, time zone; what it promises, and to whom it would be closed.
class CalendarSection final : public AdminSection
{
    Q_OBJECT
public:
    CalendarSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    QString title() const override { return tr("Calendar"); }
    QList<Item> items() const override;
    QString nameOf(const QJsonObject &edited) const override;
    void prepare(const QJsonObject &document, bool isNew) override;
    Fault fault(const QJsonObject &edited) const override;
    void askEffect(const QJsonObject &edited) override;

private:
    QString promises(const Calendar &edited) const;
    QString closings(const QMap<QDate, int> &promised) const;

    HoursField *m_hours;
    RangesField *m_closures;
    QComboBox *m_zone;
    QString m_promises;
};

} // namespace parvis
