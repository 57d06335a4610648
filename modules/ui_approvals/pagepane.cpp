#include "ui_approvals/pagepane.h"

#include "documents/replyletter.h"
#include "ui_approvals/approvalwords.h"
#include "ui_approvals/replydifference.h"
#include "ui_approvals/rewordpane.h"
#include "ui_common/action.h"
#include "ui_common/enterkey.h"
#include "ui_common/filepreview.h"
#include "ui_common/flowlayout.h"
#include "ui_common/replypaper.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"

#include <QtCore/QTimer>
#include <QtGui/QAction>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

//! A draft has none yet: it reads as it is written.
static Recipient recipientOf(const Reply &reply, int place)
{
    Recipient r = recipientFrom(reply.recipients.at(place));
    if (reply.recipients.isEmpty()) {
        r.subject = reply.subject;
        r.text = reply.text;
    }
    return r;
}

PagePane::PagePane(ApprovalsController &book, FileOpener &files, const ReferenceData &town, QWidget *scope, QWidget *parent)
    : QWidget(parent), m_book(book), m_town(town)
{
    makeActions(scope);
    m_error = new InlineError;
    m_broken = new InlineError;
    m_broken->setObjectName(u"approvals.broken"_s);
    m_empty = new EmptyState(u"signature"_s, {}, {});
    m_paper = new ReplyPaper;
    m_differences = new ReplyDifference;
    m_rewording = new RewordPane(m_book);
    m_preview = new FilePreview(files, u"approvals"_s);
    m_pages = new QStackedWidget;
    for (QWidget *page : std::initializer_list<QWidget *>{m_empty, m_paper, m_differences, m_rewording, m_preview})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, 0, space::gap, 0);
    column->setSpacing(space::unit);
    column->addWidget(makeHead());
    column->addWidget(m_broken);
    column->addWidget(m_error);
    column->addWidget(m_pages, 1);
    column->addWidget(makeLine());
    column->addWidget(makeButtons());
    connect(m_preview, &FilePreview::closed, this, [this] {
        m_opened = -1;
        if (m_pages->currentWidget() != m_preview)
            return;
        showPage(m_paper);
        refresh();
        Q_EMIT focusWanted();
    });
    connect(&m_book, &ApprovalsController::caseChanged, this, &PagePane::refresh);
    connect(&m_book, &ApprovalsController::samplingChanged, this, [this] {
        showNotice();
        enableActions();
    });
    connect(&m_book, &ApprovalsController::signatureChanged, this, &PagePane::refresh);
    connect(&m_book, &ApprovalsController::listed, this, [this] {
        enableActions();
        if (!m_book.shownCase())
            refresh();
    });
    connect(&m_book, &ApprovalsController::saved, this, [this] { m_error->clear(); });
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        const auto &shown = m_book.shownCase();
        if (!shown)
            return;
        QJsonObject begun = shown->begun;
        begun.insert(u"reason"_s, text);
        if (text.isEmpty())
            begun.remove("reason"_L1);
        m_book.keep(shown->item.id(), begun);
    });
    refresh();
}

