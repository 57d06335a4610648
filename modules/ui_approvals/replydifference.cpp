#include "ui_approvals/replydifference.h"

#include "domain/textmerge.h"
#include "ui_common/theme.h"
#include "ui_common/words.h"

#include <QtCore/QEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

//! The reply to the same request before; nothing: they were not answered.
Recipient sameBefore(const SeenContent &before, const Recipient &now)
{
    for (const QJsonValue &value : before.recipients) {
        Recipient r = recipientFrom(value);
        if (r.request == now.request)
            return r;
    }
    return {};
}

QString addressOf(const Recipient &r)
{
    if (r.channel == ReplyChannel::None)
        return {};
    QStringList parts{word(r.channel), r.name};
    if (r.channel == ReplyChannel::Letter)
        parts.append(r.lines);
    else
        parts.append(r.to);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString namesOf(const QJsonArray &attachments)
{
    QStringList names;
    const QList<Enclosure> all = enclosuresOf(attachments);
    for (const Enclosure &e : all)
        names.append(e.name);
    return names.join(u", "_s);
}

} // namespace

bool differs(const SeenContent &before, const SeenContent &now)
{
    if (before.recipients.isEmpty())
        return before.subject != now.subject || before.text != now.text || before.attachments != now.attachments;
    return before != now;
}

ReplyDifference::ReplyDifference(QWidget *parent) : QTextBrowser(parent)
{
    setAccessibleName(tr("What the last step changed"));
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setUndoRedoEnabled(false);
    document()->setDocumentMargin(space::group);
    setTextRole(this, TextRole::Body);
}

void ReplyDifference::show(const SeenContent &before, const SeenContent &now, int place)
{
    if (before == m_before && now == m_now && place == m_place)
        return;
    m_before = before;
    m_now = now;
    m_place = place;
    layOut();
}

void ReplyDifference::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        layOut();
}

void ReplyDifference::layOut()
{
    document()->clear();
    document()->setDefaultFont(font());
    QTextCursor cursor(document());
    Recipient now = recipientFrom(m_now.recipients.at(m_place));
    Recipient before = sameBefore(m_before, now);
    if (m_before.recipients.isEmpty()) { // as it was written, with its fields
        before = now;
        before.subject = m_before.subject;
        before.text = m_before.text;
        now.subject = m_now.subject;
        now.text = m_now.text;
    }
    insert(cursor, tr("To"), addressOf(before), addressOf(now), false);
    insert(cursor, tr("Subject"), before.subject, now.subject, true);
    insert(cursor, tr("Attached"), namesOf(m_before.attachments), namesOf(m_now.attachments), false);
    if (!m_before.recipients.isEmpty() && m_before.recipients.size() != m_now.recipients.size())
        insert(cursor, tr("Citizens"), QString::number(m_before.recipients.size()), QString::number(m_now.recipients.size()),
               false);
    insert(cursor, {}, before.text, now.text, true);
    moveCursor(QTextCursor::Start);
}

void ReplyDifference::insert(QTextCursor &cursor, const QString &label, const QString &before, const QString &after,
                             bool always) const
{
    if (before == after && !always)
        return;
    QTextCharFormat plain, strong, gone, come;
    strong.setFontWeight(QFont::DemiBold);
    gone.setFontStrikeOut(true);
    gone.setForeground(toneColor(Tone::Late, palette()));
    gone.setBackground(toneGround(Tone::Late, palette()));
    come.setFontUnderline(true);
    come.setFontWeight(QFont::DemiBold);
    come.setForeground(toneColor(Tone::OnTime, palette()));
    come.setBackground(toneGround(Tone::OnTime, palette()));
    if (cursor.position() > 0)
        cursor.insertBlock();
    if (!label.isEmpty())
        cursor.insertText(label + u'\n', strong);
    const QList<TextPart> parts = textParts(before, after);
    for (const TextPart &part : parts) {
        if (part.in == TextPart::In::Both) {
            cursor.insertText(part.text, plain);
            continue;
        }
        // The blanks at the end are not what changed.
        const QString words = part.text.trimmed();
        const qsizetype from = part.text.indexOf(words);
        const bool isGone = part.in == TextPart::In::Before;
        cursor.insertText(part.text.left(from), plain);
        if (!words.isEmpty())
            cursor.insertText(isGone ? u"["_s + words + u"]"_s : words, isGone ? gone : come);
        const QString blanks = part.text.mid(from + words.size());
        cursor.insertText(isGone && blanks.isEmpty() ? u" "_s : blanks, plain);
    }
    cursor.insertText(u"\n"_s, plain);
}

} // namespace parvis
