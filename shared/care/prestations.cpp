// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "shared/care/lists.h"

namespace liaison {

namespace {

constexpr std::array kPrestation = {
    Code{"V1-SOI-01", "Téléconsultation, téléexpertise", "Remote consultation or expertise"},
    Code{"V1-SOI-02", "Consultation avancée, dépistage", "Outreach consultation, screening"},
    Code{"V1-SOI-03", "Repérage des fragilités", "Frailty screening"},
    Code{"V1-SOI-04", "Vaccination", "Vaccination"},
    Code{"V1-SOI-05", "Conseil médicament, bilan de médication", "Medication advice and review"},
    Code{"V1-PRE-01", "Prévention des chutes", "Fall prevention"},
    Code{"V1-PRE-02", "Activité physique adaptée", "Adapted physical activity"},
    Code{"V1-PRE-03", "Nutrition", "Nutrition"},
    Code{"V1-PRE-04", "Mémoire, stimulation cognitive", "Memory, cognitive stimulation"},
    Code{"V1-PRE-05", "Autre atelier de prévention", "Other prevention workshop"},
    Code{"V1-LIE-01", "Animation, lien social, intergénérationnel",
         "Activities, social and intergenerational ties"},
    Code{"V1-LIE-02", "Repas partagé, accueil à l’EHPAD", "Shared meal, welcome at the EHPAD"},
    Code{"V1-LIE-03", "Inclusion numérique", "Digital inclusion"},
    Code{"V1-LIE-04", "Visite de convivialité, bénévoles", "Friendly visit, volunteers"},
    Code{"V1-AID-01", "Information, orientation des aidants",
         "Information and guidance for carers"},
    Code{"V1-AID-02", "Formation des aidants", "Training of carers"},
    Code{"V1-AID-03", "Groupe de parole, soutien psychologique",
         "Support group, psychological support"},
    Code{"V1-AID-04", "Café des aidants, répit", "Carers’ café, respite"},
    Code{"V1-PRO-01", "Formation de professionnels", "Training of professionals"},
    Code{"V1-PRO-02", "Analyse des pratiques, RETEX", "Review of practice, lessons learnt"},
    Code{"V1-PRO-03", "Immersion, mutualisation, remplacement", "Immersion, sharing, replacement"},
    Code{"V1-PRO-04", "Appui, expertise gériatrique à un professionnel",
         "Geriatric advice to a professional"},
    Code{"V1-PRO-05", "Astreinte de nuit mutualisée", "Shared night on-call"},
    Code{"V1-RES-01", "Mise à disposition de locaux", "Rooms made available"},
    Code{"V1-RES-02", "Prêt de matériel, équipement spécialisé", "Loan of equipment"},
    Code{"V1-RES-03", "Appui administratif et logistique", "Administrative and logistic support"},
    Code{"V1-COO-01", "Réunion de territoire, partenariat, communication",
         "Territory meeting, partnership, communication"},
    Code{"V1-ORI-01", "Accueil, information, orientation individuelle",
         "Individual information and guidance"},
    Code{"V2-EVA-01", "Visite de pré-admission, évaluation initiale",
         "Pre-admission visit, first assessment"},
    Code{"V2-EVA-02", "Évaluation AGGIR", "AGGIR assessment"},
    Code{"V2-EVA-03", "Évaluation gériatrique", "Geriatric assessment"},
    Code{"V2-EVA-04", "Réévaluation", "Reassessment"},
    Code{"V2-SEC-01", "Évaluation du logement", "Home assessment"},
    Code{"V2-SEC-02", "Aide technique : préconisation, essai, installation",
         "Assistive device: advice, trial, installation"},
    Code{"V2-SEC-03", "Téléassistance, domotique", "Remote alarm, home automation"},
    Code{"V2-SEC-04", "Aménagement du logement", "Home adaptation"},
    Code{"V2-SEC-05", "Passage de sécurité, vigilance", "Safety visit"},
    Code{"V2-CRI-01", "Appel astreinte : conseil", "On-call: advice"},
    Code{"V2-CRI-02", "Intervention non programmée de jour", "Unplanned visit by day"},
    Code{"V2-CRI-03", "Intervention de nuit, garde itinérante", "Night visit"},
    Code{"V2-CRI-04", "Hébergement temporaire d’urgence", "Emergency temporary stay"},
    Code{"V2-CRI-05", "Relève au sol, levée de doute", "Getting up after a fall, check on alarm"},
    Code{"V2-CRI-06", "Liaison urgences, hospitalisation", "Liaison with emergency and hospital"},
    Code{"V2-CRI-07", "Préparation du retour d’hospitalisation",
         "Preparing the return from hospital"},
    Code{"V2-SOI-01", "Suivi infirmier", "Nursing follow-up"},
    Code{"V2-SOI-02", "Suivi du traitement, pilulier", "Treatment follow-up, pill box"},
    Code{"V2-SOI-03", "Soin relationnel", "Relational care"},
    Code{"V2-SOI-04", "Suivi nutrition, hydratation, poids", "Nutrition, hydration and weight"},
    Code{"V2-SOI-05", "Suivi cutané, prévention d’escarre", "Skin care, pressure ulcer prevention"},
    Code{"V2-SOI-06", "Suivi douleur, soins palliatifs", "Pain and palliative care"},
    Code{"V2-SOI-07", "Téléconsultation, télésurveillance",
         "Remote consultation, remote monitoring"},
    Code{"V2-SOI-08", "Visite du médecin du CRT", "Visit of the CRT’s doctor"},
    Code{"V2-SOI-09", "Rééducation, APA, psychomotricité", "Rehabilitation, physical activity"},
    Code{"V2-SOI-10", "Accompagnement à une consultation", "Going along to a consultation"},
    Code{"V2-VIE-01", "Aide aux actes essentiels", "Help with daily activities"},
    Code{"V2-VIE-02", "Aide au repas, au lever, au coucher",
         "Help with meals, getting up, going to bed"},
    Code{"V2-VIE-03", "Veille, présence", "Presence, watch"},
    Code{"V2-COO-01", "Plan d’accompagnement : élaboration, révision",
         "Care plan: writing, review"},
    Code{"V2-COO-02", "Coordination avec un partenaire", "Coordination with a partner"},
    Code{"V2-COO-03", "Réunion pluridisciplinaire, synthèse", "Multidisciplinary meeting"},
    Code{"V2-COO-04", "Ouverture de droits", "Opening of rights"},
    Code{"V2-COO-05", "Planification des passages", "Planning of visits"},
    Code{"V2-LIE-01", "Activité individuelle à domicile", "Individual activity at home"},
    Code{"V2-LIE-02", "Activité collective, accueil à l’EHPAD",
         "Group activity, welcome at the EHPAD"},
    Code{"V2-LIE-03", "Sortie, transport accompagné", "Outing, accompanied transport"},
    Code{"V2-LIE-04", "Appel de convivialité", "Friendly call"},
    Code{"V2-AID-01", "Entretien aidant, évaluation du fardeau",
         "Carer interview, burden assessment"},
    Code{"V2-AID-02", "Soutien psychologique de l’aidant", "Psychological support for the carer"},
    Code{"V2-AID-03", "Répit, relayage", "Respite, relief"},
    Code{"V2-AID-04", "Guidance de l’aidant à domicile", "Guidance of the carer at home"},
    Code{"V2-ADM-01", "Admission : contrat, consentement, livret",
         "Admission: contract, consent, booklet"},
    Code{"V2-ADM-02", "Sortie : synthèse, relais", "Exit: summary, handover"},
    Code{"V2-AUT-99", "Autre", "Other"},
};

constexpr std::array kLists = {
    CodeList{"prestation", kPrestation},
};

}  // namespace

std::span<const CodeList> prestationLists()
{
    return kLists;
}

}  // namespace liaison
