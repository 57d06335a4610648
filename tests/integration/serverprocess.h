#pragma once

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>

namespace parvis {

//! The real parvis-server, as an administrator and systemd use it.
class ServerProcess
{
public:
    struct Outcome
    {
        int code = -1;
        QString out, err;
    };

    static QString program() { return QStringLiteral(PARVIS_BIN_DIR "/parvis-server"); }

    static Outcome run(const QStringList &arguments, const QByteArray &input = {}, const QString &language = QStringLiteral("C"))
    {
        QProcess process;
        process.setProcessEnvironment(speaking(language));
        process.start(program(), arguments);
        process.write(input);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {};
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
    }

    ~ServerProcess() { kill(); }

    //! True once desks can connect.
    bool start(const QString &folder, const QStringList &more = {})
    {
        m_process.setProcessEnvironment(speaking(QStringLiteral("C")));
        m_process.setStandardErrorFile(logFile(folder), QIODevice::Append); // a pipe that nobody reads would stop the server
        m_process.start(program(), QStringList{QStringLiteral("serve"), QStringLiteral("--data"), folder,
                                               QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")} +
                                       more);
        static const QRegularExpression serving(QStringLiteral("https://127\\.0\\.0\\.1:(\\d+)\n.*: ([0-9A-F:]{95})\n"));
        QString said;
        while (m_process.waitForReadyRead(30'000)) {
            said += QString::fromUtf8(m_process.readAllStandardOutput());
            if (const auto match = serving.match(said); match.hasMatch()) {
                m_port = match.captured(1).toUShort();
                m_fingerprint = match.captured(2);
                return true;
            }
        }
        return false;
    }

    quint16 port() const { return m_port; }
    QString fingerprint() const { return m_fingerprint; }
    static QString logFile(const QString &folder) { return folder + QStringLiteral(".log"); }

    //! The exit code after SIGTERM; -1 if it did not end by itself.
    int terminate()
    {
        m_process.terminate();
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }

    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(20'000);
    }

private:
    static QProcessEnvironment speaking(const QString &language)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LC_ALL"), language);
        environment.remove(QStringLiteral("LANGUAGE"));
        return environment;
    }

    QProcess m_process;
    quint16 m_port = 0;
    QString m_fingerprint;
};

} // namespace parvis
