#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>

namespace parvis {

//! Reads a PDF back by other programs: Poppler and qpdf.
class PdfReader
{
public:
    explicit PdfReader(const QByteArray &pdf) : m_path(m_folder.filePath(QStringLiteral("letter.pdf")))
    {
        QFile file(m_path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("not written");
    }

    //! The output of a program run on the file; "-" among the arguments stays.
    QString run(const QString &program, const QStringList &options, const QStringList &after = {}) const
    {
        QProcess process;
        process.start(program, options + QStringList{m_path} + after);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s: %s%s", qPrintable(program), process.readAllStandardError().constData(),
                   process.readAllStandardOutput().constData());
        return QString::fromUtf8(process.readAllStandardOutput());
    }
    QString text(const QStringList &options = {QStringLiteral("-layout")}) const
    {
        return run(QStringLiteral("pdftotext"), options, {QStringLiteral("-")});
    }
    QStringList pages() const
    {
        QStringList pages = text().split(u'\f');
        pages.removeLast();
        return pages;
    }

    //! Where a word first stands, in millimetres from the left and top of its page; page 0: nowhere.
    struct Place
    {
        int page = 0;
        double left = 0, top = 0, right = 0, bottom = 0;
    };
    Place placeOf(const QString &word) const
    {
        const QString boxes = text({QStringLiteral("-bbox")});
        const QRegularExpression pattern(
            QStringLiteral(R"rx(<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">%1</word>)rx")
                .arg(QRegularExpression::escape(word)));
        const auto match = pattern.match(boxes);
        if (!match.hasMatch())
            return {};
        constexpr double mm = 25.4 / 72;
        const auto at = [&](int i) { return match.captured(i).toDouble() * mm; };
        const int page = int(boxes.left(match.capturedStart()).count(QStringLiteral("<page ")));
        return {page, at(1), at(2), at(3), at(4)};
    }

    //! Keeps what was made where a person can look at it, if PARVIS_SHOTS names a folder.
    void keep(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("PARVIS_SHOTS");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        QFile::remove(folder + u'/' + name + QStringLiteral(".pdf"));
        QFile::copy(m_path, folder + u'/' + name + QStringLiteral(".pdf"));
        run(QStringLiteral("pdftoppm"), {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("80")},
            {folder + u'/' + name});
    }

private:
    QTemporaryDir m_folder;
    QString m_path;
};

} // namespace parvis
