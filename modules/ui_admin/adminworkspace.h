#pragma once

#include "presentation/admincontroller.h"
#include "ui_admin/adminsection.h"
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
class RecordForm;
class RuleSection;

//! Administration: rules of routing, services with their policies, agents with their rights and absences, the calendar, districts
//! and themes. Each change shows what it would do before it is saved, and stays in the record's history.
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
    void makeActions();
    void makeTrialAction();
    QWidget *makeListColumn();
    QWidget *makeFormColumn();

    AdminSection &section() const;
    RecordForm *form() const;
    void showSection();
    void enableActions();
    void showList();
    void dropped();
    void choose();
    void add();
    void showRecord(const QJsonObject &document, const QJsonObject &edited, const QList<Change> &history);
    void formEdited();
    void save();
    void tellSaved(const QList<qint64> &mutations, const Id &record);
    void tellUndoable(const QString &sentence, const QString &what, const QList<qint64> &mutations);
    void showHistory();
    QString nameShown() const;

    AdminController &m_controller;
    const ReferenceData &m_town;
    Navigator &m_navigator;
    RuleSection *m_rules;
    QList<AdminSection *> m_sections; //!< in the order of the tabs
    QAction *m_save = nullptr, *m_revert = nullptr, *m_new = nullptr;
    QTabBar *m_tabs = nullptr;
    QLineEdit *m_find = nullptr;
    QListWidget *m_list = nullptr;
    QStackedWidget *m_right = nullptr, *m_forms = nullptr;
    QAction *m_allHistory = nullptr;
    QWidget *m_more = nullptr;
    QList<Change> m_changes; //!< of the record in sight, newest first
    bool m_showsAll = false; //!< of them
    QLabel *m_effect = nullptr, *m_history = nullptr, *m_heading = nullptr;
    InlineError *m_error = nullptr;
    QScrollArea *m_scroll = nullptr;
    QJsonObject m_document;
    bool m_isNew = false;
    QString m_savedName;
    Id m_saved; //!< the record that was saved here last: the hub may refuse it before it was shown as saved
};

} // namespace parvis
