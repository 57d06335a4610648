#pragma once

#include "base/result.h"
#include "ui_common/tone.h"

#include <QtWidgets/QFrame>
#include <QtWidgets/QLabel>
#include <QtWidgets/QSplitter>

class QAction;
class QFormLayout;
class QGridLayout;
class QLineEdit;
class QPushButton;

// Small parts of all screens.

namespace parvis {

//! Adds a row with a buddy label; the field's accessible name becomes \a label without "&" and ":".
QLabel *addField(QFormLayout *layout, const QString &label, QWidget *field);
QLabel *addField(QGridLayout *layout, int row, const QString &label, QWidget *field); //!< label in column 0, field in 1
//! A label for \a field in any layout.
QLabel *labelFor(QWidget *field, const QString &label);
//! "&Who:" → "Who".
QString plainLabel(const QString &label);

QLabel *headingLabel(const QString &text, QWidget *parent = nullptr);   //!< of a page, 15 pt
QLabel *sectionLabel(const QString &text, QWidget *parent = nullptr);   //!< of a part of it, strong
QLabel *secondaryLabel(const QString &text, QWidget *parent = nullptr); //!< 10 pt, muted, wraps
//! An icon at the beginning of a line edit, which assistive technology takes for a button: \a name is what it says.
void addLeadingIcon(QLineEdit *edit, const QString &icon, const QString &name);
QFrame *horizontalLine(QWidget *parent = nullptr);

//! A label of one line that elides in the middle of long names instead of widening its window; the tooltip has the whole.
class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, QWidget *parent = nullptr);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

//! A small icon in a tone, tinted anew when the theme changes.
class IconLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit IconLabel(QWidget *parent = nullptr) : QLabel(parent) {}
    void setIcon(const QString &name, Tone tone, int side = 0); //!< 0: of the text beside

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QString m_name;
    Tone m_tone = Tone::Neutral;
    int m_side = 0;
};

//! What this place is for, and the key that fills it.
class EmptyState final : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &icon, const QString &title, const QString &hint, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &hint);

private:
    IconLabel *m_icon;
    QLabel *m_title, *m_hint;
};

//! An error where it happened: one sentence, at most one action. Hidden while there is none; announced to screen readers.
class InlineError final : public QFrame
{
    Q_OBJECT
public:
    explicit InlineError(QWidget *parent = nullptr);
    void say(const QString &sentence, QAction *action = nullptr);
    void say(const Error &error, QAction *action = nullptr);
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void wearColors();

    QLabel *m_icon, *m_text;
    QPushButton *m_button;
    QAction *m_action = nullptr;
};

//! List and detail; remembers its sizes under \a key in QSettings.
class SplitView final : public QSplitter
{
    Q_OBJECT
public:
    SplitView(const QString &key, Qt::Orientation orientation, QWidget *parent = nullptr);
    void setFirstSizes(const QList<int> &sizes); //!< unless others are remembered

private:
    QString m_key;
};

//! Makes assistive technology say \a text, as by a live region.
void announce(QWidget *widget, const QString &text);

} // namespace parvis
