#pragma once

#include <QtWidgets/QWidget>

#include <array>

class QBoxLayout;

namespace parvis {

struct CardContent;
class FittedText;

//! What to ask, what to say, what to do: three blocks in this order, side by side where there is room for lines that can be
//! read, one below the other elsewhere.
class ScriptBlocks final : public QWidget
{
    Q_OBJECT
public:
    explicit ScriptBlocks(QWidget *parent = nullptr);
    void show(const CardContent &card);
    using QWidget::show;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QBoxLayout *m_line;
    std::array<FittedText *, 3> m_texts{};
};

} // namespace parvis
