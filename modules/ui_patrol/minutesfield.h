#pragma once

#include <QtWidgets/QWidget>

class QPushButton;
class QSpinBox;

namespace parvis {

//! How long the work will take, in steps of a quarter of an hour: two big buttons, or the arrow keys.
class MinutesField final : public QWidget
{
    Q_OBJECT
public:
    explicit MinutesField(QWidget *parent = nullptr);

    int minutes() const;
    void setMinutes(int minutes); //!< without changed()
    void setReadOnly(bool isReadOnly);
    QSpinBox *box() const { return m_box; }

Q_SIGNALS:
    void changed();

private:
    QPushButton *makeButton(const QString &icon, const QString &name, int by);

    QSpinBox *m_box;
    QPushButton *m_less, *m_more;
};

} // namespace parvis
