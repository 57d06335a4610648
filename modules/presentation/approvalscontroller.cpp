#include "presentation/approvalscontroller.h"

#include "domain/circuit.h"
#include "domain/replymoves.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int readAhead = 3;
constexpr qint64 ownDays = 60;
constexpr qint64 dayMs = 86'400'000;

} // namespace

ApprovalsController::ApprovalsController(StoreGate &store, StoreEvents &events, const ReferenceData &town, const Clock &clock,
                                         QObject *parent)
    : QObject(parent),
      m_store(store),
      m_events(events),
      m_town(town),
      m_clock(clock),
      m_loading(this,
                [this](const Result<Loaded> &loaded) {
                    if (loaded)
                        take(loaded.value());
                    else
                        Q_EMIT failed(ApprovalAct::Annotate, loaded.error());
                }),
      m_loadingCases(this, [this](const Result<QList<ApprovalCase>> &cases) {
          if (cases)
              takeCases(cases.value());
          else
              Q_EMIT failed(ApprovalAct::Annotate, cases.error());
      })
{
    m_keepTimer.setSingleShot(true);
    m_keepTimer.setInterval(400);
    connect(&m_keepTimer, &QTimer::timeout, this, &ApprovalsController::flush);
    connect(&m_events, &StoreEvents::touched, this, [this](const Touched &touched) {
        const bool changesLists = concerns(touched, Kind::Reply) || concerns(touched, Kind::Request) ||
                                  concerns(touched, Kind::User) || concerns(touched, Kind::Unit);
        const bool changesBeside =
            concerns(touched, Kind::Note) || concerns(touched, Kind::Contact) || concerns(touched, Kind::Citizen);
        if (!changesLists && !changesBeside)
            return;
        const bool isOnlyReplies = !touched.everything && std::all_of(touched.records.begin(), touched.records.end(),
                                                                      [](const auto &r) { return r.first == Kind::Reply; });
        if (isOnlyReplies) { // what was read of the others still holds
            for (const auto &[kind, id] : touched.records)
                m_read.remove(id);
        } else {
            m_read.clear();
            m_likenesses.clear(); // what is the citizens' own may be another
        }
        if (changesLists)
            load();
        loadCases();
    });
}

void ApprovalsController::setActor(const Actor &actor)
{
    if (actor == m_actor)
        return;
    const bool isOther = actor.user != m_actor.user;
    flush(); // what was begun is theirs who began it
    m_actor = actor;
    m_read.clear();
    if (isOther) {
        stopSampling();
        m_leaving.clear();
        m_written.clear();
        m_likenesses.clear();
        m_signature.clear();
        show({});
        loadSignature();
    }
    load();
    loadCases();
}

void ApprovalsController::loadSignature()
{
    whenReady(m_store.read([key = signatureKey()](DeskStore &store) { return store.setting(key); }), this,
              [this, user = m_actor.user](const Result<QString> &kept) {
                  if (user != m_actor.user)
                      return;
                  if (!kept)
                      return Q_EMIT failed(ApprovalAct::KeepSignature, kept.error());
                  m_signature = QByteArray::fromBase64(kept->toLatin1());
                  Q_EMIT signatureChanged();
              });
}

void ApprovalsController::setSignature(const QByteArray &png)
{
    if (png.size() > mostSignatureBytes)
        return Q_EMIT failed(ApprovalAct::KeepSignature, {ErrorCode::TooLarge, {}});
    const auto keep = [key = signatureKey(), png](DeskStore &store) {
        return store.setSetting(key, QString::fromLatin1(png.toBase64()));
    };
    whenReady(m_store.write(keep), this, [this, png, user = m_actor.user](const Status &done) {
        if (!done)
            return Q_EMIT failed(ApprovalAct::KeepSignature, done.error());
        if (user != m_actor.user)
            return;
        m_signature = png;
        Q_EMIT signatureChanged();
    });
}

// Lists