void PagePane::makeActions(QWidget *scope)
{
    const auto add = [scope](const ActionDefinition &definition) { return makeAction(scope, definition); };
    m_approve = add({u"approvals.approve"_s,
                     tr("Approve"),
                     {Qt::Key_A},
                     u"check"_s,
                     tr("Approves exactly what is on the screen, and shows the next reply.")});
    m_reword = add({u"approvals.modify"_s,
                    tr("Modify"),
                    {Qt::Key_M},
                    u"pencil"_s,
                    tr("Changes the text; whoever approved before looks at it again.")});
    m_return = add({u"approvals.return"_s, tr("Return"), {Qt::Key_R}, u"undo-2"_s, tr("Back to its author, with a reason.")});
    m_refuse = add(
        {u"approvals.refuse"_s, tr("Refuse"), {Qt::Key_X}, u"circle-x"_s, tr("Nothing is sent; the author learns the reason.")});
    m_annotate = add({u"approvals.annotate"_s,
                      tr("Annotate"),
                      {Qt::Key_N},
                      u"sticky-note"_s,
                      tr("A word beside the reply that decides nothing.")});
    m_takeUp = add({u"approvals.takeUp"_s,
                    tr("Take up again"),
                    {Qt::Key_T},
                    u"square-pen"_s,
                    tr("Writes on what you wrote: it waits for nobody until you submit it again.")});
    m_withdraw = add({u"approvals.withdraw"_s,
                      tr("Withdraw"),
                      {Qt::Key_W},
                      u"rotate-ccw"_s,
                      tr("What you wrote is not sent; Ctrl+Z takes that back.")});
    m_differ = add({u"approvals.differences"_s,
                    tr("Differences"),
                    {Qt::Key_D},
                    u"git-compare"_s,
                    tr("What changed since you saw it last, or in the last step; the page again.")});
    m_differ->setCheckable(true);
    m_alike = add({u"approvals.alike"_s,
                   tr("Approve all alike"),
                   {Qt::SHIFT | Qt::Key_A},
                   u"layers"_s,
                   tr("Replies from the same template, after you have looked at some of them.")});
    m_enclosure = add({u"approvals.enclosure"_s,
                       tr("Enclosures"),
                       {Qt::Key_E},
                       u"paperclip"_s,
                       tr("Shows what goes with the reply; again: the next file. Esc: the page.")});
    connect(m_enclosure, &QAction::triggered, this, &PagePane::openEnclosure);
    m_before = add({u"approvals.recipientBefore"_s, tr("Previous citizen"), {Qt::Key_Left}, u"chevron-left"_s, {}});
    m_after = add({u"approvals.recipientAfter"_s, tr("Next citizen"), {Qt::Key_Right}, u"chevron-right"_s, {}});
    m_send = makeAction(this, {u"approvals.sendModified"_s,
                               tr("Approve with changes"),
                               {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter},
                               u"check"_s,
                               tr("Approves the text as it stands here; what you changed is kept and shown.")});
    for (QAction *action : {m_approve, m_alike, m_withdraw}) // a key held down has read nothing
        action->setAutoRepeat(false);
    connect(m_approve, &QAction::triggered, this, &PagePane::approve);
    connect(m_reword, &QAction::triggered, this, &PagePane::reword);
    connect(m_send, &QAction::triggered, this, &PagePane::sendReworded);
    connect(m_return, &QAction::triggered, this, [this] { ask(Asks::Return); });
    connect(m_refuse, &QAction::triggered, this, [this] { ask(Asks::Refuse); });
    connect(m_annotate, &QAction::triggered, this, [this] { ask(Asks::Remark); });
    connect(m_takeUp, &QAction::triggered, this, [this] {
        m_error->clear();
        m_book.takeUp();
    });
    connect(m_withdraw, &QAction::triggered, this, [this] {
        m_error->clear();
        m_book.withdraw();
    });
    connect(m_differ, &QAction::triggered, this, [this](bool wanted) {
        m_wantsDifferences = wanted;
        refresh();
    });
    connect(m_alike, &QAction::triggered, this, &PagePane::approveAlike);
    connect(m_before, &QAction::triggered, this, [this] { m_book.showRecipient(m_book.recipient() - 1); });
    connect(m_after, &QAction::triggered, this, [this] { m_book.showRecipient(m_book.recipient() + 1); });
}

QWidget *PagePane::makeHead()
{
    m_head = new QWidget;
    m_title = new ElidedLabel;
    setTextRole(m_title, TextRole::Heading);
    m_channel = new Chip;
    m_state = new Chip;
    m_recipient = new ElidedLabel; // the keys beside it need the room
    setTextRole(m_recipient, TextRole::Secondary);
    m_recipient->setObjectName(u"approvals.recipient"_s);
    m_behalf = new QLabel;
    m_behalf->setWordWrap(true);
    m_behalf->setObjectName(u"approvals.behalf"_s);
    setTextRole(m_behalf, TextRole::Strong);
    m_notice = new QLabel;
    m_notice->setWordWrap(true);
    m_notice->setObjectName(u"approvals.notice"_s);
    setTextRole(m_notice, TextRole::Strong);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(space::gap);
    facts->addWidget(m_state);
    facts->addWidget(m_channel);
    facts->addWidget(m_recipient, 1);
    for (QAction *action : {m_before, m_after}) {
        auto *button = new ActionButton(action);
        button->setFocusPolicy(Qt::NoFocus); // the arrows do it
        facts->addWidget(button);
    }
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addWidget(m_title);
    column->addLayout(facts);
    column->addWidget(m_behalf);
    column->addWidget(m_notice);
    return m_head;
}

QWidget *PagePane::makeLine()
{
    m_line = new QWidget;
    m_text = new QLineEdit;
    m_text->setObjectName(u"approvals.reason"_s);
    m_lineLabel = labelFor(m_text, tr("Reason"));
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_lineLabel);
    line->addWidget(m_text, 1);
    onEnter(m_text, [this] { answer(); });
    m_line->hide();
    return m_line;
}

