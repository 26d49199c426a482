// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "shared/care/lists.h"

namespace liaison {

namespace {

constexpr std::array kCible = {
    Code{"DOULEUR", "Douleur", "Pain"},
    Code{"CHUTE", "Chute", "Fall"},
    Code{"REFUS_SOIN", "Refus de soin", "Refusal of care"},
    Code{"SOMMEIL", "Sommeil", "Sleep"},
    Code{"APPETIT", "Perte de poids, appétit", "Weight loss, appetite"},
    Code{"DYSPNEE", "Dyspnée", "Breathlessness"},
    Code{"FIEVRE", "Fièvre", "Fever"},
    Code{"ETAT_GENERAL", "Altération de l’état général", "Worse general state"},
    Code{"DESHYDRATATION", "Déshydratation", "Dehydration"},
    Code{"TRANSIT", "Constipation, diarrhée", "Constipation, diarrhoea"},
    Code{"PEAU", "Plaie, escarre", "Wound, pressure ulcer"},
    Code{"AGITATION", "Agitation, confusion", "Agitation, confusion"},
    Code{"TRISTESSE", "Tristesse, anxiété", "Sadness, anxiety"},
    Code{"OBSERVANCE", "Observance médicamenteuse", "Taking of medicines"},
    Code{"GLYCEMIE", "Hypoglycémie, hyperglycémie", "Low or high blood glucose"},
    Code{"OEDEMES", "Œdèmes", "Oedema"},
    Code{"AIDANT", "Épuisement de l’aidant", "Carer exhaustion"},
    Code{"LOGEMENT", "Insécurité du logement", "Unsafe home"},
    Code{"ISOLEMENT", "Isolement", "Isolation"},
    Code{"MALTRAITANCE", "Risque de maltraitance", "Risk of abuse"},
    Code{"AUTONOMIE", "Gain d’autonomie", "Gain of independence"},
};

constexpr std::array kNoteType = {
    Code{"DEM-AVIS", "Demande d’avis", "Request for advice"},
    Code{"GEN", "Note générale", "General note"},
    Code{"INST", "Instruction", "Instruction"},
    Code{"INTERV", "Note d’intervention", "Note on an intervention"},
    Code{"OBS", "Note d’observation", "Note on an observation"},
};

constexpr std::array kAddressee = {
    Code{"EQUIPE", "Équipe", "Team"},
    Code{"INFIRMIERES", "Infirmières", "Nurses"},
    Code{"AIDES", "Aides", "Aides"},
    Code{"MEDECIN", "Médecin", "Doctor"},
    Code{"RESPONSABLE", "Responsable", "Supervisor"},
};

constexpr std::array kReviewState = {
    Code{"VU", "Vu", "Seen"},
    Code{"VALIDE", "Validé", "Validated"},
    Code{"RENVOYE", "Renvoyé", "Sent back"},
};

constexpr std::array kBodyPosition = {
    Code{"ASSIS", "Assise", "Sitting"},
    Code{"COUCHE", "Couchée", "Lying"},
    Code{"DEBOUT", "Debout", "Standing"},
};

constexpr std::array kGlycaemiaMoment = {
    Code{"A_JEUN", "À jeun", "Fasting"},
    Code{"AVANT_REPAS", "Avant un repas", "Before a meal"},
    Code{"APRES_REPAS", "Après un repas", "After a meal"},
    Code{"COUCHER", "Au coucher", "At bedtime"},
    Code{"NUIT", "La nuit", "At night"},
};

constexpr std::array kLists = {
    CodeList{"cible", kCible},
    CodeList{"note_type", kNoteType},
    CodeList{"addressee", kAddressee},
    CodeList{"review_state", kReviewState},
    CodeList{"body_position", kBodyPosition},
    CodeList{"glycaemia_moment", kGlycaemiaMoment},
};

}  // namespace

std::span<const CodeList> transmissionLists()
{
    return kLists;
}

}  // namespace liaison
