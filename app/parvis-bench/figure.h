#pragma once

#include "base/result.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>
#include <QtCore/QList>

#include <optional>

namespace parvis {

//! One measured value, beside its limit or its peer in the same run.
struct Figure
{
    QString workload, measure;
    double value = 0;
    QString unit;                //!< "ms", "MB", "rows/s"
    std::optional<double> peer;  //!< the same thing done by the peer, in the same unit
    std::optional<double> reach; //!< the most that \c value, or with a peer value / peer, may be

    std::optional<double> ratio() const;
    bool isReached() const; //!< true without a reach
    QJsonObject toJson() const;
};

//! Wall-clock samples in milliseconds.
class Samples
{
public:
    void add(double ms) { m_ms.append(ms); }
    template <typename Fn>
    void time(Fn fn)
    {
        QElapsedTimer timer;
        timer.start();
        fn();
        add(double(timer.nsecsElapsed()) / 1e6);
    }
    qsizetype count() const { return m_ms.size(); }
    double percentile(double share) const; //!< nearest rank; 0 without samples
    double median() const { return percentile(0.5); }
    double total() const;

private:
    QList<double> m_ms;
};

void print(const Figure &figure);   //!< a JSON line on standard output
void progress(const QString &text); //!< on standard error

} // namespace parvis
