#pragma once

#include "domain/citizen.h"
#include "domain/procedurecard.h"
#include "domain/request.h"
#include "domain/workingcalendar.h"

#include <QtCore/QDate>
#include <QtCore/QHash>
#include <QtCore/QList>

// The fields that a reply template may name. Their codes are stable: town halls write them into templates.

namespace parvis {

//! The body that answers, or its service in charge.
struct Correspondent
{
    QString name;
    QString address; //!< on one line, parts parted by commas
    QString phone;   //!< E.164
    QString email;

    bool operator==(const Correspondent &) const = default;
};

//! What a reply is about.
struct ReplyFacts
{
    Citizen citizen; //!< empty: anonymous
    Request request;
    CardContent card; //!< empty: matches none
    Correspondent body;
    QString court;          //!< "tribunal administratif de …, address"
    QString superior;       //!< who decides on a hierarchical appeal ("la préfète de la Marne"); empty: there is nobody
    QString dataProtection; //!< how the data protection officer is reached
    Correspondent service;
    QString agentName;
    QString agentCapacity; //!< "instructrice" (CRPA L. 111-2)
    QDate today;
    QDate missingUntil; //!< the day until which missing documents are waited for (CRPA L. 114-5)
    WorkingCalendar calendar;
};

//! A field as it is offered to those who write templates, with what it holds here.
struct ReplyField
{
    QString code;  //!< "citizen.name"
    QString label; //!< French
    QString value; //!< empty: not known here
    bool hasLines = false;

    bool operator==(const ReplyField &) const = default;
};

//! The fields in the order in which they are offered, found by code.
class ReplyFields
{
public:
    ReplyFields() = default;
    explicit ReplyFields(QList<ReplyField> fields);

    const QList<ReplyField> &all() const { return m_fields; }
    const ReplyField *find(const QString &code) const; //!< null: there is none

private:
    QList<ReplyField> m_fields;
    QHash<QString, qsizetype> m_index;
};

//! All fields for \a facts. Without facts the catalogue: every field but those of a form, empty.
ReplyFields replyFields(const ReplyFacts &facts = {});

} // namespace parvis
