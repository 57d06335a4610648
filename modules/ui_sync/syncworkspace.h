#pragma once

#include "presentation/referencedata.h"
#include "presentation/synccontroller.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"
#include "ui_sync/exchangemodel.h"

class QListView;

namespace parvis {

namespace Ui {
class SyncWorkspace;
}

//! What is on its way, what was refused and why, what to do about it, and whether the hub answers.
class SyncWorkspace final : public Workspace
{
    Q_OBJECT
public:
    SyncWorkspace(SyncController &controller, const ReferenceData &town, const Clock &clock, Navigator &navigator,
                  QWidget *parent = nullptr);
    ~SyncWorkspace() override;

    QString id() const override { return QStringLiteral("sync"); }
    QString title() const override { return tr("Sync"); }
    QString iconName() const override { return QStringLiteral("refresh-cw"); }
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void prepare(QListView *view, SyncItemModel &model);
    void showState();
    void showItems();
    void chooseButtons();
    void openCurrent(const QListView *view);
    std::optional<SyncItem> chosen() const;
    QDate today() const { return m_town.calendar().localDay(m_clock.now()); }

    SyncController &m_controller;
    const ReferenceData &m_town;
    const Clock &m_clock;
    Navigator &m_navigator;
    std::unique_ptr<Ui::SyncWorkspace> m_ui;
    ExchangeModel m_exchanges;
    QAction *m_retry = nullptr, *m_stop = nullptr, *m_copy = nullptr, *m_take = nullptr, *m_dismiss = nullptr, *m_open = nullptr;
};

} // namespace parvis
