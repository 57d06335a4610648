#include "ui_mail/mailwords.h"

#include "domain/phone.h"
#include "ui_common/dispatchwords.h"
#include "ui_common/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct MailWords
{
    Q_DECLARE_TR_FUNCTIONS(MailWords)
};

QString number(const DispatchRow &row)
{
    return row.dispatch.chrono.isEmpty() ? row.number : row.dispatch.chrono;
}

} // namespace

QStringList columnWords()
{
    return {//: number of a letter out in the register
            MailWords::tr("Number"), MailWords::tr("To"), MailWords::tr("Subject"), MailWords::tr("Channel"),
            MailWords::tr("Queued"),
            //: how far a letter or e-mail has come
            MailWords::tr("State")};
}

QString cellText(const DispatchRow &row, MailListModel::Column column, const ReferenceData &town, const QDate &today)
{
    const Dispatch &d = row.dispatch;
    switch (column) {
    case MailListModel::Chrono: return number(row);
    case MailListModel::Addressee: return d.name.isEmpty() ? d.to : d.name;
    case MailListModel::Subject: return d.subject.isEmpty() ? d.text.section(u'\n', 0, 0) : d.subject;
    case MailListModel::ChannelColumn: return word(d.channel);
    case MailListModel::Day: return momentText(d.queuedAt, town.calendar().zone(), today);
    case MailListModel::State: return word(d.state, d.channel);
    case MailListModel::ColumnCount: break;
    }
    return {};
}

QString tabWord(MailView view)
{
    switch (view) {
    //: of outgoing mail
    case MailView::Register: return MailWords::tr("Register");
    //: letters
    case MailView::ToPrint: return MailWords::tr("To print");
    //: letters on paper, to be posted
    case MailView::Printed: return MailWords::tr("To post");
    //: citizens who are to be called
    case MailView::ToCall: return MailWords::tr("To call");
    //: replies that citizens fetch
    case MailView::Counter: return MailWords::tr("At the counter");
    //: mail that did not arrive
    case MailView::Trouble: return MailWords::tr("Trouble");
    }
    return {};
}

QString registerWord(const QString &chrono)
{
    QStringList parts = chrono.split(u'-', Qt::SkipEmptyParts);
    parts.removeOne(u"D"_s);
    return parts.join(u' ');
}

QString sentence(const SavedMail &act)
{
    const int n = int(act.dispatches.size());
    const QString one = act.name;
    QString said;
    switch (act.act) {
    case MailAct::Print: said = MailWords::tr("%n letter(s) printed and kept with their requests.", nullptr, n); break;
    case MailAct::Post: said = MailWords::tr("%n letter(s) posted.", nullptr, n); break;
    //: %1: a citizen
    case MailAct::Say: said = MailWords::tr("Told %1 on the telephone.").arg(one); break;
    //: %1: a citizen
    case MailAct::NoAnswer: said = MailWords::tr("Nobody answered at %1's: the try is recorded.").arg(one); break;
    case MailAct::HandOver: said = MailWords::tr("%n reply(ies) handed over.", nullptr, n); break;
    case MailAct::QueueAgain: said = MailWords::tr("%n queued again.", nullptr, n); break;
    case MailAct::Receive: said = MailWords::tr("%n recorded as received.", nullptr, n); break;
    case MailAct::ComeBack: said = MailWords::tr("%n letter(s) came back.", nullptr, n); break;
    }
    if (act.refused > 0)
        said += u' ' + MailWords::tr("%n could not be taken: somebody else was quicker.", nullptr, act.refused);
    return n > 0 ? said : MailWords::tr("Nothing was done: somebody else was quicker.");
}

QString undoWord(const SavedMail &act)
{
    const int n = int(act.dispatches.size());
    switch (act.act) {
    case MailAct::Print: return MailWords::tr("%n printed letter(s)", nullptr, n);
    case MailAct::Post: return MailWords::tr("%n posted letter(s)", nullptr, n);
    case MailAct::Say:
    case MailAct::NoAnswer:
        //: %1: a citizen
        return MailWords::tr("call to %1").arg(act.name);
    case MailAct::HandOver: return MailWords::tr("%n reply(ies) handed over", nullptr, n);
    case MailAct::QueueAgain: return MailWords::tr("%n queued again", nullptr, n);
    case MailAct::Receive: return MailWords::tr("%n recorded as received", nullptr, n);
    case MailAct::ComeBack: return MailWords::tr("%n letter(s) that came back", nullptr, n);
    }
    return {};
}

QString historyLine(DispatchState state, ReplyChannel channel, const QString &who, Instant at, const QTimeZone &zone,
                    const QDate &today)
{
    const QString said = word(state, channel);
    const QString whole = said.left(1).toUpper() + said.mid(1);
    //: %1: "Posted"; %2: "yesterday 12:41"; %3: an agent
    return who.isEmpty() ? MailWords::tr("%1, %2").arg(whole, momentText(at, zone, today))
                         : MailWords::tr("%1, %2, %3").arg(whole, momentText(at, zone, today), who);
}

QString queuedLine(Instant at, const QTimeZone &zone, const QDate &today)
{
    return MailWords::tr("Queued, %1").arg(momentText(at, zone, today));
}

QString approvedLine(const QString &who, Instant at, const QTimeZone &zone, const QDate &today)
{
    return MailWords::tr("Approved, %1, %2").arg(momentText(at, zone, today), who);
}

QStringList exportHeaders()
{
    return {MailWords::tr("Number"),        MailWords::tr("Queued"),  MailWords::tr("Request"),
            MailWords::tr("Kind"),          MailWords::tr("Channel"), MailWords::tr("To"),
            MailWords::tr("Address"),       MailWords::tr("Subject"), MailWords::tr("State"),
            MailWords::tr("State changed"), MailWords::tr("By"),      MailWords::tr("What happened")};
}

QStringList exportCells(const DispatchRow &row, const ReferenceData &town)
{
    const Dispatch &d = row.dispatch;
    const auto moment = [&town](Instant at) {
        return at.isSet()
                   ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.ms, town.calendar().zone()), QLocale::ShortFormat)
                   : QString();
    };
    QStringList lines;
    for (const QJsonValue &line : d.lines)
        lines.append(line.toString());
    const bool isNumber = d.channel == ReplyChannel::Phone || d.channel == ReplyChannel::Sms;
    return {d.chrono,
            moment(d.queuedAt),
            row.number,
            word(d.purpose),
            word(d.channel),
            d.name,
            !lines.isEmpty() ? lines.join(u", "_s)
            : isNumber       ? spokenPhone(d.to)
                             : d.to,
            d.subject,
            word(d.state, d.channel),
            moment(d.changedAt),
            town.userName(d.doneBy),
            troubleText(d)};
}

} // namespace parvis
