// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <filesystem>

#include "shared/base/result.h"
#include "shared/base/time.h"

namespace liaison {

/// What is known of a profile's code without opening it.
struct Entrance {
    int pinLength = 0;  ///< digits of the code; 0: a passphrase, or not known yet
    int failures = 0;   ///< wrong codes in a row
    Instant lastFailure{};
};

/// How this device shows the application, and who knocked at its profiles. Holds nothing of a
/// person. Kept as `settings.json` beside the profiles.
struct AppSettings {
    QString language = QStringLiteral("fr");  ///< "fr" or "en"
    bool dark = false;
    bool highContrast = false;
    bool reducedMotion = false;
    double textScale = 1;               ///< 1 to 2
    QMap<QString, Entrance> entrances;  ///< by the name of the profile's folder

    /// The settings in this folder; those of a new device when there are none or none that can be
    /// read.
    static AppSettings in(const std::filesystem::path& folder);
    /// `diskFull`, `io`.
    Result<Done> keep(const std::filesystem::path& folder) const;
};

/// How many dots stand for this code: its digits; 0 for a passphrase, which is typed as a text.
int dotsFor(const QString& code);

/// Until when a code is not tried at all: five minutes after the third wrong one, twice as long
/// after each further one. In the past when it may be tried.
Instant closedUntil(const Entrance& entrance);

}  // namespace liaison
