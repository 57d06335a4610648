#include "headless.h"

#include "base/async.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"
#include "protocol/codec.h"
#include "store/requestquery.h"
#include "store/timelinequery.h"
#include "sync/exchangelog.h"

#include <QtCore/QJsonArray>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace parvis {
namespace {

constexpr int usualDelayDays = 10;
constexpr int mostRows = 500;

void emitLine(const QJsonObject &object)
{
    const QByteArray line = compactJson(object) + '\n';
    std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout);
    std::fflush(stdout);
}

QJsonObject errorJson(const Error &error)
{
    return {{u"error"_s, codeWord(error.code)}, {u"detail"_s, error.detail}};
}

Result<Edit> editFromJson(const QJsonObject &json, IdMaker &ids)
{
    const auto kind = fromToken<Kind>(json.value("kind"_L1).toString());
    const auto verb = fromToken<Verb>(json.value("verb"_L1).toString());
    if (!kind || !verb)
        return Error{ErrorCode::InvalidInput, u"kind or verb"_s};
    const QString target = json.value("target"_L1).toString();
    const auto id = target.isEmpty() ? ids.next() : idFromText(target);
    if (!id)
        return Error{ErrorCode::InvalidInput, u"target"_s};
    return Edit{*kind, *verb, *id, json.value("set"_L1).toObject(), json.value("was"_L1).toObject(), 0};
}

} // namespace

Headless::Headless(const Options &options, DeskSession &session)
    : m_options(options),
      m_session(session),
      m_random(QRandomGenerator::securelySeeded()),
      m_ids(session.clock(), m_random),
      m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_input, &QSocketNotifier::activated, this, &Headless::read);
    connect(&session, &DeskSession::serverUnknown, this, [this](const QString &, const QByteArray &sha256) {
        if (m_options.fingerprint == "loopback"_L1 || fingerprintFromText(m_options.fingerprint) == sha256)
            return m_session.acceptServer();
        emitLine({{u"event"_s, u"failed"_s}, {u"error"_s, u"certificate"_s}, {u"detail"_s, fingerprintText(sha256)}});
        Q_EMIT finished(1);
    });
    const auto fail = [this](const Error &error) {
        QJsonObject event = errorJson(error);
        event.insert("event"_L1, u"failed"_s);
        emitLine(event);
        Q_EMIT finished(1);
    };
    connect(&session, &DeskSession::failed, this, fail);
    // What only a person can answer.
    connect(&session, &DeskSession::passwordChangeNeeded, this, [fail] {
        fail({ErrorCode::Forbidden, QString(oneTimePassword)});
    });
    connect(&session, &DeskSession::formerPasswordNeeded, this, [fail] {
        fail({ErrorCode::StorageKey, u"closed with another password"_s});
    });
    connect(&session, &DeskSession::ready, this, [this] {
        connect(&m_session.engine(), &SyncEngine::stateChanged, this, &Headless::stateChanged);
        connect(&m_session.engine(), &SyncEngine::conflictArrived, this, [](const QList<qint64> &numbers) {
            QJsonArray list;
            for (const qint64 n : numbers)
                list.append(n);
            emitLine({{u"event"_s, u"conflict"_s}, {u"numbers"_s, list}});
        });
        openAddresses();
        connect(&m_session, &DeskSession::addressesArrived, this, [this] {
            openAddresses();
            emitLine({{u"event"_s, u"addresses"_s}, {u"addresses"_s, m_addresses.count()}});
        });
        emitLine({{u"event"_s, u"ready"_s}, {u"user"_s, idText(m_session.actor().user)}});
        const auto commands = std::exchange(m_waiting, {});
        for (const QByteArray &line : commands)
            obey(line);
    });
}

void Headless::start()
{
    m_session.signIn({m_options.server, m_options.login, m_options.password});
}

void Headless::read()
{
    std::array<char, 65536> buffer;
    const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        m_input.setEnabled(false);
        Q_EMIT finished(0);
        return;
    }
    m_unread.append(buffer.data(), got);
    for (qsizetype end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        const QByteArray line = m_unread.first(end).trimmed();
        m_unread.remove(0, end + 1);
        if (!line.isEmpty())
            obey(line);
    }
}

