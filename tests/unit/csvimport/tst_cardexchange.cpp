#include "csvimport/cardexchange.h"
#include "csvimport/cardtown.h"
#include "domain/cardlife.h"
#include "hub_sqlite/sqlitehubstore.h"
#include "testkit/property.h"
#include "unit/hub/fasthasher.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QString wording(const CardReject &reject)
{
    return u"%1 %2 %3"_s.arg(int(reject.fault)).arg(reject.field, reject.value);
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A founded town with two services, a district, a theme and an agent, and files.
struct Town
{
    Town()
    {
        if (!hub.foundTown(u"Ingeville"_s))
            qFatal("no town");
        Unit directorate;
        directorate.level = UnitLevel::Directorate;
        directorate.code = u"dgs"_s;
        put(directorate);
        Unit unit;
        unit.code = u"voirie"_s;
        unit.name = u"Voirie"_s;
        voirie = put(unit);
        unit.code = u"proprete"_s;
        unit.name = u"Propreté urbaine"_s;
        proprete = put(unit);
        Theme t;
        t.code = u"rue.trou"_s;
        t.name = u"Trous"_s;
        theme = put(t);
        District d;
        d.code = u"centre"_s;
        district = put(d);
        User user;
        user.login = u"m.roussel"_s;
        agent = put(user);
    }

    Id newId() { return makeId(clock.now(), random); }

    template <typename T>
    Id put(T value)
    {
        value.id = newId();
        if (!hub.intake({{Verb::Create, T::kind, value.id, toDocument(value), {}, {}}}))
            qFatal("not taken in");
        return value.id;
    }

    template <typename T>
    QList<T> all()
    {
        QList<T> list;
        const Status read = store->read([&list](HubReader &reader) {
            return reader.page(T::kind, std::nullopt, {}, 100'000, [&list](const EntityRow &row) {
                list.append(fromDocument<T>(row.id, QJsonDocument::fromJson(row.document).object()));
                return true;
            });
        });
        return read ? list : QList<T>();
    }

    Card card(const QString &code)
    {
        for (const Card &card : all<Card>()) {
            if (card.code == code)
                return card;
        }
        return {};
    }

    QString path(const QString &name) const { return dir.filePath(name); }

    CardImportReport import(const QByteArray &bytes, const QString &name = u"cards.json"_s)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("writing");
        file.close();
        const auto done = importCards({file.fileName(), path(u"bad."_s + name)}, *store, hub, wording);
        if (!done)
            qWarning("%s", qPrintable(done.error().detail));
        return done ? *done : CardImportReport{-1, 0, 0, 0, 0, 0};
    }

    QByteArray exported(const QString &name = u"out.json"_s)
    {
        return exportCards(path(name), *store) ? fileBytes(path(name)) : QByteArray();
    }

    QList<QJsonObject> rejected(const QString &name = u"cards.json"_s)
    {
        QList<QJsonObject> rows;
        const QJsonArray items = QJsonDocument::fromJson(fileBytes(path(u"bad."_s + name))).object().value(u"cards").toArray();
        for (const QJsonValue &item : items)
            rows.append(item.toObject());
        return rows;
    }

    qint64 head() { return hub.hello().value().head.seq; }

    QTemporaryDir dir;
    ManualClock clock{{1'780'000'000'000}};
    QRandomGenerator random{1};
    FastHasher hasher;
    std::unique_ptr<SqliteHubStore> store = std::move(SqliteHubStore::open(u":memory:"_s)).value();
    Hub hub{*store, clock, random, hasher};
    Id voirie, proprete, theme, district, agent;
};

//! Text as a file can hold it: without NUL, and whole characters alone.
rc::Gen<QString> anyText()
{
    return rc::gen::map(
        rc::gen::pair(rc::gen::arbitrary<QString>(), rc::gen::element(u""_s, u"\n"_s, u"\r\n"_s, u";\""_s, u"["_s)),
        [](const std::pair<QString, QString> &parts) {
            QString text = parts.second + QString::fromUtf8(parts.first.toUtf8()) + parts.second;
            return text.remove(QChar(u'\0'));
        });
}

QJsonArray anyLines()
{
    return QJsonArray::fromStringList([] {
        const auto items = *rc::gen::resize(4, rc::gen::container<std::vector<QString>>(anyText()));
        return QStringList(items.begin(), items.end());
    }());
}

