#include "ui_admin/rangesfield.h"

#include "presentation/typeddate.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

RangesField::RangesField(bool isNamed, QWidget *parent)
    : QWidget(parent), m_isNamed(isNamed), m_text(new QPlainTextEdit), m_error(new InlineError)
{
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * 4 + 2 * space::gap);
    m_text->setPlaceholderText(isNamed ? tr("24/12/2026 - 03/01/2027 Closed for the holidays") : tr("24/12/2026 - 03/01/2027"));
    setFocusProxy(m_text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_text);
    column->addWidget(m_error);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        check();
        Q_EMIT edited();
    });
}

void RangesField::setRanges(const QJsonArray &ranges)
{
    m_known = ranges;
    QStringList lines;
    QList<QJsonValue> newestFirst(ranges.begin(), ranges.end());
    std::stable_sort(newestFirst.begin(), newestFirst.end(),
                     [](const QJsonValue &a, const QJsonValue &b) { return a["from"_L1].toString() > b["from"_L1].toString(); });
    for (const QJsonValue &range : std::as_const(newestFirst)) {
        const QDate from = QDate::fromString(range["from"_L1].toString(), Qt::ISODate);
        const QDate to = QDate::fromString(range["to"_L1].toString(), Qt::ISODate);
        QString line = shortDay(from);
        if (to != from)
            line += u" - "_s + shortDay(to);
        if (const QString name = range["name"_L1].toString(); m_isNamed && !name.isEmpty())
            line += u' ' + name;
        lines.append(line);
    }
    if (lines.join(u'\n') != m_text->toPlainText())
        m_text->setPlainText(lines.join(u'\n'));
    check();
}

std::optional<RangesField::Line> RangesField::read(const QString &text) const
{
    static const QRegularExpression form(u"^\\s*([0-9./]+)(?:\\s*[-–]\\s*([0-9./]+))?\\s*(.*)$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    Line line{typedDate(match.capturedView(1), m_today), {}, match.captured(3).trimmed()};
    line.to = match.captured(2).isEmpty() ? line.from : typedDate(match.capturedView(2), m_today);
    const bool isGood = line.from.isValid() && line.to.isValid() && line.from <= line.to && (m_isNamed || line.name.isEmpty());
    return isGood ? std::optional(line) : std::nullopt;
}

QJsonArray RangesField::ranges() const
{
    QJsonArray ranges;
    const QStringList lines = m_text->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &text : lines) {
        const auto line = read(text);
        if (!line)
            continue;
        const QString from = line->from.toString(Qt::ISODate), to = line->to.toString(Qt::ISODate);
        const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const QJsonValue &range) {
            return range["from"_L1].toString() == from && range["to"_L1].toString() == to;
        });
        QJsonObject range = known == m_known.end() ? QJsonObject() : known->toObject(); // with what the hub noted on it
        range.insert(u"from"_s, from);
        range.insert(u"to"_s, to);
        if (m_isNamed)
            range.insert(u"name"_s, line->name);
        ranges.append(range);
    }
    // In the order in which they were, if nothing else was changed: else it would be a change.
    const auto isKnown = [this](const QJsonValue &range) { return m_known.contains(range); };
    if (ranges.size() == m_known.size() && std::all_of(ranges.begin(), ranges.end(), isKnown))
        return m_known;
    return ranges;
}

bool RangesField::isGood() const
{
    const QStringList lines = m_text->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    return std::all_of(lines.begin(), lines.end(), [this](const QString &line) { return read(line).has_value(); });
}

void RangesField::check()
{
    const QStringList lines = m_text->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (!read(line)) {
            m_error->say(tr("“%1” is no span of days: write 24/12/2026 - 03/01/2027.").arg(line.trimmed()));
            return;
        }
    }
    m_error->clear();
}

} // namespace parvis
