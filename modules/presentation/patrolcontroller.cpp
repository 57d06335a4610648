#include "presentation/patrolcontroller.h"

#include "store/blobs.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 doneDays = 31;
constexpr qint64 habitDays = 365;
constexpr int mostKinds = 9;
const QString surveyKey = u"patrol/survey"_s;
constexpr qsizetype mostStops = 40; // more than anybody goes to in a day; the rest follows by due day

std::optional<Stop> stopOf(const Mission &mission)
{
    if (!mission.latitude || !mission.longitude)
        return std::nullopt;
    return Stop{*mission.latitude, *mission.longitude};
}

Result<std::optional<SeenRequest>> seenRequest(DeskStore &store, const Id &id)
{
    if (id.isNull())
        return std::optional<SeenRequest>();
    const auto document = store.document(Kind::Request, id);
    const auto seq = store.seqOf(Kind::Request, id);
    if (!document || !seq)
        return document ? seq.error() : document.error();
    if (!*document)
        return std::optional<SeenRequest>();
    return std::optional(SeenRequest{fromDocument<Request>(id, **document), *seq});
}

} // namespace

PatrolController::PatrolController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                   QRandomGenerator &random, QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_ids(clock, random),
      m_loading(this,
                [this](const Result<LoadedList> &loaded) {
                    if (!loaded)
                        return Q_EMIT loadFailed(loaded.error());
                    m_rows = loaded->rows;
                    m_cards = loaded->cards;
                    m_mineOpen = loaded->mineOpen;
                    m_isLoaded = true;
                    arrange();
                    Q_EMIT changed();
                }),
      m_loadingMission(this, [this](const Result<LoadedMission> &loaded) {
          if (loaded)
              showLoaded(loaded.value());
          else
              Q_EMIT loadFailed(loaded.error());
      })
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(400);
    connect(&m_keepTimer, &QTimer::timeout, this, &PatrolController::flush);
    m_pause.setSingleShot(true);
    m_pause.setInterval(50); // a page of news is one look
    connect(&m_pause, &QTimer::timeout, this, &PatrolController::load);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool isOurs = concerns(touched, Kind::Mission);
        if (isOurs && !m_pause.isActive())
            m_pause.start();
        const bool isRequest = m_request && concerns(touched, Kind::Request, m_request->request.id);
        if (!m_id.isNull() && (isOurs || isRequest))
            loadMission();
    });
    connect(&m_town, &ReferenceData::changed, this, &PatrolController::changed);
}

void PatrolController::setActor(const Actor &actor)
{
    m_actor = actor;
    load();
}

void PatrolController::setView(PatrolView view)
{
    if (view == m_view)
        return;
    m_view = view;
    load();
}

void PatrolController::setOrder(PatrolOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    arrange();
    Q_EMIT changed();
}

void PatrolController::setPosition(const std::optional<Stop> &position)
{
    m_position = position;
    arrange();
    Q_EMIT changed();
}

void PatrolController::load()
{
    if (m_actor.user.isNull())
        return;
    const Instant now = m_clock.now();
    m_loading.ask([this, user = m_actor.user, view = m_view, now] {
        return m_store.read([user, view, now](DeskStore &store) -> Result<LoadedList> {
            LoadedList loaded;
            auto rows = view == PatrolView::Done
                            ? reportedMissions(store, {}, {now.ms - doneDays * dayMs})
                            : openMissions(store, user, view == PatrolView::All ? MissionReach::All : MissionReach::MineAndFree);
            if (!rows)
                return rows.error();
            loaded.rows = std::move(rows).value();
            const auto mine = view == PatrolView::Done ? openMissions(store, user, MissionReach::MineAndFree)
                                                       : Result<QList<MissionRow>>(loaded.rows);
            const auto cards = cardsReported(store, {now.ms - habitDays * dayMs}, mostKinds);
            if (!mine || !cards)
                return mine ? cards.error() : mine.error();
            loaded.mineOpen = int(std::count_if(mine->begin(), mine->end(),
                                                [&user](const MissionRow &row) { return row.mission.patroller == user; }));
            loaded.cards = *cards;
            return loaded;
        });
    });
}

