<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="fr_FR">
<context>
    <name>BottomBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>BoundsBar</name>
    <message>
        <source>Limites&#xa0;: %1 à %2. %3</source>
        <translation>Limits: %1 to %2. %3</translation>
    </message>
</context>
<context>
    <name>ChoiceSheet</name>
    <message>
        <source>Chercher</source>
        <translation>Search</translation>
    </message>
</context>
<context>
    <name>ContactWords</name>
    <message numerus="yes">
        <source>%n à envoyer</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message>
        <source>Rien à envoyer</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>centre joint</source>
        <translation>in contact with the centre</translation>
    </message>
    <message>
        <source>dernier contact %1</source>
        <translation>last contact %1</translation>
    </message>
    <message>
        <source>pas encore de contact</source>
        <translation>no contact yet</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heure(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message>
        <source>Ce téléphone avance de %1</source>
        <translation>This phone is %1 fast</translation>
    </message>
    <message>
        <source>Ce téléphone retarde de %1</source>
        <translation>This phone is %1 slow</translation>
    </message>
    <message>
        <source>heure du téléphone à régler</source>
        <translation>the phone’s clock is to be set</translation>
    </message>
    <message>
        <source>Rien n’est perdu. Les heures proposées sont celles de ce téléphone : réglez son heure.</source>
        <translation>Nothing is lost. The times it proposes are those of this phone: set its clock.</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n membre(s) de l’équipe</source>
        <translation>
            <numerusform>%n team member</numerusform>
            <numerusform>%n team members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aidant(s) ou contact(s)</source>
        <translation>
            <numerusform>%n caregiver or contact</numerusform>
            <numerusform>%n caregivers or contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relevé(s) de constantes</source>
        <translation>
            <numerusform>%n set of vital signs</numerusform>
            <numerusform>%n sets of vital signs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DateWords</name>
    <message>
        <source>aujourd’hui</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hier</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>demain</source>
        <translation>tomorrow</translation>
    </message>
    <message>
        <source>auj.</source>
        <translation>today</translation>
    </message>
    <message>
        <source>hier</source>
        <comment>in the margin, in few letters</comment>
        <translation>yest.</translation>
    </message>
</context>
<context>
    <name>Exchanges</name>
    <message numerus="yes">
        <source>%n nouveauté(s) du centre</source>
        <translation>
            <numerusform>%n item from the centre</numerusform>
            <numerusform>%n items from the centre</numerusform>
        </translation>
    </message>
    <message>
        <source>Non retenu par le centre, votre texte est gardé ici</source>
        <translation>Not accepted by the centre, your text is kept here</translation>
    </message>
    <message>
        <source>Reçu par le centre, %1</source>
        <translation>Received by the centre, %1</translation>
    </message>
    <message>
        <source>Reçus par le centre, le dernier à %1</source>
        <translation>Received by the centre, the last at %1</translation>
    </message>
    <message>
        <source>Envoyé, %1</source>
        <translation>Sent, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n nouveautés du centre, ou plus</source>
        <translation>
            <numerusform>%n item from the centre, or more</numerusform>
            <numerusform>%n items from the centre, or more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Fichier reçu par le centre</source>
        <translation>File received by the centre</translation>
    </message>
    <message>
        <source>Fichier reçu par le centre %1</source>
        <translation>File received by the centre %1</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>%1&#xa0;Ko</source>
        <translation>%1&#xa0;KB</translation>
    </message>
    <message>
        <source>%1&#xa0;Mo</source>
        <translation>%1&#xa0;MB</translation>
    </message>
    <message>
        <source>Fichier sur ce téléphone</source>
        <translation>File on this phone</translation>
    </message>
    <message>
        <source>Plus de place au centre&#xa0;: le fichier attend sur ce téléphone</source>
        <translation>No more room at the centre: the file waits on this phone</translation>
    </message>
    <message>
        <source>Fichier envoyé à %1&#xa0;%</source>
        <translation>%1&#xa0;% of the file sent</translation>
    </message>
    <message>
        <source>Fichier reçu à %1&#xa0;%</source>
        <translation>%1&#xa0;% of the file received</translation>
    </message>
    <message>
        <source>Fichier sur ce téléphone et au centre</source>
        <translation>File on this phone and at the centre</translation>
    </message>
    <message>
        <source>Pas encore sur ce téléphone&#xa0;: toucher pour chercher</source>
        <translation>Not on this phone yet: touch to fetch it</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Garder ma version</source>
        <translation>Keep my version</translation>
    </message>
    <message>
        <source>Prendre celle-là</source>
        <translation>Take that one</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Rejoindre un centre</source>
        <translation>Join a centre</translation>
    </message>
    <message>
        <source>Votre responsable affiche ou vous envoie un code.</source>
        <translation>Your supervisor shows or sends you a code.</translation>
    </message>
    <message>
        <source>Il protège ce que vous écrivez sur ce téléphone.</source>
        <translation>It protects what you write on this phone.</translation>
    </message>
    <message>
        <source>Vous pouvez commencer dès que la journée est là.</source>
        <translation>You can start as soon as today is here.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Réception</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Code d’invitation</source>
        <translation>Invitation code</translation>
    </message>
    <message>
        <source>Collez ici le code qui commence par «&#xa0;liaison:&#xa0;»</source>
        <translation>Paste the code that begins with “liaison:” here</translation>
    </message>
    <message>
        <source>Votre code secret</source>
        <translation>Your secret code</translation>
    </message>
    <message>
        <source>Six chiffres au moins, ou une phrase plus longue.</source>
        <translation>At least six figures, or a longer phrase.</translation>
    </message>
    <message>
        <source>Encore une fois</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>Revenir</source>
        <translation>Go back</translation>
    </message>
</context>
<context>
    <name>MeasureHistory</name>
    <message>
        <source>au-dessus de %1</source>
        <translation>above %1</translation>
    </message>
    <message>
        <source>en dessous de %1</source>
        <translation>below %1</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>NewInterventionPage</name>
    <message>
        <source>Saisir</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Pour qui</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>Choisir la personne</source>
        <translation>Choose the person</translation>
    </message>
    <message>
        <source>Quoi</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Choisir l’intervention</source>
        <translation>Choose the intervention</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>How</translation>
    </message>
    <message>
        <source>Durée en minutes</source>
        <translation>Duration in minutes</translation>
    </message>
    <message>
        <source>En quelques mots</source>
        <translation>In a few words</translation>
    </message>
    <message>
        <source>Ce qui a été fait, ce qui reste à faire</source>
        <translation>What was done, what remains to be done</translation>
    </message>
    <message>
        <source>Enregistrer</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Compris</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Clavier de chiffres</source>
        <translation>Number pad</translation>
    </message>
    <message>
        <source>Effacer le dernier chiffre</source>
        <translation>Erase the last figure</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Fermer</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
</context>
<context>
    <name>PersonPage</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Appeler %1</source>
        <translation>Call %1</translation>
    </message>
    <message>
        <source>Fil</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Fiche</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacts</translation>
    </message>
    <message>
        <source>Rien d’écrit encore</source>
        <translation>Nothing written yet</translation>
    </message>
    <message>
        <source>Visites, transmissions et mesures apparaîtront ici.</source>
        <translation>Visits, handover notes and readings will appear here.</translation>
    </message>
    <message>
        <source>Aucun contact</source>
        <translation>No contacts</translation>
    </message>
    <message>
        <source>Les aidants et les proches apparaîtront ici.</source>
        <translation>Caregivers and relatives will appear here.</translation>
    </message>
</context>
<context>
    <name>PersonWords</name>
    <message>
        <source>%1 ans</source>
        <translation>aged %1</translation>
    </message>
    <message>
        <source>vit seul</source>
        <translation>lives alone</translation>
    </message>
    <message>
        <source>vit seule</source>
        <translation>lives alone</translation>
    </message>
    <message>
        <source>Allergie : %1</source>
        <translation>Allergy: %1</translation>
    </message>
    <message>
        <source>Chute %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Hospitalisée</source>
        <translation>In hospital</translation>
    </message>
</context>
<context>
    <name>PersonsPage</name>
    <message>
        <source>Personnes</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Chercher une personne</source>
        <translation>Find a person</translation>
    </message>
    <message>
        <source>Nom, prénom, commune</source>
        <translation>Name, given name, town</translation>
    </message>
    <message>
        <source>Aucune personne</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>Personne à ce nom</source>
        <translation>Nobody by that name</translation>
    </message>
    <message>
        <source>Les personnes du centre apparaîtront ici dès leur réception.</source>
        <translation>The persons of the centre will appear here as soon as they are received.</translation>
    </message>
    <message>
        <source>Essayez quelques lettres du nom, du prénom ou de la commune.</source>
        <translation>Try a few letters of the name, the given name or the town.</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Fermer la photo</source>
        <translation>Close the photo</translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message numerus="yes">
        <source>%n chiffre(s) tapé(s)</source>
        <translation>
            <numerusform>%n figure typed</numerusform>
            <numerusform>%n figures typed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Infirmière</source>
        <translation>Nurse</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Responsable</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>une fiche qui n’est pas sur ce téléphone</source>
        <translation>a record that is not on this phone</translation>
    </message>
    <message>
        <source>oui</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>non</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>ReasonSheet</name>
    <message>
        <source>Pourquoi pas fait&#xa0;?</source>
        <translation>Why not done?</translation>
    </message>
    <message>
        <source>Un mot d’explication</source>
        <translation>A word of explanation</translation>
    </message>
    <message>
        <source>Un mot, si utile</source>
        <translation>A word, if useful</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>votre rôle ne permet pas de l’écrire.</source>
        <translation>your role may not write it.</translation>
    </message>
    <message>
        <source>cette valeur n’est pas possible.</source>
        <translation>this value is not possible.</translation>
    </message>
    <message>
        <source>ce texte est trop long.</source>
        <translation>this text is too long.</translation>
    </message>
    <message>
        <source>il manque une information.</source>
        <translation>something is missing.</translation>
    </message>
    <message>
        <source>ce qui désigne la personne ou la visite ne change plus.</source>
        <translation>what names the person or the visit can no longer change.</translation>
    </message>
    <message>
        <source>le centre attend une autre fiche, puis la reprendra de lui-même.</source>
        <translation>the centre waits for another record, then will take it by itself.</translation>
    </message>
    <message>
        <source>le centre doit être mis à jour, puis la reprendra de lui-même.</source>
        <translation>the centre must be updated, then will take it by itself.</translation>
    </message>
    <message>
        <source>ce champ a trop de versions : choisissez d’abord.</source>
        <translation>this field has too many versions: choose first.</translation>
    </message>
    <message>
        <source>le centre ne peut pas la reprendre telle quelle.</source>
        <translation>the centre cannot take it as it is.</translation>
    </message>
    <message>
        <source>Vous aviez écrit : «&#xa0;%1&#xa0;».</source>
        <translation>You had written: “%1”.</translation>
    </message>
    <message>
        <source>Voir et décider</source>
        <translation>See and decide</translation>
    </message>
    <message>
        <source>J’ai compris</source>
        <translation>I understand</translation>
    </message>
    <message>
        <source>Modification reprise</source>
        <translation>Change taken over</translation>
    </message>
    <message>
        <source>%1 a repris ce que vous aviez écrit. Rien n’est perdu.</source>
        <translation>%1 took over what you had written. Nothing is lost.</translation>
    </message>
    <message>
        <source>ce que cette version ne connaît pas</source>
        <translation>what this version does not know</translation>
    </message>
    <message>
        <source>Ne peut pas être repris : %1.</source>
        <translation>Cannot be taken over: %1.</translation>
    </message>
    <message>
        <source>Modification non retenue</source>
        <translation>Change not accepted</translation>
    </message>
    <message>
        <source>Refusé à %1</source>
        <translation>Refused to %1</translation>
    </message>
    <message>
        <source>son rôle ne permet pas de l’écrire.</source>
        <translation>their role may not write it.</translation>
    </message>
    <message>
        <source>Écrit : «&#xa0;%1&#xa0;».</source>
        <translation>Written: “%1”.</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Take over</translation>
    </message>
    <message>
        <source>Laisser</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Envois et réceptions</source>
        <translation>Sent and received</translation>
    </message>
    <message>
        <source>Langue</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Apparence</source>
        <translation>Appearance</translation>
    </message>
    <message>
        <source>Contraste élevé</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Sombre</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Clair</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Taille du texte</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Verrouiller</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Rien de ce que vous avez écrit n’est perdu.</source>
        <translation>Nothing you have written is lost.</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Personnes</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Saisir</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>À traiter</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>Plus</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Rien d’ouvert</source>
        <translation>Nothing open</translation>
    </message>
    <message>
        <source>Choisissez une visite ou une personne à gauche&#xa0;: elle s’ouvrira ici.</source>
        <translation>Choose a visit or a person on the left: it will open here.</translation>
    </message>
    <message>
        <source>Compris</source>
        <translation>Understood</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Étape %1 sur %2&#xa0;: %3</source>
        <translation>Step %1 of %2: %3</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Envois et réceptions</source>
        <translation>Sent and received</translation>
    </message>
    <message>
        <source>Sur ce téléphone</source>
        <translation>On this phone</translation>
    </message>
    <message>
        <source>Tout ce que vous avez écrit est au centre.</source>
        <translation>Everything you have written is at the centre.</translation>
    </message>
    <message>
        <source>Derniers échanges</source>
        <translation>Latest exchanges</translation>
    </message>
</context>
<context>
    <name>TickRow</name>
    <message>
        <source>Pourquoi pas fait&#xa0;? %1</source>
        <translation>Why not done? %1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Visite</source>
        <translation>Visit</translation>
    </message>
    <message>
        <source>Constantes</source>
        <translation>Vital signs</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>Handover note</translation>
    </message>
</context>
<context>
    <name>ToHandlePage</name>
    <message>
        <source>À traiter</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>Rien à traiter</source>
        <translation>Nothing to handle</translation>
    </message>
    <message>
        <source>Ce qui revient du centre apparaîtra ici.</source>
        <translation>What comes back from the centre will appear here.</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Jour précédent</source>
        <translation>Previous day</translation>
    </message>
    <message>
        <source>Jour suivant</source>
        <translation>Next day</translation>
    </message>
    <message>
        <source>Visite non prévue</source>
        <translation>Unplanned visit</translation>
    </message>
</context>
<context>
    <name>TransmissionPage</name>
    <message>
        <source>Transmission</source>
        <translation>Handover note</translation>
    </message>
    <message>
        <source>Cible</source>
        <translation>Focus</translation>
    </message>
    <message>
        <source>À lire par</source>
        <translation>To be read by</translation>
    </message>
    <message>
        <source>Urgent, à signaler en premier</source>
        <translation>Urgent, to be shown first</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Bonjour, qui êtes-vous&#xa0;?</source>
        <translation>Hello, who are you?</translation>
    </message>
    <message>
        <source>Ouvrir</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Rejoindre un autre centre</source>
        <translation>Join another centre</translation>
    </message>
</context>
<context>
    <name>ValueField</name>
    <message>
        <source>à saisir</source>
        <translation>to be entered</translation>
    </message>
    <message>
        <source>Saisir</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Retour</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Deux versions</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>Seules les personnes qui peuvent écrire ce champ peuvent choisir. Votre responsable le verra aussi.</source>
        <translation>Only those who may write this field can choose. Your supervisor will see it too.</translation>
    </message>
    <message>
        <source>Garder les deux</source>
        <translation>Keep both</translation>
    </message>
    <message>
        <source>Plus tard</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>VisitBody</name>
    <message>
        <source>Prévu</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Tout comme prévu</source>
        <translation>All as planned</translation>
    </message>
    <message>
        <source>Rien de prévu pour cette visite.</source>
        <translation>Nothing planned for this visit.</translation>
    </message>
    <message>
        <source>Constantes</source>
        <translation>Vital signs</translation>
    </message>
    <message>
        <source>Autre</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Transmission</source>
        <translation>Handover note</translation>
    </message>
    <message>
        <source>Choisir la cible</source>
        <translation>Choose the focus</translation>
    </message>
</context>
<context>
    <name>VisitPage</name>
    <message>
        <source>Transmission</source>
        <translation>Handover note</translation>
    </message>
    <message>
        <source>Personne</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Terminer</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Annuler</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Compris</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>Autre mesure</source>
        <translation>Another reading</translation>
    </message>
</context>
<context>
    <name>VitalsPage</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Effacer</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Virgule</source>
        <translation>Decimal point</translation>
    </message>
    <message>
        <source>Passer</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Continuer</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>YesNo</name>
    <message>
        <source>Oui</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Non</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>liaison::AppViewModel</name>
    <message>
        <source>Liaison %1, licence GPL 3 ou suivante.</source>
        <translation>Liaison %1, licence GPL 3 or later.</translation>
    </message>
</context>
<context>
    <name>liaison::InterventionViewModel</name>
    <message>
        <source>Brouillon gardé sur ce téléphone</source>
        <translation>Draft kept on this phone</translation>
    </message>
    <message>
        <source>Un nombre de minutes, entre 0 et 1440</source>
        <translation>A number of minutes, from 0 to 1440</translation>
    </message>
    <message>
        <source>Choisissez ce qui a été fait.</source>
        <translation>Choose what was done.</translation>
    </message>
    <message>
        <source>Enregistré sur ce téléphone</source>
        <translation>Saved on this phone</translation>
    </message>
</context>
<context>
    <name>liaison::JoinViewModel</name>
    <message>
        <source>Ce code vient d’une version plus récente. Mettez Liaison à jour.</source>
        <translation>This code comes from a newer version. Update Liaison.</translation>
    </message>
    <message>
        <source>Ce code est incomplet ou mal recopié. Collez-le en entier.</source>
        <translation>This code is incomplete or was copied wrongly. Paste the whole of it.</translation>
    </message>
    <message>
        <source>Invitation pour %1, rôle infirmier, valable jusqu’à %2.</source>
        <translation>Invitation for %1, as a nurse, valid until %2.</translation>
    </message>
    <message>
        <source>Invitation pour %1, rôle aide, valable jusqu’à %2.</source>
        <translation>Invitation for %1, as an aide, valid until %2.</translation>
    </message>
    <message>
        <source>Invitation pour %1, responsable, valable jusqu’à %2.</source>
        <translation>Invitation for %1, as a supervisor, valid until %2.</translation>
    </message>
    <message>
        <source>Invitation pour %1, valable jusqu’à %2.</source>
        <translation>Invitation for %1, valid until %2.</translation>
    </message>
    <message>
        <source>Le centre est appelé</source>
        <translation>The centre is being called</translation>
    </message>
    <message>
        <source>Le centre vous connaît</source>
        <translation>The centre knows you</translation>
    </message>
    <message>
        <source>Réception des fiches</source>
        <translation>Receiving the records</translation>
    </message>
    <message>
        <source>Choisir mon code secret</source>
        <translation>Choose my secret code</translation>
    </message>
    <message>
        <source>Rejoindre le centre</source>
        <translation>Join the centre</translation>
    </message>
    <message>
        <source>Commencer</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Réessayer</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Choisissez six chiffres au moins, ou une phrase de dix caractères.</source>
        <translation>Choose at least six figures, or a phrase of ten characters.</translation>
    </message>
    <message>
        <source>Les deux ne sont pas pareils.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>Ce code n’est pas, ou n’est plus, valable.</source>
        <translation>This code is not, or no longer, valid.</translation>
    </message>
    <message>
        <source>Rien n’a été changé. Demandez un nouveau code à votre responsable.</source>
        <translation>Nothing was changed. Ask your supervisor for a new code.</translation>
    </message>
    <message>
        <source>Le centre est injoignable.</source>
        <translation>The centre cannot be reached.</translation>
    </message>
    <message>
        <source>Vérifiez le réseau, puis réessayez. Votre code reste valable jusqu’à son échéance.</source>
        <translation>Check the network, then try again. Your code stays valid until it expires.</translation>
    </message>
    <message>
        <source>Ce n’est pas votre centre qui répond.</source>
        <translation>It is not your centre that answers.</translation>
    </message>
    <message>
        <source>Rien n’a été envoyé. Prévenez votre responsable.</source>
        <translation>Nothing was sent. Tell your supervisor.</translation>
    </message>
    <message>
        <source>Ce téléphone n’a pas pu rejoindre le centre.</source>
        <translation>This phone could not join the centre.</translation>
    </message>
</context>
<context>
    <name>liaison::PersonViewModel</name>
    <message>
        <source>Deux versions&#xa0;: %1</source>
        <translation>Two versions: %1</translation>
    </message>
    <message numerus="yes">
        <source>Deux versions dans %n champ(s)</source>
        <translation>
            <numerusform>Two versions in %n field</numerusform>
            <numerusform>Two versions in %n fields</numerusform>
        </translation>
    </message>
    <message>
        <source>Commencer une visite non prévue</source>
        <translation>Start an unplanned visit</translation>
    </message>
    <message>
        <source>Ouvrir la visite de %1</source>
        <translation>Open the visit of %1</translation>
    </message>
    <message>
        <source>À compléter</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>aidant principal</source>
        <translation>main caregiver</translation>
    </message>
    <message>
        <source>à prévenir en premier</source>
        <translation>to be told first</translation>
    </message>
    <message>
        <source>personne de confiance</source>
        <translation>trusted person</translation>
    </message>
    <message>
        <source>a une clé</source>
        <translation>has a key</translation>
    </message>
</context>
<context>
    <name>liaison::PersonsViewModel</name>
    <message numerus="yes">
        <source>%n personne(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::RecordForm</name>
    <message>
        <source>Brouillon gardé sur ce téléphone</source>
        <translation>Draft kept on this phone</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Modifié entre-temps par %1</source>
        <translation>Changed meanwhile by %1</translation>
    </message>
    <message>
        <source>Effacé</source>
        <translation>Erased</translation>
    </message>
    <message>
        <source>Entre %1 et %2</source>
        <translation>From %1 to %2</translation>
    </message>
    <message>
        <source>Une valeur est à corriger.</source>
        <translation>A value needs correcting.</translation>
    </message>
</context>
<context>
    <name>liaison::RefusalReview</name>
    <message>
        <source>Vous reprenez cette modification</source>
        <translation>You take this change over</translation>
    </message>
    <message>
        <source>Modification laissée de côté</source>
        <translation>Change left aside</translation>
    </message>
</context>
<context>
    <name>liaison::SyncViewModel</name>
    <message>
        <source>En contact avec le centre</source>
        <translation>In contact with the centre</translation>
    </message>
    <message>
        <source>Appel du centre…</source>
        <translation>Calling the centre…</translation>
    </message>
    <message>
        <source>Hors connexion, pas encore de contact</source>
        <translation>Offline, no contact yet</translation>
    </message>
    <message>
        <source>Hors connexion, dernier contact %1</source>
        <translation>Offline, last contact %1</translation>
    </message>
    <message>
        <source>Liaison doit être mis à jour pour joindre le centre. Tout est gardé sur ce téléphone.</source>
        <translation>Liaison must be updated to reach the centre. Everything is kept on this phone.</translation>
    </message>
    <message>
        <source>Tout est gardé sur ce téléphone et partira au retour du réseau.</source>
        <translation>Everything is kept on this phone and will leave when the network is back.</translation>
    </message>
    <message>
        <source>Réception</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>Échanger maintenant</source>
        <translation>Exchange now</translation>
    </message>
    <message>
        <source>Essayer maintenant</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>%1 sur ce téléphone</source>
        <translation>%1 on this phone</translation>
    </message>
</context>
<context>
    <name>liaison::ToHandleViewModel</name>
    <message>
        <source>Deux versions</source>
        <translation>Two versions</translation>
    </message>
    <message>
        <source>%1 : choisissez ce qui est à garder.</source>
        <translation>%1: choose what is to be kept.</translation>
    </message>
    <message>
        <source>Comparer</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>À compléter</source>
        <translation>To complete</translation>
    </message>
    <message>
        <source>%1 : commencé %2, pas encore enregistré.</source>
        <translation>%1: begun %2, not saved yet.</translation>
    </message>
    <message>
        <source>Reprendre</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Renvoyé par %1</source>
        <translation>Sent back by %1</translation>
    </message>
    <message>
        <source>%1 : à revoir.</source>
        <translation>%1: to be looked at again.</translation>
    </message>
    <message>
        <source>%1 : « %2 »</source>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>Compléter</source>
        <translation>Complete</translation>
    </message>
</context>
<context>
    <name>liaison::TodayViewModel</name>
    <message>
        <source>Aujourd’hui</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Demain</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>Hier</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Réception de l’historique</source>
        <translation>Receiving the history</translation>
    </message>
    <message>
        <source>Prévue</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>Réalisée</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Reprendre la visite</source>
        <translation>Resume the visit</translation>
    </message>
    <message>
        <source>Commencer la visite</source>
        <translation>Start the visit</translation>
    </message>
    <message>
        <source>En cours depuis %1</source>
        <translation>Running for %1</translation>
    </message>
</context>
<context>
    <name>liaison::TransmissionViewModel</name>
    <message>
        <source>Ajouter à la visite</source>
        <translation>Add to the visit</translation>
    </message>
    <message numerus="yes">
        <source>%n autre(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Données</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Ce que vous voyez, ce que la personne dit</source>
        <translation>What you see, what the person says</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Ce que vous avez fait</source>
        <translation>What you have done</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>À compléter à la prochaine visite</source>
        <translation>To be completed at the next visit</translation>
    </message>
</context>
<context>
    <name>liaison::UnlockViewModel</name>
    <message>
        <source>Infirmière</source>
        <translation>Nurse</translation>
    </message>
    <message>
        <source>Aide</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Responsable</source>
        <translation>Supervisor</translation>
    </message>
    <message>
        <source>Code de %1</source>
        <translation>Code of %1</translation>
    </message>
    <message>
        <source>Tout ce que vous avez écrit est au centre</source>
        <translation>Everything you have written is at the centre</translation>
    </message>
    <message numerus="yes">
        <source>Rien n’est perdu : %n à envoyer, gardé(s) ici</source>
        <translation>
            <numerusform>Nothing is lost: %n to send, kept here</numerusform>
            <numerusform>Nothing is lost: %n to send, kept here</numerusform>
        </translation>
    </message>
    <message>
        <source>Trop d’essais. Réessayez dans %1. Rien n’est perdu.</source>
        <translation>Too many attempts. Try again in %1. Nothing is lost.</translation>
    </message>
    <message>
        <source>Ce n’est pas le code de %1. Réessayez dans %2.</source>
        <translation>That is not the code of %1. Try again in %2.</translation>
    </message>
    <message>
        <source>Ce n’est pas le code de %1. Essayez encore.</source>
        <translation>That is not the code of %1. Try again.</translation>
    </message>
</context>
<context>
    <name>liaison::VersionsViewModel</name>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Ce champ n’a plus qu’une version.</source>
        <translation>This field has only one version now.</translation>
    </message>
    <message>
        <source>Vous avez changé ce champ sur deux appareils. Rien n’est perdu.</source>
        <translation>You changed this field on two devices. Nothing is lost.</translation>
    </message>
    <message>
        <source> et </source>
        <translation> and </translation>
    </message>
    <message>
        <source>%1 et vous avez changé ce champ sans voir l’autre version. Rien n’est perdu.</source>
        <translation>%1 and you changed this field without seeing the other version. Nothing is lost.</translation>
    </message>
    <message>
        <source>%1 : ce champ a été changé plusieurs fois sans que l’autre version soit vue. Rien n’est perdu.</source>
        <translation>%1: this field was changed several times without the other version being seen. Nothing is lost.</translation>
    </message>
    <message>
        <source>Reçu par le centre</source>
        <translation>Received by the centre</translation>
    </message>
    <message>
        <source>Sur ce téléphone</source>
        <translation>On this phone</translation>
    </message>
    <message>
        <source>Garder ma version</source>
        <translation>Keep my version</translation>
    </message>
    <message>
        <source>Prendre celle de %1</source>
        <translation>Take the one by %1</translation>
    </message>
    <message>
        <source>(effacé)</source>
        <translation>(erased)</translation>
    </message>
    <message>
        <source>avant, depuis %1, %2</source>
        <translation>before, since %1, %2</translation>
    </message>
</context>
<context>
    <name>liaison::VisitViewModel</name>
    <message>
        <source>avant %1</source>
        <translation>before %1</translation>
    </message>
    <message>
        <source>Données</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Résultats</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Visite terminée</source>
        <translation>Visit finished</translation>
    </message>
    <message>
        <source>Enregistré sur ce téléphone</source>
        <translation>Saved on this phone</translation>
    </message>
    <message>
        <source>Enregistrement…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>depuis %1</source>
        <translation>since %1</translation>
    </message>
</context>
<context>
    <name>liaison::VitalsViewModel</name>
    <message>
        <source>%1 sur %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>Entre %1 et %2 %3</source>
        <translation>From %1 to %2 %3</translation>
    </message>
    <message>
        <source>La première valeur doit être plus haute que la seconde.</source>
        <translation>The first value must be higher than the second.</translation>
    </message>
    <message>
        <source>Revenir à la visite</source>
        <translation>Back to the visit</translation>
    </message>
    <message>
        <source>Suivant : %1</source>
        <translation>Next: %1</translation>
    </message>
    <message>
        <source>%1 au-dessus de sa limite (%2)</source>
        <translation>%1 above their limit (%2)</translation>
    </message>
    <message>
        <source>%1 en dessous de sa limite (%2)</source>
        <translation>%1 below their limit (%2)</translation>
    </message>
    <message>
        <source>ses limites</source>
        <translation>their limits</translation>
    </message>
    <message>
        <source>limites : %1</source>
        <translation>limits: %1</translation>
    </message>
</context>
<context>
    <name>liaison::Workplace</name>
    <message>
        <source>un membre de l’équipe</source>
        <translation>a member of the team</translation>
    </message>
    <message>
        <source>infirmière</source>
        <translation>nurse</translation>
    </message>
    <message>
        <source>responsable</source>
        <translation>supervisor</translation>
    </message>
    <message>
        <source>aide-soignante</source>
        <translation>care assistant</translation>
    </message>
    <message>
        <source>le centre</source>
        <translation>the centre</translation>
    </message>
    <message>
        <source>Vous</source>
        <translation>You</translation>
    </message>
    <message>
        <source>Envoyé</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Sur ce téléphone</source>
        <translation>On this phone</translation>
    </message>
    <message>
        <source>Ce téléphone n’a plus de place. Ce qui était enregistré est intact, votre texte reste à l’écran. Libérez de la place, puis réessayez.</source>
        <translation>This phone has no room left. What was saved is intact, your text stays on the screen. Free some room, then try again.</translation>
    </message>
    <message>
        <source>Cette valeur n’est pas possible. Rien n’est perdu : corrigez-la, puis enregistrez.</source>
        <translation>This value is not possible. Nothing is lost: correct it, then save.</translation>
    </message>
    <message>
        <source>Ce texte est trop long. Il est gardé ici : raccourcissez-le, puis enregistrez.</source>
        <translation>This text is too long. It is kept here: shorten it, then save.</translation>
    </message>
    <message>
        <source>Votre rôle ne permet pas d’écrire ce champ. Rien n’a été changé : demandez à votre responsable.</source>
        <translation>Your role may not write this field. Nothing was changed: ask your supervisor.</translation>
    </message>
    <message>
        <source>Il manque une information. Votre texte est gardé ici : complétez-la, puis enregistrez.</source>
        <translation>Something is missing. Your text is kept here: complete it, then save.</translation>
    </message>
    <message>
        <source>Il n’y a rien de nouveau à enregistrer.</source>
        <translation>There is nothing new to save.</translation>
    </message>
    <message>
        <source>Ce code n’est pas, ou n’est plus, valable. Rien n’a été changé sur ce téléphone. Demandez un nouveau code à votre responsable.</source>
        <translation>This code is not, or no longer, valid. Nothing was changed on this phone. Ask your supervisor for a new code.</translation>
    </message>
    <message>
        <source>Le centre est injoignable. Ce que vous avez écrit est gardé sur ce téléphone et partira au retour du réseau.</source>
        <translation>The centre cannot be reached. What you have written is kept on this phone and will leave when the network is back.</translation>
    </message>
    <message>
        <source>Ce n’est pas votre centre qui répond. Rien n’a été envoyé. Prévenez votre responsable.</source>
        <translation>It is not your centre that answers. Nothing was sent. Tell your supervisor.</translation>
    </message>
    <message>
        <source>Le centre ne connaît plus ce téléphone. Ce que vous avez écrit reste ici. Appelez votre responsable.</source>
        <translation>The centre no longer knows this phone. What you have written stays here. Call your supervisor.</translation>
    </message>
    <message>
        <source>Ce code n’est pas le bon. Rien n’est perdu. Essayez encore.</source>
        <translation>That is not the right code. Nothing is lost. Try again.</translation>
    </message>
    <message>
        <source>Liaison est déjà ouverte pour cette personne. Fermez l’autre fenêtre, puis réessayez.</source>
        <translation>Liaison is already open for this member. Close the other window, then try again.</translation>
    </message>
    <message>
        <source>Ces données viennent d’une version plus récente de Liaison. Rien n’a été changé. Mettez l’application à jour.</source>
        <translation>These records come from a newer version of Liaison. Nothing was changed. Update the application.</translation>
    </message>
    <message>
        <source>Cela n’a pas pu être fait. Ce qui était enregistré est intact. Réessayez ; si cela revient, appelez votre responsable.</source>
        <translation>That could not be done. What was saved is intact. Try again; if it happens again, call your supervisor.</translation>
    </message>
    <message>
        <source>Reçu par le centre %1</source>
        <translation>Received by the centre %1</translation>
    </message>
    <message>
        <source>à %1</source>
        <translation>at %1</translation>
    </message>
    <message>
        <source>Non retenu par le centre %1</source>
        <translation>Not accepted by the centre %1</translation>
    </message>
</context>
</TS>
