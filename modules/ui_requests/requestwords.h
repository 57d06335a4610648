#pragma once

#include "presentation/requestdetailcontroller.h"
#include "presentation/requestfilter.h"
#include "presentation/requestlistmodel.h"
#include "presentation/timelinemodel.h"
#include "ui_common/tone.h"

namespace parvis {

// What a request is made of, in the agent's language.

//! A value of a document as a person reads it; "–" for none. A citizen is not named: the directory is not in memory.
QString valueText(const QString &field, const QJsonValue &value, const ReferenceData &town);

QString viewTitle(RequestView view);
QString cellText(const RequestRow &row, const Delay &delay, RequestListModel::Column column);
QStringList columnTitles();
//! The number, or that it is still to come from the hub.
QString numberText(const QString &number);

//! How an entry of the timeline looks.
struct EntryText
{
    QString icon;
    QString title; //!< what it was: "Note", "Phone, from the citizen"
    QString meta;  //!< who and when
    QString body;  //!< may have several lines
    Tone tone = Tone::Neutral;

    QString spoken() const; //!< for assistive technology
};
EntryText entryText(const TimelineEntry &entry, const ReferenceData &town, const QDate &today);

//! "Assigned → In progress"
QString stepText(const FieldStep &step, const ReferenceData &town);

//! What was done, in a sentence; and what it is called where it can be taken back, empty if it can't.
std::pair<QString, QString> textsOf(const SavedAct &act);

//! What stays on a request when an answer on it is taken back: the note beside the contact.
QString answerTakenBack();
//! \a done, and what stays on \a stillTold requests.
QString withWhatStays(const QString &done, int stillTold);

} // namespace parvis
