#pragma once

#include "base/result.h"
#include "ui_shell/preferencespage.h"

#include <QtCore/QUrl>

namespace parvis {

//! What the command line asked for.
struct Options
{
    QString profile;              //!< folder of settings, keys and databases
    QUrl server;                  //!< empty: the last one
    QString login;                //!< empty: the last one
    QString password;             //!< from a file or PARVIS_PASSWORD; empty: asked in the window
    QString fingerprint;          //!< of a server to accept without asking, SHA-256; "loopback": any on this machine
    QString addresses;            //!< address file of the town; need not exist
    bool hasOwnAddresses = false; //!< it was named: that of the hub is not used
    QString screenshots;          //!< folder; empty: none
    QString probe;                //!< workspace to open and measure; empty: none
    std::optional<Language> language;
    bool isHeadless = false;
    bool isDemo = false; //!< the town is the invented one
};

//! Reads the command line. Prints help or version and ends the program where these are asked for. InvalidInput with a sentence as
//! detail otherwise.
Result<Options> readOptions(const QStringList &arguments);

//! True if the arguments ask for a run without windows; asked before the application object exists.
bool wantsHeadless(int argc, char *const argv[]);

} // namespace parvis
