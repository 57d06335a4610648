#include "ui_requests/formfact.h"
#include "unit/ui_desk/names.h"
#include "unit/ui_requests/requestsscene.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>

using namespace parvis;
using namespace Qt::StringLiterals;

//! What a request holds for its card's form, read and edited by keys.
class FormFactsTest final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_scene = std::make_unique<RequestsScene>();
        Request r = smalltown::request(u"Encombrants"_s, u"police"_s, RequestStatus::Assigned, QDate(2026, 12, 4));
        r.card = smalltown::id(u"encombrants"_s);
        r.form = {{u"objets"_s, QJsonArray{u"Fauteuil"_s}}, {u"nombre"_s, 2}, {u"etage"_s, u"3e"_s}, {u"ancien"_s, 7}};
        m_scene->desk.take(r);
        m_scene->desk.flush();
        QVERIFY(QTest::qWaitForWindowActive(m_scene->workspace.get()));
        m_scene->controller.show(r.id);
        QTRY_VERIFY(m_scene->controller.detail() && m_scene->controller.id() == r.id);
        QTRY_VERIFY(fact(u"objets"_s));
    }
    void cleanup() { m_scene.reset(); }

    void fieldsAreShownByTheCardsForm()
    {
        QCOMPARE(fact(u"objets"_s)->text(), u"Fauteuil"_s);
        QCOMPARE(fact(u"nombre"_s)->text(), u"2"_s);
        QVERIFY(labels().contains(u"Objets"_s));
        QVERIFY(!fact(u"gaz"_s)); // its condition isn't met
        QVERIFY(fact(u"photo"_s) && fact(u"porteur"_s));
        QCOMPARE(nameless(m_scene->workspace.get()).join(u", "_s), QString());
    }

    //! A field that was renamed in code, or taken away, while requests use it.
    void valuesOfFormerFieldsStay()
    {
        QCOMPARE(fact(u"etage"_s)->text(), u"3e"_s);
        QVERIFY(labels().contains(u"etage"_s));
        QCOMPARE(fact(u"ancien"_s)->text(), u"7"_s);
        edit(u"etage"_s, u"4e"_s);
        QTRY_COMPARE(value(u"etage"_s), QJsonValue(u"4e"_s));
        QCOMPARE(value(u"ancien"_s), QJsonValue(7));
        QCOMPARE(value(u"nombre"_s), QJsonValue(2));
    }

    //! The code is the identity: a new label shows for the requests there are.
    void aNewLabelShows()
    {
        ReferenceRecords records = smalltown::reference();
        for (Card &card : records.cards) {
            if (card.code != u"encombrants"_s)
                continue;
            QJsonObject field = card.form.at(2).toObject();
            field.insert(u"label"_s, u"Combien"_s);
            card.form.replace(2, field);
        }
        m_scene->desk.town.set(records);
        m_scene->desk.patch(Kind::Request, m_scene->controller.id(), {{u"text"_s, u"Plus haut"_s}});
        m_scene->desk.flush();
        QTRY_VERIFY(labels().contains(u"Combien"_s));
        QVERIFY(!labels().contains(u"Nombre"_s));
        QCOMPARE(fact(u"nombre"_s)->text(), u"2"_s);
    }

    void severalChoicesAreToggledOrTyped()
    {
        open(u"objets"_s);
        key(Qt::Key_Down); // everything, to choose from
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Return); // the fridge, too
        QTRY_COMPARE(value(u"objets"_s), QJsonValue(QJsonArray{u"Fauteuil"_s, u"Réfrigérateur"_s}));
        QTRY_VERIFY(fact(u"gaz"_s));            // is asked for now
        QVERIFY(fact(u"objets"_s)->hasFocus()); // though lines came
        edit(u"objets"_s, u"Planches, gravats, fauteuil"_s);
        QTRY_COMPARE(value(u"objets"_s), QJsonValue(QJsonArray{u"Fauteuil"_s, u"Planches, gravats"_s}));
        QTRY_VERIFY(!fact(u"gaz"_s));
        edit(u"objets"_s, u"Piano"_s);
        QCOMPARE(value(u"objets"_s), QJsonValue(QJsonArray{u"Fauteuil"_s, u"Planches, gravats"_s}));
    }

    void hiddenFieldsThatHoldAValueAreShown()
    {
        edit(u"objets"_s, u"refri"_s);
        QTRY_VERIFY(fact(u"gaz"_s));
        edit(u"gaz"_s, u"ye"_s);
        QTRY_COMPARE(value(u"gaz"_s), QJsonValue(true));
        QCOMPARE(fact(u"gaz"_s)->text(), u"yes"_s);
        edit(u"objets"_s, u"Matelas"_s);
        QTRY_COMPARE(fact(u"objets"_s)->text(), u"Matelas"_s);
        QVERIFY(fact(u"gaz"_s));
        edit(u"gaz"_s, {});
        QTRY_VERIFY(!fact(u"gaz"_s));
    }

    void numbersPlacesAndPlatesKeepTheirTypes()
    {
        edit(u"nombre"_s, u"12"_s);
        QTRY_COMPARE(value(u"nombre"_s), QJsonValue(12));
        edit(u"nombre"_s, u"beaucoup"_s); // is no number: said, not saved
        QCOMPARE(value(u"nombre"_s), QJsonValue(12));
        key(Qt::Key_Escape);
        edit(u"depot"_s, u"12 tanne"_s);
        QTRY_COMPARE(value(u"depot"_s)["district"_L1].toString(), idText(smalltown::id(u"valmy"_s)));
        QCOMPARE(fact(u"depot"_s)->text(), u"12 rue des Tanneurs"_s);
        edit(u"porteur"_s, u"ab 123 cd"_s);
        QTRY_COMPARE(value(u"porteur"_s), QJsonValue(u"AB-123-CD"_s));
        edit(u"porteur"_s, u"ab 1"_s); // seen in part
        QTRY_COMPARE(value(u"porteur"_s), QJsonValue(u"AB 1"_s));
    }

    void aFileIsChosenAndAttached()
    {
        const QTemporaryDir folder;
        QFile photo(folder.filePath(u"tas.txt"_s));
        QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write("tas") == 3);
        photo.close();
        fact(u"photo"_s)->setFocus();
        key(Qt::Key_Return);
        QTRY_VERIFY(m_scene->workspace->findChild<QFileDialog *>());
        auto *dialog = m_scene->workspace->findChild<QFileDialog *>();
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        QTRY_VERIFY(name->hasFocus());
        QTest::keyClicks(name, photo.fileName());
        QTest::keyClick(dialog, Qt::Key_Return);
        QTRY_VERIFY(fileReferenceFrom(value(u"photo"_s)));
        QVERIFY2(fact(u"photo"_s)->text().startsWith(u"tas.txt ("_s), qPrintable(fact(u"photo"_s)->text()));
        QTRY_COMPARE(m_scene->controller.detail()->attachments.size(), 1);
        QCOMPARE(m_scene->controller.detail()->attachments.first().sha256, value(u"photo"_s)["sha256"_L1].toString());
        QCOMPARE(value(u"nombre"_s), QJsonValue(2));
    }

private:
    QPushButton *fact(const QString &code) { return m_scene->workspace->findChild<QPushButton *>(u"fact.form."_s + code); }
    QJsonValue value(const QString &code) { return m_scene->controller.detail()->request.form.value(code); }
    QStringList labels()
    {
        QStringList texts;
        const auto all = m_scene->workspace->findChildren<QLabel *>();
        for (const QLabel *label : all)
            texts.append(label->text());
        return texts;
    }
    void key(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void open(const QString &code)
    {
        fact(code)->setFocus();
        key(Qt::Key_Return);
        QVERIFY(m_scene->workspace->findChild<QLineEdit *>(u"edit.form."_s + code)->hasFocus());
    }
    void edit(const QString &code, const QString &text)
    {
        open(code);
        auto *line = m_scene->workspace->findChild<QLineEdit *>(u"edit.form."_s + code);
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
        QTest::keyClicks(line, text);
        key(Qt::Key_Return);
    }

    std::unique_ptr<RequestsScene> m_scene;
};

QTEST_MAIN(FormFactsTest)
#include "tst_formfacts.moc"
