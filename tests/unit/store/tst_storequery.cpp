#include "storekit.h"

#include "domain/workflow.h"
#include "sqlite/migration.h"
#include "store/citizenquery.h"
#include "store/duplicatequery.h"
#include "store/referencequery.h"
#include "store/requestsql.h"
#include "store/timelinequery.h"
#include "testkit/property.h"

using namespace parvis;
using namespace parvis::storekit;

static const QDate today(2026, 12, 4);
static constexpr qint64 dayMs = 86'400'000;

class TestStoreQuery : public QObject
{
    Q_OBJECT

private:
    //! 300 requests of all kinds, in no order.
    static void fill(Desk &desk, quint32 seed)
    {
        QRandomGenerator random(seed);
        const auto pick = [&random](int n) { return int(random.bounded(n)); };
        QList<Change> changes{
            change(1, ChangeOp::Create, Kind::Unit, serviceId(0), {{u"short_name"_s, u"Voirie"_s}, {u"name"_s, u"V"_s}})};
        for (int n = 0; n < 300; ++n) {
            const auto status = Tokens<RequestStatus>::words[static_cast<std::size_t>(pick(7))];
            QJsonObject f{{u"subject"_s, u"Sujet %1 %2"_s.arg(pick(5)).arg(n)},
                          {u"number"_s, u"2026-%1"_s.arg(n, 6, 10, QChar(u'0'))},
                          {u"received_at"_s, desk.clock.now().ms - dayMs * pick(20)},
                          {u"channel"_s, Tokens<Channel>::words[static_cast<std::size_t>(pick(11))]},
                          {u"service"_s, idText(serviceId(pick(4)))}};
            if (pick(10) > 0) // a document may leave its status out: received
                f.insert(u"status"_s, status);
            static const std::array reasons{u"missing_documents"_s, u"citizen_answer"_s, u"contractor"_s};
            if (const int reason = pick(4); reason < 3)
                f.insert(u"reason"_s, reasons[std::size_t(reason)]);
            if (pick(4) > 0)
                f.insert(u"due_on"_s, today.addDays(pick(7) - 3).toString(Qt::ISODate));
            if (pick(3) > 0)
                f.insert(u"assignee"_s, idText(userId(pick(3))));
            if (pick(3) > 0)
                f.insert(u"district"_s, idText(districtId(pick(3))));
            if (pick(3) > 0)
                f.insert(u"citizen"_s, idText(citizenId(pick(5))));
            changes.append(change(n + 2, ChangeOp::Create, Kind::Request, requestId(n), f));
        }
        must(desk.store.apply(page(400, changes)));
    }

    static QList<RequestQuery> allQueries(qint64 now)
    {
        QList<RequestQuery> queries;
        for (const auto view : {RequestView::All, RequestView::Mine, RequestView::MyServices, RequestView::Late,
                                RequestView::DueToday, RequestView::ToQualify}) {
            const RequestQuery base{.view = view, .user = userId(1), .services = {serviceId(0), serviceId(2)}, .today = today};
            queries.append(base);
            const auto with = [&](auto change) {
                RequestQuery q = base;
                change(q);
                queries.append(q);
            };
            with([](RequestQuery &q) { q.status = RequestStatus::InProgress; });
            with([](RequestQuery &q) { q.status = RequestStatus::Closed; });
            with([](RequestQuery &q) { q.channel = Channel::Letter; });
            with([](RequestQuery &q) { q.service = serviceId(1); });
            with([](RequestQuery &q) { q.district = districtId(1); });
            with([](RequestQuery &q) { q.citizen = citizenId(1); });
            with([](RequestQuery &q) { q.assignee = userId(2); });
            with([now](RequestQuery &q) { q.since = {now - 5 * dayMs}; });
            with([now](RequestQuery &q) { q.until = {now - 5 * dayMs}; });
            with([](RequestQuery &q) { q.late = true; });
            with([](RequestQuery &q) { q.number = u"2026-0001"_s; });
            with([](RequestQuery &q) { q.number = u"42"_s; });
            with([](RequestQuery &q) { q.words = u"sujet"_s; });
        }
        return queries;
    }

