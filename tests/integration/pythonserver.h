#pragma once

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

namespace parvis {

//! A server on this machine, written in Python (Debian's, whose packages setup.sh installs): it takes its folder and options,
//! says its port once it listens, and ends when its standard input does.
class PythonServer
{
public:
    explicit PythonServer(QString script) : m_script(std::move(script)) {}
    ~PythonServer() { stop(); }
    Q_DISABLE_COPY_MOVE(PythonServer)

    bool start(const QStringList &options = {})
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("/usr/bin/python3"),
                        QStringList{QStringLiteral(PARVIS_SOURCE_DIR "/tests/integration/") + m_script, m_folder.path()} +
                            options);
        if (!m_process.waitForReadyRead(30'000))
            return false;
        m_port = m_process.readLine().trimmed().toUShort();
        return m_port != 0;
    }

    void stop()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.closeWriteChannel();
        m_process.waitForFinished(10'000);
    }

    quint16 port() const { return m_port; }
    QString url(const QString &scheme) const { return scheme + QStringLiteral("://127.0.0.1:") + QString::number(m_port); }

protected:
    QDir folder() const { return QDir(m_folder.path()); }
    QByteArray read(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    const QString m_script;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

//! A certificate for 127.0.0.1 in \a folder, certificate.pem and key.pem, that nobody trusts.
inline bool makeCertificate(const QDir &folder)
{
    QProcess openssl; // with all that it has to say kept to itself
    openssl.start(QStringLiteral("openssl"),
                  {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), QStringLiteral("rsa:2048"),
                   QStringLiteral("-nodes"), QStringLiteral("-keyout"), folder.filePath(QStringLiteral("key.pem")),
                   QStringLiteral("-out"), folder.filePath(QStringLiteral("certificate.pem")), QStringLiteral("-days"),
                   QStringLiteral("2"), QStringLiteral("-subj"), QStringLiteral("/CN=127.0.0.1"), QStringLiteral("-addext"),
                   QStringLiteral("subjectAltName=IP:127.0.0.1,IP:::ffff:127.0.0.1")});
    return openssl.waitForFinished(30'000) && openssl.exitCode() == 0;
}

} // namespace parvis
