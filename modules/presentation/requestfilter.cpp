#include "presentation/requestfilter.h"

#include "base/text.h"
#include "presentation/typeddate.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

struct Token
{
    qsizetype from = 0, length = 0;
    QString key;   //!< before the colon; empty for plain words
    QString value; //!< without quotes
    bool isQuoted = false;
};

QList<Token> tokens(const QString &line)
{
    QList<Token> found;
    Token current;
    bool isInside = false, isOpen = false;
    const auto finish = [&](qsizetype end) {
        if (isInside) {
            current.length = end - current.from;
            found.append(std::exchange(current, {}));
        }
        isInside = false;
    };
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line.at(i);
        if (c.isSpace() && !isOpen) {
            finish(i);
            continue;
        }
        if (!isInside) {
            isInside = true;
            current.from = i;
        }
        const bool isKey = current.key.isEmpty() && !current.isQuoted && !current.value.isEmpty() &&
                           std::all_of(current.value.begin(), current.value.end(), [](QChar k) { return k.isLetter(); });
        if (c == u'"') {
            isOpen = !isOpen;
            current.isQuoted = true;
        } else if (c == u':' && isKey && !isOpen) {
            current.key = std::exchange(current.value, {});
        } else {
            current.value += c;
        }
    }
    finish(line.size());
    return found;
}

QString quoted(const QString &text)
{
    return text.contains(u' ') ? u'"' + text + u'"' : text;
}

//! Every key in both languages; the first French one is the longest used.
const QHash<QString, FilterTerm> &knownKeys()
{
    using T = FilterTerm;
    static const QHash<QString, T> keys{
        {u"n"_s, T::Number},        {u"no"_s, T::Number},       {u"numero"_s, T::Number},     {u"number"_s, T::Number},
        {u"service"_s, T::Service}, {u"agent"_s, T::Assignee},  {u"referent"_s, T::Assignee}, {u"assignee"_s, T::Assignee},
        {u"canal"_s, T::Channel},   {u"channel"_s, T::Channel}, {u"quartier"_s, T::District}, {u"district"_s, T::District},
        {u"statut"_s, T::Status},   {u"status"_s, T::Status},   {u"etat"_s, T::Status},       {u"depuis"_s, T::Since},
        {u"since"_s, T::Since},     {u"from"_s, T::Since},      {u"jusque"_s, T::Until},      {u"jusqu"_s, T::Until},
        {u"until"_s, T::Until},     {u"to"_s, T::Until},        {u"incident"_s, T::Incident}, {u"alerte"_s, T::Incident}};
    return keys;
}

bool isLateWord(const QString &word)
{
    static const QStringList words{u"retard"_s, u"late"_s, u"overdue"_s};
    return words.contains(folded(word));
}

//! The English and French names of values beside those of the agent's language and the tokens.
QStringList channelSynonyms(Channel channel)
{
    switch (channel) {
    case Channel::Phone: return {u"telephone"_s, u"appel"_s, u"call"_s};
    case Channel::WalkIn: return {u"guichet"_s, u"accueil"_s, u"counter"_s};
    case Channel::Letter: return {u"courrier"_s, u"lettre"_s, u"mail"_s};
    case Channel::Email: return {u"courriel"_s, u"e-mail"_s};
    case Channel::Sms: return {u"texto"_s};
    case Channel::Web: return {u"internet"_s, u"formulaire"_s};
    case Channel::DistrictCouncil: return {u"conseil de quartier"_s};
    case Channel::Gusp: return {};
    case Channel::Patrol: return {u"patrouille"_s};
    case Channel::ElectedOfficial: return {u"elu"_s};
    case Channel::Internal: return {u"interne"_s};
    }
    return {};
}

QStringList statusSynonyms(RequestStatus status)
{
    switch (status) {
    case RequestStatus::Received: return {u"recue"_s, u"a qualifier"_s, u"to qualify"_s};
    case RequestStatus::Assigned: return {u"affectee"_s, u"attribuee"_s};
    case RequestStatus::InProgress: return {u"en cours"_s, u"in progress"_s};
    case RequestStatus::Waiting: return {u"en attente"_s};
    case RequestStatus::Answered: return {u"repondue"_s};
    case RequestStatus::Closed: return {u"close"_s, u"cloturee"_s, u"fermee"_s};
    case RequestStatus::Reopened: return {u"rouverte"_s};
    }
    return {};
}

} // namespace