QWidget *PagePane::makeButtons()
{
    m_buttons = new QWidget;
    auto *row = new FlowLayout(m_buttons);
    row->setContentsMargins(0, 0, 0, 0);
    auto *approve = new ActionButton(m_approve);
    approve->setPrimary(true);
    row->addWidget(approve);
    auto *send = new ActionButton(m_send);
    send->setPrimary(true);
    row->addWidget(send);
    for (QAction *action : {m_reword, m_return, m_refuse, m_takeUp, m_withdraw, m_annotate, m_enclosure, m_differ, m_alike})
        row->addWidget(new ActionButton(action));
    return m_buttons;
}

void PagePane::scroll(int pages)
{
    if (m_pages->currentWidget() == m_paper) {
        m_paper->scroll(pages);
    } else if (m_pages->currentWidget() == m_differences) {
        QScrollBar *bar = m_differences->verticalScrollBar();
        bar->setValue(bar->value() + pages * bar->pageStep() * 9 / 10);
    }
}

bool PagePane::showsDifferences() const
{
    return m_pages->currentWidget() == m_differences;
}

void PagePane::say(ApprovalAct act, const Error &error)
{
    m_error->say(sentence(act, error));
}

void PagePane::refresh()
{
    const auto &shown = m_book.shownCase();
    const QString seal = shown ? shown->reply().seal : QString();
    const bool isOther = m_last != m_book.shown();
    if (isOther) {
        ask(Asks::Nothing);
        m_last = m_book.shown();
        m_isLooked = false;
        m_wantsDifferences = true;
    }
    if (std::exchange(m_lastSeal, seal) != seal)
        m_wantsDifferences = true;
    if (isOther)
        closeEnclosure();
    if (isOther || (m_pages->currentWidget() == m_rewording && m_book.isBroken()))
        showPage(m_paper); // what was typed is kept
    m_head->setVisible(shown.has_value());
    m_buttons->setVisible(shown.has_value());
    if (!shown) {
        m_paper->clear();
        const bool isEmpty = m_book.list().rowCount() == 0;
        if (!m_book.isLoaded() || (!isEmpty && !m_book.shown().isNull()))
            m_empty->setTexts({}, {}); // it comes at once
        else if (isEmpty && m_book.view() == ApprovalView::ForMe)
            m_empty->setTexts(tr("Nothing waits for you"), tr("Replies come here when it is your turn to approve them."));
        else if (isEmpty && m_book.view() == ApprovalView::ForAll)
            m_empty->setTexts(tr("No reply waits for approval"), tr("What waits on anybody is listed here, and since when."));
        else if (isEmpty)
            m_empty->setTexts(tr("You have written no reply of late"), tr("Replies are written in Requests."));
        else
            m_empty->setTexts(tr("Signature book"), tr("J shows the first reply."));
        showPage(m_empty);
    } else {
        showCase(*shown);
    }
    showNotice();
    enableActions();
}

std::pair<Dispatch, Letter> PagePane::paperOf(const ApprovalCase &of, int place) const
{
    const Recipient r = recipientOf(of.reply(), place);
    Dispatch d = dispatchFor(of.reply(), r);
    d.signatory = m_book.signatory(of);
    const Letter letter = d.channel == ReplyChannel::Letter
                              ? letterOf(d, of.requests.value(r.request), m_book.today(), m_town.calendar(), lookupIn(m_town))
                              : Letter();
    return {d, letter};
}

void PagePane::showCase(const ApprovalCase &shown)
{
    const Reply &reply = shown.reply();
    const int count = int(reply.recipients.size());
    const int place = std::clamp(m_book.recipient(), 0, std::max(0, count - 1));
    const Recipient r = recipientOf(reply, place);
    m_title->setText(r.subject.isEmpty() ? titleOf(shown.item.row) : r.subject);
    m_state->setLook(stateChip(reply));
    m_channel->setLook(chipFor(r.channel));
    //: "Mme Dumont, 3 of 10"
    m_recipient->setText(count > 1 ? tr("%1, %2 of %3").arg(r.name).arg(place + 1).arg(count) : r.name);
    m_before->setVisible(count > 1);
    m_after->setVisible(count > 1);
    const bool isDeputy = shown.item.isDeputy(m_book.actor().user);
    m_behalf->setVisible(isDeputy);
    if (isDeputy)
        m_behalf->setText(tr("You decide on behalf of %1, who is absent.").arg(m_town.userName(shown.item.mine->onBehalf)));
    const auto [dispatch, letter] = paperOf(shown, place);
    m_paper->show(dispatch, letter);
    const bool hasDifferences = shown.before && differs(*shown.before, contentOf(reply));
    if (hasDifferences)
        showDifferences(*shown.before, contentOf(reply), place);
    if (m_pages->currentWidget() != m_rewording && m_pages->currentWidget() != m_preview)
        showPage(hasDifferences && m_wantsDifferences ? static_cast<QWidget *>(m_differences) : m_paper);
    QTimer::singleShot(0, this, &PagePane::prepareNext);
}

