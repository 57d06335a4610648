#pragma once

#include <QtWidgets/QProxyStyle>

namespace parvis {

//! Fusion with our measures and a focus ring of 2 px in the accent that is always visible, not only after Tab.
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    //! Asked of any widget's style by rowHeight() and iconSide().
    static constexpr auto PM_RowHeight = PixelMetric(PM_CustomBase + 0x5001);

    Style(int textPercent, int baseRowHeight);

    using QProxyStyle::polish;
    //! What is shown may be the words of a citizen: no label and no tooltip takes them for markup unless it says Qt::RichText.
    void polish(QWidget *widget) override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    int scaled(int pixels) const { return pixels * m_textPercent / 100; }

    int m_textPercent;
    int m_rowHeight;
};

//! The ring, inside \a rect.
void paintFocusRing(QPainter *painter, const QRect &rect, const QPalette &palette);

} // namespace parvis