//! The round goes by place where the place is known; what has none comes last, by due day.
void PatrolController::arrange()
{
    m_stops.clear();
    if (m_view == PatrolView::Done || m_order == PatrolOrder::Due) {
        for (const MissionRow &row : std::as_const(m_rows))
            m_stops.append({row, {}});
        return;
    }
    QList<Stop> stops;
    QList<qsizetype> placed, rest;
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const auto stop = stopOf(m_rows.at(i).mission);
        if (!stop || stops.size() == mostStops) {
            rest.append(i);
            continue;
        }
        placed.append(i);
        stops.append(*stop);
    }
    std::optional<Stop> from = m_position;
    for (const qsizetype i : roundOf(stops, m_position)) {
        m_stops.append({m_rows.at(placed.at(i)), from ? std::optional(metres(*from, stops.at(i))) : std::nullopt});
        from = stops.at(i);
    }
    for (const qsizetype i : std::as_const(rest))
        m_stops.append({m_rows.at(i), {}});
}

QList<PatrolKind> PatrolController::kinds() const
{
    QList<PatrolKind> kinds;
    const auto add = [this, &kinds](const Card *card) {
        const bool isKnown = !card || card->archived || card->confidential ||
                             std::any_of(kinds.begin(), kinds.end(), [card](const PatrolKind &k) { return k.card == card->id; });
        if (!isKnown && kinds.size() < mostKinds)
            kinds.append({card->id, card->title, routeFor(card->id, {}, {}, card->title, m_town, m_clock.now()).service});
    };
    for (const CardCount &count : m_cards)
        add(m_town.card(count.card));
    for (const Card &card : m_town.cards()) {
        if (card.needsPlace)
            add(&card);
    }
    return kinds;
}

QString PatrolController::draftKey() const
{
    return m_isOwn ? u"patrol/own"_s : u"patrol/"_s + idText(m_id);
}

void PatrolController::leave()
{
    flush();
    m_id = {};
    m_isOwn = false;
    m_mission.reset();
    m_request.reset();
    m_report = {};
    m_isDraftKnown = false;
    m_isTouched = false;
    m_loadingMission.drop();
}

void PatrolController::show(const Id &mission)
{
    if (mission == m_id && !m_isOwn)
        return;
    leave();
    m_id = mission;
    Q_EMIT shown();
    if (!m_id.isNull())
        loadMission();
}

void PatrolController::beginOwn()
{
    if (m_isOwn)
        return;
    leave();
    m_isOwn = true;
    Q_EMIT shown();
    loadMission();
}

void PatrolController::loadMission()
{
    m_loadingMission.ask([this, id = m_id, key = draftKey()] {
        return m_store.read([id, key](DeskStore &store) -> Result<LoadedMission> {
            LoadedMission loaded;
            auto draft = store.draft(key);
            if (!draft)
                return draft.error();
            loaded.draft = std::move(draft).value();
            if (id.isNull())
                return loaded;
            auto row = missionRow(store, id);
            if (!row)
                return row.error();
            loaded.row = std::move(row).value();
            auto request = seenRequest(store, loaded.row ? loaded.row->mission.request : Id());
            if (!request)
                return request.error();
            loaded.request = std::move(request).value();
            return loaded;
        });
    });
}

void PatrolController::showLoaded(const LoadedMission &loaded)
{
    m_mission = loaded.row;
    m_request = loaded.request;
    const bool isFirst = !std::exchange(m_isDraftKnown, true);
    const bool isOpenMission = m_mission && isOpen(m_mission->mission.state);
    if (m_mission && !isOpenMission) {
        const Mission &m = m_mission->mission;
        m_report = reportFor(m);
        m_report.findings = m.findings;
        m_report.safety = m.safety;
        m_report.measures = m.measures;
        m_report.materials = m.materials;
        m_report.minutes = m.minutes;
        m_report.target = m.target;
        for (const QJsonValue &photo : m.photos) {
            if (const auto file = fileReferenceFrom(photo))
                m_report.photos.append(*file);
        }
    } else if (isFirst && m_isTouched) {
        // The agent was quicker than the store.
    } else if (isFirst && loaded.draft) {
        m_report = missionReportFrom(loaded.draft->content);
    } else if (isFirst && m_mission) {
        m_report = reportFor(m_mission->mission);
    }
    Q_EMIT shown();
}

void PatrolController::keep(const MissionReport &report)
{
    const bool isFinal = m_mission && !isOpen(m_mission->mission.state);
    if ((!m_isOwn && m_id.isNull()) || isFinal || m_report == report)
        return;
    m_report = report;
    m_isTouched = true;
    m_isUnwritten = true;
    if (!m_keepTimer.isActive()) // not restarted by further keys: steady typing must not put it off
        m_keepTimer.start();
}

void PatrolController::keepSurvey(const QJsonObject &draft)
{
    m_unwrittenSurvey = draft;
    if (draft.isEmpty())
        flush(); // sent: must not come back after a kill
    else if (!m_keepTimer.isActive())
        m_keepTimer.start();
}

