// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/accounts.h"

#include "mobile/demo/account_patterns.h"

namespace liaison::demo {

namespace {

bool isTrueOf(const AccountPattern& pattern, const InventedPerson& person,
              const std::string& function)
{
    const std::string tellers = " " + pattern.functions + " ";
    if (tellers.find(" " + function + " ") == std::string::npos) return false;
    return !pattern.trait || person.has(*pattern.trait);
}

/// A cible outside of the list is written out, behind an equals sign.
void setCible(v1::Transmission& transmission, const std::string& cible)
{
    if (cible.starts_with("=")) {
        transmission.set_cible_text(cible.substr(1));
    } else {
        transmission.set_cible(cible);
    }
}

constexpr const char* kArrival =
    "{Habillé<|e> à mon arrivée|Encore au lit à mon arrivée|M’attendait {à la fenêtre|sur le pas "
    "de "
    "la porte}|De bonne humeur|Somnolent<|e> au début|Avec $(proche) à mon arrivée|Télévision très "
    "forte, baissée avec son accord|Parle {de ses petits-enfants|de la récolte des noix|de la crue "
    "de la Dordogne|de son ancien métier|du repas de dimanche}}. ";

/// A sentence ends with a full stop, also when nothing but its last words were chosen.
std::string closed(std::string text)
{
    if (!text.empty() && text.back() != '.') text += '.';
    return text;
}

v1::Transmission tell(const AccountPattern& pattern, const InventedPerson& person,
                      const Words& words, Dice& dice, const std::string& opening = {})
{
    v1::Transmission transmission;
    setCible(transmission, pattern.cible);
    transmission.set_data(closed(say(opening + pattern.observed, person.sex, words, dice)));
    transmission.set_actions(closed(say(pattern.actions, person.sex, words, dice)));
    const std::string results = closed(say(pattern.results, person.sex, words, dice));
    if (!results.empty()) transmission.set_results(results);
    return transmission;
}

}  // namespace

std::optional<v1::Transmission> account(const InventedPerson& person, const std::string& function,
                                        Dice& dice)
{
    std::vector<const AccountPattern*> candidates;
    for (const auto* book : {&nursesAccounts(), &aidesAccounts(), &therapistsAccounts()}) {
        for (const AccountPattern& pattern : *book) {
            if (!isTrueOf(pattern, person, function)) continue;
            // What is particular to a person is told more often than what could be anybody's.
            candidates.push_back(&pattern);
            if (pattern.trait) candidates.insert(candidates.end(), 2, &pattern);
        }
    }
    if (candidates.empty()) return std::nullopt;
    const AccountPattern& pattern = *dice.pick(candidates);
    v1::Transmission transmission =
        tell(pattern, person, person.words(), dice, dice.chance(45) ? kArrival : "");
    if (dice.chance(6)) transmission.set_is_emergency(true);
    return transmission;
}

v1::Transmission accountOfFall(const InventedPerson& person, Dice& dice)
{
    static const AccountPattern pattern = {
        "CHUTE",
        std::nullopt,
        "",
        "Dit {avoir eu un vertige en se levant|avoir glissé en chaussons|s’être pris les pieds "
        "dans "
        "le tapis|ne plus se souvenir comment}. {Pas de douleur, pas de plaie|Hématome au coude|"
        "Petite plaie de la main}. Marche {comme d’habitude|avec prudence}.",
        "{Tapis retiré avec son accord|Chaussures fermées mises|Lumière laissée dans le couloir}. "
        "Appel à $(proche). {Surveillance expliquée|Médaillon d’alarme remis au poignet}.",
        "{Pas d’autre chute depuis|Bouge comme avant|À revoir par l’ergothérapeute}."};
    return tell(pattern, person, person.words(), dice);
}

v1::Transmission accountOfRefusal(const InventedPerson& person, const std::string& act, Dice& dice)
{
    static const AccountPattern pattern = {
        "REFUS_SOIN",
        std::nullopt,
        "",
        "$(acte) : n’en veut pas aujourd’hui, {« pas le courage »|« demain plutôt »|« laissez-moi "
        "tranquille »}. {De bonne humeur|Un peu <irrité|irritée>|Fatigué<|e>}.",
        "{Proposé autrement|Reproposé en fin de visite}, sans insister. {Convenu d’un autre "
        "moment|Linge préparé pour demain|Fait en partie, à son rythme}.",
        "{A accepté le lendemain|À reproposer à la prochaine visite|}"};
    Words words = person.words();
    words["acte"] = act;
    return tell(pattern, person, words, dice);
}

v1::Transmission accountOfDeparture(const InventedPerson& person, Dice& dice)
{
    static const AccountPattern pattern = {
        "ETAT_GENERAL",
        std::nullopt,
        "",
        "{Très essoufflé<|e>, ne tient plus assis<|e>|Fièvre depuis deux jours, ne mange plus|"
        "Confusion nouvelle, ne se lève plus}.",
        "Appel au $(medecin), puis au 15. Dossier de liaison et ordonnance remis aux ambulanciers, "
        "appel à $(proche).",
        "Hospitalisé<|e>."};
    return tell(pattern, person, person.words(), dice);
}

v1::Transmission accountOfReturn(const InventedPerson& person, Dice& dice)
{
    static const AccountPattern pattern = {
        "AUTONOMIE",
        std::nullopt,
        "",
        "De retour à la maison, {fatigué<|e> mais heureu<x|se>|amaigri<|e>, marche avec aide}. "
        "{Deux médicaments changés|Ordonnance de sortie sur la table}.",
        "Pilulier refait d’après l’ordonnance de sortie. {Lit rehaussé|Passages du soir "
        "ajoutés pour deux semaines}. Appel à $(proche).",
        "{S’installe bien|Mange un peu|À revoir demain}."};
    return tell(pattern, person, person.words(), dice);
}

std::string reasonOfRefusal(const InventedPerson& person, Dice& dice)
{
    return say(
        "{fatigué<|e>, préfère {demain|jeudi|la prochaine fois}|trop froid ce matin|attend "
        "une visite|dit l’avoir déjà fait|n’a pas envie d’être dérangé<|e>}",
        person.sex, {}, dice);
}

}  // namespace liaison::demo
