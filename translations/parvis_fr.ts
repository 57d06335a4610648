<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AdminWords</name>
    <message>
        <source>unknown</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>le serveur</translation>
    </message>
    <message>
        <source>%1, %2: made</source>
        <extracomment>%1: time, %2: person</extracomment>
        <translation>%1, %2 : créé</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>a field, its old and its new value</extracomment>
        <translation>%1 : %2 → %3</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1: time, %2: person, %3: what changed</extracomment>
        <translation>%1, %2 : %3</translation>
    </message>
</context>
<context>
    <name>CardPage</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (obligatoire)</translation>
    </message>
    <message>
        <source>For whom:</source>
        <translation>Pour qui :</translation>
    </message>
    <message>
        <source>Price:</source>
        <translation>Prix :</translation>
    </message>
    <message>
        <source>Where:</source>
        <translation>Où :</translation>
    </message>
    <message>
        <source>Silence of the town:</source>
        <translation>Silence de la ville :</translation>
    </message>
    <message>
        <source>Valid from:</source>
        <translation>Valable à partir du :</translation>
    </message>
    <message>
        <source>Valid until:</source>
        <translation>Valable jusqu&apos;au :</translation>
    </message>
    <message>
        <source>Documents needed</source>
        <translation>Pièces à fournir</translation>
    </message>
    <message>
        <source>Practical</source>
        <translation>Pratique</translation>
    </message>
    <message>
        <source>Fields to fill in</source>
        <translation>Champs à remplir</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Accusé de réception</translation>
    </message>
    <message>
        <source>Reply templates</source>
        <translation>Modèles de réponse</translation>
    </message>
    <message>
        <source>Legal references</source>
        <translation>Références juridiques</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Voir aussi</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Dire</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Faire</translation>
    </message>
    <message>
        <source>Revision %1 · printed on %2</source>
        <extracomment>at the foot of a printed card</extracomment>
        <translation>Révision %1 · imprimée le %2</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <extracomment>page numbers</extracomment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>CardWords</name>
    <message>
        <source>being written, %1</source>
        <translation>en rédaction, %1</translation>
    </message>
    <message>
        <source>came back, %1: %2</source>
        <translation>revenu, %1 : %2</translation>
    </message>
    <message>
        <source>step %1 of %2, since %3</source>
        <translation>étape %1 sur %2, depuis %3</translation>
    </message>
    <message>
        <source>%1 · on behalf of %2</source>
        <extracomment>%1: &quot;step 2 of 5, since yesterday&quot;; %2: an absent person</extracomment>
        <translation>%1 · par délégation de %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: &quot;step 2 of 5, since yesterday&quot;; %2: who decides</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>required</source>
        <translation>obligatoire</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>My drafts</source>
        <translation>Mes brouillons</translation>
    </message>
    <message>
        <source>To validate</source>
        <translation>À valider</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>Signalées</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>À relire</translation>
    </message>
    <message>
        <source>Never used</source>
        <translation>Jamais utilisées</translation>
    </message>
    <message>
        <source>Without a card</source>
        <translation>Sans fiche</translation>
    </message>
    <message>
        <source>a title</source>
        <translation>un titre</translation>
    </message>
    <message>
        <source>a theme</source>
        <translation>un thème</translation>
    </message>
    <message>
        <source>a service</source>
        <translation>un service</translation>
    </message>
    <message>
        <source>what to ask</source>
        <translation>quoi demander</translation>
    </message>
    <message>
        <source>what to say</source>
        <translation>quoi dire</translation>
    </message>
    <message>
        <source>an end after the beginning</source>
        <translation>une fin après le début</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>means acceptance after two months</source>
        <translation>vaut acceptation après deux mois</translation>
    </message>
    <message>
        <source>means rejection after two months</source>
        <translation>vaut rejet après deux mois</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Approuvé</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Retourné</translation>
    </message>
    <message>
        <source>Flagged as wrong</source>
        <translation>Signalée fausse</translation>
    </message>
    <message>
        <source>Flagged as incomplete</source>
        <translation>Signalée incomplète</translation>
    </message>
    <message>
        <source>number</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>date</source>
        <translation>date</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>oui ou non</translation>
    </message>
    <message>
        <source>number plate</source>
        <translation>plaque</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>to review since %1</source>
        <translation>à relire depuis le %1</translation>
    </message>
    <message>
        <source>to review on %1</source>
        <translation>à relire le %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a card</source>
        <translation>
            <numerusform>%n demande sans fiche</numerusform>
            <numerusform>%n demandes sans fiche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · found by “%2”</source>
        <extracomment>%1: a service; %2: the words of the card that were found</extracomment>
        <translation>%1 · trouvée par « %2 »</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Often late</source>
        <translation>Souvent en retard</translation>
    </message>
    <message>
        <source>a name for each field of the form, two choices at least for a choice</source>
        <translation>un nom pour chaque champ du formulaire, deux choix au moins pour une liste</translation>
    </message>
    <message>
        <source>several choices</source>
        <translation>plusieurs choix</translation>
    </message>
    <message>
        <source>place</source>
        <translation>lieu</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>%1 of %2 late, %3 escalated, %4 reopened</source>
        <extracomment>of a card: how many of its requests were late, and how many were opened again</extracomment>
        <translation>%1 sur %2 en retard, %3 remontées, %4 rouvertes</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>to send</source>
        <translation>à envoyer</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>conflit</translation>
    </message>
</context>
<context>
    <name>FormFact</name>
    <message>
        <source>chosen; Enter takes it away</source>
        <translation>choisi ; Entrée le retire</translation>
    </message>
</context>
<context>
    <name>FormWords</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a field of the form and the value for which another one is shown</extracomment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>The password file %1 can&apos;t be read.</source>
        <translation>Le fichier du mot de passe %1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The town hall&apos;s single reception desk.</source>
        <translation>L&apos;accueil unique de la mairie.</translation>
    </message>
    <message>
        <source>Folder of this desk&apos;s settings and databases.</source>
        <translation>Dossier des réglages et des bases de ce poste.</translation>
    </message>
    <message>
        <source>Address of the hub, https://host:port.</source>
        <translation>Adresse du serveur, https://hôte:port.</translation>
    </message>
    <message>
        <source>Who signs in.</source>
        <translation>Qui s&apos;identifie.</translation>
    </message>
    <message>
        <source>Sign in at once with the password in this file (or in PARVIS_PASSWORD).</source>
        <translation>S&apos;identifier aussitôt avec le mot de passe de ce fichier (ou de PARVIS_PASSWORD).</translation>
    </message>
    <message>
        <source>Accept the server with this SHA-256 fingerprint unasked.</source>
        <translation>Accepter sans demander le serveur qui a cette empreinte SHA-256.</translation>
    </message>
    <message>
        <source>Sign in as the reception agent of the demo town on this machine.</source>
        <translation>S&apos;identifier comme l&apos;agent d&apos;accueil de la ville de démonstration sur cette machine.</translation>
    </message>
    <message>
        <source>Write every screen to this folder and quit.</source>
        <translation>Écrire chaque écran dans ce dossier et quitter.</translation>
    </message>
    <message>
        <source>Without a window: sync, obey JSON lines on the standard input.</source>
        <translation>Sans fenêtre&#xa0;: synchroniser, obéir aux lignes JSON de l&apos;entrée standard.</translation>
    </message>
    <message>
        <source>Language of the windows: fr or en.</source>
        <translation>Langue des fenêtres&#xa0;: fr ou en.</translation>
    </message>
    <message>
        <source>--server wants an address like https://host:port.</source>
        <translation>--server demande une adresse comme https://hôte:port.</translation>
    </message>
    <message>
        <source>--lang wants fr or en.</source>
        <translation>--lang demande fr ou en.</translation>
    </message>
</context>
<context>
    <name>PreferencesForm</name>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Thème</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Text &amp;size</source>
        <translation>Taille du te&amp;xte</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>&amp;Row height</source>
        <translation>&amp;Hauteur des lignes</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Hauteur des lignes</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Langue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>RequestWords</name>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Conflict settled: the other value was taken</source>
        <translation>Conflit réglé&#xa0;: l&apos;autre valeur a été prise</translation>
    </message>
    <message>
        <source>Conflict settled: what stood was kept</source>
        <translation>Conflit réglé&#xa0;: la valeur en place a été gardée</translation>
    </message>
    <message>
        <source>%1: wanted %2, found %3</source>
        <translation>%1&#xa0;: voulu %2, trouvé %3</translation>
    </message>
    <message>
        <source>another citizen</source>
        <translation>un autre usager</translation>
    </message>
    <message>
        <source>Mine</source>
        <extracomment>a saved view of the list of requests</extracomment>
        <translation>Miennes</translation>
    </message>
    <message>
        <source>My service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
    <message>
        <source>To qualify</source>
        <translation>À qualifier</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>N° to come</source>
        <extracomment>in the place of a request&apos;s number, which the hub gives</extracomment>
        <translation>N° à venir</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Usager</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>n</source>
        <comment>filter</comment>
        <extracomment>key of the filter line, one word without blanks: &quot;n:14233&quot;</extracomment>
        <translation>n</translation>
    </message>
    <message>
        <source>service</source>
        <comment>filter</comment>
        <translation>service</translation>
    </message>
    <message>
        <source>agent</source>
        <comment>filter</comment>
        <translation>agent</translation>
    </message>
    <message>
        <source>channel</source>
        <comment>filter</comment>
        <translation>canal</translation>
    </message>
    <message>
        <source>district</source>
        <comment>filter</comment>
        <translation>quartier</translation>
    </message>
    <message>
        <source>status</source>
        <comment>filter</comment>
        <translation>statut</translation>
    </message>
    <message>
        <source>since</source>
        <comment>filter</comment>
        <translation>depuis</translation>
    </message>
    <message>
        <source>until</source>
        <comment>filter</comment>
        <translation>jusque</translation>
    </message>
    <message>
        <source>late</source>
        <comment>filter</comment>
        <translation>retard</translation>
    </message>
    <message>
        <source>today</source>
        <comment>filter</comment>
        <translation>aujourd&apos;hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>filter</comment>
        <translation>hier</translation>
    </message>
    <message>
        <source>“%1” is not a filter. Put it in quotes to search for it.</source>
        <translation>« %1 » n&apos;est pas un filtre. Mettez-le entre guillemets pour le chercher.</translation>
    </message>
    <message>
        <source>Nothing is called so: “%1”.</source>
        <translation>Rien ne s&apos;appelle ainsi&#xa0;: « %1 ».</translation>
    </message>
    <message>
        <source>“%1” may be %2: type more.</source>
        <translation>« %1 » peut être %2&#xa0;: précisez.</translation>
    </message>
    <message>
        <source>“%1” is not a day: write 2026-11-01, 1/11 or yesterday.</source>
        <translation>« %1 » n&apos;est pas un jour&#xa0;: écrivez 2026-11-01, 1/11 ou hier.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>a change of a field: name, old value, new value</extracomment>
        <translation>%1&#xa0;: %2 → %3</translation>
    </message>
    <message>
        <source>Recorded (%1)</source>
        <translation>Enregistrée (%1)</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Pièce jointe</translation>
    </message>
    <message>
        <source>(deleted)</source>
        <translation>(supprimé)</translation>
    </message>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>the town</source>
        <translation>la ville</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>who and when: &quot;Marie Rousseau, 12:41&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (to send)</source>
        <extracomment>not yet at the hub</extracomment>
        <translation>%1 (à envoyer)</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>%1, to the citizen</source>
        <translation>%1, à l&apos;usager</translation>
    </message>
    <message>
        <source>%1, from the citizen</source>
        <translation>%1, de l&apos;usager</translation>
    </message>
    <message>
        <source>Reminder to %1</source>
        <extracomment>of a request that is late or nearly; %1 the referent</extracomment>
        <translation>Relance à %1</translation>
    </message>
    <message>
        <source>Escalated to %1, head of service</source>
        <translation>Remonté à %1, chef de service</translation>
    </message>
    <message>
        <source>Escalated to %1, director</source>
        <extracomment>%1: a director</extracomment>
        <translation>Remonté à %1, direction</translation>
    </message>
    <message>
        <source>Reminder: nobody is there to be told</source>
        <translation>Relance : personne n’est là pour la recevoir</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>Promis pour le %1</translation>
    </message>
    <message>
        <source>%1 (taken away)</source>
        <extracomment>of a file</extracomment>
        <translation>%1 (retiré)</translation>
    </message>
</context>
<context>
    <name>RouteWords</name>
    <message>
        <source>no card says where</source>
        <translation>aucune fiche ne dit où</translation>
    </message>
    <message>
        <source>by the card</source>
        <translation>par la fiche</translation>
    </message>
    <message>
        <source>by the card, for %1</source>
        <translation>par la fiche, pour %1</translation>
    </message>
    <message>
        <source>by the rule “%1”</source>
        <translation>par la règle « %1 »</translation>
    </message>
    <message>
        <source>%1 is closed, its successor takes over</source>
        <translation>%1 est fermé, son successeur prend le relais</translation>
    </message>
    <message>
        <source>to qualify</source>
        <translation>à qualifier</translation>
    </message>
    <message>
        <source>referent of the card</source>
        <translation>référent de la fiche</translation>
    </message>
    <message>
        <source>referent for %1</source>
        <translation>référent pour %1</translation>
    </message>
    <message>
        <source>referent of the service</source>
        <translation>référent du service</translation>
    </message>
    <message>
        <source>has the fewest open cases</source>
        <translation>a le moins de dossiers ouverts</translation>
    </message>
    <message>
        <source>the head of the service assigns</source>
        <translation>le chef de service attribue</translation>
    </message>
    <message>
        <source>%1 no longer works there</source>
        <translation>%1 n’y travaille plus</translation>
    </message>
    <message>
        <source>%1 is absent</source>
        <translation>%1 est absent</translation>
    </message>
    <message>
        <source>%1 stands for them</source>
        <translation>suppléance : %1</translation>
    </message>
    <message>
        <source>nobody stands for them: the head of the service assigns</source>
        <translation>sans suppléant présent : le chef de service attribue</translation>
    </message>
</context>
<context>
    <name>SignInForm</name>
    <message>
        <source>&amp;Server address</source>
        <translation>Adresse du &amp;serveur</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>&amp;Identifiant</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Mot de passe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 fiches sur %2</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>You can work on: everything is kept on this desk and sent once you have signed in at the hub.</source>
        <translation>Vous pouvez continuer : tout est conservé sur ce poste et partira quand vous serez connecté au serveur.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>The hub does not answer. You can work on: everything is kept on this desk and sent when it answers again, by itself.</source>
        <translation>Le serveur ne répond pas. Vous pouvez continuer : tout est conservé sur ce poste et partira de soi-même dès qu&apos;il répondra.</translation>
    </message>
    <message>
        <source>The first fetch is paused</source>
        <translation>Premier chargement en pause</translation>
    </message>
    <message>
        <source>What has come is kept (%1). F5 goes on from there.</source>
        <translation>Ce qui est arrivé est conservé (%1). F5 reprend à cet endroit.</translation>
    </message>
    <message>
        <source>Fetching the town&apos;s records for the first time</source>
        <translation>Premier chargement des données de la ville</translation>
    </message>
    <message>
        <source>%1. You can already work; what is missing arrives by itself, even after an interruption.</source>
        <translation>%1. Vous pouvez déjà travailler ; le reste arrive de soi-même, même après une interruption.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi</translation>
    </message>
    <message>
        <source>Your work is on its way to the hub.</source>
        <translation>Votre travail part vers le serveur.</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Réception</translation>
    </message>
    <message>
        <source>The work of the others is coming in.</source>
        <translation>Le travail des collègues arrive.</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>À jour</translation>
    </message>
    <message>
        <source>What the others do appears here within a second.</source>
        <translation>Ce que font les collègues apparaît ici en moins d&apos;une seconde.</translation>
    </message>
    <message>
        <source>What the others do is fetched every now and then; F5 asks at once.</source>
        <translation>Le travail des collègues est relevé de temps en temps ; F5 le demande tout de suite.</translation>
    </message>
    <message>
        <source>The hub asks for patience</source>
        <translation>Le serveur demande de patienter</translation>
    </message>
    <message>
        <source>Nothing is lost: sending goes on by itself in a moment.</source>
        <translation>Rien n&apos;est perdu : l&apos;envoi reprend de soi-même dans un instant.</translation>
    </message>
    <message>
        <source>Comparing with the hub anew</source>
        <translation>Nouvelle comparaison avec le serveur</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>Synchronisation arrêtée</translation>
    </message>
    <message>
        <source>Your work is kept on this desk. Copy the report for your administrator.</source>
        <translation>Votre travail est conservé sur ce poste. Copiez le rapport pour votre administrateur.</translation>
    </message>
    <message>
        <source>Next attempt at %1; F5 tries now.</source>
        <translation>Prochain essai à %1 ; F5 réessaie tout de suite.</translation>
    </message>
    <message>
        <source>F5 tries again.</source>
        <translation>F5 réessaie.</translation>
    </message>
    <message>
        <source>Last up to date: %1.</source>
        <extracomment>a moment: &quot;12:41&quot;, &quot;yesterday 12:41&quot;</extracomment>
        <translation>À jour pour la dernière fois : %1.</translation>
    </message>
    <message>
        <source>N° to come</source>
        <translation>N° à venir</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>new: %1</source>
        <extracomment>a piece of work: new request, new note …</extracomment>
        <translation>création : %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a piece of work: where, and what of it</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>To send since %1.</source>
        <translation>À envoyer depuis : %1.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>moment of the work, and why it was refused</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>author and moment of the work, and why it was refused</extracomment>
        <translation>%1, %2. %3</translation>
    </message>
