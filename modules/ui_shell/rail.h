#pragma once

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QFrame>

class QAction;
class QVBoxLayout;

namespace parvis {

//! One workspace on the rail: icon over word, a bar in the accent while it is in front, a number where something waits.
class RailButton final : public QAbstractButton
{
    Q_OBJECT
public:
    RailButton(QAction *action, const QString &word, QWidget *parent);
    void setBadge(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_icon;
    int m_badge = 0;
};

//! The left rail: workspaces above, preferences and help below.
class Rail final : public QFrame
{
    Q_OBJECT
public:
    explicit Rail(QWidget *parent = nullptr);
    RailButton *addTop(QAction *action, const QString &word);
    RailButton *addBottom(QAction *action, const QString &word);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_top, *m_bottom;
};

} // namespace parvis