    static QStringList planOf(Database &database, const QByteArray &sql)
    {
        QStringList plan;
        Statement s = database.prepare("EXPLAIN QUERY PLAN " + sql);
        while (must(s.step()))
            plan.append(s.text(3));
        return plan;
    }

    //! An index walked in its order and left early is none.
    static bool isWholeScan(const QString &step, QLatin1StringView table)
    {
        const QString scan = "SCAN "_L1 + table;
        return step == scan || (step.startsWith(scan + u' ') && !step.contains(" USING INDEX request_"_L1) &&
                                !step.contains(" USING COVERING INDEX request_open"_L1));
    }

private Q_SLOTS:
    void everyListHoldsWhatBelongsToItInOrder()
    {
        Desk desk;
        fill(desk, 11);
        QList<RequestRow> all;
        for (int n = 0; n < 300; ++n)
            all.append(*must(requestRow(desk.store, requestId(n))));
        const auto queries = allQueries(desk.clock.now().ms);
        int i = 0;
        for (const RequestQuery &q : queries) {
            QSet<Id> expected;
            for (const RequestRow &row : all) {
                const bool isNumber = q.number != "42"_L1 || row.number == "2026-000042"_L1;
                if (belongs(row, q) && isNumber)
                    expected.insert(row.id);
            }
            QList<RequestRow> found;
            std::optional<RequestCursor> cursor;
            do {
                const RequestPage page = must(requestPage(desk.store, q, 7, cursor));
                found += page.rows;
                cursor = page.next;
            } while (cursor);
            QSet<Id> ids;
            for (const RequestRow &row : found)
                ids.insert(row.id);
            QVERIFY2(ids == expected && ids.size() == found.size(),
                     qPrintable(u"query %1: %2 expected, %3 found"_s.arg(i).arg(expected.size()).arg(found.size())));
            const auto isBefore = [&q](const RequestRow &a, const RequestRow &b) {
                if (!q.words.isEmpty())
                    return a.rowid > b.rowid;
                if (q.view == RequestView::All)
                    return std::pair(a.receivedAt, a.rowid) > std::pair(b.receivedAt, b.rowid);
                const auto urgency = [](const RequestRow &r) { return r.dueOn.isValid() ? r.dueOn.toJulianDay() : 9999999; };
                return std::pair(urgency(a), a.rowid) < std::pair(urgency(b), b.rowid);
            };
            QVERIFY2(std::is_sorted(found.begin(), found.end(), isBefore),
                     qPrintable(u"query %1: %2 expected, %3 found"_s.arg(i).arg(expected.size()).arg(found.size())));
            ++i;
        }
    }

    void noListReadsTheWholeTableOrSortsIt()
    {
        Desk desk;
        const auto queries = allQueries(desk.clock.now().ms);
        for (const RequestQuery &q : queries) {
            for (const auto &after : {std::optional<RequestCursor>(), std::optional(RequestCursor{1, 1})}) {
                const QByteArray sql = requestSql(q, 50, after).text;
                const QString plan = planOf(desk.store.database(), sql).join(u'\n');
                const QString about = QString::fromUtf8(sql) + u'\n' + plan;
                for (const QString &step : plan.split(u'\n')) {
                    for (const auto table : {"r"_L1, "c"_L1, "u"_L1})
                        QVERIFY2(!isWholeScan(step, table), qPrintable(about));
                }
                if (q.number.isEmpty()) // a number gives a handful
                    QVERIFY2(!plan.contains("TEMP B-TREE"_L1), qPrintable(about));
            }
        }
    }

