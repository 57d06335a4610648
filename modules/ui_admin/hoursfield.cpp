#include "ui_admin/hoursfield.h"

#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QTimeEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

const QString timeFormat = u"HH:mm"_s;
const QTime usualFrom(9, 0), usualTo(17, 0);
constexpr qsizetype workingDays = 5;

QJsonArray hours(const QTime &from, const QTime &to)
{
    return {from.toString(timeFormat), to.toString(timeFormat)};
}

//! What an empty opening means.
QJsonObject usual()
{
    QJsonObject opening;
    for (qsizetype day = 1; day <= workingDays; ++day)
        opening.insert(QString::number(day), hours(usualFrom, usualTo));
    return opening;
}

} // namespace

HoursField::HoursField(QWidget *parent) : QWidget(parent), m_error(new InlineError)
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::gap);
    grid->setVerticalSpacing(space::unit);
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
        QString name = QLocale().standaloneDayName(day);
        name[0] = name.at(0).toUpper();
        Line line{new QCheckBox(name), new QTimeEdit(usualFrom), new QTimeEdit(usualTo)};
        //: %1: a day of the week
        line.from->setAccessibleName(tr("%1 from").arg(name));
        //: %1: a day of the week
        line.to->setAccessibleName(tr("%1 to").arg(name));
        line.open->setAccessibleName(name);
        auto *between = new QLabel(tr("to", "from nine to five"));
        grid->addWidget(line.open, day - 1, 0);
        grid->addWidget(line.from, day - 1, 1);
        grid->addWidget(between, day - 1, 2);
        grid->addWidget(line.to, day - 1, 3);
        for (QTimeEdit *edit : {line.from, line.to}) {
            edit->setDisplayFormat(timeFormat);
            connect(edit, &QTimeEdit::timeChanged, this, &HoursField::changed);
        }
        connect(line.open, &QCheckBox::toggled, this, &HoursField::changed);
        m_lines.append(line);
    }
    grid->setColumnStretch(4, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(grid);
    column->addWidget(m_error);
    setFocusProxy(m_lines.first().open);
}

void HoursField::setOpening(const QJsonObject &opening)
{
    m_isFilling = true;
    m_known = opening;
    const QJsonObject shown = opening.isEmpty() ? usual() : opening;
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const QJsonArray pair = shown.value(QString::number(i + 1)).toArray();
        const QTime from = QTime::fromString(pair.at(0).toString(), timeFormat),
                    to = QTime::fromString(pair.at(1).toString(), timeFormat);
        const bool isOpen = from.isValid() && to.isValid();
        m_lines.at(i).open->setChecked(isOpen);
        m_lines.at(i).from->setTime(isOpen ? from : usualFrom);
        m_lines.at(i).to->setTime(isOpen ? to : usualTo);
    }
    m_isFilling = false;
    changed();
}

QJsonObject HoursField::opening() const
{
    QJsonObject opening = m_known; // with what another program says beside the days
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        const QString day = QString::number(i + 1);
        if (line.open->isChecked())
            opening.insert(day, hours(line.from->time(), line.to->time()));
        else
            opening.remove(day);
    }
    return m_known.isEmpty() && opening == usual() ? QJsonObject() : opening;
}

bool HoursField::isGood() const
{
    const auto isOpen = [](const Line &line) { return line.open->isChecked(); };
    const auto isRight = [](const Line &line) { return !line.open->isChecked() || line.from->time() < line.to->time(); };
    return std::any_of(m_lines.begin(), m_lines.end(), isOpen) && std::all_of(m_lines.begin(), m_lines.end(), isRight);
}

void HoursField::changed()
{
    for (const Line &line : std::as_const(m_lines)) {
        line.from->setEnabled(line.open->isChecked());
        line.to->setEnabled(line.open->isChecked());
    }
    if (m_isFilling)
        return;
    const auto wrong = std::find_if(m_lines.begin(), m_lines.end(), [](const Line &line) {
        return line.open->isChecked() && line.from->time() >= line.to->time();
    });
    if (wrong != m_lines.end())
        m_error->say(tr("%1: the town closes before it opens. Choose a later hour.").arg(wrong->open->text()));
    else if (!isGood())
        m_error->say(tr("No day is open: nothing could ever be promised. Open at least one."));
    else
        m_error->clear();
    Q_EMIT edited();
}

} // namespace parvis