void PatrolController::restoreSurvey()
{
    const auto read = [](DeskStore &store) { return store.draft(surveyKey); };
    whenReady(m_store.read(read), this, [this](const Result<std::optional<Draft>> &draft) {
        if (!draft)
            return Q_EMIT loadFailed(draft.error());
        Q_EMIT surveyRestored(*draft ? (*draft)->content : QJsonObject());
    });
}

void PatrolController::flush()
{
    m_keepTimer.stop();
    if (const auto survey = std::exchange(m_unwrittenSurvey, std::nullopt)) {
        const auto write = [draft = *survey](DeskStore &store) {
            return draft.isEmpty() ? store.deleteDraft(surveyKey) : store.saveDraft(surveyKey, draft);
        };
        whenReady(m_store.write(write), this, [this](const Status &status) {
            if (!status)
                Q_EMIT loadFailed(status.error());
        });
    }
    if (!std::exchange(m_isUnwritten, false))
        return;
    const bool isEmpty = m_mission ? m_report == reportFor(m_mission->mission) : m_report == MissionReport();
    const auto write = [key = draftKey(), draft = isEmpty ? QJsonObject() : toJson(m_report)](DeskStore &store) {
        return draft.isEmpty() ? store.deleteDraft(key) : store.saveDraft(key, draft);
    };
    whenReady(m_store.write(write), this, [this](const Status &status) {
        if (!status)
            Q_EMIT loadFailed(status.error());
    });
}

ReportGap PatrolController::gap() const
{
    return gapOf(m_report, m_mission ? &m_mission->mission : nullptr, m_request.has_value());
}

Route PatrolController::route() const
{
    const QString said = m_town.cardTitle(m_report.card) + u' ' + m_report.findings;
    return routeFor(m_report.card, m_report.place.district, m_report.target, said, m_town, m_clock.now());
}

bool PatrolController::mayWrite() const
{
    if (m_isOwn)
        return m_actor.may(Permission::LogContact);
    return m_mission && isOpen(m_mission->mission.state) && m_actor.may(Permission::Progress);
}

bool PatrolController::maySend() const
{
    return !m_isSending && m_isDraftKnown && mayWrite();
}

bool PatrolController::mayAct(PatrolAct act) const
{
    if (!m_mission || !m_actor.may(Permission::Progress))
        return false;
    const Mission &m = m_mission->mission;
    switch (act) {
    case PatrolAct::Take: return isOpen(m.state) && m.patroller != m_actor.user;
    case PatrolAct::Start: return m.state == MissionState::ToDo && m.patroller == m_actor.user;
    case PatrolAct::GiveBack: return isOpen(m.state) && m.patroller == m_actor.user;
    case PatrolAct::Cancel: return isOpen(m.state);
    case PatrolAct::Report: return maySend();
    case PatrolAct::OwnReport:
    case PatrolAct::Create: break;
    }
    return m_actor.may(Permission::LogContact);
}

ReportScene PatrolController::scene()
{
    return {m_actor, m_town, m_ids, m_clock.now()};
}

SavedPatrol PatrolController::actOf(PatrolAct act) const
{
    SavedPatrol done;
    done.act = act;
    done.mission = m_id;
    if (m_mission) {
        done.subject = m_mission->mission.subject.isEmpty() ? m_mission->mission.address : m_mission->mission.subject;
        done.request = m_mission->mission.request;
    }
    return done;
}

void PatrolController::patch(PatrolAct act, const QJsonObject &set)
{
    if (mayAct(act))
        submit(actOf(act), {{Kind::Mission, Verb::Patch, m_id, set, {}, m_mission->seq}});
}

void PatrolController::take()
{
    patch(PatrolAct::Take, {{u"patroller"_s, idText(m_actor.user)}});
}

void PatrolController::start()
{
    patch(PatrolAct::Start, {{u"state"_s, token(MissionState::UnderWay)}});
}

void PatrolController::giveBack()
{
    patch(PatrolAct::GiveBack, {{u"patroller"_s, QJsonValue()}, {u"state"_s, token(MissionState::ToDo)}});
}

void PatrolController::cancel(const QString &reason)
{
    patch(PatrolAct::Cancel, {{u"state"_s, token(MissionState::Cancelled)}, {u"reason"_s, reason.trimmed()}});
}

