#pragma once

#include "presentation/approvalscontroller.h"
#include "ui_common/navigator.h"
#include "ui_common/workspace.h"

class QAction;
class QStackedWidget;
class QTabBar;

namespace parvis {

class ApprovalListView;
class FileOpener;
class PagePane;

//! The signature book (parapheur): what waits for the agent is read and decided by single keys, thirty replies in one pass.
class ApprovalsWorkspace final : public Workspace
{
    Q_OBJECT
public:
    ApprovalsWorkspace(ApprovalsController &book, FileOpener &files, const ReferenceData &town, Navigator &navigator,
                       QWidget *parent = nullptr);

    void setActor(const Actor &actor); //!< also tells the controller

    QString id() const override { return QStringLiteral("approvals"); }
    QString title() const override { return tr("Signature book"); }
    QString iconName() const override { return QStringLiteral("signature"); }
    void activate(const Opening &opening) override;
    QWidget *firstFocus() override;
    bool stepBack() override;

private:
    QWidget *makeTop();
    void makeActions();
    void connectAll();
    void showListed();
    void showCounts();
    void showSignature();
    void openRequest();
    void takeSignature(const QString &path);
    void tellSaved(const SavedApproval &act);

    ApprovalsController &m_book;
    const ReferenceData &m_town;
    Navigator &m_navigator;
    QAction *m_sign = nullptr, *m_unsign = nullptr;
    QTabBar *m_views = nullptr;
    ApprovalListView *m_list = nullptr;
    PagePane *m_page = nullptr;
    bool m_isInFront = false;
};

} // namespace parvis