void ApprovalsController::load()
{
    if (m_actor.user.isNull())
        return;
    const Instant since{m_clock.now().ms - ownDays * dayMs};
    m_loading.ask([this, actor = m_actor, since] {
        return m_store.read([actor, since, known = m_likenesses, templates = m_town.templates(),
                             calendar = m_town.calendar()](DeskStore &store) -> Result<Loaded> {
            auto open = approvalItems(store, actor);
            if (!open)
                return open.error();
            auto own = ownItems(store, actor, since);
            if (!own)
                return own.error();
            KnownLikenesses alike = likenessesOf(store, *open, fewestAlike, templates, calendar, known);
            return Loaded{std::move(open).value(), std::move(own).value(), std::move(alike)};
        });
    });
}

void ApprovalsController::take(const Loaded &loaded)
{
    m_open = loaded.open;
    m_own = loaded.own;
    m_likenesses = loaded.likenesses;
    for (const Id &id : std::exchange(m_written, {}))
        m_leaving.erase(id);
    m_isLoaded = true;
    fillList();
}

QList<ApprovalItem> ApprovalsController::shownItems() const
{
    if (m_view == ApprovalView::Mine)
        return m_own;
    QList<ApprovalItem> items = m_open;
    items.removeIf([this](const ApprovalItem &item) {
        return m_leaving.contains(item.id()) || (m_view == ApprovalView::ForMe && !item.mine);
    });
    return items;
}

void ApprovalsController::fillList()
{
    m_list.setItems(shownItems());
    const auto waits = [this](const ApprovalItem &item) { return item.mine && !m_leaving.contains(item.id()); };
    m_waiting = int(std::count_if(m_open.begin(), m_open.end(), waits));
    Q_EMIT countsChanged();
    Q_EMIT listed();
    Q_EMIT samplingChanged();
    if (!m_shown.isNull())
        loadCases(); // what comes next may be another now
}

void ApprovalsController::setView(ApprovalView view)
{
    if (view == m_view)
        return;
    stopSampling();
    m_view = view;
    fillList();
}

// The reply in sight

void ApprovalsController::show(const Id &reply)
{
    if (reply == m_shown)
        return;
    m_shown = reply;
    m_case.reset();
    m_isBroken = false;
    m_recipient = 0;
    m_seenRecipients.clear();
    if (const auto it = m_read.constFind(reply); it != m_read.constEnd())
        bring(*it);
    else
        Q_EMIT caseChanged();
    if (!reply.isNull())
        loadCases();
}

//! What comes into sight for the first time.
void ApprovalsController::bring(const ApprovalCase &to)
{
    m_case = to;
    m_seenRecipients = {m_recipient};
    Q_EMIT caseChanged();
}

Id ApprovalsController::neighbour(const Id &of, int by) const
{
    const QModelIndex at = m_list.indexOf(of);
    if (m_list.rowCount() == 0)
        return {};
    const int row = at.isValid() ? at.row() + by : 0;
    const ApprovalItem *item = m_list.item(m_list.index(std::clamp(row, 0, m_list.rowCount() - 1)));
    return item && item->id() != of ? item->id() : Id();
}

void ApprovalsController::step(int by)
{
    if (const Id next = neighbour(m_shown, by); !next.isNull())
        show(next);
}

std::optional<ApprovalCase> ApprovalsController::caseAhead() const
{
    const Id next = neighbour(m_shown, 1);
    const auto it = m_read.constFind(next);
    return it == m_read.constEnd() ? std::nullopt : std::optional(*it);
}

void ApprovalsController::keep(const Id &reply, const QJsonObject &begun)
{
    if (m_case && m_shown == reply)
        m_case->begun = begun;
    if (const auto it = m_read.find(reply); it != m_read.end())
        it->begun = begun;
    m_unkept.insert(reply, begun);
    if (!m_keepTimer.isActive()) // not restarted by further keys: steady typing must not put it off
        m_keepTimer.start();
}

void ApprovalsController::flush()
{
    m_keepTimer.stop();
    const QHash<Id, QJsonObject> unkept = std::exchange(m_unkept, {});
    for (auto it = unkept.cbegin(); it != unkept.cend(); ++it) {
        const auto write = [key = begunKey(m_actor.user, it.key()), content = it.value()](DeskStore &store) {
            return content.isEmpty() ? store.deleteDraft(key) : store.saveDraft(key, content);
        };
        whenReady(m_store.write(write), this, [this](const Status &done) {
            if (!done)
                Q_EMIT failed(ApprovalAct::Annotate, done.error());
        });
    }
}

