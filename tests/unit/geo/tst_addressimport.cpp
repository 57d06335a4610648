#include "geo/addressfile.h"
#include "testkit/property.h"
#include "unit/base/gzipped.h"
#include "unit/geo/smallban.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

#include <cstring>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

const QByteArray header = "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;"
                          "nom_ancienne_commune;x;y;lon;lat;type_position;alias;nom_ld;libelle_acheminement;nom_afnor;"
                          "source_position;source_nom_voie;certification_commune\n";

QByteArray line(const QByteArray &id, const QByteArray &number, const QByteArray &way)
{
    return id + ";51108_1;" + number + ";;" + way +
           ";51000;51108;Châlons-en-Champagne;;;;;4.36;48.95;entrée;;;;;commune;commune;1\n";
}

QList<BanRow> read(QByteArray csv)
{
    QBuffer buffer(&csv);
    buffer.open(QIODevice::ReadOnly);
    BanReader reader(buffer);
    QList<BanRow> rows;
    for (auto row = reader.next(); row && *row; row = reader.next())
        rows.append(**row);
    return rows;
}

Result<std::optional<BanRow>> firstOf(QByteArray csv)
{
    QBuffer buffer(&csv);
    buffer.open(QIODevice::ReadOnly);
    return BanReader(buffer).next();
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("writing %s", qPrintable(path));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! As an attacker would: the sum fits what was changed.
void sign(QByteArray &bytes)
{
    using namespace addressfile;
    if (bytes.size() < qsizetype(sizeof(Header)))
        return;
    const quint64 sum = checksum({bytes.constData() + sizeof(Header), size_t(bytes.size()) - sizeof(Header)});
    std::memcpy(bytes.data() + offsetof(Header, checksum), &sum, sizeof sum);
}

} // namespace

