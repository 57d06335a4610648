#pragma once

#include <QtWidgets/QScrollArea>

class QVBoxLayout;

namespace parvis {

//! A page that scrolls as a whole, up and down only, and keeps what has the focus in sight.
class PageArea : public QScrollArea
{
    Q_OBJECT
public:
    explicit PageArea(QWidget *parent = nullptr);
    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace parvis
