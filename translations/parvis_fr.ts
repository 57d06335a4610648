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
    <message>
        <source>all others</source>
        <translation>tous les autres</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a district, %2: a person</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>the usual</source>
        <translation>l&apos;habituel</translation>
    </message>
    <message>
        <source>%1, %2: a new password</source>
        <extracomment>%1: time, %2: person</extracomment>
        <translation>%1, %2 : nouveau mot de passe</translation>
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
    <name>DispatchWords</name>
    <message>
        <source>posted</source>
        <extracomment>of a letter</extracomment>
        <translation>posté</translation>
    </message>
    <message>
        <source>said</source>
        <extracomment>of what was told on the telephone</extracomment>
        <translation>dit</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>remis</translation>
    </message>
    <message>
        <source>sent</source>
        <extracomment>of an e-mail or an SMS</extracomment>
        <translation>envoyé</translation>
    </message>
    <message>
        <source>to print</source>
        <extracomment>of a letter</extracomment>
        <translation>à imprimer</translation>
    </message>
    <message>
        <source>to call</source>
        <extracomment>of what is to be told on the telephone</extracomment>
        <translation>à appeler</translation>
    </message>
    <message>
        <source>to hand over</source>
        <translation>à remettre</translation>
    </message>
    <message>
        <source>to be sent</source>
        <extracomment>of an e-mail or an SMS that waits for the hub</extracomment>
        <translation>à envoyer</translation>
    </message>
    <message>
        <source>there is no such mailbox</source>
        <translation>cette boîte n&apos;existe pas</translation>
    </message>
    <message>
        <source>there is no such address on the Internet</source>
        <translation>ce domaine n&apos;existe pas</translation>
    </message>
    <message>
        <source>the mailbox takes no mail</source>
        <translation>la boîte n&apos;accepte aucun message</translation>
    </message>
    <message>
        <source>the mailbox is full</source>
        <translation>la boîte est pleine</translation>
    </message>
    <message>
        <source>the mail is too large for the mailbox</source>
        <translation>le message est trop gros pour la boîte</translation>
    </message>
    <message>
        <source>the receiving server does not want it</source>
        <translation>le serveur du destinataire n&apos;en veut pas</translation>
    </message>
    <message>
        <source>the receiving server knows no such mailbox</source>
        <translation>le serveur du destinataire ne connaît pas cette boîte</translation>
    </message>
    <message>
        <source>The acknowledgement could not be written: %1 is missing.</source>
        <extracomment>an acknowledgement that could not be written; %1: names of fields of a template</extracomment>
        <translation>L&apos;accusé de réception n&apos;a pas pu être rédigé : il manque %1.</translation>
    </message>
    <message>
        <source>The post brought the letter back.</source>
        <translation>La poste a rapporté la lettre.</translation>
    </message>
    <message>
        <source>The citizen could not be reached.</source>
        <translation>L&apos;usager n&apos;a pas pu être joint.</translation>
    </message>
    <message>
        <source>Nobody came for it.</source>
        <translation>Personne n&apos;est venu le chercher.</translation>
    </message>
    <message>
        <source>It did not arrive: %1 (%2).</source>
        <extracomment>%1: &quot;the mailbox is full&quot;; %2: the server&apos;s own words</extracomment>
        <translation>Il n&apos;est pas arrivé : %1 (%2).</translation>
    </message>
    <message>
        <source>It did not arrive.</source>
        <translation>Il n&apos;est pas arrivé.</translation>
    </message>
    <message>
        <source>It did not arrive (%1).</source>
        <translation>Il n&apos;est pas arrivé (%1).</translation>
    </message>
    <message>
        <source>being sent</source>
        <extracomment>of an e-mail or SMS that is just being handed over</extracomment>
        <translation>en cours d&apos;envoi</translation>
    </message>
    <message>
        <source>printed</source>
        <extracomment>of a letter that is on paper</extracomment>
        <translation>imprimé</translation>
    </message>
    <message>
        <source>delivered</source>
        <extracomment>of an e-mail or SMS</extracomment>
        <translation>distribué</translation>
    </message>
    <message>
        <source>failed</source>
        <extracomment>of an e-mail, SMS, letter</extracomment>
        <translation>échec</translation>
    </message>
    <message>
        <source>may have gone</source>
        <extracomment>of an e-mail or SMS: nobody knows whether it was taken</extracomment>
        <translation>peut-être parti</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>of what was not sent</extracomment>
        <translation>annulé</translation>
    </message>
    <message>
        <source>answer</source>
        <extracomment>what a letter is</extracomment>
        <translation>réponse</translation>
    </message>
    <message>
        <source>interim reply</source>
        <extracomment>a letter that says how a request stands</extracomment>
        <translation>réponse d&apos;attente</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <extracomment>of a request</extracomment>
        <translation>accusé de réception</translation>
    </message>
    <message>
        <source>The hub was stopped while it handed this over: nobody knows whether it went.</source>
        <translation>Le serveur a été arrêté pendant la remise : nul ne sait si c&apos;est parti.</translation>
    </message>
    <message>
        <source>The connection broke while this was handed over: nobody knows whether it went (%1).</source>
        <translation>La connexion a été coupée pendant la remise : nul ne sait si c&apos;est parti (%1).</translation>
    </message>
    <message>
        <source>It may have gone: ask the citizen first. If nothing came, queue it again; otherwise say that it was received.</source>
        <translation>C&apos;est peut-être parti : demandez d&apos;abord à l&apos;usager. Si rien n&apos;est venu, remettez en file ; sinon, dites que c&apos;est bien reçu.</translation>
    </message>
    <message>
        <source>Open the request and write to the citizen yourself.</source>
        <translation>Ouvrez la demande et écrivez vous-même à l&apos;usager.</translation>
    </message>
    <message>
        <source>Look for the new address: open the request, mend it and reply anew.</source>
        <translation>Cherchez la nouvelle adresse : ouvrez la demande, corrigez-la et répondez à nouveau.</translation>
    </message>
    <message>
        <source>Queue it again, or open the request and reply by another channel.</source>
        <translation>Remettez en file, ou ouvrez la demande et répondez par un autre canal.</translation>
    </message>
    <message>
        <source>If the address is right, queue it again; otherwise open the request, mend the address and reply anew.</source>
        <translation>Si l&apos;adresse est juste, remettez en file ; sinon ouvrez la demande, corrigez l&apos;adresse et répondez à nouveau.</translation>
    </message>
    <message>
        <source>transfer</source>
        <extracomment>a letter that says that a request was passed on to another authority</extracomment>
        <translation>transmission</translation>
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
    <name>IncidentWords</name>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n signalement</numerusform>
            <numerusform>%n signalements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n m</source>
        <extracomment>a distance</extracomment>
        <translation>
            <numerusform>%n m</numerusform>
            <numerusform>%n m</numerusform>
        </translation>
    </message>
    <message>
        <source>same address</source>
        <translation>même adresse</translation>
    </message>
    <message>
        <source>same procedure</source>
        <translation>même démarche</translation>
    </message>
    <message>
        <source>same theme</source>
        <translation>même thème</translation>
    </message>
    <message>
        <source>same words</source>
        <translation>mêmes mots</translation>
    </message>
</context>
<context>
    <name>MailWords</name>
    <message>
        <source>Number</source>
        <extracomment>number of a letter out in the register</extracomment>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>En file</translation>
    </message>
    <message>
        <source>State</source>
        <extracomment>how far a letter or e-mail has come</extracomment>
        <translation>État</translation>
    </message>
    <message>
        <source>Register</source>
        <extracomment>of outgoing mail</extracomment>
        <translation>Registre</translation>
    </message>
    <message>
        <source>To print</source>
        <extracomment>letters</extracomment>
        <translation>À imprimer</translation>
    </message>
    <message>
        <source>To post</source>
        <extracomment>letters on paper, to be posted</extracomment>
        <translation>À poster</translation>
    </message>
    <message>
        <source>To call</source>
        <extracomment>citizens who are to be called</extracomment>
        <translation>À appeler</translation>
    </message>
    <message>
        <source>At the counter</source>
        <extracomment>replies that citizens fetch</extracomment>
        <translation>Au guichet</translation>
    </message>
    <message>
        <source>Trouble</source>
        <extracomment>mail that did not arrive</extracomment>
        <translation>Problèmes</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) printed and kept with their requests.</source>
        <translation>
            <numerusform>%n courrier imprimé et gardé avec sa demande.</numerusform>
            <numerusform>%n courriers imprimés et gardés avec leurs demandes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) posted.</source>
        <translation>
            <numerusform>%n courrier posté.</numerusform>
            <numerusform>%n courriers postés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Told %1 on the telephone.</source>
        <extracomment>%1: a citizen</extracomment>
        <translation>%1 : dit au téléphone.</translation>
    </message>
    <message>
        <source>Nobody answered at %1&apos;s: the try is recorded.</source>
        <extracomment>%1: a citizen</extracomment>
        <translation>%1 : personne n&apos;a répondu, l&apos;essai est noté.</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) handed over.</source>
        <translation>
            <numerusform>%n réponse remise.</numerusform>
            <numerusform>%n réponses remises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued again.</source>
        <translation>
            <numerusform>%n envoi remis en file.</numerusform>
            <numerusform>%n envois remis en file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded as received.</source>
        <translation>
            <numerusform>%n envoi noté comme reçu.</numerusform>
            <numerusform>%n envois notés comme reçus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) came back.</source>
        <translation>
            <numerusform>%n courrier revenu.</numerusform>
            <numerusform>%n courriers revenus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be taken: somebody else was quicker.</source>
        <translation>
            <numerusform>%n n&apos;a pas pu l&apos;être : un collègue a été plus rapide.</numerusform>
            <numerusform>%n n&apos;ont pas pu l&apos;être : un collègue a été plus rapide.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done: somebody else was quicker.</source>
        <translation>Rien n&apos;a été fait : un collègue a été plus rapide.</translation>
    </message>
    <message numerus="yes">
        <source>%n printed letter(s)</source>
        <translation>
            <numerusform>%n courrier imprimé</numerusform>
            <numerusform>%n courriers imprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n posted letter(s)</source>
        <translation>
            <numerusform>%n courrier posté</numerusform>
            <numerusform>%n courriers postés</numerusform>
        </translation>
    </message>
    <message>
        <source>call to %1</source>
        <extracomment>%1: a citizen</extracomment>
        <translation>appel à %1</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) handed over</source>
        <translation>
            <numerusform>%n réponse remise</numerusform>
            <numerusform>%n réponses remises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n queued again</source>
        <translation>
            <numerusform>%n remis en file</numerusform>
            <numerusform>%n remis en file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded as received</source>
        <translation>
            <numerusform>%n noté comme reçu</numerusform>
            <numerusform>%n notés comme reçus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s) that came back</source>
        <translation>
            <numerusform>%n courrier revenu</numerusform>
            <numerusform>%n courriers revenus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: &quot;Posted&quot;; %2: &quot;yesterday 12:41&quot;; %3: an agent</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Queued, %1</source>
        <translation>Mis en file, %1</translation>
    </message>
    <message>
        <source>Approved, %1, %2</source>
        <translation>Validé, %1, %2</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Demande</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>State changed</source>
        <translation>État depuis</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Ce qui s&apos;est passé</translation>
    </message>
</context>
<context>
    <name>MapWords</name>
    <message>
        <source>Complex procedures by theme</source>
        <translation>Procédures complexes par thème</translation>
    </message>
    <message>
        <source>Requests by service</source>
        <translation>Demandes par service</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>In progress, in time</source>
        <translation>En cours, dans les délais</translation>
    </message>
    <message>
        <source>Waits for the citizen</source>
        <translation>En attente de l&apos;usager</translation>
    </message>
    <message>
        <source>Done in time</source>
        <translation>Traitées dans les délais</translation>
    </message>
    <message>
        <source>Done late</source>
        <translation>Traitées en retard</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>Autres services</translation>
    </message>
    <message>
        <source>Other themes</source>
        <translation>Autres thèmes</translation>
    </message>
    <message>
        <source>No district known</source>
        <translation>Quartier inconnu</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>nothing to give a share of</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouveau</translation>
    </message>
    <message>
        <source>%1 k</source>
        <extracomment>thousands, as short as possible: &quot;12 k&quot;</extracomment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Toute la période</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
</context>
<context>
    <name>MissionWords</name>
    <message>
        <source>to do</source>
        <extracomment>state of a patrol mission</extracomment>
        <translation>à faire</translation>
    </message>
    <message>
        <source>under way</source>
        <extracomment>state of a patrol mission</extracomment>
        <translation>en route</translation>
    </message>
    <message>
        <source>reported</source>
        <extracomment>state of a patrol mission</extracomment>
        <translation>terminée</translation>
    </message>
    <message>
        <source>cancelled</source>
        <extracomment>state of a patrol mission</extracomment>
        <translation>annulée</translation>
    </message>
    <message>
        <source>check of a request</source>
        <extracomment>purpose of a patrol mission</extracomment>
        <translation>vérification d&apos;une demande</translation>
    </message>
    <message>
        <source>survey</source>
        <extracomment>purpose of a patrol mission, commissioned by a service</extracomment>
        <translation>relevé</translation>
    </message>
    <message>
        <source>own report</source>
        <extracomment>purpose of a patrol mission: nobody sent them</extracomment>
        <translation>autosaisine</translation>
    </message>
    <message>
        <source>No danger</source>
        <translation>Sans danger</translation>
    </message>
    <message>
        <source>Made safe</source>
        <translation>Mis en sécurité</translation>
    </message>
    <message>
        <source>Still dangerous</source>
        <translation>Encore dangereux</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <extracomment>hours and minutes</extracomment>
        <translation>%1 h %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a part of a report and what it says</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Constat</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sécurité</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Materials</source>
        <translation>Matériel</translation>
    </message>
    <message>
        <source>Time estimate</source>
        <translation>Temps estimé</translation>
    </message>
</context>
<context>
    <name>NotifyForm</name>
    <message>
        <source>E-&amp;mail address</source>
        <translation>Adresse e-&amp;mail</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>&amp;Given to you</source>
        <translation>Dossiers &amp;confiés</translation>
    </message>
    <message>
        <source>Given to you</source>
        <translation>Dossiers confiés</translation>
    </message>
    <message>
        <source>Yours, &amp;due or late</source>
        <translation>Vos échéances et retar&amp;ds</translation>
    </message>
    <message>
        <source>Yours, due or late</source>
        <translation>Vos échéances et retards</translation>
    </message>
    <message>
        <source>Your service&apos;s, lat&amp;e</source>
        <translation>R&amp;etards de votre service</translation>
    </message>
    <message>
        <source>Your service&apos;s, late</source>
        <translation>Retards de votre service</translation>
    </message>
    <message>
        <source>&amp;Words to you</source>
        <translation>&amp;Notes qui vous nomment</translation>
    </message>
    <message>
        <source>Words to you</source>
        <translation>Notes qui vous nomment</translation>
    </message>
    <message>
        <source>&amp;Quiet from</source>
        <translation>&amp;Au calme de</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Au calme de</translation>
    </message>
    <message>
        <source>&amp;until</source>
        <translation>&amp;jusqu&apos;à</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Au calme jusqu&apos;à</translation>
    </message>
    <message>
        <source>Quiet on weekends, &amp;holidays and days of closing</source>
        <translation>Au calme les week-ends, les jours &amp;fériés et de fermeture</translation>
    </message>
    <message>
        <source>Messages of the s&amp;ystem on this screen</source>
        <translation>Messages du &amp;système à l&apos;écran</translation>
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
    <message>
        <source>Addresses of the town, as parvis-server import addresses makes them (town.addresses).</source>
        <translation>Adresses de la ville, telles que les fait parvis-server import addresses (town.addresses).</translation>
    </message>
</context>
<context>
    <name>PatrolWords</name>
    <message>
        <source>Say what you found.</source>
        <translation>Dites ce que vous avez constaté.</translation>
    </message>
    <message>
        <source>Say where it is.</source>
        <translation>Dites où cela se trouve.</translation>
    </message>
    <message>
        <source>Photos are kept with a case: choose the service that gets it.</source>
        <translation>Les photos sont gardées avec un dossier : choisissez le service qui le reçoit.</translation>
    </message>
    <message>
        <source>no place given</source>
        <translation>lieu non précisé</translation>
    </message>
    <message>
        <source>to take</source>
        <extracomment>a mission that nobody has taken</extracomment>
        <translation>à prendre</translation>
    </message>
    <message>
        <source>you</source>
        <extracomment>the agent who reads it</extracomment>
        <translation>vous</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>The camera gives no picture. Close the other program that uses it, or add a photo from a file.</source>
        <translation>L&apos;appareil photo ne donne pas d&apos;image. Fermez l&apos;autre programme qui s&apos;en sert, ou ajoutez une photo depuis un fichier.</translation>
    </message>
    <message>
        <source>The camera is no longer connected. The photos already taken are kept.</source>
        <translation>L&apos;appareil photo n&apos;est plus connecté. Les photos déjà prises sont conservées.</translation>
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
        <extracomment>what went out, by which channel, how far it has come</extracomment>
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
        <translation>Relance : personne n&apos;est là pour la recevoir</translation>
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
    <message>
        <source>Patrol: %1</source>
        <extracomment>patrol; %1: &quot;to do&quot;, &quot;reported&quot;; %2: &quot;Made safe&quot;</extracomment>
        <translation>Patrouille : %1</translation>
    </message>
    <message>
        <source>Patrol: %1, %2</source>
        <translation>Patrouille : %1, %2</translation>
    </message>
    <message>
        <source>taken back</source>
        <extracomment>of a patrol mission that was cancelled by who gave it</extracomment>
        <translation>retirée</translation>
    </message>
    <message>
        <source>Whoever takes it</source>
        <extracomment>who is sent to look</extracomment>
        <translation>Le premier disponible</translation>
    </message>
    <message>
        <source>Goes: %1</source>
        <translation>Y va : %1</translation>
    </message>
    <message>
        <source>before %1</source>
        <extracomment>a day by which somebody goes and looks</extracomment>
        <translation>avant le %1</translation>
    </message>
    <message>
        <source>Reply returned to its author</source>
        <translation>Réponse retournée à son auteur</translation>
    </message>
    <message>
        <source>Reply being written</source>
        <translation>Réponse en cours de rédaction</translation>
    </message>
    <message>
        <source>Reply in the signature book</source>
        <translation>Réponse au parapheur</translation>
    </message>
    <message>
        <source>Reply approved</source>
        <translation>Réponse validée</translation>
    </message>
    <message>
        <source>Reply refused</source>
        <translation>Réponse refusée</translation>
    </message>
    <message>
        <source>Reply withdrawn</source>
        <translation>Réponse retirée</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <extracomment>why a reply was returned or refused</extracomment>
        <translation>Motif : %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <extracomment>to whom something was sent, and its number in the register</extracomment>
        <translation>À %1</translation>
    </message>
    <message>
        <source>To %1, n° %2</source>
        <translation>À %1, n° %2</translation>
    </message>
    <message>
        <source>incident</source>
        <comment>filter</comment>
        <translation>incident</translation>
    </message>
    <message>
        <source>any</source>
        <comment>filter</comment>
        <translation>tous</translation>
    </message>
    <message>
        <source>gathered with others</source>
        <translation>réunie à d&apos;autres</translation>
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
        <translation>%1 est maintenant : %2.</translation>
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
        <source>%1 is back at the desk, to be qualified.</source>
        <translation>%1 est revenue à l&apos;accueil, à qualifier.</translation>
    </message>
    <message>
        <source>%1 taken back</source>
        <translation>reprise de %1</translation>
    </message>
    <message>
        <source>A new request was made, as a part of %1.</source>
        <translation>Une nouvelle demande a été créée, comme partie de %1.</translation>
    </message>
    <message>
        <source>part of %1</source>
        <translation>sous-demande de %1</translation>
    </message>
    <message>
        <source>The checklist of %1 was changed.</source>
        <translation>Les étapes de %1 ont été modifiées.</translation>
    </message>
    <message>
        <source>checklist of %1</source>
        <translation>étapes de %1</translation>
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
    <message>
        <source>The answer was taken back. Its contact stays on record, but does not hold any more: tell the citizen if the words had reached them.</source>
        <translation>La réponse a été annulée. Son contact reste au dossier, mais ne vaut plus : prévenez l&apos;usager si elle lui était parvenue.</translation>
    </message>
    <message numerus="yes">
        <source>On %n of them the contact with the reply stays; a note says that it does not hold.</source>
        <translation>
            <numerusform>Sur %n demande, le contact de la réponse reste au dossier ; une note dit qu&apos;il ne vaut plus.</numerusform>
            <numerusform>Sur %n demandes, le contact de la réponse reste au dossier ; une note dit qu&apos;il ne vaut plus.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoundPage</name>
    <message>
        <source>before %1</source>
        <extracomment>a day by which something is to be done</extracomment>
        <translation>avant le %1</translation>
    </message>
    <message>
        <source>Notes:</source>
        <translation>Notes :</translation>
    </message>
    <message>
        <source>Round of %1</source>
        <extracomment>title of a printed sheet; %1 a day</extracomment>
        <translation>Tournée du %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n stop(s)</source>
        <extracomment>%1 the patroller</extracomment>
        <translation>
            <numerusform>%1, %n arrêt</numerusform>
            <numerusform>%1, %n arrêts</numerusform>
        </translation>
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
        <translation>%1 n&apos;y travaille plus</translation>
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
    <message>
        <source>%1 is not cleared for confidential requests</source>
        <translation>%1 n&apos;est pas habilité aux demandes confidentielles</translation>
    </message>
    <message>
        <source>absent until %1</source>
        <translation>absent jusqu&apos;au %1</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>%1, nobody stands for them</source>
        <translation>%1, sans suppléant</translation>
    </message>
    <message>
        <source>%1, %2 stands for them</source>
        <extracomment>first &quot;absent until …&quot;, then a name</extracomment>
        <translation>%1, suppléé par %2</translation>
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
        <translation>Personne n&apos;est désigné pour valider les fiches de ce service. Le brouillon est conservé : un administrateur définit le circuit.</translation>
    </message>
    <message>
        <source>A newer revision of this card was published meanwhile. Your draft is kept: base it on that one and submit again.</source>
        <translation>Une révision plus récente de cette fiche a été publiée entre-temps. Votre brouillon est conservé : reprenez-le à partir d&apos;elle, puis soumettez-le de nouveau.</translation>
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
        <translation>Un fichier est mal arrivé. Il est envoyé de nouveau ; il n&apos;y a rien à faire.</translation>
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
        <translation>Il n&apos;y a plus de place sur ce poste pour %1. Votre texte est gardé.</translation>
    </message>
    <message>
        <source>%1 could not be kept on this computer; try again.</source>
        <translation>%1 n&apos;a pas pu être gardé sur ce poste ; réessayez.</translation>
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
        <translation>jours fériés d&apos;Alsace-Moselle</translation>
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
    <message>
        <source>patrol mission</source>
        <translation>intervention</translation>
    </message>
    <message>
        <source>citizen can&apos;t be reached</source>
        <translation>usager injoignable</translation>
    </message>
    <message>
        <source>competent authority</source>
        <translation>autorité compétente</translation>
    </message>
    <message>
        <source>checklist</source>
        <translation>étapes</translation>
    </message>
    <message>
        <source>part of</source>
        <translation>partie de</translation>
    </message>
    <message>
        <source>satisfaction</source>
        <translation>satisfaction</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>horaires d&apos;ouverture</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>fuseau horaire</translation>
    </message>
    <message>
        <source>login</source>
        <translation>identifiant</translation>
    </message>
    <message>
        <source>kind of unit</source>
        <translation>sorte d&apos;unité</translation>
    </message>
    <message>
        <source>referents</source>
        <translation>référents</translation>
    </message>
    <message>
        <source>how they are told</source>
        <translation>manière d&apos;être prévenu</translation>
    </message>
    <message>
        <source>password</source>
        <translation>mot de passe</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>but</translation>
    </message>
    <message>
        <source>instructions</source>
        <translation>consignes</translation>
    </message>
    <message>
        <source>patroller</source>
        <translation>patrouilleur</translation>
    </message>
    <message>
        <source>findings</source>
        <translation>constat</translation>
    </message>
    <message>
        <source>safety</source>
        <translation>sécurité</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>mesures</translation>
    </message>
    <message>
        <source>materials</source>
        <translation>matériel</translation>
    </message>
    <message>
        <source>time estimate</source>
        <translation>temps estimé</translation>
    </message>
    <message>
        <source>goes to</source>
        <translation>suite confiée à</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>photos</translation>
    </message>
    <message>
        <source>reported on</source>
        <translation>compte rendu du</translation>
    </message>
    <message>
        <source>what it stands under</source>
        <translation>rattachement</translation>
    </message>
    <message>
        <source>The citizen has not been told yet: answer first, or say why nobody is told.</source>
        <translation>L&apos;usager n&apos;a pas encore été informé : répondez d&apos;abord, ou dites pourquoi personne n&apos;est informé.</translation>
    </message>
    <message>
        <source>The delay for reopening is over. Record a new request as a part of this one.</source>
        <translation>Le délai de réouverture est passé. Enregistrez une nouvelle demande comme partie de celle-ci.</translation>
    </message>
    <message>
        <source>reply template</source>
        <translation>modèle de réponse</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>réponse</translation>
    </message>
    <message>
        <source>outgoing mail</source>
        <translation>courrier au départ</translation>
    </message>
    <message>
        <source>division</source>
        <translation>découpage</translation>
    </message>
    <message>
        <source>outline</source>
        <translation>contour</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>merged into</source>
        <translation>réuni à</translation>
    </message>
    <message>
        <source>radius of an incident, in metres</source>
        <translation>rayon d&apos;un incident, en mètres</translation>
    </message>
    <message>
        <source>days between two reports of an incident</source>
        <translation>jours entre deux signalements d&apos;un incident</translation>
    </message>
    <message>
        <source>gathered by itself from (per cent)</source>
        <translation>réuni d&apos;office à partir de (pour cent)</translation>
    </message>
    <message>
        <source>neutral</source>
        <extracomment>the tone of a text</extracomment>
        <translation>neutre</translation>
    </message>
    <message>
        <source>formal</source>
        <extracomment>the tone of a text</extracomment>
        <translation>soutenu</translation>
    </message>
    <message>
        <source>friendly</source>
        <extracomment>the tone of a text</extracomment>
        <translation>cordial</translation>
    </message>
    <message>
        <source>firm</source>
        <extracomment>the tone of a text</extracomment>
        <translation>ferme</translation>
    </message>
    <message>
        <source>no date</source>
        <extracomment>no day was promised</extracomment>
        <translation>sans date</translation>
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
    <name>parvis::AdminSection</name>
    <message>
        <source>The name is still missing.</source>
        <translation>Il manque encore le nom.</translation>
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
        <source>No change yet.</source>
        <translation>Aucune modification.</translation>
    </message>
    <message>
        <source>History:</source>
        <translation>Historique :</translation>
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
    <message>
        <source>The order of the rules is changed.</source>
        <translation>L&apos;ordre des règles est modifié.</translation>
    </message>
    <message>
        <source>order of the rules</source>
        <translation>ordre des règles</translation>
    </message>
    <message>
        <source>The hub did not take this record as it was saved: see Sync for what it refused, and why.</source>
        <translation>Le serveur n&apos;a pas pris cette fiche telle qu&apos;elle était enregistrée : voyez dans Synchronisation ce qu&apos;il a refusé, et pourquoi.</translation>
    </message>
    <message>
        <source>Show the whole history</source>
        <translation>Tout l&apos;historique</translation>
    </message>
    <message>
        <source>All changes of the record, not only the latest ones.</source>
        <translation>Tous les changements de la fiche, pas seulement les derniers.</translation>
    </message>
