#include "store/timelinequery.h"
#include "ui_common/completerfield.h"
#include "ui_common/theme.h"
#include "ui_desk/calltimer.h"
#include "ui_desk/proposalsline.h"
#include "unit/ui_desk/deskbench.h"
#include "unit/ui_desk/names.h"

#include <QtCore/QTranslator>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestDeskWorkspace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::France));
        new AppTheme(*qApp, this);
    }

    //! The scripted call of the design: known caller by ten digits, card by three letters, street by five, one line of text.
    void aKnownCallerNeedsAtMostSixtyKeys()
    {
        DeskBench bench;
        bench.key(Qt::Key_F2);
        bench.type(u"0612345678"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"What"_s);
        QCOMPARE(bench.controller->draft().citizen, smalltown::claire().id);
        bench.type(u"lam"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Where"_s);
        bench.type(u"tanne"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Text"_s);
        bench.type(u"Rue noire depuis mardi 17"_s);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(bench.bar()->text().contains(u"7 December"_s));
        QVERIFY2(bench.pressed <= 60, qPrintable(QString::number(bench.pressed)));

        const RequestRow row = bench.newest(1).first();
        QCOMPARE(row.subject, u"Lampadaire éteint"_s);
        QCOMPARE(row.citizenId, smalltown::claire().id);
        QCOMPARE(row.address, u"12 rue des Tanneurs"_s); // her own
        QCOMPARE(row.service, smalltown::id(u"eclairage-nord"_s));
        // ready for the next caller
        QTRY_COMPARE(bench.focusName(), u"Who"_s);
        QVERIFY(!bench.controller->draft().hasContent());
        bench.events.publish(bench.desk.hubAnswers());
        QTRY_VERIFY(bench.bar()->text().contains(u"2026-014301"_s));
    }

    //! In which council a place lies, and in which sector of a service: at once, while it is typed.
    void aPlaceSaysItsDistrictAndItsSector()
    {
        DeskBench bench;
        ReferenceRecords records = smalltown::reference();
        District north = smalltown::district(u"voirie-nord"_s, u"Voirie nord"_s);
        north.layer = u"Voirie"_s;
        const QJsonArray ring{QJsonArray{4.305, 48.905}, QJsonArray{4.32, 48.905}, QJsonArray{4.32, 48.912},
                              QJsonArray{4.305, 48.912}, QJsonArray{4.305, 48.905}};
        north.geometry = {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{ring}}};
        records.districts.append(north);
        bench.town.set(records);
        CompleterField *where = nullptr;
        for (CompleterField *field : bench.workspace->findChildren<CompleterField *>()) {
            if (field->lineEdit()->accessibleName() == u"Where"_s)
                where = field;
        }
        QVERIFY(where);
        where->lineEdit()->setFocus();
        const auto detailOf = [&](const QString &typed) {
            where->lineEdit()->clear();
            bench.type(typed);
            return where->suggestions().value(0).detail;
        };
        QTRY_COMPARE(detailOf(u"tanneurs"_s), u"Valmy · Voirie nord"_s);
        QTRY_COMPARE(detailOf(u"hotel de ville"_s), u"Centre-Ville"_s); // in none
    }

    //! Typed faster than the store answers: each key keeps its place, shortcuts too.
    void aFastTypistIsNotOutrun()
    {
        DeskBench bench;
        bench.key(Qt::Key_F2);
        bench.type(u"0612345678"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"lam"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"tanne"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"Rue noire"_s);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        bench.key(Qt::Key_F3);
        bench.type(u"oeuv"_s);
        QTRY_COMPARE(bench.controller->draft().who, u"oeuv"_s);
        QCOMPARE(bench.controller->draft().channel, Channel::WalkIn);
        QTRY_COMPARE(bench.newest(1).first().subject, u"Lampadaire éteint"_s);
        const auto detail = requestDetail(*bench.desk.store, bench.newest(1).first().id);
        QCOMPARE((*detail)->request.citizen, smalltown::claire().id);
        QCOMPARE((*detail)->request.text, u"Rue noire"_s);
    }

    void theCardsFieldsAreAskedFor()
    {
        DeskBench bench;
        bench.key(Qt::Key_F3);
        bench.type(u"dumont"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"What"_s);
        bench.type(u"veh"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Where"_s);
        bench.type(u"12 tanne"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Text"_s);
        bench.type(u"Sans roues"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Type de véhicule (required)"_s);
        bench.key(Qt::Key_Return, Qt::ControlModifier); // not yet: a required field is empty
        QVERIFY(bench.controller->draft().hasContent());
        bench.type(u"v"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Immobile depuis (required)"_s);
        bench.type(u"3 s"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Transmit"_s);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(!bench.bar()->text().isEmpty());
        const auto detail = requestDetail(*bench.desk.store, bench.newest(1).first().id);
        QCOMPARE((*detail)->request.form.value("type"_L1).toString(), u"Voiture"_s);
        QCOMPARE((*detail)->request.form.value("since"_L1).toString(), u"2026-11-02"_s);
        QCOMPARE((*detail)->request.assignee, smalltown::id(u"nguyen"_s));
        QCOMPARE((*detail)->request.channel, Channel::WalkIn);
    }

    void theSameKeyAgainPassesAnAllowedGap()
    {
        DeskBench bench;
        bench.type(u"dumont"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"lam"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Where"_s);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(bench.controller->draft().hasContent());
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(!bench.bar()->text().isEmpty());
    }

    void aNewCallerIsMadeInline()
    {
        DeskBench bench;
        bench.key(Qt::Key_F2);
        bench.type(u"0326998877"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Last name"_s);
        bench.type(u"Arnoult"_s);
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.focusName(), u"First name"_s);
        bench.type(u"Zoe"_s);
        bench.key(Qt::Key_Return);
        QCOMPARE(bench.focusName(), u"E-mail"_s);
        bench.key(Qt::Key_Return); // none
        QCOMPARE(bench.focusName(), u"Address"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"What"_s);
        bench.type(u"naissance"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Text"_s); // this card needs no place
        bench.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(bench.bar()->text().contains(u"answered on the spot"_s));
        const auto found = findCitizens(*bench.desk.store, u"0326998877"_s);
        QCOMPARE(found->first().citizen.lastName, u"Arnoult"_s);
        QTRY_COMPARE(bench.today->rowCount(), 1);
    }

    void anUnknownNameIsNotLost()
    {
        DeskBench bench;
        bench.type(u"xyz"_s);
        bench.key(Qt::Key_Tab);
        QCOMPARE(bench.focusName(), u"What"_s);
        bench.type(u"lam"_s);
        bench.key(Qt::Key_Return);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(bench.focusName(), u"Who"_s);
        QCOMPARE(bench.controller->draft().who, u"xyz"_s);
    }

    void tabDoesNotAccept()
    {
        DeskBench bench;
        bench.type(u"dumont"_s);
        bench.key(Qt::Key_Tab);
        QCOMPARE(bench.focusName(), u"What"_s);
        QVERIFY(bench.controller->draft().citizen.isNull());
        bench.type(u"lam"_s);
        bench.key(Qt::Key_Tab);
        QCOMPARE(bench.focusName(), u"Where"_s);
        QVERIFY(!bench.controller->card());
    }

    void addsTheContactToTheCallersRequest()
    {
        DeskBench bench;
        bench.type(u"0612345678"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.controller->callerRequests().size(), 2);
        bench.key(Qt::Key_C, Qt::AltModifier);
        QTRY_VERIFY(bench.bar()->text().contains(u"2026-014233"_s));
        const auto detail = requestDetail(*bench.desk.store, smalltown::id(u"2026-014233"_s));
        QCOMPARE((*detail)->contacts.size(), 1);
    }

    void joinsALikelyDuplicate()
    {
        DeskBench bench;
        typeWhatIsThereAlready(bench);
        QCOMPARE(bench.controller->duplicates().size(), 1);
        bench.key(Qt::Key_J, Qt::AltModifier);
        QTRY_VERIFY(bench.bar()->text().contains(u"2026-014233"_s));
    }

    //! Another citizen's report of what is there already: a request of its own, of the same incident, in two keys.
    void reportsTheSameIncident()
    {
        DeskBench bench;
        typeWhatIsThereAlready(bench);
        QCOMPARE(bench.controller->duplicates().size(), 1);
        const RequestRow there = bench.controller->duplicates().first().row;
        QCOMPARE(there.number, u"2026-014233"_s);
        bench.key(Qt::Key_I, Qt::AltModifier);
        QTRY_VERIFY(bench.newest(1).first().id != there.id);
        const auto incidentOf = [&bench](const Id &request) {
            return bench.desk.store->document(Kind::Request, request).value()->value("incident"_L1).toString();
        };
        QVERIFY(!incidentOf(there.id).isEmpty());
        QCOMPARE(incidentOf(bench.newest(1).first().id), incidentOf(there.id));
        QTRY_VERIFY(bench.bar()->isVisible());
    }

    //! The text alone proposes the procedure; its key takes it and leaves the agent in the text.
    void theTextProposesACard()
    {
        DeskBench bench;
        auto *line = bench.workspace->findChild<ProposalsLine *>();
        QVERIFY(line && !line->isVisible());
        bench.named<QPlainTextEdit>(u"text"_s)->setFocus();
        bench.type(u"Une voiture ventouse, une epave"_s);
        QTRY_VERIFY(line->isVisible());
        QCOMPARE(bench.focusName(), u"Text"_s);
        QCOMPARE(bench.controller->cardProposals().first().card, smalltown::id(u"vehicule"_s));
        const auto buttons = line->findChildren<QPushButton *>();
        QVERIFY(buttons.first()->accessibleName().startsWith(u"Véhicule abandonné ("_s));
        QVERIFY(buttons.first()->accessibleName().contains(u"epave"_s)); // why
        QVERIFY(buttons.first()->focusPolicy() == Qt::NoFocus);
        QCOMPARE(nameless(&*bench.workspace).join(u", "_s), QString());
        const QSize least = bench.workspace->minimumSizeHint();
        QVERIFY(least.width() <= bench.workspace->width() && least.height() <= bench.workspace->height());

        bench.key(Qt::Key_1, Qt::ControlModifier);
        QTRY_VERIFY(bench.controller->card());
        QCOMPARE(bench.controller->draft().card, smalltown::id(u"vehicule"_s));
        QCOMPARE(bench.named<CompleterField>(u"what"_s)->text(), u"Véhicule abandonné"_s);
        QCOMPARE(bench.controller->draft().text, u"Une voiture ventouse, une epave"_s);
        QCOMPARE(bench.focusName(), u"Text"_s);
        QTRY_VERIFY(!line->isVisible());           // a card is chosen
        bench.key(Qt::Key_2, Qt::ControlModifier); // nothing is proposed any more
        QCOMPARE(bench.controller->draft().card, smalltown::id(u"vehicule"_s));
    }

    //! Minutes and seconds since the first key, in sight from every workspace; nothing between contacts.
    void theCallIsTimed()
    {
        DeskBench bench;
        const CallTimer timer(*bench.controller, bench.desk.clock);
        QCOMPARE(timer.text(), QString());
        bench.type(u"d"_s);
        bench.desk.clock.advance(134'000);
        QTRY_COMPARE(timer.text(), u"Phone 02:14"_s);
        bench.key(Qt::Key_F3); // corrected, not begun anew
        QCOMPARE(timer.text(), u"Counter 02:14"_s);
        bench.key(Qt::Key_F8);
        QCOMPARE(timer.text(), QString());
    }

    void parksAndResumes()
    {
        DeskBench bench;
        bench.key(Qt::Key_F2);
        bench.type(u"dumont"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"lam"_s);
        bench.key(Qt::Key_F8);
        QTRY_VERIFY(!bench.controller->draft().hasContent());
        QCOMPARE(bench.focusName(), u"Who"_s);
        bench.key(Qt::Key_F3);
        bench.type(u"oeuv"_s);
        bench.key(Qt::Key_F8);
        QCOMPARE(bench.controller->parked().size(), 2);
        bench.key(Qt::Key_F8); // the form is empty: the last one comes back
        QCOMPARE(bench.controller->draft().who, u"oeuv"_s);
        QCOMPARE(bench.controller->draft().channel, Channel::WalkIn);
        QCOMPARE(bench.named<CompleterField>(u"who"_s)->text(), u"oeuv"_s);
    }

    void undoAndClearBringTheTextBack()
    {
        DeskBench bench;
        bench.key(Qt::Key_Tab);
        bench.type(u"Pigeons"_s);
        bench.key(Qt::Key_Return);
        bench.key(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(!bench.navigator.lastUndo); // not the contact before this one
        QTRY_VERIFY(bench.navigator.lastUndo);
        bench.navigator.lastUndo();
        QTRY_COMPARE(bench.named<CompleterField>(u"what"_s)->text(), u"Pigeons"_s);
        bench.key(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(bench.named<CompleterField>(u"what"_s)->text().isEmpty());
        bench.navigator.lastUndo();
        QCOMPARE(bench.named<CompleterField>(u"what"_s)->text(), u"Pigeons"_s);
    }

    void everythingHasAName()
    {
        DeskBench bench;
        bench.type(u"0612345678"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"veh"_s);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(bench.controller->card());
        QCOMPARE(nameless(&*bench.workspace).join(u", "_s), QString());
    }

    void eachChannelHasItsKey_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("modifiers");
        QTest::addColumn<int>("channel");
        const auto row = [](const char *name, Qt::Key key, Channel channel, Qt::KeyboardModifier modifier = Qt::NoModifier) {
            QTest::newRow(name) << int(key) << int(modifier) << int(channel);
        };
        row("counter", Qt::Key_F3, Channel::WalkIn);
        row("letter", Qt::Key_F4, Channel::Letter);
        row("e-mail", Qt::Key_F5, Channel::Email);
        row("sms", Qt::Key_F6, Channel::Sms);
        row("web", Qt::Key_F7, Channel::Web);
        row("council", Qt::Key_F9, Channel::DistrictCouncil);
        row("walk", Qt::Key_F10, Channel::Gusp);
        row("patrol", Qt::Key_F11, Channel::Patrol);
        row("elected", Qt::Key_F12, Channel::ElectedOfficial);
        row("internal", Qt::Key_F2, Channel::Internal, Qt::ShiftModifier);
    }
    void eachChannelHasItsKey()
    {
        QFETCH(int, key);
        QFETCH(int, modifiers);
        DeskBench bench;
        bench.key(Qt::Key(key), Qt::KeyboardModifiers(modifiers));
        QTEST(int(bench.controller->draft().channel), "channel");
        QVERIFY(bench.controller->draft().startedAt.isSet());
    }

    //! Nothing is pushed out of the small screen: in French, at 150 % text, with a long name, a parked call and something saved.
    void fitsTheSmallScreen_data()
    {
        QTest::addColumn<int>("percent");
        QTest::addColumn<bool>("isDark");
        QTest::newRow("100 %") << 100 << false;
        QTest::newRow("100 % dark") << 100 << true;
        QTest::newRow("150 %") << 150 << false;
    }
    void fitsTheSmallScreen()
    {
        QFETCH(int, percent);
        QFETCH(bool, isDark);
        QTranslator french;
        QVERIFY(french.load(u":/i18n/parvis_fr.qm"_s));
        QCoreApplication::installTranslator(&french);
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        AppTheme theme(*qApp);
        theme.apply({isDark ? Scheme::Dark : Scheme::Light, percent, RowHeight::Compact});
        fillAndMeasure(u"desk-%1%2"_s.arg(percent).arg(isDark ? u"-dark"_s : QString()));
        theme.apply({Scheme::Light, 100, RowHeight::Compact});
        QLocale::setDefault(before);
    }

private:
    //! A lamp where one is reported out of order.
    static void typeWhatIsThereAlready(DeskBench &bench)
    {
        bench.key(Qt::Key_F2);
        bench.key(Qt::Key_Tab);
        bench.type(u"lam"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.focusName(), u"Where"_s);
        bench.type(u"12 tanne"_s);
        bench.key(Qt::Key_Return);
        QTRY_COMPARE(bench.controller->duplicates().size(), 1);
    }

    void fillAndMeasure(const QString &shot)
    {
        DeskBench bench;
        bench.type(u"oeuv"_s);
        bench.key(Qt::Key_F8);
        QTRY_COMPARE(bench.controller->parked().size(), 1);
        bench.type(u"0698765432"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"naissance"_s);
        bench.key(Qt::Key_Return);
        bench.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(!bench.bar()->text().isEmpty());
        bench.events.publish(bench.desk.hubAnswers());
        bench.type(u"0612345678"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"veh"_s);
        bench.key(Qt::Key_Return);
        bench.type(u"12 tanne"_s);
        bench.key(Qt::Key_Return);
        QTRY_VERIFY(!bench.controller->duplicates().isEmpty());
        QTRY_COMPARE(bench.today->rowCount(), 1);
        const QSize least = bench.workspace->minimumSizeHint();
        const QString measured = u"%1 × %2"_s.arg(least.width()).arg(least.height());
        QVERIFY2(least.width() <= bench.workspace->width() && least.height() <= bench.workspace->height(), qPrintable(measured));
        if (const QString dir = qEnvironmentVariable("PARVIS_SHOTS"); !dir.isEmpty())
            bench.workspace->grab().save(u"%1/%2.png"_s.arg(dir, shot));
    }
};

QTEST_MAIN(TestDeskWorkspace)
#include "tst_deskworkspace.moc"
