#include "domain/notifying.h"
#include "testtown.h"

#include <QtTest/QTest>

#include <sqlite3.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

HubSettings telling()
{
    HubSettings settings;
    settings.outlets.mail = true;
    return settings;
}

} // namespace

//! What the hub tells by e-mail: once for each event, to whom it concerns at that moment and still when it is sent, in their
//! time.
class TestMailQueue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_town = std::make_unique<TestTown>(u":memory:"_s, telling());
        goTo(2026, 11, 16, 9); // a Monday
        m_service = m_town->service();
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = m_town->agent(Role::Referent, {m_service});
        m_head = m_town->agent(Role::Head, {m_service});
        for (const Caller &who : {m_desk, m_referent, m_head})
            set(Kind::User, who.user.id, {{u"email"_s, u"%1@ingeville.example"_s.arg(who.user.login)}});
        set(Kind::User, m_referent.user.id, {{u"notify"_s, atOnce()}});
    }

    void whatIsGivenIsToldOnce()
    {
        const Id request = given();
        const auto mail = claimed();
        QVERIFY(mail);
        QCOMPARE(mail->address, u"agent2@ingeville.example"_s);
        QCOMPARE(mail->lines.size(), 1);
        const MailLine &line = mail->lines.first();
        QCOMPARE(line.row.kind, NoticeKind::Assigned);
        QCOMPARE(line.row.request, request);
        QCOMPARE(line.number, u"2026-000001"_s);
        QCOMPARE(line.service, u"Voirie"_s);
        QCOMPARE(line.by, u"agent1"_s);
        QCOMPARE(claimed(), mail); // the same until it is settled: a crash repeats it with its id
        settle(*mail, success());
        QVERIFY(!claimed());
        QCOMPARE(counts().sent, 1);
    }

    void nobodyIsToldOfTheirOwnDoing()
    {
        const Id request = m_town->request(m_desk, m_service);
        m_town->patch(m_referent, Kind::Request, request, {{u"assignee"_s, idText(m_referent.user.id)}}, m_town->head());
        m_town->create(m_referent, Kind::Note, {{u"request"_s, idText(request)}, {u"text"_s, u"Pour moi, @agent2."_s}});
        QVERIFY(!claimed());
        QCOMPARE(counts(), MailCounts());
    }

    //! The desk did not hear the answer and pushes again.
    void aReplayTellsNothingAgain()
    {
        const Id request = m_town->request(m_desk, m_service);
        const Mutation m = m_town->mutation(m_desk, Verb::Patch, Kind::Request, request,
                                            {{u"assignee"_s, idText(m_referent.user.id)}}, m_town->head());
        const Mutation note = {m.n + 1,
                               m_town->newId(),
                               Kind::Note,
                               Verb::Create,
                               m_town->newId(),
                               0,
                               {{u"request"_s, idText(request)}, {u"text"_s, u"@agent2, @agent3 et encore @AGENT2"_s}},
                               {},
                               {}};
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_town->hub.push(m_desk, {m_desk.device, {m, note}}));
        QCOMPARE(counts().waiting, 3); // agent2: given, named; agent3: named
        settle(*claimed(), success());
        for (int i = 0; i < 3; ++i)
            QVERIFY(m_town->hub.push(m_desk, {m_desk.device, {m, note}}));
        QCOMPARE(counts().waiting, 1);
        QCOMPARE(counts().sent, 2);
    }

    //! A case that goes away and comes back is another event.
    void theSameCaseAgainIsAnotherEvent()
    {
        const Id request = given();
        settle(*claimed(), success());
        for (const Id &to : {m_head.user.id, m_referent.user.id})
            m_town->patch(m_desk, Kind::Request, request, {{u"assignee"_s, idText(to)}}, m_town->head());
        const auto mail = claimed();
        QVERIFY(mail);
        QCOMPARE(mail->lines.size(), 1);
        QCOMPARE(mail->name, u"agent2"_s);
    }

    void onlyWhoSeesTheRequestIsTold()
    {
        const Caller stranger = m_town->agent(Role::Referent, {m_town->newId()});
        set(Kind::User, stranger.user.id, {{u"email"_s, u"x@ingeville.example"_s}, {u"notify"_s, atOnce()}});
        const Id request = m_town->request(m_desk, m_service);
        m_town->create(m_desk, Kind::Note, {{u"request"_s, idText(request)}, {u"text"_s, u"@agent4 et @agent9"_s}});
        const Id secret =
            m_town->request(m_desk, m_service, {{u"confidential"_s, true}, {u"assignee"_s, idText(m_referent.user.id)}});
        Q_UNUSED(secret)
        QCOMPARE(counts(), MailCounts());
    }

    void whatIsNoLongerSoIsNotTold_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *what : {"rights", "disabled", "address", "unwanted", "answered", "given on", "confidential"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    //! Between the event and the morning.
    void whatIsNoLongerSoIsNotTold()
    {
        QFETCH(QString, what);
        goTo(2026, 11, 16, 20);
        const Id request = given();
        QVERIFY(!claimed());
        const Id user = m_referent.user.id;
        if (what == u"rights")
            set(Kind::User, user, {{u"services"_s, QJsonObject{{u"remove"_s, QJsonArray{idText(m_service)}}}}});
        else if (what == u"disabled")
            set(Kind::User, user, {{u"disabled"_s, true}});
        else if (what == u"address")
            set(Kind::User, user, {{u"email"_s, QJsonValue()}});
        else if (what == u"unwanted")
            set(Kind::User, user, {{u"notify"_s, QJsonObject{{u"mail"_s, QJsonObject{{u"assigned"_s, u"none"_s}}}}}});
        else if (what == u"answered")
            set(Kind::Request, request, {{u"status"_s, u"answered"_s}});
        else if (what == u"given on")
            set(Kind::Request, request, {{u"assignee"_s, idText(m_head.user.id)}});
        else
            set(Kind::Request, request, {{u"confidential"_s, true}});
        goTo(2026, 11, 17, 12);
        QVERIFY(!claimed());
        QCOMPARE(counts().dropped, 1);
        QCOMPARE(counts().waiting, 0);
    }

    void aReminderGoesWithTheCase_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("told"); // of the reminder
        QTest::newRow("as it was") << QString() << 1;
        QTest::newRow("given on") << u"given on"_s << 0;
        QTest::newRow("to be assigned anew") << u"unassigned"_s << 0;
        QTest::newRow("given on and back") << u"back"_s << 1;
        QTest::newRow("to a deputy") << u"deputy"_s << 1;
        QTest::newRow("to a deputy, and given on") << u"deputy, given on"_s << 0;
    }
    //! Between the night's run and the morning.
    void aReminderGoesWithTheCase()
    {
        QFETCH(QString, what);
        QFETCH(int, told);
        const Caller deputy = m_town->agent(Role::Referent, {m_service});
        set(Kind::User, deputy.user.id, {{u"email"_s, u"d@ingeville.example"_s}, {u"notify"_s, atOnce()}});
        const bool isStoodFor = what.startsWith(u"deputy");
        const Id request =
            m_town->request(m_desk, m_service, {{u"assignee"_s, idText(m_referent.user.id)}, {u"due_on"_s, u"2026-11-17"_s}});
        settle(*claimed(), success());
        if (isStoodFor) {
            set(Kind::User, m_referent.user.id, {{u"absent"_s, true}});
            set(Kind::User, deputy.user.id, {{u"stands_for"_s, QJsonArray{idText(m_referent.user.id)}}});
        }
        goTo(2026, 11, 17, 5);
        run();
        QCOMPARE(counts().waiting, 1);
        if (what.endsWith(u"given on") || what == u"back")
            set(Kind::Request, request, {{u"assignee"_s, idText(m_head.user.id)}});
        if (what == u"back")
            set(Kind::Request, request, {{u"assignee"_s, idText(m_referent.user.id)}});
        if (what == u"unassigned")
            set(Kind::Request, request, {{u"assignee"_s, QJsonValue()}});
        set(Kind::Request, request, {{u"subject"_s, u"Grosse fuite"_s}});
        goTo(2026, 11, 17, 12);
        QStringList names;
        while (const auto mail = claimed()) {
            for (const MailLine &line : mail->lines) {
                if (line.row.kind == NoticeKind::Reminded)
                    names.append(mail->name);
            }
            settle(*mail, success());
        }
        QCOMPARE(names.size(), told);
        if (told > 0)
            QCOMPARE(names.first(), isStoodFor ? u"agent4"_s : u"agent2"_s);
    }

    void quietTimeIsKept()
    {
        set(Kind::User, m_referent.user.id, {{u"notify"_s, atOnce()}});
        goTo(2026, 11, 20, 18, 30); // a Friday
        given();
        QVERIFY(!claimed());
        QCOMPARE(counts().next, at(2026, 11, 23, 8));
        goTo(2026, 11, 22, 12);
        QVERIFY(!claimed());
        goTo(2026, 11, 23, 22); // the hub stood still all day: not in the night either
        QVERIFY(!claimed());
        QCOMPARE(counts().next, at(2026, 11, 24, 8));
        goTo(2026, 11, 24, 8);
        QVERIFY(claimed());
    }

    //! One mail in the morning, with all of it; the head's is their own.
    void aDigestHoldsAllOfAPersonsLines()
    {
        set(Kind::User, m_referent.user.id, {{u"notify"_s, QJsonValue()}});
        for (int i = 0; i < 5; ++i)
            given();
        const Id named = m_town->request(m_desk, m_service);
        m_town->create(m_desk, Kind::Note, {{u"request"_s, idText(named)}, {u"text"_s, u"@agent2 @agent3 à voir"_s}});
        QVERIFY(!claimed());
        goTo(2026, 11, 17, 8);
        const auto first = claimed();
        QVERIFY(first);
        settle(*first, success());
        const auto second = claimed();
        QVERIFY(second);
        settle(*second, success());
        QVERIFY(!claimed());
        QCOMPARE(QSet<qsizetype>({first->lines.size(), second->lines.size()}), QSet<qsizetype>({6, 1}));
        QVERIFY(first->id != second->id);
        QCOMPARE(counts().sent, 7);
    }

    //! "the hub is stopped over a weekend of reminders": nothing lost, nothing sent twice.
    void aWeekendAtStandstill()
    {
        const Id late =
            m_town->request(m_desk, m_service, {{u"assignee"_s, idText(m_referent.user.id)}, {u"due_on"_s, u"2026-11-19"_s}});
        const Id due =
            m_town->request(m_desk, m_service, {{u"assignee"_s, idText(m_referent.user.id)}, {u"due_on"_s, u"2026-11-23"_s}});
        Q_UNUSED(due)
        settle(*claimed(), success());
        goTo(2026, 11, 20, 5); // Friday: the head of the late one is told at eight; then the hub stops, before it sent
        run();
        QCOMPARE(counts().waiting, 2); // the late one to the head; the day before Monday's to the referent
        goTo(2026, 11, 23, 7);         // Monday
        run();
        run();
        QVERIFY(!claimed());
        goTo(2026, 11, 23, 8);
        QHash<QString, QList<MailLine>> told;
        while (const auto mail = claimed()) {
            QVERIFY(!told.contains(mail->name));
            told.insert(mail->name, mail->lines);
            settle(*mail, success());
        }
        QCOMPARE(told.size(), 2);
        QCOMPARE(told.value(u"agent3"_s).size(), 1);
        QCOMPARE(told.value(u"agent3"_s).first().row.request, late);
        QCOMPARE(told.value(u"agent3"_s).first().row.kind, NoticeKind::Escalated);
        QCOMPARE(told.value(u"agent3"_s).first().dueOn, QDate(2026, 11, 19));
        QCOMPARE(told.value(u"agent2"_s).size(), 2); // the day before, and the day
        run();
        QVERIFY(!claimed());
    }

    void whatTheServerRefusesIsFailedAndWhatItPutsOffIsTriedLater()
    {
        given();
        const auto mail = claimed();
        QVERIFY(mail);
        settle(*mail, Error{ErrorCode::Unavailable, u"451"_s});
        QVERIFY(!claimed());
        QCOMPARE(counts().lastError, u"451"_s);
        QCOMPARE(counts().next.ms, m_town->clock.now().ms + 60'000);
        m_town->clock.advance(60'000);
        given(); // meanwhile: a mail of its own
        const auto again = claimed();
        QVERIFY(again);
        QCOMPARE(again->id, mail->id);
        QCOMPARE(again->lines.size(), 1);
        QCOMPARE(again->lines.first().row.attempts, 1);
        settle(*again, Error{ErrorCode::Network, {}});
        const auto other = claimed();
        QVERIFY(other);
        QVERIFY(other->id != mail->id);
        settle(*other, Error{ErrorCode::Forbidden, u"550"_s});
        QVERIFY(!claimed());
        QCOMPARE(counts().failed, 1);
        m_town->clock.advance(2 * 60'000);
        QCOMPARE(claimed()->id, mail->id);
    }

    void whatNobodySentExpires()
    {
        given();
        goTo(2026, 12, 2, 9); // 16 days
        QVERIFY(!claimed());
        QCOMPARE(counts().dropped, 1);
        given();
        goTo(2026, 12, 18, 9);
        run(); // also where nothing claims
        QCOMPARE(counts().dropped, 2);
        goTo(2027, 3, 1, 9);
        run();
        QCOMPARE(counts().dropped, 0); // forgotten
    }

    void aHubWithoutMailQueuesNothing()
    {
        m_town = std::make_unique<TestTown>();
        m_service = m_town->service();
        m_desk = m_town->agent(Role::Ambassador);
        m_referent = m_town->agent(Role::Referent, {m_service});
        set(Kind::User, m_referent.user.id, {{u"email"_s, u"r@ingeville.example"_s}});
        given();
        QCOMPARE(counts(), MailCounts());
    }

    void aConfidentialMatterIsNotNamed()
    {
        const Id theme = m_town->newId();
        QVERIFY(m_town->hub.intake({{Verb::Create, Kind::Theme, theme, {{u"name"_s, u"Logement"_s}}, {}, {}}}));
        set(Kind::User, m_referent.user.id, {{u"cleared"_s, true}});
        for (const bool confidential : {false, true})
            m_town->request(
                m_desk, m_service,
                {{u"assignee"_s, idText(m_referent.user.id)}, {u"theme"_s, idText(theme)}, {u"confidential"_s, confidential}});
        const auto mail = claimed();
        QVERIFY(mail);
        QCOMPARE(mail->lines.size(), 2);
        QCOMPARE(mail->lines.at(0).matter, u"Logement"_s);
        QCOMPARE(mail->lines.at(1).matter, QString());
    }

    //! Cut off at any access to the disk: the change and its line are both there, or neither; and what is sent is settled once.
    void failsAtTheNthAccess()
    {
        bool happened = true;
        int n = 1;
        for (; happened; ++n) {
            init();
            const Id request = m_town->request(m_desk, m_service);
            const Mutation m = m_town->mutation(m_desk, Verb::Patch, Kind::Request, request,
                                                {{u"assignee"_s, idText(m_referent.user.id)}}, m_town->head());
            failNth(n, happened);
            const auto cut = m_town->hub.push(m_desk, {m_desk.device, {m}});
            m_town->store->setFaultInjector({});
            QCOMPARE(bool(cut), !happened);
            QCOMPARE(counts().waiting, happened ? 0 : 1);
            QVERIFY(m_town->hub.push(m_desk, {m_desk.device, {m}}));
            QCOMPARE(counts().waiting, 1);
            const auto mail = claimed();
            QVERIFY(mail);
        }
        QVERIFY(n > 10);
        for (happened = true, n = 1; happened; ++n) {
            init();
            given();
            given();
            failNth(n, happened);
            const auto cut = m_town->hub.claimMail();
            const Status settled = cut && *cut ? m_town->hub.settleMail(**cut, success()) : Status(success());
            m_town->store->setFaultInjector({});
            if (happened) {
                QVERIFY(!cut || !settled);
                QCOMPARE(counts().waiting, 2);
                const auto mail = claimed();
                QVERIFY(mail);
                QCOMPARE(mail->lines.size(), 2);
                if (cut)
                    QCOMPARE(mail->id, (*cut)->id); // it went out before the cut: the mailbox sees one
                settle(*mail, success());
            }
            QCOMPARE(counts().sent, 2);
            QVERIFY(!claimed());
        }
        QVERIFY(n > 10);
    }

private:
    static Instant at(int year, int month, int day, int hour, int minute = 0)
    {
        return {QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone("Europe/Paris")).toMSecsSinceEpoch()};
    }
    void goTo(int year, int month, int day, int hour, int minute = 0) { m_town->clock.set(at(year, month, day, hour, minute)); }

    static QJsonObject atOnce()
    {
        NotifyPreferences p;
        p.mail.fill(Alerts::AtOnce);
        return toJson(p);
    }

    void set(Kind kind, const Id &id, const QJsonObject &fields)
    {
        if (!m_town->hub.intake({{Verb::Patch, kind, id, fields, {}, {}}}))
            qFatal("not taken in");
    }

    //! A case that the desk gives to the referent.
    Id given() { return m_town->request(m_desk, m_service, {{u"assignee"_s, idText(m_referent.user.id)}}); }

    std::optional<DueMail> claimed()
    {
        const auto mail = m_town->hub.claimMail();
        if (!mail)
            qFatal("not claimed: %s", qPrintable(mail.error().detail));
        return *mail;
    }

    void settle(const DueMail &mail, const Status &sent)
    {
        if (!m_town->hub.settleMail(mail, sent))
            qFatal("not settled");
    }

    MailCounts counts() { return m_town->hub.mailCounts().value(); }

    void run()
    {
        if (!m_town->hub.runDaily())
            qFatal("the run failed");
    }

    void failNth(int n, bool &happened)
    {
        happened = false;
        m_town->store->setFaultInjector([left = n, &happened]() mutable -> std::optional<int> {
            if (--left != 0)
                return std::nullopt;
            happened = true;
            return SQLITE_IOERR;
        });
    }

    std::unique_ptr<TestTown> m_town;
    Id m_service;
    Caller m_desk, m_referent, m_head;
};

QTEST_GUILESS_MAIN(TestMailQueue)
#include "tst_mailqueue.moc"
