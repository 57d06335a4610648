#pragma once

#include "ui_common/tone.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QLabel;
class QToolButton;

namespace parvis {

class ElidedLabel;
class IconLabel;

//! What the status bar says of the sync, in words made by app/ from the engine's state.
struct SyncStatus
{
    QString icon;
    Tone tone = Tone::Neutral;
    QString words;   //!< "Up to date"
    int pending = 0; //!< mutations on their way
    int refused = 0; //!< conflicts and held work

    bool operator==(const SyncStatus &) const = default;
};

//! The bottom line: sync, the last action with its undo, the on-time share, the time.
class StatusLine final : public QWidget
{
    Q_OBJECT
public:
    explicit StatusLine(QWidget *parent = nullptr);

    void setSync(const SyncStatus &status);
    void setOnTime(std::optional<double> share); //!< 0 to 1
    void setTime(const QString &time);
    void tell(const QString &sentence, const QString &undo = {}); //!< \a undo: "Ctrl+Z: …", which stays
    void tellError(const QString &sentence);
    void clearMessage();

Q_SIGNALS:
    void syncClicked();
    void undoClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void message(const QString &icon, Tone tone, const QString &sentence);
    void layUndo();

    SyncStatus m_status;
    QString m_undoText;
    QTimer m_fade;
    QToolButton *m_sync;
    IconLabel *m_messageIcon;
    ElidedLabel *m_message;
    QToolButton *m_undo;
    QLabel *m_onTime;
    QLabel *m_time;
};

} // namespace parvis
