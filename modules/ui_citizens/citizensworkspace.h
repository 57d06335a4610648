#pragma once

#include "presentation/citizenrecordcontroller.h"
#include "presentation/citizensearchmodel.h"
#include "presentation/referencedata.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

class QLineEdit;
class QStackedWidget;
class QTableView;

namespace parvis {

class EmptyState;
class RecordPane;

//! Citizens: search only, nobody browses the directory. The record with all requests and its history, corrected in place.
class CitizensWorkspace final : public Workspace
{
    Q_OBJECT
public:
    CitizensWorkspace(CitizenSearchModel &model, CitizenRecordController &record, StoreEvents &events, const ReferenceData &town,
                      const Clock &clock, Navigator &navigator, QWidget *parent = nullptr);

    QString id() const override { return QStringLiteral("citizens"); }
    QString title() const override { return tr("Citizens"); }
    QString iconName() const override { return QStringLiteral("contact"); }
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;
    bool stepBack() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeActions();
    QWidget *makeSearchColumn();
    void showFound();
    void showRight();
    void openRow(int row);

    CitizenSearchModel &m_model;
    CitizenRecordController &m_record;
    Navigator &m_navigator;
    QAction *m_save = nullptr, *m_revert = nullptr, *m_newContact = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    RecordPane *m_pane = nullptr;
    QStackedWidget *m_right = nullptr;
};

} // namespace parvis