</context>
<context>
    <name>parvis::AgentSection</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;Login:</source>
        <translation>&amp;Identifiant :</translation>
    </message>
    <message>
        <source>with which they sign in: c.dumont</source>
        <translation>avec lequel il se connecte : c.dumont</translation>
    </message>
    <message>
        <source>E-mail:</source>
        <translation>Courriel :</translation>
    </message>
    <message>
        <source>where they are told of what concerns them</source>
        <translation>où il est prévenu de ce qui le concerne</translation>
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
        <source>left</source>
        <translation>parti</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>The login is still missing.</source>
        <translation>Il manque encore l&apos;identifiant.</translation>
    </message>
    <message>
        <source>The login %1 is taken by %2: choose another one.</source>
        <translation>L&apos;identifiant %1 est déjà pris par %2 : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Choose at least one role: without one they see nothing.</source>
        <translation>Choisissez au moins un rôle : sans rôle, l&apos;agent ne voit rien.</translation>
    </message>
    <message>
        <source>what is to be qualified</source>
        <translation>ce qui reste à qualifier</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a service, its open requests</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s)</source>
        <translation>
            <numerusform>%n demande ouverte</numerusform>
            <numerusform>%n demandes ouvertes</numerusform>
        </translation>
    </message>
    <message>
        <source>Sees all services, with %1.</source>
        <extracomment>%1: &quot;412 open requests&quot;</extracomment>
        <translation>Voit tous les services, avec %1.</translation>
    </message>
    <message>
        <source>Sees the requests of no service.</source>
        <translation>Ne voit les demandes d&apos;aucun service.</translation>
    </message>
    <message numerus="yes">
        <source>Sees %n service(s), with %1.</source>
        <extracomment>%1: &quot;412 open requests&quot;</extracomment>
        <translation>
            <numerusform>Voit %n service, avec %1.</numerusform>
            <numerusform>Voit %n services, avec %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer: %1.</source>
        <translation>Ne voit plus : %1.</translation>
    </message>
    <message>
        <source>New: %1.</source>
        <translation>Verra en plus : %1.</translation>
    </message>
    <message numerus="yes">
        <source>New: %n service(s).</source>
        <translation>
            <numerusform>Verra en plus : %n service.</numerusform>
            <numerusform>Verra en plus : %n services.</numerusform>
        </translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>Agents</translation>
    </message>
    <message>
        <source>New agent</source>
        <translation>Nouvel agent</translation>
    </message>
    <message>
        <source>Capac&amp;ity:</source>
        <translation>&amp;Qualité :</translation>
    </message>
    <message>
        <source>in which they sign: Deputy mayor for green spaces</source>
        <translation>en laquelle la personne signe : Adjointe déléguée aux espaces verts</translation>
    </message>
</context>
<context>
    <name>parvis::ApprovalListView</name>
    <message>
        <source>Replies</source>
        <translation>Réponses</translation>
    </message>
</context>
<context>
    <name>parvis::ApprovalWords</name>
    <message>
        <source>somebody unknown</source>
        <translation>quelqu&apos;un d&apos;inconnu</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>Pour moi</translation>
    </message>
    <message>
        <source>For everyone</source>
        <translation>Pour tous</translation>
    </message>
    <message>
        <source>Written by me</source>
        <translation>Écrites par moi</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>soumise</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>approuvée</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>retournée</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>took the approval back</source>
        <translation>approbation reprise</translation>
    </message>
    <message>
        <source>withdrew it</source>
        <translation>réponse retirée</translation>
    </message>
    <message>
        <source>remarked</source>
        <translation>remarque</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>revenue</translation>
    </message>
    <message>
        <source>being written</source>
        <translation>en rédaction</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>étape %1 sur %2</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>retirée</translation>
    </message>
    <message numerus="yes">
        <source>%n citizen(s)</source>
        <translation>
            <numerusform>%n usager</numerusform>
            <numerusform>%n usagers</numerusform>
        </translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>pour %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>the state of a reply, then the day since when it is so</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>waits on %1 since %2</source>
        <translation>attend %1 depuis %2</translation>
    </message>
    <message>
        <source>Nothing is approved: these fields hold nothing for one of the citizens: %1.</source>
        <translation>Rien n&apos;est approuvé : ces champs sont vides pour l&apos;un des usagers : %1.</translation>
    </message>
    <message>
        <source>This picture is too large for a signature: choose a smaller one.</source>
        <translation>Cette image est trop grande pour une signature : choisissez-en une plus petite.</translation>
    </message>
    <message>
        <source>This file is no picture that can be read: choose a PNG or a JPEG.</source>
        <translation>Ce fichier n&apos;est pas une image lisible : choisissez un PNG ou un JPEG.</translation>
    </message>
    <message>
        <source>Nothing is approved: the reply was changed meanwhile. Read it as it is now.</source>
        <translation>Rien n&apos;est approuvé : la réponse a changé entre-temps. Lisez-la telle qu&apos;elle est maintenant.</translation>
    </message>
    <message>
        <source>The approval stays: the reply has gone out, or somebody decided on it since.</source>
        <translation>L&apos;approbation reste : la réponse est partie, ou quelqu&apos;un a décidé depuis.</translation>
    </message>
    <message>
        <source>Nothing is decided: somebody else decided on this reply meanwhile.</source>
        <translation>Rien n&apos;est décidé : quelqu&apos;un d&apos;autre a décidé de cette réponse entre-temps.</translation>
    </message>
    <message>
        <source>Nothing is approved: the reply has no text, or is too long for its channel.</source>
        <translation>Rien n&apos;est approuvé : la réponse est vide, ou trop longue pour son canal.</translation>
    </message>
    <message>
        <source>Nothing is withdrawn: the reply has gone out, or was refused meanwhile.</source>
        <translation>Rien n&apos;est retiré : la réponse est partie, ou a été refusée entre-temps.</translation>
    </message>
    <message>
        <source>It stays as it is: the reply is not withdrawn.</source>
        <translation>Elle reste en l&apos;état : la réponse n&apos;est pas retirée.</translation>
    </message>
    <message>
        <source>It can&apos;t be taken up again: somebody decided on it meanwhile.</source>
        <translation>Elle ne peut pas être reprise : quelqu&apos;un a décidé entre-temps.</translation>
    </message>
</context>
<context>
    <name>parvis::ApprovalsWorkspace</name>
    <message>
        <source>Views of the signature book</source>
        <translation>Vues du parapheur</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Vue : %1</translation>
    </message>
    <message>
        <source>Next reply</source>
        <translation>Réponse suivante</translation>
    </message>
    <message>
        <source>Previous reply</source>
        <translation>Réponse précédente</translation>
    </message>
    <message>
        <source>Scroll the page</source>
        <translation>Faire défiler la page</translation>
    </message>
    <message>
        <source>Scroll the page back</source>
        <translation>Remonter dans la page</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Ouvrir la demande</translation>
    </message>
    <message>
        <source>My signature…</source>
        <translation>Ma signature…</translation>
    </message>
    <message>
        <source>A picture of your signature, from a file. It stays at this desk, and is put only on what you approve in your own name.</source>
        <translation>Une image de votre signature, depuis un fichier. Elle reste sur ce poste et n&apos;est apposée que sur ce que vous approuvez en votre nom.</translation>
    </message>
    <message>
        <source>Remove my signature</source>
        <translation>Retirer ma signature</translation>
    </message>
    <message>
        <source>Letters that you approve are signed by hand.</source>
        <translation>Les lettres que vous approuvez seront signées à la main.</translation>
    </message>
    <message>
        <source>A picture of your signature</source>
        <translation>Une image de votre signature</translation>
    </message>
    <message>
        <source>Another signature…</source>
        <translation>Autre signature…</translation>
    </message>
    <message>
        <source>Approved: %1.</source>
        <translation>Approuvée : %1.</translation>
    </message>
    <message>
        <source>approval of %1</source>
        <translation>approbation de %1</translation>
    </message>
    <message>
        <source>Approved with your changes: %1.</source>
        <translation>Approuvée avec vos modifications : %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) approved, each with its own seal.</source>
        <translation>
            <numerusform>%n réponse approuvée, avec son propre sceau.</numerusform>
            <numerusform>%n réponses approuvées, chacune avec son propre sceau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>approval of %n reply(ies)</source>
        <translation>
            <numerusform>approbation de %n réponse</numerusform>
            <numerusform>approbation de %n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>Returned to its author: %1.</source>
        <translation>Retournée à son auteur : %1.</translation>
    </message>
    <message>
        <source>Refused: %1. Its author sees the reason.</source>
        <translation>Refusée : %1. Son auteur voit le motif.</translation>
    </message>
    <message>
        <source>The remark was added.</source>
        <translation>La remarque est ajoutée.</translation>
    </message>
    <message>
        <source>The approval is taken back: %1.</source>
        <translation>L&apos;approbation est reprise : %1.</translation>
    </message>
    <message>
        <source>Signature book</source>
        <translation>Parapheur</translation>
    </message>
    <message>
        <source>Withdrawn: %1.</source>
        <translation>Retirée : %1.</translation>
    </message>
    <message>
        <source>withdrawal of %1</source>
        <translation>retrait de %1</translation>
    </message>
    <message>
        <source>It is no longer withdrawn: %1.</source>
        <translation>Elle n&apos;est plus retirée : %1.</translation>
    </message>
    <message>
        <source>It is a draft again: %1.</source>
        <translation>Elle redevient un brouillon : %1.</translation>
    </message>
</context>
<context>
    <name>parvis::AssignFields</name>
    <message>
        <source>Service</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Referent</source>
        <translation>Référent</translation>
    </message>
    <message>
        <source>Ser&amp;vice</source>
        <translation>Ser&amp;vice</translation>
    </message>
    <message>
        <source>Re&amp;ferent</source>
        <translation>Ré&amp;férent</translation>
    </message>
    <message>
        <source>doesn&apos;t work for this service: would not see it</source>
        <translation>ne travaille pas pour ce service : ne la verrait pas</translation>
    </message>
</context>
<context>
    <name>parvis::BesidePane</name>
    <message>
        <source>Request and history</source>
        <translation>Demande et historique</translation>
    </message>
    <message>
        <source>received %1</source>
        <translation>reçue %1</translation>
    </message>
    <message>
        <source>promised for %1 (%2)</source>
        <translation>promise pour le %1 (%2)</translation>
    </message>
    <message>
        <source>followed by %1</source>
        <translation>suivie par %1</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>Circuit</translation>
    </message>
    <message>
        <source>waits since %1</source>
        <translation>attend depuis %1</translation>
    </message>
    <message>
        <source>approved with changes</source>
        <translation>approuvée avec modifications</translation>
    </message>
    <message>
        <source>%1 (of another text: the seal is broken)</source>
        <translation>%1 (d&apos;un autre texte : le sceau est rompu)</translation>
    </message>
    <message>
        <source>on behalf of %1</source>
        <translation>par délégation de %1</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>to the citizen</source>
        <translation>vers l&apos;usager</translation>
    </message>
    <message>
        <source>from the citizen</source>
        <translation>de l&apos;usager</translation>
    </message>
    <message>
        <source>note of %1</source>
        <translation>note de %1</translation>
    </message>
    <message>
        <source>Exchanges and notes</source>
        <translation>Échanges et notes</translation>
    </message>
    <message>
        <source>took the withdrawal back</source>
        <translation>retrait annulé</translation>
    </message>
</context>
<context>
    <name>parvis::BoardView</name>
    <message>
        <source>How much each agent has</source>
        <translation>Charge de chaque agent</translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <extracomment>after the title of a lane and its number of cases</extracomment>
        <translation>
            <numerusform>%n en retard</numerusform>
            <numerusform>%n en retard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n most urgent; the list has them all.</source>
        <translation>
            <numerusform>Le plus urgent ; la liste les a tous.</numerusform>
            <numerusform>Les %n plus urgents ; la liste les a tous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody</source>
        <extracomment>all agents of a service together</extracomment>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Agents: cases, late</source>
        <extracomment>title of a list: agents, how many cases each has, and how many of them are late</extracomment>
        <translation>Agents : dossiers, en retard</translation>
    </message>
    <message>
        <source>%1: %2, of which late: %3</source>
        <extracomment>an agent&apos;s name, how many cases they have, and how many of them are late</extracomment>
        <translation>%1 : %2, dont en retard : %3</translation>
    </message>
</context>
<context>
    <name>parvis::BulkPane</name>
    <message>
        <source>X marks and unmarks, Shift and the arrows mark several, Escape goes back to one.</source>
        <translation>X coche et décoche, Maj et les flèches en cochent plusieurs, Échap revient à une seule.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>The same note on each of them.</source>
        <translation>La même note sur chacune.</translation>
    </message>
    <message>
        <source>Reassign</source>
        <translation>Réaffecter</translation>
    </message>
    <message>
        <source>All of them to another service or agent.</source>
        <translation>Toutes à un autre service ou agent.</translation>
    </message>
    <message>
        <source>Answer and close</source>
        <translation>Répondre et clore</translation>
    </message>
    <message>
        <source>One reply for all of them: each citizen is on record as told with it.</source>
        <translation>Une réponse pour toutes : chaque usager est noté comme informé ainsi.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>M&amp;otif</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) chosen</source>
        <translation>
            <numerusform>%n demande choisie</numerusform>
            <numerusform>%n demandes choisies</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the note to all</source>
        <translation>Ajouter la note à toutes</translation>
    </message>
    <message>
        <source>Reassign all</source>
        <translation>Tout réaffecter</translation>
    </message>
    <message>
        <source>Answer and close all</source>
        <translation>Répondre à toutes et clore</translation>
    </message>
    <message>
        <source>A word for your colleagues, on each request</source>
        <translation>Un mot pour vos collègues, sur chaque demande</translation>
    </message>
    <message>
        <source>What the citizens were told: becomes a contact on each request</source>
        <translation>Ce qui a été dit aux usagers : devient un contact sur chaque demande</translation>
    </message>
    <message>
        <source>There is nothing to save yet: write a line.</source>
        <translation>Rien à enregistrer encore : écrivez une ligne.</translation>
    </message>
    <message>
        <source>Choose a service and a referent from the list; an empty service sends the requests back to be qualified.</source>
        <translation>Choisissez un service et un référent dans la liste ; un service vide renvoie les demandes à qualifier.</translation>
    </message>
    <message>
        <source>Write what the citizens were told, or choose a reason that says why nobody is told.</source>
        <translation>Écrivez ce qui a été dit aux usagers, ou choisissez un motif qui dit pourquoi personne n&apos;est informé.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) stay as they were; %1: %2</source>
        <extracomment>first the number of a request, then why it was refused</extracomment>
        <translation>
            <numerusform>%n demande reste telle quelle ; %1 : %2</numerusform>
            <numerusform>%n demandes restent telles quelles ; %1 : %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Note added to %n request(s).</source>
        <translation>
            <numerusform>Note ajoutée à %n demande.</numerusform>
            <numerusform>Note ajoutée à %n demandes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) reassigned.</source>
        <translation>
            <numerusform>%n demande réaffectée.</numerusform>
            <numerusform>%n demandes réaffectées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken.</source>
        <translation>
            <numerusform>%n demande prise.</numerusform>
            <numerusform>%n demandes prises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) in progress.</source>
        <translation>
            <numerusform>%n demande en cours.</numerusform>
            <numerusform>%n demandes en cours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) put back.</source>
        <translation>
            <numerusform>%n demande remise.</numerusform>
            <numerusform>%n demandes remises.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) answered and closed.</source>
        <translation>
            <numerusform>%n demande répondue et close.</numerusform>
            <numerusform>%n demandes répondues et closes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>note on %n request(s)</source>
        <extracomment>named after &quot;undo:&quot;</extracomment>
        <translation>
            <numerusform>note sur %n demande</numerusform>
            <numerusform>note sur %n demandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reassignment of %n request(s)</source>
        <translation>
            <numerusform>réaffectation de %n demande</numerusform>
            <numerusform>réaffectation de %n demandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken</source>
        <translation>
            <numerusform>prise de %n demande</numerusform>
            <numerusform>prise de %n demandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>beginning of %n request(s)</source>
        <translation>
            <numerusform>début de %n demande</numerusform>
            <numerusform>début de %n demandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) put back</source>
        <translation>
            <numerusform>remise de %n demande</numerusform>
            <numerusform>remise de %n demandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>closing of %n request(s)</source>
        <translation>
            <numerusform>clôture de %n demande</numerusform>
            <numerusform>clôture de %n demandes</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply to all</source>
        <translation>Répondre à tous</translation>
    </message>
    <message>
        <source>One reply, approved once; each citizen gets it by the channel of their choice.</source>
        <translation>Une seule réponse, validée une fois ; chaque usager la reçoit par le canal de son choix.</translation>
    </message>
    <message>
        <source>One incident</source>
        <translation>Un incident</translation>
    </message>
    <message>
        <source>They have one cause: gathered, worked once, everybody told. Incidents among them become one.</source>
        <translation>Elles ont une même cause : réunies, traitées une fois, tout le monde informé. Les incidents parmi elles n&apos;en font plus qu&apos;un.</translation>
    </message>
    <message>
        <source>Take out of the incident</source>
        <translation>Retirer de l&apos;incident</translation>
    </message>
    <message>
        <source>Each of them stands by itself again.</source>
        <translation>Chacune redevient seule.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) gathered in one incident.</source>
        <translation>
            <numerusform>%n demande réunie en un incident.</numerusform>
            <numerusform>%n demandes réunies en un incident.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken out of the incident.</source>
        <translation>
            <numerusform>%n demande retirée de l&apos;incident.</numerusform>
            <numerusform>%n demandes retirées de l&apos;incident.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>incident of %n request(s)</source>
        <translation>
            <numerusform>incident de %n demande</numerusform>
            <numerusform>incident de %n demandes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) taken out</source>
        <translation>
            <numerusform>%n demande retirée</numerusform>
            <numerusform>%n demandes retirées</numerusform>
        </translation>
    </message>
    <message>
        <source>The merge is taken back.</source>
        <translation>La fusion est annulée.</translation>
    </message>
    <message numerus="yes">
        <source>The merge is taken back: %n request(s) stand by themselves again.</source>
        <translation>
            <numerusform>La fusion est annulée : %n demande est de nouveau à part.</numerusform>
            <numerusform>La fusion est annulée : %n demandes sont de nouveau à part.</numerusform>
        </translation>
    </message>
    <message>
        <source>merge taken back</source>
        <translation>fusion annulée</translation>
    </message>
    <message>
        <source>Say why they go to another service: both read it.</source>
        <translation>Dites pourquoi elles vont à un autre service : les deux le liront.</translation>
    </message>
    <message>
        <source>Why, when they go to another service; else optional: becomes a note on each</source>
        <translation>Pourquoi, si elles vont à un autre service ; sinon facultatif : devient une note sur chacune</translation>
    </message>
