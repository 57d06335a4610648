#include "ui_mail/mailpane.h"

#include "documents/replyletter.h"
#include "domain/phone.h"
#include "presentation/cardpeople.h"
#include "ui_common/action.h"
#include "ui_common/chip.h"
#include "ui_common/dispatchwords.h"
#include "ui_common/flowlayout.h"
#include "ui_common/replypaper.h"
#include "ui_common/theme.h"
#include "ui_common/widgets.h"
#include "ui_mail/mailwords.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr double numberScale = 1.8; // of the heading: read from a telephone's distance

QLabel *plainText()
{
    auto *label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

//! The day that stands on the letter: of its printing, once it is printed.
Instant printedAt(const MailItem &item, Instant now)
{
    const Dispatch &d = item.row.dispatch;
    for (const Change &change : item.history) {
        if (change.fields.value("state"_L1).toString() == token(DispatchState::Printed))
            return change.at;
    }
    return !d.letter.isNull() && d.changedAt.isSet() ? d.changedAt : now;
}

} // namespace

MailPane::MailPane(MailController &controller, const ReferenceData &town, const QList<QAction *> &acts, QWidget *parent)
    : QWidget(parent), m_controller(controller), m_town(town)
{
    m_empty = new EmptyState(u"mail"_s, {}, {});
    m_paper = new ReplyPaper;
    m_history = secondaryLabel({});
    m_history->setTextFormat(Qt::PlainText);
    m_history->setAccessibleName(tr("History"));
    m_history->setObjectName(u"mail.history"_s);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(space::group, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addWidget(makeHead(acts));
    column->addWidget(horizontalLine());
    column->addWidget(m_paper, 1);
    column->addWidget(horizontalLine());
    column->addWidget(m_history);
    m_pages = new QStackedWidget;
    m_pages->addWidget(m_empty);
    m_pages->addWidget(page);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    scaleNumber();
}

QWidget *MailPane::makeHead(const QList<QAction *> &acts)
{
    m_name = headingLabel({});
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_name->setObjectName(u"mail.name"_s);
    m_state = new Chip;
    m_about = secondaryLabel({});
    m_about->setTextFormat(Qt::PlainText);
    m_about->setObjectName(u"mail.about"_s);
    m_number = new QLabel;
    m_number->setTextFormat(Qt::PlainText);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_number->setObjectName(u"mail.number"_s);
    m_number->setAccessibleName(tr("Telephone number"));
    m_trouble = plainText();
    setTextRole(m_trouble, TextRole::Strong);
    m_trouble->setObjectName(u"mail.trouble"_s);
    m_advice = plainText();
    m_advice->setObjectName(u"mail.advice"_s);
    auto *box = new QVBoxLayout;
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::unit);
    box->addWidget(m_trouble);
    box->addWidget(m_advice);
    m_troubleBox = new QWidget;
    m_troubleBox->setLayout(box);
    m_said = new QLineEdit;
    m_said->setObjectName(u"mail.said"_s);
    m_said->setPlaceholderText(tr("empty: the text below"));
    connect(m_said, &QLineEdit::returnPressed, this, &MailPane::leftField);
    m_call = new QWidget;
    auto *call = new QVBoxLayout(m_call);
    call->setContentsMargins(0, 0, 0, 0);
    call->setSpacing(space::unit);
    call->addWidget(m_number);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::gap);
    line->addWidget(labelFor(m_said, tr("What was s&aid:")));
    line->addWidget(m_said, 1);
    call->addLayout(line);
    auto *buttons = new FlowLayout;
    buttons->setSpacing(space::gap);
    for (QAction *act : acts)
        buttons->addWidget(new ActionButton(act));
    auto *top = new QHBoxLayout;
    top->setSpacing(space::gap);
    top->addWidget(m_name, 1);
    top->addWidget(m_state, 0, Qt::AlignTop);
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::gap);
    column->addLayout(top);
    column->addWidget(m_about);
    column->addWidget(m_troubleBox);
    column->addWidget(m_call);
    column->addLayout(buttons);
    return head;
}

void MailPane::setEmptyTexts(const QString &title, const QString &hint)
{
    m_empty->setTexts(title, hint);
}