    void noOtherScreenQueryReadsAWholeTable()
    {
        Desk desk;
        fill(desk, 3);
        // Every statement that the queries below prepared is in the connection's own list.
        must(viewCounts(desk.store, userId(1), {serviceId(1)}, today));
        must(onTime(desk.store, today.addDays(-30), today));
        must(requestsOf(desk.store, citizenId(1)));
        must(requestDetail(desk.store, requestId(1)));
        must(citizenRecord(desk.store, citizenId(1)));
        must(openProposals(desk.store, userId(1)));
        must(contactsSince(desk.store, {1}));
        must(contactCounts(desk.store, {1}));
        for (const QString &typed : {u"0612"_s, u"dum cl"_s, u"a@b"_s})
            must(findCitizens(desk.store, typed));
        must(likelyDuplicates(
            desk.store,
            {.citizen = citizenId(1), .subject = u"lampadaire"_s, .latitude = 48.9, .longitude = 4.3, .now = desk.clock.now()}));
        const auto statements = desk.store.database().statements();
        int looked = 0;
        for (const QByteArray &sql : statements) {
            if (!sql.startsWith("SELECT") || sql.contains("sqlite_master"))
                continue;
            for (const QString &step : planOf(desk.store.database(), sql)) {
                for (const auto table :
                     {"request"_L1, "r"_L1, "citizen"_L1, "c"_L1, "contact"_L1, "k"_L1, "history"_L1, "note"_L1})
                    QVERIFY2(!isWholeScan(step, table), qPrintable(QString::fromUtf8(sql) + u'\n' + step));
            }
            ++looked;
        }
        QVERIFY(looked > 15);
    }

    void countsAreTheLengthsOfTheLists()
    {
        Desk desk;
        fill(desk, 5);
        const IdSet services{serviceId(0), serviceId(2)};
        const ViewCounts counts = must(viewCounts(desk.store, userId(1), services, today));
        const auto length = [&](RequestView view) {
            return qint64(
                must(requestPage(desk.store, {.view = view, .user = userId(1), .services = services, .today = today}, 1000))
                    .rows.size());
        };
        QCOMPARE(counts, (ViewCounts{length(RequestView::All), length(RequestView::Mine), length(RequestView::MyServices),
                                     length(RequestView::Late), length(RequestView::DueToday), length(RequestView::ToQualify)}));
        QVERIFY(counts.late > 0 && counts.mine > 0 && counts.all == 300);
    }

    void callersAreFoundByNumberNameAndMail()
    {
        Desk desk;
        const auto citizen = [](int n, const QJsonObject &fields) {
            return change(n, ChangeOp::Create, Kind::Citizen, citizenId(n), fields);
        };
        must(desk.store.apply(
            page(9, {citizen(1, {{u"last_name"_s, u"Dumont"_s}, {u"first_name"_s, u"Claire"_s}, {u"phone"_s, u"+33612345678"_s}}),
                     citizen(2, {{u"last_name"_s, u"Martin"_s}, {u"first_name"_s, u"Dumè"_s}, {u"phone2"_s, u"+33612999999"_s}}),
                     citizen(3, {{u"organisation"_s, u"Boulangerie des Halles"_s}, {u"email"_s, u"Pain@halles.example"_s}}),
                     citizen(4, {{u"last_name"_s, u"Lefèvre-Dumas"_s}, {u"first_name"_s, u"Zoé"_s}}),
                     change(5, ChangeOp::Create, Kind::Request, requestId(1),
                            {{u"subject"_s, u"a"_s}, {u"citizen"_s, idText(citizenId(1))}}),
                     change(6, ChangeOp::Create, Kind::Request, requestId(2),
                            {{u"subject"_s, u"b"_s}, {u"citizen"_s, idText(citizenId(1))}, {u"status"_s, u"closed"_s}})})));
        const auto ids = [&desk](const QString &typed) {
            QList<Id> list;
            for (const CitizenHit &hit : must(findCitizens(desk.store, typed)))
                list.append(hit.citizen.id);
            return list;
        };
        for (const QString &typed :
             {u"06 12 34"_s, u"+33612345678"_s, u"06.12.34.56.78"_s, u"dumo"_s, u"DUMONT cl"_s, u"claire dum"_s})
            QVERIFY2(ids(typed) == QList<Id>{citizenId(1)}, qPrintable(typed));
        QCOMPARE(ids(u"0612"_s), (QList<Id>{citizenId(1), citizenId(2)}));
        QCOMPARE(ids(u"pain@h"_s), QList<Id>{citizenId(3)});
        QCOMPARE(ids(u"hal"_s), QList<Id>{citizenId(3)});
        // Last names before first names.
        QCOMPARE(ids(u"dum"_s), (QList<Id>{citizenId(4), citizenId(1), citizenId(2)}));
        QCOMPARE(ids(u"d"_s), QList<Id>{});
        QCOMPARE(ids(u"06"_s), QList<Id>{});
        QCOMPARE(must(findCitizens(desk.store, u"dumont"_s)).first().openRequests, 1);
        const auto record = must(citizenRecord(desk.store, citizenId(1)));
        QCOMPARE(record->requests.size(), 2);
        QCOMPARE(record->requests.first().id, requestId(1));
        QVERIFY(!must(citizenRecord(desk.store, citizenId(77))));
    }