</context>
<context>
    <name>ValueEditor</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>3/11, yesterday, 2 weeks ago</source>
        <translation>3/11, hier, il y a 2 semaines</translation>
    </message>
    <message>
        <source>Number and street, or a place</source>
        <translation>Numéro et rue, ou un lieu</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Guichet</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Courrier</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>District council</source>
        <translation>Conseil de quartier</translation>
    </message>
    <message>
        <source>GUSP walk</source>
        <extracomment>gestion urbaine et sociale de proximité: a walk through a district with its inhabitants</extracomment>
        <translation>Visite GUSP</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>Patrouille</translation>
    </message>
    <message>
        <source>Elected official</source>
        <translation>Élu</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>No reply</source>
        <translation>Sans réponse</translation>
    </message>
    <message>
        <source>To qualify</source>
        <translation>À qualifier</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Affectée</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>En cours</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondue</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clôturée</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Rouverte</translation>
    </message>
    <message>
        <source>Reception agent</source>
        <translation>Agent d&apos;accueil</translation>
    </message>
    <message>
        <source>Patroller</source>
        <translation>Patrouilleur</translation>
    </message>
    <message>
        <source>Service referent</source>
        <translation>Référent de service</translation>
    </message>
    <message>
        <source>Head of service</source>
        <translation>Chef de service</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Superviseur</translation>
    </message>
    <message>
        <source>Mail clerk</source>
        <translation>Service courrier</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Délégué à la protection des données</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrateur</translation>
    </message>
    <message>
        <source>New Year&apos;s Day</source>
        <translation>Jour de l&apos;an</translation>
    </message>
    <message>
        <source>Good Friday</source>
        <translation>Vendredi saint</translation>
    </message>
    <message>
        <source>Easter Monday</source>
        <translation>Lundi de Pâques</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>Fête du Travail</translation>
    </message>
    <message>
        <source>Victory Day 1945</source>
        <translation>Victoire de 1945</translation>
    </message>
    <message>
        <source>Ascension Day</source>
        <translation>Ascension</translation>
    </message>
    <message>
        <source>Whit Monday</source>
        <translation>Lundi de Pentecôte</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>Fête nationale</translation>
    </message>
    <message>
        <source>Assumption Day</source>
        <translation>Assomption</translation>
    </message>
    <message>
        <source>All Saints&apos; Day</source>
        <translation>Toussaint</translation>
    </message>
    <message>
        <source>Armistice Day</source>
        <translation>Armistice de 1918</translation>
    </message>
    <message>
        <source>Christmas Day</source>
        <translation>Noël</translation>
    </message>
    <message>
        <source>Saint Stephen&apos;s Day</source>
        <translation>Saint-Étienne</translation>
    </message>
    <message>
        <source>service</source>
        <translation>service</translation>
    </message>
    <message>
        <source>district</source>
        <translation>quartier</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>thème</translation>
    </message>
    <message>
        <source>street</source>
        <translation>rue</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agent</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>calendrier</translation>
    </message>
    <message>
        <source>procedure card</source>
        <translation>fiche de procédure</translation>
    </message>
    <message>
        <source>citizen</source>
        <translation>usager</translation>
    </message>
    <message>
        <source>request</source>
        <translation>demande</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>attachment</source>
        <translation>pièce jointe</translation>
    </message>
    <message>
        <source>proposal</source>
        <translation>proposition</translation>
    </message>
    <message>
        <source>Applied</source>
        <translation>Appliqué</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Fusionné</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Conflit</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Retenu</translation>
    </message>
    <message>
        <source>Simple question</source>
        <translation>Question simple</translation>
    </message>
    <message>
        <source>Needs research</source>
        <translation>Recherche nécessaire</translation>
    </message>
    <message>
        <source>missing documents</source>
        <translation>pièces manquantes</translation>
    </message>
    <message>
        <source>answer awaited from the citizen</source>
        <translation>réponse de l&apos;usager attendue</translation>
    </message>
    <message>
        <source>waiting for a third party</source>
        <translation>réponse d&apos;un tiers attendue</translation>
    </message>
    <message>
        <source>waiting for another authority</source>
        <translation>réponse d&apos;un autre organisme attendue</translation>
    </message>
    <message>
        <source>waiting for the contractor</source>
        <translation>intervention du prestataire attendue</translation>
    </message>
    <message>
        <source>site visit planned</source>
        <translation>visite sur place programmée</translation>
    </message>
    <message>
        <source>goes before a committee</source>
        <translation>passage en commission</translation>
    </message>
    <message>
        <source>weather</source>
        <translation>conditions météorologiques</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>budget</translation>
    </message>
    <message>
        <source>done</source>
        <translation>traité</translation>
    </message>
    <message>
        <source>answered on the spot</source>
        <translation>répondu tout de suite</translation>
    </message>
    <message>
        <source>information given</source>
        <translation>renseignement donné</translation>
    </message>
    <message>
        <source>passed on to the competent authority</source>
        <translation>transmis à l&apos;autorité compétente</translation>
    </message>
    <message>
        <source>not within the town&apos;s remit</source>
        <translation>hors de la compétence de la ville</translation>
    </message>
    <message>
        <source>refused, with grounds</source>
        <translation>refus motivé</translation>
    </message>
    <message>
        <source>duplicate of another request</source>
        <translation>doublon d&apos;une autre demande</translation>
    </message>
    <message>
        <source>nothing found on site</source>
        <translation>rien constaté sur place</translation>
    </message>
    <message>
        <source>withdrawn by the citizen</source>
        <translation>retiré par l&apos;usager</translation>
    </message>
    <message>
        <source>no answer from the citizen</source>
        <translation>sans réponse de l&apos;usager</translation>
    </message>
    <message>
        <source>not solved</source>
        <translation>non résolu</translation>
    </message>
    <message>
        <source>new fact</source>
        <translation>fait nouveau</translation>
    </message>
    <message>
        <source>closed by mistake</source>
        <translation>clôture par erreur</translation>
    </message>
    <message>
        <source>number</source>
        <translation>numéro</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>objet</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>canal</translation>
    </message>
    <message>
        <source>revision of the card</source>
        <translation>version de la fiche</translation>
    </message>
    <message>
        <source>referent</source>
        <translation>référent</translation>
    </message>
    <message>
        <source>status</source>
        <translation>statut</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>motif</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adresse</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>latitude</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>longitude</translation>
    </message>
    <message>
        <source>received on</source>
        <translation>reçue le</translation>
    </message>
    <message>
        <source>due date</source>
        <translation>échéance</translation>
    </message>
    <message>
        <source>answered on</source>
        <translation>répondue le</translation>
    </message>
    <message>
        <source>closed on</source>
        <translation>clôturée le</translation>
    </message>
    <message>
        <source>reply wanted by</source>
        <translation>réponse souhaitée par</translation>
    </message>
    <message>
        <source>confidential</source>
        <translation>confidentiel</translation>
    </message>
    <message>
        <source>fields of the card</source>
        <translation>champs de la fiche</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>étiquettes</translation>
    </message>
    <message>
        <source>recorded by</source>
        <translation>enregistrée par</translation>
    </message>
    <message>
        <source>external reference</source>
        <translation>référence externe</translation>
    </message>
    <message>
        <source>title</source>
        <translation>civilité</translation>
    </message>
    <message>
        <source>last name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>first name</source>
        <translation>prénom</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisme</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>téléphone</translation>
    </message>
    <message>
        <source>second phone</source>
        <translation>second téléphone</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>e-mail</translation>
    </message>
    <message>
        <source>remark</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>created on</source>
        <translation>créé le</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>sens</translation>
    </message>
    <message>
        <source>time</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>durée</translation>
    </message>
    <message>
        <source>redacted</source>
        <translation>caviardée</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nom</translation>
    </message>
    <message>
        <source>what the citizen said</source>
        <translation>propos de l&apos;usager</translation>
    </message>
    <message>
        <source>Somebody else&apos;s change came first. Yours is kept: compare the two and choose.</source>
        <translation>La modification d&apos;un collègue est arrivée avant. La vôtre est conservée&#xa0;: comparez les deux et choisissez.</translation>
    </message>
    <message>
        <source>Your role does not allow this change. It is kept for a supervisor.</source>
        <translation>Votre rôle ne permet pas cette modification. Elle est conservée pour un superviseur.</translation>
    </message>
    <message>
        <source>This request belongs to a service that is not yours any more. Your work is kept for a supervisor.</source>
        <translation>Cette demande relève d&apos;un service qui n&apos;est plus le vôtre. Votre travail est conservé pour un superviseur.</translation>
    </message>
    <message>
        <source>What was to be changed does not exist at the hub. Your work is kept here.</source>
        <translation>Ce qui devait être modifié n&apos;existe pas sur le serveur. Votre travail est conservé ici.</translation>
    </message>
    <message>
        <source>The same record exists already. Nothing was doubled.</source>
        <translation>Le même enregistrement existe déjà. Rien n&apos;a été doublé.</translation>
    </message>
    <message>
        <source>A value is not of the right form. Correct it and save again.</source>
        <translation>Une valeur n&apos;a pas la bonne forme. Corrigez-la et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>The request can&apos;t go from its present status to that one.</source>
        <translation>La demande ne peut pas passer de son statut actuel à celui-là.</translation>
    </message>
    <message>
        <source>This status needs a reason: choose one or write it.</source>
        <translation>Ce statut demande un motif&#xa0;: choisissez-le ou écrivez-le.</translation>
    </message>
    <message>
        <source>A required field is empty. Fill it in and save again.</source>
        <translation>Un champ obligatoire est vide. Remplissez-le et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>This field can&apos;t be changed after creation.</source>
        <translation>Ce champ ne peut plus être modifié après la création.</translation>
    </message>
    <message>
        <source>Something in the form is not right. Nothing was saved yet: correct it and try again.</source>
        <translation>Quelque chose ne va pas dans le formulaire. Rien n&apos;a encore été enregistré&#xa0;: corrigez et recommencez.</translation>
    </message>
    <message>
        <source>The request can&apos;t go from its present status to that one. Nothing was changed.</source>
        <translation>La demande ne peut pas passer de son statut actuel à celui-là. Rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <source>It can&apos;t be found on this desk. It may have moved to a service that you don&apos;t see.</source>
        <translation>Introuvable sur ce poste. La demande est peut-être passée à un service que vous ne voyez pas.</translation>
    </message>
    <message>
        <source>It exists already. Nothing was doubled.</source>
        <translation>Cela existe déjà. Rien n&apos;a été doublé.</translation>
    </message>
    <message>
        <source>Your role does not allow this. Nothing was changed; ask your administrator if it should.</source>
        <translation>Votre rôle ne le permet pas. Rien n&apos;a été modifié&#xa0;; si cela devrait être possible, adressez-vous à votre administrateur.</translation>
    </message>
    <message>
        <source>Login or password are not right, or the session has ended. Your work is safe on this desk: sign in again.</source>
        <translation>Identifiant ou mot de passe incorrect, ou session expirée. Votre travail est en sécurité sur ce poste&#xa0;: identifiez-vous à nouveau.</translation>
    </message>
    <message>
        <source>The desk&apos;s database answered with an error. What was saved is safe: try again, and tell your administrator if it happens twice.</source>
        <translation>La base de données du poste a signalé une erreur. Ce qui était enregistré est en sécurité&#xa0;: recommencez, et prévenez votre administrateur si cela se répète.</translation>
    </message>
    <message>
        <source>The disk of this computer is full. What you typed is kept as a draft: free some space, then save again.</source>
        <translation>Le disque de cet ordinateur est plein. Votre saisie est gardée en brouillon&#xa0;: libérez de la place, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>The desk&apos;s database was written by a newer version of Parvis. Nothing was touched: update this computer.</source>
        <translation>La base de ce poste a été écrite par une version plus récente de Parvis. Rien n&apos;a été touché&#xa0;: mettez cet ordinateur à jour.</translation>
    </message>
    <message>
        <source>The password does not open the database of this desk. Nothing was touched: check the password, or the capital-letters key.</source>
        <translation>Le mot de passe n&apos;ouvre pas la base de ce poste. Rien n&apos;a été touché&#xa0;: vérifiez le mot de passe et la touche Verr. Maj.</translation>
    </message>
    <message>
        <source>This computer lacks the encryption library, so the database stays closed. Nothing was written: ask your administrator to install SQLCipher.</source>
        <translation>Il manque à cet ordinateur la bibliothèque de chiffrement&#xa0;; la base reste fermée. Rien n&apos;a été écrit&#xa0;: demandez à votre administrateur d&apos;installer SQLCipher.</translation>
    </message>
    <message>
        <source>The hub does not answer. You can work on: everything is kept here and sent when it answers again.</source>
        <translation>Le serveur ne répond pas. Vous pouvez continuer&#xa0;: tout est gardé ici et partira dès qu&apos;il répondra.</translation>
    </message>
    <message>
        <source>The server that answers is not the one this desk knows. Nothing was sent: check the address, and tell your administrator.</source>
        <translation>Le serveur qui répond n&apos;est pas celui que ce poste connaît. Rien n&apos;a été envoyé&#xa0;: vérifiez l&apos;adresse et prévenez votre administrateur.</translation>
    </message>
    <message>
        <source>The server gave an answer that Parvis does not understand. Nothing is lost: check the address, and tell your administrator.</source>
        <translation>Le serveur a donné une réponse que Parvis ne comprend pas. Rien n&apos;est perdu&#xa0;: vérifiez l&apos;adresse et prévenez votre administrateur.</translation>
    </message>
    <message>
        <source>The hub misses some of this desk&apos;s work. It is being sent again; there is nothing to do.</source>
        <translation>Il manque au serveur une partie du travail de ce poste. Elle est renvoyée en ce moment&#xa0;; il n&apos;y a rien à faire.</translation>
    </message>
    <message>
        <source>The hub refused a piece of work with a number that it knows. It is kept here: see the Sync page.</source>
        <translation>Le serveur a refusé une opération dont il connaît déjà le numéro. Elle est gardée ici&#xa0;: voyez la page Synchronisation.</translation>
    </message>
    <message>
        <source>The hub was restored from a backup. This desk is catching up and sends again what is missing; there is nothing to do.</source>
        <translation>Le serveur a été restauré depuis une sauvegarde. Ce poste se remet à jour et renvoie ce qui manque&#xa0;; il n&apos;y a rien à faire.</translation>
    </message>
    <message>
        <source>This desk was away for long and fetches everything anew. Your pending work is safe.</source>
        <translation>Ce poste est resté longtemps absent et recharge tout. Votre travail en attente est en sécurité.</translation>
    </message>
    <message>
        <source>It is too large for the hub. It is kept here: shorten it and save again.</source>
        <translation>C&apos;est trop volumineux pour le serveur. Le texte est gardé ici&#xa0;: raccourcissez-le et enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>This version of Parvis is too old for the hub. Your work is still sent, but news can&apos;t be received: update this computer.</source>
        <translation>Cette version de Parvis est trop ancienne pour le serveur. Votre travail part encore, mais les nouveautés n&apos;arrivent plus&#xa0;: mettez cet ordinateur à jour.</translation>
    </message>
    <message>
        <source>Too many attempts. Nothing is lost: wait a moment, then try again.</source>
        <translation>Trop d&apos;essais. Rien n&apos;est perdu&#xa0;: attendez un instant, puis recommencez.</translation>
    </message>
    <message>
        <source>The hub is busy or stopping. Your work is safe here and will be sent later.</source>
        <translation>Le serveur est occupé ou s&apos;arrête. Votre travail est en sécurité ici et partira plus tard.</translation>
    </message>
    <message>
        <source>Stopped before the end. What was done so far is kept; you can go on later.</source>
        <translation>Arrêté avant la fin. Ce qui était fait est conservé&#xa0;; vous pourrez continuer plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>Next attempt in %n second(s).</source>
        <translation>
            <numerusform>Prochain essai dans %n seconde.</numerusform>
            <numerusform>Prochain essai dans %n secondes.</numerusform>
        </translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>demain</translation>
    </message>
    <message numerus="yes">
        <source>in %n working day(s)</source>
        <translation>
            <numerusform>dans %n j ouvré</numerusform>
            <numerusform>dans %n j ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd&apos;hui</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation>
            <numerusform>en retard de %n j</numerusform>
            <numerusform>en retard de %n j</numerusform>
        </translation>
    </message>
    <message>
        <source>on hold</source>
        <translation>en suspens</translation>
    </message>
    <message>
        <source>%1: received</source>
        <translation>%1&#xa0;: reçue</translation>
    </message>
    <message>
        <source>%1: received outside opening hours</source>
        <translation>%1&#xa0;: reçue en dehors des heures d&apos;ouverture</translation>
    </message>
    <message>
        <source>%1: working day %2</source>
        <translation>%1&#xa0;: jour ouvré n° %2</translation>
    </message>
    <message>
        <source>%1: not counted, weekend</source>
        <translation>%1&#xa0;: non compté, fin de semaine</translation>
    </message>
    <message>
        <source>%1: not counted, %2</source>
        <translation>%1&#xa0;: non compté, %2</translation>
    </message>
    <message>
        <source>%1: not counted, closed</source>
        <translation>%1&#xa0;: non compté, fermeture</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>a date in words without its year, as QLocale::toString() takes it: &quot;Tuesday 8 December&quot;</extracomment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>dd/MM/yyyy</source>
        <extracomment>a date in figures, as QLocale::toString() takes it: &quot;08/12/2026&quot;</extracomment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>hier %1</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>day and month of this year, as QLocale::toString() takes it: &quot;8 Dec.&quot;</extracomment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a file and its size</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The card asks for this. The same key again saves without it.</source>
        <translation>La fiche le demande. La même touche une seconde fois enregistre sans.</translation>
    </message>
    <message>
        <source>This is no longer a choice of the card. The same key again saves it all the same.</source>
        <translation>La fiche ne propose plus ce choix. La même touche une seconde fois l&apos;enregistre quand même.</translation>
    </message>
    <message>
        <source>No plate looks like this: AB-123-CD or 1234 AB 51. The same key again saves it all the same.</source>
        <translation>Une plaque s&apos;écrit AB-123-CD ou 1234 AB 51. La même touche une seconde fois enregistre celle-ci quand même.</translation>
    </message>
    <message>
        <source>This can&apos;t be read as a date. The same key again saves it as words.</source>
        <translation>Ce n&apos;est pas une date lisible. La même touche une seconde fois l&apos;enregistre en toutes lettres.</translation>
    </message>
    <message>
        <source>This can&apos;t be read as a number. The same key again saves it as words.</source>
        <translation>Ce n&apos;est pas un nombre. La même touche une seconde fois l&apos;enregistre en toutes lettres.</translation>
    </message>
    <message>
        <source>The file is not read yet. Wait a moment, or choose it again.</source>
        <translation>Le fichier n&apos;est pas encore lu. Patientez un instant, ou choisissez-le à nouveau.</translation>
    </message>
    <message>
        <source>The card asks for something else here now. The same key again saves it all the same.</source>
        <translation>La fiche demande maintenant autre chose ici. La même touche une seconde fois l&apos;enregistre quand même.</translation>
    </message>
    <message>
        <source>draft of a card</source>
        <translation>brouillon de fiche</translation>
    </message>
    <message>
        <source>revision of a card</source>
        <translation>révision de fiche</translation>
    </message>
    <message>
        <source>remark on a card</source>
        <translation>remarque sur une fiche</translation>
    </message>
    <message>
        <source>Nobody is set to validate the cards of this service. The draft is kept: an administrator sets the circuit.</source>
        <translation>Personne n’est désigné pour valider les fiches de ce service. Le brouillon est conservé : un administrateur définit le circuit.</translation>
    </message>
    <message>
        <source>A newer revision of this card was published meanwhile. Your draft is kept: base it on that one and submit again.</source>
        <translation>Une révision plus récente de cette fiche a été publiée entre-temps. Votre brouillon est conservé : reprenez-le à partir d’elle, puis soumettez-le de nouveau.</translation>
    </message>
    <message>
        <source>card title</source>
        <translation>titre de la fiche</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>résumé</translation>
    </message>
    <message>
        <source>keywords</source>
        <translation>mots-clés</translation>
    </message>
    <message>
        <source>citizens&apos; words</source>
        <translation>mots des usagers</translation>
    </message>
    <message>
        <source>for whom</source>
        <translation>pour qui</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Dire</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Faire</translation>
    </message>
    <message>
        <source>documents needed</source>
        <translation>pièces à fournir</translation>
    </message>
    <message>
        <source>price</source>
        <translation>prix</translation>
    </message>
    <message>
        <source>where</source>
        <translation>où</translation>
    </message>
    <message>
        <source>legal references</source>
        <translation>références juridiques</translation>
    </message>
    <message>
        <source>service by district</source>
        <translation>service par quartier</translation>
    </message>
    <message>
        <source>referent of the card</source>
        <translation>référent de la fiche</translation>
    </message>
    <message>
        <source>kind of question</source>
        <translation>genre de question</translation>
    </message>
    <message>
        <source>delay in working days</source>
        <translation>délai en jours ouvrés</translation>
    </message>
    <message>
        <source>silence of the town</source>
        <translation>silence de la ville</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>accusé de réception</translation>
    </message>
    <message>
        <source>reply templates</source>
        <translation>modèles de réponse</translation>
    </message>
    <message>
        <source>circuit of replies</source>
        <translation>circuit des réponses</translation>
    </message>
    <message>
        <source>kept for (months)</source>
        <translation>conservation (mois)</translation>
    </message>
    <message>
        <source>see also</source>
        <translation>voir aussi</translation>
    </message>
    <message>
        <source>valid from</source>
        <translation>valable à partir du</translation>
    </message>
    <message>
        <source>valid until</source>
        <translation>valable jusqu&apos;au</translation>
    </message>
    <message>
        <source>reviewed every (months)</source>
        <translation>relue tous les (mois)</translation>
    </message>
    <message>
        <source>next review</source>
        <translation>prochaine relecture</translation>
    </message>
    <message>
        <source>needs a place</source>
        <translation>demande un lieu</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivée</translation>
    </message>
    <message>
        <source>code</source>
        <translation>code</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>traité</translation>
    </message>
    <message>
        <source>state</source>
        <translation>état</translation>
    </message>
    <message>
        <source>step</source>
        <translation>étape</translation>
    </message>
    <message>
        <source>circuit</source>
        <translation>circuit</translation>
    </message>
    <message>
        <source>based on revision</source>
        <translation>fondé sur la révision</translation>
    </message>
    <message>
        <source>suspensions of the delay</source>
        <translation>suspensions du délai</translation>
    </message>
    <message>
        <source>%1: not counted, on hold: %2</source>
        <extracomment>%2: &quot;missing documents&quot;, &quot;the citizen&apos;s answer&quot;</extracomment>
        <translation>%1 : non compté, délai suspendu : %2</translation>
    </message>
    <message>
        <source>routing rule</source>
        <translation>règle de routage</translation>
    </message>
    <message>
        <source>reminder</source>
        <translation>relance</translation>
    </message>
    <message>
        <source>A file did not come across as it was. It is sent again; there is nothing to do.</source>
        <translation>Un fichier est mal arrivé. Il est envoyé de nouveau ; il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read; choose another file.</source>
        <translation>%1 ne peut pas être lu ; choisissez un autre fichier.</translation>
    </message>
    <message>
        <source>%1 is larger than %2: make it smaller, or send it another way.</source>
        <translation>%1 dépasse %2 : réduisez-le, ou envoyez-le autrement.</translation>
    </message>
    <message>
        <source>There is no room left on this computer for %1. Your text is kept.</source>
        <translation>Il n’y a plus de place sur ce poste pour %1. Votre texte est gardé.</translation>
    </message>
    <message>
        <source>%1 could not be kept on this computer; try again.</source>
        <translation>%1 n’a pas pu être gardé sur ce poste ; réessayez.</translation>
    </message>
    <message>
        <source>absences</source>
        <translation>absences</translation>
    </message>
    <message>
        <source>stands for</source>
        <translation>suppléant de</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>rôles</translation>
    </message>
    <message>
        <source>services</source>
        <translation>services</translation>
    </message>
    <message>
        <source>sees confidential requests</source>
        <translation>voit les demandes confidentielles</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>in charge</source>
        <translation>responsable</translation>
    </message>
    <message>
        <source>assignment</source>
        <translation>attribution</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>successor</source>
        <translation>successeur</translation>
    </message>
    <message>
        <source>reminders and alerts</source>
        <translation>relances et alertes</translation>
    </message>
    <message>
        <source>closures</source>
        <translation>fermetures</translation>
    </message>
    <message>
        <source>holidays of Alsace-Moselle</source>
        <translation>jours fériés d’Alsace-Moselle</translation>
    </message>
    <message>
        <source>place in the order</source>
        <translation>rang</translation>
    </message>
    <message>
        <source>also where the card names a service</source>
        <translation>même si la fiche désigne un service</translation>
    </message>
    <message>
        <source>cards</source>
        <translation>fiches</translation>
    </message>
    <message>
        <source>themes</source>
        <translation>thèmes</translation>
    </message>
    <message>
        <source>districts</source>
        <translation>quartiers</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>canaux</translation>
    </message>
    <message>
        <source>words said</source>
        <translation>mots dits</translation>
    </message>
    <message>
        <source>short name</source>
        <translation>nom court</translation>
    </message>
    <message>
        <source>taken away</source>
        <translation>retiré</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Parvis is running already with this profile: look for its window.</source>
        <translation>Parvis est déjà ouvert avec ce profil&#xa0;: cherchez sa fenêtre.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be written. Nothing was changed.</source>
        <translation>Le dossier %1 n&apos;est pas accessible en écriture. Rien n&apos;a été modifié.</translation>
    </message>