void PatrolController::send(const QString &text)
{
    if (!maySend() || gap() != ReportGap::None)
        return;
    const PatrolAct act = m_isOwn ? PatrolAct::OwnReport : PatrolAct::Report;
    const SentReport sent = m_isOwn ? ownReport(m_report, text, scene())
                                    : reportOn(m_mission->mission, m_mission->seq, m_request, m_report, text, scene());
    SavedPatrol done = actOf(act);
    done.mission = sent.mission;
    done.request = sent.request;
    if (m_isOwn)
        done.subject =
            m_report.card.isNull() ? m_report.findings.trimmed().section(u'\n', 0, 0) : m_town.cardTitle(m_report.card);
    m_isSending = true;
    submit(done, sent.edits);
}

void PatrolController::create(const NewMission &wanted)
{
    Mission mission;
    mission.purpose = wanted.request.isNull() ? MissionPurpose::Survey : MissionPurpose::Check;
    mission.request = wanted.request;
    mission.subject = wanted.subject.trimmed();
    mission.instructions = wanted.instructions.trimmed();
    mission.service = wanted.service;
    mission.patroller = wanted.patroller;
    mission.address = wanted.place.address;
    mission.district = wanted.place.district;
    mission.latitude = wanted.place.latitude;
    mission.longitude = wanted.place.longitude;
    mission.dueOn = wanted.dueOn;
    mission.at = m_clock.now();
    mission.author = m_actor.user;
    SavedPatrol done;
    done.act = PatrolAct::Create;
    done.mission = m_ids.next();
    done.request = wanted.request;
    done.subject = mission.subject.isEmpty() ? mission.address : mission.subject;
    submit(done, {{Kind::Mission, Verb::Create, done.mission, toDocument(mission), {}, 0}});
}

void PatrolController::submit(const SavedPatrol &act, const QList<Edit> &edits)
{
    const bool isReport = act.act == PatrolAct::Report || act.act == PatrolAct::OwnReport;
    const auto write = [edits, actor = m_actor, key = isReport ? draftKey() : QString()](DeskStore &store) {
        return store.submit(edits, actor, key);
    };
    whenReady(m_store.write(write), this, [this, act, isReport](const Result<QList<Mutation>> &done) {
        if (isReport)
            m_isSending = false;
        if (!done)
            return Q_EMIT failed(act.act, done.error());
        SavedPatrol saved = act;
        if (isReport && (m_isOwn ? act.act == PatrolAct::OwnReport : act.mission == m_id)) {
            m_keepTimer.stop();
            m_isUnwritten = false;
            m_report = {}; // of an own report: the next one is another matter
            if (m_isOwn)
                Q_EMIT shown();
        }
        if (!isReport) {
            for (const Mutation &mutation : done.value())
                saved.mutations.append(mutation.n);
        }
        Touched touched = touchedBy(done.value());
        if (!touched.isEmpty() && !act.request.isNull())
            touched.records.append({Kind::Request, act.request});
        m_events.publish(touched);
        Q_EMIT this->saved(saved);
    });
}

void PatrolController::undo(const SavedPatrol &act)
{
    if (act.mutations.isEmpty())
        return;
    const auto write = [numbers = act.mutations, actor = m_actor](DeskStore &store) { return store.undo(numbers, actor); };
    whenReady(m_store.write(write), this, [this, act](const Result<QList<Mutation>> &done) {
        if (!done)
            return Q_EMIT failed(act.act, done.error());
        Touched touched = touchedBy(done.value());
        if (!touched.isEmpty() && !act.request.isNull())
            touched.records.append({Kind::Request, act.request});
        m_events.publish(touched);
        Q_EMIT undone(act);
    });
}

QDate PatrolController::usualDue() const
{
    constexpr int usualDays = 2;
    QDate day = today();
    for (int days = 0; days < usualDays; days += m_town.calendar().isWorkingDay(day))
        day = day.addDays(1);
    return day;
}

QList<User> PatrolController::patrollersFor(const Id &service) const
{
    QList<User> list;
    for (const User &user : m_town.users()) {
        const bool goes = user.roles.contains(QString(token(Role::Patroller))) && !user.disabled && !isAbsent(user, today());
        if (goes && user.services.contains(service))
            list.append(user);
    }
    std::sort(list.begin(), list.end(), [](const User &a, const User &b) { return a.name.localeAwareCompare(b.name) < 0; });
    return list;
}

NewMission PatrolController::missionFor(const Request &request) const
{
    NewMission mission;
    mission.request = request.id;
    mission.service = request.service;
    if (!request.confidential)
        mission.subject = request.subject;
    mission.place = {request.address, {}, request.district, request.latitude, request.longitude, false};
    return mission;
}

QFuture<Result<QByteArray>> PatrolController::photoBytes(const QString &sha256)
{
    return m_store.read([sha256](DeskStore &store) { return blobBytes(store, sha256); });
}

} // namespace parvis
