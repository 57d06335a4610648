#pragma once

#include <QtCore/QTimer>
#include <QtCore/QVariant>
#include <QtWidgets/QWidget>

#include <memory>

class QKeyEvent;
class QLineEdit;

namespace parvis {

class SuggestionList;

struct Suggestion
{
    QString text;   //!< what it is
    QString detail; //!< what tells it from others: address, delay and service
    QString reason; //!< why it is offered; may be empty
    QString icon;   //!< see icons.h; may be empty
    QVariant value; //!< of the owner
};

//! A line edit whose suggestions show below it as one types. Enter accepts the highlighted one, Up and Down choose, Tab moves on
//! without accepting, Escape closes the list. An Enter that comes before the answer waits for it, and the keys after it are
//! kept and go to whatever has the focus then: a fast typist never outruns the search.
class CompleterField final : public QWidget
{
    Q_OBJECT
public:
    explicit CompleterField(QWidget *parent = nullptr);
    ~CompleterField() override;

    QLineEdit *lineEdit() const { return m_edit; } //!< also the focus proxy; buddy labels may point at the field
    QString text() const;
    void setText(const QString &text); //!< without asking: no edited()
    void setPlaceholderText(const QString &text);

    //! False: nothing is highlighted until Down, so that Enter keeps the words as typed.
    void setHighlightsFirst(bool highlights) { m_highlightsFirst = highlights; }

    void setShownRows(int rows); //!< beyond them the list scrolls; 7 unless told

    //! The answer to edited(\a forText); dropped unless that is still the text. Each edited() needs one, even if empty.
    void setSuggestions(const QString &forText, const QList<Suggestion> &suggestions);
    //! Later ones for the same text, behind those that are shown: what is highlighted stays, and of late ones none is. Dropped
    //! when the agent has closed the list or gone on.
    void addSuggestions(const QString &forText, const QList<Suggestion> &more);
    QList<Suggestion> suggestions() const;
    bool isListOpen() const;
    void closeList();

Q_SIGNALS:
    void edited(const QString &text); //!< the agent changed the text: ask for suggestions
    void accepted(const parvis::Suggestion &suggestion);
    void committed(const QString &text); //!< Enter with nothing highlighted

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool keyPressed(QKeyEvent *event);
    void enter();
    void accept(int row);
    void settle();
    void replayTypedAhead();
    void place();

    QLineEdit *m_edit;
    SuggestionList *m_list; // child of the window, so that it may cover what is below
    QTimer m_patience;
    QList<std::shared_ptr<QKeyEvent>> m_typedAhead;
    bool m_isAwaited = false; // edited() without its answer
    bool m_enterWaits = false;
    bool m_highlightsFirst = true;
};

} // namespace parvis

Q_DECLARE_METATYPE(parvis::Suggestion)
