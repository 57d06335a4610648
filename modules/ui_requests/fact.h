#pragma once

#include "ui_common/completerfield.h"

#include <QtCore/QJsonObject>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace parvis {

//! A value that is read most of the time: a line of text that takes the focus; Enter edits it.
class FactButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit FactButton(QWidget *parent = nullptr);
    void setTentative(bool isTentative); //!< the text is a draft, not what stands
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_isTentative = false;
};

//! One field of a request: shown, and edited where it stands. Escape closes the editor and keeps what was typed as a draft.
class Fact final : public QStackedWidget
{
    Q_OBJECT
public:
    using Suggest = std::function<QList<Suggestion>(const QString &typed)>;
    //! What \a typed, or the suggestion that was accepted, sets; nothing if it can't be understood.
    using Read = std::function<std::optional<QJsonObject>(const QString &typed, const QVariant &chosen)>;

    Fact(const QString &field, const QString &label, QWidget *parent = nullptr);

    const QString &field() const { return m_field; }
    void setEditor(Suggest suggest, Read read);
    //! The same where suggestions come later: asked() is answered by offer().
    void setAskingEditor(Read read);
    void offer(const QString &forTyped, const QList<Suggestion> &suggestions);
    void offerMore(const QString &forTyped, const QList<Suggestion> &suggestions); //!< behind those that are shown
    void setEditable(bool isEditable);
    void setValue(const QString &shown, const QString &toEdit);
    void restoreDraft(const QString &typed); //!< empty: there is none
    bool isEditing() const;
    void edit();
    void take(const QString &text, const QVariant &chosen); //!< as if chosen in the editor
    QLineEdit *lineEdit() const { return m_editor->lineEdit(); }
    bool stepBack(); //!< closes the list, then the editor; false: neither was open
    QSize sizeHint() const override { return currentWidget()->sizeHint(); }
    QSize minimumSizeHint() const override { return currentWidget()->minimumSizeHint(); }

Q_SIGNALS:
    void asked(const QString &typed);
    void typed(const QString &text); //!< empty: as it stands, no draft
    void committed(const QJsonObject &set);
    void rejected(const QString &text); //!< could not be understood
    void opened();                      //!< Enter on a value that has no editor
    void closed();                      //!< back to reading

private:
    void read(const QString &text, const QVariant &chosen);
    void close();
    void showValue();

    QString m_field;
    FactButton *m_button;
    CompleterField *m_editor;
    Suggest m_suggest;
    Read m_read;
    QString m_shown, m_toEdit, m_draft;
    bool m_isEditable = false;
    bool m_asks = false;
};

} // namespace parvis