class TestAddressImport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyColumnIsRead()
    {
        const QList<BanRow> rows = read(
            header + "51108_0123_00012_bis;51108_0123;12;BIS;Rue des Tanneurs;51000;51108;Châlons-en-Champagne;51999;Vieux-Lieu;"
                     "799000.1;6874000.2;4.36012;48.95034;entrée;Rue aux Peaux;Le Bas;CHALONS EN CHAMPAGNE;RUE DES TANNEURS;"
                     "commune;cadastre;1\n");
        AddressRow wanted;
        wanted.id = u"51108_0123_00012_bis"_s;
        wanted.fantoir = u"51108_0123"_s;
        wanted.number = 12;
        wanted.suffix = u"bis"_s;
        wanted.way = u"Rue des Tanneurs"_s;
        wanted.postcode = u"51000"_s;
        wanted.insee = u"51108"_s;
        wanted.commune = u"Châlons-en-Champagne"_s;
        wanted.formerInsee = u"51999"_s;
        wanted.formerCommune = u"Vieux-Lieu"_s;
        wanted.position = {48.95034, 4.36012};
        wanted.positionKind = u"entrée"_s;
        wanted.alias = u"Rue aux Peaux"_s;
        wanted.locality = u"Le Bas"_s;
        wanted.postalLabel = u"CHALONS EN CHAMPAGNE"_s;
        wanted.postalName = u"RUE DES TANNEURS"_s;
        wanted.positionSource = u"commune"_s;
        wanted.nameSource = u"cadastre"_s;
        wanted.certified = true;
        QCOMPARE(rows, (QList<BanRow>{{2, AddressFault::None, wanted}}));
    }

    void otherFilesOfTheBase()
    {
        const QList<BanRow> places = read("nom_commune;lat;lon;nom_lieu_dit;unknown\nIngeville;48.9;4.3;Le Moulin;x\n");
        QCOMPARE(places.size(), 1);
        QVERIFY(places.first().address.isPlace);
        QCOMPARE(places.first().address.way, u"Le Moulin"_s);
        // Without degrees, from the metres of Lambert 93.
        const QList<BanRow> metres =
            read("numero;nom_voie;code_insee;nom_commune;x;y;lon;lat\n99999;La Voie;51108;Ingeville;700000;6600000;;\n"
                 "1;La Voie;97101;Ingeville;700000;6600000;;\n");
        QVERIFY(geodesicMetres(metres.at(0).address.position, {46.5, 3}) < 0.001);
        QCOMPARE(metres.at(0).address.number, 0);
        QCOMPARE(metres.at(1).fault, AddressFault::Position); // another projection there
    }

    void badRowsAreRefusedOneByOne()
    {
        const QByteArray good = line("a", "1", "Rue A");
        const QList<BanRow> rows =
            read(header + good + "too;few\n" + line("b", "x", "Rue A") + line("b", "-1", "Rue A") + line("b", "1", "") +
                 QByteArray(good).replace("48.95", "148.95") + QByteArray(good).replace("48.95", "") +
                 QByteArray(good).replace("Châlons-en-Champagne", "") + QByteArray(good).replace("Rue A", "Rue \xe9") +
                 QByteArray(good).replace("Rue A", "\"Rue") + line("c", "3", "Rue A"));
        QList<AddressFault> faults;
        for (const BanRow &row : rows)
            faults.append(row.fault);
        using F = AddressFault;
        QCOMPARE(faults, (QList<F>{F::None, F::Cells, F::Number, F::Number, F::NoName, F::Position, F::Position, F::NoCommune,
                                   F::Csv, F::Csv, F::None}));
        QCOMPARE(rows.last().line, 12);
    }

    void whatIsNotOfTheBaseIsRefused()
    {
        QCOMPARE(firstOf({}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(firstOf("a;b;c\n1;2;3\n").error().code, ErrorCode::InvalidInput);
        QVERIFY(firstOf("numero;nom_voie;nom_commune;lon\n").error().detail.contains(u"lon, lat"_s));
        QVERIFY(firstOf("nom_voie;nom_commune;lon;lat\n").error().detail.contains(u"numero"_s));
    }

    void theFileDoesNotDependOnTheOrderOfRows()
    {
        PARVIS_PROPERTY("shuffled rows make the same bytes", [this] {
            QList<AddressRow> rows = smallban::rows();
            const auto write = [&](const QString &name) {
                AddressBuilder builder;
                for (const AddressRow &row : std::as_const(rows))
                    builder.add(row);
                RC_ASSERT(bool(builder.write(m_folder.filePath(name))));
                return bytesOf(m_folder.filePath(name));
            };
            const QByteArray first = write(u"one"_s);
            for (qsizetype i = rows.size() - 1; i > 0; --i)
                std::swap(rows[i], rows[*rc::gen::inRange<qsizetype>(0, i + 1)]);
            RC_ASSERT(write(u"two"_s) == first);
        });
    }

    void importingAgainUpdates()
    {
        const QString csv = m_folder.filePath(u"a.csv"_s), path = m_folder.filePath(u"a.addresses"_s);
        writeFile(csv, header + line("a", "1", "Rue A") + line("b", "2", "Rue A") + line("c", "3", "Rue A") + "broken\n");
        const auto first = importAddresses({csv}, path);
        QVERIFY(bool(first));
        QCOMPARE(first->rows, 4);
        QCOMPARE(first->addresses, 3);
        QCOMPARE(first->added, 3);
        QCOMPARE(first->rejected.value(AddressFault::Cells), 1);
        QCOMPARE(first->firstRejected, (QList<std::pair<qint64, AddressFault>>{{5, AddressFault::Cells}}));
        const auto old = AddressIndex::open(path);

        writeFile(csv,
                  header + line("a", "1", "Rue A") + line("b", "4", "Rue A") + line("d", "5", "Rue B") + line("d", "6", "Rue B"));
        const auto second = importAddresses({csv}, path);
        QVERIFY(bool(second));
        QCOMPARE(second->addresses, 3); // the last "d" is the one
        QCOMPARE(second->added, 1);
        QCOMPARE(second->changed, 1);
        QCOMPARE(second->removed, 1);
        const auto now = AddressIndex::open(path);
        QCOMPARE(now->search(u"6 rue b"_s).first().line, u"6 rue B"_s);
        QCOMPARE(old->search(u"3 rue a"_s).first().id, u"c"_s); // who has the old one open keeps it

        writeFile(csv, "numero;nom_voie;nom_commune;lon;lat\n1;Rue A;Ingeville;4.3;48.9\n2;Rue A;Ingeville;4.3;48.9\n");
        QCOMPARE(importAddresses({csv}, path)->added, 2); // without ids
        writeFile(csv, "numero;nom_voie;nom_commune;lon;lat\n1;Rue A;Ingeville;4.3;48.9\n2;Rue A;Ingeville;4.4;48.9\n");
        const auto moved = importAddresses({csv}, path);
        QCOMPARE(moved->added + moved->removed, 0);
        QCOMPARE(moved->changed, 1);

        const auto same = importAddresses({csv}, path);
        QCOMPARE(same->added + same->changed + same->removed, 0);
    }

    //! As the base is published: packed; and mixed with files that are not.
    void packedFilesAreReadAsTheyAre()
    {
        QByteArray rows = header;
        for (int i = 1; i <= 20'000; ++i)
            rows += line(QByteArray::number(i), QByteArray::number(i % 200 + 1), "Rue " + QByteArray::number(i / 200));
        const QString plain = m_folder.filePath(u"p.csv"_s), packed = m_folder.filePath(u"p.csv.gz"_s),
                      more = m_folder.filePath(u"more.csv"_s);
        writeFile(plain, rows);
        writeFile(packed, gzipped(rows));
        writeFile(more, header + line("more", "9", "Rue de plus"));
        QVERIFY(importAddresses({plain, more}, m_folder.filePath(u"plain.addresses"_s)));
        QList<qint64> told;
        qint64 total = 0;
        const auto report =
            importAddresses({packed, more}, m_folder.filePath(u"packed.addresses"_s), [&](qint64 read, qint64 all) {
                told.append(read);
                total = all;
                return true;
            });
        QVERIFY2(bool(report), report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->addresses, 20'001);
        QCOMPARE(bytesOf(m_folder.filePath(u"packed.addresses"_s)), bytesOf(m_folder.filePath(u"plain.addresses"_s)));
        // Of what lies on the disk, never beyond it, never back.
        const qint64 all = QFileInfo(packed).size() + QFileInfo(more).size();
        QVERIFY(told.size() >= 4);
        QVERIFY(std::is_sorted(told.begin(), told.end()));
        QVERIFY(told.at(told.size() / 2) > 0);
        QCOMPARE(told.last(), all);
        QCOMPARE(total, all);

        const QByteArray before = bytesOf(m_folder.filePath(u"packed.addresses"_s));
        writeFile(packed, gzipped(rows).chopped(100)); // a download that broke off
        const auto cut = importAddresses({packed}, m_folder.filePath(u"packed.addresses"_s));
        QVERIFY(!cut);
        QCOMPARE(cut.error().code, ErrorCode::InvalidInput);
        QCOMPARE(bytesOf(m_folder.filePath(u"packed.addresses"_s)), before);
    }

    void aFailedImportChangesNothing()
    {
        const QString csv = m_folder.filePath(u"b.csv"_s), bad = m_folder.filePath(u"bad.csv"_s),
                      path = m_folder.filePath(u"b.addresses"_s);
        writeFile(csv, header + line("a", "1", "Rue A"));
        QVERIFY(bool(importAddresses({csv}, path)));
        const QByteArray before = bytesOf(path);
        writeFile(bad, "a;b\n1;2\n");
        QCOMPARE(importAddresses({csv, bad}, path).error().code, ErrorCode::InvalidInput);
        writeFile(bad, header + "broken\n");
        QCOMPARE(importAddresses({bad}, path).error().code, ErrorCode::InvalidInput);
        QCOMPARE(importAddresses({u"/nonexistent.csv"_s}, path).error().code, ErrorCode::NotFound);
        QCOMPARE(importAddresses({csv}, path, [](qint64, qint64) { return false; }).error().code, ErrorCode::Aborted);
        QCOMPARE(bytesOf(path), before);
        QVERIFY(!importAddresses({csv}, u"/nonexistent/folder/x"_s));
    }

    void progressReachesTheEnd()
    {
        const QString csv = m_folder.filePath(u"c.csv"_s);
        writeFile(csv, header + line("a", "1", "Rue A"));
        qint64 last = -1, all = -1;
        QVERIFY(bool(importAddresses({csv, csv}, m_folder.filePath(u"c.addresses"_s), [&](qint64 read, qint64 of) {
            const bool isForward = read >= last;
            last = read;
            all = of;
            return isForward;
        })));
        QCOMPARE(last, all);
        QCOMPARE(all, 2 * QFileInfo(csv).size());
    }

    void foreignAndCutFilesAreRefused()
    {
        const QString path = m_folder.filePath(u"d.addresses"_s), other = m_folder.filePath(u"other"_s);
        smallban::index(smallban::rows(), m_folder);
        QVERIFY(QFile::copy(m_folder.filePath(u"town.addresses"_s), path));
        const QByteArray bytes = bytesOf(path);
        const auto codeOf = [&other](const QByteArray &changed) {
            writeFile(other, changed);
            const auto opened = AddressIndex::open(other);
            return opened ? std::optional<ErrorCode>() : opened.error().code;
        };
        QCOMPARE(codeOf(bytes), std::nullopt);
        QCOMPARE(AddressIndex::open(u"/nonexistent"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(codeOf({}), ErrorCode::InvalidInput);
        QCOMPARE(codeOf("id;numero\n"), ErrorCode::InvalidInput);
        QCOMPARE(codeOf(QByteArray(5000, 'x')), ErrorCode::InvalidInput);
        for (const qsizetype size : {qsizetype(1), qsizetype(sizeof(addressfile::Header)), bytes.size() / 2, bytes.size() - 1})
            QCOMPARE(codeOf(bytes.first(size)), ErrorCode::InvalidInput);
        QCOMPARE(codeOf(bytes + "x"), ErrorCode::InvalidInput);
        QByteArray flipped = bytes;
        flipped[bytes.size() / 2] = char(flipped.at(bytes.size() / 2) ^ 1);
        QCOMPARE(codeOf(flipped), ErrorCode::InvalidInput);
        QByteArray newer = bytes;
        newer[8] = 99;
        QCOMPARE(codeOf(newer), ErrorCode::StorageNewer);
    }

    //! Damaged with the sum made to fit: refused, or read without reading outside.
    void anyBytesHaveAnOutcome()
    {
        smallban::index(smallban::rows(), m_folder);
        const QByteArray good = bytesOf(m_folder.filePath(u"town.addresses"_s));
        const QString path = m_folder.filePath(u"fuzzed"_s);
        PARVIS_PROPERTY("a damaged file is refused or answers something", [&] {
            QByteArray bytes = good;
            const int edits = *rc::gen::inRange(1, 6);
            for (int i = 0; i < edits && !bytes.isEmpty(); ++i) {
                // Half of them in the header, where the sections are named.
                const qsizetype end =
                    *rc::gen::arbitrary<bool>() ? qMin<qsizetype>(bytes.size(), sizeof(addressfile::Header)) : bytes.size();
                const qsizetype at = *rc::gen::inRange<qsizetype>(0, end);
                const quint32 value =
                    *rc::gen::element<quint32>(0, 1, 0xffffffff, 0x7fffffff, 0x80000000, *rc::gen::arbitrary<quint32>());
                if (*rc::gen::inRange(0, 8) == 0)
                    bytes.truncate(at);
                else
                    std::memcpy(bytes.data() + at, &value, size_t(qMin<qsizetype>(4, bytes.size() - at)));
            }
            sign(bytes);
            writeFile(path, bytes);
            const auto index = AddressIndex::open(path);
            if (!index) {
                RC_ASSERT(index.error().code == ErrorCode::InvalidInput || index.error().code == ErrorCode::StorageNewer);
                return;
            }
            for (const QString &typed :
                 {u"12 bis rue des tanneurs 51000"_s, u"angle tanneurs et de gaulle"_s, u"r"_s, u"ingeville"_s})
                index->search(typed);
            (void)index->nearest({48.95, 4.36});
        });
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestAddressImport)
#include "tst_addressimport.moc"
