#include "ui_approvals/rewordpane.h"

#include "ui_approvals/approvalwords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "wording/replytext.h"

#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

RewordPane::RewordPane(ApprovalsController &book, QWidget *parent)
    : QWidget(parent),
      m_book(book),
      m_subject(new QLineEdit),
      m_text(new QPlainTextEdit),
      m_previewTitle(secondaryLabel({})),
      m_missing(secondaryLabel({})),
      m_preview(new QTextBrowser)
{
    m_subject->setObjectName(u"approvals.subject"_s);
    m_text->setObjectName(u"approvals.text"_s);
    m_text->setTabChangesFocus(true);
    m_preview->setFocusPolicy(Qt::NoFocus);
    m_preview->setOpenLinks(false);
    m_preview->setAccessibleName(tr("The reply as it will be read"));
    auto *line = new QHBoxLayout;
    line->addWidget(labelFor(m_subject, tr("Su&bject")));
    line->addWidget(m_subject, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::unit);
    column->addLayout(line);
    column->addWidget(labelFor(m_text, tr("Te&xt")));
    column->addWidget(m_text, 3);
    column->addWidget(m_missing);
    column->addWidget(m_previewTitle);
    column->addWidget(m_preview, 2);
    connect(m_subject, &QLineEdit::textEdited, this, &RewordPane::keep);
    connect(m_text, &QPlainTextEdit::textChanged, this, &RewordPane::keep);
    connect(m_subject, &QLineEdit::returnPressed, m_text, [this] { m_text->setFocus(); });
}

void RewordPane::begin()
{
    const auto &shown = m_book.shownCase();
    if (!shown)
        return;
    const Reply &reply = shown->reply();
    m_reply = {}; // what is laid here is not typed
    const QJsonObject &begun = shown->begun;
    const bool goesOn = begun.value("seal"_L1).toString() == reply.seal;
    m_subject->setText(goesOn ? begun.value("subject"_L1).toString() : reply.subject);
    m_text->setPlainText(goesOn ? begun.value("text"_L1).toString() : reply.text);
    m_reply = reply.id;
    m_text->setFocus();
    preview();
}

QString RewordPane::subject() const
{
    return m_subject->text();
}

QString RewordPane::text() const
{
    return m_text->toPlainText();
}

void RewordPane::keep()
{
    const auto &shown = m_book.shownCase();
    if (m_reply.isNull() || !shown || shown->item.id() != m_reply)
        return;
    QJsonObject begun = shown->begun;
    begun.insert(u"seal"_s, shown->reply().seal);
    begun.insert(u"subject"_s, subject());
    begun.insert(u"text"_s, text());
    m_book.keep(m_reply, begun);
    preview();
}

void RewordPane::preview()
{
    const bool isNeeded = hasFields(subject()) || hasFields(text());
    m_preview->setVisible(isNeeded);
    m_previewTitle->setVisible(isNeeded);
    m_missing->setVisible(false);
    if (!isNeeded)
        return;
    const auto made = m_book.preview(subject(), text());
    if (!made) {
        m_missing->setText(sentence(ApprovalAct::ApproveChanged, made.error()));
        m_missing->setVisible(true);
        return; // what could be read last stays
    }
    const Recipient r = recipientFrom(made->recipients.first());
    //: of a citizen
    m_previewTitle->setText(tr("As %1 will read it: %2").arg(r.name, r.subject));
    const bool isPlain = r.channel == ReplyChannel::Sms || r.channel == ReplyChannel::Phone;
    if (isPlain)
        m_preview->setPlainText(r.text);
    else
        m_preview->setHtml(htmlText(r.text));
}

} // namespace parvis