std::optional<FilterTerm> FilterReader::termOf(const QString &key) const
{
    const QString plain = folded(key);
    if (const auto it = knownKeys().constFind(plain); it != knownKeys().constEnd())
        return *it;
    for (std::size_t i = 0; i < filterTerms; ++i) {
        if (folded(m_words.keys[i]) == plain)
            return FilterTerm(i);
    }
    return std::nullopt;
}

QList<FilterReader::Value> FilterReader::valuesOf(FilterTerm term) const
{
    QList<Value> values;
    const auto enumerated = [&values](const QStringList &names, auto tokenAt, auto synonyms, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i)
            values.append({qsizetype(i), names.value(qsizetype(i), tokenAt(i)), {}, QStringList(tokenAt(i)) + synonyms(i)});
    };
    switch (term) {
    case FilterTerm::Service:
        for (qsizetype i = 0; i < m_town.units().size(); ++i) {
            const Unit &unit = m_town.units().at(i);
            if (unit.level != UnitLevel::Service)
                continue;
            const QString name = unit.shortName.isEmpty() ? unit.name : unit.shortName;
            values.append({i, name, name == unit.name ? QString() : unit.name, {unit.name, unit.code}});
        }
        break;
    case FilterTerm::Assignee:
        for (qsizetype i = 0; i < m_town.users().size(); ++i) {
            const User &user = m_town.users().at(i);
            values.append({i, user.name, {}, {user.login}});
        }
        break;
    case FilterTerm::District:
        for (qsizetype i = 0; i < m_town.districts().size(); ++i)
            values.append({i, m_town.districts().at(i).name, {}, {m_town.districts().at(i).code}});
        break;
    case FilterTerm::Channel:
        enumerated(
            m_words.channels, [](std::size_t i) { return QString(Tokens<Channel>::words[i]); },
            [](std::size_t i) { return channelSynonyms(Channel(i)); }, Tokens<Channel>::words.size());
        break;
    case FilterTerm::Status:
        enumerated(
            m_words.statuses, [](std::size_t i) { return QString(Tokens<RequestStatus>::words[i]); },
            [](std::size_t i) { return statusSynonyms(RequestStatus(i)); }, Tokens<RequestStatus>::words.size());
        break;
    case FilterTerm::Since:
    case FilterTerm::Until:
        for (const QString &day : m_words.days)
            values.append({0, day, {}, {}});
        break;
    case FilterTerm::Incident: values.append({0, m_words.any, {}, {u"any"_s, u"tous"_s}}); break;
    case FilterTerm::Number:
    case FilterTerm::Late: break;
    }
    return values;
}