//! Where nobody knows how each of them read before, its source is read as of now, as what stands there: the words differ, not
//! what is the citizen's own.
void PagePane::showDifferences(SeenContent before, SeenContent now, int place)
{
    if (before.recipients.isEmpty()) {
        const auto then = m_book.preview(before.subject, before.text);
        const auto since = m_book.preview(now.subject, now.text);
        if (then && since) {
            const Recipient read = recipientFrom(then->recipients.at(0)), reads = recipientFrom(since->recipients.at(0));
            before.subject = read.subject;
            before.text = read.text;
            now.subject = reads.subject;
            now.text = reads.text;
        }
    }
    m_differences->show(before, now, place);
}

//! The letter that comes next is laid while this one is read.
void PagePane::prepareNext()
{
    const auto next = m_book.caseAhead();
    if (next)
        m_paper->prepare(paperOf(*next, 0).second);
}

void PagePane::showNotice()
{
    QString text;
    if (m_book.isSampling()) {
        const ApprovalsController::Sampling s = m_book.sampling();
        text = tr("%n reply(ies) alike: look at %1 of them, this is the %2. one. A: it is right; Escape: stop.", nullptr, s.all)
                   .arg(s.sample)
                   .arg(std::min(s.seen + 1, s.sample));
        if (s.changed > 0)
            text += u' ' + tr("%n of them changed meanwhile and is/are left out.", nullptr, s.changed);
        if (s.seen + 1 == s.sample)
            text += u' ' + tr("Then all are approved.");
    } else if (m_isLooked && m_book.unseenRecipient()) {
        text = tr("This goes to several citizens: look at %1 of them before you approve. A shows the next one.")
                   .arg(m_book.sampleSize());
    } else if (m_isLooked && m_book.shownCase()) {
        text = tr("You have looked at enough of them: A approves for all.");
    }
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    if (m_book.isBroken())
        m_broken->say(
            tr("The seal is broken: the reply was changed while you were reading. Read what it says now; A accepts that "
               "you have seen it, and then A approves."));
    else
        m_broken->clear();
}

void PagePane::showPage(QWidget *page)
{
    m_pages->setCurrentWidget(page);
    m_differ->setChecked(page == m_differences);
}

void PagePane::enableActions()
{
    const auto &shown = m_book.shownCase();
    const bool isRewording = m_pages->currentWidget() == m_rewording;
    const bool may = m_book.mayDecide() && !isRewording;
    for (QAction *action : {m_reword, m_return, m_refuse, m_annotate})
        action->setVisible(!isRewording);
    m_approve->setVisible(!isRewording);
    m_approve->setEnabled(may);
    m_reword->setEnabled(may && !m_book.isBroken() && !m_book.isSampling());
    m_send->setVisible(isRewording);
    m_send->setEnabled(isRewording && m_book.mayDecide() && !m_book.isBroken());
    m_return->setEnabled(may);
    m_refuse->setEnabled(may);
    m_annotate->setEnabled(shown.has_value() && !isRewording && !m_book.actor().roles.empty());
    const bool hasDifferences = shown && shown->before && differs(*shown->before, contentOf(shown->reply()));
    m_differ->setVisible(hasDifferences && !isRewording);
    m_differ->setEnabled(hasDifferences && !isRewording);
    for (const auto &[action, isAllowed] :
         {std::pair(m_takeUp, m_book.mayTakeUp()), std::pair(m_withdraw, m_book.mayWithdraw())}) {
        action->setVisible(isAllowed && !isRewording); // of what others wrote they say nothing
        action->setEnabled(isAllowed && !isRewording);
    }
    const int enclosed = shown ? int(shown->reply().attachments.size()) : 0;
    m_enclosure->setVisible(enclosed > 0 && !isRewording);
    m_enclosure->setEnabled(enclosed > 0 && !isRewording);
    m_enclosure->setText(tr("%n enclosure(s)", nullptr, enclosed));
    const int alike = may ? int(m_book.alike().size()) : 0;
    const bool mayAlike = alike >= ApprovalsController::fewestAlike && !m_book.isSampling() && !m_book.isBroken();
    m_alike->setVisible(mayAlike); // first: what is hidden can't be enabled
    m_alike->setEnabled(mayAlike);
    m_alike->setText(tr("Approve all %n alike", nullptr, alike));
    const int count = shown ? int(shown->reply().recipients.size()) : 0;
    m_before->setEnabled(m_book.recipient() > 0 && !isRewording);
    m_after->setEnabled(m_book.recipient() + 1 < count && !isRewording);
}

