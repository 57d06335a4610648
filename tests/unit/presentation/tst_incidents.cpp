#include "presentation/bulkcontroller.h"
#include "presentation/incidentscontroller.h"
#include "store/duplicatequery.h"
#include "store/linkquery.h"
#include "unit/presentation/smalldesk.h"

#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace Qt::StringLiterals;
using smalltown::SmallDesk;

//! Reports of one cause at a desk: proposed with reasons, gathered, taken out, merged, and all of it taken back.
class IncidentsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        report(u"Un"_s, 0, u"Une Clio grise sans roues"_s, 9);
        report(u"Deux"_s, 8, u"Voiture Clio abandonnée"_s, 4);
        report(u"Trois"_s, 15, u"Clio ventouse"_s, 1);
        report(u"Loin"_s, 90, u"Clio grise"_s, 1);
        Request hidden = made(u"Caché"_s, 3, u"Clio grise sans roues"_s, 1);
        hidden.confidential = true;
        m_desk->take(hidden);
        Request done = made(u"Close"_s, 3, u"Clio grise sans roues"_s, 2);
        done.status = RequestStatus::Closed;
        done.closedAt = {done.receivedAt.ms + 3600};
        m_desk->take(done);
        m_desk->flush();
        m_bulk = std::make_unique<BulkController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        m_bulk->setActor(m_desk->actor(u"rousseau"_s));
    }
    void cleanup()
    {
        m_bulk.reset();
        m_desk.reset();
    }

    void whatIsTypedFindsItsCause()
    {
        const QList<Duplicate> found = likely();
        QStringList causes;
        for (const Duplicate &d : found) {
            if (d.sameCause > 0)
                causes.append(d.row.subject);
        }
        QCOMPARE(QSet<QString>(causes.begin(), causes.end()), (QSet<QString>{u"Un"_s, u"Deux"_s, u"Trois"_s}));
        QVERIFY(found.first().sameCause > 0.8);
        QVERIFY(found.first().reasons.contains(DuplicateReason::SamePlace));
    }

    void anIncidentStandsForItsReports()
    {
        const Id incident = gather({u"Un"_s, u"Deux"_s});
        const auto i = fromDocument<Incident>(incident, *m_desk->store().document(Kind::Incident, incident).value());
        QCOMPARE(i.subject, m_desk->town.card(smalltown::id(u"vehicule"_s))->title); // no word of a citizen
        QCOMPARE(*i.latitude, *request(u"Un"_s).latitude);                           // of the earliest report
        const QList<Duplicate> found = likely();
        QCOMPARE(std::count_if(found.begin(), found.end(), [&](const Duplicate &d) { return d.row.incident == incident; }), 1);
        const auto first =
            std::find_if(found.begin(), found.end(), [&](const Duplicate &d) { return d.row.incident == incident; });
        QCOMPARE(first->reports, 2);
        const LinkedRequests linked = *linkedRequests(m_desk->store(), request(u"Un"_s));
        QCOMPARE(linked.incident->reports, 2);
        QCOMPARE(linked.incident->open, 2);
        QCOMPARE(linked.causes.size(), 1);
        QCOMPARE(linked.causes.first().row.subject, u"Trois"_s);
    }

    void aThirdJoinsAndIsTakenOut()
    {
        const Id incident = gather({u"Un"_s, u"Deux"_s});
        QCOMPARE(gather({u"Trois"_s, u"Un"_s}), incident);
        QCOMPARE(rowsOf(u"Un"_s), 3);
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->takeOut({id(u"Deux"_s)});
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(rowsOf(u"Un"_s), 2);
        QVERIFY(request(u"Deux"_s).incident.isNull());
        QSignalSpy undone(m_bulk.get(), &BulkController::undone);
        m_bulk->undo(done.first().first().value<BulkDone>());
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(request(u"Deux"_s).incident, incident);
    }

    //! Two incidents turn out to be one, and then not to be.
    void twoBecomeOneAndTwoAgain()
    {
        const Id first = gather({u"Un"_s, u"Deux"_s});
        m_desk->clock.advance(1000);
        const Id second = gather({u"Trois"_s, u"Loin"_s});
        QVERIFY(first != second);
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->gather({id(u"Trois"_s), id(u"Un"_s)});
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(standing(u"Loin"_s), first);
        QCOMPARE(request(u"Loin"_s).incident, second); // untouched: late reports of either go with both
        QCOMPARE(rowsOf(u"Loin"_s), 4);
        const auto summary = *incidentSummary(m_desk->store(), second);
        QCOMPARE(summary->incident.id, first);
        QCOMPARE(summary->merged.size(), 1);
        QSignalSpy undone(m_bulk.get(), &BulkController::undone);
        m_bulk->undo(done.first().first().value<BulkDone>());
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(standing(u"Loin"_s), second);
        QCOMPARE(rowsOf(u"Un"_s), 2);
    }

    void aMergeIsTakenBackForAllThatCameByIt()
    {
        const Id first = gather({u"Un"_s, u"Deux"_s});
        m_desk->clock.advance(1000);
        const Id second = gather({u"Trois"_s, u"Loin"_s});
        gather({u"Trois"_s, u"Un"_s});
        QCOMPARE(standing(u"Loin"_s), first);
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->part(second);
        QTRY_COMPARE(done.size(), 1);
        const BulkDone parted = done.first().first().value<BulkDone>();
        QCOMPARE(parted.requests.size(), 2);
        QCOMPARE(standing(u"Trois"_s), second);
        QCOMPARE(standing(u"Loin"_s), second);
        QSignalSpy undone(m_bulk.get(), &BulkController::undone);
        m_bulk->undo(parted);
        QTRY_COMPARE(undone.size(), 1);
        QCOMPARE(standing(u"Loin"_s), first);
        m_bulk->part(first); // stands for itself: nothing to take back
        QTRY_COMPARE(done.size(), 2);
        QVERIFY(done.last().first().value<BulkDone>().mutations.isEmpty());
    }

    //! That no request came by: its merge is taken back, and that is undone, all the same.
    void anEmptyOneIsPartedToo()
    {
        gather({u"Un"_s, u"Deux"_s});
        m_desk->clock.advance(1000);
        const Id second = gather({u"Trois"_s, u"Loin"_s});
        gather({u"Trois"_s, u"Un"_s});
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->takeOut({id(u"Trois"_s), id(u"Loin"_s)});
        QTRY_COMPARE(done.size(), 1);
        m_bulk->part(second);
        QTRY_COMPARE(done.size(), 2);
        const BulkDone parted = done.last().first().value<BulkDone>();
        QVERIFY(parted.requests.isEmpty());
        QCOMPARE(parted.mutations.size(), 1);
        QSignalSpy undone(m_bulk.get(), &BulkController::undone);
        m_bulk->undo(parted);
        QTRY_COMPARE(undone.size(), 1);
        QVERIFY(m_desk->store().document(Kind::Incident, second).value()->contains("merged_into"_L1));
    }

    void theOneInSightStaysUpToDate()
    {
        IncidentsController incidents(m_desk->gate, m_desk->events, m_desk->clock);
        QSignalSpy changed(&incidents, &IncidentsController::recordChanged);
        const Id incident = gather({u"Un"_s, u"Deux"_s});
        incidents.showOf(request(u"Un"_s).number);
        QTRY_VERIFY(incidents.record());
        QCOMPARE(incidents.record()->summary.incident.id, incident);
        QCOMPARE(incidents.record()->events.size(), 3);
        gather({u"Trois"_s, u"Un"_s});
        QTRY_COMPARE(incidents.record()->events.size(), 4);
        m_bulk->takeOut({id(u"Un"_s)});
        QTRY_VERIFY(!incidents.record()); // it is in none any more
        incidents.showOf({});
        IncidentsController after(m_desk->gate, m_desk->events, m_desk->clock); // asks and is answered behind the other
        after.showOf(request(u"Deux"_s).number);
        QTRY_VERIFY(after.record());
        changed.clear();
        QSignalSpy changedAfter(&after, &IncidentsController::recordChanged);
        gather({u"Un"_s, u"Deux"_s});
        QTRY_VERIFY(!changedAfter.isEmpty());
        QCOMPARE(changed.size(), 0);
    }

    //! Everybody sees an incident: nothing of a confidential request goes into one.
    void whatIsConfidentialIsNotGathered()
    {
        const Id incident = gather({u"Deux"_s, u"Caché"_s});
        QVERIFY(!incident.isNull());
        QVERIFY(request(u"Caché"_s).incident.isNull());
        const auto i = fromDocument<Incident>(incident, *m_desk->store().document(Kind::Incident, incident).value());
        QCOMPARE(*i.longitude, *request(u"Deux"_s).longitude);
    }

    void whatHasNoPlaceIsRefused()
    {
        Request nowhere = made(u"Nulle part"_s, 0, {}, 1);
        nowhere.latitude = nowhere.longitude = {};
        nowhere.address.clear();
        m_desk->take(nowhere);
        m_desk->flush();
        QSignalSpy failed(m_bulk.get(), &BulkController::failed);
        m_bulk->gather({id(u"Nulle part"_s)});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::InvalidInput);
    }

    void possibleOnesAreLookedThrough()
    {
        IncidentsController review(m_desk->gate, m_desk->events, m_desk->clock);
        QSignalSpy changed(&review, &IncidentsController::changed);
        review.look();
        QTRY_VERIFY(review.isLoaded());
        QCOMPARE(review.possible().size(), 1);
        QCOMPARE(review.possible().first().requests.size(), 3); // not the confidential one, nor the closed one, nor the far one
        gather({u"Un"_s, u"Deux"_s, u"Trois"_s});
        review.gathered({id(u"Un"_s), id(u"Deux"_s), id(u"Trois"_s)});
        QVERIFY(review.possible().isEmpty());
        review.look();
        QTRY_VERIFY(changed.size() >= 3);
        QVERIFY(review.possible().isEmpty()); // gathered already
    }

    void theRuleIsMeasuredOnWhatAgentsGathered()
    {
        gather({u"Un"_s, u"Deux"_s, u"Trois"_s});
        const auto measure = *incidentMeasure(m_desk->store(), {theme()}, {40, 30, 50}, {0});
        QCOMPARE(measure.right, 2);
        QCOMPARE(measure.missed, 0);
        QCOMPARE(measure.precision() > 0, true);
        const auto narrow = *incidentMeasure(m_desk->store(), {theme()}, {5, 30, 50}, {0});
        QCOMPARE(narrow.right, 0);
        QCOMPARE(narrow.missed, 2);
    }

    //! Hundreds of thousands of requests: each question goes through its index.
    void readsNoTableFromEndToEnd()
    {
        gather({u"Un"_s, u"Deux"_s});
        (void)likely();
        (void)rowsOf(u"Un"_s);
        (void)incidentSummary(m_desk->store(), request(u"Un"_s).incident);
        int seen = 0;
        for (const QByteArray &sql : m_desk->store().database().statements()) {
            if (!sql.contains("incident") || !sql.startsWith("SELECT") || sql.contains("FROM incident WHERE id = "))
                continue;
            ++seen;
            Statement plan = m_desk->store().database().prepare(QByteArray("EXPLAIN QUERY PLAN " + sql));
            for (auto row = plan.step(); row && *row; row = plan.step()) {
                const QString step = plan.text(3);
                const bool isWhole =
                    step.startsWith(u"SCAN r"_s) || step.startsWith(u"SCAN i"_s) || step.startsWith(u"SCAN request"_s);
                QVERIFY2(!isWhole || step.contains(u"request_arrived"_s) || step.contains(u"request_open"_s),
                         qPrintable(QString::fromUtf8(sql) + u'\n' + step));
            }
        }
        QVERIFY(seen >= 3);
    }

