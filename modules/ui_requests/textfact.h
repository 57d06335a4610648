#pragma once

#include <QtWidgets/QStackedWidget>

class QLabel;
class QPlainTextEdit;

namespace parvis {

//! A long text that is read most of the time and edited where it stands: Enter opens, Ctrl+Enter saves, Escape closes and keeps
//! what was typed as a draft.
class TextFact final : public QStackedWidget
{
    Q_OBJECT
public:
    explicit TextFact(const QString &label, QWidget *parent = nullptr);

    void setEditable(bool isEditable) { m_isEditable = isEditable; }
    void setValue(const QString &text);
    void restoreDraft(const QString &typed);
    bool isEditing() const;
    void edit();
    bool stepBack(); //!< false if it was not open
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }

Q_SIGNALS:
    void typed(const QString &text); //!< empty: as it stands
    void committed(const QString &text);
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void showValue();
    void close();

    QLabel *m_label;
    QPlainTextEdit *m_editor;
    QString m_text, m_draft;
    bool m_isEditable = false;
};

} // namespace parvis
