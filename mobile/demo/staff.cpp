// SPDX-License-Identifier: GPL-3.0-or-later
#include "mobile/demo/staff.h"

namespace liaison::demo {

const std::vector<StaffMember>& staff()
{
    static const std::vector<StaffMember> all = {
        {"sophie", "Sophie", "Garrigue", "supervisor", "IDEC", "Poste du bureau", 0},
        {"benedicte", "Bénédicte", "Lacoste", "supervisor", "IDEC", "Poste de Bénédicte", 0},
        {"claire", "Claire", "Mazeaud", "nurse", "IDE", "Téléphone de Claire", 5},
        {"nadia", "Nadia", "Benali", "aide", "AS", "Tournée Lalinde 1", 5},
        {"julie", "Julie", "Combeau", "nurse", "IDE", "Téléphone de Julie", 4},
        {"helene", "Hélène", "Faure", "nurse", "MED", "Téléphone du Dr Faure", 1},
        {"thomas", "Thomas", "Roche", "aide", "AS", "Tournée Lalinde 2", 4},
        {"ines", "Inès", "Carvalho", "aide", "AES", "Tournée Trémolat", 3},
        {"karine", "Karine", "Delpit", "aide", "ASG", "Téléphone de Karine", 3},
        {"julien", "Julien", "Delmas", "nurse", "ERGO", "Téléphone de Julien", 1},
        {"camille", "Camille", "Soulier", "nurse", "PSY", "Téléphone de Camille", 1},
        {"mathieu", "Mathieu", "Lagarde", "aide", "APA", "Téléphone de Mathieu", 2},
    };
    return all;
}

}  // namespace liaison::demo