void Headless::obey(const QByteArray &line)
{
    const Result<QJsonObject> command = parseObject(line);
    if (!command)
        return refuse({}, command.error());
    const QString what = command->value("do"_L1).toString();
    if (what == "quit"_L1)
        Q_EMIT finished(0);
    else if (!m_session.isReady())
        m_waiting.append(line);
    else
        run(what, *command);
}

void Headless::run(const QString &what, const QJsonObject &command)
{
    if (what == "status"_L1) {
        status(command);
    } else if (what == "log"_L1) {
        log(command);
    } else if (what == "submit"_L1) {
        submit(command);
    } else if (what == "search"_L1) {
        search(command);
    } else if (what == "document"_L1) {
        document(command);
    } else if (what == "proposals"_L1) {
        proposals(command);
    } else if (what == "places"_L1) {
        places(command);
    } else if (what == "sync"_L1) {
        syncNow();
        answer(command, {});
    } else if (what == "settle"_L1) {
        settle(command);
    } else {
        refuse(command, {ErrorCode::InvalidInput, u"unknown command"_s});
    }
}

void Headless::log(const QJsonObject &command)
{
    const Instant now = m_session.clock().now();
    Request request;
    request.id = m_ids.next();
    request.subject = command.value("subject"_L1).toString();
    request.text = command.value("text"_L1).toString();
    request.channel = fromToken<Channel>(command.value("channel"_L1).toString()).value_or(Channel::Phone);
    request.citizen = idFromText(command.value("citizen"_L1).toString()).value_or(Id());
    request.receivedAt = now;
    request.dueOn = WorkingCalendar().dueDate(now, usualDelayDays).day;
    request.createdBy = m_session.actor().user;
    Contact contact;
    contact.id = m_ids.next();
    contact.request = request.id;
    contact.citizen = request.citizen;
    contact.channel = request.channel;
    contact.at = now;
    contact.agent = request.createdBy;
    contact.text = request.text;
    submitEdits(command, {{Kind::Request, Verb::Create, request.id, toDocument(request), {}, 0},
                          {Kind::Contact, Verb::Create, contact.id, toDocument(contact), {}, 0}});
}

void Headless::submit(const QJsonObject &command)
{
    QList<Edit> edits;
    for (const QJsonValue &value : command.value("edits"_L1).toArray()) {
        const Result<Edit> edit = editFromJson(value.toObject(), m_ids);
        if (!edit)
            return refuse(command, edit.error());
        edits.append(*edit);
    }
    submitEdits(command, edits);
}

void Headless::submitEdits(const QJsonObject &command, const QList<Edit> &edits)
{
    const auto job = [edits, actor = m_session.actor()](DeskStore &store) { return store.submit(edits, actor); };
    whenReady(m_session.store().write(job), this, [this, command, edits](const Result<QList<Mutation>> &made) {
        if (!made)
            return refuse(command, made.error());
        QJsonArray numbers;
        for (const Mutation &m : *made)
            numbers.append(m.n);
        QJsonArray targets;
        for (const Edit &e : edits)
            targets.append(idText(e.target));
        answer(command, {{u"numbers"_s, numbers}, {u"targets"_s, targets}});
        m_session.events().publish(touchedBy(*made));
    });
}

void Headless::search(const QJsonObject &command)
{
    RequestQuery query;
    query.words = command.value("words"_L1).toString();
    query.number = command.value("number"_L1).toString();
    const int limit = std::clamp(command.value("limit"_L1).toInt(50), 1, mostRows);
    whenReady(m_session.store().read([query, limit](DeskStore &store) { return requestPage(store, query, limit); }), this,
              [this, command](const Result<RequestPage> &page) {
                  if (!page)
                      return refuse(command, page.error());
                  QJsonArray rows;
                  for (const RequestRow &row : page->rows)
                      rows.append(QJsonObject{{u"id"_s, idText(row.id)},
                                              {u"number"_s, row.number},
                                              {u"subject"_s, row.subject},
                                              {u"status"_s, token(row.status)},
                                              {u"pending"_s, row.pending},
                                              {u"conflict"_s, row.conflict}});
                  answer(command, {{u"rows"_s, rows}});
              });
}