</context>
<context>
    <name>parvis::CalendarSection</name>
    <message>
        <source>&amp;Open:</source>
        <translation>&amp;Ouvert :</translation>
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
        <source>&amp;Time zone:</source>
        <translation>Fuseau &amp;horaire :</translation>
    </message>
    <message>
        <source>The town&apos;s calendar</source>
        <translation>Le calendrier de la ville</translation>
    </message>
    <message>
        <source>%1 is no time zone that this computer knows: choose another one.</source>
        <translation>%1 n&apos;est pas un fuseau horaire connu de ce poste : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Received now: answered by %1 if it is simple, by %2 if it needs research.</source>
        <translation>Reçue maintenant : réponse au plus tard le %1 si elle est simple, le %2 si elle demande une recherche.</translation>
    </message>
    <message>
        <source>Received on %1: by %2, or by %3.</source>
        <translation>Reçue le %1 : au plus tard le %2, ou le %3.</translation>
    </message>
    <message>
        <source>After closing, at %1: by %2, or by %3.</source>
        <translation>Après la fermeture, à %1 : au plus tard le %2, ou le %3.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>a day, a number of requests</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%n open request(s) are promised for a day that would be closed (%1).</source>
        <translation>
            <numerusform>%n demande ouverte est promise pour un jour qui serait fermé (%1).</numerusform>
            <numerusform>%n demandes ouvertes sont promises pour un jour qui serait fermé (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendrier</translation>
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
    <name>parvis::CameraView</name>
    <message>
        <source>Picture of the camera</source>
        <translation>Image de l&apos;appareil photo</translation>
    </message>
    <message>
        <source>Take the picture</source>
        <translation>Prendre l&apos;image</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Revenir au compte rendu</translation>
    </message>
    <message>
        <source>Without a picture.</source>
        <translation>Sans image.</translation>
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
    <name>parvis::CaseArea</name>
    <message>
        <source>Plan of the day</source>
        <translation>Plan du jour</translation>
    </message>
    <message>
        <source>Nothing is due within the week</source>
        <translation>Rien n&apos;arrive à échéance cette semaine</translation>
    </message>
    <message>
        <source>T goes back to the list, B to the board.</source>
        <translation>T revient à la liste, B va au tableau.</translation>
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
    <name>parvis::ChecklistPanel</name>
    <message>
        <source>Checklist</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>What the procedure card says is to do; the space bar ticks.</source>
        <translation>Ce que la fiche dit de faire ; Espace coche.</translation>
    </message>
    <message>
        <source>To do: %1 of %2</source>
        <extracomment>heading of a checklist: how many steps are done, and of how many</extracomment>
        <translation>À faire : %1 sur %2</translation>
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
    <message>
        <source>without limit</source>
        <translation>sans limite</translation>
    </message>
    <message>
        <source>Beside the step</source>
        <translation>À côté de l&apos;étape</translation>
    </message>
    <message>
        <source>Both decide it, in any order.</source>
        <translation>Les deux décident, dans un ordre quelconque.</translation>
    </message>
    <message>
        <source>Within (working days)</source>
        <extracomment>of a step of a circuit: within how many working days, else a deputy may decide</extracomment>
        <translation>Sous (jours ouvrés)</translation>
    </message>
</context>
<context>
    <name>parvis::CircuitsField</name>
    <message>
        <source>All its requests</source>
        <translation>Toutes ses demandes</translation>
    </message>
    <message>
        <source>Which replies</source>
        <translation>Quelles réponses</translation>
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
        <source>Remark (optional): becomes a note</source>
        <translation>Remarque (facultative)&#xa0;: devient une note</translation>
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
    <message>
        <source>Satis&amp;faction</source>
        <translation>Satis&amp;faction</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>Satisfaction</translation>
    </message>
    <message>
        <source>A&amp;uthority</source>
        <translation>A&amp;utorité</translation>
    </message>
    <message>
        <source>Competent authority</source>
        <translation>Autorité compétente</translation>
    </message>
    <message>
        <source>Who is competent: name and town, as in a letter</source>
        <translation>Qui est compétent : nom et ville, comme sur une lettre</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <extracomment>a citizen&apos;s mark for the town&apos;s work, of five</extracomment>
        <translation>%1 sur 5</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Partie</translation>
    </message>
    <message>
        <source>A request to another service that is a part of this one.</source>
        <translation>Une demande à un autre service, qui fait partie de celle-ci.</translation>
    </message>
    <message>
        <source>Make the part</source>
        <translation>Créer la sous-demande</translation>
    </message>
    <message>
        <source>What was said; may stay empty for a mere call</source>
        <translation>Ce qui a été dit ; peut rester vide pour un simple rappel</translation>
    </message>
    <message>
        <source>A word to the citizen, in the letter that tells them (optional)</source>
        <translation>Un mot pour l&apos;usager, dans la lettre qui l&apos;informe (facultatif)</translation>
    </message>
    <message>
        <source>What the citizen was told: becomes a contact</source>
        <translation>Ce qui a été dit à l&apos;usager : devient un contact</translation>
    </message>
    <message>
        <source>What the citizen was told</source>
        <translation>Ce qui a été dit à l&apos;usager</translation>
    </message>
    <message>
        <source>Why, when it goes to another service; for a colleague of the same one optional: becomes a note</source>
        <translation>Pourquoi, si la demande change de service ; facultatif pour un collègue du même service : devient une note</translation>
    </message>
    <message>
        <source>What the other service is to do</source>
        <translation>Ce que l&apos;autre service doit faire</translation>
    </message>
    <message>
        <source>What is to do</source>
        <translation>Ce qui est à faire</translation>
    </message>
    <message>
        <source>Write what the citizen was told.</source>
        <translation>Écrivez ce qui a été dit à l&apos;usager.</translation>
    </message>
    <message>
        <source>Say which authority is competent: the citizen is told (CRPA L. 114-2).</source>
        <translation>Dites quelle autorité est compétente : l&apos;usager en est informé (CRPA L. 114-2).</translation>
    </message>
    <message>
        <source>Write what the citizen was told, or choose a reason that says why nobody is told.</source>
        <translation>Écrivez ce qui a été dit à l&apos;usager, ou choisissez un motif qui dit pourquoi personne n&apos;est informé.</translation>
    </message>
    <message>
        <source>Say why it goes to another service: both read it.</source>
        <translation>Dites pourquoi la demande change de service : les deux le lisent.</translation>
    </message>
    <message>
        <source>Choose the service that is to do its part.</source>
        <translation>Choisissez le service qui doit faire sa part.</translation>
    </message>
    <message>
        <source>Write what the other service is to do.</source>
        <translation>Écrivez ce que l&apos;autre service doit faire.</translation>
    </message>
    <message>
        <source>No postal address is known for the letter that tells the citizen (CRPA L. 114-2). Add it, or tell them otherwise and set the request to answered first.</source>
        <translation>Aucune adresse postale n&apos;est connue pour la lettre qui avise l&apos;usager (CRPA L. 114-2). Ajoutez-la, ou prévenez-le autrement et passez d&apos;abord la demande à « répondue ».</translation>
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
    <message>
        <source>found online</source>
        <translation>trouvé en ligne</translation>
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
    <message>
        <source>Same incident</source>
        <translation>Même incident</translation>
    </message>
    <message>
        <source>Transmits this as one more report of what the selected request reports: one work, and everybody is told.</source>
        <translation>Transmet comme un signalement de plus de ce que signale la demande sélectionnée : un seul chantier, et tout le monde est informé.</translation>
    </message>
    <message>
        <source>Pick the place on the map</source>
        <translation>Désigner le lieu sur la carte</translation>
    </message>
    <message>
        <source>Escape comes back from there with nothing changed.</source>
        <translation>Échap en revient sans rien modifier.</translation>
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
    <message>
        <source>Take back to the desk</source>
        <translation>Reprendre à l&apos;accueil</translation>
    </message>
    <message>
        <source>The request leaves its service and is qualified anew; Ctrl+Z takes that back.</source>
        <translation>La demande quitte son service et sera qualifiée de nouveau ; Ctrl+Z l&apos;annule.</translation>
    </message>
    <message>
        <source>%1 is writing on this request.</source>
        <extracomment>a colleague has the same request in sight</extracomment>
        <translation>%1 écrit sur cette demande.</translation>
    </message>
    <message>
        <source>%1 is looking at this request.</source>
        <translation>%1 consulte cette demande.</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Writes to the citizen.</source>
        <translation>Écrit à l&apos;usager.</translation>
    </message>
    <message>
        <source>Pick the place on the map</source>
        <translation>Désigner le lieu sur la carte</translation>
    </message>
    <message>
        <source>Escape comes back from there with nothing changed.</source>
        <translation>Échap en revient sans rien modifier.</translation>
    </message>
    <message>
        <source>%1 (by %2)</source>
        <extracomment>&quot;The citizen owes: …&quot;, then a date</extracomment>
        <translation>%1 (avant le %2)</translation>
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
    <name>parvis::DistrictSection</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>C&amp;ode:</source>
        <translation>C&amp;ode :</translation>
    </message>
    <message>
        <source>short, of its own: VALMY</source>
        <translation>court, propre au quartier : VALMY</translation>
    </message>
    <message>
        <source>The code is still missing.</source>
        <translation>Il manque encore le code.</translation>
    </message>
    <message>
        <source>The star stands for all districts: choose another code.</source>
        <translation>L&apos;étoile désigne tous les quartiers : choisissez un autre code.</translation>
    </message>
    <message>
        <source>The code %1 is taken by %2: choose another one.</source>
        <translation>Le code %1 est déjà pris par %2 : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Quartiers</translation>
    </message>
    <message>
        <source>New district</source>
        <translation>Nouveau quartier</translation>
    </message>
    <message>
        <source>&amp;Division:</source>
        <translation>&amp;Découpage :</translation>
    </message>
    <message>
        <source>empty: the district councils; else a name: Voirie</source>
        <translation>vide : les conseils de quartier ; sinon un nom : Voirie</translation>
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
    <message numerus="yes">
        <source>incident of %n report(s)</source>
        <translation>
            <numerusform>incident de %n signalement</numerusform>
            <numerusform>incident de %n signalements</numerusform>
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
    <message>
        <source>Addresses of the town fetched</source>
        <translation>Adresses de la ville reçues</translation>
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
    <message>
        <source>found online</source>
        <translation>trouvé en ligne</translation>
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
        <translation>Il n&apos;y a ni fichier ni image dans le presse-papiers.</translation>
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
        <translation>Le fichier n&apos;est pas encore sur le serveur</translation>
    </message>
    <message>
        <source>The desk that added it has still to send it. Close this and open it again later.</source>
        <translation>Le poste qui l&apos;a joint doit encore l&apos;envoyer. Fermez, et rouvrez-le plus tard.</translation>
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
        <translation>%1 l&apos;enregistre, pour l&apos;ouvrir avec un autre programme.</translation>
    </message>
    <message>
        <source>The picture is being opened</source>
        <translation>L&apos;image s&apos;ouvre</translation>
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
        <translation>Le fichier n&apos;a pas pu être écrit là : %1. Choisissez un autre dossier.</translation>
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
    <name>parvis::HotSpotModel</name>
    <message>
        <source>No street near</source>
        <translation>Aucune rue à proximité</translation>
    </message>
    <message>
        <source>How far above what chance explains, in standard deviations (Getis-Ord Gi*).</source>
        <translation>De combien cela dépasse ce que le hasard explique, en écarts types (Gi* de Getis-Ord).</translation>
    </message>
    <message>
        <source>Around</source>
        <translation>Autour de</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Gi*</source>
        <translation>Gi*</translation>
    </message>
</context>
<context>
    <name>parvis::HoursField</name>
    <message>
        <source>%1 from</source>
        <extracomment>%1: a day of the week</extracomment>
        <translation>%1, de</translation>
    </message>
    <message>
        <source>%1 to</source>
        <extracomment>%1: a day of the week</extracomment>
        <translation>%1, à</translation>
    </message>
    <message>
        <source>to</source>
        <comment>from nine to five</comment>
        <translation>à</translation>
    </message>
    <message>
        <source>%1: the town closes before it opens. Choose a later hour.</source>
        <translation>%1 : la fermeture précède l&apos;ouverture. Choisissez une heure plus tardive.</translation>
    </message>
    <message>
        <source>No day is open: nothing could ever be promised. Open at least one.</source>
        <translation>Aucun jour n&apos;est ouvert : rien ne pourrait être promis. Ouvrez-en au moins un.</translation>
    </message>
</context>
<context>
    <name>parvis::IncidentBand</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>What joined the incident and left it, by whom and when; takes a merge back.</source>
        <translation>Ce qui a rejoint l&apos;incident et l&apos;a quitté, par qui et quand ; annule une fusion.</translation>
    </message>
    <message>
        <source>History of the incident</source>
        <translation>Historique de l&apos;incident</translation>
    </message>
    <message>
        <source>Incident: %1</source>
        <translation>Incident : %1</translation>
    </message>
    <message>
        <source>Enter takes a merge back that still holds; Ctrl+Z restores it. Escape closes the history.</source>
        <translation>Entrée annule une fusion qui tient encore ; Ctrl+Z la rétablit. Échap ferme l&apos;historique.</translation>
    </message>
    <message>
        <source>%1 marks all of them, then for all: %2 replies, %3 reassigns, %4 answers and closes.</source>
        <extracomment>the keys: of marking all, of a reply, of another service or agent, of closing</extracomment>
        <translation>%1 les coche tous, puis pour tous : %2 répond, %3 réaffecte, %4 répond et clôt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>what an incident is, and where
----------
of an incident: how many reports, how many of them are open</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n signalement</numerusform>
            <numerusform>%n signalements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n ouvert</numerusform>
            <numerusform>%n ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>received on %1</source>
        <translation>reçus le %1</translation>
    </message>
    <message>
        <source>received from %1 to %2</source>
        <translation>reçus du %1 au %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n incident(s) merged into it</source>
        <translation>
            <numerusform>%n incident fusionné avec lui</numerusform>
            <numerusform>%n incidents fusionnés avec lui</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>how many incidents were merged into it, and what they are called</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>What came before is not listed.</source>
        <translation>Ce qui précède n&apos;est pas affiché.</translation>
    </message>
    <message>
        <source>The incident was made</source>
        <translation>L&apos;incident a été créé</translation>
    </message>
    <message>
        <source>%1 was taken as one of its reports</source>
        <extracomment>the number of a request</extracomment>
        <translation>%1 enregistrée comme l&apos;un de ses signalements</translation>
    </message>
    <message>
        <source>%1 joined</source>
        <extracomment>the number of a request</extracomment>
        <translation>%1 a rejoint l&apos;incident</translation>
    </message>
    <message>
        <source>%1 was taken out</source>
        <extracomment>the number of a request</extracomment>
        <translation>%1 en a été retirée</translation>
    </message>
    <message>
        <source>Parted again: %1</source>
        <extracomment>another incident</extracomment>
        <translation>Fusion annulée : %1</translation>
    </message>
    <message>
        <source>Merged for a time: %1</source>
        <extracomment>another incident</extracomment>
        <translation>Fusionné un temps : %1</translation>
    </message>
    <message>
        <source>no report</source>
        <translation>aucun signalement</translation>
    </message>
    <message>
        <source>Merged: %1 (%2)</source>
        <extracomment>the numbers of the requests that came by another incident; what that is called</extracomment>
        <translation>Fusionné : %1 (%2)</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>pas encore transmis</translation>
    </message>
    <message>
        <source>by the rule of its theme</source>
        <translation>par la règle de son thème</translation>
    </message>
</context>
<context>
    <name>parvis::IncidentReview</name>
    <message>
        <source>Possible incidents</source>
        <translation>Incidents possibles</translation>
    </message>
    <message>
        <source>Reports that may have one cause, one group after the other.</source>
        <translation>Les signalements qui ont peut-être une même cause, un groupe après l&apos;autre.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Leaves these reports as they are.</source>
        <translation>Laisse ces signalements comme ils sont.</translation>
    </message>
    <message>
        <source>No reports are left that seem to have one cause. Escape goes back to the list.</source>
        <translation>Il ne reste aucun signalement qui semble avoir une même cause. Échap revient à la liste.</translation>
    </message>
    <message numerus="yes">
        <source>Possible incident: %n report(s)</source>
        <translation>
            <numerusform>Incident possible : %n signalement</numerusform>
            <numerusform>Incident possible : %n signalements</numerusform>
        </translation>
    </message>
    <message>
        <source>within %1 m, %2 % sure</source>
        <translation>à moins de %1 m, sûr à %2 %</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <extracomment>what is in sight, what speaks for it, how many more there are</extracomment>
        <translation>%1, %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n more to look at.</source>
        <translation>
            <numerusform>Encore %n à voir.</numerusform>
            <numerusform>Encore %n à voir.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::KindTile</name>
    <message>
        <source>%1, for %2</source>
        <extracomment>a kind of report and the service that gets it</extracomment>
        <translation>%1, pour %2</translation>
    </message>
</context>
<context>
    <name>parvis::KindTiles</name>
    <message>
        <source>What was found</source>
        <translation>Ce qui est constaté</translation>
    </message>
    <message>
        <source>Report kind %1</source>
        <extracomment>%1: its place among the tiles</extracomment>
        <translation>Type de signalement %1</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>Signaler : %1</translation>
    </message>
</context>
<context>
    <name>parvis::LetterheadField</name>
    <message>
        <source>Address, telephone …</source>
        <translation>Adresse, téléphone…</translation>
    </message>
    <message>
        <source>Place of the date</source>
        <translation>Lieu de la date</translation>
    </message>
    <message>
        <source>Administrative court</source>
        <translation>Tribunal administratif</translation>
    </message>
    <message>
        <source>Superior authority</source>
        <translation>Autorité hiérarchique</translation>
    </message>
    <message>
        <source>Data protection officer</source>
        <translation>Délégué à la protection des données</translation>
    </message>
    <message>
        <source>Choose the logo</source>
        <translation>Choisir le logo</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>Sans logo</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>This file is not a picture that can be read. The logo stays as it was; choose a PNG or JPEG file.</source>
        <translation>Ce fichier n&apos;est pas une image lisible. Le logo reste tel quel ; choisissez un fichier PNG ou JPEG.</translation>
    </message>
</context>
<context>
    <name>parvis::LinksPanel</name>
    <message>
        <source>Linked requests</source>
        <translation>Demandes liées</translation>
    </message>
    <message>
        <source>Part of</source>
        <extracomment>how a request belongs to the one in sight</extracomment>
        <translation>Partie de</translation>
    </message>
    <message>
        <source>Its part</source>
        <translation>Sous-demande</translation>
    </message>
    <message>
        <source>Same citizen</source>
        <translation>Même usager</translation>
    </message>
    <message>
        <source>Same place</source>
        <translation>Même lieu</translation>
    </message>
    <message>
        <source>Enter opens one; the space bar makes this request a part of it, or lets it go; one of the same cause goes into one incident with it.</source>
        <translation>Entrée en ouvre une ; la barre d&apos;espace y rattache cette demande, ou l&apos;en détache ; une de même cause est réunie avec elle en un incident.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>All reports of the incident; of a request in none: gathers it with the one that most likely has the same cause.</source>
        <translation>Tous les signalements de l&apos;incident ; d&apos;une demande seule : la réunit à celle qui a le plus sûrement la même cause.</translation>
    </message>
    <message>
        <source>Take out of the incident</source>
        <translation>Retirer de l&apos;incident</translation>
    </message>
    <message>
        <source>The request stands by itself again.</source>
        <translation>La demande redevient seule.</translation>
    </message>
    <message numerus="yes">
        <source>%n report(s)</source>
        <translation>
            <numerusform>%n signalement</numerusform>
            <numerusform>%n signalements</numerusform>
        </translation>
    </message>
    <message>
        <source>Same cause?</source>
        <translation>Même cause ?</translation>
    </message>
</context>
<context>
    <name>parvis::MailFilterLine</name>
    <message>
        <source>Number, name, request, words of the text</source>
        <translation>Numéro, nom, demande, mots du texte</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Tous les canaux</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Tous les états</translation>
    </message>
    <message>
        <source>Register of a body and year</source>
        <translation>Registre d&apos;une collectivité et d&apos;une année</translation>
    </message>
    <message>
        <source>All registers</source>
        <translation>Tous les registres</translation>
    </message>
</context>
<context>
    <name>parvis::MailListView</name>
    <message>
        <source>Outgoing mail</source>
        <translation>Courrier sortant</translation>
    </message>
</context>
<context>
    <name>parvis::MailPane</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Telephone number</source>
        <translation>Numéro de téléphone</translation>
    </message>
    <message>
        <source>empty: the text below</source>
        <translation>vide : le texte ci-dessous</translation>
    </message>
    <message>
        <source>What was s&amp;aid:</source>
        <translation>Ce qui a été &amp;dit :</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>demande %1</translation>
    </message>
    <message>
        <source>%1 (today: %2)</source>
        <extracomment>%1, %2: telephone numbers</extracomment>
        <translation>%1 (aujourd&apos;hui : %2)</translation>
    </message>
    <message>
        <source>What you did is on its way to the hub.</source>
        <translation>Ce que vous avez fait est en route vers le serveur.</translation>
    </message>
</context>
<context>
    <name>parvis::MailWorkspace</name>
    <message>
        <source>Mail: %1</source>
        <translation>Courrier : %1</translation>
    </message>
    <message>
        <source>Next mail</source>
        <translation>Courrier suivant</translation>
    </message>
    <message>
        <source>Previous mail</source>
        <translation>Courrier précédent</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Lire la suite</translation>
    </message>
    <message>
        <source>Read back</source>
        <translation>Revenir en arrière</translation>
    </message>
    <message>
        <source>Find in the register</source>
        <translation>Chercher dans le registre</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Several marked: one key for all.</source>
        <translation>Plusieurs cochées : une touche pour toutes.</translation>
    </message>
    <message>
        <source>Mark all</source>
        <translation>Tout marquer</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Ouvrir la demande</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Exporter en CSV</translation>
    </message>
    <message>
        <source>All lines of this list as it is filtered, for a spreadsheet.</source>
        <translation>Toutes les lignes de la liste telle qu&apos;elle est filtrée, pour un tableur.</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>The letters that are marked, in one go; each is kept with its request.</source>
        <translation>Les courriers marqués, d&apos;un seul coup ; chacun est gardé avec sa demande.</translation>
    </message>
    <message>
        <source>Letters as PDF</source>
        <translation>Courriers en PDF</translation>
    </message>
    <message>
        <source>Saves the letters that are marked as one file to be printed elsewhere.</source>
        <translation>Enregistre les courriers marqués en un seul fichier, à imprimer ailleurs.</translation>
    </message>
    <message>
        <source>letters-%1.pdf</source>
        <translation>courriers-%1.pdf</translation>
    </message>
    <message>
        <source>Save the letters as PDF</source>
        <translation>Enregistrer les courriers en PDF</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Recto verso</translation>
    </message>
    <message>
        <source>Prints on both sides of the paper; each letter begins on a new sheet.</source>
        <translation>Imprime des deux côtés ; chaque courrier commence sur une nouvelle feuille.</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Posté</translation>
    </message>
    <message>
        <source>Nobody answered</source>
        <translation>Personne n&apos;a répondu</translation>
    </message>
    <message>
        <source>Records the try; the call stays in the list.</source>
        <translation>Note l&apos;essai ; l&apos;appel reste dans la liste.</translation>
    </message>
    <message>
        <source>Nobody answered.</source>
        <extracomment>recorded of a call; %1: what the agent adds</extracomment>
        <translation>Personne n&apos;a répondu.</translation>
    </message>
    <message>
        <source>Nobody answered. %1</source>
        <translation>Personne n&apos;a répondu. %1</translation>
    </message>
    <message>
        <source>Queue again</source>
        <translation>Remettre en file</translation>
    </message>
    <message>
        <source>It is sent, printed or said once more.</source>
        <translation>À envoyer, imprimer ou dire une nouvelle fois.</translation>
    </message>
    <message>
        <source>It came back</source>
        <translation>Revenu</translation>
    </message>
    <message>
        <source>The post brought the letter back.</source>
        <translation>La poste a rapporté la lettre.</translation>
    </message>
    <message>
        <source>Lists of outgoing mail</source>
        <translation>Listes du courrier sortant</translation>
    </message>
    <message>
        <source>Letter %1 of %2 · Escape stops</source>
        <translation>Courrier %1 sur %2 · Échap arrête</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) written · Escape stops</source>
        <translation>
            <numerusform>%n ligne écrite · Échap arrête</numerusform>
            <numerusform>%n lignes écrites · Échap arrête</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were saved as %1.</source>
        <translation>
            <numerusform>%n ligne a été enregistrée dans %1.</numerusform>
            <numerusform>%n lignes ont été enregistrées dans %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file can&apos;t be written there. Choose another place.</source>
        <translation>Le fichier ne peut pas être écrit à cet endroit. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Stopped: nothing was printed or saved.</source>
        <translation>Arrêté : rien n&apos;a été imprimé ni enregistré.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>name of a list and how many wait in it</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Ctrl+1 shows all that went out.</source>
        <translation>Ctrl+1 montre tout ce qui est parti.</translation>
    </message>
    <message>
        <source>Nothing that goes out says this</source>
        <translation>Aucun envoi ne dit cela</translation>
    </message>
    <message>
        <source>Shorten the words of the filter.</source>
        <translation>Raccourcissez les mots du filtre.</translation>
    </message>
    <message>
        <source>Nothing has gone out</source>
        <translation>Rien n&apos;est parti</translation>
    </message>
    <message>
        <source>Replies come here when they are approved, acknowledgements when a request is recorded.</source>
        <translation>Les réponses arrivent ici une fois validées, les accusés de réception à l&apos;enregistrement d&apos;une demande.</translation>
    </message>
    <message>
        <source>No letter is to be printed</source>
        <translation>Aucun courrier à imprimer</translation>
    </message>
    <message>
        <source>No letter waits for the post</source>
        <translation>Aucun courrier n&apos;attend la poste</translation>
    </message>
    <message>
        <source>Nobody is to be called</source>
        <translation>Personne à appeler</translation>
    </message>
    <message>
        <source>Nothing waits at the counter</source>
        <translation>Rien n&apos;attend au guichet</translation>
    </message>
    <message>
        <source>All that went out has arrived, as far as the town knows</source>
        <translation>Tout ce qui est parti est arrivé, autant que la ville le sache</translation>
    </message>
    <message>
        <source>No mail is chosen</source>
        <translation>Aucun courrier choisi</translation>
    </message>
    <message>
        <source>Choose one with J and K.</source>
        <translation>Choisissez-en un avec J et K.</translation>
    </message>
    <message numerus="yes">
        <source>Print %n letter(s)</source>
        <translation>
            <numerusform>Imprimer %n courrier</numerusform>
            <numerusform>Imprimer %n courriers</numerusform>
        </translation>
    </message>
    <message>
        <source>Said</source>
        <translation>Dit</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Remis</translation>
    </message>
    <message>
        <source>It was received</source>
        <translation>Bien reçu</translation>
    </message>
    <message>
        <source>These letters were printed already.</source>
        <translation>Ces courriers étaient déjà imprimés.</translation>
    </message>
    <message>
        <source>The PDF can&apos;t be written there. Choose another place.</source>
        <translation>Le PDF ne peut pas être écrit là. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>The printer can&apos;t be reached: the letters are still to be printed. Look what came out of it.</source>
        <translation>L&apos;imprimante est injoignable : les courriers restent à imprimer. Regardez ce qui en est sorti.</translation>
    </message>
    <message>
        <source>Letter %1.pdf</source>
        <extracomment>name of a file; %1: number of the letter</extracomment>
        <translation>Courrier %1.pdf</translation>
    </message>
    <message>
        <source>outgoing-mail-%1.csv</source>
        <translation>courrier-sortant-%1.csv</translation>
    </message>
    <message>
        <source>Save the list as CSV</source>
        <translation>Enregistrer la liste en CSV</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Courrier</translation>
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
    <name>parvis::MapDistrictModel</name>
    <message>
        <source>District</source>
        <translation>Quartier</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>Dans les délais</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Évolution</translation>
    </message>
