#include "presentation/patrolcontroller.h"
#include "smalldesk.h"
#include "store/blobs.h"
#include "store/timelinequery.h"

#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! A patroller's day: the round, missions taken and given back, reports and what they become.
class TestPatrol : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        ReferenceRecords records = reference();
        m_me = user(u"diop"_s, u"Awa Diop"_s, {u"patroller"_s}, {id(u"police"_s)});
        const User other = user(u"bernard"_s, u"Luc Bernard"_s, {u"patroller"_s}, {id(u"police"_s)});
        User absent = user(u"absent"_s, u"Ada Absent"_s, {u"patroller"_s}, {id(u"police"_s)});
        absent.absent = true;
        for (const User &each : {m_me, other, absent}) {
            records.users.append(each);
            m_desk->take(each);
        }
        m_desk->flush();
        m_desk->town.set(records);
        begin();
        m_patrol->setActor(actorFor(m_me, m_desk->store().device()));
    }
    void cleanup()
    {
        m_patrol.reset();
        m_gate.reset();
        m_desk.reset();
    }

    //! Along the place, not along the clock: the nearest first, then on; what has no place comes last.
    void theRoundGoesByPlace()
    {
        add(u"loin"_s, 48.9200, 4.3300, QDate(2026, 11, 23));
        add(u"ici"_s, 48.9001, 4.3001, QDate(2026, 11, 27));
        add(u"milieu"_s, 48.9100, 4.3100, QDate(2026, 11, 24));
        m_desk->take(mission(u"nulle part"_s));
        m_desk->flush();
        QTRY_COMPARE(names(), (QStringList{u"loin"_s, u"milieu"_s, u"ici"_s, u"nulle part"_s})); // from the first that is due
        m_patrol->setPosition(Stop{48.9000, 4.3000});
        QCOMPARE(names(), (QStringList{u"ici"_s, u"milieu"_s, u"loin"_s, u"nulle part"_s}));
        QVERIFY(*m_patrol->stops().first().metres > 5 && *m_patrol->stops().first().metres < 20);
        QVERIFY(!m_patrol->stops().last().metres);
        m_patrol->setOrder(PatrolOrder::Due);
        QCOMPARE(names(), (QStringList{u"loin"_s, u"milieu"_s, u"ici"_s, u"nulle part"_s}));
    }

    void takenStartedGivenBack()
    {
        m_desk->take(mission(u"Nid-de-poule"_s));
        m_desk->flush();
        open(u"Nid-de-poule"_s);
        QVERIFY(!m_patrol->mayAct(PatrolAct::Start)); // not mine yet
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved);
        m_patrol->take();
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(m_patrol->mission()->mission.patroller, m_me.id);
        QTRY_COMPARE(m_patrol->mineOpen(), 1);
        m_patrol->start();
        QTRY_COMPARE(m_patrol->mission()->mission.state, MissionState::UnderWay);
        m_patrol->giveBack();
        QTRY_COMPARE(m_patrol->mission()->mission.patroller, Id());
        QTRY_COMPARE(m_patrol->mineOpen(), 0);
        m_patrol->undo(saved.last().first().value<SavedPatrol>());
        QTRY_COMPARE(m_patrol->mission()->mission.patroller, m_me.id);
        QCOMPARE(m_patrol->mission()->mission.state, MissionState::UnderWay);
    }

    void cancelledWithAReasonOnly()
    {
        m_desk->take(mission(u"Nid-de-poule"_s));
        m_desk->flush();
        open(u"Nid-de-poule"_s);
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved), failed(m_patrol.get(), &PatrolController::failed);
        m_patrol->cancel(u"  "_s);
        QTRY_COMPARE(failed.size(), 1);
        m_patrol->cancel(u"Déjà vu hier"_s);
        QTRY_COMPARE(saved.size(), 1);
        QTRY_COMPARE(names(), QStringList());
        m_patrol->undo(saved.first().first().value<SavedPatrol>());
        QTRY_COMPARE(names(), QStringList{u"Nid-de-poule"_s});
    }

    //! What is being written survives another mission, and the program's end.
    void theReportIsKept()
    {
        m_desk->take(mission(u"Nid-de-poule"_s));
        m_desk->take(mission(u"Banc cassé"_s));
        m_desk->flush();
        open(u"Nid-de-poule"_s);
        MissionReport report = m_patrol->report();
        QCOMPARE(report.place.address, u"12 rue des Tanneurs"_s);
        report.findings = u"Trou de 20 cm"_s;
        report.safety = Safety::StillDangerous;
        report.minutes = 45;
        report.target = id(u"eclairage"_s);
        report.photos = {{u"trou.jpg"_s, QString(64, u'a'), 12, u"image/jpeg"_s}};
        m_patrol->keep(report);
        open(u"Banc cassé"_s);
        QVERIFY(m_patrol->report().findings.isEmpty());
        begin();
        m_patrol->setActor(actorFor(m_me, m_desk->store().device()));
        open(u"Nid-de-poule"_s);
        QCOMPARE(m_patrol->report(), report);
    }

    //! About a request: its words become a note, the photos its files, and the case goes to whoever takes over.
    void aReportOnARequest()
    {
        Request r = request(u"Trou dans la chaussée"_s, u"police"_s, RequestStatus::InProgress, QDate(2026, 12, 1));
        r.address = u"12 rue des Tanneurs"_s;
        m_desk->take(r);
        Mission m = mission(u"Trou"_s);
        m.request = r.id;
        m_desk->take(m);
        m_desk->flush();
        open(u"Trou"_s);
        QTRY_VERIFY(m_patrol->request());
        QCOMPARE(m_patrol->gap(), ReportGap::Findings);
        MissionReport report = m_patrol->report();
        report.findings = u"Trou de 20 cm"_s;
        report.safety = Safety::MadeSafe;
        report.measures = u"Deux cônes posés"_s;
        report.target = id(u"eclairage"_s);
        report.photos = {photo()};
        m_patrol->keep(report);
        QCOMPARE(m_patrol->gap(), ReportGap::None);
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved);
        m_patrol->send(u"Constat : trou de 20 cm"_s);
        QVERIFY(!m_patrol->maySend()); // a second touch sends nothing
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(saved.first().first().value<SavedPatrol>().mutations.isEmpty()); // final
        const RequestDetail detail = *requestDetail(m_desk->store(), r.id).value();
        QCOMPARE(detail.notes.size(), 1);
        QCOMPARE(detail.notes.first().text, u"Constat : trou de 20 cm"_s);
        QCOMPARE(detail.attachments.size(), 1);
        QCOMPARE(detail.attachments.first().name, u"trou.jpg"_s);
        QCOMPARE(detail.request.service, id(u"eclairage"_s));
        QCOMPARE(detail.request.status, RequestStatus::Assigned);
        QCOMPARE(detail.missions.size(), 1);
        const Mission done = detail.missions.first().mission;
        QCOMPARE(done.state, MissionState::Done);
        QCOMPARE(done.measures, u"Deux cônes posés"_s);
        QCOMPARE(done.patroller, m_me.id);
        QCOMPARE(done.reportedAt, m_desk->clock.now());
        QCOMPARE(done.photos.size(), 1);
        QVERIFY(m_desk->store().drafts(u"patrol/"_s).value().isEmpty());
        QTRY_VERIFY(!m_patrol->maySend());
        QCOMPARE(m_patrol->report().findings, u"Trou de 20 cm"_s); // as it was sent
    }

    //! A survey that finds something to do makes a case; one that finds nothing just ends.
    void aSurvey()
    {
        for (const QString &subject : {u"Tour des écoles"_s, u"Tour des parcs"_s}) {
            Mission m = mission(subject);
            m.purpose = MissionPurpose::Survey;
            m_desk->take(m);
        }
        m_desk->flush();
        open(u"Tour des parcs"_s);
        MissionReport report = m_patrol->report();
        report.findings = u"Rien à signaler"_s;
        report.photos = {photo()};
        m_patrol->keep(report);
        QCOMPARE(m_patrol->gap(), ReportGap::PhotosNeedCase);
        report.photos.clear();
        m_patrol->keep(report);
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved);
        m_patrol->send(u"Rien"_s);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(saved.first().first().value<SavedPatrol>().request.isNull());
        QVERIFY(store(u"Tour des parcs"_s).request.isNull());

        open(u"Tour des écoles"_s);
        report = m_patrol->report();
        report.findings = u"Passage piéton effacé"_s;
        report.target = id(u"eclairage"_s);
        report.photos = {photo()};
        m_patrol->keep(report);
        m_patrol->send(u"Constat : effacé"_s);
        QTRY_COMPARE(saved.size(), 2);
        const Id made = saved.last().first().value<SavedPatrol>().request;
        const RequestDetail detail = *requestDetail(m_desk->store(), made).value();
        QCOMPARE(detail.request.channel, Channel::Patrol);
        QCOMPARE(detail.request.subject, u"Tour des écoles"_s);
        QCOMPARE(detail.request.address, u"12 rue des Tanneurs"_s);
        QCOMPARE(detail.request.service, id(u"eclairage"_s));
        QCOMPARE(detail.request.assignee, id(u"petit"_s));
        QCOMPARE(detail.attachments.size(), 1);
        QCOMPARE(store(u"Tour des écoles"_s).request, made);
    }

    //! Three touches: what, where, send. The rest comes from the card.
    void anOwnReport()
    {
        m_patrol->beginOwn();
        QTRY_VERIFY(m_patrol->maySend());
        QCOMPARE(m_patrol->gap(), ReportGap::Findings);
        MissionReport report;
        report.card = id(u"lampadaire"_s);
        report.place = *m_desk->town.placeIndex().nearest(48.9086, 4.3121);
        QCOMPARE(report.place.address, u"Rue des Tanneurs"_s);
        report.photos = {photo()};
        m_patrol->keep(report);
        QCOMPARE(m_patrol->gap(), ReportGap::None);
        QCOMPARE(m_patrol->route().service, id(u"eclairage-nord"_s)); // Valmy is its
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved);
        m_patrol->send(u"Lampadaire éteint"_s);
        QTRY_COMPARE(saved.size(), 1);
        const auto done = saved.first().first().value<SavedPatrol>();
        const RequestDetail detail = *requestDetail(m_desk->store(), done.request).value();
        QCOMPARE(detail.request.subject, u"Lampadaire éteint"_s);
        QCOMPARE(detail.request.channel, Channel::Patrol);
        QCOMPARE(detail.request.card, id(u"lampadaire"_s));
        QCOMPARE(detail.request.theme, id(u"voirie-theme"_s));
        QCOMPARE(detail.request.service, id(u"eclairage-nord"_s));
        QCOMPARE(detail.request.status, RequestStatus::Assigned);
        QCOMPARE(detail.request.district, id(u"valmy"_s));
        QCOMPARE(detail.request.createdBy, m_me.id);
        QVERIFY(detail.request.dueOn.isValid());
        QCOMPARE(*detail.request.latitude, 48.9086);
        QCOMPARE(detail.attachments.size(), 1);
        QCOMPARE(detail.missions.size(), 1);
        const Mission m = detail.missions.first().mission;
        QCOMPARE(m.purpose, MissionPurpose::Own);
        QCOMPARE(m.state, MissionState::Done);
        QCOMPARE(m.service, id(u"police"_s)); // the other one is not theirs
        QCOMPARE(m.target, id(u"eclairage-nord"_s));
        QCOMPARE(m.findings, u"Lampadaire éteint"_s);
        QTRY_VERIFY(m_patrol->maySend() && m_patrol->report() == MissionReport()); // the next one
    }

    void theTargetIsThePatrollers()
    {
        m_patrol->beginOwn();
        QTRY_VERIFY(m_patrol->maySend());
        MissionReport report;
        report.card = id(u"lampadaire"_s);
        report.where = u"derrière l'église"_s;
        report.target = id(u"police"_s);
        m_patrol->keep(report);
        QCOMPARE(m_patrol->route().service, id(u"police"_s));
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved);
        m_patrol->send(u"x"_s);
        QTRY_COMPARE(saved.size(), 1);
        const Mission m = fromDocument<Mission>(
            {}, *m_desk->store().document(Kind::Mission, saved.first().first().value<SavedPatrol>().mission).value());
        QCOMPARE(m.service, id(u"police"_s));
        QCOMPARE(m.address, u"derrière l'église"_s);
    }

    //! Sent by the desk to somebody or to anybody; a confidential request gives its place away, not its matter.
    void somebodyIsSent()
    {
        m_patrol->setActor(m_desk->actor(u"rousseau"_s));
        QStringList people;
        for (const User &each : m_patrol->patrollersFor(id(u"police"_s)))
            people.append(each.name);
        QCOMPARE(people, (QStringList{u"Awa Diop"_s, u"Luc Bernard"_s}));
        QVERIFY(m_patrol->patrollersFor(id(u"eclairage"_s)).isEmpty());
        Request r = request(u"Trou"_s, u"police"_s, RequestStatus::InProgress, QDate(2026, 12, 1));
        r.address = u"4 rue Valmy"_s;
        r.confidential = true;
        QVERIFY(m_patrol->missionFor(r).subject.isEmpty());
        r.confidential = false;
        m_desk->take(r);
        m_desk->flush();
        NewMission wanted = m_patrol->missionFor(r);
        QCOMPARE(wanted.subject, u"Trou"_s);
        wanted.instructions = u"Est-ce profond ?"_s;
        wanted.patroller = m_me.id;
        wanted.dueOn = QDate(2026, 11, 25);
        QSignalSpy saved(m_patrol.get(), &PatrolController::saved);
        m_patrol->create(wanted);
        QTRY_COMPARE(saved.size(), 1);
        const auto done = saved.first().first().value<SavedPatrol>();
        const Mission m = fromDocument<Mission>({}, *m_desk->store().document(Kind::Mission, done.mission).value());
        QCOMPARE(m.purpose, MissionPurpose::Check);
        QCOMPARE(m.address, u"4 rue Valmy"_s);
        QCOMPARE(m.patroller, m_me.id);
        m_patrol->undo(done);
        QTRY_COMPARE(fromDocument<Mission>({}, *m_desk->store().document(Kind::Mission, done.mission).value()).state,
                     MissionState::Cancelled);
    }

    void tilesAreWhatIsReportedMost()
    {
        QCOMPARE(m_patrol->kinds().first().card, id(u"vehicule"_s)); // nothing reported yet: what needs a place
        Request r = request(u"Lampadaire"_s, u"eclairage"_s, RequestStatus::Assigned, {});
        r.card = id(u"lampadaire"_s);
        m_desk->take(r);
        Mission m = mission(u"Lampadaire"_s);
        m.request = r.id;
        m.state = MissionState::Done;
        m.findings = u"Éteint"_s;
        m.reportedAt = {monday.ms - 1000};
        m_desk->take(m);
        m_desk->flush();
        QTRY_COMPARE(m_patrol->kinds().first().card, id(u"lampadaire"_s));
        QCOMPARE(m_patrol->kinds().first().service, id(u"eclairage"_s));
    }

    void whereOneStands()
    {
        const PlaceIndex &streets = m_desk->town.placeIndex();
        QCOMPARE(streets.nearest(48.8999, 4.3011)->district, id(u"centre"_s));
        QCOMPARE(*streets.nearest(48.8999, 4.3011)->longitude, 4.3011);
        QVERIFY(!streets.nearest(45.0, 4.0));
    }

