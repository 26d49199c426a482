// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// What a header says about this phone and its centre. Being offline is information, not an error.
struct ContactWords {
    QString icon;     ///< smartphone, cloud_off or done_all
    QString waiting;  ///< "2 à envoyer", "Rien à envoyer"
    QString contact;  ///< "dernier contact 10:12", "hors connexion depuis 30 min"
};

ContactWords contactWords(Workplace& workplace);

}  // namespace liaison