</context>
<context>
    <name>parvis::MapDrawer</name>
    <message>
        <source>Tables of the map</source>
        <translation>Tableaux de la carte</translation>
    </message>
    <message>
        <source>In sight</source>
        <translation>À l&apos;écran</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Quartiers</translation>
    </message>
    <message>
        <source>Hot spots</source>
        <translation>Points chauds</translation>
    </message>
    <message>
        <source>Requests in sight</source>
        <translation>Demandes à l&apos;écran</translation>
    </message>
    <message>
        <source>In sight: %1</source>
        <translation>À l&apos;écran : %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Ici : %1</translation>
    </message>
    <message>
        <source>The newest %1 are listed: zoom in or filter for the others.</source>
        <translation>Les %1 plus récentes sont listées : zoomez ou filtrez pour voir les autres.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
</context>
<context>
    <name>parvis::MapErrand</name>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Take this place</source>
        <translation>Prendre ce lieu</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Nothing is changed.</source>
        <translation>Rien n&apos;est modifié.</translation>
    </message>
    <message>
        <source>Next stop</source>
        <translation>Arrêt suivant</translation>
    </message>
    <message>
        <source>Previous stop</source>
        <translation>Arrêt précédent</translation>
    </message>
    <message>
        <source>Where is it?</source>
        <translation>Où est-ce ?</translation>
    </message>
    <message>
        <source>Where is “%1”?</source>
        <translation>Où est « %1 » ?</translation>
    </message>
    <message numerus="yes">
        <source>Round of %n stop(s)</source>
        <translation>
            <numerusform>Tournée de %n arrêt</numerusform>
            <numerusform>Tournée de %n arrêts</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in straight lines</source>
        <translation>%1 à vol d&apos;oiseau</translation>
    </message>
    <message numerus="yes">
        <source>%n without a place: in the list only</source>
        <translation>
            <numerusform>%n sans lieu : dans la liste seulement</numerusform>
            <numerusform>%n sans lieu : dans la liste seulement</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the mission</source>
        <translation>Ouvrir l&apos;intervention</translation>
    </message>
    <message>
        <source>No place can be picked, because the map can&apos;t be shown on this machine: go back and write the address.</source>
        <translation>Aucun lieu ne peut être désigné, car la carte ne peut pas s&apos;afficher sur ce poste : revenez et écrivez l&apos;adresse.</translation>
    </message>
    <message>
        <source>The arrows move the map, with Shift a little; + and − bring it nearer and further. Enter takes what lies under the cross, a click what it meets.</source>
        <translation>Les flèches déplacent la carte, avec Maj un peu ; + et − la rapprochent et l&apos;éloignent. Entrée prend ce qui est sous la croix, un clic ce qu&apos;il touche.</translation>
    </message>
    <message>
        <source>The line says the order, not the streets.</source>
        <translation>Le trait dit l&apos;ordre, pas les rues.</translation>
    </message>
    <message>
        <source>The map can&apos;t be shown on this machine: J and K read the stops in their order.</source>
        <translation>La carte ne peut pas s&apos;afficher sur ce poste : J et K lisent les arrêts dans l&apos;ordre.</translation>
    </message>
    <message>
        <source>No stop has a place.</source>
        <translation>Aucun arrêt n&apos;a de lieu.</translation>
    </message>
    <message>
        <source>%1. %2 – %3</source>
        <extracomment>number of the stop, what is there, where</extracomment>
        <translation>%1. %2 – %3</translation>
    </message>
    <message>
        <source>Point on the map %1, %2</source>
        <extracomment>an address where there is none: latitude and longitude</extracomment>
        <translation>Point sur la carte %1, %2</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lieu : %1</translation>
    </message>
</context>
<context>
    <name>parvis::MapIncidentModel</name>
    <message>
        <source>No street near</source>
        <translation>Aucune rue proche</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Possible, %1 %</source>
        <translation>Possible, %1 %</translation>
    </message>
    <message>
        <source>How sure it is that the reports have one cause: they are near, recent and of the same matter.</source>
        <translation>À quel point il est sûr que les signalements ont une même cause : ils sont proches, récents et du même sujet.</translation>
    </message>
    <message>
        <source>Around</source>
        <translation>Autour de</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Signalements</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>parvis::MapLegend</name>
    <message>
        <source>Requests by district:</source>
        <translation>Demandes par quartier :</translation>
    </message>
    <message>
        <source>Done in time, in percent of what was promised:</source>
        <translation>Traitées dans les délais, en pour cent de ce qui était promis :</translation>
    </message>
    <message>
        <source>Requests per square kilometre:</source>
        <translation>Demandes par kilomètre carré :</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Space hides a line on the map and shows it again.</source>
        <translation>Espace masque une ligne sur la carte et la montre de nouveau.</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>A circle is several requests at one place, in the colour and with the sign of what is most frequent there.</source>
        <translation>Un cercle rassemble plusieurs demandes au même endroit, avec la couleur et le signe de ce qui y est le plus fréquent.</translation>
    </message>
    <message>
        <source>Heat: few %1 many, compared with the densest place in sight.</source>
        <extracomment>%1 is a row of colours</extracomment>
        <translation>Chaleur : peu %1 beaucoup, par rapport à l&apos;endroit le plus dense à l&apos;écran.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>The borders of the districts are not known: each is a circle.</source>
        <translation>Les limites des quartiers ne sont pas connues : chacun est un cercle.</translation>
    </message>
    <message>
        <source>Hot spots: squares of %1 m where more happens, with their neighbours, than chance explains (Getis-Ord Gi*, %2 squares compared; at most 5 % of those named may be wrong).</source>
        <translation>Points chauds : carrés de %1 m où il se passe, avec leurs voisins, plus que le hasard ne l&apos;explique (Gi* de Getis-Ord, %2 carrés comparés ; au plus 5 % de ceux qui sont montrés peuvent être dus au hasard).</translation>
    </message>
    <message>
        <source>No hot spot: what is shown is spread as chance would spread it.</source>
        <translation>Aucun point chaud : ce qui est montré est réparti comme le hasard le ferait.</translation>
    </message>
</context>
<context>
    <name>parvis::MapPage</name>
    <message>
        <source>The map comes</source>
        <translation>La carte arrive</translation>
    </message>
    <message>
        <source>Map of the requests</source>
        <translation>Carte des demandes</translation>
    </message>
    <message>
        <source>The tables beside it show the same.</source>
        <translation>Les tableaux à côté montrent la même chose.</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The map is not installed on this machine</source>
        <translation>La carte n&apos;est pas installée sur cette machine</translation>
    </message>
    <message>
        <source>The tables beside it show the same. Whoever looks after this machine can install Qt WebEngine 6.</source>
        <translation>Les tableaux à côté montrent la même chose. La personne qui s&apos;occupe de cette machine peut installer Qt WebEngine 6.</translation>
    </message>
    <message>
        <source>This machine does not let the map be shown safely</source>
        <translation>Cette machine ne permet pas d&apos;afficher la carte en sécurité</translation>
    </message>
    <message>
        <source>The tables beside it show the same. Start Parvis without administrator&apos;s rights, and with user namespaces allowed.</source>
        <translation>Les tableaux à côté montrent la même chose. Lancez Parvis sans droits d&apos;administrateur, les espaces de noms utilisateur étant autorisés.</translation>
    </message>
    <message>
        <source>This machine can&apos;t draw the map</source>
        <translation>Cette machine ne peut pas dessiner la carte</translation>
    </message>
    <message>
        <source>It gives no WebGL: whoever looks after it can install a graphics driver or Mesa. Meanwhile the tables beside show the same.</source>
        <translation>WebGL n&apos;y est pas disponible : la personne qui s&apos;en occupe peut installer un pilote graphique ou Mesa. En attendant, les tableaux à côté montrent la même chose.</translation>
    </message>
    <message>
        <source>The map has stopped</source>
        <translation>La carte s&apos;est arrêtée</translation>
    </message>
    <message>
        <source>Nothing is lost. F5 starts it again.</source>
        <translation>Rien n&apos;est perdu. F5 la relance.</translation>
    </message>
</context>
<context>
    <name>parvis::MapRequestModel</name>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Délai</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
</context>
<context>
    <name>parvis::MapWorkspace</name>
    <message>
        <source>Drawn area</source>
        <translation>Zone dessinée</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Parvis, %1</source>
        <translation>Parvis, %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Écrit : %1</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written. Choose another folder.</source>
        <translation>Le fichier %1 ne peut pas être écrit. Choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Map and figures as PDF</source>
        <translation>Carte et chiffres en PDF</translation>
    </message>
    <message>
        <source>Map as a picture</source>
        <translation>Carte en image</translation>
    </message>
    <message>
        <source>map.pdf</source>
        <translation>carte.pdf</translation>
    </message>
    <message>
        <source>map.png</source>
        <translation>carte.png</translation>
    </message>
    <message>
        <source>Requests as a table</source>
        <translation>Demandes en tableau</translation>
    </message>
    <message>
        <source>Requests with places</source>
        <translation>Demandes avec leurs lieux</translation>
    </message>
    <message>
        <source>requests.csv</source>
        <translation>demandes.csv</translation>
    </message>
    <message>
        <source>requests.geojson</source>
        <translation>demandes.geojson</translation>
    </message>
    <message>
        <source>The requests are being written…</source>
        <translation>Écriture des demandes…</translation>
    </message>
    <message>
        <source>For the public</source>
        <translation>Pour le public</translation>
    </message>
    <message>
        <source>reports.geojson</source>
        <translation>signalements.geojson</translation>
    </message>
    <message>
        <source>Views of the map</source>
        <translation>Vues de la carte</translation>
    </message>
    <message>
        <source>1 month</source>
        <translation>1 mois</translation>
    </message>
    <message>
        <source>3 months</source>
        <translation>3 mois</translation>
    </message>
    <message>
        <source>12 months</source>
        <translation>12 mois</translation>
    </message>
    <message>
        <source>All the time</source>
        <translation>Toute la période</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Number of requests</source>
        <translation>Nombre de demandes</translation>
    </message>
    <message>
        <source>Share done in time</source>
        <translation>Part traitée dans les délais</translation>
    </message>
    <message>
        <source>Requests per km²</source>
        <translation>Demandes par km²</translation>
    </message>
    <message>
        <source>Districts are coloured by</source>
        <translation>Les quartiers sont colorés selon</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>Carte : %1</translation>
    </message>
    <message>
        <source>Filter the map</source>
        <translation>Filtrer la carte</translation>
    </message>
    <message>
        <source>The same line as in Requests: words, or terms such as service: or late.</source>
        <translation>La même ligne que dans Demandes : des mots, ou des termes comme service: ou retard.</translation>
    </message>
    <message>
        <source>Next in the table</source>
        <translation>Suivante dans le tableau</translation>
    </message>
    <message>
        <source>Previous in the table</source>
        <translation>Précédente dans le tableau</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Ouvrir la demande</translation>
    </message>
    <message>
        <source>Table: requests in sight</source>
        <translation>Tableau : demandes à l&apos;écran</translation>
    </message>
    <message>
        <source>Table: districts</source>
        <translation>Tableau : quartiers</translation>
    </message>
    <message>
        <source>Table: hot spots</source>
        <translation>Tableau : points chauds</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Zoom avant</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Zoom arrière</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Tout montrer</translation>
    </message>
    <message>
        <source>As near as all of it can be seen.</source>
        <translation>Au plus près, sans rien perdre de vue.</translation>
    </message>
    <message>
        <source>Go to the map</source>
        <translation>Aller sur la carte</translation>
    </message>
    <message>
        <source>There the arrows move it.</source>
        <translation>Les flèches y déplacent la vue.</translation>
    </message>
    <message>
        <source>Read the map again</source>
        <translation>Relire la carte</translation>
    </message>
    <message>
        <source>All districts</source>
        <translation>Tous les quartiers</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Each request where it is; near ones gathered.</source>
        <translation>Chaque demande à sa place ; les voisines sont regroupées.</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>Quartiers</translation>
    </message>
    <message>
        <source>Cut by district council, coloured by a figure.</source>
        <translation>Découpage par conseil de quartier, coloré selon un chiffre.</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Chaleur</translation>
    </message>
    <message>
        <source>Where requests are dense.</source>
        <translation>Là où les demandes sont denses.</translation>
    </message>
    <message>
        <source>Hot spots</source>
        <translation>Points chauds</translation>
    </message>
    <message>
        <source>Where more happens than chance explains.</source>
        <translation>Là où il se passe plus que le hasard ne l&apos;explique.</translation>
    </message>
    <message>
        <source>Lasso</source>
        <translation>Lasso</translation>
    </message>
    <message>
        <source>Draw around what you want; V takes what is in sight.</source>
        <translation>Entourez ce que vous voulez ; V prend ce qui est à l&apos;écran.</translation>
    </message>
    <message>
        <source>Only what is in sight</source>
        <translation>Seulement ce qui est à l&apos;écran</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Time runs, one month after the other.</source>
        <translation>Le temps défile, un mois après l&apos;autre.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Map as a picture (PNG)…</source>
        <translation>Carte en image (PNG)…</translation>
    </message>
    <message>
        <source>Map and figures (PDF)…</source>
        <translation>Carte et chiffres (PDF)…</translation>
    </message>
    <message>
        <source>Requests as a table (CSV)…</source>
        <translation>Demandes en tableau (CSV)…</translation>
    </message>
    <message>
        <source>For colleagues: without the citizens.</source>
        <translation>Pour les collègues : sans les usagers.</translation>
    </message>
    <message>
        <source>Requests with places (GeoJSON)…</source>
        <translation>Demandes avec leurs lieux (GeoJSON)…</translation>
    </message>
    <message>
        <source>For the public (anonymous GeoJSON)…</source>
        <translation>Pour le public (GeoJSON anonyme)…</translation>
    </message>
    <message>
        <source>Theme, month and a rounded place of reports in public space; nothing of the last 30 days.</source>
        <translation>Thème, mois et lieu arrondi des signalements dans l&apos;espace public ; rien des 30 derniers jours.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Export the map</source>
        <translation>Exporter la carte</translation>
    </message>
    <message>
        <source>The server of the map&apos;s ground does not answer: the requests are drawn without it.</source>
        <translation>Le serveur du fond de carte ne répond pas : les demandes sont dessinées sans lui.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n demande</numerusform>
            <numerusform>%n demandes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 done in time</source>
        <translation>%1 traitées dans les délais</translation>
    </message>
    <message>
        <source>%1 against the period before</source>
        <extracomment>a trend such as &quot;+12 %&quot;</extracomment>
        <translation>%1 par rapport à la période précédente</translation>
    </message>
    <message numerus="yes">
        <source>%n without a place: in the tables only</source>
        <translation>
            <numerusform>%n sans lieu : dans les tableaux seulement</numerusform>
            <numerusform>%n sans lieu : dans les tableaux seulement</numerusform>
        </translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Table: incidents</source>
        <translation>Tableau : incidents</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Reports of one cause: gathered ones, and those that may be.</source>
        <translation>Les signalements de même cause : ceux qui sont réunis, et ceux qui le seraient.</translation>
    </message>
