// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mobile/viewmodel/measure.h"
#include "mobile/viewmodel/workplace.h"

namespace liaison {

/// A reading of the past, ready to be shown.
struct EarlierReading {
    QString date;
    QString value;
};

/// The last readings of this measure for a person, newest first, but for one record.
std::vector<EarlierReading> earlierReadings(Workplace& workplace, const RecordId& person,
                                            const Measure& measure, const RecordId& but,
                                            std::size_t most);

/// Whether numbers are outside of the person's own limits: a neutral mark, never an obstacle.
struct OutsideBounds {
    QString words;  ///< "au-dessus de 150"; empty when nothing is outside
    bool isBelow = false;
};
OutsideBounds outsideOf(Workplace& workplace, const RecordId& person, const Measure& measure,
                        const std::string& bytes);

/// The person's limits for one part of a measure.
MeasureBounds boundsFor(Workplace& workplace, const RecordId& person, const Measure& measure,
                        std::size_t part);

}  // namespace liaison
