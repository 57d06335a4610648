#include "demo/demotown.h"

#include "demo/casewriter.h"
#include "demo/incidentwriter.h"
#include "demo/missionwriter.h"
#include "demo/replywriter.h"

#include <QtCore/QDateTime>

#include <numeric>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;

bool comesAnyTime(Channel channel)
{
    return channel == Channel::Letter || channel == Channel::Email || channel == Channel::Sms || channel == Channel::Web;
}

//! How many requests came on each day: years that grow, months, weekdays; and the last month never empty, so that a small demo
//! has a day's work on the desk.
class Days
{
public:
    Days(const TownData &town, const WorkingCalendar &calendar, const QDate &first, const QDate &last) : m_first(first)
    {
        const auto mean = [](const QList<double> &list) {
            return std::accumulate(list.begin(), list.end(), 0.0) / double(list.size());
        };
        const double open = mean(town.weekday), off = mean(town.weekdayOffHours);
        for (QDate day = first; day <= last; day = day.addDays(1)) {
            const std::size_t w = std::size_t(day.dayOfWeek() - 1);
            const bool working = calendar.isWorkingDay(day) || day == last; // the demo's today is a day at work
            const double desk = working ? std::max(town.weekday[qsizetype(w)], open) / open : 0;
            const double weight = (0.8 * desk + 0.2 * town.weekdayOffHours[qsizetype(w)] / off) * town.months[day.month() - 1] *
                                  std::pow(town.yearGrowth, double(first.daysTo(day)) / 365.25);
            m_weights.append(weight);
        }
    }

    //! Cumulative shares of \a requests at the end of each day.
    QList<qint64> upTo(qint64 requests) const
    {
        const double natural = std::accumulate(m_weights.begin(), m_weights.end(), 0.0);
        const qsizetype recent = std::min<qsizetype>(30, m_weights.size());
        const double last = std::accumulate(m_weights.end() - recent, m_weights.end(), 0.0);
        // At least 60 a day of the last month, as long as that is not over 40 % of all.
        const double wanted = std::min(0.4 * double(requests), 60.0 * 21);
        const double boost = std::max(1.0, wanted / (double(requests) * last / natural));
        const double total = natural + (boost - 1) * last;
        QList<qint64> out;
        double sum = 0;
        for (qsizetype i = 0; i < m_weights.size(); ++i) {
            sum += m_weights[i] * (i >= m_weights.size() - recent ? boost : 1.0);
            out.append(std::llround(sum / total * double(requests)));
        }
        return out;
    }
    QDate day(qsizetype index) const { return m_first.addDays(index); }

private:
    QDate m_first;
    QList<double> m_weights;
};

template <typename T>
IntakeRecord created(const T &entity, Instant at, const Id &actor = {})
{
    return {Verb::Create, T::kind, entity.id, toDocument(entity), at, actor};
}

QList<IntakeRecord> organisation(const TownData &town, Instant at)
{
    QList<IntakeRecord> out;
    const auto add = [&out, at](const auto &list) {
        for (const auto &entity : list)
            out.append(created(entity, at));
    };
    add(town.bodies);
    add(town.directorates);
    for (const Service &service : town.services)
        out.append(created(service.unit, at));
    add(town.districts);
    add(town.themes);
    add(town.streets);
    add(town.users);
    out.append(created(town.calendar, at));
    add(town.rules);
    for (const CardHabits &habits : town.cards)
        out.append(created(habits.card, at));
    add(town.revisions);
    add(town.drafts);
    add(town.remarks);
    return out;
}

