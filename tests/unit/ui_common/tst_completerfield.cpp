#include "ui_common/completerfield.h"
#include "ui_common/suggestionlist.h"

#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace parvis;
using namespace Qt::StringLiterals;

//! A form of one completed field and one after it, as a fast typist meets it.
class CompleterFieldTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_field = new CompleterField;
        m_next = new QLineEdit;
        column->addWidget(m_field);
        column->addWidget(m_next);
        column->addStretch();
        m_window->resize(400, 300);
        m_window->show();
        m_field->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup() { m_window.reset(); }

    void enterAcceptsTheHighlighted()
    {
        QSignalSpy accepted(m_field, &CompleterField::accepted);
        type("dum");
        answer("dum");
        QVERIFY(m_field->isListOpen());
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Down);
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(accepted.first().first().value<Suggestion>().text, u"Dumont Luc"_s);
        QVERIFY(!m_field->isListOpen());
    }

    void tabMovesOnWithoutAccepting()
    {
        QSignalSpy accepted(m_field, &CompleterField::accepted);
        type("dum");
        answer("dum");
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Tab);
        QVERIFY(m_next->hasFocus());
        QVERIFY(!m_field->isListOpen());
        QCOMPARE(accepted.size(), 0);
        QCOMPARE(m_field->text(), u"dum"_s);
    }

    void aStaleAnswerIsDropped()
    {
        type("dum");
        answer("du");
        QVERIFY(!m_field->isListOpen());
    }

    void enterWaitsForTheAnswerAndKeepsWhatIsTypedMeanwhile()
    {
        connect(m_field, &CompleterField::accepted, m_next, [this] { m_next->setFocus(); });
        QSignalSpy accepted(m_field, &CompleterField::accepted);
        type("dum");
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Return);
        QTest::keyClicks(m_field->lineEdit(), u"next"_s);
        QCOMPARE(accepted.size(), 0);
        answer("dum");
        QCOMPARE(accepted.size(), 1);
        QCOMPARE(m_next->text(), u"next"_s);
        QCOMPARE(m_field->text(), u"dum"_s);
    }

    void enterWithoutAnySuggestionKeepsTheWords()
    {
        QSignalSpy committed(m_field, &CompleterField::committed);
        type("xyz");
        m_field->setSuggestions(u"xyz"_s, {});
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Return);
        QCOMPARE(committed.size(), 1);
        QCOMPARE(committed.first().first().toString(), u"xyz"_s);
    }

    void enterKeepsTheWordsWhereNothingIsHighlighted()
    {
        m_field->setHighlightsFirst(false);
        QSignalSpy committed(m_field, &CompleterField::committed);
        type("dum");
        answer("dum");
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Return);
        QCOMPARE(committed.size(), 1);
    }

    void escapeClosesTheListAndKeepsTheText()
    {
        type("dum");
        answer("dum");
        QTest::keyClick(m_field->lineEdit(), Qt::Key_Escape);
        QVERIFY(!m_field->isListOpen());
        QCOMPARE(m_field->text(), u"dum"_s);
    }

    void listStaysInsideTheWindow()
    {
        auto *column = qobject_cast<QVBoxLayout *>(m_window->layout());
        column->insertStretch(0, 100);
        column->activate();
        type("dum");
        answer("dum");
        const auto *list = m_window->findChild<SuggestionList *>();
        QVERIFY(list->isVisible());
        QVERIFY(m_window->rect().contains(list->geometry()));
    }

private:
    void type(const char *text) { QTest::keyClicks(m_field->lineEdit(), QString::fromLatin1(text)); }
    void answer(const char *forText)
    {
        m_field->setSuggestions(QString::fromLatin1(forText), {{u"Dumont Claire"_s, u"12 rue des Tanneurs"_s, {}, {}, 1},
                                                               {u"Dumont Luc"_s, u"3 place Monge"_s, {}, {}, 2}});
    }

    std::unique_ptr<QWidget> m_window;
    CompleterField *m_field = nullptr;
    QLineEdit *m_next = nullptr;
};

QTEST_MAIN(CompleterFieldTest)
#include "tst_completerfield.moc"
