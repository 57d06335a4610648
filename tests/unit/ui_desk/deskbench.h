#pragma once

#include "presentation/referenceloader.h"
#include "ui_desk/deskworkspace.h"
#include "ui_desk/savedbar.h"
#include "unit/presentation/smallstore.h"
#include "unit/ui_desk/fakenavigator.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>

#include <optional>

namespace parvis {

//! The real Desk over a real store, driven by keys that are counted.
struct DeskBench
{
    DeskBench() : gate(*desk.store)
    {
        loader.load();
        if (!QTest::qWaitFor([this] { return !town.cards().isEmpty(); }))
            qFatal("the town did not load");
        controller.emplace(gate, events, town, desk.clock, desk.random);
        controller->setActor(desk.actor);
        today.emplace(gate, events, town, desk.clock);
        workspace.emplace(*controller, *today, town, desk.clock, navigator);
        workspace->resize(1366 - 88, 768 - 84); // what the shell leaves
        workspace->show();
        workspace->activate({});
        workspace->firstFocus()->setFocus();
        if (!QTest::qWaitForWindowActive(&*workspace))
            qFatal("no window");
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(focus(), key, modifiers);
        pressed += modifiers == Qt::NoModifier ? 1 : 2;
    }
    void type(const QString &text)
    {
        for (const QChar c : text) {
            QTest::keyClick(focus(), c.toLatin1());
            ++pressed;
        }
    }
    QWidget *focus() { return QApplication::focusWidget() ? QApplication::focusWidget() : &*workspace; }
    QString focusName() { return QApplication::focusWidget() ? QApplication::focusWidget()->accessibleName() : QString(); }
    SavedBar *bar() { return workspace->findChild<SavedBar *>(); }
    template <typename W>
    W *named(const QString &name)
    {
        return workspace->findChild<W *>(name);
    }
    QList<RequestRow> newest(int count) { return requestPage(*desk.store, {}, count)->rows; }

    smalltown::Desk desk;
    ImmediateStore gate;
    StoreEvents events;
    ReferenceData town;
    ReferenceLoader loader{gate, events, town};
    FakeNavigator navigator;
    std::optional<ContactController> controller;
    std::optional<TodayModel> today;
    std::optional<DeskWorkspace> workspace;
    int pressed = 0;
};

} // namespace parvis
