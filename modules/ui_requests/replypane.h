#pragma once

#include "presentation/replycontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QTimer;

namespace parvis {

class CompleterField;
class ElidedLabel;
class InlineError;
class ReplyPaper;
class SpellField;
struct Suggestion;

//! Writes a reply, in the place of the request in sight: what is written on the left, what the citizen will read on the right at
//! each key. Closing it keeps every word.
class ReplyPane final : public QWidget
{
    Q_OBJECT
public:
    ReplyPane(ReplyController &controller, const ReferenceData &town, QWidget *parent = nullptr);
    ~ReplyPane() override;

    void open(const QList<Id> &requests);
    void openFiled(const Id &reply); //!< one that came back
    bool stepBack();                 //!< closes what is open in it; false: it may be left

Q_SIGNALS:
    void closed();

protected:
    bool event(QEvent *event) override;

private:
    void makeActions();
    QWidget *makeHead();
    QWidget *makeEditor();
    QWidget *makeSide();
    void showBegun();
    void showChanged();
    void showWay();
    void showFaults();
    void showOther();
    void showFiles();
    void showPreview();
    void offerBeginnings(const QString &typed);
    void offerParagraphs(const QString &typed);
    void begin(const Suggestion &chosen);
    void insertParagraph(const Suggestion &chosen);
    void goToFault();
    void walk(int by);
    void submit();
    QString sentence(const FoundFault &fault) const;
    QString sentence(ReplyGap gap) const;
    QStringList troubles() const;

    ReplyController &m_controller;
    const ReferenceData &m_town;
    ElidedLabel *m_title;
    QLabel *m_way, *m_cost, *m_trouble, *m_addressee;
    CompleterField *m_beginning, *m_paragraph;
    QComboBox *m_channel, *m_purpose;
    QLineEdit *m_subject;
    SpellField *m_text;
    QListWidget *m_files;
    QLabel *m_filesLabel;
    ReplyPaper *m_paper;
    InlineError *m_error;
    QTimer *m_later;
    QAction *m_submit = nullptr, *m_discard = nullptr, *m_fault = nullptr, *m_nextOne = nullptr, *m_previousOne = nullptr,
            *m_other = nullptr;
    int m_shown = 0; //!< addressee
    bool m_isLoading = false;
};

} // namespace parvis