std::optional<QDate> FilterReader::dayOf(const QString &text, const QDate &today) const
{
    const QString plain = folded(text);
    const auto called = [&](qsizetype i) { return i < m_words.days.size() && plain == folded(m_words.days.at(i)); };
    if (called(0) || plain == u"aujourd hui" || plain == u"today")
        return today;
    if (called(1) || plain == u"hier" || plain == u"yesterday")
        return today.addDays(-1);
    static const QRegularExpression ago(u"^(\\d{1,4}) ?([jd])$"_s);
    if (const auto match = ago.match(plain); match.hasMatch())
        return today.addDays(-match.captured(1).toInt());
    static const QRegularExpression figures(u"^(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?$"_s);
    if (const auto match = figures.match(text); match.hasMatch()) {
        const bool hasYear = match.hasCaptured(3);
        QDate day(hasYear ? match.captured(3).toInt() : today.year(), match.captured(2).toInt(), match.captured(1).toInt());
        if (!hasYear && day > today)
            day = day.addYears(-1); // "24/12" said in January is the last one
        return day.isValid() ? std::optional(day) : std::nullopt;
    }
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    const QDate day = iso.isValid() ? iso : typedDate(text, today);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

void FilterReader::readTerm(FilterTerm term, const QString &value, FilterProblem place, const QDate &today,
                            ParsedFilter &out) const
{
    if (term == FilterTerm::Number) {
        out.query.number = value;
        return;
    }
    static const QRegularExpression number(u"^(\\d{4}-)?\\d{1,6}$"_s);
    if (term == FilterTerm::Incident && number.match(value).hasMatch()) {
        out.query.incidentOf = value;
        return;
    }
    if (term == FilterTerm::Since || term == FilterTerm::Until) {
        const auto day = dayOf(value, today);
        if (!day) {
            place.fault = FilterFault::NotADate;
            out.problems.append(place);
        } else if (term == FilterTerm::Since) {
            out.query.since = m_town.calendar().startOfDay(*day);
        } else {
            out.query.until = m_town.calendar().startOfDay(day->addDays(1));
        }
        return;
    }

    const QString plain = folded(value);
    QList<Value> matching;
    const QList<Value> all = valuesOf(term);
    for (const Value &candidate : all) {
        const QStringList names = QStringList(candidate.name) + candidate.alsoCalled;
        if (std::any_of(names.begin(), names.end(), [&](const QString &name) { return folded(name) == plain; })) {
            matching = {candidate};
            break;
        }
        if (std::any_of(names.begin(), names.end(), [&](const QString &name) { return wordsMatch(name, value); }))
            matching.append(candidate);
    }
    if (matching.size() != 1) {
        place.fault = matching.isEmpty() ? FilterFault::UnknownValue : FilterFault::Ambiguous;
        for (const Value &candidate : matching.mid(0, 3))
            place.candidates.append(candidate.name);
        out.problems.append(place);
        return;
    }
    const qsizetype index = matching.first().index;
    switch (term) {
    case FilterTerm::Service: out.query.service = m_town.units().at(index).id; break;
    case FilterTerm::Assignee: out.query.assignee = m_town.users().at(index).id; break;
    case FilterTerm::District: out.query.district = m_town.districts().at(index).id; break;
    case FilterTerm::Channel: out.query.channel = Channel(index); break;
    case FilterTerm::Status: out.query.status = RequestStatus(index); break;
    case FilterTerm::Incident: out.query.inAnIncident = true; break;
    default: break;
    }
}

ParsedFilter FilterReader::read(const QString &line, const RequestQuery &base, const QDate &today) const
{
    ParsedFilter out{base, {}};
    QStringList words;
    const QList<Token> all = tokens(line);
    for (const Token &token : all) {
        const FilterProblem place{FilterFault::UnknownKey, line.mid(token.from, token.length), {}, token.from, token.length};
        if (token.key.isEmpty()) {
            const bool isLate = !token.isQuoted && (isLateWord(token.value) ||
                                                    folded(token.value) == folded(m_words.keys[std::size_t(FilterTerm::Late)]));
            if (isLate)
                out.query.late = true;
            else if (!token.value.isEmpty())
                words.append(token.value);
            continue;
        }
        const auto term = termOf(token.key);
        if (!term || *term == FilterTerm::Late)
            out.problems.append(place);
        else if (!token.value.trimmed().isEmpty()) // still being typed otherwise
            readTerm(*term, token.value.trimmed(), place, today, out);
    }
    out.query.words = words.join(u' ');
    return out;
}

QList<FilterCompletion> FilterReader::complete(const QString &line, qsizetype cursor, qsizetype limit) const
{
    const QList<Token> all = tokens(line);
    const auto here = std::find_if(all.begin(), all.end(), [cursor](const Token &token) {
        return token.from < cursor && cursor <= token.from + token.length;
    });
    QList<FilterCompletion> found;
    if (here == all.end())
        return found;
    const QString before = line.left(here->from), after = line.mid(here->from + here->length);
    const auto offer = [&](const QString &replacement, const QString &text, const QString &detail, bool isDone) {
        const QString blank = isDone && after.isEmpty() ? u" "_s : QString();
        if (found.size() < limit)
            found.append({before + replacement + blank + after, text, detail});
    };
    if (here->key.isEmpty()) {
        const QString typed = folded(here->value);
        for (std::size_t i = 0; i < filterTerms && !here->isQuoted && !typed.isEmpty(); ++i) {
            const bool isAlone = FilterTerm(i) == FilterTerm::Late;
            const QString &key = m_words.keys[i];
            if (folded(key).startsWith(typed))
                offer(isAlone ? key : key + u':', isAlone ? key : key + u':', {}, isAlone);
        }
        return found;
    }
    const auto term = termOf(here->key);
    if (!term)
        return found;
    const QList<Value> values = valuesOf(*term);
    const QString plain = folded(here->value);
    for (const bool wantsStart : {true, false}) {
        for (const Value &value : values) {
            const QStringList names = QStringList(value.name) + value.alsoCalled;
            const bool starts = folded(value.name).startsWith(plain);
            const bool matches = plain.isEmpty() || std::any_of(names.begin(), names.end(), [&](const QString &name) {
                                     return wordsMatch(name, here->value);
                                 });
            if ((starts || matches) && starts == wantsStart)
                offer(here->key + u':' + quoted(value.name), value.name, value.detail, true);
        }
    }
    return found;
}

} // namespace parvis
