// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "shared/care/lists.h"

namespace liaison {

namespace {

constexpr std::array kCivility = {
    Code{"MME", "Mme", "Mrs"},
    Code{"M", "M.", "Mr"},
    Code{"DR", "Dr", "Dr"},
};

constexpr std::array kSex = {
    Code{"F", "Femme", "Female"},
    Code{"M", "Homme", "Male"},
    Code{"I", "Non précisé", "Not stated"},
};

constexpr std::array kWalkingAid = {
    Code{"AUCUNE", "Sans aide", "None"},
    Code{"CANNE", "Canne", "Cane"},
    Code{"DEUX_CANNES", "Deux cannes", "Two canes"},
    Code{"DEAMBULATEUR", "Déambulateur", "Walker"},
    Code{"FAUTEUIL", "Fauteuil roulant", "Wheelchair"},
    Code{"NE_MARCHE_PAS", "Ne marche pas", "Does not walk"},
};

constexpr std::array kLivingArrangement = {
    Code{"SEUL", "Vit seul(e)", "Lives alone"},
    Code{"CONJOINT", "Vit avec son conjoint", "Lives with spouse"},
    Code{"ENFANT", "Vit avec un enfant", "Lives with a child"},
    Code{"FAMILLE", "Vit en famille", "Lives with family"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kHousing = {
    Code{"MAISON", "Maison", "House"},
    Code{"APPARTEMENT", "Appartement", "Flat"},
    Code{"RESIDENCE_AUTONOMIE", "Résidence autonomie", "Sheltered housing"},
    Code{"FAMILLE_ACCUEIL", "Accueil familial", "Foster family"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kCareStatus = {
    Code{"ACCOMPAGNEE", "Accompagnée", "Accompanied"},
    Code{"EN_ATTENTE", "En attente d’admission", "Waiting for admission"},
    Code{"HOSPITALISEE", "Hospitalisée", "In hospital"},
    Code{"ABSENTE", "Absente quelque temps", "Away for some time"},
    Code{"SORTIE", "Sortie", "Left"},
    Code{"DECEDEE", "Décédée", "Deceased"},
};

constexpr std::array kPrioritySituation = {
    Code{"RETOUR_HOSPITALISATION", "Retour d’hospitalisation", "Return from hospital"},
    Code{"LOGEMENT_INADAPTE", "Logement inadapté", "Unsuitable home"},
    Code{"SANS_AIDANT", "Absence d’aidant à proximité", "No carer nearby"},
    Code{"ISOLEMENT", "Isolement", "Isolation"},
    Code{"DAC", "Orientée par le DAC", "Referred by the DAC"},
};

constexpr std::array kProtectionMeasure = {
    Code{"AUCUNE", "Aucune", "None"},
    Code{"HABILITATION", "Habilitation familiale", "Family authorisation"},
    Code{"SAUVEGARDE", "Sauvegarde de justice", "Judicial safeguard"},
    Code{"CURATELLE", "Curatelle", "Curatorship"},
    Code{"TUTELLE", "Tutelle", "Guardianship"},
    Code{"MANDAT", "Mandat de protection future", "Lasting power of attorney"},
};

constexpr std::array kCareLink = {
    Code{"CONJOINT", "Conjoint", "Spouse"},
    Code{"FILLE", "Fille", "Daughter"},
    Code{"FILS", "Fils", "Son"},
    Code{"PETIT_ENFANT", "Petit-enfant", "Grandchild"},
    Code{"FRATRIE", "Frère ou sœur", "Brother or sister"},
    Code{"NEVEU", "Neveu ou nièce", "Nephew or niece"},
    Code{"AUTRE_FAMILLE", "Autre famille", "Other family"},
    Code{"VOISIN", "Voisin, voisine", "Neighbour"},
    Code{"AMI", "Ami, amie", "Friend"},
    Code{"TUTEUR", "Tuteur, curateur", "Guardian"},
    Code{"MEDECIN", "Médecin", "Doctor"},
    Code{"INFIRMIER", "Infirmier libéral", "Independent nurse"},
    Code{"SAD", "Service d’aide à domicile", "Home help service"},
    Code{"PHARMACIE", "Pharmacie", "Pharmacy"},
    Code{"KINE", "Kinésithérapeute", "Physiotherapist"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kInsOid = {
    Code{"1.2.250.1.213.1.4.8", "NIR", "NIR"},
    Code{"1.2.250.1.213.1.4.9", "NIA", "NIA"},
    Code{"1.2.250.1.213.1.4.10", "NIR de test", "Test NIR"},
    Code{"1.2.250.1.213.1.4.11", "NIR de démonstration", "Demonstration NIR"},
};

constexpr std::array kInsStatus = {
    Code{"PROVISOIRE", "Provisoire", "Provisional"},
    Code{"RECUPEREE", "Récupérée", "Retrieved"},
    Code{"VALIDEE", "Validée", "Validated"},
    Code{"QUALIFIEE", "Qualifiée", "Qualified"},
};

constexpr std::array kIdentityDocument = {
    Code{"CNI", "Carte nationale d’identité", "National identity card"},
    Code{"PASSEPORT", "Passeport", "Passport"},
    Code{"TITRE_SEJOUR", "Titre de séjour", "Residence permit"},
    Code{"LIVRET_FAMILLE", "Livret de famille", "Family record book"},
    Code{"ACTE_NAISSANCE", "Acte de naissance", "Birth certificate"},
};

constexpr std::array kLists = {
    CodeList{"civility", kCivility},
    CodeList{"sex", kSex},
    CodeList{"walking_aid", kWalkingAid},
    CodeList{"living_arrangement", kLivingArrangement},
    CodeList{"housing", kHousing},
    CodeList{"care_status", kCareStatus},
    CodeList{"priority_situation", kPrioritySituation},
    CodeList{"protection_measure", kProtectionMeasure},
    CodeList{"care_link", kCareLink},
    CodeList{"ins_oid", kInsOid},
    CodeList{"ins_status", kInsStatus},
    CodeList{"identity_document", kIdentityDocument},
};

}  // namespace

std::span<const CodeList> personLists()
{
    return kLists;
}

}  // namespace liaison
