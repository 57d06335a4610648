#include "storekit.h"

#include "domain/workflow.h"
#include "store/requestquery.h"
#include "store/timelinequery.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>

#include <sqlite3.h>

using namespace parvis;
using namespace parvis::storekit;

static constexpr qint64 receivedAt = 1'796'000'000'000;

class TestDeskStore : public QObject
{
    Q_OBJECT

private:
    static QList<Edit> newCall(int n)
    {
        return {
            {Kind::Citizen, Verb::Create, citizenId(n), {{u"last_name"_s, u"Dumont"_s}, {u"phone"_s, u"+33612345678"_s}}, {}, 0},
            {Kind::Request,
             Verb::Create,
             requestId(n),
             {{u"subject"_s, u"Lampadaire éteint"_s},
              {u"citizen"_s, idText(citizenId(n))},
              {u"received_at"_s, receivedAt},
              {u"status"_s, u"received"_s}},
             {},
             0},
            {Kind::Contact, Verb::Create, contactId(n), {{u"request"_s, idText(requestId(n))}, {u"at"_s, receivedAt}}, {}, 0}};
    }
    static Edit patch(int n, const QJsonObject &set) { return {Kind::Request, Verb::Patch, requestId(n), set, {}, 0}; }
    static QJsonObject request(DeskStore &store, int n)
    {
        return must(store.document(Kind::Request, requestId(n))).value_or(QJsonObject());
    }

private Q_SLOTS:
    void columnsAreTheDescribedFields()
    {
        Desk desk;
        for (const Kind kind : allKinds()) {
            QMap<QString, QString> described;
            for (const FieldDescription &f : describe(kind).fields()) {
                const auto type = [&f] {
                    switch (f.type) {
                    case FieldType::Integer:
                    case FieldType::Boolean:
                    case FieldType::Instant:
                    case FieldType::Date: return u"INTEGER"_s;
                    case FieldType::Real: return u"REAL"_s;
                    case FieldType::Id: return u"BLOB"_s;
                    default: return u"TEXT"_s;
                    }
                };
                described.insert(f.name, type());
            }
            QMap<QString, QString> columns;
            Statement s = desk.store.database().prepare("SELECT name, type FROM pragma_table_info(?)"_L1);
            s.bind(1, token(kind));
            while (must(s.step()))
                columns.insert(s.text(0), s.text(1));
            for (const QString &own : {u"id"_s, u"seq"_s, u"extra"_s})
                QVERIFY2(columns.remove(own), qPrintable(own));
            columns.remove(u"rowid"_s);
            QCOMPARE(columns, described);
        }
    }

    void openInSqlIsOpenInTheWorkflow()
    {
        Desk desk;
        int n = 0;
        for (const QLatin1StringView word : Tokens<RequestStatus>::words) {
            must(desk.store.apply(
                page(n + 1, {change(n + 1, ChangeOp::Create, Kind::Request, requestId(n), {{u"status"_s, word}})})));
            const auto open = must(desk.store.database().integer("SELECT open FROM request WHERE id = ?"_L1, requestId(n)));
            QCOMPARE(open == 1, isOpen(*fromToken<RequestStatus>(QString(word))));
            ++n;
        }
    }

    void everyDocumentComesBackAsItWentIn()
    {
        Desk desk;
        const QJsonObject document{{u"subject"_s, u"Élagage"_s},
                                   {u"channel"_s, u"pigeon"_s}, // a channel of a newer program
                                   {u"citizen"_s, idText(citizenId(1))},
                                   {u"due_on"_s, u"2026-12-08"_s},
                                   {u"latitude"_s, 48.95},
                                   {u"longitude"_s, 4},
                                   {u"received_at"_s, receivedAt},
                                   {u"confidential"_s, true},
                                   {u"form"_s, QJsonObject{{u"plate"_s, u"AB-123-CD"_s}}},
                                   {u"tags"_s, QJsonArray{u"a"_s, u"b"_s}},
                                   {u"weather"_s, u"rain"_s},                     // a field of a newer program
                                   {u"service"_s, QJsonArray{u"two"_s, u"of"_s}}, // a type of a newer program
                                   {u"card"_s, u"NOT-AN-ID"_s},
                                   {u"closed_at"_s, 1.5}};
        must(desk.store.apply(page(1, {change(1, ChangeOp::Create, Kind::Request, requestId(1), document)})));
        QCOMPARE(request(desk.store, 1), document);
        must(desk.store.apply(
            page(2, {change(2, ChangeOp::Patch, Kind::Request, requestId(1),
                            {{u"weather"_s, u"snow"_s}, {u"card"_s, QJsonValue()}, {u"subject"_s, u"Neige"_s}})})));
        QJsonObject expected = document;
        expected[u"weather"_s] = u"snow"_s;
        expected[u"subject"_s] = u"Neige"_s;
        expected.remove(u"card"_s);
        QCOMPARE(request(desk.store, 1), expected);
    }

