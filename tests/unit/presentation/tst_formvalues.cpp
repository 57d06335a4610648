#include "presentation/filekeeping.h"
#include "presentation/formvalues.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

class TestFormValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::French, QLocale::France)); }

    void valuesAreReadAsTyped_data()
    {
        QTest::addColumn<FormFieldType>("type");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QJsonValue>("value");
        using T = FormFieldType;
        const auto row = [](const char *name, T type, const QString &typed, const QJsonValue &value) {
            QTest::newRow(name) << type << typed << value;
        };
        row("text", T::Text, u"deux mots "_s, u"deux mots "_s);
        row("blank", T::Text, u"  "_s, {});
        row("number", T::Number, u"2,5"_s, 2.5);
        row("number of a machine", T::Number, u"2.5"_s, 2.5);
        row("words for a number", T::Number, u" deux "_s, u"deux"_s);
        row("date", T::Date, u"3/11"_s, u"2026-11-03"_s);
        row("words for a date", T::Date, u" jadis"_s, u"jadis"_s);
        row("plate", T::Plate, u"ab 123 cd"_s, u"AB-123-CD"_s);
        row("a part of a plate", T::Plate, u"ab 12"_s, u"AB 12"_s);
    }

    void valuesAreReadAsTyped()
    {
        QFETCH(FormFieldType, type);
        QFETCH(QString, typed);
        QTEST(typedValue(type, typed, QDate(2026, 11, 25)), "value");
    }

    void placesKeepWhatIsKnown()
    {
        Place place;
        QCOMPARE(placeValue(place), QJsonValue());
        place.address = u"derrière le stade"_s;
        QCOMPARE(placeValue(place), QJsonValue(QJsonObject{{u"address"_s, place.address}}));
        place.district = QUuid(u"018f0000-0000-7000-8000-000000000001"_s);
        place.latitude = 0.0;
        place.longitude = 4.3;
        QCOMPARE(placeValue(place), QJsonValue(QJsonObject{{u"address"_s, place.address},
                                                           {u"district"_s, u"018f0000-0000-7000-8000-000000000001"_s},
                                                           {u"latitude"_s, 0.0},
                                                           {u"longitude"_s, 4.3}}));
    }

    void aFileIsReferredToByItsDigest()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"constat.txt"_s);
        const QByteArray content(300'000, 'x');
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        auto found = referenceTo(path);
        found.waitForFinished();
        QVERIFY(found.result());
        const QString digest = QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
        QCOMPARE(found.result().value(), (FileReference{u"constat.txt"_s, digest, content.size(), u"text/plain"_s}));
    }

    void whatCannotBeReadIsNoFile()
    {
        const QTemporaryDir folder;
        for (const QString &path : {folder.path(), folder.filePath(u"gone"_s)}) {
            auto found = referenceTo(path);
            found.waitForFinished();
            QVERIFY(!found.result());
            QCOMPARE(found.result().error().code, ErrorCode::NotFound);
        }
    }
};

QTEST_GUILESS_MAIN(TestFormValues)
#include "tst_formvalues.moc"
