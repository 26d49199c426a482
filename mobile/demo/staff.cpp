// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/staff.h"

namespace liaison::demo {

const std::vector<StaffMember>& staff()
{
    static const std::vector<StaffMember> all = {
        {"bureau", "sophie", "Sophie", "Garrigue", "supervisor", "IDEC", "Poste du bureau", 0},
        {"bureau-benedicte", "benedicte", "Bénédicte", "Lacoste", "supervisor", "IDEC",
         "Poste de Bénédicte", 0},
        {"claire", "claire", "Claire", "Mazeaud", "nurse", "IDE", "Téléphone de Claire", 5},
        {"tournee-lalinde", "nadia", "Nadia", "Benali", "aide", "AS", "Tournée Lalinde", 5},
        {"julie", "julie", "Julie", "Combeau", "nurse", "IDE", "Téléphone de Julie", 4},
        {"helene", "helene", "Hélène", "Faure", "nurse", "MED", "Téléphone du Dr Faure", 1},
        {"tournee-lalinde", "thomas", "Thomas", "Roche", "aide", "AS", "Tournée Lalinde", 4},
        {"tournee-tremolat", "ines", "Inès", "Carvalho", "aide", "AES", "Tournée Trémolat", 3},
        {"tournee-tremolat", "karine", "Karine", "Delpit", "aide", "ASG", "Tournée Trémolat", 3},
        {"julien", "julien", "Julien", "Delmas", "nurse", "ERGO", "Téléphone de Julien", 1},
        {"camille", "camille", "Camille", "Soulier", "nurse", "PSY", "Téléphone de Camille", 1},
        {"mathieu", "mathieu", "Mathieu", "Lagarde", "aide", "APA", "Téléphone de Mathieu", 2},
    };
    return all;
}

}  // namespace liaison::demo
