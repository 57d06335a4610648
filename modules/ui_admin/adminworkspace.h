#pragma once

#include "presentation/admincontroller.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QScrollArea;
class QStackedWidget;
class QTabBar;

namespace parvis {

class InlineError;
class PolicyField;
class RangesField;
class RecordForm;
class RuleTrial;

//! Administration: rules of routing, services with their policies, agents with their absences, the calendar. Each change shows
//! what it would do before it is saved, and stays in the record's history.
class AdminWorkspace final : public Workspace
{
    Q_OBJECT
public:
    AdminWorkspace(AdminController &controller, const ReferenceData &town, Navigator &navigator, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("admin"); }
    QString title() const override { return tr("Administration"); }
    QString iconName() const override { return QStringLiteral("sliders-horizontal"); }
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;
    bool stepBack() override;

private:
    struct Item
    {
        Id id;
        QString name, detail;
    };
    void makeActions();
    QWidget *makeListColumn();
    QWidget *makeFormColumn();
    RecordForm *makeRuleForm();
    RecordForm *makeServiceForm();
    RecordForm *makeAgentForm();
    RecordForm *makeCalendarForm();

    Kind kindShown() const;
    RecordForm *form() const;
    QList<Item> items() const;
    void showSection();
    void showList();
    void choose();
    void add();
    void showRecord(const QJsonObject &document, const QJsonObject &edited, const QList<Change> &history);
    void formEdited();
    void showEffect(const AdminEffect &effect);
    void askEffect();
    bool isGood() const;
    void save();
    void tellSaved(const QList<qint64> &mutations);
    QString nameShown() const;

    AdminController &m_controller;
    const ReferenceData &m_town;
    Navigator &m_navigator;
    QAction *m_save = nullptr, *m_revert = nullptr, *m_new = nullptr;
    QTabBar *m_tabs = nullptr;
    QLineEdit *m_find = nullptr;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_right = nullptr, *m_forms = nullptr;
    QLabel *m_effect = nullptr, *m_history = nullptr, *m_heading = nullptr;
    InlineError *m_error = nullptr;
    RuleTrial *m_trial = nullptr;
    PolicyField *m_policy = nullptr;
    RangesField *m_absences = nullptr, *m_closures = nullptr;
    QScrollArea *m_scroll = nullptr;
    QJsonObject m_document;
    bool m_isNew = false;
};

} // namespace parvis