    void aCallIsOneTransactionWithItsQueue()
    {
        Desk desk;
        const auto mutations = must(desk.store.submit(newCall(1), desk.actor));
        QCOMPARE(mutations.size(), 3);
        QCOMPARE(mutations.at(2).n, 3);
        QCOMPARE(must(desk.store.queued(10)), mutations);
        QCOMPARE(must(desk.store.outboxCounts()).queued, 3);
        QCOMPARE(request(desk.store, 1).value(u"subject"_s).toString(), u"Lampadaire éteint"_s);
        const auto row = must(requestRow(desk.store, requestId(1)));
        QCOMPARE(row->citizen, u"Dumont"_s);
        QVERIFY(row->pending);
    }

    void whatTheRulesRefuseLeavesNothing()
    {
        Desk desk;
        auto edits = newCall(1);
        edits.append({Kind::Contact, Verb::Create, contactId(9), {{u"request"_s, idText(requestId(7))}}, {}, 0});
        const auto refused = desk.store.submit(edits, desk.actor);
        QCOMPARE(refused.error().code, ErrorCode::NotFound);
        QCOMPARE(refused.error().detail, u"unknown_target"_s);
        QCOMPARE(must(desk.store.outboxCounts()).queued, 0);
        QVERIFY(request(desk.store, 1).isEmpty());
        must(desk.store.submit(newCall(1), desk.actor));
        QCOMPARE(desk.store.submit({patch(1, {{u"status"_s, u"waiting"_s}})}, desk.actor).error().code,
                 ErrorCode::InvalidTransition);
        QCOMPARE(desk.store.submit({patch(1, {{u"number"_s, u"2026-1"_s}})}, desk.actor).error().detail, u"fixed_field"_s);
        const Actor nobody{userId(2), desk.store.device(), {}, {}, false};
        QCOMPARE(desk.store.submit({patch(1, {{u"subject"_s, u"x"_s}})}, nobody).error().code, ErrorCode::Forbidden);
    }

    void anEditWithoutEffectMakesNoMutation()
    {
        Desk desk;
        must(desk.store.submit(newCall(1), desk.actor));
        QVERIFY(must(desk.store.submit({patch(1, {{u"subject"_s, u"Lampadaire éteint"_s}})}, desk.actor)).isEmpty());
        QCOMPARE(must(desk.store.lastNumber()), 3);
    }

    void undoTakesBackWhatWasDone()
    {
        Desk desk;
        must(desk.store.submit(newCall(1), desk.actor));
        const QJsonObject before = request(desk.store, 1);
        const auto done = must(desk.store.submit({patch(1, {{u"subject"_s, u"Autre"_s},
                                                            {u"address"_s, u"2 rue X"_s},
                                                            {u"tags"_s, QJsonObject{{u"add"_s, QJsonArray{u"a"_s}}}}}),
                                                  patch(1, {{u"subject"_s, u"Encore"_s}})},
                                                 desk.actor));
        const auto inverse = must(desk.store.inverseOf({done.at(0).n, done.at(1).n}));
        must(desk.store.submit(inverse, desk.actor));
        QCOMPARE(request(desk.store, 1), before);
        must(desk.store.submit(must(desk.store.inverseOf({1, 2, 3})), desk.actor));
        QCOMPARE(request(desk.store, 1).value(u"status"_s).toString(), u"closed"_s);
        QCOMPARE(desk.store.inverseOf({99}).error().code, ErrorCode::NotFound);
    }

