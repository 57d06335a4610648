#pragma once

#include "benchtown.h"

#include "presentation/referenceloader.h"
#include "store/storethread.h"
#include "ui_common/navigator.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QMainWindow>

namespace parvis {

//! Goes nowhere: the bench looks at one screen at a time.
class StayingNavigator final : public Navigator
{
public:
    void open(Kind, const Id &) override {}
    void show(const QString &, const Opening &) override {}
    void tell(const QString &) override {}
    void tellUndoable(const QString &, const QString &, std::function<void()>) override {}
    void tellError(const Error &error) override { progress(error.detail); }
};

//! Adds up how long the GUI thread works on its events, paints and answers included: what an agent feels as a late key or a
//! frozen list. The event dispatcher's own signals don't tell: under GLib they stand on the wrong side of the work.
class BenchApplication final : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;
    bool notify(QObject *receiver, QEvent *event) override;
    void work(const std::function<void()> &part);                          //!< counted like an event
    double takeBusy() { return double(std::exchange(m_busyNs, 0)) / 1e6; } //!< milliseconds, since it was last taken

private:
    int m_depth = 0;
    qint64 m_busyNs = 0;
};

//! The generated desk with its reference data loaded, for one workspace.
class BenchScreens
{
public:
    static Result<std::unique_ptr<BenchScreens>> open(const BenchOptions &options);
    static Result<std::unique_ptr<BenchScreens>> open(const BenchOptions &options, const QString &path); //!< another store
    ~BenchScreens();

    StoreThread &store() { return *m_store; }
    StoreEvents &events() { return m_events; }
    ReferenceData &town() { return m_town; }
    const Clock &clock() const { return m_clock; }
    const Actor &actor() const { return m_actor; }
    Navigator &navigator() { return m_navigator; }
    void show(Workspace *workspace);

private:
    BenchScreens() = default;
    ManualClock m_clock;
    StoreEvents m_events;
    ReferenceData m_town;
    StayingNavigator m_navigator;
    Actor m_actor;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<ReferenceLoader> m_loader;
    std::unique_ptr<QMainWindow> m_window; // last: its screens die first
};

//! The program's own application.
BenchApplication &benchApplication();
//! Presses and releases a key, or types \a text, where the focus is.
void press(Qt::Key key, const QString &text = {});
//! Turns the event loop for \a ms.
void pause(int ms);
//! Turns it until \a holds, at most \a ms; the milliseconds that it took, or nothing.
std::optional<double> waitFor(const std::function<bool()> &holds, int ms = 10'000);

} // namespace parvis
