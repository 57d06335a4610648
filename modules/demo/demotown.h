#pragma once

#include "demo/demologin.h"
#include "demo/replydata.h"
#include "demo/towndata.h"
#include "hub/hub.h"

#include <functional>

namespace parvis {

struct DemoOptions
{
    qint64 requests = 5000;
    quint32 seed = 1;
    Instant until; //!< the demo's present; not set is an error
    int years = 10;
    int batch = 4000; //!< records handed over at a time, roughly
};

//! Ten years of the invented town of Ingeville, as the hub takes records in. The same options give the same town to the letter;
//! another seed, another town. No real person: names are drawn at random, phone numbers come from the ranges that ARCEP keeps
//! for fiction (06 39 98 …), except that of "Mme Claire Dumont", 06 12 34 56 78, whom scripts and tests look for.
class DemoTown
{
public:
    //! Takes a batch and the number of requests so far; an error ends the generation with it.
    using Sink = std::function<Status(const QList<IntakeRecord> &batch, qint64 requests)>;

    static Result<DemoTown> create(const DemoOptions &options);

    const TownData &data() const { return m_data; }
    Status generate(const Sink &sink) const;

private:
    DemoTown(DemoOptions options, TownData data, ReplyData replies)
        : m_options(options), m_data(std::move(data)), m_replies(std::move(replies))
    {}

    DemoOptions m_options;
    TownData m_data;
    ReplyData m_replies;
};

} // namespace parvis