</context>
<context>
    <name>parvis::MinutesField</name>
    <message>
        <source>not said</source>
        <translation>non précisé</translation>
    </message>
    <message>
        <source>A quarter of an hour more or less: the arrow keys</source>
        <translation>Un quart d&apos;heure de plus ou de moins : les flèches</translation>
    </message>
    <message>
        <source>A quarter of an hour less</source>
        <translation>Un quart d&apos;heure de moins</translation>
    </message>
    <message>
        <source>A quarter of an hour more</source>
        <translation>Un quart d&apos;heure de plus</translation>
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
    <name>parvis::MissionBar</name>
    <message>
        <source>What to &amp;look at:</source>
        <translation>Ce qu&apos;il faut &amp;voir :</translation>
    </message>
    <message>
        <source>Who &amp;goes:</source>
        <translation>&amp;Qui y va :</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;Avant le :</translation>
    </message>
    <message>
        <source>A patroller is sent: %1.</source>
        <translation>Un patrouilleur est envoyé : %1.</translation>
    </message>
    <message>
        <source>Send a patroller</source>
        <translation>Envoyer un patrouilleur</translation>
    </message>
    <message>
        <source>Somebody goes and looks; their report comes back to this request.</source>
        <translation>Quelqu&apos;un va voir sur place ; son compte rendu revient à cette demande.</translation>
    </message>
    <message>
        <source>Send the patroller</source>
        <translation>Envoyer le patrouilleur</translation>
    </message>
    <message>
        <source>Whoever takes it</source>
        <extracomment>who is sent</extracomment>
        <translation>Le premier disponible</translation>
    </message>
    <message>
        <source>Say what is to be looked at.</source>
        <translation>Dites ce qu&apos;il faut aller voir.</translation>
    </message>
</context>
<context>
    <name>parvis::MissionHeader</name>
    <message>
        <source>&amp;Reason:</source>
        <translation>&amp;Motif :</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nouveau signalement</translation>
    </message>
    <message>
        <source>before %1</source>
        <extracomment>a day by which something is to be done</extracomment>
        <translation>avant le %1</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>retirée</translation>
    </message>
</context>
<context>
    <name>parvis::MissionList</name>
    <message>
        <source>Missions</source>
        <translation>Interventions</translation>
    </message>
</context>
<context>
    <name>parvis::MissionModel</name>
    <message>
        <source>%1 · %2</source>
        <extracomment>a place and how far it is from the stop before</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1. %2, %3, %4, %5</source>
        <extracomment>a mission read aloud: number in the round, subject, state, place, people</extracomment>
        <translation>%1. %2, %3, %4, %5</translation>
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
        <translation>Votre modification n&apos;a pas été prise : %1</translation>
    </message>
    <message>
        <source>Nothing concerns you now.</source>
        <translation>Rien ne vous attend.</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>Lecture en cours…</translation>
    </message>
    <message>
        <source>Choose how you are told</source>
        <translation>Choisir comment être prévenu</translation>
    </message>
    <message>
        <source>E-mail, messages on the screen, quiet hours.</source>
        <translation>E-mails, messages à l&apos;écran, heures de calme.</translation>
    </message>
    <message>
        <source>Waits for your approval: %1</source>
        <translation>Attend votre approbation : %1</translation>
    </message>
    <message>
        <source>Your reply came back from %1: %2</source>
        <translation>Votre réponse vous revient de %1 : %2</translation>
    </message>
    <message>
        <source>Did not reach the citizen: %1</source>
        <translation>N&apos;est pas parvenu à l&apos;usager : %1</translation>
    </message>
</context>
<context>
    <name>parvis::NotifyFields</name>
    <message>
        <source>E-mail at once</source>
        <translation>E-mail aussitôt</translation>
    </message>
    <message>
        <source>E-mail in the morning, together</source>
        <translation>E-mail du matin, regroupé</translation>
    </message>
    <message>
        <source>No e-mail</source>
        <translation>Pas d&apos;e-mail</translation>
    </message>
    <message>
        <source>none: the bell alone</source>
        <translation>aucune : la cloche seulement</translation>
    </message>
    <message>
        <source>This is no e-mail address: the one before stays.</source>
        <translation>Adresse e-mail incorrecte : la précédente est gardée.</translation>
    </message>
</context>
<context>
    <name>parvis::OneTimePassword</name>
    <message>
        <source>One-time password</source>
        <translation>Mot de passe provisoire</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Give a one-time password</source>
        <translation>Donner un mot de passe provisoire</translation>
    </message>
    <message>
        <source>The one they have ends, and so do their sessions. They choose their own at the next sign-in.</source>
        <translation>Le mot de passe actuel ne vaut plus et les sessions ouvertes prennent fin. L&apos;agent choisit le sien à la prochaine connexion.</translation>
    </message>
    <message>
        <source>Copy the password</source>
        <translation>Copier le mot de passe</translation>
    </message>
    <message>
        <source>Asking the hub</source>
        <translation>Échange avec le serveur</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Save the agent first; then they get a password.</source>
        <translation>Enregistrez d&apos;abord l&apos;agent ; il recevra ensuite un mot de passe.</translation>
    </message>
    <message>
        <source>Last given or changed: %1.</source>
        <translation>Donné ou modifié la dernière fois : %1.</translation>
    </message>
    <message>
        <source>No change of the password is known.</source>
        <translation>Aucune modification du mot de passe n&apos;est connue.</translation>
    </message>
    <message>
        <source>Shown only now: tell it to %1. They choose their own at the next sign-in, until %2 at the latest.</source>
        <translation>Affiché cette seule fois : communiquez-le à %1, qui choisira le sien à la prochaine connexion, avant le %2.</translation>
    </message>
    <message>
        <source>The hub does not know this agent: it has refused them, perhaps because the login is taken. Look at Sync.</source>
        <translation>Le serveur ne connaît pas cet agent : il l&apos;a refusé, peut-être parce que l&apos;identifiant est pris. Voyez Synchronisation.</translation>
    </message>
    <message>
        <source>The hub gave no answer. If it had begun, the old password has ended: ask again when the hub is there.</source>
        <translation>Le serveur n&apos;a pas répondu. S&apos;il avait commencé, l&apos;ancien mot de passe ne vaut plus : recommencez quand le serveur répondra.</translation>
    </message>
</context>
<context>
    <name>parvis::PagePane</name>
    <message>
        <source>Approve</source>
        <translation>Approuver</translation>
    </message>
    <message>
        <source>Approves exactly what is on the screen, and shows the next reply.</source>
        <translation>Approuve exactement ce qui est à l&apos;écran, et montre la réponse suivante.</translation>
    </message>
    <message>
        <source>Modify</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Changes the text; whoever approved before looks at it again.</source>
        <translation>Modifie le texte ; ceux qui ont approuvé avant le revoient.</translation>
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
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Nothing is sent; the author learns the reason.</source>
        <translation>Rien n&apos;est envoyé ; l&apos;auteur apprend le motif.</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annoter</translation>
    </message>
    <message>
        <source>A word beside the reply that decides nothing.</source>
        <translation>Un mot à côté de la réponse, qui ne décide de rien.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Différences</translation>
    </message>
    <message>
        <source>What changed since you saw it last, or in the last step; the page again.</source>
        <translation>Ce qui a changé depuis que vous l&apos;avez vue, ou à la dernière étape ; puis la page de nouveau.</translation>
    </message>
    <message>
        <source>Approve all alike</source>
        <translation>Approuver toutes les semblables</translation>
    </message>
    <message>
        <source>Replies from the same template, after you have looked at some of them.</source>
        <translation>Les réponses issues du même modèle, après en avoir relu quelques-unes.</translation>
    </message>
    <message>
        <source>Previous citizen</source>
        <translation>Usager précédent</translation>
    </message>
    <message>
        <source>Next citizen</source>
        <translation>Usager suivant</translation>
    </message>
    <message>
        <source>Approve with changes</source>
        <translation>Approuver avec modifications</translation>
    </message>
    <message>
        <source>Approves the text as it stands here; what you changed is kept and shown.</source>
        <translation>Approuve le texte tel qu&apos;il est ici ; ce que vous avez changé est conservé et montré.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>Replies come here when it is your turn to approve them.</source>
        <translation>Les réponses arrivent ici quand c&apos;est à vous de les approuver.</translation>
    </message>
    <message>
        <source>No reply waits for approval</source>
        <translation>Aucune réponse n&apos;attend d&apos;approbation</translation>
    </message>
    <message>
        <source>What waits on anybody is listed here, and since when.</source>
        <translation>Ici figure ce qui attend quelqu&apos;un, et depuis quand.</translation>
    </message>
    <message>
        <source>You have written no reply of late</source>
        <translation>Vous n&apos;avez pas écrit de réponse récemment</translation>
    </message>
    <message>
        <source>Replies are written in Requests.</source>
        <translation>Les réponses s&apos;écrivent dans Demandes.</translation>
    </message>
    <message>
        <source>Signature book</source>
        <translation>Parapheur</translation>
    </message>
    <message>
        <source>J shows the first reply.</source>
        <translation>J montre la première réponse.</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <extracomment>&quot;Mme Dumont, 3 of 10&quot;</extracomment>
        <translation>%1, %2 sur %3</translation>
    </message>
    <message>
        <source>You decide on behalf of %1, who is absent.</source>
        <translation>Vous décidez par délégation de %1, en son absence.</translation>
    </message>
    <message numerus="yes">
        <source>%n reply(ies) alike: look at %1 of them, this is the %2. one. A: it is right; Escape: stop.</source>
        <translation>
            <numerusform>%n réponse semblable : relisez-en %1, voici la n° %2. A : elle est bonne ; Échap : arrêter.</numerusform>
            <numerusform>%n réponses semblables : relisez-en %1, voici la n° %2. A : elle est bonne ; Échap : arrêter.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them changed meanwhile and is/are left out.</source>
        <translation>
            <numerusform>%n d&apos;entre elles a changé entre-temps et reste de côté.</numerusform>
            <numerusform>%n d&apos;entre elles ont changé entre-temps et restent de côté.</numerusform>
        </translation>
    </message>
    <message>
        <source>Then all are approved.</source>
        <translation>Ensuite, toutes sont approuvées.</translation>
    </message>
    <message>
        <source>This goes to several citizens: look at %1 of them before you approve. A shows the next one.</source>
        <translation>Cette réponse va à plusieurs usagers : relisez-en %1 avant d&apos;approuver. A montre la suivante.</translation>
    </message>
    <message>
        <source>You have looked at enough of them: A approves for all.</source>
        <translation>Vous en avez assez relu : A approuve pour tous.</translation>
    </message>
    <message>
        <source>The seal is broken: the reply was changed while you were reading. Read what it says now; A accepts that you have seen it, and then A approves.</source>
        <translation>Le sceau est rompu : la réponse a changé pendant votre lecture. Lisez ce qu&apos;elle dit maintenant ; A confirme que vous l&apos;avez vue, puis A approuve.</translation>
    </message>
    <message numerus="yes">
        <source>Approve all %n alike</source>
        <translation>
            <numerusform>Approuver la semblable</numerusform>
            <numerusform>Approuver les %n semblables</numerusform>
        </translation>
    </message>
    <message>
        <source>Reason of the return</source>
        <translation>Motif du retour</translation>
    </message>
    <message>
        <source>What the author is to change; Enter returns the reply</source>
        <translation>Ce que l&apos;auteur doit changer ; Entrée retourne la réponse</translation>
    </message>
    <message>
        <source>Reason of the refusal</source>
        <translation>Motif du refus</translation>
    </message>
    <message>
        <source>Why nothing is sent; Enter refuses the reply</source>
        <translation>Pourquoi rien n&apos;est envoyé ; Entrée refuse la réponse</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <source>Enter adds it</source>
        <translation>Entrée l&apos;ajoute</translation>
    </message>
    <message>
        <source>Write the remark, or Escape.</source>
        <translation>Écrivez la remarque, ou Échap.</translation>
    </message>
    <message>
        <source>Say why, in a few words.</source>
        <translation>Dites pourquoi, en quelques mots.</translation>
    </message>
    <message>
        <source>Take up again</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Writes on what you wrote: it waits for nobody until you submit it again.</source>
        <translation>Poursuit ce que vous avez écrit : la réponse n&apos;attend plus personne jusqu&apos;à ce que vous la soumettiez à nouveau.</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>What you wrote is not sent; Ctrl+Z takes that back.</source>
        <translation>Ce que vous avez écrit n&apos;est pas envoyé ; Ctrl+Z revient en arrière.</translation>
    </message>
    <message>
        <source>Enclosures</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Shows what goes with the reply; again: the next file. Esc: the page.</source>
        <translation>Montre ce qui accompagne la réponse ; à nouveau : la pièce suivante. Échap : la page.</translation>
    </message>
    <message numerus="yes">
        <source>%n enclosure(s)</source>
        <translation>
            <numerusform>%n pièce jointe</numerusform>
            <numerusform>%n pièces jointes</numerusform>
        </translation>
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
    <name>parvis::PasswordForm</name>
    <message>
        <source>Change the password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>&amp;Old password</source>
        <translation>&amp;Ancien mot de passe</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>&amp;Nouveau mot de passe</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>Encore une &amp;fois</translation>
    </message>
    <message numerus="yes">
        <source>At least %n characters: a sentence is easy to remember and hard to guess.</source>
        <translation>
            <numerusform>Au moins %n caractère : une phrase se retient bien et se devine mal.</numerusform>
            <numerusform>Au moins %n caractères : une phrase se retient bien et se devine mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write the password that you have now.</source>
        <translation>Écrivez votre mot de passe actuel.</translation>
    </message>
    <message numerus="yes">
        <source>A password has at least %n characters. Nothing was sent.</source>
        <translation>
            <numerusform>Un mot de passe a au moins %n caractère. Rien n&apos;a été envoyé.</numerusform>
            <numerusform>Un mot de passe a au moins %n caractères. Rien n&apos;a été envoyé.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same. Nothing was sent: write the new one once more.</source>
        <translation>Les deux saisies diffèrent. Rien n&apos;a été envoyé : écrivez de nouveau le nouveau mot de passe.</translation>
    </message>
    <message>
        <source>This is the password that you have. Choose another one.</source>
        <translation>C&apos;est votre mot de passe actuel. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The old password is not right. Nothing was changed.</source>
        <translation>L&apos;ancien mot de passe n&apos;est pas le bon. Rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <source>The password with which you signed in is right no longer. Go back, and sign in with the one that you chose last or that your administrator gave you last.</source>
        <translation>Le mot de passe avec lequel vous vous êtes connecté ne vaut plus. Revenez en arrière et connectez-vous avec celui que vous avez choisi en dernier, ou que votre administrateur vous a donné en dernier.</translation>
    </message>
    <message>
        <source>The hub does not take this one: it is too short, or the same as before. Nothing was changed.</source>
        <translation>Le serveur n&apos;accepte pas celui-ci : il est trop court, ou le même qu&apos;avant. Rien n&apos;a été modifié.</translation>
    </message>
    <message>
        <source>The hub gave no answer: whether it took the new password is not known. Until it says so, both open this desk. Try again when there is a network.</source>
        <translation>Le serveur n&apos;a pas répondu : on ne sait pas s&apos;il a pris le nouveau mot de passe. D&apos;ici là, les deux ouvrent ce poste. Réessayez quand le réseau sera revenu.</translation>
    </message>
</context>
<context>
    <name>parvis::PatrolWorkspace</name>
    <message>
        <source>Mine and free</source>
        <translation>À moi et libres</translation>
    </message>
    <message>
        <source>All open</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Missions: %1</source>
        <translation>Interventions : %1</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nouveau signalement</translation>
    </message>
    <message>
        <source>Something that you saw yourself: what, where, send.</source>
        <translation>Ce que vous avez vu vous-même : quoi, où, envoyer.</translation>
    </message>
    <message>
        <source>Send a patroller</source>
        <translation>Envoyer un patrouilleur</translation>
    </message>
    <message>
        <source>A service wants to know what is there.</source>
        <translation>Un service veut savoir ce qu&apos;il en est.</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Par lieu</translation>
    </message>
    <message>
        <source>As a round from where you are; otherwise by due day.</source>
        <translation>En tournée depuis votre position ; sinon par échéance.</translation>
    </message>
    <message>
        <source>Print the round</source>
        <translation>Imprimer la tournée</translation>
    </message>
    <message>
        <source>Round as PDF</source>
        <translation>Tournée en PDF</translation>
    </message>
    <message>
        <source>Saves the round sheet as a file.</source>
        <translation>Enregistre la feuille de tournée dans un fichier.</translation>
    </message>
    <message>
        <source>Next mission</source>
        <translation>Intervention suivante</translation>
    </message>
    <message>
        <source>Previous mission</source>
        <translation>Intervention précédente</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Takes the mission; once more, you are on your way.</source>
        <translation>Prend l&apos;intervention ; une seconde fois, vous êtes en route.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Another patroller may take the mission.</source>
        <translation>Un autre patrouilleur peut prendre l&apos;intervention.</translation>
    </message>
    <message>
        <source>Cancel the mission</source>
        <translation>Annuler l&apos;intervention</translation>
    </message>
    <message>
        <source>With a reason.</source>
        <translation>Avec un motif.</translation>
    </message>
    <message>
        <source>Open the request</source>
        <translation>Ouvrir la demande</translation>
    </message>
    <message>
        <source>My position</source>
        <translation>Ma position</translation>
    </message>
    <message>
        <source>Fills in the nearest street.</source>
        <translation>Remplit la rue la plus proche.</translation>
    </message>
    <message>
        <source>Send the report</source>
        <translation>Envoyer le compte rendu</translation>
    </message>
    <message>
        <source>It goes to the service as a ready case, with the photos; later, if there is no network.</source>
        <translation>Il parvient au service comme un dossier prêt, avec les photos ; plus tard, s&apos;il n&apos;y a pas de réseau.</translation>
    </message>
    <message>
        <source>Views of the missions</source>
        <translation>Vues des interventions</translation>
    </message>
    <message>
        <source>No mission waits for you</source>
        <translation>Aucune intervention ne vous attend</translation>
    </message>
    <message>
        <source>Ctrl+N reports what you saw yourself; Ctrl+2 shows all missions.</source>
        <translation>Ctrl+N signale ce que vous avez vu vous-même ; Ctrl+2 montre toutes les interventions.</translation>
    </message>
    <message>
        <source>No mission is open</source>
        <translation>Aucune intervention n&apos;est ouverte</translation>
    </message>
    <message>
        <source>Ctrl+N reports what you saw yourself; Ctrl+Shift+N sends a patroller.</source>
        <translation>Ctrl+N signale ce que vous avez vu vous-même ; Ctrl+Maj+N envoie un patrouilleur.</translation>
    </message>
    <message>
        <source>Nothing was reported in the last month</source>
        <translation>Aucun compte rendu depuis un mois</translation>
    </message>
    <message>
        <source>Reports that are sent are kept here.</source>
        <translation>Les comptes rendus envoyés se retrouvent ici.</translation>
    </message>
    <message>
        <source>No mission is chosen</source>
        <translation>Aucune intervention n&apos;est choisie</translation>
    </message>
    <message>
        <source>Choose one with J and K; Ctrl+N reports what you saw yourself.</source>
        <translation>Choisissez-en une avec J et K ; Ctrl+N signale ce que vous avez vu vous-même.</translation>
    </message>
    <message>
        <source>This mission is not on this desk</source>
        <translation>Cette intervention n&apos;est pas sur ce poste</translation>
    </message>
    <message>
        <source>It may have gone to a service for which you don&apos;t patrol.</source>
        <translation>Elle est peut-être passée à un service pour lequel vous ne patrouillez pas.</translation>
    </message>
    <message>
        <source>On my way</source>
        <translation>En route</translation>
    </message>
    <message>
        <source>Goes to: %1</source>
        <translation>Va à : %1</translation>
    </message>
    <message>
        <source>The front desk decides who gets it.</source>
        <translation>L&apos;accueil décide qui le reçoit.</translation>
    </message>
    <message>
        <source>Stays with: %1</source>
        <translation>Reste à : %1</translation>
    </message>
    <message>
        <source>Nobody takes over: the mission just ends.</source>
        <translation>Personne ne prend la suite : l&apos;intervention se termine.</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>Lieu : %1</translation>
    </message>
    <message>
        <source>No street of the town is near you: write the place.</source>
        <translation>Aucune rue de la commune n&apos;est près de vous : écrivez le lieu.</translation>
    </message>
    <message>
        <source>The position can&apos;t be found: write the place.</source>
        <translation>La position est introuvable : écrivez le lieu.</translation>
    </message>
    <message>
        <source>Say why the mission is not needed.</source>
        <translation>Dites pourquoi l&apos;intervention n&apos;est plus utile.</translation>
    </message>
    <message>
        <source>Taken: %1.</source>
        <translation>Prise : %1.</translation>
    </message>
    <message>
        <source>On your way: %1.</source>
        <translation>En route : %1.</translation>
    </message>
    <message>
        <source>Given back: %1.</source>
        <translation>Rendue : %1.</translation>
    </message>
    <message>
        <source>Cancelled: %1.</source>
        <translation>Annulée : %1.</translation>
    </message>
    <message>
        <source>Report sent: %1.</source>
        <translation>Compte rendu envoyé : %1.</translation>
    </message>
    <message>
        <source>A patroller is sent: %1.</source>
        <translation>Un patrouilleur est envoyé : %1.</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Tournée</translation>
    </message>
    <message>
        <source>The printer can&apos;t be reached. Nothing was printed.</source>
        <translation>L&apos;imprimante ne répond pas. Rien n&apos;a été imprimé.</translation>
    </message>
    <message>
        <source>round-%1.pdf</source>
        <translation>tournee-%1.pdf</translation>
    </message>
    <message>
        <source>Save the round as PDF</source>
        <translation>Enregistrer la tournée en PDF</translation>
    </message>
    <message>
        <source>The round was saved as %1.</source>
        <translation>La tournée a été enregistrée : %1.</translation>
    </message>
    <message>
        <source>The PDF can&apos;t be written there. Choose another place.</source>
        <translation>Le PDF ne peut pas être écrit à cet endroit. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Patrol</source>
        <translation>Patrouille</translation>
    </message>
    <message>
        <source>Round on the map</source>
        <translation>Tournée sur la carte</translation>
    </message>
    <message>
        <source>The stops by number, in the order of the list; Escape comes back.</source>
        <translation>Les arrêts par numéro, dans l&apos;ordre de la liste ; Échap revient.</translation>
    </message>
    <message>
        <source>Pick the place on the map</source>
        <translation>Désigner le lieu sur la carte</translation>
    </message>
    <message>
        <source>Escape comes back from there with nothing changed.</source>
        <translation>Échap en revient sans rien modifier.</translation>
    </message>