    void theHubsWordReplacesTheGuess()
    {
        Desk desk;
        const auto sent = must(desk.store.submit(newCall(1), desk.actor));
        must(desk.store.acknowledge({{{1, Outcome::Applied, Refusal::None, 1},
                                      {2, Outcome::Applied, Refusal::None, 2},
                                      {3, Outcome::Applied, Refusal::None, 3}},
                                     3,
                                     0}));
        QCOMPARE(must(desk.store.outboxCounts()).queued, 0);
        QVERIFY(must(requestRow(desk.store, requestId(1)))->pending);
        QJsonObject confirmed = sent.at(1).set;
        confirmed.insert(u"number"_s, u"2026-000001"_s);
        QList<Change> changes{change(1, ChangeOp::Create, Kind::Citizen, citizenId(1), sent.at(0).set),
                              change(2, ChangeOp::Create, Kind::Request, requestId(1), confirmed),
                              change(3, ChangeOp::Create, Kind::Contact, contactId(1), sent.at(2).set)};
        for (int i = 0; i < 3; ++i) {
            changes[i].device = desk.store.device();
            changes[i].n = i + 1;
        }
        must(desk.store.apply(page(3, changes)));
        QCOMPARE(request(desk.store, 1), confirmed);
        QVERIFY(!must(requestRow(desk.store, requestId(1)))->pending);
        QCOMPARE(must(desk.store.position()).cursor.seq, 3);
        QCOMPARE(must(desk.store.database().integer("SELECT count(*) FROM shadow"_L1)), 0);
        // Kept until it is stable, so that a restored hub gets it again.
        QCOMPARE(must(desk.store.database().integer("SELECT count(*) FROM outbox"_L1)), 3);
        ChangesPage quiet = page(3, {});
        quiet.stable = 3;
        must(desk.store.apply(quiet));
        QCOMPARE(must(desk.store.database().integer("SELECT count(*) FROM outbox"_L1)), 0);
    }

    void theReplyMayBeLostAndTheFeedSettlesIt()
    {
        Desk desk;
        const auto sent = must(desk.store.submit({newCall(1).at(0)}, desk.actor));
        Change own = change(5, ChangeOp::Create, Kind::Citizen, citizenId(1), sent.at(0).set);
        own.device = desk.store.device();
        own.n = 1;
        must(desk.store.apply(page(5, {own})));
        QCOMPARE(must(desk.store.database().integer("SELECT count(*) FROM shadow"_L1)), 0);
        QCOMPARE(must(desk.store.queued(5)).size(), 1); // the verdict is still asked for
        must(desk.store.acknowledge({{{1, Outcome::Applied, Refusal::None, 5}}, 1, 5}));
        QCOMPARE(must(desk.store.database().integer("SELECT count(*) FROM outbox"_L1)), 0);
    }

    void othersWorkShowsUnderneathOwnWork()
    {
        Desk desk;
        must(desk.store.apply(page(1, {change(1, ChangeOp::Create, Kind::Request, requestId(1), {{u"subject"_s, u"A"_s}})})));
        must(desk.store.submit({patch(1, {{u"address"_s, u"mine"_s}})}, desk.actor));
        must(
            desk.store.apply(page(2, {change(2, ChangeOp::Patch, Kind::Request, requestId(1),
                                             {{u"subject"_s, u"B"_s}, {u"address"_s, u"theirs"_s}}, {{u"subject"_s, u"A"_s}})})));
        QCOMPARE(request(desk.store, 1).value(u"subject"_s).toString(), u"B"_s);
        QCOMPARE(request(desk.store, 1).value(u"address"_s).toString(), u"mine"_s);
        // The hub found that theirs came first.
        must(desk.store.acknowledge({{{1, Outcome::Conflict, Refusal::LostRace, 4}}, 1, 0}));
        QCOMPARE(request(desk.store, 1).value(u"address"_s).toString(), u"mine"_s);
        must(desk.store.apply(page(4, {})));
        QCOMPARE(request(desk.store, 1).value(u"address"_s).toString(), u"theirs"_s);
        QCOMPARE(must(desk.store.outboxCounts()).refused, 1);
        QCOMPARE(must(desk.store.outbox()).first().refusal, Refusal::LostRace);
        must(desk.store.dismiss(1));
        QCOMPARE(must(desk.store.outboxCounts()).refused, 0);
        QCOMPARE(must(historyOf(desk.store, Kind::Request, requestId(1))).size(), 2);
    }

