#include "terminal.h"

#include "text.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtCore/QRandomGenerator>

#include <termios.h>
#include <unistd.h>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

constexpr int barWidth = 30;
constexpr qint64 barEveryMs = 100;
constexpr qint64 lineEveryMs = 10'000;

void write(FILE *to, const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), to);
    std::fflush(to);
}

// Typed characters stay invisible while it lives.
class NoEcho
{
public:
    NoEcho()
    {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    NoEcho(const NoEcho &) = delete;
    NoEcho &operator=(const NoEcho &) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

QString lineOf(QFile &input)
{
    QString line = QString::fromLocal8Bit(input.readLine(4096));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

} // namespace

void say(const QString &text)
{
    write(stdout, text + u'\n');
}

void complain(const QString &text)
{
    write(stderr, text + u'\n');
}

ExitCode fail(const QString &whatHappened, const QString &whatIsSafe, const QString &whatToDo)
{
    complain(u"parvis-server: %1 %2 %3"_s.arg(whatHappened, whatIsSafe, whatToDo));
    return Failed;
}

QString inWords(const Error &error)
{
    const auto sentence = [&error] {
        switch (error.code) {
        case ErrorCode::InvalidInput: return Text::tr("A value was not accepted");
        case ErrorCode::NotFound: return Text::tr("It does not exist");
        case ErrorCode::AlreadyExists: return Text::tr("It exists already");
        case ErrorCode::StorageFull: return Text::tr("The disk is full");
        case ErrorCode::StorageNewer: return Text::tr("The data were written by a newer version of Parvis");
        case ErrorCode::StorageKey: return Text::tr("The file is not a database of this hub");
        case ErrorCode::Storage: return Text::tr("The disk or the database reported an error");
        case ErrorCode::Certificate: return Text::tr("The certificate or its key cannot be used");
        case ErrorCode::Unavailable: return Text::tr("It is not available at the moment");
        default: return Text::tr("It did not succeed");
        }
    }();
    return error.detail.isEmpty() ? sentence + u'.' : u"%1 (%2)."_s.arg(sentence, error.detail);
}

Result<QString> readNewPassword()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return QString();
    if (!isatty(STDIN_FILENO))
        return lineOf(input);
    const NoEcho noEcho;
    write(stderr, Text::tr("New password (empty: one is made up): "));
    const QString first = lineOf(input);
    write(stderr, u"\n"_s);
    if (first.isEmpty())
        return first;
    write(stderr, Text::tr("Again: "));
    const QString second = lineOf(input);
    write(stderr, u"\n"_s);
    if (first != second)
        return Error{ErrorCode::InvalidInput, Text::tr("the two passwords differ")};
    return first;
}

QString generatedPassword()
{
    static constexpr QLatin1StringView alphabet("abcdefghijkmnpqrstuvwxyz23456789");
    static_assert(alphabet.size() == 32);
    QString password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0)
            password += u'-';
        password += alphabet[QRandomGenerator::system()->bounded(32)];
    }
    return password;
}

Progress::Progress(QString what) : m_what(std::move(what)), m_isTerminal(isatty(STDERR_FILENO)) {}

Progress::~Progress()
{
    if (m_isTerminal && m_isShown)
        write(stderr, u"\n"_s);
}

void Progress::update(qint64 done, qint64 total)
{
    const bool isLast = total > 0 && done >= total;
    if (m_last.isValid() && !isLast && m_last.elapsed() < (m_isTerminal ? barEveryMs : lineEveryMs))
        return;
    m_last.start();
    m_isShown = true;
    const QLocale locale;
    const QString count =
        total > 0 ? Text::tr("%1 of %2").arg(locale.toString(done), locale.toString(total)) : locale.toString(done);
    if (!m_isTerminal) {
        complain(u"%1: %2"_s.arg(m_what, count));
    } else if (total > 0) {
        const auto filled = int(done * barWidth / total);
        write(stderr, u"\r%1 [%2%3] %4 "_s.arg(m_what, QString(filled, u'#'), QString(barWidth - filled, u'.'), count));
    } else {
        write(stderr, u"\r%1 %2 "_s.arg(m_what, count));
    }
}

} // namespace parvis
