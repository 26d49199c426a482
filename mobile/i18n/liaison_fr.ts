<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="fr_FR">
<context>
    <name>ContactWords</name>
    <message numerus="yes">
        <source>%n à envoyer</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
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
            <numerusform>%n heure</numerusform>
            <numerusform>%n heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jour(s)</source>
        <translation>
            <numerusform>%n jour</numerusform>
            <numerusform>%n jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%n membre(s) de l’équipe</source>
        <translation>
            <numerusform>%n membre de l’équipe</numerusform>
            <numerusform>%n membres de l’équipe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n aidant(s) ou contact(s)</source>
        <translation>
            <numerusform>%n aidant ou contact</numerusform>
            <numerusform>%n aidants ou contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n relevé(s) de constantes</source>
        <translation>
            <numerusform>%n relevé de constantes</numerusform>
            <numerusform>%n relevés de constantes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exchanges</name>
    <message numerus="yes">
        <source>%n nouveauté(s) du centre</source>
        <translation>
            <numerusform>%n nouveauté du centre</numerusform>
            <numerusform>%n nouveautés du centre</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n nouveautés du centre, ou plus</source>
        <translation>
            <numerusform>%n nouveauté du centre, ou plus</numerusform>
            <numerusform>%n nouveautés du centre, ou plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PinDots</name>
    <message numerus="yes">
        <source>%n chiffre(s) tapé(s)</source>
        <translation>
            <numerusform>%n chiffre tapé</numerusform>
            <numerusform>%n chiffres tapés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::PersonViewModel</name>
    <message numerus="yes">
        <source>Deux versions dans %n champ(s)</source>
        <translation>
            <numerusform>Deux versions dans %n champ</numerusform>
            <numerusform>Deux versions dans %n champs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::PersonsViewModel</name>
    <message numerus="yes">
        <source>%n personne(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::TransmissionViewModel</name>
    <message numerus="yes">
        <source>%n autre(s)</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>liaison::UnlockViewModel</name>
    <message numerus="yes">
        <source>Rien n’est perdu : %n à envoyer, gardé(s) ici</source>
        <translation>
            <numerusform>Rien n’est perdu : %n à envoyer, gardé ici</numerusform>
            <numerusform>Rien n’est perdu : %n à envoyer, gardés ici</numerusform>
        </translation>
    </message>
</context>
</TS>
