#pragma once

#include "documents/letter.h"
#include "presentation/approvalscontroller.h"

#include <QtWidgets/QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace parvis {

class ActionButton;
class Chip;
class ElidedLabel;
class EmptyState;
class FilePreview;
class FileOpener;
class InlineError;
class ReplyDifference;
class ReplyPaper;
class RewordPane;

//! The reply as it will be read, in its place what the last step changed, or its text to be changed; and the decisions on it.
class PagePane final : public QWidget
{
    Q_OBJECT
public:
    //! Its actions are active within \a scope.
    PagePane(ApprovalsController &book, FileOpener &files, const ReferenceData &town, QWidget *scope, QWidget *parent = nullptr);

    void scroll(int pages);
    bool stepBack(); //!< closes the line or the text that is open; what was typed stays
    bool showsDifferences() const;
    void say(ApprovalAct act, const Error &error);

Q_SIGNALS:
    void focusWanted(); //!< nothing is typed here any more

private:
    enum class Asks { Nothing, Return, Refuse, Remark };
    void makeActions(QWidget *scope);
    QWidget *makeHead();
    QWidget *makeLine();
    QWidget *makeButtons();
    void refresh();
    void showCase(const ApprovalCase &shown);
    void showDifferences(SeenContent before, SeenContent now, int place);
    void showNotice();
    void showPage(QWidget *page);
    void enableActions();
    void approve();
    void approveAlike();
    void reword();
    void sendReworded();
    void ask(Asks what);
    void answer();
    void prepareNext();
    void openEnclosure();
    void closeEnclosure();
    std::pair<Dispatch, Letter> paperOf(const ApprovalCase &of, int recipient) const;

    ApprovalsController &m_book;
    const ReferenceData &m_town;
    Asks m_asks = Asks::Nothing;
    Id m_last;
    QString m_lastSeal;
    bool m_wantsDifferences = true;
    bool m_isLooked = false; //!< the agent was told to look at more recipients

    QAction *m_approve = nullptr, *m_reword = nullptr, *m_send = nullptr, *m_return = nullptr, *m_refuse = nullptr,
            *m_annotate = nullptr, *m_takeUp = nullptr, *m_withdraw = nullptr, *m_differ = nullptr, *m_alike = nullptr,
            *m_before = nullptr, *m_after = nullptr, *m_enclosure = nullptr;
    ElidedLabel *m_title = nullptr;
    Chip *m_channel = nullptr, *m_state = nullptr;
    QLabel *m_recipient = nullptr, *m_behalf = nullptr, *m_notice = nullptr, *m_lineLabel = nullptr;
    InlineError *m_error = nullptr, *m_broken = nullptr;
    QWidget *m_head = nullptr, *m_line = nullptr, *m_buttons = nullptr;
    QLineEdit *m_text = nullptr;
    QStackedWidget *m_pages = nullptr;
    EmptyState *m_empty = nullptr;
    ReplyPaper *m_paper = nullptr;
    ReplyDifference *m_differences = nullptr;
    RewordPane *m_rewording = nullptr;
    FilePreview *m_preview = nullptr;
    int m_opened = -1; //!< which enclosure is open
};

} // namespace parvis
