#include "ui_patrol/kindtiles.h"

#include "ui_common/action.h"
#include "ui_common/style.h"
#include "ui_common/theme.h"
#include "ui_patrol/touch.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtGui/QPainter>
#include <QtWidgets/QGridLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int mostTiles = 9;
constexpr int titleLines = 2;
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

//! The words that fit, and a sign where some are left out.
QString fitted(const QString &text, const QFontMetrics &metrics, const QRect &area)
{
    QString shown = text;
    QStringList words = text.split(u' ');
    while (words.size() > 1 && metrics.boundingRect(area, wrapped, shown).height() > area.height()) {
        words.removeLast();
        shown = words.join(u' ') + u'…';
    }
    return shown;
}

} // namespace

KindTile::KindTile(const QString &title, const QString &service, const QString &key, QWidget *parent)
    : QAbstractButton(parent), m_service(service), m_key(key)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    //: a kind of report and the service that gets it
    setAccessibleName(service.isEmpty() ? title : tr("%1, for %2").arg(title, service));
    setToolTip(u"%1 (%2)\n%3"_s.arg(title, key, service).trimmed());
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize KindTile::sizeHint() const
{
    const QFontMetrics strong(textFont(TextRole::Strong)), small(textFont(TextRole::Secondary));
    const int height = titleLines * strong.height() + small.height() + 2 * space::gap + space::unit;
    return {3 * touchSide(this), std::max(height, touchSide(this))};
}

QSize KindTile::minimumSizeHint() const
{
    return {2 * touchSide(this), sizeHint().height()};
}

void KindTile::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateGeometry();
}

void KindTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isOn = isChecked() || isDown();
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    painter.setPen(isOn ? QPen(toneColor(Tone::Accent, palette()), 2) : QPen(lineColor(palette())));
    painter.setBrush(isOn ? toneGround(Tone::Accent, palette()) : palette().color(QPalette::Base));
    painter.drawRoundedRect(frame, space::unit, space::unit);
    const QFontMetrics small(textFont(TextRole::Secondary));
    QRect area = rect().adjusted(space::gap, space::gap, -space::gap, -space::gap);
    painter.setFont(textFont(TextRole::Secondary));
    painter.setPen(toneColor(Tone::Muted, palette()));
    const int keyWidth = small.horizontalAdvance(m_key) + space::unit;
    const QRect foot(area.left(), area.bottom() - small.height(), area.width(), small.height());
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, m_key);
    painter.drawText(foot.adjusted(0, 0, -keyWidth, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     small.elidedText(m_service, Qt::ElideRight, foot.width() - keyWidth));
    painter.setFont(textFont(TextRole::Strong));
    painter.setPen(isOn ? toneColor(Tone::Accent, palette()) : palette().color(QPalette::Text));
    area.setBottom(foot.top() - 1);
    painter.drawText(area, wrapped, fitted(text(), painter.fontMetrics(), area));
    if (hasFocus())
        paintFocusRing(&painter, rect(), palette());
}

KindTiles::KindTiles(const ReferenceData &town, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_town(town), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(space::gap);
    setAccessibleName(tr("What was found"));
    for (int i = 0; i < mostTiles; ++i) {
        QAction *key = makeAction(scope, {u"patrol.kind%1"_s.arg(i + 1),
                                          //: %1: its place among the tiles
                                          tr("Report kind %1").arg(i + 1),
                                          {QKeySequence(Qt::Key(Qt::Key_1 + i))},
                                          u"tag"_s,
                                          {}});
        key->setEnabled(false);
        connect(key, &QAction::triggered, this, [this, i] { press(i); });
        m_keys.append(key);
    }
}

void KindTiles::setKinds(const QList<PatrolKind> &kinds)
{
    if (kinds == m_kinds)
        return;
    m_kinds = kinds.mid(0, mostTiles);
    qDeleteAll(m_tiles);
    m_tiles.clear();
    for (qsizetype i = 0; i < m_kinds.size(); ++i) {
        auto *tile = new KindTile(m_kinds.at(i).title, m_town.unitName(m_kinds.at(i).service), QString::number(i + 1));
        connect(tile, &QAbstractButton::clicked, this, [this, i] { press(i); });
        m_grid->addWidget(tile, int(i) / columns, int(i) % columns);
        m_tiles.append(tile);
        m_keys.at(i)->setText(tr("Report: %1").arg(m_kinds.at(i).title));
    }
    setChosen(m_card);
}

void KindTiles::setChosen(const Id &card)
{
    m_card = card;
    for (qsizetype i = 0; i < m_tiles.size(); ++i)
        m_tiles.at(i)->setChecked(m_kinds.at(i).card == card);
}

void KindTiles::setOffered(bool offered)
{
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        m_keys.at(i)->setEnabled(offered && i < m_kinds.size());
    setVisible(offered);
}

void KindTiles::focusFirst()
{
    if (!m_tiles.isEmpty())
        m_tiles.first()->setFocus();
}

void KindTiles::press(qsizetype index)
{
    if (index >= m_kinds.size())
        return;
    const Id card = m_kinds.at(index).card;
    setChosen(card == m_card ? Id() : card);
    Q_EMIT chosen(m_card);
}

} // namespace parvis
