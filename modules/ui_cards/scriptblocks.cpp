#include "ui_cards/scriptblocks.h"

#include "domain/procedurecard.h"
#include "ui_cards/fittedtext.h"
#include "ui_common/icons.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"

#include <QtGui/QPainter>
#include <QtGui/QResizeEvent>
#include <QtWidgets/QBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int leastColumns = 24; // characters of a line that can still be read

//! A bar with a word over a text.
class Block final : public QFrame
{
public:
    Block(const QString &iconName, const QString &title, FittedText *text) : m_icon(iconName), m_title(sectionLabel(title))
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(space::gap, space::unit, space::gap, space::gap);
        column->setSpacing(space::unit);
        m_title->setIndent(iconSide(this) + space::gap);
        column->addWidget(m_title);
        column->addWidget(text);
        column->addStretch();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect bar(0, 0, width(), m_title->geometry().bottom() + space::unit);
        painter.fillRect(bar, toneGround(Tone::Accent, palette()));
        painter.setPen(lineColor(palette()));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
        const int side = iconSide(this);
        painter.drawPixmap(space::gap, (bar.height() - side) / 2,
                           iconPixmap(m_icon, side, toneColor(Tone::Accent, palette()), devicePixelRatioF()));
    }

private:
    QString m_icon;
    QLabel *m_title;
};

} // namespace

ScriptBlocks::ScriptBlocks(QWidget *parent) : QWidget(parent), m_line(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::gap);
    const std::array titles{tr("Ask"), tr("Say"), tr("Do")};
    const std::array icons{u"circle-help"_s, u"message-square-text"_s, u"list-checks"_s};
    for (std::size_t i = 0; i < m_texts.size(); ++i) {
        m_texts[i] = new FittedText(titles[i]);
        m_line->addWidget(new Block(icons[i], titles[i], m_texts[i]), 1);
    }
}

void ScriptBlocks::show(const CardContent &card)
{
    const std::array texts{card.ask, card.say, card.steps};
    for (std::size_t i = 0; i < m_texts.size(); ++i)
        m_texts[i]->show(texts[i].isEmpty() ? u"–"_s : texts[i]);
}

void ScriptBlocks::resizeEvent(QResizeEvent *event)
{
    const int least = int(m_texts.size()) * leastColumns * fontMetrics().averageCharWidth();
    const auto direction = event->size().width() < least ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    if (direction != m_line->direction())
        m_line->setDirection(direction);
    QWidget::resizeEvent(event);
}

} // namespace parvis
