#include "domain/circuit.h"

#include <QtCore/QHash>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

using namespace Qt::StringLiterals;

// How several circuits become one: mergedCircuit().

namespace parvis {

namespace {

//! Somebody who is asked, for the how-manieth time in a circuit.
using Asked = std::pair<QString, int>;
using AskedSet = std::set<Asked>;

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact); // keys are sorted
}

QString whoOf(const QJsonValue &part)
{
    if (const QString user = part["user"_L1].toString(); !user.isEmpty())
        return u"user "_s + user;
    if (const QString role = part["role"_L1].toString(); !role.isEmpty())
        return u"role "_s + role + u' ' + part["service"_L1].toString();
    return QString::fromUtf8(compact(part)); // that nobody can decide: kept as it is
}

struct Step
{
    QJsonObject json;
    QList<std::pair<Asked, QJsonObject>> parts;

    bool has(const Asked &one) const
    {
        return std::any_of(parts.begin(), parts.end(), [&one](const auto &p) { return p.first == one; });
    }
};

using Steps = QList<Step>;

Steps stepsOf(const QJsonArray &circuit)
{
    Steps steps;
    QHash<QString, int> times;
    for (const QJsonValue &value : circuit) {
        Step step{value.toObject(), {}};
        const QJsonArray parts = partsOf(value);
        for (const QJsonValue &part : parts) {
            const QString who = whoOf(part);
            step.parts.append({{who, times[who]++}, part.toObject()});
        }
        steps.append(step);
    }
    return steps;
}

class Merger
{
public:
    explicit Merger(QList<Steps> circuits) : m_circuits(std::move(circuits))
    {
        for (const Steps &steps : std::as_const(m_circuits))
            learn(steps);
        for (const auto &[one, other] : m_orders) {
            if (!m_orders.contains({other, one}))
                m_before[other].insert(one);
        }
        for (const auto &[one, places] : m_places)
            m_left.insert(one);
    }

    QJsonArray merged()
    {
        QJsonArray circuit;
        while (!m_left.empty()) {
            const AskedSet next = nextOnes();
            circuit.append(stepFor(next));
            for (const Asked &one : next)
                m_left.erase(one);
        }
        return circuit;
    }

private:
    void learn(const Steps &steps)
    {
        constexpr int whole = 1'000'000;
        for (qsizetype i = 0; i < steps.size(); ++i) {
            for (const auto &[one, json] : steps.at(i).parts) {
                m_places[one].append(whole * int(i + 1) / int(steps.size() + 1));
                for (qsizetype j = i + 1; j < steps.size(); ++j) {
                    for (const auto &[later, unused] : steps.at(j).parts)
                        m_orders.insert({one, later});
                }
            }
        }
    }

    //! Early ones first, whoever asked.
    auto rank(const Asked &one) const
    {
        const QList<int> &places = m_places.at(one);
        return std::tuple(std::accumulate(places.begin(), places.end(), qint64(0)) / places.size(), one);
    }

    AskedSet waitedFor(const Asked &one) const
    {
        AskedSet before;
        if (const auto it = m_before.find(one); it != m_before.end())
            std::set_intersection(it->second.begin(), it->second.end(), m_left.begin(), m_left.end(),
                                  std::inserter(before, before.end()));
        return before;
    }

    AskedSet allBefore(const Asked &one) const
    {
        AskedSet found;
        QList<Asked> open{one};
        while (!open.isEmpty()) {
            for (const Asked &before : waitedFor(open.takeFirst())) {
                if (found.insert(before).second)
                    open.append(before);
            }
        }
        return found;
    }

    AskedSet nextOnes() const
    {
        AskedSet ready;
        for (const Asked &one : m_left) {
            if (waitedFor(one).empty())
                ready.insert(one);
        }
        const auto earliest = [this](const AskedSet &of) {
            return *std::min_element(of.begin(), of.end(), [this](const Asked &a, const Asked &b) { return rank(a) < rank(b); });
        };
        if (ready.empty()) { // they wait for each other in a ring: of one that waits for nobody else, the earliest
            for (const Asked &one : m_left) {
                const AskedSet before = allBefore(one);
                const bool isInFirstRing =
                    std::all_of(before.begin(), before.end(), [&](const Asked &other) { return allBefore(other).contains(one); });
                if (isInFirstRing)
                    ready.insert(one);
            }
            return {earliest(ready)};
        }
        const Asked first = earliest(ready);
        AskedSet together{first};
        for (const Step &step : allSteps()) {
            if (!step.has(first))
                continue;
            for (const auto &[one, json] : step.parts) {
                if (ready.contains(one))
                    together.insert(one);
            }
        }
        return together;
    }

