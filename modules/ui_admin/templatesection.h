#pragma once

#include "ui_admin/adminsection.h"
#include "wording/replytemplate.h"

class QLabel;

namespace parvis {

class ReplyPaper;
class SpellField;

//! The texts that replies are made of, with what they would become for a real request.
class TemplateSection final : public AdminSection
{
    Q_OBJECT
public:
    TemplateSection(AdminController &controller, const ReferenceData &town, QObject *parent);

    QString title() const override { return tr("Templates"); }
    QString newTitle() const override { return tr("New template"); }
    QWidget *below() const override { return m_sample; }
    QList<Item> items() const override;
    void prepare(const QJsonObject &document, bool isNew) override;
    Fault fault(const QJsonObject &edited) const override;
    void completeNew(QJsonObject &edited) const override;
    void askEffect(const QJsonObject &edited) override;

private:
    void showSample();

    SpellField *m_text;
    QWidget *m_sample;
    QLabel *m_about;
    ReplyPaper *m_paper;
    QJsonObject m_edited;
    Request m_request; //!< the real one; a null id: none is known
    Citizen m_citizen;
};

} // namespace parvis
