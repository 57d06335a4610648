#include "ui_approvals/besidepane.h"

#include "domain/phone.h"
#include "ui_approvals/approvalwords.h"
#include "ui_common/requestlines.h"
#include "ui_common/richtextview.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype longest = 1200; // of what a citizen said; the whole is in Requests

//! Lines of a person, each meaning itself.
QString quoted(const QString &plain)
{
    QString text = plain.trimmed();
    if (text.size() > longest)
        text = text.left(longest) + u'…';
    QStringList lines;
    const QStringList all = text.split(u'\n');
    for (const QString &line : all)
        lines.append(escapedMarkdown(line));
    return lines.join(u"  \n"_s); // a line end of Markdown
}

QString item(const QStringList &parts, const QString &text)
{
    QStringList said = parts;
    said.removeAll(QString());
    QString line = u"- "_s + escapedMarkdown(said.join(u" · "_s));
    if (!text.trimmed().isEmpty())
        line += escapedMarkdown(u" : "_s) + escapedMarkdown(text.simplified().left(longest));
    return line;
}

} // namespace

BesidePane::BesidePane(ApprovalsController &book, const ReferenceData &town, QWidget *parent)
    : QWidget(parent), m_book(book), m_town(town), m_text(new RichTextView)
{
    m_text->setAccessibleName(tr("Request and history"));
    m_text->setFrameShape(QFrame::NoFrame);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::gap, 0, 0, 0);
    column->addWidget(m_text);
    connect(&m_book, &ApprovalsController::caseChanged, this, &BesidePane::refresh);
    refresh();
}

QString BesidePane::moment(Instant at) const
{
    return momentText(at, m_town.calendar().zone(), m_book.today());
}

void BesidePane::refresh()
{
    const auto &shown = m_book.shownCase();
    m_text->setVisible(shown.has_value());
    if (!shown)
        return;
    QStringList parts{requestText(*shown), circuitText(*shown), decisionsText(*shown), exchangesText(*shown)};
    parts.removeAll(QString());
    const QString whole = parts.join(u"\n\n"_s);
    if (std::exchange(m_shown, whole) == whole)
        return; // the agent reads on where they are
    m_text->show(whole);
    m_text->verticalScrollBar()->setValue(0);
}

QString BesidePane::requestText(const ApprovalCase &of) const
{
    const Recipient r = recipientFrom(of.reply().recipients.at(m_book.recipient()));
    const Request request = of.requests.contains(r.request) ? of.requests.value(r.request) : of.request();
    QString text = u"**"_s + escapedMarkdown(requestTitle(request.number, request.subject)) + u"**\n\n"_s;
    QStringList facts{m_town.cardTitle(request.card), m_town.unitName(request.service), request.address};
    if (request.receivedAt.isSet())
        facts.append(tr("received %1").arg(moment(request.receivedAt)));
    if (request.dueOn.isValid())
        facts.append(tr("promised for %1 (%2)")
                         .arg(shortDay(request.dueOn),
                              humanDelay(delayOf(true, false, request.dueOn, m_book.today(), m_town.calendar()))));
    facts.append(tr("followed by %1").arg(m_town.userName(request.assignee)));
    if (request.assignee.isNull())
        facts.removeLast();
    facts.removeAll(QString());
    text += escapedMarkdown(facts.join(u" · "_s)) + u"\n\n"_s;
    const auto citizen = of.citizens.constFind(request.citizen);
    if (citizen != of.citizens.constEnd()) {
        QStringList who{displayName(*citizen), spokenPhone(citizen->phone), citizen->email};
        who.removeAll(QString());
        text += escapedMarkdown(who.join(u" · "_s)) + u"\n\n"_s;
    }
    if (!request.text.trimmed().isEmpty())
        text += u"> "_s + quoted(request.text).replace(u"\n"_s, u"\n> "_s);
    return text;
}

QString BesidePane::circuitText(const ApprovalCase &of) const
{
    const Reply &reply = of.reply();
    if (reply.circuit.isEmpty())
        return {};
    QStringList lines{u"**"_s + escapedMarkdown(tr("Circuit")) + u"**\n"_s};
    for (int step = 0; step < reply.circuit.size(); ++step) {
        const QJsonArray parts = partsOf(reply.circuit.at(step));
        for (int part = 0; part < parts.size(); ++part) {
            const QString title = reply.circuit.at(step)["title"_L1].toString();
            ApprovalItem one = of.item;
            one.open = {{step, part, parts.at(part).toObject()}};
            const QString who = waitsOn(one, m_town);
            const auto given = approvalOf(reply, step, part);
            const bool isOpen = std::any_of(of.item.open.begin(), of.item.open.end(),
                                            [&](const OpenPart &p) { return p.step == step && p.part == part; });
            const QString sign = given ? u"✓ "_s : isOpen ? u"▸ "_s : QString();
            QStringList said{sign + title, given ? m_town.userName(given->by) : who};
            if (given)
                said.append(moment(given->at));
            else if (isOpen)
                said.append(tr("waits since %1").arg(moment(waitingSince(reply, {step, part, {}}))));
            lines.append(item(said, {}));
        }
    }
    return lines.join(u'\n');
}

QString BesidePane::decisionsText(const ApprovalCase &of) const
{
    QStringList lines;
    const QList<ReplyDecision> decisions = decisionsOf(of.reply());
    for (auto d = decisions.rbegin(); d != decisions.rend(); ++d) {
        QString what = word(d->act);
        if (d->act == ReplyAct::Approved && !d->was.isEmpty())
            what = tr("approved with changes");
        if (d->act == ReplyAct::Approved && d->seal != of.reply().seal)
            what = tr("%1 (of another text: the seal is broken)").arg(what);
        if (d->act == ReplyAct::TakenBack && d->step < 0)
            what = tr("took the withdrawal back");
        QStringList said{moment(d->at), m_town.userName(d->by), what};
        if (!d->onBehalf.isNull())
            said.append(tr("on behalf of %1").arg(m_town.userName(d->onBehalf)));
        lines.append(item(said, d->text));
    }
    if (lines.isEmpty())
        return {};
    return u"**"_s + escapedMarkdown(tr("What was decided")) + u"**\n\n"_s + lines.join(u'\n');
}

QString BesidePane::exchangesText(const ApprovalCase &of) const
{
    QList<std::pair<Instant, QString>> all;
    for (const Contact &c : of.contacts)
        all.append(
            {c.at, item({moment(c.at), word(c.channel), c.outgoing ? tr("to the citizen") : tr("from the citizen")}, c.text)});
    for (const Note &n : of.notes) {
        if (!n.redacted)
            all.append({n.at, item({moment(n.at), tr("note of %1").arg(m_town.userName(n.author))}, n.text)});
    }
    if (all.isEmpty())
        return {};
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.first.ms > b.first.ms; });
    QStringList lines;
    for (const auto &[at, text] : std::as_const(all))
        lines.append(text);
    return u"**"_s + escapedMarkdown(tr("Exchanges and notes")) + u"**\n\n"_s + lines.join(u'\n');
}

} // namespace parvis