    QList<Step> allSteps() const
    {
        QList<Step> all;
        for (const Steps &steps : m_circuits)
            all += steps;
        return all;
    }

    QJsonObject stepFor(const AskedSet &ones) const
    {
        QList<Step> demanding;
        const QList<Step> all = allSteps();
        const auto shared = [&ones](const Step &step) {
            return std::count_if(step.parts.begin(), step.parts.end(), [&ones](const auto &p) { return ones.contains(p.first); });
        };
        std::copy_if(all.begin(), all.end(), std::back_inserter(demanding), [&](const Step &step) { return shared(step) > 0; });
        // The one that says the most of it and little else, in whichever circuit it is.
        const auto closer = [&](const Step &a, const Step &b) {
            return std::tuple(-shared(a), a.parts.size(), compact(a.json)) <
                   std::tuple(-shared(b), b.parts.size(), compact(b.json));
        };
        std::sort(demanding.begin(), demanding.end(), closer);
        const Step &model = demanding.first();
        QJsonArray parts;
        AskedSet said;
        for (const Step &step : std::as_const(demanding)) {
            for (const auto &[one, json] : step.parts) {
                if (ones.contains(one) && said.insert(one).second)
                    parts.append(json);
            }
        }
        QJsonObject made = model.json;
        if (parts != partsOf(model.json)) {
            made = parts.size() == 1 ? parts.first().toObject() : QJsonObject{{u"all"_s, parts}};
            if (const QJsonValue title = model.json.value("title"_L1); !title.isUndefined())
                made.insert(u"title"_s, title);
        }
        const auto daysOf = [](const Step &step) { return step.json.value("days"_L1).toInt(); };
        int days = 0;
        for (const Step &step : std::as_const(demanding))
            days = std::max(days, daysOf(step));
        const bool isLateForAll =
            std::all_of(demanding.begin(), demanding.end(), [&](const Step &step) { return daysOf(step) > 0; });
        if (isLateForAll)
            made.insert(u"days"_s, days);
        else
            made.remove(u"days"_s);
        return made;
    }

    QList<Steps> m_circuits;
    std::set<std::pair<Asked, Asked>> m_orders; // who comes before whom in some circuit
    std::map<Asked, AskedSet> m_before;         // in some, and in none after
    std::map<Asked, QList<int>> m_places;
    AskedSet m_left;
};

} // namespace

QJsonArray boundTo(const Id &service, const QJsonArray &circuit)
{
    const auto bound = [&service](QJsonObject part) {
        const QString role = part.value("role"_L1).toString();
        const bool isOfService = part.value("user"_L1).toString().isEmpty() && !role.isEmpty() && role != token(Role::Supervisor);
        if (isOfService && !service.isNull() && !part.contains("service"_L1))
            part.insert(u"service"_s, idText(service));
        return part;
    };
    QJsonArray made;
    for (const QJsonValue &value : circuit) {
        QJsonObject step = value.toObject();
        if (step.value("all"_L1).toArray().isEmpty()) {
            made.append(bound(step));
            continue;
        }
        QJsonArray parts;
        const QJsonArray all = partsOf(value);
        for (const QJsonValue &part : all)
            parts.append(bound(part.toObject()));
        step.insert(u"all"_s, parts);
        made.append(step);
    }
    return made;
}

QJsonArray mergedCircuit(const QList<QJsonArray> &circuits)
{
    std::map<QByteArray, QJsonArray> distinct; // in an order of their own
    for (const QJsonArray &circuit : circuits) {
        if (!circuit.isEmpty())
            distinct.insert({compact(circuit), circuit});
    }
    if (distinct.empty())
        return {};
    if (distinct.size() == 1)
        return distinct.begin()->second;
    QList<Steps> all;
    for (const auto &[text, circuit] : distinct)
        all.append(stepsOf(circuit));
    return Merger(all).merged();
}

} // namespace parvis
