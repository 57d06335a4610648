#pragma once

#include "store/requestquery.h"
#include "ui_common/chip.h"

#include <QtWidgets/QListWidget>

namespace parvis {

//! A request in two lines, beside something else.
struct RequestLine
{
    Id id;
    QString title;  //!< "2026-014233 Lampadaire éteint"
    QString detail; //!< why it is shown
    ChipLook chip;

    bool operator==(const RequestLine &) const = default;
};

//! A short list of requests that grows with its content up to a few rows. Enter or a double click opens one.
class RequestLines final : public QListWidget
{
    Q_OBJECT
public:
    explicit RequestLines(int mostRows, QWidget *parent = nullptr);

    void setLines(const QList<RequestLine> &lines); //!< selects what the agent had chosen, else the first
    Id current() const;                             //!< null: none
    void step(int by);                              //!< selects another without taking the focus
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void opened(const parvis::Id &request);

private:
    QList<RequestLine> m_lines;
    Id m_chosen; //!< by the agent
    int m_mostRows;
};

//! "2026-014233 Lampadaire éteint"; without a number until the hub has given one.
QString requestTitle(const QString &number, const QString &subject);

//! A citizen's request beside what is done with them: its state, service and place, and how late it is.
RequestLine requestLine(const RequestRow &row, const WorkingCalendar &calendar, const QDate &today);

//! Above such lines: "3 requests, 1 open".
QString requestCount(const QList<RequestRow> &requests);

} // namespace parvis
