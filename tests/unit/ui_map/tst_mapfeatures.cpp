#include "ui_common/theme.h"
#include "ui_common/tone.h"
#include "ui_map/mapfeatures.h"
#include "ui_map/mappaper.h"
#include "ui_map/mapsymbols.h"
#include "unit/presentation/smalldesk.h"

#include <QtCore/QJsonArray>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtGui/QGuiApplication>
#include <QtTest/QTest>

using namespace parvis;
using namespace parvis::smalltown;
using namespace Qt::StringLiterals;

namespace {

QJsonObject square(double west, double south, double side)
{
    const QJsonArray ring{QJsonArray{west, south}, QJsonArray{west + side, south}, QJsonArray{west + side, south + side},
                          QJsonArray{west, south + side}, QJsonArray{west, south}};
    return {{u"type"_s, u"Polygon"_s}, {u"coordinates"_s, QJsonArray{ring}}};
}

} // namespace

//! What the page is told to draw, and what is handed round on paper.
class MapFeaturesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<SmallDesk>();
        for (int i = 0; i < 5; ++i) {
            Request r = request(u"Épave %1"_s.arg(i), u"police"_s, RequestStatus::Assigned, QDate(2026, 11, 20 + i));
            r.card = id(u"vehicule"_s);
            r.district = id(i < 3 ? u"valmy"_s : u"centre"_s);
            r.latitude = 48.9;
            r.longitude = i < 4 ? 4.3 : 4.33;
            m_desk->take(r);
        }
        m_desk->flush();
        ReferenceRecords records = reference();
        for (District &district : records.districts) {
            district.latitude = 48.9;
            district.longitude = 4.3;
        }
        records.districts[0].extra.insert(u"geometry"_s, square(4.2, 48.8, 0.01)); // as a record of a newer program has it
        m_desk->town.set(records);
        m_map = std::make_unique<MapController>(m_desk->gate, m_desk->events, m_desk->town, m_desk->clock);
        RequestQuery query;
        query.today = QDate(2026, 11, 23);
        m_map->look(query);
        QTRY_COMPARE(m_map->figures().count, 5);
    }
    void cleanup() { m_map.reset(); }

    void circlesAndSymbols()
    {
        const QPalette palette = AppTheme::lightPalette();
        const auto clusters = m_map->clusters(*m_map->extent(), 12);
        const QJsonArray features = clusterFeatures(clusters, *m_map, 1, palette).value("features"_L1).toArray();
        QCOMPARE(features.size(), 2);
        int sum = 0;
        for (const QJsonValue &feature : features) {
            const QJsonObject properties = feature["properties"_L1].toObject();
            sum += properties.value("count"_L1).toInt();
            if (properties.value("is"_L1).toString() == u"cluster") {
                QVERIFY(properties.value("label"_L1).toString().endsWith(u'4'));
                QVERIFY(contrast(QColor(properties.value("color"_L1).toString()),
                                 QColor(properties.value("ink"_L1).toString())) >= 4.5);
            } else {
                QVERIFY(properties.value("symbol"_L1).toString().startsWith(u"kind-"));
            }
        }
        QCOMPARE(sum, 5);
    }

    //! In both themes each kind can be told from the ground, and each has a shape of its own.
    void coloursCanBeSeen()
    {
        for (const QPalette &palette : {AppTheme::lightPalette(), AppTheme::darkPalette()}) {
            const QColor ground(pageColors(palette).value("town"_L1).toString());
            QSet<int> shapes, states;
            for (int i = 0; i <= maxNamedKinds; ++i) {
                const MapLook look = mapLook({i < maxNamedKinds ? id(u"kind"_s) : Id()}, i, palette);
                QVERIFY2(contrast(look.color, ground) >= 3, qPrintable(look.color.name()));
                QVERIFY(contrast(look.color, inkOn(look.color)) >= 4.5);
                QVERIFY(!shapeSign(look.shape).isEmpty());
                shapes.insert(look.shape);
            }
            QCOMPARE(shapes.size(), maxNamedKinds + 1);
            for (int state = 0; state < reportStates; ++state) {
                const MapLook look = mapLook({{}, ReportState(state)}, state, palette);
                QVERIFY(contrast(look.color, ground) >= 3);
                states.insert(look.shape);
                const QImage symbol = mapSymbol(look, 20, palette, 2).toImage();
                QCOMPARE(symbol.pixelColor(symbol.width() / 2, symbol.height() / 2), look.color);
            }
            QCOMPARE(states.size(), reportStates);
        }
    }

    void districtsWithAndWithoutBorders()
    {
        const QPalette palette = AppTheme::lightPalette();
        const DistrictShapes shapes =
            districtShapes(m_desk->town.districts(), {{idText(id(u"valmy"_s)), square(4.3, 48.9, 0.01)}});
        QCOMPARE(shapes.size(), 2);
        QVERIFY(std::abs(squareKilometres(square(4.2, 48.8, 0.01)) -
                         0.01 * 0.01 * 111.195 * 111.195 * std::cos(48.805 * 3.14159265 / 180)) < 1e-3);
        const auto features = [&](bool isCut) {
            return districtFeatures(*m_map, m_desk->town, shapes, DistrictMeasure::Count, isCut, palette)
                .value("features"_L1)
                .toArray();
        };
        QCOMPARE(features(false).size(), 2); // borders only
        int circles = 0, names = 0;
        for (const QJsonValue &feature : features(true)) {
            circles += feature["properties"_L1]["is"_L1].toString() == u"circle" ? 1 : 0;
            if (feature["properties"_L1]["is"_L1].toString() == u"name")
                ++names;
            else
                QVERIFY(feature["properties"_L1]["fill"_L1].isString());
        }
        QCOMPARE(circles, 1);
        QCOMPARE(names, 3);
    }

    void stepsHoldEachDistrict()
    {
        const DistrictShapes shapes = districtShapes(m_desk->town.districts(), {});
        for (const auto measure : {DistrictMeasure::Count, DistrictMeasure::OnTime, DistrictMeasure::PerSquareKilometre}) {
            const auto steps = districtClasses(*m_map, shapes, measure, AppTheme::lightPalette());
            for (qsizetype i = 0; i < steps.size(); ++i) {
                QVERIFY(steps.at(i).from <= steps.at(i).to);
                QVERIFY(i == 0 || steps.at(i).from > steps.at(i - 1).to);
            }
            for (const MapDistrict &district : m_map->districts()) {
                const auto value = measureOf(district, shapes, measure);
                const int in = int(std::count_if(steps.begin(), steps.end(), [&](const DistrictClass &s) {
                    return value && *value >= s.from && *value <= s.to;
                }));
                QCOMPARE(in, value ? 1 : 0);
            }
        }
    }

    void onPaper()
    {
        QTemporaryDir folder;
        MapPaper paper;
        paper.title = u"Signalements"_s;
        paper.subtitle = u"décembre 2025 – novembre 2026"_s;
        paper.figures = u"677 demandes"_s;
        paper.map = QImage(800, 500, QImage::Format_RGB32);
        paper.map.fill(QColor(0x336699));
        paper.legend.append(
            {mapSymbol(mapLook({{}, ReportState::Late}, 0, AppTheme::lightPalette()), 32, AppTheme::lightPalette(), 1).toImage(),
             u"En retard – 2"_s});
        paper.headers = {u"Quartier"_s, u"Demandes"_s};
        for (int i = 0; i < 130; ++i)
            paper.rows.append({u"Quartier %1"_s.arg(i), QString::number(i)});
        paper.footer = u"Parvis"_s;
        QVERIFY(bool(writePicture(paper, folder.filePath(u"map.png"_s))));
        const QImage picture(folder.filePath(u"map.png"_s));
        QVERIFY(picture.width() >= 848 && picture.height() > 520);
        QCOMPARE(picture.pixelColor(picture.width() / 2, 300), QColor(0x336699));
        QVERIFY(bool(writePdf(paper, folder.filePath(u"map.pdf"_s))));
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, folder.filePath(u"map.pdf"_s), u"-"_s});
        if (!text.waitForStarted())
            QSKIP("pdftotext (poppler-utils) is not here");
        QVERIFY(text.waitForFinished());
        const QString read = QString::fromUtf8(text.readAllStandardOutput());
        for (const QString &word : {u"Signalements"_s, u"677 demandes"_s, u"En retard"_s, u"Quartier 0 "_s, u"Quartier 47"_s,
                                    u"Quartier 129"_s, u"Parvis"_s})
            QVERIFY2(read.contains(word), qPrintable(word));
        QVERIFY(!bool(writePdf(paper, u"/nowhere/map.pdf"_s)));
    }

private:
    std::unique_ptr<SmallDesk> m_desk;
    std::unique_ptr<MapController> m_map;
};

QTEST_MAIN(MapFeaturesTest)
#include "tst_mapfeatures.moc"
