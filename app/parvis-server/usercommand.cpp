#include "base/text.h"
#include "commandline.h"
#include "commands.h"
#include "csvimport/importtown.h"
#include "domain/notifying.h"
#include "text.h"

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct Secret
{
    QString password;
    bool isMadeUp = false;
};

Result<Secret> obtainPassword()
{
    const auto typed = readNewPassword();
    if (!typed)
        return typed.error();
    return typed->isEmpty() ? Secret{generatedPassword(), true} : Secret{*typed, false};
}

void tell(const QString &login, const Secret &secret)
{
    if (secret.isMadeUp)
        say(Text::tr("Password of %1, shown only now: %2").arg(login, secret.password));
}

ExitCode refuse(const QString &login, const Error &error)
{
    switch (error.code) {
    case ErrorCode::AlreadyExists:
        return fail(Text::tr("There is a user %1 already.").arg(login), Text::tr("Nothing was changed."),
                    Text::tr("Choose another login, or give them a new password with user passwd."));
    case ErrorCode::NotFound:
        return fail(Text::tr("There is no user %1.").arg(login), Text::tr("Nothing was changed."),
                    Text::tr("Check the spelling."));
    case ErrorCode::InvalidInput:
        return fail(inWords(error), Text::tr("Nothing was changed."),
                    Text::tr("A password has at least 15 characters; several words make a good one."));
    default: return fail(inWords(error), Text::tr("Nothing was changed."), Text::tr("Mend this and try again."));
    }
}

ExitCode addCommand(const QStringList &words)
{
    CommandLine line(u"user add LOGIN --data DIR --role ROLE… [--service SERVICE]… [--name NAME] [--email ADDRESS] [--cleared]"_s,
                     Text::tr("Adds an agent. The password comes from the standard input, or is made up and shown once."));
    line.option(u"role"_s, u"ROLE"_s, Text::tr("What they may do: %1. May be repeated.").arg(roleList()));
    line.option(u"service"_s, u"SERVICE"_s, Text::tr("Code or name of a service whose requests they see. May be repeated."));
    line.option(u"name"_s, u"NAME"_s, Text::tr("Their name, as colleagues see it."));
    line.option(u"email"_s, u"ADDRESS"_s, Text::tr("Where the hub writes to them."));
    line.flag(u"cleared"_s, Text::tr("They see the confidential requests of their services too."));
    if (const auto end = line.read(words, 1))
        return *end;

    User user;
    user.login = line.positional(0);
    user.name = line.has(u"name"_s) ? line.value(u"name"_s) : user.login;
    user.cleared = line.has(u"cleared"_s);
    user.email = line.value(u"email"_s);
    if (!user.email.isEmpty() && !isMailAddress(user.email))
        return line.misuse(Text::tr("%1 is no e-mail address.").arg(user.email));
    for (const QString &role : line.values(u"role"_s)) {
        if (!fromToken<Role>(role))
            return line.misuse(Text::tr("%1 is no role. There are: %2.").arg(role, roleList()));
        user.roles.insert(role);
    }
    if (user.roles.empty())
        return line.misuse(Text::tr("--role ROLE is missing. There are: %1.").arg(roleList()));

    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    for (const QString &service : line.values(u"service"_s)) {
        const auto unit = findUnit(hub->store(), service);
        if (!unit)
            return refuse(user.login, unit.error());
        if (!*unit)
            return fail(Text::tr("There is no service %1.").arg(service), Text::tr("Nothing was changed."),
                        Text::tr("Give its code or its whole name."));
        user.services.insert((*unit)->id);
    }
    return addUser(hub->hub(), user);
}

ExitCode passwordCommand(const QStringList &words)
{
    CommandLine line(
        u"user passwd LOGIN --data DIR"_s,
        Text::tr("Gives an agent a new password and ends their sessions. It comes from the standard input, or is made "
                 "up and shown once."));
    if (const auto end = line.read(words, 1))
        return *end;
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const QString login = line.positional(0);
    const auto secret = obtainPassword();
    if (!secret)
        return refuse(login, secret.error());
    if (const Status set = hub->hub().setPassword(login, secret->password); !set)
        return refuse(login, set.error());
    say(Text::tr("The password of %1 is changed.").arg(login));
    tell(login, *secret);
    return Done;
}

ExitCode disabledCommand(const QStringList &words, bool disabled)
{
    CommandLine line(disabled ? u"user disable LOGIN --data DIR"_s : u"user enable LOGIN --data DIR"_s,
                     disabled ? Text::tr("Keeps an agent out from their next call on. What they did stays.")
                              : Text::tr("Lets a disabled agent in again."));
    if (const auto end = line.read(words, 1))
        return *end;
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const QString login = line.positional(0);
    if (const Status set = hub->hub().setDisabled(login, disabled); !set)
        return refuse(login, set.error());
    say(disabled ? Text::tr("%1 can no longer sign in.").arg(login) : Text::tr("%1 can sign in again.").arg(login));
    return Done;
}

