#pragma once

#include "protocol/messages.h"

// JSON (RFC 8259) forms of the messages. Readers ignore members they don't know, and fail with ErrorCode::Protocol and the
// name of the member that is wrong.

namespace parvis {

QByteArray compactJson(const QJsonObject &object); //!< keys sorted, no blanks: the one canonical form, which is hashed
Result<QJsonObject> parseObject(const QByteArray &json);

QJsonObject toJson(const Mutation &m);
QJsonObject toJson(const Change &c);
QJsonObject toJson(const Hello &h);
QJsonObject toJson(const SessionRequest &s);
QJsonObject toJson(const Session &s);
QJsonObject toJson(const PasswordChange &c);
QJsonObject toJson(const GivenPassword &g);
QJsonObject toJson(const Look &l);
QJsonObject toJson(const QList<Onlooker> &others);
QJsonObject toJson(const Push &p);
QJsonObject toJson(const PushVerdict &v);
QJsonObject toJson(const PushReply &r);
QJsonObject toJson(const ChangesPage &p);
QJsonObject toJson(const Problem &p);

Result<Mutation> mutationFromJson(const QJsonObject &json);
Result<Change> changeFromJson(const QJsonObject &json);
Result<Hello> helloFromJson(const QJsonObject &json);
Result<SessionRequest> sessionRequestFromJson(const QJsonObject &json);
Result<Session> sessionFromJson(const QJsonObject &json);
Result<PasswordChange> passwordChangeFromJson(const QJsonObject &json);
Result<GivenPassword> givenPasswordFromJson(const QJsonObject &json);
Result<Look> lookFromJson(const QJsonObject &json);
Result<QList<Onlooker>> onlookersFromJson(const QJsonObject &json);
Result<Push> pushFromJson(const QJsonObject &json);
Result<PushReply> pushReplyFromJson(const QJsonObject &json);
Result<ChangesPage> changesPageFromJson(const QJsonObject &json);
Problem problemFromJson(const QJsonObject &json);

//! One line each, ended by "\n". A row's line is `{"k":"request","id":…,"seq":…,"d":{…}}`.
QByteArray snapshotNdjson(const SnapshotPage &page);
//! The line of one row, from a document that is JSON text already: a hub sends what it has stored without parsing it.
QByteArray snapshotRowLine(Kind kind, const Id &id, qint64 seq, const QByteArray &documentJson);
QByteArray snapshotHeadLine(const SnapshotHead &head);
QByteArray snapshotTailLine(const QString &after);
Result<SnapshotPage> snapshotFromNdjson(const QByteArray &ndjson);

} // namespace parvis
