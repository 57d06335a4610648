#pragma once

#include <QtCore/QDate>
#include <QtCore/QTimer>
#include <QtWidgets/QSlider>

namespace parvis {

//! The slider of time: months as bars as high as they have requests, and a window of some months that moves over them. By arrows,
//! Home and End, the pointer, or by itself.
class TimeBar final : public QSlider
{
    Q_OBJECT
public:
    explicit TimeBar(QWidget *parent = nullptr);

    void setMonths(const QDate &first, const QList<int> &counts); //!< the window stays where it is, at first at the end
    void setLength(int months);                                   //!< of the window; 0: all the time
    int length() const { return m_length; }
    QDate from() const;  //!< first day; invalid: all the time
    QDate until() const; //!< last day

    void play(bool isOn); //!< from the beginning if it stands at the end
    bool isPlaying() const { return m_clock.isActive(); }
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void windowMoved();
    void playingChanged(bool isOn);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF bar(int month) const;
    void moveTo(double x);
    void describe();

    QDate m_first;
    QList<int> m_counts;
    int m_length = 12;
    QTimer m_clock;
};

} // namespace parvis
