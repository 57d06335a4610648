#include "commandline.h"

#include "text.h"

using namespace Qt::StringLiterals;

namespace parvis {

CommandLine::CommandLine(const QString &syntax, const QString &description, Folder folder)
    : m_syntax(syntax), m_needsFolder(folder == Folder::Needed)
{
    m_parser.setApplicationDescription(
        description + u"\n\n"_s +
        Text::tr("It ends with 0 if all was done, 1 if it was refused or failed, 2 if it was called wrongly."));
    m_parser.addOption({{u"h"_s, u"help"_s}, Text::tr("Shows this help.")});
    if (m_needsFolder)
        option(u"data"_s, u"DIR"_s, Text::tr("The hub's folder."));
}

void CommandLine::option(const QString &name, const QString &value, const QString &description, const QString &standard)
{
    m_parser.addOption({name, description, value, standard});
}

void CommandLine::flag(const QString &name, const QString &description)
{
    m_parser.addOption({name, description});
}

std::optional<ExitCode> CommandLine::read(const QStringList &words, qsizetype positional)
{
    const bool isUnderstood = m_parser.parse(QStringList(u"parvis-server"_s) + words);
    if (m_parser.isSet(u"help"_s)) {
        QString help = m_parser.helpText().trimmed();
        help.remove(0, help.indexOf(u'\n') + 1); // Qt's usage line does not know of commands
        say(Text::tr("Usage: parvis-server %1").arg(m_syntax) + u'\n' + help);
        return Done;
    }
    if (!isUnderstood)
        return misuse(m_parser.errorText());
    if (m_parser.positionalArguments().size() != positional)
        return misuse(Text::tr("The words do not fit."));
    if (m_needsFolder && value(u"data"_s).isEmpty())
        return misuse(Text::tr("--data DIR is missing."));
    return std::nullopt;
}

ExitCode CommandLine::misuse(const QString &what) const
{
    complain(u"parvis-server: "_s + what);
    complain(Text::tr("Usage: parvis-server %1").arg(m_syntax));
    return Misused;
}

} // namespace parvis