    void aCreationThatTheHubHoldsDisappears()
    {
        Desk desk;
        must(desk.store.submit(newCall(1), desk.actor));
        must(desk.store.acknowledge({{{2, Outcome::Held, Refusal::NotAllowed, 9}}, 3, 0}));
        must(desk.store.apply(page(9, {})));
        QVERIFY(request(desk.store, 1).isEmpty());
        QVERIFY(!must(desk.store.outbox()).isEmpty());
        QCOMPARE(must(viewCounts(desk.store, {}, {}, {})).all, 0);
    }

    void leaveTakesAllThatHangsOnARequest()
    {
        Desk desk;
        const QJsonObject child{{u"request"_s, idText(requestId(1))}, {u"text"_s, u"secret"_s}};
        must(desk.store.apply(page(4, {change(1, ChangeOp::Create, Kind::Request, requestId(1), {{u"subject"_s, u"secret"_s}}),
                                       change(2, ChangeOp::Create, Kind::Note, noteId(1), child),
                                       change(3, ChangeOp::Create, Kind::Contact, contactId(1), child),
                                       change(4, ChangeOp::Patch, Kind::Note, noteId(1), {{u"text"_s, u"secret 2"_s}})})));
        must(desk.store.apply(page(5, {change(5, ChangeOp::Leave, Kind::Request, requestId(1), {})})));
        for (const auto table : {"request"_L1, "note"_L1, "contact"_L1, "history"_L1, "shadow"_L1})
            QCOMPARE(must(desk.store.database().integer(QLatin1StringView("SELECT count(*) FROM " + QByteArray(table.data())))),
                     0);
        must(checkIndexes(desk.store.database()));
        must(desk.store.apply(page(6, {change(6, ChangeOp::Enter, Kind::Request, requestId(1), {{u"subject"_s, u"again"_s}})})));
        QCOMPARE(request(desk.store, 1).value(u"subject"_s).toString(), u"again"_s);
        QCOMPARE(must(viewCounts(desk.store, {}, {}, {})).all, 1);
    }

    void ownWorkOnWhatLeftWaitsAndReturns()
    {
        Desk desk;
        must(desk.store.apply(page(1, {change(1, ChangeOp::Create, Kind::Request, requestId(1), {{u"subject"_s, u"A"_s}})})));
        must(desk.store.submit({patch(1, {{u"address"_s, u"mine"_s}})}, desk.actor));
        must(desk.store.apply(page(2, {change(2, ChangeOp::Leave, Kind::Request, requestId(1), {})})));
        QVERIFY(request(desk.store, 1).isEmpty());
        QCOMPARE(must(desk.store.queued(5)).size(), 1);
        must(desk.store.apply(page(3, {change(3, ChangeOp::Enter, Kind::Request, requestId(1), {{u"subject"_s, u"A"_s}})})));
        QCOMPARE(request(desk.store, 1).value(u"address"_s).toString(), u"mine"_s);
    }

    void ownWorkOnAProposalLeavesWithItsRequest()
    {
        Desk desk;
        const Id proposal = noteId(7);
        const QJsonObject open{{u"target"_s, idText(requestId(1))},
                               {u"target_kind"_s, u"request"_s},
                               {u"verb"_s, u"patch"_s},
                               {u"author"_s, idText(userId(1))},
                               {u"state"_s, u"open"_s}};
        must(desk.store.apply(page(2, {change(1, ChangeOp::Create, Kind::Request, requestId(1), {{u"subject"_s, u"A"_s}}),
                                       change(2, ChangeOp::Create, Kind::Proposal, proposal, open)})));
        must(desk.store.submit({{Kind::Proposal, Verb::Patch, proposal, {{u"state"_s, u"dismissed"_s}}, {}, 0}}, desk.actor));
        must(desk.store.acknowledge({{{1, Outcome::Applied, Refusal::None, 4}}, 1, 0}));
        must(desk.store.apply(page(4, {change(3, ChangeOp::Leave, Kind::Request, requestId(1), {})})));
        QVERIFY(!must(desk.store.document(Kind::Proposal, proposal)));
        QCOMPARE(must(desk.store.database().integer("SELECT count(*) FROM shadow"_L1)), 0);
    }

