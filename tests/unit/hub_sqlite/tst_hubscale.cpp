#include "unit/hub_sqlite/testtown.h"

#include <QtTest/QTest>

#include <ctime>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! A town with so many requests of one service, each with its citizen and a note, and a few of another.
struct Grown : TestTown
{
    explicit Grown(int requests)
        : big(service()), small(service()), desk(agent(Role::Ambassador)), referent(agent(Role::Referent, {small}))
    {
        QList<IntakeRecord> records;
        for (int i = 0; i < requests; ++i) {
            const Id citizen = newId(), request = newId();
            records.append({Verb::Create, Kind::Citizen, citizen, {{u"last_name"_s, u"Dumont"_s}}, {}, {}});
            records.append({Verb::Create,
                            Kind::Request,
                            request,
                            {{u"subject"_s, u"Lampe"_s}, {u"service"_s, idText(big)}, {u"citizen"_s, idText(citizen)}},
                            {},
                            {}});
            records.append({Verb::Create, Kind::Note, newId(), {{u"request"_s, idText(request)}, {u"text"_s, u"Vu"_s}}, {}, {}});
        }
        if (!hub.intake(records))
            qFatal("intake");
        from = hub.hello().value().head;
        const Id a = create(desk, Kind::Citizen, {{u"last_name"_s, u"A"_s}}),
                 b = create(desk, Kind::Citizen, {{u"last_name"_s, u"B"_s}});
        for (int i = 0; i < 60; ++i) {
            const Id id = this->request(desk, small, {{u"citizen"_s, idText(a)}});
            create(desk, Kind::Note, {{u"request"_s, idText(id)}, {u"text"_s, u"Vu"_s}});
            patch(desk, Kind::Request, id, {{u"citizen"_s, idText(b)}}, head());
            if (i % 3 == 0)
                patch(desk, Kind::Request, id, {{u"service"_s, idText(big)}}, head());
        }
    }

    Id big, small;
    Caller desk, referent;
    Cursor from;
};

template <typename Work>
double seconds(Work work)
{
    const std::clock_t start = std::clock();
    work();
    return double(std::clock() - start) / CLOCKS_PER_SEC;
}

} // namespace

//! What a caller asks for costs by what they get, not by how big the town is: a plan that walks the town shows here.
class TestHubScale : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_village = std::make_unique<Grown>(100);
        m_city = std::make_unique<Grown>(5'000);
    }

    void answersDontSlowWithTheTown_data()
    {
        using Work = std::function<void(Grown &)>;
        QTest::addColumn<Work>("work");
        QTest::newRow("feed of all") << Work([](Grown &town) { QVERIFY(town.hub.changesJson(town.desk, town.from)); });
        QTest::newRow("feed of a part") << Work([](Grown &town) { QVERIFY(town.hub.changesJson(town.referent, town.from)); });
        QTest::newRow("snapshot page") << Work(
            [](Grown &town) { QVERIFY(town.hub.snapshot(town.desk, u"0~0~0~request~"_s + idText(Id()), 200)); });
        QTest::newRow("snapshot of a part") << Work(
            [](Grown &town) { QVERIFY(town.hub.snapshot(town.referent, u"0~0~0~request~"_s + idText(Id()), 200)); });
        QTest::newRow("push") << Work([](Grown &town) {
            for (int i = 0; i < 50; ++i)
                town.patch(town.desk, Kind::Request, town.request(town.desk, town.small), {{u"service"_s, idText(town.big)}},
                           town.head());
        });
    }
    void answersDontSlowWithTheTown()
    {
        using Work = std::function<void(Grown &)>;
        QFETCH(Work, work);
        const double village = seconds([&] { work(*m_village); });
        const double city = seconds([&] { work(*m_city); });
        QVERIFY2(city < village * 4 + 0.02, qPrintable(u"%1 s, %2 s"_s.arg(village).arg(city)));
    }

private:
    std::unique_ptr<Grown> m_village, m_city;
};

QTEST_GUILESS_MAIN(TestHubScale)
#include "tst_hubscale.moc"