QString MailPane::said() const
{
    return m_said->text().trimmed();
}

void MailPane::renew()
{
    const auto &item = m_controller.item();
    if (m_controller.id() != m_shown)
        m_said->clear();
    m_shown = m_controller.id();
    if (!item) {
        if (m_shown.isNull())
            m_pages->setCurrentIndex(0); // else it is being read: the one before stays a moment, and nothing flickers
        return;
    }
    m_pages->setCurrentIndex(1);
    showHead(*item);
    showTrouble(item->row.dispatch);
    const Dispatch &d = item->row.dispatch;
    const QDate day =
        m_town.calendar().localDay(d.state == DispatchState::Queued ? m_controller.now() : printedAt(*item, m_controller.now()));
    m_paper->show(d, d.channel == ReplyChannel::Letter ? letterOf(d, item->request, day, m_town.calendar(), lookupIn(m_town))
                                                       : Letter());
    m_history->setText(historyText(*item));
}

void MailPane::showHead(const MailItem &item)
{
    const Dispatch &d = item.row.dispatch;
    m_name->setText(d.name.isEmpty() ? d.to : d.name);
    m_state->setLook(chipFor(d));
    QStringList facts{d.chrono, word(d.purpose), item.row.number.isEmpty() ? QString() : tr("request %1").arg(item.row.number)};
    facts.removeAll(QString());
    m_about->setText(facts.join(u" · "_s));
    const bool isCall = d.channel == ReplyChannel::Phone;
    m_call->setVisible(isCall);
    if (!isCall)
        return;
    QString number = spokenPhone(d.to);
    const QString today = item.citizen ? item.citizen->phone : QString();
    if (!today.isEmpty() && today != d.to)
        //: %1, %2: telephone numbers
        number = tr("%1 (today: %2)").arg(number, spokenPhone(today));
    m_number->setText(number);
    m_said->setEnabled(m_controller.mayDo(MailAct::Say, d));
}

void MailPane::showTrouble(const Dispatch &dispatch)
{
    const QString what = troubleText(dispatch);
    m_troubleBox->setVisible(!what.isEmpty());
    m_trouble->setText(what);
    m_advice->setText(adviceText(dispatch));
}

//! The last first: who approved it, when it was queued, what became of it.
QString MailPane::historyText(const MailItem &item) const
{
    const Dispatch &d = item.row.dispatch;
    QStringList lines;
    const QTimeZone &zone = m_town.calendar().zone();
    const QDate today = m_controller.today();
    if (item.row.isOnItsWay)
        lines.append(tr("What you did is on its way to the hub."));
    bool isStateTold = false;
    for (const Change &change : item.history) {
        if (change.op == ChangeOp::Create || !change.fields.contains(u"state"_s))
            continue;
        const auto state = fromToken<DispatchState>(change.fields.value("state"_L1).toString()).value_or(DispatchState::Queued);
        isStateTold = true;
        lines.append(historyLine(state, d.channel, m_town.userName(change.actor), change.at, zone, today));
    }
    const bool isElsewhere = d.state != DispatchState::Queued && d.changedAt.isSet() && !isStateTold && !item.row.isOnItsWay;
    if (isElsewhere) // a first sync brings the record without what happened to it
        lines.append(historyLine(d.state, d.channel, m_town.userName(d.doneBy), d.changedAt, zone, today));
    lines.append(queuedLine(d.queuedAt, zone, today));
    if (item.reply) {
        const QList<ReplyDecision> decisions = decisionsOf(*item.reply);
        for (auto it = decisions.rbegin(); it != decisions.rend(); ++it) {
            if (it->act == ReplyAct::Approved)
                lines.append(approvedLine(m_town.userName(it->by), it->at, zone, today));
        }
    }
    return lines.join(u'\n');
}

void MailPane::scaleNumber()
{
    QFont font = textFont(TextRole::Heading);
    font.setPointSizeF(font.pointSizeF() * numberScale);
    font.setBold(true);
    if (m_number->font() != font)
        m_number->setFont(font);
}

void MailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scaleNumber();
}

} // namespace parvis
