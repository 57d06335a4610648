#include "ui_common/choicesfield.h"

#include "ui_common/flowlayout.h"

#include <QtWidgets/QCheckBox>

namespace parvis {

ChoicesField::ChoicesField(const QStringList &options, QWidget *parent) : QWidget(parent)
{
    auto *flow = new FlowLayout(this);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const QString &option : options) {
        auto *box = new QCheckBox(QString(option).replace(u'&', QStringLiteral("&&")), this);
        box->setAccessibleName(option);
        box->setToolTip(option); // an option may be longer than the column
        flow->addWidget(box);
        m_boxes.append(box);
        connect(box, &QCheckBox::clicked, this, [this] { Q_EMIT changed(value()); });
    }
    if (!m_boxes.isEmpty())
        setFocusProxy(m_boxes.first());
}

QJsonArray ChoicesField::value() const
{
    QJsonArray chosen;
    for (const QCheckBox *box : m_boxes) {
        if (box->isChecked())
            chosen.append(box->accessibleName());
    }
    for (const QJsonValue &other : m_others)
        chosen.append(other);
    return chosen;
}

void ChoicesField::setValue(const QJsonArray &value)
{
    m_others = value;
    for (QCheckBox *box : std::as_const(m_boxes)) {
        const QString option = box->accessibleName();
        box->setChecked(value.contains(option));
        for (qsizetype i = m_others.size() - 1; i >= 0; --i) {
            if (m_others.at(i) == QJsonValue(option))
                m_others.removeAt(i);
        }
    }
}

} // namespace parvis
