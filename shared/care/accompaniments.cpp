// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "shared/care/lists.h"

namespace liaison {

namespace {

constexpr std::array kAdmissionRefusal = {
    Code{"HORS_TERRITOIRE", "Hors du territoire", "Outside of the territory"},
    Code{"GIR_5_6", "GIR 5 ou 6", "GIR 5 or 6"},
    Code{"AGE", "Âge", "Age"},
    Code{"EHPAD_PLUS_ADAPTE", "Un EHPAD serait plus adapté", "An EHPAD would suit better"},
    Code{"HAD_SUFFISANT", "L’HAD suffit", "Hospital at home is enough"},
    Code{"SERVICES_SUFFISANTS", "Les services en place suffisent", "Services in place are enough"},
    Code{"REFUS_PERSONNE", "Refus de la personne", "Refused by the person"},
    Code{"REFUS_ENTOURAGE", "Refus de l’entourage", "Refused by relatives"},
    Code{"FILE_COMPLETE", "File active complète", "No place left"},
    Code{"PSY_NON_ADAPTE", "Situation psychiatrique non adaptée", "Psychiatric needs not met here"},
    Code{"DECES_AVANT", "Décès avant l’admission", "Died before admission"},
    Code{"SANS_SUITE", "Sans suite", "Not pursued"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kExitReason = {
    Code{"DECES_DOM", "Décès à domicile", "Died at home"},
    Code{"DECES_HOP", "Décès à l’hôpital", "Died in hospital"},
    Code{"EHPAD", "Entrée en EHPAD", "Moved to an EHPAD"},
    Code{"USLD", "Entrée en USLD", "Moved to a long-stay unit"},
    Code{"RESIDENCE_AUTONOMIE", "Entrée en résidence autonomie", "Moved to sheltered housing"},
    Code{"HOSPIT_LONGUE", "Hospitalisation longue", "Long hospital stay"},
    Code{"HAD", "Prise en charge par l’HAD", "Taken over by hospital at home"},
    Code{"FAMILLE_DEMENAGEMENT", "Déménagement dans la famille", "Moved in with family"},
    Code{"HORS_TERRITOIRE", "Départ hors du territoire", "Left the territory"},
    Code{"AMELIORATION_OBJECTIFS_ATTEINTS", "Amélioration, objectifs atteints",
         "Better, objectives reached"},
    Code{"RELAIS_DROIT_COMMUN", "Relais par les services ordinaires",
         "Ordinary services took over"},
    Code{"DEMANDE_PERSONNE", "À la demande de la personne", "At the person’s request"},
    Code{"DEMANDE_ENTOURAGE", "À la demande de l’entourage", "At the relatives’ request"},
    Code{"NON_ADHESION", "Non-adhésion à l’accompagnement", "Did not take part"},
    Code{"DECISION_CRT", "Décision du CRT", "Decided by the CRT"},
    Code{"AUTRE", "Autre", "Other"},
};

constexpr std::array kLists = {
    CodeList{"admission_refusal", kAdmissionRefusal},
    CodeList{"exit_reason", kExitReason},
};

}  // namespace

std::span<const CodeList> accompanimentLists()
{
    return kLists;
}

}  // namespace liaison
