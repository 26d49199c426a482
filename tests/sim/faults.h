// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace liaison::sim {

/// What may go wrong in a world. Those that production does not claim to survive yet are off.
struct Faults {
    bool powerCuts = true;   ///< of devices and centres, at any write or sync
    bool diskErrors = true;  ///< a write or sync fails alone
    bool fullDisks = true;
    bool badLines = true;     ///< cut, slow, one-way, flapping, doubled
    bool wrongClocks = true;  ///< years off, jumping, going back
    bool absence = true;      ///< 400 days
    bool revoked = true;
    bool reinstalled = true;
    bool restarts = true;         ///< orderly, of programs
    bool forgetfulSyncs = false;  ///< a failed sync loses for good what the cache still shows
    bool corruption = true;       ///< bytes that change under TLS
    bool roles = true;            ///< a member gets another role
    bool clones = true;           ///< a phone's disk copied and both used
    bool images = true;           ///< a phone restored from an old image of its disk
    bool backups = true;          ///< a centre restored from an old copy of its file
};

/// A fault by its name on the command line.
struct FaultName {
    std::string_view name;
    bool Faults::*flag;
};

inline constexpr std::array kFaultNames = {
    FaultName{"power", &Faults::powerCuts},
    FaultName{"disk-errors", &Faults::diskErrors},
    FaultName{"full-disks", &Faults::fullDisks},
    FaultName{"lines", &Faults::badLines},
    FaultName{"clocks", &Faults::wrongClocks},
    FaultName{"absence", &Faults::absence},
    FaultName{"revoked", &Faults::revoked},
    FaultName{"reinstalled", &Faults::reinstalled},
    FaultName{"restarts", &Faults::restarts},
    FaultName{"corruption", &Faults::corruption},
    FaultName{"roles", &Faults::roles},
    FaultName{"clones", &Faults::clones},
    FaultName{"images", &Faults::images},
    FaultName{"backups", &Faults::backups},
    FaultName{"forgetful", &Faults::forgetfulSyncs},
};

/// Switches a fault on or off; false when there is none of this name.
inline bool switchFault(Faults& faults, std::string_view name, bool isOn)
{
    for (const FaultName& fault : kFaultNames) {
        if (fault.name != name) continue;
        faults.*fault.flag = isOn;
        return true;
    }
    return false;
}

}  // namespace liaison::sim
