#include "screens.h"

#include "presentation/contactcontroller.h"
#include "presentation/todaymodel.h"
#include "store/citizenquery.h"
#include "store/duplicatequery.h"
#include "ui_desk/deskworkspace.h"

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

struct Call
{
    QString who, what, where, text;
};

const QList<Call> &calls()
{
    static const QList<Call> list{
        {u"0612345678"_s, u"véh"_s, u"12 rue des tan"_s, u"Une Clio blanche ne bouge plus depuis trois semaines."_s},
        {u"martin"_s, u"lamp"_s, u"4 av"_s, u"Le lampadaire clignote puis s'éteint vers vingt heures."_s},
        {u"063998"_s, u"enc"_s, u"quai"_s, u"Un canapé et un matelas à enlever devant l'immeuble."_s},
        {u"claire dum"_s, u"nid"_s, u"8 rue"_s, u"Trou profond au milieu de la chaussée, dangereux à vélo."_s},
        {u"boulangerie"_s, u"bruit"_s, u"place"_s, u"Terrasse bruyante après minuit tous les samedis."_s}};
    return list;
}

//! What the queries behind the suggestions take in the store's thread.
Result<Figure> queries(BenchScreens &screens)
{
    const auto times = screens.store()
                           .read([](DeskStore &store) -> Result<Samples> {
                               Samples samples;
                               for (const Call &call : calls()) {
                                   for (qsizetype n = 2; n <= call.who.size(); ++n) {
                                       Result<QList<CitizenHit>> hits = Error{};
                                       samples.time([&] { hits = findCitizens(store, call.who.left(n)); });
                                       if (!hits)
                                           return hits.error();
                                   }
                                   DuplicateQuery query;
                                   query.subject = call.what;
                                   query.text = call.text;
                                   query.address = u"12 rue des Tanneurs"_s;
                                   query.now = benchPresent();
                                   Result<QList<Duplicate>> found = Error{};
                                   samples.time([&] { found = likelyDuplicates(store, query); });
                                   if (!found)
                                       return found.error();
                               }
                               return samples;
                           })
                           .result();
    if (!times)
        return times.error();
    return Figure{u"keystroke"_s, u"citizens and duplicates in the store, p99"_s, times->percentile(0.99), u"ms"_s, {}, {}};
}

} // namespace

Result<QList<Figure>> benchKeystroke(const BenchOptions &options)
{
    auto screens = BenchScreens::open(options);
    if (!screens)
        return screens.error();
    BenchScreens &s = **screens;
    QRandomGenerator random(5);
    ContactController controller(s.store(), s.events(), s.town(), s.clock(), random);
    controller.setActor(s.actor());
    TodayModel today(s.store(), s.events(), s.town(), s.clock());
    Samples keys, accepts;
    s.show(new DeskWorkspace(controller, today, s.town(), s.clock(), s.navigator()));
    pause(1000);
    const auto sample = [&](Samples &into, Qt::Key key, const QString &text, int ms) {
        benchApplication().takeBusy();
        press(key, text);
        pause(ms);
        into.add(benchApplication().takeBusy());
    };
    const auto type = [&](const QString &text) {
        for (const QChar c : text)
            sample(keys, Qt::Key_unknown, QString(c), 30); // a very fast typist
    };
    const auto accept = [&] { sample(accepts, Qt::Key_Return, {}, 60); };
    int suggested = 0;
    for (int round = 0; round < 4; ++round) {
        for (const Call &call : calls()) {
            sample(accepts, Qt::Key_F2, {}, 60);
            type(call.who);
            accept();
            type(call.what);
            accept();
            type(call.where);
            accept();
            type(call.text);
            pause(200);
            suggested += controller.draft().card.isNull() ? 0 : 1;
            sample(accepts, Qt::Key_F8, {}, 100); // parked: the next caller
        }
    }
    if (suggested == 0)
        return Error{ErrorCode::NotFound, u"the keys did not reach the form"_s};
    const auto query = queries(s);
    if (!query)
        return query.error();
    return QList<Figure>{{u"keystroke"_s,
                          u"GUI thread busy for a letter typed, p99 of %1"_s.arg(keys.count()),
                          keys.percentile(0.99),
                          u"ms"_s,
                          {},
                          16.0},
                         {u"keystroke"_s, u"GUI thread busy for a letter typed, median"_s, keys.median(), u"ms"_s, {}, {}},
                         {u"keystroke"_s,
                          u"GUI thread busy for a key that opens, accepts or parks, p99 of %1"_s.arg(accepts.count()),
                          accepts.percentile(0.99),
                          u"ms"_s,
                          {},
                          16.0},
                         *query};
}

} // namespace parvis
