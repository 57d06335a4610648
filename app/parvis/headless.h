#pragma once

#include "desksession.h"
#include "geo/addressindex.h"
#include "options.h"

#include <QtCore/QJsonObject>
#include <QtCore/QSocketNotifier>

namespace parvis {

//! A desk without windows, for scripts and integration tests: signs in, syncs, and obeys JSON lines on the standard input;
//! answers as JSON lines on the standard output. Each command may carry an "id", which its answer repeats.
//!
//!   {"do":"status"}                                  → phase, queued, refused, seq
//!   {"do":"log","subject":…,"text":…,"channel":…}    → request, numbers of the mutations
//!   {"do":"submit","edits":[{"kind","verb","target","set"}]} → targets, numbers
//!   {"do":"search","words":…,"limit":…}              → rows
//!   {"do":"document","kind":…,"target":…}            → document, or null
//!   {"do":"proposals"}                               → proposals that are open
//!   {"do":"places","words":…}                        → lines: the addresses that these words find
//!   {"do":"sync"}                                    → at once
//!   {"do":"settle"}                                  → once everything is sent and received
//!   {"do":"quit"}
//!
//! Unasked: {"event":"ready"|"failed"|"state"|"conflict"|"addresses",…}. The end of the input is "quit".
class Headless final : public QObject
{
    Q_OBJECT
public:
    Headless(const Options &options, DeskSession &session);
    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    void read();
    void obey(const QByteArray &line);
    void run(const QString &what, const QJsonObject &command);
    void log(const QJsonObject &command);
    void submit(const QJsonObject &command);
    void submitEdits(const QJsonObject &command, const QList<Edit> &edits);
    void search(const QJsonObject &command);
    void document(const QJsonObject &command);
    void proposals(const QJsonObject &command);
    void places(const QJsonObject &command);
    void status(const QJsonObject &command);
    void openAddresses();
    void syncNow();
    void settle(const QJsonObject &command);
    void answerSettled();
    void answer(const QJsonObject &command, QJsonObject content);
    void refuse(const QJsonObject &command, const Error &error);
    void stateChanged();

    const Options &m_options;
    DeskSession &m_session;
    QRandomGenerator m_random;
    IdMaker m_ids;
    QSocketNotifier m_input;
    QByteArray m_unread;
    QList<QByteArray> m_waiting; //!< commands that came before the desk was ready
    struct Settling
    {
        QJsonObject command;
        Instant asked;
    };
    QList<Settling> m_settling;
    AddressIndex m_addresses;
    SyncPhase m_phase = SyncPhase::SignedOut;
};

} // namespace parvis
