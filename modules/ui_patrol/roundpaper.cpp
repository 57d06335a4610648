#include "ui_patrol/roundpaper.h"

#include "ui_common/words.h"
#include "ui_patrol/patrolwords.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>
#include <QtGui/QPageLayout>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextDocument>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct RoundPage
{
    Q_DECLARE_TR_FUNCTIONS(RoundPage)
};

constexpr double marginMm = 15;
constexpr double bodyPoints = 10;
constexpr int noteLines = 3;

QString cell(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', u"<br>"_s);
}

QString stopHtml(int number, const PatrolStop &stop, const ReferenceData &town)
{
    const Mission &m = stop.row.mission;
    QStringList facts;
    if (stop.metres)
        facts.append(metresText(*stop.metres));
    if (m.dueOn.isValid())
        //: a day by which something is to be done
        facts.append(RoundPage::tr("before %1").arg(longDay(m.dueOn)));
    facts.append(town.unitName(m.service));
    facts.append(stop.row.number);
    facts.removeAll(QString());
    QString text = u"<table width='100%' cellpadding='4' border='1' style='border-collapse: collapse'><tr>"
                   u"<td width='6%'><b>%1</b></td><td width='94%'><b>%2</b><br>%3<br>%4</td></tr>"_s.arg(
                       QString::number(number), cell(missionTitle(m)), cell(missionPlace(m, town)), cell(facts.join(u" · "_s)));
    if (!m.instructions.trimmed().isEmpty())
        text += u"<tr><td></td><td>%1</td></tr>"_s.arg(cell(m.instructions.trimmed()));
    text += u"<tr><td></td><td>%1%2</td></tr></table><br>"_s.arg(RoundPage::tr("Notes:").toHtmlEscaped(),
                                                                 u"<br>&nbsp;"_s.repeated(noteLines));
    return text;
}

} // namespace

QString roundHtml(const QList<PatrolStop> &stops, const QString &patroller, const QDate &day, const ReferenceData &town)
{
    QString text = u"<h2>%1</h2><p>%2</p>"_s.arg(
        //: title of a printed sheet; %1 a day
        RoundPage::tr("Round of %1").arg(longDay(day)).toHtmlEscaped(),
        //: %1 the patroller
        RoundPage::tr("%1, %n stop(s)", nullptr, int(stops.size())).arg(patroller).toHtmlEscaped());
    for (qsizetype i = 0; i < stops.size(); ++i)
        text += stopHtml(int(i) + 1, stops.at(i), town);
    return text;
}

void paintRound(QPagedPaintDevice &device, const QString &html)
{
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageMargins(QMarginsF(marginMm, marginMm, marginMm, marginMm), QPageLayout::Millimeter);
    QTextDocument document;
    QFont font(u"sans-serif"_s);
    font.setPointSizeF(bodyPoints);
    document.setDefaultFont(font);
    document.setHtml(html);
    document.print(&device);
}

Status writeRoundPdf(const QString &path, const QString &html)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::InvalidInput, file.errorString()};
    {
        QPdfWriter writer(&file);
        paintRound(writer, html);
    }
    if (!file.commit())
        return Error{ErrorCode::InvalidInput, file.errorString()};
    return success();
}

} // namespace parvis