    void aNumberTakenByOtherWorkIsChanged()
    {
        Desk desk;
        must(desk.store.submit(newCall(1), desk.actor));
        must(desk.store.renumberAfter(2));
        const auto queued = must(desk.store.queued(5));
        QCOMPARE(queued.first().n, 3);
        QCOMPARE(queued.last().n, 5);
        QCOMPARE(must(desk.store.lastNumber()), 5);
        must(desk.store.holdLocally(3, Refusal::WrongValue));
        QVERIFY(!must(desk.store.document(Kind::Citizen, citizenId(1))));
        QCOMPARE(must(desk.store.outboxCounts()).refused, 1);
    }

    void pushesAreCutToSize()
    {
        Desk desk;
        must(desk.store.submit(newCall(1), desk.actor));
        QCOMPARE(must(desk.store.queued(2)).size(), 2);
        QCOMPARE(must(desk.store.queued(10, 1)).size(), 1);
    }

    void everyStorageAccessMayFail_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("full") << SQLITE_FULL;
        QTest::newRow("I/O error") << SQLITE_IOERR;
    }
    void everyStorageAccessMayFail()
    {
        QFETCH(int, code);
        const QStringList all = shownTables + QStringList{u"outbox"_s, u"shadow"_s, u"meta"_s, u"draft"_s};
        const QJsonObject child{{u"request"_s, idText(requestId(1))}, {u"text"_s, u"n"_s}};
        const QList<std::function<Status(Desk &)>> works{
            [](Desk &d) -> Status {
                const auto done = d.store.submit(newCall(2), d.actor, u"contact/1"_s);
                return done ? success() : Status(done.error());
            },
            [](Desk &d) -> Status {
                const auto done =
                    d.store.apply(page(9, {change(5, ChangeOp::Create, Kind::Request, requestId(3), {{u"subject"_s, u"x"_s}}),
                                           change(6, ChangeOp::Patch, Kind::Request, requestId(1), {{u"subject"_s, u"y"_s}}),
                                           change(7, ChangeOp::Patch, Kind::Citizen, citizenId(5), {{u"last_name"_s, u"Z"_s}}),
                                           change(8, ChangeOp::Leave, Kind::Request, requestId(4), {})}));
                return done ? success() : Status(done.error());
            },
            [](Desk &d) -> Status {
                const auto done =
                    d.store.applySnapshot(snapshot(9, {{Kind::Request, requestId(4), 8, {{u"subject"_s, u"snap"_s}}, {}},
                                                       {Kind::Request, requestId(6), 9, {{u"subject"_s, u"snap"_s}}, {}}}));
                return done ? success() : Status(done.error());
            },
            [](Desk &d) -> Status {
                const auto done = d.store.purgeOutside({userId(3), d.store.device(), {Role::Referent}, {}, false});
                return done ? success() : Status(done.error());
            }};
        for (const auto &work : works) {
            Desk desk;
            must(desk.store.apply(page(4, {change(1, ChangeOp::Create, Kind::Citizen, citizenId(5), {{u"last_name"_s, u"D"_s}}),
                                           change(2, ChangeOp::Create, Kind::Request, requestId(1),
                                                  {{u"subject"_s, u"a"_s}, {u"citizen"_s, idText(citizenId(5))}}),
                                           change(3, ChangeOp::Create, Kind::Request, requestId(4), {{u"subject"_s, u"b"_s}}),
                                           change(4, ChangeOp::Create, Kind::Note, noteId(1), child)})));
            must(desk.store.submit({patch(1, {{u"address"_s, u"mine"_s}})}, desk.actor));
            must(desk.store.saveDraft(u"contact/1"_s, {{u"text"_s, u"typed"_s}}));
            must(desk.store.beginSnapshot(SnapshotMode::Replace));
            const QByteArray before = contentOf(desk.store.database(), all);
            int n = 1;
            for (;; ++n) {
                int left = n;
                bool fired = false;
                desk.store.database().setFaultInjector([&]() -> std::optional<int> {
                    fired = fired || --left == 0;
                    return left == 0 ? std::optional(code) : std::nullopt;
                });
                const Status done = work(desk);
                desk.store.database().setFaultInjector({});
                if (!fired)
                    break;
                if (!done) {
                    QCOMPARE(done.error().code, code == SQLITE_FULL ? ErrorCode::StorageFull : ErrorCode::Storage);
                    if (contentOf(desk.store.database(), all) != before)
                        break; // only the emptying of the log came after the commit
                }
                QVERIFY(!desk.store.database().inTransaction());
                if (done)
                    break;
                must(checkIndexes(desk.store.database()));
            }
            QVERIFY(n > 5);
            must(checkIndexes(desk.store.database()));
            QVERIFY(contentOf(desk.store.database(), all) != before);
        }
    }

    void whatIsFiledIsNoDraftAnyMore()
    {
        Desk desk;
        for (const QString &key : {u"contact/1"_s, u"contact/2"_s})
            must(desk.store.saveDraft(key, {{u"text"_s, u"typed"_s}}));
        must(desk.store.submit(newCall(1), desk.actor, u"contact/1"_s));
        QVERIFY(!must(desk.store.draft(u"contact/1"_s)));
        QVERIFY(!desk.store.submit({patch(9, {{u"status"_s, u"waiting"_s}})}, desk.actor, u"contact/2"_s));
        QVERIFY(must(desk.store.draft(u"contact/2"_s))); // refused: it is still only here
        must(desk.store.submit({}, desk.actor, u"contact/2"_s));
        QVERIFY(!must(desk.store.draft(u"contact/2"_s)));
    }

    void draftsSurviveAndAFullDiskTakesOneMore()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"desk.db"_s);
        ManualClock clock;
        QRandomGenerator random(1);
        const QByteArray key(32, 'k');
        {
            DeskStore store = must(DeskStore::open(path, key, clock, random));
            must(store.saveDraft(u"desk/1"_s, {{u"text"_s, u"canary of plaintext"_s}}));
            must(store.saveDraft(u"note/1"_s, {{u"text"_s, u"n"_s}}));
            QCOMPARE(must(store.drafts(u"desk/"_s)).size(), 1);
            QVERIFY(QFile::exists(path + u".ballast"_s));
            store.database().setFaultInjector([&]() -> std::optional<int> {
                return QFile::exists(path + u".ballast"_s) ? std::optional(SQLITE_FULL) : std::nullopt;
            });
            must(store.saveDraft(u"desk/2"_s, {{u"text"_s, u"typed on a full disk"_s}}));
            QVERIFY(!QFile::exists(path + u".ballast"_s));
        }
        DeskStore store = must(DeskStore::open(path, key, clock, random));
        QCOMPARE(must(store.draft(u"desk/2"_s))->content.value(u"text"_s).toString(), u"typed on a full disk"_s);
        QVERIFY(QFile::exists(path + u".ballast"_s));
        must(store.deleteDraft(u"desk/2"_s));
        QVERIFY(!must(store.draft(u"desk/2"_s)));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("canary"));
        QCOMPARE(DeskStore::open(path, QByteArray(32, 'x'), clock, random).error().code, ErrorCode::StorageKey);
        QCOMPARE(DeskStore::open(path, {}, clock, random).error().code, ErrorCode::StorageKey);
    }

    void aStoreOfANewerProgramIsRefused()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"desk.db"_s);
        ManualClock clock;
        QRandomGenerator random(1);
        {
            DeskStore store = must(DeskStore::open(path, {}, clock, random));
            must(store.database().run("PRAGMA user_version=999"_L1));
        }
        QCOMPARE(DeskStore::open(path, {}, clock, random).error().code, ErrorCode::StorageNewer);
    }
};

QTEST_GUILESS_MAIN(TestDeskStore)
#include "tst_deskstore.moc"
