#include "screens.h"

#include "geo/hotspots.h"
#include "presentation/mapcontroller.h"
#include "ui_map/mapworkspace.h"

#include <QtCore/QFile>
#include <QtCore/QTimeZone>
#include <QtWebEngineWidgets/QWebEngineView>

#include <ctime>

// The map over half a million requests with a place, in the real page: needs a display (Xvfb will do) and draws by whatever that
// has.

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 points = 500'000;

double share(const QList<double> &values, double part)
{
    Samples samples;
    for (const double value : values)
        samples.add(value);
    return samples.percentile(part);
}

//! Of this thread alone: what it takes on a machine that others use, too.
double threadMs()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return double(used.tv_sec) * 1e3 + double(used.tv_nsec) / 1e6;
}

//! The peer of all drawing in a page: frames of one that only clears its canvas, as large, in the same engine. What the machine
//! needs for a frame with nothing on it; no map in a page is faster. Milliseconds.
QList<double> emptyFrames(const QSize &size, int milliseconds)
{
    static const QString html = uR"(<body style="margin:0"><canvas style="width:100vw;height:100vh"></canvas><script>
        const canvas = document.querySelector('canvas'), frames = [];
        canvas.width = innerWidth; canvas.height = innerHeight;
        const gl = canvas.getContext('webgl'), start = performance.now();
        let last = start;
        const step = now => {
            frames.push(now - last);
            last = now;
            gl.clearColor((now / 1000) % 1, 0.5, 0.5, 1);
            gl.clear(gl.COLOR_BUFFER_BIT);
            if (now - start < %1)
                requestAnimationFrame(step);
            else
                document.title = 'done ' + frames.slice(2).join(' ');
        };
        requestAnimationFrame(step);
    </script></body>)"_s;
    QWebEngineView view;
    view.resize(size);
    view.show();
    view.setHtml(html.arg(milliseconds));
    if (!waitFor([&view] { return view.title().startsWith(u"done"_s); }, 10 * milliseconds))
        return {};
    QList<double> frames;
    const QStringList words = view.title().split(u' ').mid(1);
    for (const QString &word : words)
        frames.append(word.toDouble());
    return frames;
}

//! The town of so many requests; those without a place get one by a street.
Result<QString> townOnTheMap(const BenchOptions &options)
{
    const auto path = benchDeskPath(options, points);
    if (!path)
        return path.error();
    const QString mapPath = options.folder + u"/map-%1.db"_s.arg(points);
    if (QFile::exists(mapPath))
        return mapPath;
    const QString part = mapPath + u".part"_s;
    QFile::remove(part);
    if (!QFile::copy(*path, part))
        return Error{ErrorCode::Storage, part};
    SystemClock clock;
    QRandomGenerator random(7);
    {
        auto store = DeskStore::open(part, benchKey(), clock, random);
        if (!store)
            return store.error();
        auto update = store.value().database().prepare(
            "UPDATE request SET latitude = s.latitude + ((request.rowid / 7) % 200 - 100) * 0.000009,"
            " longitude = s.longitude + ((request.rowid / 3) % 200 - 100) * 0.000012"
            " FROM (SELECT row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS places, latitude, longitude FROM "
            "street) s"
            " WHERE request.latitude IS NULL AND s.place = request.rowid % s.places");
        if (const Status done = update.run(); !done)
            return done.error();
    }
    if (!QFile::rename(part, mapPath))
        return Error{ErrorCode::Storage, mapPath};
    return mapPath;
}

