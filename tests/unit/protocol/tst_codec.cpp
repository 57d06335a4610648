#include "protocol/codec.h"
#include "protocol/hashchain.h"

#include <QtTest/QtTest>
#include <rapidcheck.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

Id id(int n)
{
    QRandomGenerator random(static_cast<quint32>(n));
    return makeId({1'700'000'000'000 + n}, random);
}

Mutation mutation()
{
    return {812,
            id(1),
            Kind::Request,
            Verb::Patch,
            id(2),
            90277,
            {{u"address"_s, u"2 rue Haute"_s}, {u"reason"_s, QJsonValue()}},
            {{u"text"_s, u"avant"_s}},
            {1'700'000'000'001}};
}

Change change()
{
    return {90278, ChangeOp::Patch,    Kind::Note, id(3), {{u"text"_s, u"é\"\n"_s}}, {{u"text"_s, QJsonValue()}}, id(4), id(5),
            9,     {1'700'000'000'002}};
}

const Cursor cursor{90278, QByteArray::fromHex("0123456789abcdef")};

template <typename T, typename Read>
void roundTrips(const T &value, Read read)
{
    const auto parsed = parseObject(compactJson(toJson(value)));
    QVERIFY(parsed);
    const Result<T> back = read(parsed.value());
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(back.value() == value, true);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMessageComesBack()
    {
        roundTrips(mutation(), mutationFromJson);
        roundTrips(change(), changeFromJson);
        roundTrips(Hello{{5}, 1, 2, {}, cursor, u"Ingeville"_s, u"abc"_s, {}}, helloFromJson);
        roundTrips(Hello{{5}, 1, 2, {}, cursor, {}, {}, FileOffer{QString(64, u'a'), 7}}, helloFromJson);
        QJsonObject odd = toJson(Hello{{5}, 1, 2, {}, cursor, {}, {}, FileOffer{u"../../etc/passwd"_s, 7}});
        QCOMPARE(helloFromJson(odd).error().detail, u"addresses"_s); // it names a file at the desk
        roundTrips(SessionRequest{u"m.roussel"_s, u"p"_s, id(6)}, sessionRequestFromJson);
        roundTrips(Session{u"a"_s, u"r"_s, {1}, {2}, id(7), 812, u"v"_s}, sessionFromJson);
        roundTrips(PasswordChange{u"m.roussel"_s, u"p"_s, u"q"_s}, passwordChangeFromJson);
        roundTrips(GivenPassword{u"p"_s, {5}}, givenPasswordFromJson);
        roundTrips(Push{id(6), {mutation(), mutation()}}, pushFromJson);
        roundTrips(
            PushReply{{{812, Outcome::Held, Refusal::WrongMove, 90278}, {813, Outcome::Applied, Refusal::None, 90279}}, 813, 5},
            pushReplyFromJson);
        roundTrips(ChangesPage{{change()}, cursor, true, 4, u"v"_s}, changesPageFromJson);
        roundTrips(ChangesPage{{change()}, cursor, true, 4, u"v"_s, 812}, changesPageFromJson);
    }

    void snapshotsComeBack()
    {
        SnapshotPage page{
            {cursor, 12},
            {{Kind::Citizen, id(1), 4, {{u"last_name"_s, u"Dumont"_s}}, std::nullopt}, {Kind::Note, id(3), 90278, {}, change()}},
            u"note/7"_s};
        const QByteArray lines = snapshotNdjson(page);
        QCOMPARE(lines.count('\n'), 4);
        const auto back = snapshotFromNdjson(lines);
        QVERIFY(back);
        QVERIFY(back.value() == page);
        for (qsizetype cut = 1; cut < lines.size(); cut += 7) // a connection may be cut anywhere
            QVERIFY(!snapshotFromNdjson(lines.left(lines.size() - cut - 1)));
    }

    void wrongMembersAreNamed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no number") << u"n"_s << QJsonValue();
        QTest::newRow("zero") << u"n"_s << QJsonValue(0);
        QTest::newRow("fraction") << u"n"_s << QJsonValue(1.5);
        QTest::newRow("huge") << u"n"_s << QJsonValue(1e300);
        QTest::newRow("id") << u"id"_s << QJsonValue(u"x"_s);
        QTest::newRow("op") << u"op"_s << QJsonValue(u"request.eat/1"_s);
        QTest::newRow("op of another version") << u"op"_s << QJsonValue(u"request.patch/2"_s);
        QTest::newRow("set") << u"set"_s << QJsonValue(7);
    }
    void wrongMembersAreNamed()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        QJsonObject json = toJson(mutation());
        json.insert(name, value);
        const auto parsed = mutationFromJson(json);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::Protocol);
        QCOMPARE(parsed.error().detail, name);
    }

    void unknownMembersAreIgnored()
    {
        QJsonObject json = toJson(change());
        json.insert(u"later"_s, true);
        QVERIFY(changeFromJson(json));
    }

    void cursorsAreStrict()
    {
        QCOMPARE(cursorText({}), u"0"_s);
        QCOMPARE(cursorText(cursor), u"90278.0123456789abcdef"_s);
        QVERIFY(parseCursor(cursorText(cursor)).value() == cursor);
        for (const QString &bad : {u"5"_s, u"-1"_s, u"5."_s, u"5.01"_s, u"5.0123456789abcdeg"_s, u"0.0123456789abcdef"_s, u"x"_s,
                                   u""_s, u"5.0123456789abcdef0"_s})
            QVERIFY2(!parseCursor(bad), qPrintable(bad));
    }

    void theChainTellsEveryDifference()
    {
        const QByteArray h = chained({}, 1, id(1), payloadHash("x"));
        QCOMPARE(h.size(), 32);
        QVERIFY(h != chained({}, 2, id(1), payloadHash("x")));
        QVERIFY(h != chained({}, 1, id(2), payloadHash("x")));
        QVERIFY(h != chained({}, 1, id(1), payloadHash("y")));
        QVERIFY(h != chained(h, 1, id(1), payloadHash("x")));
        QCOMPARE(h, chained({}, 1, id(1), payloadHash("x")));
    }

    void errorsSurviveTheWire()
    {
        for (const ErrorCode code : {ErrorCode::HistoryDiverged, ErrorCode::MutationGap, ErrorCode::MutationReused,
                                     ErrorCode::TooLarge, ErrorCode::SchemaTooOld, ErrorCode::Throttled, ErrorCode::Unavailable,
                                     ErrorCode::StorageFull, ErrorCode::Unauthenticated, ErrorCode::CursorExpired}) {
            const Problem p = problemFor({code, u"detail"_s, 0});
            QCOMPARE(errorFor(problemFromJson(toJson(p))).code, code);
        }
        QCOMPARE(errorFor({409, u"something-new"_s, {}, 0, -1}).code, ErrorCode::HistoryDiverged);
        QCOMPARE(errorFor({418, {}, {}, 0, -1}).code, ErrorCode::Unavailable);
    }

    void anyBytesAreAnsweredCalmly()
    {
        QVERIFY(rc::check([](std::string bytes) {
            const QByteArray data = QByteArray::fromStdString(bytes);
            const auto parsed = parseObject(data);
            if (parsed)
                static_cast<void>(pushFromJson(parsed.value()));
            static_cast<void>(snapshotFromNdjson(data));
        }));
    }
};

QTEST_APPLESS_MAIN(TestCodec)
#include "tst_codec.moc"
