#include "wording/replyfields.h"

#include "domain/cardform.h"
#include "domain/phone.h"
#include "domain/suspension.h"
#include "wording/french.h"

#include <QtCore/QLocale>
#include <QtCore/QStringList>

#include <utility>

using namespace Qt::StringLiterals;

namespace parvis {

namespace {

QString oneLine(const QString &address)
{
    QStringList parts;
    for (const QString &part : QString(address).replace(u'\n', u',').split(u',', Qt::SkipEmptyParts)) {
        if (const QString trimmed = part.simplified(); !trimmed.isEmpty())
            parts.append(trimmed);
    }
    return parts.join(u", "_s);
}

QString yes(bool is)
{
    return is ? u"oui"_s : QString();
}

QString months(int count)
{
    if (count <= 0)
        return {};
    if (count % 12 == 0)
        return count == 12 ? u"1 an"_s : u"%1 ans"_s.arg(count / 12);
    return u"%1 mois"_s.arg(count);
}

//! A value of the card's form in words.
QString words(const FormField &field, const QJsonValue &value)
{
    static const QLocale french(QLocale::French, QLocale::France);
    if (isEmptyValue(value))
        return {};
    if (value.isBool())
        return value.toBool() ? u"oui"_s : u"non"_s;
    if (value.isDouble())
        return french.toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (value.isArray()) {
        QStringList choices;
        for (const QJsonValue &choice : value.toArray())
            choices.append(choice.toString());
        return choices.join(u", "_s);
    }
    if (value.isObject())
        return field.type == FormFieldType::File ? value["name"_L1].toString() : oneLine(value["address"_L1].toString());
    if (field.type == FormFieldType::Date)
        return frenchDay(QDate::fromString(value.toString(), Qt::ISODate));
    return value.toString();
}

class Catalogue
{
public:
    explicit Catalogue(const ReplyFacts &facts) : m_facts(facts) {}

    QList<ReplyField> fields()
    {
        citizen();
        request();
        card();
        correspondent(u"service"_s, u"du service"_s, m_facts.service);
        add(u"agent.name"_s, u"Prénom et nom de l'agent"_s, m_facts.agentName);
        add(u"agent.capacity"_s, u"Qualité de l'agent"_s, m_facts.agentCapacity);
        correspondent(u"body"_s, u"de la collectivité"_s, m_facts.body);
        add(u"body.court"_s, u"Tribunal administratif compétent"_s, oneLine(m_facts.court));
        add(u"body.superior"_s, u"Autorité du recours hiérarchique"_s, m_facts.superior);
        add(u"body.data_protection"_s, u"Délégué à la protection des données"_s, oneLine(m_facts.dataProtection));
        add(u"today"_s, u"Date du jour"_s, frenchDay(m_facts.today));
        form();
        return std::move(m_fields);
    }

private:
    void add(const QString &code, const QString &label, const QString &value, bool hasLines = false)
    {
        m_fields.append({code, label, value, hasLines});
    }

    void citizen()
    {
        const Citizen &citizen = m_facts.citizen;
        add(u"citizen.name"_s, u"Usager, civilité et nom"_s, displayName(citizen));
        add(u"citizen.civility"_s, u"Civilité"_s, citizen.civility);
        add(u"citizen.first_name"_s, u"Prénom"_s, citizen.firstName);
        add(u"citizen.last_name"_s, u"Nom"_s, citizen.lastName);
        add(u"citizen.organisation"_s, u"Organisme"_s, citizen.organisation);
        add(u"citizen.address"_s, u"Adresse de l'usager"_s, oneLine(citizen.address));
        add(u"citizen.phone"_s, u"Téléphone de l'usager"_s, spokenPhone(citizen.phone));
        add(u"citizen.email"_s, u"Courriel de l'usager"_s, citizen.email);
        add(u"citizen.form_of_address"_s, u"Appel (Madame, Monsieur)"_s, formOfAddress(citizen));
        add(u"citizen.politeness"_s, u"Formule de politesse"_s, politeness(citizen));
    }

    void request()
    {
        const Request &request = m_facts.request;
        QStringList missing;
        for (const QJsonValue &line : request.missing) {
            if (const QString document = line.toString().simplified(); !document.isEmpty())
                missing.append(u"– "_s + document);
        }
        add(u"request.number"_s, u"Numéro de la demande"_s, request.number);
        add(u"request.subject"_s, u"Objet de la demande"_s, request.subject);
        add(u"request.address"_s, u"Lieu de la demande"_s, oneLine(request.address));
        add(u"request.received"_s, u"Date de réception"_s, frenchDay(receivedOn()));
        add(u"request.due"_s, u"Date promise"_s, frenchDay(request.dueOn));
        add(u"request.missing"_s, u"Pièces manquantes"_s, missing.join(u'\n'), true);
        add(u"request.missing_until"_s, u"Date limite pour les pièces manquantes"_s, frenchDay(m_facts.missingUntil));
        add(u"request.authority"_s, u"Autorité à laquelle la demande est transmise"_s, request.authority);
    }

    void card()
    {
        const CardContent &card = m_facts.card;
        const QDate silence = implicitDecisionDay(card.silence, receivedOn(), suspensionsFrom(m_facts.request.suspensions));
        add(u"card.title"_s, u"Démarche"_s, card.title);
        add(u"card.silence_day"_s, u"Date de la décision implicite"_s, frenchDay(silence));
        add(u"card.silence_accepts"_s, u"Le silence vaut acceptation"_s, yes(card.silence == Silence::Acceptance));
        add(u"card.silence_rejects"_s, u"Le silence vaut rejet"_s, yes(card.silence == Silence::Rejection));
        add(u"card.retention"_s, u"Durée de conservation des données"_s, months(card.retentionMonths));
    }

    void correspondent(const QString &code, const QString &whose, const Correspondent &correspondent)
    {
        add(code + u".name"_s, u"Nom "_s + whose, correspondent.name);
        add(code + u".address"_s, u"Adresse "_s + whose, oneLine(correspondent.address));
        add(code + u".phone"_s, u"Téléphone "_s + whose, spokenPhone(correspondent.phone));
        add(code + u".email"_s, u"Courriel "_s + whose, correspondent.email);
    }

    //! A hidden field holds nothing: it was not asked for.
    void form()
    {
        const FormFields fields = formFieldsFrom(m_facts.card.form);
        const QJsonObject values = shownValues(fields, m_facts.request.form);
        for (const FormField &field : fields)
            add(u"form."_s + field.code, field.name(), words(field, values.value(field.code)), field.type == FormFieldType::Text);
    }

    QDate receivedOn() const
    {
        const Instant at = m_facts.request.receivedAt;
        return at.isSet() ? m_facts.calendar.localDay(at) : QDate();
    }

    const ReplyFacts &m_facts;
    QList<ReplyField> m_fields;
};

} // namespace

ReplyFields::ReplyFields(QList<ReplyField> fields) : m_fields(std::move(fields))
{
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        if (!m_index.contains(m_fields.at(i).code)) // of a faulty form the first, as fieldOf()
            m_index.insert(m_fields.at(i).code, i);
    }
}

const ReplyField *ReplyFields::find(const QString &code) const
{
    const auto at = m_index.constFind(code);
    return at == m_index.constEnd() ? nullptr : &m_fields.at(*at);
}

ReplyFields replyFields(const ReplyFacts &facts)
{
    return ReplyFields(Catalogue(facts).fields());
}

} // namespace parvis
