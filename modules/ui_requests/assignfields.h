#pragma once

#include "presentation/referencedata.h"

#include <QtWidgets/QWidget>

#include <functional>

namespace parvis {

class CompleterField;

//! Whom something is given to: a service, and one of its agents. Choosing a service proposes the one to whom its requests go.
class AssignFields final : public QWidget
{
    Q_OBJECT
public:
    explicit AssignFields(QWidget *parent = nullptr);
    void setTown(const ReferenceData &town); //!< once, before anything else

    using Referent = std::function<Id(const Id &service)>;
    void setUsualReferent(Referent referent) { m_referent = std::move(referent); }
    void setToday(std::function<QDate()> today) { m_today = std::move(today); } //!< local; else nobody is shown as absent

    void set(const Id &service, const Id &assignee);
    const Id &service() const { return m_service; }
    const Id &assignee() const { return m_assignee; }
    bool isUnknown() const; //!< something was typed that is nobody
    void begin();           //!< the focus to the service, ready to be typed over
    bool stepBack();        //!< closes an open list

Q_SIGNALS:
    void changed();
    void committed(); //!< the agent goes on to the next field

private:
    void offerServices(const QString &typed);
    void offerAssignees(const QString &typed);
    void choose(const Id &service);
    QString whatIsKnownOf(const User &user, bool isOurs) const;

    const ReferenceData *m_town = nullptr;
    Referent m_referent;
    std::function<QDate()> m_today;
    CompleterField *m_serviceField, *m_assigneeField;
    Id m_service, m_assignee;
};

} // namespace parvis
