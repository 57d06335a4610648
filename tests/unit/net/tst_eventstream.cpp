#include "net/eventstream.h"
#include "testkit/property.h"

#include <QtTest/QtTest>

using namespace parvis;

class TestEventStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEventsOfAnyLineEnd()
    {
        EventStreamParser parser;
        const auto events = parser.feed("event: head\ndata: 12.00\n\nevent:head\rdata:13\r\r"
                                        "event: head\r\ndata: a\r\ndata: b\r\n\r\n: heartbeat\n\nid: 7\nretry: 5\n\ndata\n\n");
        const QList<StreamEvent> expected{{"head", "12.00"}, {"head", "13"}, {"head", "a\nb"}, {"message", ""}};
        QVERIFY(events);
        QCOMPARE(*events, expected);
    }

    void dropsTheTypeOfAnEventWithoutData()
    {
        EventStreamParser parser;
        QCOMPARE(*parser.feed("event: head\n\ndata: x\n\n"), (QList<StreamEvent>{{"message", "x"}}));
    }

    void skipsTheByteOrderMark()
    {
        EventStreamParser parser;
        QCOMPARE(*parser.feed("\xEF\xBB\xBF"
                              "data: x\n\n"),
                 (QList<StreamEvent>{{"message", "x"}}));
    }

    void refusesAnEventBeyondMeasure()
    {
        EventStreamParser oneLine;
        QVERIFY(!oneLine.feed("data: " + QByteArray(EventStreamParser::longestEvent, 'x')));
        EventStreamParser manyLines;
        const QByteArray line = "data: " + QByteArray(1000, 'x') + '\n';
        bool isRefused = false;
        for (int i = 0; i < 100 && !isRefused; ++i)
            isRefused = !manyLines.feed(line);
        QVERIFY(isRefused);
    }

    void cutsDoNotMatter()
    {
        PARVIS_PROPERTY("an event stream reads the same however its bytes are cut", [] {
            const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                "event: head", "data: 5.00", "data:", ": beat", "\n", "\r", "\r\n", "\n\n", "x", "data: é", ":"));
            QByteArray text;
            for (const std::string &piece : pieces)
                text += QByteArray::fromStdString(piece);
            EventStreamParser whole;
            const auto expected = whole.feed(text);
            EventStreamParser cut;
            QList<StreamEvent> events;
            for (qsizetype from = 0; from < text.size();) {
                const int size = *rc::gen::inRange(1, 7);
                events += *cut.feed(text.mid(from, size));
                from += size;
            }
            RC_ASSERT(events == *expected);
        });
    }
};

QTEST_GUILESS_MAIN(TestEventStream)
#include "tst_eventstream.moc"
