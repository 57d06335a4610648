#pragma once

#include "csvimport/cardexchange.h"
#include "csvimport/districtimport.h"
#include "hubfolder.h"
#include "terminal.h"

#include <QtCore/QStringList>

// Each takes the words after its name, does the whole, tells what became of it, and answers the exit code.

namespace parvis {

ExitCode initCommand(const QStringList &words);
ExitCode serveCommand(const QStringList &words);
ExitCode userCommand(const QStringList &words);
ExitCode importCommand(const QStringList &words);
ExitCode exportCommand(const QStringList &words);
ExitCode circuitCommand(const QStringList &words);
ExitCode demoCommand(const QStringList &words);
ExitCode backupCommand(const QStringList &words);
ExitCode verifyCommand(const QStringList &words);
ExitCode statusCommand(const QStringList &words);
ExitCode checkMailCommand(const QStringList &words);
ExitCode checkSmsCommand(const QStringList &words);
ExitCode checkBouncesCommand(const QStringList &words);

//! Opens the hub in \a path, or tells why not.
std::unique_ptr<OpenHub> openOrExplain(const QString &path, const HubSettings &settings = {});

//! \a faulty: the file to correct if it made no sense.
ExitCode explainImport(const Error &error, const QString &faulty);
ExitCode importCards(const CardFiles &files, OpenHub &open);
ExitCode importAddresses(const QStringList &files, const HubFolder &folder);
ExitCode importDistricts(const DistrictFiles &files, OpenHub &open);

//! A body, directorate or service by its code, else by its name or short name, as people type them.
Result<std::optional<Unit>> findUnit(HubStore &store, const QString &wanted);

QString roleList(); //!< the words for roles

//! Adds the user with a password that is asked for or made up; a made-up one is told, once.
ExitCode addUser(Hub &hub, const User &user);

//! From now on SIGINT and SIGTERM do not end the program at once: isStopWanted() turns true.
void watchForStop();
bool isStopWanted();

} // namespace parvis
