#include "demo/missionwriter.h"

#include <algorithm>
#include <cmath>

namespace parvis {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 windowMs = 213 * dayMs; // seven months
// Châlons-en-Champagne logged 9,724 requests and 1,688 missions in seven months.
constexpr double checkShare = 0.66;  // of the requests at a place for whose service patrol goes
constexpr double surveyShare = 0.02; // of the same

} // namespace

//! What patrollers find and do, by what the matter is about.
struct MissionWriter::Words
{
    QStringList subjects; //!< words of a subject
    QStringList instructions, findings, measures, materials;
    double danger = 0.2; //!< share of dangerous places
    int minutes = 60;    //!< median

    static const QList<Words> &all();
    static const Words &on(const QString &subject);
};

const QList<MissionWriter::Words> &MissionWriter::Words::all()
{
    static const QList<Words> list{
        {{u"lampadaire"_s, u"éclairage"_s, u"mât"_s, u"feu tricolore"_s},
         {u"Relever le numéro du mât et dire si la trappe est ouverte."_s, u"La rue entière ou un seul point ?"_s},
         {u"Lampe éteinte, mât 4 127, trappe fermée. Les voisins éclairent."_s,
          u"Trois points éteints à la suite, armoire ouverte, fils visibles."_s,
          u"Mât penché d'environ 10°, choc récent, verre au sol."_s,
          u"Lampe qui clignote toutes les deux secondes, globe fendu."_s},
         {u"Trappe refermée et bandée, ruban posé."_s, u"Verre ramassé. Remplacer la lampe, la nacelle passe par le n° impair."_s,
          u"Périmètre de 3 m balisé, astreinte prévenue à 10 h 20."_s},
         {u"Nacelle 12 m, lampe LED 60 W"_s, u"Trappe de mât 90 mm, clé triangle"_s, u"Mât acier 7 m, massif existant"_s},
         0.3,
         60},
        {{u"nid-de-poule"_s, u"chaussée"_s, u"trottoir"_s, u"plaque"_s, u"tranchée"_s, u"piste"_s, u"bateau"_s},
         {u"Mesurer largeur et profondeur, dire si un deux-roues peut l'éviter."_s, u"Photo avec un repère d'échelle."_s},
         {u"Trou de 60 × 40 cm, 9 cm de profondeur, dans la trace des roues."_s,
          u"Dalle soulevée de 4 cm par une racine sur 1,20 m, passage PMR impossible."_s,
          u"Plaque d'égout descellée, bascule au passage des voitures."_s,
          u"Tranchée affaissée sur 3 m, bord de fouille à vif."_s},
         {u"Deux cônes et un ruban posés. Reprendre en enrobé à froid."_s,
          u"Comblé provisoirement à l'enrobé, à reprendre à chaud."_s, u"Barrière posée, cheminement piéton dévié."_s},
         {u"200 kg d'enrobé, plaque vibrante"_s, u"Cadre et tampon fonte D400 Ø 600"_s, u"2 barrières, 4 cônes, panneau AK5"_s},
         0.45,
         120},
        {{u"dépôt"_s, u"propreté"_s, u"corbeille"_s, u"conteneur"_s, u"colonne"_s, u"collecte"_s, u"bacs"_s, u"déjections"_s},
         {u"Estimer le volume et chercher un nom sur les emballages."_s, u"Dire si un véhicule peut s'approcher."_s},
         {u"Environ 3 m³ : deux matelas, un réfrigérateur, gravats. Un carton au nom d'une société."_s,
          u"Corbeille arrachée, déchets sur 5 m."_s, u"Conteneur enterré plein, une dizaine de sacs au pied, odeur forte."_s,
          u"Six bacs sur le trottoir, passage réduit à 70 cm."_s},
         {u"Sacs ouverts et fouillés, photo de l'étiquette jointe. À enlever au camion-grue."_s,
          u"Sacs regroupés contre le mur, passage dégagé."_s, u"Bacs rentrés avec le gardien, rappel du règlement."_s},
         {u"Camion benne 6 m³, deux agents"_s, u"Corbeille 80 L sur platine"_s, u"Balayeuse, 20 sacs"_s},
         0.1,
         45},
        {{u"arbre"_s, u"branche"_s, u"haie"_s, u"parc"_s, u"massif"_s, u"jeux"_s, u"frelons"_s, u"herbes"_s, u"déchets verts"_s},
         {u"Dire s'il y a du passage dessous, et de quel côté il penche."_s,
          u"Compter les jeux touchés, vérifier les sols amortissants."_s},
         {u"Branche maîtresse fendue, 25 cm de diamètre, au-dessus du cheminement."_s,
          u"Nid de frelons asiatiques à 8 m, dans un platane, passage d'écoliers."_s,
          u"Portique de jeu : une chaîne rompue, sol décollé sur 2 m²."_s,
          u"Haie débordant de 60 cm sur le trottoir, 15 m de long."_s},
         {u"Périmètre fermé par ruban, jeu condamné."_s, u"Branche basse coupée, le reste à la nacelle."_s,
          u"Riverain averti, taille demandée sous quinze jours."_s},
         {u"Nacelle 18 m, broyeur, deux élagueurs"_s, u"Chaîne inox 8 mm, 2 manilles"_s, u"Taille-haie, remorque"_s},
         0.4,
         180},
        {{u"véhicule"_s, u"stationnement"_s, u"bruit"_s, u"animal"_s, u"rassemblement"_s, u"chien"_s, u"terrasse"_s,
          u"occupation"_s, u"échafaudage"_s},
         {u"Relever plaque, état des pneus, vitres, date du contrôle technique."_s,
          u"Passer entre 17 h et 19 h, dire ce qui gêne."_s},
         {u"Berline grise, deux pneus à plat, vitre arrière brisée, couche de feuilles : immobile depuis des semaines."_s,
          u"Fourgon à cheval sur le trottoir, poussettes sur la chaussée."_s,
          u"Terrasse débordant de 1,10 m sur l'emprise autorisée."_s,
          u"Rien de particulier au passage, un voisin confirme pour la nuit."_s},
         {u"Plaque relevée, mousse de pare-brise posée. Mise en demeure à envoyer."_s,
          u"Conducteur présent, véhicule déplacé aussitôt."_s, u"Exploitant averti verbalement, mesure faite devant lui."_s},
         {u"Fourrière : plateau, accès par le sud"_s, u"Aucun matériel"_s},
         0.12,
         30},
        {{u"fuite"_s, u"eau"_s, u"égout"_s, u"avaloir"_s, u"assainissement"_s, u"canalisation"_s, u"rats"_s, u"inondation"_s},
         {u"Trouver d'où vient l'eau, dire si elle gèle ou descend en cave."_s,
          u"Soulever la grille si possible, estimer l'encombrement."_s},
         {u"Eau claire qui sourd au pied de la bouche à clé, environ 5 L par minute."_s,
          u"Avaloir plein de feuilles et de sable, flaque de 8 m²."_s,
          u"Trois terriers le long du mur, traces fraîches, restes de nourriture."_s,
          u"Tampon soulevé par la pression, odeur, refoulement sur 2 m."_s},
         {u"Feuilles retirées à la griffe, l'eau s'écoule. Curage à prévoir."_s,
          u"Zone balisée, astreinte du service des eaux jointe."_s, u"Nourrissage signalé au gardien."_s},
         {u"Hydrocureuse"_s, u"Bouche à clé, collier de réparation DN 60"_s, u"6 boîtes d'appâts"_s},
         0.25,
         90},
        {{},
         {u"Passer voir sur place et dire ce qu'il en est."_s, u"Vérifier l'adresse exacte et joindre des photos."_s},
         {u"Constaté comme décrit, à la hauteur du numéro indiqué."_s, u"Panneau tourné vers le mur, fixation desserrée."_s,
          u"Potelet arraché, scellement apparent."_s, u"Tag de 2 m² sur un mur public, lisible de la rue."_s},
         {u"Panneau remis dans l'axe et resserré."_s, u"Potelet mis de côté, trou couvert d'une plaque."_s,
          u"Rien à mettre en sécurité."_s},
         {u"Colliers Ø 60, clé de 13"_s, u"Potelet Ø 76, béton prompt"_s, u"Hydrogommeuse"_s},
         0.15,
         45}};
    return list;
}