void ApprovalsController::loadCases()
{
    if (m_shown.isNull())
        return;
    QList<Id> wanted;
    const auto want = [&](const Id &id) {
        if (!id.isNull() && !m_read.contains(id) && !wanted.contains(id))
            wanted.append(id);
    };
    want(m_shown);
    const QModelIndex at = m_list.indexOf(m_shown);
    const int row = at.isValid() ? at.row() : 0;
    for (int i = std::max(0, row - 1); i <= row + readAhead && i < m_list.rowCount(); ++i)
        want(m_list.items().at(i).id());
    for (int i = m_sampleAt; i < m_sample.size() && i <= m_sampleAt + 1; ++i)
        want(m_sample.at(i));
    if (wanted.isEmpty())
        return;
    m_loadingCases.ask([this, wanted, actor = m_actor] {
        return m_store.read([wanted, actor](DeskStore &store) -> Result<QList<ApprovalCase>> {
            QList<ApprovalCase> cases;
            for (const Id &id : wanted) {
                const auto one = approvalCase(store, id, actor);
                if (!one)
                    return one.error();
                if (*one)
                    cases.append(**one);
            }
            return cases;
        });
    });
}

void ApprovalsController::takeCases(const QList<ApprovalCase> &cases)
{
    constexpr qsizetype mostRead = 40;
    if (m_read.size() > mostRead)
        m_read.clear();
    for (const ApprovalCase &one : cases)
        m_read.insert(one.item.id(), one);
    const auto it = m_read.constFind(m_shown);
    if (it == m_read.constEnd())
        return;
    if (!m_case)
        return bring(*it);
    // It was on the screen: what somebody changed of it is shown as such.
    const Reply &was = m_case->reply();
    ApprovalCase now = *it;
    now.begun = m_case->begun; // what is typed is newer than what was read
    const bool isChanged = was.seal != now.reply().seal;
    if (isChanged) {
        now.before = m_isBroken ? m_case->before : std::optional(contentOf(was));
        m_isBroken = true;
        m_recipient = std::clamp(m_recipient, 0, std::max(0, int(now.reply().recipients.size()) - 1));
        m_seenRecipients = {m_recipient};
    } else if (m_isBroken) {
        now.before = m_case->before;
    }
    m_case = now;
    Q_EMIT caseChanged();
}

void ApprovalsController::acceptChange()
{
    if (!std::exchange(m_isBroken, false))
        return;
    Q_EMIT caseChanged();
}

bool ApprovalsController::mayDecide() const
{
    return m_case && m_case->item.mine && !m_leaving.contains(m_shown);
}

//! As it will be signed: who has, else who is about to, else who is asked for.
QJsonObject ApprovalsController::signatory(const ApprovalCase &of) const
{
    const Reply &reply = of.reply();
    const Lookup town = lookupIn(m_town);
    const int step = int(reply.circuit.size()) - 1;
    const QJsonArray parts = step < 0 ? QJsonArray() : partsOf(reply.circuit.at(step));
    const int part = int(parts.size()) - 1;
    if (step < 0 || approvalOf(reply, step, part))
        return signatoryOf(reply, town);
    const auto &mine = of.item.mine;
    if (!mine || mine->part.step != step || mine->part.part != part) {
        const QList<Id> deciders = decidersOf(parts.at(part), of.item.row.service, m_town);
        return deciders.size() == 1 ? signatoryOf(reply, deciders.first(), {}, town) : QJsonObject();
    }
    const bool isOwn = mine->onBehalf == m_actor.user;
    QJsonObject made = signatoryOf(reply, m_actor.user, isOwn ? Id() : mine->onBehalf, town);
    if (isOwn && !m_signature.isEmpty())
        made.insert(u"image"_s, QString::fromLatin1(m_signature.toBase64()));
    return made;
}

// One reply to many

void ApprovalsController::showRecipient(int place)
{
    if (!m_case || place < 0 || place >= m_case->reply().recipients.size() || place == m_recipient)
        return;
    m_recipient = place;
    m_seenRecipients.insert(place);
    Q_EMIT caseChanged();
}

