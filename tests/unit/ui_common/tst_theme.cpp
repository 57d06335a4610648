#include "ui_common/chip.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolTip>

using namespace parvis;
using namespace Qt::StringLiterals;

class ThemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<AppTheme>(*qApp); }

    void everyTextHasContrast_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << AppTheme::lightPalette();
        QTest::newRow("dark") << AppTheme::darkPalette();
    }

    void everyTextHasContrast()
    {
        QFETCH(QPalette, palette);
        const auto c = [&palette](QPalette::ColorRole a, QPalette::ColorRole b) {
            return contrast(palette.color(a), palette.color(b));
        };
        QVERIFY(c(QPalette::WindowText, QPalette::Window) >= 7);
        QVERIFY(c(QPalette::Text, QPalette::Base) >= 7);
        QVERIFY(c(QPalette::Text, QPalette::AlternateBase) >= 7);
        QVERIFY(c(QPalette::ButtonText, QPalette::Button) >= 7);
        QVERIFY(c(QPalette::ToolTipText, QPalette::ToolTipBase) >= 7);
        QVERIFY(c(QPalette::HighlightedText, QPalette::Highlight) >= 4.5);
        QVERIFY(c(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
        for (const Tone tone : {Tone::Neutral, Tone::Muted, Tone::Accent, Tone::Late, Tone::DueToday, Tone::OnTime, Tone::Held}) {
            const QColor ink = toneColor(tone, palette);
            for (const QColor &ground : {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                         palette.color(QPalette::AlternateBase), toneGround(tone, palette)})
                QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(ink.name() + u" on "_s + ground.name()));
        }
    }

    void contrastIsThatOfTheStandard()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QVERIFY(std::abs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }

    void nobodysWordsAreMarkup()
    {
        QLabel label(u"<b>Trou</b> rue des Tanneurs"_s);
        label.ensurePolished();
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QLabel legend;
        legend.setTextFormat(Qt::RichText);
        legend.ensurePolished();
        QCOMPARE(legend.textFormat(), Qt::RichText);
        QToolTip::showText({10, 10}, u"<img src=x> rue des Tanneurs"_s, &label);
        const auto windows = QApplication::topLevelWidgets();
        const auto tip = std::find_if(windows.begin(), windows.end(), [](const QWidget *w) { return w->inherits("QTipLabel"); });
        QVERIFY(tip != windows.end());
        QCOMPARE(qobject_cast<QLabel *>(*tip)->textFormat(), Qt::PlainText);
        QToolTip::hideText();
    }

    void textScalesWithAllRoles()
    {
        QLabel label;
        setTextRole(&label, TextRole::Heading);
        QCOMPARE(label.font().pointSizeF(), 15.0);
        const int row = rowHeight(&label);
        m_theme->apply({Scheme::Light, 200, RowHeight::Touch});
        QCOMPARE(label.font().pointSizeF(), 30.0);
        QCOMPARE(row, 28);
        QCOMPARE(rowHeight(&label), 72);
        QLineEdit edit;
        QVERIFY(edit.sizeHint().height() >= 72);
        m_theme->apply({});
        QCOMPARE(label.font().pointSizeF(), 15.0);
    }

    void systemIsFollowedUnlessTheAgentChose()
    {
        m_theme->apply({Scheme::System, 100, RowHeight::Compact});
        m_theme->setSystemIsDark(true);
        QVERIFY(isDark(qApp->palette()));
        m_theme->apply({Scheme::Light, 100, RowHeight::Compact});
        QVERIFY(!isDark(qApp->palette()));
        m_theme->setSystemIsDark(false);
        m_theme->apply({});
        QVERIFY(!isDark(qApp->palette()));
    }

    void iconsTakeTheColourOfTheTheme()
    {
        const auto inkOf = [](const QImage &image) {
            QColor darkest;
            int alpha = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > alpha) {
                        darkest = image.pixelColor(x, y);
                        alpha = darkest.alpha();
                    }
                }
            }
            return darkest;
        };
        const QImage late = icon(u"clock"_s, Tone::Late).pixmap(QSize(32, 32), 1.0).toImage();
        const QColor ink = inkOf(late);
        QVERIFY(std::abs(ink.red() - 0xB3) < 12 && ink.green() < 0x40);
    }

    void everyIconOfTheChipsExists()
    {
        for (int i = 0; i < int(Tokens<Channel>::words.size()); ++i)
            QVERIFY(!icon(chipFor(Channel(i)).icon).pixmap(16).isNull());
        for (int i = 0; i < int(Tokens<RequestStatus>::words.size()); ++i)
            QVERIFY(!icon(chipFor(RequestStatus(i)).icon).pixmap(16).isNull());
        for (int i = 0; i <= int(DelayState::None); ++i)
            QVERIFY(!icon(chipFor(Delay{DelayState(i), 2}).icon).pixmap(16).isNull());
    }

private:
    std::unique_ptr<AppTheme> m_theme;
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
