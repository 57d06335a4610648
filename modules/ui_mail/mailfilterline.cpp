#include "ui_mail/mailfilterline.h"

#include "ui_common/dispatchwords.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_common/words.h"
#include "ui_mail/mailwords.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

MailFilterLine::MailFilterLine(QWidget *parent)
    : QWidget(parent), m_words(new QLineEdit), m_channel(new QComboBox), m_state(new QComboBox), m_register(new QComboBox)
{
    m_words->setObjectName(u"mail.filter"_s);
    m_words->setPlaceholderText(tr("Number, name, request, words of the text"));
    m_words->setAccessibleName(tr("Filter"));
    addLeadingIcon(m_words, u"filter"_s, tr("Filter"));
    m_words->setClearButtonEnabled(true);
    m_channel->setObjectName(u"mail.channel"_s);
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->addItem(tr("All channels"));
    for (const ReplyChannel channel :
         {ReplyChannel::Email, ReplyChannel::Sms, ReplyChannel::Phone, ReplyChannel::Letter, ReplyChannel::Counter})
        m_channel->addItem(word(channel), QString(token(channel)));
    m_state->setObjectName(u"mail.state"_s);
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("All states"));
    for (const DispatchState state :
         {DispatchState::Queued, DispatchState::Sending, DispatchState::Printed, DispatchState::Sent, DispatchState::Delivered,
          DispatchState::Failed, DispatchState::Uncertain, DispatchState::Cancelled})
        m_state->addItem(word(state, ReplyChannel::Email), QString(token(state)));
    m_register->setObjectName(u"mail.register"_s);
    m_register->setAccessibleName(tr("Register of a body and year"));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::gap);
    line->addWidget(m_words, 1);
    for (QComboBox *box : {m_channel, m_state, m_register}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        connect(box, &QComboBox::activated, this, &MailFilterLine::filtered);
        line->addWidget(box);
    }
    connect(m_words, &QLineEdit::textChanged, this, &MailFilterLine::filtered);
    connect(m_words, &QLineEdit::returnPressed, this, &MailFilterLine::committed);
    setRegisters({});
}

MailFilter MailFilterLine::filter() const
{
    MailFilter filter;
    filter.words = m_words->text();
    if (m_view == MailView::Register || m_view == MailView::Trouble)
        filter.channel = fromToken<ReplyChannel>(m_channel->currentData().toString());
    if (m_view == MailView::Register) {
        filter.state = fromToken<DispatchState>(m_state->currentData().toString());
        filter.chrono = m_register->currentData().toString();
    }
    return filter;
}

void MailFilterLine::setView(MailView view)
{
    m_view = view;
    m_channel->setVisible(view == MailView::Register || view == MailView::Trouble);
    m_state->setVisible(view == MailView::Register);
    m_register->setVisible(view == MailView::Register);
}

void MailFilterLine::setRegisters(const QStringList &chronos)
{
    QStringList known;
    for (int i = 1; i < m_register->count(); ++i)
        known.append(m_register->itemData(i).toString());
    if (known == chronos && m_register->count() > 0)
        return;
    const QString chosen = m_register->currentData().toString();
    m_register->clear();
    m_register->addItem(tr("All registers"));
    for (const QString &chrono : chronos)
        m_register->addItem(registerWord(chrono), chrono);
    m_register->setCurrentIndex(std::max(0, m_register->findData(chosen)));
}

QString MailFilterLine::words() const
{
    return m_words->text();
}

void MailFilterLine::setWords(const QString &words)
{
    m_words->setText(words);
}

void MailFilterLine::focusWords()
{
    m_words->setFocus();
    m_words->selectAll();
}

} // namespace parvis
