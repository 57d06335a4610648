#include "presentation/requestlistcounts.h"
#include "presentation/requestlistmodel.h"
#include "unit/presentation/smalldesk.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace Qt::StringLiterals;
using smalltown::SmallDesk;

//! A gate that answers when told, so that answers can be late.
class SlowStore final : public StoreGate
{
public:
    explicit SlowStore(DeskStore &store) : m_store(store) {}
    void answer()
    {
        auto jobs = std::exchange(m_jobs, {});
        for (const auto &job : jobs)
            job(&m_store);
    }
    qsizetype waiting() const { return m_jobs.size(); }

protected:
    void post(Lane, std::function<void(DeskStore *)> job) override { m_jobs.append(std::move(job)); }

private:
    DeskStore &m_store;
    QList<std::function<void(DeskStore *)>> m_jobs;
};

class RequestListModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        for (int i = 0; i < 500; ++i) {
            Request r =
                smalltown::request(u"Demande %1"_s.arg(i), i % 2 ? u"police"_s : u"eclairage"_s,
                                   i % 5 ? RequestStatus::Assigned : RequestStatus::Closed, QDate(2026, 11, 10).addDays(i % 40));
            r.reason = r.status == RequestStatus::Closed ? u"done"_s : QString();
            r.receivedAt.ms += i;
            m_desk->take(r);
        }
        m_desk->flush();
        m_model = std::make_unique<RequestListModel>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_tester->setUseFetchMore(false);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_desk.reset();
    }

    void pagesFollowOneAnother()
    {
        show({});
        QCOMPARE(m_model->rowCount(), RequestListModel::firstPage);
        fetchAll();
        QCOMPARE(m_model->rowCount(), 500);
        QCOMPARE(m_model->row(0).subject, u"Demande 499"_s);
        QCOMPARE(m_model->row(499).subject, u"Demande 0"_s);
        QSet<Id> ids;
        for (int i = 0; i < 500; ++i)
            ids.insert(m_model->row(i).id);
        QCOMPARE(ids.size(), 500);
    }

    void staleAnswersAreDropped()
    {
        SlowStore slow(m_desk->store());
        RequestListModel model(slow, m_desk->events, m_desk->town, m_desk->clock);
        QAbstractItemModelTester tester(&model);
        tester.setUseFetchMore(false);
        model.setQuery({});
        slow.answer();
        QTRY_COMPARE(model.rowCount(), RequestListModel::firstPage);

        model.fetchMore({}); // of the old list …
        RequestQuery late;
        late.view = RequestView::Late;
        late.today = QDate(2026, 11, 23);
        model.setQuery(late); // … while the new one is asked
        RequestQuery ofPolice;
        ofPolice.service = smalltown::id(u"police"_s);
        model.setQuery(ofPolice); // and asked anew
        QSignalSpy shown(&model, &RequestListModel::queryShown);
        while (slow.waiting()) {
            slow.answer();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(model.rowCount(), RequestListModel::firstPage);
        for (int i = 0; i < model.rowCount(); ++i)
            QCOMPARE(model.row(i).service, ofPolice.service);
        QVERIFY(model.query() == ofPolice);
    }

    void changesAreTakenInWhereTheyStand()
    {
        show({});
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const Id changed = m_model->row(10).id;
        QPersistentModelIndex index(m_model->index(10, 0));
        m_desk->patch(Kind::Request, changed, {{u"subject"_s, u"Trou dans la chaussée"_s}});
        Request fresh = smalltown::request(u"Toute nouvelle"_s, {}, RequestStatus::Received, QDate(2026, 12, 7));
        fresh.receivedAt = smalltown::monday;
        m_desk->take(fresh);
        m_desk->flush();
        QTRY_COMPARE(m_model->row(0).subject, u"Toute nouvelle"_s);
        QCOMPARE(index.row(), 11);
        QCOMPARE(m_model->row(11).subject, u"Trou dans la chaussée"_s);
        QCOMPARE(reset.size(), 0);
        fetchAll();
        QCOMPARE(m_model->rowCount(), 501);
    }

    void whatBelongsNoMoreLeavesUnlessItIsLookedAt()
    {
        RequestQuery late;
        late.view = RequestView::Late;
        late.today = QDate(2026, 11, 23);
        show(late);
        const Id looked = m_model->row(3).id, other = m_model->row(4).id;
        const int before = m_model->rowCount();
        m_model->setPinned(looked);
        for (const Id &id : {looked, other})
            m_desk->patch(Kind::Request, id, {{u"status"_s, u"answered"_s}});
        m_desk->flush();
        QTRY_COMPARE(m_model->rowCount(), before - 1);
        QCOMPARE(m_model->indexOf(looked), 3);
        QCOMPARE(m_model->indexOf(other), -1);
        QVERIFY(m_model->delay(m_model->row(3)).state == DelayState::Done);
        m_model->setPinned({});
        QCOMPARE(m_model->indexOf(looked), -1);
    }

    void anUrgentRequestTakesItsPlace()
    {
        RequestQuery query;
        query.view = RequestView::Late;
        query.today = QDate(2026, 11, 23);
        show(query);
        m_desk->take(smalltown::request(u"Très en retard"_s, u"police"_s, RequestStatus::Assigned, QDate(2026, 1, 5)));
        m_desk->flush();
        QTRY_COMPARE(m_model->row(0).subject, u"Très en retard"_s);
        QVERIFY(m_model->delay(m_model->row(0)).workingDays > 200);
    }

    void aRenamedCitizenIsSeen()
    {
        Request r = smalltown::request(u"De Claire"_s, {}, RequestStatus::Received, QDate(2026, 12, 1));
        r.citizen = smalltown::claire().id;
        r.receivedAt = smalltown::monday;
        m_desk->take(r);
        m_desk->flush();
        show({});
        QVERIFY(m_model->row(0).citizen.contains(u"Dumont"_s));
        m_desk->patch(Kind::Citizen, r.citizen, {{u"last_name"_s, u"Martin"_s}});
        m_desk->flush();
        QTRY_VERIFY(m_model->row(0).citizen.contains(u"Martin"_s));
    }

    void aReloadKeepsWhatWasScrolledTo()
    {
        show({});
        m_model->fetchMore({});
        QTRY_COMPARE(m_model->rowCount(), RequestListModel::firstPage + RequestListModel::pageSize);
        QSignalSpy shown(m_model.get(), &RequestListModel::queryShown);
        m_model->reload();
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(m_model->rowCount(), RequestListModel::firstPage + RequestListModel::pageSize);
    }

    void countsFollow()
    {
        RequestListCounts counts(m_desk->gate, m_desk->events);
        RequestQuery query;
        query.today = QDate(2026, 11, 23);
        query.services = {smalltown::id(u"police"_s)};
        counts.count(query);
        QTRY_COMPARE(countOf(counts.counts(), RequestView::All), 500);
        QCOMPARE(countOf(counts.counts(), RequestView::MyServices), 200);
        m_desk->take(smalltown::request(u"Une de plus"_s, {}, RequestStatus::Received, {}));
        m_desk->flush();
        QTRY_COMPARE(countOf(counts.counts(), RequestView::ToQualify), 1);
    }

private:
    void show(const RequestQuery &query)
    {
        QSignalSpy shown(m_model.get(), &RequestListModel::queryShown);
        connect(m_model.get(), &RequestListModel::loadFailed, this,
                [](const Error &error) { QTest::qFail(qPrintable(error.detail), __FILE__, __LINE__); });
        m_model->setQuery(query);
        QTRY_COMPARE(shown.size(), 1);
    }
    void fetchAll()
    {
        while (m_model->canFetchMore({})) {
            const int before = m_model->rowCount();
            m_model->fetchMore({});
            QTRY_VERIFY(m_model->rowCount() > before || m_model->isComplete());
        }
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<RequestListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(RequestListModelTest)
#include "tst_requestlistmodel.moc"
