#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QStringList>
#include <QtWidgets/QWidget>

class QCheckBox;

namespace parvis {

//! Several choices: check boxes in a flow. Space ticks, the arrows and Tab go on.
class ChoicesField final : public QWidget
{
    Q_OBJECT
public:
    explicit ChoicesField(const QStringList &options, QWidget *parent = nullptr);

    const QList<QCheckBox *> &boxes() const { return m_boxes; }
    QJsonArray value() const;               //!< in the order of the options
    void setValue(const QJsonArray &value); //!< without changed(); what is no option any more stays unseen and chosen

Q_SIGNALS:
    void changed(const QJsonArray &value);

private:
    QList<QCheckBox *> m_boxes;
    QJsonArray m_others;
};

} // namespace parvis
