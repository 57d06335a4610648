#include "wording/paragraphs.h"

#include <QtCore/QFile>
#include <QtCore/QtGlobal>

using namespace Qt::StringLiterals;

namespace parvis {

Paragraphs usualParagraphs()
{
    const auto textOf = [](const QString &code) {
        QFile file(u":/wording/paragraphs/"_s + code + u".mustache"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a paragraph is not in the program"); // built wrongly
        return QString::fromUtf8(file.readAll()).trimmed();
    };
    Paragraphs paragraphs;
    const auto add = [&](const QString &code, const QString &title) { paragraphs.insert(code, {title, textOf(code)}); };
    add(u"acknowledgement"_s, u"Accusé de réception (mentions du CRPA)"_s);
    add(u"reception"_s, u"Accusé de réception et date promise"_s);
    add(u"reception_sms"_s, u"Accusé de réception par SMS"_s);
    add(u"silence"_s, u"Décision implicite"_s);
    add(u"missing_documents"_s, u"Pièces manquantes"_s);
    add(u"transfer"_s, u"Transmission à l'autorité compétente"_s);
    add(u"appeals"_s, u"Voies et délais de recours"_s);
    add(u"appeals_silence"_s, u"Recours contre une décision implicite"_s);
    add(u"privacy"_s, u"Protection des données personnelles"_s);
    return paragraphs;
}

} // namespace parvis
