#include "commandline.h"
#include "commands.h"
#include "csvimport/cardexchange.h"
#include "csvimport/importtown.h"
#include "domain/cardlife.h"
#include "text.h"

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString nothingChanged()
{
    return Text::tr("Nothing was changed.");
}

QString sentence(const CardReject &reject)
{
    const auto text = [&reject]() -> QString {
        switch (reject.fault) {
        case CardFault::Quotes: return Text::tr("A quoted cell does not end, or goes on after its end.");
        case CardFault::TooLong: return Text::tr("The row is too long; only its beginning is kept.");
        case CardFault::Encoding: return Text::tr("There are bytes that are no UTF-8.");
        case CardFault::Cells: return Text::tr("The row has more or fewer cells than the header.");
        case CardFault::NoObject: return Text::tr("“%2” is no card.");
        case CardFault::NoCode: return Text::tr("The code is missing.");
        case CardFault::Twice: return Text::tr("An earlier card of this file has the code “%2”.");
        case CardFault::NoTitle: return Text::tr("The title is missing.");
        case CardFault::UnknownField: return Text::tr("There is no field %1.");
        case CardFault::NoText: return Text::tr("%1 wants a text.");
        case CardFault::NoNumber: return Text::tr("%1 wants a whole number from 0 to 9999, not “%2”.");
        case CardFault::NoFlag: return Text::tr("%1 wants true or false, not “%2”.");
        case CardFault::NoDate: return Text::tr("%1 wants a date like 2026-12-31, not “%2”.");
        case CardFault::NoLines: return Text::tr("%1 wants a list of lines.");
        case CardFault::NoJson: return Text::tr("%1 wants JSON of the form that the documentation shows.");
        case CardFault::BadForm: return Text::tr("A field of the form has no code or no label, or two have one code.");
        case CardFault::BadStep: return Text::tr("%1 has a step that names neither a role nor a person: “%2”.");
        case CardFault::Dates: return Text::tr("The card ends before it begins.");
        case CardFault::UnknownTheme: return Text::tr("The town has no theme “%2”.");
        case CardFault::UnknownService: return Text::tr("The town has no service “%2” (%1).");
        case CardFault::UnknownDistrict: return Text::tr("The town has no district “%2” (%1).");
        case CardFault::UnknownLogin: return Text::tr("There is no user “%2” (%1).");
        case CardFault::UnknownCard: return Text::tr("There is no card “%2” (%1), or it was rejected too.");
        case CardFault::UnknownWord: return Text::tr("%1 does not know the word “%2”.");
        case CardFault::Superseded: return Text::tr("The card “%2” was published while the import ran. Import it again.");
        }
        return {};
    }();
    QString filled = text;
    return filled.replace(u"%1"_s, reject.field).replace(u"%2"_s, reject.value);
}

//! All units by code, and the logins of their circuits.
struct Organisation
{
    QList<Unit> units;
    QHash<Id, User> users;

    static Result<Organisation> read(HubStore &store)
    {
        Organisation all;
        const Status done = store.read([&all](HubReader &reader) -> Status {
            const Status units = eachRecord(reader, Kind::Unit, [&all](const EntityRow &row) {
                all.units.append(fromDocument<Unit>(row.id, parsedDocument(row)));
                return true;
            });
            if (!units)
                return units;
            return eachRecord(reader, Kind::User, [&all](const EntityRow &row) {
                all.users.insert(row.id, fromDocument<User>(row.id, parsedDocument(row)));
                return true;
            });
        });
        if (!done)
            return done.error();
        std::sort(all.units.begin(), all.units.end(), [](const Unit &a, const Unit &b) { return a.code < b.code; });
        return all;
    }

    std::optional<QJsonObject> document(Kind kind, const Id &id) const
    {
        const auto unit = std::find_if(units.begin(), units.end(), [&id](const Unit &u) { return u.id == id; });
        return kind == Kind::Unit && unit != units.end() ? std::optional(toDocument(*unit)) : std::nullopt;
    }

