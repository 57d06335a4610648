#include "presentation/timelinemodel.h"

#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TimelineModelTest final : public QObject
{
    Q_OBJECT

private:
    static RequestDetail detail()
    {
        RequestDetail detail;
        detail.request.id = QUuid::createUuid();
        detail.request.channel = Channel::Letter;
        detail.request.receivedAt = {1'000};
        detail.request.createdBy = QUuid::createUuid();
        return detail;
    }

private Q_SLOTS:
    void theBeginIsToldEvenIfOnlyTheRecordCame()
    {
        const RequestDetail first = detail();
        const QList<TimelineEntry> entries = timelineOf(first);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].what, TimelineEntry::What::Created);
        QCOMPARE(entries[0].at, Instant{1'000});
        QCOMPARE(entries[0].author, first.request.createdBy);
        QCOMPARE(entries[0].channel, Channel::Letter);
    }

    void theBeginIsToldOnce()
    {
        RequestDetail later = detail();
        Change creation;
        creation.op = ChangeOp::Create;
        creation.id = later.request.id;
        creation.actor = QUuid::createUuid();
        creation.at = {2'000};
        later.history = {creation};
        const QList<TimelineEntry> entries = timelineOf(later);
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries[0].author, creation.actor);
        QCOMPARE(entries[0].at, creation.at);
    }
};

QTEST_GUILESS_MAIN(TimelineModelTest)
#include "tst_timelinemodel.moc"