int ApprovalsController::sampleSize() const
{
    const int count = m_case ? int(m_case->reply().recipients.size()) : 0;
    return count < fewestAlike ? 0 : int(sampleOf(count).size());
}

std::optional<int> ApprovalsController::unseenRecipient() const
{
    const int wanted = sampleSize();
    if (int(m_seenRecipients.size()) >= wanted)
        return std::nullopt; // whichever the agent chose to look at
    const QList<int> places = sampleOf(int(m_case->reply().recipients.size()));
    const auto it = std::find_if(places.begin(), places.end(), [this](int p) { return !m_seenRecipients.contains(p); });
    return it == places.end() ? std::nullopt : std::optional(*it);
}

// Decisions

QString ApprovalsController::image(const MayDecide &part) const
{
    return part.onBehalf == m_actor.user ? QString::fromLatin1(m_signature.toBase64()) : QString();
}

Edit ApprovalsController::approvalEdit(const ApprovalCase &of, const Reply &wanted) const
{
    const MayDecide &mine = *of.item.mine;
    return {Kind::Reply,  Verb::Patch,
            of.item.id(), approval(of.reply(), wanted, mine, {m_actor.user, m_clock.now()}, {}, image(mine)),
            {},           of.item.row.seq};
}

void ApprovalsController::approve()
{
    if (!mayDecide() || m_isBroken)
        return;
    const MayDecide mine = *m_case->item.mine;
    decide(ApprovalAct::Approve, approvalEdit(*m_case, m_case->reply()).set, {{m_shown, mine.part.step, mine.part.part}});
}

Result<Reply> ApprovalsController::preview(const QString &subject, const QString &text) const
{
    if (!m_case)
        return Error{ErrorCode::NotFound, {}};
    const Lookup town = lookupIn(m_town);
    Reply shown = m_case->reply();
    if (!shown.recipients.isEmpty()) // the one in sight
        shown.recipients = {shown.recipients.at(m_recipient)};
    return reworded(shown, subject, text, m_case->lookup(town), m_town.calendar(), today(), m_town.templates());
}

void ApprovalsController::approveChanged(const QString &subject, const QString &text)
{
    if (!mayDecide() || m_isBroken)
        return;
    if (subject == m_case->reply().subject && text == m_case->reply().text)
        return approve();
    const auto render = [reply = m_case->reply(), subject, text, calendar = m_town.calendar(), day = today(),
                         templates = m_town.templates()](DeskStore &store) {
        return reworded(reply, subject, text, store.lookup(), calendar, day, templates);
    };
    // The texts of all are made where the store is; by then the agent still looks at this one.
    whenReady(m_store.read(render), this, [this, seal = m_case->reply().seal](const Result<Reply> &wanted) {
        if (!wanted)
            return Q_EMIT failed(ApprovalAct::ApproveChanged, wanted.error());
        if (!mayDecide() || m_shown != wanted->id || m_case->reply().seal != seal)
            return Q_EMIT failed(ApprovalAct::ApproveChanged,
                                 {ErrorCode::InvalidTransition, QString(token(Refusal::Superseded))});
        const MayDecide mine = *m_case->item.mine;
        decide(ApprovalAct::ApproveChanged, approvalEdit(*m_case, *wanted).set, {{m_shown, mine.part.step, mine.part.part}});
    });
}

void ApprovalsController::giveBack(const QString &reason)
{
    if (mayDecide() && !reason.trimmed().isEmpty())
        decide(
            ApprovalAct::Return,
            sendingBack(m_case->reply(), ReplyAct::Returned, *m_case->item.mine, {m_actor.user, m_clock.now()}, reason.trimmed()),
            {});
}

void ApprovalsController::refuse(const QString &reason)
{
    if (mayDecide() && !reason.trimmed().isEmpty())
        decide(
            ApprovalAct::Refuse,
            sendingBack(m_case->reply(), ReplyAct::Refused, *m_case->item.mine, {m_actor.user, m_clock.now()}, reason.trimmed()),
            {});
}

