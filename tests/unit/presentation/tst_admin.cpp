#include "presentation/admincontroller.h"
#include "presentation/noticescontroller.h"
#include "smalldesk.h"

#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! The organisation as an administrator changes it, and what agents are told of because of it.
class TestAdmin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_gate = std::make_unique<ImmediateStore>(m_desk->store());
        m_admin = std::make_unique<AdminController>(*m_gate, m_desk->events, m_desk->town, m_desk->clock, m_random);
        Actor actor = m_desk->actor(u"rousseau"_s);
        actor.roles = {Role::Admin};
        m_admin->setActor(actor);
    }
    void cleanup()
    {
        m_admin.reset();
        m_gate.reset();
        m_desk.reset();
    }

    //! Typed and left: it is there when the record is opened again, and gone once it is saved.
    void whatIsTypedIsKept()
    {
        QSignalSpy opened(m_admin.get(), &AdminController::opened);
        m_admin->open(Kind::Unit, id(u"police"_s));
        QTRY_COMPARE(opened.size(), 1);
        QJsonObject edited = opened.first().first().toJsonObject();
        edited.insert("name"_L1, u"Police de proximité"_s);
        m_admin->keep(edited);
        m_admin->open(Kind::Unit, id(u"voirie"_s)); // before the pause is over
        m_admin->open(Kind::Unit, id(u"police"_s));
        QTRY_VERIFY(!opened.isEmpty() && opened.last().at(1).toJsonObject() == edited);
        QVERIFY(opened.last().first().toJsonObject() != edited);
        QSignalSpy saved(m_admin.get(), &AdminController::saved);
        m_admin->save(edited);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_desk->store().document(Kind::Unit, id(u"police"_s)).value()->value("name"_L1).toString(),
                 u"Police de proximité"_s);
        QVERIFY(m_desk->store().drafts(u"admin/"_s).value().isEmpty());
        const auto queued = m_desk->store().queued(10).value();
        QCOMPARE(queued.size(), 1);
        QCOMPARE(queued.first().set.keys(), QStringList{u"name"_s}); // only what changed
        m_admin->undo(saved.first().first().value<QList<qint64>>());
        QTRY_VERIFY(m_desk->store().document(Kind::Unit, id(u"police"_s)).value()->value("name"_L1).toString() !=
                    u"Police de proximité"_s);
    }

    //! A colleague's change of another field comes while one types: both stand. Of the same field, the hub is told what was seen.
    void aColleaguesChangeIsNotTakenBack()
    {
        QSignalSpy opened(m_admin.get(), &AdminController::opened), saved(m_admin.get(), &AdminController::saved);
        m_admin->open(Kind::Unit, id(u"police"_s));
        QTRY_COMPARE(opened.size(), 1);
        QJsonObject edited = opened.last().at(1).toJsonObject();
        const qint64 seen = m_desk->store().seqOf(Kind::Unit, id(u"police"_s)).value();
        edited.insert("name"_L1, u"Police de proximité"_s);
        m_admin->keep(edited);
        m_desk->patch(Kind::Unit, id(u"police"_s), {{u"email"_s, u"police@ingeville.example"_s}});
        m_desk->flush();
        QTRY_COMPARE(opened.size(), 2);
        edited = opened.last().at(1).toJsonObject();
        QCOMPARE(edited.value("name"_L1).toString(), u"Police de proximité"_s); // still as typed
        QCOMPARE(edited.value("email"_L1).toString(), u"police@ingeville.example"_s);
        m_admin->save(edited);
        QTRY_COMPARE(saved.size(), 1);
        const auto queued = m_desk->store().queued(10).value();
        QCOMPARE(queued.size(), 1);
        QCOMPARE(queued.first().set.keys(), QStringList{u"name"_s});
        QCOMPARE(queued.first().base, seen);
    }

    void othersMayNot()
    {
        m_admin->setActor(m_desk->actor(u"rousseau"_s));
        QVERIFY(!m_admin->mayEdit());
        QSignalSpy opened(m_admin.get(), &AdminController::opened), failed(m_admin.get(), &AdminController::failed);
        m_admin->open(Kind::Unit, id(u"police"_s));
        QTRY_COMPARE(opened.size(), 1);
        QJsonObject edited = opened.first().first().toJsonObject();
        edited.insert("name"_L1, u"Autre"_s);
        m_admin->save(edited);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Forbidden);
    }

    void aRuleShowsWhatItWouldDo()
    {
        for (int i = 0; i < 3; ++i) {
            Request r = request(u"Perroquet %1"_s.arg(i), {}, RequestStatus::Received, {});
            m_desk->take(r);
        }
        m_desk->take(request(u"Lampadaire"_s, {}, RequestStatus::Received, {}));
        m_desk->flush();
        RoutingRule rule;
        rule.id = id(u"rule"_s);
        rule.name = u"Perroquets"_s;
        rule.words = {u"perroquet"_s};
        rule.service = id(u"police"_s);
        QSignalSpy known(m_admin.get(), &AdminController::effectKnown);
        m_admin->askRoutingEffect(rule);
        QTRY_COMPARE(known.size(), 1);
        const auto effect = known.first().first().value<AdminEffect>();
        QCOMPARE(effect.looked, 4);
        QCOMPARE(effect.touched, 3);
        QCOMPARE(effect.examples.size(), 3);
        RouteQuery query;
        query.text = u"Le perroquet d'en face"_s;
        query.day = m_admin->today();
        QCOMPARE(m_admin->tried(rule, query).service, id(u"police"_s));
        rule.disabled = true;
        QVERIFY(m_admin->tried(rule, query).service.isNull());
    }

    void aPolicyShowsWhomItWouldRemind()
    {
        const QDate today = m_admin->today();
        m_desk->take(request(u"Vieux"_s, u"police"_s, RequestStatus::Assigned, today.addDays(-20)));
        m_desk->take(request(u"Neuf"_s, u"police"_s, RequestStatus::Assigned, today.addDays(20)));
        m_desk->take(request(u"Ailleurs"_s, u"voirie"_s, RequestStatus::Assigned, today.addDays(-20)));
        m_desk->flush();
        QSignalSpy known(m_admin.get(), &AdminController::effectKnown);
        m_admin->askPolicyEffect(id(u"police"_s), usualPolicy());
        QTRY_COMPARE(known.size(), 1);
        QCOMPARE(known.first().first().value<AdminEffect>().looked, 2);
        QCOMPARE(known.first().first().value<AdminEffect>().touched, 1);
    }

    void aClosingShowsWhoTakesOver()
    {
        const QDate today = m_admin->today();
        m_desk->take(request(u"Un"_s, u"police"_s, RequestStatus::Assigned, today.addDays(20)));
        m_desk->take(request(u"Deux"_s, u"police"_s, RequestStatus::InProgress, today.addDays(20)));
        m_desk->take(request(u"Fait"_s, u"police"_s, RequestStatus::Closed, today));
        m_desk->take(request(u"Ailleurs"_s, u"eclairage"_s, RequestStatus::Assigned, today));
        m_desk->flush();
        QSignalSpy known(m_admin.get(), &AdminController::effectKnown);
        Unit police = *m_desk->town.unit(id(u"police"_s));
        police.closed = true;
        police.successor = id(u"eclairage"_s);
        const auto asked = [&] {
            known.clear();
            m_admin->askClosingEffect(police);
            return QTest::qWaitFor([&] { return !known.isEmpty(); }) ? known.first().first().value<AdminEffect>() : AdminEffect();
        };
        QCOMPARE(asked().looked, 2);
        QCOMPARE(asked().successor, std::optional(id(u"eclairage"_s)));
        police.successor = {};
        QCOMPARE(asked().looked, 2);
        QCOMPARE(asked().successor, std::optional(Id()));
        police.successor = police.id; // a ring ends nowhere
        QCOMPARE(asked().successor, std::optional(Id()));
    }

    //! One place up is one action: what stands between is patched with it, and one undo takes all back.
    void rulesAreOrdered()
    {
        const auto ruleAt = [this](const QString &name, int position) {
            RoutingRule rule;
            rule.id = id(name);
            rule.name = name;
            rule.position = position;
            rule.service = id(u"police"_s);
            m_desk->take(rule);
        };
        ruleAt(u"a"_s, 1);
        ruleAt(u"b"_s, 2);
        ruleAt(u"c"_s, 3);
        m_desk->flush();
        const auto positions = [this] {
            QList<int> list;
            for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
                list.append(m_desk->store().document(Kind::RoutingRule, id(name)).value()->value("position"_L1).toInt());
            return list;
        };
        QSignalSpy ordered(m_admin.get(), &AdminController::ordered);
        m_admin->placeRules({id(u"a"_s), id(u"c"_s), id(u"b"_s)});
        QTRY_COMPARE(ordered.size(), 1);
        QCOMPARE(positions(), (QList<int>{1, 3, 2}));
        QCOMPARE(m_desk->store().queued(10).value().size(), 2); // the first stays as it is
        m_admin->undo(ordered.first().first().value<QList<qint64>>());
        QTRY_COMPARE(positions(), (QList<int>{1, 2, 3}));
        m_admin->setActor(m_desk->actor(u"rousseau"_s));
        QSignalSpy failed(m_admin.get(), &AdminController::failed);
        m_admin->placeRules({id(u"c"_s), id(u"b"_s), id(u"a"_s)});
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(positions(), (QList<int>{1, 2, 3}));
    }

    //! "sees 3 services with 412 open requests; no longer: Voirie, 120"
    void newRightsShowWhatTheyWouldHide()
    {
        const QDate day = m_admin->today().addDays(3);
        for (int i = 0; i < 3; ++i)
            m_desk->take(request(u"Trou %1"_s.arg(i), u"eclairage"_s, RequestStatus::Assigned, day));
        m_desk->take(request(u"Épave"_s, u"police"_s, RequestStatus::Assigned, day));
        m_desk->take(request(u"Répondue"_s, u"police"_s, RequestStatus::Answered, day));
        Request hidden = request(u"Secret"_s, u"police"_s, RequestStatus::Assigned, day);
        hidden.confidential = true;
        m_desk->take(hidden);
        m_desk->take(request(u"À qualifier"_s, {}, RequestStatus::Received, day));
        User agent = user(u"agent"_s, u"Agent"_s, {u"referent"_s}, {id(u"eclairage"_s)});
        m_desk->take(agent);
        m_desk->flush();
        QSignalSpy opened(m_admin.get(), &AdminController::opened), known(m_admin.get(), &AdminController::rightsKnown);
        m_admin->open(Kind::User, agent.id);
        QTRY_COMPARE(opened.size(), 1);
        const auto effectOf = [&](const User &edited) {
            known.clear();
            m_admin->askRightsEffect(edited);
            if (!QTest::qWaitFor([&known] { return !known.isEmpty(); }))
                return RightsEffect{};
            return known.first().first().value<RightsEffect>();
        };
        QCOMPARE(effectOf(agent), (RightsEffect{false, 1, 3, {}, {}}));
        User moved = agent;
        moved.services = {id(u"police"_s)};
        QCOMPARE(effectOf(moved), (RightsEffect{false, 1, 1, {{id(u"eclairage"_s), 3}}, {{id(u"police"_s), 1}}}));
        moved.cleared = true;
        QCOMPARE(effectOf(moved).requests, 2);
        moved.disabled = true;
        QCOMPARE(effectOf(moved), (RightsEffect{false, 0, 0, {{id(u"eclairage"_s), 3}}, {}}));
        User ambassador = agent;
        ambassador.roles = {u"ambassador"_s};
        const RightsEffect all = effectOf(ambassador);
        QVERIFY(all.seesAll && all.lost.isEmpty());
        QCOMPARE(all.requests, 5);
        QVERIFY(all.gained.contains(RightsEffect::Share{Id(), 1})); // what is to be qualified
    }

    //! A day that becomes closed: who was promised an answer for it.
    void aClosureShowsWhoWasPromised()
    {
        const QDate friday = m_admin->today().addDays(4); // today is a Monday
        m_desk->take(request(u"Un"_s, u"police"_s, RequestStatus::Assigned, friday));
        m_desk->take(request(u"Deux"_s, u"voirie"_s, RequestStatus::Assigned, friday));
        m_desk->take(request(u"Close"_s, u"voirie"_s, RequestStatus::Closed, friday));
        m_desk->take(request(u"Lundi"_s, u"voirie"_s, RequestStatus::Assigned, friday.addDays(3)));
        m_desk->take(request(u"Sans promesse"_s, u"voirie"_s, RequestStatus::Assigned, {}));
        m_desk->take(request(u"En retard"_s, u"voirie"_s, RequestStatus::Assigned, friday.addDays(-7)));
        m_desk->flush();
        QSignalSpy known(m_admin.get(), &AdminController::closingKnown);
        const auto closedBy = [&](const Calendar &calendar) {
            known.clear();
            m_admin->askCalendarEffect(calendar);
            const bool isKnown = QTest::qWaitFor([&known] { return !known.isEmpty(); });
            return isKnown ? known.first().first().value<QMap<QDate, int>>() : QMap<QDate, int>{{QDate(), -1}};
        };
        Calendar calendar;
        QVERIFY(closedBy(calendar).isEmpty());
        calendar.closures = {QJsonObject{{u"from"_s, friday.toString(Qt::ISODate)}, {u"to"_s, friday.toString(Qt::ISODate)}}};
        QCOMPARE(closedBy(calendar), (QMap<QDate, int>{{friday, 2}}));
        calendar.closures = {};
        for (const QString &day : {u"2"_s, u"3"_s, u"4"_s})
            calendar.opening.insert(day, QJsonArray{u"09:00"_s, u"17:00"_s});
        QCOMPARE(closedBy(calendar), (QMap<QDate, int>{{friday, 2}, {friday.addDays(3), 1}}));
    }

    //! Whose password is wanted is who is open; nobody but an administrator asks.
    void aPasswordIsAskedForWhoIsOpen()
    {
        QSignalSpy wanted(m_admin.get(), &AdminController::passwordWanted), opened(m_admin.get(), &AdminController::opened);
        m_admin->wantPassword();
        QVERIFY(wanted.isEmpty());
        m_admin->open(Kind::User, id(u"nguyen"_s));
        QTRY_COMPARE(opened.size(), 1);
        m_admin->wantPassword();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<Id>(), id(u"nguyen"_s));
        m_admin->setActor(m_desk->actor(u"rousseau"_s));
        m_admin->wantPassword();
        QCOMPARE(wanted.size(), 1);
    }

    //! "alerts at once, digest, or no alert"
    void theServiceSaysWhatIsTold_data()
    {
        QTest::addColumn<QString>("alerts");
        QTest::addColumn<int>("today");
        QTest::addColumn<int>("tomorrow");
        QTest::addColumn<int>("later"); // after four working days, untouched
        QTest::newRow("at once") << u"at_once"_s << 1 << 1 << 1;
        QTest::newRow("digest") << u"digest"_s << 0 << 1 << 1;
        QTest::newRow("none, looks every two days") << u"none"_s << 0 << 0 << 1;
    }
    void theServiceSaysWhatIsTold()
    {
        QFETCH(QString, alerts);
        QFETCH(int, today);
        QFETCH(int, tomorrow);
        QFETCH(int, later);
        ReferenceRecords records = reference();
        for (Unit &unit : records.units)
            unit.policy = {{u"alerts"_s, alerts}, {u"look_every"_s, 2}};
        m_desk->town.set(records);
        const Id me = id(u"nguyen"_s);
        Request r = request(u"Épave"_s, u"police"_s, RequestStatus::Assigned, {});
        m_desk->take(r);
        m_desk->patch(Kind::Request, r.id, {{u"assignee"_s, idText(me)}});
        m_desk->flush();
        NoticesController notices(*m_gate, m_desk->events, m_desk->town, m_desk->clock);
        QSignalSpy changed(&notices, &NoticesController::changed);
        notices.setUser(me);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(notices.unread(), today);
        m_desk->clock.advance(24 * 3600 * 1000LL);
        changed.clear();
        m_desk->events.publish({{{Kind::Request, r.id}}, false});
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(notices.unread(), tomorrow);
        m_desk->clock.advance(3 * 24 * 3600 * 1000LL);
        changed.clear();
        m_desk->events.publish({{{Kind::Request, r.id}}, false});
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(notices.unread(), later);
        notices.markSeen();
        QCOMPARE(notices.unread(), 0);
        NoticesController again(*m_gate, m_desk->events, m_desk->town, m_desk->clock); // another day, the same desk
        QSignalSpy looked(&again, &NoticesController::changed);
        again.setUser(me);
        QTRY_VERIFY(!looked.isEmpty());
        QCOMPARE(again.unread(), 0);
    }

    //! What did not reach the citizen rings by itself, with nothing else that happens.
    void theBellHearsOfWhatDidNotArrive()
    {
        const Id me = id(u"nguyen"_s);
        Request r = request(u"Épave"_s, u"police"_s, RequestStatus::Answered, {});
        r.assignee = me;
        m_desk->take(r);
        Dispatch d;
        d.id = id(u"courriel"_s);
        d.request = r.id;
        d.purpose = DispatchPurpose::Answer;
        d.channel = ReplyChannel::Email;
        d.state = DispatchState::Sent;
        d.changedAt = m_desk->clock.now();
        m_desk->take(d);
        m_desk->flush();
        NoticesController notices(*m_gate, m_desk->events, m_desk->town, m_desk->clock);
        QSignalSpy changed(&notices, &NoticesController::changed);
        notices.setUser(me);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(notices.unread(), 0);
        m_desk->patch(Kind::Dispatch, d.id, {{u"state"_s, u"failed"_s}, {u"changed_at"_s, m_desk->clock.now().ms}});
        m_desk->flush();
        QTRY_COMPARE(notices.unread(), 1);
        QCOMPARE(notices.notices().first().what, Notice::What::Undelivered);
    }

private:
    QRandomGenerator m_random{5};
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<ImmediateStore> m_gate;
    std::unique_ptr<AdminController> m_admin;
};

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