</context>
<context>
    <name>parvis::PhotoStrip</name>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Ajouter une photo</translation>
    </message>
    <message>
        <source>From the camera&apos;s folder; it can also be dropped on the report, or pasted.</source>
        <translation>Depuis le dossier de l&apos;appareil ; on peut aussi la déposer sur le compte rendu, ou la coller.</translation>
    </message>
    <message>
        <source>Photos for the report</source>
        <translation>Photos pour le compte rendu</translation>
    </message>
    <message>
        <source>Paste a photo</source>
        <translation>Coller une photo</translation>
    </message>
    <message>
        <source>A file or a picture of the clipboard.</source>
        <translation>Un fichier ou une image du presse-papiers.</translation>
    </message>
    <message>
        <source>There is no file and no picture in the clipboard.</source>
        <translation>Il n&apos;y a ni fichier ni image dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Take the photo away</source>
        <translation>Retirer la photo</translation>
    </message>
    <message>
        <source>pasted photo</source>
        <extracomment>name of a photo that was pasted; without its ending</extracomment>
        <translation>photo collée</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Prendre une photo</translation>
    </message>
    <message>
        <source>With the camera of this machine: Space takes the picture, Escape goes back.</source>
        <translation>Avec l&apos;appareil photo de cette machine : Espace prend l&apos;image, Échap revient.</translation>
    </message>
    <message>
        <source>photo %1</source>
        <extracomment>name of a photo that was taken, without its ending; %1: its number in the report</extracomment>
        <translation>photo %1</translation>
    </message>
</context>
<context>
    <name>parvis::PlaceField</name>
    <message>
        <source>Street and number, or a place</source>
        <translation>Rue et numéro, ou un lieu</translation>
    </message>
    <message>
        <source>No street of the town is chosen: the words go as they are.</source>
        <translation>Aucune rue de la commune n&apos;est choisie : les mots partent tels quels.</translation>
    </message>
    <message>
        <source>outside the districts</source>
        <translation>hors des quartiers</translation>
    </message>
</context>
<context>
    <name>parvis::PlaceSourcesFields</name>
    <message>
        <source>Ask a public service for &amp;addresses that the town does not have</source>
        <translation>Demander à un service public les &amp;adresses que la ville n&apos;a pas</translation>
    </message>
    <message>
        <source>Only an administrator changes these.</source>
        <translation>Seul un administrateur change cela.</translation>
    </message>
    <message>
        <source>The town&apos;s own</source>
        <translation>Celui de la ville</translation>
    </message>
    <message>
        <source>An archive on this computer</source>
        <translation>Une archive sur ce poste</translation>
    </message>
    <message>
        <source>Plan of the IGN</source>
        <translation>Plan IGN</translation>
    </message>
    <message>
        <source>A tile server</source>
        <translation>Un serveur de tuiles</translation>
    </message>
    <message>
        <source>MBTiles or PMTiles</source>
        <translation>MBTiles ou PMTiles</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Nothing of it reaches the network unless it is chosen here. A server of tiles learns which part of the map is looked at; a service for addresses learns what is typed and found neither among the addresses nor among the streets of the town.</source>
        <translation>Rien n&apos;en passe par le réseau sans être choisi ici. Un serveur de tuiles apprend quelle partie de la carte est regardée ; un service d&apos;adresses apprend ce qui est tapé et ne se trouve ni parmi les adresses ni parmi les rues de la ville.</translation>
    </message>
    <message>
        <source>Ground of the ma&amp;p</source>
        <translation>Fond de la &amp;carte</translation>
    </message>
    <message>
        <source>Archi&amp;ve</source>
        <translation>Archi&amp;ve</translation>
    </message>
    <message>
        <source>Addresses of its t&amp;iles</source>
        <translation>Adresses de ses tu&amp;iles</translation>
    </message>
    <message>
        <source>Made &amp;by</source>
        <translation>Réalisé &amp;par</translation>
    </message>
    <message>
        <source>Servi&amp;ce</source>
        <translation>&amp;Service</translation>
    </message>
    <message>
        <source>Archive of the map</source>
        <translation>Archive de la carte</translation>
    </message>
</context>
<context>
    <name>parvis::PolicyField</name>
    <message>
        <source>Rules of its own; else as the unit above</source>
        <translation>Règles propres ; sinon celles de l&apos;unité supérieure</translation>
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
        <translation>Pas d&apos;alerte : le service regarde de lui-même</translation>
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
        <translation> j ouvré(s) après l&apos;échéance</translation>
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
        <translation>Un service qui regarde moins souvent qu&apos;il ne répond est en retard avant d&apos;avoir vu le dossier.</translation>
    </message>
    <message>
        <source>Two reminders are the same: choose another day, or take one away.</source>
        <translation>Deux relances sont identiques : choisissez un autre jour, ou retirez-en une.</translation>
    </message>
    <message>
        <source>The referent comes first, then the head, then the director: put the days in that order.</source>
        <translation>Le référent d&apos;abord, puis le chef, puis la direction : mettez les jours dans cet ordre.</translation>
    </message>
    <message>
        <source>always</source>
        <translation>toujours</translation>
    </message>
    <message>
        <source>Reopens closed ones within (days):</source>
        <translation>Rouvre les dossiers clos pendant (jours) :</translation>
    </message>
    <message>
        <source>Waits for missing documents (days):</source>
        <translation>Pièces à fournir sous (jours) :</translation>
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
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>What concerns you is always in the bell (Ctrl+B). By e-mail and on the screen nothing comes in the quiet time; what happens meanwhile comes when it is over. These choices go with you to every desk.</source>
        <translation>Ce qui vous concerne est toujours dans la cloche (Ctrl+B). Pendant les heures de calme, rien n&apos;arrive par e-mail ni à l&apos;écran ; les e-mails partent ensuite. Ces choix vous suivent sur tous les postes.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Votre mot de passe</translation>
    </message>
    <message>
        <source>Map and addresses of this computer</source>
        <translation>Carte et adresses de ce poste</translation>
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
    <name>parvis::QueueWords</name>
    <message>
        <source>To take</source>
        <extracomment>a lane of the board: cases that nobody has</extracomment>
        <translation>À prendre</translation>
    </message>
    <message>
        <source>To begin</source>
        <extracomment>a lane of the board: cases that somebody has and has not begun</extracomment>
        <translation>À commencer</translation>
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
        <source>Every case has somebody.</source>
        <translation>Chaque dossier a quelqu&apos;un.</translation>
    </message>
    <message>
        <source>Nothing waits to be begun.</source>
        <translation>Rien n&apos;attend d&apos;être commencé.</translation>
    </message>
    <message>
        <source>Ctrl+Right in “To begin” brings a case here.</source>
        <translation>Ctrl+Droite dans « À commencer » amène un dossier ici.</translation>
    </message>
    <message>
        <source>Nothing waits for anybody.</source>
        <translation>Rien n&apos;attend personne.</translation>
    </message>
    <message numerus="yes">
        <source>Late: %n case(s)</source>
        <extracomment>parts of the plan of the day</extracomment>
        <translation>
            <numerusform>En retard : %n dossier</numerusform>
            <numerusform>En retard : %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due today: %n case(s)</source>
        <translation>
            <numerusform>Pour aujourd&apos;hui : %n dossier</numerusform>
            <numerusform>Pour aujourd&apos;hui : %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due on the next working day: %n case(s)</source>
        <translation>
            <numerusform>Pour le prochain jour ouvré : %n dossier</numerusform>
            <numerusform>Pour le prochain jour ouvré : %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nobody has them yet: %n case(s)</source>
        <translation>
            <numerusform>Encore à personne : %n dossier</numerusform>
            <numerusform>Encore à personne : %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within the week: %n case(s)</source>
        <translation>
            <numerusform>Dans la semaine : %n dossier</numerusform>
            <numerusform>Dans la semaine : %n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting, and due within the week; ask again: %n case(s)</source>
        <translation>
            <numerusform>En attente, échéance dans la semaine, à relancer : %n dossier</numerusform>
            <numerusform>En attente, échéance dans la semaine, à relancer : %n dossiers</numerusform>
        </translation>
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
        <translation>24/12/2026 - 03/01/2027 Fermeture de fin d&apos;année</translation>
    </message>
    <message>
        <source>24/12/2026 - 03/01/2027</source>
        <translation>24/12/2026 - 03/01/2027</translation>
    </message>
    <message>
        <source>“%1” is no span of days: write 24/12/2026 - 03/01/2027.</source>
        <translation>« %1 » n&apos;est pas une période : écrivez 24/12/2026 - 03/01/2027.</translation>
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
    <name>parvis::ReferentsField</name>
    <message>
        <source>All others</source>
        <translation>Tous les autres</translation>
    </message>
    <message>
        <source>Referent: %1</source>
        <translation>Référent : %1</translation>
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
    <name>parvis::ReplyDifference</name>
    <message>
        <source>What the last step changed</source>
        <translation>Ce que la dernière étape a changé</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Citizens</source>
        <translation>Usagers</translation>
    </message>
</context>
<context>
    <name>parvis::ReplyPane</name>
    <message>
        <source>Enclosed</source>
        <translation>Pièces jointes</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Soumettre</translation>
    </message>
    <message>
        <source>To whoever approves it; Ctrl+Z takes it back.</source>
        <translation>À ceux qui la valident ; Ctrl+Z la reprend.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>This reply is not written any more.</source>
        <translation>Cette réponse n&apos;est plus écrite.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Ce qui manque</translation>
    </message>
    <message>
        <source>Goes to what keeps it from being sent.</source>
        <translation>Va à ce qui empêche l&apos;envoi.</translation>
    </message>
    <message>
        <source>Next addressee</source>
        <translation>Destinataire suivant</translation>
    </message>
    <message>
        <source>Previous addressee</source>
        <translation>Destinataire précédent</translation>
    </message>
    <message>
        <source>To the text</source>
        <translation>Au texte</translation>
    </message>
    <message>
        <source>Template, or an earlier reply</source>
        <translation>Modèle, ou une réponse précédente</translation>
    </message>
    <message>
        <source>&amp;Begin with</source>
        <translation>&amp;Partir de</translation>
    </message>
    <message>
        <source>As each citizen wishes</source>
        <translation>Comme chaque usager le souhaite</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Interim reply</source>
        <extracomment>a reply after which the request stays open</extracomment>
        <translation>Réponse d&apos;attente</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Nature de la réponse</translation>
    </message>
    <message>
        <source>B&amp;y</source>
        <translation>P&amp;ar</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>&amp;Objet</translation>
    </message>
    <message>
        <source>Three letters of its name: appeals, data protection …</source>
        <translation>Trois lettres de son nom : recours, protection des données…</translation>
    </message>
    <message>
        <source>&amp;Paragraph</source>
        <translation>Paragrap&amp;he</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Texte de la réponse</translation>
    </message>
    <message>
        <source>Nobody to answer</source>
        <translation>Personne à qui répondre</translation>
    </message>
    <message numerus="yes">
        <source>One reply to %n citizen(s)</source>
        <translation>
            <numerusform>Une réponse à %n usager</numerusform>
            <numerusform>Une réponse à %n usagers</numerusform>
        </translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>%1 of %2: %3, %4 (Alt+Left, Alt+Right)</source>
        <translation>%1 sur %2 : %3, %4 (Alt+Gauche, Alt+Droite)</translation>
    </message>
    <message>
        <source>Goes out at once: nobody else has to approve it.</source>
        <translation>Part aussitôt : personne d&apos;autre n&apos;a à la valider.</translation>
    </message>
    <message>
        <source>Approved by: %1</source>
        <translation>Validée par : %1</translation>
    </message>
    <message numerus="yes">
        <source>%n letter(s): %1</source>
        <translation>
            <numerusform>%n lettre : %1</numerusform>
            <numerusform>%n lettres : %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SMS: %n message(s) for each</source>
        <translation>
            <numerusform>SMS : %n message pour chacun</numerusform>
            <numerusform>SMS : %n messages pour chacun</numerusform>
        </translation>
    </message>
    <message>
        <source>, long because of special characters</source>
        <translation>, long à cause de caractères spéciaux</translation>
    </message>
    <message>
        <source>otherwise free of charge</source>
        <translation>sinon sans frais</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Sans frais</translation>
    </message>
    <message>
        <source>“%1” is not known here: fill it in, or write it otherwise.</source>
        <translation>« %1 » n&apos;est pas connu ici : complétez-le, ou écrivez autrement.</translation>
    </message>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Il n&apos;y a pas de champ « %1 ».</translation>
    </message>
    <message>
        <source>There is no paragraph “%1”.</source>
        <translation>Il n&apos;y a pas de paragraphe « %1 ».</translation>
    </message>
    <message>
        <source>Braces that are not closed, or not in the right place.</source>
        <translation>Des accolades ne sont pas fermées, ou pas à la bonne place.</translation>
    </message>
    <message>
        <source>Choose a channel by which the citizen can be reached.</source>
        <translation>Choisissez un canal par lequel l&apos;usager peut être joint.</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Le texte est vide.</translation>
    </message>
    <message>
        <source>The citizen&apos;s e-mail address or telephone number is not known: ask for it, or choose another channel.</source>
        <translation>L&apos;adresse électronique ou le numéro de téléphone de l&apos;usager n&apos;est pas connu : demandez-le, ou choisissez un autre canal.</translation>
    </message>
    <message>
        <source>The citizen&apos;s postal address is not known: ask for it, or choose another channel.</source>
        <translation>L&apos;adresse postale de l&apos;usager n&apos;est pas connue : demandez-la, ou choisissez un autre canal.</translation>
    </message>
    <message>
        <source>Too long for an SMS.</source>
        <translation>Trop long pour un SMS.</translation>
    </message>
    <message>
        <source>No citizen is named: there is nobody to answer.</source>
        <translation>Aucun usager n&apos;est nommé : il n&apos;y a personne à qui répondre.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>et %n autre</numerusform>
            <numerusform>et %n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>of this procedure card</source>
        <translation>de cette fiche de procédure</translation>
    </message>
    <message>
        <source>reply to %1</source>
        <translation>réponse à %1</translation>
    </message>
    <message numerus="yes">
        <source>At most %n citizen(s) can be answered with one reply.</source>
        <translation>
            <numerusform>Une réponse peut aller à %n usager au plus.</numerusform>
            <numerusform>Une réponse peut aller à %n usagers au plus.</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing is enclosed with an SMS or a call</source>
        <translation>rien n&apos;est joint à un SMS ni à un appel</translation>
    </message>
    <message>
        <source>The other reply</source>
        <translation>L&apos;autre réponse</translation>
    </message>
    <message>
        <source>Goes on with another reply that was begun here; each keeps its words.</source>
        <translation>Poursuit une autre réponse commencée ici ; chacune garde ses mots.</translation>
    </message>
    <message numerus="yes">
        <source>To all %n citizens</source>
        <extracomment>goes on with another reply that was begun to the same request</extracomment>
        <translation>
            <numerusform>À l&apos;usager</numerusform>
            <numerusform>Aux %n usagers</numerusform>
        </translation>
    </message>
    <message>
        <source>To this citizen alone</source>
        <translation>À cet usager seul</translation>
    </message>
    <message numerus="yes">
        <source>%n citizen(s) to whom it was written can&apos;t be reached any more, and will get nothing.</source>
        <translation>
            <numerusform>%n usager à qui elle s&apos;adressait ne peut plus être joint et ne recevra rien.</numerusform>
            <numerusform>%n usagers à qui elle s&apos;adressait ne peuvent plus être joints et ne recevront rien.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can&apos;t see the request: it would wait for them.</source>
        <translation>%1 ne voit pas cette demande : la réponse l&apos;attendrait sans fin.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies, one for each service that reads them:</source>
        <translation>
            <numerusform>%n réponse, lue par son service :</numerusform>
            <numerusform>%n réponses, une par service qui les lit :</numerusform>
        </translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>%1, confidential (%2): %3</source>
        <translation>%1, confidentiel (%2) : %3</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2) : %3</translation>
    </message>
    <message numerus="yes">
        <source>%n replies of %1 already wait for approval: this would be one more.</source>
        <translation>
            <numerusform>%n réponse de %1 attend déjà d&apos;être approuvée : celle-ci s&apos;y ajouterait.</numerusform>
            <numerusform>%n réponses de %1 attendent déjà d&apos;être approuvées : celle-ci s&apos;y ajouterait.</numerusform>
        </translation>
    </message>
    <message>
        <source>This reply was withdrawn at another desk. What is written here stays kept.</source>
        <translation>Cette réponse a été retirée sur un autre poste. Ce qui est écrit ici reste gardé.</translation>
    </message>
    <message>
        <source>This reply was submitted at another desk. What is written here stays kept.</source>
        <translation>Cette réponse a été soumise sur un autre poste. Ce qui est écrit ici reste gardé.</translation>
    </message>
    <message>
        <source>This draft was changed at another desk, too. Your words stand here: compare before you submit.</source>
        <translation>Ce brouillon a aussi changé sur un autre poste. Vos mots restent ici : comparez avant de soumettre.</translation>
    </message>
    <message>
        <source>This draft was changed at another desk: its words are here now.</source>
        <translation>Ce brouillon a changé sur un autre poste : ses mots sont maintenant ici.</translation>
    </message>
</context>
<context>
    <name>parvis::ReplyPaper</name>
    <message>
        <source>The letter as it will be read</source>
        <translation>La lettre telle qu&apos;elle sera lue</translation>
    </message>
    <message>
        <source>The reply as it will be read</source>
        <translation>La réponse telle qu&apos;elle sera lue</translation>
    </message>
    <message>
        <source>To</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>SMS to</source>
        <translation>SMS à</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Appeler</translation>
    </message>
    <message>
        <source>To hand over to</source>
        <translation>À remettre à</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Pièces jointes</translation>
    </message>
</context>
<context>
    <name>parvis::ReportForm</name>
    <message>
        <source>What it is</source>
        <translation>Ce que c&apos;est</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Lieu :</translation>
    </message>
    <message>
        <source>&amp;Findings:</source>
        <translation>&amp;Constat :</translation>
    </message>
    <message>
        <source>&amp;Measures, done or to do:</source>
        <translation>Mesu&amp;res, prises ou à prendre :</translation>
    </message>
    <message>
        <source>M&amp;aterials to bring:</source>
        <translation>Matériel à a&amp;pporter :</translation>
    </message>
    <message>
        <source>&amp;Time estimate:</source>
        <translation>&amp;Temps estimé :</translation>
    </message>
    <message>
        <source>&amp;Goes to the service:</source>
        <translation>&amp;Suite confiée à :</translation>
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
        <source>Requests</source>
        <translation>Demandes</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>Cases by how far they are; Ctrl and the arrows carry one on.</source>
        <translation>Les dossiers selon leur avancement ; Ctrl et les flèches en font avancer un.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd&apos;hui</translation>
    </message>
    <message>
        <source>The plan of the day: what is late, due today, due next.</source>
        <translation>Le plan du jour : en retard, pour aujourd&apos;hui, pour demain.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Cocher</translation>
    </message>
    <message>
        <source>Several marked: one key for all.</source>
        <translation>Plusieurs cochées : une touche pour toutes.</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>The marked cases become yours, or the one in sight.</source>
        <translation>Les dossiers cochés deviennent les vôtres, ou celui qui est affiché.</translation>
    </message>
    <message>
        <source>Carry to the next lane</source>
        <translation>Passer à la colonne suivante</translation>
    </message>
    <message>
        <source>Carry to the lane before</source>
        <translation>Revenir à la colonne précédente</translation>
    </message>
    <message numerus="yes">
        <source>Taken back on %n request(s).</source>
        <translation>
            <numerusform>Annulé sur %n demande.</numerusform>
            <numerusform>Annulé sur %n demandes.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reply to %1 goes out in a minute.</source>
        <translation>La réponse à %1 part dans une minute.</translation>
    </message>
    <message numerus="yes">
        <source>The reply to %n citizen(s) waits for approval.</source>
        <translation>
            <numerusform>La réponse à %n usager attend sa validation.</numerusform>
            <numerusform>La réponse à %n usagers attend sa validation.</numerusform>
        </translation>
    </message>
    <message>
        <source>The reply to %1 waits for approval.</source>
        <translation>La réponse à %1 attend sa validation.</translation>
    </message>
    <message>
        <source>undo: reply to %1</source>
        <translation>annuler : réponse à %1</translation>
    </message>
    <message>
        <source>The reply to %1 is a draft again.</source>
        <translation>La réponse à %1 est de nouveau un brouillon.</translation>
    </message>
    <message numerus="yes">
        <source>%n replies, one for each service, wait for approval.</source>
        <translation>
            <numerusform>%n réponse attend d&apos;être approuvée.</numerusform>
            <numerusform>%n réponses, une par service, attendent d&apos;être approuvées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The replies to %n citizens go out in a minute.</source>
        <translation>
            <numerusform>La réponse à %n usager part dans une minute.</numerusform>
            <numerusform>Les réponses à %n usagers partent dans une minute.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parvis::RewordPane</name>
    <message>
        <source>The reply as it will be read</source>
        <translation>La réponse telle qu&apos;elle sera lue</translation>
    </message>
    <message>
        <source>Su&amp;bject</source>
        <translation>O&amp;bjet</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xte</translation>
    </message>
    <message>
        <source>As %1 will read it: %2</source>
        <extracomment>of a citizen</extracomment>
        <translation>Telle que la lira %1 : %2</translation>
    </message>
