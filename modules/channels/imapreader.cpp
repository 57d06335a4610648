#include "channels/imapreader.h"

#include "channels/imapsession.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr qsizetype mostUnread = 50'000;

QByteArray mailboxName(const QUrl &url)
{
    const QString name = url.path().mid(1);
    return name.isEmpty() ? QByteArray("INBOX") : name.toLatin1();
}

std::optional<quint32> number(const QByteArray &text)
{
    bool isNumber = false;
    const quint32 n = text.toUInt(&isNumber);
    return isNumber && n > 0 ? std::optional(n) : std::nullopt;
}

QByteArray captured(const QRegularExpression &form, const QByteArray &line)
{
    return form.match(QString::fromLatin1(line)).captured(1).toLatin1();
}

//! The mailbox is open for marking; the validity of its numbers.
Result<quint32> select(ImapSession &session, const QByteArray &mailbox)
{
    static const QRegularExpression validity(u"\\A\\* OK \\[UIDVALIDITY (\\d+)\\]"_s, QRegularExpression::CaseInsensitiveOption);
    const auto answers = session.ask("SELECT \"" + mailbox + '"');
    if (!answers)
        return answers.error().code == ErrorCode::Forbidden ? Error{ErrorCode::NotFound, answers.error().detail}
                                                            : answers.error();
    if (answers->last().line.toUpper().contains("[READ-ONLY]"))
        return Error{ErrorCode::Forbidden, u"IMAP: READ-ONLY"_s};
    for (const ImapAnswer &answer : *answers) {
        if (const auto n = number(captured(validity, answer.line)))
            return *n;
    }
    return Error{ErrorCode::Network, u"IMAP: no UIDVALIDITY"_s};
}

Result<QList<quint32>> unread(ImapSession &session)
{
    const auto answers = session.ask("UID SEARCH UNSEEN UNDELETED");
    if (!answers)
        return answers.error();
    QList<quint32> uids;
    for (const ImapAnswer &answer : *answers) {
        if (!answer.line.toUpper().startsWith("* SEARCH"))
            continue;
        const QList<QByteArray> words = answer.line.mid(qsizetype(sizeof "* SEARCH") - 1).split(' ');
        for (const QByteArray &word : words) {
            if (const auto uid = number(word))
                uids.append(*uid);
        }
    }
    std::sort(uids.begin(), uids.end());
    uids.erase(std::unique(uids.begin(), uids.end()), uids.end());
    if (uids.size() > mostUnread)
        uids.resize(mostUnread);
    return uids;
}

//! Nothing: the mail is gone meanwhile.
Result<std::optional<QByteArray>> fetch(ImapSession &session, quint32 uid, qsizetype mostBytes)
{
    static const QRegularExpression uidForm(u"[( ]UID (\\d+)[ )]"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression quoted(u"BODY\\[\\](?:<0>)? \"((?:[^\"\\\\]|\\\\.)*)\""_s,
                                           QRegularExpression::CaseInsensitiveOption);
    const auto answers =
        session.ask("UID FETCH " + QByteArray::number(uid) + " (UID BODY.PEEK[]<0." + QByteArray::number(mostBytes) + ">)");
    if (!answers)
        return answers.error();
    for (const ImapAnswer &answer : *answers) {
        if (number(captured(uidForm, answer.line)) != uid || !answer.line.toUpper().contains("BODY[]"))
            continue;
        if (answer.literals.size() == 1)
            return std::optional(answer.literals.first());
        if (answer.literals.isEmpty()) // a short text may stand in quotes
            return std::optional(captured(quoted, answer.line).replace("\\\"", "\"").replace("\\\\", "\\"));
    }
    return std::optional<QByteArray>();
}

} // namespace

Status ImapReader::check(const ImapOptions &options)
{
    // As the standard's mailbox names; other letters would have to be written in its own UTF-7.
    static const QRegularExpression mailbox(u"\\A/?[A-Za-z0-9_./ -]*\\z"_s);
    static const QRegularExpression oneLine(u"\\A[^\\x00-\\x1f\\x7f]+\\z"_s);
    const auto fault = [](const QString &what) { return Error{ErrorCode::InvalidInput, what}; };
    const QUrl &url = options.mailbox;
    const bool isScheme = url.scheme() == "imap"_L1 || url.scheme() == "imaps"_L1;
    if (!url.isValid() || !isScheme || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment() ||
        !mailbox.match(url.path()).hasMatch())
        return fault(u"url"_s);
    if (!oneLine.match(options.user).hasMatch() || !oneLine.match(options.password).hasMatch())
        return fault(u"user"_s);
    return success();
}

Result<MailboxRound> ImapReader::read(const Handler &handle, const std::function<bool()> &goesOn)
{
    if (const Status checked = check(m_options); !checked)
        return checked.error();
    const QUrl &url = m_options.mailbox;
    ImapSession session({url.toEncoded(QUrl::RemovePath), "imap,imaps", m_options.caFile, m_options.connectMs, m_options.wholeMs},
                        m_options.mostBytes, goesOn);
    const bool isOpen = url.scheme() == "imap"_L1 && isThisMachine(url.host());
    if (const Status opened = session.open(m_options.user, m_options.password, isOpen); !opened)
        return opened.error();
    const auto validity = select(session, mailboxName(url));
    if (!validity)
        return validity.error();
    if (*validity != std::exchange(m_validity, *validity)) { // the numbers now stand for other mails
        m_handled.clear();
        m_notOurs.clear();
    }
    const auto uids = unread(session);
    if (!uids)
        return uids.error();
    const QSet<quint32> known(uids->begin(), uids->end());
    m_handled.intersect(known);
    m_notOurs.intersect(known);

    MailboxRound round;
    for (const quint32 uid : *uids) {
        if (m_notOurs.contains(uid))
            continue;
        if (goesOn && !goesOn())
            return Error{ErrorCode::Aborted, {}};
        if (!m_handled.contains(uid)) {
            const auto bytes = fetch(session, uid, m_options.mostBytes);
            if (!bytes && bytes.error().code != ErrorCode::Forbidden)
                return bytes.error();
            if (!bytes || !*bytes) {
                round.failed += bytes ? 0 : 1;
                continue;
            }
            const auto verdict = handle({{m_validity, uid}, **bytes});
            if (!verdict) {
                ++round.failed;
                continue;
            }
            if (*verdict == Verdict::NotOurs) {
                m_notOurs.insert(uid);
                ++round.notOurs;
                continue;
            }
            m_handled.insert(uid);
        }
        const auto marked = session.ask("UID STORE " + QByteArray::number(uid) + " +FLAGS.SILENT (\\Seen)");
        if (!marked && marked.error().code != ErrorCode::Forbidden)
            return marked.error();
        ++(marked ? round.handled : round.failed);
    }
    return round;
}

} // namespace parvis
