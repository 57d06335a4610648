#pragma once

#include "presentation/carddraftcontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace parvis {

class ContentForm;
class ElidedLabel;
class FormEditor;
class InlineError;
class RichTextView;

//! A draft being written: every field of a card in tabs, with the script and the form as the desk will see them. What is typed is
//! kept within a second; Save makes it known to others, Submit sends it along its circuit.
class EditorPane final : public QWidget
{
    Q_OBJECT
public:
    EditorPane(CardDraftController &controller, const ReferenceData &town, const QDate &today, QWidget *scope,
               QWidget *parent = nullptr);

    void setInSight(bool isInSight);
    void focusFirst();
    void leave(); //!< saves what was typed

private:
    void makeActions(QWidget *scope);
    void turn(int by); //!< to another part of the card
    QWidget *makeHeading();
    QWidget *makeWords();
    QWidget *makeScript();
    QWidget *makePractical();
    QWidget *makeRouting();
    QWidget *makeForm();
    QWidget *makeReply();
    QWidget *makeLife();
    void addTab(QWidget *page, const QString &title, const QList<CardGap> &gaps);
    void addDistricts(QFormLayout *layout);
    void addSeeAlso(QFormLayout *layout);
    void refresh();
    void showText();
    void showState();
    void abandon();

    CardDraftController &m_controller;
    const ReferenceData &m_town;
    QDate m_today;
    bool m_isInSight = false;
    bool m_isAsked = false; //!< abandoning needs the key twice

    ContentForm *m_form;
    QAction *m_save = nullptr, *m_submit = nullptr, *m_abandon = nullptr, *m_rebase = nullptr, *m_next = nullptr,
            *m_previous = nullptr;
    ElidedLabel *m_title = nullptr, *m_circuit = nullptr;
    QLabel *m_state = nullptr, *m_gaps = nullptr, *m_returned = nullptr;
    InlineError *m_error = nullptr;
    QTabWidget *m_tabs = nullptr;
    QList<QList<CardGap>> m_tabGaps;
    QLineEdit *m_first = nullptr, *m_code = nullptr;
    QLabel *m_codeLabel = nullptr;
    RichTextView *m_preview = nullptr;
    FormEditor *m_fields = nullptr;
};

} // namespace parvis