    //! What a card's own form holds are words of the request, whatever the card calls its fields.
    void requestsAreFoundByTheirForm()
    {
        Desk desk;
        const QString sha(64, u'a');
        const QJsonObject form{
            {u"plate"_s, u"AB-123-CD"_s},
            {u"objects"_s, QJsonArray{u"Fauteuil"_s, u"Armoire normande"_s}},
            {u"district"_s, u"Faubourg"_s}, // a field that only happens to be called so
            {u"where"_s, QJsonObject{{u"address"_s, u"3 rue Valmy"_s}, {u"district"_s, idText(districtId(1))}}},
            {u"scan"_s,
             QJsonObject{
                 {u"name"_s, u"constat.pdf"_s}, {u"sha256"_s, sha}, {u"bytes"_s, 12}, {u"media_type"_s, u"application/pdf"_s}}},
            {u"urgent"_s, true}};
        must(desk.store.apply(page(2, {change(1, ChangeOp::Create, Kind::Request, requestId(1), {{u"form"_s, form}}),
                                       change(2, ChangeOp::Create, Kind::Request, requestId(2),
                                              {{u"form"_s, QJsonObject{{u"plate"_s, u"1234 ABC 51"_s}}}})})));
        const auto found = [&desk](const QString &words) {
            QList<Id> ids;
            for (const RequestRow &row : must(requestPage(desk.store, {.words = words}, 10)).rows)
                ids.append(row.id);
            return ids;
        };
        const QList<Id> first{requestId(1)}, second{requestId(2)}, nothing;
        for (const QString &words :
             {u"AB-123-CD"_s, u"ab123cd"_s, u"fauteuil"_s, u"normande"_s, u"faubourg"_s, u"valmy"_s, u"constat.pdf"_s})
            QVERIFY2(found(words) == first, qPrintable(words));
        QCOMPARE(found(u"1234abc51"_s), second);
        for (const QString &words : {sha, idText(districtId(1)), u"application"_s, u"true"_s})
            QVERIFY2(found(words) == nothing, qPrintable(words));

        must(desk.store.submit(
            {{Kind::Request, Verb::Patch, requestId(1), {{u"form"_s, QJsonObject{{u"plate"_s, u"ZZ-999-ZZ"_s}}}}, {}, 1}},
            desk.actor));
        QCOMPARE(found(u"zz999zz"_s), first);
        QCOMPARE(found(u"ab123cd"_s), nothing);
        QCOMPARE(found(u"fauteuil"_s), nothing);
        must(checkIndexes(desk.store.database()));
    }

