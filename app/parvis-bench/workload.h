#pragma once

#include "figure.h"

#include <functional>

namespace parvis {

struct BenchOptions
{
    QString folder; //!< where the generated towns are kept between runs
    qint64 requests = 1'000'000;
    qint64 syncRequests = 100'000;
    QString programs; //!< folder of parvis
};

using Workload = Result<QList<Figure>> (*)(const BenchOptions &options);

Result<QList<Figure>> benchSearch(const BenchOptions &options);
Result<QList<Figure>> benchKeystroke(const BenchOptions &options);
Result<QList<Figure>> benchList(const BenchOptions &options);
Result<QList<Figure>> benchStart(const BenchOptions &options);
Result<QList<Figure>> benchFirstSync(const BenchOptions &options);
Result<QList<Figure>> benchPush(const BenchOptions &options);
Result<QList<Figure>> benchCardSearch(const BenchOptions &options);
Result<QList<Figure>> benchCardSuggest(const BenchOptions &options);
Result<QList<Figure>> benchRoute(const BenchOptions &options);
Result<QList<Figure>> benchQueue(const BenchOptions &options);
Result<QList<Figure>> benchReminders(const BenchOptions &options);
Result<QList<Figure>> benchBlob(const BenchOptions &options);
Result<QList<Figure>> benchLetters(const BenchOptions &options);
Result<QList<Figure>> benchApprove(const BenchOptions &options);
Result<QList<Figure>> benchAddress(const BenchOptions &options);
Result<QList<Figure>> benchDuplicates(const BenchOptions &options);
Result<QList<Figure>> benchDistricts(const BenchOptions &options);
Result<QList<Figure>> benchMap(const BenchOptions &options);
Result<QList<Figure>> benchMemory(const BenchOptions &options);

} // namespace parvis