    //! As circuit set takes it.
    QString words(const QJsonArray &circuit) const
    {
        QStringList steps;
        for (const QJsonValue &step : circuit) {
            const QString role = step["role"_L1].toString();
            const QString login = users.value(idFromText(step["user"_L1].toString()).value_or(Id())).login;
            steps.append(step["title"_L1].toString() + (role.isEmpty() ? u"=user:"_s + login : u"=role:"_s + role));
        }
        return steps.join(u',');
    }
};

struct StepFault
{
    QString what, todo;
};

//! "Title=role:ROLE" or "Title=user:LOGIN"; without a title, the role or the name of the person is it.
std::variant<QJsonObject, StepFault> stepOf(const QString &text, Hub &hub)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    const QString who = text.mid(equals + 1).trimmed();
    const QString title = text.left(std::max<qsizetype>(equals, 0)).trimmed();
    if (who.startsWith("role:"_L1)) {
        const QString role = who.mid(5);
        if (!fromToken<Role>(role))
            return StepFault{Text::tr("%1 is no role.").arg(role), Text::tr("There are: %1.").arg(roleList())};
        return QJsonObject{{u"title"_s, title.isEmpty() ? role : title}, {u"role"_s, role}};
    }
    if (!who.startsWith("user:"_L1))
        return StepFault{Text::tr("“%1” is no step.").arg(text), Text::tr("Write Title=role:ROLE or Title=user:LOGIN.")};
    const QString login = who.mid(5);
    const auto user = hub.user(login);
    if (!user) {
        return user.error().code == ErrorCode::NotFound
                   ? StepFault{Text::tr("There is no user %1.").arg(login), Text::tr("Check the spelling.")}
                   : StepFault{inWords(user.error()), Text::tr("Mend this and try again.")};
    }
    if (user->disabled)
        return StepFault{Text::tr("%1 can't sign in.").arg(login), Text::tr("Name somebody who can, or enable them.")};
    return QJsonObject{{u"title"_s, title.isEmpty() ? user->name : title}, {u"user"_s, idText(user->id)}};
}

//! At the commas, but for those in a title.
QStringList stepWords(const QString &steps)
{
    static const QRegularExpression whole(u"(^|=)\\s*(role|user):[^=]*$"_s);
    QStringList words;
    bool isWhole = true;
    const QStringList parts = steps.split(u',');
    for (const QString &part : parts) {
        if (isWhole)
            words.append(part);
        else
            words.last() += u',' + part;
        isWhole = whole.match(words.last()).hasMatch();
    }
    return words;
}

ExitCode setCircuit(const QString &wanted, const QString &steps, OpenHub &open)
{
    const auto unit = findUnit(open.store(), wanted);
    if (!unit)
        return fail(inWords(unit.error()), nothingChanged(), Text::tr("Mend this and try again."));
    if (!*unit) {
        return fail(Text::tr("There is no body, directorate or service %1.").arg(wanted), nothingChanged(),
                    Text::tr("Give its code or its whole name."));
    }
    QJsonArray circuit;
    const QStringList words = steps == "none"_L1 ? QStringList() : stepWords(steps);
    for (const QString &word : words) {
        const auto step = stepOf(word, open.hub());
        if (const auto *fault = std::get_if<StepFault>(&step))
            return fail(fault->what, nothingChanged(), fault->todo);
        circuit.append(std::get<QJsonObject>(step));
    }
    const QJsonValue value = circuit.isEmpty() ? QJsonValue() : QJsonValue(circuit);
    const auto done =
        open.hub().intake({{Verb::Patch, Kind::Unit, (*unit)->id, {{u"card_circuit"_s, value}}, open.clock().now(), {}}});
    if (!done)
        return fail(inWords(done.error()), nothingChanged(), Text::tr("Mend this and try again."));
    say(circuit.isEmpty() ? Text::tr("The cards of %1 go the way of the unit above it.").arg((*unit)->name)
                          : Text::tr("The cards of %1 go through %n step(s).", nullptr, int(circuit.size())).arg((*unit)->name));
    return Done;
}