</context>
<context>
    <name>parvis::RuleSection</name>
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
        <translation>l&apos;un d&apos;eux, séparés par des virgules</translation>
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
    <message numerus="yes">
        <source>Of the last %1 requests, %n would go elsewhere</source>
        <translation>
            <numerusform>Sur les %1 dernières demandes, %n irait ailleurs</numerusform>
            <numerusform>Sur les %1 dernières demandes, %n iraient ailleurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule one place up</source>
        <translation>Monter la règle d&apos;un rang</translation>
    </message>
    <message>
        <source>Looked at before the one above it.</source>
        <translation>Elle est examinée avant celle qui la précède.</translation>
    </message>
    <message>
        <source>Rule one place down</source>
        <translation>Descendre la règle d&apos;un rang</translation>
    </message>
    <message>
        <source>Looked at after the one below it.</source>
        <translation>Elle est examinée après celle qui la suit.</translation>
    </message>
    <message>
        <source>out of use</source>
        <translation>hors service</translation>
    </message>
    <message>
        <source>Choose the service to which the rule sends.</source>
        <translation>Choisissez le service vers lequel la règle oriente.</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Routage</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Nouvelle règle</translation>
    </message>
</context>
<context>
    <name>parvis::RuleTrial</name>
    <message>
        <source>What the citizen says</source>
        <translation>Ce que dit l&apos;usager</translation>
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
        <translation>Tapez des mots ou choisissez une fiche : le chemin et ses raisons s&apos;affichent ici.</translation>
    </message>
</context>
<context>
    <name>parvis::SafetyBar</name>
    <message>
        <source>How you leave the place.</source>
        <translation>Comment vous laissez le lieu.</translation>
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
    <message>
        <source>with the incident</source>
        <translation>avec l&apos;incident</translation>
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
    <message>
        <source>Choose your own password</source>
        <translation>Choisissez votre mot de passe</translation>
    </message>
    <message>
        <source>The one that your administrator gave you is good for this alone. The new one opens this desk, with or without a network: nobody else knows it.</source>
        <translation>Celui que votre administrateur vous a donné ne sert qu&apos;à cela. Le nouveau ouvre ce poste, avec ou sans réseau : personne d&apos;autre ne le connaît.</translation>
    </message>
    <message>
        <source>Open this desk</source>
        <translation>Ouvrir ce poste</translation>
    </message>
    <message>
        <source>I no longer know it: begin anew</source>
        <translation>Je ne le connais plus : repartir à neuf</translation>
    </message>
    <message>
        <source>This desk was closed with another password</source>
        <translation>Ce poste a été fermé avec un autre mot de passe</translation>
    </message>
    <message>
        <source>The server takes your new password. What this computer keeps was closed with the one that you had before: write that one, this once.</source>
        <translation>Le serveur accepte votre nouveau mot de passe. Ce que cet ordinateur conserve a été fermé avec le précédent : écrivez-le, cette fois seulement.</translation>
    </message>
    <message>
        <source>&amp;Former password</source>
        <translation>&amp;Mot de passe précédent</translation>
    </message>
    <message>
        <source>Without it the desk fetches everything from the server again. What was not sent yet stays on this computer, closed, and opens if the former password is found.</source>
        <translation>Sans lui, le poste reprend tout depuis le serveur. Ce qui n&apos;avait pas encore été envoyé reste sur cet ordinateur, fermé, et s&apos;ouvrira si le mot de passe précédent est retrouvé.</translation>
    </message>
    <message>
        <source>This desk was not closed with that one. Nothing was changed: try another one that you had.</source>
        <translation>Ce poste n&apos;a pas été fermé avec celui-là. Rien n&apos;a été modifié : essayez-en un autre que vous aviez.</translation>
    </message>
