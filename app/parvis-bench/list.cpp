#include "screens.h"

#include "presentation/bulkcontroller.h"
#include "presentation/queuecontroller.h"
#include "presentation/requestdetailcontroller.h"
#include "presentation/requestlistcounts.h"
#include "presentation/requestlistmodel.h"
#include "ui_requests/requestsworkspace.h"

#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

namespace parvis {

using namespace Qt::StringLiterals;

Result<QList<Figure>> benchList(const BenchOptions &options)
{
    auto screens = BenchScreens::open(options);
    if (!screens)
        return screens.error();
    BenchScreens &s = **screens;
    QRandomGenerator random(5);
    RequestListModel model(s.store(), s.events(), s.town(), s.clock());
    RequestListCounts counts(s.store(), s.events());
    RequestDetailController detail(s.store(), s.events(), s.town(), s.clock(), random);
    QueueController queue(s.store(), s.events(), s.town(), s.clock());
    BulkController bulk(s.store(), s.events(), s.town(), s.clock(), random);
    ReplyController reply(s.store(), s.events(), s.town(), s.clock(), random);
    IncidentsController incidents(s.store(), s.events(), s.clock());
    auto *workspace =
        new RequestsWorkspace({model, counts, detail, queue, bulk, reply, incidents}, s.town(), s.clock(), s.navigator());
    workspace->setActor(s.actor());
    s.show(workspace);
    if (!waitFor([&] { return model.rowCount() > 0; }))
        return Error{ErrorCode::NotFound, u"the list stays empty"_s};

    // The first rows of each view, opened ten times over.
    Samples first;
    for (int round = 0; round < 10; ++round) {
        for (const RequestView view : {RequestView::All, RequestView::Late, RequestView::DueToday, RequestView::ToQualify}) {
            RequestQuery query;
            query.view = view;
            query.user = s.actor().user;
            query.services = s.actor().services;
            query.today = model.today();
            bool shown = false;
            const auto connection =
                QObject::connect(&model, &RequestListModel::queryShown, workspace, [&shown] { shown = true; });
            if (model.query() == query)
                continue;
            model.setQuery(query);
            const auto took = waitFor([&shown] { return shown; });
            QObject::disconnect(connection);
            if (!took)
                return Error{ErrorCode::NotFound, u"a view does not open"_s};
            first.add(*took);
        }
    }
    RequestQuery all;
    all.user = s.actor().user;
    all.today = model.today();
    model.setQuery(all);
    pause(300);

    auto *view = workspace->findChild<QTableView *>();
    if (!view)
        return Error{ErrorCode::NotFound, u"no view of the list"_s};
    // Scrolled as by the wheel, then walked by keys, which shows each page's last request beside.
    QScrollBar *bar = view->verticalScrollBar();
    const auto pages = [&](const std::function<void()> &turn) {
        Samples frames;
        for (int page = 0; page < 100; ++page) {
            benchApplication().takeBusy();
            turn();
            pause(33);
            frames.add(benchApplication().takeBusy());
        }
        return frames;
    };
    const Samples scrolled =
        pages([&] { benchApplication().work([bar] { bar->triggerAction(QScrollBar::SliderPageStepAdd); }); });
    if (bar->value() < 90 * bar->pageStep())
        return Error{ErrorCode::NotFound, u"the list did not scroll"_s};
    view->setFocus();
    const Samples walked = pages([] { press(Qt::Key_PageDown); });
    return QList<Figure>{
        {u"list"_s, u"first rows of a view, p99 of %1"_s.arg(first.count()), first.percentile(0.99), u"ms"_s, {}, 50.0},
        {u"list"_s, u"GUI thread busy for a page scrolled, p99 of 100"_s, scrolled.percentile(0.99), u"ms"_s, {}, 16.7},
        {u"list"_s, u"the same with its last request shown beside"_s, walked.percentile(0.99), u"ms"_s, {}, {}},
        {u"list"_s, u"rows loaded while scrolling"_s, double(model.rowCount()), u"rows"_s, {}, {}}};
}

} // namespace parvis
