#include "domain/cardform.h"

#include "testkit/property.h"

#include <QtTest/QtTest>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

FormField field(const QString &code, FormFieldType type, bool required = false, const QStringList &options = {})
{
    FormField f;
    f.code = code;
    f.label = code.toUpper();
    f.type = type;
    f.required = required;
    f.options = options;
    return f;
}

FormField shownIf(FormField f, const QString &other, const QJsonValue &is)
{
    f.shownIf = ShownIf{other, is, {}};
    return f;
}

//! yes → kind (a choice) → plate
FormFields chain()
{
    return {field(u"car"_s, FormFieldType::YesNo, true),
            shownIf(field(u"kind"_s, FormFieldType::Choice, true, {u"Van"_s, u"Car"_s}), u"car"_s, true),
            shownIf(field(u"plate"_s, FormFieldType::Plate, true), u"kind"_s, u"Car"_s)};
}

QJsonValue anyValue()
{
    const int kind = *rc::gen::inRange(0, 8);
    switch (kind) {
    case 0: return {};
    case 1: return *rc::gen::arbitrary<bool>();
    case 2: return *rc::gen::inRange(-3, 4);
    case 3: return *rc::gen::arbitrary<QString>();
    case 4: return QJsonArray{*rc::gen::arbitrary<QString>(), 3};
    case 5: return QJsonObject{{u"address"_s, *rc::gen::arbitrary<QString>()}};
    case 6: return u"a"_s;
    default: return QJsonArray{u"a"_s, u"b"_s};
    }
}

QJsonObject anyObject(const QStringList &keys)
{
    QJsonObject object;
    for (const QString &key : keys) {
        if (*rc::gen::arbitrary<bool>())
            object.insert(key, anyValue());
    }
    return object;
}

const QStringList codes{u"a"_s, u"b"_s, u"c"_s, u"d"_s};

//! Mostly a sound definition, with what else may be found in one.
QJsonObject anyDefinition()
{
    QJsonObject json = anyObject({u"label"_s, u"required"_s, u"options"_s, u"help"_s, u"width"_s, u"shownIf"_s});
    json.insert(u"type"_s, anyValue());
    json.insert(u"code"_s, codes.at(*rc::gen::inRange<qsizetype>(0, codes.size())));
    if (*rc::gen::arbitrary<bool>())
        json.insert(u"type"_s, QString(token(FormFieldType(*rc::gen::inRange(0, 9)))));
    if (*rc::gen::arbitrary<bool>()) {
        QJsonObject condition = anyObject({u"colour"_s});
        condition.insert(u"field"_s, codes.at(*rc::gen::inRange<qsizetype>(0, codes.size())));
        condition.insert(u"is"_s, anyValue());
        json.insert(u"shownIf"_s, condition);
    }
    return json;
}

QJsonArray anyForm()
{
    QJsonArray form;
    const int size = *rc::gen::inRange(0, 5);
    for (int i = 0; i < size; ++i)
        form.append(anyDefinition());
    return form;
}

} // namespace

class TestCardForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatACardSays()
    {
        const QJsonObject json{{u"code"_s, u"since"_s},
                               {u"label"_s, u"Depuis"_s},
                               {u"type"_s, u"date"_s},
                               {u"required"_s, true},
                               {u"help"_s, u"Même à peu près"_s},
                               {u"shownIf"_s, QJsonObject{{u"field"_s, u"car"_s}, {u"is"_s, true}}},
                               {u"width"_s, 2}};
        const FormField read = formFieldFrom(json);
        QCOMPARE(read.type, FormFieldType::Date);
        QVERIFY(read.required);
        QCOMPARE(read.help, u"Même à peu près"_s);
        QCOMPARE(read.shownIf->field, u"car"_s);
        QCOMPARE(read.shownIf->is, QJsonValue(true));
        QCOMPARE(read.extra, (QJsonObject{{u"width"_s, 2}}));
        QCOMPARE(toJson(read), json);
    }

    void nothingIsLostByReadingAndWriting()
    {
        PARVIS_PROPERTY("a form is written as it was read", [] {
            const QJsonArray form = anyForm();
            RC_ASSERT(toJson(formFieldsFrom(form)) == form);
        });
    }

    void whatIsEditedWinsOverWhatWasKept()
    {
        FormField read = formFieldFrom({{u"code"_s, u"x"_s}, {u"type"_s, u"signature"_s}, {u"required"_s, u"often"_s}});
        QCOMPARE(read.type, FormFieldType::Text);
        read.type = FormFieldType::File;
        read.required = true;
        QCOMPARE(toJson(read), (QJsonObject{{u"code"_s, u"x"_s}, {u"type"_s, u"file"_s}, {u"required"_s, true}}));
    }

    void conditionsFollowOneAnother()
    {
        const FormFields form = chain();
        const FormField &plate = form.last();
        QVERIFY(!isShown(form, plate, {}));
        QVERIFY(isShown(form, plate, {{u"car"_s, true}, {u"kind"_s, u"Car"_s}}));
        QVERIFY(!isShown(form, plate, {{u"car"_s, true}, {u"kind"_s, u"Van"_s}}));
        QVERIFY(!isShown(form, plate, {{u"car"_s, false}, {u"kind"_s, u"Car"_s}})); // its condition is hidden
        const QJsonObject kept{{u"car"_s, false}, {u"kind"_s, u"Car"_s}, {u"plate"_s, u"AB-123-CD"_s}, {u"old"_s, 1}};
        QCOMPARE(shownValues(form, kept), (QJsonObject{{u"car"_s, false}, {u"old"_s, 1}}));
    }

    void severalChoicesMeetAConditionByOneOfThem()
    {
        const FormFields form{field(u"a"_s, FormFieldType::Choices, false, {u"x"_s, u"y"_s}),
                              shownIf(field(u"b"_s, FormFieldType::Text), u"a"_s, u"y"_s)};
        QVERIFY(isShown(form, form.last(), {{u"a"_s, QJsonArray{u"x"_s, u"y"_s}}}));
        QVERIFY(!isShown(form, form.last(), {{u"a"_s, QJsonArray{u"x"_s}}}));
    }

    void conditionsThatCannotBeMetHide()
    {
        const FormFields form{shownIf(field(u"a"_s, FormFieldType::Text), u"b"_s, u"x"_s),
                              shownIf(field(u"b"_s, FormFieldType::Text), u"a"_s, u"x"_s),
                              shownIf(field(u"c"_s, FormFieldType::Text), u"gone"_s, u"x"_s)};
        const QJsonObject values{{u"a"_s, u"x"_s}, {u"b"_s, u"x"_s}, {u"gone"_s, u"x"_s}};
        for (const FormField &f : form)
            QVERIFY2(!isShown(form, f, values), qPrintable(f.code));
    }

    void shownValuesHaveNoFaultOfHiddenFields()
    {
        PARVIS_PROPERTY("hiding settles: what is shown stays shown, and only shown fields have faults", [] {
            const FormFields form = formFieldsFrom(anyForm());
            const QJsonObject values = anyObject(codes + QStringList{u"other"_s});
            const QJsonObject shown = shownValues(form, values);
            RC_ASSERT(shownValues(form, shown) == shown);
            RC_ASSERT(shown.contains("other"_L1) == values.contains("other"_L1));
            RC_ASSERT(faults(form, values).size() <= form.size());
            for (const FormFault &fault : faults(form, values)) {
                const bool isSeen = std::any_of(form.begin(), form.end(), [&](const FormField &f) {
                    return f.code == fault.code && isShown(form, f, values);
                });
                RC_ASSERT(isSeen);
            }
        });
    }

    void platesAreWrittenOneWay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("plate");
        QTest::newRow("as it is") << u"AB-123-CD"_s << u"AB-123-CD"_s;
        QTest::newRow("as it is said") << u" ab 123 cd "_s << u"AB-123-CD"_s;
        QTest::newRow("in one") << u"ab123cd"_s << u"AB-123-CD"_s;
        QTest::newRow("old") << u"1234ab51"_s << u"1234 AB 51"_s;
        QTest::newRow("old, three letters") << u"27 abc 975"_s << u"27 ABC 975"_s;
        QTest::newRow("Corsica") << u"456-RA-2A"_s << u"456 RA 2A"_s;
        QTest::newRow("letters that are not used") << u"OI-123-CD"_s << QString();
        QTest::newRow("no department") << u"1234 AB 96"_s << QString();
        QTest::newRow("a part") << u"AB-12"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void platesAreWrittenOneWay()
    {
        QFETCH(QString, typed);
        QFETCH(QString, plate);
        QCOMPARE(normalisedPlate(typed), plate);
        QCOMPARE(normalisedPlate(plate), plate);
    }

    void platesStayAsTheyWere()
    {
        PARVIS_PROPERTY("a normalised plate is normal, and words are none", [](const QString &text) {
            const QString plate = normalisedPlate(text);
            RC_ASSERT(normalisedPlate(plate) == plate);
        });
    }

    void faultsAreFound_data()
    {
        QTest::addColumn<FormFieldType>("type");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("fault");
        using T = FormFieldType;
        const QString sha(64, u'a');
        const auto row = [](const char *name, T type, const QJsonValue &value, const QString &fault) {
            QTest::newRow(name) << type << value << fault;
        };
        row("text", T::Text, u"words"_s, {});
        row("blank", T::Text, u"  "_s, u"missing"_s);
        row("no text", T::Text, 3, u"wrong_type"_s);
        row("number", T::Number, 0, {});
        row("words for a number", T::Number, u"three"_s, u"bad_number"_s);
        row("a bool for a number", T::Number, true, u"wrong_type"_s);
        row("date", T::Date, u"2026-02-28"_s, {});
        row("no such day", T::Date, u"2026-02-30"_s, u"bad_date"_s);
        row("words for a date", T::Date, u"the other day"_s, u"bad_date"_s);
        row("option", T::Choice, u"x"_s, {});
        row("no option", T::Choice, u"z"_s, u"not_an_option"_s);
        row("options", T::Choices, QJsonArray{u"x"_s, u"y"_s}, {});
        row("one is no option", T::Choices, QJsonArray{u"x"_s, u"z"_s}, u"not_an_option"_s);
        row("no choice", T::Choices, QJsonArray(), u"missing"_s);
        row("one for several", T::Choices, u"x"_s, u"wrong_type"_s);
        row("no", T::YesNo, false, {});
        row("words for yes", T::YesNo, u"yes"_s, u"wrong_type"_s);
        row("place", T::Place, QJsonObject{{u"address"_s, u"12 rue des Tanneurs"_s}}, {});
        row("no address", T::Place, QJsonObject{{u"address"_s, QString()}}, u"missing"_s);
        row("words for a place", T::Place, u"12 rue des Tanneurs"_s, u"wrong_type"_s);
        row("plate", T::Plate, u"AB-123-CD"_s, {});
        row("no plate", T::Plate, u"AB-1"_s, u"bad_plate"_s);
        row("file", T::File, toJson(FileReference{u"scan.pdf"_s, sha, 12, u"application/pdf"_s}), {});
        row("file without a digest", T::File, QJsonObject{{u"name"_s, u"scan.pdf"_s}}, u"wrong_type"_s);
    }

    void faultsAreFound()
    {
        QFETCH(FormFieldType, type);
        QFETCH(QJsonValue, value);
        QFETCH(QString, fault);
        const FormFields form{field(u"f"_s, type, true, {u"x"_s, u"y"_s})};
        const QList<FormFault> found = faults(form, {{u"f"_s, value}});
        QCOMPARE(found.isEmpty() ? QString() : QString(token(found.first().fault)), fault);
        QCOMPARE(faultOf(field(u"f"_s, type, false), QJsonValue()), std::nullopt);
    }

    void hiddenFieldsAreNotRequired()
    {
        QCOMPARE(faults(chain(), {{u"car"_s, false}}), QList<FormFault>());
        QCOMPARE(faults(chain(), {{u"car"_s, true}}), (QList<FormFault>{{u"kind"_s, FieldFault::Missing}}));
    }

    void definitionsAreChecked()
    {
        QCOMPARE(formFaults(chain()), QList<FormDefinitionFault>());
        FormFields form = chain();
        form.append(field(u"car"_s, FormFieldType::Text));
        form.append(field({}, FormFieldType::Text));
        form.append(field(u"few"_s, FormFieldType::Choices, false, {u"x"_s, u"x"_s}));
        form.append(shownIf(field(u"odd"_s, FormFieldType::Text), u"gone"_s, 1));
        form.append(shownIf(field(u"early"_s, FormFieldType::Text), u"late"_s, u"x"_s));
        form.append(field(u"late"_s, FormFieldType::Text));
        form.append(shownIf(field(u"self"_s, FormFieldType::Text), u"self"_s, u"x"_s));
        form.append(shownIf(field(u"p"_s, FormFieldType::Text), u"q"_s, u"x"_s));
        form.append(shownIf(field(u"q"_s, FormFieldType::Text), u"p"_s, u"x"_s));
        form.append(shownIf(field(u"r"_s, FormFieldType::Text), u"q"_s, u"x"_s)); // leads to a cycle, is on none
        using F = DefinitionFault;
        QCOMPARE(formFaults(form), (QList<FormDefinitionFault>{{3, F::DuplicateCode},
                                                               {4, F::NoCode},
                                                               {5, F::FewOptions},
                                                               {6, F::UnknownCondition},
                                                               {7, F::LaterCondition},
                                                               {9, F::Cycle},
                                                               {10, F::Cycle},
                                                               {11, F::Cycle}}));
    }

    void aFormWithoutFaultsHasNoCycle()
    {
        PARVIS_PROPERTY("in a sound form every field can be reached by its conditions", [] {
            const FormFields form = formFieldsFrom(anyForm());
            RC_PRE(formFaults(form).isEmpty());
            QJsonObject values;
            for (const FormField &f : form) {
                if (f.shownIf)
                    values.insert(f.shownIf->field, f.shownIf->is);
            }
            for (const FormField &f : form) {
                const bool isAlone =
                    std::count_if(form.begin(), form.end(), [](const FormField &g) { return bool(g.shownIf); }) == 1;
                if (isAlone)
                    RC_ASSERT(isShown(form, f, values));
            }
        });
    }

    void valuesHaveWords()
    {
        QCOMPARE(valueText(u"AB-123-CD"_s), u"AB-123-CD"_s);
        QCOMPARE(valueText(2.5), u"2.5"_s);
        QCOMPARE(valueText(QJsonArray{u"Fauteuil"_s, u"Table"_s}), u"Fauteuil, Table"_s);
        QCOMPARE(valueText(QJsonObject{{u"address"_s, u"12 rue Valmy"_s}, {u"district"_s, u"x"_s}}), u"12 rue Valmy"_s);
        QCOMPARE(valueText(toJson(FileReference{u"scan.pdf"_s, QString(64, u'a'), 1, {}})), u"scan.pdf"_s);
        QCOMPARE(valueText(true), QString());
    }

    void requestsAreFoundByTheWordsOfTheirForm()
    {
        const QJsonObject values{{u"a"_s, u"AB-123-CD"_s},
                                 {u"b"_s, QJsonArray{u"Fauteuil"_s, u"Table"_s}},
                                 {u"c"_s, 3},
                                 {u"d"_s, true},
                                 {u"e"_s, u"1234 AB 51"_s},
                                 {u"f"_s, QJsonValue()}};
        QCOMPARE(searchWords(values), u"AB-123-CD AB123CD Fauteuil, Table 1234 AB 51 1234AB51"_s);
        QCOMPARE(searchWords({}), QString());
    }

    void aFileIsKnownByItsDigest()
    {
        const FileReference file{u"scan.pdf"_s, QString(64, u'b'), 1234, u"application/pdf"_s};
        QCOMPARE(fileReferenceFrom(toJson(file)), std::optional(file));
        QCOMPARE(fileReferenceFrom(QJsonObject{{u"name"_s, u"x"_s}, {u"sha256"_s, u"ab"_s}, {u"bytes"_s, 1}}), std::nullopt);
        QCOMPARE(fileReferenceFrom(u"scan.pdf"_s), std::nullopt);
    }

    //! The code is the identity: a field renamed while requests use it.
    void aNewLabelKeepsTheValues()
    {
        FormFields form = chain();
        const QJsonObject values{{u"car"_s, true}, {u"kind"_s, u"Car"_s}, {u"plate"_s, u"AB-123-CD"_s}};
        form[2].label = u"Immatriculation"_s;
        QCOMPARE(faults(form, values), QList<FormFault>());
        QCOMPARE(shownValues(form, values), values);
        form.removeLast(); // the field is gone: its value stays
        QCOMPARE(faults(form, values), QList<FormFault>());
        QCOMPARE(shownValues(form, values), values);
    }
};

QTEST_GUILESS_MAIN(TestCardForm)
#include "tst_cardform.moc"
