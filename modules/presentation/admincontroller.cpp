#include "presentation/admincontroller.h"

#include "store/casequery.h"
#include "store/timelinequery.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int lookedAt = 500;     // requests of late
constexpr int mostCases = 10'000; // of a service
constexpr qsizetype mostExamples = 3;

RouteQuery queryOf(const Request &request, const ReferenceData &town, Instant now)
{
    RouteQuery query =
        routeQuery(town.card(request.card), request.district, request.channel, request.subject + u' ' + request.text, town, now);
    query.theme = request.theme;
    query.confidential = request.confidential;
    return query;
}

void count(AdminEffect &effect, bool isTouched, const Request &request)
{
    ++effect.looked;
    effect.touched += isTouched ? 1 : 0;
    if (isTouched && effect.examples.size() < mostExamples)
        effect.examples.append(request.subject);
}

} // namespace

AdminController::AdminController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                 QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_loading(this,
                [this](const Result<Loaded> &loaded) {
                    if (!loaded)
                        return Q_EMIT failed(loaded.error());
                    m_document = loaded->document;
                    m_seq = loaded->seq;
                    if (!m_isUnwritten)
                        m_typed = loaded->typed;
                    const QJsonObject set = m_typed ? m_typed->set : QJsonObject();
                    Q_EMIT opened(m_document, overlaid(describe(m_kind), m_document, set), loaded->history);
                }),
      m_effects(this, [this](const Result<AdminEffect> &effect) {
          if (effect)
              Q_EMIT effectKnown(*effect);
      })
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(400);
    connect(&m_keepTimer, &QTimer::timeout, this, &AdminController::flush);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        if (!m_id.isNull() && concerns(touched, m_kind, m_id))
            load();
    });
}

void AdminController::setActor(const Actor &actor)
{
    m_actor = actor;
    Q_EMIT actorChanged();
}

QString AdminController::draftKey() const
{
    return u"admin/"_s + token(m_kind) + u'/' + idText(m_id);
}

void AdminController::open(Kind kind, const Id &id)
{
    flush();
    m_kind = kind;
    m_id = id;
    m_document = {};
    m_typed.reset();
    m_effects.drop();
    load();
}

void AdminController::load()
{
    if (m_id.isNull())
        return;
    m_loading.ask([this, kind = m_kind, id = m_id, key = draftKey()] {
        return m_store.read([kind, id, key](DeskStore &store) -> Result<Loaded> {
            const auto document = store.document(kind, id);
            const auto seq = store.seqOf(kind, id);
            const auto draft = store.draft(key);
            const auto history = historyOf(store, kind, id);
            if (!document || !seq)
                return document ? seq.error() : document.error();
            if (!draft || !history)
                return draft ? history.error() : draft.error();
            Loaded loaded{document->value_or(QJsonObject()), *seq, std::nullopt, *history};
            if (*draft)
                loaded.typed = {(*draft)->content.value("set"_L1).toObject(), (*draft)->content.value("base"_L1).toInteger()};
            return loaded;
        });
    });
}

AdminController::Typed AdminController::typedIn(const QJsonObject &edited) const
{
    return {difference(describe(m_kind), m_document, edited), m_typed && m_typed->base > 0 ? m_typed->base : m_seq};
}

void AdminController::keep(const QJsonObject &edited)
{
    if (m_id.isNull())
        return;
    const Typed typed = typedIn(edited);
    if (typed.set.isEmpty() && !m_typed)
        return;
    m_typed = typed.set.isEmpty() ? std::nullopt : std::optional(typed);
    m_isUnwritten = true;
    if (!m_keepTimer.isActive()) // not restarted by further keys: steady typing must not put it off
        m_keepTimer.start();
}

void AdminController::flush()
{
    m_keepTimer.stop();
    if (!std::exchange(m_isUnwritten, false))
        return;
    const auto write = [key = draftKey(), typed = m_typed](DeskStore &store) {
        return typed ? store.saveDraft(key, {{u"set"_s, typed->set}, {u"base"_s, typed->base}}) : store.deleteDraft(key);
    };
    whenReady(m_store.write(write), this, [this](const Status &kept) {
        if (!kept)
            Q_EMIT failed(kept.error());
    });
}

void AdminController::revert()
{
    m_typed.reset();
    m_isUnwritten = true;
    flush();
    load();
}

void AdminController::save(const QJsonObject &edited)
{
    m_keepTimer.stop();
    m_isUnwritten = false;
    const Typed typed = typedIn(edited);
    m_typed.reset();
    const Verb verb = m_document.isEmpty() ? Verb::Create : Verb::Patch;
    const Edit edit{m_kind, verb, m_id, typed.set, {}, verb == Verb::Create ? 0 : typed.base};
    const auto write = [edit, key = draftKey(), actor = m_actor](DeskStore &store) -> Result<QList<Mutation>> {
        const auto done = store.submit({edit}, actor);
        if (!done)
            return done;
        const Status gone = store.deleteDraft(key);
        return gone ? done : gone.error();
    };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(done.error());
        QList<qint64> numbers;
        for (const Mutation &mutation : *done)
            numbers.append(mutation.n);
        Q_EMIT saved(numbers);
        m_events.publish(touchedBy(*done));
    });
}

void AdminController::undo(const QList<qint64> &mutations)
{
    const auto write = [mutations, actor = m_actor](DeskStore &store) { return store.undo(mutations, actor); };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(done.error());
        m_events.publish(touchedBy(*done));
    });
}

Routing AdminController::routingWith(const RoutingRule &edited) const
{
    QList<RoutingRule> rules = m_town.rules();
    rules.removeIf([&edited](const RoutingRule &rule) { return rule.id == edited.id; });
    rules.append(edited);
    return {m_town.units(), m_town.districts(), m_town.users(), rules};
}

Route AdminController::tried(const RoutingRule &edited, const RouteQuery &query) const
{
    return routingWith(edited).route(query);
}

//! The latest requests, routed as they would be now and with the rule as it stands in the form.
void AdminController::askRoutingEffect(const RoutingRule &edited)
{
    const auto after = std::make_shared<Routing>(routingWith(edited));
    m_effects.ask([this, after] {
        auto promise = std::make_shared<QPromise<Result<AdminEffect>>>();
        promise->start();
        const auto read = [](DeskStore &store) { return latestRequests(store, lookedAt); };
        whenReady(m_store.read(read), this, [this, after, promise](const Result<QList<Request>> &requests) {
            AdminEffect effect;
            const Instant now = m_clock.now();
            for (const Request &request : requests ? *requests : QList<Request>()) {
                const RouteQuery query = queryOf(request, m_town, now);
                count(effect, m_town.routing().route(query).service != after->route(query).service, request);
            }
            promise->addResult(requests ? Result<AdminEffect>(effect) : requests.error());
            promise->finish();
        });
        return promise->future();
    });
}

void AdminController::askPolicyEffect(const Id &service, const ServicePolicy &policy)
{
    m_effects.ask([this, service, policy] {
        const auto read = [service, policy, calendar = m_town.calendar(),
                           day = today()](DeskStore &store) -> Result<AdminEffect> {
            const auto requests = openRequestsOf(store, service, mostCases);
            if (!requests)
                return requests.error();
            AdminEffect effect;
            for (const Request &request : *requests)
                count(effect, reachedPoint(request, policy, calendar, day).has_value(), request);
            return effect;
        };
        return m_store.read(read);
    });
}

} // namespace parvis
