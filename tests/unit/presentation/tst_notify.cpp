#include "presentation/notifycontroller.h"
#include "presentation/referenceloader.h"
#include "smalldesk.h"

#include <QtTest/QSignalSpy>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

//! How the agent wants to be told: kept in their record at each change, and taken back.
class TestNotify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        m_gate = std::make_unique<ImmediateStore>(m_desk->store());
        m_loader = std::make_unique<ReferenceLoader>(*m_gate, m_desk->events, m_desk->town);
        m_notify = std::make_unique<NotifyController>(*m_gate, m_desk->events, m_desk->town);
        m_notify->setActor(m_desk->actor(u"rousseau"_s));
        QVERIFY(m_notify->isKnown());
    }
    void cleanup()
    {
        m_notify.reset();
        m_loader.reset();
        m_gate.reset();
        m_desk.reset();
    }

    void whatIsChosenIsKeptAndTakenBack()
    {
        QSignalSpy saved(m_notify.get(), &NotifyController::saved), failed(m_notify.get(), &NotifyController::failed);
        NotifyPreferences p = m_notify->preferences();
        QCOMPARE(p, NotifyPreferences());
        p.mail[0] = Alerts::None;
        m_notify->choose(p);
        p.tray = false; // the next key comes before the first is written
        m_notify->choose(p);
        m_notify->choose(p); // as it is
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(failed.size(), 0);
        const QJsonObject kept = stored().value("notify"_L1).toObject();
        QCOMPARE(notifyFrom(kept), p);
        QCOMPARE(kept.keys(), (QStringList{u"mail"_s, u"tray"_s})); // the rest is as usual
        const auto queued = m_desk->store().queued(10).value();
        for (const Mutation &mutation : queued)
            QCOMPARE(mutation.set.keys(), QStringList{u"notify"_s});
        m_notify->undo(saved.last().first().value<QList<qint64>>());
        p.tray = true;
        QTRY_COMPARE(m_notify->preferences(), p);
        QCOMPARE(notifyFrom(stored().value("notify"_L1).toObject()), p);
    }

    void anAddress()
    {
        QSignalSpy saved(m_notify.get(), &NotifyController::saved), failed(m_notify.get(), &NotifyController::failed);
        m_notify->setEmail(u"pas une adresse"_s);
        QCOMPARE(failed.size(), 1);
        m_notify->setEmail(u"c.rousseau@ingeville.example"_s);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(stored().value("email"_L1).toString(), u"c.rousseau@ingeville.example"_s);
        m_notify->setEmail({});
        QTRY_COMPARE(saved.size(), 2);
        QVERIFY(!stored().contains("email"_L1));
        m_notify->undo(saved.last().first().value<QList<qint64>>());
        QTRY_COMPARE(m_notify->email(), u"c.rousseau@ingeville.example"_s);
    }

    //! From another desk, or by the administrator.
    void aChangeFromElsewhereIsSeen()
    {
        QSignalSpy changed(m_notify.get(), &NotifyController::changed);
        m_desk->patch(Kind::User, id(u"rousseau"_s), {{u"notify"_s, QJsonObject{{u"tray"_s, false}}}});
        m_desk->flush();
        QTRY_VERIFY(!m_notify->preferences().tray);
        QVERIFY(!changed.isEmpty());
    }

    void whenTheSystemMayTell()
    {
        const Instant noon{monday.ms + 3 * 3'600'000};
        QVERIFY(m_notify->mayInterrupt(noon));
        QVERIFY(!m_notify->mayInterrupt({monday.ms + 12 * 3'600'000})); // the evening
        QVERIFY(!m_notify->mayInterrupt({noon.ms + 5LL * 86'400'000})); // Saturday
        NotifyPreferences p;
        p.tray = false;
        m_notify->choose(p);
        QVERIFY(!m_notify->mayInterrupt(noon));
        m_notify->setActor({});
        QVERIFY(!m_notify->mayInterrupt(noon)); // nobody is known
    }

private:
    QJsonObject stored() { return m_desk->store().document(Kind::User, id(u"rousseau"_s)).value().value_or(QJsonObject()); }

    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<ImmediateStore> m_gate;
    std::unique_ptr<ReferenceLoader> m_loader;
    std::unique_ptr<NotifyController> m_notify;
};

QTEST_GUILESS_MAIN(TestNotify)
#include "tst_notify.moc"
