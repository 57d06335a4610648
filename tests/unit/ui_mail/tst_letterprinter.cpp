#include "ui_mail/letterprinter.h"

#include "unit/ui_common/printdialog.h"

#include <QtCore/QBuffer>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtPdf/QPdfDocument>
#include <QtTest/QTest>
#include <QtWidgets/QWidget>

#include <csignal>
#include <sys/resource.h>

using namespace parvis;
using namespace Qt::StringLiterals;

namespace {

constexpr double millimetresPerInch = 25.4;

//! Two sheets: a black square where the window of the envelope is on the first, one in the middle of the second.
const QRectF window(110, 45, 80, 35), middle(85, 128, 40, 40);

QByteArray letters()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setPageMargins({});
        QPainter painter(&writer);
        painter.scale(writer.resolution() / millimetresPerInch, writer.resolution() / millimetresPerInch);
        painter.fillRect(window, Qt::black);
        writer.newPage();
        painter.fillRect(middle, Qt::black);
    }
    return buffer.data();
}

//! What is black on a page, in millimetres from its left and top.
QRectF inkOf(QPdfDocument &document, int page)
{
    constexpr double dotsPerMillimetre = 4;
    const QSizeF millimetres = document.pagePointSize(page) / 72 * millimetresPerInch;
    QImage image(
        document.render(page, (millimetres * dotsPerMillimetre).toSize()).convertedTo(QImage::Format_ARGB32_Premultiplied));
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            if (color.alpha() > 128 && color.lightness() < 128)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return {QPointF(ink.topLeft()) / dotsPerMillimetre, QSizeF(ink.size()) / dotsPerMillimetre};
}

bool isNear(const QRectF &a, const QRectF &b)
{
    constexpr double millimetre = 1;
    const auto isClose = [](double x, double y) { return std::abs(x - y) <= millimetre; };
    return isClose(a.left(), b.left()) && isClose(a.top(), b.top()) && isClose(a.right(), b.right()) &&
           isClose(a.bottom(), b.bottom());
}

} // namespace

//! The letters through the dialog of the system. A machine without a printer prints into a file, which is read back.
class LetterPrinterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_window.show(); }
    void init() { m_answers.clear(); }

    //! Each letter on the sheet where it was laid: the address in the window of the envelope, to the millimetre.
    void eachSheetIsPrintedAsItWasLaid()
    {
        const QString path = m_folder.filePath(u"lettres.pdf"_s);
        ask(letters());
        printToFile(path);
        QCOMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first() && *m_answers.first());
        QPdfDocument printed;
        QCOMPARE(printed.load(path), QPdfDocument::Error::None);
        QCOMPARE(printed.pageCount(), 2);
        QCOMPARE(printed.pagePointSize(0).toSize(), QPageSize::sizePoints(QPageSize::A4));
        QVERIFY(isNear(inkOf(printed, 0), window));
        QVERIFY(isNear(inkOf(printed, 1), middle));
    }

    void closingTheDialogPrintsNothing()
    {
        ask(letters());
        QTRY_VERIFY(openPrintDialog());
        QTest::keyClick(openPrintDialog(), Qt::Key_Escape);
        QCOMPARE(m_answers.size(), 1);
        QVERIFY(m_answers.first() && !*m_answers.first());
    }

    //! The letters stay to be printed: what came out can't be counted on.
    void aFileThatAFullDiskCutsIsSaid()
    {
        const auto previous = std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 2000;
        ask(letters());
        setrlimit(RLIMIT_FSIZE, &small);
        printToFile(m_folder.filePath(u"plein.pdf"_s));
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, previous);
        QCOMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first());
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
    }

    void whatIsNoPdfIsNotPrinted()
    {
        ask("no letter");
        printToFile(m_folder.filePath(u"rien.pdf"_s));
        QCOMPARE(m_answers.size(), 1);
        QVERIFY(!m_answers.first());
        QCOMPARE(m_answers.first().error().code, ErrorCode::Unavailable);
    }

private:
    void ask(const QByteArray &pdf)
    {
        m_printer.print(&m_window, pdf, Sides::Both, [this](const Result<bool> &isPrinted) { m_answers.append(isPrinted); });
    }

    QTemporaryDir m_folder;
    QWidget m_window;
    SystemPrinter m_printer;
    QList<Result<bool>> m_answers;
};

QTEST_MAIN(LetterPrinterTest)
#include "tst_letterprinter.moc"
