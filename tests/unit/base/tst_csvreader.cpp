#include "base/csvreader.h"
#include "testkit/property.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

QList<CsvRow> readAll(QByteArray bytes, CsvFormat format = {}, qsizetype longest = 256 * 1024)
{
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::ReadOnly))
        qFatal("buffer");
    CsvReader reader(buffer, format, longest);
    QList<CsvRow> rows;
    for (;;) {
        const auto row = reader.next();
        if (!row)
            qFatal("%s", qPrintable(row.error().detail));
        if (!*row)
            break;
        rows.append(**row);
    }
    if (reader.bytesRead() != bytes.size())
        qFatal("not read to the end");
    return rows;
}

//! A device whose second read fails, as a disk or a network drive does.
class FailingDevice final : public QIODevice
{
public:
    bool atEnd() const override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_read++ > 0)
            return -1;
        const QByteArray start = "a;b\n1;";
        const qint64 size = qMin(most, qint64(start.size()));
        memcpy(data, start.constData(), std::size_t(size));
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    int m_read = 0;
};

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreSplit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QStringList>>("rows");
        QTest::newRow("plain") << QByteArray("a;b\n1;2\n") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("no last line end") << QByteArray("a;b\n1;2") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("windows") << QByteArray("a;b\r\n1;2\r\n") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("old mac") << QByteArray("a;b\r1;2\r") << QList<QStringList>{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf\"a\";b\n") << QList<QStringList>{{u"a"_s, u"b"_s}};
        QTest::newRow("empty cells") << QByteArray(";\n;;\n") << QList<QStringList>{{u""_s, u""_s}, {u""_s, u""_s, u""_s}};
        QTest::newRow("blank lines") << QByteArray("\n\r\na\n\n\nb\n\n") << QList<QStringList>{{u"a"_s}, {u"b"_s}};
        QTest::newRow("quotes") << QByteArray("\"a;b\";\"say \"\"yes\"\"\"\n")
                                << QList<QStringList>{{u"a;b"_s, u"say \"yes\""_s}};
        QTest::newRow("empty quotes") << QByteArray("\"\";x\n") << QList<QStringList>{{u""_s, u"x"_s}};
        QTest::newRow("line ends in quotes")
            << QByteArray("\"1\r\n2\n3\";x\nb;c\n") << QList<QStringList>{{u"1\r\n2\n3"_s, u"x"_s}, {u"b"_s, u"c"_s}};
        QTest::newRow("quote inside") << QByteArray("12\" pipe;x\n") << QList<QStringList>{{u"12\" pipe"_s, u"x"_s}};
        QTest::newRow("accents") << QByteArray("Pavé arraché;œuf\n") << QList<QStringList>{{u"Pavé arraché"_s, u"œuf"_s}};
        QTest::newRow("nothing") << QByteArray() << QList<QStringList>{};
        QTest::newRow("mark alone") << QByteArray("\xef\xbb\xbf") << QList<QStringList>{};
    }
    void rowsAreSplit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QStringList>, rows);
        QList<QStringList> found;
        for (const CsvRow &row : readAll(bytes)) {
            QCOMPARE(row.fault, CsvFault::None);
            found.append(row.cells);
        }
        QCOMPARE(found, rows);
    }

    void linesAreCounted()
    {
        const QList<CsvRow> rows = readAll("a\r\n\"1\r\n2\";x\n\nb\rc\n");
        QList<qint64> lines;
        for (const CsvRow &row : rows)
            lines.append(row.line);
        QCOMPARE(lines, (QList<qint64>{1, 2, 5, 6}));
        QCOMPARE(rows.at(1).raw, QByteArray("\"1\r\n2\";x"));
    }

    void delimitersAreChosen()
    {
        for (const char delimiter : {',', '\t', '|'}) {
            const QByteArray bytes = QByteArray("a;b") + delimiter + "c\n";
            QCOMPARE(readAll(bytes, {delimiter, CsvEncoding::Utf8}).first().cells, (QStringList{u"a;b"_s, u"c"_s}));
        }
    }

    void encodingsAreChosen()
    {
        QCOMPARE(readAll("caf\xe9\n", {';', CsvEncoding::Latin1}).first().cells, QStringList{u"café"_s});
        QCOMPARE(readAll("c\x9cur \x80\n", {';', CsvEncoding::Windows1252}).first().cells, QStringList{u"cœur €"_s});
        QCOMPARE(csvEncoded(u"cœur € é 🌲"_s, CsvEncoding::Windows1252).left(9), QByteArray("c\x9cur \x80 \xe9 "));
        QCOMPARE(csvEncoded(u"é"_s, CsvEncoding::Latin1), QByteArray("\xe9"));
    }

    void aFaultEndsWithItsLine_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<int>("fault");
        QTest::newRow("open quote") << QByteArray("1;\"open") << int(CsvFault::Quotes);
        QTest::newRow("text after quote") << QByteArray("1;\"a\"b") << int(CsvFault::Quotes);
        QTest::newRow("not UTF-8") << QByteArray("1;caf\xe9") << int(CsvFault::Encoding);
        QTest::newRow("cut UTF-8") << QByteArray("1;caf\xc3") << int(CsvFault::Encoding);
        QTest::newRow("overlong UTF-8") << QByteArray("1;\xc0\xaf") << int(CsvFault::Encoding);
        QTest::newRow("NUL") << QByteArray("1;a\0b", 5) << int(CsvFault::Encoding);
        QTest::newRow("too long") << QByteArray("1;") + QByteArray(70'000, 'x') << int(CsvFault::TooLong);
        QTest::newRow("too long in quotes") << QByteArray("1;\"") + QByteArray(70'000, 'x') + '"' << int(CsvFault::TooLong);
    }
    void aFaultEndsWithItsLine()
    {
        QFETCH(QByteArray, bad);
        QFETCH(int, fault);
        const QList<CsvRow> rows = readAll("a;b\n" + bad + "\n2;good\n3;good\n", {}, 60'000);
        QCOMPARE(rows.size(), 4);
        QCOMPARE(int(rows.at(1).fault), fault);
        QCOMPARE(rows.at(1).raw, bad.left(60'000));
        QVERIFY(rows.at(1).cells.isEmpty());
        QCOMPARE(rows.at(2).cells, (QStringList{u"2"_s, u"good"_s}));
        QCOMPARE(rows.at(3).line, 4);
    }

    void unknownBytesOfWindows1252AreAFault()
    {
        QCOMPARE(readAll("a\x81\n", {';', CsvEncoding::Windows1252}).first().fault, CsvFault::Encoding);
    }

    void utf16IsRefused()
    {
        QByteArray bytes("\xff\xfe"
                         "a\0;\0",
                         6);
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer, {});
        const auto row = reader.next();
        QVERIFY(!row);
        QCOMPARE(row.error().code, ErrorCode::InvalidInput);
    }

    void aFailingDeviceIsNotTheEnd()
    {
        FailingDevice device;
        QVERIFY(device.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
        CsvReader reader(device, {});
        QVERIFY(reader.next());
        const auto row = reader.next();
        QVERIFY(!row);
        QCOMPARE(row.error().code, ErrorCode::Storage);
    }

    void whatIsWrittenIsRead()
    {
        PARVIS_PROPERTY("cells survive writing and reading", [](const std::vector<QString> &texts) {
            RC_PRE(!texts.empty());
            QStringList cells, written;
            for (const QString &text : texts) {
                cells.append(text);
                written.append(csvCell(text, ';'));
            }
            const QByteArray line = written.join(u';').toUtf8();
            RC_PRE(!line.isEmpty());
            const QList<CsvRow> rows = readAll(line + "\r\nnext\n");
            RC_ASSERT(rows.size() == 2);
            RC_ASSERT(rows.first().cells == cells);
            RC_ASSERT(rows.last().cells == QStringList{u"next"_s});
        });
    }

    //! Whatever the bytes: it ends, no row is lost between two rows, and every byte that is not a line end is in some row.
    void hostileBytesAreAllAccountedFor()
    {
        PARVIS_PROPERTY("all bytes are in some row", [] {
            const auto alphabet = rc::gen::element<char>('a', ';', '"', '"', '\n', '\r', '\xe9', '\0', ' ');
            const auto text = *rc::gen::container<std::string>(alphabet);
            const QByteArray bytes = QByteArray::fromStdString(text);
            qsizetype at = 0;
            qint64 line = 1;
            for (const CsvRow &row : readAll(bytes)) {
                const qsizetype begin = bytes.indexOf(row.raw, at);
                RC_ASSERT(begin >= at);
                for (const char c : bytes.mid(at, begin - at))
                    RC_ASSERT(c == '\n' || c == '\r');
                RC_ASSERT(row.line >= line);
                line = row.line + 1;
                at = begin + row.raw.size();
                RC_ASSERT(row.cells.isEmpty() == (row.fault != CsvFault::None));
            }
            for (const char c : bytes.mid(at))
                RC_ASSERT(c == '\n' || c == '\r');
        });
    }

    //! Chunks of the device must not show.
    void rowsCrossTheChunks()
    {
        QByteArray bytes;
        for (int i = 0; i < 30'000; ++i)
            bytes += QByteArray::number(i) + ";\"é\r\n" + QByteArray(i % 7, 'x') + "\"\r\n";
        const QList<CsvRow> rows = readAll(bytes);
        QCOMPARE(rows.size(), 30'000);
        for (int i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows.at(i).line, 1 + 2 * i);
            QCOMPARE(rows.at(i).cells, (QStringList{QString::number(i), u"é\r\n"_s + QString(i % 7, u'x')}));
        }
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csvreader.moc"