</context>
<context>
    <name>parvis::AdminWorkspace</name>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laisser tel quel</translation>
    </message>
    <message>
        <source>Drops what was typed.</source>
        <translation>Abandonne ce qui a été saisi.</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
    <message>
        <source>Find in the list</source>
        <translation>Chercher dans la liste</translation>
    </message>
    <message>
        <source>Try a request</source>
        <translation>Essayer une demande</translation>
    </message>
    <message>
        <source>Shows where a request would go, and why.</source>
        <translation>Montre où irait une demande, et pourquoi.</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routage</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
    </message>
    <message>
        <source>Administration: %1</source>
        <translation>Administration : %1</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Rubriques</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Éléments</translation>
    </message>
    <message>
        <source>Nothing chosen</source>
        <translation>Rien de choisi</translation>
    </message>
    <message>
        <source>Choose a record in the list with the arrow keys.</source>
        <translation>Choisissez un élément de la liste avec les flèches.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>What the rule is for</source>
        <translation>À quoi sert la règle</translation>
    </message>
    <message>
        <source>&amp;To the service:</source>
        <translation>Vers le &amp;service :</translation>
    </message>
    <message>
        <source>And to:</source>
        <translation>Et à :</translation>
    </message>
    <message>
        <source>If &amp;words are said:</source>
        <translation>Si ces &amp;mots sont dits :</translation>
    </message>
    <message>
        <source>one of these, between commas</source>
        <translation>l’un d’eux, séparés par des virgules</translation>
    </message>
    <message>
        <source>If it came by:</source>
        <translation>Si arrivée par :</translation>
    </message>
    <message>
        <source>If of the theme:</source>
        <translation>Si du thème :</translation>
    </message>
    <message>
        <source>If in the district:</source>
        <translation>Si du quartier :</translation>
    </message>
    <message>
        <source>If of the card:</source>
        <translation>Si de la fiche :</translation>
    </message>
    <message>
        <source>Only confidential requests</source>
        <translation>Seulement les demandes confidentielles</translation>
    </message>
    <message>
        <source>Also where the card names a service</source>
        <translation>Même si la fiche désigne un service</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>Hors service</translation>
    </message>
    <message>
        <source>Short name:</source>
        <translation>Nom court :</translation>
    </message>
    <message>
        <source>Phone:</source>
        <translation>Téléphone :</translation>
    </message>
    <message>
        <source>E-mail:</source>
        <translation>Courriel :</translation>
    </message>
    <message>
        <source>In &amp;charge:</source>
        <translation>&amp;Responsable :</translation>
    </message>
    <message>
        <source>&amp;Assigns:</source>
        <translation>&amp;Attribue :</translation>
    </message>
    <message>
        <source>to the referent of the district</source>
        <translation>au référent du quartier</translation>
    </message>
    <message>
        <source>to the referent with the fewest open cases</source>
        <translation>au référent qui a le moins de dossiers ouverts</translation>
    </message>
    <message>
        <source>by its head, case by case</source>
        <translation>par son chef, au cas par cas</translation>
    </message>
    <message>
        <source>&amp;Reminders:</source>
        <translation>Re&amp;lances :</translation>
    </message>
    <message>
        <source>Closed: takes nothing any more</source>
        <translation>Fermé : ne reçoit plus rien</translation>
    </message>
    <message>
        <source>Its cases go to:</source>
        <translation>Ses dossiers vont à :</translation>
    </message>
    <message>
        <source>&amp;Roles:</source>
        <translation>&amp;Rôles :</translation>
    </message>
    <message>
        <source>&amp;Services:</source>
        <translation>&amp;Services :</translation>
    </message>
    <message>
        <source>Sees confidential requests of these services</source>
        <translation>Voit les demandes confidentielles de ces services</translation>
    </message>
    <message>
        <source>Absent now</source>
        <translation>Absent maintenant</translation>
    </message>
    <message>
        <source>&amp;Absences:</source>
        <translation>&amp;Absences :</translation>
    </message>
    <message>
        <source>Stands &amp;for:</source>
        <translation>&amp;Supplée :</translation>
    </message>
    <message>
        <source>May not sign in any more</source>
        <translation>Ne peut plus se connecter</translation>
    </message>
    <message>
        <source>&amp;Closures:</source>
        <translation>&amp;Fermetures :</translation>
    </message>
    <message>
        <source>Good Friday and 26 December are holidays (Alsace-Moselle)</source>
        <translation>Le Vendredi saint et le 26 décembre sont fériés (Alsace-Moselle)</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>left</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>The town&apos;s calendar</source>
        <translation>Le calendrier de la ville</translation>
    </message>
    <message>
        <source>No change yet.</source>
        <translation>Aucune modification.</translation>
    </message>
    <message>
        <source>History:</source>
        <translation>Historique :</translation>
    </message>
    <message>
        <source>A question that needs research, asked today, is answered before %1.</source>
        <translation>Une question qui demande des recherches, posée aujourd’hui, reçoit sa réponse avant le %1.</translation>
    </message>
    <message numerus="yes">
        <source>Of the last %1 requests, %n would go elsewhere</source>
        <translation>
            <numerusform>Sur les %1 dernières demandes, %n irait ailleurs</numerusform>
            <numerusform>Sur les %1 dernières demandes, %n iraient ailleurs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %1 open cases, %n would be reminded of by today.</source>
        <translation>
            <numerusform>Sur %1 dossiers ouverts, %n serait relancé aujourd’hui au plus tard.</numerusform>
            <numerusform>Sur %1 dossiers ouverts, %n seraient relancés aujourd’hui au plus tard.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Enregistré : %1.</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>modification de %1</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
</context>
<context>
    <name>parvis::CallTimer</name>
    <message>
        <source>Contact under way</source>
        <translation>Contact en cours</translation>
    </message>
</context>
<context>
    <name>parvis::CallerPane</name>
    <message>
        <source>The caller&apos;s file shows here: type a phone number, a name or an e-mail address.</source>
        <translation>Le dossier de l&apos;usager s&apos;affiche ici&#xa0;: tapez un numéro de téléphone, un nom ou une adresse e-mail.</translation>
    </message>
    <message>
        <source>Requests of the caller</source>
        <translation>Demandes de l&apos;usager</translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>Usager</translation>
    </message>
    <message>
        <source>New citizen</source>
        <translation>Nouvel usager</translation>
    </message>
    <message>
        <source>New: the file is made with this contact.</source>
        <translation>Nouveau&#xa0;: son dossier est créé avec ce contact.</translation>
    </message>
</context>
<context>
    <name>parvis::CardFields</name>
    <message>
        <source>%1 (required)</source>
        <translation>%1 (obligatoire)</translation>
    </message>
</context>
<context>
    <name>parvis::CardListView</name>
    <message>
        <source>Procedure cards</source>
        <translation>Fiches de procédure</translation>
    </message>
</context>
<context>
    <name>parvis::CardPane</name>
    <message>
        <source>No procedure yet</source>
        <translation>Pas encore de fiche</translation>
    </message>
    <message>
        <source>Three letters of what the citizen says find its card: what to ask, what to answer, who takes over and until when.</source>
        <translation>Trois lettres de ce que dit l&apos;usager trouvent la fiche&#xa0;: que demander, que dire, qui prend le relais et pour quand.</translation>
    </message>
    <message>
        <source>Procedure card</source>
        <translation>Fiche de procédure</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Dire</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Faire</translation>
    </message>
    <message>
        <source>Documents needed</source>
        <translation>Pièces à fournir</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer before %1</source>
        <translation>Réponse avant le %1</translation>
    </message>
    <message>
        <source>No service takes this over yet: it will be qualified.</source>
        <translation>Aucun service désigné pour l&apos;instant&#xa0;: la demande sera à qualifier.</translation>
    </message>
    <message>
        <source>What the card says</source>
        <translation>Ce que dit la fiche</translation>
    </message>
</context>
<context>
    <name>parvis::CardsWorkspace</name>
    <message>
        <source>Views of the cards</source>
        <translation>Vues des fiches</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>Procedure cards</source>
        <translation>Fiches de procédure</translation>
    </message>
    <message>
        <source>What to ask, say and do, for everything that a citizen can want. Type what the citizen says; the arrows choose a card, Enter opens it.</source>
        <translation>Quoi demander, dire et faire, pour tout ce qu&apos;un usager peut vouloir. Tapez ce que dit l&apos;usager ; les flèches choisissent une fiche, Entrée l&apos;ouvre.</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vue : %1</translation>
    </message>
    <message>
        <source>Find a card</source>
        <translation>Chercher une fiche</translation>
    </message>
    <message>
        <source>Count and list again</source>
        <translation>Recompter et relister</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Writes a draft; nothing is published before its circuit.</source>
        <translation>Écrit un brouillon ; rien n&apos;est publié avant son circuit.</translation>
    </message>
    <message>
        <source>I am absent</source>
        <translation>Je suis absent</translation>
    </message>
    <message>
        <source>While you are absent, your deputies decide for you.</source>
        <translation>Pendant votre absence, vos suppléants décident pour vous.</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Propose a card</source>
        <translation>Proposer une fiche</translation>
    </message>
    <message>
        <source>No card says this</source>
        <translation>Aucune fiche ne dit cela</translation>
    </message>
    <message>
        <source>No draft of yours</source>
        <translation>Aucun brouillon à vous</translation>
    </message>
    <message>
        <source>E on a card writes its next revision; Ctrl+N writes a new one.</source>
        <translation>E sur une fiche en écrit la révision suivante ; Ctrl+N en écrit une nouvelle.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Drafts come here when it is your turn to approve them.</source>
        <translation>Les brouillons arrivent ici quand c&apos;est à vous de les approuver.</translation>
    </message>
    <message>
        <source>No flag is open</source>
        <translation>Aucun signalement ouvert</translation>
    </message>
    <message>
        <source>F on a card says that it is wrong or incomplete.</source>
        <translation>F sur une fiche dit qu&apos;elle est fausse ou incomplète.</translation>
    </message>
    <message>
        <source>Nothing to review</source>
        <translation>Rien à relire</translation>
    </message>
    <message>
        <source>Cards come here a month before they are to be read again.</source>
        <translation>Les fiches arrivent ici un mois avant leur relecture.</translation>
    </message>
    <message>
        <source>Every card was used</source>
        <translation>Toutes les fiches ont servi</translation>
    </message>
    <message>
        <source>Cards without a request in twelve months are listed here.</source>
        <translation>Les fiches sans demande depuis douze mois sont listées ici.</translation>
    </message>
    <message>
        <source>Every request has its card</source>
        <translation>Chaque demande a sa fiche</translation>
    </message>
    <message>
        <source>Requests that resemble each other and have no card are listed here.</source>
        <translation>Les demandes sans fiche qui se ressemblent sont listées ici.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a view of the cards and how many it holds</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>“%1” is flagged. Its author sees it.</source>
        <translation>« %1 » est signalée. Son auteur le voit.</translation>
    </message>
    <message>
        <source>flag on “%1”</source>
        <translation>signalement de « %1 »</translation>
    </message>
    <message>
        <source>The reason was added to the flag.</source>
        <translation>Le motif a été ajouté au signalement.</translation>
    </message>
    <message>
        <source>The flag on “%1” is answered.</source>
        <translation>Le signalement de « %1 » est traité.</translation>
    </message>
    <message>
        <source>flag answered on “%1”</source>
        <translation>signalement traité de « %1 »</translation>
    </message>
    <message>
        <source>“%1” is archived.</source>
        <translation>« %1 » est archivée.</translation>
    </message>
    <message>
        <source>archiving “%1”</source>
        <translation>archivage de « %1 »</translation>
    </message>
    <message>
        <source>“%1” is in use again.</source>
        <translation>« %1 » est remise en service.</translation>
    </message>
    <message>
        <source>bringing back “%1”</source>
        <translation>remise en service de « %1 »</translation>
    </message>
    <message>
        <source>“%1” holds. Next review: %2.</source>
        <translation>« %1 » reste juste. Prochaine relecture : %2.</translation>
    </message>
    <message>
        <source>review of “%1”</source>
        <translation>relecture de « %1 »</translation>
    </message>
    <message>
        <source>You are absent: your deputies decide for you.</source>
        <translation>Vous êtes absent : vos suppléants décident pour vous.</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>You are back: you decide again.</source>
        <translation>Vous êtes de retour : vous décidez à nouveau.</translation>
    </message>
    <message>
        <source>end of the absence</source>
        <translation>fin de l&apos;absence</translation>
    </message>
    <message>
        <source>The draft of “%1” was saved.</source>
        <translation>Le brouillon de « %1 » est enregistré.</translation>
    </message>
    <message>
        <source>“%1” was submitted.</source>
        <translation>« %1 » est soumise.</translation>
    </message>
    <message>
        <source>submission of “%1”</source>
        <translation>soumission de « %1 »</translation>
    </message>
    <message>
        <source>“%1” was approved and goes on to the next step.</source>
        <translation>« %1 » est approuvée et passe à l&apos;étape suivante.</translation>
    </message>
    <message>
        <source>“%1” is approved by all and will be published.</source>
        <translation>« %1 » est approuvée par tous et va être publiée.</translation>
    </message>
    <message>
        <source>“%1” was returned to its author.</source>
        <translation>« %1 » est retournée à son auteur.</translation>
    </message>
    <message>
        <source>“%1” was taken back.</source>
        <translation>« %1 » est reprise.</translation>
    </message>
    <message>
        <source>The draft of “%1” was given up.</source>
        <translation>Le brouillon de « %1 » est abandonné.</translation>
    </message>
    <message>
        <source>“%1” is now based on the newest revision.</source>
        <translation>« %1 » est maintenant fondée sur la dernière révision.</translation>
    </message>
    <message>
        <source>The comment was added.</source>
        <translation>Le commentaire est ajouté.</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>The citizen&apos;s words</source>
        <translation>Les mots de l&apos;usager</translation>
    </message>
    <message>
        <source>Fewer letters find more. Ctrl+8 lists requests that no card answers.</source>
        <translation>Moins de lettres trouvent davantage. Ctrl+8 liste les demandes auxquelles aucune fiche ne répond.</translation>
    </message>
    <message>
        <source>No card ends badly</source>
        <translation>Aucune fiche ne finit mal</translation>
    </message>
    <message>
        <source>Cards whose requests were late or reopened in twelve months are listed here.</source>
        <translation>Les fiches dont des demandes ont été en retard ou rouvertes depuis douze mois sont listées ici.</translation>
    </message>