void ApprovalsController::annotate(const QString &text)
{
    if (!m_case || text.trimmed().isEmpty())
        return;
    const ApprovalItem &item = m_case->item;
    write({ApprovalAct::Annotate, item.row.number, titleOf(item.row), {}},
          {{Kind::Reply,
            Verb::Patch,
            m_shown,
            remark(item.row.reply, {m_actor.user, m_clock.now()}, text.trimmed()),
            {},
            item.row.seq}},
          {});
}

void ApprovalsController::decide(ApprovalAct act, const QJsonObject &set, const QList<SavedApproval::Part> &parts)
{
    stopSampling(); // one of them is not like the others
    const ApprovalItem item = m_case->item;
    write({act, item.row.number, titleOf(item.row), parts}, {{Kind::Reply, Verb::Patch, item.id(), set, {}, item.row.seq}},
          {item.id()});
}

void ApprovalsController::write(const SavedApproval &act, const QList<Edit> &edits, const QList<Id> &leaving)
{
    for (const Id &id : leaving) {
        if (m_unkept.contains(id) || !m_read.value(id).begun.isEmpty() || (id == m_shown && !m_case->begun.isEmpty()))
            keep(id, {}); // it has been said
    }
    // What follows is in sight before the store has written.
    if (leaving.contains(m_shown)) {
        const QList<ApprovalItem> &items = m_list.items();
        const qsizetype at = m_list.indexOf(m_shown).row();
        const auto stays = [&leaving](const ApprovalItem &item) { return !leaving.contains(item.id()); };
        const auto after = std::find_if(items.begin() + std::max<qsizetype>(at, 0), items.end(), stays);
        const auto before = std::find_if(items.rbegin(), items.rend(), stays);
        const Id next = after != items.end() ? after->id() : before != items.rend() ? before->id() : Id();
        show(next);
    }
    m_leaving.insert(leaving.begin(), leaving.end());
    if (!leaving.isEmpty())
        fillList();
    whenReady(m_store.write([edits, actor = m_actor](DeskStore &store) { return store.submit(edits, actor); }), this,
              [this, act, leaving](const Result<QList<Mutation>> &written) {
                  if (!written) {
                      for (const Id &id : leaving) {
                          m_leaving.erase(id);
                          m_read.remove(id);
                      }
                      load();
                      if (!leaving.isEmpty())
                          show(leaving.first());
                      return Q_EMIT failed(act.act, written.error());
                  }
                  m_written.insert(leaving.begin(), leaving.end());
                  m_events.publish(touchedBy(written.value())); // by which the lists are read again
                  if (written.value().isEmpty())
                      load();
                  Q_EMIT saved(act);
                  if (act.act == ApprovalAct::TakeUp)
                      Q_EMIT writingWanted(act.parts.first().reply);
              });
}

void ApprovalsController::undo(const SavedApproval &act)
{
    if (act.act == ApprovalAct::Withdraw)
        return restore(act);
    const auto job = [parts = act.parts, actor = m_actor, at = m_clock.now()](DeskStore &store) -> Result<QList<Mutation>> {
        QList<Edit> edits;
        for (const SavedApproval::Part &p : parts) {
            const auto row = replyRow(store, p.reply);
            if (!row)
                return row.error();
            if (!*row)
                return Error{ErrorCode::NotFound, {}};
            const Reply &reply = (*row)->reply;
            const auto given = approvalOf(reply, p.step, p.part);
            if (!given || given->by != actor.user)
                return Error{ErrorCode::InvalidTransition, QString(token(Refusal::WrongMove))};
            edits.append({Kind::Reply, Verb::Patch, p.reply, takingBack(reply, *given, {actor.user, at}), {}, (*row)->seq});
        }
        return store.submit(edits, actor);
    };
    whenReady(m_store.write(job), this, [this, act](const Result<QList<Mutation>> &written) {
        if (!written)
            return Q_EMIT failed(ApprovalAct::TakeBack, written.error());
        m_events.publish(touchedBy(written.value()));
        if (!act.parts.isEmpty())
            show(act.parts.first().reply);
        Q_EMIT saved({ApprovalAct::TakeBack, act.number, act.subject, {}});
    });
}

} // namespace parvis
