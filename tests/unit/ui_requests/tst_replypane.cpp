#include "ui_common/completerfield.h"
#include "ui_common/replypaper.h"
#include "ui_common/spellfield.h"
#include "ui_requests/replypane.h"
#include "ui_requests/requestlistview.h"
#include "unit/ui_requests/requestsscene.h"
#include "wording/replytext.h"

#include <QtCore/QSettings>
#include <QtCore/QTemporaryDir>
#include <QtPdf/QPdfDocument>
#include <QtPdf/QPdfSelection>
#include <QtTest/QTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QTextBrowser>

using namespace parvis;
using namespace Qt::StringLiterals;

//! Writing to citizens from the Requests workspace, with the keyboard.
class ReplyPaneTest final : public QObject
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
        m_scene = std::make_unique<RequestsScene>(u"nguyen"_s);
        Unit body;
        body.id = smalltown::id(u"ville"_s);
        body.level = UnitLevel::Body;
        body.name = u"Ville d'Ingeville"_s;
        body.replyCircuits = {
            {u"*"_s, QJsonArray{QJsonObject{{u"title"_s, u"Direction"_s}, {u"user"_s, idText(smalltown::id(u"leroy"_s))}}}}};
        body.letterhead = {{u"lines"_s, QJsonArray{u"Place de l'Hôtel-de-Ville"_s, u"51000 Ingeville"_s}}};
        m_records = smalltown::reference();
        for (Unit &unit : m_records.units)
            unit.parent = body.id;
        m_records.units.append(body);
        ReplyTemplate t;
        t.id = smalltown::id(u"template"_s);
        t.name = u"Enlèvement de véhicule"_s;
        t.card = smalltown::id(u"vehicule"_s);
        t.subject = u"Véhicule en stationnement abusif"_s;
        t.text =
            u"{{citizen.form_of_address}},\n\nLe véhicule signalé {{request.address}} sera enlevé.\n\n{{citizen.politeness}}"_s;
        m_records.templates = {t};
        tell();
        for (const Unit &unit : std::as_const(m_records.units)) {
            if (unit.id == body.id)
                m_scene->desk.take(unit);
            else
                m_scene->desk.patch(Kind::Unit, unit.id, {{u"parent"_s, idText(body.id)}});
        }
        m_scene->desk.take(t);
        m_scene->desk.flush();
        QVERIFY(QTest::qWaitForWindowActive(m_scene->workspace.get()));
        QTRY_COMPARE(m_scene->model.rowCount(), 4);
        choose(u"Véhicule abandonné"_s);
    }
    void cleanup() { m_scene.reset(); }

    void itIsWrittenReadAndSubmitted()
    {
        open();
        // Of its card, with what is known of her.
        QVERIFY(text()->toPlainText().startsWith(u"Madame,\n\nLe véhicule signalé 12 rue des Tanneurs"_s));
        QVERIFY(text()->hasFocus());
        QTRY_VERIFY(paper().contains(u"Le véhicule signalé 12 rue des Tanneurs sera enlevé."_s));
        QVERIFY(paper().contains(u"claire.dumont@exemple.fr"_s)); // by e-mail, as she wishes
        QVERIFY(shown(u"reply.way"_s).contains(u"Paul Leroy"_s));
        QVERIFY(shown(u"reply.cost"_s).contains(u"Free"_s));
        shoot(u"reponse-courriel"_s);
        key(Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(text(), u" Ingeville"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!pane()->isVisible());
        QVERIFY(list()->hasFocus());
        QVERIFY(m_scene->navigator.told.last().contains(u"waits for approval"_s));
        const Reply reply = filed();
        QCOMPARE(reply.state, ReplyState::InApproval);
        const Recipient to = recipientsOf(reply).first();
        QCOMPARE(to.to, u"claire.dumont@exemple.fr"_s);
        QCOMPARE(to.channel, ReplyChannel::Email);
        QVERIFY(plainText(to.text).startsWith(u"Madame,"_s));
        QVERIFY(plainText(to.text).endsWith(u"Ingeville"_s));
        m_scene->navigator.undo();
        QTRY_COMPARE(filed().state, ReplyState::Draft);
        open(); // and goes on
        QVERIFY(text()->toPlainText().endsWith(u"Ingeville"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(filed().round, 2);
    }

    //! Says how the request stands; an arrow away from the answer.
    void anInterimReplyByKeys()
    {
        open();
        QComboBox *what = nullptr;
        for (QComboBox *box : pane()->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"What it is"_s)
                what = box;
        }
        QVERIFY(what);
        what->setFocus();
        QTest::keyClick(what, Qt::Key_Down);
        QCOMPARE(m_scene->reply.reply().purpose, ReplyPurpose::Interim);
        text()->setFocus();
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(filed().state, ReplyState::InApproval);
        QCOMPARE(filed().purpose, ReplyPurpose::Interim);
    }

    //! Ticked by Space, with its digest, and in the text that is sealed; where it can't travel that is said.
    void aFileIsEnclosed()
    {
        Attachment file;
        file.id = smalltown::id(u"plan"_s);
        file.request = m_scene->vehicle;
        file.name = u"Plan de la rue.pdf"_s;
        file.sha256 = QString(64, u'a');
        file.mediaType = u"application/pdf"_s;
        file.bytes = 1234;
        m_scene->desk.take(file);
        m_scene->desk.flush();
        open();
        auto *files = pane()->findChild<QListWidget *>(u"reply.files"_s);
        QTRY_COMPARE(files->count(), 1);
        files->setFocus();
        files->setCurrentRow(0);
        key(Qt::Key_Space);
        QTRY_COMPARE(m_scene->reply.reply().attachments.size(), 1);
        QVERIFY(!shown(u"reply.cost"_s).contains(u"enclosed"_s));
        channel(ReplyChannel::Phone);
        QTRY_VERIFY(shown(u"reply.cost"_s).contains(u"nothing is enclosed"_s));
        channel(ReplyChannel::Email);
        QTRY_VERIFY(!shown(u"reply.cost"_s).contains(u"enclosed"_s));
        text()->setFocus();
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!pane()->isVisible());
        const QList<Enclosure> enclosed = enclosuresOf(filed().attachments);
        QCOMPARE(enclosed.size(), 1);
        QCOMPARE(enclosed.first(), (Enclosure{file.id, file.name, file.sha256, file.mediaType, file.bytes}));
    }

    //! A way to begin is found by its tone, too.
    void aBeginningHasATone()
    {
        ReplyTemplate firm = m_records.templates.first();
        firm.id = smalltown::id(u"firm"_s);
        firm.name = u"Dernier rappel"_s;
        firm.tone = ReplyTone::Firm;
        m_records.templates.append(firm);
        tell();
        open();
        CompleterField *field = fieldOf(u"Template"_s);
        QVERIFY(field);
        field->setFocus();
        field->lineEdit()->clear();
        QTest::keyClicks(field->lineEdit(), u"firm"_s);
        QTRY_COMPARE(field->suggestions().size(), 1);
        QCOMPARE(field->suggestions().first().text, firm.name);
        QVERIFY(field->suggestions().first().detail.startsWith(u"firm"_s));
    }

    void everyWordIsKept()
    {
        open();
        text()->setPlainText(u"Bonjour,"_s);
        key(Qt::Key_Escape);
        m_scene->workspace->stepBack();
        QTRY_VERIFY(!pane()->isVisible());
        choose(u"Lampadaire éteint"_s);
        choose(u"Véhicule abandonné"_s);
        open();
        QCOMPARE(text()->toPlainText(), u"Bonjour,"_s);
        key(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier); // discarded for good
        QTRY_VERIFY(!pane()->isVisible());
        open();
        QVERIFY(text()->toPlainText().contains(u"sera enlevé"_s));
    }

    //! Without leaving it: a moment after the key the words are in the store, where a crash does not reach them.
    void wordsAreStoredWhileOneWrites()
    {
        open();
        text()->setFocus();
        key(Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(text(), u" Merci"_s);
        QTRY_VERIFY(!m_scene->desk.store().drafts(u"reply/"_s).value().isEmpty());
        const Draft kept = m_scene->desk.store().drafts(u"reply/"_s).value().first();
        QTRY_VERIFY(m_scene->desk.store().draft(kept.key).value()->content.value("text"_L1).toString().endsWith(u"Merci"_s));
        QVERIFY(pane()->isVisible());
    }

    void whatIsMissingIsSaidBefore()
    {
        open();
        text()->setPlainText(u"Chez {{request.authority}}."_s);
        QTRY_VERIFY(shown(u"reply.trouble"_s).contains(u"Autorité"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(pane()->isVisible());
        QVERIFY(text()->textCursor().hasSelection()); // there it is
        QVERIFY(replies().isEmpty());
        text()->setPlainText(u"Bonjour {{name}}"_s);
        QTRY_VERIFY(shown(u"reply.trouble"_s).contains(u"no field"_s));
        text()->setPlainText(u"Par courrier."_s);
        QTRY_VERIFY(shown(u"reply.trouble"_s).isEmpty());
        channel(ReplyChannel::Counter);
        QTRY_VERIFY(paper().contains(u"To hand over to"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(replies().size(), 1);
    }

    void paragraphsByThreeLetters()
    {
        open();
        text()->setPlainText(u"Bonjour,"_s);
        auto *field = fieldOf(u"Three letters"_s);
        field->setFocus();
        QTest::keyClicks(field->lineEdit(), u"rec"_s);
        QTRY_VERIFY(field->isListOpen());
        QTest::keyClick(field->lineEdit(), Qt::Key_Return);
        QTRY_VERIFY(text()->toPlainText().contains(u"{{> "_s));
        QVERIFY(text()->hasFocus());
    }

    //! An earlier reply to the same matter begins this one, and says nothing of the citizen it went to.
    void anEarlierReplyBeginsAnother()
    {
        const Citizen alain = smalltown::citizens().at(1);
        Request before = smalltown::request(u"Épave rue du Port"_s, u"police"_s, RequestStatus::Closed, QDate(2026, 11, 2));
        before.number = u"2026-010000"_s;
        before.card = smalltown::id(u"vehicule"_s);
        before.citizen = alain.id;
        before.address = u"3 rue du Port"_s;
        m_scene->desk.take(before);
        Reply r;
        r.id = smalltown::id(u"earlier"_s);
        r.request = before.id;
        r.author = smalltown::id(u"leroy"_s);
        r.at = before.receivedAt;
        r.subject = u"Épave rue du Port"_s;
        r.text = u"Pour M. Alain Dumontier : la fourrière vient au 3 rue du Port (2026-010000)."_s;
        r.state = ReplyState::Approved;
        m_scene->desk.take(r);
        r.id = smalltown::id(u"not approved"_s);
        r.state = ReplyState::Refused;
        m_scene->desk.take(r);
        m_scene->desk.flush();
        open();
        QTRY_COMPARE(m_scene->reply.likeReplies().size(), 1);
        auto *field = fieldOf(u"Template"_s);
        field->setFocus();
        QTest::keyClicks(field->lineEdit(), u"port"_s);
        QTRY_VERIFY(field->isListOpen());
        QTest::keyClick(field->lineEdit(), Qt::Key_Return);
        QTRY_COMPARE(text()->toPlainText(),
                     u"Pour Mme Claire Dumont : la fourrière vient au 12 rue des Tanneurs (2026-014233)."_s);
        QCOMPARE(m_scene->reply.reply().subject, u"Véhicule abandonné"_s);
    }

    void aLetterIsSeenInItsPages()
    {
        open();
        channel(ReplyChannel::Letter);
        QTRY_VERIFY(shown(u"reply.cost"_s).contains(u"2.70"_s) || shown(u"reply.cost"_s).contains(u"2,70"_s));
        const Dispatch d = m_scene->reply.preview();
        QCOMPARE(d.name, u"Mme Claire Dumont"_s);
        QCOMPARE(d.lines, (QJsonArray{u"12 rue des Tanneurs"_s}));
        QCOMPARE(d.signatory.value("name"_L1).toString(), u"Paul Leroy"_s);
        auto *sheets = pane()->findChild<ReplyPaper *>()->findChild<QPdfDocument *>();
        const auto words = [sheets] {
            QString all;
            for (int page = 0; page < sheets->pageCount(); ++page)
                all += sheets->getAllText(page).text();
            return all.simplified();
        };
        QTRY_VERIFY2(words().contains(u"12 rue des Tanneurs sera enlevé."_s), qPrintable(words()));
        QCOMPARE(sheets->pageCount(), 1);
        QVERIFY(words().contains(u"Mme Claire Dumont"_s) && words().contains(u"Paul Leroy"_s));
        shoot(u"reponse-courrier"_s);
        QString longer;
        for (int i = 0; i < 90; ++i)
            longer += u"Une ligne de plus, numéro %1.\n\n"_s.arg(i);
        text()->setPlainText(longer); // and the letter has more pages at once
        QTRY_VERIFY(sheets->pageCount() > 1 && words().contains(u"numéro 89."_s));
    }

    //! An SMS has a length: how many messages it takes, what makes it long, and when it is too long to go.
    void anSmsHasALength()
    {
        open();
        channel(ReplyChannel::Sms);
        text()->setPlainText(u"Bonjour, c'est fait."_s);
        QTRY_COMPARE(shown(u"reply.cost"_s), u"SMS: 1 message(s) for each"_s);
        text()->setPlainText(u"Bonjour, c'est fait. ☺"_s);
        QTRY_VERIFY(shown(u"reply.cost"_s).contains(u"long because of special characters"_s));
        text()->setPlainText(u"Bonjour. "_s.repeated(300));
        QTRY_VERIFY(shown(u"reply.trouble"_s).contains(u"Too long for an SMS."_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(pane()->isVisible());
        QVERIFY(replies().isEmpty());
    }

    void frenchIsSpelled()
    {
        open();
        QTRY_VERIFY(text()->hasDictionary());
        text()->setPlainText(u"Madame Dumont, le véicule sera enlevé."_s);
        QCOMPARE(text()->misspelled(), QStringList{u"véicule"_s}); // the name is known here
        QVERIFY(text()->goToNext());
        QCOMPARE(text()->textCursor().selectedText(), u"véicule"_s);
        auto *menu = QApplication::activePopupWidget();
        QTRY_VERIFY(menu);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(text()->misspelled().isEmpty());
    }

    void aHostileNameIsOnlyAName()
    {
        m_scene->desk.patch(Kind::Citizen, smalltown::claire().id,
                            {{u"last_name"_s, u"{{request.number}}<b>x</b>\n- y **z**"_s}});
        m_scene->desk.flush();
        open();
        text()->setPlainText(u"Bonjour {{citizen.name}}."_s);
        const QString read = plainText(m_scene->reply.rendered().recipient.text);
        QCOMPARE(read, u"Bonjour Mme Claire {{request.number}}<b>x</b> - y **z**."_s);
        QVERIFY(m_scene->reply.rendered().faults.isEmpty());
    }

    void theCitizensNewAddressComesIn()
    {
        open();
        channel(ReplyChannel::Letter);
        m_scene->desk.patch(Kind::Citizen, smalltown::claire().id, {{u"address"_s, QJsonValue()}});
        m_scene->desk.flush();
        QTRY_VERIFY(shown(u"reply.trouble"_s).contains(u"postal address"_s));
        m_scene->desk.patch(Kind::Citizen, smalltown::claire().id, {{u"address"_s, u"3 rue du Pont, 51000 Ingeville"_s}});
        m_scene->desk.flush();
        QTRY_VERIFY(shown(u"reply.trouble"_s).isEmpty());
        QCOMPARE(m_scene->reply.preview().lines.size(), 2);
    }

    void oneReplyToMany()
    {
        QList<Id> feux;
        for (int i = 0; i < 10; ++i) {
            Request r = smalltown::request(u"Feu %1"_s.arg(i), u"police"_s, RequestStatus::Assigned, QDate(2026, 11, 25));
            r.number = u"2026-02000%1"_s.arg(i);
            r.citizen = smalltown::claire().id;
            r.replyChannel = i % 2 ? ReplyChannel::Email : ReplyChannel::Sms;
            m_scene->desk.take(r);
            feux.append(r.id);
        }
        m_scene->desk.flush();
        list()->setFocus();
        key(Qt::Key_Slash);
        QTest::keyClicks(QApplication::focusWidget(), u"feu"_s);
        QTRY_COMPARE(m_scene->model.rowCount(), 10);
        list()->setFocus();
        key(Qt::Key_Home);
        for (int i = 0; i < 9; ++i)
            key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_R);
        QTRY_VERIFY(pane()->isVisible() && m_scene->reply.isBegun());
        QCOMPARE(m_scene->reply.addressed().size(), 10);
        text()->setFocus();
        key(Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(text(), u"Demande {{request.number}} : repare."_s);
        QTRY_VERIFY(shown(u"reply.addressee"_s).startsWith(u"1 of 10"_s));
        key(Qt::Key_Right, Qt::AltModifier);
        QTRY_VERIFY(shown(u"reply.addressee"_s).startsWith(u"2 of 10"_s));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(replies().size(), 1);
        const QList<Recipient> to = recipientsOf(replies().first());
        QCOMPARE(to.size(), 10);
        for (const Recipient &r : to) {
            const int i = int(std::distance(feux.begin(), std::find(feux.begin(), feux.end(), r.request)));
            QCOMPARE(plainText(r.text), u"Demande 2026-02000%1 : repare."_s.arg(i));
            QCOMPARE(r.channel, i % 2 ? ReplyChannel::Email : ReplyChannel::Sms);
            QCOMPARE(r.to, i % 2 ? u"claire.dumont@exemple.fr"_s : u"+33612345678"_s);
        }
    }

private:
    void tell() { m_scene->desk.town.set(m_records); }
    void choose(const QString &subject)
    {
        list()->select(smalltown::id(subject));
        QTRY_VERIFY(m_scene->controller.detail() && m_scene->controller.detail()->request.subject == subject);
    }
    void open()
    {
        list()->setFocus();
        key(Qt::Key_R);
        QTRY_VERIFY(pane()->isVisible());
        QTRY_VERIFY(m_scene->reply.isBegun());
    }
    void channel(ReplyChannel wanted)
    {
        auto *box = pane()->findChild<QComboBox *>(u"reply.channel"_s);
        box->setFocus();
        box->setCurrentIndex(box->findData(QString(token(wanted))));
        Q_EMIT box->activated(box->currentIndex());
    }
    ReplyPane *pane() { return m_scene->workspace->findChild<ReplyPane *>(); }
    RequestListView *list() { return m_scene->workspace->findChild<RequestListView *>(); }
    SpellField *text() { return pane()->findChild<SpellField *>(); }
    QString paper() { return pane()->findChild<ReplyPaper *>()->findChild<QTextBrowser *>()->toPlainText(); }
    QString shown(const QString &name) { return pane()->findChild<QLabel *>(name)->text(); }
    CompleterField *fieldOf(const QString &placeholder)
    {
        const auto fields = pane()->findChildren<CompleterField *>();
        for (CompleterField *field : fields) {
            if (field->lineEdit()->placeholderText().startsWith(placeholder))
                return field;
        }
        return nullptr;
    }
    QList<Reply> replies()
    {
        QList<Reply> all;
        const auto rows = repliesBy(m_scene->desk.store(), smalltown::id(u"nguyen"_s), {});
        for (const ReplyRow &row : *rows)
            all.append(row.reply);
        return all;
    }
    Reply filed() { return replies().value(0); }
    //! What an agent sees, for who wants to look at it.
    void shoot(const QString &name)
    {
        if (const QString folder = qEnvironmentVariable("PARVIS_SHOTS"); !folder.isEmpty())
            QVERIFY(m_scene->workspace->grab().save(folder + u'/' + name + u".png"_s));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : m_scene->workspace.get(), key, modifiers);
    }

    QTemporaryDir m_home;
    ReferenceRecords m_records;
    std::unique_ptr<RequestsScene> m_scene;
};

QTEST_MAIN(ReplyPaneTest)
#include "tst_replypane.moc"
