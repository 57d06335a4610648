#include "presentation/carddifference.h"
#include "presentation/cardlistmodel.h"
#include "presentation/formfieldsmodel.h"

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

using namespace parvis;
using namespace Qt::StringLiterals;

static QString plain(const QString &, const QJsonValue &value)
{
    return value.toString();
}

//! What screens of cards read from: lists, forms and differences.
class TestCardModels : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void differencesAreToldFieldByFieldAndByWords()
    {
        const QJsonObject before{
            {u"title"_s, u"Épave"_s}, {u"say"_s, u"Un agent passera sous 72 heures."_s}, {u"price"_s, u"5 €"_s}};
        const QJsonObject after{
            {u"title"_s, u"Épave"_s}, {u"say"_s, u"Un agent passera sous 48 heures."_s}, {u"ask"_s, u"La plaque"_s}};
        const auto differences = differencesOf(before, after, plain);
        QCOMPARE(differences.size(), 3); // in the order of the card
        QCOMPARE(differences.at(0).field, u"ask"_s);
        QCOMPARE(differences.at(0).before(), QString());
        QCOMPARE(differences.at(1).field, u"say"_s);
        using In = TextPart::In;
        QCOMPARE(differences.at(1).parts, (QList<TextPart>{{In::Both, u"Un agent passera sous "_s},
                                                           {In::Before, u"72 "_s},
                                                           {In::After, u"48 "_s},
                                                           {In::Both, u"heures."_s}}));
        QCOMPARE(differences.at(1).before(), u"Un agent passera sous 72 heures."_s);
        QCOMPARE(differences.at(1).after(), u"Un agent passera sous 48 heures."_s);
        QCOMPARE(differences.at(2).field, u"price"_s);
        QCOMPARE(differencesOf(before, before, plain).size(), 0);
    }

    //! What does not belong to the content (state, author …) is no difference.
    void onlyContentDiffers()
    {
        QCOMPARE(differencesOf({{u"state"_s, u"draft"_s}}, {{u"state"_s, u"published"_s}, {u"step"_s, 3}}, plain).size(), 0);
    }

    void partsGiveBothTextsBack()
    {
        const QStringList texts{{}, u"a"_s, u"a b c"_s, u"b c d\ne"_s, u"  a  b"_s, u"x y z"_s};
        for (const QString &before : texts) {
            for (const QString &after : texts) {
                const FieldDifference difference{{}, textParts(before, after)};
                QCOMPARE(difference.before(), before);
                QCOMPARE(difference.after(), after);
            }
        }
    }

    void aTreeOfThemes()
    {
        CardListModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto node = [](CardItem::What what, const Id &id, const QString &title) {
            CardListModel::Node made;
            made.item.what = what;
            made.item.id = id;
            made.item.title = title;
            return made;
        };
        const Id theme = QUuid::createUuid();
        const Id card = QUuid::createUuid();
        std::vector<CardListModel::Node> nodes{node(CardItem::What::Theme, theme, u"Voirie"_s)};
        nodes.front().item.count = 1;
        nodes.front().children.push_back(node(CardItem::What::Card, card, u"Trottoir"_s));
        nodes.push_back(node(CardItem::What::Card, QUuid::createUuid(), u"Autre"_s));
        model.setNodes(std::move(nodes));
        QCOMPARE(model.rowCount(), 2);
        const QModelIndex found = model.indexOf(CardItem::What::Card, card);
        QCOMPARE(found.data().toString(), u"Trottoir"_s);
        QCOMPARE(found.parent().data().toString(), u"Voirie (1)"_s);
        QVERIFY(!model.indexOf(CardItem::What::Draft, card).isValid());
        model.setNodes({});
        QCOMPARE(model.rowCount(), 0);
    }

    //! Made from the label once, unique, and then fixed: requests hold values under it.
    void aFieldKeepsItsCode()
    {
        FormFieldsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &FormFieldsModel::edited);
        const auto code = [&model](int row) { return model.form().at(row)[u"code"_s].toString(); };
        const auto name = [&model](int row, const QString &label) {
            return model.setData(model.index(row, FormFieldsModel::Label), label, Qt::EditRole);
        };
        model.add();
        QCOMPARE(code(0), QString());
        QVERIFY(name(0, u"Numéro du mât"_s));
        QCOMPARE(code(0), u"numero_du_mat"_s);
        QVERIFY(name(0, u"Numéro collé sur le mât"_s));
        QCOMPARE(code(0), u"numero_du_mat"_s);
        model.add();
        QVERIFY(name(1, u"Numéro du mât"_s));
        QCOMPARE(code(1), u"numero_du_mat_2"_s);
        QVERIFY(!name(1, u"Numéro du mât"_s)); // the same again is no edit
        QCOMPARE(edited.count(), 5);
    }

    void cellsBecomeTheForm()
    {
        FormFieldsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add();
        const auto set = [&model](int column, const QVariant &value, int role = Qt::EditRole) {
            return model.setData(model.index(0, column), value, role);
        };
        QVERIFY(set(FormFieldsModel::Label, u"Panne"_s));
        QVERIFY(set(FormFieldsModel::Type, u"choice"_s));
        QVERIFY(set(FormFieldsModel::Options, u"Éteint / Clignote /  "_s));
        QVERIFY(set(FormFieldsModel::Required, Qt::Checked, Qt::CheckStateRole));
        QVERIFY(set(FormFieldsModel::Help, u"Vu de la rue"_s));
        QVERIFY(set(FormFieldsModel::ShownIf, QJsonObject{{u"field"_s, u"x"_s}, {u"is"_s, true}}));
        QCOMPARE(model.form().first().toObject(),
                 (QJsonObject{{u"code"_s, u"panne"_s},
                              {u"label"_s, u"Panne"_s},
                              {u"type"_s, u"choice"_s},
                              {u"options"_s, QJsonArray{u"Éteint"_s, u"Clignote"_s}},
                              {u"required"_s, true},
                              {u"help"_s, u"Vu de la rue"_s},
                              {u"shownIf"_s, QJsonObject{{u"field"_s, u"x"_s}, {u"is"_s, true}}}}));
        QVERIFY(set(FormFieldsModel::Required, Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!model.form().first().toObject().contains(u"required"_s)); // a default is left out
    }

    void fieldsMoveAndGo()
    {
        FormFieldsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto field = [](const QString &code) { return QJsonObject{{u"code"_s, code}, {u"label"_s, code}}; };
        const QJsonArray three{field(u"a"_s), field(u"b"_s), field(u"c"_s)};
        model.setForm(three);
        model.move(0, 1);
        QCOMPARE(model.form().at(1)[u"code"_s].toString(), u"a"_s);
        model.move(2, -1);
        QCOMPARE(model.form().at(1)[u"code"_s].toString(), u"c"_s);
        model.move(0, -1); // nowhere to go
        model.move(2, 1);
        QCOMPARE(model.rowCount(), 3);
        model.remove(1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.form().at(1)[u"code"_s].toString(), u"a"_s);
    }
};

QTEST_GUILESS_MAIN(TestCardModels)
#include "tst_cardmodels.moc"