    //! The file of an older program gets its words by the migration.
    void formsOfAnOlderFileAreFound()
    {
        Desk desk;
        Database &database = desk.store.database();
        must(desk.store.apply(
            page(1, {change(1, ChangeOp::Create, Kind::Request, requestId(1),
                            {{u"subject"_s, u"Épave"_s}, {u"form"_s, QJsonObject{{u"plate"_s, u"AB-123-CD"_s}}}})})));
        must(database.runScript(
            "DROP TABLE request_fts; DROP VIEW request_text;"
            "CREATE VIEW request_text(rowid, words) AS SELECT rowid, subject FROM request;"
            "CREATE VIRTUAL TABLE request_fts USING fts5(words, content='request_text',"
            " content_rowid='rowid', detail=column, columnsize=0);"
            "DROP INDEX history_incident; DROP INDEX history_incident_was; ALTER TABLE history DROP COLUMN incident;"
            "ALTER TABLE history DROP COLUMN incident_was;"
            "DROP INDEX history_assignee; DROP INDEX note_at; DROP TABLE blob; DROP TABLE blob_part; DROP "
            "INDEX attachment_digest; DROP TABLE routing_rule; DROP TABLE reminder;"
            "ALTER TABLE attachment DROP COLUMN removed; ALTER TABLE user DROP COLUMN absences;"
            "ALTER TABLE unit DROP COLUMN head; ALTER TABLE unit DROP COLUMN assignment;"
            "ALTER TABLE unit DROP COLUMN closed; ALTER TABLE unit DROP COLUMN successor;"
            "ALTER TABLE unit DROP COLUMN policy;"
            "DROP INDEX request_incident; DROP INDEX request_gathered; ALTER TABLE request DROP COLUMN incident; DROP TABLE "
            "incident;"
            "ALTER TABLE theme DROP COLUMN incident_metres; ALTER TABLE theme DROP COLUMN incident_days;"
            "ALTER TABLE theme DROP COLUMN incident_confidence; DROP INDEX request_map; DROP INDEX request_parent; DROP INDEX "
            "request_board; DROP INDEX request_own_board; DROP "
            "TABLE mission;"
            "ALTER TABLE request DROP COLUMN authority; ALTER TABLE request DROP COLUMN checked;"
            "ALTER TABLE request DROP COLUMN parent; ALTER TABLE request DROP COLUMN satisfaction;"
            "ALTER TABLE user DROP COLUMN email; ALTER TABLE user DROP COLUMN notify;"
            "ALTER TABLE user DROP COLUMN password_at;"
            "ALTER TABLE district DROP COLUMN layer; ALTER TABLE district DROP COLUMN geometry;"
            "DROP TABLE template; DROP TABLE reply; DROP TABLE dispatch; ALTER TABLE user DROP COLUMN capacity;"
            "ALTER TABLE contact DROP COLUMN post; ALTER TABLE unit DROP COLUMN reply_circuits; ALTER TABLE unit DROP COLUMN "
            "letterhead;"
            "ALTER TABLE request DROP COLUMN suspensions; ALTER TABLE request DROP COLUMN missing;"
            "PRAGMA user_version=2"));
        must(migrate(database, u":/migrations/store"_s));
        must(checkIndexes(database));
        QCOMPARE(must(requestPage(desk.store, {.words = u"ab123cd"_s}, 10)).rows.size(), 1);
        QCOMPARE(must(requestPage(desk.store, {.words = u"epave"_s}, 10)).rows.size(), 1);
    }

    void duplicatesSayWhy()
    {
        Desk desk;
        const qint64 now = desk.clock.now().ms;
        const auto request = [&](int n, qint64 days, QJsonObject fields) {
            fields.insert(u"received_at"_s, now - days * dayMs);
            return change(n, ChangeOp::Create, Kind::Request, requestId(n), fields);
        };
        must(desk.store.apply(page(
            9, {request(1, 70, {{u"subject"_s, u"Lampadaire éteint"_s}, {u"latitude"_s, 48.9}, {u"longitude"_s, 4.3}}), // too old
                request(2, 1,
                        {{u"subject"_s, u"Lampadaire cassé"_s},
                         {u"latitude"_s, 48.9003},
                         {u"longitude"_s, 4.3},
                         {u"status"_s, u"assigned"_s}}),
                request(3, 1,
                        {{u"subject"_s, u"Lampadaire éteint"_s}, {u"latitude"_s, 48.92}, {u"longitude"_s, 4.3}}), // words alone
                request(4, 2, {{u"subject"_s, u"Autre"_s}, {u"citizen"_s, idText(citizenId(1))}}),
                request(5, 2, {{u"subject"_s, u"Ancien"_s}, {u"citizen"_s, idText(citizenId(1))}, {u"status"_s, u"closed"_s}}),
                request(6, 3, {{u"subject"_s, u"Lampadaire éteint"_s}, {u"address"_s, u"12 Rue des Tanneurs"_s}})})));
        const auto found = must(likelyDuplicates(desk.store, {.citizen = citizenId(1),
                                                              .subject = u"lampadaire eteint"_s,
                                                              .address = u"12 rue des tanneurs"_s,
                                                              .latitude = 48.9,
                                                              .longitude = 4.3,
                                                              .now = desk.clock.now()}));
        QMap<Id, Duplicate> byId;
        for (const Duplicate &d : found)
            byId.insert(d.row.id, d);
        QCOMPARE(byId.keys(), (QList<Id>{requestId(2), requestId(4), requestId(6)}));
        QVERIFY(byId[requestId(2)].reasons.contains(DuplicateReason::SamePlace));
        QVERIFY(byId[requestId(2)].metres > 30 && byId[requestId(2)].metres < 36);
        QCOMPARE(byId[requestId(4)].reasons, QList<DuplicateReason>{DuplicateReason::SameCitizen});
        QCOMPARE(byId[requestId(6)].reasons, (QList<DuplicateReason>{DuplicateReason::SamePlace, DuplicateReason::SameWords}));
        QVERIFY(byId[requestId(2)].sameCause > proposedConfidence);
        QCOMPARE(byId[requestId(6)].sameCause, 0.0); // where it is on the map is not known
        QCOMPARE(found.first().row.id, requestId(2));
    }

