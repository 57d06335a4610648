#include "screens.h"

#include "ui_common/theme.h"

#include <QtCore/QEventLoop>
#include <QtCore/QTimer>
#include <QtTest/QTest>

namespace parvis {

using namespace Qt::StringLiterals;

void BenchApplication::work(const std::function<void()> &part)
{
    if (m_depth > 0)
        return part();
    ++m_depth;
    QElapsedTimer timer;
    timer.start();
    part();
    m_busyNs += timer.nsecsElapsed();
    --m_depth;
}

bool BenchApplication::notify(QObject *receiver, QEvent *event)
{
    if (receiver->thread() != thread())
        return QApplication::notify(receiver, event);
    bool done = false;
    work([&] { done = QApplication::notify(receiver, event); });
    return done;
}

BenchApplication &benchApplication()
{
    return *static_cast<BenchApplication *>(QCoreApplication::instance());
}

void press(Qt::Key key, const QString &text)
{
    QWidget *focus = QApplication::focusWidget();
    if (focus)
        benchApplication().work([&] { QTest::sendKeyEvent(QTest::Click, focus, key, text, Qt::NoModifier); });
}

Result<std::unique_ptr<BenchScreens>> BenchScreens::open(const BenchOptions &options)
{
    const auto path = benchDeskPath(options, options.requests);
    return path ? open(options, *path) : Result<std::unique_ptr<BenchScreens>>(path.error());
}

Result<std::unique_ptr<BenchScreens>> BenchScreens::open(const BenchOptions &, const QString &path)
{
    std::unique_ptr<BenchScreens> screens(new BenchScreens);
    screens->m_clock.set(benchPresent());
    auto store = StoreThread::open(path, benchKey(), screens->m_clock);
    if (!store)
        return store.error();
    screens->m_store = std::move(store).value();
    const auto users = screens->m_store->read([](DeskStore &s) { return loadReference(s); }).result();
    if (!users)
        return users.error();
    for (const User &user : users->users) {
        if (user.login == "m.roussel"_L1)
            screens->m_actor = actorFor(user, QUuid::createUuid());
    }
    screens->m_loader = std::make_unique<ReferenceLoader>(*screens->m_store, screens->m_events, screens->m_town);
    screens->m_loader->load();
    if (!waitFor([&] { return !screens->m_town.cards().isEmpty(); }))
        return Error{ErrorCode::NotFound, u"no reference data"_s};
    screens->m_window = std::make_unique<QMainWindow>();
    return screens;
}

BenchScreens::~BenchScreens()
{
    m_window.reset();
    m_loader.reset();
    if (m_store)
        m_store->close();
}

void BenchScreens::show(Workspace *workspace)
{
    m_window->setCentralWidget(workspace);
    m_window->resize(1366, 768);
    m_window->show();
    QApplication::setActiveWindow(m_window.get()); // there may be no window manager to do it
    workspace->activate({});
    if (QWidget *focus = workspace->firstFocus())
        focus->setFocus();
}

void pause(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec(); // the bench is the program: nothing else waits here
}

std::optional<double> waitFor(const std::function<bool()> &holds, int ms)
{
    QElapsedTimer timer;
    timer.start();
    while (!holds()) {
        if (timer.elapsed() > ms)
            return std::nullopt;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1);
    }
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace parvis
