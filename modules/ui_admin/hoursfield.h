#pragma once

#include <QtCore/QJsonObject>
#include <QtWidgets/QWidget>

class QCheckBox;
class QTimeEdit;

namespace parvis {

class InlineError;

//! From when to when the town is open, by day of the week: Calendar::opening.
class HoursField final : public QWidget
{
    Q_OBJECT
public:
    explicit HoursField(QWidget *parent = nullptr);

    void setOpening(const QJsonObject &opening); //!< without edited()
    QJsonObject opening() const;                 //!< empty if it was, and says the usual
    bool isGood() const;                         //!< some day is open, and each closes after it opens

Q_SIGNALS:
    void edited();

private:
    struct Line
    {
        QCheckBox *open = nullptr;
        QTimeEdit *from = nullptr, *to = nullptr;
    };
    void changed();

    QList<Line> m_lines; //!< Monday first
    InlineError *m_error;
    QJsonObject m_known;
    bool m_isFilling = false;
};

} // namespace parvis