private:
    static Id id(const QString &name) { return smalltown::id(name); }
    static Id theme() { return smalltown::id(u"proprete"_s); }

    Request made(const QString &name, double metresEast, const QString &text, int daysAgo)
    {
        Request r = smalltown::request(name, u"police"_s, RequestStatus::Assigned, QDate(2026, 12, 4));
        r.number = u"2026-%1"_s.arg(++m_count, 6, 10, QChar(u'0'));
        r.card = id(u"vehicule"_s);
        r.theme = theme();
        r.text = text;
        r.address = u"%1 rue des Tanneurs"_s.arg(m_count);
        r.latitude = 48.95;
        r.longitude = 4.36 + metresEast / 73'200;
        r.receivedAt = {m_desk->clock.now().ms - daysAgo * 86'400'000LL};
        return r;
    }
    void report(const QString &name, double metresEast, const QString &text, int daysAgo)
    {
        m_desk->take(made(name, metresEast, text, daysAgo));
    }
    Request request(const QString &name)
    {
        return fromDocument<Request>(id(name), m_desk->store().document(Kind::Request, id(name)).value().value_or(QJsonObject()));
    }
    Id standing(const QString &name) { return (*requestRow(m_desk->store(), id(name)))->incident; }
    qsizetype rowsOf(const QString &name)
    {
        RequestQuery query;
        query.incidentOf = request(name).number;
        return requestPage(m_desk->store(), query, 50)->rows.size();
    }
    QList<Duplicate> likely()
    {
        DuplicateQuery query;
        query.card = id(u"vehicule"_s);
        query.theme = theme();
        query.subject = u"Clio grise abandonnée"_s;
        query.latitude = 48.95;
        query.longitude = 4.36;
        query.now = m_desk->clock.now();
        return *likelyDuplicates(m_desk->store(), query, 10);
    }
    //! The incident that they are in then.
    Id gather(const QStringList &names)
    {
        QList<Id> requests;
        for (const QString &name : names)
            requests.append(id(name));
        QSignalSpy done(m_bulk.get(), &BulkController::done);
        m_bulk->gather(requests);
        if (!QTest::qWaitFor([&done] { return !done.isEmpty(); }))
            qFatal("nothing was gathered");
        return standing(names.first());
    }

    std::unique_ptr<SmallDesk> m_desk;
    QRandomGenerator m_random{5};
    std::unique_ptr<BulkController> m_bulk;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(IncidentsTest)
#include "tst_incidents.moc"