    //! A caller has several matters at one address: another procedure in other words is no duplicate, the same one is.
    void anotherMatterIsNoDuplicate()
    {
        Desk desk;
        const auto request = [&](int n, const QString &subject, int card) {
            return change(n + 1, ChangeOp::Create, Kind::Request, requestId(n),
                          {{u"subject"_s, subject},
                           {u"card"_s, idText(id(9, card))},
                           {u"citizen"_s, idText(citizenId(1))},
                           {u"address"_s, u"12 rue des Tanneurs"_s},
                           {u"received_at"_s, desk.clock.now().ms - dayMs}});
        };
        must(desk.store.apply(page(9, {request(1, u"Rue entière dans le noir"_s, 1), request(2, u"Fourgon sur le trottoir"_s, 2),
                                       request(3, u"Voiture immobile depuis longtemps"_s, 1)})));
        const auto found = must(likelyDuplicates(desk.store, {.citizen = citizenId(1),
                                                              .card = id(9, 2),
                                                              .subject = u"Véhicule abandonné"_s,
                                                              .text = u"voiture immobile"_s,
                                                              .address = u"12 rue des Tanneurs"_s,
                                                              .now = desk.clock.now()}));
        QList<Id> ids;
        for (const Duplicate &d : found)
            ids.append(d.row.id);
        QCOMPARE(ids.size(), 2);
        QVERIFY(ids.contains(requestId(2)) && ids.contains(requestId(3))); // the same card; the same words
    }

    void aRequestComesWithAllThatHangsOnIt()
    {
        Desk desk;
        const QString request = idText(requestId(1));
        must(desk.store.apply(page(
            9, {change(1, ChangeOp::Create, Kind::Citizen, citizenId(1), {{u"last_name"_s, u"D"_s}}),
                change(2, ChangeOp::Create, Kind::Request, requestId(1),
                       {{u"subject"_s, u"a"_s}, {u"citizen"_s, idText(citizenId(1))}}),
                change(3, ChangeOp::Patch, Kind::Request, requestId(1), {{u"subject"_s, u"b"_s}}, {{u"subject"_s, u"a"_s}}),
                change(4, ChangeOp::Create, Kind::Note, noteId(1), {{u"request"_s, request}, {u"text"_s, u"n"_s}, {u"at"_s, 5}}),
                change(5, ChangeOp::Create, Kind::Note, noteId(2), {{u"request"_s, request}, {u"text"_s, u"m"_s}, {u"at"_s, 9}}),
                change(6, ChangeOp::Create, Kind::Proposal, id(9, 1),
                       {{u"target"_s, request}, {u"target_kind"_s, u"request"_s}, {u"author"_s, idText(userId(1))}}),
                change(7, ChangeOp::Create, Kind::Contact, contactId(1),
                       {{u"request"_s, request}, {u"citizen"_s, idText(citizenId(1))}, {u"at"_s, 9}})})));
        must(desk.store.submit(
            {{Kind::Note, Verb::Create, noteId(3), {{u"request"_s, request}, {u"text"_s, u"mine"_s}, {u"at"_s, 10}}, {}, 0}},
            desk.actor));
        const auto detail = must(requestDetail(desk.store, requestId(1)));
        QCOMPARE(detail->request.subject, u"b"_s);
        QCOMPARE(detail->seq, 3);
        QCOMPARE(detail->citizen->lastName, u"D"_s);
        QCOMPARE(detail->notes.size(), 3);
        QCOMPARE(detail->notes.first().text, u"mine"_s);
        QCOMPARE(detail->contacts.size(), 1);
        QCOMPARE(detail->proposals.size(), 1);
        QCOMPARE(detail->history.size(), 2);
        QCOMPARE(detail->history.first().was.value(u"subject"_s).toString(), u"a"_s);
        QCOMPARE(detail->pending.size(), 1);
        QVERIFY(must(requestRow(desk.store, requestId(1)))->conflict);
        QCOMPARE(must(openProposals(desk.store, userId(1))).size(), 1);
        QCOMPARE(must(openProposals(desk.store, userId(2))).size(), 0);
        QVERIFY(!must(requestDetail(desk.store, requestId(77))));
        const auto contacts = must(contactsSince(desk.store, {5}));
        QCOMPARE(contacts.first().citizen, u"D"_s);
        QCOMPARE(must(contactCounts(desk.store, {5})), (ContactCounts{1, 0, 1}));
        QCOMPARE(must(contactCounts(desk.store, {10})), (ContactCounts{0, 0, 0}));
    }

