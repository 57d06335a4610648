#pragma once

#include "domain/circuit.h"
#include "domain/procedurecard.h"

// The life of a procedure card: a draft goes along its circuit, is published as a revision by the hub, and never changes after.
// Units carry the circuits: a service without one has that of its directorate, then of its body.

namespace parvis {

//! The circuit of the cards of \a service; empty: nobody could validate them.
QJsonArray circuitFor(const Id &service, const Lookup &lookup);

//! On whose behalf \a actor may decide the present step of \a draft (their own id for themselves); nothing if they may not.
std::optional<Id> signatory(const CardDraft &draft, const Actor &actor, const Lookup &lookup);

//! May write the draft of a card of \a service; a card without a service is anybody's who writes cards.
bool mayWriteCards(const Actor &actor, const Id &service);

//! What a draft still needs before it can be submitted.
enum class CardGap { Title, Theme, Service, Ask, Say, Form, Dates };
QList<CardGap> gapsOf(const CardContent &content);

//! Is the change of a draft from \a before (empty at creation) to \a after allowed?
Refusal draftRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor, const Lookup &lookup);

//! Is the change of a remark from \a before (empty at creation) to \a after allowed?
Refusal remarkRefusal(const QJsonObject &before, const QJsonObject &after, const Actor &actor, const Lookup &lookup);

//! What publishing writes.
struct Publication
{
    QJsonObject card; //!< the card's document after it
    Id revision;
    QJsonObject revisionDocument;
};

//! Publishes \a content under the next number of the card whose document is \a card (empty: a new one, called \a code).
//! \a approver: null for an import.
Publication publicationOf(const Id &cardId, const QJsonObject &card, const QString &code, const QJsonObject &content,
                          const Id &author, const Id &approver, Instant now);

//! A code for a new card out of its title: "carte-grise-perdue"; never empty. The hub makes it unlike all others.
QString codeFor(const QString &title);

} // namespace parvis
