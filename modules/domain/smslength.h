#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace parvis {

//! How a text travels as SMS (3GPP TS 23.038 and 23.040): as GSM 7-bit characters, 160 in one message or 153 in each part of a
//! longer one; with a single other character all of it as UCS-2, 70 or 67.
struct SmsLength
{
    bool isUnicode = false;
    qsizetype units = 0;     //!< septets, or 16-bit units
    qsizetype parts = 0;     //!< messages that are paid; 0 of an empty text
    qsizetype unitsLeft = 0; //!< in the last part

    bool operator==(const SmsLength &) const = default;
};

SmsLength smsLength(const QString &text);

//! A character that makes the text Unicode, with what says the same in GSM characters.
struct SmsReplacement
{
    QString character;
    QString instead; //!< empty: leave it out, or say it otherwise
    QList<qsizetype> at;

    bool operator==(const SmsReplacement &) const = default;
};

//! In the order in which they first appear; empty if the text travels as GSM characters.
QList<SmsReplacement> smsReplacements(const QString &text);

//! \a text with all that can be replaced.
QString smsReplaced(const QString &text);

} // namespace parvis
