#pragma once

#include "domain/citizen.h"

#include <QtCore/QDate>

namespace parvis {

//! Tells a citizen that their request was passed on to the authority that is competent for it (CRPA L. 114-2: the administration
//! that is asked by mistake passes the request on and says so), and from when the delays run (L. 114-3). Written in French,
//! whatever the agent's language.
struct TransferLetter
{
    QString town; //!< the body that writes
    Citizen citizen;
    QString number;
    QDate receivedOn; //!< by the town
    QDate day;        //!< of the letter
    QString authority;
    QString words; //!< of the agent, added as a paragraph; may be empty
};

//! The letter's words without address and signature, in paragraphs: what the citizen was told.
QString textOf(const TransferLetter &letter);

} // namespace parvis
