#pragma once

#include "presentation/mailcontroller.h"

#include <QtCore/QTimeZone>

namespace parvis {

// The words of the mail workspace.

QStringList columnWords();
QString cellText(const DispatchRow &row, MailListModel::Column column, const ReferenceData &town, const QDate &today);

QString tabWord(MailView view);
//! "VILLE-D-2026-" as "VILLE 2026".
QString registerWord(const QString &chrono);

//! What was done: one sentence for the status bar.
QString sentence(const SavedMail &act);
//! What Ctrl+Z takes back of it.
QString undoWord(const SavedMail &act);

// Lines of the history of one dispatch.
QString historyLine(DispatchState state, ReplyChannel channel, const QString &who, Instant at, const QTimeZone &zone,
                    const QDate &today);
QString queuedLine(Instant at, const QTimeZone &zone, const QDate &today);
QString approvedLine(const QString &who, Instant at, const QTimeZone &zone, const QDate &today);

QStringList exportHeaders();
QStringList exportCells(const DispatchRow &row, const ReferenceData &town);

} // namespace parvis