void PagePane::approve()
{
    m_error->clear();
    if (m_book.isBroken()) // the key was meant for what stood there before
        return m_book.acceptChange();
    if (m_book.isSampling())
        return m_book.nextSample();
    if (const auto unseen = m_book.unseenRecipient()) {
        m_isLooked = true;
        return m_book.showRecipient(*unseen);
    }
    m_book.approve();
}

void PagePane::approveAlike()
{
    m_error->clear();
    m_book.beginSampling();
}

void PagePane::openEnclosure()
{
    const auto &shown = m_book.shownCase();
    const QList<Enclosure> all = shown ? enclosuresOf(shown->reply().attachments) : QList<Enclosure>();
    if (all.isEmpty())
        return;
    const int next = (m_opened + 1) % int(all.size());
    const Enclosure &e = all.at(next);
    Attachment file;
    file.id = e.attachment;
    file.sha256 = e.sha256;
    file.name = e.name;
    file.mediaType = e.mediaType;
    file.bytes = e.bytes;
    showPage(m_preview);
    m_preview->setFocus();
    const QSignalBlocker stays(m_preview); // the one before it closes
    m_preview->open(file);
    m_opened = next;
}

void PagePane::closeEnclosure()
{
    if (m_pages->currentWidget() == m_preview)
        showPage(m_paper);
    m_preview->close();
}

void PagePane::reword()
{
    ask(Asks::Nothing);
    closeEnclosure();
    m_error->clear();
    showPage(m_rewording);
    m_rewording->begin();
    enableActions();
}

void PagePane::sendReworded()
{
    if (m_pages->currentWidget() != m_rewording)
        return;
    m_error->clear();
    m_book.approveChanged(m_rewording->subject(), m_rewording->text());
    Q_EMIT focusWanted();
}

void PagePane::ask(Asks what)
{
    m_asks = what;
    m_line->setVisible(what != Asks::Nothing);
    if (what == Asks::Nothing)
        return;
    QString label, hint;
    switch (what) {
    case Asks::Return:
        label = tr("Reason of the return");
        hint = tr("What the author is to change; Enter returns the reply");
        break;
    case Asks::Refuse:
        label = tr("Reason of the refusal");
        hint = tr("Why nothing is sent; Enter refuses the reply");
        break;
    case Asks::Remark:
    case Asks::Nothing:
        label = tr("Remark");
        hint = tr("Enter adds it");
        break;
    }
    m_lineLabel->setText(label);
    m_text->setAccessibleName(label);
    m_text->setPlaceholderText(hint);
    const auto &shown = m_book.shownCase();
    m_text->setText(shown ? shown->begun.value("reason"_L1).toString() : QString()); // words begun stay with their reply
    m_text->setFocus();
}

void PagePane::answer()
{
    const QString text = m_text->text().trimmed();
    if (text.isEmpty()) {
        m_error->say(m_asks == Asks::Remark ? tr("Write the remark, or Escape.") : tr("Say why, in a few words."));
        return;
    }
    m_error->clear();
    const Asks what = m_asks;
    m_text->clear();
    ask(Asks::Nothing);
    if (what == Asks::Remark && m_book.shownCase()) { // a decision forgets it by itself
        QJsonObject begun = m_book.shownCase()->begun;
        begun.remove("reason"_L1);
        m_book.keep(m_book.shown(), begun);
    }
    Q_EMIT focusWanted();
    switch (what) {
    case Asks::Return: return m_book.giveBack(text);
    case Asks::Refuse: return m_book.refuse(text);
    case Asks::Remark: return m_book.annotate(text);
    case Asks::Nothing: break;
    }
}

bool PagePane::stepBack()
{
    if (m_asks != Asks::Nothing) {
        ask(Asks::Nothing);
        Q_EMIT focusWanted();
        return true;
    }
    if (m_pages->currentWidget() == m_rewording) {
        showPage(m_paper);
        refresh();
        Q_EMIT focusWanted();
        return true;
    }
    if (m_pages->currentWidget() == m_preview) {
        m_preview->close();
        return true;
    }
    if (m_book.isSampling()) {
        m_book.stopSampling();
        return true;
    }
    return false;
}

} // namespace parvis