void Headless::document(const QJsonObject &command)
{
    const auto kind = fromToken<Kind>(command.value("kind"_L1).toString());
    const auto id = idFromText(command.value("target"_L1).toString());
    if (!kind || !id)
        return refuse(command, {ErrorCode::InvalidInput, u"kind or target"_s});
    whenReady(m_session.store().read([kind = *kind, id = *id](DeskStore &store) { return store.document(kind, id); }), this,
              [this, command](const Result<std::optional<QJsonObject>> &found) {
                  if (!found)
                      return refuse(command, found.error());
                  answer(command, {{u"document"_s, *found ? QJsonValue(**found) : QJsonValue()}});
              });
}

void Headless::proposals(const QJsonObject &command)
{
    whenReady(m_session.store().read([](DeskStore &store) { return openProposals(store); }), this,
              [this, command](const Result<QList<Proposal>> &open) {
                  if (!open)
                      return refuse(command, open.error());
                  QJsonArray list;
                  for (const Proposal &p : *open) {
                      QJsonObject proposal = toDocument(p);
                      proposal.insert("id"_L1, idText(p.id));
                      list.append(proposal);
                  }
                  answer(command, {{u"proposals"_s, list}});
              });
}

void Headless::places(const QJsonObject &command)
{
    QJsonArray lines;
    for (const AddressHit &hit : m_addresses.search(command.value("words"_L1).toString()))
        lines.append(hit.line);
    answer(command, {{u"lines"_s, lines}, {u"addresses"_s, m_addresses.count()}});
}

void Headless::openAddresses()
{
    auto opened = AddressIndex::open(m_session.addressFile());
    if (opened)
        m_addresses = *opened;
}

void Headless::syncNow()
{
    m_session.retrySignIn();
    m_session.engine().syncNow();
}

//! What the store holds, not what the engine has heard of it: just after the start it has not.
void Headless::status(const QJsonObject &command)
{
    using Stored = std::pair<SyncPosition, OutboxCounts>;
    const auto stored = [](DeskStore &store) -> Result<Stored> {
        const auto position = store.position();
        const auto counts = store.outboxCounts();
        if (!position || !counts)
            return position ? counts.error() : position.error();
        return Stored{*position, *counts};
    };
    whenReady(m_session.store().write(stored), this, [this, command](const Result<Stored> &found) {
        if (!found)
            return refuse(command, found.error());
        answer(command, {{u"phase"_s, QString(token(m_session.engine().state().phase))},
                         {u"queued"_s, found->second.queued},
                         {u"refused"_s, found->second.refused},
                         {u"seq"_s, found->first.cursor.seq}});
    });
}

void Headless::stateChanged()
{
    const SyncState &state = m_session.engine().state();
    if (std::exchange(m_phase, state.phase) != state.phase)
        emitLine({{u"event"_s, u"state"_s},
                  {u"phase"_s, QString(token(state.phase))},
                  {u"queued"_s, state.outbox.queued},
                  {u"refused"_s, state.outbox.refused}});
    if (state.phase == SyncPhase::UpToDate && !m_settling.isEmpty())
        answerSettled();
}

//! First what was submitted before must be in the store: writes run in order.
void Headless::settle(const QJsonObject &command)
{
    whenReady(m_session.store().write([](DeskStore &) { return success(); }), this, [this, command](const Status &) {
        m_settling.append({command, SystemClock().now()});
        syncNow();
    });
}

void Headless::answerSettled()
{
    const Instant reached = m_session.engine().state().upToDateAt;
    whenReady(m_session.store().write([](DeskStore &store) { return store.outboxCounts(); }), this,
              [this, reached](const Result<OutboxCounts> &counts) {
                  if (!counts || counts->queued > 0)
                      return;
                  m_settling.removeIf([this, reached](const Settling &s) {
                      if (reached < s.asked)
                          return false;
                      answer(s.command, {});
                      return true;
                  });
              });
}

void Headless::answer(const QJsonObject &command, QJsonObject content)
{
    content.insert("answer"_L1, command.value("do"_L1));
    if (command.contains("id"_L1))
        content.insert("id"_L1, command.value("id"_L1));
    emitLine(content);
}

void Headless::refuse(const QJsonObject &command, const Error &error)
{
    answer(command, errorJson(error));
}

} // namespace parvis