ExitCode patchUser(OpenHub &open, const User &user, const QJsonObject &set, const QString &done)
{
    const auto patched = open.hub().intake({{Verb::Patch, Kind::User, user.id, set, open.clock().now(), {}}});
    if (!patched)
        return refuse(user.login, patched.error());
    say(done);
    return Done;
}

ExitCode deputyCommand(const QStringList &words)
{
    CommandLine line(u"user deputy LOGIN --for OTHER --data DIR [--remove]"_s,
                     Text::tr("Lets an agent validate procedure cards for another while that one is absent."));
    line.option(u"for"_s, u"OTHER"_s, Text::tr("The login of whom they stand for."));
    line.flag(u"remove"_s, Text::tr("They stand for them no longer."));
    if (const auto end = line.read(words, 1))
        return *end;
    if (!line.has(u"for"_s))
        return line.misuse(Text::tr("--for OTHER is missing."));
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const auto deputy = hub->hub().user(line.positional(0));
    if (!deputy)
        return refuse(line.positional(0), deputy.error());
    const auto other = hub->hub().user(line.value(u"for"_s));
    if (!other)
        return refuse(line.value(u"for"_s), other.error());
    if (deputy->id == other->id)
        return fail(Text::tr("Nobody stands for themselves."), Text::tr("Nothing was changed."), Text::tr("Name another agent."));
    const bool isEnd = line.has(u"remove"_s);
    const QJsonObject change{{isEnd ? u"remove"_s : u"add"_s, QJsonArray{idText(other->id)}}};
    return patchUser(*hub, *deputy, {{u"stands_for"_s, change}},
                     isEnd ? Text::tr("%1 no longer stands for %2.").arg(deputy->login, other->login)
                           : Text::tr("%1 stands for %2 while they are absent.").arg(deputy->login, other->login));
}

ExitCode absentCommand(const QStringList &words)
{
    CommandLine line(u"user absent LOGIN on|off --data DIR"_s,
                     Text::tr("Says that an agent is absent, so that their deputies validate for them, or back."));
    if (const auto end = line.read(words, 2))
        return *end;
    const QString state = line.positional(1);
    if (state != u"on"_s && state != u"off"_s)
        return line.misuse(Text::tr("Write on or off."));
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const auto user = hub->hub().user(line.positional(0));
    if (!user)
        return refuse(line.positional(0), user.error());
    const bool isAbsent = state == u"on"_s;
    return patchUser(*hub, *user, {{u"absent"_s, isAbsent}},
                     isAbsent ? Text::tr("%1 is absent.").arg(user->login) : Text::tr("%1 is back.").arg(user->login));
}

} // namespace

QString roleList()
{
    QStringList words;
    for (const QLatin1StringView word : Tokens<Role>::words)
        words.append(word);
    return words.join(u", "_s);
}

Result<std::optional<Unit>> findUnit(HubStore &store, const QString &wanted)
{
    std::optional<Unit> found;
    const QString word = folded(wanted);
    const Status read = store.read([&](HubReader &reader) {
        return eachRecord(reader, Kind::Unit, [&](const EntityRow &row) {
            const auto unit = fromDocument<Unit>(row.id, parsedDocument(row));
            const bool isCode = folded(unit.code) == word;
            if (isCode || (!found && (folded(unit.name) == word || folded(unit.shortName) == word)))
                found = unit;
            return !isCode;
        });
    });
    if (!read)
        return read.error();
    return found;
}

ExitCode addUser(Hub &hub, const User &user)
{
    const auto secret = obtainPassword();
    if (!secret)
        return refuse(user.login, secret.error());
    if (const auto added = hub.addUser(user, secret->password); !added)
        return refuse(user.login, added.error());
    say(Text::tr("The user %1 is added.").arg(user.login));
    tell(user.login, *secret);
    return Done;
}

ExitCode userCommand(const QStringList &words)
{
    const QString what = words.value(0);
    const QStringList rest = words.mid(1);
    if (what == u"add"_s)
        return addCommand(rest);
    if (what == u"passwd"_s)
        return passwordCommand(rest);
    if (what == u"disable"_s || what == u"enable"_s)
        return disabledCommand(rest, what == u"disable"_s);
    if (what == u"deputy"_s)
        return deputyCommand(rest);
    if (what == u"absent"_s)
        return absentCommand(rest);
    const QString usage = Text::tr("Usage: parvis-server user add|passwd|disable|enable|deputy|absent LOGIN --data DIR …");
    if (what == u"--help"_s || what == u"-h"_s) {
        say(usage);
        return Done;
    }
    complain(usage);
    return Misused;
}

} // namespace parvis
