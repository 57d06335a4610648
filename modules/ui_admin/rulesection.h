#pragma once

#include "ui_admin/adminsection.h"

class QAction;

namespace parvis {

class RuleTrial;

//! Rules of routing, in the order in which they are looked at, with a request to try them on.
class RuleSection final : public AdminSection
{
    Q_OBJECT
public:
    RuleSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    RuleTrial *trial() const { return m_trial; }

    QString title() const override { return tr("Routing"); }
    QString newTitle() const override { return tr("New rule"); }
    QWidget *below() const override;
    void makeActions(QWidget *scope) override;
    void setInFront(bool isInFront) override;
    QList<Item> items() const override;
    bool isOrdered() const override { return true; }
    void place(const QList<Id> &order) override;
    Fault fault(const QJsonObject &edited) const override;
    void completeNew(QJsonObject &edited) const override;
    void askEffect(const QJsonObject &edited) override;

private:
    QList<RoutingRule> inOrder() const;
    void move(int by);

    RuleTrial *m_trial;
    QAction *m_up = nullptr, *m_down = nullptr;
};

} // namespace parvis