TokenSet anyWords()
{
    TokenSet words;
    for (const QJsonValue &word : anyLines())
        words.insert(word.toString());
    return words;
}

CardContent anyContent(const Town &town, const IdSet &others)
{
    const auto maybe = [](const Id &id) { return *rc::gen::element(Id(), id); };
    const auto number = [] { return *rc::gen::element(0, 0, 1, 24, 9999); };
    const auto day = [](int from) {
        return *rc::gen::element(QDate(), QDate(2026, 1, 1).addDays(from + *rc::gen::inRange(0, 300)));
    };
    CardContent c;
    c.title = u"Titre "_s + *anyText();
    for (auto *text : {&c.summary, &c.audience, &c.ask, &c.say, &c.steps, &c.price, &c.location, &c.acknowledgement})
        *text = *anyText();
    c.theme = maybe(town.theme);
    c.service = maybe(town.voirie);
    c.referent = maybe(town.agent);
    c.keywords = anyWords();
    c.citizenWords = anyWords();
    c.documents = anyLines();
    c.law = anyLines();
    if (*rc::gen::arbitrary<bool>())
        c.serviceByDistrict = {{idText(town.district), idText(town.proprete)}};
    c.complexity = *rc::gen::element(CardKind::Simple, CardKind::Complex);
    c.silence = *rc::gen::element(Silence::Unsaid, Silence::Acceptance, Silence::Rejection);
    c.delayDays = number();
    c.retentionMonths = number();
    c.reviewMonths = number();
    c.validFrom = day(0);
    c.validUntil = day(400);
    c.needsPlace = *rc::gen::arbitrary<bool>();
    c.confidential = *rc::gen::arbitrary<bool>();
    if (*rc::gen::arbitrary<bool>()) {
        c.form = {QJsonObject{{u"code"_s, u"plaque"_s}, {u"label"_s, u"Plaque "_s + *anyText()}, {u"required"_s, true}}};
        c.replyTemplates = {QJsonObject{{u"name"_s, *anyText()}, {u"text"_s, *anyText()}}};
        c.replyCircuit = {QJsonObject{{u"title"_s, *anyText()}, {u"user"_s, idText(town.agent)}},
                          QJsonObject{{u"title"_s, u"Chef"_s}, {u"role"_s, u"head"_s}}};
    }
    for (const Id &other : others) {
        if (*rc::gen::arbitrary<bool>())
            c.seeAlso.insert(other);
    }
    return c;
}

QJsonObject documentOf(const CardContent &content)
{
    CardDraft draft;
    static_cast<CardContent &>(draft) = content;
    return contentOf(toDocument(draft));
}

} // namespace

