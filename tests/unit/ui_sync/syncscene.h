#pragma once

#include "ui_sync/syncworkspace.h"
#include "unit/presentation/smalldesk.h"
#include "unit/ui_requests/fakenavigator.h"

#include <QtWidgets/QApplication>

namespace parvis {

//! A hub that can't be reached, or that lets an agent in and has nothing new.
class QuietTransport final : public Transport
{
public:
    bool isReachable = false;
    int asked = 0;

    QFuture<Result<Hello>> hello(const QString &) override { return answer(Hello()); }
    QFuture<Result<Session>> openSession(const SessionRequest &) override { return answer(session()); }
    QFuture<Result<Session>> refreshSession(const QString &) override { return answer(session()); }
    QFuture<Status> closeSession(const QString &) override { return readyResult<std::monostate>(success()); }
    QFuture<Status> changePassword(const PasswordChange &) override { return readyResult<std::monostate>(success()); }
    QFuture<Result<GivenPassword>> givePassword(const QString &, const Id &) override { return answer(GivenPassword()); }
    QFuture<Result<QList<Onlooker>>> look(const QString &, const Look &) override { return answer(QList<Onlooker>()); }
    QFuture<Result<PushReply>> push(const QString &, const Push &) override { return answer(PushReply()); }
    QFuture<Result<ChangesPage>> changes(const QString &, const Cursor &since, int) override
    {
        ChangesPage page;
        page.next = since;
        return answer(page);
    }
    QFuture<Result<SnapshotPage>> snapshot(const QString &, const QString &, const QString &) override
    {
        return answer(SnapshotPage());
    }
    QFuture<Result<BlobPlace>> blobPlace(const QString &, const QString &) override { return answer(BlobPlace()); }
    QFuture<Result<BlobPlace>> sendBlob(const QString &, const QString &, const BlobPart &part) override
    {
        return answer(BlobPlace{part.total, part.total});
    }
    QFuture<Result<BlobPart>> blob(const QString &, const QString &, const Id &, qint64) override { return answer(BlobPart()); }
    QFuture<Result<std::optional<FilePart>>> addresses(const QString &, const FileWish &) override
    {
        return answer(std::optional<FilePart>());
    }
    void openStream(const QString &, StreamSink) override {}
    void closeStream() override {}
    void abort() override {}

private:
    template <typename T>
    QFuture<Result<T>> answer(const T &value)
    {
        ++asked;
        if (isReachable)
            return readyResult<T>(value);
        return readyResult<T>(Error{ErrorCode::Network, QStringLiteral("unreachable"), 0});
    }
    static Session session()
    {
        Session session;
        session.access = QStringLiteral("access");
        session.refresh = QStringLiteral("refresh");
        session.user = smalltown::id(QStringLiteral("rousseau"));
        session.accessUntil = {smalltown::monday.ms + 900'000};
        session.sessionUntil = {smalltown::monday.ms + 40'000'000};
        return session;
    }
};

class SyncScene
{
public:
    SyncScene()
    {
        using namespace smalltown;
        Request r = request(QStringLiteral("Lampadaire éteint"), QStringLiteral("eclairage"), RequestStatus::Assigned,
                            QDate(2026, 11, 25));
        r.number = QStringLiteral("2026-014290");
        lamp = r.id;
        desk.take(r);
        desk.flush();
        edit({{QStringLiteral("subject"), QStringLiteral("Lampadaire qui clignote")}});
        edit({{QStringLiteral("address"), QStringLiteral("3 rue Valmy")}});
        // The hub found another subject there.
        Proposal p;
        p.id = id(QStringLiteral("proposal"));
        p.targetKind = QStringLiteral("request");
        p.target = lamp;
        p.verb = QStringLiteral("patch");
        p.wanted = {{QStringLiteral("subject"), QStringLiteral("Lampadaire qui clignote")}};
        p.found = {{QStringLiteral("subject"), QStringLiteral("Lampe cassée")}};
        p.reason = QStringLiteral("lost_race");
        p.author = id(QStringLiteral("rousseau"));
        p.device = desk.store().device();
        p.n = 1;
        p.at = monday;
        desk.patch(Kind::Request, lamp, {{QStringLiteral("subject"), QStringLiteral("Lampe cassée")}});
        desk.take(p);
        desk.flush();
        PushReply reply;
        reply.lastN = 1;
        reply.verdicts = {{1, Outcome::Conflict, Refusal::LostRace, desk.seq()}};
        if (const auto done = desk.store().acknowledge(reply); !done)
            qFatal("%s", qPrintable(done.error().detail));

        log.add({monday, QStringLiteral("POST"), QStringLiteral("/v1/push"), 2, 1, 812, 96, 41, 200, {}});
        log.add({monday, QStringLiteral("GET"), QStringLiteral("/v1/changes"), 0, 0, 0, 0, 5000, 0, ErrorCode::Network});
        controller.setActor(desk.actor(QStringLiteral("rousseau")));
        workspace = std::make_unique<SyncWorkspace>(controller, desk.town, desk.clock, navigator);
        workspace->resize(1270, 640);
        workspace->show();
        workspace->activate({});
    }

    void edit(const QJsonObject &set)
    {
        const auto done =
            desk.store().submit({{Kind::Request, Verb::Patch, lamp, set, {}, 0}}, desk.actor(QStringLiteral("rousseau")));
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    smalltown::SmallDesk desk;
    Id lamp;
    QRandomGenerator random{3};
    QuietTransport transport;
    EventLoopScheduler scheduler;
    SyncEngine engine{desk.gate, transport, scheduler, desk.clock, random};
    ExchangeLog log;
    SyncController controller{desk.gate, desk.events, engine, log};
    FakeNavigator navigator;
    std::unique_ptr<SyncWorkspace> workspace;
};

} // namespace parvis
