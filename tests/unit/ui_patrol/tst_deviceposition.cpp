#include "ui_patrol/deviceposition.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtCore/QUrl>
#include <QtTest/QTest>

#include <cmath>
#include <memory>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

//! An angle as NMEA 0183 writes it: degrees and minutes in one number, then the side.
QByteArray nmeaAngle(double degrees, int width, char positive, char negative)
{
    const double size = std::abs(degrees);
    const int whole = int(size);
    const QByteArray minutes = QByteArray::number((size - whole) * 60, 'f', 4).rightJustified(7, '0');
    return QByteArray::number(whole).rightJustified(width, '0') + minutes + ',' + (degrees < 0 ? negative : positive);
}

//! What a receiver says (NMEA 0183, sentence RMC); without a place it has not found itself yet.
QByteArray sentence(const QTime &time, const std::optional<Stop> &place)
{
    const QByteArray where = place
                                 ? "A," + nmeaAngle(place->latitude, 2, 'N', 'S') + ',' + nmeaAngle(place->longitude, 3, 'E', 'W')
                                 : QByteArray("V,,,,");
    const QByteArray body = "GPRMC," + time.toString(u"HHmmss.zzz"_s).toLatin1() + ',' + where + ",0.0,0.0,281126,,";
    char sum = 0;
    for (const char c : body)
        sum = char(sum ^ c);
    return '$' + body + '*' + QByteArray(1, sum).toHex().toUpper() + "\r\n";
}

} // namespace

//! The machine's receiver by Qt Positioning, with the plugin that reads what a receiver says from a file.
class DevicePositionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qunsetenv("QT_QTESTLIB_RUNNING"); } // for whose sake Qt hides every real receiver from a test

    void aReceiverSaysWhereItIs()
    {
        for (const Stop &place : {Stop{48.956, 4.365}, Stop{-21.115, 55.536}, Stop{14.641, -61.024}}) {
            DevicePosition device(u"nmea"_s, receiver(Answers(20, place)));
            const Answers answers = locate(device);
            QCOMPARE(answers.size(), 1);
            QVERIFY(answers.first());
            QVERIFY(std::abs(answers.first()->latitude - place.latitude) < 1e-5);
            QVERIFY(std::abs(answers.first()->longitude - place.longitude) < 1e-5);
        }
    }

    //! Asked again, as one walks on, it looks again.
    void itIsAskedAsOftenAsOneLikes()
    {
        DevicePosition device(u"nmea"_s, receiver(Answers(40, Stop{48.956, 4.365})));
        QVERIFY(locate(device).value(0));
        QVERIFY(locate(device).value(0));
    }

    //! Between high walls no satellite is seen: one is told within seconds and writes the place. A form that is gone by then
    //! hears nothing.
    void whoIsNowhereIsToldSo()
    {
        DevicePosition device(u"nmea"_s, receiver(Answers(40, std::nullopt)));
        auto form = std::make_unique<QObject>();
        Answers ofForm;
        device.locate(form.get(), [&](const auto &position) { ofForm.append(position); });
        QVERIFY(ofForm.isEmpty());
        form.reset();
        const Answers answers = locate(device);
        QCOMPARE(answers.size(), 1);
        QVERIFY(!answers.first());
        QVERIFY(ofForm.isEmpty());
    }

    //! Most desks have no receiver at all.
    void withoutAReceiverTheAnswerComesAtOnce()
    {
        DevicePosition device(u"no such plugin"_s, {});
        Answers answers;
        device.locate(this, [&](const auto &position) { answers.append(position); });
        QCOMPARE(answers.size(), 1);
        QVERIFY(!answers.first());
    }

    //! Whatever this machine has, somebody who asks is answered once.
    void theSystemAnswersInTime()
    {
        DevicePosition device;
        QCOMPARE(locate(device).size(), 1);
    }

private:
    using Answers = QList<std::optional<Stop>>;

    //! A receiver that says \a places, one every quarter of a second.
    QVariantMap receiver(const Answers &places)
    {
        QFile file(m_folder.filePath(u"receiver-%1.nmea"_s.arg(++m_receivers)));
        QTime time(10, 0);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("not written");
        for (const auto &place : places)
            file.write(sentence(std::exchange(time, time.addMSecs(250)), place));
        return {{u"nmea.source"_s, QUrl::fromLocalFile(file.fileName()).toString()}};
    }

    Answers locate(DevicePosition &device)
    {
        Answers answers;
        device.locate(this, [&](const auto &position) { answers.append(position); });
        return QTest::qWaitFor([&] { return !answers.isEmpty(); }, 15'000) ? answers : Answers();
    }

    int m_receivers = 0;
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DevicePositionTest)
#include "tst_deviceposition.moc"