</context>
<context>
    <name>parvis::ChannelBar</name>
    <message>
        <source>Begins a contact on this channel, or corrects it.</source>
        <translation>Commence un contact sur ce canal, ou le corrige.</translation>
    </message>
    <message>
        <source>Other channel</source>
        <translation>Autre canal</translation>
    </message>
    <message>
        <source>Other channels: SMS, web, district council, walks, patrol, elected official, internal</source>
        <translation>Autres canaux&#xa0;: SMS, web, conseil de quartier, visites, patrouille, élu, interne</translation>
    </message>
</context>
<context>
    <name>parvis::CircuitEditor</name>
    <message>
        <source>Steps that approve replies</source>
        <translation>Étapes qui approuvent les réponses</translation>
    </message>
    <message>
        <source>Add the step</source>
        <translation>Ajouter l&apos;étape</translation>
    </message>
    <message>
        <source>Remove the step</source>
        <translation>Retirer l&apos;étape</translation>
    </message>
    <message>
        <source>Who approves</source>
        <translation>Qui approuve</translation>
    </message>
</context>
<context>
    <name>parvis::CitizenFields</name>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Civility</source>
        <translation>Civilité</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>Other phone</source>
        <translation>Autre téléphone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Quartier</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
</context>
<context>
    <name>parvis::CitizensWorkspace</name>
    <message>
        <source>The record was corrected.</source>
        <translation>Le dossier a été corrigé.</translation>
    </message>
    <message>
        <source>correcting the record</source>
        <translation>correction du dossier</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saves the corrected record.</source>
        <translation>Enregistre le dossier corrigé.</translation>
    </message>
    <message>
        <source>Leave as it was</source>
        <translation>Laisser comme avant</translation>
    </message>
    <message>
        <source>Drops what was typed into the record.</source>
        <translation>Abandonne ce qui a été saisi dans le dossier.</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Nouveau contact</translation>
    </message>
    <message>
        <source>Takes a contact of this citizen at the desk.</source>
        <translation>Ouvre à l&apos;accueil un contact de cet usager.</translation>
    </message>
    <message>
        <source>Find a citizen</source>
        <translation>Chercher un usager</translation>
    </message>
    <message>
        <source>Correct the record</source>
        <translation>Corriger le dossier</translation>
    </message>
    <message>
        <source>To the citizen&apos;s requests</source>
        <translation>Aller aux demandes de l&apos;usager</translation>
    </message>
    <message>
        <source>Phone number, name or e-mail</source>
        <translation>Numéro de téléphone, nom ou e-mail</translation>
    </message>
    <message>
        <source>Citizens found</source>
        <translation>Usagers trouvés</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Chercher</translation>
    </message>
    <message>
        <source>Three characters of a name, a phone number or an e-mail address. The directory can&apos;t be browsed.</source>
        <translation>Trois caractères d&apos;un nom, d&apos;un numéro de téléphone ou d&apos;une adresse e-mail. Le fichier ne se parcourt pas.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Personne de ce nom</translation>
    </message>
    <message>
        <source>Check the spelling. A new citizen is made at the desk, with their first contact.</source>
        <translation>Vérifiez l&apos;orthographe. Un nouvel usager se crée à l&apos;accueil, avec son premier contact.</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Usagers</translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>Aucun usager choisi</translation>
    </message>
    <message>
        <source>Enter or ↓ goes to those found; the record of each shows here.</source>
        <translation>Entrée ou ↓ va aux usagers trouvés ; le dossier de chacun s&apos;affiche ici.</translation>
    </message>
</context>
<context>
    <name>parvis::CommandField</name>
    <message>
        <source>Search everywhere (Ctrl+K)</source>
        <translation>Rechercher partout (Ctrl+K)</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
</context>
<context>
    <name>parvis::ComparePane</name>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Après</translation>
    </message>
    <message>
        <source>[struck through]: was taken out; underlined: was put in. Escape goes back to the card.</source>
        <translation>[barré] : retiré ; souligné : ajouté. Échap revient à la fiche.</translation>
    </message>
</context>
<context>
    <name>parvis::CompleterField</name>
    <message numerus="yes">
        <source>%n suggestion(s). %1</source>
        <translation>
            <numerusform>%n suggestion. %1</numerusform>
            <numerusform>%n suggestions. %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::Composer</name>
    <message>
        <source>C&amp;hannel</source>
        <translation>C&amp;anal</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>&amp;Direction</source>
        <translation>&amp;Sens</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Sens</translation>
    </message>
    <message>
        <source>New &amp;status</source>
        <translation>Nouveau s&amp;tatut</translation>
    </message>
    <message>
        <source>New status</source>
        <translation>Nouveau statut</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>&amp;Motif</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Re&amp;ferent</source>
        <translation>Ré&amp;férent</translation>
    </message>
    <message>
        <source>Referent</source>
        <translation>Référent</translation>
    </message>
    <message>
        <source>from the citizen</source>
        <translation>de l&apos;usager</translation>
    </message>
    <message>
        <source>to the citizen</source>
        <translation>vers l&apos;usager</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>A word between agents.</source>
        <translation>Un mot entre agents.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>What the citizen said, or was told.</source>
        <translation>Ce que l&apos;usager a dit, ou ce qui lui a été dit.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>Another status, with its reason.</source>
        <translation>Un autre statut, avec son motif.</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Réaffecter</translation>
    </message>
    <message>
        <source>Another service or referent.</source>
        <translation>Un autre service ou référent.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add the note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Add the contact</source>
        <translation>Ajouter le contact</translation>
    </message>
    <message>
        <source>Change the status</source>
        <translation>Changer le statut</translation>
    </message>
    <message>
        <source>A word for your colleagues</source>
        <translation>Un mot pour vos collègues</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>Remark (optional): becomes a note</source>
        <translation>Remarque (facultative)&#xa0;: devient une note</translation>
    </message>
    <message>
        <source>Remark for the service (optional): becomes a note</source>
        <translation>Remarque pour le service (facultative)&#xa0;: devient une note</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>There is nothing to save yet: write a line.</source>
        <translation>Il n&apos;y a rien à enregistrer&#xa0;: écrivez une ligne.</translation>
    </message>
    <message>
        <source>Choose a service and a referent from the list; an empty service sends the request back to be qualified.</source>
        <translation>Choisissez un service et un référent dans la liste&#xa0;; un service vide renvoie la demande à qualifier.</translation>
    </message>
    <message>
        <source>This is where the request is already.</source>
        <translation>La demande y est déjà.</translation>
    </message>
    <message>
        <source>Say which documents are missing: the delay stops only for what the citizen was asked for.</source>
        <translation>Indiquez les pièces manquantes : le délai n&apos;est suspendu que pour ce qui a été demandé à l&apos;usager.</translation>
    </message>
</context>
<context>
    <name>parvis::ConflictPanel</name>
    <message>
        <source>Take mine</source>
        <translation>Ma version</translation>
    </message>
    <message>
        <source>Puts the value that lost in place of the one that stands.</source>
        <translation>Met la valeur écartée à la place de celle qui est en vigueur.</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Celle du collègue</translation>
    </message>
    <message>
        <source>Leaves what stands and closes the conflict.</source>
        <translation>Laisse la valeur en place et clôt le conflit.</translation>
    </message>
    <message>
        <source>Take this value</source>
        <translation>Prendre cette valeur</translation>
    </message>
    <message>
        <source>Keep what stands</source>
        <translation>Garder la valeur en place</translation>
    </message>
    <message>
        <source>Your change did not take effect</source>
        <translation>Votre modification n&apos;a pas pris effet</translation>
    </message>
    <message>
        <source>A change did not take effect</source>
        <translation>Une modification n&apos;a pas pris effet</translation>
    </message>
    <message>
        <source>%1: you wanted “%2” (%3)</source>
        <extracomment>a conflict: name of the field, my value, when</extracomment>
        <translation>%1&#xa0;: vous vouliez « %2 » (%3)</translation>
    </message>
    <message>
        <source>%1: %2 wanted “%3” (%4)</source>
        <extracomment>a conflict: name of the field, author, value, when</extracomment>
        <translation>%1&#xa0;: %2 voulait « %3 » (%4)</translation>
    </message>
    <message>
        <source>; “%1” stands.</source>
        <extracomment>goes on from a sentence about a conflict: the value that stands, and who set it</extracomment>
        <translation>&#xa0;; « %1 » est en place.</translation>
    </message>
    <message>
        <source>; “%1” stands, set by %2.</source>
        <translation>&#xa0;; « %1 » est en place, par %2.</translation>
    </message>
</context>
<context>
    <name>parvis::ContactForm</name>
    <message>
        <source>W&amp;ho</source>
        <translation>&amp;Qui</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>Q&amp;uoi</translation>
    </message>
    <message>
        <source>Whe&amp;re</source>
        <translation>&amp;Où</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>Repl&amp;y by</source>
        <translation>Répon&amp;se</translation>
    </message>
    <message>
        <source>Phone number, name or e-mail; empty if anonymous</source>
        <translation>Numéro de téléphone, nom ou e-mail&#xa0;; vide si anonyme</translation>
    </message>
    <message>
        <source>Three letters of the procedure, or a subject</source>
        <translation>Trois lettres de la démarche, ou un objet</translation>
    </message>
    <message>
        <source>Number and street, or a place</source>
        <translation>Numéro et rue, ou un lieu</translation>
    </message>
    <message>
        <source>What the citizen says. Shift+Enter for a new line</source>
        <translation>Ce que dit l&apos;usager. Maj+Entrée pour aller à la ligne</translation>
    </message>
    <message>
        <source>New citizen</source>
        <translation>Nouvel usager</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s)</source>
        <translation>
            <numerusform>%n demande ouverte</numerusform>
            <numerusform>%n demandes ouvertes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n jour ouvré</numerusform>
            <numerusform>%n jours ouvrés</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>No card: “%1”</source>
        <translation>Sans fiche&#xa0;: « %1 »</translation>
    </message>
    <message>
        <source>to qualify</source>
        <translation>à qualifier</translation>
    </message>
    <message>
        <source>caller&apos;s home</source>
        <translation>domicile de l&apos;usager</translation>
    </message>
    <message>
        <source>number unknown in this street</source>
        <translation>numéro inconnu dans cette rue</translation>
    </message>
    <message>
        <source>Choose the citizen in the list, make a new one, or empty the field for an anonymous contact.</source>
        <translation>Choisissez l&apos;usager dans la liste, créez-en un, ou videz le champ pour un contact anonyme.</translation>
    </message>
    <message>
        <source>A new citizen needs a name or an organisation.</source>
        <translation>Un nouvel usager doit avoir un nom ou un organisme.</translation>
    </message>
    <message>
        <source>The phone number of the new citizen can&apos;t be read as a number.</source>
        <translation>Le numéro de téléphone du nouvel usager n&apos;est pas lisible comme numéro.</translation>
    </message>
    <message>
        <source>Say what it is about: a procedure, a subject or a text.</source>
        <translation>Dites de quoi il s&apos;agit&#xa0;: une démarche, un objet ou un texte.</translation>
    </message>
    <message>
        <source>This procedure needs a place. The same key again transmits without it.</source>
        <translation>Cette démarche demande un lieu. La même touche transmet sans lui.</translation>
    </message>
    <message>
        <source>the card says “%1”</source>
        <translation>la fiche dit «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>others said “%1”</source>
        <extracomment>requests that were made with this card had the words</extracomment>
        <translation>d&apos;autres ont dit «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>theme “%1”</source>
        <extracomment>the theme of a card</extracomment>
        <translation>thème «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>means “%1”</source>
        <extracomment>means the same as what was typed</extracomment>
        <translation>synonyme de «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>looks like “%1”</source>
        <translation>ressemble à «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>often used</source>
        <translation>souvent utilisée</translation>
    </message>
    <message>
        <source>of this season</source>
        <translation>de saison</translation>
    </message>
    <message>
        <source>often yours</source>
        <translation>souvent choisie par vous</translation>
    </message>
</context>
<context>
    <name>parvis::ContentForm</name>
    <message>
        <source>%1 (needed)</source>
        <extracomment>the label of a field that must be filled in before the draft is submitted</extracomment>
        <translation>%1 (à remplir)</translation>
    </message>
    <message>
        <source>3/11/2027</source>
        <translation>3/11/2027</translation>
    </message>
</context>
<context>
    <name>parvis::DeskWorkspace</name>
    <message>
        <source>Transmit</source>
        <translation>Transmettre</translation>
    </message>
    <message>
        <source>Saves the contact, hands it to the service, and takes the next.</source>
        <translation>Enregistre le contact, le confie au service, et passe au suivant.</translation>
    </message>
    <message>
        <source>Answered on the spot</source>
        <translation>Répondu</translation>
    </message>
    <message>
        <source>Saves the contact as answered and closed.</source>
        <translation>Enregistre le contact comme répondu et clos.</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>Mettre en attente</translation>
    </message>
    <message>
        <source>Puts this contact aside for another; with an empty form, brings the last one back.</source>
        <translation>Met ce contact de côté pour un autre&#xa0;; si le formulaire est vide, reprend le dernier.</translation>
    </message>
    <message>
        <source>Add this contact</source>
        <translation>Ajouter ce contact</translation>
    </message>
    <message>
        <source>Adds this contact to the selected request of the caller.</source>
        <translation>Ajoute ce contact à la demande choisie de l&apos;usager.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rattacher</translation>
    </message>
    <message>
        <source>Adds this contact to the selected likely duplicate instead of making another request.</source>
        <translation>Ajoute ce contact au doublon choisi au lieu de créer une autre demande.</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Shows how the days were counted.</source>
        <translation>Montre comment les jours ont été comptés.</translation>
    </message>
    <message>
        <source>Empty the form</source>
        <translation>Vider le formulaire</translation>
    </message>
    <message>
        <source>Ctrl+Z brings it back.</source>
        <translation>Ctrl+Z le fait revenir.</translation>
    </message>
    <message>
        <source>Next request of the caller</source>
        <translation>Demande suivante de l&apos;usager</translation>
    </message>
    <message>
        <source>Previous request of the caller</source>
        <translation>Demande précédente de l&apos;usager</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>The form was emptied.</source>
        <translation>Le formulaire a été vidé.</translation>
    </message>
    <message>
        <source>emptying the form</source>
        <translation>vidage du formulaire</translation>
    </message>
    <message>
        <source>adding a contact</source>
        <translation>ajout d&apos;un contact</translation>
    </message>
    <message>
        <source>saving “%1”</source>
        <translation>enregistrement de « %1 »</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Accueil</translation>
    </message>
</context>
<context>
    <name>parvis::Desktop</name>
    <message>
        <source>Opening the database of this desk</source>
        <translation>Ouverture de la base de ce poste</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Échange avec le serveur</translation>
    </message>
    <message>
        <source>Fetching what you may see</source>
        <translation>Chargement de ce que vous pouvez voir</translation>
    </message>
</context>
<context>
    <name>parvis::DetailView</name>
    <message>
        <source>Shows day by day how the promised date was counted.</source>
        <translation>Montre jour par jour comment l&apos;échéance a été comptée.</translation>
    </message>
    <message>
        <source>Mark as answered</source>
        <translation>Marquer comme répondue</translation>
    </message>
    <message>
        <source>Opens the status with “answered” chosen.</source>
        <translation>Ouvre le statut avec « répondue » choisi.</translation>
    </message>
    <message>
        <source>Edit the request</source>
        <translation>Modifier la demande</translation>
    </message>
    <message>
        <source>Edits the subject; Tab goes on to the other fields.</source>
        <translation>Modifie l&apos;objet&#xa0;; Tab passe aux autres champs.</translation>
    </message>
    <message>
        <source>Open the citizen&apos;s record</source>
        <translation>Ouvrir le dossier de l&apos;usager</translation>
    </message>
    <message>
        <source>No request is chosen</source>
        <translation>Aucune demande n&apos;est choisie</translation>
    </message>
    <message>
        <source>Choose one in the list with the arrow keys; / goes to the filter.</source>
        <translation>Choisissez-en une dans la liste avec les flèches&#xa0;; / mène au filtre.</translation>
    </message>
    <message>
        <source>This request is not on this desk</source>
        <translation>Cette demande n&apos;est pas sur ce poste</translation>
    </message>
    <message>
        <source>It may have moved to a service that you don&apos;t see. Choose another one in the list.</source>
        <translation>Elle est peut-être passée à un service que vous ne voyez pas. Choisissez-en une autre dans la liste.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>status of a request and its reason</extracomment>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message numerus="yes">
        <source>Promised within %n working day(s):</source>
        <translation>
            <numerusform>Promise sous %n jour ouvré :</numerusform>
            <numerusform>Promise sous %n jours ouvrés :</numerusform>
        </translation>
    </message>
    <message>
        <source>No date was promised for this request.</source>
        <translation>Aucune date n&apos;a été promise pour cette demande.</translation>
    </message>
    <message>
        <source>To be answered by %1 at the latest.</source>
        <translation>Réponse au plus tard le %1.</translation>
    </message>
    <message>
        <source>The calendar gives %1; the date was set to %2.</source>
        <translation>Le calendrier donne le %1&#xa0;; la date a été fixée au %2.</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>The citizen owes: %1</source>
        <extracomment>of a request on hold; the documents that the citizen is to bring</extracomment>
        <translation>L&apos;usager doit fournir : %1</translation>
    </message>
    <message>
        <source>The delay is on hold: the date moves by as many working days as the citizen is waited for.</source>
        <translation>Le délai est suspendu : la date est reportée d&apos;autant de jours ouvrés que l&apos;on attend l&apos;usager.</translation>
    </message>
    <message>
        <source>Without an answer it is rejected on %1 (CRPA L. 231-4).</source>
        <translation>Sans réponse, la demande est rejetée le %1 (CRPA, art. L. 231-4).</translation>
    </message>
    <message>
        <source>Without an answer it is accepted on %1 (CRPA L. 231-1).</source>
        <translation>Sans réponse, la demande est acceptée le %1 (CRPA, art. L. 231-1).</translation>
    </message>
