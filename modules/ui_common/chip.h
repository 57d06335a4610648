#pragma once

#include "domain/request.h"
#include "domain/workingcalendar.h"
#include "ui_common/tone.h"

#include <QtWidgets/QWidget>

namespace parvis {

//! Icon, word and tone: how status, delay and channel look everywhere.
struct ChipLook
{
    QString icon;
    QString text;
    Tone tone = Tone::Neutral;

    bool operator==(const ChipLook &) const = default;
};

ChipLook chipFor(Channel channel);
ChipLook chipFor(RequestStatus status);
ChipLook chipFor(const Delay &delay);
ChipLook pendingChip();  //!< not yet at the hub
ChipLook conflictChip(); //!< somebody must choose

//! For delegates. paintChip() paints left-aligned, vertically centred in \a rect, elides, and returns the width used.
int chipWidth(const ChipLook &look, const QWidget *widget);
int paintChip(QPainter *painter, const QRect &rect, const ChipLook &look, const QWidget *widget);

class Chip final : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);
    explicit Chip(const ChipLook &look, QWidget *parent = nullptr);

    const ChipLook &look() const { return m_look; }
    void setLook(const ChipLook &look); //!< an empty text hides the chip
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    ChipLook m_look;
};

} // namespace parvis