class TestCardExchange : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTownBringsItsOwn()
    {
        Town town;
        const QByteArray json = R"({"cards": [
{"code": "nid-de-poule", "title": "Nid-de-poule", "theme": "rue.trou", "service": "VOIRIE", "referent": "m.roussel",
 "ask": ["Où ?", "Depuis quand ?"], "say": "Nous **passons**.", "kind": "complex", "delayDays": 5, "implicit": "rejection",
 "keywords": ["trou", "chaussée"], "documents": ["Photo"], "reviewMonths": 6, "place": true,
 "serviceByDistrict": {"centre": "Propreté urbaine"}, "seeAlso": ["dalle"],
 "fields": [{"code": "taille", "label": "Taille"}],
 "replyCircuit": [{"title": "Visa", "user": "m.roussel"}, {"title": "Chef", "role": "head"}]},
{"code": "dalle", "title": "Dalle qui bouge", "seeAlso": ["nid-de-poule"], "archived": true}]})";
        QCOMPARE(town.import(json), (CardImportReport{2, 2, 0, 0, 0, 0}));
        const Card card = town.card(u"nid-de-poule"_s);
        QCOMPARE(card.revision, 1);
        QCOMPARE(card.theme, town.theme);
        QCOMPARE(card.service, town.voirie);
        QCOMPARE(card.referent, town.agent);
        QCOMPARE(card.ask, u"- Où ?\n- Depuis quand ?"_s);
        QCOMPARE(card.say, u"Nous **passons**."_s);
        QCOMPARE(card.complexity, CardKind::Complex);
        QCOMPARE(card.silence, Silence::Rejection);
        QCOMPARE(card.delayDays, 5);
        QVERIFY(card.needsPlace);
        QCOMPARE(card.reviewOn, QDateTime::fromMSecsSinceEpoch(town.clock.now().ms, Qt::UTC).date().addMonths(6));
        QCOMPARE(card.serviceByDistrict, (QJsonObject{{idText(town.district), idText(town.proprete)}}));
        QCOMPARE(card.seeAlso, (IdSet{town.card(u"dalle"_s).id})); // a later row
        QCOMPARE(card.replyCircuit.first()[u"user"].toString(), idText(town.agent));
        QVERIFY(town.card(u"dalle"_s).archived);
        const QList<CardRevision> revisions = town.all<CardRevision>();
        QCOMPARE(revisions.size(), 2);
        for (const CardRevision &revision : revisions) {
            QCOMPARE(revision.number, 1);
            QVERIFY(revision.publishedBy.isNull());
            const QString code = revision.card == card.id ? u"nid-de-poule"_s : u"dalle"_s;
            QCOMPARE(revision.content, contentOf(toDocument(town.card(code))));
        }
        const qint64 head = town.head();
        QCOMPARE(town.import(json), (CardImportReport{2, 0, 0, 0, 2, 0}));
        QCOMPARE(town.head(), head);
        QVERIFY(town.hub.verify());
        QCOMPARE(town.hub.verify()->firstBroken, 0);
    }

    void onlyWhatChangedIsRevised()
    {
        Town town;
        town.import(
            R"({"cards": [{"code": "a", "title": "A", "say": "un"}, {"code": "b", "title": "B"}, {"code": "c", "title": "C"}]})");
        QByteArray edited = town.exported();
        edited.replace("\"say\": \"un\"", "\"say\": \"deux\"");
        QCOMPARE(town.import(edited), (CardImportReport{3, 0, 1, 0, 2, 0}));
        QCOMPARE(town.card(u"a"_s).revision, 2);
        QCOMPARE(town.card(u"b"_s).revision, 1);
        QCOMPARE(town.exported(), edited);
        QCOMPARE(town.all<CardRevision>().size(), 4);

        // What a row does not name stays; cards that the file does not name are left alone; a null of a type clears.
        QCOMPARE(town.import(R"({"cards": [{"code": "a", "title": "A2"}]})"), (CardImportReport{1, 0, 1, 0, 0, 0}));
        QCOMPARE(town.card(u"a"_s).say, u"deux"_s);
        QCOMPARE(town.import(R"({"cards": [{"code": "a", "say": ""}]})"), (CardImportReport{1, 0, 1, 0, 0, 0}));
        QCOMPARE(town.card(u"a"_s).say, QString());
        QCOMPARE(town.card(u"a"_s).revision, 4);
        QCOMPARE(town.all<Card>().size(), 3);
    }

    void theArchiveIsKept()
    {
        Town town;
        town.import(R"({"cards": [{"code": "a", "title": "A"}]})");
        QCOMPARE(town.import(R"({"cards": [{"code": "a", "archived": true}]})"), (CardImportReport{1, 0, 0, 1, 0, 0}));
        QVERIFY(town.card(u"a"_s).archived);
        QCOMPARE(town.card(u"a"_s).revision, 1);
        QCOMPARE(town.import(R"({"cards": [{"code": "a", "title": "A2"}]})"), (CardImportReport{1, 0, 1, 0, 0, 0}));
        QVERIFY(town.card(u"a"_s).archived); // unsaid
        QCOMPARE(town.import(R"({"cards": [{"code": "a", "archived": false}]})"), (CardImportReport{1, 0, 0, 1, 0, 0}));
        QVERIFY(!town.card(u"a"_s).archived);
    }

    void badRowsAreToldAndTheRestImported_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<int>("fault");
        const auto row = [](const char *name, const char *json, CardFault fault) {
            QTest::newRow(name) << QByteArray(json) << int(fault);
        };
        row("no object", "7", CardFault::NoObject);
        row("no code", R"({"title": "X"})", CardFault::NoCode);
        row("code of spaces", R"({"code": " ", "title": "X"})", CardFault::NoCode);
        row("twice", R"({"code": "good", "title": "X"})", CardFault::Twice);
        row("no title", R"({"code": "x"})", CardFault::NoTitle);
        row("title of spaces", R"({"code": "x", "title": "  "})", CardFault::NoTitle);
        row("unknown field", R"({"code": "x", "title": "X", "titel": "X"})", CardFault::UnknownField);
        row("no text", R"({"code": "x", "title": 7})", CardFault::NoText);
        row("no script", R"({"code": "x", "title": "X", "ask": [7]})", CardFault::NoText);
        row("null", R"({"code": "x", "title": "X", "say": null})", CardFault::NoText);
        row("no number", R"({"code": "x", "title": "X", "delayDays": "two"})", CardFault::NoNumber);
        row("negative", R"({"code": "x", "title": "X", "delayDays": -1})", CardFault::NoNumber);
        row("half", R"({"code": "x", "title": "X", "delayDays": 1.5})", CardFault::NoNumber);
        row("too many", R"({"code": "x", "title": "X", "reviewMonths": 10000})", CardFault::NoNumber);
        row("no flag", R"({"code": "x", "title": "X", "place": "oui"})", CardFault::NoFlag);
        row("no date", R"({"code": "x", "title": "X", "validFrom": "31/12/2026"})", CardFault::NoDate);
        row("no such day", R"({"code": "x", "title": "X", "validFrom": "2026-02-30"})", CardFault::NoDate);
        row("no lines", R"({"code": "x", "title": "X", "law": "art. 1"})", CardFault::NoLines);
        row("numbers as lines", R"({"code": "x", "title": "X", "keywords": [1]})", CardFault::NoLines);
        row("no form", R"({"code": "x", "title": "X", "fields": "plate"})", CardFault::NoJson);
        row("form of words", R"({"code": "x", "title": "X", "fields": ["plate"]})", CardFault::NoJson);
        row("field without label", R"({"code": "x", "title": "X", "fields": [{"code": "a"}]})", CardFault::BadForm);
        row("two fields, one code",
            R"({"code": "x", "title": "X", "fields": [{"code": "a", "label": "A"}, {"code": "a", "label": "B"}]})",
            CardFault::BadForm);
        row("no step", R"({"code": "x", "title": "X", "replyCircuit": [{"title": "Chef"}]})", CardFault::BadStep);
        row("no role", R"({"code": "x", "title": "X", "replyCircuit": [{"role": "king"}]})", CardFault::BadStep);
        row("unknown person", R"({"code": "x", "title": "X", "replyCircuit": [{"user": "n"}]})", CardFault::UnknownLogin);
        row("ends first", R"({"code": "x", "title": "X", "validFrom": "2026-02-02", "validUntil": "2026-02-01"})",
            CardFault::Dates);
        row("unknown theme", R"({"code": "x", "title": "X", "theme": "rue"})", CardFault::UnknownTheme);
        row("unknown service", R"({"code": "x", "title": "X", "service": "eau"})", CardFault::UnknownService);
        row("no service", R"({"code": "x", "title": "X", "service": "dgs"})", CardFault::UnknownService);
        row("unknown referent", R"({"code": "x", "title": "X", "referent": "m.rousel"})", CardFault::UnknownLogin);
        row("unknown district", R"({"code": "x", "title": "X", "serviceByDistrict": {"nord": "voirie"}})",
            CardFault::UnknownDistrict);
        row("unknown service there", R"({"code": "x", "title": "X", "serviceByDistrict": {"centre": "eau"}})",
            CardFault::UnknownService);
        row("unknown card", R"({"code": "x", "title": "X", "seeAlso": ["y"]})", CardFault::UnknownCard);
        row("unknown word", R"({"code": "x", "title": "X", "kind": "hard"})", CardFault::UnknownWord);
    }
    void badRowsAreToldAndTheRestImported()
    {
        QFETCH(QByteArray, row);
        QFETCH(int, fault);
        Town town;
        const auto done = town.import(R"({"cards": [{"code": "good", "title": "Bonne"}, )" + row +
                                      R"(, {"code": "fine", "title": "Aussi", "seeAlso": ["good"]}]})");
        QCOMPARE(done, (CardImportReport{3, 2, 0, 0, 0, 1}));
        const QList<QJsonObject> rejected = town.rejected();
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(rejected.first().value(u"parvis_line").toInt(), 2);
        QCOMPARE(rejected.first().value(u"parvis_reason").toString().section(u' ', 0, 0).toInt(), fault);
        if (row.startsWith('{')) { // nothing of it is lost
            QJsonObject kept = rejected.first();
            kept.remove(u"parvis_line"_s);
            kept.remove(u"parvis_reason"_s);
            QCOMPARE(kept, QJsonDocument::fromJson(row).object());
        }
    }

    void whoNamesARejectedCardIsRejectedToo()
    {
        Town town;
        const auto done = town.import(R"({"cards": [{"code": "a", "title": "A", "seeAlso": ["b"]},
            {"code": "b", "title": "B", "seeAlso": ["c"]}, {"code": "c"}, {"code": "d", "title": "D"}]})");
        QCOMPARE(done, (CardImportReport{4, 1, 0, 0, 0, 3}));
        QCOMPARE(town.all<Card>().size(), 1);
        QByteArray corrected = fileBytes(town.path(u"bad.cards.json"_s));
        corrected.replace("\"code\": \"c\"", "\"code\": \"c\", \"title\": \"C\"");
        QCOMPARE(town.import(corrected), (CardImportReport{3, 3, 0, 0, 0, 0}));
        QCOMPARE(town.all<Card>().size(), 4);
    }

    void csvSaysTheSame()
    {
        Town town;
        const QByteArray csv = "\xef\xbb\xbf"
                               "code;title;ask;keywords;place;delayDays;fields;theme\r\n"
                               "a;Nid-de-poule;\"- Où ?\n- Quand "
                               "?\";\"trou\nchaussée\n\";true;5;\"[{\"\"code\"\":\"\"t\"\",\"\"label\"\":\"\"T\"\"}]\";Trous\r\n"
                               "b;Dalle;;;;;;\r\n"
                               "c;\"Sans fin;;;;;;\r\n"
                               "d;Trop;peu\r\n"
                               "e;Mauvaise;;;oui;;;\r\n"
                               "f;Formulaire;;;;;[{;\r\n"
                               "g;Octets \xff;;;;;;\r\n";
        QCOMPARE(town.import(csv, u"cards.csv"_s), (CardImportReport{7, 2, 0, 0, 0, 5}));
        const Card card = town.card(u"a"_s);
        QCOMPARE(card.ask, u"- Où ?\n- Quand ?"_s);
        QCOMPARE(card.keywords, (TokenSet{u"chaussée"_s, u"trou"_s}));
        QVERIFY(card.needsPlace);
        QCOMPARE(card.delayDays, 5);
        QCOMPARE(card.form.first()[u"label"].toString(), u"T"_s);
        QCOMPARE(card.theme, town.theme);
        const QList<QByteArray> bad = fileBytes(town.path(u"bad.cards.csv"_s)).split('\n');
        QCOMPARE(bad.size(), 7);
        const auto reason = [&bad](int i) { return bad.at(i).split(';').at(1).split(' ').first().toInt(); };
        QCOMPARE(bad.at(0), QByteArray("parvis_line;parvis_reason;code;title;ask;keywords;place;delayDays;fields;theme\r"));
        QVERIFY(bad.at(1).startsWith("7;"));
        QCOMPARE(reason(1), int(CardFault::Quotes));
        QCOMPARE(reason(2), int(CardFault::Cells));
        QCOMPARE(reason(3), int(CardFault::NoFlag));
        QCOMPARE(reason(4), int(CardFault::NoJson));
        QCOMPARE(reason(5), int(CardFault::Encoding));
        const qint64 head = town.head();
        QCOMPARE(town.import(csv, u"cards.csv"_s), (CardImportReport{7, 0, 0, 0, 2, 5}));
        QCOMPARE(town.head(), head);
    }

    void aFileThatIsNoneChangesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << u"cards.json"_s << QByteArray("{\"cards\": [\n{]}");
        QTest::newRow("no list") << u"cards.json"_s << QByteArray("[]");
        QTest::newRow("empty CSV") << u"cards.csv"_s << QByteArray();
        QTest::newRow("unknown column") << u"cards.csv"_s << QByteArray("code;titel\na;A\n");
        QTest::newRow("a column twice") << u"cards.csv"_s << QByteArray("code;title;title\na;A;B\n");
        QTest::newRow("no code") << u"cards.csv"_s << QByteArray("title\nA\n");
        QTest::newRow("neither") << u"cards.txt"_s << QByteArray("code;title\na;A\n");
    }
    void aFileThatIsNoneChangesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        Town town;
        QFile file(town.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const qint64 head = town.head();
        const CardFiles files{file.fileName(), town.path(u"bad"_s)};
        QCOMPARE(importCards(files, *town.store, town.hub, wording).error().code, ErrorCode::InvalidInput);
        QCOMPARE(town.head(), head);
        QVERIFY(!QFile::exists(files.rejects));
        QCOMPARE(importCards({town.path(u"none.json"_s), {}}, *town.store, town.hub, wording).error().code, ErrorCode::NotFound);
    }

    void aStoppedImportKeepsWhatItHas()
    {
        Town town;
        QList<QJsonObject> rows;
        for (int i = 0; i < 250; ++i)
            rows.append({{u"code"_s, u"c%1"_s.arg(i)}, {u"title"_s, u"Carte %1"_s.arg(i)}});
        QFile file(town.path(u"many.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(cardsToJson(rows));
        file.close();
        const auto stopped =
            importCards({file.fileName(), {}}, *town.store, town.hub, wording, [](qint64 done, qint64) { return done < 200; });
        QCOMPARE(stopped.error().code, ErrorCode::Aborted);
        QCOMPARE(town.all<Card>().size(), 200);
        const auto done = importCards({file.fileName(), {}}, *town.store, town.hub, wording);
        QCOMPARE(*done, (CardImportReport{250, 50, 0, 0, 200, 0}));
    }

    //! The desk published while the import ran: the import's words wait for somebody to look.
    void whatWasPublishedMeanwhileIsNotOverwritten()
    {
        Town town;
        town.import(R"({"cards": [{"code": "a", "title": "A"}]})");
        const Card card = town.card(u"a"_s);
        CardIntake first{card.id, u"a"_s, 1, {{u"title"_s, u"du guichet"_s}}, std::nullopt};
        QCOMPARE(town.hub.publishCards({first})->revised, 1);
        first.content = {{u"title"_s, u"du fichier"_s}};
        QCOMPARE(town.hub.publishCards({first})->superseded, QList<qsizetype>{0});
        QCOMPARE(town.card(u"a"_s).title, u"du guichet"_s);
    }

    //! Any content goes out and comes back as it was, in either form, into the town that it is from or into a twin.
    void anyContentReturns()
    {
        PARVIS_PROPERTY("export and import are one another's inverse", [] {
            Town town;
            QList<CardIntake> cards;
            IdSet ids;
            const int count = *rc::gen::inRange(1, 4);
            for (int i = 0; i < count; ++i)
                ids.insert(town.newId());
            for (const Id &id : ids)
                cards.append({id, u"fiche-%1"_s.arg(cards.size()), 0, documentOf(anyContent(town, ids)),
                              *rc::gen::element(std::optional<bool>(), std::optional(true))});
            const auto made = town.hub.publishCards(cards);
            RC_ASSERT(made && made->created == count);
            const qint64 head = town.head();
            const QByteArray json = town.exported();
            const QByteArray csv = town.exported(u"out.csv"_s);
            RC_ASSERT(town.import(json) == (CardImportReport{count, 0, 0, 0, count, 0}));
            RC_ASSERT(town.import(csv, u"cards.csv"_s) == (CardImportReport{count, 0, 0, 0, count, 0}));
            RC_ASSERT(town.head() == head);

            for (const QString &name : {u"cards.json"_s, u"cards.csv"_s}) {
                Town twin;
                RC_ASSERT(twin.import(name.endsWith(u"csv"_s) ? csv : json, name) ==
                          (CardImportReport{count, count, 0, 0, 0, 0}));
                RC_ASSERT(twin.exported() == json);
                RC_ASSERT(twin.exported(u"out.csv"_s) == csv);
            }
        });
    }

    void namesFindTheirRecords()
    {
        QRandomGenerator random(5);
        const auto id = [&random] { return makeId({1'780'000'000'000}, random); };
        const Id a = id(), b = id(), c = id(), d = id();
        NameIndex names;
        names.add(a, {QString(), u"voirie"_s});
        names.add(b, {u"voirie"_s, u"Voirie"_s});
        names.add(c, {QString(), QString()});
        QCOMPARE(names.find(u"voirie"_s), b); // codes before names
        QCOMPARE(names.find(u"VOIRIE"_s), b);
        for (const Id &each : {a, b, c})
            QCOMPARE(names.find(names.label(each)), each);
        QCOMPARE(names.label(b), u"voirie"_s);
        QCOMPARE(names.label({}), QString());
        QCOMPARE(names.label(d), idText(d));
        QVERIFY(!names.find(idText(d)));
        QVERIFY(!names.find(QString()));
    }
};

QTEST_GUILESS_MAIN(TestCardExchange)
#include "tst_cardexchange.moc"
