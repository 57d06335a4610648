#pragma once

#include "base/result.h"
#include "domain/cardform.h"
#include "domain/mutation.h"
#include "domain/procedurecard.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"

#include <QtCore/QCoreApplication>

namespace parvis {

enum class ReplyTone;

// The words of the domain in the agent's language. Lower layers know codes only.

QString word(Channel channel);
QString word(ReplyChannel channel);
QString word(ReplyTone tone);
QString word(RequestStatus status);
QString word(Role role);
QString word(Holiday holiday);
QString word(Kind kind); //!< "request"
QString word(Outcome outcome);
QString word(CardKind kind);

//! A reason token of workflow.h (or of an import); words of the agent come back as they are.
QString reasonWord(const QString &reason);

//! How a field of a description is called: fieldWord(Kind::Request, "dueOn") is "due date".
QString fieldWord(Kind kind, const QString &field);

//! What a field of a card's form holds, as it is read and typed; empty if nothing.
QString valueWord(const QJsonValue &value, FormFieldType type);

//! What is wrong with a field of a card's form: one sentence.
QString sentence(FieldFault fault, FormFieldType type);

//! Why a change was refused: one sentence.
QString sentence(Refusal refusal);

//! What happened, what is safe, what to do.
QString sentence(ErrorCode code);
QString sentence(const Error &error); //!< adds the wait that the hub asked for

//! Why a chosen file was not taken: one sentence.
QString whyNoFile(const QString &name, const Error &error);
//! "3.2 MB"
QString bytesText(qint64 bytes);

//! As a person says it: "today", "tomorrow", "in 3 working days", "2 days late".
QString humanDelay(const Delay &delay);

//! A line of the explanation of a due date: "Thursday 14 May: not counted, Ascension Day".
QString explained(const CalendarStep &step);

// Dates by the locale.
QString longDay(const QDate &day);                                         //!< "Tuesday 8 December"
QString shortDay(const QDate &day);                                        //!< "08/12/2026"
QString momentText(Instant at, const QTimeZone &zone, const QDate &today); //!< "12:41" today, "yesterday 12:41", "8 Dec. 12:41"
QString timeText(Instant at, const QTimeZone &zone);                       //!< "12:41"

} // namespace parvis
