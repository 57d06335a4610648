#pragma once

#include "presentation/fileopener.h"
#include "ui_approvals/approvallistview.h"
#include "ui_approvals/approvalsworkspace.h"
#include "ui_approvals/pagepane.h"
#include "ui_common/action.h"
#include "unit/presentation/replydesk.h"
#include "unit/ui_desk/fakenavigator.h"

#include <QtGui/QAction>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

namespace parvis {

//! The signature book of one agent over a real store of the small town, driven by keys that are counted.
class ApprovalsScene
{
public:
    explicit ApprovalsScene(const QString &login = QStringLiteral("delmas"))
        : book(desk.gate, desk.events, desk.town, desk.clock), files(desk.gate), workspace(book, files, desk.town, navigator)
    {
        workspace.setActor(desk.actorOf(login));
        workspace.resize(1366 - 88, 768 - 84);
    }

    void open()
    {
        workspace.show();
        workspace.activate({});
        workspace.firstFocus()->setFocus();
        if (!QTest::qWaitForWindowActive(&workspace))
            qFatal("no window");
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        QTest::keyClick(focus(), key, modifiers);
    }
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(focus(), c.toLatin1());
        keys += int(text.size());
    }
    QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &workspace; }
    template <typename T>
    T *find(const QString &name = {})
    {
        return workspace.findChild<T *>(name);
    }
    QAction *action(const QString &id)
    {
        const QList<QAction *> all = actionsWithin(&workspace);
        const auto it = std::find_if(all.begin(), all.end(), [&id](const QAction *a) { return actionId(a) == id; });
        return it == all.end() ? nullptr : *it;
    }
    bool isShown(const Id &reply) const { return book.shownCase() && book.shownCase()->item.id() == reply; }

    smalltown::ReplyDesk desk;
    FakeNavigator navigator;
    ApprovalsController book;
    FileOpener files;
    ApprovalsWorkspace workspace;
    int keys = 0;
};

} // namespace parvis