//! From the key to all points on the screen at a desk where the map was looked at lately (see MapWarmUp). Milliseconds.
Result<double> openPrepared(BenchScreens &s)
{
    auto *map = new MapController(s.store(), s.events(), s.town(), s.clock());
    auto *workspace =
        new MapWorkspace(*map, s.store(), s.town(), s.clock(), {MapGround::Kind::Drawn, u"L'Yserette"_s, {}}, s.navigator());
    map->setParent(workspace);
    workspace->setAllTime();
    MapPage &page = workspace->page();
    int drawn = 0;
    QObject::connect(&page, &MapPage::drawn, workspace, [&](int) { ++drawn; });
    workspace->prepare();
    if (!waitFor([&] { return page.isPrepared() && map->isLoaded(); }, 60'000))
        return Error{ErrorCode::Unavailable, u"the map is not prepared"_s};
    pause(1500);
    drawn = 0;
    QElapsedTimer timer;
    timer.start();
    s.show(workspace);
    if (!waitFor([&] { return drawn > 0; }, 60'000))
        return Error{ErrorCode::Unavailable, u"the prepared map is not drawn"_s};
    return double(timer.nsecsElapsed()) / 1e6;
}

} // namespace

Result<QList<Figure>> benchMap(const BenchOptions &options)
{
    if (QGuiApplication::platformName() == u"offscreen")
        return Error{ErrorCode::Unavailable, u"the map needs a display: xvfb-run parvis-bench map"_s};
    const auto path = townOnTheMap(options);
    if (!path)
        return path.error();
    auto screens = BenchScreens::open(options, *path);
    if (!screens)
        return screens.error();
    BenchScreens &s = **screens;
    MapController map(s.store(), s.events(), s.town(), s.clock());
    auto *workspace =
        new MapWorkspace(map, s.store(), s.town(), s.clock(), {MapGround::Kind::Drawn, u"L'Yserette"_s, {}}, s.navigator());
    MapPage &page = workspace->page();
    workspace->setAllTime();
    int drawn = 0;
    QObject::connect(&page, &MapPage::drawn, workspace, [&](int) { drawn += map.isLoaded() ? 1 : 0; });
    bool isInTrouble = false;
    QObject::connect(&page, &MapPage::troubled, workspace, [&] { isInTrouble = true; });

    QElapsedTimer timer;
    timer.start();
    s.show(workspace);
    const auto loaded = waitFor([&] { return map.isLoaded(); }, 60'000);
    const auto themed = waitFor([&] { return page.isWorking() || isInTrouble; }, 60'000);
    const double working = double(timer.nsecsElapsed()) / 1e6;
    const auto first = waitFor([&] { return drawn > 0 || isInTrouble; }, 60'000);
    const double opened = double(timer.nsecsElapsed()) / 1e6;
    if (!loaded || !themed || !first || isInTrouble)
        return Error{ErrorCode::Unavailable, u"the map does not come"_s};
    if (map.placed().size() < points)
        return Error{ErrorCode::NotFound, u"only %1 points"_s.arg(map.placed().size())};
    pause(1500);

    // The engine is there now: another filter, from the key to the screen.
    drawn = 0;
    RequestQuery other = map.query();
    other.until = {s.clock().now().ms};
    bool isRead = false;
    QObject::connect(&map, &MapController::changed, workspace, [&isRead] { isRead = true; });
    timer.restart();
    map.look(other);
    if (!waitFor([&] { return isRead; }, 60'000))
        return Error{ErrorCode::Unavailable, u"another filter is not read"_s};
    const double read = double(timer.nsecsElapsed()) / 1e6;
    if (!waitFor([&] { return drawn > 0; }, 60'000))
        return Error{ErrorCode::Unavailable, u"another filter is not drawn"_s};
    const double filtered = double(timer.nsecsElapsed()) / 1e6;
    pause(1000);
    const QTimeZone zone = s.town().calendar().zone();
    const auto reading = s.store().read([other, zone](DeskStore &store) -> Result<double> {
        const double start = threadMs();
        const auto found = mapRequests(store, other, zone);
        return found ? Result<double>(threadMs() - start) : Result<double>(found.error());
    });
    if (!reading.result())
        return reading.result().error();
    const double beforeSorting = threadMs();
    map.setSubject(MapSubject::Services);
    const double sorting = threadMs() - beforeSorting;
    map.setSubject(MapSubject::Reports);
    pause(1000);

    // A month further, as the slider moves: the GUI thread's work, and until it is drawn.
    Samples busy, moved;
    for (int month = 0; month < 12; ++month) {
        const QDate from = QDate(2025, 11, 1).addMonths(month);
        benchApplication().takeBusy();
        drawn = 0;
        timer.restart();
        benchApplication().work([&] { map.setPeriod(from, from.addMonths(1).addDays(-1)); });
        if (!waitFor([&] { return drawn > 0; }, 20'000))
            return Error{ErrorCode::Unavailable, u"a month is not drawn"_s};
        moved.add(double(timer.nsecsElapsed()) / 1e6);
        pause(150);
        busy.add(benchApplication().takeBusy());
    }
    benchApplication().work([&] { map.setPeriod({}, {}); });
    pause(1500);

    // The same walk over the town with all requests and, as the peer, without any: what this machine's drawing takes by itself.
    std::optional<QList<double>> frames;
    QObject::connect(&page, &MapPage::measured, workspace, [&](const QList<double> &measured) { frames = measured; });
    constexpr int walkMs = 6000;
    const auto walk = [&] {
        frames.reset();
        page.measureFrames(walkMs);
        return waitFor([&] { return frames.has_value(); }, 10 * walkMs) && !frames->isEmpty() ? *frames : QList<double>();
    };
    const QList<double> full = walk();
    pause(500);
    map.setPeriod(QDate(1990, 1, 1), QDate(1990, 1, 31));
    pause(1500);
    const QList<double> empty = walk();
    map.setPeriod({}, {});
    pause(1000);
    const QList<double> bare = emptyFrames(page.size(), walkMs);
    if (full.isEmpty() || empty.isEmpty() || bare.isEmpty())
        return Error{ErrorCode::Unavailable, u"no frames"_s};

    Samples chosen, gathered;
    for (int i = 0; i < 10; ++i) {
        gathered.time([&] { (void)map.clusters(page.viewBox(), 12 + i * 0.3); });
        chosen.time([&] { (void)map.within(page.viewBox(), 300); });
    }

    Samples hot;
    bool isFound = false;
    QObject::connect(&map, &MapController::hotSpotsFound, workspace, [&isFound] { isFound = true; });
    timer.restart();
    map.findHotSpots();
    if (!waitFor([&] { return isFound; }, 60'000))
        return Error{ErrorCode::Unavailable, u"no hot spots"_s};
    hot.add(double(timer.nsecsElapsed()) / 1e6);

    const auto prepared = openPrepared(s);
    if (!prepared)
        return prepared.error();

    return QList<Figure>{
        {u"map"_s, u"points on the map"_s, double(map.placed().size()), u"points"_s, {}, {}},
        {u"map"_s, u"from the key to the first full view where the map was looked at lately"_s, *prepared, u"ms"_s, {}, 2000.0},
        {u"map"_s, u"the same where it never was, engine included"_s, opened, u"ms"_s, {}, 2000.0},
        {u"map"_s, u"of that until the points are read"_s, *loaded, u"ms"_s, {}, {}},
        {u"map"_s, u"of that until the page works"_s, working, u"ms"_s, {}, {}},
        {u"map"_s, u"another filter, to the full view"_s, filtered, u"ms"_s, {}, 2000.0},
        {u"map"_s, u"of that until it is read and sorted"_s, read, u"ms"_s, {}, {}},
        {u"map"_s, u"processor time of reading them"_s, *reading.result(), u"ms"_s, {}, {}},
        {u"map"_s, u"processor time of sorting them for another view"_s, sorting, u"ms"_s, {}, {}},
        {u"map"_s, u"a month further, to the full view, p95 of 12"_s, moved.percentile(0.95), u"ms"_s, {}, {}},
        {u"map"_s, u"GUI thread busy for a month further, p95 of 12"_s, busy.percentile(0.95), u"ms"_s, {}, {}},
        {u"map"_s, u"frame while dragged and zoomed, p95 of %1"_s.arg(full.size()), share(full, 0.95), u"ms"_s, {}, 33.0},
        {u"map"_s, u"the same, median; peer: without requests"_s, share(full, 0.5), u"ms"_s, share(empty, 0.5), {}},
        {u"map"_s, u"the same without requests, p95 of %1"_s.arg(empty.size()), share(empty, 0.95), u"ms"_s, {}, {}},
        {u"map"_s, u"the same p95 with requests; peer: an empty page that only clears its canvas"_s, share(full, 0.95), u"ms"_s,
         share(bare, 0.95), 1.5},
        {u"map"_s, u"clusters of a view, median"_s, gathered.median(), u"ms"_s, {}, {}},
        {u"map"_s, u"the newest 300 of a view, median"_s, chosen.median(), u"ms"_s, {}, {}},
        {u"map"_s, u"hot spots"_s, hot.total(), u"ms"_s, {}, {}}};
}

} // namespace parvis