</context>
<context>
    <name>parvis::DifferenceView</name>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>Both say the same.</source>
        <translation>Les deux disent la même chose.</translation>
    </message>
</context>
<context>
    <name>parvis::DraftPane</name>
    <message>
        <source>What was said</source>
        <translation>Ce qui a été dit</translation>
    </message>
    <message>
        <source>What was said of the draft</source>
        <translation>Ce qui a été dit du brouillon</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>On to the next step; after the last one the draft is published.</source>
        <translation>Passe à l&apos;étape suivante ; après la dernière, le brouillon est publié.</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retourner</translation>
    </message>
    <message>
        <source>Back to its author, with a reason.</source>
        <translation>Retour à son auteur, avec un motif.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>A word that moves nothing.</source>
        <translation>Un mot qui ne fait rien avancer.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Out of validation, to go on writing; approvals are asked for again.</source>
        <translation>Sort de la validation pour continuer à écrire ; les approbations seront redemandées.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>New card: %1</source>
        <translation>Nouvelle fiche : %1</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>en rédaction</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>revenu</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>approved by all</source>
        <translation>approuvé par tous</translation>
    </message>
    <message>
        <source>abandoned</source>
        <translation>abandonné</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>rédigé par %1</translation>
    </message>
    <message>
        <source>a newer revision was published since: its author bases it anew</source>
        <translation>une révision plus récente a été publiée depuis : à son auteur de le refonder</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>motif : %1</translation>
    </message>
    <message>
        <source>Not published yet</source>
        <translation>Pas encore publiée</translation>
    </message>
    <message>
        <source>Published, revision %1</source>
        <translation>Publiée, révision %1</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <extracomment>a step of the circuit: approved, or whose turn it is</extracomment>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>▸ %1</source>
        <translation>▸ %1</translation>
    </message>
    <message>
        <source>You decide on behalf of %1, who is absent.</source>
        <translation>Vous décidez par délégation de %1, en son absence.</translation>
    </message>
    <message>
        <source>Reason of the return</source>
        <translation>Motif du retour</translation>
    </message>
    <message>
        <source>What the author is to change; Enter returns the draft</source>
        <translation>Ce que l&apos;auteur doit changer ; Entrée retourne le brouillon</translation>
    </message>
    <message>
        <source>Enter adds it</source>
        <translation>Entrée l&apos;ajoute</translation>
    </message>