const MissionWriter::Words &MissionWriter::Words::on(const QString &subject)
{
    const QList<Words> &list = all();
    QString said = u' ' + subject; // "eau" is not a part of "panneau"
    said.replace(u'\'', u' ').replace(u'’', u' ');
    const auto its = std::find_if(list.begin(), list.end() - 1, [&said](const Words &words) {
        return std::any_of(words.subjects.begin(), words.subjects.end(),
                           [&said](const QString &word) { return said.contains(u' ' + word, Qt::CaseInsensitive); });
    });
    return *its; // the last one fits anything
}

MissionWriter::MissionWriter(const TownData &town, quint32 seed, Instant until)
    : m_town(town), m_chance(seed + 0x51ed270bU), m_until(until), m_calendar(town.calendar)
{}

Instant MissionWriter::workingMoment(const QDate &day)
{
    QDate at = day;
    while (!m_calendar.isWorkingDay(at))
        at = at.addDays(1);
    constexpr int firstMinute = 8 * 60 + 15, lastMinute = 17 * 60;
    return {m_calendar.startOfDay(at).ms + qint64(m_chance.between(firstMinute, lastMinute)) * 60'000};
}

Mission MissionWriter::begun(const Request &request, MissionPurpose purpose)
{
    Mission m;
    m.purpose = purpose;
    m.request = request.id;
    if (!request.confidential)
        m.subject = request.subject;
    m.service = request.service;
    m.address = request.address;
    m.district = request.district;
    m.latitude = request.latitude;
    m.longitude = request.longitude;
    m.author = request.createdBy;
    return m;
}

void MissionWriter::follow(const Request &request, QList<IntakeRecord> &into)
{
    const bool isOurs = request.receivedAt.ms > m_until.ms - windowMs && !request.address.isEmpty() && !request.onTheSpot &&
                        m_town.patrolled.contains(request.service) && !m_town.patrollers.isEmpty();
    if (!isOurs)
        return;
    if (request.channel == Channel::Patrol) {
        Mission own = begun(request, MissionPurpose::Own);
        own.at = request.receivedAt;
        own.patroller = m_chance.pick(m_town.patrollers);
        own.author = own.patroller;
        return write(own, request.receivedAt, into);
    }
    if (m_chance.hits(surveyShare))
        survey(request, into);
    if (!m_chance.hits(checkShare))
        return;
    Mission check = begun(request, MissionPurpose::Check);
    constexpr double lateHours = 3;
    check.at = {request.receivedAt.ms + qint64(m_chance.unit() * lateHours * double(hourMs))};
    if (check.at.ms > m_until.ms)
        check.at = request.receivedAt;
    const QDate day = m_calendar.localDay(check.at);
    check.dueOn = day.addDays(m_chance.between(2, 5));
    report(check, workingMoment(day.addDays(m_chance.between(1, 4))), into);
}

//! A service wants to know what is there.
void MissionWriter::survey(const Request &near, QList<IntakeRecord> &into)
{
    static const QList<QPair<QString, QString>> surveys{
        {u"Tour des abords d'école"_s, u"Passages piétons, barrières, éclairage : dire ce qui manque avant la rentrée."_s},
        {u"État des bancs et corbeilles"_s, u"Compter, photographier ce qui est cassé."_s},
        {u"Relevé des nids-de-poule"_s, u"Toute la rue, les deux sens ; largeur et profondeur."_s},
        {u"Contrôle après travaux"_s, u"Vérifier la réfection de la tranchée et le marquage."_s},
        {u"Avaloirs avant les pluies d'automne"_s, u"Dire lesquels sont à curer."_s}};
    const auto &[subject, instructions] = m_chance.pick(surveys);
    Mission m = begun(near, MissionPurpose::Survey);
    m.request = {};
    m.subject = subject;
    m.instructions = instructions;
    m.at = near.receivedAt;
    const QDate day = m_calendar.localDay(m.at);
    m.dueOn = day.addDays(m_chance.between(4, 9));
    report(m, workingMoment(day.addDays(m_chance.between(2, 8))), into);
}

//! To be reported at \a at, if that has come; of what is still open a part is taken.
void MissionWriter::report(const Mission &mission, Instant at, QList<IntakeRecord> &into)
{
    Mission m = mission;
    const Id somebody = m_chance.pick(m_town.patrollers);
    const bool isReported = at.ms <= m_until.ms;
    constexpr double taken = 0.55;
    if (isReported || m_chance.hits(taken))
        m.patroller = somebody;
    write(m, isReported ? at : Instant(), into);
}

void MissionWriter::write(const Mission &mission, Instant reportedAt, QList<IntakeRecord> &into)
{
    Mission m = mission;
    const Words &words = Words::on(m.subject);
    if (m.subject.isEmpty())
        m.subject = u"Vérification sur place"_s; // of a confidential request
    if (m.purpose == MissionPurpose::Check)
        m.instructions = m_chance.pick(words.instructions);
    m.id = makeId(m.at, m_chance.generator());
    if (m.purpose == MissionPurpose::Own) { // made with its report
        QJsonObject document = toDocument(m);
        const QJsonObject set = reported(m, reportedAt);
        for (auto it = set.begin(); it != set.end(); ++it)
            document.insert(it.key(), it.value());
        into.append({Verb::Create, Kind::Mission, m.id, document, m.at, m.author});
        return;
    }
    into.append({Verb::Create, Kind::Mission, m.id, toDocument(m), m.at, m.author});
    if (reportedAt.isSet())
        into.append({Verb::Patch, Kind::Mission, m.id, reported(m, reportedAt), reportedAt, m.patroller});
}

QJsonObject MissionWriter::reported(const Mission &m, Instant at)
{
    const Words &words = Words::on(m.subject);
    constexpr double stays = 0.15; // of what is dangerous
    constexpr double spread = 0.5;
    constexpr double quarters = 15;
    const Safety safety = !m_chance.hits(words.danger) ? Safety::NoDanger
                          : m_chance.hits(stays)       ? Safety::StillDangerous
                                                       : Safety::MadeSafe;
    const bool hasWork = m_chance.hits(0.8);
    QJsonObject set{{u"state"_s, token(MissionState::Done)},
                    {u"findings"_s, m_chance.pick(words.findings)},
                    {u"safety"_s, token(safety)},
                    {u"measures"_s, m_chance.pick(words.measures)},
                    {u"reported_at"_s, at.ms}};
    if (hasWork) {
        set.insert(u"materials"_s, m_chance.pick(words.materials));
        set.insert(u"minutes"_s,
                   int(std::max(1L, std::lround(m_chance.skewed(words.minutes, spread) / quarters)) * long(quarters)));
        set.insert(u"target"_s, idText(m.service));
    }
    return set;
}

} // namespace parvis
