// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/load/note_words.h"

#include <string_view>

namespace liaison::load {

namespace {

/// The words of a list that bars divide.
std::vector<std::string> words(std::string_view list)
{
    std::vector<std::string> cut;
    while (!list.empty()) {
        const std::size_t bar = list.find('|');
        cut.emplace_back(list.substr(0, bar));
        list.remove_prefix(bar == list.npos ? list.size() : bar + 1);
    }
    return cut;
}

constexpr std::string_view kFamilyNames =
    "Lefèvre|Garnier|Marchand|Perrin|Chevalier|Rousseau|Besson|Guillot|Lacroix|Morvan|Delmas|Huet|"
    "Vasseur|Collet|Poirier|Jacquet|Baudry|Leclercq|Maillard|Prévost|Cordier|Lemoine|Tessier|Roy";
constexpr std::string_view kGivenNames =
    "Simone|Marcel|Odette|Raymond|Yvette|André|Jeanne|Lucien|Huguette|Georges|Paulette|Fernand|"
    "Colette|Roger|Denise|Germaine|Émile|Thérèse|Nadia|Karim|Sandrine|Julien|Aurélie|Mathieu|"
    "Fatima|Cécile|Laurent|Élodie|Patricia|Hervé|Sylvie|Bruno|Agnès|Thomas|Corinne|Yann|Mélanie";
constexpr std::string_view kPrestations =
    "V1-SOI-01|V1-SOI-05|V1-PRE-01|V1-PRE-02|V1-PRE-03|V1-PRE-04|V1-LIE-01|V1-LIE-04|V1-AID-01|"
    "V1-ORI-01|V2-EVA-01|V2-EVA-02|V2-EVA-04|V2-SEC-01|V2-SEC-05|V2-CRI-01|V2-CRI-02|V2-CRI-05";
constexpr std::string_view kOutcomes = "FAIT|FAIT|FAIT|FAIT|FAIT|REFUS|REPORTE|NON_FAIT";

constexpr std::string_view kWho =
    "Madame|Monsieur|Sa fille|Son fils|L’aidante|La voisine|Son mari|Sa femme|L’infirmière|Le kiné|"
    "Le médecin|La nièce|L’auxiliaire|Le neveu|Sa sœur|Le frère|Une amie|Le pharmacien|La "
    "belle-fille|"
    "L’ergothérapeute|Le petit-fils|La gardienne|Le bénévole|La psychologue|Le livreur|Le gendre";
constexpr std::string_view kIs =
    "semble|reste|se dit|se montre|paraît|est|était|revient|a l’air|se sent|se trouve|demeure|"
    "redevient|n’est pas|n’est plus|était plutôt|est assez|est très|reste un peu|semble trop";
constexpr std::string_view kState =
    "calme|triste|pâle|faible|stable|lucide|tranquille|aimable|morose|fébrile|alerte|sereine|"
    "apathique|"
    "nostalgique|optimiste|autonome|à l’aise|en forme|en colère|en confiance|de bonne humeur|mal à "
    "l’aise|"
    "pensive|sous tension|méfiante|patiente|instable|pessimiste|fragile|coopérante|peu bavarde|"
    "somnolente|à bout de forces|essoufflée|souriante|fatiguée|inquiète|confuse|reposée|contrariée";
constexpr std::string_view kWhen =
    "ce matin|depuis hier|après le repas|au réveil|en fin de visite|cette nuit|au lever|hier soir|"
    "avant la sieste|depuis dimanche|à mon arrivée|pendant la toilette|depuis une semaine|vers "
    "midi|"
    "après la marche|au téléphone|au coucher|lundi|mardi|mercredi|jeudi|vendredi|samedi|tout à "
    "l’heure|"
    "avant-hier|en début de soirée|au petit-déjeuner|depuis la chute|depuis son retour|par moments|"
    "depuis trois jours|pendant l’entretien|à la demande|avant mon départ|après la douche|au "
    "goûter";
constexpr std::string_view kDid =
    "a mangé|a bu|a refusé|a pris|demande|a oublié|accepte|évite|réclame|a préparé|a "
    "trouvé|prévoit|"
    "surveille|apporte|range|supporte|regrette|cherche|a perdu|a posé|remercie pour|attend|déplace|"
    "a renversé|a reçu|propose|explique|redoute|a signé|utilise|installe|a cassé|ne veut "
    "pas|vérifie|"
    "a lavé|emporte|souhaite|mentionne|a ouvert|a jeté|raconte|a retrouvé|garde|a "
    "rapporté|essaie|a commandé";
constexpr std::string_view kWhat =
    "la moitié du repas|son traitement|la douche|un verre d’eau|la promenade|le pilulier|le "
    "courrier|"
    "ses bas de contention|le déambulateur|la visite|un rendez-vous|les exercices|la collation|le "
    "tapis|"
    "ses lunettes|la téléassistance|un bouillon|la pesée|ses chaussons|la télévision|une "
    "ordonnance|"
    "le pansement|son appareil auditif|des compotes|le change|la barre d’appui|le fauteuil|ses "
    "clés|"
    "la canne|un yaourt|le potage|du pain|des fruits|la tisane|le café|sa veste|le lit médicalisé|"
    "la crème|les gouttes|la glycémie|le loyer|la facture|son dentier|le rasoir|la serviette|les "
    "volets|"
    "le chauffage|une couverture|la lampe|le coussin|l’escalier|la salle de bain|les courses|le "
    "journal|"
    "la radio|le jardin|les mots croisés|une photo|le chat|la messe|le dossier d’aide|le portage|"
    "la consultation|la prise de sang|le vaccin|l’ambulance|le scanner|les semelles|la ceinture|le "
    "médaillon|"
    "un pyjama|la poubelle|le frigo|le four|les médicaments du soir|une aide de plus|le ménage|le "
    "repassage";
constexpr std::string_view kHow =
    "sans aide|avec peine|volontiers|difficilement|en partie|lentement|à deux reprises|avec "
    "plaisir|"
    "sans appétit|après insistance|prudemment|comme d’habitude|moins que la veille|avec sa canne|"
    "sans douleur|en entier|trop vite|sans y croire|à contrecœur|en souriant|par petites quantités|"
    "avec le voisin|deux fois|trois fois|une fois de plus|sans prévenir|à temps|en retard|au bon "
    "moment|"
    "avec soin|de mémoire|tout de suite|plus souvent|rarement|d’une main|à l’essai|sans "
    "discuter|debout";
constexpr std::string_view kSeen =
    "Peau|Plaie|Jambes|Appétit|Sommeil|Transit|Moral|Douleur|Marche|Équilibre|Hydratation|Cheville|"
    "Talon droit|Épaule|Humeur|Parole|Genou gauche|Hanche|Dos|Mollets|Main "
    "droite|Bouche|Yeux|Souffle|"
    "Toux|Selles|Urines|Mémoire|Orientation|Tonus|Escarre|Poignet|Pieds|Ongles|Vue|Audition|Voix";
constexpr std::string_view kLooks =
    "à surveiller|en progrès|sans changement|correct|à revoir|sans particularité|moins bien|mieux|"
    "normal|à signaler|en "
    "baisse|variable|satisfaisant|fragile|rouge|sec|propre|stable|douteux|sensible|"
    "comme la dernière fois|à montrer au médecin|rien à dire|un peu faible|plutôt bien|pas fameux|"
    "en voie de guérison|irrégulier|à peser|inhabituel|à protéger|à hydrater|rassurant|limité";
constexpr std::string_view kNext =
    "Prévenir|Rappeler|Revoir avec|À dire à|Vu avec|En parler à|Message "
    "pour|Appeler|Attendre|Transmis à|"
    "Confirmer à|Point avec|Demander à|Relayé par|Passage de|Accord de|Question pour|Avis de";
constexpr std::string_view kPlan =
    "Penser à|Vérifier|Prochaine fois|Apporter|Commander|Noter|Voir "
    "pour|Manque|Changer|Prévoir|Laver|"
    "Remettre|Déplacer|Ne pas "
    "oublier|Racheter|Réparer|Refaire|Adapter|Proposer|Éviter|Poursuivre|Retirer";
constexpr std::string_view kMeasure =
    "Tension|Pouls|Poids|Température|Saturation|Glycémie|Périmètre|Bu environ|Marché|Dormi|Levé "
    "à|Couché à";

}  // namespace

const NoteWords& noteWords()
{
    static const NoteWords all{
        words(kFamilyNames), words(kGivenNames), words(kPrestations), words(kOutcomes),
        words(kWho),         words(kIs),         words(kState),       words(kWhen),
        words(kDid),         words(kWhat),       words(kHow),         words(kSeen),
        words(kLooks),       words(kNext),       words(kPlan),        words(kMeasure)};
    return all;
}

}  // namespace liaison::load
