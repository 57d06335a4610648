#include "ui_map/mappaper.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr QColor ink(0x1B, 0x1F, 0x22), quiet(0x59, 0x61, 0x5F), line(0xC9, 0xCF, 0xD3);

//! Lays the parts one below the other; \a unit is a point of text in device pixels.
class Layer
{
public:
    Layer(QPainter &painter, const QRectF &area, double unit) : m_painter(painter), m_area(area), m_y(area.top()), m_unit(unit) {}

    void text(const QString &text, double points, bool isStrong, const QColor &color)
    {
        if (text.isEmpty())
            return;
        setFont(points, isStrong);
        m_painter.setPen(color);
        const QRectF box(m_area.left(), m_y, m_area.width(), m_area.bottom() - m_y);
        QRectF used;
        m_painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, text, &used);
        m_y = used.bottom() + 3 * m_unit;
    }
    void picture(const QImage &image, double mostHeight)
    {
        if (image.isNull())
            return;
        const QSizeF size = QSizeF(image.size()).scaled(m_area.width(), mostHeight, Qt::KeepAspectRatio);
        const QRectF box(m_area.left(), m_y, size.width(), size.height());
        m_painter.drawImage(box, image);
        m_painter.setPen(line);
        m_painter.drawRect(box);
        m_y = box.bottom() + 6 * m_unit;
    }
    void legend(const QList<std::pair<QImage, QString>> &items)
    {
        setFont(9, false);
        m_painter.setPen(ink);
        const QFontMetricsF metrics(m_painter.font(), m_painter.device());
        const double side = 11 * m_unit, gap = 4 * m_unit;
        double x = m_area.left();
        for (const auto &[symbol, name] : items) {
            const double width = side + gap + metrics.horizontalAdvance(name) + 3 * gap;
            if (x + width > m_area.right() && x > m_area.left()) {
                x = m_area.left();
                m_y += side + gap;
            }
            m_painter.drawImage(QRectF(x, m_y, side, side), symbol);
            m_painter.drawText(QRectF(x + side + gap, m_y, width, side), Qt::AlignLeft | Qt::AlignVCenter, name);
            x += width;
        }
        m_y += side + 2 * gap;
    }
    //! From the row \a from on, as many as have room; the row after them.
    qsizetype table(const QStringList &headers, const QList<QStringList> &rows, qsizetype from = 0)
    {
        const double first = m_area.width() * 0.46,
                     rest = (m_area.width() - first) / double(std::max<qsizetype>(1, headers.size() - 1));
        const double height = 16 * m_unit;
        const auto row = [&](const QStringList &cells, bool isHead) {
            setFont(9, isHead);
            for (qsizetype i = 0; i < cells.size(); ++i) {
                const QRectF cell(m_area.left() + (i ? first + double(i - 1) * rest : 0), m_y, i ? rest : first, height);
                m_painter.setPen(isHead ? quiet : ink);
                m_painter.drawText(cell.adjusted(2, 0, -2, 0), Qt::AlignVCenter | (i ? Qt::AlignRight : Qt::AlignLeft),
                                   cells.at(i));
            }
            m_y += height;
            m_painter.setPen(line);
            m_painter.drawLine(QPointF(m_area.left(), m_y), QPointF(m_area.right(), m_y));
        };
        row(headers, true);
        for (; from < rows.size() && m_y + height <= m_area.bottom(); ++from)
            row(rows.at(from), false);
        return from;
    }
    double y() const { return m_y; }

private:
    void setFont(double points, bool isStrong)
    {
        QFont font(m_painter.font());
        font.setPixelSize(std::max(1, int(points * m_unit)));
        font.setBold(isStrong);
        m_painter.setFont(font);
    }
    QPainter &m_painter;
    QRectF m_area;
    double m_y, m_unit;
};

void head(Layer &layer, const MapPaper &paper, double mostHeight)
{
    layer.text(paper.title, 15, true, ink);
    layer.text(paper.subtitle, 10, false, quiet);
    layer.text(paper.figures, 11, true, ink);
    layer.picture(paper.map, mostHeight);
    layer.legend(paper.legend);
    layer.text(paper.explanation, 9, false, quiet);
    layer.text(paper.footer, 8, false, quiet);
}

} // namespace

Status writePicture(const MapPaper &paper, const QString &path)
{
    constexpr int margin = 24, below = 360;
    const double unit = 1.35;
    const int width = std::max(900, paper.map.width() + 2 * margin);
    QImage image(width, paper.map.height() + below, QImage::Format_RGB32);
    image.fill(Qt::white);
    double end = 0;
    {
        QPainter painter(&image);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        Layer layer(painter, QRectF(margin, margin, width - 2 * margin, image.height() - 2 * margin), unit);
        head(layer, paper, paper.map.height());
        end = layer.y();
    }
    image = image.copy(0, 0, width, std::min(image.height(), int(end) + margin));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !image.save(&file, "PNG") || !file.commit())
        return Error{ErrorCode::Storage, path};
    return success();
}

Status writePdf(const MapPaper &paper, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Storage, path};
    {
        QPdfWriter pdf(&file);
        constexpr int resolution = 300;
        pdf.setResolution(resolution);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
        pdf.setTitle(paper.title);
        pdf.setCreator(u"Parvis"_s);
        QPainter painter(&pdf);
        const double unit = resolution / 72.0;
        const QRectF area(0, 0, pdf.width(), pdf.height());
        Layer layer(painter, area, unit);
        head(layer, paper, area.height() * 0.6);
        const double fewest = 8 * 16 * unit; // of a table that begins below the map
        qsizetype row = 0;
        if (layer.y() + std::min(double(paper.rows.size() + 1) * 16 * unit, fewest) <= area.bottom())
            row = layer.table(paper.headers, paper.rows);
        while (row < paper.rows.size()) {
            pdf.newPage();
            row = Layer(painter, area, unit).table(paper.headers, paper.rows, row);
        }
    }
    if (!file.commit())
        return Error{ErrorCode::Storage, path};
    return success();
}

} // namespace parvis