private:
    void begin()
    {
        m_patrol.reset();
        m_gate = std::make_unique<ImmediateStore>(m_desk->store());
        m_patrol = std::make_unique<PatrolController>(*m_gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
    }
    Mission mission(const QString &subject)
    {
        Mission m;
        m.id = id(u"mission "_s + subject);
        m.subject = subject;
        m.service = id(u"police"_s);
        m.address = u"12 rue des Tanneurs"_s;
        m.district = id(u"valmy"_s);
        m.at = {monday.ms - 3'600'000};
        return m;
    }
    void add(const QString &subject, double latitude, double longitude, const QDate &due)
    {
        Mission m = mission(subject);
        m.latitude = latitude;
        m.longitude = longitude;
        m.dueOn = due;
        m_desk->take(m);
    }
    void open(const QString &subject)
    {
        m_patrol->show(id(u"mission "_s + subject));
        QTRY_VERIFY(m_patrol->mission() && m_patrol->mission()->mission.subject == subject);
    }
    Mission store(const QString &subject)
    {
        return fromDocument<Mission>({}, *m_desk->store().document(Kind::Mission, id(u"mission "_s + subject)).value());
    }
    FileReference photo()
    {
        FileReference made;
        whenReady(m_patrol->keepFile("bytes of a picture"_ba, u"trou.jpg"_s), this,
                  [&made](const Result<FileReference> &file) { made = file.value(); });
        if (!QTest::qWaitFor([&made] { return !made.sha256.isEmpty(); }))
            qFatal("the photo is not kept");
        return made;
    }
    QStringList names() const
    {
        QStringList list;
        for (const PatrolStop &stop : m_patrol->stops())
            list.append(stop.row.mission.subject);
        return list;
    }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<ImmediateStore> m_gate;
    std::unique_ptr<PatrolController> m_patrol;
    QRandomGenerator m_random{5};
    User m_me;
};

QTEST_GUILESS_MAIN(TestPatrol)
#include "tst_patrol.moc"