</context>
<context>
    <name>parvis::SpellField</name>
    <message>
        <source>No suggestion</source>
        <translation>Aucune proposition</translation>
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
    <name>parvis::SurveyForm</name>
    <message>
        <source>&amp;What to look at:</source>
        <translation>Ce qu&apos;il faut &amp;voir :</translation>
    </message>
    <message>
        <source>&amp;Instructions:</source>
        <translation>&amp;Consignes :</translation>
    </message>
    <message>
        <source>&amp;Place:</source>
        <translation>&amp;Lieu :</translation>
    </message>
    <message>
        <source>For the &amp;service:</source>
        <translation>Pour le &amp;service :</translation>
    </message>
    <message>
        <source>Who &amp;goes:</source>
        <translation>&amp;Qui y va :</translation>
    </message>
    <message>
        <source>&amp;Before:</source>
        <translation>&amp;Avant le :</translation>
    </message>
    <message>
        <source>Send the patroller</source>
        <translation>Envoyer le patrouilleur</translation>
    </message>
    <message>
        <source>Send a patroller</source>
        <translation>Envoyer un patrouilleur</translation>
    </message>
    <message>
        <source>Whoever takes it</source>
        <extracomment>who is sent</extracomment>
        <translation>Le premier disponible</translation>
    </message>
    <message>
        <source>Say what is to be looked at.</source>
        <translation>Dites ce qu&apos;il faut aller voir.</translation>
    </message>
    <message>
        <source>Say for which service the patroller goes.</source>
        <translation>Dites pour quel service le patrouilleur y va.</translation>
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
    <name>parvis::TemplateSection</name>
    <message>
        <source>Not known of this request, and asked for before it is sent: %1.</source>
        <translation>Inconnu pour cette demande, et réclamé avant l&apos;envoi : %1.</translation>
    </message>
    <message>
        <source>There is no such field or paragraph: %1.</source>
        <translation>Ce champ ou ce paragraphe n&apos;existe pas : %1.</translation>
    </message>
    <message>
        <source>Braces that are not closed, or not in the right place.</source>
        <translation>Des accolades ne sont pas fermées, ou pas à la bonne place.</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>&amp;Is:</source>
        <translation>&amp;Est :</translation>
    </message>
    <message>
        <source>a reply</source>
        <translation>une réponse</translation>
    </message>
    <message>
        <source>a paragraph for others</source>
        <translation>un paragraphe pour d&apos;autres</translation>
    </message>
    <message>
        <source>what goes out at reception</source>
        <translation>ce qui part à la réception</translation>
    </message>
    <message>
        <source>C&amp;ode:</source>
        <translation>C&amp;ode :</translation>
    </message>
    <message>
        <source>of a paragraph, as others name it: {{&gt; code}}</source>
        <translation>d&apos;un paragraphe, comme d&apos;autres le nomment : {{&gt; code}}</translation>
    </message>
    <message>
        <source>For the &amp;card:</source>
        <translation>Pour la &amp;fiche :</translation>
    </message>
    <message>
        <source>For the &amp;theme:</source>
        <translation>Pour le &amp;thème :</translation>
    </message>
    <message>
        <source>Of the ser&amp;vice:</source>
        <translation>Du ser&amp;vice :</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>&amp;Par :</translation>
    </message>
    <message>
        <source>any channel</source>
        <translation>tout canal</translation>
    </message>
    <message>
        <source>T&amp;one:</source>
        <translation>T&amp;on :</translation>
    </message>
    <message>
        <source>S&amp;ubject:</source>
        <translation>O&amp;bjet :</translation>
    </message>
    <message>
        <source>empty: that of the request</source>
        <translation>vide : celui de la demande</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>Te&amp;xte :</translation>
    </message>
    <message>
        <source>Not offered any more</source>
        <translation>N&apos;est plus proposé</translation>
    </message>
    <message>
        <source>not offered any more</source>
        <translation>n&apos;est plus proposé</translation>
    </message>
    <message>
        <source>paragraph</source>
        <translation>paragraphe</translation>
    </message>
    <message>
        <source>The text is still missing.</source>
        <translation>Il manque encore le texte.</translation>
    </message>
    <message>
        <source>The code is still missing: by it others name the paragraph.</source>
        <translation>Il manque encore le code : c&apos;est par lui que d&apos;autres nomment le paragraphe.</translation>
    </message>
    <message>
        <source>The code %1 is taken by %2: choose another one.</source>
        <translation>Le code %1 est déjà pris par %2 : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>No request is known here for which it could be tried.</source>
        <translation>Aucune demande n&apos;est connue ici pour l&apos;essayer.</translation>
    </message>
    <message>
        <source>As request %1 would be answered with it:</source>
        <translation>Comme il répondrait à la demande %1 :</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Nouveau modèle</translation>
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
        <source>Cards have no mapping.</source>
        <translation>Les fiches n&apos;ont pas de correspondance (--mapping).</translation>
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
        <translation>Copie la base de la ville telle qu&apos;elle est à un instant, qu&apos;elle soit servie ou non, vers FILE, et les fichiers joints vers FILE.blobs. Gardez aussi une copie de certificate.pem et key.pem. Pour restaurer : remettez la copie sous le nom town.sqlite, et les fichiers sous blobs, pendant que rien ne sert le dossier.</translation>
    </message>
    <message>
        <source>The town is as it was; the copy of its database is complete.</source>
        <translation>La ville est comme elle était ; la copie de sa base est complète.</translation>
    </message>
    <message>
        <source>Check that there is room, then copy the folder %1 to %2.</source>
        <translation>Vérifiez qu&apos;il y a de la place, puis copiez le dossier %1 vers %2.</translation>
    </message>
    <message>
        <source>The daily run failed and is tried again: %1</source>
        <translation>Le passage quotidien a échoué et sera retenté : %1</translation>
    </message>
    <message>
        <source>Daily run: %1 open requests, %2 reminders, %3 escalations, %4 handed over.</source>
        <translation>Passage quotidien : %1 demandes ouvertes, %2 relances, %3 remontées, %4 transmises.</translation>
    </message>
    <message>
        <source>Tells how the hub stands, while it is served or not: its history, and what it tells agents by e-mail.</source>
        <translation>Dit où en est le serveur, qu&apos;il soit en service ou non : son historique, et ce qu&apos;il envoie aux agents par e-mail.</translation>
    </message>
    <message>
        <source>%1: %2 changes.</source>
        <translation>%1 : %2 modifications.</translation>
    </message>
    <message>
        <source>E-mail to agents: %1 wait, %2 sent, %3 refused, %4 dropped.</source>
        <translation>E-mails aux agents : %1 en attente, %2 envoyés, %3 refusés, %4 abandonnés.</translation>
    </message>
    <message>
        <source>The next one may be sent from %1 on.</source>
        <translation>Le prochain peut partir à partir du %1.</translation>
    </message>
    <message>
        <source>What a mail server said last: %1</source>
        <translation>Dernière réponse du serveur de messagerie : %1</translation>
    </message>
    <message>
        <source>The mail server through which agents are told of what concerns them: smtp://HOST:PORT with STARTTLS, or smtps://HOST:PORT. Without it they have their bell alone.</source>
        <translation>Le serveur de messagerie par lequel les agents sont prévenus de ce qui les concerne : smtp://HÔTE:PORT avec STARTTLS, ou smtps://HÔTE:PORT. Sans lui, ils n&apos;ont que la cloche.</translation>
    </message>
    <message>
        <source>From whom these mails are.</source>
        <translation>L&apos;expéditeur de ces e-mails.</translation>
    </message>
    <message>
        <source>Whom the mail server knows the hub as.</source>
        <translation>Le nom sous lequel le serveur de messagerie connaît Parvis.</translation>
    </message>
    <message>
        <source>Its first line is the password for it.</source>
        <translation>Sa première ligne est le mot de passe correspondant.</translation>
    </message>
    <message>
        <source>Trusts the certificates in FILE (PEM) instead of the system&apos;s.</source>
        <translation>Se fie aux certificats de FICHIER (PEM) au lieu de ceux du système.</translation>
    </message>
    <message>
        <source>--smtp wants smtp://HOST:PORT or smtps://HOST:PORT, without a password in it.</source>
        <translation>--smtp attend smtp://HÔTE:PORT ou smtps://HÔTE:PORT, sans mot de passe dedans.</translation>
    </message>
    <message>
        <source>--mail-from wants an e-mail address.</source>
        <translation>--mail-from attend une adresse e-mail.</translation>
    </message>
    <message>
        <source>--smtp-user and --smtp-password-file go together.</source>
        <translation>--smtp-user et --smtp-password-file vont ensemble.</translation>
    </message>
    <message>
        <source>The file of certificates cannot be read.</source>
        <translation>Le fichier des certificats ne peut pas être lu.</translation>
    </message>
    <message>
        <source>Where the hub writes to them.</source>
        <translation>L&apos;adresse à laquelle le serveur leur écrit.</translation>
    </message>
    <message>
        <source>%1 is no e-mail address.</source>
        <translation>%1 n&apos;est pas une adresse e-mail.</translation>
    </message>
    <message>
        <source>This is refused for good%1.</source>
        <translation>Ce message est refusé définitivement%1.</translation>
    </message>
    <message>
        <source>Look at the address or number, and at whom it is from.</source>
        <translation>Vérifiez l&apos;adresse ou le numéro, et l&apos;expéditeur.</translation>
    </message>
    <message>
        <source>It is put off%1.</source>
        <translation>L&apos;envoi est remis à plus tard%1.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Réessayez plus tard.</translation>
    </message>
    <message>
        <source>The other side cannot show that it is who it should be, or does not encrypt%1.</source>
        <translation>L&apos;autre serveur ne peut pas prouver qui il est, ou ne chiffre pas%1.</translation>
    </message>
    <message>
        <source>Look at its address, or name the file with its certificate.</source>
        <translation>Vérifiez son adresse, ou indiquez le fichier de son certificat.</translation>
    </message>
    <message>
        <source>Nothing is taken from us%1.</source>
        <translation>Rien n&apos;est accepté de notre part%1.</translation>
    </message>
    <message>
        <source>Look at the name, the password or token, at whom messages are from, and at the server&apos;s address.</source>
        <translation>Vérifiez le nom, le mot de passe ou le jeton, l&apos;expéditeur et l&apos;adresse du serveur.</translation>
    </message>
    <message>
        <source>There is no such mailbox%1.</source>
        <translation>Cette boîte aux lettres n&apos;existe pas%1.</translation>
    </message>
    <message>
        <source>Look at the mailbox at the end of the address.</source>
        <translation>Vérifiez la boîte aux lettres à la fin de l&apos;adresse.</translation>
    </message>
    <message>
        <source>It was stopped.</source>
        <translation>L&apos;essai a été arrêté.</translation>
    </message>
    <message>
        <source>There is no answer, or none that makes sense%1.</source>
        <translation>Il n&apos;y a pas de réponse, ou aucune qui ait un sens%1.</translation>
    </message>
    <message>
        <source>Look at the server&apos;s address, and whether this machine reaches it.</source>
        <translation>Vérifiez l&apos;adresse du serveur, et que cette machine l&apos;atteint.</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Rien n&apos;a été envoyé.</translation>
    </message>
    <message>
        <source>The message may have been taken all the same.</source>
        <translation>Le message a pu être accepté malgré tout.</translation>
    </message>
    <message>
        <source>The gateway has taken the SMS.</source>
        <translation>La passerelle a accepté le SMS.</translation>
    </message>
    <message>
        <source>The SMS is delivered.</source>
        <translation>Le SMS est remis.</translation>
    </message>
    <message>
        <source>The SMS cannot be delivered (%1).</source>
        <translation>Le SMS ne peut pas être remis (%1).</translation>
    </message>
    <message>
        <source>The gateway had taken it.</source>
        <translation>La passerelle l&apos;avait accepté.</translation>
    </message>
    <message>
        <source>Look at the number.</source>
        <translation>Vérifiez le numéro.</translation>
    </message>
    <message>
        <source>The gateway cannot say what became of the SMS.</source>
        <translation>La passerelle ne sait pas dire ce qu&apos;est devenu le SMS.</translation>
    </message>
    <message>
        <source>The SMS is under way.</source>
        <translation>Le SMS est en route.</translation>
    </message>
    <message>
        <source>Sends one test message to ADDRESS, by the words of serve, and says what happened.</source>
        <translation>Envoie un message d&apos;essai à ADDRESS, avec les options de serve, et dit ce qui s&apos;est passé.</translation>
    </message>
    <message>
        <source>--smtp URL is missing.</source>
        <translation>Il manque --smtp URL.</translation>
    </message>
    <message>
        <source>Parvis: a test message</source>
        <translation>Parvis&#xa0;: message d&apos;essai</translation>
    </message>
    <message>
        <source>This is a test of the hub&apos;s mail. Nothing is to be done.</source>
        <translation>Ceci est un essai de la messagerie du serveur. Il n&apos;y a rien à faire.</translation>
    </message>
    <message>
        <source>The mail server has taken the message for %1. Whether it arrives, that mailbox shows.</source>
        <translation>Le serveur de messagerie a accepté le message pour %1. Cette boîte aux lettres dira s&apos;il arrive.</translation>
    </message>
    <message>
        <source>Sends one test SMS to NUMBER, and says what happened. It costs what an SMS costs.</source>
        <translation>Envoie un SMS d&apos;essai à NUMBER, et dit ce qui s&apos;est passé. Il coûte le prix d&apos;un SMS.</translation>
    </message>
    <message>
        <source>How long it waits for the SMS to be delivered.</source>
        <translation>Combien de temps attendre que le SMS soit remis.</translation>
    </message>
    <message>
        <source>--sms-gateway URL is missing.</source>
        <translation>Il manque --sms-gateway URL.</translation>
    </message>
    <message>
        <source>--wait wants a number of seconds.</source>
        <translation>--wait attend un nombre de secondes.</translation>
    </message>
    <message>
        <source>This is a test of Parvis. Nothing is to be done.</source>
        <translation>Ceci est un essai de Parvis. Il n&apos;y a rien à faire.</translation>
    </message>
    <message>
        <source>%1 is no number that an SMS can go to.</source>
        <translation>%1 n&apos;est pas un numéro auquel un SMS peut être envoyé.</translation>
    </message>
    <message numerus="yes">
        <source>The gateway has taken the SMS as %1, in %n parts.</source>
        <translation>
            <numerusform>La passerelle a accepté le SMS sous le nom %1, en %n partie.</numerusform>
            <numerusform>La passerelle a accepté le SMS sous le nom %1, en %n parties.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gateway has taken the SMS as %1.</source>
        <translation>La passerelle a accepté le SMS sous le nom %1.</translation>
    </message>
    <message>
        <source>Looks into the mailbox where mails that did not arrive are reported, and says what is unread there. Changes nothing.</source>
        <translation>Regarde dans la boîte aux lettres où sont signalés les e-mails non remis, et dit ce qui n&apos;y est pas lu. Ne change rien.</translation>
    </message>
    <message>
        <source>--bounce-imap URL is missing.</source>
        <translation>Il manque --bounce-imap URL.</translation>
    </message>
    <message numerus="yes">
        <source>The mailbox is open. Unread: %n.</source>
        <translation>
            <numerusform>La boîte aux lettres est ouverte. Non lu&#xa0;: %n.</numerusform>
            <numerusform>La boîte aux lettres est ouverte. Non lus&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of them reports of mails that did not arrive or are late: %n.</source>
        <translation>
            <numerusform>Dont avis d&apos;e-mail non remis ou en retard&#xa0;: %n.</numerusform>
            <numerusform>Dont avis d&apos;e-mails non remis ou en retard&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Returned mail: %n read.</source>
        <translation>
            <numerusform>Courriels revenus : %n lu.</numerusform>
            <numerusform>Courriels revenus : %n lus.</numerusform>
        </translation>
    </message>
    <message>
        <source>The mailbox of returned mail cannot be read and is tried again (%1).</source>
        <extracomment>%1: what a server said</extracomment>
        <translation>La boîte des courriels revenus ne peut pas être lue ; nouvel essai plus tard (%1).</translation>
    </message>
    <message>
        <source>E-mail to agents</source>
        <translation>E-mails aux agents</translation>
    </message>
    <message>
        <source>E-mail to citizens</source>
        <translation>E-mails aux usagers</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>Returned mail</source>
        <translation>Courriels revenus</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n sent.</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;</extracomment>
        <translation>
            <numerusform>%1 : %n envoyé.</numerusform>
            <numerusform>%1 : %n envoyés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n refused for good (%2).</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: what a server said</extracomment>
        <translation>
            <numerusform>%1 : %n refusé définitivement (%2).</numerusform>
            <numerusform>%1 : %n refusés définitivement (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n to be tried again (%2).</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: what a server said</extracomment>
        <translation>
            <numerusform>%1 : %n à réessayer (%2).</numerusform>
            <numerusform>%1 : %n à réessayer (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: of %n nobody knows whether it went; an agent decides (%2).</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: what broke</extracomment>
        <translation>
            <numerusform>%1 : pour %n envoi, nul ne sait s&apos;il est parti ; un agent décidera (%2).</numerusform>
            <numerusform>%1 : pour %n envois, nul ne sait s&apos;ils sont partis ; un agent décidera (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 waits: %2</source>
        <extracomment>%1: &quot;E-mail to citizens&quot;, &quot;SMS&quot;; %2: an error</extracomment>
        <translation>%1 en attente : %2</translation>
    </message>
    <message>
        <source>--%1 has no meaning here.</source>
        <translation>--%1 n&apos;a pas de sens ici.</translation>
    </message>
    <message>
        <source>Requests have the district council of their place, not another division.</source>
        <translation>Les demandes ont le conseil de quartier de leur lieu, pas un autre découpage.</translation>
    </message>
    <message>
        <source>Addresses are those of the national address base (CSV of a commune or a département); they take the place of those that were there. Districts are the surfaces of a GeoJSON file, each by its code.</source>
        <translation>Les adresses sont celles de la Base Adresse Nationale (CSV d&apos;une commune ou d&apos;un département) ; elles remplacent celles qui étaient là. Les quartiers sont les surfaces d&apos;un fichier GeoJSON, chacun par son code.</translation>
    </message>
    <message>
        <source>Of addresses: one more file, as that of the localities. May be repeated.</source>
        <translation>Pour les adresses : un fichier de plus, comme celui des lieux-dits. Peut se répéter.</translation>
    </message>
    <message>
        <source>Of districts: the division that they are, as the sectors of a service; if not given, the district councils.</source>
        <translation>Pour les quartiers : le découpage dont ils sont, comme les secteurs d&apos;un service ; sans cela, les conseils de quartier.</translation>
    </message>
    <message>
        <source>Of districts: the property that is the code; if not given, a usual one.</source>
        <translation>Pour les quartiers : la propriété qui est le code ; sans cela, une propriété usuelle.</translation>
    </message>
    <message>
        <source>Of districts: the property that is the name; if not given, a usual one.</source>
        <translation>Pour les quartiers : la propriété qui est le nom ; sans cela, une propriété usuelle.</translation>
    </message>
    <message>
        <source>Of districts: past requests get the district council of their place.</source>
        <translation>Pour les quartiers : les demandes passées reçoivent le conseil de quartier de leur lieu.</translation>
    </message>
    <message>
        <source>Only requests, cards, addresses and districts can be imported.</source>
        <translation>Seuls les demandes (requests), les fiches (cards), les adresses (addresses) et les quartiers (districts) s&apos;importent.</translation>
    </message>
    <message>
        <source>--%1 makes no sense without --%2.</source>
        <translation>--%1 n&apos;a pas de sens sans --%2.</translation>
    </message>
    <message>
        <source>The file of --%1 cannot be read.</source>
        <translation>Le fichier de --%1 ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The first line of the file of --%1 is empty.</source>
        <translation>La première ligne du fichier de --%1 est vide.</translation>
    </message>
    <message>
        <source>Where mails that cannot be delivered go back to; otherwise to --mail-from.</source>
        <translation>À qui reviennent les e-mails qui ne peuvent pas être remis&#xa0;; sinon à --mail-from.</translation>
    </message>
    <message>
        <source>--mail-return wants an e-mail address.</source>
        <translation>--mail-return attend une adresse e-mail.</translation>
    </message>
    <message>
        <source>The gateway to which SMS are posted: https://HOST/PATH.</source>
        <translation>La passerelle à laquelle les SMS sont confiés&#xa0;: https://HOST/PATH.</translation>
    </message>
    <message>
        <source>Its first line is the token that the gateway knows the hub by.</source>
        <translation>Sa première ligne est le jeton auquel la passerelle reconnaît le serveur.</translation>
    </message>
    <message>
        <source>Whom the SMS are from: 3 to 11 letters without accents or digits, or a number.</source>
        <translation>L&apos;expéditeur des SMS&#xa0;: 3 à 11 lettres sans accent ou chiffres, ou un numéro.</translation>
    </message>
    <message>
        <source>--sms-gateway needs --%1.</source>
        <translation>--sms-gateway a besoin de --%1.</translation>
    </message>
    <message>
        <source>--sms-sender wants 3 to 11 letters without accents or digits, or a number.</source>
        <translation>--sms-sender attend 3 à 11 lettres sans accent ou chiffres, ou un numéro.</translation>
    </message>
    <message>
        <source>The file of --sms-token-file holds no token: letters, digits and signs without blanks.</source>
        <translation>Le fichier de --sms-token-file ne contient pas de jeton&#xa0;: des lettres, des chiffres et des signes sans espace.</translation>
    </message>
    <message>
        <source>--sms-gateway wants https://HOST/PATH, without a password or a question in it.</source>
        <translation>--sms-gateway attend https://HOST/PATH, sans mot de passe ni point d&apos;interrogation.</translation>
    </message>
    <message>
        <source>The mailbox of --mail-return, where mail servers report what could not be delivered: imaps://HOST:PORT/MAILBOX, or imap:// with STARTTLS. Without MAILBOX: INBOX.</source>
        <translation>La boîte aux lettres de --mail-return, où les serveurs de messagerie signalent ce qui n&apos;a pas pu être remis&#xa0;: imaps://HOST:PORT/MAILBOX, ou imap:// avec STARTTLS. Sans MAILBOX&#xa0;: INBOX.</translation>
    </message>
    <message>
        <source>Whom the mailbox&apos;s server knows the hub as.</source>
        <translation>Le nom sous lequel le serveur de la boîte aux lettres connaît Parvis.</translation>
    </message>
    <message>
        <source>--bounce-imap needs --%1.</source>
        <translation>--bounce-imap a besoin de --%1.</translation>
    </message>
    <message>
        <source>--bounce-user and its password want one line without control characters.</source>
        <translation>--bounce-user et son mot de passe tiennent en une ligne, sans caractère de contrôle.</translation>
    </message>
    <message>
        <source>--bounce-imap wants imaps://HOST:PORT/MAILBOX or imap://HOST:PORT/MAILBOX, without a password in it.</source>
        <translation>--bounce-imap attend imaps://HOST:PORT/MAILBOX ou imap://HOST:PORT/MAILBOX, sans mot de passe.</translation>
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
  import addresses FILE.csv                        those of the national address base
  import districts FILE.geojson                    their surfaces
  demo [--requests N] [--seed S]                   fills an empty town with invented requests
  backup FILE                                      copies the town while it is served
  verify                                           proves that the history is whole
  status                                           what there is, and what waits to be told by e-mail
  check-mail ADDRESS, check-sms NUMBER             sends one test message, and says what happened
  check-bounces                                    looks where mails that did not arrive are reported

parvis-server COMMAND --help tells more.
It ends with 0 if all was done, 1 if it was refused or failed, 2 if it was called wrongly.</source>
        <translation>Utilisation : parvis-server COMMANDE --data DIR …

Le serveur central avec lequel travaillent les postes d&apos;une mairie.

  init --town NAME [--admin LOGIN] [--name HOST]   fonde une ville dans un dossier vide
  serve [--listen ADDR:PORT] [--ready-file FILE]   sert les postes jusqu&apos;à ce qu&apos;on l&apos;arrête
  user add|passwd|disable|enable LOGIN             gère les agents
  user deputy LOGIN --for OTHER                    fait valider les fiches d&apos;un collègue absent
  user absent LOGIN on|off                         dit qui est absent
  circuit show, circuit set UNIT STEPS             qui valide les fiches de procédure
  import requests FILE.csv --mapping MAP           reprend les demandes d&apos;un autre logiciel
  import cards FILE, export cards FILE             les fiches de procédure, en JSON ou CSV
  import addresses FILE.csv                        celles de la Base Adresse Nationale
  import districts FILE.geojson                    les contours des quartiers
  demo [--requests N] [--seed S]                   remplit une ville vide de demandes inventées
  backup FILE                                      copie la ville pendant qu&apos;elle est servie
  verify                                           prouve que l&apos;historique est intact
  status                                           ce qui existe, et ce qui attend de partir par e-mail
  check-mail ADDRESS, check-sms NUMBER             envoie un message d&apos;essai, et dit ce qui s&apos;est passé
  check-bounces                                    regarde où sont signalés les courriels qui ne sont pas arrivés

parvis-server COMMANDE --help en dit plus.
Le code de retour est 0 si tout a été fait, 1 en cas de refus ou d&apos;échec, 2 si la commande est mal écrite.</translation>
    </message>
    <message>
        <source>quotes that do not end, a line that is too long, or no UTF-8</source>
        <translation>des guillemets qui ne finissent pas, une ligne trop longue, ou autre chose que de l&apos;UTF-8</translation>
    </message>
    <message>
        <source>more or fewer cells than the header</source>
        <translation>plus ou moins de cellules que l&apos;en-tête</translation>
    </message>
    <message>
        <source>neither a street nor a place</source>
        <translation>ni rue ni lieu</translation>
    </message>
    <message>
        <source>no commune</source>
        <translation>pas de commune</translation>
    </message>
    <message>
        <source>no house number</source>
        <translation>pas un numéro de maison</translation>
    </message>
    <message>
        <source>no position</source>
        <translation>pas de position</translation>
    </message>
    <message>
        <source>has no surface and is left out</source>
        <translation>n&apos;a pas de surface et est laissé de côté</translation>
    </message>
    <message>
        <source>has a ring of fewer than three points, which is left out</source>
        <translation>a un contour de moins de trois points, laissé de côté</translation>
    </message>
    <message>
        <source>has a ring that was not closed; it is now</source>
        <translation>a un contour qui n&apos;était pas fermé ; il l&apos;est</translation>
    </message>
    <message>
        <source>crosses itself: look at it on a map</source>
        <translation>se croise lui-même : regardez-le sur une carte</translation>
    </message>
    <message>
        <source>has a ring that encloses nothing, which is left out</source>
        <translation>a un contour qui n&apos;entoure rien, laissé de côté</translation>
    </message>
    <message>
        <source>The addresses are as they were.</source>
        <translation>Les adresses sont comme elles étaient.</translation>
    </message>
    <message>
        <source>Rows: %1. Addresses: %2. New: %3. Changed: %4. Gone: %5.</source>
        <translation>Lignes : %1. Adresses : %2. Nouvelles : %3. Changées : %4. Disparues : %5.</translation>
    </message>
    <message>
        <source>Rejected: %1.</source>
        <translation>Rejetées : %1.</translation>
    </message>
    <message>
        <source>Line %1: %2.</source>
        <translation>Ligne %1 : %2.</translation>
    </message>
    <message>
        <source>The districts are imported; some requests keep theirs.</source>
        <translation>Les quartiers sont importés ; des demandes gardent le leur.</translation>
    </message>
    <message>
        <source>Correct %1 and call it again.</source>
        <translation>Corrigez %1 et relancez la commande.</translation>
    </message>
    <message>
        <source>Code from “%1”, name from “%2”.</source>
        <translation>Code d&apos;après « %1 », nom d&apos;après « %2 ».</translation>
    </message>
    <message>
        <source>New: %1. Changed: %2. Unchanged: %3.</source>
        <translation>Nouveaux : %1. Changés : %2. Inchangés : %3.</translation>
    </message>
    <message>
        <source>Feature %1 %2.</source>
        <translation>L&apos;objet %1 %2.</translation>
    </message>
    <message>
        <source>Not in the file, and left as they are: %1 (%2).</source>
        <translation>Absents du fichier, et laissés tels quels : %1 (%2).</translation>
    </message>
    <message>
        <source>Requests with a place: %1. Now in another district: %2. Outside of all, left as they are: %3.</source>
        <translation>Demandes avec un lieu : %1. Passées dans un autre quartier : %2. Hors de tous, laissées telles quelles : %3.</translation>
    </message>
    <message>
        <source>To %1: %2.</source>
        <translation>Vers %1 : %2.</translation>
    </message>
    <message>
        <source>Whoever asked for letters gets the acknowledgement of receipt as one, for the mail office to print. Otherwise by e-mail and SMS alone.</source>
        <translation>Qui demande des courriers reçoit aussi l&apos;accusé de réception par courrier, à imprimer par le service courrier. Sinon par e-mail et SMS seulement.</translation>
    </message>
    <message>
        <source>Give the CSV file of the national address base (adresses-NN.csv or .csv.gz).</source>
        <translation>Donnez le fichier CSV de la Base Adresse Nationale (adresses-NN.csv ou .csv.gz).</translation>
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
    <name>parvis::ThemeSection</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>C&amp;ode:</source>
        <translation>C&amp;ode :</translation>
    </message>
    <message>
        <source>short, of its own: PROPRETE</source>
        <translation>court, propre au thème : PROPRETE</translation>
    </message>
    <message>
        <source>&amp;Part of:</source>
        <translation>&amp;Dans le thème :</translation>
    </message>
    <message>
        <source>The code is still missing.</source>
        <translation>Il manque encore le code.</translation>
    </message>
    <message>
        <source>The code %1 is taken by %2: choose another one.</source>
        <translation>Le code %1 est déjà pris par %2 : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A theme can&apos;t be a part of itself: choose another one.</source>
        <translation>Un thème ne peut pas faire partie de lui-même : choisissez-en un autre.</translation>
    </message>
    <message numerus="yes">
        <source>%n procedure card(s) are of this theme.</source>
        <translation>
            <numerusform>%n fiche de procédure est de ce thème.</numerusform>
            <numerusform>%n fiches de procédure sont de ce thème.</numerusform>
        </translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>New theme</source>
        <translation>Nouveau thème</translation>
    </message>
    <message>
        <source>&amp;Incident within:</source>
        <translation>&amp;Incident à moins de :</translation>
    </message>
    <message>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <source>&amp;Days between reports:</source>
        <translation>&amp;Jours entre signalements :</translation>
    </message>
    <message>
        <source>&amp;Gather by itself from:</source>
        <translation>&amp;Réunir d&apos;office à partir de :</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>as the theme above</source>
        <translation>comme le thème au-dessus</translation>
    </message>
    <message>
        <source>Reports within %1 m and %2 days of one another are proposed as one incident.</source>
        <translation>Les signalements à moins de %1 m et %2 jours l&apos;un de l&apos;autre sont proposés comme un seul incident.</translation>
    </message>
    <message>
        <source>The server gathers none of them by itself.</source>
        <translation>Le serveur n&apos;en réunit aucun de lui-même.</translation>
    </message>
    <message>
        <source>From %1 % on, the server gathers them by itself. None were gathered in the last three months: how often that is right can&apos;t be said yet.</source>
        <translation>À partir de %1 %, le serveur les réunit de lui-même. Aucun n&apos;a été réuni ces trois derniers mois : on ne peut pas encore dire s&apos;il a souvent raison.</translation>
    </message>
    <message>
        <source>From %1 % on, the server gathers them by itself. In the last three months %2 % of that would have been right, and %3 % of what agents gathered would have been found.</source>
        <translation>À partir de %1 %, le serveur les réunit de lui-même. Sur les trois derniers mois, il aurait eu raison dans %2 % des cas, et aurait trouvé %3 % de ce que les agents ont réuni.</translation>
    </message>
</context>
<context>
    <name>parvis::TimeBar</name>
    <message>
        <source>Time</source>
        <translation>Temps</translation>
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
    <name>parvis::Tray</name>
    <message numerus="yes">
        <source>Parvis: %n notification(s) unread</source>
        <translation>
            <numerusform>Parvis : %n notification non lue</numerusform>
            <numerusform>Parvis : %n notifications non lues</numerusform>
        </translation>
    </message>
    <message>
        <source>Parvis</source>
        <translation>Parvis</translation>
    </message>
    <message>
        <source>Parvis: %1</source>
        <translation>Parvis : %1</translation>
    </message>
    <message>
        <source>A case was given to you.</source>
        <translation>Un dossier vous est confié.</translation>
    </message>
    <message>
        <source>Promised for %1.</source>
        <translation>Promis pour le %1.</translation>
    </message>
    <message>
        <source>Late since %1.</source>
        <translation>En retard depuis le %1.</translation>
    </message>
    <message>
        <source>A note names you.</source>
        <translation>Une note vous nomme.</translation>
    </message>
    <message>
        <source>A change of yours was not taken.</source>
        <translation>Une de vos modifications n&apos;a pas été retenue.</translation>
    </message>
    <message>
        <source>A reply waits for your approval.</source>
        <translation>Une réponse attend votre approbation.</translation>
    </message>
    <message>
        <source>A reply of yours came back.</source>
        <translation>Une de vos réponses vous revient.</translation>
    </message>
    <message>
        <source>What was sent to the citizen did not arrive.</source>
        <translation>Ce qui a été envoyé à l&apos;usager n&apos;est pas arrivé.</translation>
    </message>
</context>
<context>
    <name>parvis::UnitSection</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Nom :</translation>
    </message>
    <message>
        <source>C&amp;ode:</source>
        <translation>C&amp;ode :</translation>
    </message>
    <message>
        <source>short, of its own: VOIRIE</source>
        <translation>court, propre au service : VOIRIE</translation>
    </message>
    <message>
        <source>&amp;Is a:</source>
        <translation>&amp;Est :</translation>
    </message>
    <message>
        <source>service</source>
        <translation>service</translation>
    </message>
    <message>
        <source>directorate</source>
        <translation>direction</translation>
    </message>
    <message>
        <source>body</source>
        <translation>collectivité</translation>
    </message>
    <message>
        <source>&amp;Under:</source>
        <translation>&amp;Rattaché à :</translation>
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
        <source>Re&amp;ferents:</source>
        <translation>Ré&amp;férents :</translation>
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
    <message numerus="yes">
        <source>Of %1 open cases, %n would be reminded of by today.</source>
        <translation>
            <numerusform>Sur %1 dossiers ouverts, %n serait relancé aujourd&apos;hui au plus tard.</numerusform>
            <numerusform>Sur %1 dossiers ouverts, %n seraient relancés aujourd&apos;hui au plus tard.</numerusform>
        </translation>
    </message>
    <message>
        <source>closed</source>
        <translation>fermé</translation>
    </message>
    <message>
        <source>Choose the directorate or body under which it stands.</source>
        <translation>Choisissez la direction ou la collectivité de rattachement.</translation>
    </message>
    <message>
        <source>It can&apos;t stand under %1: a service stands under a directorate or a body, a directorate under a body, a body under none.</source>
        <translation>Rattachement à %1 impossible : un service dépend d&apos;une direction ou d&apos;une collectivité, une direction d&apos;une collectivité, une collectivité de rien.</translation>
    </message>
    <message>
        <source>The code is still missing.</source>
        <translation>Il manque encore le code.</translation>
    </message>
    <message>
        <source>The code %1 is taken by %2: choose another one.</source>
        <translation>Le code %1 est déjà pris par %2 : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>A closed service can&apos;t be its own successor: choose another one.</source>
        <translation>Un service fermé ne peut pas être son propre successeur : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Services</translation>
    </message>
    <message>
        <source>New service</source>
        <translation>Nouveau service</translation>
    </message>
    <message>
        <source>Re&amp;plies approved by:</source>
        <translation>Ré&amp;ponses validées par :</translation>
    </message>
    <message>
        <source>Letter&amp;head:</source>
        <translation>En-t&amp;ête :</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) go to nobody: they stay where no one takes them, until a successor is named.</source>
        <translation>
            <numerusform>%n dossier ouvert ne va à personne : il reste là où nul ne le prend, tant qu&apos;aucun successeur n&apos;est désigné.</numerusform>
            <numerusform>%n dossiers ouverts ne vont à personne : ils restent là où nul ne les prend, tant qu&apos;aucun successeur n&apos;est désigné.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s) go to %1.</source>
        <translation>
            <numerusform>%n dossier ouvert va à : %1.</numerusform>
            <numerusform>%n dossiers ouverts vont à : %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hands its cases back to this service: choose another successor.</source>
        <translation>%1 rend ses dossiers à ce service : choisissez un autre successeur.</translation>
    </message>
    <message>
        <source>%1 is closed itself: choose a successor that is open.</source>
        <translation>%1 est fermé aussi : choisissez un successeur ouvert.</translation>
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
    <message>
        <source>Your password is changed. The other desks where you are signed in will ask for it.</source>
        <translation>Votre mot de passe est changé. Les autres postes où vous êtes connecté le demanderont.</translation>
    </message>
    <message>
        <source>This is how you are told from now on.</source>
        <translation>Vos choix de notification sont enregistrés.</translation>
    </message>
    <message>
        <source>choice of notifications</source>
        <translation>choix des notifications</translation>
    </message>
    <message>
        <source>The addresses of tiles are like https://server/{z}/{x}/{y}.png. The map is drawn without.</source>
        <translation>Les adresses des tuiles sont de la forme https://serveur/{z}/{x}/{y}.png. La carte est dessinée sans elles.</translation>
    </message>
    <message>
        <source>The archive of the map is not there. The map is drawn without.</source>
        <translation>L&apos;archive de la carte n&apos;est pas là. La carte est dessinée sans elle.</translation>
    </message>
    <message>
        <source>This is no archive of a map that can be read (MBTiles, or PMTiles packed by gzip). The map is drawn without.</source>
        <translation>Ce n&apos;est pas une archive de carte lisible (MBTiles, ou PMTiles compressé par gzip). La carte est dessinée sans elle.</translation>
    </message>
    <message>
        <source>The disk of this computer is too full for the new addresses of the town. Those of before are used.</source>
        <translation>Le disque de ce poste est trop plein pour les nouvelles adresses de la ville. Celles d&apos;avant servent.</translation>
    </message>
    <message>
        <source>The new addresses of the town did not arrive whole. Those of before are used.</source>
        <translation>Les nouvelles adresses de la ville ne sont pas arrivées entières. Celles d&apos;avant servent.</translation>
    </message>
</context>
</TS>