</context>
<context>
    <name>parvis::DuplicatesPane</name>
    <message>
        <source>Likely duplicates</source>
        <translation>Doublons probables</translation>
    </message>
    <message>
        <source>same citizen</source>
        <translation>même usager</translation>
    </message>
    <message numerus="yes">
        <source>%n m away</source>
        <translation>
            <numerusform>à %n m</numerusform>
            <numerusform>à %n m</numerusform>
        </translation>
    </message>
    <message>
        <source>same place</source>
        <translation>même lieu</translation>
    </message>
    <message>
        <source>same words</source>
        <translation>mêmes mots</translation>
    </message>
    <message>
        <source>same procedure</source>
        <translation>même démarche</translation>
    </message>
    <message numerus="yes">
        <source>%n likely duplicate(s)</source>
        <translation>
            <numerusform>%n doublon probable</numerusform>
            <numerusform>%n doublons probables</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::EditorPane</name>
    <message>
        <source>Parts of the card</source>
        <translation>Parties de la fiche</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Practical</source>
        <translation>Pratique</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Orientation</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Life</source>
        <translation>Vie</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Lets others see the draft. What you type is kept at this desk in any case.</source>
        <translation>Rend le brouillon visible aux autres. Ce que vous tapez est de toute façon gardé sur ce poste.</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>Sends the draft to those who validate it.</source>
        <translation>Envoie le brouillon à ceux qui le valident.</translation>
    </message>
    <message>
        <source>Base on the newer revision</source>
        <translation>Fonder sur la révision récente</translation>
    </message>
    <message>
        <source>Your changes are laid over what was published meanwhile.</source>
        <translation>Vos modifications sont reportées sur ce qui a été publié entre-temps.</translation>
    </message>
    <message>
        <source>Abandon</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Gives the draft up for good; the published card stays as it is.</source>
        <translation>Abandonne le brouillon pour de bon ; la fiche publiée reste telle quelle.</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>Nouvelle fiche</translation>
    </message>
    <message>
        <source>Next revision of “%1”</source>
        <translation>Prochaine révision de « %1 »</translation>
    </message>
    <message>
        <source>Came back: %1</source>
        <translation>Revenu : %1</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Dire</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Faire</translation>
    </message>
    <message>
        <source>Needed before it can be submitted: %1.</source>
        <translation>À remplir avant de soumettre : %1.</translation>
    </message>
    <message>
        <source>Nobody is set to validate the cards of this service yet.</source>
        <translation>Personne n&apos;est encore désigné pour valider les fiches de ce service.</translation>
    </message>
    <message>
        <source>Goes to: %1</source>
        <translation>Ira à : %1</translation>
    </message>
    <message>
        <source>A newer revision was published since this draft was begun.</source>
        <translation>Une révision plus récente a été publiée depuis le début de ce brouillon.</translation>
    </message>
    <message>
        <source>Kept at this desk; Save lets others see it.</source>
        <translation>Gardé sur ce poste ; Enregistrer le rend visible aux autres.</translation>
    </message>
    <message>
        <source>Saved. Nothing is published before everybody in the circuit has approved.</source>
        <translation>Enregistré. Rien n&apos;est publié avant l&apos;accord de tout le circuit.</translation>
    </message>
    <message>
        <source>Give this draft up for good? The same key again does it.</source>
        <translation>Abandonner ce brouillon pour de bon ? La même touche encore une fois le fait.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>Keywords, a line each</source>
        <translation>Mots-clés, un par ligne</translation>
    </message>
    <message>
        <source>Citizens&apos; words, a line each</source>
        <translation>Mots des usagers, un par ligne</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Pour qui</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>As the Desk will show it</source>
        <translation>Comme l&apos;Accueil la montrera</translation>
    </message>
    <message>
        <source>Documents needed, a line each</source>
        <translation>Pièces à fournir, une par ligne</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prix</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Legal references, a line each</source>
        <translation>Références juridiques, une par ligne</translation>
    </message>
    <message>
        <source>Silence of the town</source>
        <translation>Silence de la ville</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Referent</source>
        <translation>Référent</translation>
    </message>
    <message>
        <source>Kind of question</source>
        <translation>Genre de question</translation>
    </message>
    <message>
        <source>Delay in working days</source>
        <translation>Délai en jours ouvrés</translation>
    </message>
    <message>
        <source>2 or 10, by the kind of question</source>
        <translation>2 ou 10, selon la question</translation>
    </message>
    <message>
        <source>Needs a place</source>
        <translation>Demande un lieu</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentielle</translation>
    </message>
    <message>
        <source>Another service by district</source>
        <translation>Autre service selon le quartier</translation>
    </message>
    <message>
        <source>as everywhere</source>
        <translation>comme partout</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Accusé de réception</translation>
    </message>
    <message>
        <source>Reply templates</source>
        <translation>Modèles de réponse</translation>
    </message>
    <message>
        <source>Who approves replies, in order</source>
        <translation>Qui approuve les réponses, dans l&apos;ordre</translation>
    </message>
    <message>
        <source>Requests are kept for (months)</source>
        <translation>Conservation des demandes (mois)</translation>
    </message>
    <message>
        <source>as the town&apos;s rule says</source>
        <translation>selon la règle de la ville</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Valable à partir du</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>Valable jusqu&apos;au</translation>
    </message>
    <message>
        <source>Reviewed every (months)</source>
        <translation>Relue tous les (mois)</translation>
    </message>
    <message>
        <source>never</source>
        <translation>jamais</translation>
    </message>
    <message>
        <source>Words of another card</source>
        <translation>Les mots d&apos;une autre fiche</translation>
    </message>
    <message>
        <source>See also</source>
        <translation>Voir aussi</translation>
    </message>
    <message>
        <source>Cards to see also</source>
        <translation>Fiches à voir aussi</translation>
    </message>
    <message>
        <source>Remove the link</source>
        <translation>Retirer le lien</translation>
    </message>
    <message>
        <source>Nothing is written before the first key.</source>
        <translation>Rien n&apos;est écrit avant la première touche.</translation>
    </message>
    <message>
        <source>Next part of the card</source>
        <translation>Partie suivante de la fiche</translation>
    </message>
    <message>
        <source>Previous part of the card</source>
        <translation>Partie précédente de la fiche</translation>
    </message>
    <message>
        <source>- item · 1. step · **strong** · [link](https://…) · |&#xa0;a&#xa0;|&#xa0;table&#xa0;|</source>
        <translation>- point · 1. étape · **gras** · [lien](https://…) · |&#xa0;un&#xa0;|&#xa0;tableau&#xa0;|</translation>
    </message>
</context>
<context>
    <name>parvis::ExchangeModel</name>
    <message>
        <source>%1 / %2</source>
        <extracomment>rows sent and received</extracomment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Échange</translation>
    </message>
    <message>
        <source>Sent / received</source>
        <extracomment>rows sent / received</extracomment>
        <translation>Envoyés / reçus</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>Prise de contact</translation>
    </message>
    <message>
        <source>Session renewed</source>
        <translation>Session renouvelée</translation>
    </message>
    <message>
        <source>Work sent</source>
        <translation>Travail envoyé</translation>
    </message>
    <message>
        <source>Changes fetched</source>
        <translation>Nouveautés</translation>
    </message>
    <message>
        <source>Whole town fetched</source>
        <translation>Tout reçu</translation>
    </message>
    <message>
        <source>News awaited</source>
        <translation>Attente de nouveautés</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>done</source>
        <translation>réussi</translation>
    </message>
    <message>
        <source>File fetched</source>
        <translation>Fichier reçu</translation>
    </message>
    <message>
        <source>File sent</source>
        <translation>Fichier envoyé</translation>
    </message>
    <message>
        <source>File to send</source>
        <translation>Fichier à envoyer</translation>
    </message>
</context>
<context>
    <name>parvis::Fact</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 – typed but not saved; %2 stands. Enter goes on.</source>
        <translation>%1 – saisi mais non enregistré&#xa0;; %2 est en place. Entrée continue.</translation>
    </message>
    <message>
        <source>%1 – Enter changes it.</source>
        <translation>%1 – Entrée le modifie.</translation>
    </message>
</context>
<context>
    <name>parvis::FactsPanel</name>
    <message>
        <source>“%1” can&apos;t be understood as %2: choose from the list, or empty the field.</source>
        <translation>« %1 » ne se comprend pas comme %2&#xa0;: choisissez dans la liste, ou videz le champ.</translation>
    </message>
    <message>
        <source>No subject</source>
        <translation>Sans objet</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>parvis::FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Take the file away</source>
        <translation>Retirer le fichier</translation>
    </message>
    <message>
        <source>or drop it here</source>
        <translation>ou déposez-le ici</translation>
    </message>
    <message>
        <source>A file for the request</source>
        <translation>Un fichier pour la demande</translation>
    </message>
    <message>
        <source>%1 is being read…</source>
        <translation>Lecture de %1…</translation>
    </message>
</context>
<context>
    <name>parvis::FileList</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Joindre un fichier</translation>
    </message>
    <message>
        <source>A photo, a letter, any file; it can also be dropped on the request, or pasted.</source>
        <translation>Une photo, une lettre, tout fichier ; on peut aussi le déposer sur la demande, ou le coller.</translation>
    </message>
    <message>
        <source>Paste a file</source>
        <translation>Coller un fichier</translation>
    </message>
    <message>
        <source>A file or a picture of the clipboard.</source>
        <translation>Un fichier ou une image du presse-papiers.</translation>
    </message>
    <message>
        <source>There is no file and no picture in the clipboard.</source>
        <translation>Il n’y a ni fichier ni image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Go to the files</source>
        <translation>Aller aux fichiers</translation>
    </message>
    <message>
        <source>Take the file away</source>
        <translation>Retirer le fichier</translation>
    </message>
    <message>
        <source>Files for the request</source>
        <translation>Fichiers pour la demande</translation>
    </message>
    <message>
        <source>pasted picture</source>
        <extracomment>name of a picture that was pasted; without its ending</extracomment>
        <translation>image collée</translation>
    </message>
    <message>
        <source>to send</source>
        <translation>à envoyer</translation>
    </message>
    <message>
        <source>too large for the hub, kept on this computer</source>
        <translation>trop grand pour le serveur, gardé sur ce poste</translation>
    </message>
    <message>
        <source>coming, %1 of %2</source>
        <translation>arrive, %1 sur %2</translation>
    </message>
    <message>
        <source>coming</source>
        <translation>arrive</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>name and size of a file, and what becomes of it</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>parvis::FilePreview</name>
    <message>
        <source>The file has not come to the hub yet</source>
        <translation>Le fichier n’est pas encore sur le serveur</translation>
    </message>
    <message>
        <source>The desk that added it has still to send it. Close this and open it again later.</source>
        <translation>Le poste qui l’a joint doit encore l’envoyer. Fermez, et rouvrez-le plus tard.</translation>
    </message>
    <message>
        <source>The file can&apos;t be fetched now</source>
        <translation>Le fichier ne peut pas être récupéré maintenant</translation>
    </message>
    <message>
        <source>It comes when the hub answers again; it stays listed here meanwhile.</source>
        <translation>Il viendra quand le serveur répondra de nouveau ; il reste dans la liste en attendant.</translation>
    </message>
    <message>
        <source>Save the file…</source>
        <translation>Enregistrer le fichier…</translation>
    </message>
    <message>
        <source>Close the file</source>
        <translation>Fermer le fichier</translation>
    </message>
    <message>
        <source>Esc does it too.</source>
        <translation>Échap le fait aussi.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Plus grand</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Plus petit</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>The file is on its way</source>
        <translation>Le fichier arrive</translation>
    </message>
    <message>
        <source>Esc closes; it comes all the same.</source>
        <translation>Échap ferme ; il arrive quand même.</translation>
    </message>
    <message>
        <source>It can&apos;t be shown here</source>
        <translation>Il ne peut pas être affiché ici</translation>
    </message>
    <message>
        <source>%1 saves it, to be opened by another program.</source>
        <translation>%1 l’enregistre, pour l’ouvrir avec un autre programme.</translation>
    </message>
    <message>
        <source>The picture is being opened</source>
        <translation>L’image s’ouvre</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n page(s)</source>
        <extracomment>size of a file and number of its pages</extracomment>
        <translation>
            <numerusform>%1 · %n page</numerusform>
            <numerusform>%1 · %n pages</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Enregistrer le fichier</translation>
    </message>
    <message>
        <source>The file could not be written there: %1. Choose another folder.</source>
        <translation>Le fichier n’a pas pu être écrit là : %1. Choisissez un autre dossier.</translation>
    </message>
</context>
<context>
    <name>parvis::FilterField</name>
    <message>
        <source>Filter: words, service:, channel:, district:, status:, since:, late</source>
        <translation>Filtre&#xa0;: mots, service:, canal:, quartier:, statut:, depuis:, retard</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
</context>
<context>
    <name>parvis::FlagBar</name>
    <message>
        <source>Wrong</source>
        <translation>Fausse</translation>
    </message>
    <message>
        <source>What the card says is not so. Its author sees it.</source>
        <translation>Ce que dit la fiche est inexact. Son auteur le voit.</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>Incomplète</translation>
    </message>
    <message>
        <source>Citizens ask what the card does not say. Its author sees it.</source>
        <translation>Les usagers demandent ce que la fiche ne dit pas. Son auteur le voit.</translation>
    </message>
    <message>
        <source>This card is</source>
        <translation>Cette fiche est</translation>
    </message>
    <message>
        <source>In one line; Enter adds it, Escape leaves it out</source>
        <translation>En une ligne ; Entrée l&apos;ajoute, Échap s&apos;en passe</translation>
    </message>
    <message>
        <source>What is wrong or missing</source>
        <translation>Ce qui est faux ou manque</translation>
    </message>
</context>
<context>
    <name>parvis::FormEditor</name>
    <message>
        <source>Label</source>
        <translation>Libellé</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Obligatoire</translation>
    </message>
    <message>
        <source>Choices, with /</source>
        <translation>Choix, séparés par /</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Shown if</source>
        <translation>Affiché si</translation>
    </message>
    <message>
        <source>Fields of the form</source>
        <translation>Champs du formulaire</translation>
    </message>
    <message>
        <source>As the Desk will show it</source>
        <translation>Comme l&apos;Accueil la montrera</translation>
    </message>
    <message>
        <source>Add a field</source>
        <translation>Ajouter un champ</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Descendre</translation>
    </message>
</context>
<context>
    <name>parvis::GroupPane</name>
    <message>
        <source>Requests that resemble each other</source>
        <translation>Demandes qui se ressemblent</translation>
    </message>
    <message>
        <source>No card answers these requests. A new card begins with their words, their service and their theme.</source>
        <translation>Aucune fiche ne répond à ces demandes. Une nouvelle fiche commence avec leurs mots, leur service et leur thème.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s): %1</source>
        <translation>
            <numerusform>%n demande : %1</numerusform>
            <numerusform>%n demandes : %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::HelpPage</name>
    <message>
        <source>en.md</source>
        <extracomment>the file of the help in this language, in resources/help</extracomment>
        <translation>fr.md</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>parvis::MainWindow</name>
    <message>
        <source>Signed-in agent</source>
        <translation>Agent connecté</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Rechercher partout</translation>
    </message>
    <message>
        <source>Undo the last action</source>
        <translation>Annuler la dernière action</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Verrouiller le poste</translation>
    </message>
    <message>
        <source>Closes the database until the password is given again. Nothing is lost.</source>
        <translation>Ferme la base jusqu&apos;à ce que le mot de passe soit redonné. Rien n&apos;est perdu.</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Aller à %1</translation>
    </message>
    <message>
        <source>%1 undo: %2</source>
        <extracomment>%1 is a key, %2 what it takes back</extracomment>
        <translation>%1 annuler&#xa0;: %2</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>parvis::MissingDocuments</name>
    <message>
        <source>Missing documents</source>
        <translation>Pièces manquantes</translation>
    </message>
    <message>
        <source>Another missing document</source>
        <translation>Autre pièce manquante</translation>
    </message>
    <message>
        <source>Another missing document; Enter adds it</source>
        <translation>Autre pièce manquante ; Entrée l&apos;ajoute</translation>
    </message>
</context>
<context>
    <name>parvis::NewCitizenPane</name>
    <message>
        <source>Last name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Prénom</translation>
    </message>
    <message>
        <source>Civility</source>
        <translation>Civilité</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisme</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Téléphone</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>parvis::NoticeBell</name>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>What concerns you: cases given to you, late ones, words to you, conflicts.</source>
        <translation>Ce qui vous concerne : dossiers attribués, retards, mots pour vous, conflits.</translation>
    </message>
    <message numerus="yes">
        <source>Notifications, %n new</source>
        <translation>
            <numerusform>Notifications, %n nouvelle</numerusform>
            <numerusform>Notifications, %n nouvelles</numerusform>
        </translation>
    </message>
    <message>
        <source>Given to you: %1</source>
        <translation>Attribué à vous : %1</translation>
    </message>
    <message>
        <source>%1 gave you: %2</source>
        <translation>%1 vous attribue : %2</translation>
    </message>
    <message>
        <source>Promised for %1: %2</source>
        <translation>Promis pour le %1 : %2</translation>
    </message>
    <message>
        <source>Late since %1: %2</source>
        <translation>En retard depuis le %1 : %2</translation>
    </message>
    <message>
        <source>%1 writes to you: %2</source>
        <translation>%1 vous écrit : %2</translation>
    </message>
    <message>
        <source>Your change was not taken: %1</source>
        <translation>Votre modification n’a pas été prise : %1</translation>
    </message>
    <message>
        <source>Nothing concerns you now.</source>
        <translation>Rien ne vous attend.</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Lecture en cours…</translation>
    </message>
</context>
<context>
    <name>parvis::ParkedBar</name>
    <message>
        <source>Parked:</source>
        <translation>En attente :</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, depuis %2</translation>
    </message>
    <message>
        <source>Bring this contact back. F8 brings back the last one.</source>
        <translation>Reprendre ce contact. F8 reprend le dernier.</translation>
    </message>
    <message>
        <source>Parked contact: %1, since %2</source>
        <translation>Contact en attente&#xa0;: %1, depuis %2</translation>
    </message>
</context>
<context>
    <name>parvis::PolicyField</name>
    <message>
        <source>Rules of its own; else as the unit above</source>
        <translation>Règles propres ; sinon celles de l’unité supérieure</translation>
    </message>
    <message>
        <source>as it likes</source>
        <translation>à son gré</translation>
    </message>
    <message>
        <source>by the promised day</source>
        <translation>pour le jour promis</translation>
    </message>
    <message>
        <source>Alert at once</source>
        <translation>Alerte immédiate</translation>
    </message>
    <message>
        <source>One digest a day</source>
        <translation>Un récapitulatif par jour</translation>
    </message>
    <message>
        <source>No alerts: the service looks by itself</source>
        <translation>Pas d’alerte : le service regarde de lui-même</translation>
    </message>
    <message>
        <source>Alerts:</source>
        <translation>Alertes :</translation>
    </message>
    <message>
        <source>Looks every (working days):</source>
        <translation>Regarde tous les (jours ouvrés) :</translation>
    </message>
    <message>
        <source>Answers within (working days):</source>
        <translation>Répond sous (jours ouvrés) :</translation>
    </message>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>Remind the referent</source>
        <translation>Relancer le référent</translation>
    </message>
    <message>
        <source>Escalate to the head</source>
        <translation>Remonter au chef de service</translation>
    </message>
    <message>
        <source>Escalate to the director</source>
        <translation>Remonter à la direction</translation>
    </message>
    <message>
        <source> working day(s) after the promised day</source>
        <extracomment>after a number; negative: before the promised day</extracomment>
        <translation> j ouvré(s) après l’échéance</translation>
    </message>
    <message>
        <source>Reminder %1</source>
        <extracomment>%1: a number</extracomment>
        <translation>Relance %1</translation>
    </message>
    <message>
        <source>Days of reminder %1</source>
        <translation>Jours de la relance %1</translation>
    </message>
    <message>
        <source>A service that looks less often than it answers is late before it has seen the case.</source>
        <translation>Un service qui regarde moins souvent qu’il ne répond est en retard avant d’avoir vu le dossier.</translation>
    </message>
    <message>
        <source>Two reminders are the same: choose another day, or take one away.</source>
        <translation>Deux relances sont identiques : choisissez un autre jour, ou retirez-en une.</translation>
    </message>
    <message>
        <source>The referent comes first, then the head, then the director: put the days in that order.</source>
        <translation>Le référent d’abord, puis le chef, puis la direction : mettez les jours dans cet ordre.</translation>
    </message>
</context>
<context>
    <name>parvis::PreferencesPage</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacte</translation>
    </message>
    <message>
        <source>High, for touch</source>
        <translation>Haute, pour le tactile</translation>
    </message>
    <message>
        <source>Every choice takes effect at once and is kept on this computer.</source>
        <translation>Chaque choix prend effet tout de suite et reste sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Préférences</translation>
    </message>
</context>
<context>
    <name>parvis::ProposalsLine</name>
    <message>
        <source>Proposed procedures</source>
        <translation>Fiches proposées</translation>
    </message>
    <message>
        <source>Perhaps:</source>
        <translation>Peut-être&#xa0;:</translation>
    </message>
    <message>
        <source>Take the proposed procedure</source>
        <translation>Prendre la fiche proposée</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a procedure, and the words of the text that speak for it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>parvis::Rail</name>
    <message>
        <source>Workspaces</source>
        <translation>Espaces de travail</translation>
    </message>
</context>
<context>
    <name>parvis::RailButton</name>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RangesField</name>
    <message>
        <source>24/12/2026 - 03/01/2027 Closed for the holidays</source>
        <translation>24/12/2026 - 03/01/2027 Fermeture de fin d’année</translation>
    </message>
    <message>
        <source>24/12/2026 - 03/01/2027</source>
        <translation>24/12/2026 - 03/01/2027</translation>
    </message>
    <message>
        <source>“%1” is no span of days: write 24/12/2026 - 03/01/2027.</source>
        <translation>« %1 » n’est pas une période : écrivez 24/12/2026 - 03/01/2027.</translation>
    </message>
</context>
<context>
    <name>parvis::ReadingPane</name>
    <message>
        <source>Everything else on the card</source>
        <translation>Tout le reste de la fiche</translation>
    </message>
    <message>
        <source>Remarks and flags</source>
        <translation>Remarques et signalements</translation>
    </message>
    <message>
        <source>Revisions: Enter compares one with the one before</source>
        <translation>Révisions : Entrée en compare une à la précédente</translation>
    </message>
    <message>
        <source>Revisions</source>
        <translation>Révisions</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Says that the card is wrong (W) or incomplete (I): two keys, and its author sees it.</source>
        <translation>Dit que la fiche est fausse (W) ou incomplète (I) : deux touches, et son auteur le voit.</translation>
    </message>
    <message>
        <source>Flag answered</source>
        <translation>Signalement traité</translation>
    </message>
    <message>
        <source>The chosen flag, or the newest, needs no more attention.</source>
        <translation>Le signalement choisi, ou le plus récent, n&apos;appelle plus rien.</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiver</translation>
    </message>
    <message>
        <source>Takes the card out of use, or brings it back.</source>
        <translation>Retire la fiche du service, ou l&apos;y remet.</translation>
    </message>
    <message>
        <source>Reviewed, still right</source>
        <translation>Relue, toujours juste</translation>
    </message>
    <message>
        <source>Read again: nothing to change until the next review.</source>
        <translation>Relue : rien à changer jusqu&apos;à la prochaine relecture.</translation>
    </message>
    <message>
        <source>Use at the Desk</source>
        <translation>Utiliser à l&apos;Accueil</translation>
    </message>
    <message>
        <source>Takes the card for the contact that is being recorded.</source>
        <translation>Prend la fiche pour le contact en cours de saisie.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Remettre en service</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>on a chip: &quot;complex question · 10 working days&quot;</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>révision %1</translation>
    </message>
    <message>
        <source>revision %1 of %2</source>
        <translation>révision %1 du %2</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archivée</translation>
    </message>
    <message>
        <source>to review</source>
        <translation>à relire</translation>
    </message>
    <message>
        <source>No request of this card in the last twelve months.</source>
        <translation>Aucune demande avec cette fiche depuis douze mois.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in the last twelve months</source>
        <translation>
            <numerusform>%n demande depuis douze mois</numerusform>
            <numerusform>%n demandes depuis douze mois</numerusform>
        </translation>
    </message>
    <message>
        <source>last on %1</source>
        <translation>la dernière le %1</translation>
    </message>
    <message>
        <source>%1 % late</source>
        <translation>%1 % en retard</translation>
    </message>
    <message numerus="yes">
        <source>%n reopened</source>
        <translation>
            <numerusform>%n rouverte</numerusform>
            <numerusform>%n rouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation>Révision %1</translation>
    </message>
    <message>
        <source>written by %1</source>
        <translation>rédigé par %1</translation>
    </message>
    <message>
        <source>approved by %1</source>
        <translation>approuvée par %1</translation>
    </message>
    <message>
        <source>Revision %1 is the first</source>
        <translation>La révision %1 est la première</translation>
    </message>
    <message>
        <source>Revision %1 beside revision %2</source>
        <translation>Révision %1 à côté de la révision %2</translation>
    </message>
    <message>
        <source>The printer can&apos;t be reached. Nothing was printed.</source>
        <translation>L&apos;imprimante est inaccessible. Rien n&apos;a été imprimé.</translation>
    </message>
    <message>
        <source>Save the card as PDF</source>
        <translation>Enregistrer la fiche en PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The card was saved as %1.</source>
        <translation>La fiche est enregistrée sous %1.</translation>
    </message>
    <message>
        <source>The PDF can&apos;t be written there. Choose another place.</source>
        <translation>Le PDF ne peut pas être écrit là. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Saves the card as a file to send or print.</source>
        <translation>Enregistre la fiche dans un fichier à envoyer ou imprimer.</translation>
    </message>
    <message>
        <source>Compare revisions</source>
        <translation>Comparer les révisions</translation>
    </message>
    <message>
        <source>The chosen revision beside the one before.</source>
        <translation>La révision choisie à côté de la précédente.</translation>
    </message>
    <message numerus="yes">
        <source>%n escalated</source>
        <translation>
            <numerusform>%n remontée</numerusform>
            <numerusform>%n remontées</numerusform>
        </translation>
    </message>
    <message>
        <source>no longer valid</source>
        <translation>plus valable</translation>
    </message>
    <message>
        <source>valid from %1</source>
        <translation>valable à partir du %1</translation>
    </message>
</context>
<context>
    <name>parvis::RecordPane</name>
    <message>
        <source>Requests of this citizen</source>
        <translation>Demandes de cet usager</translation>
    </message>
    <message>
        <source>History of the record</source>
        <translation>Historique du dossier</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
    <message>
        <source>%1: record made</source>
        <translation>%1 : dossier créé</translation>
    </message>
    <message>
        <source>No change since the record was made.</source>
        <translation>Aucun changement depuis la création du dossier.</translation>
    </message>
    <message>
        <source>A phone number can&apos;t be read as a number: correct or empty it.</source>
        <translation>Un numéro de téléphone est illisible : corrigez-le ou effacez-le.</translation>
    </message>
    <message>
        <source>A citizen needs a last name or an organisation.</source>
        <translation>Il faut un nom ou un organisme.</translation>
    </message>
</context>
<context>
    <name>parvis::RemarkList</name>
    <message>
        <source>on behalf of %1</source>
        <translation>par délégation de %1</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>traité</translation>
    </message>
</context>
<context>
    <name>parvis::ReplyChoice</name>
    <message>
        <source>Reply: %1</source>
        <translation>Réponse&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>parvis::RequestLines</name>
    <message>
        <source>No request yet</source>
        <translation>Aucune demande</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n demande</numerusform>
            <numerusform>%n demandes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, none open</source>
        <extracomment>%1: &quot;3 requests&quot;</extracomment>
        <translation>%1, aucune ouverte</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <extracomment>%1: &quot;3 requests&quot;; %n of them are open</extracomment>
        <translation>
            <numerusform>%1, dont %n ouverte</numerusform>
            <numerusform>%1, dont %n ouvertes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RequestListView</name>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
</context>
<context>
    <name>parvis::RequestsWorkspace</name>
    <message>
        <source>Saved views</source>
        <translation>Vues enregistrées</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>name of a saved view and its key</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vue&#xa0;: %1</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Words, or terms such as service: or late.</source>
        <translation>Des mots, ou des termes comme service: ou retard.</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Demande suivante</translation>
    </message>
    <message>
        <source>Previous request</source>
        <translation>Demande précédente</translation>
    </message>
    <message>
        <source>Read the list again</source>
        <translation>Relire la liste</translation>
    </message>
    <message>
        <source>Taken back on %1.</source>
        <translation>Annulé sur %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a saved view and how many requests it holds</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Nothing matches the filter</source>
        <translation>Rien ne correspond au filtre</translation>
    </message>
    <message>
        <source>/ goes back to it; the view “All” searches every request.</source>
        <translation>/ y revient&#xa0;; la vue « Toutes » cherche dans toutes les demandes.</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Rien ici</translation>
    </message>
    <message>
        <source>No request is in this view. Ctrl+6 shows all of them.</source>
        <translation>Aucune demande dans cette vue. Ctrl+6 les montre toutes.</translation>
    </message>
    <message>
        <source>Note added to %1.</source>
        <translation>Note ajoutée à %1.</translation>
    </message>
    <message>
        <source>note on %1</source>
        <translation>note sur %1</translation>
    </message>
    <message>
        <source>Contact added to %1.</source>
        <translation>Contact ajouté à %1.</translation>
    </message>
    <message>
        <source>%1 is now: %2.</source>
        <translation>%1 est maintenant&#xa0;: %2.</translation>
    </message>
    <message>
        <source>status of %1</source>
        <translation>statut de %1</translation>
    </message>
    <message>
        <source>%1 was reassigned.</source>
        <translation>%1 a été réaffectée.</translation>
    </message>
    <message>
        <source>reassignment of %1</source>
        <translation>réaffectation de %1</translation>
    </message>
    <message>
        <source>%1 was changed.</source>
        <translation>%1 a été modifiée.</translation>
    </message>
    <message>
        <source>change of %1</source>
        <translation>modification de %1</translation>
    </message>
    <message>
        <source>The value was taken on %1.</source>
        <translation>La valeur a été prise sur %1.</translation>
    </message>
    <message>
        <source>value taken on %1</source>
        <translation>valeur prise sur %1</translation>
    </message>
    <message>
        <source>What stands was kept on %1.</source>
        <translation>La valeur en place a été gardée sur %1.</translation>
    </message>
    <message>
        <source>conflict settled on %1</source>
        <translation>conflit réglé sur %1</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>File added to %1.</source>
        <translation>Fichier joint à %1.</translation>
    </message>
    <message>
        <source>file of %1</source>
        <translation>fichier de %1</translation>
    </message>
    <message>
        <source>File taken away from %1.</source>
        <translation>Fichier retiré de %1.</translation>
    </message>
    <message>
        <source>file taken away from %1</source>
        <translation>fichier retiré de %1</translation>
    </message>
</context>
<context>
    <name>parvis::RuleTrial</name>
    <message>
        <source>What the citizen says</source>
        <translation>Ce que dit l’usager</translation>
    </message>
    <message>
        <source>What would happen to this request?</source>
        <translation>Que deviendrait cette demande ?</translation>
    </message>
    <message>
        <source>Words:</source>
        <translation>Mots :</translation>
    </message>
    <message>
        <source>Card:</source>
        <translation>Fiche :</translation>
    </message>
    <message>
        <source>District:</source>
        <translation>Quartier :</translation>
    </message>
    <message>
        <source>Channel:</source>
        <translation>Canal :</translation>
    </message>
    <message>
        <source>Type words or choose a card: the path and its reasons show here.</source>
        <translation>Tapez des mots ou choisissez une fiche : le chemin et ses raisons s’affichent ici.</translation>
    </message>
</context>
<context>
    <name>parvis::SavedBar</name>
    <message>
        <source>Saved, the number is on its way</source>
        <translation>Enregistré, le numéro arrive</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>N° %1</translation>
    </message>
    <message>
        <source>answer before %1</source>
        <translation>réponse avant le %1</translation>
    </message>
    <message>
        <source>answered on the spot</source>
        <translation>répondu tout de suite</translation>
    </message>
    <message>
        <source>contact added</source>
        <translation>contact ajouté</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back</source>
        <translation>Ctrl+Z l&apos;annule</translation>
    </message>
</context>
<context>
    <name>parvis::ScriptBlocks</name>
    <message>
        <source>Ask</source>
        <translation>Demander</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>Dire</translation>
    </message>
    <message>
        <source>Do</source>
        <translation>Faire</translation>
    </message>
</context>
<context>
    <name>parvis::SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>S&apos;identifier</translation>
    </message>
    <message>
        <source>This is our server: go on</source>
        <translation>C&apos;est bien notre serveur&#xa0;: continuer</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Sign in (%1)</source>
        <translation>S&apos;identifier (%1)</translation>
    </message>
    <message>
        <source>Fingerprint of the server</source>
        <translation>Empreinte du serveur</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Revenir</translation>
    </message>
    <message>
        <source>Your administrator has it from the server&apos;s set-up. If it differs, somebody may be listening: go back and tell them.</source>
        <translation>Votre administrateur l&apos;a depuis l&apos;installation du serveur. Si elle diffère, quelqu&apos;un écoute peut-être&#xa0;: revenez et prévenez-le.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Your password opens this desk, with or without a network.</source>
        <translation>Votre mot de passe ouvre ce poste, avec ou sans réseau.</translation>
    </message>
    <message>
        <source>At the first sign-in this desk needs the network: it makes itself known to the server and fetches what you may see.</source>
        <translation>La première fois, ce poste a besoin du réseau&#xa0;: il se fait connaître du serveur et charge ce que vous avez le droit de voir.</translation>
    </message>
    <message>
        <source>This is not the address of a server. Write it as your administrator gave it: parvis.ingeville.example.</source>
        <translation>Ce n&apos;est pas l&apos;adresse d&apos;un serveur. Écrivez-la comme votre administrateur vous l&apos;a donnée&#xa0;: parvis.ingeville.example.</translation>
    </message>
    <message>
        <source>Write your login, as your administrator gave it.</source>
        <translation>Écrivez votre identifiant, comme votre administrateur vous l&apos;a donné.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n characters. Nothing was sent.</source>
        <translation>
            <numerusform>Un mot de passe a au moins %n caractère. Rien n&apos;a été envoyé.</numerusform>
            <numerusform>Un mot de passe a au moins %n caractères. Rien n&apos;a été envoyé.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answers. This desk sees it for the first time: compare its fingerprint with the one that your administrator has.</source>
        <translation>%1 répond. Ce poste le voit pour la première fois&#xa0;: comparez son empreinte avec celle que possède votre administrateur.</translation>
    </message>
    <message>
        <source>%1 answers for %2. This desk sees it for the first time: compare its fingerprint with the one that your administrator has.</source>
        <translation>%1 répond pour %2. Ce poste le voit pour la première fois&#xa0;: comparez son empreinte avec celle que possède votre administrateur.</translation>
    </message>
    <message>
        <source>%1 of %2 records. You can stop at any time: what has come is kept, and the rest follows.</source>
        <translation>%1 enregistrements sur %2. Vous pouvez arrêter à tout moment&#xa0;: ce qui est arrivé est conservé, le reste suivra.</translation>
    </message>
    <message>
        <source>Login or password are not right. Nothing was changed: check both, and the capital-letters key.</source>
        <translation>Identifiant ou mot de passe incorrect. Rien n&apos;a été modifié&#xa0;: vérifiez les deux, et la touche Verr. Maj.</translation>
    </message>
</context>
<context>
    <name>parvis::StatusLine</name>
    <message>
        <source>Show what is pending and what was refused</source>
        <translation>Montrer ce qui est en attente et ce qui a été refusé</translation>
    </message>
    <message>
        <source>Last action</source>
        <translation>Dernière action</translation>
    </message>
    <message numerus="yes">
        <source>%n pending</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to settle</source>
        <translation>
            <numerusform>%n à régler</numerusform>
            <numerusform>%n à régler</numerusform>
        </translation>
    </message>
    <message>
        <source>Synchronisation: %1</source>
        <translation>Synchronisation&#xa0;: %1</translation>
    </message>
    <message>
        <source>%1 % on time</source>
        <translation>%1&#xa0;% dans les délais</translation>
    </message>
</context>
<context>
    <name>parvis::SuggestionList</name>
    <message>
        <source>Suggestions</source>
        <translation>Suggestions</translation>
    </message>
</context>
<context>
    <name>parvis::SyncWorkspace</name>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Nothing asks for a decision. Work that meets somebody else&apos;s, or that the hub refuses, is kept here with its reason.</source>
        <translation>Aucune décision à prendre. Le travail qui rencontre celui d&apos;un collègue, ou que le serveur refuse, est conservé ici avec son motif.</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Tout est envoyé.</translation>
    </message>
    <message>
        <source>Last exchanges</source>
        <translation>Derniers échanges</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>À trancher</translation>
    </message>
    <message>
        <source>To send</source>
        <translation>À envoyer</translation>
    </message>
    <message>
        <source>Settled.</source>
        <translation>Tranché.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>a piece of work and why it is here</extracomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Asks the hub at once instead of waiting.</source>
        <translation>Interroge le serveur tout de suite au lieu d&apos;attendre.</translation>
    </message>
    <message>
        <source>Pause the first fetch</source>
        <translation>Suspendre le premier chargement</translation>
    </message>
    <message>
        <source>What has come is kept; Try now goes on from there.</source>
        <translation>Ce qui est arrivé est conservé ; « Réessayer » reprend à cet endroit.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>For your administrator: times, counts and codes, no personal data.</source>
        <translation>Pour votre administrateur : heures, nombres et codes, sans donnée personnelle.</translation>
    </message>
    <message>
        <source>The report is in the clipboard. It holds no personal data.</source>
        <translation>Le rapport est dans le presse-papiers. Il ne contient aucune donnée personnelle.</translation>
    </message>
    <message>
        <source>Take mine</source>
        <translation>Ma version</translation>
    </message>
    <message>
        <source>Sends what was wanted once more, on top of what stands now.</source>
        <translation>Envoie de nouveau la valeur voulue, à la place de celle qui est en place.</translation>
    </message>
    <message>
        <source>Leaves what stands; what was wanted stays in the history.</source>
        <translation>Laisse ce qui est en place ; la valeur voulue reste dans l&apos;historique.</translation>
    </message>
    <message>
        <source>Shows both values side by side. Enter does the same.</source>
        <translation>Montre les deux valeurs côte à côte. Entrée fait de même.</translation>
    </message>
    <message>
        <source>To send (%1)</source>
        <extracomment>title of a list with its number</extracomment>
        <translation>À envoyer (%1)</translation>
    </message>
    <message>
        <source>To settle (%1)</source>
        <extracomment>title of a list with its number</extracomment>
        <translation>À trancher (%1)</translation>
    </message>
    <message>
        <source>Take this value</source>
        <translation>Prendre cette valeur</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synchronisation</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Celle du collègue</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>parvis::TemplatesEditor</name>
    <message>
        <source>Reply templates</source>
        <translation>Modèles de réponse</translation>
    </message>
    <message>
        <source>Add a template</source>
        <translation>Ajouter un modèle</translation>
    </message>
    <message>
        <source>Remove the template</source>
        <translation>Retirer le modèle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
    </message>
</context>
<context>
    <name>parvis::Text</name>
    <message>
        <source>Mend this and call it again.</source>
        <translation>Corrigez cela et relancez la commande.</translation>
    </message>
    <message>
        <source>The data were not touched.</source>
        <translation>Les données n&apos;ont pas été modifiées.</translation>
    </message>
    <message>
        <source>There is no town in %1.</source>
        <translation>Il n&apos;y a pas de ville dans %1.</translation>
    </message>
    <message>
        <source>Check the name of the folder, or found a town with init.</source>
        <translation>Vérifiez le nom du dossier, ou fondez une ville avec init.</translation>
    </message>
    <message>
        <source>Install the newer version again.</source>
        <translation>Réinstallez la version la plus récente.</translation>
    </message>
    <message>
        <source>Check that you may read the folder; if the disk is damaged, restore a backup.</source>
        <translation>Vérifiez que vous avez le droit de lire le dossier&#xa0;; si le disque est abîmé, restaurez une sauvegarde.</translation>
    </message>
    <message>
        <source>There is a file %1 already.</source>
        <translation>Il y a déjà un fichier %1.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Il a été laissé tel quel.</translation>
    </message>
    <message>
        <source>Name a new file.</source>
        <translation>Indiquez un nouveau fichier.</translation>
    </message>
    <message>
        <source>The town is as it was; no incomplete copy was left.</source>
        <translation>La ville est inchangée&#xa0;; aucune copie incomplète n&apos;a été laissée.</translation>
    </message>
    <message>
        <source>Check that there is room for the copy.</source>
        <translation>Vérifiez qu&apos;il y a de la place pour la copie.</translation>
    </message>
    <message>
        <source>The town is copied to %1.</source>
        <translation>La ville est copiée dans %1.</translation>
    </message>
    <message>
        <source>Walks the whole history and proves that nothing in it was altered, removed or put in between.</source>
        <translation>Parcourt tout l&apos;historique et prouve que rien n&apos;y a été modifié, supprimé ou intercalé.</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>Call it again.</source>
        <translation>Relancez la commande.</translation>
    </message>
    <message>
        <source>The history is broken at change %1 (%2).</source>
        <translation>L&apos;historique est rompu à la modification %1 (%2).</translation>
    </message>
    <message>
        <source>The changes before it are proven.</source>
        <translation>Les modifications précédentes sont prouvées.</translation>
    </message>
    <message>
        <source>Keep this folder for the inquiry and restore the last backup that verifies.</source>
        <translation>Conservez ce dossier pour l&apos;enquête et restaurez la dernière sauvegarde dont l&apos;historique est intact.</translation>
    </message>
    <message>
        <source>The history is whole: %1 changes checked.</source>
        <translation>L&apos;historique est intact&#xa0;: %1 modifications vérifiées.</translation>
    </message>
    <message>
        <source>It ends with 0 if all was done, 1 if it was refused or failed, 2 if it was called wrongly.</source>
        <translation>Le code de retour est 0 si tout a été fait, 1 en cas de refus ou d&apos;échec, 2 si la commande est mal écrite.</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>Affiche cette aide.</translation>
    </message>
    <message>
        <source>The hub&apos;s folder.</source>
        <translation>Le dossier du serveur.</translation>
    </message>
    <message>
        <source>Usage: parvis-server %1</source>
        <translation>Utilisation&#xa0;: parvis-server %1</translation>
    </message>
    <message>
        <source>The words do not fit.</source>
        <translation>Les arguments ne conviennent pas.</translation>
    </message>
    <message>
        <source>--data DIR is missing.</source>
        <translation>Il manque --data DIR.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>--mapping MAP is missing.</source>
        <translation>Il manque --mapping MAP.</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>Octets</translation>
    </message>
    <message>
        <source>Rows: %1. Imported: %2. There already: %3. Rejected: %4.</source>
        <translation>Lignes&#xa0;: %1. Importées&#xa0;: %2. Déjà présentes&#xa0;: %3. Rejetées&#xa0;: %4.</translation>
    </message>
    <message>
        <source>The rejected rows are in %1. Correct them there and import that file.</source>
        <translation>Les lignes rejetées sont dans %1. Corrigez-les dans ce fichier, puis importez-le.</translation>
    </message>
    <message>
        <source>Fills a town that has no requests yet with ten years of invented ones. The same seed gives the same town.</source>
        <translation>Remplit une ville encore sans demandes avec dix ans de demandes inventées. La même graine donne la même ville.</translation>
    </message>
    <message>
        <source>How many requests.</source>
        <translation>Nombre de demandes.</translation>
    </message>
    <message>
        <source>Which invented town.</source>
        <translation>Quelle ville inventée.</translation>
    </message>
    <message>
        <source>--requests and --seed want whole numbers.</source>
        <translation>--requests et --seed attendent des nombres entiers.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <source>The town has requests already.</source>
        <translation>La ville a déjà des demandes.</translation>
    </message>
    <message>
        <source>Found a new town with init for the demonstration.</source>
        <translation>Fondez une nouvelle ville avec init pour la démonstration.</translation>
    </message>
    <message>
        <source>Install Parvis again.</source>
        <translation>Réinstallez Parvis.</translation>
    </message>
    <message>
        <source>The town is half filled.</source>
        <translation>La ville n&apos;est remplie qu&apos;en partie.</translation>
    </message>
    <message>
        <source>Found a new town with init and call demo again.</source>
        <translation>Fondez une nouvelle ville avec init et relancez demo.</translation>
    </message>
    <message>
        <source>%1 has %2 requests.</source>
        <translation>%1 compte %2 demandes.</translation>
    </message>
    <message>
        <source>Its agents sign in with the password “%1”: %2 at the desk, %3 others.</source>
        <translation>Ses agents se connectent avec le mot de passe «&#xa0;%1&#xa0;»&#xa0;: %2 à l&apos;accueil, et %3 autres.</translation>
    </message>
    <message>
        <source>Nothing was founded, and the folder was emptied again.</source>
        <translation>Rien n&apos;a été fondé, et le dossier a été vidé de nouveau.</translation>
    </message>
    <message>
        <source>Mend this and call init again.</source>
        <translation>Corrigez cela et relancez init.</translation>
    </message>
    <message>
        <source>Founds a town in an empty folder: its database, and the key and certificate that the desks pin.</source>
        <translation>Fonde une ville dans un dossier vide&#xa0;: sa base de données, ainsi que la clé et le certificat que les postes retiennent.</translation>
    </message>
    <message>
        <source>The town&apos;s name, as the agents see it.</source>
        <translation>Le nom de la ville, tel que les agents le voient.</translation>
    </message>
    <message>
        <source>Makes an administrator. The password comes from the standard input, or is made up and shown once.</source>
        <translation>Crée un administrateur. Le mot de passe est lu sur l&apos;entrée standard, ou inventé et affiché une seule fois.</translation>
    </message>
    <message>
        <source>A host name or address by which desks reach this machine, for the certificate. May be repeated.</source>
        <translation>Un nom ou une adresse par lesquels les postes joignent cette machine, pour le certificat. Peut être répété.</translation>
    </message>
    <message>
        <source>--town NAME is missing.</source>
        <translation>Il manque --town NAME.</translation>
    </message>
    <message>
        <source>No certificate could be made.</source>
        <translation>Le certificat n&apos;a pas pu être créé.</translation>
    </message>
    <message>
        <source>Nothing was founded.</source>
        <translation>Rien n&apos;a été fondé.</translation>
    </message>
    <message>
        <source>Check the names given with --name.</source>
        <translation>Vérifiez les noms donnés avec --name.</translation>
    </message>
    <message>
        <source>There is something in %1 already.</source>
        <translation>Il y a déjà quelque chose dans %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
    <message>
        <source>Name an empty folder, or one that does not exist yet.</source>
        <translation>Indiquez un dossier vide ou qui n&apos;existe pas encore.</translation>
    </message>
    <message>
        <source>The administrator could not be added.</source>
        <translation>L&apos;administrateur n&apos;a pas pu être ajouté.</translation>
    </message>
    <message>
        <source>%1 is founded in %2.</source>
        <translation>%1 est fondée dans %2.</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate (SHA-256), which a desk shows at its first sign-in:</source>
        <translation>Empreinte de son certificat (SHA-256), qu&apos;un poste affiche à la première connexion&#xa0;:</translation>
    </message>
    <message>
        <source>Serves the desks until SIGTERM or SIGINT; requests under way then have ten seconds to end. Each request is a line of JSON on the standard error, without personal data.</source>
        <translation>Sert les postes jusqu&apos;à SIGTERM ou SIGINT&#xa0;; les requêtes en cours ont alors dix secondes pour se terminer. Chaque requête est une ligne JSON sur la sortie d&apos;erreur, sans données personnelles.</translation>
    </message>
    <message>
        <source>Where desks connect; [::]:8443 for all addresses. Port 0: any free one.</source>
        <translation>Où les postes se connectent&#xa0;; [::]:8443 pour toutes les adresses. Port 0&#xa0;: un port libre quelconque.</translation>
    </message>
    <message>
        <source>Writes ADDR:PORT into FILE once desks can connect.</source>
        <translation>Écrit ADDR:PORT dans FILE dès que les postes peuvent se connecter.</translation>
    </message>
    <message>
        <source>--listen wants an address and a port, as in 0.0.0.0:8443.</source>
        <translation>--listen attend une adresse et un port, par exemple 0.0.0.0:8443.</translation>
    </message>
    <message>
        <source>Another process is serving %1 already.</source>
        <translation>Un autre processus sert déjà %1.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be locked.</source>
        <translation>Le dossier %1 ne peut pas être verrouillé.</translation>
    </message>
    <message>
        <source>Stop the other process first, or use it.</source>
        <translation>Arrêtez d&apos;abord l&apos;autre processus, ou utilisez-le.</translation>
    </message>
    <message>
        <source>Put certificate.pem and key.pem back into %1 from a copy; desks know the old ones.</source>
        <translation>Remettez certificate.pem et key.pem dans %1 à partir d&apos;une copie&#xa0;; les postes connaissent les anciens.</translation>
    </message>
    <message>
        <source>The hub cannot listen on %1.</source>
        <translation>Le serveur ne peut pas écouter sur %1.</translation>
    </message>
    <message>
        <source>Choose another port, or see which program uses this one.</source>
        <translation>Choisissez un autre port, ou cherchez quel programme utilise celui-ci.</translation>
    </message>
    <message>
        <source>The ready file cannot be written.</source>
        <translation>Le fichier indiqué par --ready-file ne peut pas être écrit.</translation>
    </message>
    <message>
        <source>Name a file in a folder that exists.</source>
        <translation>Indiquez un fichier dans un dossier existant.</translation>
    </message>
    <message>
        <source>Serving https://%1</source>
        <translation>En service&#xa0;: https://%1</translation>
    </message>
    <message>
        <source>Fingerprint (SHA-256): %1</source>
        <translation>Empreinte (SHA-256)&#xa0;: %1</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>Arrêt en cours.</translation>
    </message>
    <message>
        <source>Stopped. All that was acknowledged is on the disk.</source>
        <translation>Arrêté. Tout ce qui a été confirmé est sur le disque.</translation>
    </message>
    <message>
        <source>A value was not accepted</source>
        <translation>Une valeur n&apos;a pas été acceptée</translation>
    </message>
    <message>
        <source>It does not exist</source>
        <translation>L&apos;élément n&apos;existe pas</translation>
    </message>
    <message>
        <source>It exists already</source>
        <translation>L&apos;élément existe déjà</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>The data were written by a newer version of Parvis</source>
        <translation>Les données ont été écrites par une version plus récente de Parvis</translation>
    </message>
    <message>
        <source>The file is not a database of this hub</source>
        <translation>Le fichier n&apos;est pas une base de ce serveur</translation>
    </message>
    <message>
        <source>The disk or the database reported an error</source>
        <translation>Le disque ou la base de données a signalé une erreur</translation>
    </message>
    <message>
        <source>The certificate or its key cannot be used</source>
        <translation>Le certificat ou sa clé est inutilisable</translation>
    </message>
    <message>
        <source>It is not available at the moment</source>
        <translation>Ce n&apos;est pas disponible pour le moment</translation>
    </message>
    <message>
        <source>It did not succeed</source>
        <translation>L&apos;opération n&apos;a pas réussi</translation>
    </message>
    <message>
        <source>New password (empty: one is made up): </source>
        <translation>Nouveau mot de passe (vide&#xa0;: il sera inventé)&#xa0;: </translation>
    </message>
    <message>
        <source>Again: </source>
        <translation>Encore une fois&#xa0;: </translation>
    </message>
    <message>
        <source>the two passwords differ</source>
        <translation>les deux mots de passe diffèrent</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Password of %1, shown only now: %2</source>
        <translation>Mot de passe de %1, affiché cette seule fois&#xa0;: %2</translation>
    </message>
    <message>
        <source>There is a user %1 already.</source>
        <translation>Il y a déjà un utilisateur %1.</translation>
    </message>
    <message>
        <source>Choose another login, or give them a new password with user passwd.</source>
        <translation>Choisissez un autre identifiant, ou donnez-lui un nouveau mot de passe avec user passwd.</translation>
    </message>
    <message>
        <source>There is no user %1.</source>
        <translation>Il n&apos;y a pas d&apos;utilisateur %1.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Vérifiez l&apos;orthographe.</translation>
    </message>
    <message>
        <source>A password has at least 15 characters; several words make a good one.</source>
        <translation>Un mot de passe compte au moins 15 caractères&#xa0;; plusieurs mots en font un bon.</translation>
    </message>
    <message>
        <source>Mend this and try again.</source>
        <translation>Corrigez cela et réessayez.</translation>
    </message>
    <message>
        <source>Adds an agent. The password comes from the standard input, or is made up and shown once.</source>
        <translation>Ajoute un agent. Le mot de passe est lu sur l&apos;entrée standard, ou inventé et affiché une seule fois.</translation>
    </message>
    <message>
        <source>What they may do: %1. May be repeated.</source>
        <translation>Ce que l&apos;agent peut faire&#xa0;: %1. Peut être répété.</translation>
    </message>
    <message>
        <source>Code or name of a service whose requests they see. May be repeated.</source>
        <translation>Code ou nom d&apos;un service dont l&apos;agent voit les demandes. Peut être répété.</translation>
    </message>
    <message>
        <source>Their name, as colleagues see it.</source>
        <translation>Son nom, tel que ses collègues le voient.</translation>
    </message>
    <message>
        <source>They see the confidential requests of their services too.</source>
        <translation>L&apos;agent voit aussi les demandes confidentielles de ses services.</translation>
    </message>
    <message>
        <source>%1 is no role. There are: %2.</source>
        <translation>%1 n&apos;est pas un rôle. Il existe&#xa0;: %2.</translation>
    </message>
    <message>
        <source>--role ROLE is missing. There are: %1.</source>
        <translation>Il manque --role ROLE. Il existe&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There is no service %1.</source>
        <translation>Il n&apos;y a pas de service %1.</translation>
    </message>
    <message>
        <source>Give its code or its whole name.</source>
        <translation>Donnez son code ou son nom complet.</translation>
    </message>
    <message>
        <source>Gives an agent a new password and ends their sessions. It comes from the standard input, or is made up and shown once.</source>
        <translation>Donne un nouveau mot de passe à un agent et ferme ses sessions. Il est lu sur l&apos;entrée standard, ou inventé et affiché une seule fois.</translation>
    </message>
    <message>
        <source>The password of %1 is changed.</source>
        <translation>Le mot de passe de %1 est changé.</translation>
    </message>
    <message>
        <source>Keeps an agent out from their next call on. What they did stays.</source>
        <translation>Exclut un agent dès son prochain appel au serveur. Ce qu&apos;il a fait est conservé.</translation>
    </message>
    <message>
        <source>Lets a disabled agent in again.</source>
        <translation>Réadmet un agent exclu.</translation>
    </message>
    <message>
        <source>%1 can no longer sign in.</source>
        <translation>%1 ne peut plus se connecter.</translation>
    </message>
    <message>
        <source>%1 can sign in again.</source>
        <translation>%1 peut se connecter de nouveau.</translation>
    </message>
    <message>
        <source>The user %1 is added.</source>
        <translation>L&apos;utilisateur %1 est ajouté.</translation>
    </message>
    <message>
        <source>A quoted cell does not end, or goes on after its end.</source>
        <translation>Une cellule entre guillemets ne se termine pas, ou continue après sa fin.</translation>
    </message>
    <message>
        <source>The row is too long; only its beginning is kept.</source>
        <translation>La ligne est trop longue&#xa0;; seul son début est conservé.</translation>
    </message>
    <message>
        <source>There are bytes that are no UTF-8.</source>
        <translation>Des octets ne sont pas de l&apos;UTF-8.</translation>
    </message>
    <message>
        <source>The row has more or fewer cells than the header.</source>
        <translation>La ligne a plus ou moins de cellules que l&apos;en-tête.</translation>
    </message>
    <message>
        <source>“%2” is no card.</source>
        <translation>« %2 » n&apos;est pas une fiche.</translation>
    </message>
    <message>
        <source>The code is missing.</source>
        <translation>Le code manque.</translation>
    </message>
    <message>
        <source>An earlier card of this file has the code “%2”.</source>
        <translation>Une fiche précédente de ce fichier porte le code « %2 ».</translation>
    </message>
    <message>
        <source>The title is missing.</source>
        <translation>Le titre manque.</translation>
    </message>
    <message>
        <source>There is no field %1.</source>
        <translation>Il n&apos;existe pas de champ %1.</translation>
    </message>
    <message>
        <source>%1 wants a text.</source>
        <translation>%1 attend un texte.</translation>
    </message>
    <message>
        <source>%1 wants a whole number from 0 to 9999, not “%2”.</source>
        <translation>%1 attend un nombre entier de 0 à 9999, et non « %2 ».</translation>
    </message>
    <message>
        <source>%1 wants true or false, not “%2”.</source>
        <translation>%1 attend true ou false, et non « %2 ».</translation>
    </message>
    <message>
        <source>%1 wants a date like 2026-12-31, not “%2”.</source>
        <translation>%1 attend une date comme 2026-12-31, et non « %2 ».</translation>
    </message>
    <message>
        <source>%1 wants a list of lines.</source>
        <translation>%1 attend une liste de lignes.</translation>
    </message>
    <message>
        <source>%1 wants JSON of the form that the documentation shows.</source>
        <translation>%1 attend du JSON de la forme que montre la documentation.</translation>
    </message>
    <message>
        <source>A field of the form has no code or no label, or two have one code.</source>
        <translation>Un champ du formulaire n&apos;a pas de code ou pas de libellé, ou deux champs ont le même code.</translation>
    </message>
    <message>
        <source>%1 has a step that names neither a role nor a person: “%2”.</source>
        <translation>%1 contient une étape qui ne nomme ni un rôle ni une personne&#xa0;: « %2 ».</translation>
    </message>
    <message>
        <source>The card ends before it begins.</source>
        <translation>La validité de la fiche finit avant de commencer.</translation>
    </message>
    <message>
        <source>The town has no theme “%2”.</source>
        <translation>La commune n&apos;a pas de thème « %2 ».</translation>
    </message>
    <message>
        <source>The town has no service “%2” (%1).</source>
        <translation>La commune n&apos;a pas de service « %2 » (%1).</translation>
    </message>
    <message>
        <source>The town has no district “%2” (%1).</source>
        <translation>La commune n&apos;a pas de quartier « %2 » (%1).</translation>
    </message>
    <message>
        <source>There is no user “%2” (%1).</source>
        <translation>Il n&apos;existe pas d&apos;utilisateur « %2 » (%1).</translation>
    </message>
    <message>
        <source>There is no card “%2” (%1), or it was rejected too.</source>
        <translation>Il n&apos;existe pas de fiche « %2 » (%1), ou elle a été rejetée aussi.</translation>
    </message>
    <message>
        <source>%1 does not know the word “%2”.</source>
        <translation>%1 ne connaît pas le mot « %2 ».</translation>
    </message>
    <message>
        <source>The card “%2” was published while the import ran. Import it again.</source>
        <translation>La fiche « %2 » a été publiée pendant l&apos;import. Importez-la à nouveau.</translation>
    </message>
    <message>
        <source>The import was stopped.</source>
        <translation>L&apos;import a été arrêté.</translation>
    </message>
    <message>
        <source>Call it again to go on.</source>
        <translation>Relancez la commande pour continuer.</translation>
    </message>
    <message>
        <source>Check the names of the files.</source>
        <translation>Vérifiez les noms des fichiers.</translation>
    </message>
    <message>
        <source>%1 is no role.</source>
        <translation>%1 n&apos;est pas un rôle.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Il existe&#xa0;: %1.</translation>
    </message>
    <message>
        <source>“%1” is no step.</source>
        <translation>« %1 » n&apos;est pas une étape.</translation>
    </message>
    <message>
        <source>Write Title=role:ROLE or Title=user:LOGIN.</source>
        <translation>Écrivez Titre=role:ROLE ou Titre=user:IDENTIFIANT.</translation>
    </message>
    <message>
        <source>%1 can&apos;t sign in.</source>
        <translation>%1 ne peut pas se connecter.</translation>
    </message>
    <message>
        <source>Name somebody who can, or enable them.</source>
        <translation>Nommez quelqu&apos;un qui le peut, ou réactivez ce compte.</translation>
    </message>
    <message>
        <source>There is no body, directorate or service %1.</source>
        <translation>Il n&apos;existe pas de collectivité, direction ou service %1.</translation>
    </message>
    <message>
        <source>The cards of %1 go the way of the unit above it.</source>
        <translation>Les fiches de %1 suivent le circuit de l&apos;échelon au-dessus.</translation>
    </message>
    <message numerus="yes">
        <source>The cards of %1 go through %n step(s).</source>
        <translation>
            <numerusform>Les fiches de %1 passent par %n étape.</numerusform>
            <numerusform>Les fiches de %1 passent par %n étapes.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, from above: %2</source>
        <translation>%1, de l&apos;échelon au-dessus&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: nobody validates its cards</source>
        <translation>%1&#xa0;: personne ne valide ses fiches</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>What was imported stays, and is left as it is when the same file is imported again.</source>
        <translation>Ce qui a été importé reste, et n&apos;est pas touché si le même fichier est importé à nouveau.</translation>
    </message>
    <message>
        <source>Cards: %1. New: %2. Revised: %3. Archived or taken out: %4. Unchanged: %5. Rejected: %6.</source>
        <translation>Fiches&#xa0;: %1. Nouvelles&#xa0;: %2. Révisées&#xa0;: %3. Archivées ou sorties de l&apos;archive&#xa0;: %4. Inchangées&#xa0;: %5. Rejetées&#xa0;: %6.</translation>
    </message>
    <message>
        <source>Writes all procedure cards to a file that import cards takes, as packaging/mappings/README.md explains.</source>
        <translation>Écrit toutes les fiches de procédure dans un fichier que reprend import cards&#xa0;; packaging/mappings/README.md l&apos;explique.</translation>
    </message>
    <message>
        <source>Only cards can be exported.</source>
        <translation>Seules les fiches (cards) s&apos;exportent.</translation>
    </message>
    <message>
        <source>The name of the file must end with .json or .csv.</source>
        <translation>Le nom du fichier doit finir par .json ou .csv.</translation>
    </message>
    <message>
        <source>Cards in %1: %2.</source>
        <translation>Fiches dans %1&#xa0;: %2.</translation>
    </message>
    <message>
        <source>Shows who validates the procedure cards of each body, directorate and service.</source>
        <translation>Montre qui valide les fiches de procédure de chaque collectivité, direction et service.</translation>
    </message>
    <message>
        <source>Says who validates the procedure cards of a body, directorate or service, in this order. A step is Title=role:ROLE (anybody with the role in the card&apos;s service) or Title=user:LOGIN. Units without steps of their own have those of the unit above; none takes them away.</source>
        <translation>Dit qui valide les fiches de procédure d&apos;une collectivité, d&apos;une direction ou d&apos;un service, dans cet ordre. Une étape s&apos;écrit Titre=role:ROLE (toute personne ayant ce rôle dans le service de la fiche) ou Titre=user:IDENTIFIANT. Sans étapes propres, celles de l&apos;échelon au-dessus valent&#xa0;; none les retire.</translation>
    </message>
    <message>
        <source>A circuit can be shown or set.</source>
        <translation>Un circuit se montre (show) ou se définit (set).</translation>
    </message>
    <message>
        <source>Takes the rows of a CSV file in as requests, or procedure cards from a JSON or CSV file. May be repeated: what is there is left as it is; a card that says something else becomes its next revision. Bad rows go to the rejects file with their place and the reason. packaging/mappings/README.md explains the files.</source>
        <translation>Reprend les lignes d&apos;un fichier CSV comme demandes, ou des fiches de procédure d&apos;un fichier JSON ou CSV. Peut se répéter&#xa0;: ce qui est déjà là n&apos;est pas touché&#xa0;; une fiche qui dit autre chose devient sa version suivante. Les lignes fautives vont au fichier des rejets avec leur place et la raison. packaging/mappings/README.md explique les fichiers.</translation>
    </message>
    <message>
        <source>Of requests: which column means what.</source>
        <translation>Pour les demandes&#xa0;: ce que signifie chaque colonne.</translation>
    </message>
    <message>
        <source>Where bad rows go; if not given, beside the file.</source>
        <translation>Où vont les lignes fautives&#xa0;; par défaut, à côté du fichier.</translation>
    </message>
    <message>
        <source>Only requests and cards can be imported.</source>
        <translation>Seules les demandes (requests) et les fiches (cards) s&apos;importent.</translation>
    </message>
    <message>
        <source>Cards have no mapping.</source>
        <translation>Les fiches n&apos;ont pas de correspondance (--mapping).</translation>
    </message>
    <message>
        <source>Usage: parvis-server COMMAND --data DIR …

The hub that the desks of a town hall work with.

  init --town NAME [--admin LOGIN] [--name HOST]   founds a town in an empty folder
  serve [--listen ADDR:PORT] [--ready-file FILE]   serves the desks until it is stopped
  user add|passwd|disable|enable LOGIN             looks after the agents
  user deputy LOGIN --for OTHER                    lets them validate cards for an absent colleague
  user absent LOGIN on|off                         says who is absent
  circuit show, circuit set UNIT STEPS             who validates the procedure cards
  import requests FILE.csv --mapping MAP           takes requests of another system in
  import cards FILE, export cards FILE             the procedure cards, as JSON or CSV
  demo [--requests N] [--seed S]                   fills an empty town with invented requests
  backup FILE                                      copies the town while it is served
  verify                                           proves that the history is whole

parvis-server COMMAND --help tells more.
It ends with 0 if all was done, 1 if it was refused or failed, 2 if it was called wrongly.</source>
        <translation>Utilisation&#xa0;: parvis-server COMMANDE --data DIR …

Le serveur central avec lequel travaillent les postes d&apos;une mairie.

  init --town NAME [--admin LOGIN] [--name HOST]   fonde une ville dans un dossier vide
  serve [--listen ADDR:PORT] [--ready-file FILE]   sert les postes jusqu&apos;à ce qu&apos;on l&apos;arrête
  user add|passwd|disable|enable LOGIN             gère les agents
  user deputy LOGIN --for OTHER                    fait valider les fiches d&apos;un collègue absent
  user absent LOGIN on|off                         dit qui est absent
  circuit show, circuit set UNIT STEPS             qui valide les fiches de procédure
  import requests FILE.csv --mapping MAP           reprend les demandes d&apos;un autre logiciel
  import cards FILE, export cards FILE             les fiches de procédure, en JSON ou CSV
  demo [--requests N] [--seed S]                   remplit une ville vide de demandes inventées
  backup FILE                                      copie la ville pendant qu&apos;elle est servie
  verify                                           prouve que l&apos;historique est intact

parvis-server COMMANDE --help en dit plus.
Le code de retour est 0 si tout a été fait, 1 en cas de refus ou d&apos;échec, 2 si la commande est mal écrite.</translation>
    </message>
    <message>
        <source>Lets an agent validate procedure cards for another while that one is absent.</source>
        <translation>Permet à un agent de valider les fiches de procédure pour un collègue pendant son absence.</translation>
    </message>
    <message>
        <source>The login of whom they stand for.</source>
        <translation>L&apos;identifiant de la personne suppléée.</translation>
    </message>
    <message>
        <source>They stand for them no longer.</source>
        <translation>La suppléance prend fin.</translation>
    </message>
    <message>
        <source>--for OTHER is missing.</source>
        <translation>Il manque --for OTHER.</translation>
    </message>
    <message>
        <source>Nobody stands for themselves.</source>
        <translation>Personne n&apos;est son propre suppléant.</translation>
    </message>
    <message>
        <source>Name another agent.</source>
        <translation>Nommez un autre agent.</translation>
    </message>
    <message>
        <source>%1 no longer stands for %2.</source>
        <translation>%1 ne supplée plus %2.</translation>
    </message>
    <message>
        <source>%1 stands for %2 while they are absent.</source>
        <translation>%1 supplée %2 pendant ses absences.</translation>
    </message>
    <message>
        <source>Says that an agent is absent, so that their deputies validate for them, or back.</source>
        <translation>Dit qu&apos;un agent est absent, pour que ses suppléants valident à sa place, ou de retour.</translation>
    </message>
    <message>
        <source>Write on or off.</source>
        <translation>Écrivez on ou off.</translation>
    </message>
    <message>
        <source>%1 is absent.</source>
        <translation>%1 est en absence.</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 est de retour.</translation>
    </message>
    <message>
        <source>Usage: parvis-server user add|passwd|disable|enable|deputy|absent LOGIN --data DIR …</source>
        <translation>Utilisation&#xa0;: parvis-server user add|passwd|disable|enable|deputy|absent LOGIN --data DIR …</translation>
    </message>
    <message>
        <source>Nothing was imported.</source>
        <translation>Rien n&apos;a été importé.</translation>
    </message>
    <message>
        <source>Correct %1; packaging/mappings/README.md explains it.</source>
        <translation>Corrigez %1&#xa0;; packaging/mappings/README.md l&apos;explique.</translation>
    </message>
    <message>
        <source>Copies the town&apos;s database as of one moment, while it is served or not, to FILE, and the attached files to FILE.blobs. Keep a copy of certificate.pem and key.pem too. To restore: put the copy back as town.sqlite, and the files as blobs, while nothing serves the folder.</source>
        <translation>Copie la base de la ville telle qu’elle est à un instant, qu’elle soit servie ou non, vers FILE, et les fichiers joints vers FILE.blobs. Gardez aussi une copie de certificate.pem et key.pem. Pour restaurer : remettez la copie sous le nom town.sqlite, et les fichiers sous blobs, pendant que rien ne sert le dossier.</translation>
    </message>
    <message>
        <source>The town is as it was; the copy of its database is complete.</source>
        <translation>La ville est comme elle était ; la copie de sa base est complète.</translation>
    </message>
    <message>
        <source>Check that there is room, then copy the folder %1 to %2.</source>
        <translation>Vérifiez qu’il y a de la place, puis copiez le dossier %1 vers %2.</translation>
    </message>
    <message>
        <source>The daily run failed and is tried again: %1</source>
        <translation>Le passage quotidien a échoué et sera retenté : %1</translation>
    </message>
    <message>
        <source>Daily run: %1 open requests, %2 reminders, %3 escalations, %4 handed over.</source>
        <translation>Passage quotidien : %1 demandes ouvertes, %2 relances, %3 remontées, %4 transmises.</translation>
    </message>
</context>
<context>
    <name>parvis::TextFact</name>
    <message>
        <source>Nothing was written down.</source>
        <extracomment>shown where a request has no text</extracomment>
        <translation>Rien n&apos;a été noté.</translation>
    </message>
    <message>
        <source>Typed but not saved. Enter goes on.</source>
        <translation>Saisi mais non enregistré. Entrée continue.</translation>
    </message>
    <message>
        <source>Enter changes it, Ctrl+Enter saves.</source>
        <translation>Entrée le modifie, Ctrl+Entrée enregistre.</translation>
    </message>
</context>
<context>
    <name>parvis::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
</context>
<context>
    <name>parvis::TodayPane</name>
    <message>
        <source>Today&apos;s contacts gather here. F2 takes a call, F3 a visit.</source>
        <translation>Les contacts du jour se rassemblent ici. F2 prend un appel, F3 une visite.</translation>
    </message>
    <message>
        <source>Today&apos;s contacts</source>
        <translation>Contacts du jour</translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answered on the spot</source>
        <translation>
            <numerusform>%n répondu tout de suite</numerusform>
            <numerusform>%n répondus tout de suite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n transmitted</source>
        <translation>
            <numerusform>%n transmis</numerusform>
            <numerusform>%n transmis</numerusform>
        </translation>
    </message>
    <message>
        <source>Today: %1</source>
        <translation>Aujourd&apos;hui&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>parvis::Workbench</name>
    <message numerus="yes">
        <source>%n change(s) could not be taken as they are: see Sync.</source>
        <translation>
            <numerusform>%n modification n&apos;a pas pu être prise telle quelle&#xa0;: voir Synchronisation.</numerusform>
            <numerusform>%n modifications n&apos;ont pas pu être prises telles quelles&#xa0;: voir Synchronisation.</numerusform>
        </translation>
    </message>
</context>
</TS>
