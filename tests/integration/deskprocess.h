#pragma once

#include "demo/demologin.h"

#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QUrl>

namespace parvis {

//! How one agent gets in at one desk.
struct DeskAccount
{
    QString profile; //!< folder
    QUrl server;
    QString login;
    QString fingerprint; //!< of the server that is expected
    QString password = QString::fromLatin1(demoPassword);
};

//! The real parvis without windows, as a script runs it: JSON lines in, JSON lines out.
class DeskProcess final : public QObject
{
    Q_OBJECT
public:
    static constexpr int patienceMs = 60'000;

    explicit DeskProcess(const DeskAccount &account);
    ~DeskProcess() override;

    const DeskAccount &account() const { return m_account; }
    void start();
    bool becomesReady(); //!< waits for it; false if the desk refuses or ends
    bool open()
    {
        start();
        return becomesReady();
    }
    bool isReady() const { return m_isReady; }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

    int send(QJsonObject command);        //!< the number that its answer repeats
    QJsonObject ask(QJsonObject command); //!< waits for the answer; empty if the desk ends
    QJsonObject submit(const QJsonArray &edits);
    bool settle(); //!< everything sent and received
    QJsonArray search(const QString &words, int limit = 500);
    QStringList found(const QString &words);                      //!< the ids of search()
    QJsonObject document(const QString &kind, const QString &id); //!< empty: not there
    QJsonArray proposals(const QString &target);                  //!< open ones

    int quit();     //!< the exit code
    int exitCode(); //!< of a desk that ends by itself
    void kill();    //!< as the power does; what it had said before is still heard

    QJsonObject failure() const { return m_failure; } //!< the event "failed", if there was one
    int conflicts() const { return m_conflicts; }     //!< events "conflict" since the start

Q_SIGNALS:
    void ready();
    void answered(int number, const QJsonObject &answer);
    void ended(); //!< by itself

private:
    void read();
    void hear(const QJsonObject &said);

    DeskAccount m_account;
    QProcess m_process;
    QJsonObject m_failure;
    int m_conflicts = 0;
    int m_commands = 0;
    bool m_isReady = false;
    bool m_isKilled = false;
};

} // namespace parvis
