#include "ui_patrol/minutesfield.h"

#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_patrol/patrolwords.h"
#include "ui_patrol/touch.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int stepMinutes = 15;
constexpr int mostMinutes = 40 * 60; // a week of one person: more is a site, not a task

class MinutesBox final : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    QString textFromValue(int value) const override { return minutesText(value); }
    //! "1 h 30", "90", "45 min"
    int valueFromText(const QString &text) const override
    {
        QList<int> numbers;
        QString digits;
        for (const QChar c : text + u' ') {
            if (c.isDigit())
                digits += c;
            else if (!digits.isEmpty())
                numbers.append(std::exchange(digits, {}).toInt());
        }
        if (numbers.isEmpty())
            return 0;
        const bool hasHours = text.contains(u'h', Qt::CaseInsensitive);
        return hasHours ? numbers.first() * 60 + (numbers.size() > 1 ? numbers.at(1) : 0) : numbers.first();
    }
    QValidator::State validate(QString &, int &) const override { return QValidator::Acceptable; }
};

} // namespace

MinutesField::MinutesField(QWidget *parent) : QWidget(parent), m_box(new MinutesBox)
{
    m_box->setRange(0, mostMinutes);
    m_box->setSingleStep(stepMinutes);
    m_box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_box->setAlignment(Qt::AlignCenter);
    m_box->setSpecialValueText(tr("not said"));
    m_box->setToolTip(tr("A quarter of an hour more or less: the arrow keys"));
    makeTouchable(m_box);
    m_less = makeButton(u"minus"_s, tr("A quarter of an hour less"), -stepMinutes);
    m_more = makeButton(u"plus"_s, tr("A quarter of an hour more"), stepMinutes);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::gap);
    row->addWidget(m_less);
    row->addWidget(m_box, 1);
    row->addWidget(m_more);
    setFocusProxy(m_box);
    connect(m_box, &QSpinBox::valueChanged, this, &MinutesField::changed);
}

QPushButton *MinutesField::makeButton(const QString &name, const QString &words, int by)
{
    auto *button = new QPushButton(icon(name), {});
    button->setAutoDefault(false);
    button->setAutoRepeat(true);
    button->setAccessibleName(words);
    button->setToolTip(words);
    button->setFocusPolicy(Qt::NoFocus); // the keys are the box's
    makeTouchable(button, true);
    connect(button, &QPushButton::clicked, this, [this, by] { m_box->setValue(m_box->value() + by); });
    return button;
}

int MinutesField::minutes() const
{
    return m_box->value();
}

void MinutesField::setMinutes(int minutes)
{
    const QSignalBlocker quiet(m_box);
    m_box->setValue(minutes);
}

void MinutesField::setReadOnly(bool isReadOnly)
{
    m_box->setReadOnly(isReadOnly);
    m_less->setEnabled(!isReadOnly);
    m_more->setEnabled(!isReadOnly);
}

} // namespace parvis
