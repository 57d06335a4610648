#include "ui_common/spellfield.h"
#include "ui_common/widgets.h"
#include "ui_requests/bulkpane.h"
#include "ui_requests/replypane.h"
#include "ui_requests/requestlistview.h"
#include "unit/ui_requests/requestsscene.h"
#include "wording/replytext.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>

using namespace parvis;
using namespace Qt::StringLiterals;

//! One reply to several citizens that comes back to its author, and what is written beside it.
class ManyRepliesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path());
        QCoreApplication::setOrganizationName(u"test"_s);
    }
    void init()
    {
        QSettings().clear();
        m_scene = std::make_unique<RequestsScene>(u"rousseau"_s);
        ReferenceRecords records = smalltown::reference();
        for (Unit &unit : records.units) {
            const QString decides = unit.id == smalltown::id(u"police"_s)      ? u"leroy"_s
                                    : unit.id == smalltown::id(u"eclairage"_s) ? u"petit"_s
                                                                               : QString();
            if (decides.isEmpty())
                continue;
            unit.replyCircuits = {
                {u"*"_s, QJsonArray{QJsonObject{{u"title"_s, u"Visa"_s}, {u"user"_s, idText(smalltown::id(decides))}}}}};
            m_scene->desk.patch(Kind::Unit, unit.id, {{u"reply_circuits"_s, unit.replyCircuits}});
        }
        m_scene->desk.town.set(records);
        m_fires.clear();
        for (int i = 0; i < 4; ++i) {
            Request r = smalltown::request(u"Feu %1"_s.arg(i), i == 3 ? u"eclairage"_s : u"police"_s, RequestStatus::Assigned,
                                           QDate(2026, 11, 25));
            r.number = u"2026-02000%1"_s.arg(i);
            r.citizen = smalltown::claire().id;
            r.replyChannel = i % 2 ? ReplyChannel::Email : ReplyChannel::Sms;
            m_scene->desk.take(r);
            m_fires.append(r.id);
        }
        m_scene->desk.flush();
        QVERIFY(QTest::qWaitForWindowActive(m_scene->workspace.get()));
        QTRY_COMPARE(m_scene->model.rowCount(), 8);
    }
    void cleanup() { m_scene.reset(); }

    void returnedItIsOpenedAgainFromAnyOfItsRequests()
    {
        const Reply sent = sendTo(fires(3));
        giveBack(sent);
        for (int i = 2; i >= 0; --i) {
            write({m_fires.at(i)});
            QCOMPARE(shown(u"reply.title"_s), u"One reply to 3 citizen(s)"_s);
            QCOMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare."_s);
            QCOMPARE(m_scene->reply.requests(), fires(3));
            QCOMPARE(m_scene->reply.channel(), ReplyChannel::None); // each still as they wish
            leave();
        }
        write({m_fires.at(1)});
        append(u" Merci."_s);
        leave(); // and nothing typed is lost
        write({m_fires.at(2)});
        QVERIFY(text()->toPlainText().endsWith(u"repare. Merci."_s));
        submit();
        QCOMPARE(replies().value(0).round, 2);
        const Reply again = replies().first();
        QCOMPARE(replies().size(), 1);
        QCOMPARE(again.id, sent.id);
        QCOMPARE(again.request, sent.request);
        QCOMPARE(again.state, ReplyState::InApproval);
        const QList<Recipient> to = recipientsOf(again), before = recipientsOf(sent);
        QCOMPARE(to.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(to.at(i).request, before.at(i).request);
            QCOMPARE(to.at(i).channel, before.at(i).channel);
            QCOMPARE(plainText(to.at(i).text), u"Demande 2026-02000%1 : repare. Merci."_s.arg(i));
        }
        QVERIFY(m_scene->desk.store().drafts(u"reply/"_s).value().isEmpty());
    }

    void takenBackItGoesOn()
    {
        sendTo(fires(3));
        m_scene->navigator.undo();
        QTRY_COMPARE(replies().value(0).state, ReplyState::Draft);
        write(fires(3)); // marked again
        QCOMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare."_s);
        key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(replies().value(0).state, ReplyState::Withdrawn);
        QTRY_VERIFY(!pane()->isVisible());
        write({m_fires.at(1)});
        QCOMPARE(m_scene->reply.requests(), QList<Id>{m_fires.at(1)}); // it is no more
    }

    //! To several and to the first of them alone: each keeps its own words, before and after it is filed.
    void theyNeverShareTheirWords()
    {
        write(fires(3));
        say(u"A tous."_s);
        leave();
        write({m_fires.first()});
        QVERIFY(!text()->toPlainText().contains(u"A tous"_s));
        say(u"A elle seule."_s);
        leave();
        write(fires(2)); // to fewer
        QVERIFY(!text()->toPlainText().contains(u"seul"_s) && !text()->toPlainText().contains(u"A tous"_s));
        say(u"A deux."_s);
        leave();
        write({m_fires.at(2), m_fires.at(0), m_fires.at(1)}); // the same, marked in another order
        QCOMPARE(text()->toPlainText(), u"A tous."_s);
        submit();
        QCOMPARE(replies().size(), 1);
        giveBack(replies().first());
        write({m_fires.first()});
        QCOMPARE(text()->toPlainText(), u"A elle seule."_s);
        write(fires(3));
        QCOMPARE(text()->toPlainText(), u"A tous."_s);
        append(u" Encore."_s);
        leave();
        write(fires(2));
        QCOMPARE(text()->toPlainText(), u"A deux."_s);
        write({m_fires.first()});
        QCOMPARE(text()->toPlainText(), u"A elle seule."_s);
        submit();
        QCOMPARE(replies().size(), 2);
        write(fires(3));
        QCOMPARE(text()->toPlainText(), u"A tous. Encore."_s);
    }

    //! One that was begun after the first was sent is not laid over the first when that comes back.
    void twoToTheSameCitizen()
    {
        write({m_fires.first()});
        say(u"La premiere."_s);
        submit();
        QCOMPARE(replies().size(), 1);
        write({m_fires.first()});
        say(u"La seconde."_s);
        leave();
        giveBack(replies().first());
        write({m_fires.first()});
        QCOMPARE(text()->toPlainText(), u"La premiere."_s);
        key(Qt::Key_F6);
        QTRY_COMPARE(text()->toPlainText(), u"La seconde."_s);
    }

    void oneKeyGoesToTheOther()
    {
        giveBack(sendTo(fires(3)));
        write({m_fires.at(1)});
        auto *other = buttonOf(u"To this citizen alone"_s);
        QVERIFY(other && other->isVisible());
        append(u" Merci."_s);
        key(Qt::Key_F6);
        QTRY_COMPARE(m_scene->reply.requests(), QList<Id>{m_fires.at(1)});
        QTRY_VERIFY(m_scene->reply.isBegun());
        QCOMPARE(shown(u"reply.title"_s), u"Reply to 2026-020001"_s);
        say(u"A elle seule."_s);
        QVERIFY(buttonOf(u"To all 3 citizens"_s));
        key(Qt::Key_F6);
        QTRY_COMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare. Merci."_s);
        key(Qt::Key_F6);
        QTRY_COMPARE(text()->toPlainText(), u"A elle seule."_s);
        submit();
        QCOMPARE(replies().size(), 2);
        write({m_fires.at(0)});
        QCOMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare. Merci."_s);
        write({m_scene->vehicle});
        QVERIFY(!m_scene->reply.otherStart());
    }

    void onlyItsAuthorIsLedToIt()
    {
        giveBack(sendTo(fires(3)));
        m_scene->workspace->setActor(m_scene->desk.actor(u"nguyen"_s));
        write({m_fires.at(1)});
        QCOMPARE(m_scene->reply.requests(), QList<Id>{m_fires.at(1)});
    }

    void openedByItself()
    {
        const Reply sent = sendTo(fires(3));
        giveBack(sent);
        m_scene->workspace->activate({Kind::Reply, sent.id, {}});
        QTRY_VERIFY(m_scene->reply.isBegun() && pane()->isVisible());
        QCOMPARE(m_scene->reply.requests(), fires(3));
        QVERIFY(m_scene->workspace->firstFocus()->isVisible()); // typing goes there
        append(u" Merci."_s);
        m_scene->workspace->activate({Kind::Request, m_scene->vehicle, {}}); // somebody looks at something else
        QTRY_VERIFY(!pane()->isVisible());
        m_scene->workspace->activate({Kind::Reply, sent.id, {}});
        QTRY_VERIFY(m_scene->reply.isBegun() && pane()->isVisible());
        QVERIFY(text()->toPlainText().endsWith(u"Merci."_s));
        submit();
        QCOMPARE(replies().value(0).state, ReplyState::InApproval);
        m_scene->workspace->activate({Kind::Reply, sent.id, {}}); // it is no draft any more
        QTRY_VERIFY(!m_scene->reply.isBegun());
    }

    void whoIsNotReachedAnyMoreIsSaid()
    {
        giveBack(sendTo(fires(3)));
        m_scene->desk.patch(Kind::Request, m_fires.at(0), {{u"citizen"_s, QJsonValue()}});
        m_scene->desk.flush();
        write({m_fires.at(1)});
        QCOMPARE(m_scene->reply.lostCount(), 1);
        QTRY_VERIFY(shown(u"reply.trouble"_s).contains(u"1 citizen(s)"_s));
        submit();
        QCOMPARE(replies().value(0).round, 2);
        QCOMPARE(recipientsOf(replies().first()).size(), 2);
    }

    //! Whoever reads a reply reads all of it: those of another service, and what is confidential, are answered by one of their
    //! own, which its own people approve.
    void eachServiceApprovesWhatItMayRead()
    {
        write(fires(3));
        QCOMPARE(shown(u"reply.way"_s), u"Approved by: Visa (Paul Leroy)"_s);
        write(fires(4));
        const QStringList lines = shown(u"reply.way"_s).split(u'\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines.at(1).contains(u"(3): Approved by: Visa (Paul Leroy)"_s), qPrintable(lines.at(1)));
        QVERIFY2(lines.at(2).contains(u"(1): Approved by: Visa"_s) && lines.at(2).contains(u"Petit"_s), qPrintable(lines.at(2)));
        QVERIFY(!shown(u"reply.way"_s).contains(u"can't see"_s));
        say(u"Demande {{request.number}} : repare."_s);
        if (const QString folder = qEnvironmentVariable("PARVIS_SHOTS"); !folder.isEmpty()) {
            QTest::qWait(300); // for the eye only
            m_scene->workspace->grab().save(folder + u"/reponse-par-service.png"_s);
        }
        submit();
        QCOMPARE(replies().size(), 2);
        QCOMPARE(m_scene->navigator.told.last(), u"2 replies, one for each service, wait for approval."_s);
        QHash<QString, QList<Recipient>> byDecider;
        for (const Reply &reply : replies()) {
            QCOMPARE(reply.state, ReplyState::InApproval);
            QCOMPARE(reply.circuit.size(), 1);
            QVERIFY(m_fires.contains(reply.request));
            byDecider.insert(reply.circuit.first()["user"_L1].toString(), recipientsOf(reply));
        }
        QCOMPARE(byDecider.value(idText(smalltown::id(u"leroy"_s))).size(), 3);
        const QList<Recipient> other = byDecider.value(idText(smalltown::id(u"petit"_s)));
        QCOMPARE(other.size(), 1);
        QCOMPARE(other.first().request, m_fires.at(3));
        QCOMPARE(plainText(other.first().text), u"Demande 2026-020003 : repare."_s);
    }

    void confidentialOnesAreAnsweredApart()
    {
        Actor cleared = m_scene->reply.actor();
        cleared.cleared = true;
        m_scene->reply.setActor(cleared);
        m_scene->desk.patch(Kind::Request, m_fires.at(1), {{u"confidential"_s, true}});
        m_scene->desk.flush();
        write(fires(3));
        say(u"A tous."_s);
        submit();
        QCOMPARE(replies().size(), 2);
        for (const Reply &reply : replies()) {
            const QList<Recipient> all = recipientsOf(reply);
            const bool isApart = reply.request == m_fires.at(1);
            QCOMPARE(all.size(), isApart ? 1 : 2);
            for (const Recipient &r : all)
                QCOMPARE(r.request == m_fires.at(1), isApart);
        }
    }

    //! Ctrl+Z after it: nothing is sent, and all of them stand there to be written on as they were.
    void severalAreTakenBackAsOne()
    {
        write(fires(4));
        say(u"Demande {{request.number}} : repare."_s);
        submit();
        QCOMPARE(replies().size(), 2);
        m_scene->navigator.undo();
        QTRY_COMPARE(m_scene->desk.store().drafts(u"reply/many"_s).value().size(), 1);
        for (const Reply &reply : replies())
            QCOMPARE(reply.state, ReplyState::Withdrawn);
        write(fires(4));
        QCOMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare."_s);
        submit();
        QCOMPARE(replies().size(), 4);
    }

    //! At another desk its author writes on: what only one side wrote stays, and of what both did the words here, which is said.
    void aDraftThatChangesElsewhere()
    {
        giveBack(sendTo(fires(3)));
        write({m_fires.at(1)});
        const Id id = m_scene->reply.reply().id;
        elsewhere(id, {{u"subject"_s, u"Feux"_s}});
        QTRY_COMPARE(m_scene->reply.reply().subject, u"Feux"_s);
        QTRY_VERIFY(said().contains(u"its words are here now"_s));
        append(u" Merci."_s);
        elsewhere(id, {{u"text"_s, u"Autrement."_s}});
        QTRY_VERIFY(said().contains(u"Your words stand here"_s));
        QCOMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare. Merci."_s);
        submit(); // over what came, which was seen
        QCOMPARE(replies().value(0).state, ReplyState::InApproval);
        QCOMPARE(replies().first().subject, u"Feux"_s);
        QVERIFY(replies().first().text.endsWith(u"Merci."_s));
    }

    //! Submitted, or withdrawn, at another desk while words are written here: they are not lost, and nothing goes out twice.
    void aDraftThatIsSubmittedElsewhere()
    {
        giveBack(sendTo(fires(3)));
        write({m_fires.at(1)});
        append(u" Merci."_s);
        const Id id = m_scene->reply.reply().id;
        const auto row = replyRow(m_scene->desk.store(), id).value();
        elsewhere(id, submission(row->reply, row->reply, row->reply.circuit, {row->reply.author, m_scene->desk.clock.now()}));
        QTRY_VERIFY(said().contains(u"submitted at another desk"_s));
        QCOMPARE(text()->toPlainText(), u"Demande {{request.number}} : repare. Merci."_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(0);
        QVERIFY(pane()->isVisible());
        QCOMPARE(replies().value(0).round, 2);
        QVERIFY(!replies().first().text.endsWith(u"Merci."_s));
        QTRY_COMPARE(m_scene->desk.store().drafts(u"reply/of/"_s).value().size(), 1);
    }

    //! What waits for approval stands with each of its requests, and whoever writes one more is told.
    void whatIsUnderWayIsSeenFromEachRequest()
    {
        const Reply sent = sendTo(fires(3));
        for (const Id &fire : fires(3)) {
            const auto detail = requestDetail(m_scene->desk.store(), fire).value();
            QCOMPARE(detail->replies.size(), 1);
            QCOMPARE(detail->replies.first().id, sent.id);
        }
        QVERIFY(requestDetail(m_scene->desk.store(), m_fires.at(3)).value()->replies.isEmpty());
        write({m_fires.at(2)});
        QCOMPARE(m_scene->reply.underWay().size(), 1);
        QTRY_COMPARE(shown(u"reply.trouble"_s),
                     u"1 replies of Marie Rousseau already wait for approval: this would be one more."_s);
        leave();
        write({m_fires.at(3)});
        QVERIFY(m_scene->reply.underWay().isEmpty());
        leave();
        giveBack(sent); // it still stands there: it is written anew
        for (const Id &fire : fires(3))
            QCOMPARE(requestDetail(m_scene->desk.store(), fire).value()->replies.first().state, ReplyState::Draft);
    }

    //! A file of one request that goes to all: the other service has it with its own, where its people may open it.
    void whatIsEnclosedCanBeOpenedByEachService()
    {
        Attachment plan{smalltown::id(u"plan"_s),
                        m_fires.first(),
                        QString(64, u'a'),
                        u"plan.pdf"_s,
                        u"application/pdf"_s,
                        1200,
                        smalltown::monday,
                        smalltown::id(u"rousseau"_s),
                        false,
                        {}};
        m_scene->desk.take(plan);
        m_scene->desk.flush();
        write(fires(4));
        auto *files = pane()->findChild<QListWidget *>(u"reply.files"_s);
        QTRY_COMPARE(files->count(), 1);
        QCOMPARE(files->item(0)->text(), u"plan.pdf (2026-020000)"_s);
        files->setFocus();
        files->setCurrentRow(0);
        QTest::keyClick(files, Qt::Key_Space);
        say(u"Voir le plan."_s);
        submit();
        QCOMPARE(replies().size(), 2);
        for (const Reply &reply : replies()) {
            const QList<Enclosure> files = enclosuresOf(reply.attachments);
            QCOMPARE(files.size(), 1);
            QCOMPARE(files.first().sha256, plan.sha256);
            const auto stored = m_scene->desk.store().document(Kind::Attachment, files.first().attachment).value();
            QVERIFY(stored);
            const auto file = fromDocument<Attachment>(files.first().attachment, *stored);
            QCOMPARE(file.name, plan.name);
            QCOMPARE(file.bytes, plan.bytes);
            QCOMPARE(file.request == m_fires.at(3), reply.request == m_fires.at(3));
        }
        QCOMPARE(attachmentsOf(m_scene->desk.store(), m_fires.at(3)).value().size(), 1);
        m_scene->navigator.undo(); // and it is gone from there
        QTRY_VERIFY(attachmentsOf(m_scene->desk.store(), m_fires.at(3)).value().isEmpty());
        QCOMPARE(attachmentsOf(m_scene->desk.store(), m_fires.first()).value().size(), 1);
    }

private:
    QList<Id> fires(int count) const { return m_fires.mid(0, count); }

    void write(const QList<Id> &requests)
    {
        auto *bulk = m_scene->workspace->findChild<BulkPane *>();
        Q_EMIT bulk->replyWanted(requests);
        QTRY_VERIFY(pane()->isVisible() && m_scene->reply.isBegun());
    }
    void say(const QString &words)
    {
        text()->setFocus();
        text()->selectAll();
        QTest::keyClicks(text(), words);
    }
    void append(const QString &words)
    {
        text()->setFocus();
        key(Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(text(), words);
    }
    void submit()
    {
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!pane()->isVisible());
    }
    void leave()
    {
        m_scene->workspace->stepBack();
        QTRY_VERIFY(!pane()->isVisible());
    }
    Reply sendTo(const QList<Id> &requests)
    {
        write(requests);
        say(u"Demande {{request.number}} : repare."_s);
        submit();
        return replies().value(0);
    }
    //! By whoever is asked first.
    void giveBack(const Reply &reply)
    {
        const Id who = *idFromText(reply.circuit.first()["user"_L1].toString());
        const MayDecide part{{0, 0, {}}, who};
        const auto row = replyRow(m_scene->desk.store(), reply.id).value();
        const QJsonObject set =
            sendingBack(row->reply, ReplyAct::Returned, part, {who, m_scene->desk.clock.now()}, u"Plus court"_s);
        const auto done = m_scene->desk.store().submit({{Kind::Reply, Verb::Patch, reply.id, set, {}, row->seq}},
                                                       m_scene->desk.actor(u"leroy"_s));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        m_scene->desk.events.publish(touchedBy(*done));
        QCOMPARE(replyRow(m_scene->desk.store(), reply.id).value()->reply.state, ReplyState::Draft);
    }
    void elsewhere(const Id &reply, const QJsonObject &set)
    {
        const auto seq = m_scene->desk.store().seqOf(Kind::Reply, reply).value();
        const auto done = m_scene->desk.store().submit({{Kind::Reply, Verb::Patch, reply, set, {}, seq}}, m_scene->reply.actor());
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        m_scene->desk.events.publish(touchedBy(*done));
    }
    QString said() { return pane()->findChild<InlineError *>()->text(); }
    ReplyPane *pane() { return m_scene->workspace->findChild<ReplyPane *>(); }
    SpellField *text() { return pane()->findChild<SpellField *>(); }
    QString shown(const QString &name) { return pane()->findChild<QLabel *>(name)->text(); }
    QPushButton *buttonOf(const QString &words)
    {
        const auto all = pane()->findChildren<QPushButton *>();
        for (QPushButton *button : all) {
            if (button->text().contains(words))
                return button;
        }
        return nullptr;
    }
    QList<Reply> replies()
    {
        QList<Reply> all;
        const auto rows = repliesBy(m_scene->desk.store(), smalltown::id(u"rousseau"_s), Instant{1});
        for (const ReplyRow &row : *rows)
            all.append(row.reply);
        return all;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_scene->workspace.get(), key, modifiers);
    }

    QTemporaryDir m_home;
    QList<Id> m_fires;
    std::unique_ptr<RequestsScene> m_scene;
};

QTEST_MAIN(ManyRepliesTest)
#include "tst_manyreplies.moc"