ExitCode showCircuits(HubStore &store)
{
    const auto all = Organisation::read(store);
    if (!all)
        return fail(inWords(all.error()), nothingChanged(), Text::tr("Mend this and try again."));
    const Lookup lookup = [&all](Kind kind, const Id &id) { return all->document(kind, id); };
    for (const Unit &unit : all->units) {
        const QString code = unit.code.isEmpty() ? unit.name : unit.code;
        const QString words = all->words(circuitFor(unit.id, lookup));
        if (!unit.cardCircuit.isEmpty())
            say(u"%1: %2"_s.arg(code, words));
        else if (!words.isEmpty())
            say(Text::tr("%1, from above: %2").arg(code, words));
        else
            say(Text::tr("%1: nobody validates its cards").arg(code));
    }
    return Done;
}

} // namespace

ExitCode importCards(const CardFiles &files, OpenHub &open)
{
    const auto report = [&] {
        Progress progress(Text::tr("Cards"));
        return importCards(files, open.store(), open.hub(), sentence, [&progress](qint64 done, qint64 total) {
            progress.update(done, total);
            return !isStopWanted();
        });
    }();
    if (!report)
        return explainImport(report.error(), files.cards);
    const QLocale locale;
    say(Text::tr("Cards: %1. New: %2. Revised: %3. Archived or taken out: %4. Unchanged: %5. Rejected: %6.")
            .arg(locale.toString(report->rows), locale.toString(report->created), locale.toString(report->revised),
                 locale.toString(report->archived), locale.toString(report->known), locale.toString(report->rejected)));
    if (report->rejected == 0)
        return Done;
    say(Text::tr("The rejected rows are in %1. Correct them there and import that file.").arg(files.rejectsPath()));
    return Failed;
}

ExitCode exportCommand(const QStringList &words)
{
    CommandLine line(u"export cards FILE.json|FILE.csv --data DIR"_s,
                     Text::tr("Writes all procedure cards to a file that import cards takes, as packaging/mappings/README.md "
                              "explains."));
    if (const auto end = line.read(words, 2))
        return *end;
    if (line.positional(0) != u"cards"_s)
        return line.misuse(Text::tr("Only cards can be exported."));
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    const auto count = exportCards(line.positional(1), hub->store());
    if (!count) {
        if (count.error().code == ErrorCode::InvalidInput)
            return line.misuse(Text::tr("The name of the file must end with .json or .csv."));
        return fail(inWords(count.error()), nothingChanged(), Text::tr("Mend this and call it again."));
    }
    say(Text::tr("Cards in %1: %2.").arg(line.positional(1), QLocale().toString(*count)));
    return Done;
}

ExitCode circuitCommand(const QStringList &words)
{
    const bool isShown = words.contains(u"show"_s);
    CommandLine line(
        isShown ? u"circuit show --data DIR"_s : u"circuit set UNIT STEP,STEP…|none --data DIR"_s,
        isShown ? Text::tr("Shows who validates the procedure cards of each body, directorate and service.")
                : Text::tr("Says who validates the procedure cards of a body, directorate or service, in this order. A step is "
                           "Title=role:ROLE (anybody with the role in the card's service) or Title=user:LOGIN. Units without "
                           "steps of their own have those of the unit above; none takes them away."));
    if (const auto end = line.read(words, isShown ? 1 : 3))
        return *end;
    if (line.positional(0) != (isShown ? u"show"_s : u"set"_s))
        return line.misuse(Text::tr("A circuit can be shown or set."));
    const auto hub = openOrExplain(line.value(u"data"_s));
    if (!hub)
        return Failed;
    return isShown ? showCircuits(hub->store()) : setCircuit(line.positional(1), line.positional(2), *hub);
}

} // namespace parvis
