#pragma once

#include "terminal.h"

#include <QtCore/QCommandLineParser>

namespace parvis {

//! The words after a command's name. Every command has --help, and --data if it needs the hub's folder.
class CommandLine
{
public:
    enum class Folder { Needed, NotNeeded };

    //! \a syntax: "user add LOGIN", as the help shows it.
    CommandLine(const QString &syntax, const QString &description, Folder folder = Folder::Needed);

    void option(const QString &name, const QString &value, const QString &description, const QString &standard = {});
    void flag(const QString &name, const QString &description);

    //! Something if the program is to end with it: the help was wanted, or the words make no sense. \a positional is their
    //! exact number.
    std::optional<ExitCode> read(const QStringList &words, qsizetype positional);

    bool has(const QString &name) const { return m_parser.isSet(name); }
    QString value(const QString &name) const { return m_parser.value(name); }
    QStringList values(const QString &name) const { return m_parser.values(name); }
    QString positional(qsizetype index) const { return m_parser.positionalArguments().value(index); }

    ExitCode misuse(const QString &what) const; //!< says what and how to get help

private:
    QString m_syntax;
    bool m_needsFolder;
    QCommandLineParser m_parser;
};

} // namespace parvis
