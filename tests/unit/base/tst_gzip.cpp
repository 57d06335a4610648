#include "base/csvreader.h"
#include "base/gzip.h"
#include "unit/base/gzipped.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestGzip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasPackedComesBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("a line") << QByteArray("a;b\n");
        QByteArray much;
        for (qint64 i = 0; i < 300'000; ++i)
            much += QByteArray::number(i * 7919 % 10007) + ';';
        QTest::newRow("much") << much;
    }
    void whatWasPackedComesBack()
    {
        QFETCH(QByteArray, bytes);
        const QByteArray packed = gzipped(bytes);
        QVERIFY(isGzip(packed) && !isGzip(bytes) && !isGzip("\x1f"));
        QCOMPARE(gunzipped(packed, bytes.size()).value(), bytes);
        QBuffer file;
        file.setData(packed);
        QVERIFY(file.open(QIODevice::ReadOnly));
        GunzipDevice device(file);
        QCOMPARE(device.readAll(), bytes);
        QVERIFY(device.atEnd());
        QVERIFY(!device.isDamaged());
        QCOMPARE(device.packedRead(), packed.size());
    }

    void severalMembersAreOneFile()
    {
        QBuffer file;
        file.setData(gzipped("a;b\n") + gzipped("1;2\n"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        GunzipDevice device(file);
        QCOMPARE(device.readAll(), "a;b\n1;2\n");
        QVERIFY(device.atEnd() && !device.isDamaged());
    }

    //! A reader of CSV on top must not take a part for the whole.
    void whatIsDamagedIsTold_data()
    {
        QTest::addColumn<QByteArray>("packed");
        const QByteArray rows = QByteArray("a;b\n").repeated(50'000);
        QByteArray turned = gzipped(rows);
        turned[turned.size() / 2] = char(~turned.at(turned.size() / 2));
        QTest::newRow("cut short") << gzipped(rows).chopped(20);
        QTest::newRow("its check cut off") << gzipped(rows).chopped(8);
        QTest::newRow("a bit turned") << turned;
        QTest::newRow("something after it") << gzipped(rows) + "garbage";
        QTest::newRow("not gzip") << QByteArray("\x1f\x8bnothing of the kind");
    }
    void whatIsDamagedIsTold()
    {
        QFETCH(QByteArray, packed);
        QBuffer file;
        file.setData(packed);
        QVERIFY(file.open(QIODevice::ReadOnly));
        GunzipDevice device(file);
        CsvReader reader(device, {';', CsvEncoding::Utf8});
        std::optional<Error> error;
        for (int rows = 0; rows < 100'000 && !error; ++rows) {
            const auto row = reader.next();
            if (!row)
                error = row.error();
            else if (!*row)
                break;
        }
        QVERIFY(error);
        QVERIFY(device.isDamaged());
    }

    void aBombIsNotUnpacked()
    {
        const QByteArray bomb = gzipped(QByteArray(50'000'000, '\0'));
        QCOMPARE(gunzipped(bomb, 1'000'000).error().code, ErrorCode::TooLarge);
        QCOMPARE(gunzipped("no", 10).error().code, ErrorCode::InvalidInput);
        QCOMPARE(gunzipped({}, 10).error().code, ErrorCode::InvalidInput);
        QCOMPARE(gunzipped(gzipped("abc").chopped(9), 10).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestGzip)
#include "tst_gzip.moc"