    void wordsKeptOnTimeAreCounted()
    {
        Desk desk;
        const auto due = [](int n, const QJsonObject &fields) {
            QJsonObject f = fields;
            f.insert(u"due_on"_s, u"2026-12-01"_s);
            return change(n, ChangeOp::Create, Kind::Request, requestId(n), f);
        };
        const qint64 noon = QDateTime(QDate(2026, 12, 1), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch();
        must(desk.store.apply(
            page(9, {due(1, {{u"status"_s, u"answered"_s}, {u"answered_at"_s, noon}}),
                     due(2, {{u"status"_s, u"closed"_s}, {u"closed_at"_s, noon + dayMs}}), due(3, {{u"status"_s, u"assigned"_s}}),
                     due(4, {{u"status"_s, u"waiting"_s}, {u"reason"_s, u"citizen_answer"_s}})})));
        const OnTime share = must(onTime(desk.store, QDate(2026, 11, 1), QDate(2026, 12, 2)));
        QCOMPARE(share.promised, 3); // not what the citizen is waited for
        QCOMPARE(share.kept, 1);
        must(desk.store.apply(page(10, {due(10, {{u"status"_s, u"waiting"_s}, {u"reason"_s, u"contractor"_s}})})));
        QCOMPARE(must(onTime(desk.store, QDate(2026, 11, 1), QDate(2026, 12, 2))).promised, 4);
    }

    void referenceRecordsComeWhole()
    {
        Desk desk;
        must(desk.store.apply(page(
            9, {change(1, ChangeOp::Create, Kind::Unit, serviceId(1), {{u"name"_s, u"Voirie"_s}}),
                change(2, ChangeOp::Create, Kind::User, userId(1),
                       {{u"roles"_s, QJsonArray{u"referent"_s}}, {u"services"_s, QJsonArray{idText(serviceId(1))}}}),
                change(3, ChangeOp::Create, Kind::Calendar, id(9, 1), {{u"alsace_moselle"_s, true}}),
                change(4, ChangeOp::Create, Kind::Card, id(9, 2), {{u"title"_s, u"Véhicule"_s}, {u"ask"_s, u"plaque"_s}})})));
        const ReferenceRecords records = must(loadReference(desk.store));
        QCOMPARE(records.units.first().name, u"Voirie"_s);
        QCOMPARE(records.cards.first().ask, u"plaque"_s);
        QVERIFY(records.calendar.alsaceMoselle);
        const Actor actor = must(desk.store.actor(userId(1)));
        QVERIFY(actor.roles.contains(Role::Referent) && actor.services.contains(serviceId(1)));
        QVERIFY(must(desk.store.actor(userId(7))).roles.empty());
    }
};

QTEST_GUILESS_MAIN(TestStoreQuery)
#include "tst_storequery.moc"
