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
      m_incidents(this,
                  [this](const Result<std::pair<IncidentRule, IncidentMeasure>> &found) {
                      if (found)
                          Q_EMIT incidentsKnown(found->first, found->second);
                  }),
      m_effects(this,
                [this](const Result<AdminEffect> &effect) {
                    if (effect)
                        Q_EMIT effectKnown(*effect);
                }),
      m_rights(this,
               [this](const Result<RightsEffect> &effect) {
                   if (effect)
                       Q_EMIT rightsKnown(*effect);
               }),
      m_closing(this,
                [this](const Result<QMap<QDate, int>> &promised) {
                    if (promised)
                        Q_EMIT closingKnown(*promised);
                }),
      m_sample(this, [this](const Result<std::optional<Sample>> &sample) {
          if (sample && *sample)
              Q_EMIT sampleKnown((*sample)->request, (*sample)->citizen);
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
    m_rights.drop();
    m_closing.drop();
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
    const auto write = [edit, key = draftKey(), actor = m_actor](DeskStore &store) { return store.submit({edit}, actor, key); };
    whenReady(m_store.write(write), this, [this, id = m_id](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(done.error());
        QList<qint64> numbers;
        for (const Mutation &mutation : *done)
            numbers.append(mutation.n);
        Q_EMIT saved(numbers, id);
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

void AdminController::placeRules(const QList<Id> &rules)
{
    const auto write = [rules, actor = m_actor](DeskStore &store) -> Result<QList<Mutation>> {
        QList<Edit> edits;
        int position = 0;
        for (const Id &rule : rules) {
            ++position;
            const auto document = store.document(Kind::RoutingRule, rule);
            if (!document)
                return document.error();
            if (*document && (*document)->value("position"_L1).toInt() != position)
                edits.append({Kind::RoutingRule, Verb::Patch, rule, {{u"position"_s, position}}, {}, 0});
        }
        return store.submit(edits, actor);
    };
    whenReady(m_store.write(write), this, [this](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(done.error());
        QList<qint64> numbers;
        for (const Mutation &mutation : *done)
            numbers.append(mutation.n);
        Q_EMIT ordered(numbers);
        m_events.publish(touchedBy(*done));
    });
}

void AdminController::wantPassword()
{
    if (m_kind == Kind::User && !m_id.isNull() && mayEdit())
        Q_EMIT passwordWanted(m_id);
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

void AdminController::askClosingEffect(const Unit &edited)
{
    QList<Unit> units = m_town.units();
    units.removeIf([&](const Unit &unit) { return unit.id == edited.id; });
    units.append(edited);
    const Id successor = Routing(units, {}, {}, {}).openService(edited.id);
    m_effects.ask([this, successor, service = edited.id] {
        const auto read = [successor, service](DeskStore &store) -> Result<AdminEffect> {
            const auto open = openByService(store);
            if (!open)
                return open.error();
            AdminEffect effect;
            effect.successor = successor;
            for (const OpenCount &count : *open)
                effect.looked += count.service == service ? count.requests : 0;
            return effect;
        };
        return m_store.read(read);
    });
}

void AdminController::askRightsEffect(const User &edited)
{
    const Actor before = actorFor(fromDocument<User>(m_id, m_document), {}), after = actorFor(edited, {});
    QList<Id> services;
    for (const Unit &unit : m_town.units()) {
        if (unit.level == UnitLevel::Service)
            services.append(unit.id);
    }
    m_rights.ask([this, before, after, services] {
        const auto read = [before, after, services](DeskStore &store) -> Result<RightsEffect> {
            const auto open = openByService(store);
            if (!open)
                return open.error();
            return rightsEffect(before, after, services, *open);
        };
        return m_store.read(read);
    });
}

void AdminController::askSample(const Id &card)
{
    m_sample.ask([this, card] { return m_store.read([card](DeskStore &store) { return sampleFor(store, card); }); });
}

void AdminController::askCalendarEffect(const Calendar &edited)
{
    m_closing.ask([this, edited] {
        const auto read = [before = m_town.calendar(), edited, day = today()](DeskStore &store) -> Result<QMap<QDate, int>> {
            auto promised = openByDueDay(store, day);
            if (!promised)
                return promised;
            const WorkingCalendar after(edited);
            promised.value().removeIf([&](auto it) { return !before.isWorkingDay(it.key()) || after.isWorkingDay(it.key()); });
            return promised;
        };
        return m_store.read(read);
    });
}

void AdminController::askIncidentEffect(const Theme &edited)
{
    m_incidents.ask([this, edited] {
        QList<Id> themes{edited.id};
        for (qsizetype i = 0; i < themes.size(); ++i) { // and those below
            for (const Theme &theme : m_town.themes()) {
                if (theme.parent == themes.at(i) && !themes.contains(theme.id))
                    themes.append(theme.id);
            }
        }
        constexpr qint64 lookedAtMs = 90LL * 24 * 60 * 60 * 1000;
        const auto read = [themes, edited, since = Instant{m_clock.now().ms - lookedAtMs}](
                              DeskStore &store) -> Result<std::pair<IncidentRule, IncidentMeasure>> {
            const Lookup known = store.lookup();
            const IncidentRule rule = incidentRule(edited.id, [&](Kind kind, const Id &id) {
                return kind == Kind::Theme && id == edited.id ? std::optional(toDocument(edited)) : known(kind, id);
            });
            const auto measure = incidentMeasure(store, themes, rule, since);
            if (!measure)
                return measure.error();
            return std::pair(rule, *measure);
        };
        return m_store.read(read);
    });
}

} // namespace parvis
