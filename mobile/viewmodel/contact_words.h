// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// What a header says about this phone and its centre. Being offline is information, not an error.
struct ContactWords {
    QString icon;     ///< smartphone, cloud_off or done_all
    QString waiting;  ///< "2 à envoyer", "Rien à envoyer"
    QString contact;  ///< "dernier contact 10:12", or that the clock is to be set
};

ContactWords contactWords(Workplace& workplace);

/// That the clock of this phone was off at the last contact, by how much, what is safe and what to
/// do; nothing when it was right.
struct ClockWords {
    QString title;
    QString words;
};

ClockWords clockWords(Workplace& workplace);

}  // namespace liaison
