#include "channels/noticemail.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QLocale>
#include <QtCore/QSet>
#include <QtCore/QStringList>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

using Values = QMap<QString, QString>;

QJsonObject loadedWords()
{
    QFile file(u":/channels/words/notices.fr.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the words of notices are not in the program");
    return QJsonDocument::fromJson(file.readAll()).object();
}

//! "line/assigned" with its {values}.
QString worded(const QString &path, const Values &values)
{
    static const QJsonObject words = loadedWords();
    QJsonValue value = words;
    const QStringList steps = path.split(u'/');
    for (const QString &step : steps)
        value = value[step];
    QString text;
    const QString form = value.toString();
    for (qsizetype at = 0; at < form.size();) { // once over, so that what a name says is no form
        const qsizetype open = form.indexOf(u'{', at), close = open < 0 ? -1 : form.indexOf(u'}', open);
        if (close < 0)
            return text + form.mid(at);
        text += form.mid(at, open - at) + values.value(form.mid(open + 1, close - open - 1));
        at = close + 1;
    }
    return text;
}

QString dayText(const QDate &day)
{
    if (!day.isValid())
        return {};
    const QLocale french(QLocale::French, QLocale::France);
    return french.toString(day, day.day() == 1 ? u"dddd '1er' MMMM yyyy"_s : u"dddd d MMMM yyyy"_s);
}

Values valuesOf(const MailLine &line)
{
    const QString matter = line.matter.isEmpty() ? line.number : u"%1 (%2)"_s.arg(line.number, line.matter);
    return {{u"number"_s, line.number},
            {u"case"_s, matter},
            {u"service"_s, line.service},
            {u"due"_s, dayText(line.dueOn)},
            {u"by"_s, line.by}};
}

QString paragraph(const MailLine &line)
{
    const Values values = valuesOf(line);
    const bool isBySomebody =
        !line.by.isEmpty() && (line.row.kind == NoticeKind::Assigned || line.row.kind == NoticeKind::Mentioned);
    const QString form = u"line/"_s + token(line.row.kind) + (isBySomebody ? u"_by"_s : QString());
    QStringList lines{worded(form, values)};
    const bool saysDue = line.row.kind == NoticeKind::Reminded || line.row.kind == NoticeKind::Escalated;
    if (!line.service.isEmpty())
        lines.append(u"    "_s + worded(u"line/service"_s, values));
    if (line.dueOn.isValid() && !saysDue)
        lines.append(u"    "_s + worded(u"line/due"_s, values));
    return lines.join(u'\n');
}

} // namespace

MailMessage noticeMail(const DueMail &mail, const MailAddress &from, const QString &town, Instant now)
{
    const QString name = mail.name.simplified();
    QSet<Id> requests;
    QStringList paragraphs{worded(name.isEmpty() ? u"greeting_nobody"_s : u"greeting"_s, {{u"name"_s, name}})};
    for (const MailLine &line : mail.lines) {
        requests.insert(line.row.request);
        paragraphs.append(paragraph(line));
    }
    const bool isOne = requests.size() == 1;
    paragraphs.append(worded(isOne ? u"open"_s : u"open_many"_s, {}));
    paragraphs.append(worded(u"choose"_s, {}) + u'\n' + worded(u"no_reply"_s, {}));
    paragraphs.append(worded(u"signature"_s, {{u"town"_s, town}}));

    MailMessage message;
    message.from = from;
    message.to = {{name, mail.address}};
    message.subject = isOne ? worded(u"subject/"_s + token(mail.lines.last().row.kind), valuesOf(mail.lines.last()))
                            : worded(u"subject/many"_s, {{u"count"_s, QString::number(requests.size())}});
    message.text = paragraphs.join(u"\n\n"_s) + u'\n';
    message.messageId = idText(mail.id) + u'@' + from.address.section(u'@', -1);
    message.date = now;
    message.headers = {{"Auto-Submitted", u"auto-generated"_s}};
    return message;
}

} // namespace parvis
