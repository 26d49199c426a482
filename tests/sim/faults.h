// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    bool corruption = false;      ///< bytes that change under TLS
    bool roles = false;           ///< a member gets another role
    bool clones = false;          ///< a phone's disk copied and both used
    bool images = false;          ///< a phone restored from an old image of its disk
    bool backups = false;         ///< a centre restored from an old copy of its file
};

}  // namespace liaison::sim