//! One run of the generator: the state that is not part of the result.
class Run
{
public:
    Run(const DemoOptions &options, const TownData &town, const ReplyData &replies, const DemoTown::Sink &sink)
        : m_options(options),
          m_town(town),
          m_sink(sink),
          m_chance(options.seed + 0x9e3779b9U),
          m_people(town, m_chance),
          m_cases(town, m_chance, options.until),
          m_missions(town, options.seed, options.until),
          m_incidents(town, options.seed, options.until),
          m_replies(town, replies, options.seed, options.until),
          m_calendar(town.calendar)
    {
        for (int month = 0; month < 12; ++month) {
            Weighted<qsizetype> cards;
            for (qsizetype i = 0; i < town.cards.size(); ++i)
                cards.add(i, town.cards.at(i).weight * town.cards.at(i).season.at(month));
            m_cardsOfMonth.append(cards);
        }
        m_citizens = std::clamp<qint64>(qint64(double(options.requests) * 0.35), 40, 26'000);
    }

    Status all()
    {
        const QDate last = m_calendar.localDay(m_options.until);
        const QDate first = last.addYears(-m_options.years);
        m_batch = organisation(m_town, m_calendar.startOfDay(first));
        const Days days(m_town, m_calendar, first, last);
        const QList<qint64> upTo = days.upTo(m_options.requests);
        for (qsizetype i = 0; i < upTo.size(); ++i) {
            const qint64 count = upTo.at(i) - (i == 0 ? 0 : upTo.at(i - 1));
            if (const Status done = oneDay(days.day(i), count, days.day(i) == last); !done)
                return done;
        }
        m_replies.finish(m_batch);
        return flush();
    }

private:
    Status oneDay(const QDate &day, qint64 count, bool today)
    {
        QList<Reception> receptions;
        const bool working = m_calendar.isWorkingDay(day) || today;
        const qint64 start = m_calendar.startOfDay(day).ms;
        for (qint64 i = 0; i < count; ++i) {
            Reception r;
            do {
                r.channel = m_town.channels.draw(m_chance);
            } while (!working && !comesAnyTime(r.channel));
            const int hour = (comesAnyTime(r.channel) ? m_town.anyHours : m_town.openingHours).draw(m_chance);
            r.at = {start + hour * hourMs + m_chance.below(3'600'000)};
            if (today) // up to now, at least since six hours
                r.at = {m_options.until.ms -
                        qint64(m_chance.unit() * double(std::max(6 * hourMs, m_options.until.ms - start - 8 * hourMs)))};
            receptions.append(r);
        }
        std::sort(receptions.begin(), receptions.end(), [](const Reception &a, const Reception &b) { return a.at < b.at; });
        for (Reception &r : receptions) {
            if (const Status done = receive(r, day); !done)
                return done;
        }
        return success();
    }

    Status receive(Reception &r, const QDate &day)
    {
        r.card = m_chance.hits(m_town.uncarded) ? -1 : m_cardsOfMonth.at(day.month() - 1).draw(m_chance);
        Citizen citizen;
        const bool private_ = r.channel != Channel::Patrol && r.channel != Channel::Internal && r.channel != Channel::Gusp;
        if (m_requests == claireAt(0)) {
            r.person = &m_people.claireDumont(r.at, citizen);
            m_claire = *r.person;
        } else if (m_claire && (m_requests == claireAt(1) || m_requests == claireAt(2))) {
            r.person = &*m_claire;
        } else if (private_ && !m_chance.hits(m_town.anonymous)) {
            // New callers come at the pace that makes the town's number at the end.
            const bool isNew = m_people.size() < 3 || (m_people.size() < m_citizens && m_chance.hits(0.42));
            r.person = isNew ? &m_people.make(r.at, citizen) : &m_people.known();
        }
        if (m_claire && r.person && r.person->id == m_claire->id) {
            r.channel = Channel::Phone;
            r.openOnPurpose = m_requests == claireAt(2);
            if (r.openOnPurpose)
                r.card = cardCalled(u"Lampadaire"_s);
        }
        if (!citizen.id.isNull()) {
            m_replies.know(citizen);
            m_batch.append(created(citizen, r.at));
        }
        const qsizetype first = m_batch.size();
        m_cases.write(r, m_batch);
        m_replies.follow(m_batch, first);
        m_missions.follow(fromDocument<Request>(m_batch.at(first).id, m_batch.at(first).fields), m_batch);
        m_incidents.follow(m_batch, first);
        ++m_requests;
        return m_batch.size() >= m_options.batch ? flush() : success();
    }

    //! Which requests are Mme Dumont's: two long ago, and one of the last days that is still open.
    qint64 claireAt(int which) const
    {
        return which == 0   ? m_options.requests / 4
               : which == 1 ? m_options.requests / 2
                            : m_options.requests - 1 - m_options.requests / 50;
    }

    qsizetype cardCalled(const QString &start) const
    {
        for (qsizetype i = 0; i < m_town.cards.size(); ++i) {
            if (m_town.cards.at(i).card.title.startsWith(start))
                return i;
        }
        return 0;
    }

    Status flush()
    {
        const QList<IntakeRecord> batch = std::exchange(m_batch, {});
        return batch.isEmpty() ? success() : m_sink(batch, m_requests);
    }

    const DemoOptions &m_options;
    const TownData &m_town;
    const DemoTown::Sink &m_sink;
    Chance m_chance;
    People m_people;
    CaseWriter m_cases;
    MissionWriter m_missions;
    IncidentWriter m_incidents;
    ReplyWriter m_replies;
    WorkingCalendar m_calendar;
    QList<Weighted<qsizetype>> m_cardsOfMonth;
    QList<IntakeRecord> m_batch;
    std::optional<Person> m_claire;
    qint64 m_citizens = 0;
    qint64 m_requests = 0;
};

} // namespace

Result<DemoTown> DemoTown::create(const DemoOptions &options)
{
    if (!options.until.isSet() || options.requests < 0 || options.years < 1 || options.years > 30 || options.batch < 1)
        return Error{ErrorCode::InvalidInput, u"demo options"_s};
    const Instant founded{options.until.ms - qint64(options.years) * 366 * 86'400'000};
    auto data = loadTown(options.seed, founded, options.until);
    if (!data)
        return data.error();
    auto replies = loadReplies(data.value());
    if (!replies)
        return replies.error();
    return DemoTown(options, std::move(data).value(), std::move(replies).value());
}

Status DemoTown::generate(const Sink &sink) const
{
    return Run(m_options, m_data, m_replies, sink).all();
}

} // namespace parvis
