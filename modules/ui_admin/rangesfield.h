#pragma once

#include <QtCore/QDate>
#include <QtCore/QJsonArray>
#include <QtWidgets/QWidget>

class QPlainTextEdit;

namespace parvis {

class InlineError;

//! Spans of days, one a line: "24/12/2026 - 03/01/2027 Fermeture de fin d'année"; a single day stands alone. A line that can't be
//! read is told and stays as typed.
class RangesField final : public QWidget
{
    Q_OBJECT
public:
    explicit RangesField(bool isNamed, QWidget *parent = nullptr);

    void setToday(const QDate &today) { m_today = today; } //!< for days without a year
    void setRanges(const QJsonArray &ranges);              //!< [{"from","to","name"}]; other members are kept by span
    QJsonArray ranges() const;                             //!< of the lines that can be read
    bool isGood() const;

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QDate from, to;
        QString name;
    };
    std::optional<Line> read(const QString &text) const;
    void check();

    bool m_isNamed;
    QDate m_today;
    QPlainTextEdit *m_text;
    InlineError *m_error;
    QJsonArray m_known;
};

} // namespace parvis
