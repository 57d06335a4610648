#include "domain/mutation.h"
#include "domain/notifying.h"
#include "testkit/property.h"
#include "unit/domain/anycalendar.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Instant paris(int y, int m, int d, int hour, int minute = 0)
{
    return {QDateTime(QDate(y, m, d), QTime(hour, minute), QTimeZone("Europe/Paris")).toMSecsSinceEpoch()};
}

QString text(std::optional<Instant> at)
{
    return at ? QDateTime::fromMSecsSinceEpoch(at->ms, QTimeZone("Europe/Paris")).toString(u"ddd dd.MM.yyyy HH:mm"_s)
              : u"never"_s;
}

NotifyPreferences anyPreferences()
{
    NotifyPreferences p;
    for (Alerts &alerts : p.mail)
        alerts = *rc::gen::element(Alerts::AtOnce, Alerts::Digest, Alerts::None);
    const auto time = [] { return QTime(*rc::gen::inRange(0, 24), *rc::gen::element(0, 30, 59)); };
    p.quietFrom = time();
    p.quietTo = time();
    p.quietDaysOff = *rc::gen::arbitrary<bool>();
    p.tray = *rc::gen::arbitrary<bool>();
    return p;
}

//! Nights in which clocks jump, ends of years, and any time at all.
Instant anyInstant()
{
    const qint64 year = *rc::gen::inRange(2020, 2040);
    const QDate day = *rc::gen::element(QDate(int(year), 3, 25), QDate(int(year), 10, 25), QDate(int(year), 12, 30),
                                        QDate(int(year), 6, 1), QDate(int(year), 2, 26));
    return {QDateTime(day, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() + *rc::gen::inRange<qint64>(0, 8LL * 86'400) * 1000};
}

} // namespace

class TestNotifying : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theUsualWay_data()
    {
        QTest::addColumn<NoticeKind>("kind");
        QTest::addColumn<Instant>("event");
        QTest::addColumn<QString>("told");
        using K = NoticeKind;
        QTest::newRow("escalated at work") << K::Escalated << paris(2026, 11, 26, 14, 5) << u"Thu 26.11.2026 14:05"_s;
        QTest::newRow("escalated at five") << K::Escalated << paris(2026, 11, 26, 5) << u"Thu 26.11.2026 08:00"_s;
        QTest::newRow("escalated at six in the evening") << K::Escalated << paris(2026, 11, 26, 18) << u"Fri 27.11.2026 08:00"_s;
        QTest::newRow("escalated a minute before") << K::Escalated << paris(2026, 11, 26, 17, 59) << u"Thu 26.11.2026 17:59"_s;
        QTest::newRow("escalated on Friday evening") << K::Escalated << paris(2026, 11, 27, 19) << u"Mon 30.11.2026 08:00"_s;
        QTest::newRow("reminded at five") << K::Reminded << paris(2026, 11, 26, 5) << u"Thu 26.11.2026 08:00"_s;
        QTest::newRow("assigned in the morning") << K::Assigned << paris(2026, 11, 26, 9) << u"Fri 27.11.2026 08:00"_s;
        QTest::newRow("assigned at eight sharp") << K::Assigned << paris(2026, 11, 26, 8) << u"Thu 26.11.2026 08:00"_s;
        QTest::newRow("assigned on Friday") << K::Assigned << paris(2026, 11, 27, 9) << u"Mon 30.11.2026 08:00"_s;
        QTest::newRow("the eve of New Year") << K::Mentioned << paris(2026, 12, 31, 16) << u"Mon 04.01.2027 08:00"_s;
        QTest::newRow("before the clocks go on") << K::Escalated << paris(2027, 3, 27, 20) << u"Tue 30.03.2027 08:00"_s; // Easter
        QTest::newRow("the night they go back") << K::Escalated << paris(2026, 10, 25, 1) << u"Mon 26.10.2026 08:00"_s;
    }
    void theUsualWay()
    {
        QFETCH(NoticeKind, kind);
        QFETCH(Instant, event);
        QFETCH(QString, told);
        QCOMPARE(text(mailTime(kind, event, {}, usualPolicy(), WorkingCalendar())), told);
    }

    void theServiceBoundsWhatIsGiven()
    {
        const WorkingCalendar calendar;
        const Instant at = paris(2026, 11, 26, 10);
        NotifyPreferences p;
        p.mail.fill(Alerts::AtOnce);
        ServicePolicy policy = usualPolicy();
        QCOMPARE(mailTime(NoticeKind::Assigned, at, p, policy, calendar), std::optional(at));
        policy.alerts = Alerts::Digest;
        QCOMPARE(text(mailTime(NoticeKind::Assigned, at, p, policy, calendar)), u"Fri 27.11.2026 08:00"_s);
        policy.alerts = Alerts::None;
        QCOMPARE(mailTime(NoticeKind::Assigned, at, p, policy, calendar), std::nullopt);
        for (const NoticeKind kind : {NoticeKind::Reminded, NoticeKind::Escalated, NoticeKind::Mentioned})
            QCOMPARE(mailTime(kind, at, p, policy, calendar), std::optional(at));
        p.mail.fill(Alerts::None);
        QCOMPARE(mailTime(NoticeKind::Mentioned, at, p, usualPolicy(), calendar), std::nullopt);
    }

    void quietTimes()
    {
        const WorkingCalendar calendar;
        NotifyPreferences p;
        QVERIFY(isQuiet(paris(2026, 11, 28, 12), p, calendar)); // Saturday
        p.quietDaysOff = false;
        QVERIFY(!isQuiet(paris(2026, 11, 28, 12), p, calendar));
        p.quietFrom = QTime(12, 0);
        p.quietTo = QTime(14, 0);
        QVERIFY(!isQuiet(paris(2026, 11, 26, 11, 59), p, calendar));
        QVERIFY(isQuiet(paris(2026, 11, 26, 12), p, calendar));
        QVERIFY(!isQuiet(paris(2026, 11, 26, 14), p, calendar));
        p.quietTo = p.quietFrom; // none
        QVERIFY(!isQuiet(paris(2026, 11, 26, 12), p, calendar));
        // Over the hour that comes twice: quiet until half past two, which the wall shows twice.
        p.quietFrom = QTime(22, 0);
        p.quietTo = QTime(2, 30);
        const Instant first = quietEnd(paris(2026, 10, 24, 23), p, calendar);
        QCOMPARE(first, Instant{QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC).toMSecsSinceEpoch()});
        const Instant second{QDateTime(QDate(2026, 10, 25), QTime(1, 10), Qt::UTC).toMSecsSinceEpoch()};
        QCOMPARE(quietEnd(second, p, calendar), Instant{second.ms + 20 * 60'000});
        // Over the hour that never comes.
        QCOMPARE(quietEnd(paris(2027, 3, 27, 23), p, calendar), paris(2027, 3, 28, 3, 30));
    }

    void neverBeforeTheEventAndNeverInQuietTime()
    {
        PARVIS_PROPERTY("a time to tell is after the event, outside the quiet time, and as soon as can be", [] {
            const WorkingCalendar calendar = anyCalendar();
            const NotifyPreferences p = anyPreferences();
            ServicePolicy policy = usualPolicy();
            policy.alerts = *rc::gen::element(Alerts::AtOnce, Alerts::Digest, Alerts::None);
            const Instant event = anyInstant();
            const auto kind =
                *rc::gen::element(NoticeKind::Assigned, NoticeKind::Reminded, NoticeKind::Escalated, NoticeKind::Mentioned);
            const auto at = mailTime(kind, event, p, policy, calendar);
            const bool isBounded = kind == NoticeKind::Assigned && policy.alerts == Alerts::None;
            RC_ASSERT(at.has_value() == (p.byMail(kind) != Alerts::None && !isBounded));
            if (!at)
                return;
            RC_ASSERT(*at >= event);
            NotifyPreferences counted = p;
            const bool isEverOpen = calendar.isWorkingDay(QDate(2026, 6, 6)) || calendar.isWorkingDay(QDate(2026, 6, 5));
            counted.quietDaysOff = p.quietDaysOff && isEverOpen; // where no day is open, days off don't count
            RC_ASSERT(!isQuiet(*at, counted, calendar));
            const bool isAtOnce =
                p.byMail(kind) == Alerts::AtOnce && (kind != NoticeKind::Assigned || policy.alerts == Alerts::AtOnce);
            if (!isAtOnce)
                return;
            for (Instant t = event; t < *at && t.ms < event.ms + 5LL * 86'400'000; t.ms += 17 * 60'000)
                RC_ASSERT(isQuiet(t, counted, calendar));
        });
    }

    void preferencesAreKept()
    {
        PARVIS_PROPERTY("preferences are read as they were written, beside what a newer program wrote", [] {
            const NotifyPreferences p = anyPreferences();
            const QJsonObject newer{{u"sms"_s, true}, {u"mail"_s, QJsonObject{{u"quoted"_s, u"weekly"_s}}}};
            const QJsonObject json = toJson(p, newer);
            RC_ASSERT(notifyFrom(json) == p);
            RC_ASSERT(json.value("sms"_L1).toBool());
            RC_ASSERT(json.value("mail"_L1)["quoted"_L1].toString() == u"weekly"_s);
            RC_ASSERT(toJson(NotifyPreferences(), json) == newer);
        });
        QVERIFY(toJson(NotifyPreferences()).isEmpty());
        QCOMPARE(notifyFrom({{u"mail"_s, QJsonObject{{u"assigned"_s, u"by pigeon"_s}}}, {u"quiet"_s, 7}, {u"tray"_s, u"?"_s}}),
                 NotifyPreferences());
    }

    void mentions()
    {
        QCOMPARE(mentionedIn(u"@m.roussel, vu avec @P.Martin. Merci @m.roussel"_s), (QStringList{u"m.roussel"_s, u"p.martin"_s}));
        QCOMPARE(mentionedIn(u"(@léa-b) écrire à lea@ville.example ou @@x, @"_s), QStringList{u"léa-b"_s});
        QVERIFY(mentionedIn({}).isEmpty());
    }

    void addresses()
    {
        for (const QString &good : {u"m.roussel@ingeville.example"_s, u"a+b@x"_s, u"o'neil@mairie-x.example"_s})
            QVERIFY2(isMailAddress(good), qPrintable(good));
        for (const QString &bad : {u""_s, u"x"_s, u"a@"_s, u"@b"_s, u"a b@c"_s, u"a@b\n"_s, u"a@b\r\nRCPT TO:<c@d>"_s,
                                   u"a@b,c@d"_s, u"<a@b>"_s, u"é@b"_s, u"a@b@c"_s, QString(300, u'a') + u"@b"_s})
            QVERIFY2(!isMailAddress(bad), qPrintable(bad));
    }

    //! Their own way of being told, and nobody else's unless they administer.
    void whoMayChangeIt()
    {
        const Id me = QUuid::createUuid(), other = QUuid::createUuid();
        const Actor agent{me, QUuid::createUuid(), {Role::Ambassador}, {}, false};
        const Actor admin{other, QUuid::createUuid(), {Role::Admin}, {}, false};
        const Record record{{{u"login"_s, u"x"_s}}, {}, {}, 1};
        const auto decided = [&](const Actor &actor, const Id &target, const QJsonObject &set) {
            return decide({1, QUuid::createUuid(), Kind::User, Verb::Patch, target, 1, set, {}, {}}, &record, actor,
                          [](Kind, const Id &) { return std::nullopt; });
        };
        const QJsonObject notify{{u"notify"_s, QJsonObject{{u"tray"_s, false}}}, {u"email"_s, u"a@b.example"_s}};
        QCOMPARE(decided(agent, me, notify).outcome, Outcome::Applied);
        QCOMPARE(decided(agent, other, notify).refusal, Refusal::NotAllowed);
        QCOMPARE(decided(admin, me, notify).outcome, Outcome::Applied);
        QCOMPARE(decided(agent, me, {{u"email"_s, u"a@b.example"_s}, {u"cleared"_s, true}}).refusal, Refusal::NotAllowed);
        QCOMPARE(decided(agent, me, {{u"email"_s, u"a@b\r\nDATA"_s}}).refusal, Refusal::WrongValue);
        QCOMPARE(decided(agent, me, {{u"email"_s, QJsonValue()}}).outcome, Outcome::Applied);
    }
};

QTEST_GUILESS_MAIN(TestNotifying)
#include "tst_notifying.moc"
