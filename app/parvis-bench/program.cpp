#include "benchtown.h"

#include "protocol/codec.h"
#include "store/keyfile.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

//! A profile whose agent has the generated store; its hub does not answer, so that the desk works offline.
Result<QString> profileWith(const BenchOptions &options)
{
    const auto store = benchDeskPath(options, options.requests);
    if (!store)
        return store.error();
    const QString profile = options.folder + u"/profile"_s;
    QDir(profile).removeRecursively();
    const QString account = profile + u"/accounts/m%2Eroussel"_s; // as the desk names an agent's folder
    if (!QDir().mkpath(account) || !QFile::link(*store, account + u"/desk.db"_s))
        return Error{ErrorCode::Storage, account};
    KeyFile key(account + u"/desk.key"_s);
    const QString password = QString::fromLatin1(benchPassword);
    if (const auto made = key.create(password); !made)
        return made.error();
    if (const Status wrapped = key.changePassphrase(benchKey(), password); !wrapped)
        return wrapped.error();
    return profile;
}

//! Runs a program to its end; the milliseconds from its start to its first line, which says that it can be used.
Result<double> startTime(const QString &program, const QStringList &arguments, QByteArray *output = nullptr)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PARVIS_PASSWORD"_s, QString::fromLatin1(benchPassword));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    const bool isUsable = process.waitForReadyRead(120'000);
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    if (!process.waitForFinished(120'000) || process.exitCode() != 0 || !isUsable)
        return Error{ErrorCode::Unavailable, program + u": "_s + QString::fromUtf8(process.readAllStandardError()).right(400)};
    if (output)
        *output = process.readAllStandardOutput();
    return ms;
}

Result<QJsonObject> probe(const BenchOptions &options, const QString &profile, const QString &workspace, Samples *times = nullptr)
{
    QByteArray output;
    const auto ms = startTime(
        options.programs + u"/parvis"_s,
        {u"--profile"_s, profile, u"--login"_s, u"m.roussel"_s, u"--server"_s, u"https://127.0.0.1:9"_s, u"--probe"_s, workspace},
        &output);
    if (!ms)
        return ms.error();
    if (times)
        times->add(*ms);
    const auto json = parseObject(output.trimmed());
    return json ? json : Result<QJsonObject>(Error{ErrorCode::Protocol, QString::fromUtf8(output.right(200))});
}

} // namespace

Result<QList<Figure>> benchStart(const BenchOptions &options)
{
    const auto profile = profileWith(options);
    if (!profile)
        return profile.error();
    Samples ours, peer;
    for (int run = 0; run < 6; ++run) { // in turn, so that a noisy machine is noisy for both
        Samples one;
        if (const auto done = probe(options, *profile, u"desk"_s, &one); !done)
            return done.error();
        const auto empty = startTime(options.programs + u"/parvis-bench"_s, {u"empty-window"_s});
        if (!empty)
            return empty.error();
        if (run == 0) // warms the cache
            continue;
        ours.add(one.total());
        peer.add(*empty);
    }
    return QList<Figure>{{u"start"_s,
                          u"process start to usable Desk, over an empty window, median"_s,
                          ours.median() - peer.median(),
                          u"ms"_s,
                          {},
                          500.0},
                         {u"start"_s, u"process start to usable Desk, median"_s, ours.median(), u"ms"_s, peer.median(), {}}};
}

Result<QList<Figure>> benchMemory(const BenchOptions &options)
{
    const auto profile = profileWith(options);
    if (!profile)
        return profile.error();
    const auto answer = probe(options, *profile, u"requests"_s);
    if (!answer)
        return answer.error();
    return QList<Figure>{
        {u"memory"_s, u"resident, Requests open"_s, answer->value("rss_kib"_L1).toDouble() / 1024, u"MiB"_s, {}, 250.0}};
}

} // namespace parvis
