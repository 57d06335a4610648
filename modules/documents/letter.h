#pragma once

#include "base/result.h"

#include <QtCore/QByteArray>
#include <QtCore/QDate>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtGui/QImage>

namespace parvis {

//! Who signs (CRPA L. 212-1: signature, first name, name and capacity, in legible letters).
struct Signatory
{
    QString firstName;
    QString lastName;
    QString capacity;   //!< "Adjointe déléguée aux espaces verts"
    QString delegation; //!< "Pour le maire et par délégation,"; empty: in their own name
    QImage signature;   //!< null: room is left to sign by hand

    bool operator==(const Signatory &) const = default;
};

//! A letter out, ready to be laid on paper. All but the body is plain text, of any length: what does not fit its place is cut
//! with an ellipsis, and the body flows on. In French, as its readers are.
struct Letter
{
    QString body;          //!< the body (collectivité) that writes
    QStringList bodyLines; //!< its address, phone, e-mail
    QImage logo;           //!< null: none
    QStringList sender;    //!< the service, who follows the matter, how they are reached (CRPA L. 111-2)
    QStringList addressee; //!< name and address, six lines have room in the window
    QString place;         //!< "Ingeville"; empty: the day alone
    QDate day;
    QString chrono;         //!< number of outgoing post, on every page; empty: none
    QStringList references; //!< "Demande n° 2026-014233, reçue le 1er novembre 2026"
    QString subject;
    QString text;    //!< HTML: p, br, ul, li, b (ReplyFormat::Html); loads nothing
    QString closing; //!< the last paragraph, kept with the signature; plain
    Signatory signatory;
    QStringList attachments; //!< by name

    bool operator==(const Letter &) const = default;
};

//! A4, the address where the window of a French envelope is (NF Z 11-001), pages numbered "2/3" from the second on, the signature
//! never alone on its page. Written as PDF/A-1b: fonts embedded, no transparency, output intent sRGB. Needs QGuiApplication. GUI
//! thread.
Result<QByteArray> pdfOf(const Letter &letter);

enum class Sides { One, Both };

//! Letters for one print job, each begun on a new sheet and numbered for itself. Errors: InvalidInput for none.
Result<QByteArray> batchPdf(const QList<Letter> &letters, Sides sides);

} // namespace parvis
