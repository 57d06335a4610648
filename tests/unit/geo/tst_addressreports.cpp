#include "base/text.h"
#include "geo/addressbuilder.h"
#include "geo/addressindex.h"
#include "unit/geo/realdata.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

using Row = QHash<QString, QString>;

//! An address as this test understands it, on its own: it shares nothing with the index but the folding of accents.
struct Wanted
{
    QString number, suffix, way, postcode;
    bool isInFile = false;    //!< with its number
    bool isWayInFile = false; //!< its way, in that postcode
};

QString suffixOf(const QString &written)
{
    const QString lower = written.toLower();
    return lower == u"bis"_s ? u"b"_s : lower == u"ter"_s ? u"t"_s : lower == u"quater"_s ? u"q"_s : lower;
}

//! One edit somewhere: a letter, digit or blank lost, doubled, changed, or swapped with its neighbour.
QString withTypo(QString text, QRandomGenerator &random)
{
    static const QString letters = u"abcdefghijklmnopqrstuvwxyz"_s;
    const qsizetype at = random.bounded(int(text.size()) - 1);
    const QChar letter = letters.at(random.bounded(int(letters.size())));
    switch (random.bounded(4)) {
    case 0: return text.remove(at, 1);
    case 1: return text.insert(at, letter);
    case 2: text[at] = letter; return text;
    default: std::swap(text[at], text[at + 1]); return text;
    }
}

} // namespace

//! Each address that citizens' reports of a real city give, found in the addresses of that city.
class TestAddressReports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(realdata::path(u"adresses-paris-sample.csv"_s)))
            QSKIP("the real data is not there");
        const QString path = m_folder.filePath(u"paris.addresses"_s);
        const auto report = importAddresses({realdata::path(u"adresses-paris-sample.csv"_s)}, path);
        QVERIFY2(bool(report), report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->rows, 4604);
        QCOMPARE(report->addresses, 4604);
        QVERIFY(report->rejected.isEmpty());
        auto index = AddressIndex::open(path);
        QVERIFY(bool(index));
        m_index = *index;
        for (const Row &row : realdata::rows(u"adresses-paris-sample.csv"_s)) {
            const QString way = folded(row[u"nom_voie"_s]) + u'|' + row[u"code_postal"_s];
            m_ways.insert(way);
            m_addresses.insert(row[u"numero"_s] + suffixOf(row[u"rep"_s]) + u'|' + way);
        }
        m_reports = realdata::rows(u"dansmarue-2024-sample.csv"_s);
        QCOMPARE(m_reports.size(), 4003);
    }

    void eachReportIsFoundByItsOwnText() { find(0.97, 0.99, false); }
    void eachReportIsFoundWithATypo() { find(0, 0.90, true); }

private:
    Wanted wanted(const QString &text) const
    {
        static const QRegularExpression form(
            uR"(^\s*(?:(\d+)(?:-\d+)?\s*(bis|ter|quater|[a-z]{1,2}(?![a-z]))?\s+)?(.*), (\d{5}) PARIS$)"_s,
            QRegularExpression::CaseInsensitiveOption);
        const auto match = form.match(text);
        Wanted w{match.captured(1), suffixOf(match.captured(2)), folded(match.captured(3)), match.captured(4)};
        const QString way = w.way + u'|' + w.postcode;
        w.isWayInFile = m_ways.contains(way);
        w.isInFile = m_addresses.contains(w.number + w.suffix + u'|' + way);
        return w;
    }

    //! With its number where the file has it, else the right way.
    static bool isRight(const AddressHit &hit, const Wanted &w)
    {
        if (folded(hit.way) != w.way || hit.postcode != w.postcode)
            return false;
        return !w.isInFile || (QString::number(hit.number) == w.number && suffixOf(hit.suffix) == w.suffix && hit.isNumberKnown);
    }

    void find(double first, double firstThree, bool hasTypo)
    {
        QRandomGenerator random(2024);
        int top1 = 0, top3 = 0, absent = 0, near = 0, placed = 0;
        for (const Row &report : m_reports) {
            const QString text = report[u"adresse"_s];
            const Wanted w = wanted(text);
            const QString typed = hasTypo ? withTypo(text, random) : text;
            const QList<AddressHit> hits = m_index.search(typed, {3, {}});
            qsizetype place = 0;
            while (place < hits.size() && !isRight(hits.at(place), w))
                ++place;
            top1 += place == 0 && !hits.isEmpty() ? 1 : 0;
            top3 += place < hits.size() ? 1 : 0;
            absent += w.isWayInFile ? 0 : 1;
            if (place == 0 && !hits.isEmpty() && w.isInFile) {
                // An address in the file has the position of one report; another report of it stood close by.
                const Position stood{report[u"latitude"_s].toDouble(), report[u"longitude"_s].toDouble()};
                ++placed;
                near += geodesicMetres(hits.first().position, stood) < 100 ? 1 : 0;
            }
            if (place >= hits.size() || (place > 0 && !hasTypo)) {
                QStringList got;
                for (const AddressHit &hit : hits)
                    got.append(u"%1 %2 (%3)"_s.arg(hit.line, hit.postcode).arg(hit.score));
                qInfo().noquote() << (place >= hits.size() ? "missed:" : "second:") << typed
                                  << (hasTypo ? u"["_s + text + u"]"_s : QString()) << "->" << got.join(u"; "_s)
                                  << (w.isWayInFile ? "" : "(its way is not in the file)");
            }
        }
        const auto all = double(m_reports.size());
        qInfo().noquote() << u"top 1 %1 %, top 3 %2 % of %3; the way of %4 is not in the file"_s.arg(100 * top1 / all, 0, 'f', 2)
                                 .arg(100 * top3 / all, 0, 'f', 2)
                                 .arg(m_reports.size())
                                 .arg(absent);
        qInfo().noquote() << u"%1 of %2 first hits lie within 100 m of where the citizen stood"_s.arg(near).arg(placed);
        QVERIFY(near >= 0.98 * placed);
        QVERIFY(top1 >= first * all);
        QVERIFY(top3 >= firstThree * all);
    }

    QTemporaryDir m_folder;
    AddressIndex m_index;
    QSet<QString> m_ways, m_addresses;
    QList<Row> m_reports;
};

QTEST_GUILESS_MAIN(TestAddressReports)
#include "tst_addressreports.moc"
