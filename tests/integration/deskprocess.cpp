#include "integration/deskprocess.h"

#include "protocol/codec.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace parvis {

DeskProcess::DeskProcess(const DeskAccount &account) : m_account(account)
{
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DeskProcess::read);
    connect(&m_process, &QProcess::finished, this, [this] {
        read();
        m_isReady = false;
        if (!m_isKilled)
            Q_EMIT ended();
    });
}

DeskProcess::~DeskProcess()
{
    kill();
}

void DeskProcess::start()
{
    m_isReady = false;
    m_isKilled = false;
    m_failure = {};
    m_conflicts = 0;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s);
    environment.insert(u"PARVIS_PASSWORD"_s, m_account.password);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(m_account.profile + u".log"_s, QIODevice::Append); // a pipe that nobody reads would stop it
    m_process.start(QStringLiteral(PARVIS_BIN_DIR "/parvis"),
                    {u"--headless-sync"_s, u"--profile"_s, m_account.profile, u"--server"_s, m_account.server.toString(),
                     u"--login"_s, m_account.login, u"--fingerprint"_s, m_account.fingerprint});
}

bool DeskProcess::becomesReady()
{
    return QTest::qWaitFor([this] { return m_isReady || !isRunning(); }, patienceMs) && m_isReady;
}

int DeskProcess::send(QJsonObject command)
{
    command.insert(u"id"_s, ++m_commands);
    m_process.write(compactJson(command) + '\n');
    return m_commands;
}

QJsonObject DeskProcess::ask(QJsonObject command)
{
    const int number = send(std::move(command));
    std::optional<QJsonObject> answer;
    const auto listening = connect(this, &DeskProcess::answered, this, [&answer, number](int n, const QJsonObject &a) {
        if (n == number)
            answer = a;
    });
    const bool came = QTest::qWaitFor([&] { return answer || !isRunning(); }, patienceMs);
    disconnect(listening);
    return came ? answer.value_or(QJsonObject()) : QJsonObject();
}

QJsonObject DeskProcess::submit(const QJsonArray &edits)
{
    return ask({{u"do"_s, u"submit"_s}, {u"edits"_s, edits}});
}

bool DeskProcess::settle()
{
    return ask({{u"do"_s, u"settle"_s}}).contains("answer"_L1);
}

QJsonArray DeskProcess::search(const QString &words, int limit)
{
    return ask({{u"do"_s, u"search"_s}, {u"words"_s, words}, {u"limit"_s, limit}}).value("rows"_L1).toArray();
}

QStringList DeskProcess::found(const QString &words)
{
    QStringList ids;
    for (const QJsonValue &row : search(words))
        ids.append(row["id"_L1].toString());
    return ids;
}

QJsonObject DeskProcess::document(const QString &kind, const QString &id)
{
    return ask({{u"do"_s, u"document"_s}, {u"kind"_s, kind}, {u"target"_s, id}}).value("document"_L1).toObject();
}

QJsonArray DeskProcess::proposals(const QString &target)
{
    QJsonArray about;
    const QJsonArray all = ask({{u"do"_s, u"proposals"_s}}).value("proposals"_L1).toArray();
    for (const QJsonValue &proposal : all) {
        if (proposal["target"_L1].toString() == target)
            about.append(proposal);
    }
    return about;
}

int DeskProcess::quit()
{
    send({{u"do"_s, u"quit"_s}});
    return exitCode();
}

int DeskProcess::exitCode()
{
    const bool ended = QTest::qWaitFor([this] { return !isRunning(); }, patienceMs);
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void DeskProcess::kill()
{
    if (!isRunning())
        return;
    m_isKilled = true;
    m_process.kill();
    m_process.waitForFinished(patienceMs);
}

void DeskProcess::read()
{
    m_process.setReadChannel(QProcess::StandardOutput);
    while (m_process.canReadLine())
        hear(QJsonDocument::fromJson(m_process.readLine()).object());
}

void DeskProcess::hear(const QJsonObject &said)
{
    const QString event = said.value("event"_L1).toString();
    if (event == "ready"_L1) {
        m_isReady = true;
        Q_EMIT ready();
    } else if (event == "failed"_L1) {
        m_failure = said;
    } else if (event == "conflict"_L1) {
        ++m_conflicts;
    } else if (said.contains("id"_L1)) {
        Q_EMIT answered(said.value("id"_L1).toInt(), said);
    }
}

} // namespace parvis
